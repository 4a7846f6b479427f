"""Ids and titles in printed Argdown."""

from __future__ import annotations

import argmap
from argmap.model import ArgumentMap, Claim
from argmap.text import parse
from argmap.text.printer import print_map
from tests.text.printer.printing import body, check


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
