"""Random formulas as trees, written down in many ways, with a plain evaluator of their own to test against."""

from __future__ import annotations

from itertools import product
from typing import Any

from hypothesis import strategies as st

Tree = tuple[Any, ...]
"""("atom", name), ("is", name, terms), ("same", term, term), ("not", tree), ("and", a, b) ..., ("forall", x, tree)."""

ATOMS = ["p", "q", "r", "rain", "wet", "s1"]
SPELT = {
    "and": ["and", "&", "∧", "&&", "/\\"],
    "or": ["or", "|", "∨", "||"],
    "xor": ["xor", "⊕"],
    "implies": ["implies", "->", "→", "=>"],
    "iff": ["iff", "<->", "↔"],
}
BINDS = {"iff": 1, "implies": 2, "or": 3, "xor": 3, "and": 4}

leaves = st.one_of(
    st.sampled_from(ATOMS).map(lambda name: ("atom", name)), st.booleans().map(lambda value: ("value", value))
)
propositions = st.recursive(
    leaves,
    lambda inner: st.one_of(st.tuples(st.just("not"), inner), st.tuples(st.sampled_from(sorted(SPELT)), inner, inner)),
    max_leaves=10,
)

_names = st.sampled_from(["x", "y", "z"])
_terms = st.one_of(
    st.sampled_from(["x", "y", "z", "a", "b"]).map(lambda name: (name,)),
    st.sampled_from(["x", "y", "a"]).map(lambda name: ("f", (name,))),
)
_said = st.one_of(
    st.tuples(st.just("is"), st.just("P"), st.tuples(_terms)),
    st.tuples(st.just("is"), st.just("R"), st.tuples(_terms, _terms)),
    st.tuples(st.just("same"), _terms, _terms),
    st.just(("atom", "p")),
)


def _closed(tree: Tree) -> Tree:
    for name in ("x", "y", "z"):
        if name in free(tree):
            tree = ("forall", name, tree)
    return tree


sentences = st.recursive(
    _said,
    lambda inner: st.one_of(
        st.tuples(st.just("not"), inner),
        st.tuples(st.sampled_from(["and", "or", "implies", "iff"]), inner, inner),
        st.tuples(st.sampled_from(["forall", "exists"]), _names, inner).map(
            lambda tree: tree if tree[1] in free(tree[2]) else tree[2]
        ),
    ),
    max_leaves=5,
).map(_closed)


def free(tree: Tree) -> set[str]:
    """The variables that no quantifier binds."""
    if tree[0] in ("forall", "exists"):
        return free(tree[2]) - {tree[1]}
    if tree[0] in ("is", "same"):
        terms = tree[2] if tree[0] == "is" else tree[1:]
        return {name for term in terms for name in _names_in(term) if name in ("x", "y", "z")}
    return {name for part in tree[1:] if isinstance(part, tuple) for name in free(part)}


def _names_in(term: Tree) -> set[str]:
    return {term[0]} if len(term) == 1 else _names_in(term[1])


def written(tree: Tree, draw: Any = None) -> str:
    """The tree as text; with `draw` in one of many spellings, with no more parentheses than are needed."""
    kind = tree[0]
    if kind == "atom":
        return str(tree[1])
    if kind == "value":
        return "true" if tree[1] else "⊥"
    if kind == "is":
        return f"{tree[1]}({', '.join(map(_term, tree[2]))})"
    if kind == "same":
        return f"{_term(tree[1])} = {_term(tree[2])}"
    if kind in ("forall", "exists"):
        return f"({kind} {tree[1]}: {written(tree[2], draw)})"
    if kind == "not":
        inner = written(tree[1], draw)
        return f"~{inner}" if tree[1][0] not in SPELT else f"not ({inner})"
    sign = SPELT[kind][0] if draw is None else draw(st.sampled_from(SPELT[kind]))
    left, right = written(tree[1], draw), written(tree[2], draw)
    own = BINDS[kind]
    # Operators of one strength are read from the left, but for `implies`.
    if BINDS.get(tree[1][0], 9) < own + (kind == "implies"):
        left = f"({left})"
    if BINDS.get(tree[2][0], 9) < own + (kind != "implies"):
        right = f"({right})"
    return f"{left} {sign} {right}"


def _term(term: Tree) -> str:
    return str(term[0]) if len(term) == 1 else f"{term[0]}({_term(term[1])})"


def truth(tree: Tree, values: dict[str, bool]) -> bool:
    """Whether a propositional tree is true."""
    return true_in(tree, 1, values, {}, {}, {})


def true_in(
    tree: Tree,
    size: int,
    values: dict[str, bool],
    holds: dict[tuple[str, tuple[int, ...]], bool],
    things: dict[tuple[str, tuple[int, ...]], int],
    filled: dict[str, int],
) -> bool:
    """Whether a tree is true in a world of some things."""

    def inner(part: Tree, **more: int) -> bool:
        return true_in(part, size, values, holds, things, {**filled, **more})

    def thing(term: Tree) -> int:
        if len(term) == 2:
            return things.get((term[0], (thing(term[1]),)), 0)
        return filled[term[0]] if term[0] in filled else things.get((term[0], ()), 0)

    match tree[0]:
        case "atom":
            return values[tree[1]]
        case "value":
            return bool(tree[1])
        case "is":
            return holds.get((tree[1], tuple(map(thing, tree[2]))), False)
        case "same":
            return thing(tree[1]) == thing(tree[2])
        case "not":
            return not inner(tree[1])
        case "and":
            return inner(tree[1]) and inner(tree[2])
        case "or":
            return inner(tree[1]) or inner(tree[2])
        case "xor" | "iff":
            return (inner(tree[1]) == inner(tree[2])) is (tree[0] == "iff")
        case "implies":
            return inner(tree[2]) if inner(tree[1]) else True
        case "forall":
            return all(inner(tree[2], **{tree[1]: each}) for each in range(size))
    return any(inner(tree[2], **{tree[1]: each}) for each in range(size))


def rows() -> list[dict[str, bool]]:
    """The truth table of the atoms."""
    return [dict(zip(ATOMS, row, strict=True)) for row in product((False, True), repeat=len(ATOMS))]
