"""Which comparisons of values decide who accepts something."""

from __future__ import annotations

from functools import partial
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap import parse
from argmap.evaluate.audiences.deciding import boxes, deciding_fields
from argmap.evaluate.audiences.rankings import Contests
from tests.evaluate.audiences.definition import (
    debates,
)


def settles(tops, answers, fields):
    seen: dict[tuple[int, ...], bool] = {}
    return all(
        seen.setdefault(tuple(each[field] for field in fields), answer) == answer
        for each, answer in zip(tops, answers, strict=True)
    )


@settings(max_examples=80)
@given(debates(), st.data())
def test_the_fewest_comparisons_settle_who_accepts(m, data):
    contests = Contests(m)
    readings = contests.readings()
    tops = [reading.tops for reading in readings]
    answers = data.draw(st.lists(st.booleans(), min_size=len(tops), max_size=len(tops)))
    if data.draw(st.booleans()):  # an answer of a real debate, not any function
        name = data.draw(st.sampled_from([record.id for record in m]))
        verdicts = [m.evaluate(succeeds=partial(contests.succeeds, contests.outcome(each))) for each in tops]
        answers = [each[name] == "accepted" for each in verdicts]
    fields, is_exact = deciding_fields(tops, answers)
    assert settles(tops, answers, fields)
    every = range(len(contests.fields))
    if is_exact:
        assert not any(
            settles(tops, answers, some) for size in range(len(fields)) for some in combinations(every, size)
        )
    conditions = boxes(tops, answers, fields)
    for each, answer in zip(tops, answers, strict=True):
        fits = any(all(each[f] in box[place] for place, f in enumerate(fields)) for box in conditions)
        assert fits == answer


def test_who_accepts_is_told_in_the_fewest_comparisons():
    m = parse("""
[A]: A. {values: life}
  <- [B]

[B]: B. {values: property}
  <- [C]

[C]: C. {values: calm}
""").map
    found = m.audiences()
    assert found.sentence("C") == '"C" is accepted by every audience.'
    assert found.who("B") == "whoever ranks property above calm"
    assert found.who("A") == "whoever ranks life above property; or calm above property"
    assert found.share("A") == (4, 6)
    assert found.who("A", "rejected") == "whoever ranks property above life and property above calm"
    assert found.who("A", "undecided") == "nobody"
    assert found.deciding("A") == (("life", "property"), ("property", "calm"))
