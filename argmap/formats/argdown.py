"""Argdown text, the format in which debates are written by hand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from argmap.diagnostics import Span
from argmap.errors import ReadError
from argmap.files.opening import open_source
from argmap.formats.given import Given
from argmap.formats.keeping import ALL
from argmap.formats.written import Written
from argmap.text.include import include
from argmap.text.reader import ParseResult, parse_source

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.diagnostics import Diagnostic
    from argmap.model import ArgumentMap
    from argmap.source import Source


KEEPS = ALL


def read(given: Given) -> ParseResult:
    """Return the debate in a text; one that came from a file may include others from its folder."""
    if given.path is None:
        return parse_source(given.source, given.problems)
    files = [given]

    def included(path: Path) -> Source:
        try:
            found = Given.of(open_source(_beside(path, given.path or "")))
        except ReadError as error:
            is_missing = isinstance(error.__cause__, FileNotFoundError)
            raise OSError(0, "there is no such file" if is_missing else str(error).rstrip(".")) from error
        files.append(found)
        return found.source

    whole, problems = include(given.source, Path(given.path), included)
    return parse_source(whole, [*problems, *_moved(files, whole)])


def write(m: ArgumentMap) -> Written:
    """Return a map as Argdown text; it holds everything, some of it as notes in the front matter."""
    from argmap.text.printer import print_map

    return Written(print_map(m))


def looks_like(given: Given) -> bool:  # noqa: ARG001
    """Whether a text may be Argdown: any may."""
    return True


def _beside(path: Path, document: str) -> str:
    """Return the path of an included file by way of the folder of its document, as a person would write it."""
    folder = Path(document).parent
    try:
        return str(folder / path.relative_to(folder.resolve()))
    except ValueError:
        return str(path)


def _moved(files: Iterable[Given], whole: Source) -> Iterable[Diagnostic]:
    """Yield the problems of each file at the place where its text stands in the whole."""
    from dataclasses import replace

    for file in files:
        for problem in file.problems:
            at = problem.span.start
            if whole.parts:
                at = _in_whole(whole, file.source, at)
            yield replace(problem, span=Span(at, at + 1))


def _in_whole(whole: Source, source: Source, offset: int) -> int:
    starts = [
        part.start + offset - part.offset for part in whole.parts if part.source is source and part.offset <= offset
    ]
    return starts[-1] if starts else 0
