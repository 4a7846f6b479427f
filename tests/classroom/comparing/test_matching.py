"""Boxes are matched by ids, cards, places and words; the assignment is the best that there is."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap.check.words.language import language
from argmap.classroom.card_bank import card_codes
from argmap.classroom.comparing import EditKind, compare, match
from argmap.classroom.comparing.assignment import assigned, paired
from argmap.classroom.comparing.likeness import THRESHOLD, Phrase, Phrasebook
from argmap.classroom.comparing.matching import Prepared
from argmap.errors import ArgmapError, UnknownNameError
from tests.maps import texts

SUBJECTS = ("Models with released weights", "School uniforms", "Phones in class", "The street of the harbour")
ADJECTIVES = ("safe", "useful", "fair", "necessary", "likely", "possible", "reliable", "dangerous")
DENIALS = (
    "{s} are not {a}",
    "{s} aren't {a}",
    "{s} are never {a}",
    "No {s} are {a}",
    "It is impossible that {s} are {a}",
    "{s} cannot be {a}",
)


def places(*texts: str) -> list[tuple[int, int]]:
    key, pupil = argmap.ArgumentMap(), argmap.ArgumentMap()
    for text in texts[:1]:
        pupil.claim(text)
    for text in texts[1:]:
        key.claim(text)
    return list(match(Prepared(pupil), Prepared(key), "text").pairs.items())


matrices = st.integers(1, 7).flatmap(
    lambda rows: st.integers(1, 7).flatmap(
        lambda columns: st.lists(
            st.lists(st.integers(-9, 9).map(float), min_size=columns, max_size=columns), min_size=rows, max_size=rows
        )
    )
)


@settings(max_examples=30)
@given(matrices)
def test_the_assignment_costs_what_that_of_scipy_costs(costs: list[list[float]]) -> None:
    oracle = pytest.importorskip("scipy.optimize")
    matrix = np.array(costs)
    rows, columns = oracle.linear_sum_assignment(matrix)
    found = assigned(matrix)
    used = [column for column in found if column >= 0]
    assert len(used) == len(set(used)) == min(matrix.shape)
    total = sum(matrix[row, column] for row, column in enumerate(found) if column >= 0)
    assert total == pytest.approx(matrix[rows, columns].sum())


@settings(max_examples=30)
@given(st.dictionaries(st.tuples(st.integers(0, 8), st.integers(0, 8)), st.floats(0.1, 1.0), max_size=25))
def test_what_is_paired_is_the_heaviest_matching(weights: dict[tuple[int, int], float]) -> None:
    import networkx as nx

    graph: nx.Graph[tuple[str, int]] = nx.Graph()
    graph.add_weighted_edges_from((("r", row), ("c", column), weight) for (row, column), weight in weights.items())
    best = sum(graph.edges[edge]["weight"] for edge in nx.max_weight_matching(graph))
    found = paired(weights)
    assert len(set(found.values())) == len(found)
    assert sum(weights[pair] for pair in found.items()) == pytest.approx(best)


@pytest.mark.parametrize("subject", SUBJECTS)
@pytest.mark.parametrize("adjective", ADJECTIVES)
def test_a_claim_never_matches_its_denial(subject: str, adjective: str) -> None:
    claim = f"{subject} are {adjective}"
    for denial in DENIALS:
        denied = denial.format(s=subject, a=adjective)
        assert places(claim, denied) == []
        assert places(denied, claim) == []
        assert places(claim, denied, claim) == [(0, 1)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Closed models are safe for the pupils of a school", "Closed models are unsafe for the pupils of a school"),
        ("It is fair to ask the price of a uniform", "It is unfair to ask the price of a uniform"),
        ("Most firms agree with the rules of the state", "Most firms disagree with the rules of the state"),
        ("Such a gate is possible in most big firms", "Such a gate is impossible in most big firms"),
    ],
)
def test_a_beginning_that_denies_is_heard(one: str, other: str) -> None:
    assert places(one, other) == places(other, one) == []
    assert places(one, one) == [(0, 0)]


@settings(max_examples=30)
@given(st.lists(texts, min_size=1, max_size=4), texts)
def test_likeness_is_the_same_both_ways_and_within_its_range(others: list[str], text: str) -> None:
    tongue = language("en")
    phrases = [Phrase(each, tongue, {}) for each in others]
    one = Phrase(text, tongue, {})
    for place, value in Phrasebook(phrases).alike(one, 0.0):
        assert 0.0 <= value <= 1.0
        back = dict(Phrasebook([one]).alike(phrases[place], 0.0))
        assert back[0] == pytest.approx(value)
    same = [place for place, each in enumerate(phrases) if each.text == one.text]
    assert all(dict(Phrasebook(phrases).alike(one, THRESHOLD))[place] == 1.0 for place in same)


def test_words_in_another_order_and_form_are_the_same_claim() -> None:
    assert places("A powerful model can do great harm in some uses", "Some uses of powerful models do great harm") == [
        (0, 0)
    ]
    assert places("I like my phone", "Some uses of powerful models do great harm") == []


def test_of_boxes_with_the_same_words_the_one_in_the_same_place_is_meant() -> None:
    key = argmap.parse("[A]: Ban cars.\n  + Noise.\n    + Ears.\n  - Trains.\n    - Ears.").map
    pupil = argmap.ArgumentMap()
    ban = pupil.claim("Ban cars")
    trains, noise = pupil.claim("Trains"), pupil.claim("Noise")
    for child, kind, parent in (
        (pupil.claim("Ears", title="One"), "attack", trains),
        (pupil.claim("Ears", title="Two"), "support", noise),
        (trains, "attack", ban),
        (noise, "support", ban),
    ):
        pupil.relate(child, kind, parent)
    assert compare(pupil, key).is_perfect


def test_a_title_that_both_have_makes_a_free_rewording_the_same_claim() -> None:
    key = argmap.parse("[Harm]: Some uses of a powerful model do great harm to very many people.").map
    pupil = argmap.parse("[Harm]: Powerful models harm people.").map
    assert [edit.kind for edit in compare(pupil, key).edits] == [EditKind.REWORD]
    denied = argmap.parse("[Harm]: No use of a powerful model does great harm to very many people.").map
    assert compare(denied, key)["claim_recall"].value == 0.0


def test_cards_are_matched_by_their_codes() -> None:
    key = argmap.datasets.phones_in_class()
    ids = [node.id for node in Prepared(key).shape.nodes]
    codes = card_codes(ids, 7)
    shape = Prepared(key).shape
    lines = [(codes[ids[line.source]], line.bearing.value, codes[ids[line.target]]) for line in shape.lines]
    pupil = argmap.ArgumentMap()
    made = {code: pupil.claim(title=code) for code in codes.values()}
    for source, kind, target in lines:
        pupil.relate(made[source], kind, made[target])
    for cards in (7, codes):
        found = compare(pupil, key, cards=cards)
        assert found["relation_f1_labelled"].value == 1.0
        assert {edit.kind for edit in found.edits} <= {EditKind.LINK}
    loose = argmap.parse("".join(f"{code.lower()}: my words\n\n" for code in codes.values())).map
    assert compare(loose, key, cards=codes)["claim_recall"].value == 1.0
    some = dict(list(codes.items())[:4])
    assert len(compare(pupil, key, cards=some).goal.texts) == 4


def test_places_in_a_text_tell_which_box_is_which() -> None:
    text = "It rains. The street is wet."

    def annotated(one: str, other: str) -> argmap.ArgumentMap:
        m = argmap.ArgumentMap(data={"text": text})
        rain = m.claim(one, data={"span": [0, 9]})
        m.relate(rain, "support", m.claim(other, data={"span": [10, 28]}))
        return m

    found = compare(annotated("Rain falls", "Wet"), annotated("It rains", "The street is wet"))
    assert (found.way, found["edit_similarity"].value) == ("span", 1.0)
    assert {edit.kind for edit in found.edits} == {EditKind.REWORD}


def test_a_way_that_there_is_not_is_told() -> None:
    m = argmap.ArgumentMap()
    with pytest.raises(UnknownNameError, match="Did you mean 'text'"):
        compare(m, m, by="texts")
    with pytest.raises(ArgmapError, match="Cards are matched by id"):
        compare(m, m, by="text", cards=1)
    with pytest.raises(ArgmapError, match="no key"):
        compare(m)
