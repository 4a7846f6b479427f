r"""Comments that suppress findings.

``// argmap: ignore[STR104] reason`` at the end of a line, or alone above it; ``disable[...]`` and ``enable[...]``
around some lines; ``ignore-file[...]`` anywhere. Codes, names and families will do, several with commas between.
There is no form without brackets.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argmap.check.registry import rule_named, rules_named
from argmap.diagnostics import Span
from argmap.errors import UnknownNameError, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.finding import Finding
    from argmap.source import Source

_DIRECTIVE = re.compile(
    r"argmap[ \t]*:[ \t]*(?P<word>[A-Za-z-]+)[ \t]*(?:\[(?P<names>[^\]\r\n]*)\])?[ \t]*(?P<reason>[^\r\n]*)"
)
_ENDS = re.compile(r"[ \t]*(?:\*/|-->)[ \t]*\Z")
SORTS = ("ignore", "disable", "enable", "ignore-file")


@dataclass(slots=True)
class Suppression:
    """One comment that suppresses findings.

    Attributes:
        sort: The word it is written with.
        span: The place of the comment.
        names: The names between its brackets, each with its place and the codes it stands for (none if unknown).
        reason: The words behind the brackets.
        first: The first line it covers.
        last: The last line it covers.
        ends: For `disable`, the line at which a code is enabled again.
        used: The codes for which it suppressed something.
    """

    sort: str
    span: Span
    names: list[tuple[str, Span, frozenset[str]]]
    reason: str
    first: int
    last: int
    ends: dict[str, int] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)

    @property
    def codes(self) -> frozenset[str]:
        """The codes of the rules it suppresses."""
        return frozenset[str]().union(*(codes for _, _, codes in self.names))


class Suppressions:
    """All comments of one text that suppress findings.

    Args:
        source: The text, or None.
    """

    def __init__(self, source: Source | None) -> None:
        self.found: list[Suppression] = []
        self.unreadable: list[tuple[Span, str]] = []
        """Comments that were meant to suppress and cannot, each with the reason as a sentence."""
        self._source = source
        self._whole: dict[str, list[Suppression]] = {}
        self._ranges: dict[str, list[Suppression]] = {}
        self._by_line: dict[tuple[str, int], list[Suppression]] = {}
        if source is not None and "argmap" in source.text:
            self._starts = source.line_starts()
            for comment in source.comments:
                self._take(comment)
            self._arrange()

    def suppresses(self, finding: Finding) -> bool:
        """Whether a comment suppresses a finding; if so, the comment counts as used."""
        if finding.span is None or not self.found:
            return False
        code = finding.code
        first, last = self._line(finding.span.start), self._line(max(finding.span.start, finding.span.end - 1))
        hits = list(self._whole.get(code, ()))
        for line in range(first, last + 1):
            hits += self._by_line.get((code, line), ())
        ranges = self._ranges.get(code, [])
        # Of ranges that begin earlier none ends later, so only the last is asked.
        at = bisect_right(ranges, last, key=lambda each: each.first) - 1
        if at >= 0 and first <= ranges[at].ends.get(code, ranges[at].last):
            hits.append(ranges[at])
        for each in hits:
            each.used.add(code)
        return bool(hits)

    def unused(self) -> Iterator[tuple[Suppression, str, Span]]:
        """Yield each name in brackets that suppressed nothing, with its comment and its place."""
        for each in self.found:
            if each.sort != "enable":
                for name, span, codes in each.names:
                    if codes and not codes & each.used:
                        yield each, name, span

    def _take(self, comment: Span) -> None:
        assert self._source is not None
        text = self._source.text
        for match in _DIRECTIVE.finditer(text, comment.start, comment.end):
            word, listed = match["word"].lower(), match["names"]
            span = Span(match.start(), min(match.end(), comment.end))
            if word not in SORTS:
                hint = nearest(word, SORTS)
                self.unreadable.append((span, f"argmap knows no comment {word!r}.{hint or ' Write ignore[CODE].'}"))
                continue
            if not listed or not listed.strip():
                why = f"Say which rules this comment is to suppress, as in {word}[STR104]."
                self.unreadable.append((span, why))
                continue
            names = []
            for part in re.finditer(r"[^,]+", listed):
                name = part.group().strip()
                if name:
                    start = match.start("names") + part.start() + len(part.group()) - len(part.group().lstrip())
                    names.append((name, Span(start, start + len(name)), self._codes(name)))
            first, last = self._lines(comment, word)
            reason = _ENDS.sub("", match["reason"]).strip()
            self.found.append(Suppression(word, span, names, reason, first, last))

    def _codes(self, name: str) -> frozenset[str]:
        try:
            return rules_named([name])
        except UnknownNameError:
            return frozenset()

    def _line(self, offset: int) -> int:
        return bisect_right(self._starts, offset)

    def _lines(self, comment: Span, word: str) -> tuple[int, int]:
        """Return the lines a comment covers: its own, or where it stands alone the next that holds something."""
        assert self._source is not None
        text = self._source.text
        first, last = self._line(comment.start), self._line(comment.end - 1)
        if word == "disable":
            return first, len(self._starts)
        if not text[self._starts[first - 1] : comment.start].strip():
            behind = re.compile(r"\s*(?://[^\r\n]*\s*)*").match(text, comment.end)
            assert behind is not None  # it matches nothing as well
            if behind.end() < len(text) and self._line(behind.end()) > last:
                return first, self._line(behind.end())
        return first, last

    def _arrange(self) -> None:
        """Sort the comments by what is asked of them; let each `disable` end where its rule is enabled again."""
        enabled: dict[str, int] = {}
        for each in reversed(self.found):
            if each.sort == "enable":
                enabled.update(dict.fromkeys(each.codes, each.first))
            elif each.sort == "disable":
                each.ends = {code: enabled[code] for code in each.codes & enabled.keys()}
        for each in self.found:
            for code in each.codes:
                if each.sort == "ignore-file":
                    self._whole.setdefault(code, []).append(each)
                elif each.sort == "disable":
                    self._ranges.setdefault(code, []).append(each)
                elif each.sort == "ignore":
                    for line in range(each.first, each.last + 1):
                        self._by_line.setdefault((code, line), []).append(each)


def hint_for(name: str) -> str:
    """Return what may be meant by the name of a rule that there is not, as a sentence behind a blank; or nothing."""
    try:
        rule_named(name)
    except UnknownNameError as error:
        return str(error).partition(".")[2]
    return ""
