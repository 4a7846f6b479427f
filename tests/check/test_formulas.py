"""Formulas against truth tables, against Z3, and against what people may type."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.check.formulas import FormulaError, Verdict, first_order, read_formula, validity
from argmap.check.formulas.theory import LARGEST_WORLD, Budget, Theory
from argmap.check.formulas.validity import judged
from argmap.errors import ModelError
from argmap.model.records import Argument, Step
from argmap.text import parse
from tests.check.formula_trees import ATOMS, propositions, rows, sentences, true_in, truth, written

ROWS = rows()


@given(propositions, st.data())
def test_a_formula_means_what_it_meant_in_any_spelling(tree, data) -> None:
    formula = read_formula(written(tree, data.draw))
    again = read_formula(written(tree))
    theory = Theory([formula, again])
    assert theory.ask([(0, True), (1, False)]).can is False
    assert theory.ask([(0, False), (1, True)]).can is False
    assert theory.ask([(0, True)]).can is any(truth(tree, row) for row in ROWS)


@settings(deadline=None)
@given(st.lists(propositions, min_size=1, max_size=5), propositions)
def test_validity_is_what_truth_tables_say(premises, conclusion) -> None:
    trees = {f"P{place}": tree for place, tree in enumerate(premises)} | {"C": conclusion}
    formulas = {name: read_formula(written(tree)) for name, tree in trees.items()}
    names = [name for name in trees if name != "C"]
    found = judged(Argument("A", steps=(Step(tuple(names), "C"),)), formulas, Budget())

    def holding(some: list[str]) -> list[dict[str, bool]]:
        return [row for row in ROWS if all(truth(trees[name], row) for name in some)]

    if not holding(names):
        assert found.verdict is Verdict.INCONSISTENT
        clash = list(found.inconsistent)
        assert not holding(clash)
        assert all(holding([name for name in clash if name != out]) for out in clash)
        return
    counter = [row for row in holding(names) if not truth(conclusion, row)]
    if counter:
        assert found.verdict is Verdict.INVALID
        said = {}
        for fact in found.countermodel.replace(" and ", ", ").split(", "):
            if fact != "things as they may":
                name, value = fact.split(" ")
                said[name] = value == "true"
        agreeing = [row for row in ROWS if all(row[name] == value for name, value in said.items())]
        assert all(row in counter for row in agreeing), "whatever else holds, it is a countermodel"
        assert list(said) == [name for name in dict.fromkeys(_order(formulas.values())) if name in said]
    else:
        assert found.verdict is Verdict.VALID
        for name in names:
            rest = holding([other for other in names if other != name])
            assert (name in found.idle) is all(truth(conclusion, row) for row in rest)


def _order(formulas) -> list[str]:
    return [symbol.name for formula in formulas for symbol in formula.symbols]


@settings(deadline=None, max_examples=150)
@given(st.lists(sentences, min_size=1, max_size=3))
def test_first_order_answers_hold_in_the_world_that_is_shown_and_agree_with_z3(trees) -> None:
    formulas = [read_formula(written(tree)) for tree in trees]
    theory = Theory(formulas)
    wanted = [(place, place != 1) for place in range(len(formulas))]
    answer = theory.ask(wanted)
    proved = first_order.Prover(formulas).can(wanted, Budget())
    if answer.can is not None and proved is not None:
        assert answer.can == proved
    if answer.model is not None:
        model = answer.model
        assert model.size <= LARGEST_WORLD
        values = {name: value for (name, things), value in model.sentences.items() if not things}
        values = {name: values.get(name, False) for name in ATOMS}
        holds = {key: value for key, value in model.sentences.items() if key[1]}
        if model.size:
            for place, is_true in wanted:
                world: tuple[Any, ...] = (max(model.size, 1), values, holds, model.things, {})
                assert true_in(trees[place], *world) is is_true


@pytest.mark.parametrize(
    ("premises", "conclusion", "verdict"),
    [
        (["forall x: human(x) -> mortal(x)", "human(s)"], "mortal(s)", Verdict.VALID),
        (["∀x (P(x) → Q(x))", "∃x P(x)"], "∃x Q(x)", Verdict.VALID),
        (["forall x: P(x)"], "exists x: P(x)", Verdict.VALID),
        (["exists x: P(x)", "exists x: Q(x)"], "exists x: P(x) & Q(x)", Verdict.INVALID),
        (["forall x: exists y: R(x, y)"], "exists y: forall x: R(x, y)", Verdict.INVALID),
        (["exists y: forall x: R(x, y)"], "forall x: exists y: R(x, y)", Verdict.VALID),
        (["a = b", "P(a)"], "P(b)", Verdict.VALID),
        (["a = b"], "f(a) = f(b)", Verdict.VALID),
        (["P(a)"], "P(b)", Verdict.INVALID),
        (["P(a) -> Q(a)", "P(a)"], "Q(a)", Verdict.VALID),
        (["P(a)", "~exists x: P(x)"], "q", Verdict.INCONSISTENT),
        (["a != a"], "q", Verdict.INCONSISTENT),
    ],
)
def test_well_known_arguments(premises, conclusion, verdict) -> None:
    formulas = {f"P{place}": read_formula(text) for place, text in enumerate(premises)}
    formulas["C"] = read_formula(conclusion)
    found = judged(Argument("A", steps=(Step(tuple(formulas)[:-1], "C"),)), formulas, Budget())
    assert found.verdict is verdict


def test_a_countermodel_in_a_world_of_two() -> None:
    formulas = {
        "P": read_formula("forall x: exists y: likes(x, y)"),
        "C": read_formula("exists y: forall x: likes(x, y)"),
    }
    found = judged(Argument("A", steps=(Step(("P",), "C"),)), formulas, Budget())
    assert found.countermodel == "two things 1 and 2, where likes holds of (1, 2) and (2, 1)"


def test_without_z3_its_lack_is_the_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(first_order, "is_there", lambda: False)
    formulas = {"P": read_formula("forall x: P(x)"), "C": read_formula("P(a)")}
    found = judged(Argument("A", steps=(Step(("P",), "C"),)), formulas, Budget())
    assert found.verdict is Verdict.UNKNOWN
    assert "pip install 'argmap[logic]'" in found.reason
    assert judged(Argument("A", steps=(Step(("C",), "P"),)), formulas, Budget()).verdict is Verdict.INVALID


def test_steps_are_judged_one_by_one_and_the_first_bad_one_is_named() -> None:
    m = parse(
        """<A>

(1) [P]: One. {formula: "p"}
(2) [PQ]: Two. {formula: "p -> q"}
----
(3) [Q]: Three. {formula: "q"}
(4) [SR]: Four. {formula: "s -> r"}
----
(5) [R]: Five. {formula: "r"}
"""
    ).map
    found = validity(m, "A")
    assert (found.verdict, found.step) == (Verdict.INVALID, 1)
    assert found.countermodel == "p true, q true, s false and r false"
    with pytest.raises(ModelError, match="'P' is a claim"):
        validity(m, "P")


def test_what_has_no_formula_leaves_it_open_unless_the_rest_is_enough() -> None:
    text = '<A>\n\n(1) [P]: One. {{formula: "{}"}}\n(2) [N]: None.\n----\n(3) [C]: End. {{formula: "q"}}\n'
    assert validity(parse(text.format("p")).map, "A").verdict is Verdict.UNFORMALISED
    found = validity(parse(text.format("q & p")).map, "A")
    assert (found.verdict, found.missing) == (Verdict.VALID, ("N",))


@pytest.mark.parametrize(
    ("text", "start", "words"),
    [
        ("", 0, "is empty"),
        ("p q", 0, "connective is missing"),
        ("(p", 0, "never closed"),
        ("p)", 1, "never opened"),
        ("p &", 2, "missing after"),
        ("-> p", 0, "missing before"),
        ("P(x) & P", 7, "a predicate of 1 thing before and for a sentence here"),
        ("forall x P(x) & Q(x)", 18, "out of the reach"),
        ("∀xP(x)", 1, "xP does not occur"),
        ("p = q -> p", 9, "a thing before and for a sentence here"),
        ("forall x: x", 10, "stands for a thing"),
        ("P(p & q)", 2, "is a sentence"),
        ("p , q", 2, "comma"),
        ("1p", 0, "digit"),
        ("p ^ q", 2, "several things"),
        ("forall x, : P(x)", 8, "behind the comma"),
        ("p\ud800", 1, "U+D800"),
        ("(" * 9_000, 200, "deeper than 200"),
        ("~" * 9_000 + "p", 200, "deeper than 200"),
        ("p" * 100, 0, "at most 60"),
        ("p" * 10_001, 0, "at most 10,000"),
        ("(" * 10_000 + ")" * 10_000, 0, "at most 10,000"),
        ("forall " + ",".join(f"x{n}" for n in range(60)) + ": P(x1)", 197, "at most 50 variables"),
    ],
)
def test_faults_are_shown_at_their_place(text, start, words) -> None:
    with pytest.raises(FormulaError, match=re.escape(words)) as caught:
        read_formula(text)
    assert caught.value.start == start
    assert start <= caught.value.end <= max(len(text), 1)
    assert str(caught.value).endswith(".")


@given(st.text(alphabet="pqPx()[],:.=~&|-> ∀∃forall", max_size=30))
def test_any_text_is_read_or_refused_at_a_place_inside(text) -> None:
    formula, error = None, None
    try:
        formula = read_formula(text)
    except FormulaError as raised:
        error = raised
    if formula is None:
        assert 0 <= error.start <= error.end <= len(text)
    else:
        Theory([formula], Budget(conflicts=1000, steps=10_000)).ask([(0, True)])


def test_effort_is_limited() -> None:
    pigeons, holes = 9, 8  # as many clauses as a person may type, and no short proof
    places = [[f"in{pigeon}_{hole}" for hole in range(holes)] for pigeon in range(pigeons)]
    text = " & ".join(f"({' | '.join(row)})" for row in places)
    pairs = [f"~({a[hole]} & {b[hole]})" for hole in range(holes) for n, a in enumerate(places) for b in places[:n]]
    theory = Theory([read_formula(text), *map(read_formula, pairs)], Budget(conflicts=500))
    answer = theory.ask([(place, True) for place in range(len(pairs) + 1)])
    assert (answer.can, answer.why) == (None, "it would take too long")
    many = Argument("A", steps=(Step(tuple(f"P{place}" for place in range(400)), "P0"),))
    found = judged(many, {f"P{place}": read_formula("p") for place in range(400)}, Budget())
    assert found.verdict is Verdict.UNKNOWN


def test_solvers_are_imported_for_formulas_only() -> None:
    code = (
        "import sys, argmap; argmap.parse('[A]: It rains.\\n  - [B]: It is dry.').map.check(profile='strict');"
        "print([name for name in ('pysat', 'z3') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "[]"
