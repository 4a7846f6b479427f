"""Argdown text, the format in which debates are written by hand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from argmap.diagnostics import Span
from argmap.errors import ReadError
from argmap.files.opening import Opened, open_source
from argmap.text.include import include
from argmap.text.reader import ParseResult, parse_source

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.diagnostics import Diagnostic
    from argmap.formats.loss import Loss
    from argmap.model import ArgumentMap
    from argmap.source import Source


def read(opened: Opened) -> ParseResult:
    """Return the debate in a text; one that came from a file may include others from its folder."""
    if opened.path is None:
        return parse_source(opened.source, opened.problems)
    files = [opened]

    def included(path: Path) -> Source:
        try:
            found = open_source(_beside(path, opened.path or ""))
        except ReadError as error:
            is_missing = isinstance(error.__cause__, FileNotFoundError)
            raise OSError(0, "there is no such file" if is_missing else str(error).rstrip(".")) from error
        files.append(found)
        return found.source

    whole, problems = include(opened.source, Path(opened.path), included)
    return parse_source(whole, [*problems, *_moved(files, whole)])


def write(m: ArgumentMap) -> tuple[str, list[Loss]]:
    """Return a map as Argdown text; it holds everything, some of it as notes in the front matter."""
    from argmap.text.printer import print_map

    return print_map(m), []


def looks_like(text: str) -> bool:  # noqa: ARG001
    """Whether a text may be Argdown: any may."""
    return True


def _beside(path: Path, document: str) -> str:
    """Return the path of an included file by way of the folder of its document, as a person would write it."""
    folder = Path(document).parent
    try:
        return str(folder / path.relative_to(folder.resolve()))
    except ValueError:
        return str(path)


def _moved(files: Iterable[Opened], whole: Source) -> Iterable[Diagnostic]:
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
