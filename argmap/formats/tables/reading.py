"""From two tables to a map."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from argmap.diagnostics import Severity
from argmap.formats.companions import companion, together
from argmap.formats.draft import Draft
from argmap.formats.given import Given
from argmap.formats.tables.answering import Answers
from argmap.formats.tables.columns import EDGES, NODES, is_edges, is_nodes
from argmap.formats.tables.grid import cut
from argmap.formats.tables.linking import Links
from argmap.formats.tables.naming import Nodes
from argmap.formats.tables.sheet import Sheet
from argmap.memory import collection_paused
from argmap.source import Source

if TYPE_CHECKING:
    from argmap.text.reader import ParseResult


def read_tables(given: Given, ending: str) -> ParseResult:
    """Return the map in a table and in the one beside it.

    Args:
        given: One of the two; which one, its first row tells.
        ending: The ending of such files.
    """
    sign = "\t" if ending == ".tsv" else ","
    with collection_paused():
        grid = cut(given.source, sign)
        header = grid.header.cells
        is_second = is_edges(header) or (_is_called_edges(given) and not is_nodes(header))
        path, other, problem = _other(given, ending, is_second=is_second)
        beside = None if other is None else cut(other.source, sign)
        nodes_grid, edges_grid = (beside, grid) if is_second else (grid, beside)
        start, both = 0, given
        if other is not None:
            both, start = together(other, given) if is_second else together(given, other)
        draft = Draft(both)
        if problem:
            draft.fault(0, "bad-companion", problem)
        nodes, links = Nodes(draft), Links(draft)
        if nodes_grid is not None:
            sheet = Sheet.of(nodes_grid, NODES, 0, draft)
            answers = Answers(sheet, draft)
            found = list(answers.found()) if edges_grid is None else []
            nodes.take(sheet)
            if edges_grid is not None:
                answers.tell_of_other(edges_grid.source.name)
            elif answers.has_column:
                links.take_answers(answers.sheet(), found, nodes.keys)
            elif path and not problem and is_nodes(header):
                message = f"There is no file {path!r} and no column parent, so no relations are read."
                draft.fault(0, "no-edges", message, Severity.INFO)
        if edges_grid is not None:
            links.take(Sheet.of(edges_grid, EDGES, start, draft))
        if nodes_grid is None:
            lacking = f"There is no file {path!r}" if path else "There is no table of claims with it"
            draft.warn(0, "no-nodes", f"{lacking}; the claims are those that the relations name.")
            nodes.invent(links.ends())
        links.finish(nodes)
        return draft.result()


def _other(given: Given, ending: str, *, is_second: bool) -> tuple[str, Given | None, str]:
    """Return what to call the other table, the table if it is there, and what is wrong with it."""
    if given.path is None:
        return "", None, ""
    stem, own = os.path.splitext(given.path)  # noqa: PTH122  # pathlib refuses some names that exist
    ending = own if own.casefold() in (".csv", ".tsv") else ending
    if is_second and not _is_called_edges(given):
        return "", None, ""
    if is_second:
        stem = os.path.splitext(stem)[0]  # noqa: PTH122
    # Endings in capitals are those of the file that is there; argmap writes small letters.
    for each in dict.fromkeys((ending, ending.lower(), ending.upper())):
        asked = Given(Source("", given.source.name), f"{stem}{each}") if is_second else given
        found, name, problem = companion(asked, each if is_second else f".edges{each}")
        if found is not None or problem:
            return name, found, problem
    return companion(asked, ending if is_second else f".edges{ending}")[1], None, ""


def _is_called_edges(given: Given) -> bool:
    stem = os.path.splitext(given.path or "")[0]  # noqa: PTH122
    return stem.casefold().endswith(".edges")
