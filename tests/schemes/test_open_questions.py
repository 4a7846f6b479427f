"""The critical questions of a map, and how each stands."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.check.open_questions import State
from argmap.check.rules.reasoning.open_critical_question import open_critical_question
from argmap.check.subject import Subject
from argmap.errors import ModelError, UnknownNameError
from argmap.schemes import schemes

TEXT = """
[Fluoride]: Fluoride in water protects teeth.
  + <Dentist>
  + <Custom>

<Dentist>: Our dentist says that it does. {scheme: expert_opinion}
  + [Studies]
  - <Paid>
  - <Not her field>

[Studies]: The dentist cites three large studies. {answers: expert_opinion.evidence}

<Paid>: The dentist is paid by a maker of toothpaste. {asks: trust}
  - [Not any more]: The contract ended years ago.

<Not her field>: Water is not her field. {asks: field}

<Custom>: We always did it. {scheme: house rule}
"""


@pytest.fixture
def m():
    return argmap.parse(TEXT).map


def test_each_state_is_told(m):
    found = {each.question.word: each for each in m.open_questions(only_open=False)}
    assert {word: each.state for word, each in found.items()} == {
        "credibility": State.UNASKED,
        "field": State.ASKED,
        "wording": State.UNASKED,
        "trust": State.ANSWERED,
        "agreement": State.UNASKED,
        "evidence": State.ANSWERED,
    }
    assert found["field"].askers == ("Not her field",)
    assert found["evidence"].answers == ("Studies",)
    assert [found[word].owes for word in ("field", "trust", "agreement")] == ["proponent", "", "opponent"]
    assert found["evidence"].sentence == "Answered by “Studies”."
    assert found["trust"].sentence == "Answered: something speaks against “Paid”."
    assert found["agreement"].sentence.endswith("Whoever asks it must give a reason.")
    assert found["credibility"].sentence.endswith("owes an answer.")


def test_only_what_is_open_is_told_unless_all_is_wanted(m):
    assert [each.question.id for each in m.open_questions()] == ["expert_opinion.field"]
    assert str(m.open_questions()) == (
        "“Dentist” follows the scheme Expert opinion.\n"
        "  Is E an expert in the field that A belongs to? (expert_opinion.field)\n"
        "    Asked by “Not her field” and not answered yet. Whoever put the argument forward owes an answer."
    )
    assert repr(m.open_questions()) == "<OpenQuestions: 1 of 1 argument>"
    assert str(m.open_questions()[0]).startswith("Is E an expert in the field that A belongs to? Asked by")
    m.replace("Dentist", scheme=None)
    assert len(m.open_questions(only_open=False)) == 0
    assert str(m.open_questions()) == "No critical question is open."


def test_one_argument_or_one_kind(m):
    assert len(m.open_questions("Dentist", only_open=False)) == 6
    assert len(m.open_questions(m["Custom"], only_open=False)) == 0
    assert [each.question.word for each in m.open_questions(kind="exception", only_open=False)] == [
        "trust",
        "agreement",
    ]
    with pytest.raises(UnknownNameError, match="Did you mean 'Dentist'"):
        m.open_questions("Dentits")
    with pytest.raises(ModelError, match="is a claim"):
        m.open_questions("Studies")
    with pytest.raises(UnknownNameError, match="Did you mean 'premise'"):
        m.open_questions(kind="premis")


def test_it_is_plain_data(m):
    data = json.loads(json.dumps(m.open_questions().to_data()))
    assert data == [
        {
            "argument": "Dentist",
            "scheme": "expert_opinion",
            "id": "expert_opinion.field",
            "kind": "premise",
            "text": "Is E an expert in the field that A belongs to?",
            "state": "asked",
            "owes": "proponent",
            "asked_by": ["Not her field"],
            "answered_by": [],
            "sentence": "Asked by “Not her field” and not answered yet. "
            "Whoever put the argument forward owes an answer.",
        }
    ]


@pytest.mark.parametrize("name", argmap.datasets.names())
def test_the_rule_and_the_report_agree(name):
    m = argmap.datasets.load(name)
    told = {found.about.id for found in open_critical_question.run(Subject(m))}
    assert told == {each.argument for each in m.open_questions()}


words = st.text(max_size=20)


@given(words, words, st.sampled_from([scheme.id for scheme in schemes()]), st.one_of(words, st.lists(words), st.none()))
def test_any_title_and_data_can_be_told(title, text, scheme, asks):
    m = argmap.ArgumentMap()
    argument = m.argument(text, data={"scheme": scheme, "answers": asks})
    m.relate(m.argument(text, data={"asks": asks}), "attack", argument)
    for found in (m.open_questions(), m.open_questions(only_open=False)):
        assert str(found)
        assert json.dumps(found.to_data())
    assert len(m.open_questions(argument, only_open=False)) > 0
