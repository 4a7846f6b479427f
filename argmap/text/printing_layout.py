"""The lines of a printed text, block by block, before they have words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argmap.model.records import Argument, Claim, Section
from argmap.text.printing_marks import write_tag
from argmap.text.printing_places import Place, Places, is_worded
from argmap.text.printing_text import written_tags

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.model import ArgumentMap
    from argmap.text.settings import Settings

NESTING = 3
"""How many levels of relations stand below each other; what would lie deeper stands for itself."""


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
        self.settings = settings
        self.places = Places(m, settings)
        self.written: set[str] = set()
        self.seen: set[str] = set()

    def run(self) -> Iterator[Block | Section]:
        for section, members in self.places.in_order():
            if section is not None:
                yield section
            yield from self.blocks(members)

    def blocks(self, members: Iterable[str]) -> Iterator[Block]:
        for name in members:
            if name in self.written or self.places.places[name] is Place.LINE:
                continue
            record = self.places.record(name)
            if name in self.seen and not self.needs_block(record):
                continue
            made = [Block([Line(0, "", record, wording=number)]) for number in range(len(record.wordings))]
            block = Block()
            self.add(block, 0, "", name, 0, self.places.section_of(name), is_main=True)
            made.append(block)
            if isinstance(record, Argument) and name in self.places.spelt:
                made.append(self.structure(record))
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
            if not record.tags or not is_worded(record) or not line.is_main or not self.settings.keep_tags:
                continue
            wordings = (*record.wordings, record)
            inside = dict.fromkeys(tag for each in wordings for tag in written_tags(each, self.settings.shortcodes))
            in_order = record.tags[: len(inside)] == tuple(inside)
            tags = tuple(tag for tag in record.tags if not (in_order and tag in inside) and write_tag(tag) is not None)
            if any(tag not in inside for tag in tags) or (tags and not in_order):
                (behind if in_order else before).append(Block([Line(0, "", record)], tags=tags))
        return before, behind

    def needs_block(self, record: Claim | Argument) -> bool:
        """Whether there is more to say of it than its title."""
        is_more = is_worded(record) or record.data or record.tags or record.wordings
        return bool(is_more or self.places.below.get(record.id) or record.id in self.places.spelt)

    def add(
        self, block: Block, indent: int, mark: str, name: str, depth: int, section: str | None, *, is_main: bool
    ) -> None:
        """Write an element into a block, and below it what is related to it; at most `NESTING` calls deep."""
        self.seen.add(name)
        block.lines.append(Line(indent, mark, self.places.record(name), is_main=is_main))
        if is_main:
            self.written.add(name)
            self.add_below(block, indent + 2, self.places.below.get(name, ()), depth + 1, section)

    def add_below(
        self, block: Block, indent: int, listed: Iterable[tuple[str, str]], depth: int, section: str | None
    ) -> None:
        for sign, name in listed:
            is_main = (
                self.places.places[name] is Place.NESTED
                and name not in self.written
                and self.places.section_of(name) == section
                and (depth < NESTING or not self.places.below.get(name))
            )
            self.add(block, indent, sign, name, depth, section, is_main=is_main)

    def structure(self, argument: Argument) -> Block:
        block = Block(is_structure=True)
        section = self.places.section_of(argument.id)
        number = 0
        for at, step in enumerate(argument.steps):
            for claim in step.premises:
                number += 1
                self.add_numbered(block, number, claim, argument.id, section)
            block.lines.append(Line(0, "", argument, step=at))
            self.add_below(block, 2, self.places.below_step.get((argument.id, at), ()), 1, section)
            number += 1
            self.add_numbered(block, number, step.conclusion, argument.id, section)
        return block

    def add_numbered(self, block: Block, number: int, claim: str, argument: str, section: str | None) -> None:
        is_at_home = self.places.homes.get(claim) == argument and self.places.places[claim] is Place.LINE
        is_main = is_at_home and claim not in self.written
        self.add(block, 0, f"({number})", claim, 0, section, is_main=is_main)
