"""One fault is told once: rules that could all tell of it leave it to the one that tells it best."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import argmap
from argmap import datasets
from argmap.check import Settings, find
from argmap.evaluate import grounded
from tests.check.cases import found_in

FLAGSHIP = Path(datasets.path("open_vs_closed"))
LINES = FLAGSHIP.read_text("utf-8").split("\n")
EVERY = 6
"""Every so many lines that can have a fault get it."""

CASES = {
    "an island beside a thesis": (
        """
        ===
        thesis: Longer break
        ===

        [Longer break]: The long break should last half an hour.
          + [Play]: Pupils need time to play.
          - [Bus]: The last bus leaves at one.

        [Late lunch]: Lunch comes too late.
          + [Hungry]: Many pupils are hungry by eleven.
        """,
        ["STR106"],
    ),
    "a reference with a slip": (
        """
        ===
        thesis: Longer break
        ===

        [Longer break]: The long break should last half an hour.
          + [Play]: Pupils need time to play.
          - [Late bus]: The last bus leaves at one.

        [New bus]: There is a new bus at two.
          -> [Late bsu]
        """,
        ["STR206"],
    ),
    "a definition with a slip": (
        """
        [Longer break]: The long break should last half an hour.
          + [Play]: Pupils need time to play.
          - <Home time>

        <Hone time>: Pupils want to be home early.
        """,
        ["STR119"],
    ),
    "a conclusion that nobody defined": (
        """
        ===
        thesis: Longer break
        ===

        [Longer break]: The long break should last half an hour.
          + [Play]: Pupils need time to play.
            + [Quarrels]
          - [Late bus]: The last bus leaves at one.

        [Play]
          -> [Calm]
        """,
        ["STR206", "STR206"],
    ),
    "a reason that repeats its claim": (
        """
        [Trams]: Trams are quiet in every town.
          + [Quiet]: Trams are quiet in every town.
        """,
        ["REA104"],
    ),
    "conclusions that repeat the thesis without its title": (
        """
        [Stop]: Stop the plan for the new road.
          + <Noise>
          + <Cost>

        <Noise>

        (1) The new road brings noise.
        ----
        (2) Stop the plan for the new road.

        <Cost>

        (1) The town has no money.
        ----
        (2) Stop the plan for the new road.
        """,
        ["STR202"],
    ),
    "backwards through an if, in words and in formulas": (
        """
        <It rained>: The street tells.

        (1) [If rain, wet]: If it rained, the street is wet. {formula: "rain -> wet"}
        (2) [Wet]: The street is wet. {formula: "wet"}
        ----
        (3) [Rain]: It rained. {formula: "rain"}
        """,
        ["LOG103"],
    ),
    "premises that exclude each other, in words and in formulas": (
        """
        <Both>: The tram is heard and not heard.

        (1) [Loud]: The tram wakes the street. {formula: "loud"}
          >< [Quiet]
        (2) [Quiet]: Nobody hears the tram. {formula: "~loud"}
        ----
        (3) [Odd]: The tram is odd.
        """,
        ["LOG201"],
    ),
    "a wrong side": (
        """
        [Ban]: Phones should be banned in class.  {side: ban}
          - <A tool>: A phone looks words up.  {side: ban}
            - <Books>: So do books.  {side: ban}
            - <Slow>: Most words take long to type.  {side: ban}
        """,
        ["DIA112"],
    ),
    "a premise that speaks against its own side": (
        """
        <Breaks>: Phones spoil the breaks.  {side: ban}

        (1) [Alone]: With a phone, pupils spend the break alone.  {side: ban}
          -> [Ban]
        (2) [Together]: Pupils should spend the break together.  {side: ban}
        ----
        (3) [Ban]: Phones should be banned in class.  {side: ban}
        """,
        ["LOG202"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_fault_is_told_once(case: str) -> None:
    text, codes = CASES[case]
    text = "\n".join(line.removeprefix("        ") for line in text.strip("\n").split("\n"))
    assert [each.code for each in found_in(text, Settings())] == codes


def faulty() -> Iterator[tuple[str, int, str]]:
    """Yield lines with one fault: the fault, the place of the line, and what stands there instead."""
    body = LINES.index("# The positions")
    for place, line in enumerate(LINES[body:], body):
        quote = re.search(r'quote: "([^"]*)"', line)
        if quote:
            words = quote[1].split(" ")
            middle = len(words) // 2
            first, last = " ".join(words[:middle]), " ".join(words[middle:])
            for fault, said in {
                "a word left out": " ".join(words[:middle] + words[middle + 1 :]),
                "a word put in": f"{first} bananas {last}",
                "a word exchanged": " ".join([*words[:middle], "bananas", *words[middle + 1 :]]),
                "another order": f"{last} {first}",
            }.items():
                yield fault, place, line.replace(quote[1], said)
            yield "a slip in a source", place, line.replace("source: reading", "source: raeding")
            yield "a slip in a key", place, line.replace("quote:", "qoute:")
        if "side: open" in line:
            yield "a slip in a side", place, line.replace("side: open", "side: opne")
        if re.match(r"\s+([-+_]>?|<_) [\[<]", line):
            yield "a relation twice", place, f"{line}\n{line}"
        reference = re.match(r"(\(\d+\)|\s+([-+_]>?|<_)) [\[<]\w+(\w)(?!\3)(\w)[^:]*[\]>]$", line)
        if reference:
            start, end = reference.span(3)[0], reference.span(4)[1]
            yield "a slip in a title", place, f"{line[:start]}{reference[4]}{reference[3]}{line[end:]}"
        head = re.match(r"\(\d+\) \[[^\]]*\]:|\[[^\]]*\]:", line)
        if head:
            yield "a note to oneself", place, f"{head[0]} TODO"
            yield "no words", place, f"{head[0]} -"
            yield "a question", place, line.rstrip(".") + "?"


def sampled() -> list[tuple[str, int, str]]:
    by_fault: dict[str, list[tuple[str, int, str]]] = {}
    for each in faulty():
        by_fault.setdefault(each[0], []).append(each)
    return [each for all_of_a_sort in by_fault.values() for each in all_of_a_sort[::EVERY]]


@pytest.mark.parametrize(("fault", "place", "line"), sampled())
def test_a_fault_in_the_flagship_is_told_once(fault: str, place: int, line: str) -> None:
    text = "\n".join([*LINES[:place], line, *LINES[place + 1 :]])
    m = argmap.parse(text).map
    found = find(m, Settings(), labelling=grounded, folder=str(FLAGSHIP.parent))[0]
    assert len(found) == 1, (fault, [(each.code, each.message) for each in found])


def test_a_premise_does_not_become_its_conclusion() -> None:
    lines = "(2) It rained.\n----\n(3) The street is wet.\n----\n(4) It rained."
    (one,) = found_in(f"<Rain>\n\n(1) [Rain]: It rained.\n{lines}\n", Settings(select=("WRD121",)))
    assert one.fix is None
