"""Faults to plant into a map: each is made by an edit of the map, and is one that a rule of the checker finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from argmap.classroom.exercises.part import is_claim
from argmap.corpora.links import Link
from argmap.model import RelationKind

if TYPE_CHECKING:
    from argmap.classroom.exercises.boxes import Boxes

_SUPPORT = RelationKind.SUPPORT


class Fault(NamedTuple):
    """A fault that can be planted.

    Attributes:
        rule: The name of the rule that finds it; it is what the fault is called in the catalogue.
        boxes: The ids of the boxes that have it; naming any of them is right.
        texts: The words that boxes get, by id.
        added: The links that are added.
    """

    rule: str
    boxes: tuple[str, ...]
    texts: dict[str, str]
    added: tuple[Link, ...] = ()


Say = Callable[..., str]
"""Says the words of a planted fault: the key, and what is put in."""


def circles(part: Boxes, say: Say) -> Iterator[Fault]:  # noqa: ARG001  # nothing is said
    """Yield circles: a conclusion is given as a reason for its own premise."""
    led_to = {link.target for link in part.links}
    for link in part.links:
        if link.kind is _SUPPORT and is_claim(part, link.target):
            for source in link.sources:
                if source not in led_to and is_claim(part, source):
                    yield Fault("mutual-support", (source, link.target), {}, (Link((link.target,), _SUPPORT, source),))


def both_ways(part: Boxes, say: Say) -> Iterator[Fault]:  # noqa: ARG001
    """Yield boxes that speak for another and against it."""
    for link in part.links:
        if link.kind is RelationKind.ATTACK and len(link.sources) == 1 and not link.over:
            added = Link(link.sources, _SUPPORT, link.target)
            yield Fault("both-supports-and-attacks", link.sources, {}, (added,))


def questions(part: Boxes, say: Say) -> Iterator[Fault]:
    """Yield claims made into questions."""
    for box in _leaves(part):
        yield Fault("question-as-claim", (box,), {box: say("plant.question", text=_inner(part.text(box)))})


def compounds(part: Boxes, say: Say) -> Iterator[Fault]:
    """Yield claims that say two things: that of another box as well, in one sentence."""
    for box in _leaves(part):
        for other in part.boxes:
            if other.id != box and len(part.text(box)) + len(part.text(other.id)) < 130:
                first, second = part.text(box).rstrip("."), _inner(part.text(other.id))
                yield Fault("compound-claim", (box,), {box: say("plant.compound", one=first, other=second)})


def reasonings(part: Boxes, say: Say) -> Iterator[Fault]:
    """Yield claims that carry their reason with them."""
    for box in _leaves(part):
        text = say("plant.reasoning", text=part.text(box).rstrip("."))
        yield Fault("reasoning-in-box", (box,), {box: text})


def weasels(part: Boxes, say: Say) -> Iterator[Fault]:
    """Yield claims that hide behind studies that nobody names."""
    for box in _leaves(part):
        yield Fault("weasel-source", (box,), {box: say("plant.weasel", text=_inner(part.text(box)) + ".")})


def restatements(part: Boxes, say: Say) -> Iterator[Fault]:
    """Yield reasons that only say the conclusion again."""
    leaves = set(_leaves(part))
    for link in part.links:
        if link.kind is _SUPPORT:
            for source in link.sources:
                if source in leaves:
                    text = say("plant.restated", text=_inner(part.text(link.target)))
                    yield Fault("restated-premise", (source,), {source: text})


FAULTS: tuple[tuple[str, Callable[[Boxes, Say], Iterator[Fault]]], ...] = (
    ("mutual-support", circles),
    ("both-supports-and-attacks", both_ways),
    ("question-as-claim", questions),
    ("compound-claim", compounds),
    ("reasoning-in-box", reasonings),
    ("weasel-source", weasels),
    ("restated-premise", restatements),
)
"""The faults by the name of the rule that finds them."""


def _leaves(part: Boxes) -> list[str]:
    """Return the claims that speak for or against something, and that nothing acts on."""
    hit = {link.target for link in part.links}
    acting = dict.fromkeys(source for link in part.links for source in link.sources)
    return [box for box in acting if box not in hit and is_claim(part, box)]


def _inner(text: str) -> str:
    """Return a sentence as it stands within another one."""
    bare = text.rstrip(" .!?")
    first = bare.split(" ", 1)[0]
    return bare if first.isupper() and len(first) > 1 else bare[:1].lower() + bare[1:]
