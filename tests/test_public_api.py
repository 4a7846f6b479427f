"""What `import argmap` gives, and what it does not load."""

import json
import subprocess
import sys

import pytest

import argmap

HEAVY = {"pydantic", "numpy", "networkx", "graphviz", "yaml", "click"}


def loaded_by(code: str) -> set[str]:
    script = f"{code}\nimport json, sys\nprint(json.dumps(sorted({{name.partition('.')[0] for name in sys.modules}})))"
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(json.loads(found.stdout))


@pytest.mark.parametrize(
    "code",
    [
        "import argmap",
        "import argmap.model",
        "import argmap; m = argmap.ArgumentMap(); m.support('a', m.claim('b')); m.unanswered(); m.index(); m.copy()",
    ],
)
def test_nothing_heavy_is_loaded(code):
    loaded = loaded_by(code)
    assert "argmap" in loaded
    assert not loaded & HEAVY


def test_what_is_heavy_can_be_seen():
    assert "pydantic" in loaded_by("import argmap; argmap.ArgumentMap().to_json()")


@pytest.mark.parametrize("name", argmap.__all__)
def test_every_public_name_is_there_and_documented(name):
    found = getattr(argmap, name)
    assert found is getattr(argmap, name)
    if name == "__version__":
        assert found[0].isdigit()
    else:
        assert found.__doc__
        assert found.__doc__.strip()


def test_names_are_listed_once_and_sorted():
    assert sorted(argmap.__all__) == argmap.__all__
    assert len(set(argmap.__all__)) == len(argmap.__all__)
    assert set(argmap.__all__) <= set(dir(argmap))
    assert set(argmap.__all__) - {"__version__"} == set(argmap._MODULES)


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'Debate'"):
        argmap.Debate  # noqa: B018


@pytest.mark.parametrize("name", [name for name in dir(argmap.ArgumentMap) if not name.startswith("_")])
def test_every_method_of_a_map_is_documented(name):
    doc = getattr(argmap.ArgumentMap, name).__doc__
    assert doc
    is_method = callable(getattr(argmap.ArgumentMap, name))
    assert not is_method or ">>>" in doc
