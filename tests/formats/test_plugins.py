"""Formats of other packages: a real distribution in a folder of its own, on the path, with entry points."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

import argmap
from argmap.errors import ReadError, UnknownNameError, WriteError
from argmap.formats import formats, plugins, read, write
from argmap.formats.table import format_of_path, suffixes

GOOD = '''
"""Claims, a line each."""
from argmap import parse
from argmap.formats import Format, Written
from argmap.formats.keeping import Facet, Keeps

NOTHING = frozenset()
KEEPS = Keeps(map=NOTHING, claim=frozenset({Facet.TEXT}), argument=NOTHING, relation=NOTHING, section=NOTHING)

def read(given):
    return parse("\\n\\n".join(given.text.splitlines()[1:]), given.source.name)

def write(m):
    return Written("LINES\\n" + "".join(claim.text + "\\n" for claim in m.claims), tuple(KEEPS.lost(m, "No {}.")))

def looks_like(given):
    return given.text.startswith("LINES")

FORMAT = Format("lines", "Lines of claims", (".lines", ".lines.json"), __name__, also=(".txt",))
'''
BAD = """
from argmap.formats import Format
from argmap.formats.keeping import Keeps

KEEPS = Keeps()

def read(given):
    raise RuntimeError("the reader\\nis broken")

def write(m):
    return "a text"

def looks_like(given):
    raise SystemExit(3)

FORMATS = (
    Format("json", "Mine", (".mine",), __name__),
    Format("broken", "Broken", (".broken", ".ad"), __name__),
    Format("taken", "Taken", (".argdown",), __name__),
    Format("lines", "Other lines", (".lines2",), __name__),
    Format("absent", "Absent", (".absent",), "no_such_module_at_all"),
    Format("Shouting", "Loud", (".loud",), __name__),
    Format("dots", "Dots", ("dots",), __name__),
    42,
)
"""


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """Install distributions into a folder that is then on the path."""
    folder = tmp_path / "site"
    folder.mkdir()
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    monkeypatch.syspath_prepend(folder)

    def install(package: str, code: str, points: str) -> None:
        (folder / f"{package}.py").write_text(code)
        info = folder / f"{package}-1.2.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.2\n")
        (info / "entry_points.txt").write_text(f"[argmap.formats]\n{points}\n")
        plugins.plugins.cache_clear()

    yield install
    for name in ("good_format", "bad_format"):
        sys.modules.pop(name, None)
    plugins.plugins.cache_clear()


@pytest.fixture
def good(installed):
    installed("good_format", GOOD, "lines = good_format:FORMAT")


def made() -> argmap.ArgumentMap:
    m = argmap.ArgumentMap("Rain")
    m.claim("It rains")
    m.claim("It pours")
    return m


def test_a_format_of_another_package_is_used_like_any_other(good):
    assert "lines" in [each.name for each in formats()]
    assert {".lines", ".lines.json"} <= set(suffixes())
    losses = write(made(), "rain.lines")
    assert str(losses[0]) == "the map: The file leaves out the title. No title."
    assert Path("rain.lines").read_text() == "LINES\nIt rains\nIt pours\n"
    assert [claim.text for claim in read("rain.lines").claims] == ["It rains", "It pours"]
    assert [claim.text for claim in read("LINES\nIt rains\n").claims] == ["It rains"]


PIECES = """
from argmap.formats import Format, Written
from argmap.formats.keeping import Keeps

KEEPS = Keeps()

def read(given):
    return None

def write(m):
    return Written("LINES\\n", pieces=(claim.text + "\\n" if claim.text else 1 / 0 for claim in m.claims))

def numbers(m):
    return Written("", pieces=[1, 2])

def looks_like(given):
    return False

FORMAT = Format("lines", "Lines of claims", (".lines",), __name__)
"""


def test_it_may_make_a_text_piece_by_piece(installed, monkeypatch):
    installed("good_format", PIECES, "lines = good_format:FORMAT")
    write(made(), "rain.lines")
    assert Path("rain.lines").read_text() == "LINES\nIt rains\nIt pours\n"
    m = made()
    m.claim(title="No words")
    for target in ("rain.lines", io.StringIO()):
        with pytest.raises(WriteError, match=r"good_format 1.2, fails in write: ZeroDivisionError: division by zero\."):
            write(m, target, "lines")
    monkeypatch.setattr("good_format.write", sys.modules["good_format"].numbers)
    with pytest.raises(WriteError, match=r"fails in write: TypeError: a piece of a text is a str, not int\. Tell"):
        write(m, "rain.lines")
    assert Path("rain.lines").read_text() == "LINES\nIt rains\nIt pours\n"
    assert [path.name for path in Path().iterdir()] == ["rain.lines"]


def test_its_endings_may_be_longer_than_ours_or_shared(good):
    assert format_of_path("a.lines.json").name == "lines"
    assert format_of_path("a.json").name == "json"
    Path("a.txt").write_text("LINES\nIt rains\n")
    assert [claim.text for claim in read("a.txt").claims] == ["It rains"]
    Path("b.txt").write_text("[Argdown]: text\n")
    assert "Argdown" in read("b.txt")


def test_a_broken_package_breaks_nothing(good, installed):
    installed("bad_format", BAD, "all = bad_format:FORMATS\nnone = bad_format:NOTHING\ngone = no_such_module:X")
    found = {each.name: each for each in plugins.plugins()}
    assert {each.package for each in found.values()} == {"good_format 1.2", "bad_format 1.2"}
    assert [each.name for each in found["all"].formats] == ["broken", "lines", "absent"]
    assert found["all"].problems == (
        "The name 'json' belongs to a format of argmap, which is used.",
        "The ending .ad belongs to the format 'argdown'.",
        "The ending .argdown belongs to the format 'argdown'.",
        "The format 'taken' has no ending of its own, and is left out.",
        "The format 'Shouting' needs a name in small letters and digits, a title and a module.",
        "The endings of the format 'dots' are tuples of such as '.dots', in small letters.",
        "It names an object of type int, which is no Format.",
    )
    assert (
        found["none"]
        .problems[0]
        .startswith(
            "Its entry point bad_format:NOTHING cannot be loaded: AttributeError: module 'bad_format' has no attribute"
        )
    )
    assert "ModuleNotFoundError" in found["gone"].problems[0]
    # Packages come in the order of their names, so this one has the name first.
    assert [each.package for each in formats() if each.name == "lines"] == ["bad_format 1.2"]
    assert found["lines"].problems == ("The name 'lines' belongs to a format of bad_format 1.2, which is used.",)


def test_what_fails_in_a_package_is_an_error_of_argmap(installed):
    installed("bad_format", BAD, "all = bad_format:FORMATS")
    Path("x.broken").write_text("x")
    with pytest.raises(ReadError, match="from the package bad_format 1.2, fails in read: RuntimeError: the reader is"):
        read("x.broken")
    with pytest.raises(WriteError, match="writes a map and gives str"):
        write(made(), "y.broken")
    with pytest.raises(argmap.ArgmapError, match="'absent'.* cannot be imported: ModuleNotFoundError"):
        write(made(), "y.absent")
    assert read("[A]: It rains.\n")["A"].text == "It rains."
    assert not Path("y.broken").exists()


def test_a_format_of_another_package_is_one_of_the_names_offered(good):
    with pytest.raises(UnknownNameError, match="Did you mean 'lines'"):
        read("x", "linse")


def test_entry_points_are_looked_up_only_when_needed(tmp_path):
    (tmp_path / "x.argdown").write_text("[A]: It rains.\n")
    code = (
        "import sys, argmap; m = argmap.read('x.argdown'); argmap.write(m, 'y.json', 'json');"
        "argmap.write(m, 'y.argdown'); argmap.read('y.json'); argmap.read(m.to_json()); print(json.dumps('argmap.formats.plugins' in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", "import json;" + code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert json.loads(done.stdout) is False
