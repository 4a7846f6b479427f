"""Argdown from any map: what is printed says the same as the map, and reads as a careful person would write it."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import argmap
from argmap.diagnostics import Severity
from argmap.errors import ModelError
from argmap.model import (
    Argument,
    ArgumentMap,
    Claim,
    Range,
    RangeKind,
    Relation,
    RelationKind,
    Section,
    Step,
    Wording,
)
from argmap.model.integrity import faults
from argmap.model.naming import whole
from argmap.text import parse
from argmap.text.formatter import format_text
from argmap.text.printer import print_map
from tests.golden import check_golden
from tests.maps import maps, ranges_of, texts, titles
from tests.oracle.differences import differences
from tests.oracle.official import Official
from tests.oracle.reading import official_reading, reading_of

TESTS = Path(__file__).parents[1]
GOLDEN = TESTS / "golden" / "printer"
GOOD = sorted((TESTS / "conformance" / "good").rglob("*.argdown"))
NOTES = "\nargmap:\n"


def check(m: ArgumentMap) -> str:
    """Assert what holds for every map, and return its text."""
    text = print_map(m)
    result = parse(text)
    # A map without anything says nothing, and a mention of something unknown stays one.
    expected = {"unknown-mention"} if len(m) or len(m.sections) else {"empty-document", "nothing-after-front-matter"}
    assert [
        item for item in result.diagnostics if item.severity is not Severity.INFO and item.code not in expected
    ] == [], text
    assert result.map == m, text
    assert print_map(result.map) == text
    text.encode()
    return text


def body(m: ArgumentMap) -> str:
    """The text of a map without its front matter."""
    text = check(m)
    return text.split("===\n\n", 1)[1] if text.startswith("===") else text


# Any map ----------------------------------------------------------------------------------------------------------


@given(maps())
def test_every_map_comes_back(m: ArgumentMap) -> None:
    check(m)


@given(maps(argdown=True))
def test_every_map_that_argdown_holds_comes_back(m: ArgumentMap) -> None:
    assert not any(name in check(m).split("\n===\n")[0] for name in ("\n  relations:", "\n  data:"))


NAMES = st.one_of(
    titles.filter(bool),
    st.sampled_from(
        ["C1", "C2", "A1", "<A>", "[A]", "<C1>", "[C1]", "a\nb", " x ", "-1", "_u", "[x]: y", "a]:b", "!--x"]
    ),
)
SETTINGS: list[dict[str, Any]] = [
    {},
    {"model": {"mode": "strict"}},
    {"model": {"removeTagsFromText": True}},
    {"model": {"transformArgumentRelations": False}},
    {"model": {"shortcodes": {":x:": {"unicode": "y"}, ".and.": {"unicode": "&"}}}},
    {"title": 3},
    {"argmap": {"claims": 1}},
    {"title": "t", "argmap": None},
]


@st.composite
def wild_maps(draw: st.DrawFn) -> ArgumentMap:
    """A map of records that a reader of another format could make: nothing of it was tidied."""
    m = draw(maps())
    names: dict[str, str] = {}
    for record in m:
        name = whole(draw(NAMES)) if draw(st.booleans()) else record.id
        while name in names.values() or (name != record.id and name in m):
            name += "'"
        names[record.id] = name
    raw = texts.map(whole)
    lies_flat, is_renamed = draw(st.booleans()), draw(st.booleans())
    places = {each.id: f"s{len(m.sections) - k}" if is_renamed else each.id for k, each in enumerate(m.sections)}
    sections = [
        dataclasses.replace(
            each,
            id=places[each.id],
            parent=None if lies_flat or each.parent is None else places[each.parent],
            level=draw(st.integers(1, 4)),
        )
        for each in m.sections
    ]

    def changed(record: Claim | Argument) -> dict[str, Any]:
        changes: dict[str, Any] = {"id": names[record.id], "section": places.get(record.section or "")}
        if draw(st.integers(0, 3)) == 0:
            changes["text"] = draw(raw)
            changes["ranges"] = draw(ranges_of(changes["text"]))
        if draw(st.integers(0, 3)) == 0:
            changes["title"] = None
        if draw(st.integers(0, 5)) == 0:
            changes["tags"] = tuple(dict.fromkeys(draw(st.lists(raw, max_size=3))))
        if draw(st.integers(0, 5)) == 0:
            changes["wordings"] = tuple(map(Wording, draw(st.lists(raw, max_size=2))))
        return changes

    def step(given: Step) -> Step:
        premises = tuple(names[each] for each in given.premises) if draw(st.integers(0, 5)) else ()
        rules = tuple(draw(st.lists(raw, max_size=2))) if draw(st.booleans()) else given.rules
        return Step(premises, names[given.conclusion], rules, given.data)

    claims = [dataclasses.replace(each, **changed(each)) for each in m.claims]
    arguments = [dataclasses.replace(each, **changed(each), steps=tuple(map(step, each.steps))) for each in m.arguments]
    counts = {each.id: len(each.steps) for each in arguments}
    relations: list[Relation] = []
    for each in m.relations:
        source, target = names[each.source], names[each.target]
        if draw(st.booleans()):
            source = draw(st.sampled_from(list(names.values())))
        steps = range(counts.get(target, 0)) if each.kind is RelationKind.UNDERCUT else ()
        relations.append(Relation(each.kind, source, target, draw(st.sampled_from([None, *steps])), each.data))
    data = {**m.data, **draw(st.sampled_from(SETTINGS))}
    assume(next(faults(data, claims, arguments, relations, sections), None) is None)
    return ArgumentMap.from_records(
        title=m.title, data=data, claims=claims, arguments=arguments, relations=relations, sections=sections
    )


@given(wild_maps())
def test_every_map_of_untidy_records_comes_back(m: ArgumentMap) -> None:
    check(m)


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_every_good_document_comes_back(path: Path) -> None:
    check(parse(path.read_bytes().decode()).map)


@given(maps(argdown=True))
def test_what_is_printed_is_officially_valid(official: Official, m: ArgumentMap) -> None:
    assume(len(m))
    text = print_map(m)
    answer = official.read(text)
    assert answer.valid, (answer.exception, answer.errors, text)
    # Two differences that come from JavaScript: a property of every object, and its idea of white space.
    if NOTES not in text and "__proto__" not in text and "\ufeff" not in text:
        assert answer.reading is not None
        assert differences(reading_of(parse(text)), official_reading(answer.reading, text)) == []


def test_a_printed_map_keeps_the_layout_it_was_read_with() -> None:
    """Of the flagship, only comments go, and the line breaks of data are set anew."""
    given = argmap.datasets.path("open_vs_closed").read_text(encoding="utf-8")
    printed = print_map(parse(given).map)

    def outline(text: str) -> list[str]:
        marks = ("#", "[", "<", "(", "--", "  +", "  -", "  >", "  <", "  _")
        return [line.split(" {")[0] for line in text.split("\n") if line.startswith(marks)]

    assert outline(printed) == outline(given)
    assert format_text(printed).text == printed


# Golden files -------------------------------------------------------------------------------------------------------


def small() -> ArgumentMap:
    m = ArgumentMap("Open or closed?", data={"sides": ["open", "closed"]})
    closed = m.claim("Powerful AI models should be kept behind an API.", side="closed")
    harm = m.claim("Some uses of a powerful model do great harm.")
    gate = m.claim("An API provider can refuse harmful users.")
    m.support([harm, gate], closed, title="Safety", scheme="practical reasoning", rules="Practical reasoning")
    futile = m.rebut("Determined bad actors will find a way regardless.", gate)
    m.undercut("How easy it is still matters.", futile)
    m.contradict(closed, m.claim("Weights should be released.", title="Release", side="open"))
    return m


def sections() -> ArgumentMap:
    m = ArgumentMap("Sections")
    m.claim("This stands above the first heading.", title="Above")
    first = m.section("The case", data={"isGroup": True})
    second = m.section("The answers", tags=["late"])
    inner = m.section("Harms, in detail", parent=first)
    rain = m.claim("It rained.", title="Rain", section=first)
    wet = m.claim("The street is wet.", title="Wet", section=inner, tags=["street"])
    m.relate(wet, "support", rain)
    m.rebut(["The cleaner came by.", "Cleaners wet streets."], wet, title="Cleaner", section=second)
    m.claim("Nobody saw it.", section=second)
    return m


def structures() -> ArgumentMap:
    m = ArgumentMap()
    mortal = m.claim("Socrates is mortal.", title="Mortal")
    long = m.argument(
        "What is known of people holds for Socrates.",
        title="Long way",
        premises=["All people are mortal.", "Socrates is a person."],
        conclusion=mortal,
        rules=["Universal instantiation", "Modus ponens, once"],
        tags=["classic"],
    )
    m.step(long, ["What is mortal dies."], "Socrates dies.", data={"uses": [3, 4]})
    m.relate(m.claim("Socrates is a figure in books."), "undercut", long, step=0)
    m.relate(m.claim("Words are no premises."), "undercut", long)
    for k in range(2):
        m.argument(
            premises=[f"Premise {k} of many." for k in range(10 * k, 10 * k + 9 * k + 1)], conclusion="It is so."
        )
    m.relate("Long way", "attack", m.claim("Socrates lives on.", title="Lives on"))
    m.argument("Only a gist.", title="Gist")
    m.argument(premises="Behind a gist, a structure needs a title.", conclusion="Its argument has one.")
    return m


def hostile() -> ArgumentMap:
    m = ArgumentMap(
        "=== [x] ===", data={"abstract": "one\n\n  two }\n", "yes": ["012", "~", "2023-02-24", "a: b", "1e5"]}
    )
    for text in [
        "+ not a support",
        "(1) not a premise, *not* a list, _not_ italic, **nor bold",
        "-- not an inference",
        "===",
        "# not a heading, but C# and #tag",
        "[not]: a definition <nor>: this one @[nor] @<this>",
        "3 < 4 * 5, snake_case, 50 % of {braces}",
        "https://example.org/a//b is /* no comment */, <!-- nor --> this // one",
        "III.A. or .^. or :-) and e.g. 3.5.",
        "a backslash \\ and a no-break\u00a0space",
        "@include(passwords.txt)",
        "}, and so on",
    ]:
        m.claim(text)
    m.claim("A {data} block", title="[Title] <x>", data={"note": "ends } early", "see": "[1]: above", "deep": [[{}]]})
    m.claim("Marked and more", title="Marked", tags=["a b", "c"])
    m.replace("Marked", ranges=[Range(RangeKind.BOLD, 0, 6), Range(RangeKind.LINK, 7, 10, "http://x.org/?a=(b")])
    m.argument("An argument and a claim of one title", title="Marked")
    m.claim("A claim whose title an argument had before", title="Gate")
    m.argument("_", title="_leading")
    return m


def strict() -> ArgumentMap:
    m = ArgumentMap("Strict", data={"model": {"mode": "strict"}})
    rain = m.claim("It rained.", title="Rain")
    wet = m.claim("The street is wet.", title="Wet")
    dry = m.claim("The street is dry.", title="Dry")
    snow = m.claim("It snowed.", title="Snow")
    m.relate(rain, "entails", wet)
    m.relate(wet, "contrary", dry)
    m.relate(snow, "support", wet, data={"weight": 0.5})
    m.relate(m.argument("A gist", title="Gist"), "contradictory", m.argument("Another", title="Other"))
    return m


@pytest.mark.parametrize("build", [small, sections, structures, hostile, strict], ids=lambda build: build.__name__)
def test_a_map_is_printed_as_a_person_would_write_it(build: Any) -> None:
    m = build()
    text = check(m)
    check_golden(GOLDEN / f"{build.__name__}.argdown", text)
    assert format_text(text).text == text
    assert m.to_argdown() == text


# Words --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "An ordinary sentence, with (brackets), a dash - and 'quotes'; it's really so!",
        "e.g. 3 - 2 = 1, or a/b, or 5 * 3 > 7 & x",
        "Ask a@b.org about C# and F# ...",
        "Either/or: neither, nor? “No” – it costs 5 €.",
        "日本語の文。 مرحبا 😀",
    ],
)
def test_ordinary_prose_stays_ordinary(text: str) -> None:
    m = ArgumentMap()
    m.claim(text)
    assert body(m) == f"{text}\n"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("1. First", r"1\. First"),
        ("- no", r"\- no"),
        ("'+ no'", r"\'+ no'"),
        (", no", r"\, no"),
        ("a [b] c", r"a \[b] c"),
        ("a_b", r"a\_b"),
        ("2*3", r"2\*3"),
        ("issue #42", r"issue \#42"),
        ("http://a.org", r"http:\//a.org"),
        ("{x}", r"\{x}"),
        ("a < b > c", r"a \< b > c"),
        ("a < b", "a < b"),
        ("III.A. Types", r"III\.A. Types"),
        ("a\\b", r"a\\b"),
        ("=== a", r"\=== a"),
    ],
)
def test_only_what_means_something_gets_a_backslash(text: str, written: str) -> None:
    m = ArgumentMap()
    m.claim(text)
    assert body(m) == f"{written}\n"


def test_white_space_that_argdown_cannot_hold_is_noted() -> None:
    m = ArgumentMap.from_records(claims=[Claim("T", " two\nlines  and blanks "), Claim("U", "a.  b\tc")])
    assert body(m) == "[T]: two lines  and blanks\n\n[U]: a. \\ b\tc\n"


def test_marks_are_written_where_the_language_takes_them() -> None:
    given = "[T]: **bold**, _it **both** x_ and [a link](http://x.org/a_b) of #tag, #(a tag) and @[T] by @<A> (_x_).\n\n<A>: x\n"
    assert print_map(parse(given).map) == given


def test_marks_that_the_language_does_not_take_are_noted() -> None:
    m = ArgumentMap()
    m.claim("weakness", title="T")
    m.replace("T", ranges=[Range(RangeKind.BOLD, 2, 4), Range(RangeKind.ITALIC, 3, 6)])
    assert body(m) == "[T]: weakness\n"


# Names --------------------------------------------------------------------------------------------------------------


def test_untitled_claims_stay_untitled_where_their_numbers_come_out_right() -> None:
    m = ArgumentMap()
    claims = [m.claim(f"Sentence {k}.") for k in range(1, 5)]
    m.relate(claims[3], "support", claims[2])
    m.relate(claims[3], "attack", claims[1])
    m.remove(claims[0])
    # C1 is gone, so C2 would be called C1.
    assert body(m) == "[C2]: Sentence 2.\n  - [C4]: Sentence 4.\n\n[C3]: Sentence 3.\n  + [C4]\n"


def test_a_title_of_claim_and_argument() -> None:
    m = ArgumentMap()
    argument = m.argument("An argument", title="Same")
    claim = m.claim("A claim", title="Same")
    assert (argument.id, claim.id) == ("Same", "[Same]")
    check(m)


def test_ids_and_titles_that_are_not_the_same_are_noted() -> None:
    m = ArgumentMap()
    m.claim("Weights should be released.", title="Open [weights]", id="open")
    text = check(m)
    assert (
        text
        == '===\nargmap:\n  claims:\n    open: {title: "Open [weights]"}\n===\n\n[open]: Weights should be released.\n'
    )
    assert parse(text).map["open"].title == "Open [weights]"


def test_what_is_only_defined_may_have_brackets_in_its_title() -> None:
    given = "[Rule [draft 2]]: No dogs.\n"
    assert print_map(parse(given).map) == given


# Layout -------------------------------------------------------------------------------------------------------------


def test_deep_relations_lie_flat() -> None:
    m = ArgumentMap()
    above = m.claim("Sentence 0.")
    for k in range(1, 10_000):
        below = m.claim(f"Sentence {k}.")
        m.relate(below, "support", above)
        above = below
    lines = check(m).split("\n")
    assert max(len(line) - len(line.lstrip()) for line in lines) == 6


def test_what_lies_too_deep_is_written_next() -> None:
    given = "A\n  + B\n    + C\n      + D\n        + E\n          + F\n"
    assert body(parse(given).map) == "A\n  + B\n    + C\n      + [C4]\n\n[C4]: D\n  + E\n    + F\n"


def test_ids_that_are_no_titles_do_not_become_titles() -> None:
    claims = [Claim("29045", "It rains."), Claim("29053", "It is wet.")]
    step = argmap.Step(("29045",), "29053")
    m = ArgumentMap.from_records(claims=claims, arguments=[argmap.Argument("29050", steps=(step,))])
    text = print_map(m)
    assert text.startswith("===\nargmap:\n  untitled: true\n===\n\n<29050>\n")
    assert {record.title for record in parse(text).map} == {None}
    assert print_map(parse(text).map) == text
    named = ArgumentMap.from_records(claims=[claims[0], Claim("Wet", "It is wet.", "Wet")])
    assert print_map(named) == "[29045]: It rains.\n\n[Wet]: It is wet.\n"
    other = ArgumentMap.from_records(claims=[claims[0], Claim("29053", "It is wet.", "Wet")])
    assert [claim.title for claim in parse(print_map(other)).map.claims] == [None, "Wet"]


def test_that_names_are_no_titles_is_said_by_true_or_false() -> None:
    result = parse("===\nargmap: {untitled: 5}\n===\n\n[A]: a\n")
    assert "argmap.untitled" in result.diagnostics[0].message
    assert result.map.claims[0].title == "A"
    assert parse("===\nargmap: {untitled: false}\n===\n\n[A]: a\n").map.claims[0].title == "A"


def test_the_side_on_which_a_relation_stands_is_kept() -> None:
    given = "[A]: a\n  +> [B]: b\n  <_ <C>\n\n<D>: d\n  _> <C>\n  >< [A]\n"
    assert print_map(parse(given).map) == given


def test_an_undercut_stands_below_its_inference() -> None:
    given = "<A>\n\n(1) a\n----\n  <_ [X]\n(2) b\n-- Rule {uses: [2]} --\n  <_ [Y]\n(3) c\n  -> [Y]\n"
    assert print_map(parse(given).map) == given


def test_an_undercut_of_a_claim_stays_on_the_claim() -> None:
    m = ArgumentMap()
    argument = m.argument(premises="p", conclusion="c")
    m.relate(m.claim("x", title="X"), "undercut", argument.conclusion or "")
    assert body(m) == "[X]: x\n  _> [C2]\n\n(1) p\n----\n(2) [C2]: c\n"


def test_an_attack_that_reading_would_drop_is_noted() -> None:
    m = ArgumentMap()
    argument = m.argument(title="A", premises="p", conclusion="c")
    attacker = m.claim("x", title="X")
    m.relate(attacker, "attack", argument)
    m.relate(attacker, "attack", "C1")
    assert "{kind: attack, source: X, target: A}" in check(m)


def test_signs_are_written_for_readers_also_where_a_note_decides() -> None:
    m = ArgumentMap()
    m.relate(m.claim("a", title="A"), "entails", m.claim("b", title="B"))
    m.relate("A", "support", "B")
    m.relate("A", "contrary", m.claim("c", title="C"), data={"weight": 1})
    assert body(m) == "[B]: b\n  + [A]: a\n\n[C]: c\n  - [A]\n"


def test_sections_come_in_the_order_that_gives_them_their_parents() -> None:
    m = ArgumentMap()
    first, _ = m.section("First"), m.section("Second")
    m.section("Inside", parent=first)
    text = check(m)
    assert [line for line in text.split("\n") if line.startswith("#")] == ["# First", "## Inside", "# Second"]


def test_data_stand_at_the_end_of_the_line_or_below() -> None:
    m = ArgumentMap()
    m.claim("Short.", title="A", data={"side": "open", "weight": 0.8, "ok": True})
    m.claim("Long.", title="B", data={"cites": {"source": "s", "quote": "word " * 12}, "values": ["a"] * 30})
    m.claim("Less < more", title="C", data={"x": "a > b"})
    m.relate(m.claim(title="D", data={"x": "[1]: y"}), "support", "A")
    assert body(m) == (
        "[A]: Short. {side: open, weight: 0.8, ok: true}\n"
        "  + [D]\n"
        '    {x: "[1]: y"}\n\n'
        "[B]: Long.\n"
        f'  {{cites: {{source: s, quote: "{"word " * 12}"}},\n'
        f"   values: [{', '.join(['a'] * 29)},\n"
        "            a]}\n\n"
        "[C]: Less < more\n"
        "  {x: a > b}\n"
    )


def test_data_that_no_file_can_hold_are_refused() -> None:
    m = ArgumentMap()
    m.data["when"] = object()
    with pytest.raises(ModelError, match=r"data of the map\['when'\] is a object"):
        print_map(m)


@pytest.mark.parametrize("text", ["#", "##", "*", "_", "1.", "+", "--", "[", "<", "\\", ".", "===", ","])
def test_signs_alone_are_text(text: str) -> None:
    m = ArgumentMap()
    m.claim("Before.", data={"a": "b"})
    m.claim(text, data={"side": "open"})
    check(m)


def test_attacks_both_ways_between_claims_in_strict_mode() -> None:
    m = ArgumentMap(data={"model": {"mode": "strict"}})
    m.relate(m.claim("a", title="A"), "attack", m.claim("b", title="B"))
    m.relate("B", "attack", "A")
    m.relate("A", "support", "B")
    check(m)


def test_halves_of_characters_are_replaced() -> None:
    m = ArgumentMap.from_records(claims=[Claim("T", "half \ud800", "T")])
    assert print_map(m) == "[T]: half \ufffd\n"


# Notes --------------------------------------------------------------------------------------------------------------


def noted(notes: str) -> argmap.ParseResult:
    return parse(f"===\nargmap:\n{notes}\n===\n\n[A]: one @[B]\n  + [B]: two\n  - <S>: three\n")


@pytest.mark.parametrize(
    ("notes", "place", "why"),
    [
        ("  claims: {A: {title: 5}}", "argmap.claims.A.title", "it is no text."),
        ("  claims: {Bb: {title: x}}", "argmap.claims.Bb", "Did you mean 'B'?"),
        ("  claims: {A: {titel: x}}", "argmap.claims.A.titel", "Did you mean 'title'?"),
        ("  claims: [A]", "argmap.claims", "it is no mapping."),
        ("  claims: {A: 1}", "argmap.claims.A", "it is no mapping."),
        ("  claims: {A: {tags: x}}", "argmap.claims.A.tags", "it is no list."),
        ("  claims: {A: {ranges: [{kind: bold, start: a, end: 1}]}}", "argmap.claims.A.ranges", "no whole number."),
        ("  claims: {A: {ranges: [{kind: fat, start: 0, end: 1}]}}", "argmap.claims.A.ranges", "'fat'."),
        ("  claims: {A: {ranges: [{kind: [], start: 0, end: 1}]}}", "argmap.claims.A.ranges", "it is no text."),
        ("  claims: {A: {ranges: [{kind: bold, start: 0, end: 99}]}}", "argmap", "outside its text)."),
        ("  claims: {A: {id: B}}", "argmap", "used twice; each id names one thing)."),
        ("  claims: {A: {section: s1}}", "argmap", "(There is no section 's1')."),
        ("  arguments: {S: {steps: [{conclusion: A}]}}", "argmap.arguments.S.steps", "it lacks premises."),
        ("  arguments: {S: {steps: [{premises: [Q], conclusion: A}]}}", "argmap", "(There is no claim 'Q')."),
        ("  relations: 1", "argmap.relations", "it is no list."),
        ("  relations: [{kind: entail, source: A, target: B}]", "argmap.relations.1", "Did you mean 'entails'?"),
        ("  relations: [{kind: attack, source: A, target: B, way: 1}]", "argmap.relations.1", "way says nothing here."),
        ("  relation: []", "argmap.relation", "Did you mean 'relations'?"),
        ("  data: 3", "argmap.data", "it is no mapping."),
        ("  - 1", "argmap", "it is no mapping."),
    ],
)
def test_notes_that_cannot_be_used_are_named(notes: str, place: str, why: str) -> None:
    result = noted(notes)
    assert [item.code for item in result.diagnostics] == ["unusable-note"]
    assert result.diagnostics[0].message.startswith(f"The note {place} in the front matter is not used: ")
    assert result.diagnostics[0].message.endswith(f"{why} Mend it, or remove it.")
    assert result.map == parse("[A]: one @[B]\n  + [B]: two\n  - <S>: three\n").map
    assert result.map.data == {}


def test_notes_change_what_was_read() -> None:
    result = noted(
        "  claims: {A: {id: X, tags: [t], wordings: [{text: other}]}, B: {id: A}}\n"
        "  arguments: {S: {steps: [{premises: [], conclusion: X, rules: [r], data: {a: 1}}]}}\n"
        "  relations: [{kind: entails, source: A, target: X, data: {weight: 1}}]\n"
        "  data: {title: 5, argmap: x}"
    )
    assert result.diagnostics == ()
    m = result.map
    assert [claim.id for claim in m.claims] == ["X", "A"]
    assert (m["X"].tags, m["X"].wordings) == (("t",), (Wording("other"),))
    assert m["S"].steps == (Step((), "X", ("r",), {"a": 1}),)
    assert {(each.kind, each.source, each.target) for each in m.relations} == {
        (RelationKind.ENTAILS, "A", "X"),
        (RelationKind.ATTACK, "S", "X"),
    }
    assert m.data == {"title": 5, "argmap": "x"}
    check(m)


def test_sections_keep_their_ids() -> None:
    m = ArgumentMap.from_records(
        sections=[Section("s7", "One"), Section("s2", "Two", 2, "s7", data={"isClosed": True})],
        claims=[Claim("A", "a", section="s2")],
    )
    assert body(m) == "# One\n\n## Two {isClosed: true}\n\n[A]: a\n"
