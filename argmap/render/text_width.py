"""How wide a text is when it is set in Arial, and where to break it into lines.

Graphviz measures text with tables of its own that know little outside ASCII, and every machine draws with
another font. So argmap measures here, makes each box wide enough for what it measured, and tells the viewer to
fit the line into that width.
"""

from __future__ import annotations

import math
import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from argmap.render.arial import BOLD, REGULAR

if TYPE_CHECKING:
    from collections.abc import Iterator

UNKNOWN = 0.6
"""The width taken for a sign that is not in the table, in em."""

Piece = tuple[str, float, bool]
"""What a line is made of: some signs, their width in em, and whether a space stands before them."""

_UNBROKEN = re.compile(r"[A-Za-z0-9.,:;!'\"() ]+")
"""Words that are not broken unless they are longer than a line."""
_FROM_RIGHT = re.compile("[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
"""The blocks of scripts written from right to left."""
_NO_BREAK_BEFORE = frozenset("!%),.:;?]}»›’”…、。，．：；？！）］｝」』】〉》ー々\u200d\ufe0f")
_BREAK_AFTER = frozenset("-/&?=_–—\u00ad\u200b")


@lru_cache(maxsize=8192)  # a line is measured when its box is made, and again when it is told its length
def text_width(text: str, bold: bool = False) -> float:
    """Return the width of one line of `text` in em (multiply by the type size to get points).

    Wide signs (Chinese, Japanese, Korean, most emoji) count 1 em, signs that stand over others and signs that
    are not seen count 0, other signs outside the table count `UNKNOWN`.

    Example:
        >>> round(text_width("argmap"), 3)
        3.39
        >>> text_width("漢字")
        2.0
        >>> text_width("e\u0301") == text_width("é") == text_width("e")
        True
    """
    space = _width_of(" ", bold)
    words = text.split(" ")
    return sum([_width_of_word(word, bold) for word in words]) + space * (len(words) - 1)


@lru_cache(maxsize=16384)  # the words of a debate come again and again
def _width_of_word(word: str, bold: bool) -> float:
    try:
        return sum(map((BOLD if bold else REGULAR).__getitem__, word))
    except KeyError:
        return sum([_width_of(sign, bold) for sign in word])


@lru_cache(maxsize=4096)
def _width_of(sign: str, bold: bool) -> float:
    table = BOLD if bold else REGULAR
    known = table.get(sign)
    if known is not None:
        return known
    if unicodedata.category(sign) in ("Mn", "Me", "Cf", "Cc"):
        return 0.0
    if unicodedata.east_asian_width(sign) in "WF":
        return 1.0
    return table.get(unicodedata.normalize("NFD", sign)[0], UNKNOWN)


def wrap(text: str, width: float, *, bold: bool = False, widest: float = 0.0) -> list[str]:
    """Break `text` into the fewest lines that fit into `width` em, then make them as even as possible.

    Lines break at white space, after hyphens and slashes, and between Chinese or Japanese signs; a word that
    is longer than a line is broken inside. Runs of white space become one space.

    The best set of breaks is found by dynamic programming over the pieces of the text (the sum of the squares
    of what is left free on each line is least, as in Knuth and Plass, "Breaking paragraphs into lines", 1981,
    without their stretching). A line holds at most `width` / 0.2 pieces, so the time is O(length of the text).

    Args:
        text: What to break.
        width: The longest line, in em; at least 2 is used.
        bold: Whether it is set in bold.
        widest: What the longest line of a long text may grow to, in em, so that its box stays a box.

    Returns:
        The lines, at least one (which is empty for an empty text).

    Example:
        >>> wrap("School should not start at nine", 9)
        ['School should', 'not start at nine']
        >>> wrap("Rindfleischetikettierung", 6)
        ['Rindfleische', 'tikettierung']
    """
    space = _width_of(" ", bold)
    words = text.split()
    widths = [_width_of_word(word, bold) for word in words]
    whole = sum(widths) + space * max(len(words) - 1, 0)
    width = max(width, min(widest, math.sqrt(whole * 4.5)), 2.0)
    if max(widths, default=0.0) <= width and _UNBROKEN.fullmatch(text):
        return [" ".join(words[start:end]) for start, end in _best_breaks(widths, frozenset(), width, space)]
    pieces = [piece for word in words for piece in _pieces_of_word(word, width, bold)]
    widths = [wide for _, wide, _ in pieces]
    joined = frozenset(index for index, (_, _, spaced) in enumerate(pieces) if not spaced)
    return [_join(pieces[start:end]) for start, end in _best_breaks(widths, joined, width, space)]


@lru_cache(maxsize=16384)
def _pieces_of_word(word: str, width: float, bold: bool) -> tuple[Piece, ...]:
    breaks = []
    if not _UNBROKEN.fullmatch(word):
        breaks = [end for end in range(1, len(word)) if _may_break(word[end - 1], word[end])]
    runs = [word[start:end] for start, end in pairwise((0, *breaks, len(word)))]
    parts = [part for run in runs for part in _chopped(run, width, bold)]
    return tuple((piece, wide, index == 0) for index, (piece, wide) in enumerate(parts))


def _chopped(run: str, width: float, bold: bool) -> Iterator[tuple[str, float]]:
    """Yield a run without breaks in as few parts of like width as there must be."""
    whole = text_width(run, bold)
    if whole <= width:
        yield run, whole
        return
    share = whole / math.ceil(whole / width)
    start, length, before = 0, 0.0, 0.0
    for end, sign in enumerate(run):
        wide = _width_of(sign, bold)
        # Cut where most of the next sign would lie beyond the share of this part, or where it does not fit.
        if wide and length and (length + wide / 2 > share - before or length + wide > width):
            yield run[start:end], length
            before += length - share
            start, length = end, 0.0
        length += wide
    yield run[start:], length


def _may_break(before: str, after: str) -> bool:
    if after in _NO_BREAK_BEFORE or _width_of(after, False) == 0.0:
        return False
    if before in _BREAK_AFTER:
        return not after.isdigit() and after not in _BREAK_AFTER
    return _is_wide(before) or _is_wide(after)


def _is_wide(sign: str) -> bool:
    return unicodedata.east_asian_width(sign) in "WF"


def _best_breaks(widths: list[float], joined: frozenset[int], width: float, space: float) -> list[tuple[int, int]]:
    """Return the (start, end) of each line: of the fewest lines those that are the most even.

    No space stands before the pieces in `joined`.
    """
    most = width + 1e-9
    count = len(widths)
    starts: list[float] = []  # where each piece starts and ends in a line that holds all of them
    ends = [end := 0.0]
    for index, wide in enumerate(widths):
        start = end if joined and index in joined else end + space
        end = start + wide
        starts.append(start)
        ends.append(end)
    if ends[-1] <= most:
        return [(0, count)]
    # The first piece from which on the rest fits into no, one, two ... lines.
    firsts = [count]
    while firsts[-1]:
        start = firsts[-1] - 1
        while start and ends[firsts[-1]] - starts[start - 1] <= most:
            start -= 1
        firsts.append(start)
    # The furthest end of each line.
    lasts = [0]
    while lasts[-1] < count:
        end = lasts[-1] + 1
        while end < count and ends[end + 1] - starts[lasts[-1]] <= most:
            end += 1
        lasts.append(end)
    # For each piece at which a line may start, the least that the lines from there on cost, and the end of the first.
    inside_word = (width / 3) ** 2  # what a break inside a word costs: even lines are not worth just any break
    costs, best = [0.0] * (count + 1), [count] * (count + 1)
    for left in range(1, len(firsts)):
        for start in range(firsts[left], lasts[-1 - left] + 1):
            least = math.inf
            for end in range(max(firsts[left - 1], start + 1), lasts[-left] + 1):
                free = width - ends[end] + starts[start]
                if free < -1e-9 and end > start + 1:
                    break
                cost = costs[end] + free * free
                if joined and end in joined:
                    cost += inside_word
                if cost < least - 1e-9:  # of lines that are as even, the shortest comes first
                    least, best[start] = cost, end
            costs[start] = least
    breaks = []
    start = 0
    while start < count:
        breaks.append((start, best[start]))
        start = best[start]
    return breaks


def _join(pieces: list[Piece]) -> str:
    return "".join([f" {piece}" if spaced else piece for piece, _, spaced in pieces]).lstrip(" ")


def reads_from_right(text: str) -> bool:
    """Return whether most letters are of scripts written from right to left, or as many as not and the first is.

    Names in Latin letters stand in Hebrew and Arabic texts, also at their beginning.

    Example:
        >>> reads_from_right("צריך 2 להעלות"), reads_from_right("AI עוזר"), reads_from_right("2 + 2")
        (True, True, False)
    """
    if not _FROM_RIGHT.search(text):
        return False
    directions = [unicodedata.bidirectional(sign) for sign in text]
    letters = [direction != "L" for direction in directions if direction in ("L", "R", "AL")]
    count = sum(letters)
    return letters[0] if 2 * count == len(letters) > 0 else 2 * count > len(letters)
