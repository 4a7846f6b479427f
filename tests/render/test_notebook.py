"""How a map shows itself in a notebook, and the notebook among the examples (which pytest runs by nbmake)."""

import json
import re
import sys
import types
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from argmap.errors import ArgmapError, UnknownNameError
from argmap.model import ArgumentMap
from argmap.render import EngineError, drawing, to_svg
from argmap.render.notebook import LINES, Figure, figure, in_the_look_of_the_page, page
from argmap.render.text import tree
from argmap.render.theme import DEFAULT
from argmap.view import View, diagram_of
from tests.render.drawings import every_kind, open_or_closed
from tests.render.test_svg import HOSTILE, full_of

EXAMPLE = Path(__file__).parents[2] / "examples" / "notebook.ipynb"
assert DEFAULT.dark is not None
OTHER = replace(DEFAULT, dark=replace(DEFAULT.dark, page="#330000"))


@pytest.fixture
def no_engine(monkeypatch):
    def none(*_, **__):
        raise EngineError("There is no Graphviz here.")

    monkeypatch.setattr("argmap.render.picture.find_engine", none)


@pytest.fixture
def page_format(monkeypatch):
    """A page that quotes the title of the map, in the place of the real one."""
    module = types.ModuleType("stub_of_the_page")
    module.draw = lambda picture: f'<!doctype html><p title="x">{picture.map.title} & more</p>'.encode()  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setattr(drawing, "FORMATS", {**drawing.FORMATS, "html": module.__name__})


class Frame(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))


class TestFigures:
    def test_a_map_offers_a_picture_and_text(self):
        m = open_or_closed()
        forms = m._repr_mimebundle_()
        assert forms["image/svg+xml"] == to_svg(m)
        assert forms["text/plain"] == "\n".join(tree(diagram_of(m)))
        assert forms["text/html"] == in_the_look_of_the_page(to_svg(m))

    def test_options_go_to_the_picture(self):
        m, view = open_or_closed(), View(arrows=False)
        shown = m.figure(view=view, theme=OTHER)
        assert shown.svg == to_svg(m, view=view, theme=OTHER)
        assert shown.text == "\n".join(tree(diagram_of(m, view)))
        assert figure(diagram_of(m, view), theme=OTHER) == shown
        assert repr(shown) == shown.text

    def test_forms_can_be_chosen(self):
        m = open_or_closed()
        assert set(m._repr_mimebundle_(include=["text/plain"])) == {"text/plain"}
        assert set(m._repr_mimebundle_(exclude=["text/html"])) == {"text/plain", "image/svg+xml"}

    def test_a_long_text_is_shortened(self):
        m = ArgumentMap("Long")
        hub = m.claim("hub")
        for number in range(100):
            m.rebut(m.claim(str(number)), hub)
        lines = list(tree(diagram_of(m)))
        shown = m._repr_mimebundle_(include=["text/plain"])["text/plain"].split("\n")
        assert len(shown) == LINES
        assert shown[:-1] == lines[: LINES - 1]
        assert shown[-1] == f"… and {len(lines) - LINES + 1} more lines"

    def test_without_graphviz_there_is_the_text_and_the_reason(self, no_engine):
        m = open_or_closed()
        forms = m._repr_mimebundle_()
        assert set(forms) == {"text/plain"}
        assert forms["text/plain"].startswith("There is no Graphviz here.\n\nOpen or closed?\n")
        with pytest.raises(EngineError):
            m.figure(engine="bundled")

    def test_a_wrong_name_is_told_in_the_cell(self):
        with pytest.raises(UnknownNameError, match="Did you mean 'cards'"):
            open_or_closed().figure(style="card")


class TestLightAndDark:
    def test_what_the_page_says_goes_first(self):
        shown = in_the_look_of_the_page(to_svg(open_or_closed()))
        name = Frame(shown).tags[0][1]["class"]
        style = shown[shown.index("<style>") : shown.index("</style>")]
        by_system, by_page = style.split("\n}\n}\n")
        assert by_system.startswith("<style>\n@media (prefers-color-scheme:dark){html:not([theme=light]")
        assert "body:not([data-jp-theme-light]" in by_system
        assert f"body[data-jp-theme-light=false] .{name}" in by_page
        assert f"html[theme=dark] .{name}" in by_page
        rules = [set(re.findall(r"#argmap-\w+ \[.*\]\{.*\}", part)) for part in (by_system, by_page)]
        assert rules[0] == rules[1]
        assert len(rules[0]) > 10
        assert not set("<&") & set(style.removeprefix("<style>"))  # SVG in HTML is read by other rules than XML

    def test_themes_do_not_affect_each_other(self):
        """Two figures that differ in the dark only have rules of their own."""
        one, two = (in_the_look_of_the_page(to_svg(open_or_closed(), theme=theme)) for theme in (DEFAULT, OTHER))
        names = [Frame(shown).tags[0][1]["class"] for shown in (one, two)]
        assert names[0] != names[1]
        for shown, name in ((one, names[0]), (two, names[1])):
            style = shown[shown.index("<style>") : shown.index("</style>")]
            hosts = [line.removesuffix("{") for line in style.split("\n") if line.endswith("{")]
            assert len(hosts) == 2
            assert hosts[0].endswith(f") .{name}")
            assert all(host.endswith(f" .{name}") for host in hosts[1].split(","))

    def test_a_title_that_holds_the_words_of_the_rule_is_a_title(self):
        m = open_or_closed()
        m.title = "@media (prefers-color-scheme:dark){"
        shown = in_the_look_of_the_page(to_svg(m))
        assert shown.count("</title>") == to_svg(m).count("</title>")
        assert "@media (prefers-color-scheme:dark){html:not(" in shown

    def test_the_same_map_gives_the_same_output(self):
        assert open_or_closed()._repr_mimebundle_() == open_or_closed()._repr_mimebundle_()

    def test_a_picture_without_dark_rules_stays_as_it_is(self):
        assert in_the_look_of_the_page("<svg></svg>").endswith("><svg></svg></div>")

    @pytest.mark.parametrize("text", [text for text in HOSTILE if len(text) < 1000], ids=lambda text: ascii(text[:20]))
    def test_hostile_text_is_inert_in_html(self, text):
        html = full_of(text)._repr_mimebundle_()["text/html"]
        known = {"div", "svg", "g", "path", "polygon", "polyline", "ellipse", "text", "title", "desc", "style"}
        for tag, attributes in Frame(html).tags:
            assert tag in known
            assert not any(name.startswith("on") or "href" in name for name in attributes)


class TestPages:
    def test_a_page_stands_in_a_frame_that_only_runs_its_script(self, page_format):
        m = open_or_closed()
        m.title = 'A "title" </iframe><script>'
        shown = m.page(height=400)
        (style, _), (tag, attributes) = Frame(shown._repr_html_()).tags
        assert (style, tag) == ("style", "iframe")
        assert attributes["sandbox"] == "allow-scripts"
        assert attributes["srcdoc"] == '<!doctype html><p title="x">A "title" </iframe><script> & more</p>'
        assert attributes["title"] == m.title
        assert "height:400px" in (attributes["style"] or "")
        assert repr(shown) == f"<the page of {m.title!r}>"

    @pytest.mark.parametrize("height", [0, -1, 1.5, "600", True, None])
    def test_heights(self, page_format, height):
        with pytest.raises(ArgmapError, match=f"cannot be {height!r}; give a whole number"):
            page(open_or_closed(), height=height)


def test_the_example_holds_no_output():
    notebook = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        assert cell.get("outputs", []) == []
        assert cell.get("execution_count") is None
    assert sum(cell["cell_type"] == "code" for cell in notebook["cells"]) >= 5


def test_a_figure_is_a_plain_value():
    assert Figure("<svg/>", "x") == Figure("<svg/>", "x")
    assert figure(every_kind()) == figure(every_kind())
