"""A normal form of what is drawn of a text, to compare argmap with the official implementation.

A drawing is a dict of plain values:

* ``nodes``: for each key (those of `tests.oracle.reading`) its ``kind`` (claim or argument), the ``title`` and ``text``
  that are written in it (empty for none), its ``colour`` (``#rrggbb`` or None) and its ``group`` (titles, outer first).
* ``groups``: for each path of titles whether it is ``closed``, and its ``colour``.
* ``edges``: a set of (source, target, kind); a symmetric one has its ends in order. ``relations``: the colour of each
  kind of edge. A closed group is a node of edges with the key ``group A / B``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.view import ARGDOWN, OFFICIAL, Diagram, EdgeKind, Label, Node, NodeKind, View, diagram_of
from argmap.view.colours import as_hex
from tests.oracle.reading import SYMMETRIC, _Places

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.text import ParseResult

DIFFERENCES: Mapping[str, str] = {
    "untitled-labels": (
        "Where titles are asked for and there is none, the official tool writes 'Untitled 1'. argmap writes the text."
    ),
    "titles-like-untitled": (
        "The official tool takes any title that begins with 'Untitled' for one that it made up. In argmap a title that "
        "somebody gave is a title."
    ),
    "edges-twice": (
        "The official tool draws an edge twice where a relation says what an argument says already. argmap draws it "
        "once."
    ),
    "lost-contradictions": (
        "Officially [A] >< [B] is lost where [A] is a node and [B] is seen as the conclusion of an argument alone, but "
        "not where it is written the other way round. In argmap the order does not matter."
    ),
    "contradictions-of-arguments": (
        "A contradiction between an argument and anything else is officially drawn as an attack in the direction in "
        "which it is written. In argmap it is drawn as what it is."
    ),
    "contradictions-of-groups": (
        "In the official tool an edge that closing groups turns into the same as another is kept, and so is a "
        "contradiction in both directions. In argmap a closed group has each edge once."
    ),
    "regrouped-levels": (
        "The official tool measures how deep regrouped sections are by the headings that they replace, so some are no "
        "groups. In argmap every group under group.regroup is one."
    ),
    "regrouped-ids": (
        "The official tool gives the same id to a regrouped section and to the one behind its parent, and mixes up "
        "what is in them. In argmap each is a group of its own."
    ),
    "closed-ancestors": (
        "Officially a closed section that holds sections alone, and nothing of its own, stays open. In argmap it is "
        "closed."
    ),
    "exploded-undercuts": (
        "The official tool loses what undercuts an inference when it explodes the argument. argmap ties it to the part."
    ),
    "exploded-titles": (
        "Where an argument 'T - 1' is there already, or 'uses' names a line that is not, exploding T is an exception "
        "in the official tool. argmap finds another id, and takes the lines above."
    ),
    "from-of-a-conclusion": (
        "The official tool hears 'from' in the data of a conclusion only beside 'uses'. argmap hears it by itself."
    ),
    "first-colour-of-groups": (
        "In the official tool the first colour of a group scheme, 0, counts as none where a group asks for it. In "
        "argmap it is a colour like the others."
    ),
    "checked-colours": (
        "Where a colour stands in a mapping ({color: red}), the official tool passes on any word. argmap keeps to "
        "'#rgb' and '#rrggbb'."
    ),
    "empty-or-unknown-names": (
        "Officially a list under selectedTags or selectedSections that is empty, or names nothing that is there, leaves "
        "nothing over. argmap notes it and draws all."
    ),
}
"""Where argmap draws something else than the official implementation, and why. The documentation quotes this."""


NOT_CLAIMS = ("<", "argument ", "group ")
"""How the keys of what is no claim begin."""


def official_view(result: ParseResult) -> View:
    """The view of a text over the official defaults, colours and all."""
    from dataclasses import replace

    return View.of(result.map, replace(ARGDOWN, colours=OFFICIAL))


def drawing_of(result: ParseResult) -> dict[str, Any]:
    """What argmap draws of a text, by the official defaults."""
    m = result.map
    assert m.source is not None
    places = _Places(m.source.text)
    view = official_view(result)
    diagram = diagram_of(m, view)
    paths = _paths(diagram)

    def key(node: Node) -> str:
        if node.kind is NodeKind.GROUP:
            above = paths[node.group] if node.group else ()
            return "group " + " / ".join((*above, node.title or ""))
        part = node.id[len(node.of) :] if node.of != node.id else ""
        record: Any = m[node.of]
        if record.title is not None:
            base = f"[{record.title}]" if node.kind is NodeKind.CLAIM else f"<{record.title}>"
        elif node.kind is NodeKind.CLAIM:
            base = f"claim {places.settled(record.occurrences[0].span.start)}"
        else:
            base = f"argument {places.settled(record.span.start).split(':')[0]}"
        return base + part

    keys = {node.id: key(node) for node in diagram.nodes}
    groups = {paths[group.id]: {"closed": False, "colour": group.colour} for group in diagram.groups}
    nodes = {}
    for node in diagram.nodes:
        above = paths[node.group] if node.group else ()
        if node.kind is NodeKind.GROUP:
            groups[*above, node.title or ""] = {"closed": True, "colour": node.colour}
            continue
        title, text = _written(node)
        nodes[keys[node.id]] = {
            "kind": node.kind.value,
            "title": title,
            "text": text,
            "colour": node.colour,
            "group": above,
        }
    edges = set()
    for edge in diagram.edges:
        kind = "support" if edge.kind is EdgeKind.PREMISE else edge.kind.value
        edges.add(_edge(keys[edge.source], keys[edge.target], kind))
        if edge.is_mutual:
            edges.add(_edge(keys[edge.target], keys[edge.source], kind))
    colours = {("support" if edge.kind is EdgeKind.PREMISE else edge.kind.value): edge.colour for edge in diagram.edges}
    return {"nodes": nodes, "groups": groups, "edges": edges, "relations": colours}


def official_drawing(drawn: Mapping[str, Any], text: str) -> dict[str, Any]:
    """What the official tool draws of a text, as the oracle said."""
    places = _Places(text)

    def key(name: str) -> str:
        sort, _, rest = name.partition(" ")
        if sort == "claim" and ":" in rest:
            return f"claim {places.resettled(rest)}"
        return name

    nodes = {
        key(one["key"]): {
            "kind": "claim" if one["type"] == "statement-map-node" else "argument",
            "title": one["title"] or "",
            "text": (one["text"] or "").strip(),
            "colour": as_hex(one["colour"]),
            "group": tuple(one["group"]),
        }
        for one in drawn["nodes"]
    }
    groups = {tuple(one["path"]): {"closed": one["closed"], "colour": as_hex(one["colour"])} for one in drawn["groups"]}
    edges = {_edge(key(source), key(target), kind) for source, target, kind, _ in drawn["edges"]}
    colours = {kind: as_hex(colour) for _, _, kind, colour in drawn["edges"]}
    return {"nodes": nodes, "groups": groups, "edges": edges, "relations": colours}


def _edge(source: str, target: str, kind: str) -> tuple[str, str, str]:
    if kind in SYMMETRIC and target < source:
        source, target = target, source
    return source, target, kind


def _paths(diagram: Diagram) -> dict[str, tuple[str, ...]]:
    paths: dict[str, tuple[str, ...]] = {}
    for group in diagram.groups:
        paths[group.id] = (*(paths[group.parent] if group.parent else ()), group.title)
    return paths


def _written(node: Node) -> tuple[str, str]:
    """What stands in a box, by its label (`Label.BOTH` is Argdown's ``hide-untitled``)."""
    title, text = node.title or "", node.text
    match node.label:
        case Label.NONE:
            return "", ""
        case Label.TITLE:
            return (title, "") if title else ("", text)
        case Label.TEXT:
            return ("", text) if text else (title, "")
    return title, text


def drawing_differences(ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> list[str]:
    """Sentences on what is not the same in two drawings, first argmap's."""
    found = []
    for sort in ("nodes", "groups"):
        mine, other = ours[sort], theirs[sort]
        found += [f"Only argmap draws {name} among the {sort}." for name in mine if name not in other]
        found += [f"Only the official tool draws {name} among the {sort}." for name in other if name not in mine]
        found += [
            f"{name}: {field} is {mine[name][field]!r}, officially {other[name][field]!r}."
            for name in mine
            if name in other
            for field in other[name]
            if mine[name][field] != other[name][field] and not _is_made_up(field, mine[name], other[name])
        ]
    more, less = ours["edges"] - theirs["edges"], theirs["edges"] - ours["edges"]
    for edge in sorted(more):
        source, target, kind = edge
        as_attack = {(source, target, "attack"), (target, source, "attack")} & theirs["edges"]
        if kind in SYMMETRIC and as_attack and (source.startswith(NOT_CLAIMS) or target.startswith(NOT_CLAIMS)):
            less -= as_attack  # difference "contradictions-of-arguments"
        else:
            found.append(f"Only argmap has the edge {edge}.")
    found += [f"Only the official tool has the edge {edge}." for edge in sorted(less)]
    both = ours["relations"].keys() & theirs["relations"].keys()
    found += [
        f"The colour of {kind} is {ours['relations'][kind]}, officially {theirs['relations'][kind]}."
        for kind in sorted(both)
        if ours["relations"][kind] != theirs["relations"][kind]
    ]
    return found


def _is_made_up(field: str, mine: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Difference "untitled-labels"."""
    return other.get("title", "").startswith("Untitled") and not mine["title"] and field in ("title", "text")
