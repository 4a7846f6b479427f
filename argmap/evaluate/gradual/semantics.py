"""The gradual semantics that there are, each an aggregation and an influence."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from argmap.errors import UnknownNameError, nearest
from argmap.evaluate.gradual.aggregation import Aggregation, Cardinality, DampedSum, Maximum, Product, Sum
from argmap.evaluate.gradual.influence import Euler, Fractional, Influence, Linear, Quadratic

if TYPE_CHECKING:
    from argmap.evaluate.gradual.qbaf import Qbaf
    from argmap.evaluate.gradual.rows import Floats


@dataclass(frozen=True, slots=True)
class Semantics:
    """A gradual semantics: what the strength of a node is, given the strengths of what acts on it.

    Attributes:
        name: Its name in argmap.
        title: Its full name.
        meaning: What it says, in a sentence.
        source: The paper.
        counts_supports: Whether supports count; if not, it knows attacks only.
        aggregation: How the strengths of what acts on a node become one number.
        influence: How this number moves the strength of the node away from its weight.
    """

    name: str
    title: str
    meaning: str
    source: str
    counts_supports: bool
    aggregation: Aggregation = field(repr=False)
    influence: Influence = field(repr=False)

    def update(self, graph: Qbaf, strengths: Floats, scale: float | None = None) -> Floats:
        """Return the strength that each node of a graph has by the formula, from strengths of what acts on it.

        Args:
            graph: A whole graph, or a part of one. Supports that do not count are passed over.
            strengths: The strengths so far, of the whole; of several evaluations side by side, one column each.
            scale: The scale that the aggregation takes from the whole; None if the graph is the whole.

        Complexity: linear in the nodes and edges of the graph.

        Example:
            >>> import numpy as np
            >>> from argmap.evaluate.gradual import Qbaf
            >>> attacked = Qbaf([0.5, 1.0], attacks=[(1, 0)])
            >>> named("h-categoriser").update(attacked, attacked.weights).tolist()
            [0.25, 1.0]
        """
        if not self.counts_supports and len(graph.supporters.ends):
            graph = graph.without_supports()
        numbers = self.aggregation.whole(graph, strengths, self.scale(graph) if scale is None else scale)
        weights = graph.weights if strengths.ndim == 1 else graph.weights[:, None]
        if not len(graph.needs.ends):
            return self.influence.whole(weights, numbers)
        weakest = graph.needs.reduce(np.minimum, strengths.take(graph.needs.ends, axis=0), 1.0)
        found = self.influence.whole(np.minimum(weights, weakest), numbers)
        return np.minimum(found, weakest)

    def one(
        self, weight: float, attackers: list[float], supporters: list[float], weakest: float, scale: float
    ) -> float:
        """Return the strength of one node.

        Args:
            weight: Its weight.
            attackers: The strengths of what attacks it.
            supporters: The strengths of what supports it.
            weakest: The least strength of what it needs, or 1.
            scale: The scale that the aggregation takes from the whole graph.
        """
        number = self.aggregation.one(attackers, supporters, scale)
        return min(self.influence.one(min(weight, weakest), number), weakest)

    def scale(self, graph: Qbaf) -> float:
        """Return the one number that the whole graph has a say in."""
        return self.aggregation.scale(graph)

    def __str__(self) -> str:
        return self.title


_ALL = (
    Semantics(
        "quadratic-energy",
        "quadratic energy",
        "A node moves from its weight towards 1 or 0 by the square of the sum of its supporters less its attackers: "
        "little while the two are close, ever closer to the end as one outweighs.",
        "Potyka, Continuous dynamical systems for weighted bipolar argumentation, KR 2018",
        True,
        Sum(),
        Quadratic(),
    ),
    Semantics(
        "df-quad",
        "DF-QuAD",
        "Attackers and supporters are each taken together as independent chances; the difference moves the weight by "
        "that share of the way to 1 or 0. One neighbour of full strength saturates its side.",
        "Rago, Toni, Aurisicchio and Baroni, Discontinuity-free decision support with quantitative argumentation "
        "debates, KR 2016",
        True,
        Product(),
        Linear(),
    ),
    Semantics(
        "euler",
        "Euler-based",
        "The sum of supporters less attackers acts by an exponential; a node never falls below its weight squared.",
        "Amgoud and Ben-Naim, Evaluation of arguments in weighted bipolar graphs, ECSQARU 2017",
        True,
        Sum(),
        Euler(),
    ),
    Semantics(
        "h-categoriser",
        "weighted h-categoriser",
        "The weight is divided by 1 more than the sum of the attackers: every attacker takes something away.",
        "Besnard and Hunter, A logic-based theory of deductive arguments, Artificial Intelligence 128, 2001; weighted: "
        "Amgoud, Ben-Naim, Doder and Vesic, Acceptability semantics for weighted argumentation frameworks, IJCAI 2017",
        False,
        Sum(),
        Fractional(),
    ),
    Semantics(
        "max-based",
        "weighted max-based",
        "The weight is divided by 1 more than the strongest attacker: only that one counts, however many there are.",
        "Amgoud, Ben-Naim, Doder and Vesic, Acceptability semantics for weighted argumentation frameworks, IJCAI 2017",
        False,
        Maximum(),
        Fractional(),
    ),
    Semantics(
        "card-based",
        "weighted card-based",
        "The weight is divided by 1 more than the number of attackers and their mean strength: many attackers count "
        "more than strong ones.",
        "Amgoud, Ben-Naim, Doder and Vesic, Acceptability semantics for weighted argumentation frameworks, IJCAI 2017",
        False,
        Cardinality(),
        Fractional(),
    ),
    Semantics(
        "counting",
        "counting",
        "Lines of attack and defence are counted, longer ones for less; each takes from the weight a share: 0.9 over "
        "the most attackers that any node has. The paper knows no weights; here they multiply, so 1 is as there.",
        "Pu, Luo, Zhang and Luo, Attacker and defender counting approach for abstract argumentation, CogSci 2015",
        False,
        DampedSum(),
        Linear(),
    ),
    Semantics(
        "social",
        "social (SAF)",
        "The weight, meant to come from votes, is multiplied by what each attacker leaves over.",
        "Leite and Martins, Social abstract argumentation, IJCAI 2011",
        False,
        Product(),
        Linear(),
    ),
)

SEMANTICS: dict[str, Semantics] = {each.name: each for each in _ALL}
"""The gradual semantics by name; the first is the one to take when nothing speaks for another."""


def named(semantics: str | Semantics) -> Semantics:
    """Return the gradual semantics of a name.

    Args:
        semantics: A name, in any case, with hyphens or without; or a semantics, which is returned as it is.

    Raises:
        UnknownNameError: If there is none.

    Example:
        >>> named("DF-QuAD").title, named("Quadratic energy").name
        ('DF-QuAD', 'quadratic-energy')
        >>> named("eular")
        Traceback (most recent call last):
            ...
        argmap.errors.UnknownNameError: There is no gradual semantics 'eular'. Did you mean 'euler'?
    """
    if isinstance(semantics, Semantics):
        return semantics
    asked = _bare(semantics) if isinstance(semantics, str) else ""
    for found in _ALL:
        if asked in (_bare(found.name), _bare(found.title)):
            return found
    hint = nearest(str(semantics), list(SEMANTICS)) or f" There are: {', '.join(SEMANTICS)}."
    raise UnknownNameError(f"There is no gradual semantics {semantics!r}.{hint}")


def _bare(name: str) -> str:
    bare = "".join(sign for sign in name.casefold() if sign.isalnum())
    return bare.replace("categorizer", "categoriser")
