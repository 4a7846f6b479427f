r"""Comments that suppress findings.

``// argmap: ignore[STR104] reason`` at the end of a line, or alone above it; ``disable[...]`` and ``enable[...]``
around some lines; ``ignore-file[...]`` anywhere. Codes, names and families will do, several with commas between.
There is no form without brackets, and no name for all rules. In the front matter and in inline data, where only YAML
has comments, ``#`` stands for ``//``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argmap.check.places import FRONT_MATTER
from argmap.check.registry import rules_named
from argmap.check.rule import PROFILES
from argmap.diagnostics import Span
from argmap.errors import UnknownNameError, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.finding import Finding
    from argmap.model import ArgumentMap
    from argmap.source import Source

# Only at the start of a comment, or of a line in it: a comment may speak about argmap as well.
_DIRECTIVE = re.compile(
    r"^(?P<before>[ \t]*(?://+|/\*+|<!--+|#+|\*)?[ \t]*)argmap[ \t]*:[ \t]*(?P<word>[a-z-]+)(?P<gap>[ \t]*)"
    r"(?P<list>\[(?P<names>[^\]\r\n]*)(?P<closed>\])?)?[ \t]*(?P<reason>[^\r\n]*)",
    re.IGNORECASE | re.MULTILINE,
)
_YAML_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#[ \t]*argmap[ \t]*:[^\r\n]*", re.IGNORECASE | re.MULTILINE)
_ENDS = re.compile(r"[ \t]*(?:\*+/|--+>)[ \t]*\Z")
_INK = re.compile(r"\S")
SORTS = ("ignore", "disable", "enable", "ignore-file")


@dataclass(slots=True, eq=False)
class Suppression:
    """One order to suppress findings.

    Attributes:
        sort: The word it is written with.
        span: Its place: from the word ``argmap`` to the end of the reason.
        comment: The place of the whole comment.
        names: The names between its brackets, each with its place and the codes it stands for (none if unknown).
        reason: The words behind the brackets.
        first: The line at which it begins to count.
        file: The name of the file it is written in.
        ends: For `disable`, the line at which a code is enabled again.
        used: The codes for which it suppressed something; for `enable`, those that were disabled.
    """

    sort: str
    span: Span
    comment: Span
    names: list[tuple[str, Span, frozenset[str]]]
    reason: str
    first: int
    file: str
    ends: dict[str, int] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)

    @property
    def codes(self) -> frozenset[str]:
        """The codes of the rules it suppresses."""
        return frozenset[str]().union(*(codes for _, _, codes in self.names))


class Suppressions:
    r"""All comments of one text that suppress findings.

    Args:
        m: The map that was read from it; none for a map that was not read from text.

    Complexity:
        Linear in the text; later logarithmic in the number of comments for each line that a finding covers.

    Example:
        >>> import argmap
        >>> found = Suppressions(argmap.parse("[A]: It rains.  // argmap: ignore[STR105] I know.\n").map).found
        >>> [(each.sort, each.reason) for each in found]
        [('ignore', 'I know.')]
    """

    def __init__(self, m: ArgumentMap) -> None:
        self.found: list[Suppression] = []
        self.unreadable: list[tuple[Span, str]] = []
        """Comments that were meant to suppress and cannot, each with the reason as a sentence."""
        self._source = m.source
        self._codes: dict[str, frozenset[str]] = {}
        self._files: dict[tuple[str, str], list[Suppression]] = {}
        self._ranges: dict[str, list[Suppression]] = {}
        self._by_line: dict[tuple[str, int], list[Suppression]] = {}
        self._elements: list[tuple[int, int]] = []
        self._element_starts: list[int] = []
        if m.source is not None and "argmap" in m.source.text.lower():
            self._starts = m.source.line_starts()
            comments = sorted([*m.source.comments, *_in_yaml(m, m.source)])
            behind = _behind(comments, m.source.text)
            for comment in comments:
                self._take(comment, m.source)
            if self.found:
                spans = {one.span for record in m for one in record.occurrences}
                self._elements = sorted((self._line(span.start), self._line(span.end - 1)) for span in spans)
                self._element_starts = [first for first, _ in self._elements]
                self._arrange(behind, m.source)

    def suppresses(self, finding: Finding) -> bool:
        """Whether a comment suppresses a finding; if so, the comment counts as used."""
        if finding.span is None or self._source is None or not self.found:
            return False
        code = finding.code
        first, last = self._line(finding.span.start), self._line(max(finding.span.start, finding.span.end - 1))
        hits = list(self._files.get((code, self._source.origin(finding.span.start)[0].name), ()))
        for line in {self._anchor(line) for line in range(first, last + 1)}:
            hits += self._by_line.get((code, line), ())
        ranges = self._ranges.get(code, [])
        # Of ranges that begin earlier none ends later, so only the last is asked.
        at = bisect_right(ranges, last, key=lambda each: each.first) - 1
        if at >= 0 and first <= ranges[at].ends.get(code, last):
            hits.append(ranges[at])
        for each in hits:
            each.used.add(code)
        return bool(hits)

    def unused(self) -> Iterator[tuple[Suppression, str, Span, frozenset[str]]]:
        """Yield each name in brackets that did nothing, with its comment, its place, and the codes it stands for."""
        for each in self.found:
            for name, span, codes in each.names:
                if codes and not codes & each.used:
                    yield each, name, span, codes

    def _take(self, comment: Span, source: Source) -> None:
        """Read what a comment says to argmap."""
        inner = source.text[slice(*comment)]
        if "argmap" not in inner.lower():
            return
        for match in _DIRECTIVE.finditer(inner):
            word, listed = match["word"].lower(), match["names"]
            reason = _ENDS.sub("", match["reason"]).strip()
            start = comment.start + match.end("before")
            end = comment.start + (match.start("reason") + len(reason) if reason else match.end("list"))
            span = Span(start, end if match["list"] or reason else comment.start + match.end("word"))
            problem = _problem(word, match)
            if problem is not None:
                self.unreadable.append((span, problem))
            elif listed is not None and word in SORTS:
                at = comment.start + match.start("names")
                names = []
                for part in re.finditer(r"[^,\s](?:[^,]*[^,\s])?", listed):
                    name = part.group()
                    if name not in self._codes:
                        self._codes[name] = _codes(name)
                    names.append((name, Span(at + part.start(), at + part.end()), self._codes[name]))
                file = source.origin(start)[0].name
                self.found.append(Suppression(word, span, comment, names, reason, self._line(comment.start), file))

    def _line(self, offset: int) -> int:
        return bisect_right(self._starts, max(0, offset))

    def _anchor(self, line: int) -> int:
        """Return the first line of the claim or argument that stands on a line, else the line itself."""
        at = bisect_right(self._element_starts, line) - 1
        if at >= 0 and self._elements[at][0] <= line <= self._elements[at][1]:
            return self._elements[at][0]
        return line

    def _lines(self, comment: Span, behind: int, text: str) -> set[int]:
        """Return the lines on which a comment suppresses: its own, or where it stands alone also the next with ink."""
        first, last = self._line(comment.start), self._line(comment.end - 1)
        lines = {self._anchor(first), self._anchor(last)}
        if not text[self._starts[first - 1] : comment.start].strip() and self._line(behind) > last:
            lines.add(self._anchor(self._line(behind)))
        return lines

    def _arrange(self, behind: dict[Span, int], source: Source) -> None:
        """Sort the comments by what is asked of them; let each `disable` end where its rule is enabled again."""
        enabled: dict[str, Suppression] = {}
        for each in reversed(self.found):
            if each.sort == "enable":
                enabled.update(dict.fromkeys(each.codes, each))
            elif each.sort == "disable":
                for code in each.codes & enabled.keys():
                    each.ends[code] = enabled[code].first
                    enabled[code].used.add(code)
        for each in self.found:
            lines = self._lines(each.comment, behind[each.comment], source.text) if each.sort == "ignore" else ()
            for code in each.codes:
                if each.sort == "ignore-file":
                    self._files.setdefault((code, each.file), []).append(each)
                elif each.sort == "disable":
                    self._ranges.setdefault(code, []).append(each)
                for line in lines:
                    self._by_line.setdefault((code, line), []).append(each)


def _problem(word: str, match: re.Match[str]) -> str | None:
    """Return why words that speak to argmap cannot be followed; None where they can, or mean something else."""
    if word not in SORTS:
        hint = nearest(word, SORTS)
        # "argmap: the new library" in a comment is not an order.
        if not hint and match["list"] is None:
            return None
        return f"There is no comment {word!r} to argmap.{hint or ' Write ignore[CODE].'}"
    if match["list"] is not None and match["closed"] is None:
        return f"The list of rules behind {word} is never closed. Write ] behind the last one."
    if not (match["names"] or "").strip(" \t,"):
        return f"This comment does not say which rules it is about. Name them, as in {word}[STR104]."
    return None


def _codes(name: str) -> frozenset[str]:
    if name.casefold() in ("all", *PROFILES):
        return frozenset()  # nobody can know what such a comment hides
    try:
        return rules_named([name])
    except UnknownNameError:
        return frozenset()


def _behind(comments: list[Span], text: str) -> dict[Span, int]:
    """Return for each comment where the next thing that is not a comment stands."""
    found: dict[Span, int] = {}
    starts: dict[int, Span] = {}
    for comment in reversed(comments):
        match = _INK.search(text, comment.end)
        at = len(text) if match is None else match.start()
        found[comment] = found[starts[at]] if at in starts else at
        starts[comment.start] = comment
    return found


def _in_yaml(m: ArgumentMap, source: Source) -> Iterator[Span]:
    """Yield the comments to argmap in the front matter and in inline data."""
    text = source.text
    if not _YAML_COMMENT.search(text):
        return
    front = FRONT_MATTER.match(text)
    parts = [] if front is None else [front.span()]
    for start, end in sorted({one.span for record in m for one in record.occurrences if one.data}):
        parts.append((max(start, text.find("{", start, end)), end))
    for start, end in parts:
        for match in _YAML_COMMENT.finditer(text, start, end):
            yield Span(*match.span())
