import subprocess
import sys

import pytest

from argmap.errors import ArgmapError, UnknownNameError, WriteError
from argmap.render import EngineError, render, svg, to_dot, to_svg
from argmap.view import View, diagram_of
from tests.render.drawings import open_or_closed


@pytest.mark.parametrize("name", ["map.svg", "map.dot", "map.gv", "MAP.SVG"])
def test_the_ending_tells_the_format(tmp_path, name):
    m = open_or_closed()
    path = render(m, tmp_path / name)
    assert path == tmp_path / name
    expected = to_svg(m) if name.lower().endswith("svg") else to_dot(m)
    assert path.read_bytes().decode() == expected


def test_a_format_can_be_named(tmp_path):
    assert render(open_or_closed(), str(tmp_path / "map.txt"), format="dot").read_text().startswith("digraph")


@pytest.mark.parametrize(
    ("name", "options", "message"),
    [
        ("map.svgg", {}, r"no picture format 'svgg'. Did you mean 'svg'\? argmap has: svg, png, pdf"),
        ("map.svgz", {}, "argmap has: svg, png, pdf"),
        ("map", {}, "ending of the file does not tell"),
        ("map.svg", {"style": "argdwon"}, "Did you mean 'argdown'"),
        ("map.svg", {"theme": "defualt"}, "Did you mean 'default'"),
        ("map.svg", {"engine": "bundeled"}, "Did you mean 'bundled'"),
    ],
)
def test_unknown_names_offer_the_nearest(tmp_path, name, options, message):
    with pytest.raises(UnknownNameError, match=message) as caught:
        render(open_or_closed(), tmp_path / name, **options)
    assert isinstance(caught.value, ArgmapError)
    assert not list(tmp_path.iterdir())


def test_what_was_there_stays_when_drawing_fails(tmp_path):
    path = tmp_path / "map.svg"
    path.write_text("old")
    with pytest.raises(EngineError):
        render(open_or_closed(), path, engine=str(tmp_path / "no-dot"))
    assert path.read_text() == "old"
    with pytest.raises(WriteError):
        render(open_or_closed(), tmp_path / "no folder" / "map.svg")


def test_a_diagram_can_be_drawn_as_well():
    m = open_or_closed()
    assert to_svg(diagram_of(m, View(arrows=False))) == to_svg(m, view=View(arrows=False)) != to_svg(m)


def test_the_map_draws_itself(tmp_path):
    m = open_or_closed()
    assert m.render(tmp_path / "map.svg").read_text(encoding="utf-8") == to_svg(m)
    assert m.to_dot() == to_dot(m)
    assert diagram_of(m, m.view()) == diagram_of(m)


def test_dot_needs_no_engine(monkeypatch):
    monkeypatch.setattr("argmap.render.picture.find_engine", None)
    assert to_dot(open_or_closed()).startswith("digraph")


def test_importing_argmap_loads_no_drawing():
    code = "import argmap, sys; print(sorted({'graphviz', 'argmap.render', 'argmap.view'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_graphviz_is_started_before_the_names_are_written(monkeypatch):
    order = []
    known = svg.names_of

    def names_of(scene, dot):
        order.append("names")
        return known(scene, dot)

    class Engine:
        name, version, formats = "slow", (1, 0, 0), frozenset(("svg",))

        def layout(self, dot, *, format="svg", program="dot", timeout=30.0):  # noqa: A002
            order.append("layout")
            return b'<svg width="9pt" height="9pt" viewBox="0 0 9 9"><g id="graph0"><text>x</text></g></svg>'

    monkeypatch.setattr(svg, "names_of", names_of)
    interval = sys.getswitchinterval()
    sys.setswitchinterval(60)  # no thread has to give way; each goes on until it waits
    try:
        to_svg(open_or_closed(), engine=Engine())
    finally:
        sys.setswitchinterval(interval)
    assert order == ["layout", "names"]
