"""Sheets as pages: what they are made of, that they are alone, and that they look right on paper and phones."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from argmap.classroom.sheets import LOOKS, Card, Cards, Item, Listing, Paragraph, Picture, Run, Sheet
from argmap.classroom.sheets.html import html_of
from tests.classroom.sheets.everything import HOSTILE, sheet, svg

VOID = {"meta", "col", "br", "img", "link"}


class Outline(HTMLParser):
    """The elements of a page, each with its attributes; what is opened and not closed is a fault."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(page)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.found if name == tag]


def test_it_is_made_of_what_it_means():
    outline = Outline(html_of(sheet()))
    tags = [tag for tag, _ in outline.found]
    assert [tag for tag in tags if re.fullmatch("h[1-6]", tag)] == ["h1", "h2", "h3", "h4"]
    assert {"ul", "ol", "li", "table", "thead", "figure", "strong", "main", "footer"} <= set(tags)
    assert all(each.get("scope") == "col" for each in outline.all("th"))
    (figure,) = outline.all("figure")
    assert figure["role"] == "img"
    assert str(figure["aria-label"]).startswith("A map: ")
    assert all(each.get("dir") == "auto" for each in outline.all("p") if each.get("class") != "label")
    assert outline.all("html") == [{"lang": "en"}]


def test_it_loads_and_runs_nothing():
    page = html_of(sheet())
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    assert "default-src 'none'" in policy[1]
    assert "script-src 'none'" in policy[1]
    assert "unsafe" not in policy[1]
    assert "<script" not in page
    assert not re.search(r'\sstyle="', page)
    assert set(re.findall(r"url\(([^)]{0,10})", page)) <= {'"data:font'}


def test_ids_are_there_once():
    page = html_of(Sheet("s", "Rain", (Picture(svg(), "one"), Picture(svg(), "two"))))
    ids = [attributes["id"] for _, attributes in Outline(page).found if "id" in attributes]
    assert ids
    assert len(ids) == len(set(ids))


def test_pictures_are_harmless():
    bad = (
        '<svg width="9" height="9" onload="x()"><script>alert(1)</script><style>*{color:red}</style>'
        '<a href="javascript:x"><rect id="r" fill="url(#g)"/></a><foreignObject/><image href="https://example.org/a.png"/></svg>'
    )
    page = html_of(Sheet("s", "Rain", (Picture(bad, "bad"),)))
    for word in ("alert", "onload", "javascript", "example.org", "foreignObject", "color:red"):
        assert word not in page
    assert 'fill="url(#p1-g)"' in page


@pytest.mark.parametrize("text", HOSTILE)
def test_it_stays_whole_whatever_the_text(text):
    page = html_of(sheet(text=text))
    outline = Outline(page)
    assert len(outline.all("style")) == 1
    assert outline.all("script") == []
    assert "\x00" not in page
    page.encode()


def test_links_lead_to_the_web_or_nowhere():
    page = html_of(
        Sheet("s", "R", (Paragraph((Run("a", href="https://example.org/?a=1&b=2"), Run("b", href="javascript:x"))),))
    )
    assert [each["href"] for each in Outline(page).all("a")] == ["https://example.org/?a=1&b=2"]


def test_lists_from_the_right_have_their_marks_on_the_right():
    page = html_of(Sheet("s", "R", (Listing((Item("שלום"),)), Listing((Item("rain"),)))))
    assert page.count('<ul dir="rtl">') == 1


def test_a_page_in_a_language_from_the_right_stands_on_the_right():
    assert Outline(html_of(Sheet("s", "R", (), language="ar"))).all("html") == [{"lang": "ar", "dir": "rtl"}]
    assert Outline(html_of(Sheet("s", "R", (), language='"><b>'))).all("html") == [{"lang": "en"}]


def test_backs_are_mirrored():
    cards = tuple(Card(f"front {n}", back=f"back {n}") for n in range(3))
    page = html_of(Sheet("s", "Rain", (Cards(cards, columns=2, rows=2),)))
    assert re.findall(r"(?:front|back) \d", page) == ["front 0", "front 1", "front 2", "back 1", "back 0", "back 2"]


@pytest.mark.parametrize("name", LOOKS)
def test_sizes_and_colours_are_those_of_the_look(name):
    look = LOOKS[name]
    page = html_of(sheet(look.theme), look)
    assert f"html{{font-size:{look.size:g}pt}}" in page
    if name == "copier":
        used = set(re.findall(r"--\w+:(#[0-9a-f]{6})", page))
        assert used <= {"#000000", "#ffffff"}
        assert all(
            colour[1:3] == colour[3:5] == colour[5:7]
            for colour in re.findall(r'(?:fill|stroke)="(#[0-9a-f]{6})"', page)
        )


def test_other_scripts_bring_their_letters():
    page = html_of(Sheet("s", "Rain", (Paragraph("开放模型"),)))
    assert "unicode-range:U+5F00,U+653E,U+6A21,U+578B" in page or "unicode-range" in page
    assert len(page) < 200_000
