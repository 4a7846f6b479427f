"""The reading: which files are read, where quotations are found, and how they are marked."""

from __future__ import annotations

import json
import re

import pytest

import argmap
from argmap.render import draw
from argmap.render.page.facts import facts_of
from argmap.render.page.reading import MAX_BYTES, details_of, quotes_of
from argmap.render.page.setting import Passage, set_passages, text_of
from argmap.render.picture import Picture
from argmap.render.style import Style
from argmap.render.theme import DEFAULT
from argmap.view import diagram_of


def read(folder, text, quotes, path="text.md", told=None):
    """Return the quotes of a map that lies in `folder` and quotes a text there; what is told goes into `told`."""
    if text is not None:
        (folder / "text.md").write_text(text, encoding="utf-8")
    lines = ["===", "sources:", f"  text: {{title: A text, path: {json.dumps(path)}}}", "===", ""]
    for number, quote in enumerate(quotes):
        lines += [f"[Claim {number}]: Words. {{cites: {{source: text, quote: {json.dumps(quote)}}}}}", ""]
    file = folder / "map.argdown"
    file.write_text("\n".join(lines), encoding="utf-8")
    m = argmap.read(file)
    return quotes_of(
        facts_of(Picture(diagram_of(m), Style(), DEFAULT, map=m)), m, [].append if told is None else told.append
    )


def plain(html):
    return re.sub(r"<[^>]*>", "", html)


def test_an_exact_quotation_is_marked_and_linked(tmp_path):
    quotes = read(tmp_path, "# Title\n\nIt *rains*\nall day. More.", ["rains all day"])
    assert quotes.found == {("Claim 0", 0): (0, True)}
    html = quotes.readings["text"]
    assert html.startswith('<h3>Title</h3><p>It <em><mark id="p0" data-p="0"><a href="#i0"')
    assert plain(html) == "TitleIt rains all day. More."
    assert "".join(re.findall(r'data-go="0" title="Claim 0">([^<]*)</a>', html)) == "rains all day"


def test_quotation_marks_and_blanks_make_no_difference(tmp_path):
    quotes = read(tmp_path, "She said: “It’s\u00a0wet”, and left.", ['"It\'s  wet"'])
    assert quotes.found["Claim 0", 0] == (0, True)


def test_what_is_not_word_for_word_is_put_at_the_nearest_sentence(tmp_path):
    quotes = read(
        tmp_path, "The sun shines. The school should not start at eight. End.", ["the school should start at eight"]
    )
    assert quotes.found["Claim 0", 0] == (0, False)
    assert '<mark id="p0" class="near"' in quotes.readings["text"]
    assert read(tmp_path, "Nothing alike here at all.", ["quite other words stand there"]).found == {}


def test_passages_may_overlap_and_be_quoted_twice(tmp_path):
    quotes = read(tmp_path, "one two three four five", ["two three", "three four", "two three"])
    assert [quotes.found[f"Claim {n}", 0][0] for n in range(3)] == [0, 1, 0]
    html = quotes.readings["text"]
    assert plain(re.sub(r"<sup>.*?</sup>", "", html)) == "one two three four five"
    assert html.count("<mark") == html.count("</mark>") == 3
    assert '<sup><a href="#i2"' in html


@pytest.mark.parametrize(
    "path", ["../secret.md", "/etc/hostname.md", "map.argdown", "missing.md", "", "\x00.md", "link.md"]
)
def test_files_out_of_bounds_are_not_read(tmp_path, path):
    folder = tmp_path / "maps"
    folder.mkdir()
    (tmp_path / "secret.md").write_text("secret", encoding="utf-8")
    (folder / "link.md").symlink_to(tmp_path / "secret.md")
    assert read(folder, None, ["secret"], path).readings == {}


def test_a_file_that_is_too_long_or_no_text_is_not_read(tmp_path):
    assert read(tmp_path, "x" * (MAX_BYTES + 1), []).readings == {}
    (tmp_path / "text.md").write_bytes(b"\xff\xfe\x00")
    assert read(tmp_path, None, []).readings == {}


@pytest.mark.parametrize(
    ("text", "path", "why"),
    [
        (None, "missing.md", "there is no such file in the folder of map.argdown"),
        (None, "../secret.md", "it has to lie in the folder of the map or below"),
        ("x" * (MAX_BYTES + 1), "text.md", "it has more than 1 MB"),
        (None, "binary.md", "it is not in UTF-8"),
    ],
)
def test_what_cannot_be_shown_is_told(tmp_path, text, path, why):
    (tmp_path / "binary.md").write_bytes(b"\xff\xfe\x00")
    told: list[str] = []
    read(tmp_path, text, [], path, told)
    assert told == [f"The reading {path!r}, which the source 'text' names, is not on the page: {why}."]


def test_nothing_is_told_of_a_reading_that_is_shown(tmp_path):
    told: list[str] = []
    assert read(tmp_path, "one two", ["one"], told=told).readings
    assert not read(tmp_path, None, [], "book.pdf", told).readings  # it may be there for other ends
    assert told == []


def test_a_map_without_a_file_has_no_reading():
    m = argmap.parse("===\nsources: {a: {path: README.md}}\n===\n[A]: a", "README").map
    assert b'id="reading"' not in draw(m, "html")


def test_a_text_in_the_front_matter_is_no_detail_of_its_source():
    assert list(details_of({"text": "A whole book.", "path": "book.md", "page": 3})) == ["page 3"]


def test_markup_in_a_reading_is_text():
    text = text_of("<script>alert(1)</script> [a](javascript:b) ![c](d.png) `<e>`", is_markdown=True)
    html = set_passages(text, [])
    assert "<script" not in html
    assert "<img" not in html
    assert "<a" not in html
    assert "<code>&lt;e&gt;</code>" in html


def test_a_plain_text_has_paragraphs_alone():
    assert set_passages(text_of("# a *b*\n\nc", is_markdown=False), []) == "<p># a *b*</p><p>c</p>"


def test_passages_at_the_ends_of_a_text():
    text = text_of("ab", is_markdown=True)
    html = set_passages(text, [Passage(0, 0, 2, True, [5], ["Five"])])
    assert html == '<p><mark id="p0" data-p="0"><a href="#i5" data-go="5" title="Five">ab</a></mark></p>'


def test_the_flagship_finds_every_quotation():
    m = argmap.datasets.open_vs_closed()
    quotes = quotes_of(facts_of(Picture(diagram_of(m), Style(), DEFAULT, map=m)), m)
    cited = [citation for record in m for citation in m.citations(record) if citation.quote]
    assert len(quotes.found) == len(cited) > 20
    assert all(is_exact for _, is_exact in quotes.found.values())
