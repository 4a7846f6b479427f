"""Sources and quotations: files beside the map, hostile ones too, and what the rules say."""

from __future__ import annotations

import os
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap import datasets
from argmap.check import Finding, Settings, all_rules, find, fix
from argmap.check.quotations.cited import quotations_of
from argmap.check.quotations.paging import Paging
from argmap.check.quotations.quoting import Verdict
from argmap.check.quotations.source_texts import MOST_BYTES, plain_of_markdown, source_texts, stored
from argmap.check.subject import Subject
from argmap.model import ArgumentMap
from tests.check.cases import read

OWN = tuple(rule.code for rule in all_rules() if rule.family == "EVD")
ALL = Settings(select=("EVD",))


def evidence(m: ArgumentMap, folder: Path | None = None, **given: Any) -> tuple[Finding, ...]:
    found = find(m, ALL.merged(given, "test"), folder=None if folder is None else str(folder), today=date(2026, 11, 25))
    return tuple(each for each in found[0] if each.family == "EVD")


def codes(findings: tuple[Finding, ...]) -> list[str]:
    return [each.code for each in findings]


def quoting(quote: str, text: str = "Phones help pupils to learn at home and at school.", **data: Any) -> ArgumentMap:
    """A map with one quotation from one source."""
    source = {"title": "Study", "author": "A group", "text": text}
    m = ArgumentMap(data={"sources": {"study": source}})
    m.claim("A claim.", data={"cites": {"source": "study", "quote": quote, **data}})
    return m


def test_all_quotations_of_the_datasets_stand_in_their_readings() -> None:
    m = datasets.open_vs_closed()
    assert m.source is not None
    subject = Subject(m, folder=str(Path(m.source.name).parent))
    found = quotations_of(subject)
    assert len(found) > 40
    assert {each.match.verdict for each in found} == {Verdict.EXACT}
    for name in datasets.names():
        assert [each.code for each in datasets.load(name).check().findings if each.family == "EVD"] == []
        strict = datasets.load(name).check(select=[code for code in OWN if code != "EVD101"])
        assert [each.code for each in strict.findings] == []


def test_a_dataset_finds_its_reading() -> None:
    m = datasets.open_vs_closed()
    m.claim("Made up.", data={"cites": {"source": "reading", "quote": "This was never written anywhere"}})
    assert [each.code for each in m.check(select=["EVD"]).findings if each.code != "EVD101"] == ["EVD104"]


def test_a_copy_of_the_flagship_with_one_wrong_word(tmp_path: Path) -> None:
    text = datasets.path("open_vs_closed").read_text("utf-8").replace('great harm."}}', 'some harm."}}')
    (tmp_path / "map.argdown").write_text(text, "utf-8")
    (tmp_path / "open_vs_closed.md").write_text(datasets.reading("open_vs_closed"), "utf-8")
    report = argmap.read(tmp_path / "map.argdown").check(select=["EVD104"])
    assert [each.about for each in report.findings] == ["Great harm"]
    assert 'the source says "great", the quotation "some"' in report.findings[0].message


def test_files_are_read_once_and_as_they_are_read(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.md").write_bytes("\ufeff# A *walk*\r\n\r\nin the\r\n**rain**".encode())
    (tmp_path / "b.txt").write_text("as *it* is", "utf-8")
    data = {"a": {"path": "texts/a.md"}, "again": {"path": "texts/a.md"}, "b": {"path": "b.txt"}, "c": {"text": "x"}}
    subject = Subject(ArgumentMap(data={"sources": data}), folder=str(tmp_path))
    walk = "A walk\n\nin the\nrain"
    assert source_texts(subject) == {"a": walk, "again": walk, "b": "as *it* is", "c": "x"}
    assert source_texts(subject) is source_texts(subject)
    assert source_texts(Subject(ArgumentMap(data={"sources": data}))) == {"c": "x"}


HOSTILE = {
    "../secret.txt": "lies outside the folder of the map",
    "/etc/hostname.txt": "lies outside the folder of the map",
    "in/../../secret.txt": "lies outside the folder of the map",
    "link.txt": "lies outside the folder of the map",
    "link/secret.txt": "lies outside the folder of the map",
    "loop.txt": "cannot be read",
    "missing.txt": "is not there",
    "folder.md": "is not there",
    "map.argdown": "is not a text that can be read here",
    "a\0b.txt": "cannot be read",
    "latin.txt": "is not written in UTF-8",
    "long.txt": "is longer than the",
    f"{'x' * 5_000}.txt": "cannot be read",
    ".txt": "is not there",
}


@pytest.mark.parametrize("path", HOSTILE)
def test_paths_that_are_not_read(tmp_path: Path, path: str) -> None:
    home = tmp_path / "home"
    (home / "folder.md").mkdir(parents=True)
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    (home / "map.argdown").write_text("[A]: a.", "utf-8")
    (home / "latin.txt").write_bytes("é".encode("latin-1"))
    (home / "long.txt").write_bytes(b"a" * (MOST_BYTES + 1))
    try:
        (home / "link.txt").symlink_to(tmp_path / "secret.txt")
        (home / "link").symlink_to(tmp_path, target_is_directory=True)
        (home / "loop.txt").symlink_to(home / "loop.txt")
    except OSError:
        pytest.skip("no symbolic links here")
    m = ArgumentMap(data={"sources": {"a": {"title": "A", "author": "B", "path": path}}})
    m.claim("A claim.", data={"cites": "a"})
    got = stored(Subject(m, folder=str(home)))
    assert got.texts == {}
    # How an operating system refuses a name that is no name, or a link to itself, differs.
    assert got.problems["a"].startswith((HOSTILE[path], "is not there", "cannot be read", "lies outside"))
    assert codes(evidence(m, home)) == ["EVD206"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    m = ArgumentMap(data={"sources": {"a": {"title": "A", "author": "B", "path": "pipe.txt"}}})
    assert stored(Subject(m, folder=str(tmp_path))).problems == {"a": "is not there"}


def test_markdown_keeps_its_lines() -> None:
    text = "# One\nTwo *three\nfour* `five`\n\n> six\n\n- seven\n- eight  \n  nine\n\n```\nten\n```\n\n<b>eleven</b> &amp; ![twelve](x.png)"
    lines = plain_of_markdown(text).split("\n")
    assert lines == [
        "One",
        "Two three",
        "four five",
        "",
        "six",
        "",
        "seven",
        "eight",
        "nine",
        "",
        "",
        "ten",
        "",
        "",
        "<b>eleven</b> & twelve",
    ]


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("Phones help pupils to learn", []),
        ("Phones help … at school", []),
        ("Phones help students to learn at home", ["EVD104"]),
        ("Phones help pupils at home and at school", ["EVD105"]),
        ("Phones really help pupils to learn", ["EVD207"]),
        ("at school … Phones help pupils", ["EVD106"]),
        ("Nothing of this was ever written", ["EVD104"]),
        ("…", []),
        ("", []),
    ],
)
def test_every_quotation_has_one_finding_at_most(quote: str, expected: list[str]) -> None:
    assert codes(evidence(quoting(quote))) == expected


@pytest.mark.parametrize(
    ("text", "quote", "is_cut"),
    [
        ("Phones help, but not much.", "Phones help", True),
        ("Phones help. But that is not all.", "Phones help", False),
        ("Phones help pupils, and teachers too.", "Phones help pupils", False),
        ("Phones help only if they are off.", "Phones help", True),
        ("It is a myth that phones help.", "phones help", True),
        ("If phones help, we keep them.", "phones help", True),
        ("We argue that phones help.", "phones help", False),
        ("Critics argue that phones help.", "phones help", True),
        ("Phones do not help.", "Phones do … help", True),
        ("Phones, which are not cheap, help.", "Phones … help", False),
        ("Phones help. This is wrong.", "Phones help.", True),
        ("They cost much if lost. Phones help.", "Phones help.", False),
        ("A heading if\n\nPhones help.", "Phones help.", False),
        ("Phones help", "Phones help", False),
    ],
)
def test_quotations_cut_before_a_turn(text: str, quote: str, is_cut: bool) -> None:
    assert codes(evidence(quoting(quote, text))) == (["EVD201"] if is_cut else [])


def test_a_source_in_a_language_without_words_is_not_asked_for_turns() -> None:
    m = quoting("Phones help", "Phones help, but not much.")
    m.data["sources"]["study"]["language"] = "xx"
    assert evidence(m) == ()


PAGES = "One two three.\n\nFour five six.\fSeven eight nine.\nTen eleven twelve.\n\nHeading\n\nOne two three again."


@pytest.mark.parametrize(
    ("quote", "data", "is_right"),
    [
        ("Four five six", {"page": 1}, True),
        ("Seven eight nine", {"page": 2}, True),
        ("Seven eight nine", {"page": "p. 1"}, False),
        ("Seven eight nine", {"page": True}, True),
        ("Seven eight nine", {"page": "ii"}, True),
        ("six. Seven", {"pages": "1–2"}, True),
        ("Ten eleven twelve", {"line": 4}, True),
        ("Ten eleven twelve", {"lines": "2-3"}, False),
        ("again", {"paragraph": 4}, True),
        ("again", {"paragraph": 3}, True),
        ("again", {"paragraph": 1}, False),
        ("One two three", {"page": 2}, True),
        ("One two three", {"page": 3}, False),
        ("One two three", {"page": 10**30}, True),
    ],
)
def test_places_of_quotations(quote: str, data: dict[str, Any], is_right: bool) -> None:
    assert codes(evidence(quoting(quote, PAGES, **data))) == ([] if is_right else ["EVD202"])


def test_marks_of_pages_count_before_form_feeds() -> None:
    paging = Paging("zero [p. 7] seven [page 8]\feight")
    assert [str(paging.pages(at, at + 1)) for at in (0, 13, 28)] == ["6", "7", "8"]
    assert Paging("no pages").pages(0, 2) is None
    assert [str(each) for each in Paging("").paragraphs(0, 0)] == ["1", "1"]


@given(st.text("ab.\n\f [p1]", max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_paging_of_any_text(text: str, start: int, end: int) -> None:
    paging = Paging(text)
    assert paging.lines(start, end).first >= 1
    paging.pages(start, end)
    assert all(each.first <= each.last for each in paging.paragraphs(start, max(start, end)))


QUOTED = """===
sources:
  study: {title: Study, author: A group, text: 'Few pupils learn "a lot" with a phone, and most play.'}
===

[A]: A claim.
  {cites: %s}
"""


@pytest.mark.parametrize(
    ("cites", "fixed"),
    [
        ('{source: study, quote: "Many pupils learn"}', '"Few pupils learn"'),
        ('{source: study, quote: "pupils learn much with a phone"}', '"pupils learn a lot with a phone"'),
        ('{source: study, quote: "Few pupils play with a phone, and most play"}', None),
        (
            '{source: study, quote: "Few boys learn … with a phone, and most play"}',
            '"Few pupils learn … with a phone, and most play"',
        ),
        (
            '{source: study, quote: "Few pupils learn … with a phone, most play"}',
            '"Few pupils learn … with a phone, … most play"',
        ),
        ('{source: study, quote: "with a phone, and nearly most play"}', '"with a phone, and [nearly] most play"'),
        ("{source: study, quote: 'with one phone, and most play'}", None),
        ('{source: studdy, quote: "with a phone, and most play"}', "{source: study, "),
    ],
)
def test_fixes_put_in_the_words_of_the_source(cites: str, fixed: str | None) -> None:
    text = QUOTED % cites

    def ask(m: ArgumentMap) -> tuple[Finding, ...]:
        return tuple(each for each in evidence(m) if each.code not in ("EVD201", "EVD205"))

    before = ask(read(text))
    after = fix(text, read, ask, unsafe=True)
    assert len(before) == 1
    if fixed is None:
        assert before[0].fix is None
    else:
        assert fixed in after.text
        assert ask(read(after.text)) == ()
    assert fix(text, read, ask).text == text, "no such fix is safe"


def test_a_word_that_needs_an_escape_is_not_written() -> None:
    text = """===
sources: {study: {title: Study, author: A group, text: 'Few pupils say a"b"c about their new phones.'}}
===

[A]: A claim. {cites: {source: study, quote: "Few pupils say abc about their new phones."}}
"""
    (finding,) = evidence(read(text))
    assert (finding.code, finding.fix) == ("EVD104", None)


def test_a_map_made_in_python_has_findings_without_places() -> None:
    m = quoting("Phones help students to learn")
    m.data["sources"]["idle"] = {}
    m.claim("Another.", data={"cites": ["unknown", {"quote": "x"}]})
    found = evidence(m)
    assert set(codes(found)) == {"EVD102", "EVD103", "EVD104", "EVD205"}
    assert all(each.span is None for each in found)


def test_old_sources() -> None:
    m = ArgumentMap(
        data={
            "sources": {
                "a": {"date": "1 May 2001"},
                "b": {"year": 2025},
                "c": {"published": 1999},
                "d": {"date": "once"},
            }
        }
    )
    options = {"rules": {"old-source": {"years": 10}}, "select": ["EVD107"]}
    assert codes(evidence(m, **options)) == ["EVD107", "EVD107"]
    assert evidence(m, select=["EVD107"]) == ()


@pytest.mark.parametrize(
    ("kind", "is_told"),
    [("attack", True), ("contrary", True), ("support", False)],
)
def test_one_passage_for_two_claims(kind: str, is_told: bool) -> None:
    m = ArgumentMap(data={"sources": {"a": {"title": "A", "author": "B"}}})
    one = m.claim("One.", data={"cites": {"source": "a", "page": 3}})
    two = m.claim("Two.", data={"cites": {"source": "a", "page": "3"}})
    m.relate(one, kind, two)
    assert codes(evidence(m, select=["EVD112"])) == (["EVD112"] if is_told else [])


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("About 70% of pupils play.", True),
        ("About 70 percent of pupils play.", True),
        ("It cost 2.5 million.", True),
        ("It cost millions.", False),
        ("In 2020 there were 12 schools.", False),
        ("If 70% play, we lose.", False),
        ("At least 70% should play.", False),
        ("The study [says 70%](https://example.org).", False),
    ],
)
def test_numbers_without_source(text: str, is_told: bool) -> None:
    assert codes(evidence(read(f"[A]: {text}\n"), select=["EVD109"])) == (["EVD109"] if is_told else [])


anything = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8)
    | st.sampled_from(["a", "b", "study", "a b c d e"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["source", "quote", "page", "line", "author", "title", "text", "path", "date", "type", "a", "b"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=8,
)


@given(
    anything,
    st.lists(st.dictionaries(st.sampled_from(["cites", "side", "basis", "stasis", "speech"]), anything), max_size=4),
)
def test_rules_never_raise(sources: Any, records: list[dict[str, Any]]) -> None:
    m = ArgumentMap(data={"sources": sources})
    claims = [m.claim(f"Some {number} % play.", data=data) for number, data in enumerate(records)]
    for one, two in pairwise(claims):
        m.relate(one, "attack", two)
    options = {"old-source": {"years": 1}, "incomplete-source": {"required": ["url"]}}
    for finding in evidence(m, Path(__file__).parent, rules=options):
        assert finding.message.endswith((".", "?"))
