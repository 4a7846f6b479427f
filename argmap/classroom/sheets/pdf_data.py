"""A sheet as the data that `sheet.typ` sets: words stay words, whatever letters they have."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

from argmap.classroom.sheets.blocks import (
    Box,
    Cards,
    Choices,
    Fields,
    Gap,
    Heading,
    Item,
    Lines,
    Listing,
    PageBreak,
    Paragraph,
    Picture,
    Table,
    Together,
)
from argmap.classroom.sheets.placing import placed
from argmap.classroom.sheets.showing import plain, runs_from_right, runs_of
from argmap.classroom.sheets.svg_parts import as_pdf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from argmap.classroom.sheets.blocks import Block, Text
    from argmap.classroom.sheets.placing import Paper, Placed
    from argmap.language import Words

_LONG = re.compile(r"[^\s\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]{25,}")
_STEP = 12
_LONG_LABEL = 24  # letters; a longer one has the room to write below it
_REPEATED = 120  # letters; a longer head of a column is not repeated on every page
_UNBROKEN_ROW = 700  # letters; a longer row may go on on the next page

Data = dict[str, Any]


def letters(count: int) -> tuple[str, ...]:
    """Return what answers to tick are called: A to Z, then AA, AB ...

    Example:
        >>> letters(3), letters(28)[-1]
        (('A', 'B', 'C'), 'AB')
    """

    def name(number: int) -> str:
        before, last = divmod(number, 26)
        return (name(before - 1) if before else "") + chr(65 + last)

    return tuple(map(name, range(count)))


def breakable(text: str) -> str:
    """Return a text in which very long words may be broken, at places that are not seen.

    Example:
        >>> breakable("a" * 30).count("\u200b"), breakable("responsibility")
        (2, 'responsibility')
    """
    return _LONG.sub(lambda found: _broken(found[0]), text)


def _broken(word: str) -> str:
    parts: list[str] = []
    length = 0
    for before, sign in zip(" " + word, word, strict=False):
        if length >= _STEP and before != "\u200d" and not unicodedata.category(sign).startswith(("M", "C")):
            parts.append("\u200b")
            length = 0
        parts.append(sign)
        length += 1
    return "".join(parts)


def text_data(text: Text) -> Data:
    """Return a text as data."""
    runs: list[Data] = []
    for run in runs_of(text):
        if not isinstance(run, Gap):
            runs.append({"t": breakable(run.text), "b": run.bold, "h": run.href})
        elif run.answer:
            runs.append({"a": breakable(run.answer)})
        else:
            runs.append({"g": "\u200b".join("_" * min(8, run.width - at) for at in range(0, run.width, 8))})
    spoken = "".join(str(run.get("t") or run.get("a") or " ") for run in runs)
    longest = max(re.split("[ \u200b]", spoken), key=len)
    return {"runs": runs, "rtl": runs_from_right(text), "longest": longest}


class Pages:
    """The data of blocks, and the pictures they use.

    Args:
        words: What stands on the sheet besides its texts.
        place: Where a picture goes; as `argmap.classroom.sheets.placing.placed` tells.
    """

    def __init__(self, words: Words, place: Callable[[Picture], Placed]) -> None:
        self.pictures: list[bytes] = []
        self._words = words
        self._place = place
        self._drawn: dict[str, int] = {}

    def data(self, blocks: Iterable[Block]) -> list[Data]:
        """Return blocks as data, those that fill pages outside of frames."""
        made: list[Data] = []
        for block in blocks:
            for each in self._block(block):
                # The heading of a picture goes with it to the page that it has for itself.
                if fills_pages(each) and "heading" in each and made and made[-1]["kind"] == "heading":
                    each["heading"] = made.pop()
                if made and made[-1]["kind"] == "paragraph":
                    made[-1]["leads"] = each["kind"] in ("lines", "choices")
                made.append(each)
        return made

    def _block(self, block: Block) -> Iterator[Data]:
        match block:
            case Heading():
                yield {"kind": "heading", "level": min(max(block.level, 1), 3), "text": text_data(block.text)}
            case Paragraph():
                yield {"kind": "paragraph", "text": text_data(block.text), "leads": False}
            case Listing():
                yield {"kind": "listing", "numbered": block.numbered, "items": _items(block.items)}
            case Choices():
                yield {
                    "kind": "choices",
                    "options": list(map(text_data, block.options)),
                    "letters": letters(len(block.options)),
                    "right": sorted(block.right),
                    "codes": block.are_codes,
                }
            case Table():
                yield from table_data(block)
            case Picture():
                yield self._picture(block)
            case Lines():
                yield {"kind": "lines", "count": block.count, "answer": list(map(text_data, block.answer))}
            case Fields():
                if block.labels:
                    is_long = any(len(label) > _LONG_LABEL for label in block.labels)
                    yield {"kind": "fields", "labels": list(map(breakable, block.labels)), "long": is_long}
            case Cards():
                if block.cards:
                    yield _cards(block)
            case Box():
                yield from self._around(block.blocks, lambda inside: _frame(block.title, inside))
            case Together():
                yield from self._around(block.blocks, lambda inside: {"kind": "together", "blocks": inside})
            case PageBreak():
                yield {"kind": "break"}

    def _around(self, blocks: tuple[Block, ...], around: Callable[[list[Data]], Data]) -> Iterator[Data]:
        """Yield blocks with something around them, but for those that fill pages."""
        inside: list[Data] = []
        for made in self.data(blocks):
            if fills_pages(made):
                if inside:
                    yield around(inside)
                inside = []
                yield made
            else:
                inside.append(made)
        if inside:
            yield around(inside)

    def _picture(self, picture: Picture) -> Data:
        if picture.svg not in self._drawn:
            self._drawn[picture.svg] = len(self.pictures)
            self.pictures.append(as_pdf(picture.svg))
        where = self._place(picture)
        rows, columns = (where.tiles[-1].row, where.tiles[-1].column) if where.tiles else (0, 0)
        tiles = [
            {
                "x": tile.x,
                "y": tile.y,
                "width": tile.width,
                "height": tile.height,
                "label": self._words.say("sheets.tile", row=tile.row, rows=rows, column=tile.column, columns=columns),
                "alt": self._words.say("sheets.part", alt=picture.alt, n=number, total=len(where.tiles)),
            }
            for number, tile in enumerate(where.tiles, 1)
        ]
        return {
            "kind": "picture",
            "picture": self._drawn[picture.svg],
            "alt": picture.alt,
            "place": where.place,
            "wide": where.width,
            "high": where.height,
            "flipped": where.turned,
            "tiles": tiles,
            "heading": None,
        }


def fills_pages(made: Data) -> bool:
    """Return whether a block ends the page that it is on."""
    return made["kind"] in ("cards", "break") or made.get("place", "here") != "here"


def placing_on(paper: Paper, smallest: float) -> Callable[[Picture], Placed]:
    """Return how pictures are placed on a page."""
    return lambda picture: placed(picture, paper, smallest)


def _items(items: tuple[Item, ...]) -> list[Data]:
    return [{"text": text_data(item.text), "items": _items(item.items)} for item in items]


def table_data(table: Table) -> Iterator[Data]:
    """Yield a table as data, nothing for one without columns."""
    if not table.widths:
        return
    yield {
        "kind": "table",
        "head": list(map(text_data, table.head)),
        "again": all(len(plain(cell)) <= _REPEATED for cell in table.head),
        "rows": [
            {"cells": list(map(text_data, row)), "long": sum(len(plain(cell)) for cell in row) > _UNBROKEN_ROW}
            for row in table.rows
        ],
        "widths": table.widths,
        "height": min(table.height, 20),
    }


def _cards(cards: Cards) -> Data:
    made = [
        {
            "front": list(map(text_data, card.front)),
            "back": [text_data(card.back)],
            "corner": breakable(card.corner),
        }
        for card in cards.cards
    ]
    has_backs = any(card.back for card in cards.cards)
    return {"kind": "cards", "cards": made, "columns": cards.columns, "rows": cards.rows, "backs": has_backs}


def _frame(title: str, inside: list[Data]) -> Data:
    return {"kind": "box", "title": text_data(title) if title else None, "blocks": inside}
