"""One audience: how people write a ranking of values, and what such an audience accepts."""

from __future__ import annotations

from itertools import combinations, permutations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap import ArgmapError, ArgumentMap, UnknownNameError
from argmap.evaluate import Audience, succeeding
from argmap.evaluate.audiences.audience import audience_of
from argmap.evaluate.audiences.flipping import flip
from tests.evaluate.audiences.definition import (
    VALUES,
    debates,
    defeats,
    rankings_of,
    statuses_by_definition,
)


@settings(max_examples=60)
@given(debates(), st.data())
def test_one_audience_by_definition(m, data):
    ranking = data.draw(st.sampled_from(rankings_of(m)))
    verdicts = m.evaluate(succeeds=succeeding(m, list(ranking)))
    assert dict(verdicts) == statuses_by_definition(m, defeats(m, ranking), "grounded")[0]


@given(st.lists(st.sampled_from(VALUES), min_size=1, unique=True), st.sampled_from(VALUES), st.sampled_from(VALUES))
def test_for_single_values_an_attack_fails_as_bench_capon_has_it(ranking, attacked, attacking):
    audience = Audience.parse(ranking)
    assert audience.withstands([attacked], [attacking]) == audience.prefers(attacked, attacking)


@pytest.mark.parametrize("size", [2, 3, 4, 5, 6])
def test_cycles_of_more_than_one_value_are_decided(size):
    """Bench-Capon 2003: a cycle of two or more values has one preferred extension, and it is not empty."""
    for words in product("xyz", repeat=size):
        m = ArgumentMap()
        for number, word in enumerate(words):
            m.claim("", title=f"c{number}", data={"values": word})
        for number in range(size):
            m.relate(f"c{number}", "attack", f"c{(number + 1) % size}")
        for ranking in permutations(sorted(set(words))):
            verdicts = m.evaluate(succeeds=succeeding(m, list(ranking)))
            assert bool(verdicts.undecided) == (len(set(words)) == 1)
            assert bool(verdicts.accepted) == (len(set(words)) > 1)


def test_rankings_as_people_write_them():
    audience = Audience.parse("safety>privacy>competition")
    assert audience.values == ("safety", "privacy", "competition")
    assert audience.prefers("safety", "competition")
    assert not audience.prefers("competition", "safety")
    assert audience.prefers("competition", "something else")
    assert not audience.prefers("something else", "competition")
    equal = Audience.parse(["safety", ["privacy", "competition"]])
    assert str(equal) == "safety > privacy, competition"
    assert not equal.prefers("privacy", "competition")
    chains = Audience.parse("a > b; c > d")
    assert chains.prefers("a", "b")
    assert not chains.prefers("a", "d")
    assert Audience.parse("").values == ()


@given(st.permutations(VALUES), st.integers(0, 5))
def test_a_ranking_is_a_strict_order(ranking, named):
    audience = Audience.parse(list(ranking[:named]))
    for a, b, c in product(VALUES, repeat=3):
        assert not (audience.prefers(a, b) and audience.prefers(b, a))
        assert audience.prefers(a, c) or not (audience.prefers(a, b) and audience.prefers(b, c))


def debate_with(**data):
    m = ArgumentMap(data=data)
    m.claim("A", data={"values": ["safety", "access"]})
    m.claim("B", data={"values": "privacy"})
    return m


@pytest.mark.parametrize(
    ("ranking", "error", "words"),
    [
        ("safety > access > safety", ArgmapError, "in a circle: safety > access > safety"),
        ("safety > access; access > privacy; privacy > safety", ArgmapError, "safety > access > privacy > safety"),
        ("safety > access, access", ArgmapError, "'access' twice"),
        ("saftey > access", UnknownNameError, "Did you mean 'safety'?"),
        ("safety frist", UnknownNameError, "Did you mean 'safety first'?"),
        ("", UnknownNameError, "no audience and no value called ''"),
        (" > ", UnknownNameError, ""),
        (["safety", 3], UnknownNameError, "'3'"),
        ({"safety": 1}, ArgmapError, "a text such as"),
        (None, ArgmapError, "a text such as"),
        ("upside down", ArgmapError, "`values`"),
        ("privacy > access", ArgmapError, "does not name 'safety'"),
        ("wrong", UnknownNameError, "which the audience 'wrong' ranks"),
    ],
)
def test_rankings_that_cannot_be(ranking, error, words):
    m = debate_with(
        values="safety > access",
        audiences={"safety first": "safety", "upside down": "access > safety", "wrong": "acess"},
    )
    if ranking == " > ":
        assert audience_of(m, ranking).values == ()
        return
    with pytest.raises(error) as raised:
        succeeding(m, ranking)
    assert words in str(raised.value)


def test_audiences_of_the_front_matter():
    m = debate_with(audiences={"careful": {"values": ["safety", "privacy"]}, "7": "access"}, values=["safety", "calm"])
    assert str(audience_of(m, "careful")) == "safety > privacy"
    assert audience_of(m, "careful").name == "careful"
    assert str(audience_of(m, "7")) == "access"
    assert audience_of(m, "calm").values == ("calm",)  # named in the front matter, used nowhere
    assert audience_of(debate_with(audiences=["safety"]), "safety").values == ("safety",)


def test_too_many_values_are_said_to_be_too_many():
    m = ArgumentMap()
    claims = [m.claim("", title=f"c{n}", data={"values": f"v{n}"}) for n in range(9)]
    for first, second in combinations(claims, 2):
        m.relate(first, "contradictory", second)
    with pytest.raises(ArgmapError, match="9 values decide"):
        m.audiences(semantics="grounded")
    ranking = [f"v{n}" for n in range(9)]
    assert m.evaluate(succeeds=succeeding(m, ranking)).accepted == ("c0",)
    found = flip(m, "c0", ranking, "grounded")
    assert found.turned == (("v1", "v0"),)
    with pytest.raises(ArgmapError, match="may name|names 2,000 values"):
        Audience.parse([f"w{n}" for n in range(2_000)])
