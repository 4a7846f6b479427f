"""Formats from other packages: each names its `Format` as an entry point of the group `GROUP`.

A package that has this in its ``pyproject.toml`` adds the formats that `theirs.formats.FORMAT` holds, one `Format` or a
tuple of them::

    [project.entry-points."argmap.formats"]
    theirs = "theirs.formats:FORMAT"

Whatever goes wrong with such a package costs its formats and nothing else. Entry points are looked up when a name or
a text is none that argmap knows by itself, and once in a process.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.errors import ArgmapError, ReadError, WriteError
from argmap.formats.table import Format, built_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from importlib.metadata import EntryPoint

    from argmap.formats.given import Given
    from argmap.formats.written import Written
    from argmap.model import ArgumentMap
    from argmap.text import ParseResult

GROUP = "argmap.formats"
"""The group of entry points."""

_NAME = re.compile(r"[a-z][a-z0-9_-]*")
_SUFFIX = re.compile(r"(\.[^./\\\s]+)+")


class Plugin(NamedTuple):
    """What an entry point gave.

    Attributes:
        name: The name of the entry point.
        package: The distribution that has it, and its version.
        formats: The formats that are used.
        problems: What is wrong with it, in sentences.
    """

    name: str
    package: str
    formats: tuple[Format, ...] = ()
    problems: tuple[str, ...] = ()


@cache
def plugins() -> tuple[Plugin, ...]:
    """Return what the entry points of this installation give, in the order of their packages and names.

    A format whose name another has is left out: argmap's own stay, and of others the first. An ending that one of
    argmap's own formats has for itself is theirs.
    """
    from importlib.metadata import entry_points

    taken = {each.name: "argmap" for each in built_in()}
    endings = {suffix: each.name for each in built_in() for suffix in each.suffixes}
    found = []
    for point in sorted(entry_points(group=GROUP), key=lambda each: (_package(each), each.name, each.value)):
        package = _package(point)
        used: list[Format] = []
        problems: list[str] = []
        try:
            given = _loaded(point)
        except ArgmapError as error:
            found.append(Plugin(point.name, package, (), (str(error),)))
            continue
        for each in given:
            fault = _fault(each)
            if fault:
                problems.append(fault)
            elif each.name in taken:
                problems.append(f"The name {each.name!r} belongs to a format of {taken[each.name]}, which is used.")
            else:
                clash = [suffix for suffix in each.suffixes if endings.get(suffix, each.name) != each.name]
                problems += [f"The ending {suffix} belongs to the format {endings[suffix]!r}." for suffix in clash]
                own = tuple(suffix for suffix in each.suffixes if suffix not in clash)
                if not own:
                    problems.append(f"The format {each.name!r} has no ending of its own, and is left out.")
                    continue
                endings |= dict.fromkeys(own, each.name)
                taken[each.name] = package
                used.append(replace(each, suffixes=own, package=package))
        found.append(Plugin(point.name, package, tuple(used), tuple(problems)))
    return tuple(found)


def _package(point: EntryPoint) -> str:
    found = point.dist
    return "an unknown package" if found is None else f"{found.name} {found.version}"


def _loaded(point: EntryPoint) -> tuple[Any, ...]:
    try:
        given = point.load()
    except (Exception, SystemExit) as error:
        raise ArgmapError(f"Its entry point {point.value} cannot be loaded: {_short(error)}.") from error
    return tuple(given) if isinstance(given, tuple | list) else (given,)


def _fault(given: object) -> str:
    """Return what is wrong with a format, or nothing."""
    if not isinstance(given, Format):
        return f"It names an object of type {type(given).__name__}, which is no Format."
    lists = (given.suffixes, given.also, given.companions)
    words = (given.name, given.title, given.module)
    if not all(isinstance(each, str) for each in words) or _NAME.fullmatch(given.name) is None:
        return f"The format {given.name!r} needs a name in small letters and digits, a title and a module."
    if not all(isinstance(each, tuple) and all(_is_suffix(suffix) for suffix in each) for each in lists):
        return f"The endings of the format {given.name!r} are tuples of such as '.{given.name}', in small letters."
    if not given.suffixes:
        return f"The format {given.name!r} has no ending of its own, and is left out."
    return ""


def _is_suffix(given: object) -> bool:
    return isinstance(given, str) and given == given.casefold() and _SUFFIX.fullmatch(given) is not None


class Guarded:
    """The module of a format from another package: what goes wrong in it is an error of argmap's own.

    Args:
        format: The format.

    Raises:
        ArgmapError: Its module cannot be imported, or does not say what comes back.
    """

    def __init__(self, format: Format) -> None:  # noqa: A002
        from importlib import import_module

        from argmap.formats.keeping import Keeps

        self._format = format
        try:
            self._module: Any = import_module(format.module)
        except (Exception, SystemExit) as error:
            raise ArgmapError(f"{self._whose()} cannot be imported: {_short(error)}.") from error
        keeps = getattr(self._module, "KEEPS", None)
        if not isinstance(keeps, Keeps):
            raise ArgmapError(f"{self._whose()} has no KEEPS that says what comes back.")
        self.KEEPS = keeps

    def read(self, given: Given) -> ParseResult:
        """Return the map in a text.

        Raises:
            ReadError: The module fails.
        """
        from argmap.text import ParseResult

        found = self._call("read", given, ReadError)
        if not isinstance(found, ParseResult):
            raise ReadError(f"{self._whose()} reads a text and gives {type(found).__name__}, not a ParseResult.")
        return found

    def write(self, m: ArgumentMap) -> Written:
        """Return the text of a map; its pieces fail as the module does.

        Raises:
            WriteError: The module fails.
        """
        from argmap.formats.written import Written

        found = self._call("write", m, WriteError)
        if not isinstance(found, Written):
            raise WriteError(f"{self._whose()} writes a map and gives {type(found).__name__}, not what is Written.")
        return found._replace(pieces=self._pieces(found.pieces)) if found.pieces else found

    def _pieces(self, given: Iterable[object]) -> Iterator[str]:
        try:
            for piece in given:
                if not isinstance(piece, str):
                    raise TypeError(f"a piece of a text is a str, not {type(piece).__name__}")
                yield piece
        except ArgmapError:
            raise
        except (Exception, SystemExit) as fault:
            raise self._failure("write", fault, WriteError) from fault

    def looks_like(self, given: Given) -> bool:
        """Whether a text is probably of this format; not where the module fails."""
        try:
            return bool(self._call("looks_like", given, ReadError))
        except ReadError:
            return False

    def _call(self, name: str, given: object, error: type[ReadError | WriteError]) -> object:
        try:
            function: Callable[[object], object] = getattr(self._module, name)
            return function(given)
        except ArgmapError:
            raise
        except (Exception, SystemExit) as fault:
            raise self._failure(name, fault, error) from fault

    def _failure(self, name: str, fault: BaseException, error: type[ReadError | WriteError]) -> ReadError | WriteError:
        return error(f"{self._whose()} fails in {name}: {_short(fault)}. Tell those who made it.")

    def _whose(self) -> str:
        return f"The module of the format {self._format.name!r}, from the package {self._format.package},"


def _short(error: BaseException) -> str:
    said = " ".join(str(error).split())
    return f"{type(error).__name__}{': ' if said else ''}{said[:200]}".rstrip(".")


def plugin_formats() -> Iterator[Format]:
    """Yield the formats of other packages."""
    for each in plugins():
        yield from each.formats
