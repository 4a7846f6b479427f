"""Getting at a text: from a path or a stream, within limits, decoded."""

from __future__ import annotations

import os
from typing import IO, TYPE_CHECKING, Any, NamedTuple

from argmap.errors import NoFileError, ReadError
from argmap.files.archives import packed
from argmap.files.decoding import decode
from argmap.files.noting import note_read
from argmap.source import Source

if TYPE_CHECKING:
    from argmap.diagnostics import Diagnostic

MAX_BYTES = 100_000_000
"""How large a file may be, in bytes (for a stream of text: in characters)."""

_LOOK = 8_000  # in so many characters at the start, NULs may show that a file is not text
_SHORTEST = 8
_NEARLY_ALL = 0.8
_ALIKE = 0.7  # how much of a name, of 1, two files share of which one may be meant for the other
_MANY = 1_000  # a folder with more debates than this is not searched for a similar name


class Opened(NamedTuple):
    """A text to be read.

    Attributes:
        source: The text and its name.
        path: The file it came from, or None.
        problems: What was wrong with its bytes.
    """

    source: Source
    path: str | None = None
    problems: tuple[Diagnostic, ...] = ()


def open_source(
    source: str | os.PathLike[str] | IO[Any], name: str | None = None, endings: tuple[str, ...] = ()
) -> Opened:
    """Return the text of a file or a stream.

    Args:
        source: A path, or a stream of text or bytes, which is read to its end and not closed.
        name: What to call it in messages; by default the path, or the name of the stream.
        endings: The endings of the files that may have been meant where there is none of this name.

    Raises:
        ReadError: There is no such file, it may not be read, it is not text (an archive, say), or it is too large.
    """
    if isinstance(source, str | bytes | os.PathLike):
        path = os.fsdecode(source)
        return _opened(read_bytes(path, endings), name or path, path)
    if not hasattr(source, "read"):
        sort = type(source).__name__
        raise ReadError(f"Give the path of a file, or a stream of text or bytes; an object of type {sort} is neither.")
    given = getattr(source, "name", None)
    shown = name or (given if isinstance(given, str) else "<stream>")
    try:
        found = source.read(MAX_BYTES + 1)
    except UnicodeDecodeError as error:
        raise ReadError(f"{shown} is not {error.encoding} text; open it as bytes, and argmap decodes it.") from error
    except (OSError, ValueError) as error:  # of a stream that is closed, the latter
        raise ReadError(f"{shown} cannot be read: {_reason(error)}.") from error
    if not isinstance(found, str | bytes):
        raise ReadError(f"{shown} gives neither text nor bytes.")
    _check_size(len(found), shown)
    return _opened(found, shown, None)


def read_bytes(path: str, endings: tuple[str, ...] = ()) -> bytes:
    """Return the bytes of a file; `endings` as for `open_source`.

    Raises:
        ReadError: There is no such file, it may not be read, or it is too large.
    """
    try:
        if os.path.isdir(path):  # noqa: PTH112  # never raises, and Windows calls a folder a matter of permission
            raise NoFileError(f"{path!r} is a folder; give a file in it.")
        with open(path, "rb") as file:  # noqa: PTH123  # pathlib refuses some names that exist
            data = file.read(MAX_BYTES + 1)
        note_read(path, data)
    except FileNotFoundError as error:
        note_read(path, None)
        raise NoFileError(missing_file(path, endings)) from error
    except (OSError, ValueError) as error:
        note_read(path, None)
        raise ReadError(f"{path!r} cannot be read: {_reason(error)}.") from error
    _check_size(len(data), repr(path))
    return data


def missing_file(path: str, endings: tuple[str, ...] = ()) -> str:
    """Return the sentence that a file is not there, with the nearest name in its folder that has one of the endings.

    Endings do not count: ``debate`` and ``debate.argdown`` are alike, ``rain.argdown`` and ``sun.argdown`` are not.
    """
    if os.path.islink(path):  # noqa: PTH114  # never raises
        return f"{path!r} is a link, and the file it leads to is not there."
    folder, name = os.path.split(path)
    try:
        names = [other for other in os.listdir(folder or ".") if other.casefold().endswith(endings)]  # noqa: PTH208
    except (OSError, ValueError):
        where = f": there is no folder {folder!r}." if folder else "."
        return f"There is no file {path!r}{where}"
    near = _nearest_file(name, sorted(names), endings) if len(names) <= _MANY else None
    hint = "" if near is None else f" Did you mean {near!r}?"
    return f"There is no file {path!r}.{hint}"


def _nearest_file(name: str, names: list[str], endings: tuple[str, ...]) -> str | None:
    from difflib import get_close_matches

    ending = os.path.splitext(name)[1].casefold()  # noqa: PTH122  # pathlib refuses some names that exist
    stems: dict[str, str] = {}
    for other in names:
        stem = _stem(other, endings)
        if stem not in stems or other.casefold().endswith(ending):
            stems[stem] = other
    # An ending that was mistyped, and a name with a dot in it.
    for asked in dict.fromkeys((_stem(name, endings), os.path.splitext(name.casefold())[0])):  # noqa: PTH122
        close = get_close_matches(asked, list(stems), n=1, cutoff=_ALIKE)
        if close:
            return stems[close[0]]
    return None


def _stem(name: str, endings: tuple[str, ...]) -> str:
    """Return the name of a file without its ending, if that is one of these."""
    folded = name.casefold()
    return next((folded.removesuffix(ending) for ending in endings if folded.endswith(ending)), folded)


def _opened(found: str | bytes, name: str, path: str | None) -> Opened:
    what = packed(found) if isinstance(found, bytes) else ""
    if what:
        raise ReadError(f"{name!r} {what}")
    text, problem = (found.removeprefix("\ufeff"), None) if isinstance(found, str) else decode(found)
    start = text[:_LOOK]
    if "\0" in start:
        if len(start) > _SHORTEST and start.strip("\0") and _is_wide(start):
            raise ReadError(f"{name!r} is not UTF-8; it looks like UTF-16 or UTF-32 without a mark. Save it as UTF-8.")
        if problem is not None or not start.strip("\0"):
            raise ReadError(f"{name!r} is not text: it holds bytes that no text has.")
    return Opened(Source(text, name), path, () if problem is None else (problem,))


def _is_wide(text: str) -> bool:
    """Whether every other sign is a NUL, or three of four are, as when UTF-16 or UTF-32 is taken for UTF-8."""
    odd, even = text[1::2].count("\0") / (len(text) // 2 or 1), text[::2].count("\0") / ((len(text) + 1) // 2)
    return max(odd, even) > _NEARLY_ALL > min(odd, even)


def _check_size(size: int, shown: str) -> None:
    if size > MAX_BYTES:
        raise ReadError(f"{shown} is larger than {MAX_BYTES:,} bytes, the most that argmap reads; split it.")


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error).rstrip(".") or type(error).__name__
