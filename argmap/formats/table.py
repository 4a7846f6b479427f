"""Which formats there are: a plain table; the module of a format is imported when it is first used.

A new format is one line in `_TABLE` and one module with these names:

* ``read(given) -> ParseResult``, given an `argmap.formats.given.Given`: what is wrong with the text becomes
  diagnostics, what the map cannot hold losses, and nothing an exception;
* ``write(m) -> Written``: the whole text of the file, what it could not hold, and the files that belong to it;
* ``looks_like(given) -> bool``: whether a text of unknown origin is of this format. The first line of the table
  whose function says yes is taken, so a format that takes anything stands last;
* ``KEEPS``: the `argmap.formats.keeping.Keeps` of the format, what comes back when its files are read again.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from argmap.errors import UnknownNameError, nearest

if TYPE_CHECKING:
    from argmap.formats.given import Given
    from argmap.formats.keeping import Keeps
    from argmap.formats.written import Written
    from argmap.model import ArgumentMap
    from argmap.text import ParseResult


class FormatModule(Protocol):
    """What the module of a format offers."""

    KEEPS: Keeps
    """What comes back when its files are read again."""

    def read(self, given: Given) -> ParseResult:
        """Return the map in a text."""
        ...

    def write(self, m: ArgumentMap) -> Written:
        """Return the text of a map, and what it does not hold."""
        ...

    def looks_like(self, given: Given) -> bool:
        """Whether a text is probably of this format."""
        ...


@dataclass(frozen=True, slots=True)
class Format:
    """A file format.

    Attributes:
        name: The word for it in calls and options.
        title: What people call it.
        suffixes: The endings of its files, in lower case, that no other format has; the first is the one that argmap
            writes. They may have two parts, as in ``.aif.json``.
        module: Where its functions are.
        also: Endings that its files may have as well, and files of other formats too: then the content decides.
        reads: Whether argmap reads it.
        writes: Whether argmap writes it.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    module: str
    also: tuple[str, ...] = ()
    reads: bool = True
    writes: bool = True

    def load(self) -> FormatModule:
        """Return the module of the format, imported on first use."""
        return cast("FormatModule", import_module(self.module))


# In the order in which a text of unknown origin is held against them. The JSON of argmap takes any JSON object, to say
# what is wrong with it, and Argdown any text.
_TABLE = (
    Format("kialo", "Kialo's text export", (".kialo.txt",), "argmap.formats.kialo", also=(".txt",)),
    Format(
        "kialo-markdown",
        "lists of pros and cons in Markdown",
        (".kialo.md",),
        "argmap.formats.kialo_markdown",
        also=(".md", ".txt"),
    ),
    Format("json", "argmap's own JSON", (".json",), "argmap.formats.native", also=(".json",)),
    Format(
        "carneades",
        "Carneades' YAML",
        (".carneades.yml", ".carneades.yaml"),
        "argmap.formats.carneades",
        also=(".yml", ".yaml"),
    ),
    Format(
        "bullets",
        "a list in plain text",
        (".bullets.txt", ".bullets.md"),
        "argmap.formats.bullets",
        also=(".txt", ".md"),
        writes=False,
    ),
    Format("argdown", "Argdown text", (".argdown", ".ad"), "argmap.formats.argdown"),
)

_TEXTS = (".txt", ".md")
"""Endings that say no more than that a file is text."""

_MOSTLY_OTHERS = (*_TEXTS, ".yml", ".yaml")
"""Endings of files that are read when they are named, and are not looked for in folders."""


def formats() -> tuple[Format, ...]:
    """Return the formats argmap knows, in the order of the alphabet.

    Example:
        >>> [each.name for each in formats()]
        ['argdown', 'bullets', 'carneades', 'json', 'kialo', 'kialo-markdown']
    """
    return tuple(sorted(_TABLE, key=lambda each: each.name))


def suffixes() -> tuple[str, ...]:
    """Return the endings of the files that argmap reads, without those that mostly are files of something else.

    Example:
        >>> suffixes()[:2], ".json" in suffixes()
        (('.argdown', '.ad'), True)
    """
    found = dict.fromkeys(suffix for each in formats() if each.reads for suffix in (*each.suffixes, *each.also))
    return tuple(suffix for suffix in found if suffix not in _MOSTLY_OTHERS)


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
    name = os.path.basename(path).casefold()  # noqa: PTH119  # pathlib refuses some names that exist
    found = [(suffix, each) for each in _TABLE for suffix in each.suffixes if _ends(name, suffix)]
    return max(found, key=lambda pair: len(pair[0]))[1] if found else None


def format_of(given: Given) -> Format:
    """Return the format of a text: by its name where that tells one, else the first that its content looks like.

    Where the ending of the name is one that some formats share and the content looks like none of these, the last of
    them is to say what is wrong; but a file that is only said to be text may be of any format. A text without a name
    that tells anything is Argdown if nothing else.

    Example:
        >>> from argmap.formats.given import Given
        >>> from argmap.source import Source
        >>> format_of(Given(Source('{"format": "argmap", "version": 1}', "debate.txt"))).name
        'json'
    """
    name = given.path or given.source.name
    told = format_of_path(name)
    base = os.path.basename(name).casefold()  # noqa: PTH119
    sharing = [each for each in _TABLE if each.reads and any(_ends(base, suffix) for suffix in each.also)]
    if told is not None and told.reads and told not in sharing:
        return told
    found = next((each for each in sharing if each.load().looks_like(given)), None)
    if found is None and (not sharing or any(_ends(base, suffix) for suffix in _TEXTS)):
        found = next(each for each in _TABLE if each.reads and each.load().looks_like(given))
    return found or sharing[-1]


def _ends(name: str, suffix: str) -> bool:
    return name.endswith(suffix) and len(name) > len(suffix)
