"""The smallest change of a ranking that changes a verdict."""

from __future__ import annotations

from itertools import combinations, permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap import ArgmapError, ArgumentMap
from argmap.evaluate import Audience, succeeding
from argmap.evaluate.audiences.audience import audience_of
from argmap.evaluate.audiences.flipping import flip
from argmap.evaluate.audiences.rankings import Contests
from tests.evaluate.audiences.definition import (
    VALUES,
    debates,
    defeats,
    statuses_by_definition,
)


def kendall(first, second):
    place = {value: number for number, value in enumerate(second)}
    return sum(place[a] > place[b] for a, b in combinations(first, 2))


@settings(max_examples=60)
@given(debates(), st.data())
def test_flips_are_the_smallest(m, data):
    ranked = Contests(m).values
    ranking = data.draw(st.permutations(ranked)) if ranked else []
    name = data.draw(st.sampled_from([record.id for record in m]))
    audience = Audience.parse(list(ranking))

    def status(order):
        return statuses_by_definition(m, defeats(m, [*order, *(set(VALUES) - set(order))]), "grounded")[0][name]

    distances = [kendall(ranking, other) for other in permutations(ranked) if status(other) != status(ranking)]
    found = flip(m, name, audience, "grounded")
    if found is None:
        assert distances == []
        return
    assert found.distance == min(distances) == kendall(ranking, found.ranking) == len(found.turned)
    assert (found.before, found.after) == (status(ranking), status(found.ranking))
    assert m.evaluate(succeeds=succeeding(m, list(found.ranking)))[name] == found.after


@settings(max_examples=40)
@given(debates(), st.data())
def test_flips_of_rankings_that_leave_something_open(m, data):
    ranked = Contests(m).values
    chains = data.draw(st.lists(st.permutations(ranked).map(lambda all_: all_[:2]), max_size=2)) if ranked else []
    try:
        audience = audience_of(m, Audience(tuple(tuple((value,) for value in chain) for chain in chains)))
    except ArgmapError:
        return
    name = data.draw(st.sampled_from([record.id for record in m]))
    found = flip(m, name, audience, "grounded")
    before = m.evaluate(succeeds=succeeding(m, audience))[name]
    distances = [
        sum(audience.prefers(b, a) for a, b in combinations(order, 2))
        for order in permutations(ranked)
        if m.evaluate(succeeds=succeeding(m, list(order)))[name] != before
    ]
    assert (found is None) == (not distances)
    if found is not None:
        assert found.distance == min(distances)


def test_a_flip_that_only_settles_what_is_open():
    m = ArgumentMap()
    m.relate(m.claim("A", title="A", data={"values": "life"}), "contradictory", m.claim("B", data={"values": "calm"}))
    found = flip(m, "A", "life, calm", "grounded")
    assert (found.before, found.after, found.distance) == ("undecided", "accepted", 0)
    assert str(found) == (
        'For the audience life, calm, "A" is undecided. It is accepted if life comes before calm: life > calm.'
    )
