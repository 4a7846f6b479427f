"""GraphML as a graph for programs: what nodes and edges are stands in their data, as networkx writes and reads them.

A node has the id of its claim or argument, and data by the names `kind`, `title`, `text`, `tags`, `section`, `side`,
`scheme`, `author`, `weight`, `status`; an edge has its `kind`: that of a relation, or `premise` (with `step` and
`position`) or `conclusion` (with `step` and `rules`). What has no words there is JSON under the name `argmap`. Data of
other names become inline data under the word `graphml`, and are written back by their own names.

Graphs of other programs are read as well: nodes with a label or a text, edges with a word for what they are. Pictures
for yEd, by Argdown, AIFdb, Carneades or a hand, tell what they mean by colours and shapes, which are guessed, with a
warning. `argmap render -o x.graphml` draws such a picture (`argmap.render.graphml`), which holds less than the map;
`argmap convert -o x.graphml` writes this format.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.diagnostics import Span
from argmap.formats.keeping import ALL
from argmap.memory import collection_paused

if TYPE_CHECKING:
    from argmap.formats.given import Given
    from argmap.formats.written import Written
    from argmap.model import ArgumentMap
    from argmap.text.reader import ParseResult

KEEPS = ALL

_ROOT = re.compile(
    r"(?:\s++|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*+(?:\[[^\]]*+\]\s*+)?>)*+<(?:\w+:)?graphml[\s>]", re.DOTALL
)


def read(given: Given) -> ParseResult:
    """Return the map in a GraphML text."""
    from argmap.formats.draft import Draft
    from argmap.formats.graphml.elements import Document
    from argmap.formats.graphml.reading import Reader

    draft = Draft(given)
    with collection_paused():
        document = Document(given.text)
        if document.problem is not None:
            at, message = document.problem
            draft.fault(document.span(at), "bad-xml", message)
        elif not document.has_root:
            draft.fault(Span(0, 1), "no-graphml", "This is XML, but no GraphML: its outermost element is not graphml.")
        else:
            Reader(document, draft).read()
    return draft.result()


def write(m: ArgumentMap) -> Written:
    """Return a map as a graph with its data; it holds everything."""
    from argmap.formats.graphml.writing import write_map

    return write_map(m)


def looks_like(given: Given) -> bool:
    """Whether a text is XML with the outermost element of GraphML."""
    return _ROOT.match(given.text.removeprefix("\ufeff")) is not None
