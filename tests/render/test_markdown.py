"""The Markdown outline; markdown-it-py says what a reader sees."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from argmap import datasets
from argmap.model import ArgumentMap
from argmap.render import draw
from argmap.render.markdown import escaped
from argmap.render.typesetting import UNFIT
from argmap.view import Diagram, Edge, EdgeKind, Node, NodeKind, diagram_of
from argmap.view.outline import outline
from tests.maps import PIECES, maps
from tests.render.drawings import every_kind, open_or_closed
from tests.render.test_svg import HOSTILE, full_of

READERS = [MarkdownIt("commonmark"), MarkdownIt("gfm-like", {"linkify": False, "typographer": False})]


class Words(HTMLParser):
    """What is seen of a page, and the elements it is made of."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text, self.depth, self.deepest = "", 0, 0
        self.elements: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append(tag)
        self.depth += tag in ("ul", "ol")
        self.deepest = max(self.depth, self.deepest)

    def handle_endtag(self, tag):
        self.depth -= tag in ("ul", "ol")

    def handle_data(self, data):
        self.text += data


def seen(text: str) -> list[Words]:
    return [Words(reader.render(text)) for reader in READERS]


def clean(text: str) -> str:
    return " ".join(re.sub("[\u202a-\u202e\u2066-\u2069]", "", UNFIT.sub("", text)).split())


@pytest.mark.parametrize("make", [open_or_closed, every_kind, datasets.wet_street])
def test_golden(golden, make):
    golden(f"{make.__name__}.md", draw(make(), "md").decode())


texts = st.one_of(st.text(max_size=40), st.lists(st.sampled_from(PIECES), max_size=6).map(" ".join))


@given(texts, st.sampled_from(["{}", "- {}", "- **{}**: x", "# {}", "1. {}\n2. y", "- x: {}"]))
def test_any_text_is_seen_as_it_is(text, place):
    for words in seen(place.format(escaped(text) or "z")):
        assert (clean(text) or "z") in words.text
        assert set(words.elements) <= {"p", "ul", "ol", "li", "strong", "h1"}


@pytest.mark.parametrize("text", ["0 #", "C ## ", "# #", "a b ###", "A#", "#"])
def test_a_sign_of_a_heading_at_the_end_of_one_is_seen(text):
    for words in seen(f"# {escaped(text)}") + seen(draw(ArgumentMap(text), "md").decode()):
        assert words.text.strip().startswith(text.strip())
        assert words.elements[0] == "h1"


@given(st.text(alphabet="\\`*_[](){}<>#+-=.!|~&$^:@\"'/ \n1a", max_size=12))
def test_signs_alone_are_seen_as_they_are(text):
    for words in seen(f"- {escaped(text)}") + seen(f"- **{escaped(text)}**") if clean(text) else []:
        assert clean(text) in words.text


@given(maps())
def test_all_is_seen_in_lists_as_deep_as_the_outline(m):
    diagram = diagram_of(m)
    lines = list(outline(diagram))
    for words in seen(draw(m, "md").decode().split("\n## Sources")[0]):
        text = " ".join(words.text.split())
        for line in lines:
            if not line.see and not line.block:
                assert clean((line.cell or line.node).text) in text
        assert words.elements.count("li") == len(lines)
        assert words.deepest == max((min(line.depth, 10) + 1 for line in lines), default=0)
        assert set(words.elements) <= {"p", "ul", "ol", "li", "strong", "em", "h1"}


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:20]))
def test_hostile_text_is_seen_and_inert(text):
    for words in seen(draw(full_of(text), "md").decode()):
        assert clean(text) in " ".join(words.text.split())
        assert set(words.elements) <= {"p", "ul", "ol", "li", "strong", "em", "h1"}


def test_more_than_a_hundred_premises_keep_what_is_below_them():
    m = ArgumentMap()
    premises = [m.claim(f"p{number}") for number in range(120)]
    m.support(premises, m.claim("thesis"), title="A")
    m.rebut(m.claim("no"), premises[110], title="R")
    for words in seen(draw(m, "md").decode()):
        assert words.deepest == 5


def test_deep_levels_stand_flat():
    nodes = tuple(Node(str(number), NodeKind.CLAIM, text="x") for number in range(5_000))
    edges = tuple(Edge(str(number + 1), str(number), EdgeKind.SUPPORT) for number in range(4_999))
    text = draw(Diagram(nodes=nodes, edges=edges), "md").decode()
    assert text.endswith("\n" + " " * 40 + "- (level 4999) supports: x\n")
    assert len(text) < 5_000 * 80


def test_sources_stand_at_the_end_with_their_quotes():
    m = ArgumentMap(
        data={"sources": {"leak": {"title": "The *leak*", "author": "Ada", "url": "https://example.org/a_b"}}}
    )
    m.claim("It leaked", data={"cites": {"source": "leak", "quote": "It was [gone]."}})
    m.claim("It was sold", data={"cites": [{"source": "paper", "quote": "sold"}, "leak"]})
    text = draw(m, "md").decode()
    assert text.endswith(
        "\n\n## Sources\n\n"
        "- **The \\*leak\\***. Ada, <https://example.org/a_b>\n"
        "    - “It was \\[gone\\].”\n"
        "- **paper**\n"
        "    - “sold”\n"
    )
    assert "## Sources" not in draw(diagram_of(m), "md").decode()
    assert 'href="https://example.org/a_b"' in READERS[0].render(text)


@pytest.mark.parametrize("address", ["javascript:alert(1)", "https://x> <script>", "http://a b", "data:text/html,x"])
def test_only_addresses_of_the_web_are_links(address):
    m = ArgumentMap(data={"sources": {"s": {"title": "S", "url": address}}})
    for words in seen(draw(m, "md").decode()):
        assert "a" not in words.elements
        assert address in words.text


def test_no_engine_is_asked(monkeypatch):
    monkeypatch.setattr("argmap.render.picture.find_engine", None)
    assert draw(open_or_closed(), "md").endswith(b"\n")


def test_an_outline_speaks_the_language_of_the_map():
    m = ArgumentMap(data={"language": "fr"})
    rain = m.claim("Il pleut", title="Pluie")
    m.rebut("Il fait beau", rain)
    text = draw(m, "md").decode()
    assert text.startswith("# Carte argumentative\n")
    assert "- **Pluie**\u00a0: Il pleut\n    - attaque\u00a0: Il fait beau\n" in text
