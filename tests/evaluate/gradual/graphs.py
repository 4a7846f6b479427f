"""Hypothesis strategies for weighted bipolar graphs."""

from __future__ import annotations

from typing import NamedTuple

from hypothesis import strategies as st

from argmap.evaluate.gradual import Qbaf

shares = st.sampled_from([0.0, 1.0, 0.5]) | st.floats(0, 1)
"""Weights and strengths, with the ends among them."""


class Drawn(NamedTuple):
    """The parts of a graph."""

    weights: list[float]
    attacks: set[tuple[int, int]]
    supports: set[tuple[int, int]]
    needs: set[tuple[int, int]]

    def qbaf(self) -> Qbaf:
        return Qbaf(self.weights, sorted(self.attacks), sorted(self.supports), sorted(self.needs))


@st.composite
def graphs(draw, *, acyclic: bool = False, most: int = 8, weights=shares, with_needs: bool = True) -> Drawn:
    """A graph of a few nodes; an acyclic one has edges from greater to smaller positions, then renamed."""
    drawn = draw(st.lists(weights, min_size=0 if not acyclic else 1, max_size=most))
    if not drawn:
        return Drawn([], set(), set(), set())
    names = draw(st.permutations(range(len(drawn))))
    position = st.integers(0, len(drawn) - 1)
    pairs = st.sets(st.tuples(position, position), max_size=2 * len(drawn))

    def edges(found: set[tuple[int, int]]) -> set[tuple[int, int]]:
        if acyclic:
            found = {(max(pair), min(pair)) for pair in found if pair[0] != pair[1]}
        return {(names[a], names[b]) for a, b in found}

    needs = edges(draw(pairs)) if with_needs and draw(st.booleans()) else set()
    return Drawn(drawn, edges(draw(pairs)), edges(draw(pairs)), needs)
