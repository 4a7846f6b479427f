"""Writing a map in any format."""

from __future__ import annotations

import io
import os
from collections.abc import Mapping
from itertools import chain, islice
from typing import IO, TYPE_CHECKING, Any

from argmap.errors import UnknownNameError, WriteError, nearest
from argmap.files.atomic import write_together
from argmap.files.streams import write_to_stream
from argmap.formats.given import beside
from argmap.formats.table import Format, format_named, format_of_path, formats
from argmap.loss import Loss
from argmap.memory import collection_paused
from argmap.model import ArgumentMap
from argmap.model.naming import whole
from argmap.wording import joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.formats.written import Written

_AT_ONCE = 2_000
_REPLACED = "\ufffd".encode()
_DRAWN = (".svg", ".png", ".pdf", ".html", ".dot", ".mmd")
_ESCAPED = (b"\\ufffd", b"\\uFFFD")
_LONGEST = len(_ESCAPED[0])
"""What stands in a file for half a surrogate pair, as itself and escaped in JSON."""


def write(m: ArgumentMap, path: str | os.PathLike[str] | IO[Any], format: str | None = None) -> list[Loss]:  # noqa: A002  # the word users know
    """Write a map to a file, whole or not at all, or to a stream.

    Args:
        m: The map.
        path: The file. One that is there is replaced, and keeps its permissions. Or a stream of text or bytes,
            which is not closed.
        format: The name of a format, see `formats`; by default the ending of the file name tells it. For a stream
            without a name it is needed.

    Returns:
        What the file does not hold; an empty list when everything is there. Where a text was read from (spans,
        occurrences) is not part of what a debate says, and never a loss.

    Raises:
        UnknownNameError: There is no such format, or the ending of the file name tells none.
        WriteError: The file cannot be written, and what stood there is still there; or a file that belongs to it, such
            as the second table of CSV, would take the place of another; or `m` is no map, or `path` neither a path
            nor a stream.

    Example:
        >>> import argmap, pathlib, tempfile
        >>> m = argmap.ArgumentMap("Rain")
        >>> _ = m.claim("It rains", title="Rain")
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     losses = write(m, pathlib.Path(folder, "rain.json"))
        ...     losses, argmap.read(pathlib.Path(folder, "rain.json")) == m
        ([], True)
        >>> import io
        >>> stream = io.StringIO()
        >>> write(m, stream, "argdown")
        []
        >>> "[Rain]: It rains" in stream.getvalue()
        True
    """
    if not isinstance(m, ArgumentMap):
        raise WriteError(f"An ArgumentMap can be written; an object of type {type(m).__name__} is none.")
    chosen = None if format is None else writable(format)
    if isinstance(path, str | bytes | os.PathLike):
        made = (chosen or format_for(os.fsdecode(path))).load().write(m)
        files, pieces = _started(made), Pieces(made.pieces)
        with collection_paused():
            write_files(files, path, pieces)
        return _losses(m, made, files, pieces)
    if not hasattr(path, "write"):
        sort = type(path).__name__
        raise WriteError(f"Give the path of a file, or a stream of text or bytes; an object of type {sort} is neither.")
    name = getattr(path, "name", None)
    if chosen is None and not isinstance(name, str):
        raise UnknownNameError("This stream has no name that tells a format; name it, as in format='argdown'.")
    into = chosen or format_for(str(name))
    whole_files, losses = to_files(m, into)
    write_to_stream(path, only(whole_files, into))
    return losses


def to_files(m: ArgumentMap, into: Format) -> tuple[dict[str, bytes], list[Loss]]:
    """Return the files that a map makes in a format, and what they do not hold.

    The first file has no ending to go by; those that belong to it stand under theirs, as in `Written.beside`.
    """
    made = into.load().write(m)
    files, pieces = _started(made), Pieces(made.pieces)
    joined = io.BytesIO(files[""])
    joined.seek(0, io.SEEK_END)
    with collection_paused():
        joined.writelines(pieces)
    files[""] = joined.getvalue()
    return files, _losses(m, made, files, pieces)


class Pieces:
    """The pieces of a text in UTF-8, some at a time, made while they are asked for; they can be asked for once.

    Attributes:
        is_broken: Whether in those that were asked for there may stand something for half a surrogate pair.
    """

    def __init__(self, pieces: Iterable[str]) -> None:
        self._left = iter(pieces)
        self.is_broken = False

    def __iter__(self) -> Iterator[bytes]:
        end = b""
        while some := list(islice(self._left, _AT_ONCE)):
            data = whole("".join(some)).encode()
            if not self.is_broken:
                # What stands for it may begin in one and end in the next.
                self.is_broken = _has_replaced(data) or _has_replaced(end + data[:_LONGEST])
                end = (end + data[-_LONGEST:])[-_LONGEST:]
            yield data


def _started(made: Written) -> dict[str, bytes]:
    """Return the files that were made, the first without its pieces."""
    files = {"": made.text, **made.beside}
    return {ending: _encoded(whole(text), has_mark=made.has_mark) for ending, text in files.items()}


def _losses(m: ArgumentMap, made: Written, files: Mapping[str, bytes], pieces: Pieces) -> list[Loss]:
    """Return what files do not hold, after their pieces were written."""
    is_broken = pieces.is_broken or any(_has_replaced(each) for each in files.values())
    return [*made.losses, *(_halves(m) if is_broken else ())]


def _has_replaced(data: bytes) -> bool:
    """Whether there may stand something for half a surrogate pair; what nearly all files lack is looked for first."""
    if not data.isascii() and _REPLACED in data:
        return True
    return b"\\" in data and b"\\u" in data and any(sign in data for sign in _ESCAPED)


def _encoded(text: str, *, has_mark: bool) -> bytes:
    """Return a text in UTF-8; where it begins with what reading takes for a byte order mark, behind one."""
    needs_mark = text.startswith("\ufeff") or (has_mark and not text.isascii())
    return text.encode("utf-8-sig" if needs_mark else "utf-8")


def write_files(files: Mapping[str, bytes], path: str | os.PathLike[str], pieces: Iterable[bytes] = ()) -> None:
    """Write what `to_files` made; the file that others belong to comes last.

    Args:
        files: The files by their endings.
        path: Where the first is written.
        pieces: What follows in it, made while it is written.

    Raises:
        WriteError: One cannot be written, and what stood there is still there; or where one that belongs to `path`
            would go, there is something else, as `path` itself is not there yet.
    """
    name = os.fsdecode(path)
    if not os.path.lexists(name):  # it never raises
        for ending in filter(None, files):
            other = beside(name, ending)
            if os.path.lexists(other) and not _holds(other, files[ending]):
                raise WriteError(
                    f"The file {other!r} is written along with {name!r}, and there is one that belongs to something "
                    "else. Choose another place."
                )
    write_together(
        (beside(name, ending), (files[ending],)) if ending else (path, chain((files[ending],), pieces))
        for ending in reversed([*files])
    )


def _holds(path: str, data: bytes) -> bool:
    """Whether a file holds just these bytes: one may have been written, and not the one that it belongs to."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123
            return os.path.isfile(path) and file.read(len(data) + 1) == data  # noqa: PTH113
    except OSError:
        return False


def only(files: Mapping[str, bytes], into: Format) -> bytes:
    """Return the one file of a format that makes one.

    Raises:
        WriteError: It makes several, which a stream cannot take.
    """
    if len(files) > 1:
        endings = ", ".join(ending for ending in files if ending)
        raise WriteError(f"{into.title} takes several files (another with the ending {endings}); give a path.")
    return files[""]


def _halves(m: ArgumentMap) -> Iterator[Loss]:
    """Yield a loss for each record that holds half a surrogate pair: no file can, and it is written as U+FFFD."""
    parts: list[tuple[str, object]] = [("the map", [m.title, m.data])]
    parts += [
        (record.id, [record.text, record.title, record.data])
        for record in m
        if record.data or not record.text.isascii() or record.title is not None
    ]
    parts += [(section.id, [section.title, section.data]) for section in m.sections]
    for where, held in parts:
        stack: list[Any] = [held]
        while stack:
            each = stack.pop()
            sort = type(each)
            if sort is str:
                if not each.isascii() and whole(each) != each:
                    yield Loss("half a surrogate pair", where, "It is no character, and no file can hold it.", "U+FFFD")
                    break
            elif sort is list or sort is tuple:
                stack += each
            elif isinstance(each, Mapping):
                stack += each
                stack += each.values()
            elif isinstance(each, str | list | tuple):
                stack.append(str(each) if isinstance(each, str) else list(each))


def writable(name: str) -> Format:
    """Return the format of this name.

    Raises:
        UnknownNameError: There is no such format.
        WriteError: argmap reads it and does not write it.
    """
    found = format_named(name)
    if not found.writes:
        raise WriteError(f"argmap reads {found.title}, and does not write it.")
    return found


def format_for(path: str) -> Format:
    """Return the format in which a file of this name is written.

    Raises:
        UnknownNameError: The ending of the name tells none.

    Example:
        >>> format_for("debate.json").name
        'json'
    """
    found = format_of_path(path)
    if found is not None and found.writes:
        return found
    ending = os.path.splitext(path)[1].casefold()  # noqa: PTH122  # pathlib refuses some names that exist
    if ending in _DRAWN:
        raise UnknownNameError(
            f"No format has the ending of {path!r}, which is that of a picture; draw one with `argmap render`, or with "
            "render() in Python."
        )
    some = [each for each in formats() if each.writes]
    sharing = [each.name for each in some if ending in each.also]
    if sharing:
        raise UnknownNameError(
            f"The name {path!r} does not tell a format: any text may end so, also one of {joined(sharing, 'or')}. "
            f"Name the format, such as {sharing[0]}."
        )
    known = list(dict.fromkeys(suffix for each in some for suffix in each.suffixes))
    hint = nearest(ending, known) if ending else ""
    raise UnknownNameError(
        f"The name {path!r} does not tell a format.{hint} End it as files of a format do, such as .argdown or "
        ".json, or name the format."
    )
