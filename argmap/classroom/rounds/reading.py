"""Flow sheets read back to maps: those of argmap exactly, others by where things stand."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.classroom.rounds.by_hand import read_by_hand
from argmap.classroom.rounds.formats import format_named
from argmap.classroom.rounds.register import Register, map_of
from argmap.classroom.rounds.tables import Opened, fingerprint, of_csv, of_html, of_markdown
from argmap.errors import ReadError
from argmap.files.decoding import decode
from argmap.files.opening import read_bytes
from argmap.model import ArgumentMap

if TYPE_CHECKING:
    from pathlib import Path

ENDINGS = (".xlsx", ".html", ".htm", ".md", ".csv", ".tsv")
"""The endings of the files that flow sheets are read from."""
MAX_SIZE = 20_000_000
"""How large a flow sheet may be, in bytes."""
_MOST = 100
"""How many problems are told."""


@dataclass(frozen=True, slots=True)
class FlowRead:
    """A flow sheet that was read.

    Attributes:
        map: What it says.
        problems: What of it was not understood: sentences that name the cell.
        is_exact: Whether argmap wrote it and nobody changed it since.
    """

    map: ArgumentMap
    problems: tuple[str, ...] = ()
    is_exact: bool = False


def read_flow(path: str | Path, format: str | None = None) -> FlowRead:  # noqa: A002
    """Read a flow sheet back to a map.

    A file that argmap wrote, and nobody changed, gives `Flow.map` of the flow that it was written from. Of any other, a
    row that names the speeches of a format is the head of a table, and what stands below is read by its place:

    - A cell answers the next filled cell to its left on its row, if that is of the other side; it supports that if it
      is of the same side.
    - A cell with nothing to its left is a new line of argument; but where its speech is of the other side than that of
      the row above, with no empty row between, it is one more answer to what the cell above it answers.
    - ``→`` with the number or the words of a point takes that point up again.

    Lines of argument of the side for the motion support the motion, those of the other side attack it. Numbers before a
    point and letters in brackets behind it are those that argmap writes, and no part of its words.

    Args:
        path: An ``.xlsx``, ``.html``, ``.md``, ``.csv`` or ``.tsv`` file.
        format: The format of debate, where the head of the table leaves a doubt.

    Raises:
        ReadError: The file is not there, is no such file, or has no table with the speeches of a format.
        UnknownNameError: There is no such format.
    """
    shown = os.fspath(path)
    opened = open_flow(read_bytes(shown, ENDINGS), shown)
    wanted = None if format is None else format_named(format)
    register = _register(opened)
    if register is not None and register.print_ == fingerprint(opened.tables) and wanted is None:
        return FlowRead(map_of(register), tuple(opened.problems[:_MOST]), is_exact=True)
    stem = os.path.splitext(os.path.basename(shown))[0]  # noqa: PTH119, PTH122  # pathlib refuses some names that exist
    read, problems = read_by_hand(opened, register, wanted, stem)
    if read is None:
        raise ReadError(
            f"{shown!r} has no table whose head names the speeches of a format of debate, such as AC and NC."
        )
    problems = [*opened.problems, *problems]
    if len(problems) > _MOST:
        problems = [*problems[:_MOST], f"{len(problems) - _MOST:,} more cells were not understood."]
    return FlowRead(map_of(read), tuple(problems))


def open_flow(data: bytes, shown: str) -> Opened:
    """Return the tables of a file, by the ending of its name.

    Raises:
        ReadError: It is too large, has another ending, or cannot be read.
    """
    ending = os.path.splitext(shown)[1].lower()  # noqa: PTH122
    if len(data) > MAX_SIZE:
        raise ReadError(f"{shown!r} has {len(data):,} bytes; a flow sheet may have {MAX_SIZE:,}.")
    if ending == ".xlsx":
        from argmap.classroom.rounds.tables_xlsx import of_xlsx

        return of_xlsx(data, repr(shown))
    if ending not in ENDINGS:
        raise ReadError(f"{shown!r} is no file that flow sheets are read from; those end in {', '.join(ENDINGS)}.")
    text = decode(data)[0].replace("\0", "")
    return of_markdown(text) if ending == ".md" else of_csv(text) if ending in (".csv", ".tsv") else of_html(text)


def _register(opened: Opened) -> Register | None:
    held = opened.register
    if isinstance(held, str):
        try:
            held = json.loads(held)
        except (ValueError, RecursionError):
            return None
    if not isinstance(held, list) or not all(isinstance(row, list) for row in held):
        return None
    return Register.of(held)
