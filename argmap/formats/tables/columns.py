"""The columns of the two tables, and the other names under which people write them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from argmap.formats.tables.cells import unguarded

if TYPE_CHECKING:
    from collections.abc import Sequence

NODES: Mapping[str, tuple[str, ...]] = {
    "id": ("key", "node", "node id", "claim id", "number", "no"),
    "kind": ("type", "node type", "sort"),
    "text": ("claim", "statement", "content", "sentence", "wording", "proposition", "description", "label"),
    "title": ("heading", "name", "short", "label"),
    "side": ("camp", "position", "party"),
    "tags": ("tag", "keywords"),
    "section": ("group", "chapter", "topic"),
    "scheme": ("argumentation scheme",),
    "argmap": (),
}
"""Of the table of claims and arguments: each column and its other names, the likelier first."""

EDGES: Mapping[str, tuple[str, ...]] = {
    "source": ("from", "from id", "source id", "child", "start"),
    "kind": ("type", "relation", "relation type", "edge type", "label", "link"),
    "target": ("to", "to id", "target id", "parent", "end"),
    "step": ("step number",),
    "rules": ("rule", "inference rule"),
    "argmap": (),
}
"""Of the table of relations."""

PARENTS = (
    "parent",
    "parent id",
    "parent claim",
    "parent node",
    "reply to",
    "reply to id",
    "in reply to",
    "in reply to id",
    "replies to",
    "responds to",
    "response to",
)
"""Names of a column in which a claim of a table alone says what it answers, the likelier first."""

STANCES = ("stance", "relation", "relation type", "polarity", "pro/con", "pro or con", "for or against")
"""Names of a column that says how it does so; so may the columns ``kind`` and ``side``."""

_LIKE = 0.75
_LONGEST = 2_000
_GAPS = re.compile(r"[\s_\-.]+")


@dataclass(frozen=True, slots=True)
class Columns:
    """Where what stands in a row.

    Attributes:
        places: For each column that argmap knows, its number from 0.
        others: The number and name of each other column: they are data.
        doubtful: The number of a column that is data, and the name that may have been meant.
    """

    places: Mapping[str, int]
    others: tuple[tuple[int, str], ...]
    doubtful: tuple[tuple[int, str], ...]


def columns_of(header: Sequence[str], known: Mapping[str, tuple[str, ...]]) -> Columns:
    """Return what the first row of a table says.

    Example:
        >>> found = columns_of(["From", "To", "weight"], EDGES)
        >>> found.places, found.others
        ({'source': 0, 'target': 1}, ((2, 'weight'),))
    """
    folded = [folded_name(name) for name in header]
    places: dict[str, int] = {}
    taken: set[int] = set()
    for round_ in range(3):
        for field, others in known.items():
            stances = STANCES if known is EDGES and field == "kind" else ()
            for name in ((field,), others, stances)[round_]:
                number = folded.index(folded_name(name)) if folded_name(name) in folded else -1
                if field not in places and number >= 0 and number not in taken:
                    places[field] = number
                    taken.add(number)
    free: dict[int, str] = {}
    names: set[str] = set()
    numbers: dict[str, int] = {}
    for number, name in enumerate(header):
        if number not in taken:
            own = base = unguarded(name.strip()) or f"column {number + 1}"
            while own in names:
                numbers[base] = numbers.get(base, 1) + 1
                own = f"{base} ({numbers[base]})"
            names.add(own)
            free[number] = own
    missing = {
        folded_name(name): field
        for field, others in known.items()
        if field not in places and field != "argmap"
        for name in (field, *others)
    }
    near = ((number, get_close_matches(folded[number], missing, 1, _LIKE)) for number in list(free)[:50])
    doubtful = tuple((number, missing[match[0]]) for number, match in near if match)
    return Columns(places, tuple(free.items()), doubtful)


def folded_name(name: str) -> str:
    """Return the name of a column as names are compared: capitals, blanks, hyphens and underscores do not matter."""
    return _GAPS.sub("", unguarded(name.strip()).casefold())


def first_of(header: Sequence[str], names: Sequence[str]) -> int | None:
    """Return the number of the column that has the first of some names that there is.

    Example:
        >>> first_of(["id", "Reply_To", "stance"], PARENTS), first_of(["id", "text"], PARENTS)
        (1, None)
    """
    folded = [folded_name(name) for name in header]
    found = (folded.index(name) for name in map(folded_name, names) if name in folded)
    return next(found, None)


def names_of(known: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """Return all names of columns that do not stand for data, as they are compared."""
    return frozenset(folded_name(name) for field, others in known.items() for name in (field, *others))


def is_edges(header: Sequence[str]) -> bool:
    """Whether a first row is that of a table of relations.

    Example:
        >>> is_edges(["Source", "Target", "Id", "Label"]), is_edges(["id", "title", "parent", "source"])
        (True, False)
    """
    places = columns_of(header, EDGES).places
    if not {"source", "target"} <= places.keys():
        return False
    # A label may be that of a relation. A claim may name its parent, and a source that backs it.
    said = columns_of([name for name in header if folded_name(name) != "label"], NODES).places
    is_parent = places["target"] == first_of(header, PARENTS)
    return not ("id" in said and ("text" in said or (is_parent and "title" in said)))


def is_nodes(header: Sequence[str]) -> bool:
    """Whether a first row is that of a table of claims and arguments."""
    return not {"id", "text", "title"}.isdisjoint(columns_of(header, NODES).places)


def is_table(text: str, delimiters: str) -> bool:
    r"""Whether a text begins with a row of names, most of them known, with one of these signs between them.

    Example:
        >>> is_table("id,text\nC1,It rains.\n", ",;"), is_table("Rain, text and id: a debate", ",;")
        (True, False)
    """
    start = text.lstrip("\ufeff\r\n")[:_LONGEST]
    first = start.splitlines()[0] if start else ""
    for sign in delimiters:
        if sign in first:
            header = next(csv.reader(io.StringIO(first), delimiter=sign, skipinitialspace=True), [])
            known = max(_known(header, NODES, {"text", "id"}), _known(header, EDGES, {"source", "target"}))
            if known >= 2 and 2 * known >= len(header):
                return True
    return False


def _known(header: Sequence[str], known: Mapping[str, tuple[str, ...]], needed: set[str]) -> int:
    places = columns_of(header, known).places
    taken: set[int | None] = {*places.values()}
    if known is NODES and (parent := first_of(header, PARENTS)) is not None:
        taken |= {parent, first_of(header, STANCES)}
    return len(taken - {None}) if needed & places.keys() else 0
