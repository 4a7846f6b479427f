"""Reading a debate: text in, a map and diagnostics out, whatever the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from argmap.diagnostics import Diagnostic, Edit, Severity, Span
from argmap.errors import ArgmapError, ReadError
from argmap.memory import collection_paused
from argmap.source import Source
from argmap.text import scanner
from argmap.text import tokens as t
from argmap.text.faults import fault
from argmap.text.lower import lower
from argmap.text.tree import grow

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.loss import Loss
    from argmap.model import ArgumentMap

_MAC_LINE_ENDS = re.compile(r"\r(?!\n)")
_URL_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:\Z")
_INCLUDE = re.compile(r"@include\([^)\r\n]+\)")
_LAST_LINE_COMMENT = re.compile(r"(?:^|[ \t])//[^\r\n]*\Z", re.MULTILINE)


class ParseResult(NamedTuple):
    """What reading a text gives.

    Attributes:
        map: The debate; whatever could be read of it.
        diagnostics: What was wrong or surprising, in the order of the text.
        comments: Where comments stand.
        losses: What the file says and the map does not hold.
    """

    map: ArgumentMap
    diagnostics: tuple[Diagnostic, ...]
    comments: tuple[Span, ...] = ()
    losses: tuple[Loss, ...] = ()

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The diagnostics that are errors."""
        return tuple(item for item in self.diagnostics if item.severity is Severity.ERROR)

    def raise_for_errors(self) -> ArgumentMap:
        """Return the map.

        Raises:
            ReadError: The text has errors; the message shows the first, `diagnostics` holds all.
        """
        errors = self.errors
        if errors:
            source = self.map.source
            assert source is not None  # a parsed map has one
            more = f" ({len(errors) - 1} more)" if len(errors) > 1 else ""
            raise ReadError(f"{source.place(errors[0].span.start)}: {errors[0].message}{more}", errors)
        return self.map


def parse(text: str, name: str = "<text>") -> ParseResult:
    r"""Read a debate written in Argdown.

    Never raises on text: what is wrong becomes a diagnostic, and the rest of the document is read.

    Args:
        text: The document.
        name: What to call it in messages, usually the name of its file.

    Returns:
        The map, the diagnostics and the places of the comments.

    Raises:
        ArgmapError: If `text` is no text at all.

    Complexity:
        O(n) time and space in the length of the text.

    Example:
        >>> import argmap
        >>> result = argmap.parse("[Safety]: Some uses do great harm.\n  + <Misuse>: It happened.")
        >>> result.map
        <ArgumentMap '': 1 claim, 1 argument, 1 relation>
        >>> result.diagnostics
        ()
    """
    if not isinstance(text, str):
        raise ArgmapError(
            f"argmap.parse reads text (str), not {type(text).__name__}; argmap.read takes files, streams and bytes."
        )
    return parse_source(Source(text, name))


def parse_source(source: Source, before: Sequence[Diagnostic] = ()) -> ParseResult:
    """Read a `Source`, for example one put together from included files; see `parse`.

    Args:
        source: The text and its name.
        before: Diagnostics found on the way to this text, to be reported with the others.
    """
    text = source.text
    diagnostics = list(before)
    start = 1 if text.startswith("\ufeff") else 0
    if start:
        diagnostics.append(fault("byte-order-mark", 0, 1, edits=(Edit(Span(0, _marks(text)), ""),)))
    plain, problems = normalise(text)
    if problems:
        diagnostics += problems
        source = Source(plain, source.name, source.parts)
        text = plain
    with collection_paused():
        scan = scanner.scan(text, start)
        tree = grow(text, scan)
        blocks = [token[1] for token in scan.tokens if token[0] == t.EMPTY]
        scan = scan._replace(tokens=[])  # the tree holds those that are still needed; the rest would double the peak
        result, unclear = lower(source, scan, tree)
    diagnostics += tree.diagnostics
    diagnostics += unclear
    diagnostics += _surprises(text, scan, empty=not tree.nodes and tree.front_matter is None)
    diagnostics.sort(key=lambda item: item.span)
    source.diagnostics = tuple(_first_faults(diagnostics, blocks))
    source.comments = tuple(Span(*comment) for comment in scan.comments)
    return ParseResult(result, source.diagnostics, source.comments)


_FOLLOWS = {
    # What may come of another fault above it in the same block, and is not said then.
    "missing-empty-line": ("bad-yaml",),
    "inference-outside-structure": ("text-after-reference",),
}
_SURPRISES = ("empty-mark", "backslash-lost")


def _first_faults(diagnostics: list[Diagnostic], blocks: list[int]) -> Iterator[Diagnostic]:
    """Leave out what only follows from a fault that is reported: one fault, one diagnostic."""
    errors: dict[int, set[str]] = {}
    for item in diagnostics:
        if item.severity is Severity.ERROR:
            errors.setdefault(bisect_right(blocks, item.span.start), set()).add(item.code)
    unclosed = False
    for item in diagnostics:
        unclosed = unclosed or item.code in ("unclosed-bold", "unclosed-italic")
        here = errors.get(bisect_right(blocks, item.span.start), set())
        if item.code in _SURPRISES and (here or (unclosed and item.code == "empty-mark")):
            continue
        if here.intersection(_FOLLOWS.get(item.code, ())):
            continue
        yield item


def normalise(text: str) -> tuple[str, list[Diagnostic]]:
    """Turn lone carriage returns into line feeds where a text has no other line ends; offsets stay the same."""
    found = None if "\n" in text else _MAC_LINE_ENDS.search(text)
    if found is None:
        return text, []
    return text.replace("\r", "\n"), [fault("old-line-ends", found.start(), found.end())]


def _marks(text: str) -> int:
    """How many byte order marks a text begins with."""
    return len(text) - len(text.lstrip("\ufeff"))


def _surprises(text: str, scan: t.Scan, *, empty: bool) -> list[Diagnostic]:
    """What is read as intended, or as the language says, but should be known."""
    found = []
    for start, end in scan.kept_urls:
        scheme = _URL_SCHEME.search(text, max(0, start - 24), start)
        found.append(fault("bare-address", start, end, words=(scheme.group() if scheme else "") + text[start:end]))
    found += [fault(code, start, end) for code, start, end in scan.oddities]
    for directive in _INCLUDE.finditer(text):
        # An include that was followed is no longer in the text.
        k = bisect_right(scan.comments, (directive.start(), len(text))) - 1
        if k < 0 or directive.start() >= scan.comments[k][1]:
            found.append(fault("include-not-read", *directive.span(), words=directive.group()))
            break
    if empty:
        found.append(fault("empty-document", 0, 0))
    comment = _LAST_LINE_COMMENT.search(text, max(text.rfind("\n"), text.rfind("\r")) + 1)
    if comment is not None and not any(start <= comment.end() - 1 < end for start, end in scan.comments):
        edits = (Edit(Span(len(text), len(text)), "\n"),)
        found.append(fault("comment-on-last-line", text.index("//", comment.start()), len(text), edits=edits))
    return found
