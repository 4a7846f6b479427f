"""What nearly all inferences and relations of a graph of AIF are, read in one go."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.formats.aif_graph.naming import KEYS, naming_of, told
from argmap.formats.aif_graph.nodes import ASIDE
from argmap.model import RelationKind, Step
from argmap.model.bulk import Sharing, open_form

if TYPE_CHECKING:
    from argmap.formats.aif_graph.nodes import Entry, Reader

NAMED = frozenset((*ASIDE, *KEYS))
"""What a node says of itself and its scheme, and what argmap left there; the rest is kept under ``aif``."""


_UNDERCUT = RelationKind.UNDERCUT
_OpenStep = open_form(Step)


class _Own(Sharing):
    """Has what only AIF says of a record."""


class _Data(Sharing):
    """Has the data of a record."""


class _Link(Sharing):
    """Has what only AIF says of a relation."""


class _LinkData(Sharing):
    """Has the data of such a relation."""


class _Edge(Sharing):
    """Has what only AIF says of a relation that is an edge."""


class _EdgeData(Sharing):
    """Has the data of such a relation."""


def read_usual(reader: Reader, name: str) -> bool:
    """Read an inference as nearly all are, and return whether it is one: from claims to a claim, with nothing odd."""
    outs, ins = reader.outs.get(name), reader.ins.get(name)
    if outs is None or ins is None or len(outs) > 1 or not name.isalnum() or name in reader.marks:
        return False
    ids, kinds = reader.ids, reader.kinds
    claims, entries = [], []
    for end, entry, mark in (*ins, outs[0]):
        if kinds[end] != "I" or type(entry) is not str or mark is not None:
            return False
        claims.append(ids[end])
        entries.append(entry)
    rest, data = _Own().__dict__, _Data().__dict__
    if not _is_usual(reader, name, "RA", rest, data):
        return False
    rest["edges"] = entries
    data["aif"] = rest
    conclusion = claims.pop()
    step = _OpenStep(tuple(claims), conclusion)
    step.__class__ = Step
    made = reader.draft.plain_argument(name, (step,), data)
    if name in reader.pointed:
        reader.arguments[name] = made, 0
    del reader.nodes[name], reader.ins[name], reader.outs[name]  # to make room
    return True


def read_usual_link(reader: Reader, name: str, kind: RelationKind) -> bool:
    """Read a conflict that is a relation as nearly all are, and return whether it is one: with nothing odd."""
    ((start, first, mark),), ((end, second, other),) = reader.ins[name], reader.outs[name]
    if type(first) is not str or type(second) is not str or mark is not None or other is not None:
        return False
    if name in reader.marks:
        return False
    own, data = _Link().__dict__, _LinkData().__dict__
    own["nodeID"] = name
    if not _is_usual(reader, name, "CA", own, data):
        return False
    own["edges"] = [first, second]
    data["aif"] = own
    target, step = reader.arguments.get(end, (reader.ids.get(end, ""), None))
    step = step if kind is _UNDERCUT else None
    reader.draft.relation(kind, reader.ids[start], target, step=step, data=data, is_plain=True)
    del reader.nodes[name], reader.ins[name], reader.outs[name]  # to make room
    return True


def _is_usual(reader: Reader, name: str, kind: str, own: dict[str, Any], data: dict[str, Any]) -> bool:
    """Put what a node says where it belongs, and return whether it is all text, and its scheme is said as usual."""
    if name in reader.fulfilled or name in reader.said.of:
        return False
    node = reader.nodes[name]
    for key, value in node.items():
        if type(value) is not str:
            return False
        if key not in NAMED:
            own[key] = value
    get = node.get
    naming = kind, get("text"), get("scheme"), get("schemeID"), get("fulfils")
    word = reader.words.get(naming)  # it is the same again and again
    if word is None:
        known, is_known = told(kind, naming_of(node), reader.schemes)
        if not is_known:
            return False
        word = reader.words[naming] = known or ""
    if word:
        data["scheme"] = word
    return True


def data_of_edge(entry: Entry) -> dict[str, Any]:
    """Return the data of a relation that is an edge, of which no more is kept than what an edge says of itself."""
    own, data = _Edge().__dict__, _EdgeData().__dict__
    own["edge"] = entry
    data["aif"] = own
    return data
