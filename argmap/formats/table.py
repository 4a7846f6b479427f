"""Which formats there are: a plain table; the module of a format is imported when it is first used.

A new format is one line in `_TABLE` and one module with these functions:

* ``read(opened) -> ParseResult``, given an `argmap.files.opening.Opened`: what is wrong with the text becomes
  diagnostics, never an exception;
* ``write(m) -> tuple[str, list[Loss]]``: the whole text of the file, and what it could not hold;
* ``looks_like(text) -> bool``: whether a text of unknown origin is of this format. The first line of the table
  whose function says yes is taken, so a format that takes anything stands last.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from argmap.errors import UnknownNameError, nearest

if TYPE_CHECKING:
    from argmap.files.opening import Opened
    from argmap.formats.loss import Loss
    from argmap.model import ArgumentMap
    from argmap.text import ParseResult


class FormatModule(Protocol):
    """What the module of a format offers."""

    def read(self, opened: Opened) -> ParseResult:
        """Return the map in a text."""
        ...

    def write(self, m: ArgumentMap) -> tuple[str, list[Loss]]:
        """Return the text of a map, and what it does not hold."""
        ...

    def looks_like(self, text: str) -> bool:
        """Whether a text is probably of this format."""
        ...


@dataclass(frozen=True, slots=True)
class Format:
    """A file format.

    Attributes:
        name: The word for it in calls and options.
        title: What people call it.
        suffixes: The endings of its files, in lower case; the first is the one that argmap writes.
        module: Where its functions are.
        reads: Whether argmap reads it.
        writes: Whether argmap writes it.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    module: str
    reads: bool = True
    writes: bool = True

    def load(self) -> FormatModule:
        """Return the module of the format, imported on first use."""
        return cast("FormatModule", import_module(self.module))


_TABLE = (
    Format("json", "argmap's own JSON", (".json",), "argmap.formats.native"),
    Format("argdown", "Argdown text", (".argdown", ".ad"), "argmap.formats.argdown"),
)


def formats() -> tuple[Format, ...]:
    """Return the formats argmap knows, in the order of the alphabet.

    Example:
        >>> [each.name for each in formats()]
        ['argdown', 'json']
    """
    return tuple(sorted(_TABLE, key=lambda each: each.name))


def suffixes() -> tuple[str, ...]:
    """Return the endings of the files that argmap reads.

    Example:
        >>> suffixes()
        ('.argdown', '.ad', '.json')
    """
    return tuple(dict.fromkeys(suffix for each in formats() if each.reads for suffix in each.suffixes))


def format_named(name: str) -> Format:
    """Return the format of this name; upper and lower case are the same.

    Raises:
        UnknownNameError: There is no such format; the message offers the nearest.

    Example:
        >>> format_named("Argdown").suffixes
        ('.argdown', '.ad')
    """
    known = {each.name: each for each in formats()}
    found = known.get(name.casefold()) if isinstance(name, str) else None
    if found is None:
        listed = ", ".join(known)
        raise UnknownNameError(
            f"There is no format {name!r}.{nearest(str(name), list(known))} The formats are: {listed}."
        )
    return found


def format_of_path(path: str) -> Format | None:
    """Return the format that the ending of a file name tells, or None.

    Example:
        >>> format_of_path("debate.AD").name
        'argdown'
        >>> format_of_path("debate.txt") is None
        True
    """
    ending = os.path.splitext(path)[1].casefold()  # noqa: PTH122  # pathlib refuses some names that exist
    return next((each for each in _TABLE if ending in each.suffixes), None)


def format_of_text(text: str) -> Format:
    """Return the format that a text looks like; Argdown text if nothing else.

    Example:
        >>> format_of_text('{"format": "argmap", "version": 1}').name
        'json'
    """
    return next(each for each in _TABLE if each.reads and each.load().looks_like(text))
