"""Texts and files of frameworks: which formats there are, and which one a text is in."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from importlib import import_module
from typing import IO, TYPE_CHECKING, Any, Protocol, cast

from argmap.errors import ReadError, UnknownNameError, WriteError, nearest
from argmap.files.opening import Opened, open_source
from argmap.source import Source

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.frameworks.pairs import Attacks, Pairs


class FrameworkFormatModule(Protocol):
    """What the module of a format offers."""

    def looks_like(self, text: str, /) -> bool:
        """Whether a text, from the first line that says something, may be of the format."""

    def read(self, source: Source, /, *, by_names: bool = True) -> Pairs:
        """Return the names, and the positions of attackers and attacked.

        Without `by_names`, arguments are called what attacks call them, as the solvers of the ICCMA competitions do.
        """

    def write(self, framework: Attacks, /) -> tuple[str, dict[str, str]]:
        """Return the text of a framework, and the names that it holds under others."""


@dataclass(frozen=True, slots=True)
class FrameworkFormat:
    """A format of frameworks.

    Attributes:
        name: The word for it in calls and options.
        title: What people call it.
        suffixes: The endings of its files, in lower case.
        module: Where its functions are.
        others: What else it is called in calls and options.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    module: str
    others: tuple[str, ...] = ()

    def load(self) -> FrameworkFormatModule:
        """Return the module of the format, imported on first use."""
        return cast("FrameworkFormatModule", import_module(self.module))


FORMATS = (
    FrameworkFormat("iccma", "ICCMA 2023", (".af", ".i23"), "argmap.frameworks.iccma", ("i23", "iccma23", "af")),
    FrameworkFormat("apx", "APX of ASPARTIX", (".apx",), "argmap.frameworks.apx", ("aspartix",)),
    FrameworkFormat("tgf", "Trivial Graph Format", (".tgf",), "argmap.frameworks.tgf"),
)
"""The formats, in the order in which a text is asked whether it is one of them."""

SUFFIXES = tuple(suffix for each in FORMATS for suffix in each.suffixes)
"""The endings of files of frameworks."""

# Blank lines and comments, in any of the formats.
_COMMENTS = re.compile(r"(?:[ \t]*+(?:[#%][^\r\n]*+)?(?:\r\n|\r|\n))*+[ \t]*+")


def format_named(name: str) -> FrameworkFormat:
    """Return the format of this name; upper and lower case are the same.

    Raises:
        UnknownNameError: There is no such format; the message offers the nearest.

    Example:
        >>> format_named("APX").title
        'APX of ASPARTIX'
    """
    known = {word: each for each in FORMATS for word in (each.name, *each.others)}
    found = known.get(name.casefold()) if isinstance(name, str) else None
    if found is None:
        listed = ", ".join(each.name for each in FORMATS)
        raise UnknownNameError(
            f"There is no format {name!r} of frameworks.{nearest(str(name), list(known))} The formats are: {listed}."
        )
    return found


def format_of_path(path: str) -> FrameworkFormat | None:
    """Return the format that the ending of a file name tells, or None."""
    ending = os.path.splitext(path)[1].casefold()  # noqa: PTH122  # pathlib refuses some names that exist
    return next((each for each in FORMATS if ending in each.suffixes), None)


def format_of_source(source: Source) -> FrameworkFormat:
    r"""Return the format that a text is in: its content tells, else the ending of its name.

    Raises:
        ReadError: It looks like none of the formats.

    Example:
        >>> format_of_source(Source("# a comment\np af 2\n1 2\n")).name
        'iccma'
    """
    found = format_of_text(source.text) or format_of_path(source.name)
    if found is None:
        at = _start_of(source.text)
        start = source.text[at : at + 1]
        place = source.place(at)
        listed = ", ".join(f"{each.name} ({each.title})" for each in FORMATS)
        what = "This text says nothing" if not start else "This is no text of a framework that argmap knows"
        raise ReadError(f"{place}: {what}. Name its format if it is one of these: {listed}.")
    return found


def format_of_text(text: str) -> FrameworkFormat | None:
    r"""Return the format that the content of a text tells, or None.

    Example:
        >>> format_of_text("% a comment\narg(a).").name
        'apx'
    """
    at = _start_of(text)
    start = text[at : at + 200]
    tgf = FORMATS[-1]
    for each in FORMATS:
        if each.load().looks_like(text if each is tgf else start):
            # Two numbers may be an attack without its first line; or an argument of TGF and its name.
            if each is FORMATS[0] and start[0].isdigit() and tgf.load().looks_like(text):
                return tgf
            return each
    return None


def _start_of(text: str) -> int:
    """Return where the first line begins that says something."""
    comments = _COMMENTS.match(text)
    assert comments is not None  # it matches nothing as well
    return comments.end()


def open_framework(
    source: str | os.PathLike[str] | IO[Any],
    name: str | None = None,
) -> Source:
    """Return the text of a file or a stream.

    Raises:
        ReadError: There is no such file, it may not be read, it is too large, or it is not text.
    """
    return _whole(open_source(source, name, SUFFIXES))


def _whole(opened: Opened) -> Source:
    for problem in opened.problems:
        message = problem.message.replace(" Save the file", " Names would be lost; save the file")
        raise ReadError(f"{opened.source.place(problem.span.start)}: {message}", opened.problems)
    return opened.source


def source_of(text: str, name: str) -> Source:
    """Return a text as a source; a byte order mark at its beginning is no part of it."""
    if not isinstance(text, str):
        raise ReadError(f"Give the text of a framework; an object of type {type(text).__name__} is none.")
    return Source(text.removeprefix("\ufeff"), name)


def to_text(framework: Attacks, chosen: str) -> tuple[str, dict[str, str]]:
    """Return the text of a framework in the format of a name, and the names that it holds under others."""
    return format_named(chosen).load().write(framework)


def write(framework: Attacks, path: str | os.PathLike[str] | IO[Any], chosen: str | None) -> Mapping[str, str]:
    """Write a framework; see `Framework.write`."""
    is_path = isinstance(path, str | bytes | os.PathLike)
    if not is_path and not hasattr(path, "write"):
        sort = type(path).__name__
        raise WriteError(f"Give the path of a file, or a stream of text or bytes; an object of type {sort} is neither.")
    found = _format_for(path, is_path=is_path) if chosen is None else format_named(chosen)
    text, renamed = found.load().write(framework)
    if is_path:
        from argmap.files.atomic import write_atomically

        write_atomically(cast("str", path), text.encode())
    else:
        from argmap.files.streams import write_to_stream

        write_to_stream(cast("IO[Any]", path), text.encode())
    return renamed


def _format_for(path: str | os.PathLike[str] | IO[Any], *, is_path: bool) -> FrameworkFormat:
    name = os.fsdecode(cast("str", path)) if is_path else getattr(path, "name", None)
    if not isinstance(name, str):
        raise UnknownNameError("This stream has no name that tells a format; name it, as in format='apx'.")
    found = format_of_path(name)
    if found is None:
        ending = os.path.splitext(name)[1]  # noqa: PTH122  # pathlib refuses some names that exist
        hint = nearest(ending, SUFFIXES) if ending else ""
        listed = ", ".join(SUFFIXES)
        raise UnknownNameError(
            f"The name {name!r} does not tell a format.{hint} End it in {listed}, or name the format."
        )
    return found
