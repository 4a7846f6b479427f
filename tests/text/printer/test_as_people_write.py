"""Argdown from a map reads as a careful person would write it: pictures of it are kept."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from argmap.model import ArgumentMap, Range, RangeKind
from argmap.text.formatter import format_text
from tests.golden import check_golden
from tests.text.printer.printing import check

GOLDEN = Path(__file__).parents[2] / "golden" / "printer"


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
