"""What `argmap compare` is told: maps of pupils, keys, cards; and how its reports are written."""

from __future__ import annotations

import os
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from argmap.cli.inputs import Input, find_inputs
from argmap.cli.outputs import STDOUT, write_stdout
from argmap.errors import ArgmapError, ReadError

if TYPE_CHECKING:
    from argmap.classroom.comparing import Comparing, Comparison
    from argmap.classroom.sheets.blocks import Sheet
    from argmap.cli.reporter import Reporter
    from argmap.corpora.pairing import Way
    from argmap.language import Words


class How(NamedTuple):
    """How maps are compared; it is sent to other processes."""

    keys: tuple[str, ...]
    prints: tuple[str, ...]
    by: Way | None
    cards: tuple[tuple[str, str], ...] | None
    level: int
    language: str | None
    look: str
    is_for_teacher: bool


def keys_of(paths: tuple[str, ...]) -> tuple[str, ...]:
    """Return what tells for each key whether it has changed; a folder or nothing at all is no key.

    Raises:
        ReadError: A key cannot be opened.
    """
    from argmap.files.noting import print_of
    from argmap.files.opening import read_bytes
    from argmap.formats.table import own_suffixes

    return tuple(print_of(read_bytes(path, own_suffixes())) for path in paths)


def tell_keys(paths: tuple[str, ...], reporter: Reporter) -> None:
    """Say what there is to say about the texts of keys; what nobody can use ends the command.

    Raises:
        ReadError: A key cannot be opened, or nothing of it can be used.
    """
    for path in paths:
        each = Input(path, path)
        reporter.begin(each.name)
        if not reporter.result(each.read()):
            raise ReadError(f"{each.name}: Nothing of this key can be used, so there is nothing to compare with.")


def look_of(name: str) -> Any:
    """Return the look of this name; say which there are where there is none."""
    from argmap.classroom.sheets.look import look_named
    from argmap.errors import UnknownNameError

    try:
        return look_named(name)
    except UnknownNameError as error:
        raise click.UsageError(str(error)) from error


def check_language(code: str | None) -> None:
    """Say which languages there are where there is no such one."""
    from argmap.errors import UnknownNameError
    from argmap.language import Words

    try:
        Words.asked(code, "")
    except UnknownNameError as error:
        raise click.UsageError(str(error)) from error


def is_class(pupil: str) -> bool:
    """Whether the maps of several pupils are meant: a folder, or a pattern."""
    return os.path.isdir(pupil) or (any(sign in pupil for sign in "*?[") and not os.path.exists(pupil))  # noqa: PTH110, PTH112


def pupils_of(pupil: str, keys: tuple[str, ...], reporter: Reporter) -> list[Input]:
    """Return the maps of pupils; a key that lies in the same folder is none."""
    taken = {os.path.realpath(key) for key in keys}
    found = find_inputs([pupil], reporter)
    if not is_class(pupil):
        return found
    return [each for each in found if each.is_stdin or os.path.realpath(each.path) not in taken]


@lru_cache(maxsize=1)
def comparing_of(how: How) -> Comparing:
    """Return what compares with the keys; a worker reads them once."""
    from argmap.classroom.comparing import Comparing
    from argmap.formats import read

    cards = None if how.cards is None else dict(how.cards)
    return Comparing([read(key) for key in how.keys], by=how.by, cards=cards)


def words_of(how: How, comparing: Comparing) -> Words:
    """Return the words of the language that is asked for, else of that of the first key."""
    from argmap.language import Words

    return Words.asked(how.language, comparing.keys[0].map.language)


def map_of(each: Input, reporter: Reporter) -> Any:
    """Return the map of a pupil, or why there is none: a sentence."""
    try:
        result = each.read()
    except ArgmapError as error:
        reporter.failed(error)
        return str(error)
    if reporter.result(result):
        return result.map
    return result.diagnostics[0].message if result.diagnostics else "Nothing of it can be used."


def cards_not_found(found: Comparison, how: How) -> list[str]:
    """Return what to say of a map in which no code of a card stands: one made from other cards looks all wrong."""
    if how.cards is None or any(box.pupil is not None and box.key is not None for box in found.boxes):
        return []
    example = how.cards[0][1]
    return [
        f"No box of this map has the code of a card as its title, such as [{example}]. Were the cards made with "
        "another --seed or --level, or of another map?"
    ]


def write_sheet(found: Comparison, each: Input, how: How, words: Words, out: str) -> None:
    """Write the sheet of one map, named after its file, for the pupil or for the teacher."""
    from argmap.classroom.comparing.report import as_key
    from argmap.formats.table import stem

    name = "" if each.is_stdin else stem(each.place)
    sheet = found.report(how.level, name=name, words=words)
    write_report(as_key(sheet, found, name=name, words=words) if how.is_for_teacher else sheet, out, how.look)


def write_report(sheet: Sheet, out: str, look: str) -> None:
    """Write a report into a file, or as Markdown to standard output."""
    from argmap.classroom.sheets.markdown import markdown_of
    from argmap.classroom.sheets.writing import write

    if out == STDOUT:
        write_stdout(markdown_of(sheet, look_of(look)).encode())
        return
    write(sheet, out, look_of(look))
