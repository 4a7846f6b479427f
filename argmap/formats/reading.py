"""Reading a file of any format."""

from __future__ import annotations

import io
import os
import re
from typing import IO, TYPE_CHECKING, Any, cast

from argmap.diagnostics import Diagnostic, Severity, Span
from argmap.errors import NoFileError, ReadError
from argmap.files.archives import packed
from argmap.files.opening import open_source
from argmap.formats.given import Given
from argmap.formats.mistaken import with_mistake
from argmap.formats.suspicious import with_suspicions
from argmap.formats.table import Format, format_named, format_of, own_suffixes
from argmap.model import ArgumentMap
from argmap.source import Source

if TYPE_CHECKING:
    from argmap.text import ParseResult

_WRITTEN_HERE = ("argdown", "json")  # the formats whose files come from people and from argmap, not from other tools
_WEB_PAGE = re.compile(r"\s*+(?:<!doctype\s+html\b|<html\b[^<>]*+>\s*+<(?:head|body)\b)", re.IGNORECASE)
_LONGEST = 255  # so many characters may a file or a folder have in its name, as systems have it
_LOOK = 100_000
"""In so many characters at the start there is a line break, or it is no text that anybody wrote."""


def read(source: str | bytes | os.PathLike[str] | IO[Any], format: str | None = None) -> ArgumentMap:  # noqa: A002
    r"""Read a debate from a file, a stream or a text.

    What is wrong with the text does not stop reading, and is not told here: `argmap.formats.read_result` takes the
    same source and returns the map together with the diagnostics.

    Args:
        source: A path, a stream of text or bytes, or the text itself. A string (or bytes) with a line break, one that
            begins with ``{`` or ``<?xml``, or one that is too long for a name, is the text itself; any other names a
            file, as a `Path` always does.
        format: The name of a format, see `formats`. By default the ending of the file name tells it, else the
            content; what looks like nothing else is Argdown text.

    Raises:
        ReadError: Nothing could be read: there is no such file, it is not text, or all of it is wrong; then
            `ReadError.diagnostics` says where and why.
        UnknownNameError: There is no such format.

    Example:
        >>> read("[A]: It rains.\n  - [B]: It is dry.")
        <ArgumentMap '': 2 claims, 0 arguments, 1 relation>
        >>> read("no-such-debate.argdown")
        Traceback (most recent call last):
            ...
        argmap.errors.NoFileError: There is no file 'no-such-debate.argdown'.

        With what there is to say about the text:

        >>> import argmap.formats
        >>> result = argmap.formats.read_result("[A]: It *rains.\n")
        >>> result.map, len(result.diagnostics)
        (<ArgumentMap '': 1 claim, 0 arguments, 0 relations>, 1)
        >>> print(result.diagnostics[0].message)
        The italic text that starts with * is never closed. Write * at its end, or \* for plain text.
    """
    result = read_result(source, format)
    if result.errors and result.map == ArgumentMap():
        result.raise_for_errors()
    return result.map


def read_result(
    source: str | bytes | os.PathLike[str] | IO[Any],
    format: str | None = None,  # noqa: A002  # the word users know
    *,
    name: str | None = None,
) -> ParseResult:
    r"""Read a debate from a file; return the map and what there is to say about the text.

    Args:
        source: As for `read`.
        format: The name of a format, as for `read`.
        name: What to call the file in messages; by default its path.

    Raises:
        ReadError: The file cannot be opened, is too large, or is not text.
        UnknownNameError: There is no such format.

    Example:
        >>> import io
        >>> result = read_result(io.BytesIO(b"[A]: It *rains."), name="rain.argdown")
        >>> [(item.code, str(result.map.source.place(item.span.start))) for item in result.diagnostics]
        [('unclosed-italic', 'rain.argdown:1:9')]
    """
    chosen = None if format is None else readable(format)
    if isinstance(source, str | bytes) and is_content(source):
        source = io.StringIO(source) if isinstance(source, str) else io.BytesIO(source)
        name = name or "<text>"
    try:
        opened = open_source(cast("str | os.PathLike[str] | IO[Any]", source), name, own_suffixes())
    except NoFileError as error:
        if not isinstance(source, str) or not source.startswith(("[", "<")):
            raise
        raise NoFileError(f"{error} If it is the text of a debate, give it to argmap.parse.") from error
    given = Given.of(opened)
    del opened  # or its text could not be let go while a long file becomes a map
    return read_given(given, chosen)


def read_given(given: Given, format: Format | None = None) -> ParseResult:  # noqa: A002
    """Read a text that was opened, in the format it has if none is named."""
    if _WEB_PAGE.match(given.text):
        raise ReadError(
            f"{given.source.name!r} is a web page (HTML), not a debate. Save the text that it shows, or the file that"
            " it offers, and give that."
        )
    chosen = format or format_of(given)
    result = chosen.load().read(given)
    if result.errors or not len(result.map):
        result = with_mistake(given, chosen, result)
    if chosen.name not in _WRITTEN_HERE:
        if not len(result.map) and all(each.severity is Severity.INFO for each in result.diagnostics):
            result = result._replace(diagnostics=(*result.diagnostics, _no_claims(given, chosen)))
        result = with_suspicions(given, result)
        if not result.diagnostics and not _has_places(result.map):
            # There is no place in the text to show, and it is often larger than the map.
            result.map.source = Source("", given.held.name)
        elif result.map.source is given.held:
            result.map.source = given.source  # it may have been let go
    if result.map.source is not None:
        result.map.source.diagnostics = result.diagnostics  # for who checks the map
    return result


def _no_claims(given: Given, chosen: Format) -> Diagnostic:
    """Return what to say of a file with which nothing is wrong, and in which there is nothing."""
    message = f"This is read as {chosen.title}, and there is no claim in it. If it is of another format, name that one."
    if not given.text.strip():
        message = "The file is empty, so this debate has no claims."
    return Diagnostic(code="no-claims", message=message, span=Span(0, 0), severity=Severity.WARNING)


def _has_places(m: ArgumentMap) -> bool:
    """Whether a record says where in the text it stands."""
    return (
        any(each.span for each in m.sections)
        or any(each.occurrences for each in m)
        or any(each.spans for each in m.relations)
    )


def is_content(source: str | bytes) -> bool:
    r"""Whether a string is the text of a debate, not the path of a file.

    It is if it has a line break, is longer than a name can be, or begins as JSON, XML or an archive does. No bytes
    are an empty text, no name.

    Example:
        >>> is_content("debate.argdown"), is_content("[A]\n  - [B]\n"), is_content(b'{"nodes": []}')
        (False, True, True)
    """
    start = source[:_LOOK]
    if isinstance(start, bytes) and (not start or packed(start)):
        return True  # an archive is refused in a sentence
    text = start if isinstance(start, str) else start.decode("latin-1")
    if any(sign in text for sign in "\n\r") or text.lstrip("\ufeff \t").startswith(("{", "<?xml")):
        return True
    return max(map(len, text.replace(os.sep, "/").split("/"))) > _LONGEST


def readable(name: str) -> Format:
    """Return the format of this name.

    Raises:
        UnknownNameError: There is no such format.
        ReadError: argmap writes it and does not read it.
    """
    found = format_named(name)
    if not found.reads:
        raise ReadError(f"argmap writes {found.title}, and does not read it.")
    return found
