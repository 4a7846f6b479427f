"""The engine against the definitions. `python -m tests.evaluate.dung.agreement` holds more of it against them."""

from __future__ import annotations

import random

import pytest

from tests.evaluate.dung.agreement import all_of, all_up_to_names, at_random, check


@pytest.mark.parametrize("size", [0, 1, 2])
def test_every_framework_of_up_to_two_arguments(size):
    for attacks in all_of(size):
        check(attacks)


def test_every_shape_of_three_arguments():
    shapes = list(all_up_to_names(3))
    assert len(shapes) == 104
    for attacks in shapes:
        check(attacks)


def test_every_shape_of_four_arguments():
    """The extensions of all 3,044; of some what is accepted, and of fewer each decision about an argument."""
    shapes = list(all_up_to_names(4))
    assert len(shapes) == 3044
    for place, attacks in enumerate(shapes):
        check(attacks, asked="abcd"[place % 4], depth=2 if place % 20 == 0 else place % 5 == 1)


def test_random_frameworks():
    chance = random.Random(20)
    for _ in range(250):
        check(at_random(chance), asked="ab")


def test_where_a_solver_lists_naive_sets(monkeypatch):
    monkeypatch.setattr("argmap.evaluate.dung.naive._MANY", 0)
    chance = random.Random(21)
    for _ in range(40):
        check(at_random(chance, 7), depth=1)
