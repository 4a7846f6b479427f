"""Writing a map in any format."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from argmap.errors import UnknownNameError, WriteError, nearest
from argmap.formats.atomic import write_atomically
from argmap.formats.loss import Loss
from argmap.formats.table import Format, format_named, format_of_path, formats
from argmap.model.naming import whole

if TYPE_CHECKING:
    from argmap.model import ArgumentMap


def write(m: ArgumentMap, path: str | os.PathLike[str], format: str | None = None) -> list[Loss]:  # noqa: A002  # the word users know
    """Write a map to a file, whole or not at all.

    Args:
        m: The map.
        path: The file. One that is there is replaced, and keeps its permissions.
        format: The name of a format, see `formats`; by default the ending of the file name tells it.

    Returns:
        What the format cannot hold, in the order of the map; an empty list when everything is there. Where a text
        was read from (spans, occurrences) is not part of what a debate says, and never a loss.

    Raises:
        UnknownNameError: There is no such format, or the ending of the file name tells none.
        WriteError: The file cannot be written; what stood there is still there.

    Example:
        >>> import argmap, pathlib, tempfile
        >>> m = argmap.ArgumentMap("Rain")
        >>> _ = m.claim("It rains", title="Rain")
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     losses = write(m, pathlib.Path(folder, "rain.json"))
        ...     losses, argmap.read(pathlib.Path(folder, "rain.json")) == m
        ([], True)
    """
    shown = os.fsdecode(path)
    data, losses = to_bytes(m, writable(format) if format is not None else format_for(shown))
    write_atomically(path, data)
    return losses


def to_bytes(m: ArgumentMap, into: Format) -> tuple[bytes, list[Loss]]:
    """Return the file that a map makes in a format, and what it does not hold."""
    text, losses = into.load().write(m)
    try:
        return text.encode(), losses
    except UnicodeEncodeError as error:
        # Half a surrogate pair: trusted records may hold one, and no UTF-8 can.
        what = f"the code U+{ord(text[error.start]):04X}"
        why = "Half a surrogate pair is no character, and UTF-8 cannot hold it."
        return whole(text).encode(), [*losses, Loss(what, f"character {error.start}", why, "U+FFFD")]


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
    known = [suffix for each in formats() if each.writes for suffix in each.suffixes]
    ending = os.path.splitext(path)[1]  # noqa: PTH122  # pathlib refuses some names that exist
    hint = nearest(ending, known) if ending else ""
    raise UnknownNameError(
        f"The name {path!r} does not tell a format.{hint} End it in {', '.join(known)}, or name the format."
    )
