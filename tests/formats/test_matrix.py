"""Every map through every format: what comes back is equal, up to the losses that were told, and these are true."""

from __future__ import annotations

import io
import os
import tempfile
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings

from argmap.diagnostics import Severity
from argmap.files.opening import open_source
from argmap.formats import formats
from argmap.formats.given import Given
from argmap.formats.keeping import Facet
from argmap.formats.reading import read_given
from argmap.formats.writing import to_files, write_files
from argmap.model import ArgumentMap
from argmap.text import parse
from tests.formats.difference import broken_promises, compare
from tests.formats.everything import everything
from tests.maps import maps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.formats import Format, Loss
    from argmap.text import ParseResult

BOTH = [each for each in formats() if each.reads and each.writes and not each.package]

_QUIET = "its own files are read without a word"
EXCEPTIONS: dict[tuple[str, str], str] = {
    **{
        (
            name,
            "its own files lose nothing when they are read",
        ): "All that is named there is a claim, also <A> beside A."
        for name in ("apx", "iccma", "tgf")
    },
    **{
        (
            name,
            "the second time, nothing changes",
        ): "An argument <A> beside a claim ‹A› gets a name that is changed again."
        for name in ("apx", "iccma", "tgf")
    },
    ("kialo", _QUIET): "Claims in a circle are told: a pointer may lead to the wrong line.",
    ("kialo-markdown", _QUIET): "Claims in a circle are told: a pointer may lead to the wrong line.",
    ("microtexts", _QUIET): "A unit without a segment is told; a claim without a text is written as one.",
}
"""What a format need not do, by its name and a word for the demand, each with the reason."""

_LINE = "A claim there is a line of text, so one without a text is written by its name."
PARTLY: dict[tuple[str, Facet], str] = {
    ("apx", Facet.ID): "A name there is a word, or anything in quotation marks without one.",
    ("tgf", Facet.ID): "A name there has no blanks.",
    ("iccma", Facet.ID): "A name there is a number, and what stands in a comment has no blanks.",
    ("brat", Facet.ID): "Ids there are T1, T2 and so on; these come back.",
    ("brat", Facet.TEXT): "A span of a text has words, so a claim without a text is written by its name.",
    ("kialo", Facet.TEXT): _LINE,
    ("kialo", Facet.MARKS): "Links come back, other marks do not.",
    ("kialo-markdown", Facet.TEXT): _LINE,
    ("kialo-markdown", Facet.MARKS): "Links come back, other marks do not.",
    ("microtexts", Facet.ID): "An id there is a name of XML: letters, digits and a few signs.",
    ("microtexts", Facet.KIND): "An argument is an edge there, and what attacks an edge undercuts.",
    ("microtexts", Facet.TITLE): "XML has no control characters.",
    ("microtexts", Facet.TEXT): "XML has no control characters.",
    ("microtexts", Facet.WORDINGS): "Wordings of claims come back, those of arguments and empty ones do not.",
}
"""What a format holds, as its KEEPS says, but not all of it, each with the reason."""


class Trip(NamedTuple):
    """A map that was written and read again."""

    result: ParseResult
    losses: list[Loss]


def read_files(files: dict[str, bytes], name: str, into: Format | None) -> ParseResult:
    """Read a file, and those beside it, which need a folder."""
    if len(files) == 1:
        return read_given(Given.of(open_source(io.BytesIO(files[""]), name)), into)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, name)
        write_files(files, path)
        return read_given(Given.of(open_source(path)), into)


def trip(m: ArgumentMap, into: Format) -> Trip:
    """Write a map and read it again."""
    files, losses = to_files(m, into)
    return Trip(read_files(files, f"debate{into.suffixes[0]}", into), losses)


def faults(m: ArgumentMap, into: Format) -> Iterator[tuple[str, str]]:
    """Yield each demand that a format does not meet for a map, and what shows it."""
    once = trip(m, into)
    found = compare(m, once.result.map, once.losses)
    whole = [loss for loss in once.losses if (into.name, loss.what) not in PARTLY]
    broken = broken_promises(into.load().KEEPS, m, whole)
    # That a debate is empty may be said.
    said = [
        each.message
        for each in once.result.diagnostics
        if each.severity is not Severity.INFO and len(m) and each.code != "looks-like-cp1252"
    ]
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


def test_a_text_that_begins_like_a_byte_order_mark() -> None:
    m = ArgumentMap("\ufeff", data={"\ufeff": "\ufeff"})
    m.rebut("\ufeffIt is dry", m.claim("\ufeff", title="\ufeffRain"), title="\ufeff")
    check(m)


@pytest.mark.parametrize("into", BOTH, ids=lambda each: each.name)
def test_two_spaces_between_words_change_nothing_the_second_time(into: Format) -> None:
    m = parse("[Rain]: It rains  today.\n  + [Wet]: The street  is wet.\n  + [Clouds]: There are clouds.\n").map
    once = trip(m, into).result.map
    again = trip(once, into)
    assert again.result.map == once
    assert compare(once, again.result.map, again.losses).untrue == []


@pytest.mark.parametrize("into", BOTH, ids=lambda each: each.name)
def test_what_is_written_is_the_same_each_time(into: Format) -> None:
    assert to_files(everything(), into) == to_files(everything().copy(), into)


def test_exceptions_name_formats_and_reasons() -> None:
    assert {name for name, _ in (*EXCEPTIONS, *PARTLY)} <= {each.name for each in BOTH}
    assert all(reason.endswith(".") for reason in (*EXCEPTIONS.values(), *PARTLY.values()))
