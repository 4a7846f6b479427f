"""`@include(path)`: one text put together from several files, before it is read.

Includes work as in the official tool, with three differences: they reach only into the folder of the document (or
another root), a cycle is named, and one that stands in a comment is left alone.
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.source import Part, Source
from argmap.text.faults import fault

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from argmap.diagnostics import Diagnostic

MAX_FILES = 1_000
"""How many files one document may be put together from."""
MAX_LENGTH = 100_000_000
"""How long, in characters, the text may become."""

_COMMENT_OR_INCLUDE = re.compile(r"<!--[\s\S]*?-->|/\*[\s\S]*?\*/|(?<!:)//[^\r\n]*|@include\(([^)\r\n]+)\)")


class _Open(NamedTuple):
    """A file that is being put in: what it is, and how far it has been used."""

    source: Source
    path: Path
    at: int


def include(
    source: Source, path: Path, read: Callable[[Path], Source], *, root: Path | None = None
) -> tuple[Source, list[Diagnostic]]:
    """Put the files that `source` includes into it.

    Args:
        source: The text of the document.
        path: Its file; includes are relative to the file they stand in.
        read: Reads a file; may raise OSError, which becomes a diagnostic.
        root: The folder that no include may leave; the folder of the document by default.

    Returns:
        The whole text, which knows where each part came from, and what was wrong. A file that is missing or out of
        bounds leaves nothing in the text; one that is included twice is put in once.

    Complexity:
        O(n) in the length of the whole text.
    """
    if "@include(" not in source.text:
        return source, []
    return _Joiner(source, path.resolve(), read, (root or path.parent).resolve()).join()


def confined(wanted: str, folder: Path, root: Path) -> Path | None:
    """Return the file that a text calls `wanted`, or None where that lies outside `root`.

    Args:
        wanted: What the text says.
        folder: The folder that it is relative to.
        root: The folder that it may not leave, by links neither; resolved.

    Raises:
        OSError, ValueError, RuntimeError: `wanted` is no path, or its links go round in a circle.
    """
    target = (folder / wanted).resolve()
    return target if target.is_relative_to(root) else None


class _Joiner:
    def __init__(self, source: Source, path: Path, read: Callable[[Path], Source], root: Path) -> None:
        self.name = source.name
        self.read = read
        self.root = root
        self.stack = [_Open(source, path, 0)]
        self.done = {path}
        self.pieces: list[str] = []
        self.parts: list[Part] = []
        self.length = 0
        self.diagnostics: list[Diagnostic] = []

    def add(self, source: Source, start: int, end: int) -> None:
        if end > start:
            self.parts.append(Part(self.length, source, start))
            self.pieces.append(source.text[start:end])
            self.length += end - start

    def refuse(self, code: str, directive: re.Match[str], source: Source, **words: Any) -> None:
        """Say why a file is not put in; a comment as long as the directive keeps its place in the text."""
        start, length = self.length, len(directive.group())
        self.parts.append(Part(start, source, directive.start()))
        self.pieces.append("/*" + " " * (length - 4) + "*/")
        self.length += length
        self.diagnostics.append(fault(code, start, self.length, **words))

    def join(self) -> tuple[Source, list[Diagnostic]]:
        while self.stack:
            source, path, at = self.stack.pop()
            found = _COMMENT_OR_INCLUDE.search(source.text, at)
            while found is not None and found.group(1) is None:
                found = _COMMENT_OR_INCLUDE.search(source.text, found.end())
            if found is None:
                self.add(source, at, len(source.text))
                continue
            self.add(source, at, found.start())
            self.stack.append(_Open(source, path, found.end()))
            self.open(found, source, path)
        return Source("".join(self.pieces), self.name, tuple(self.parts)), self.diagnostics

    def open(self, directive: re.Match[str], source: Source, path: Path) -> None:
        wanted = directive.group(1).strip()
        refuse = partial(self.refuse, directive=directive, source=source, words=repr(wanted))
        try:
            target = confined(wanted, path.parent, self.root)
        except (OSError, ValueError, RuntimeError):
            refuse("include-not-found", reason="this is no path of a file")
            return
        if target is None:
            refuse("include-outside")
            return
        opened = [item.path for item in self.stack]
        if target in opened:
            names = [item.name for item in opened[opened.index(target) :]]
            refuse("include-cycle", circle=" → ".join([*names, target.name]))
            return
        if target in self.done:
            refuse("included-twice")
            return
        if len(self.done) >= MAX_FILES or self.length > MAX_LENGTH:
            refuse("include-too-much", files=MAX_FILES, characters=MAX_LENGTH)
            return
        self.done.add(target)
        try:
            included = self.read(target)
        except OSError as error:
            refuse("include-not-found", reason=error.strerror or type(error).__name__)
            return
        self.stack.append(_Open(included, target, 0))
