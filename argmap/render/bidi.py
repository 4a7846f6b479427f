"""Which way each sign of a line is read: the Unicode Bidirectional Algorithm (UAX #9) without explicit marks.

Embeddings, overrides and isolates are let go: nothing in the text of a map should turn other letters round. The
marks that are letters without a shape, such as U+200F, work; and a line that begins with `FROM_RIGHT` is one of a text
that is read from the right, whatever its own first letter is.
"""

from __future__ import annotations

import unicodedata
from itertools import groupby

FROM_RIGHT = "\u202b"
"""What a line begins with in a text that is read from the right: the embedding of the Unicode standard."""
AS_BEFORE = "\u202c"
"""What such a line ends with."""

_PAIRS = dict(zip("([{⟨⟪「『【〔〈《（［｛｢", ")]}⟩⟫」』】〕〉》）］｝｣", strict=True))
_CLOSING = {closing: opening for opening, closing in _PAIRS.items()}
_NEUTRAL = ("B", "S", "WS", "ON")
_STRONG = ("L", "R", "EN", "AN")
_LET_GO = ("BN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")


def levels_of(text: str) -> list[int]:
    """Return the level of each sign in a line whose ground direction is from left to right, as in SVG.

    After `FROM_RIGHT` at its beginning it is from right to left. Even levels are read from left to right, odd ones
    from right to left. Linear in the length of the text, but for nested brackets, of which 63 levels are kept open at
    most as in the algorithm.

    Example:
        >>> levels_of("abc 12")
        [0, 0, 0, 0, 0, 0]
        >>> levels_of("\u05d0\u05d1 12")
        [1, 1, 1, 2, 2]
        >>> levels_of(f"{FROM_RIGHT}a \u05d0.")
        [1, 2, 1, 1, 1]
    """
    ground = "R" if text.startswith(FROM_RIGHT) else "L"
    given = [unicodedata.bidirectional(sign) or "L" for sign in text]
    if ground == "L" and not any(kind in ("R", "AL", "AN") for kind in given):
        return [0] * len(text)
    kept = [index for index, kind in enumerate(given) if kind not in _LET_GO]
    kinds = [given[index] for index in kept]
    _resolve_weak(kinds, ground)
    _resolve_brackets(kinds, [text[index] for index in kept], [given[index] == "NSM" for index in kept], ground)
    _resolve_neutral(kinds, ground)
    level = {"L": 0, "R": 1} if ground == "L" else {"R": 1}
    levels = [level.get(ground, 0)] * len(text)
    for index, kind in zip(kept, kinds, strict=True):
        levels[index] = level.get(
            kind, 2
        )  # I1, I2: numbers stand one level higher, and so does what runs the other way
    for index in range(1, len(text)):
        if given[index] in _LET_GO:
            levels[index] = levels[index - 1]
    for index in range(len(text) - 1, -1, -1):  # L1: white space at the end goes with the line
        if given[index] not in ("WS", "S", "B", *_LET_GO):
            break
        levels[index] = level[ground]
    return levels


def visual_order(levels: list[int]) -> list[int]:
    """Return the places of things in the order in which they stand on the line, from left to right (rule L2).

    Example:
        >>> visual_order([0, 1, 1, 2, 0])
        [0, 3, 2, 1, 4]
    """
    order = list(range(len(levels)))
    for level in range(max(levels, default=0), 0, -1):
        start = 0
        for is_in, run in groupby(order, key=lambda index: levels[index] >= level):
            count = len(list(run))
            if is_in:
                order[start : start + count] = order[start : start + count][::-1]
            start += count
    return order


def _resolve_weak(kinds: list[str], ground: str) -> None:
    """Rules W1 to W7."""
    last = strong = ground
    for index, kind in enumerate(kinds):
        if kind == "NSM":
            kinds[index] = kind = last  # W1
        last = kind
        if kind in ("L", "R", "AL"):
            strong = kind
        elif kind == "EN" and strong == "AL":
            kinds[index] = "AN"  # W2
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]  # W3
    for index in range(1, len(kinds) - 1):
        before, kind, after = kinds[index - 1 : index + 2]
        if before == after and ((kind in ("ES", "CS") and before == "EN") or (kind == "CS" and before == "AN")):
            kinds[index] = before  # W4
    start = 0
    for kind, run in groupby(list(kinds)):
        end = start + len(list(run))
        if kind == "ET" and "EN" in (*kinds[max(start - 1, 0) : start], *kinds[end : end + 1]):
            kinds[start:end] = ["EN"] * (end - start)  # W5
        start = end
    strong = ground
    for index, kind in enumerate(kinds):
        if kind in ("L", "R"):
            strong = kind
        elif kind in ("ES", "ET", "CS"):
            kinds[index] = "ON"  # W6
        elif kind == "EN" and strong == "L":
            kinds[index] = "L"  # W7


def _resolve_brackets(kinds: list[str], signs: list[str], marks: list[bool], ground: str) -> None:
    """Rule N0: brackets go with what is inside them, or else with what stands before them."""
    opened: list[tuple[str, int]] = []
    pairs = []
    for index, sign in enumerate(signs):
        if kinds[index] != "ON":
            continue
        if sign in _PAIRS:
            if len(opened) == 63:
                return
            opened.append((sign, index))
        elif sign in _CLOSING:
            depth = next((depth for depth in range(len(opened) - 1, -1, -1) if opened[depth][0] == _CLOSING[sign]), -1)
            if depth >= 0:
                pairs.append((opened[depth][1], index))
                del opened[depth:]
    for start, end in sorted(pairs):
        inside = {"R" if kind in ("R", "EN", "AN") else kind for kind in kinds[start + 1 : end]}
        if ground in inside:
            direction = ground
        elif inside & {"L", "R"}:
            before = next((kinds[at] for at in range(start - 1, -1, -1) if kinds[at] in _STRONG), ground)
            direction = "L" if before == "L" else "R"
        else:
            continue
        for place in (start, end):
            kinds[place] = direction
            while place + 1 < len(kinds) and marks[place + 1]:
                place += 1
                kinds[place] = direction


def _resolve_neutral(kinds: list[str], ground: str) -> None:
    """Rules N1 and N2: what has no direction goes with its neighbours where they agree, else with the line."""
    start, before = 0, ground
    for is_neutral, run in groupby(list(kinds), key=lambda kind: kind in _NEUTRAL):
        end = start + len(list(run))
        if is_neutral:
            after = kinds[end] if end < len(kinds) else ground
            sides = {"L" if side == "L" else "R" for side in (before, after)}
            kinds[start:end] = [sides.pop() if len(sides) == 1 else ground] * (end - start)
        else:
            before = kinds[end - 1]
        start = end
