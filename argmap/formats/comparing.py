"""The losses of a format with little room, found by reading again what was written: what differs is lost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from argmap.formats.keeping import Facet
from argmap.formats.naming import MAP, label
from argmap.loss import Loss
from argmap.model import Argument, ArgumentMap, Claim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model import Relation

_COMMON = (
    (Facet.TEXT, "text"),
    (Facet.MARKS, "ranges"),
    (Facet.WORDINGS, "wordings"),
    (Facet.TAGS, "tags"),
    (Facet.DATA, "data"),
)


@dataclass
class Comparison:
    """A map, and what came of it.

    Attributes:
        before: The map that was written.
        after: The map that was read again.
        why: The reason of any loss, a whole sentence; ``{}`` in it stands for what is lost.
        reasons: The reasons of some losses.
        names: The ids that changed.
        kept: What stands instead of a record that is not there any more, by its id.
    """

    before: ArgumentMap
    after: ArgumentMap
    why: str
    reasons: Mapping[Facet, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    kept: Mapping[str, str] = field(default_factory=dict)

    def losses(self) -> Iterator[Loss]:
        """Yield a loss for each difference, record by record. Linear."""
        m, back = self.before, self.after
        if m.title != back.title:
            yield self._loss(Facet.TITLE, MAP, f"{back.title!r}" if back.title else "")
        if m.data != back.data:
            yield self._loss(Facet.DATA, MAP, _changes(m.data, back.data))
        for section in m.sections:
            if section.id not in back.sections:
                yield self._loss(Facet.RECORD, label(m, section))
        for record in m:
            yield from self._record(record)
        yield from self._relations()

    def _loss(self, facet: Facet, where: str, kept_as: str = "") -> Loss:
        why = self.reasons.get(facet) or self.why.format(facet.value.removeprefix("the "))
        return Loss(facet.value, where, why, kept_as)

    def _record(self, record: Claim | Argument) -> Iterator[Loss]:
        where = label(self.before, record)
        name = self.names.get(record.id, record.id)
        found = self.after.get(name)
        if found is None or (isinstance(record, Argument) and record.steps and not isinstance(found, Argument)):
            yield self._loss(Facet.RECORD, where, self.kept.get(record.id, ""))
            return
        if name != record.id:
            yield self._loss(Facet.ID, where, name)
        if type(found) is not type(record):
            yield self._loss(Facet.SKETCH, where, "a claim")
        for facet, attribute in _COMMON:
            old, new = getattr(record, attribute), getattr(found, attribute)
            if old != new:
                instead = f"{new[:40]!r}" if facet is Facet.TEXT and new else ""
                yield self._loss(facet, where, _changes(old, new) if facet is Facet.DATA else instead)
        if record.section != found.section:
            yield self._loss(Facet.SECTION, where)
        if isinstance(record, Argument) and isinstance(found, Argument):
            yield from self._steps(record, found, where)

    def _steps(self, old: Argument, new: Argument, where: str) -> Iterator[Loss]:
        names = self.names
        before = [
            ([names.get(each, each) for each in step.premises], names.get(step.conclusion, step.conclusion))
            for step in old.steps
        ]
        if before != [(list(step.premises), step.conclusion) for step in new.steps]:
            yield self._loss(Facet.STEPS, where, self.kept.get(old.id, ""))
        if [step.rules for step in old.steps if step.rules] != [step.rules for step in new.steps if step.rules]:
            yield self._loss(Facet.RULES, where)
        if [step.data for step in old.steps if step.data] != [step.data for step in new.steps if step.data]:
            yield self._loss(Facet.STEP_DATA, where)

    def _relations(self) -> Iterator[Loss]:
        there: dict[tuple[str, str], list[Relation]] = {}
        for relation in self.after.relations:
            there.setdefault((relation.source, relation.target), []).append(relation)
        for relation in self.before.relations:
            ends = self.names.get(relation.source, relation.source), self.names.get(relation.target, relation.target)
            found = there.get(ends, [])
            if relation.kind.is_symmetric:
                found = [*found, *there.get((ends[1], ends[0]), [])]
            where = label(self.before, relation)
            same = [each for each in found if each.kind is relation.kind]
            if not same:
                kinds = {each.kind: each for each in found}
                if found:
                    yield self._loss(Facet.KIND, where, f"{_article(next(iter(kinds)).value)}")
                else:
                    yield self._loss(Facet.RECORD, where, self.kept.get(f"{relation.source}\n{relation.target}", ""))
                continue
            exact = next((each for each in same if each.step == relation.step), None)
            if exact is None:
                yield self._loss(Facet.STEP, where)
            if (exact or same[0]).data != relation.data:
                yield self._loss(Facet.DATA, where)


def _article(word: str) -> str:
    return f"an {word}" if word[0] in "aeiou" else f"a {word}"


def _changes(old: Mapping[str, Any], new: Mapping[str, Any]) -> str:
    """Return, in words, which data have come instead of others."""
    fresh = [f"{key} {value}" if isinstance(value, str) else key for key, value in new.items() if old.get(key) != value]
    return ", ".join(fresh)[:80]
