"""The grounded labelling: against its definition, and against answers worked out by hand."""

from __future__ import annotations

import gc
from time import process_time

import pytest
from hypothesis import given

from argmap import datasets
from argmap.evaluate import grounded
from argmap.model import ArgumentMap
from argmap.text import parse
from tests.evaluate.definition import Definition, tangles
from tests.maps import maps


def by_definition(m: ArgumentMap) -> dict[str, str]:
    return Definition(m).grounded()


@given(maps())
def test_labels_are_those_of_the_definition(m):
    assert grounded(m) == by_definition(m)


@given(tangles())
def test_circles_of_support_and_attack(m):
    assert grounded(m) == by_definition(m)


@given(tangles())
def test_laws(m):
    labels = grounded(m)
    for relation in m.relations:
        if relation.kind.is_negative and labels[relation.source] == "in" and relation.step is None:
            assert labels[relation.target] == "out"
    for argument in m.arguments:
        if labels[argument.id] == "in":
            needed = argument.premises + tuple(step.conclusion for step in argument.steps[:-1])
            assert {labels[each] for each in needed} <= {"in"}


def text(argdown: str) -> dict[str, str]:
    return dict(grounded(parse(argdown).map))


@pytest.mark.parametrize(
    ("argdown", "labels"),
    [
        ("[A]: One.\n  - [B]: Two.\n      - [C]: Three.", {"A": "in", "B": "out", "C": "in"}),
        ("[A]: One.\n  >< [B]: Two.", {"A": "undecided", "B": "undecided"}),
        ("[A]: One.\n  >< [B]: Two.\n\n[B]\n  - [C]: Three.", {"A": "in", "B": "out", "C": "in"}),
        ("[A]: One.\n  - [A]", {"A": "undecided"}),
        ("[A]: One.\n  + [B]: Two.\n      - [C]: Three.", {"A": "out", "B": "out", "C": "in"}),
        ("[A]: One.\n  + [B]: Two.\n      - [C]: Three.\n  + [D]: Four.", {"A": "in", "B": "out", "C": "in", "D": "in"}),
        ("[A]: One.\n  + [A]", {"A": "out"}),
        # linked: one premise falls, and so does the argument; convergent: one argument is enough
        (
            "<X>\n\n(1) [P]: One.\n(2) [Q]: Two.\n  - [R]: Three.\n----\n(3) [C]: Four.",
            {"P": "in", "Q": "out", "R": "in", "C": "out", "X": "out"},
        ),
        (
            "<X>\n\n(1) [P]: One.\n  - [R]: Three.\n----\n(2) [C]: Four.\n\n<Y>\n\n(1) [Q]: Two.\n----\n(2) [C]",
            {"P": "out", "R": "in", "C": "in", "Q": "in", "X": "out", "Y": "in"},
        ),
        # an undercut of the first step takes what follows with it, and leaves the premise alone
        (
            "<X>\n\n(1) [P]: One.\n----\n  <_ [U]: Two.\n(2) [I]: Three.\n----\n(3) [C]: Four.",
            {"P": "in", "I": "out", "U": "in", "C": "out", "X": "out"},
        ),
        (
            "<X>\n\n(1) [P]: One.\n----\n(2) [I]: Three.\n----\n  <_ [U]: Two.\n(3) [C]: Four.",
            {"P": "in", "I": "in", "U": "in", "C": "out", "X": "out"},
        ),
        # a circle of support holds nothing up; with a ground it holds
        (
            "<X>\n\n(1) [P]: One.\n----\n(2) [C]: Two.\n\n<Y>\n\n(1) [C]\n----\n(2) [P]",
            {"P": "out", "C": "out", "X": "out", "Y": "out"},
        ),
        (
            "<X>\n\n(1) [P]: One.\n----\n(2) [C]: Two.\n\n<Y>\n\n(1) [C]\n----\n(2) [P]"
            "\n\n<Z>\n\n(1) [G]: Three.\n----\n(2) [P]",
            {"P": "in", "C": "in", "G": "in", "X": "in", "Y": "in", "Z": "in"},
        ),
    ],
)  # fmt: skip
def test_small_maps(argdown, labels):
    assert text(argdown) == labels


def test_entails_supports_without_being_needed():
    m = ArgumentMap()
    wet, rain, cloud = m.claim("The street is wet"), m.claim("It rains"), m.claim("Clouds")
    m.relate(rain, "entails", wet)
    assert grounded(m)[wet.id] == "in"
    m.relate(m.claim("The sky is blue"), "attack", rain)
    assert (grounded(m)[rain.id], grounded(m)[wet.id]) == ("out", "in")
    dry = m.rebut("The street is dry", wet)
    assert grounded(m)[wet.id] == "out"
    m.remove(dry)
    argument = m.argument("", premises=[cloud], conclusion=wet)
    m.undercut("Not all clouds bring rain", argument)
    assert grounded(m)[wet.id] == "out"
    m.relate(m.claim("The drains are full"), "entails", wet)
    assert grounded(m)[wet.id] == "in"


def test_positions_of_the_flagship_stay_undecided():
    labels = grounded(datasets.load("open_vs_closed"))
    assert labels["Keep closed"] == labels["Release weights"] == "undecided"


def test_a_premise_stands_again_when_its_attacker_is_undercut():
    m = datasets.load("open_vs_closed")
    sub = m.subgraph(["Safety", "Bad actors will find a way", "How easy should it be?"])
    labels = grounded(sub)
    assert labels["Ease matters"] == labels["Gate works"] == labels["Safety"] == labels["Keep closed"] == "in"
    assert labels["Gate stops nobody"] == labels["Bad actors will find a way"] == labels["Gate not worth it"] == "out"
    without = m.subgraph(["Safety", "Bad actors will find a way"])
    assert grounded(without)["Gate works"] == grounded(without)["Safety"] == "out"


@pytest.mark.parametrize("shape", ["chain", "circles", "ring"])
def test_cost_is_linear(shape):
    def time(size: int) -> float:
        m = ArgumentMap()
        with_circles = shape == "circles"
        claims = [m.claim(f"Claim {number}") for number in range(size)]
        for number in range(size - 1):
            if shape == "chain":
                m.relate(claims[number], "attack", claims[number + 1])
            elif shape == "ring" or number % 2 == 0:
                m.argument("", premises=[claims[number]], conclusion=claims[number + 1])
        if with_circles:
            for number in range(0, size - 3, 2):
                argument = m.argument("", premises=[claims[number + 1]], conclusion=claims[number])
                m.relate(argument, "attack", claims[number + 2])
        if shape == "ring":
            m.argument("", premises=[claims[-1]], conclusion=claims[0])
        m.index()
        gc.collect()
        gc.disable()  # what it costs depends on all that lives
        start = process_time()
        grounded(m)
        cost = process_time() - start
        gc.enable()
        return cost

    small, large = min(time(1000) for _ in range(3)), min(time(8000) for _ in range(2))
    assert large < 8 * small * 3
