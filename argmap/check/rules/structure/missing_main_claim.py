"""STR103."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.graph.circularity import circular
from argmap.check.rule import Found, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Node, Subject

_FOR = ("support", "entails", "premise", "conclusion", "intermediate")
_AGAINST = ("attack", "undercut")


@rule("STR103", Severity.ERROR)
def missing_main_claim(subject: Subject) -> Iterator[Found]:
    """No claim is the main claim: all reasons go round in a circle.

    ## What it does

    Asks whether the front matter names a thesis, or some claim or argument speaks neither for nor against anything
    further. Positions that attack each other are main claims as well. There is none if all chains of reasons end in
    circles of support.

    ## Why it matters

    A debate is about something. The claim it is about stands at the end of all chains of reasons, so if every claim is
    only a reason for another one, nobody can say what the reasons are for.

    ## Flagged

    ```argdown
    [Trust]: We trust the coach.  // finding: STR103
      + [Wins]: The team wins.
        + [Trust]
        - [Luck]: The team was lucky.
    ```

    ## Accepted

    ```argdown
    [Keep]: The coach should stay.
      + [Wins]: The team wins.
    ```

    Two positions that attack each other:

    ```argdown
    [Keep]: The coach should stay.
      + [Wins]: The team wins.
      -> [Change]

    [Change]: The club should look for a new coach.
      -> [Keep]
    ```
    """
    if not subject.theses and (subject.map.claims or subject.map.arguments) and not subject.map.roots():
        record = _in_circle(subject)
        if record is not None and not subject.shared(circular).begging:  # these are told by STR107
            yield Found(
                record,
                f"All reasons of this map go round in a circle, as those of {subject.name(record)} do, so there is "
                "no main claim. Write down the claim that the debate is about.",
            )


def _in_circle(subject: Subject) -> Node | None:
    """Return the first record in a circle of support in which reasons end; None where positions attack each other."""
    import networkx as nx

    index = subject.index
    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_nodes_from(range(len(index.ids)))
    for name in (*_FOR, *_AGAINST):
        for at in graph:
            for target in index.edges[name].targets(at):
                if name in _FOR:
                    graph.add_edge(at, target, speaks_for=True)
                elif not graph.has_edge(at, target):
                    graph.add_edge(at, target, speaks_for=False)
    first: int | None = None
    for circle in nx.strongly_connected_components(graph):
        edges: list[tuple[int, int, bool]] = list(graph.out_edges(circle, data="speaks_for"))
        if all(target in circle for _, target, _ in edges):
            if len(circle) == 1 or not all(speaks_for for *_, speaks_for in edges):
                return None  # a claim with a relation to itself, or positions that attack each other
            first = min(circle) if first is None else min(first, *circle)
    return None if first is None else subject.map[index.ids[first]]
