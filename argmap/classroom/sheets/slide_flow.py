"""What stands on slides, as lines, tables and pictures: each kind of block comes down to these."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.classroom.sheets.blocks import (
    Box,
    Cards,
    Choices,
    Fields,
    Heading,
    Item,
    Lines,
    Listing,
    PageBreak,
    Paragraph,
    Picture,
    Table,
    Text,
    Together,
)
from argmap.classroom.sheets.pdf_data import letters

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.classroom.sheets.blocks import Block

BULLET = "•"
"""The marker of a line in a list without numbers."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph on a slide.

    Attributes:
        text: Its text.
        marker: What stands before it: `BULLET`, a number with a full stop, a box and a letter; empty for nothing.
        level: How deep it is in a list, from 0.
        bold: Whether it is bold.
        number: Its number where it is in a list with numbers, else 0.
    """

    text: Text
    marker: str = ""
    level: int = 0
    bold: bool = False
    number: int = 0


Part = Line | Table | Picture | PageBreak


def parts_of(blocks: Iterable[Block]) -> Iterator[Part]:
    """Yield what stands on a slide, in order.

    Example:
        >>> [part.marker for part in parts_of([Choices(("Yes", "No"), frozenset({1}))])]
        ['☐ A', '☑ B']
    """
    for block in blocks:
        match block:
            case Heading():
                yield Line(block.text, bold=True)
            case Paragraph():
                yield Line(block.text)
            case Listing():
                yield from _items(block.items, 0, numbered=block.numbered)
            case Choices():
                for n, (letter, option) in enumerate(zip(letters(len(block.options)), block.options, strict=True)):
                    is_right = n in block.right
                    yield Line(option, f"{'☑' if is_right else '☐'} {letter}", bold=is_right)
            case Table():
                if block.widths:
                    yield block
            case Lines():
                yield from map(Line, block.answer)
            case Fields():
                yield from map(Line, block.labels)
            case Cards():
                for card in block.cards:
                    yield Line(card.text, card.corner or BULLET)
                    yield from map(Line, card.more)
            case Box():
                if block.title:
                    yield Line(block.title, bold=True)
                yield from parts_of(block.blocks)
            case Together():
                yield from parts_of(block.blocks)
            case Picture() | PageBreak():
                yield block
            case _:
                pass


def _items(items: tuple[Item, ...], level: int, *, numbered: bool) -> Iterator[Line]:
    for number, item in enumerate(items, 1):
        yield Line(item.text, f"{number}." if numbered else BULLET, level, number=number if numbered else 0)
        yield from _items(item.items, level + 1, numbered=numbered)
