"""How much room text takes, as far as can be told without setting it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from argmap.classroom.sheets.showing import plain
from argmap.render.text_width import text_width

if TYPE_CHECKING:
    from argmap.classroom.sheets.blocks import Cards, Text
    from argmap.classroom.sheets.look import Look

_SLACK = 1.08  # how much wider than Arial the fonts of looks may be, and what breaking lines takes

_SMALL_CARDS = 4  # so many rows of cards or more may stand closer


def lines_of(text: Text, width: float, *, bold: bool = False) -> int:
    """Return how many lines a text takes, rather too many than too few.

    Args:
        text: The text.
        width: The width of a line, in em.
        bold: Whether it is bold.

    Complexity:
        Linear.

    Example:
        >>> lines_of("It rains.", 20), lines_of("It rains. " * 10, 20)
        (1, 2)
    """
    count, used = 1, 0.0
    blank = text_width(" ", bold)
    for word in plain(text).split(" "):
        wide = text_width(word, bold) * _SLACK
        if wide > width:  # broken anywhere
            more = used + wide
            count += math.floor(more / width)
            used = more % width
        elif used and used + blank + wide > width:
            count, used = count + 1, wide
        else:
            used += blank + wide if used else wide
    return count


def shortened(text: str, width: float, lines: int) -> str:
    """Return a text that takes no more than some lines, cut at a word where it would take more.

    Args:
        text: The text.
        width: The width of a line, in em.
        lines: How many lines there are.

    Example:
        >>> shortened("It rains a lot today.", 6, 1), shortened("It rains.", 6, 1)
        ('It rains a …', 'It rains.')
    """
    if lines_of(text, width) <= lines:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if lines_of(f"{text[:middle]} …", width) <= lines:
            low = middle
        else:
            high = middle - 1
    cut = text[:low]
    before, blank, _ = cut.rpartition(" ")
    return f"{(before if blank and len(before) > low / 2 else cut).rstrip()} …"


def fitting_rows(cards: Cards, look: Look, width: float, height: float, *, padding: float) -> tuple[int, int]:
    """Return how many cards stand beside and below each other, so that the longest fits on a card.

    Args:
        cards: The cards.
        look: How they look.
        width: The width of all columns, in points.
        height: The height of all rows.
        padding: The room between the lines of a card and its text.

    Returns:
        Columns and rows; a card that does not fit on a page has the page to itself and goes on behind it.

    Example:
        >>> from argmap.classroom.sheets.blocks import Card, Cards
        >>> from argmap.classroom.sheets.look import LOOKS
        >>> long = Cards((Card("It rains. " * 20),))
        >>> [fitting_rows(long, LOOKS[name], 540, 760, padding=10) for name in ("standard", "large")]
        [(2, 4), (2, 3)]
    """
    columns, rows = cards.columns, cards.rows

    def tallest(columns: int) -> float:
        room = max((width / columns - 2 * padding) / look.size / (1 + look.spacing * 2), 2.0)
        count = max(
            sum(lines_of(text, room) for text in side) + 0.4 * (len(side) - 1) + (1.5 if card.corner else 0)
            for card in cards.cards
            for side in (card.front, (card.back,))
        )
        return count * look.size * look.leading + 2 * padding

    while columns > 1 and tallest(columns) > height:
        columns -= 1
    while rows > 1 and tallest(columns) > height / rows:
        rows -= 1

    def sheets(rows: int) -> int:
        return math.ceil(len(cards.cards) / (columns * rows))

    if rows >= _SMALL_CARDS:  # a row or two more, where that saves a page with a few cards on it
        closer = [
            more for more in (rows + 1, rows + 2) if sheets(more) < sheets(rows) and tallest(columns) <= height / more
        ]
        rows = closer[0] if closer else rows
    return columns, rows
