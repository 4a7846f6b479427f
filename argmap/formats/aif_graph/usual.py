"""What nearly all inferences and relations of a graph of AIF are, read in one go."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.formats.aif_graph.naming import KEYS, told
from argmap.formats.aif_graph.nodes import ASIDE
from argmap.model import Step
from argmap.model.bulk import Sharing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.formats.aif_graph.nodes import Reader

NAMED = frozenset((*ASIDE, *KEYS))
"""What a node says of itself and its scheme, and what argmap left there; the rest is kept under ``aif``."""


class _Own(Sharing):
    """Has what only AIF says of a record."""


class _Data(Sharing):
    """Has the data of a record."""


class _Link(Sharing):
    """Has what only AIF says of a relation."""


def read_usual(reader: Reader, name: str) -> bool:
    """Read an inference as nearly all are, and return whether it is one: from claims to a claim, with nothing odd."""
    outs, ins = reader.outs.get(name), reader.ins.get(name)
    if outs is None or ins is None or len(outs) > 1 or not name.isalnum():
        return False
    if name in reader.marks or name in reader.fulfilled or name in reader.said.of:
        return False
    node, ids, kinds = reader.nodes[name], reader.ids, reader.kinds
    claims, entries = [], []
    for end, entry, mark in (*ins, outs[0]):
        if kinds[end] != "I" or type(entry) is not str or mark is not None:
            return False
        claims.append(ids[end])
        entries.append(entry)
    rest, data = _Own().__dict__, _Data().__dict__
    naming = []
    for key, value in node.items():
        if type(value) is not str:
            return False
        if key not in NAMED:
            rest[key] = value
        elif key not in ASIDE or key == "text":
            naming.append((key, value))
    word, is_known = told("RA", tuple(naming), reader.schemes)
    if not is_known:
        return False  # or it says its names in another order
    rest["edges"] = entries
    if word is not None:
        data["scheme"] = word
    data["aif"] = rest
    conclusion = claims.pop()
    made = reader.draft.plain_argument(name, (Step(tuple(claims), conclusion),), data)
    if name in reader.pointed:
        reader.arguments[name] = made, 0
    del reader.nodes[name], reader.ins[name], reader.outs[name]  # to make room
    return True


def with_own(rest: Mapping[str, Any]) -> dict[str, Any]:
    """Return the data of a relation of which only AIF says something."""
    own, data = _Link().__dict__, _Data().__dict__
    for key, value in rest.items():
        own[key] = value
    data["aif"] = own
    return data
