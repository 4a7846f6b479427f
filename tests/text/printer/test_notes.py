"""Notes in the front matter, of what Argdown has no sign for."""

from __future__ import annotations

import pytest

import argmap
from argmap.model import ArgumentMap, Claim, RelationKind, Section, Step, Wording
from argmap.text import parse
from tests.text.printer.printing import body, check


def test_an_attack_that_reading_would_drop_is_noted() -> None:
    m = ArgumentMap()
    argument = m.argument(title="A", premises="p", conclusion="c")
    attacker = m.claim("x", title="X")
    m.relate(attacker, "attack", argument)
    m.relate(attacker, "attack", "C1")
    assert "{kind: attack, source: X, target: A}" in check(m)


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
