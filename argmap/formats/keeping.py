"""What files of a format hold of a map, and the losses that follow from it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from argmap.formats.naming import MAP, label
from argmap.loss import Loss
from argmap.model import Argument

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model import ArgumentMap, Claim, RelationKind


class Facet(StrEnum):
    """A part of a map or of one of its records that a format may hold or not; it is what a `Loss` names."""

    RECORD = "the record itself"
    ID = "the id"
    TEXT = "the text"
    TITLE = "the title"
    MARKS = "the links and other marks in the text"
    WORDINGS = "the other wordings"
    TAGS = "the tags"
    DATA = "the data"
    SECTION = "the section it stands in"
    SKETCH = "the argument without premises"
    STEPS = "the inferences in several steps"
    RULES = "the rules of inference"
    STEP_DATA = "the data of an inference"
    KIND = "the kind of relation"
    DIRECTION = "the relation with an argument"
    STEP = "the step that is undercut"


_F = Facet
_COMMON = frozenset({_F.ID, _F.TEXT, _F.TITLE, _F.MARKS, _F.WORDINGS, _F.TAGS, _F.DATA, _F.SECTION})


@dataclass(frozen=True, slots=True)
class Keeps:
    """What a format holds.

    Attributes:
        map: Of the map itself: `Facet.TITLE`, `Facet.DATA`.
        section: Of sections: `Facet.RECORD`, `Facet.TAGS`, `Facet.DATA`, `Facet.MARKS`.
        claim: Of claims. Titles count for nothing when maps are compared; ids do.
        argument: Of arguments: the same, and `Facet.RECORD` if there are arguments at all, `Facet.SKETCH`,
            `Facet.STEPS`, `Facet.RULES`, `Facet.STEP_DATA`.
        relation: Of relations: `Facet.DATA`, `Facet.DIRECTION` (from and to arguments), `Facet.STEP`.
        kinds: The kinds of relation that come back as they were.
    """

    map: frozenset[Facet] = frozenset({_F.TITLE, _F.DATA})
    section: frozenset[Facet] = frozenset({_F.RECORD, _F.TAGS, _F.DATA, _F.MARKS})
    claim: frozenset[Facet] = _COMMON
    argument: frozenset[Facet] = _COMMON | {_F.RECORD, _F.SKETCH, _F.STEPS, _F.RULES, _F.STEP_DATA}
    relation: frozenset[Facet] = frozenset({_F.DATA, _F.DIRECTION, _F.STEP})
    kinds: frozenset[str] = frozenset({"support", "attack", "undercut", "contrary", "contradictory", "entails"})

    def lost(self, m: ArgumentMap, why: str) -> Iterator[Loss]:
        """Yield a loss for each part of a map that the format has no place for.

        It tells of the plain fields. What becomes of ids, sketches, several steps, kinds and directions of relations
        depends on what stands there instead: the writer of the format says that itself, with the words of `Facet`.

        Args:
            m: The map.
            why: The reason, a whole sentence: "Kialo knows no tags."; `{}` in it stands for the part.
        """

        def loss(facet: Facet, where: str) -> Loss:
            part = "sections" if facet in (_F.RECORD, _F.SECTION) else facet.value.removeprefix("the ")
            return Loss(facet.value, where, why.format(part))

        if m.title and _F.TITLE not in self.map:
            yield loss(_F.TITLE, MAP)
        if m.data and _F.DATA not in self.map:
            yield loss(_F.DATA, MAP)
        for section in m.sections:
            if _F.RECORD not in self.section:
                yield loss(_F.RECORD, label(m, section))
                continue
            held = ((_F.TAGS, section.tags), (_F.DATA, section.data), (_F.MARKS, section.ranges))
            for facet in [facet for facet, value in held if value and facet not in self.section]:
                yield loss(facet, label(m, section))
        for record in m:
            for facet in [facet for facet, value in _parts(record) if value and facet not in self._of(record)]:
                yield loss(facet, label(m, record))
        if _F.DATA not in self.relation:
            for relation in m.relations:
                if relation.data:
                    yield loss(_F.DATA, label(m, relation))

    def _of(self, record: Claim | Argument) -> frozenset[Facet]:
        return self.argument if isinstance(record, Argument) else self.claim

    def holds(self, kind: RelationKind) -> bool:
        """Whether relations of a kind come back as they were."""
        return kind.value in self.kinds


def _parts(record: Claim | Argument) -> list[tuple[Facet, object]]:
    parts: list[tuple[Facet, object]] = [
        (_F.TEXT, record.text),
        (_F.MARKS, record.ranges),
        (_F.WORDINGS, record.wordings),
        (_F.TAGS, record.tags),
        (_F.DATA, record.data),
        (_F.SECTION, record.section),
    ]
    if isinstance(record, Argument):
        parts.append((_F.RULES, any(step.rules for step in record.steps)))
        parts.append((_F.STEP_DATA, any(step.data for step in record.steps)))
    return parts


ALL = Keeps()
"""Everything."""
