"""What of a sheet is to be seen: for a pupil, no answers; for all, no letter that breaks a file.

Every output starts from here, so that an answer a pupil is not to see is in none of their files.
"""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from argmap.classroom.sheets.blocks import (
    Box,
    Card,
    Cards,
    Choices,
    Fields,
    Gap,
    Heading,
    Item,
    KeyOnly,
    Lines,
    Listing,
    Paragraph,
    Picture,
    Run,
    Table,
    Together,
)
from argmap.render.typesetting import UNFIT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from argmap.classroom.sheets.blocks import Block, Deck, Sheet, Slide, Text

_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")  # with these, a line can show other words than it holds
_BLANKS = re.compile("[ \t\r\n\x0b\x0c\x85\u2028\u2029]+")
_LINK = re.compile(r"(?:https?://|mailto:)[!-~]{1,1900}", re.IGNORECASE)
_DEEPEST = 7
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}")


def clean(text: str) -> str:
    r"""Return a text in one line, without what no file should hold and what turns the direction of writing.

    Example:
        >>> clean("It\nrains\x00. \u202eNow")
        'It rains. Now'
    """
    if text.isascii() and text.isprintable() and "  " not in text:
        return text
    return _BLANKS.sub(" ", _TURNS.sub("", UNFIT.sub("", text)))


def runs_of(text: Text) -> tuple[Run | Gap, ...]:
    """Return a text as runs and gaps, cleaned; links that lead nowhere sensible are plain text.

    Example:
        >>> runs_of(("Because ", Gap("it rains")))
        (Run(text='Because ', bold=False, href=''), Gap(answer='it rains', width=16))
    """
    parts = (text,) if isinstance(text, str) else text
    runs: list[Run | Gap] = []
    for part in parts:
        if isinstance(part, Gap):
            runs.append(Gap(clean(part.answer), max(3, min(int(part.width), 60))))
            continue
        run = Run(part) if isinstance(part, str) else part
        words = clean(run.text)
        if words:
            runs.append(Run(words, run.bold, run.href if _LINK.fullmatch(run.href) else ""))
    return tuple(runs)


def plain(text: Text) -> str:
    """Return a text without what stands out in it; a gap is its answer, or a line.

    Example:
        >>> plain(("Because ", Gap(width=6), Run("!", bold=True)))
        'Because ______!'
    """
    return "".join(
        (run.answer or "_" * run.width) if isinstance(run, Gap) else run.text for run in runs_of(text)
    ).strip()


def runs_from_right(text: Text) -> bool:
    """Return whether a text is written from right to left: whether its first letter is, as for ``dir=auto``.

    Example:
        >>> runs_from_right("12 שלום"), runs_from_right("No: שלום")
        (True, False)
    """
    for sign in plain(text):
        kind = unicodedata.bidirectional(sign)
        if kind in ("L", "R", "AL"):
            return kind != "L"
    return False


def language_of(code: str) -> str:
    """Return the code of a language, English where it is none.

    Example:
        >>> language_of("de-AT"), language_of("<b>")
        ('de-AT', 'en')
    """
    return code if _LANGUAGE.fullmatch(code) else "en"


def shown(sheet: Sheet) -> Sheet:
    """Return a sheet with no more in it than is to be seen, and all texts cleaned.

    Example:
        >>> from argmap.classroom.sheets.blocks import Sheet
        >>> sheet = Sheet("rain", "Rain", (Choices(("Yes", "No"), frozenset({0})), KeyOnly((Paragraph("Yes."),))))
        >>> [block.right for block in shown(sheet).blocks]
        [frozenset()]
        >>> len(shown(sheet.key("Rain: answers")).blocks)
        2
    """
    return replace(
        sheet,
        title=clean(sheet.title),
        footer=clean(sheet.footer),
        language=language_of(sheet.language),
        blocks=tuple(_shown(sheet.blocks, is_key=sheet.is_key)),
    )


def shown_deck(deck: Deck) -> Deck:
    """Return slides with no more in them than is to be seen, and all texts cleaned; notes keep their lines."""
    return replace(
        deck,
        title=clean(deck.title),
        language=language_of(deck.language),
        slides=tuple(map(_shown_slide, deck.slides)),
    )


def _shown_slide(slide: Slide) -> Slide:
    notes = "\n".join(clean(line) for line in slide.notes.splitlines())
    blocks = tuple(_shown(slide.blocks, is_key=slide.is_key))
    return replace(slide, title=clean(slide.title), notes=notes, blocks=blocks)


def _shown(blocks: Iterable[Block], *, is_key: bool) -> Iterator[Block]:
    for block in blocks:
        if not isinstance(block, KeyOnly):
            yield _block(block, is_key=is_key)
        elif is_key:
            yield from _shown(block.blocks, is_key=True)


def _block(block: Block, *, is_key: bool) -> Block:
    def text(given: Text) -> tuple[Run | Gap, ...]:
        return tuple(replace(run, answer="") if isinstance(run, Gap) and not is_key else run for run in runs_of(given))

    match block:
        case Heading() | Paragraph():
            return replace(block, text=text(block.text))
        case Listing():
            return replace(block, items=_items(block.items, text))
        case Choices():
            options, right = tuple(map(text, block.options)), block.right if is_key else frozenset()
            return replace(block, options=options, right=right)
        case Table():
            columns = max(map(len, (block.head, *block.rows)), default=0)
            rows = tuple(tuple(text(cell) for cell in _filled(row, columns)) for row in block.rows)
            head = tuple(text(cell) for cell in _filled(block.head, columns)) if block.head else ()
            widths = (
                block.widths if len(block.widths) == columns and all(0 < w < math.inf for w in block.widths) else ()
            )
            return replace(block, head=head, rows=rows, widths=widths or (1.0,) * columns)
        case Picture():
            return replace(block, alt=clean(block.alt), width=min(max(block.width, 0.05), 1.0))
        case Lines():
            return Lines(max(block.count, 0), tuple(map(text, block.answer)) if is_key else ())
        case Fields():
            return Fields(tuple(map(clean, block.labels)))
        case Cards():
            cards = tuple(
                Card(text(card.text), clean(card.corner), text(card.back), tuple(map(text, card.more)))
                for card in block.cards
            )
            return replace(block, cards=cards, columns=max(block.columns, 1), rows=max(block.rows, 1))
        case Box():
            return Box(tuple(_shown(block.blocks, is_key=is_key)), clean(block.title))
        case Together():
            return Together(tuple(_shown(block.blocks, is_key=is_key)))
        case _:
            return block


def _items(items: tuple[Item, ...], text: Callable[[Text], Text]) -> tuple[Item, ...]:
    """Return the items of a list, those that are deeper than `_DEEPEST` beside the ones they belong to."""
    root: list[Any] = []
    levels = [root]  # the lists that are still open, outermost first
    waiting = [(item, 0) for item in reversed(items)]
    while waiting:
        item, depth = waiting.pop()
        del levels[min(depth, _DEEPEST) + 1 :]
        inside: list[Any] = []
        levels[-1].append((text(item.text), inside))
        levels.append(inside)
        waiting += [(inner, depth + 1) for inner in reversed(item.items)]

    def made(found: list[Any]) -> tuple[Item, ...]:
        return tuple(Item(words, made(inside)) for words, inside in found)

    return made(root)


def _filled(row: tuple[Text, ...], columns: int) -> tuple[Text, ...]:
    return (*row, *[""] * (columns - len(row)))
