"""Schemes go to other vocabularies and come back as themselves, however they are spelt."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.errors import UnknownNameError
from argmap.schemes import (
    TERM_KINDS,
    VOCABULARIES,
    default_term,
    is_default,
    known,
    scheme_from,
    scheme_named,
    scheme_to,
    schemes,
    term_of,
    terms,
)

# Numbers, names and types of nodes in published corpora of AIFdb.
SEEN = """
RA Analogy 1, RA CauseToEffect 4, RA Commitment 6, RA CorrelationToCause 7, RA Example 14, RA ExpertOpinion 15,
RA FalsificationOfHypothesis 16, RA FearAppeal 17, RA Ignorance 19, RA InconsistentCommitment 20,
RA NegativeConsequences 22, RA PopularOpinion 23, RA PopularPractice 25, RA PositionToKnow 26, RA PracticalReasoning 28,
RA Sign 30, RA VerbalClassification 31, RA ModusPonens 35, RA EstablishedRule 61, RA ExceptionalCase 62,
RA Default Inference 72, RA ArgumentFromAuthority 160, CA Default Conflict 71, CA Ad hominem 172,
MA Default Rephrase 144, TA Default Transition 82, YA Contradicting 67, YA AssertiveQuestioning 73, YA Asserting 74,
YA Analysing 75, YA Conceding 76, YA Agreeing 77, YA Disagreeing 78, YA Challenging 79, YA Arguing 80,
YA RhetoricalQuestioning 85, YA RhetoricalChallenging 86, YA AssertiveChallenging 87, YA PopularConceding 88,
YA PureQuestioning 91, YA PureChallenging 92, YA Affirming 93, YA Disaffirming 94, YA Restating 101,
YA Directive Questioning 147, YA Ironic Asserting 148, YA Ad hominem 157, YA Ad verecundiam 159, YA Order 166,
YA Default Illocuting 168, YA Offering 176, YA Rejecting 178
"""
KIND = dict(zip(("RA", "CA", "MA", "PA", "TA", "YA"), TERM_KINDS, strict=True))
WITHOUT = {
    "aif": {"sample", "best_explanation", "futility", "perversity", "jeopardy", "precedent"},
    "arguebuf": {"sample", "falsification", "value_practical_reasoning", "futility", "perversity", "jeopardy"},
}
CARNEADES = {
    "analogy",
    "best_explanation",
    "cause_to_effect",
    "correlation_to_cause",
    "established_rule",
    "expert_opinion",
    "ignorance",
    "precedent",
    "negative_consequences",
    "position_to_know",
    "positive_consequences",
    "practical_reasoning",
    "value_practical_reasoning",
    "waste",
    "verbal_classification",
    "witness_testimony",
}
WITHOUT["carneades"] = {scheme.id for scheme in schemes()} - CARNEADES
TERMS = [term for vocabulary in VOCABULARIES for term in terms(vocabulary)]
# Names that are wider there than the alias of ours that is spelt alike; each keeps its own word.
WIDER = {"ArgumentFromAuthority", "Authority", "Dilemma", "Ad hominem", "VestedInterest"}


@pytest.mark.parametrize("vocabulary", VOCABULARIES)
@pytest.mark.parametrize("scheme", schemes(), ids=lambda scheme: scheme.id)
def test_a_scheme_comes_back_as_itself(vocabulary, scheme):
    term = scheme_to(vocabulary, scheme.id)
    assert (term is None) == (scheme.id in WITHOUT[vocabulary])
    if term is None:
        return
    assert term == scheme_to(vocabulary, scheme.name)
    assert scheme_from(vocabulary, term.name) == scheme.id
    assert scheme_from(vocabulary, term.words) == scheme.id
    for opening in ("Argument from ", "argument-from-", "ARGUMENT_FROM_", "Argument  from\n"):
        assert scheme_from(vocabulary, f"{opening}{term.words}") == scheme.id
    if term.id:
        assert scheme_from(vocabulary, term.id) == scheme_from(vocabulary, int(term.id)) == scheme.id
    for alias in scheme.aliases:
        by_alias = scheme_to(vocabulary, alias)
        assert by_alias == term or by_alias.scheme is None  # then it is a word of theirs


@pytest.mark.parametrize("line", re.split(r",\s+", SEEN.strip()))
def test_what_corpora_hold_is_known(line):
    node, name, number = re.fullmatch(r"(\w\w) (.+) (\d+)", line).groups()
    term = term_of("aif", number)
    assert (term.name, term.id, term.kind) == (name, number, KIND[node])
    assert term_of("aif", int(number)) is term
    assert term_of("aif", term.words).name == name
    assert is_default("aif", number) == name.startswith("Default")


@given(st.sampled_from(TERMS), st.sampled_from([str.upper, str.lower, str.title, lambda name: f" {name}\n"]))
def test_a_term_is_found_however_it_is_spelt(term, spelt):
    names = (term.name, term.words, term.words.replace(" ", "_"), term.words.replace(" ", "-"), *term.aliases)
    for name in names:
        found = term_of(term.vocabulary, spelt(name))
        # A vocabulary can have one name twice: the first has it.
        assert found is term or found.words.casefold() == term.words.casefold()


@given(st.sampled_from(TERMS))
def test_a_word_that_was_kept_goes_back_as_it_came(term):
    if term.scheme is None:
        back = scheme_to(term.vocabulary, term.name, term.kind)
        assert back.name == term.name
        assert back.kind == term.kind
        assert back.scheme is None
    else:
        assert scheme_to(term.vocabulary, term.name, term.kind).scheme == term.scheme


@pytest.mark.parametrize("term", TERMS, ids=lambda term: f"{term.vocabulary}-{term.kind}-{term.name}-{term.id}")
def test_terms_agree_with_the_catalogue(term):
    assert term.kind in TERM_KINDS
    assert not (term.default and term.scheme)
    if term.scheme is not None:
        assert scheme_named(term.scheme).id == term.scheme
        assert term.kind == "inference"
    same = known(term.words)
    if same is not None and term.kind in ("inference", "conflict") and term.name not in WIDER:
        assert same.id == term.scheme


@pytest.mark.parametrize("vocabulary", VOCABULARIES)
def test_numbers_are_there_once(vocabulary):
    numbers = [(term.kind if vocabulary == "arguebuf" else "", term.id) for term in terms(vocabulary) if term.id]
    assert len(set(numbers)) == len(numbers)
    assert all(number.isdecimal() for _, number in numbers)


@pytest.mark.parametrize(
    ("vocabulary", "kinds"), [("aif", TERM_KINDS), ("arguebuf", TERM_KINDS[:4]), ("carneades", TERM_KINDS[:1])]
)
def test_each_kind_has_a_default(vocabulary, kinds):
    assert {term.kind for term in terms(vocabulary)} == set(kinds)
    for kind in kinds:
        term = default_term(vocabulary, kind)
        assert term.kind == kind
        assert is_default(vocabulary, term.name)
        assert scheme_from(vocabulary, term.name) is None
    for kind in set(TERM_KINDS) - set(kinds):
        with pytest.raises(UnknownNameError, match=f"kind of term in {vocabulary}"):
            default_term(vocabulary, kind)


def test_what_is_not_the_same_scheme_is_none():
    for name in ("Dilemma", "Consequences", "ArgumentFromAuthority", "DefinitionToVerbalClassification", "Ethotic"):
        assert term_of("aif", name)
        assert scheme_from("aif", name) is None
        assert not is_default("aif", name)
    assert scheme_from("carneades", "ethotic2") is None
    assert scheme_from("carneades", "slippery_slope_base_case") is None


def test_names_of_the_ontology_say_their_kind():
    assert scheme_from("aif", "ExpertOpinion_Inference") == "expert_opinion"
    assert term_of("aif", "Logical_Conflict").id == "36"
    assert term_of("aif", "Commitment_Conflict") is None
    assert scheme_from("aif", "Slippery slope argument") == "slippery_slope"
    assert scheme_from("carneades", "Argument from an Established Rule") == "established_rule"


def test_a_name_can_be_in_several_kinds():
    assert scheme_to("aif", "Ad hominem").id == "10"
    assert scheme_to("aif", "Ad hominem", "conflict").id == "172"
    assert scheme_to("aif", "Ad hominem", "illocution").id == "157"


@given(st.sampled_from(VOCABULARIES), st.text() | st.integers())
def test_any_word_has_an_answer(vocabulary, word):
    term = term_of(vocabulary, word)
    assert scheme_from(vocabulary, word) == (term.scheme if term else None)
    assert is_default(vocabulary, word) == (term is not None and term.default)


def test_unknown_words_are_none_and_unknown_vocabularies_an_error():
    for word in ("", "-", "Gossip", "9999", 8, -1, 10**5000):
        assert term_of("aif", word) is None
    assert scheme_to("aif", "Gossip") is None
    with pytest.raises(UnknownNameError, match="Did you mean 'carneades'"):
        terms("carnaedes")
    with pytest.raises(UnknownNameError, match="Did you mean 'conflict'"):
        scheme_to("aif", "bias", "conflicts")
