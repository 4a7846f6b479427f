"""Examples of the literature, with the conclusions that it draws."""

from __future__ import annotations

import pytest

from argmap.evaluate.structured import Rule, Theory, evaluate
from tests.evaluate.structured.oracle import Semantics


def chain_against_one(first, second, third):
    """Of the shape of both next examples: two steps one way, one step the other."""
    axioms = [first[0], third[0]]
    rules = [
        Rule([first[0]], first[1], "d1", weight=1),
        Rule([second[0]], second[1], "d2", weight=3),
        Rule([third[0]], third[1], "d3", weight=2),
    ]
    return Theory(axioms, rules=rules, contradictories=[(second[1], third[1])])


@pytest.mark.parametrize("lifting", ["elitist", "democratic"])
def test_snoring_professor(lifting):
    """A norm on misbehaviour, stronger than the one on professors, applies to what is only weakly misbehaviour."""
    theory = chain_against_one(
        ("snores", "misbehaves"), ("misbehaves", "access denied"), ("professor", "access not denied")
    )
    assert evaluate(theory, ordering="last-link", lifting=lifting).accepted[-3:] == ("access denied", "d1", "d2")
    weakest = evaluate(theory, ordering="weakest-link", lifting=lifting)
    assert ("access not denied" in weakest.accepted) == (lifting == "elitist")
    assert {"access denied", "access not denied"} <= set(evaluate(theory).undecided)


def test_whisky():
    """Here the weakest link is what one would go by: it is uncertain whether he is Scottish at all."""
    theory = chain_against_one(
        ("born in Scotland", "Scottish"), ("Scottish", "likes whisky"), ("keeps fit", "dislikes whisky")
    )
    assert "likes whisky" in evaluate(theory, ordering="last-link").accepted
    assert "dislikes whisky" in evaluate(theory, ordering="weakest-link").accepted


def test_married_john():
    """A ring speaks for a wife, going out for being a bachelor; each holds in one position, and they clash."""
    theory = Theory(
        premises=["ring", "goes out"],
        rules=[
            Rule(["ring"], "married", "r1"),
            Rule(["goes out"], "bachelor", "r2"),
            Rule(["bachelor"], "not married", is_strict=True),
        ],
        contradictories=[("married", "not married")],
    )
    assert evaluate(theory).accepted == ("ring", "goes out")
    verdicts = evaluate(theory, "preferred")
    assert set(verdicts.possible) == {"ring", "goes out", "r1", "r2", "married", "bachelor", "not married"}
    assert verdicts.accepted == ("ring", "goes out")


def test_tweety():
    """A penguin is a bird, and no bird of the kind that flies: an exception undercuts, it need not rebut."""
    rules = [Rule(["penguin"], "bird", is_strict=True), Rule(["bird"], "flies", "r1")]
    assert "flies" in evaluate(Theory(["penguin"], rules=rules)).accepted
    exception = evaluate(Theory(["penguin"], rules=rules, contraries=[("penguin", "r1")]))
    assert exception.accepted == ("penguin", "bird")
    assert exception.rejected == ("flies", "r1")


class TestModgilPrakken:
    """The running example of "A general account of argumentation with preferences" (2013), with numbers."""

    RULES = (
        Rule(["~s"], "t", "d1", weight=2),
        Rule(["r"], "q", "d2", weight=1),
        Rule(["a"], "p", "d3", weight=2),
        Rule(["t", "q"], "-p", is_strict=True),
    )
    PREMISES = {"a": 1, "r": 3, "-r": 2, "~s": 1}  # noqa: RUF012

    def evaluate(self, *rules, transpose=False, **options):
        theory = Theory(
            premises=self.PREMISES,
            rules=[*self.RULES, *rules],
            contraries=[("s", "~s"), ("-d3", "d3")],
            contradictories=[(x, f"-{x}") for x in "apqrst"],
            transpose=transpose,
        )
        return evaluate(theory, **options)

    def test_the_stronger_premise_defeats_the_weaker_one(self):
        for ordering in ("last-link", "weakest-link"):
            verdicts = self.evaluate(ordering=ordering)
            assert verdicts["r"] == "accepted"
            assert verdicts["-r"] == "rejected"
        assert self.evaluate()["r"] == "undecided"

    @pytest.mark.parametrize(
        ("ordering", "lifting", "is_defeated"),
        [
            ("last-link", "elitist", False),
            ("last-link", "democratic", True),
            ("weakest-link", "elitist", True),
            ("weakest-link", "democratic", True),
        ],
    )
    def test_only_by_the_last_links_of_elitists_the_argument_for_not_p_is_weaker(self, ordering, lifting, is_defeated):
        verdicts = self.evaluate(ordering=ordering, lifting=lifting)
        assert verdicts["-p"] == "accepted"
        assert (verdicts["p"] == "rejected") == is_defeated

    def test_transposition_brings_the_conflict_to_the_weaker_rule(self):
        verdicts = self.evaluate(transpose=True, ordering="last-link")
        assert {"a", "p", "r", "t", "-q"} <= set(verdicts.accepted)
        assert {"q", "-p"} <= set(verdicts.rejected)

    def test_an_attack_by_a_contrary_succeeds_whatever_the_weights(self):
        verdicts = self.evaluate(Rule([], "s", "d4", weight=0), ordering="last-link")
        assert {"~s", "t", "-p"} <= set(verdicts.rejected)

    def test_an_undercut_succeeds_whatever_the_weights(self):
        verdicts = self.evaluate(Rule(["r"], "-d3", is_strict=True), ordering="last-link")
        assert verdicts["d3"] == verdicts["p"] == "rejected"


def test_an_assumption_falls_to_what_is_weaker():
    for kind, status in (("premises", "accepted"), ("assumptions", "undecided")):
        theory = Theory(
            **{kind: {"sunny": 9}},
            rules=[Rule([], "cloudy", "r1", weight=1)],
            contradictories=[("sunny", "cloudy")],
            axioms=[],
        )
        assert evaluate(theory, ordering="last-link")["sunny"] == status


def test_rules_that_differ_in_name_only_are_undercut_one_by_one():
    rules = [Rule([], "b", "r0"), Rule([], "b", "r1")]
    theory = Theory(["a"], rules=rules, contraries=[("a", "r0")])
    verdicts = evaluate(theory, ordering="weakest-link")
    assert verdicts.accepted == ("a", "b", "r1")
    meant = Semantics(theory, "weakest-link", "elitist")
    assert meant.labels(meant.least()) == {"a": "in", "b": "in", "r0": "out", "r1": "in"}


def test_reasons_that_only_go_round_are_none():
    theory = Theory(rules=[Rule(["a"], "b", "r1"), Rule(["b"], "a", "r2")])
    for semantics in ("grounded", "preferred", "stable"):
        assert evaluate(theory, semantics).rejected == ("a", "b", "r1", "r2")
