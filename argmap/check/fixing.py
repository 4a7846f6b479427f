"""Applying fixes to a text, until nothing more can be fixed."""

from __future__ import annotations

from bisect import bisect_left, insort
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.check.finding import Finding
from argmap.diagnostics import Edit, Severity, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from argmap.model import ArgumentMap

ROUNDS = 10
"""How often a text is read again after fixes."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A text after fixes.

    Attributes:
        text: The text.
        applied: The findings that were fixed, in the order of fixing.
        refused: The findings of which the fix would have left a text with errors; they were not fixed.
    """

    text: str
    applied: tuple[Finding, ...]
    refused: tuple[Finding, ...] = ()


def fix(
    text: str,
    read: Callable[[str], ArgumentMap],
    findings_of: Callable[[ArgumentMap], Sequence[Finding]],
    *,
    unsafe: bool = False,
) -> Fixed:
    """Apply the fixes of what is found in a text, and of what is found then, until there are none.

    A fix after which the text has more errors than before is refused. Of fixes that overlap only the first is applied
    in a round. A part of the text that came from another file, by an include, is left alone.

    Args:
        text: The text of one file.
        read: Reads such a text; its map has a `Source`.
        findings_of: Checks such a map.
        unsafe: Whether fixes are applied that are not safe.

    Complexity:
        At most `ROUNDS` times the cost of reading and checking, and once more for each fix that is refused.
    """
    applied: list[Finding] = []
    refused: dict[tuple[str, str], Finding] = {}
    m = read(text)
    for _ in range(ROUNDS):
        fixes = [
            (edits, finding)
            for finding in findings_of(m)
            if _key(finding) not in refused and (edits := _own_edits(finding, text, unsafe=unsafe))
        ]
        chosen = _apart(fixes)
        if not chosen:
            break
        changed = edited(text, [edit for edits, _ in chosen for edit in edits])
        after = read(changed)
        if _errors(after) > _errors(m):
            changed, after, chosen = _one_by_one(text, m, chosen, read, refused)
        if not chosen:
            continue
        text, m = changed, after
        applied += [finding for _, finding in chosen]
    return Fixed(text, tuple(applied), tuple(refused.values()))


_Chosen = list[tuple[tuple[Edit, ...], "Finding"]]


def _one_by_one(
    text: str,
    m: ArgumentMap,
    chosen: _Chosen,
    read: Callable[[str], ArgumentMap],
    refused: dict[tuple[str, str], Finding],
) -> tuple[str, ArgumentMap, _Chosen]:
    """Apply the first of some fixes that leaves no more errors than there are; refuse those before it."""
    for edits, finding in chosen:
        changed = edited(text, edits)
        after = read(changed)
        if _errors(after) <= _errors(m):
            return changed, after, [(edits, finding)]
        refused[_key(finding)] = finding
    return text, m, []


def _key(finding: Finding) -> tuple[str, str]:
    return finding.code, finding.message


def _errors(m: ArgumentMap) -> int:
    assert m.source is not None  # it was read from a text
    return sum(each.severity is Severity.ERROR for each in m.source.diagnostics)


def _own_edits(finding: Finding, text: str, *, unsafe: bool) -> tuple[Edit, ...]:
    """Return the edits of a finding as edits of the file itself; none where it may not or cannot be fixed there."""
    if finding.fix is None or not (finding.fix.is_safe or unsafe) or finding.source is None:
        return ()
    source = finding.source
    if not source.parts:
        return finding.fix.edits if len(source.text) == len(text) else ()
    edits = []
    for edit in finding.fix.edits:
        (origin, start), (other, end) = source.origin(edit.span.start), source.origin(edit.span.end)
        if origin is not other or origin.name != source.name or end - start != edit.span.end - edit.span.start:
            return ()
        edits.append(Edit(Span(start, end), edit.text))
    return tuple(edits)


def _apart(fixes: Iterable[tuple[tuple[Edit, ...], Finding]]) -> _Chosen:
    """Return the fixes that do not overlap any before them."""
    taken: list[Span] = []
    chosen = []
    for edits, finding in sorted(fixes, key=lambda each: min(edit.span for edit in each[0])):
        spans = sorted(edit.span for edit in edits)
        places = [bisect_left(taken, span) for span in spans]
        beside = [
            (span, other) for span, at in zip(spans, places, strict=True) for other in taken[max(0, at - 1) : at + 1]
        ]
        if not any(_meet(span, other) for span, other in beside):
            chosen.append((edits, finding))
            for span in spans:
                insort(taken, span)
    return chosen


def _meet(a: Span, b: Span) -> bool:
    """Whether two edits touch: also at their ends, as it would not be clear then which comes first."""
    return a.start <= b.end and b.start <= a.end


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Return a text with edits applied, of which none overlaps another.

    Example:
        >>> edited("one two", [Edit(Span(0, 3), "1"), Edit(Span(7, 7), "!")])
        '1 two!'
    """
    parts = []
    at = 0
    for edit in sorted(edits, key=lambda each: each.span):
        parts += [text[at : edit.span.start], edit.text]
        at = edit.span.end
    return "".join([*parts, text[at:]])
