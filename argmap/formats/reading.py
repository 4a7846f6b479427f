"""Reading a file of any format."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Any

from argmap.errors import ReadError
from argmap.files.opening import open_source
from argmap.formats.table import Format, format_named, format_of_path, format_of_text, suffixes
from argmap.model import ArgumentMap

if TYPE_CHECKING:
    import os

    from argmap.text import ParseResult


def read(source: str | os.PathLike[str] | IO[Any], format: str | None = None) -> ArgumentMap:  # noqa: A002
    r"""Read a debate from a file.

    What is wrong with the text does not stop reading, and is not told here: `argmap.formats.read_result` takes the
    same source and returns the map together with the diagnostics.

    Args:
        source: A path, or a stream of text or bytes.
        format: The name of a format, see `formats`. By default the ending of the file name tells it, else the
            content: a JSON object is argmap's own JSON, anything else is Argdown text.

    Raises:
        ReadError: Nothing could be read: there is no such file, it is not text, or all of it is wrong; then
            `ReadError.diagnostics` says where and why.
        UnknownNameError: There is no such format.

    Example:
        >>> import io
        >>> read(io.StringIO("[A]: It rains.\n  - [B]: It is dry."))
        <ArgumentMap '': 2 claims, 0 arguments, 1 relation>
        >>> read("no-such-debate.argdown")
        Traceback (most recent call last):
            ...
        argmap.errors.ReadError: There is no file 'no-such-debate.argdown'.

        With what there is to say about the text:

        >>> import argmap.formats
        >>> result = argmap.formats.read_result(io.StringIO("[A]: It *rains."))
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
    source: str | os.PathLike[str] | IO[Any],
    format: str | None = None,  # noqa: A002  # the word users know
    *,
    name: str | None = None,
) -> ParseResult:
    r"""Read a debate from a file; return the map and what there is to say about the text.

    Args:
        source: A path, or a stream of text or bytes.
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
    chosen = None if format is None else _readable(format)
    opened = open_source(source, name, suffixes())
    if chosen is None:
        chosen = format_of_path(opened.path or opened.source.name)
    if chosen is None or not chosen.reads:
        chosen = format_of_text(opened.source.text)
    return chosen.load().read(opened)


def _readable(name: str) -> Format:
    found = format_named(name)
    if not found.reads:
        raise ReadError(f"argmap writes {found.title}, and does not read it.")
    return found
