"""Schemes are found as one looks for them, and told as one wants to see them."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap import parse
from argmap.errors import UnknownNameError
from argmap.schemes import (
    FAMILIES,
    find,
    find_questions,
    in_argdown,
    question_named,
    scheme_named,
    scheme_of,
    schemes,
)


def test_families_have_all_schemes_between_them():
    assert [scheme for family in FAMILIES for scheme in schemes(family)] == list(schemes())
    with pytest.raises(UnknownNameError, match="Did you mean 'causal'"):
        schemes("causl")
    with pytest.raises(UnknownNameError, match="Use one of: source, case"):
        schemes("zzzz")


def test_a_name_comes_before_a_part_of_one_and_that_before_sentences():
    assert find("authority")[0].id == "expert_opinion"
    assert find("value")[0].id == "values"
    assert [scheme.id for scheme in find("consequences")][:2] == ["positive_consequences", "negative_consequences"]
    assert find("consequences", limit=1) == find("consequences")[:1]


def test_where_no_scheme_has_all_words_most_of_them_will_do():
    assert find("what do the other experts say about it?")[0].id == "expert_opinion"
    assert find("expert xyzzy plugh") == ()


@given(st.text(max_size=40))
def test_any_text_can_be_searched_for(text):
    found = find(text)
    assert len(set(found)) == len(found)
    assert set(find_questions(text)) <= {question for scheme in schemes() for question in scheme.questions}


def test_questions_lead_to_schemes():
    assert find_questions("biased")[0].id == "expert_opinion.trust"
    assert find_questions("") == ()
    assert len(find_questions("really", limit=2)) == 2
    for scheme in schemes():
        for question in scheme.questions:
            assert scheme_of(question) is scheme
            assert scheme.question(question.word) is scheme.question(question.id) is question
            assert question in find_questions(question.text)
    with pytest.raises(UnknownNameError, match="Did you mean 'sign.rival'"):
        scheme_of("sign.rivl")
    with pytest.raises(UnknownNameError, match="Did you mean 'rival'"):
        scheme_named("sign").question("rivl")


@pytest.mark.parametrize("scheme", schemes(), ids=lambda scheme: scheme.id)
def test_a_scheme_is_plain_data_and_argdown(scheme):
    data = json.loads(json.dumps(scheme.to_data()))
    assert data["id"] == scheme.id
    assert [each["id"] for each in data["questions"]] == [each.id for each in scheme.questions]
    assert {"id", "kind", "text"} == set(data["questions"][0])
    read = parse(in_argdown(scheme))
    assert not read.diagnostics
    argument = read.map["Argument"]
    assert argument.scheme == scheme.id
    assert [read.map[name].text for name in argument.premises] == list(scheme.premises)
    assert read.map.binding("Argument").is_complete


def test_reprs_are_short_and_str_is_for_people():
    sign = scheme_named("sign")
    assert repr(sign) == "<Scheme sign (evidence): 2 premises, 2 questions>"
    assert str(sign) == "Sign"
    question = question_named("sign.rival")
    assert repr(question).startswith("<CriticalQuestion sign.rival (exception): Would")
    assert str(question) == question.text
