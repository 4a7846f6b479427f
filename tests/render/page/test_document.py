"""What stands in the file of a page: its parts, its policy, its words; without a browser."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, given, settings

import argmap
from argmap.model.records import Argument, Claim, Relation, RelationKind
from argmap.render import EngineTimeout, draw, large
from argmap.render.page import layouts
from argmap.render.page.facts import Item, Link, facts_of
from argmap.render.page.outlining import MAX_DEPTH, outline
from argmap.render.page.words import Words, languages
from argmap.render.picture import Picture
from argmap.render.style import Style
from argmap.render.theme import DEFAULT
from argmap.view import View, diagram_of
from tests.maps import maps
from tests.render.drawings import every_kind, open_or_closed

VOID = {"meta", "br", "hr", "input", "path", "polygon", "polyline", "ellipse"}
HANDLER = re.compile(r"^on", re.IGNORECASE)


class Reader(HTMLParser):
    """Reads a page, and holds that its elements are closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.raw: dict[str, list[str]] = {"script": [], "style": []}
        self.words: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, text: str) -> None:
        if self.open and self.open[-1] in self.raw:
            self.raw[self.open[-1]].append(text)
        else:
            self.words.append(text)


def page_of(m, **options) -> str:
    return draw(m, "html", **options).decode()


def checked(text: str) -> Reader:
    """Read a page, and hold that its policy lets in what stands in it and nothing else."""
    read = Reader(text)
    policy = next(tag["content"] or "" for name, tag in read.tags if tag.get("http-equiv") == "Content-Security-Policy")
    for kind, texts in (("style", read.raw["style"]), ("script", read.raw["script"][1:])):
        for each in texts:
            digest = base64.b64encode(hashlib.sha256(each.encode()).digest()).decode()
            assert f"'sha256-{digest}'" in policy.split(f"{kind}-src")[1].split(";")[0]
    assert "unsafe-inline" not in policy
    for name, tag in read.tags:
        assert not any(HANDLER.match(key) or key == "style" for key in tag), (name, tag)
        assert name not in ("link", "iframe", "object", "embed", "base", "img", "a:script")
        assert tag.get("src") is None
        assert (tag.get("href") or "#").startswith(("#", "http://", "https://"))
    ids = [tag["id"] for _, tag in read.tags if tag.get("id")]
    assert len(ids) == len(set(ids))
    return read


def data_of(read: Reader):
    return json.loads(read.raw["script"][0])


@pytest.mark.parametrize("name", argmap.datasets.names())
def test_a_page_is_one_file_with_a_strict_policy(name):
    read = checked(page_of(argmap.datasets.load(name)))
    assert "url(http" not in read.raw["style"][0]
    assert "@import" not in read.raw["style"][0]


def test_the_same_map_gives_the_same_bytes():
    assert draw(every_kind(), "html") == draw(every_kind(), "html")


def test_every_claim_and_argument_is_in_the_list_with_its_words():
    m = argmap.datasets.open_vs_closed()
    read = checked(page_of(m))
    told = " ".join(read.words)
    for record in m:
        assert record.text in told
    listed = [tag["data-i"] for name, tag in read.tags if name == "li" and tag.get("data-i")]
    assert len(listed) == len(set(listed)) == len(m)


def test_the_list_says_what_each_does_to_what():
    text = page_of(open_or_closed())
    plain = re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", text.split('id="tree"')[1].split("</section>")[0]))
    assert "attacks An API provider can refuse harmful users: Determined bad actors" in plain
    assert "supports Powerful AI models should be kept behind an API: Safety" in plain


def test_lines_that_go_both_ways_count_twice_at_the_top():
    m = argmap.ArgumentMap()
    a, b, c = (m.claim(text) for text in ("It rains", "It is dry", "The sun shines"))
    for source, target in ((a, b), (b, a), (c, a)):
        m.rebut(source, target)
    text = re.sub(r"<[^>]*>", "", page_of(m).split('class="counts"')[1].split("</ul>")[0])
    assert "Attacks 3" in text


@given(maps())
@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_any_map_has_a_page(m):
    read = checked(page_of(m, engine="bundled"))
    items = data_of(read)["items"]
    assert sorted(data_of(read)["order"]) == list(range(len(items)))


@pytest.mark.parametrize(
    "text",
    [
        "</script><script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "<!--",
        "]]>",
        "\ud800",
        "&lt;",
        "__proto__",
    ],
)
def test_hostile_text_stays_text(text):
    checked(page_of(hostile(text)))


def hostile(text: str) -> argmap.ArgumentMap:
    """A map with `text` in every field that a page tells of."""
    data = {
        "side": text,
        "status": text,
        "scheme": text,
        "values": [text],
        "questions": [text],
        "cites": [{"source": text, "quote": text, text: text}],
    }
    claim = Claim("c" + text, text, title=text, tags=(text,), data=data)
    thesis = Claim("t" + text, text, data=data)
    sketch = Argument("A" + text, text, title=text, data=data)
    return argmap.ArgumentMap.from_records(
        title=text,
        data={
            "sides": {text: text},
            "sources": {text: {"title": text, "url": f"javascript:{text}", "path": f"../{text}.md", text: text}},
            "language": text,
            "abstract": text,
            "subTitle": text,
        },
        claims=[claim, thesis],
        arguments=[sketch],
        relations=[
            Relation(RelationKind.ATTACK, claim.id, thesis.id),
            Relation(RelationKind.SUPPORT, sketch.id, thesis.id),
        ],
    )


def test_without_a_picture_the_list_is_there(monkeypatch):
    def late(*_args, **_options):
        raise EngineTimeout("It took too long.")

    monkeypatch.setattr("argmap.render.large.laid_out", late)
    read = checked(page_of(open_or_closed()))
    assert "The picture could not be drawn" in " ".join(read.words)
    assert any(tag.get("id") == "tree" for _, tag in read.tags)
    assert not any(tag.get("id") == "stage" for _, tag in read.tags)


def test_layouts_keep_to_their_limit(monkeypatch):
    m = argmap.datasets.open_vs_closed()
    made = data_of(checked(page_of(m)))["layouts"]
    assert len(made) > 5
    monkeypatch.setattr(layouts, "MAX_BOXES", 20)
    read = checked(page_of(m))
    assert 0 < len(data_of(read)["layouts"]) < len(made)
    assert "left out: too large" in " ".join(read.words)


def test_a_page_of_a_diagram_alone():
    read = checked(page_of(diagram_of(open_or_closed())))
    assert "Determined bad actors" in " ".join(read.words)


def test_the_page_speaks_the_language_of_the_map():
    m = argmap.ArgumentMap("Regen", data={"language": "de"})
    m.rebut("Die Straße ist trocken", m.claim("Es regnet"))
    text = page_of(m)
    assert '<html lang="de">' in text
    assert "greift an" in text
    assert '<h1 lang="de">' in text


def test_names_within_a_line_leave_their_full_stops():
    m = argmap.ArgumentMap()
    for text in ("It rains.", "It is dry."):
        m.rebut("The sun shines.", m.claim(text))
    told = re.sub(r"<[^>]*>", "", page_of(m).split('<header class="head">')[1].split("</main>")[0])
    assert "Main claims: It rains; It is dry" in told
    assert "attacks It rains: The sun shines." in told
    assert ".;" not in told
    assert ".:" not in told


def test_french_labels_have_a_no_break_space_before_their_colons():
    m = argmap.ArgumentMap("Pluie", data={"language": "fr"})
    wet = m.claim("La rue est mouillée", title="Rue")
    m.support("Il pleut", wet, title="Nuages", rules=["généralisation"])
    told = re.sub(r"<svg.*?</svg>", "", page_of(m).split('<header class="head">')[1], flags=re.DOTALL)
    told = re.sub(r"<[^>]*>", "", told.split("</main>")[0])
    assert "Thèses principales\u00a0: Rue" in told
    assert "Rue\u00a0: La rue est mouillée" in told
    assert "appuie Rue\u00a0:" in told
    assert "Selon\u00a0: généralisation" in told
    assert re.findall(r".{0,20}[^\u00a0]: ", told) == []


@pytest.mark.parametrize("code", list(languages()))
def test_every_language_has_every_word_and_its_places(code):
    english = languages()["en"]
    words = languages()[code]
    assert list(words) == list(english)
    for key, said in words.items():
        assert said.strip(" ") == said != ""
        assert set(re.findall(r"\{\w+\}", said)) == set(re.findall(r"\{\w+\}", english[key]))


def test_every_word_that_the_script_uses_is_there():
    from importlib.resources import files

    folder = files("argmap.render.page") / "script"
    used = set()
    for file in folder.iterdir():
        used |= set(re.findall(r'\b(?:say|wordOf|actButton)\("(\w+)"', file.read_text(encoding="utf-8")))
    assert used - set(languages()["en"]) == set()
    assert len(used) > 20


def test_words_of_an_unknown_language_are_english():
    assert Words.of("xx").say("map") == "Map"


def test_what_cannot_be_laid_out_anew_says_what_to_install(monkeypatch):
    from argmap.render.page import relayout

    def none(_name):
        raise ModuleNotFoundError

    monkeypatch.setattr(relayout, "files", none)
    with pytest.raises(argmap.EngineNotFound, match=re.escape("pip install 'argmap[relayout]'")):
        draw(open_or_closed(), "html", relayout=True)


def test_a_graphviz_of_another_form_is_refused(monkeypatch, tmp_path):
    from argmap.render.page import relayout

    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "index.js").write_text("export default class Graphviz {}", encoding="utf-8")
    monkeypatch.setattr(relayout, "files", lambda _name: tmp_path)
    with pytest.raises(argmap.EngineError, match="not of the form"):
        draw(open_or_closed(), "html", relayout=True)


def test_the_page_that_lays_out_anew_has_a_strict_policy_too():
    pytest.importorskip("easydot")
    text = page_of(open_or_closed(), relayout=True)
    assert "'wasm-unsafe-eval'" in text
    checked(text)
    assert "'wasm-unsafe-eval'" not in page_of(open_or_closed())


def test_the_outline_does_not_recurse_and_goes_no_deeper_than_browsers_do():
    items = [Item(f"C{n}", "claim", "", f"claim {n}", n, is_thesis=not n) for n in range(5000)]
    for n in range(1, 5000):
        items[n].up.append(Link("attack", n - 1))
        items[n - 1].down.append(Link("attack", n))
    rows = outline(items)
    assert max(row.depth for row in rows) == MAX_DEPTH + 1
    assert sorted(row.item for row in rows if not row.is_reference) == list(range(5000))


def test_facts_of_a_folded_argument_tell_of_its_premise():
    m = argmap.ArgumentMap()
    rain = m.claim("It rains")
    wet = m.support("The street is wet", rain)
    m.undercut("Street cleaners wet it, too", wet)
    picture = Picture(diagram_of(m), Style(), DEFAULT, map=m)
    items = facts_of(picture).items
    told = {item.text: item for item in items}
    street = items.index(told["The street is wet"])
    assert told["Street cleaners wet it, too"].up == [Link("undercut", street)]
    assert replace(picture, view=View()).view == View()


def test_a_page_says_what_its_picture_leaves_out(monkeypatch):
    told = "The picture shows"
    whole = draw(argmap.datasets.load("open_vs_closed"), "html").decode()
    assert 'id="in-part"' not in whole
    assert Words("en").say("mapSame") in whole
    monkeypatch.setattr(large, "WHOLE", 10)
    monkeypatch.setattr(large, "FOLDED", 20)
    part = draw(argmap.datasets.load("open_vs_closed"), "html").decode()
    found = re.search(r'<p class="note" id="in-part" lang="en">([^<]*)</p>', part)
    assert found is not None
    assert told in found.group(1)
    assert "too large" in found.group(1)
    assert f'<p class="hint">{Words("en").tag("mapSame")}' not in part
    german = argmap.datasets.load("open_vs_closed")
    german.data["language"] = "de"
    part = draw(german, "html").decode()
    found = re.search(r'<p class="note" id="in-part" lang="de">([^<]*)</p>', part)
    assert found is not None
    assert "zu groß oder zu dicht" in found.group(1)
    assert told not in found.group(1)


def test_a_map_without_a_title_is_called_by_its_main_claim():
    m = argmap.ArgumentMap()
    m.rebut("It is dry & warm", m.claim("It rains < snows", title="Rain & snow"))
    page = draw(m, "html").decode()
    assert "<title>Rain &amp; snow</title>" in page
    assert "<h1>Rain &amp; snow</h1>" in page


@pytest.mark.parametrize(
    ("text", "needs"),
    [("Цены растут", "fontpkg"), ("最低工资", "manimgx_fonts_cjk"), ("वेतन", "manimgx_fonts"), ("👍", "manimgx_fonts")],
)
def test_a_page_brings_the_letters_of_other_scripts_along(text, needs):
    pytest.importorskip(needs)
    m = argmap.ArgumentMap("Letters")
    m.claim(text)
    page = draw(m, "html").decode()
    found = re.findall(r'@font-face\{font-family:"argmap other scripts";[^}]*?unicode-range:([^;]*);', page)
    carried = {sign for ranges in found for sign in ranges.split(",")}
    assert {f"U+{ord(sign):X}" for sign in text if not sign.isspace()} <= carried
    assert re.search(r':root\{--font:[^}]*"argmap other scripts"', page)
