"""The schemes are whole, their names are found, and those in the datasets are among them."""

import re

import pytest

from argmap import datasets
from argmap.errors import UnknownNameError
from argmap.schemes import FAMILIES, QuestionKind, Scheme, find, question_named, scheme_named, schemes

LOGIC = {"Modus tollens", "Conjunction elimination", "Comparison"}  # rules of inference, or names of the author's own


def test_ids_are_words_and_each_is_there_once():
    ids = [scheme.id for scheme in schemes()]
    questions = [question.id for scheme in schemes() for question in scheme.questions]
    assert len(set(ids)) == len(ids) == 40
    assert len(set(questions)) == len(questions) == 140
    assert all(re.fullmatch(r"[a-z]+(_[a-z]+)*", name) for name in ids)
    assert all(re.fullmatch(r"[a-z_]+\.[a-z]+(_[a-z]+)*", name) for name in questions)


@pytest.mark.parametrize("scheme", schemes(), ids=lambda scheme: scheme.id)
def test_a_scheme_is_whole(scheme):
    assert scheme.family in FAMILIES
    assert scheme.source
    assert scheme.questions
    for sentence in (*scheme.premises, scheme.conclusion):
        assert sentence.endswith(".")
        assert sentence[0].isupper()
    for question in scheme.questions:
        assert question.text.endswith("?")
        assert question.text[0].isupper()
        assert question.id == f"{scheme.id}.{question.word}"


@pytest.mark.parametrize("scheme", schemes(), ids=lambda scheme: scheme.id)
def test_a_scheme_is_found_by_each_of_its_names(scheme):
    for name in (scheme.id, scheme.name, *scheme.aliases):
        for spelt in (name, name.upper(), name.replace("_", "-"), f"  {name} ", f"Argument from {name}"):
            assert scheme_named(spelt) is scheme
    assert scheme in find(scheme.name)


def test_no_two_schemes_share_a_name():
    def folded(name):
        return re.sub(r"[\W_]", "", name.casefold())

    seen: dict[str, Scheme] = {}
    for scheme in schemes():
        for name in {folded(each) for each in (scheme.id, scheme.name, *scheme.aliases)}:
            assert seen.setdefault(name, scheme) is scheme


def test_an_unknown_name_brings_the_nearest():
    with pytest.raises(UnknownNameError, match="Did you mean 'slippery_slope'"):
        scheme_named("slipery_slope")
    with pytest.raises(UnknownNameError, match="lists them all"):
        scheme_named("")
    with pytest.raises(UnknownNameError, match="Did you mean 'sign.rival'"):
        question_named("sign.rivals")
    with pytest.raises(UnknownNameError, match="Sign has strength, rival"):
        question_named("zzzz", "sign")
    with pytest.raises(UnknownNameError):
        question_named("rival")


def test_search_ranks_names_before_sentences():
    found = [scheme.id for scheme in find("expert")]
    assert found[0] == "expert_opinion"
    assert find("perfect measure") == (scheme_named("futility"),)
    assert find("qqqq") == ()


def test_kinds_follow_the_model():
    kinds = dict.fromkeys(QuestionKind, 0)
    for scheme in schemes():
        for question in scheme.questions:
            kinds[question.kind] += 1
    assert all(kinds.values())


@pytest.mark.parametrize("name", datasets.names())
def test_schemes_in_the_datasets_are_known(name):
    for argument in datasets.load(name).arguments:
        if argument.scheme is not None:
            assert scheme_named(argument.scheme).id == argument.scheme
        for step in argument.steps:
            for rule in step.rules:
                assert rule in LOGIC or scheme_named(rule)
