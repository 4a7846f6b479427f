"""Whether the losses that a writer tells are the differences between a map and what comes back."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from argmap.formats.keeping import Facet
from argmap.formats.naming import MAP, label
from argmap.model import Argument, Claim

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.loss import Loss
    from argmap.model import ArgumentMap

PARTS = {
    Facet.TEXT: "text",
    Facet.MARKS: "ranges",
    Facet.WORDINGS: "wordings",
    Facet.TAGS: "tags",
    Facet.DATA: "data",
    Facet.SECTION: "section",
}


def unexplained(m: ArgumentMap, back: ArgumentMap, losses: Iterable[Loss]) -> Iterator[str]:
    """Yield the differences that no loss tells, and the losses that tell of no difference, where all are claims."""
    told: dict[str, dict[str, str]] = defaultdict(dict)
    for loss in losses:
        told[loss.where][loss.what] = loss.kept_as
    if m.title != back.title and Facet.TITLE not in told[MAP]:
        yield "the title"
    if m.data != back.data and Facet.DATA not in told[MAP]:
        yield "the data"
    for section in m.sections:
        if section not in back.sections and Facet.RECORD not in told[label(m, section)]:
            yield f"section {section.title}"
    image = {}
    for record in m:
        found = told[label(m, record)]
        image[record.id] = found.get(Facet.ID) or record.id
        yield from _record(record, back, image[record.id], found)
    allowed = set()
    for argument in m.arguments:
        if Facet.RECORD in told[label(m, argument)]:
            ends = {argument.id, *argument.premises, *(step.conclusion for step in argument.steps)}
            allowed |= {(image[one], image[other]) for one in ends for other in ends}
    shown = set()
    for relation in m.relations:
        found = told[label(m, relation)]
        pair = image[relation.source], image[relation.target]
        same = any(
            (each.source, each.target) == pair and each.kind is relation.kind and each.step == relation.step
            for each in back.relations
        )
        changed = {Facet.KIND, Facet.DIRECTION, Facet.RECORD} & found.keys()
        if not same and not changed:
            yield f"{relation}"
        if same and Facet.KIND in found:
            yield f"{relation} is told to change and is there"
        shown.add(pair)
        if changed:
            near = [image[end] for end in _near(m, relation.source) + _near(m, relation.target)]
            allowed |= {(one, other) for one in near for other in near}
        if relation.data and Facet.DATA not in found:
            yield f"data of {relation}"
    for each in back.relations:
        if (each.source, each.target) not in shown | allowed:
            yield f"{each} is new"
    images = set(image.values())
    for node in back:
        if node.id not in images:
            yield f"{node} is new"


def _near(m: ArgumentMap, name: str) -> list[str]:
    record = m[name]
    return [name, *(record.premises if isinstance(record, Argument) else ())]


def _record(record: Claim | Argument, back: ArgumentMap, name: str, told: dict[str, str]) -> Iterator[str]:
    there = back.get(name)
    if isinstance(record, Argument):
        if Facet.RECORD in told and there is None:
            return
        if not {Facet.RECORD, Facet.SKETCH} & told.keys():
            yield f"{record} is no claim any more, and nothing tells it"
        if record.text and there is not None and there.text != record.text and Facet.TEXT not in told:
            yield f"the text of {record}"
        return
    if not isinstance(there, Claim):
        yield f"{record} is not there"
        return
    for facet, part in PARTS.items():
        is_same = getattr(record, part) == getattr(there, part)
        if not is_same and facet not in told:
            yield f"{facet} of {record}"
        if is_same and facet in told:
            yield f"{facet} of {record} is told to be lost and is there"
