"""From two tables to a map."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from argmap.diagnostics import Severity
from argmap.errors import ReadError
from argmap.formats.companions import together
from argmap.formats.draft import Draft
from argmap.formats.given import Given
from argmap.formats.tables.columns import EDGES, NODES, is_edges
from argmap.formats.tables.grid import cut
from argmap.formats.tables.linking import Links
from argmap.formats.tables.naming import Nodes
from argmap.formats.tables.sheet import Sheet

if TYPE_CHECKING:
    from argmap.text.reader import ParseResult


def read_tables(given: Given, ending: str) -> ParseResult:
    """Return the map in a table and in the one beside it.

    Args:
        given: One of the two; which one, its first row tells.
        ending: The ending of such files.
    """
    sign = "\t" if ending == ".tsv" else ","
    is_second = is_edges(cut(given.source, sign).header.cells)
    path, other, problem = _other(given, ending, is_second=is_second)
    first, second = (other, given) if is_second else (given, other)
    start, both = 0, given
    if first is not None and second is not None:
        both, start = together(first, second)
    draft = Draft(both)
    if problem:
        draft.fault(0, "bad-companion", problem)
    elif path and second is None:
        draft.fault(0, "no-edges", f"There is no file {path!r}, so no relations are read.", Severity.INFO)
    nodes, links = Nodes(draft), Links(draft)
    if first is not None:
        nodes.take(Sheet.of(first.source, sign, NODES, 0, draft))
    if second is not None:
        links.take(Sheet.of(second.source, sign, EDGES, start, draft))
    if first is None:
        beside = f"There is no file {path!r}" if path else "There is no table of claims with it"
        draft.warn(0, "no-nodes", f"{beside}; the claims are those that the relations name.")
        nodes.invent(links.ends())
    links.finish(nodes)
    return draft.result()


def _other(given: Given, ending: str, *, is_second: bool) -> tuple[str, Given | None, str]:
    """Return the path of the other table, the table if it is there, and what is wrong with it."""
    if given.path is None:
        return "", None, ""
    stem, own = os.path.splitext(given.path)  # noqa: PTH122  # pathlib refuses some names that exist
    ending = own if own.casefold() in (".csv", ".tsv") else ending
    if is_second:
        stem, edges = os.path.splitext(stem)  # noqa: PTH122
        if edges.casefold() != ".edges":
            return "", None, ""
        wanted = ending
    else:
        wanted = f".edges{ending}"
    try:
        return stem + wanted, Given(given.source, stem + ending).beside(wanted), ""
    except ReadError as error:
        return stem + wanted, None, str(error)
