"""Maps that say no more than a nodeset of AIF does, written in one go.

Nearly all long maps that are written as AIF came from there: claims, arguments of one step and conflicts, of which only
AIF says more. Their nodes and edges become text at once, without what `argmap.formats.aif_graph.making` brings together
for all other maps. The text is the same.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import repeat
from operator import attrgetter, eq
from typing import TYPE_CHECKING, NamedTuple

from argmap.formats.aif_graph.flavour import AIF
from argmap.formats.aif_graph.naming import KEYS, naming_for, word_of
from argmap.formats.aif_graph.nodes import ASIDE
from argmap.formats.aif_graph.writing_layer import carried_for_map
from argmap.formats.json_lines import as_json, quoted
from argmap.model import RelationKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from argmap.model import Argument, ArgumentMap, Claim, Relation

_id = attrgetter("id")
_beside = attrgetter("title", "ranges", "wordings", "tags", "section")
_BARE = (None, (), (), (), None)
_SUPPORT, _ATTACK, _UNDERCUT = RelationKind.SUPPORT, RelationKind.ATTACK, RelationKind.UNDERCUT
_MADE = "e"
"""How the ids of edges begin that argmap makes."""

# What may be kept of a node, and asks for a closer look.
_ASKS = frozenset((*ASIDE, "participantID", "edge"))
_ASKS_OF_CLAIM = _ASKS | {"edges"}
_ASKS_OF_SCHEME = _ASKS | frozenset(KEYS)
_ASKS_OF_LINKED = (_ASKS_OF_SCHEME | {"edges"}) - {"type"}
_ASKS_OF_LINK = _ASKS_OF_SCHEME - {"nodeID"}
_TOLD = frozenset(("nodeID", "type", "edges"))
"""What is kept of a node, and said in a place of its own."""


class Lines(NamedTuple):
    """The nodes and edges of a map, each as JSON on a line.

    Attributes:
        nodes: The nodes.
        edges: The edges.
        carried: What the file carries of the title, the front matter and the sections.
    """

    nodes: Iterator[str]
    edges: Iterator[str]
    carried: dict[str, Any]


def plain_lines(m: ArgumentMap) -> Lines | None:
    r"""Return the nodes and edges of a map as lines of a nodeset; None where something asks for a closer look. Linear.

    Example:
        >>> import argmap
        >>> m = argmap.ArgumentMap()
        >>> made = m.support(["It rains"], m.claim("The street is wet"))
        >>> print(*plain_lines(m).edges, sep="\n")
        {"edgeID": "e1", "fromID": "C2", "toID": "A1", "formEdgeID": null}
        {"edgeID": "e2", "fromID": "A1", "toID": "C1", "formEdgeID": null}
        >>> snow = m.claim("It snows", title="Snow")
        >>> plain_lines(m) is None  # a nodeset knows no titles
        True
    """
    look = _Look(m)
    if not look.is_plain():
        return None
    carried = carried_for_map(m)
    if look.is_numbered:
        carried["edges"] = _MADE
    return Lines(_nodes(m), _edges(m), carried)


# -- what is plain ---------------------------------------------------------------------------------------------


class _Look:
    """A look at all records of a map.

    Attributes:
        arguments: The ids of the arguments.
        linked: How many relations each conflict with several inputs has, as such an argument without steps is one in
            AIF; how many have it as their target; and how many of these are its inputs.
        names: The ids of the nodes that are relations.
        is_numbered: Whether there is an edge without an id.
    """

    def __init__(self, m: ArgumentMap) -> None:
        self.m = m
        self.arguments = set(map(_id, m.arguments))
        self.linked: dict[str, list[int]] = {}
        self.names: set[str] = set()
        self.is_numbered = False

    def is_plain(self) -> bool:
        """Whether a nodeset says all of the map, as it is."""
        m, names = self.m, self.names
        return (
            "aif" not in m.data
            and all(map(str.isalnum, map(_id, m)))
            and all(map(eq, map(_beside, m), repeat(_BARE)))
            and all(map(_is_plain_claim, m.claims))
            and all(map(self._is_plain_argument, m.arguments))
            and all(map(self._is_plain_relation, m.relations))
            # One input and one output, and nothing at it, would be an attack.
            and all(points < ins or not outs == points == 1 for outs, ins, points in self.linked.values())
            and names.isdisjoint(map(_id, m))
        )

    def _is_plain_argument(self, argument: Argument) -> bool:
        steps, data = argument.steps, argument.data
        if argument.text:
            return False
        if not steps:
            self.linked[argument.id] = [0, 0, 0]
            own = data.get("aif")
            return type(own) is dict and own.get("type") == "CA" and _is_plain_scheme("CA", data, _ASKS_OF_LINKED)
        step = steps[0]
        if len(steps) > 1 or not step.premises or step.rules or step.data:
            return False
        return _is_plain_scheme("RA", data, _ASKS_OF_SCHEME) and self._has_ids(data, len(step.premises) + 1)

    def _is_plain_relation(self, relation: Relation) -> bool:
        source, target, data, kind = relation.source, relation.target, relation.data, relation.kind
        linked = self.linked
        is_hit = kind is (_UNDERCUT if target in self.arguments else _ATTACK)
        if target in linked:
            linked[target][1] += 1
        if source == target or relation.step:
            return False
        if source in linked:
            linked[source][0] += 1
            return is_hit and self._is_plain_edge(data)
        if kind is _SUPPORT and target in linked:
            linked[target][2] += 1
            return self._is_plain_edge(data)
        own = data.get("aif")
        name = own.get("nodeID") if type(own) is dict else None
        if type(name) is not str or not name or name in self.names or not is_hit:
            return False
        self.names.add(name)
        return _is_plain_scheme("CA", data, _ASKS_OF_LINK) and self._has_ids(data, 2)

    def _is_plain_edge(self, data: Mapping[str, Any]) -> bool:
        if not data:
            self.is_numbered = True
            return True
        own = data.get("aif")
        return len(data) == 1 and type(own) is dict and len(own) == 1 and _is_id(own.get("edge"))

    def _has_ids(self, data: Mapping[str, Any], number: int) -> bool:
        """Whether so many edges have ids, or none has one."""
        own = data.get("aif")
        if own is None or "edges" not in own:
            self.is_numbered = True
            return True
        entries = own["edges"]
        if type(entries) is not list or len(entries) != number:
            return False
        for entry in entries:  # noqa: SIM110  # a generator costs more than the rest
            if not _is_id(entry):
                return False
        return True


def _is_id(entry: object) -> bool:
    return type(entry) is str and not entry.startswith(_MADE)


def _is_plain_claim(claim: Claim) -> bool:
    data = claim.data
    is_kept = not data or (len(data) == 1 and _is_kept(data.get("aif"), _ASKS_OF_CLAIM))
    return is_kept and type(claim.text) is str


def _is_kept(own: object, asks: frozenset[str]) -> bool:
    return type(own) is dict and len(own) > 0 and asks.isdisjoint(own)


def _is_plain_scheme(kind: str, data: Mapping[str, Any], asks: frozenset[str]) -> bool:
    size = len(data)
    if "aif" in data:
        if not _is_kept(data["aif"], asks):
            return False
        size -= 1
    if not size:
        return True
    word = data.get("scheme")
    return size == 1 and type(word) is str and _scheme(kind, word)[0] == word


@lru_cache(maxsize=4096)
def _scheme(kind: str, word: str | None) -> tuple[str | None, str, str]:
    """Return the scheme that reading would tell, the text of a node that has it, and what else the node says of it."""
    told = word_of(kind, naming_for(kind, word if word and word.strip() else None, AIF.schemes))
    (_, text), *rest = naming_for(kind, told, AIF.schemes)
    return told, quoted(str(text)), "".join(f", {quoted(key)}: {quoted(str(value))}" for key, value in rest)


# -- lines -----------------------------------------------------------------------------------------------------


def _nodes(m: ArgumentMap) -> Iterator[str]:
    for claim in m.claims:
        more = _more(claim.data["aif"]) if claim.data else ""
        yield f'{{"nodeID": "{claim.id}", "text": {quoted(claim.text)}, "type": "I"{more}}}'
    for argument in m.arguments:
        yield _node(f'"{argument.id}"', "RA" if argument.steps else "CA", argument.data)
    for relation in m.relations:
        own = relation.data.get("aif")
        if own and "nodeID" in own:
            yield _node(quoted(own["nodeID"]), "CA", relation.data)


def _node(name: str, kind: str, data: Mapping[str, Any]) -> str:
    _, text, said = _scheme(kind, data.get("scheme"))
    more = _more(data["aif"]) if "aif" in data else ""
    return f'{{"nodeID": {name}, "text": {text}, "type": "{kind}"{more}{said}}}'


def _more(own: Mapping[str, Any]) -> str:
    more = ""
    for key, value in own.items():
        if key not in _TOLD:
            more += f", {quoted(key)}: {quoted(value) if type(value) is str else as_json(value)}"
    return more


def _edges(m: ArgumentMap) -> Iterator[str]:
    number = 0

    def ids(own: Mapping[str, Any] | None, many: int) -> list[str]:
        nonlocal number
        if own and "edges" in own:
            kept: list[str] = own["edges"]
            return kept
        number += many
        return [f"{_MADE}{number - many + at}" for at in range(1, many + 1)]

    for argument in m.arguments:
        for step in argument.steps:
            name, end, entries = argument.id, step.conclusion, ids(argument.data.get("aif"), len(step.premises) + 1)
            for premise, entry in zip(step.premises, entries, strict=False):
                yield f'{{"edgeID": {quoted(entry)}, "fromID": "{premise}", "toID": "{name}", "formEdgeID": null}}'
            yield f'{{"edgeID": {quoted(entries[-1])}, "fromID": "{name}", "toID": "{end}", "formEdgeID": null}}'
    for relation in m.relations:
        source, target, own = relation.source, relation.target, relation.data.get("aif")
        if own and "nodeID" in own:
            link, (first, second) = quoted(own["nodeID"]), ids(own, 2)
            yield f'{{"edgeID": {quoted(first)}, "fromID": "{source}", "toID": {link}, "formEdgeID": null}}'
            yield f'{{"edgeID": {quoted(second)}, "fromID": {link}, "toID": "{target}", "formEdgeID": null}}'
        else:
            entry = own["edge"] if own else ids(None, 1)[0]
            yield f'{{"edgeID": {quoted(entry)}, "fromID": "{source}", "toID": "{target}", "formEdgeID": null}}'
