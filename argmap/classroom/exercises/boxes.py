"""A map as a class sees it: boxes with words, and links that lead from one box or several to another.

A box is a claim, or an argument that is only sketched; which of them have one, `argmap.corpora.links` says.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any
from unicodedata import category

from argmap.corpora.links import Link, links_of
from argmap.model import Argument, ArgumentMap, Claim, Relation, RelationKind, Step

if TYPE_CHECKING:
    from collections.abc import Collection


@dataclass(frozen=True, slots=True)
class Boxes:
    """A map as boxes and links.

    Attributes:
        map: The map.
        boxes: The claims and arguments that have a box, in the order of the map.
        links: The links, and for each the arguments and relations of the map that it stands for.
    """

    map: ArgumentMap
    boxes: tuple[Claim | Argument, ...]
    links: Mapping[Link, tuple[Argument | Relation, ...]] = field(default_factory=dict)
    _at: dict[str, list[Link]] = field(init=False, default_factory=dict, compare=False, repr=False)

    def __post_init__(self) -> None:
        for link in self.links:
            for box in dict.fromkeys((link.target, *link.sources)):
                self._at.setdefault(box, []).append(link)

    def of(self, box: str) -> tuple[Link, ...]:
        """Return the links from and to a box."""
        return tuple(self._at.get(box, ()))

    def text(self, box: str) -> str:
        """Return the words of a box: its text, else its title."""
        return words_of(self.map[box])

    def with_links(self, links: Collection[Link]) -> ArgumentMap:
        """Return the map with these links in place of its own.

        An argument comes back where all links that stand for it do, a relation where one does. A link that the map
        has not becomes a new argument or relation.

        Complexity:
            Linear in the map and the links.
        """
        wanted = {link.meaning: link for link in links}
        lost = {id(record) for link, records in self.links.items() if link.meaning not in wanted for record in records}
        found = {id(record) for link, records in self.links.items() if link.meaning in wanted for record in records}
        boxes = {each.id for each in self.boxes}
        arguments = [
            each for each in self.map.arguments if id(each) not in lost and (id(each) in found or each.id in boxes)
        ]
        there = {each.id for each in (*self.map.claims, *arguments)}
        relations = [
            each
            for each in self.map.relations
            if id(each) in found and id(each) not in lost and {each.source, each.target} <= there
        ]
        known = {link.meaning for link in self.links}
        made = copied(self.map, arguments=arguments, relations=relations)
        for meaning, link in wanted.items():
            if meaning not in known:
                _add(made, link)
        return made


def copied(m: ArgumentMap, **records: Any) -> ArgumentMap:
    """Return a map with some of its records changed: ``claims``, ``arguments``, ``relations``. Nothing is checked."""
    own: dict[str, Any] = {"claims": m.claims, "arguments": m.arguments, "relations": m.relations}
    made = ArgumentMap.from_records(title=m.title, sections=m.sections, source=m.source, **(own | records))
    made.data = copy.deepcopy(m.data)
    return made


def words_of(record: Claim | Argument) -> str:
    """Return the words of a claim or argument in one line: its text, else its title; empty where it has none.

    Signs that cannot be printed are left out.
    """
    line = " ".join((record.text or record.title or "").split())
    return line if line.isprintable() else "".join(sign for sign in line if category(sign) not in ("Cc", "Cs", "Cn"))


def boxes_of(m: ArgumentMap) -> Boxes:
    """Return a map as boxes and links. Linear in the map."""
    return Boxes(m, *links_of(m))


def _add(m: ArgumentMap, link: Link) -> None:
    """Add a link that the map has not, as well as records can say it."""
    if link.over:
        wanted = frozenset(link.over)
        for argument in m.arguments:
            for place, step in enumerate(argument.steps):
                if step.conclusion == link.target and frozenset(step.premises) == wanted:
                    _relate(m, link, argument.id, place)
                    return
    claims = all(isinstance(m[source], Claim) for source in link.sources)
    if link.kind is RelationKind.SUPPORT and claims and isinstance(m[link.target], Claim):
        m.argument(premises=list(link.sources), conclusion=link.target)
    else:
        _relate(m, link, link.target, None)


def _relate(m: ArgumentMap, link: Link, target: str, step: int | None) -> None:
    for source in link.sources:
        if source != target:
            m.relate(source, link.kind, target, step=step)


def reworded(m: ArgumentMap, words: Mapping[str, tuple[str, str]]) -> ArgumentMap:
    """Return a map in which some claims and arguments are others: they have another id, and nothing but a text.

    Args:
        m: The map.
        words: For an id, the new one, and the text.

    Complexity:
        Linear.

    Example:
        >>> import argmap
        >>> m = argmap.ArgumentMap()
        >>> _ = m.support("The street is wet", m.claim("It rains", title="Rain"))
        >>> [(claim.id, claim.text) for claim in reworded(m, {"Rain": ("K7", "It snows")}).claims]
        [('K7', 'It snows'), ('C1', 'The street is wet')]
    """

    def name(old: str) -> str:
        return words[old][0] if old in words else old

    def steps(argument: Argument) -> tuple[Step, ...]:
        return tuple(
            replace(step, premises=tuple(map(name, step.premises)), conclusion=name(step.conclusion))
            for step in argument.steps
        )

    return copied(
        m,
        claims=[Claim(*words[claim.id]) if claim.id in words else claim for claim in m.claims],
        arguments=[
            Argument(*words[each.id], steps=steps(each)) if each.id in words else replace(each, steps=steps(each))
            for each in m.arguments
        ],
        relations=[replace(each, source=name(each.source), target=name(each.target)) for each in m.relations],
    )
