"""A map as claims and links, each from one claim or several to another: what a class draws, and most corpora hold.

Arguments are taken apart. Each of their steps is a link, from its premises and what the step before it concludes. What
an argument with steps does to others, its conclusion does; what is done to it is done to the conclusion of the step
that is meant, so that an undercut of the inference to a claim is a link of the kind `undercut` to that claim. An
argument without steps is a node as a claim is; only where it has no words of its own, and does one thing, and nothing
but claims speak for it, do these take its place: what they do is one link.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from argmap.model.records import Argument, Claim, Relation, RelationKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.model import ArgumentMap

_SUPPORT = RelationKind.SUPPORT


class Link(NamedTuple):
    """What some nodes do together to another one.

    Attributes:
        sources: The ids of the nodes that act, each once.
        kind: What they do.
        target: The id of the node that is acted on.
        over: For an undercut, the ids of the nodes from which the target is inferred in the step that is attacked.
    """

    sources: tuple[str, ...]
    kind: RelationKind
    target: str
    over: tuple[str, ...] = ()

    @property
    def meaning(self) -> tuple[frozenset[str], RelationKind, str, frozenset[str]]:
        """What counts when two are compared: the order of those that act together does not."""
        if self.kind.is_symmetric:
            first, second = sorted((*self.sources, self.target))
            return frozenset([first]), self.kind, second, frozenset()
        return frozenset(self.sources), self.kind, self.target, frozenset(self.over)


class Links(NamedTuple):
    """A map as nodes and links.

    Attributes:
        nodes: Claims, and arguments that stand for themselves, in the order of the map.
        links: The links, first those of steps, then those of relations, in the order of the map; for each the arguments
            and relations of the map that it stands for.
    """

    nodes: tuple[Claim | Argument, ...]
    links: Mapping[Link, tuple[Argument | Relation, ...]]


def links_of(m: ArgumentMap) -> Links:
    """Return a map as nodes and links. Linear in the map.

    Example:
        >>> import argmap
        >>> found = links_of(argmap.datasets.wet_street())
        >>> [(link.kind.value, link.target) for link in found.links]
        [('support', 'Rain'), ('support', 'No rain'), ('undercut', 'Rain'), ('contradictory', 'Rain'), \
('attack', 'Street is wet')]
    """
    ways = _ways(m)
    links: dict[Link, list[Argument | Relation]] = {}
    for argument in m.arguments:
        for step in argument.chained_steps:
            links.setdefault(Link(step.premises, _SUPPORT, step.conclusion), []).append(argument)
    for relation in m.relations:
        if relation.target in ways and relation.kind is _SUPPORT:
            continue  # its source takes the place of its target
        way = ways.get(relation.source)
        sources = (_start(m[relation.source]),) if way is None else way.sources
        link = Link(sources, relation.kind, *_end(m, relation, ways))
        records = links.setdefault(link, [])
        if way is not None:
            records += (way.sketch, *way.reasons)
        records.append(relation)
    nodes = tuple(each for each in m if isinstance(each, Claim) or not (each.steps or each.id in ways))
    return Links(nodes, {link: tuple(records) for link, records in links.items()})


class _Way(NamedTuple):
    """How claims take the place of a sketch.

    Attributes:
        sketch: The argument that gives way.
        reasons: The relations by which the claims speak for it.
        target: The id of what it acts on in the end, as what it undercuts may have given way as well.
        step: The step of that target which is meant; None for the last.
    """

    sketch: Argument
    reasons: tuple[Relation, ...]
    target: str
    step: int | None

    @property
    def sources(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(relation.source for relation in self.reasons))


def _ways(m: ArgumentMap) -> dict[str, _Way]:
    """Return for each sketch that gives way how it does."""
    bare = {argument.id: argument for argument in m.arguments if not argument.text and not argument.steps}
    acts = Counter(relation.source for relation in m.relations)
    act: dict[str, Relation] = {}
    reasons: dict[str, list[Relation]] = {}
    for relation in m.relations:
        if relation.source in bare:
            act[relation.source] = relation
            if relation.kind.is_symmetric:  # it acts both ways, and claims that act together do not
                del bare[relation.source]
        if relation.target in bare:
            if relation.kind is _SUPPORT and isinstance(m[relation.source], Claim):
                reasons.setdefault(relation.target, []).append(relation)
            elif relation.kind is not RelationKind.UNDERCUT:
                del bare[relation.target]
    giving = [name for name in reasons if name in bare and acts[name] == 1]
    ends: dict[str, tuple[str, int | None] | None] = dict.fromkeys(giving)
    found: dict[str, _Way] = {}
    done: set[str] = set()
    for name in giving:
        # An undercut of an argument that gives way is one of the inference to what that acts on, and so on.
        passed, here = [], name
        while here in ends and here not in done:
            done.add(here)
            passed.append(here)
            here = act[here].target
        if here in ends and ends[here] is None:
            continue  # a circle has no end: what is on it, or leads to it, stays what it is
        for each in reversed(passed):
            end = ends[each] = ends.get(act[each].target) or (act[each].target, act[each].step)
            found[each] = _Way(bare[each], tuple(reasons[each]), *end)
    return found


def _start(source: Claim | Argument) -> str:
    """Return the node that acts where a claim or argument does."""
    return (source.conclusion if isinstance(source, Argument) else None) or source.id


def _end(m: ArgumentMap, relation: Relation, ways: Mapping[str, _Way]) -> tuple[str, tuple[str, ...]]:
    """Return the node that a relation acts on, and what that is inferred from where the step is meant."""
    way = ways.get(relation.target)
    over = () if way is None else way.sources
    name, number = (relation.target, relation.step) if way is None else (way.target, way.step)
    target = m[name]
    if isinstance(target, Claim) or not target.steps:
        return name, over
    step = target.chained_steps[-1 if number is None else number]
    if relation.kind is RelationKind.UNDERCUT and not over:
        over = step.premises
    return step.conclusion, over
