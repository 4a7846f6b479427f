"""Where everything belongs in a printed text: for itself, in a structure, or below what it speaks about.

A record that was read from a text keeps its place: its order, whether it stands for itself, and the side on which a
relation is written. What is new gets the place a careful writer would give it: theses first, premises where they are
used, and each reason below what it speaks about.
"""

from __future__ import annotations

from collections import Counter
from enum import Enum
from typing import TYPE_CHECKING

from argmap.model.records import Argument, Claim, RelationKind, Role, Section

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.model import ArgumentMap
    from argmap.model.records import Occurrence, Relation
    from argmap.text.settings import Settings

_IN_STRUCTURE = (Role.PREMISE, Role.INTERMEDIATE, Role.CONCLUSION)
_UP = {
    RelationKind.SUPPORT: "+",
    RelationKind.ENTAILS: "+",
    RelationKind.ATTACK: "-",
    RelationKind.CONTRARY: "-",
    RelationKind.UNDERCUT: "<_",
    RelationKind.CONTRADICTORY: "><",
}
"""The sign before the source, below the target. Entailments and contraries have none of their own outside of strict
mode; the nearest one is written for a reader, and what they are is noted in the front matter."""
_DOWN = {"+": "+>", "-": "->", "<_": "_>", "><": "><"}
"""The same sign before the target, below the source."""


class Place(Enum):
    """Where an element is written out."""

    BLOCK = 1
    """For itself."""
    NESTED = 2
    """Below what it is related to."""
    LINE = 3
    """In a premise-conclusion structure."""


class Places:
    """Where the records of a map belong.

    Attributes:
        sections: The sections in the order of their headings.
        spelt: The arguments whose steps can be written: a structure starts with a premise.
        below: For an element, the signs and elements to write below it.
        below_step: The same for a step of an argument.
        homes: For a claim, the argument in whose structure it can be written out.
        places: For an element, where it is written out.

    Complexity: O(n log n) in the number of records, for sorting.
    """

    def __init__(self, m: ArgumentMap, settings: Settings) -> None:
        self._map = m
        self._transform = settings.transform
        self._claims = {claim.id: claim for claim in m.claims}
        self._arguments = {argument.id: argument for argument in m.arguments}
        self.sections = list(in_tree_order(m.sections))
        self._known_sections = {section.id for section in self.sections}
        self.spelt = {each.id for each in m.arguments if each.steps and each.steps[0].premises}
        self.below: dict[str, list[tuple[str, str]]] = {}
        self.below_step: dict[tuple[str, int], list[tuple[str, str]]] = {}
        self.homes: dict[str, str] = {}
        self._starts: dict[int, str] = {}  # which element stands where in the text that was read
        self._relation_starts: set[int] = set()
        self._nests_in: dict[str, set[str | None]] = {}  # sections with something to be written below
        self._attacks = set(_attacks(m.relations))
        self._look_up_starts()
        self._positions = {record.id: self._position(record, k) for k, record in enumerate(m)}
        self._find_homes()
        self._list_relations()
        self.places = {record.id: self._place(record) for record in m}

    def in_order(self) -> Iterator[tuple[Section | None, list[str]]]:
        """Yield what stands above the first heading, then each section with the elements in it."""
        members: dict[str | None, list[str]] = {}
        for name in sorted(self._positions, key=self._rank):
            members.setdefault(self.section_of(name), []).append(name)
        yield None, members.get(None, [])
        for section in self.sections:
            yield section, members.get(section.id, [])

    def record(self, name: str) -> Claim | Argument:
        """Return the claim or argument of this id."""
        return self._claims.get(name) or self._arguments[name]

    def section_of(self, name: str) -> str | None:
        """Return the section that an element belongs to."""
        section = self.record(name).section
        return section if section in self._known_sections else None

    # What the text that was read says -----------------------------------------------------------------------

    def _look_up_starts(self) -> None:
        if any(relation.spans for relation in self._map.relations):
            for record in self._map:
                for occurrence in record.occurrences:
                    self._starts[occurrence.span.start] = record.id
            self._relation_starts = {span.start for relation in self._map.relations for span in relation.spans}

    def _position(self, record: Claim | Argument, number: int) -> tuple[int, int]:
        """Where a record stands among all: where it was read, or else behind those that were."""
        if isinstance(record, Argument) and record.steps and record.span is not None:
            # The structure, or the argument right above it.
            starts = [each.span.start for each in record.occurrences if each.span < record.span]
            return 0, max((start for start in starts if start not in self._relation_starts), default=record.span.start)
        occurrence = self._defining(record)
        return (1, number) if occurrence is None else (0, occurrence.span.start)

    def _defining(self, record: Claim | Argument) -> Occurrence | None:
        """The occurrence that writes a record out; for one without words, the reference that says most."""
        if not record.occurrences:
            return None

        def weight(occurrence: Occurrence) -> tuple[bool, ...]:
            is_below = occurrence.span.start in self._relation_starts
            in_structure = occurrence.role in _IN_STRUCTURE
            return (
                occurrence.text is not None,
                bool(occurrence.data or occurrence.tags),
                occurrence.section == record.section,
                not is_below and not in_structure,
                in_structure,
            )

        return max(record.occurrences, key=weight)  # the first of those that weigh as much

    def _rank(self, name: str) -> tuple[int, int, int]:
        """The order in which elements are written: new ones that can stand below others wait for these."""
        is_new, at = self._positions[name]
        return is_new, int(is_new and self.places[name] is Place.NESTED), at

    # Where things go ----------------------------------------------------------------------------------------

    def _find_homes(self) -> None:
        """Find for every claim the first structure of its own section that it stands in."""
        spelt = [self._arguments[name] for name in self.spelt]
        self._concluded = Counter(argument.steps[-1].conclusion for argument in spelt)
        self._busy = {premise for argument in spelt for premise in argument.premises}
        self._busy |= {relation.source for relation in self._map.relations if not relation.kind.is_symmetric}
        for name in sorted(self.spelt, key=lambda name: self._positions[name]):
            for step in self._arguments[name].steps:
                for claim in (*step.premises, step.conclusion):
                    if claim not in self.homes and self.section_of(claim) == self.section_of(name):
                        self.homes[claim] = name

    def _place(self, record: Claim | Argument) -> Place:
        name = record.id
        if name in self.spelt or record.wordings:
            return Place.BLOCK
        occurrence = self._defining(record)
        can_nest = self.section_of(name) in self._nests_in.get(name, ())
        if occurrence is None:
            if name in self.homes and not self._is_thesis(name):
                return Place.LINE
            return Place.NESTED if can_nest and name not in self.homes else Place.BLOCK
        if name in self.homes and occurrence.role in _IN_STRUCTURE:
            return Place.LINE
        return Place.NESTED if can_nest and occurrence.span.start in self._relation_starts else Place.BLOCK

    def _is_thesis(self, name: str) -> bool:
        """Whether a claim is argued for, does nothing itself, and is more than the end of one argument."""
        if name in self._busy or name not in self._concluded:
            return False
        return self._concluded[name] > 1 or name in self.below or self._claims[name].title is not None

    # Relations ----------------------------------------------------------------------------------------------

    def _list_relations(self) -> None:
        """Put every relation that has a sign below one of its ends."""
        relations = sorted(
            enumerate(self._map.relations),
            key=lambda pair: (0, pair[1].spans[0].start) if pair[1].spans else (1, pair[0]),
        )
        done: set[tuple[str, str, str, int | None]] = set()
        for _, relation in relations:
            found = self._parent_of(relation)
            if found is None:
                continue
            above, sign, below, step = found
            key = (sign, above, below, step)
            if key in done:
                continue
            done.add(key)
            if step is None:
                self.below.setdefault(above, []).append((sign, below))
            else:
                self.below_step.setdefault((above, step), []).append((sign, below))
            self._nests_in.setdefault(below, set()).add(self.section_of(above))

    def _parent_of(self, relation: Relation) -> tuple[str, str, str, int | None] | None:
        """Return the element (and step) above, the sign and the element below; None where no sign says it."""
        source, target, step = relation.source, relation.target, None
        sign = _UP[relation.kind]
        transform = self._transform
        if source in self.spelt and transform:
            return None  # the text would say it of the conclusion
        downwards = self._is_written_below_source(relation)
        if sign == "><":
            if source in self._arguments and target in self._arguments:
                sign = "-"
            elif source in self._arguments or target in self._arguments:
                # The sign takes only claims below it.
                downwards = source in self._arguments
                above = source if downwards else target
                if above in self.spelt and transform:
                    return None
            elif not relation.spans:
                downwards = self._positions[source] < self._positions[target]
        elif sign == "<_" and target in self.spelt:
            step = relation.step
            last = len(self._arguments[target].steps) - 1
            if step is None and transform:
                step = last
            if step is not None and not 0 <= step <= last:
                step = None
            if downwards and not (transform and step == last):
                downwards = False
            if downwards:
                step = None
        elif sign == "<_" and target in self._claims and target in self.homes:
            downwards = True  # below a line of a structure it would undercut the inference
        elif sign == "-" and source in self._claims and target in self.spelt and self._is_redundant(relation):
            return None
        if downwards:
            return source, _DOWN[sign], target, None
        return target, sign, source, step

    def _is_written_below_source(self, relation: Relation) -> bool:
        source, target = relation.source, relation.target
        if source == target:
            return False
        if not relation.spans:
            # In another section an element says itself what it speaks about. The first mention of one without words
            # puts it into a section, so it should not stand in the wrong one.
            is_apart = self.section_of(source) != self.section_of(target)
            return is_apart and (is_worded(self.record(target)) or not is_worded(self.record(source)))
        return self._starts.get(relation.spans[0].start) == relation.target

    def _is_redundant(self, relation: Relation) -> bool:
        """Whether reading drops an attack on an argument, because a premise of it is attacked already."""
        source = relation.source
        return any((source, premise) in self._attacks for premise in self._arguments[relation.target].premises)


def _attacks(relations: Iterable[Relation]) -> Iterator[tuple[str, str]]:
    """Yield what attacks what, also where it is the other way round as well."""
    for relation in relations:
        if relation.kind is RelationKind.ATTACK or relation.kind.is_symmetric:
            yield relation.source, relation.target
        if relation.kind.is_symmetric:
            yield relation.target, relation.source


def is_worded(record: Claim | Argument) -> bool:
    """Whether a record has words; white space is none."""
    return bool(record.text.strip())


def in_tree_order(sections: Iterable[Section]) -> Iterator[Section]:
    """Yield sections so that their headings, one below the other, give each the parent it has.

    Of the sections that lie in the same one, those with more ``#`` come first: behind the others they would lie in
    them.

    Example:
        >>> sections = [Section("s1", "A"), Section("s2", "B"), Section("s3", "A1", 2, "s1")]
        >>> [section.id for section in in_tree_order(sections)]
        ['s1', 's3', 's2']
    """
    known = {section.id: section for section in sections}
    inside: dict[str | None, list[Section]] = {}
    for section in known.values():
        inside.setdefault(section.parent if section.parent in known else None, []).append(section)
    for group in inside.values():
        group.sort(key=lambda section: section.level, reverse=True)
    done: set[str] = set()
    for start in (inside.get(None, ()), known.values()):  # the second for sections that lie in themselves
        stack = list(reversed(list(start)))
        while stack:
            section = stack.pop()
            if section.id in done:
                continue
            done.add(section.id)
            yield section
            stack.extend(reversed(inside.get(section.id, ())))
