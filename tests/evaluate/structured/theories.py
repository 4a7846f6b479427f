"""Hypothesis strategies for small theories."""

from __future__ import annotations

from hypothesis import strategies as st

from argmap.evaluate.structured import Rule, Theory

NAMES = ["a", "b", "c", "d"]
LITERALS = [*NAMES, *(f"-{name}" for name in NAMES)]


def denial(literal: str) -> str:
    return literal[1:] if literal.startswith("-") else f"-{literal}"


@st.composite
def theories(draw: st.DrawFn, *, acyclic: bool = False, well_defined: bool = False, assumptions: bool = True) -> Theory:
    """A theory over literals; rules may go round in circles and premises may be contrary to one another.

    Args:
        acyclic: Only rules from earlier to later names.
        well_defined: Only theories of which the rationality postulates are proved, if the axioms are consistent.
        assumptions: Whether there may be assumptions; a theory that is well defined has none.
    """
    weights = st.sampled_from([1.0, 2.0, 3.0])
    kinds = draw(st.lists(st.sampled_from(["axiom", "ordinary", "ordinary", "assumption"]), min_size=1, max_size=5))
    literals = draw(st.lists(st.sampled_from(LITERALS), min_size=len(kinds), max_size=len(kinds), unique=True))
    by_kind: dict[str, dict[str, float]] = {"axiom": {}, "ordinary": {}, "assumption": {}}
    for kind, literal in zip(kinds, literals, strict=True):
        by_kind["ordinary" if kind == "assumption" and (well_defined or not assumptions) else kind][literal] = draw(
            weights
        )
    rules: list[Rule] = []
    for number in range(draw(st.integers(0, 6))):
        premises = draw(st.lists(st.sampled_from(LITERALS), max_size=2, unique=True))
        conclusion = draw(st.sampled_from(LITERALS))
        if acyclic and any(premise.strip("-") >= conclusion.strip("-") for premise in premises):
            continue
        is_strict = draw(st.integers(0, 2)) == 0
        name = "" if is_strict else f"r{number}"
        rules.append(Rule(premises, conclusion, name, is_strict=is_strict, weight=draw(weights)))
    targets = [rule.name for rule in rules if rule.name]
    if not well_defined:
        targets += LITERALS
    contraries = [
        (draw(st.sampled_from(LITERALS)), draw(st.sampled_from(targets)))
        for _ in range(draw(st.integers(0, 2)) if targets else 0)
    ]
    names = NAMES if well_defined else draw(st.lists(st.sampled_from(NAMES), unique=True, min_size=2))
    return Theory(
        by_kind["axiom"],
        by_kind["ordinary"],
        by_kind["assumption"],
        rules,
        contraries,
        [(name, f"-{name}") for name in names],
        transpose=well_defined or draw(st.booleans()),
    )
