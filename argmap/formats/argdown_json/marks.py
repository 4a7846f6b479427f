"""Marked stretches of a text as Argdown's JSON counts them: in UTF-16 units, with their last one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from argmap.model import Range, RangeKind
from argmap.model.naming import as_line, one_line, whole

if TYPE_CHECKING:
    from collections.abc import Iterable

_TARGETS = {
    RangeKind.LINK: "url",
    RangeKind.TAG: "tag",
    RangeKind.CLAIM_MENTION: "title",
    RangeKind.ARGUMENT_MENTION: "title",
}
_KINDS = {kind.value: kind for kind in RangeKind}
_GAPS = re.compile(r"[ \t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")
_ENDING_BEFORE_BLANKS = (RangeKind.TAG, RangeKind.CLAIM_MENTION, RangeKind.ARGUMENT_MENTION)


def read_marked(given: str, ranges: object) -> tuple[str, tuple[Range, ...]]:
    r"""Return a text on one line, and its ranges in code points; a range that is none is left out.

    Example:
        >>> read_marked(" It \U0001f327  rains ", [{"type": "bold", "start": 4, "stop": 5}])
        ('It 🌧 rains', (Range(kind=<RangeKind.BOLD: 'bold'>, start=3, end=4, target=None),))
    """
    given = whole(given)
    text = as_line(given)
    if not isinstance(ranges, list) or not ranges:
        return text, ()
    points = _points(given)
    moved = _moved(given) if text != given else None
    found = []
    for each in ranges:
        made = _range(each, given, points, moved, len(text))
        if made is not None:
            found.append(made)
    return text, tuple(found)


def write_ranges(text: str, ranges: Iterable[Range]) -> list[dict[str, Any]]:
    """Return ranges as the JSON has them.

    Example:
        >>> write_ranges("It rains", [Range(RangeKind.LINK, 3, 8, "https://example.org")])
        [{'type': 'link', 'start': 3, 'stop': 7, 'url': 'https://example.org'}]
    """
    units = _units(text)
    found = []
    for each in ranges:
        start, end = (units[each.start], units[each.end]) if units else (each.start, each.end)
        made: dict[str, Any] = {"type": each.kind.value, "start": start, "stop": end - 1}
        if each.kind in _TARGETS and each.target is not None:
            made[_TARGETS[each.kind]] = each.target
        found.append(made)
    return found


def _range(each: Any, given: str, points: list[int] | None, moved: list[int] | None, length: int) -> Range | None:
    if not isinstance(each, dict):
        return None
    kind, start, stop = (each.get(name) for name in ("type", "start", "stop"))
    known = _KINDS.get(kind) if isinstance(kind, str) else None
    if known is None or type(start) is not int or type(stop) is not int:
        return None
    last = len(points) - 1 if points else len(given)
    start, end = max(0, min(start, last)), max(0, min(stop + 1, last))
    if points:
        start, end = points[start], points[end]
    if known in _ENDING_BEFORE_BLANKS:
        while end > start and given[end - 1] in " \t":
            end -= 1
    if moved:
        start, end = moved[start], moved[end]
    end = min(end, length)
    target = each.get(_TARGETS.get(known, ""))
    if start >= end:
        return None
    return Range(known, start, end, one_line(target) if isinstance(target, str) else None)


def _points(text: str) -> list[int] | None:
    """Return for each UTF-16 unit the code point it belongs to, and the number of all behind; None if they agree."""
    if text.isascii() or max(text) <= "\uffff":
        return None
    found: list[int] = []
    for place, sign in enumerate(text):
        found += (place, place) if sign > "\uffff" else (place,)
    return [*found, len(text)]


def _units(text: str) -> list[int] | None:
    """Return for each code point its first UTF-16 unit, and the number of all behind; None if they agree."""
    if text.isascii() or max(text) <= "\uffff":
        return None
    found = [0]
    for sign in text:
        found.append(found[-1] + 1 + (sign > "\uffff"))
    return found


def _moved(given: str) -> list[int]:
    """Return for each place in a text where it is once the text stands on one line."""
    collapsed = _GAPS.sub(" ", given)
    at = len(collapsed.lstrip()) - len(collapsed)  # what is stripped counts for nothing
    found: list[int] = []
    done = 0
    for gap in _GAPS.finditer(given):
        start, end = gap.span()
        found += range(at, at + start - done)
        at += start - done
        found += [at] * (end - start)
        at += 1
        done = end
    found += range(at, at + len(given) - done + 1)
    return [max(0, place) for place in found]
