"""Which questions are chosen, and how they read."""

from __future__ import annotations

from collections import Counter

import pytest

import argmap
from argmap import datasets
from argmap.classroom.quiz import KINDS, Form
from argmap.classroom.quiz.formats.printable import key_of_sheet, sheet_of
from argmap.classroom.quiz.kinds import kind_named
from argmap.classroom.quiz.levels import LEVELS, difficulties
from argmap.classroom.sheets.blocks import Choices, Gap, KeyOnly, Table, Together
from argmap.errors import ArgmapError, UnknownNameError
from argmap.language import Words


def test_the_same_seed_gives_the_same_quiz_and_another_one_another():
    m = datasets.open_vs_closed()
    assert m.quiz(20, seed=4) == datasets.open_vs_closed().quiz(20, seed=4)
    assert m.quiz(20, seed=4) != m.quiz(20, seed=5)


def test_kinds_and_branches_are_balanced():
    made = datasets.open_vs_closed().quiz(24, seed=7)
    kinds = Counter(question.kind for question in made.questions)
    assert len(kinds) >= 12
    assert max(kinds.values()) <= 2
    assert len({question.branch for question in made.questions}) >= 12
    assert max(Counter(name for question in made.questions for name in question.about).values()) <= 3
    hard = [question.difficulty for question in made.questions]
    assert hard == sorted(hard)


@pytest.mark.parametrize("level", LEVELS)
def test_levels_bound_how_hard_questions_are(level):
    easiest, hardest = difficulties(level)
    made = datasets.open_vs_closed().quiz(20, level=level)
    assert {question.difficulty for question in made.questions} <= set(range(easiest, hardest + 1))


def test_kinds_can_be_chosen():
    m = datasets.open_vs_closed()
    assert {question.kind for question in m.quiz(8, kinds="answer, side").questions} == {"answer", "side"}
    assert {question.kind for question in m.quiz(8, kinds=["linked"]).questions} == {"linked"}
    with pytest.raises(UnknownNameError, match="no kind of question 'riddle'"):
        m.quiz(8, kinds="riddle")


@pytest.mark.parametrize("count", [0, -1, 501, 2.5, True])
def test_a_number_of_questions_that_cannot_be(count):
    with pytest.raises(ArgmapError, match="A quiz has 1 to 500 questions"):
        datasets.wet_street().quiz(count)


def test_every_kind_has_words_and_a_definition():
    words = Words("en")
    for kind in KINDS:
        assert kind_named(kind).__doc__
        assert 1 <= kind_named(kind).BASE <= 4
        assert words.say(f"quiz.{kind}.ask").endswith(("?", "."))
        assert words.say(f"quiz.{kind}.name")


def test_names_of_questions_do_not_give_answers_away():
    for question in datasets.open_vs_closed().quiz(80).questions:
        m = datasets.open_vs_closed()
        means = [question.options[place].means[0] for place in question.right]
        titles = {m[name].title for name in means if name in m}
        shown = {
            m[line.statement.means[0]].title
            for line in question.lines
            if line.statement and line.statement.means[0] in m
        }
        given = question.name.partition(": ")[2]
        if question.form is Form.CHOICE:
            assert given not in titles - shown, question


def test_statements_never_stand_in_the_right_order_at_first():
    for seed in range(5):
        for question in datasets.open_vs_closed().quiz(20, seed=seed, kinds="order").questions:
            assert list(question.right) != sorted(question.right)


def test_a_quiz_is_in_the_language_of_the_map_or_in_english():
    m = datasets.wet_street()
    m.data["language"] = "tlh"
    assert m.quiz(2).language == "en"
    assert m.quiz(2, language="de").language == "de"


def test_titles_and_texts_of_odd_types_do_no_harm():
    m = argmap.ArgumentMap(data={"sources": 3, "sides": ["a"], "language": 7})
    for number in range(6):
        m.claim(f"Claim {number}", data={"cites": [None, {"quote": 4}, 2.5], "status": ["x"], "answers": 3})
    m.relate("C2", "support", "C1")
    m.relate("C3", "attack", "C2")
    m.relate("C4", "attack", "C3")
    assert m.quiz(20).questions


def test_the_printed_sheet_holds_its_answers():
    made = datasets.school_uniforms().quiz(30)
    blocks = [block for each in sheet_of(made).blocks if isinstance(each, Together) for block in each.blocks]
    choices = [block for block in blocks if isinstance(block, Choices)]
    assert [block.right for block in choices] == [frozenset(q.right) for q in made.questions if q.form is Form.CHOICE]
    gaps = [row[0][0] for block in blocks if isinstance(block, Table) for row in block.rows]
    assert gaps
    assert all(isinstance(gap, Gap) and gap.answer for gap in gaps)
    assert sum(isinstance(block, KeyOnly) for block in blocks) == len(made.questions)
    assert key_of_sheet(made).is_key
    assert "seed 0" in sheet_of(made).footer
