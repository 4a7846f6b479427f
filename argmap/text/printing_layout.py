"""Where everything goes in a printed text: which element stands for itself, which below another, in what order.

A record that was read from a text keeps its place: its order, whether it stands for itself, in a premise-conclusion
structure or below what it speaks about, and the side on which a relation is written. What is new gets the place a
careful writer would give it: theses first, premises where they are used, and each reason below what it speaks about.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from argmap.model.records import Argument, Claim, RelationKind, Role, Section
from argmap.text.printing_text import write_tag, written_tags

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.model import ArgumentMap
    from argmap.model.records import Occurrence, Relation
    from argmap.text.lower import Settings

NESTING = 3
"""How many levels of relations stand below each other; what would lie deeper stands for itself."""

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


@dataclass(slots=True)
class Line:
    """One line: an element, or an inference.

    Attributes:
        indent: The blanks before it.
        mark: A relation sign, a number such as ``(1)``, or nothing.
        record: The claim or argument that stands there; for an inference its argument.
        is_main: Whether the element is written out here, not only referred to.
        step: For an inference, which step of the argument it draws.
        wording: Which of the other wordings stands here, if it is not the main one.
    """

    indent: int
    mark: str
    record: Claim | Argument
    is_main: bool = False
    step: int | None = None
    wording: int | None = None


@dataclass(slots=True)
class Block:
    """Lines between two empty lines: an element and what stands below it, or a structure.

    Attributes:
        lines: The lines.
        is_structure: Whether it is a premise-conclusion structure.
        tags: The tags that its one line, a reference, gives to an element.
    """

    lines: list[Line] = field(default_factory=list)
    is_structure: bool = False
    tags: tuple[str, ...] = ()


def arrange(m: ArgumentMap, settings: Settings) -> Iterator[Block | Section]:
    """Yield the headings and blocks of a text for a map.

    Complexity: O(n log n) in the number of records, for sorting.
    """
    return _Arranger(m, settings).run()


class _Arranger:
    def __init__(self, m: ArgumentMap, settings: Settings) -> None:
        self.map = m
        self.settings = settings
        self.claims = {claim.id: claim for claim in m.claims}
        self.arguments = {argument.id: argument for argument in m.arguments}
        self.sections = list(in_tree_order(m.sections))
        self.known_sections = {section.id for section in self.sections}
        # Arguments whose steps can be written; a structure starts with a premise.
        self.spelt = {each.id for each in m.arguments if each.steps and each.steps[0].premises}
        self.attacks = set(_attacks(m.relations))
        self.below: dict[str, list[tuple[str, str]]] = {}  # for an element: signs and elements to write below it
        self.below_step: dict[tuple[str, int], list[tuple[str, str]]] = {}
        self.nests_in: dict[str, set[str | None]] = {}  # sections with something to be written below
        self.starts: dict[int, str] = {}  # which element stands where in the text that was read
        self.relation_starts: set[int] = set()
        self.homes: dict[str, str] = {}  # for a claim: the structure that it can be written in
        self.written: set[str] = set()
        self.seen: set[str] = set()

    def run(self) -> Iterator[Block | Section]:
        self.look_up_places()
        self.positions = {id: self.position(record, k) for k, (id, record) in enumerate(self.records())}
        self.find_homes()
        self.list_relations()
        self.places = {id: self.place(record) for id, record in self.records()}
        order = sorted(self.positions, key=lambda id: self.rank(id))
        members: dict[str | None, list[str]] = {}
        for id in order:
            members.setdefault(self.section_of(id), []).append(id)
        yield from self.blocks(members.get(None, ()))
        for section in self.sections:
            yield section
            yield from self.blocks(members.get(section.id, ()))

    # What the text that was read says -----------------------------------------------------------------------

    def records(self) -> Iterator[tuple[str, Claim | Argument]]:
        yield from self.claims.items()
        yield from self.arguments.items()

    def record(self, id: str) -> Claim | Argument:
        return self.claims.get(id) or self.arguments[id]

    def section_of(self, id: str) -> str | None:
        section = self.record(id).section
        return section if section in self.known_sections else None

    def look_up_places(self) -> None:
        if any(relation.spans for relation in self.map.relations):
            for id, record in self.records():
                for occurrence in record.occurrences:
                    self.starts[occurrence.span.start] = id
            self.relation_starts = {span.start for relation in self.map.relations for span in relation.spans}

    def position(self, record: Claim | Argument, number: int) -> tuple[int, int]:
        """Where a record stands among all: where it was read, or else behind those that were."""
        if isinstance(record, Argument) and record.steps and record.span is not None:
            # The structure, or the argument right above it.
            starts = [each.span.start for each in record.occurrences if each.span < record.span]
            return 0, max((start for start in starts if start not in self.relation_starts), default=record.span.start)
        occurrence = self.defining(record)
        return (1, number) if occurrence is None else (0, occurrence.span.start)

    def defining(self, record: Claim | Argument) -> Occurrence | None:
        """The occurrence that writes a record out; for one without words, the reference that says most."""
        if not record.occurrences:
            return None

        def weight(occurrence: Occurrence) -> tuple[bool, ...]:
            is_below = occurrence.span.start in self.relation_starts
            in_structure = occurrence.role in _IN_STRUCTURE
            return (
                occurrence.text is not None,
                bool(occurrence.data or occurrence.tags),
                occurrence.section == record.section,
                not is_below and not in_structure,
                in_structure,
            )

        return max(record.occurrences, key=weight)  # the first of those that weigh as much

    def rank(self, id: str) -> tuple[int, int, int]:
        """The order in which elements are written: new ones that can stand below others wait for these."""
        is_new, at = self.positions[id]
        return is_new, int(is_new and self.places[id] is Place.NESTED), at

    # Where things go ----------------------------------------------------------------------------------------

    def find_homes(self) -> None:
        """Find for every claim the first structure of its own section that it stands in."""
        spelt = [self.arguments[id] for id in self.spelt]
        self.concluded = {argument.steps[-1].conclusion for argument in spelt}
        self.busy = {premise for argument in spelt for premise in argument.premises}
        self.busy |= {relation.source for relation in self.map.relations if not relation.kind.is_symmetric}
        for id in sorted(self.spelt, key=lambda id: self.positions[id]):
            for step in self.arguments[id].steps:
                for claim in (*step.premises, step.conclusion):
                    if claim not in self.homes and self.section_of(claim) == self.section_of(id):
                        self.homes[claim] = id

    def place(self, record: Claim | Argument) -> Place:
        id = record.id
        if id in self.spelt or record.wordings:
            return Place.BLOCK
        occurrence = self.defining(record)
        can_nest = self.section_of(id) in self.nests_in.get(id, ())
        if occurrence is None:
            if id in self.homes and not self.is_thesis(id):
                return Place.LINE
            return Place.NESTED if can_nest and id not in self.homes else Place.BLOCK
        if id in self.homes and occurrence.role in _IN_STRUCTURE:
            return Place.LINE
        return Place.NESTED if can_nest and occurrence.span.start in self.relation_starts else Place.BLOCK

    def is_thesis(self, id: str) -> bool:
        """Whether a claim is argued for, and does nothing itself."""
        return id in self.concluded and id not in self.busy

    # Relations ----------------------------------------------------------------------------------------------

    def list_relations(self) -> None:
        """Put every relation that has a sign below one of its ends."""
        relations = sorted(
            enumerate(self.map.relations),
            key=lambda pair: (0, pair[1].spans[0].start) if pair[1].spans else (1, pair[0]),
        )
        done: set[tuple[str, str, str, int | None]] = set()
        for _, relation in relations:
            found = self.parent_of(relation)
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
            self.nests_in.setdefault(below, set()).add(self.section_of(above))

    def parent_of(self, relation: Relation) -> tuple[str, str, str, int | None] | None:
        """Return the element (and step) above, the sign and the element below; None where no sign says it."""
        source, target, step = relation.source, relation.target, None
        sign = _UP[relation.kind]
        transform = self.settings.transform
        if source in self.spelt and transform:
            return None  # the text would say it of the conclusion
        downwards = self.is_written_below_source(relation)
        if sign == "><":
            if source in self.arguments and target in self.arguments:
                sign = "-"
            elif source in self.arguments or target in self.arguments:
                # The sign takes only claims below it.
                downwards = source in self.arguments
                above = source if downwards else target
                if above in self.spelt and transform:
                    return None
            elif not relation.spans:
                downwards = self.positions[source] < self.positions[target]
        elif sign == "<_" and target in self.spelt:
            step = relation.step
            last = len(self.arguments[target].steps) - 1
            if step is None and transform:
                step = last
            if step is not None and not 0 <= step <= last:
                step = None
            if downwards and not (transform and step == last):
                downwards = False
            if downwards:
                step = None
        elif sign == "<_" and target in self.claims and target in self.homes:
            downwards = True  # below a line of a structure it would undercut the inference
        elif sign == "-" and source in self.claims and target in self.spelt and self.is_redundant(relation):
            return None
        if downwards:
            return source, _DOWN[sign], target, None
        return target, sign, source, step

    def is_written_below_source(self, relation: Relation) -> bool:
        if not relation.spans or relation.source == relation.target:
            return False
        return self.starts.get(relation.spans[0].start) == relation.target

    def is_redundant(self, relation: Relation) -> bool:
        """Whether reading drops an attack on an argument, because a premise of it is attacked already."""
        source = relation.source
        return any((source, premise) in self.attacks for premise in self.arguments[relation.target].premises)

    # Blocks -------------------------------------------------------------------------------------------------

    def blocks(self, members: Iterable[str]) -> Iterator[Block]:
        for id in members:
            if id in self.written or self.places[id] is Place.LINE:
                continue
            record = self.record(id)
            if id in self.seen and not self.needs_block(record):
                continue
            made = [Block([Line(0, "", record, wording=number)]) for number in range(len(record.wordings))]
            block = Block()
            self.add(block, 0, "", id, 0, self.section_of(id), is_main=True)
            made.append(block)
            if id in self.spelt:
                made.append(self.structure(self.arguments[id]))
            before, behind = self.tag_blocks(line for each in made for line in each.lines)
            yield from (*before, *made, *behind)

    def tag_blocks(self, lines: Iterable[Line]) -> tuple[list[Block], list[Block]]:
        """Return references for the tags that stand in no wording: those to write before, and those behind.

        The reader lists tags in the order in which they come up.
        """
        before: list[Block] = []
        behind: list[Block] = []
        for line in lines:
            record = line.record
            if not (record.tags and record.text and line.is_main and line.step is None and self.settings.keep_tags):
                continue
            wordings = (*record.wordings, record)
            inside = dict.fromkeys(tag for each in wordings for tag in written_tags(each, self.settings.shortcodes))
            in_order = record.tags[: len(inside)] == tuple(inside)
            tags = tuple(tag for tag in record.tags if not (in_order and tag in inside) and write_tag(tag) is not None)
            if any(tag not in inside for tag in tags) or (tags and not in_order):
                (behind if in_order else before).append(Block([Line(0, "", record)], tags=tags))
        return before, behind

    def needs_block(self, record: Claim | Argument) -> bool:
        return bool(record.text or record.data or record.tags or record.wordings or self.below.get(record.id)) or (
            record.id in self.spelt
        )

    def add(
        self, block: Block, indent: int, mark: str, id: str, depth: int, section: str | None, *, is_main: bool
    ) -> None:
        """Write an element into a block, and below it what is related to it; at most `NESTING` calls deep."""
        self.seen.add(id)
        block.lines.append(Line(indent, mark, self.record(id), is_main=is_main))
        if is_main:
            self.written.add(id)
            self.add_below(block, indent + 2, self.below.get(id, ()), depth + 1, section)

    def add_below(
        self, block: Block, indent: int, listed: Iterable[tuple[str, str]], depth: int, section: str | None
    ) -> None:
        for sign, id in listed:
            is_main = (
                self.places[id] is Place.NESTED
                and id not in self.written
                and self.section_of(id) == section
                and (depth < NESTING or not self.below.get(id))
            )
            self.add(block, indent, sign, id, depth, section, is_main=is_main)

    def structure(self, argument: Argument) -> Block:
        block = Block(is_structure=True)
        section = self.section_of(argument.id)
        number = 0
        for at, step in enumerate(argument.steps):
            for claim in step.premises:
                number += 1
                self.add_numbered(block, number, claim, argument.id, section)
            block.lines.append(Line(0, "", argument, step=at))
            self.add_below(block, 2, self.below_step.get((argument.id, at), ()), 1, section)
            number += 1
            self.add_numbered(block, number, step.conclusion, argument.id, section)
        return block

    def add_numbered(self, block: Block, number: int, claim: str, argument: str, section: str | None) -> None:
        is_main = (
            self.places[claim] is Place.LINE and self.homes[claim] == argument and claim not in self.written
        )
        self.add(block, 0, f"({number})", claim, 0, section, is_main=is_main)


def _attacks(relations: Iterable[Relation]) -> Iterator[tuple[str, str]]:
    """Yield what attacks what, also where it is the other way round as well."""
    for relation in relations:
        if relation.kind is RelationKind.ATTACK or relation.kind.is_symmetric:
            yield relation.source, relation.target
        if relation.kind.is_symmetric:
            yield relation.target, relation.source


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
