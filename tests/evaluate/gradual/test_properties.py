"""What holds of which semantics for every node, whatever acts on it; and, where it does not hold, a case that shows it.

The properties are those of Amgoud and Ben-Naim, "Weighted bipolar argumentation graphs: axioms and semantics" (IJCAI
2018), Baroni, Rago and Toni (IJAR 105, 2019) and Potyka (KR 2018; AAMAS 2019).
"""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.evaluate.gradual import SEMANTICS, Qbaf, strengths
from tests.evaluate.gradual.graphs import shares

ALL = sorted(SEMANTICS)
BIPOLAR = sorted(name for name, semantics in SEMANTICS.items() if semantics.counts_supports)
LOCAL = sorted(set(ALL) - {"counting"})
"""Those under which the strength of a node depends on nothing but its weight and what acts on it."""
some = st.lists(shares, max_size=5)
between = st.floats(0.01, 0.99)
"""Weights of which nothing is lost by rounding."""
few = settings(max_examples=40)


def strength(name: str, weight: float, attackers: list[float], supporters: Sequence[float] = ()) -> float:
    """The strength of a node among others on which nothing acts."""
    others = [*attackers, *supporters]
    graph = Qbaf(
        [weight, *others],
        [(place + 1, 0) for place in range(len(attackers))],
        [(place + 1, 0) for place in range(len(attackers), len(others))],
    )
    return float(strengths(graph, name).values[0])


def with_(names):
    return pytest.mark.parametrize("name", names)


@with_(ALL)
@given(weight=shares, attackers=some, supporters=some)
@few
def test_range_and_stability(name, weight, attackers, supporters):
    assert 0 <= strength(name, weight, attackers, supporters) <= 1
    assert strength(name, weight, []) == weight


@with_(LOCAL)
@given(weight=shares, attackers=some, supporters=some)
@few
def test_neutrality(name, weight, attackers, supporters):
    """What has no strength has no effect."""
    found = strength(name, weight, attackers, supporters)
    assert strength(name, weight, [*attackers, 0.0], [*supporters, 0.0]) == pytest.approx(found, abs=1e-14)


@with_(LOCAL)
@given(weight=shares, attackers=some, supporters=some, more=shares)
@few
def test_monotony(name, weight, attackers, supporters, more):
    found = strength(name, weight, attackers, supporters)
    assert strength(name, weight, [*attackers, more], supporters) <= found + 1e-14
    assert strength(name, weight, attackers, [*supporters, more]) >= found - 1e-14
    stronger = [max(each, more) for each in attackers]
    assert strength(name, weight, stronger, supporters) <= found + 1e-14


def test_counting_measures_by_the_most_attacked():
    """Neutrality and monotony fail: one more attacker, of no strength, makes each count for less."""
    assert strength("counting", 1.0, [1.0, 0.0]) > strength("counting", 1.0, [1.0])


@with_(["quadratic-energy", "euler"])
@given(weight=between, attackers=some, supporters=some, more=between)
@few
def test_strict_monotony(name, weight, attackers, supporters, more):
    found = strength(name, weight, attackers, supporters)
    assert strength(name, weight, [*attackers, more], supporters) < found
    assert strength(name, weight, attackers, [*supporters, more]) > found


@with_(["h-categoriser", "card-based"])
@given(weight=between, attackers=some, more=between)
@few
def test_strict_monotony_of_attacks(name, weight, attackers, more):
    assert strength(name, weight, [*attackers, more]) < strength(name, weight, attackers)


def test_no_strict_monotony():
    """An attacker of full strength leaves no room under DF-QuAD and SAF; under the max-based one the weaker is idle."""
    for name in ("df-quad", "social"):
        assert strength(name, 0.5, [1.0]) == strength(name, 0.5, [1.0, 0.5]) == 0
    assert strength("max-based", 0.5, [0.8]) == strength("max-based", 0.5, [0.8, 0.5])


@with_(BIPOLAR)
@given(weight=shares, others=some)
@few
def test_balance(name, weight, others):
    """Equal attackers and supporters leave the weight as it is."""
    assert strength(name, weight, others, others) == pytest.approx(weight, abs=1e-14)


@with_(BIPOLAR)
@given(weight=st.sampled_from([0.0, 1.0]) | between, others=some, more=between)
@few
def test_weakening_and_strengthening(name, weight, others, more):
    """Attackers alone weaken what has any weight, supporters alone strengthen what has less than all."""
    is_inert = name == "euler" and weight in (0, 1)
    if weight > 0 and not is_inert:
        assert strength(name, weight, [*others, more]) < weight
    if weight < 1 and not is_inert:
        assert strength(name, weight, [], [*others, more]) > weight


def test_euler_is_inert_at_the_ends():
    assert strength("euler", 1.0, [1.0, 1.0]) == 1
    assert strength("euler", 0.0, [], [1.0, 1.0]) == 0


@with_(["quadratic-energy", "euler"])
@given(weight=between, others=some, more=between)
@few
def test_weakening_by_dominance(name, weight, others, more):
    assert strength(name, weight, [*others, more], others) < weight
    assert strength(name, weight, others, [*others, more]) > weight


def test_no_weakening_by_dominance():
    """DF-QuAD cannot tell one side that is saturated from another."""
    assert strength("df-quad", 0.5, [1.0, 0.5], [1.0]) == 0.5


@with_(["quadratic-energy", "euler"])
@given(weight=shares, attackers=some, supporters=some, equal=shares)
@few
def test_franklin(name, weight, attackers, supporters, equal):
    """An attacker and a supporter of equal strength cancel out."""
    found = strength(name, weight, attackers, supporters)
    assert strength(name, weight, [*attackers, equal], [*supporters, equal]) == pytest.approx(found, abs=1e-12)


def test_no_franklin():
    assert strength("df-quad", 0.5, [0.5]) == 0.25
    assert strength("df-quad", 0.5, [0.5, 0.5], [0.5]) == 0.375


@with_(["quadratic-energy", "euler"])
@given(weight=between, attackers=some, supporters=some)
@few
def test_resilience(name, weight, attackers, supporters):
    assert 0 < strength(name, weight, attackers, supporters) < 1


def test_no_resilience():
    assert strength("df-quad", 0.5, [1.0]) == 0
    assert strength("df-quad", 0.5, [], [1.0]) == 1


@with_(["quadratic-energy", "df-quad"])
@given(weight=shares, attackers=some, supporters=some)
@few
def test_duality(name, weight, attackers, supporters):
    """Attackers and supporters exchanged, and the weight mirrored at 0.5, mirror the strength."""
    mirrored = strength(name, 1 - weight, supporters, attackers)
    assert mirrored == pytest.approx(1 - strength(name, weight, attackers, supporters), abs=1e-12)


def test_no_duality():
    up, down = strength("euler", 0.5, [], [1.0]), strength("euler", 0.5, [1.0])
    assert (round(up, 4), round(1 - down, 4)) == (0.6821, 0.6335)


@with_(["quadratic-energy", "df-quad"])
@given(weight=shares, each=st.floats(0.1, 1))
@few
def test_open_mindedness(name, weight, each):
    """Whatever the weight, enough attackers bring it to 0, and enough supporters to 1."""
    assert strength(name, weight, [each] * 2000) < 1e-4
    assert strength(name, weight, [], [each] * 2000) > 1 - 1e-4


@given(weight=shares, attackers=st.lists(shares, max_size=50))
@few
def test_no_open_mindedness(weight, attackers):
    """Euler-based strengths never fall below the square of the weight."""
    assert strength("euler", weight, attackers) >= weight * weight - 1e-15
    assert strength("euler", 0.9, [1.0] * 2000) == pytest.approx(0.81)


@with_(LOCAL)
@given(weight=shares, attackers=some, supporters=some)
@few
def test_anonymity(name, weight, attackers, supporters):
    found = strength(name, weight, attackers, supporters)
    assert strength(name, weight, attackers[::-1], supporters[::-1]) == pytest.approx(found, abs=1e-14)
