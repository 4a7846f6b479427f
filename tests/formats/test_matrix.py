"""Every map through every format: what comes back is equal, up to the losses that were told, and these are true."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings

from argmap.diagnostics import Severity
from argmap.files.decoding import decode
from argmap.formats import formats
from argmap.formats.given import Given, beside
from argmap.formats.writing import to_files
from argmap.source import Source
from tests.formats.difference import broken_promises, compare
from tests.formats.everything import everything
from tests.maps import maps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.formats import Format, Loss
    from argmap.model import ArgumentMap
    from argmap.text import ParseResult

BOTH = [each for each in formats() if each.reads and each.writes and not each.package]

EXCEPTIONS: dict[tuple[str, str], str] = {}
"""What a format need not do, by its name and a word for the demand, each with the reason."""


class Trip(NamedTuple):
    """A map that was written and read again."""

    result: ParseResult
    losses: list[Loss]


class Files(Given):
    """A file and those beside it, without a disk."""

    def __init__(self, name: str, files: dict[str, bytes]) -> None:
        super().__init__(Source(decode(files[""])[0], name), name)
        self._files = files

    def beside(self, ending: str) -> Given | None:
        if ending not in self._files:
            return None
        name = beside(str(self.path), ending)
        return Given(Source(decode(self._files[ending])[0], name), name)


def trip(m: ArgumentMap, into: Format) -> Trip:
    """Write a map and read it again."""
    files, losses = to_files(m, into)
    return Trip(into.load().read(Files(f"debate{into.suffixes[0]}", files)), losses)


def faults(m: ArgumentMap, into: Format) -> Iterator[tuple[str, str]]:
    """Yield each demand that a format does not meet for a map, and what shows it."""
    once = trip(m, into)
    found = compare(m, once.result.map, once.losses)
    broken = broken_promises(into.load().KEEPS, m, once.losses)
    # That a debate is empty may be said.
    said = [each.message for each in once.result.diagnostics if each.severity is not Severity.INFO and len(m)]
    told = [*map(str, once.losses)] or ["nothing"]
    for name, shown in (
        ("every difference is told", [*found.untold, "Told is:", *told] if found.untold else []),
        ("what is told is true", found.untrue),
        ("KEEPS is kept", broken),
        ("its own files are read without a word", said),
        ("its own files lose nothing when they are read", [*map(str, once.result.losses)]),
        ("a map without losses is equal", [] if once.losses or once.result.map == m else ["It is not."]),
    ):
        if shown:
            yield name, "\n    ".join(shown)
    twice = trip(once.result.map, into)
    if twice.result.map != once.result.map:
        again = compare(once.result.map, twice.result.map, [])
        yield "the second time, nothing changes", "\n    ".join(again.untold)


def check(m: ArgumentMap) -> None:
    """Demand of every format what all must do with a map."""
    lines = [
        f"{into.name}: {name}\n    {shown}"
        for into in BOTH
        for name, shown in faults(m, into)
        if (into.name, name) not in EXCEPTIONS
    ]
    assert not lines, "\n".join(["these demands are not met:", *lines])


# One test for all formats: it is the making of the maps that takes the time.
@settings(suppress_health_check=[HealthCheck.too_slow])
@given(maps())
def test_what_comes_back(m: ArgumentMap) -> None:
    check(m)


def test_one_of_everything() -> None:
    check(everything())


@pytest.mark.parametrize("into", BOTH, ids=lambda each: each.name)
def test_what_is_written_is_the_same_each_time(into: Format) -> None:
    assert to_files(everything(), into) == to_files(everything().copy(), into)


def test_exceptions_name_formats_and_reasons() -> None:
    assert {name for name, _ in EXCEPTIONS} <= {each.name for each in BOTH}
    assert all(reason.endswith(".") for reason in EXCEPTIONS.values())
