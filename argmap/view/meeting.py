"""The words for nodes at which premises meet: an arrow is told from a premise to its end, past what stands between."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from argmap.language import Words
from argmap.view.diagram import EdgeKind, NodeKind
from argmap.wording import shorten

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.view.diagram import Diagram, Edge

NAME_LIMIT = 60
"""How many signs of a text stand for it when another node names it."""
LISTED = 6
"""How many of a kind are named before "and 4 more"."""


def short(name: str) -> str:
    """Return `name`, cut where it is long: a name can hold others."""
    return shorten(name, NAME_LIMIT)


def first_of(names: Iterable[str], count: int, words: Words) -> str:
    """Return the first of `count` names, and how many more there are."""
    more = count - LISTED
    first = "; ".join(islice(names, LISTED))
    return words.say("picture.more", first=first, n=more) if more > 0 else first


@dataclass(slots=True)
class Meetings:
    """The nodes of a diagram at which lines from premises end, and what comes of them.

    Attributes:
        names: The names of all nodes, without a full stop at the end; that of a bare junction becomes the step that it
            stands for.
        words: The words of the language of the diagram.
        premises: For each node at which premises meet, the names of the premises.
    """

    names: dict[str, str]
    words: Words
    premises: dict[str, list[str]] = field(default_factory=dict)
    _titles: dict[str, str] = field(default_factory=dict)
    _titled: set[str] = field(default_factory=set)
    _relays: dict[str, str] = field(default_factory=dict)
    _effects: dict[str, dict[EdgeKind, list[str]]] = field(default_factory=dict)
    _told: dict[str, dict[EdgeKind, str]] = field(default_factory=dict)

    @classmethod
    def of(cls, diagram: Diagram, names: dict[str, str]) -> Meetings:
        """Find them. Linear."""
        found = cls(names, Words(diagram.language))
        kinds = {node.id: node.kind for node in diagram.nodes}
        lines = [edge for edge in diagram.edges if edge.kind is EdgeKind.PREMISE and kinds[edge.target].is_meeting]
        fed = {edge.target for edge in lines}
        # A line from one such node to another goes on, as that of an inference through its qualifier does.
        found._relays = {edge.target: edge.source for edge in lines if edge.source in fed}
        for edge in lines:
            if edge.target not in found._relays:
                found.premises.setdefault(edge.target, []).append(names[edge.source])
        for edge in diagram.edges:
            start = found._relays.get(edge.source, edge.source)
            if start in found.premises and edge.kind is not EdgeKind.PREMISE:
                found._effects.setdefault(start, {}).setdefault(edge.kind, []).append(edge.target)
        for node in diagram.nodes:
            if node.id in found.premises and (node.title or (node.text and node.kind is NodeKind.INFERENCE)):
                found._titles[node.id] = names[node.id]
                if node.title:
                    found._titled.add(node.id)
        found._name_steps()
        return found

    def _name_steps(self) -> None:
        for name in self.premises:
            ends = [end for targets in self._effects.get(name, {}).values() for end in targets]
            if name not in self._titled:
                start = first_of(self.premises[name], len(self.premises[name]), self.words)
                to = first_of((short(self.names[end]) for end in ends), len(ends), self.words)
                self.names[name] = self.words.say("picture.step" if ends else "picture.step-from", start=start, end=to)
        for relay, name in self._relays.items():
            self.names[relay] = self.names.get(name, self.names[relay])
        for name, effects in self._effects.items():
            self._told[name] = {
                kind: first_of((self.names[end] for end in ends), len(ends), self.words)
                for kind, ends in effects.items()
            }

    def deeds_of(self, edge: Edge) -> dict[EdgeKind, str] | None:
        """Return what the source of `edge` does, with others, to what; None if it is no line to such a node."""
        if edge.kind is not EdgeKind.PREMISE or (edge.target not in self.premises and edge.target not in self._relays):
            return None
        if edge.target in self._relays:
            return self._told.get(edge.source, {})
        told = self._told.get(edge.target)
        if told is None:
            return {}
        others = Counter(islice(self.premises[edge.target], LISTED + 2))
        others.subtract((self.names[edge.source],))
        notes = []
        if edge.target in self._titles:
            notes.append(self.words.say("picture.by", name=self._titles[edge.target]))
        if others.total():
            count = len(self.premises[edge.target]) - 1
            names = first_of((name for name in others.elements()), count, self.words)
            notes.append(self.words.say("picture.together", names=names))
        note = f" ({'; '.join(notes)})" if notes else ""
        return {kind: f"{ends}{note}" for kind, ends in told.items()}
