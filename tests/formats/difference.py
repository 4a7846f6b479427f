"""What differs between a map and what came back from a file, fact by fact, and whether the losses cover exactly that.

This knows nothing of formats and of how they write: only maps, and the words of `Facet` and `label` in which a `Loss`
says what it is about. It is the other opinion on every loss.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from argmap.formats.keeping import Facet, Keeps
from argmap.formats.naming import MAP, label
from argmap.loss import Loss
from argmap.model import Argument, ArgumentMap, Claim, Relation, RelationKind, Section

F = Facet
_NODE_GONE = frozenset({F.RECORD, F.SKETCH, F.KIND, F.STEPS})
_RELATION_GONE = frozenset({F.RECORD, F.KIND, F.DIRECTION, F.STEP})
_ANY = frozenset(F)


@dataclass(frozen=True)
class Difference:
    """Something that is not as it was.

    Attributes:
        where: The places at which a loss may tell of it; its own is the first, if it has one.
        facets: What such a loss may name.
        words: What it is, for people.
        own: What is truly lost at its own place.
        needs_other: Whether the loss must say what stands there instead.
        must_be_told: False for what does not count when maps are compared.
    """

    where: tuple[str, ...]
    facets: frozenset[Facet]
    words: str
    own: frozenset[Facet] = frozenset()
    needs_other: bool = False
    must_be_told: bool = True


@dataclass
class Comparison:
    """What came of comparing two maps: differences, those that no loss tells of, losses of what did come back."""

    differences: list[Difference] = field(default_factory=list)
    untold: list[str] = field(default_factory=list)
    untrue: list[str] = field(default_factory=list)


def compare(before: ArgumentMap, after: ArgumentMap, losses: Iterable[Loss]) -> Comparison:
    """Compare a map with what came back, and both with the losses that were told."""
    losses = list(losses)
    told: dict[str, list[Loss]] = defaultdict(list)
    for loss in losses:
        told[loss.where].append(loss)
    made = Comparison(list(_Comparer(before, after, told).differences()))
    for each in made.differences:
        fitting = (loss for where in dict.fromkeys(each.where) for loss in told.get(where, ()))
        is_told = any(loss.what in each.facets and (loss.kept_as or not each.needs_other) for loss in fitting)
        if each.must_be_told and not is_told:
            made.untold.append(f"{each.where[0] if each.where else MAP}: {each.words}")
    true = {(each.where[0], facet) for each in made.differences if each.where for facet in each.own}
    made.untrue = [str(loss) for loss in losses if (loss.where, loss.what) not in true]
    return made


class _Comparer:
    def __init__(self, before: ArgumentMap, after: ArgumentMap, told: Mapping[str, list[Loss]]) -> None:
        self.before, self.after = before, after
        self.labels = {record.id: label(before, record) for record in before}
        self.ids = {}
        for name, where in self.labels.items():
            new = [loss.kept_as for loss in told.get(where, ()) if loss.what == F.ID and loss.kept_as]
            self.ids[name] = new[0] if new else name
        self.sections = _matched(list(before.sections), list(after.sections))
        self.after_sections = {each.id: each for each in after.sections}
        self.images = {_key(each, self.ids) for each in before.relations}
        self.present = {_key(each): each for each in after.relations}
        # The ids, as they are now, that each loss with something in its place is about.
        self.touched: dict[str, set[str]] = {}
        about: list[tuple[str, set[str]]] = [
            (label(before, each), {each.source, each.target}) for each in before.relations
        ]
        about += [(self.labels[each.id], {each.id, *_ends(each)}) for each in before]
        for where, names in about:
            others = {loss.kept_as for loss in told.get(where, ()) if loss.kept_as}
            if others:
                self.touched[where] = {self.ids[name] for name in names} | others

    def differences(self) -> Iterator[Difference]:
        if self.before.title != self.after.title:
            yield _facet(MAP, F.TITLE, self.before.title, self.after.title)
        if self.before.data != self.after.data:
            yield _facet(MAP, F.DATA, self.before.data, self.after.data)
        for section in self.before.sections:
            yield from self._of_section(section)
        for record in self.before:
            yield from self._of_record(record)
        for relation in self.before.relations:
            yield from self._of_relation(relation)
        yield from self._new()

    def _of_section(self, section: Section) -> Iterator[Difference]:
        where = label(self.before, section)
        facts = _section_facts(section)
        name = self.sections[section.id]
        if name is None:
            own = frozenset({F.RECORD, *(facet for facet, value in facts.items() if value)})
            yield Difference((where,), frozenset({F.RECORD}), "the section is gone", own)
            return
        found = self.after_sections[name]
        if name != section.id:
            others = [label(self.before, each) for each in self.before.sections]
            yield Difference((where, *others), frozenset({F.ID, F.RECORD}), f"its id is {name}", frozenset({F.ID}))
        lies, is_now = (section.level, self.sections.get(section.parent or "")), (found.level, found.parent)
        if lies != is_now:
            yield _facet(where, F.SECTION, lies, is_now)
        for facet, value in _section_facts(found).items():
            if value != facts[facet]:
                yield _facet(where, facet, facts[facet], value)

    def _of_record(self, record: Claim | Argument) -> Iterator[Difference]:
        where, name = self.labels[record.id], self.ids[record.id]
        found = self.after.get(name)
        facts = self._facts(record)
        shape = set()
        if isinstance(record, Argument):
            shape = {F.STEPS} if record.steps else {F.SKETCH}
        if found is None:
            own = {F.RECORD, F.ID, F.TITLE, *shape, *(facet for facet, value in facts.items() if value)}
            yield Difference((where,), _NODE_GONE, "it is gone", frozenset(own))
            return
        if name != record.id:
            yield Difference((where,), frozenset({F.ID}), f"its id is {name}", frozenset({F.ID}))
        if type(found) is not type(record):
            words = f"it came back as {type(found).__name__}"
            yield Difference((where,), _NODE_GONE, words, frozenset({F.RECORD, F.KIND, *shape}), needs_other=True)
        elif isinstance(record, Argument) and isinstance(found, Argument):
            was = [(tuple(self.ids[end] for end in step.premises), self.ids[step.conclusion]) for step in record.steps]
            now = [(step.premises, step.conclusion) for step in found.steps]
            if was != now:
                facets = frozenset({F.RECORD, F.STEPS, *shape})
                yield Difference((where,), facets, f"its steps were {was}, and are {now}", facets)
        if found.title != record.title:
            yield Difference((where,), _ANY, "", frozenset({F.TITLE}), must_be_told=False)
        after = self._facts(found, is_new=True)
        for facet, value in facts.items():
            new = after.get(facet, [])
            if new == value:
                continue
            # Marks go with their text, and what becomes another sort of record gets what it needs.
            is_told = (facet is F.MARKS and after[F.TEXT] != facts[F.TEXT]) or (
                type(found) is not type(record) and not value
            )
            yield replace(_facet(where, facet, value, new), must_be_told=not is_told)

    def _facts(self, record: Claim | Argument, *, is_new: bool = False) -> dict[Facet, Any]:
        section = record.section
        if section is not None and not is_new:
            section = self.sections[section] or "a section that is gone"
        found: dict[Facet, Any] = {
            F.TEXT: record.text,
            F.MARKS: sorted(map(str, record.ranges)),
            F.WORDINGS: record.wordings,
            F.TAGS: record.tags,
            F.DATA: dict(record.data),
            F.SECTION: section,
        }
        if isinstance(record, Argument):
            found[F.RULES] = [step.rules for step in record.steps] if any(step.rules for step in record.steps) else []
            found[F.STEP_DATA] = [dict(step.data) for step in record.steps if step.data]
        return found

    def _of_relation(self, relation: Relation) -> Iterator[Difference]:
        where = label(self.before, relation)
        found = self.present.get(_key(relation, self.ids))
        if found is None:
            own = _RELATION_GONE | ({F.DATA} if relation.data else set())
            places = (where, self.labels[relation.source], self.labels[relation.target])
            yield Difference(places, _RELATION_GONE | _NODE_GONE, "it is gone", own)
        elif found.data != relation.data:
            yield _facet(where, F.DATA, dict(relation.data), dict(found.data))

    def _new(self) -> Iterator[Difference]:
        """Yield what was not there before: something must be told to be kept as it."""
        known = set(self.ids.values())
        near: dict[str, set[str]] = defaultdict(set)
        groups = [{each.source, each.target} for each in self.after.relations]
        groups += [{each.id, *_ends(each)} for each in self.after]
        for group in groups:
            for name in group:
                near[name] |= group
        for record in self.after:
            if record.id not in known:
                same = [self.labels[each.id] for each in self.before if each.text and each.text == record.text]
                yield self._anew(label(self.after, record), near[record.id], same)
        for key, relation in self.present.items():
            if key not in self.images:
                ends = {relation.source, relation.target}
                wide = ends.union(*(near[end] for end in ends - known))
                yield self._anew(label(self.after, relation), wide, [])
        for section in self.after.sections:
            if section.id not in self.sections.values():
                yield self._anew(label(self.after, section), set(), [])

    def _anew(self, name: str, near: set[str], more: list[str]) -> Difference:
        places = [where for where, touched in self.touched.items() if touched & near]
        return Difference((MAP, *places, *more), _ANY, f"{name} is new", needs_other=True)


def _matched(before: list[Section], after: list[Section]) -> dict[str, str | None]:
    """Return which section came back as which: that of the same id and title, else the first of the same title."""
    left = {section.id: section for section in after}
    found: dict[str, str | None] = {}
    for section in before:
        if section.id in left and left[section.id].title == section.title:
            found[section.id] = left.pop(section.id).id
    for section in before:
        if section.id not in found:
            near = next((each for each in left.values() if each.title == section.title), None)
            found[section.id] = None if near is None else left.pop(near.id).id
    return found


def _section_facts(section: Section) -> dict[Facet, Any]:
    return {F.TAGS: section.tags, F.DATA: dict(section.data), F.MARKS: sorted(map(str, section.ranges))}


def _ends(record: Claim | Argument) -> set[str]:
    steps = record.steps if isinstance(record, Argument) else ()
    return {end for step in steps for end in (*step.premises, step.conclusion)}


def _key(relation: Relation, ids: Mapping[str, str] | None = None) -> tuple[Any, ...]:
    source, target = relation.source, relation.target
    if ids is not None:
        source, target = ids[source], ids[target]
    ends: Any = frozenset((source, target)) if relation.kind.is_symmetric else (source, target)
    return relation.kind, ends, relation.step


def _facet(where: str, facet: Facet, was: object, now: object) -> Difference:
    return Difference((where,), frozenset({facet}), f"{facet} was {was!r}, and is {now!r}", frozenset({facet}))


# -- what a format promises ----------------------------------------------------------------------------------------


def broken_promises(keeps: Keeps, m: ArgumentMap, losses: Iterable[Loss]) -> list[str]:
    """Return the losses of what `KEEPS` says to come back."""
    kept: dict[str, frozenset[Facet]] = {MAP: keeps.map}
    for section in m.sections:
        kept[label(m, section)] = keeps.section
    for record in m:
        held = keeps.argument if isinstance(record, Argument) else keeps.claim
        kept[label(m, record)] = held - {F.RECORD}  # that there are arguments does not mean that all come back
    for relation in m.relations:
        is_plain = relation.source in m.claims and relation.target in m.claims
        is_odd = relation.kind is RelationKind.UNDERCUT and relation.target in m.claims  # which has no inference
        is_held = keeps.holds(relation.kind) and not is_odd and (is_plain or F.DIRECTION in keeps.relation)
        kind = frozenset({F.KIND}) if is_held else frozenset()
        kept[label(m, relation)] = keeps.relation | kind
    return [str(loss) for loss in losses if loss.what in kept.get(loss.where, ())]
