import sys
from pathlib import Path

import pytest

from argmap.errors import UnknownNameError
from argmap.render import (
    Engine,
    EngineError,
    EngineNotFound,
    EngineTimeout,
    Graphviz,
    draw,
    engines,
    find_engine,
    to_svg,
)
from argmap.view import Diagram, Edge, EdgeKind, Node, NodeKind


def test_engines_draw(engine):
    found = find_engine(engine)
    assert isinstance(found, Engine)
    assert found.version >= (2,)
    assert {"svg", "dot", "json"} <= found.formats
    assert b"<svg" in found.layout("digraph { a -> b }")
    assert b"bb" in found.layout("graph { a -- b }", format="json", program="neato")


@pytest.mark.parametrize("dot", ["digraph { a -> ", "", "digraph { a [label=<<b>x>] }"])
def test_what_cannot_be_drawn_is_an_error_with_a_reason(engine, dot):
    with pytest.raises(EngineError, match=r"could not draw the graph: .+\.") as caught:
        find_engine(engine).layout(dot)
    assert caught.value.returncode is not None


def test_control_characters_are_refused(engine):
    with pytest.raises(EngineError, match="control character"):
        find_engine(engine).layout("digraph { a\x00 }")


def test_a_layout_that_takes_too_long_says_how_large_it_is():
    names = [f"C{number}" for number in range(80)]
    diagram = Diagram(
        nodes=tuple(Node(name, NodeKind.CLAIM, text=name) for name in names),
        edges=tuple(Edge(a, b, EdgeKind.ATTACK) for a in names for b in names if a < b),
    )
    with pytest.raises(
        EngineTimeout, match=r"80 boxes and 3,160 arrows.*within 0.2 seconds.*--timeout.*by section.*as a list"
    ):
        draw(diagram, timeout=0.2)


@pytest.mark.parametrize("timeout", [0, -1, float("nan"), float("inf"), float("-inf"), 1e300, 10**400, None, "9"])
def test_a_timeout_that_cannot_be_waited_for_is_an_error(timeout):
    with pytest.raises(EngineError, match=r"timeout of a layout cannot be .*; give a number of seconds"):
        draw(Diagram(), timeout=timeout)


def test_bundled_comes_first(monkeypatch):
    monkeypatch.delenv("ARGMAP_ENGINE", raising=False)
    first = next(status.engine for status in engines() if status.engine)
    assert find_engine() == first
    assert [status.name for status in engines()] == ["bundled", "dot"]


def test_the_environment_names_the_engine(monkeypatch, engine):
    monkeypatch.setenv("ARGMAP_ENGINE", engine)
    assert find_engine().name == engine
    monkeypatch.setenv("ARGMAP_ENGINE", "auto")
    assert find_engine().name in ("bundled", "dot")


def test_a_path_is_an_engine(engine):
    found = find_engine(engine)
    assert isinstance(found, Graphviz)
    assert find_engine(str(found.path)).layout("digraph { a }")


def test_a_program_that_is_not_there(monkeypatch, tmp_path):
    with pytest.raises(EngineNotFound, match="no layout program at"):
        find_engine(str(tmp_path / "dot"))
    with pytest.raises(EngineNotFound, match="could not be started"):
        Graphviz("dot", tmp_path / "dot").layout("digraph {}")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(EngineNotFound, match=r"no program `dot`.*engine='auto'"):
        find_engine("dot")


def test_without_any_engine_the_message_says_what_to_install(monkeypatch, tmp_path):
    monkeypatch.delenv("ARGMAP_ENGINE", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("argmap.render.engine._bundled", lambda: None)
    with pytest.raises(EngineNotFound, match=r"Install Graphviz.*\.dot"):
        find_engine()


def test_an_unknown_name_offers_the_nearest():
    with pytest.raises(UnknownNameError, match="Did you mean 'bundled'"):
        find_engine("bundeld")


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
class TestBadPrograms:
    def stand_in(self, folder: Path, script: str) -> str:
        path = Path(folder, "dot")
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)
        return str(path)

    def test_no_drawing(self, tmp_path):
        with pytest.raises(EngineError, match="ended with 0 and drew nothing"):
            to_svg(Diagram(), engine=self.stand_in(tmp_path, "cat > /dev/null"))

    def test_not_xml(self, tmp_path):
        with pytest.raises(EngineError, match="not well-formed"):
            to_svg(Diagram(), engine=self.stand_in(tmp_path, "cat > /dev/null; echo '<svg'"))

    def test_no_picture(self, tmp_path):
        with pytest.raises(EngineError, match="without a picture"):
            to_svg(Diagram(), engine=self.stand_in(tmp_path, "cat > /dev/null; echo '<svg/>'"))

    def test_a_wicked_program_is_disarmed(self, tmp_path):
        svg = (
            '<!DOCTYPE svg [<!ENTITY e "x">]><svg xmlns="http://www.w3.org/2000/svg" '
            'xmlns:xlink="http://www.w3.org/1999/xlink" onload="x()"><g id="graph0"><script>x()</script>'
            '<a xlink:href="javascript:x()"><text onclick="x()" fill="url(http://x)">kept</text></a>'
            '<image href="http://x"/><foreignObject/><text style="fill:url(x)" fill="red">also</text></g></svg>'
        )
        program = self.stand_in(tmp_path, f"cat > /dev/null; cat <<'END'\n{svg}\nEND")
        drawn = to_svg(Diagram(), engine=program)
        assert "kept" in drawn
        assert "also" in drawn
        assert not any(word in drawn for word in ("script", "onload", "onclick", "http://x", "image", "foreign"))
