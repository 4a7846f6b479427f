"""A map from what Argdown draws: nodes, groups and edges, without premises and conclusions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.formats.argdown_json.marks import read_marked
from argmap.formats.argdown_json.naming import ids_of, is_made_up
from argmap.formats.naming import MAP

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argmap.formats.argdown_json.parts import Parts


def read_drawn(parts: Parts) -> None:
    """Read the nodes and edges of the drawing, which has no premises and conclusions."""
    drawn = parts.object_at(parts.value.get("map"), "map")
    nodes = list(_nodes(parts, parts.list_at(drawn.get("nodes"), "map.nodes")))
    titles: dict[bool, dict[str, None]] = {True: {}, False: {}}
    for given, path, _ in nodes:
        title = given.get("title", given.get("labelTitle"))
        titles[_is_argument(given)].setdefault(title if isinstance(title, str) else path)
    claim_ids, argument_ids = ids_of(titles[False], titles[True])
    known: dict[object, str] = {}
    for given, path, section in nodes:
        title = given.get("title", given.get("labelTitle"))
        name = title if isinstance(title, str) else path
        text, ranges = read_marked(_text(given.get("labelText")), None)
        parts.is_coloured |= "color" in given
        is_argument = _is_argument(given)
        add = parts.draft.argument if is_argument else parts.draft.claim
        wanted = (argument_ids if is_argument else claim_ids)[name]
        made = add(
            wanted,
            text,
            title=None if is_made_up(name) else name,
            tags=parts.tags(given, path),
            section=section,
            ranges=ranges,
        )
        key = given.get("id")
        known[key if isinstance(key, str) else path] = made
    for place, each in enumerate(parts.list_at(drawn.get("edges"), "map.edges")):
        path = f"map.edges[{place}]"
        given = parts.object_at(each, path)
        kind = parts.kind(given, path)
        ends = []
        for name, old in (("from", "source"), ("to", "target")):
            word = name if name in given else old
            end = given.get(word)
            end = end.get("id") if isinstance(end, dict) else end
            if isinstance(end, str) and end in known:
                ends.append(known[end])
            else:
                parts.draft.dangling(f"{path}.{word}", "This edge", end, known)
        if kind is not None and len(ends) == 2:
            parts.draft.relation(kind, *ends)
    why = "The file has only what is drawn, not the statements and arguments themselves."
    parts.draft.lose("the premises and conclusions of the arguments", MAP, why)


def _nodes(parts: Parts, nodes: list[Any]) -> Iterator[tuple[Mapping[str, Any], str, str | None]]:
    """Yield the nodes, each with its path and section; groups become sections."""
    stack: list[tuple[Any, str, str | None]] = [(each, f"map.nodes[{place}]", None) for place, each in enumerate(nodes)]
    stack.reverse()
    while stack:
        each, path, section = stack.pop()
        given = parts.object_at(each, path)
        if given.get("type") != "group-map-node" and "children" not in given:
            if given:
                yield given, path, section
            continue
        parts.is_coloured |= "color" in given
        made = parts.add_section(given, path, section, given.get("title", given.get("labelTitle")))
        children = parts.list_at(given.get("children"), f"{path}.children")
        stack += [(child, f"{path}.children[{place}]", made) for place, child in enumerate(children)][::-1]


def _text(given: object) -> str:
    return given if isinstance(given, str) else ""


def _is_argument(given: Mapping[str, Any]) -> bool:
    return given.get("type") == "argument-map-node"
