"""Each question has exactly one right answer: by argmap's own check, and by a second opinion that shares no code."""

from __future__ import annotations

import json
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap import datasets
from argmap.classroom.quiz import Quiz, quiz, verify
from argmap.classroom.quiz.formats.data import write
from argmap.classroom.quiz.voices import voiced
from argmap.errors import ArgmapError
from argmap.model import ArgumentMap
from tests.classroom.lesson.debates import eight
from tests.classroom.quiz.debates import debates
from tests.classroom.quiz.judge import Judge
from tests.maps import maps


def assert_one_right(m: ArgumentMap, made: Quiz) -> None:
    judge = Judge(m.to_networkx())
    for question in json.loads(write(made)[0])["questions"]:
        assert judge.right(question) == [[place] for place in question["right"]], question
        texts = [" ".join(option["text"].casefold().split()) for option in question["options"]]
        assert len(set(texts)) == len(texts) >= 2


def asked(m: ArgumentMap, count: int, **options) -> Quiz | None:
    try:
        return quiz(m, count, **options)
    except ArgmapError:
        return None


@pytest.mark.parametrize("name", datasets.names())
@pytest.mark.parametrize("seed", [0, 1])
def test_of_the_datasets(name, seed):
    m = datasets.load(name)
    made = m.quiz(60, seed=seed)
    assert len({question.id for question in made.questions}) == len(made.questions) > 20
    assert_one_right(m, made)
    made.verify(m)


def test_of_generated_debates():
    seen: Counter[str] = Counter()

    @settings(max_examples=30)
    @given(debates(), st.integers(0, 3))
    def each_has_one_right_answer(m, seed):
        made = asked(m, 30, seed=seed)
        if made is not None:
            assert_one_right(m, made)
            seen.update(question.kind for question in made.questions)

    each_has_one_right_answer()
    assert len(seen) >= 10, "it would hold of no questions as well"


def test_the_second_opinion_finds_a_wrong_key():
    m = datasets.open_vs_closed()
    judge = Judge(m.to_networkx())
    for question in json.loads(write(m.quiz(60))[0])["questions"]:
        turned = [(place + 1) % len(question["options"]) for place in question["right"]]
        assert judge.right(question) != [[place] for place in turned], question


@settings(max_examples=20)
@given(maps())
def test_of_hostile_maps(m):
    made = asked(m, 10)
    if made is not None:
        assert_one_right(m, made)


CRITICAL = """\
[Vaccine]: The vaccine is safe.

<Doctor>: A doctor says so. {scheme: expert_opinion}

(1) [Doctor says]: Doctor Ames says that the vaccine is safe.
(2) [Doctor knows]: Doctor Ames is an expert on vaccines.
-----
(3) [Vaccine]

[Field]: Doctor Ames has worked on vaccines for twenty years. {answers: expert_opinion.field}
  +> <Doctor>
"""


def test_critical_questions_are_asked_only_where_the_map_answers_them():
    m = argmap.parse(CRITICAL).map
    (question,) = m.quiz(5, kinds="critical").questions
    assert question.answer.means == ("expert_opinion.field",)
    assert_one_right(m, m.quiz(5, kinds="critical"))
    with pytest.raises(ArgmapError, match="no material for a question of the kind critical"):
        datasets.wet_street().quiz(5, kinds="critical")


def test_sources_are_asked_about_where_there_are_three():
    m = argmap.ArgumentMap(data={"sources": {"a": "A book", "b": "A talk", "c": {"title": "A film", "author": "Cy"}}})
    m.claim("It rains", data={"cites": "c"})
    m.claim("It pours", data={"cites": ["a", "b"]})
    (question,) = m.quiz(5, kinds=["source"]).questions
    assert question.answer.text == "Cy: A film"
    assert_one_right(m, m.quiz(5, kinds=["source"]))


def test_a_distractor_is_not_right_on_a_longer_way():
    """What attacks an attacker speaks for the claim, so it is no wrong option for a reason."""
    m = argmap.ArgumentMap()
    thesis = m.claim("Walk to school")
    m.relate(m.claim("Walking is healthy"), "support", thesis)
    rain = m.claim("It rains")
    m.relate(rain, "attack", thesis)
    m.relate(m.claim("There are umbrellas"), "attack", rain)
    m.relate(m.claim("Umbrellas break"), "attack", m["C4"])
    (question,) = (each for each in m.quiz(9, kinds="reason").questions if each.about[0] == thesis.id)
    assert {option.text for option in question.options} == {"Walking is healthy", "It rains", "Umbrellas break"}


def test_what_does_not_fit_the_map_any_more_is_found():
    m = datasets.phones_in_class()
    made = m.quiz(30)
    changed = datasets.phones_in_class()
    changed.remove(*changed.relations)
    assert not all(verify(question, changed) for question in made.questions)
    with pytest.raises(ArgmapError, match=r"Question \d+ \(\w+-\w+\) does not fit the map any more"):
        made.verify(changed)
    with pytest.raises(ArgmapError, match="does not fit"):
        made.verify(argmap.ArgumentMap())


def test_a_claim_is_asked_about_that_speaks_by_an_argument_without_words():
    """`m.rebut(text, target)` makes such arguments: a map that is typed in a few minutes has hardly any others."""
    m = eight()
    for each in (m, argmap.parse(m.to_argdown()).map):
        made = each.quiz(20, seed=1)
        assert {"reason", "objection", "bearing", "answer", "unanswered", "target"} <= {q.kind for q in made.questions}
        assert_one_right(each, made)
        made.verify(each)


def test_an_argument_without_words_stays_where_more_than_one_claim_speaks_for_it_or_something_against_it():
    m = argmap.ArgumentMap()
    thesis = m.claim("Buy it")
    two = m.rebut(["It is dear", "Dear things wait"], thesis)
    one = m.rebut("It is ugly", thesis)
    assert voiced(m)[two.id] == two
    assert one.id not in voiced(m)
    m.undercut("Looks are nothing", one)
    assert voiced(m)[one.id] == one
