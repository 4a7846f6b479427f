"""What the rules on reasoning share: inferences, coverage, critical questions, conditionals; and hostile data."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.check import Settings, all_rules, find
from argmap.check.graph.inferences import inferences
from argmap.check.graph.questions import questions
from argmap.check.subject import Subject
from argmap.check.words.conditional import conditional
from argmap.check.words.mapping import holding_hands, rabbit, terms
from argmap.evaluate import grounded
from argmap.schemes import schemes
from tests import maps
from tests.bench import mapping_rules
from tests.check.cases import found_in, read

REASONING = tuple(rule.code for rule in all_rules() if rule.family == "REA")


def subject_of(text):
    return Subject(read(text))


class TestInferences:
    def test_a_step_draws_on_the_conclusion_before_it(self):
        subject = subject_of("<A>: a\n\n(1) [P]: p\n----\n(2) [Q]: q\n(3) [R]: r\n----\n(4) [S]: s\n")
        assert [[claim.id for claim in each.claims] for each in inferences(subject)] == [["P", "Q"], ["Q", "R", "S"]]
        assert [each.is_last for each in inferences(subject)] == [False, True]

    def test_a_step_says_what_it_uses(self):
        text = "<A>: a\n\n(1) [P]: p\n(2) [Q]: q\n-- R {uses: [1]} --\n(3) [S]: s\n-- R {uses: [2, 3, 99]} --\n(4) [T]: t\n"
        assert [[claim.id for claim in each.claims] for each in inferences(subject_of(text))] == [
            ["P", "S"],
            ["Q", "S", "T"],
        ]

    def test_a_sketch_has_the_claims_that_support_it(self):
        subject = subject_of("[T]: t\n  + <A>\n    + [P]: p\n    + [Q]: q\n")
        assert [[claim.id for claim in each.claims] for each in inferences(subject)] == [["P", "Q", "T"]]

    def test_a_sketch_that_attacks_has_no_conclusion(self):
        assert inferences(subject_of("[T]: t\n  - <A>\n    + [P]: p\n")) == ()


class TestCoverage:
    def test_ifs_letters_and_tags_are_no_terms(self):
        subject = subject_of("[A]: Whenever X rains, then the streets are wet. #weather\n")
        assert terms(subject.map["A"], subject) == {"rain", "street", "wet"}

    def test_synonyms_are_one_term(self):
        subject = subject_of("===\nsynonyms: [[cars, autos]]\n===\n\n[A]: Cars stink.\n\n[B]: Autos stink.\n")
        assert terms(subject.map["A"], subject) == terms(subject.map["B"], subject)

    def test_nothing_is_covered_by_anything(self):
        assert rabbit([], frozenset()).score == 1
        assert holding_hands([], frozenset()) == []

    @pytest.mark.skipif(not mapping_rules.files(mapping_rules.FOLDER), reason="the debates of experts are not there")
    def test_the_rates_on_debates_of_experts_are_those_that_the_pages_name(self):
        steps = mapping_rules.steps(mapping_rules.files(mapping_rules.FOLDER))
        half, third = (mapping_rules.rates(steps, level) for level in (0.5, 0.34))
        assert half.rabbit <= 0.08
        assert third.hands <= 0.03
        assert half.other_debate == 1
        assert half.same_debate >= 0.7
        assert half.dropped >= 0.34
        assert third.hands_dropped >= 0.19


class TestQuestions:
    ARGUMENT = "[T]: t\n  + <D>\n\n<D>: d\n  {scheme: expert_opinion}\n"

    def open_ones(self, text):
        return [each.question.word for each in questions(subject_of(text))["D"] if each.is_open]

    def test_assumptions_are_open_at_once_and_nothing_else_is(self):
        assert self.open_ones(self.ARGUMENT) == ["evidence"]

    def test_an_exception_is_open_once_it_is_asked(self):
        text = self.ARGUMENT + "  _ <X>\n\n<X>: x\n  {asks: [trust, expert_opinion.field]}\n"
        assert self.open_ones(text) == ["field", "trust", "evidence"]

    @pytest.mark.parametrize(
        "answer",
        [
            "  + [Y]\n\n[Y]: y\n  {answers: evidence}\n",
            "  + [P]: p\n    + [Y]\n\n[Y]: y\n  {answers: expert_opinion.evidence}\n",
            "  + [P]: p\n    {answers: evidence}\n",
            "\n[Y]: y\n  {answers: [evidence]}\n  +> <D>\n",
            "\n<Y>: y\n  {answers: evidence}\n\n(1) a\n----\n(2) [Z]: z\n  +> <D>\n",
        ],
    )
    def test_where_an_answer_may_stand(self, answer):
        assert self.open_ones(self.ARGUMENT + answer) == []

    def test_an_argument_answers_by_its_own_data_and_premises(self):
        text = "<D>: d\n  {scheme: expert_opinion}\n\n(1) [P]: p\n  {answers: evidence}\n----\n(2) [Q]: q\n"
        assert self.open_ones(text) == []
        assert self.open_ones("<D>: d\n  {scheme: expert_opinion, answers: evidence}\n") == []

    def test_an_answer_to_what_asks(self):
        asked = self.ARGUMENT + "  - <X>\n\n<X>: x\n  {asks: trust}\n"
        assert self.open_ones(asked) == ["trust", "evidence"]
        assert self.open_ones(asked + "  - [Y]: y\n") == ["evidence"]
        assert self.open_ones(asked + "  + [Y]: y\n") == ["trust", "evidence"]

    def test_the_option_leaves_assumptions_out(self):
        settings = Settings().merged(
            {"select": ["REA109"], "rules": {"open-critical-question": {"assumptions": False}}}, "test"
        )
        assert found_in(self.ARGUMENT, settings) == ()


@pytest.mark.parametrize(
    ("text", "condition", "consequence"),
    [
        ("If it rains, the street is wet.", {"rain"}, {"street", "wet"}),
        ("If it rains then the street is wet.", {"rain"}, {"street", "wet"}),
        ("The street is wet whenever it rains.", {"rain"}, {"street", "wet"}),
        ("If it rains, and snows, the street is wet.", None, None),
        ("The street is wet only if it rains.", None, None),
        ("The street is wet, even if it snows.", None, None),
        ("If", None, None),
        ("It rains.", None, None),
    ],
)
def test_conditionals_are_taken_apart(text, condition, consequence):
    subject = subject_of(f"[A]: {text}\n")
    found = conditional(subject.map["A"], subject)
    assert (None if found is None else set(found.condition.stems)) == condition
    assert (None if found is None else set(found.consequence.stems)) == consequence


WORDS = [
    "if",
    "then",
    "either",
    "or",
    "not",
    "all",
    "some",
    "may",
    "should",
    "most people",
    "after",
    "fell",
    "always been",
]
KEYS = st.sampled_from(["asks", "answers", "scheme", "sense", "implicit", "cites", "expert", "field", "values"])
VALUES = st.one_of(
    maps.values,
    st.sampled_from([each.id for each in schemes()] + [each.id for scheme in schemes() for each in scheme.questions]),
    st.lists(st.sampled_from(["trust", "sign.rival", "field", ""]), max_size=3),
    st.dictionaries(st.sampled_from(["free", "a"]), st.sampled_from(["x", "y", 3, None]), max_size=2),
)
TEXTS = st.lists(st.sampled_from([*WORDS, "rain", "İstanbul", "streets", "Ada", "is a liar"]), max_size=8).map(" ".join)


@given(
    m=maps.maps(),
    texts=st.lists(TEXTS, min_size=8, max_size=8),
    data=st.lists(st.dictionaries(KEYS, VALUES, max_size=3), min_size=8, max_size=8),
    front=st.dictionaries(st.sampled_from(["glossary", "synonyms", "schemes", "participants", "sources"]), VALUES),
)
def test_no_rule_raises_whatever_a_map_holds(m, texts, data, front):
    for record, text, given_data in zip(list(m), texts, data, strict=False):
        m.replace(record, text=text, ranges=(), data=given_data)
    m.data.update(front)
    m.data["glossary"] = {
        "free": {"senses": ["x", "y"]},
        **(front["glossary"] if isinstance(front.get("glossary"), dict) else {}),
    }
    for finding in find(m, Settings(select=REASONING), labelling=grounded)[0]:
        assert finding.message
        assert finding.span is None


def test_rules_on_words_are_silent_in_other_languages():
    text = "===\nlanguage: tlh\n===\n\n[A]: All.\n  + [B]: Most people say all.\n"
    assert found_in(text, Settings(select=REASONING)) == ()


def test_a_map_made_in_python_has_findings_without_places():
    m = argmap.ArgumentMap()
    m.support("Most people want it", m.claim("The park should stay"))
    found = find(m, Settings(select=("REA116",)))[0]
    assert [(each.code, each.span) for each in found] == [("REA116", None)]
