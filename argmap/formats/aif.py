"""AIF-JSON, the Argument Interchange Format as AIFdb stores it: ``nodes``, ``edges`` and ``locutions``."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

from argmap.formats.aif_graph import AIF, Graph, plain_lines, read_graph, said_by, write_graph
from argmap.formats.carrying import KEY
from argmap.formats.draft import Draft
from argmap.formats.json_lines import as_line, spread
from argmap.formats.json_parts import Unusual, parts_of
from argmap.formats.json_text import JsonText
from argmap.formats.keeping import ALL
from argmap.formats.written import Written
from argmap.memory import collection_paused

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.diagnostics import Diagnostic
    from argmap.formats.given import Given
    from argmap.model import ArgumentMap
    from argmap.text.reader import ParseResult

KEEPS = ALL


def read(given: Given) -> ParseResult:
    """Return the map of a nodeset."""
    draft = Draft(given)
    value, problems = taken(given)
    if isinstance(value, dict) and isinstance(value.get("nodes"), list):
        graph = graph_of(value, draft)
        del value  # the graph goes piece by piece, to make room for what is made of it
        read_graph(draft, graph, AIF, said_by(graph.nodes, graph.edges, graph.rest))
    else:
        say_none(draft, value, problems, 'A nodeset of AIF is an object with "nodes" and "edges"; there is none here.')
    return finished(draft, problems)


def taken(given: Given) -> JsonText:
    """Return what a text holds as JSON, and let go of both, so that reading may use it up."""
    found = _in_parts(given.text) if "json" not in vars(given) else None
    if found is None:
        found = given.json
        del given.json
    given.let_go()
    return found


def _in_parts(text: str) -> JsonText | None:
    """Return what a long text holds; its parts take less room while they are parsed."""
    parts = parts_of(text, list)
    if parts is None:
        return None
    try:
        with collection_paused():
            nodes, edges = list(chain.from_iterable(parts.nodes)), list(chain.from_iterable(parts.edges))
    except Unusual:
        return None
    return JsonText({"nodes": nodes, "edges": edges, **parts.rest})


def say_none(draft: Draft, value: object, problems: tuple[Diagnostic, ...], message: str) -> None:
    """Say that a text is of another sort, unless it is known to be broken."""
    if value is not None or not problems:
        draft.fault(0, "no-graph", message)


def finished(draft: Draft, problems: tuple[Diagnostic, ...]) -> ParseResult:
    """Return the map, with what is wrong with the JSON among the diagnostics."""
    result = draft.result()
    if not problems:
        return result
    return result._replace(diagnostics=tuple(sorted((*problems, *result.diagnostics), key=lambda each: each.span)))


def graph_of(value: dict[str, Any], draft: Draft, path: str = "", carried: object = None) -> Graph:
    """Return the graph in an object with ``nodes``, ``edges`` and lists beside them; what is no list is said."""
    lists: dict[str, list[Any]] = {}
    for key in ("nodes", "edges"):
        held = value.get(key)
        if held is not None and not isinstance(held, list):
            draft.fault(
                f"{path}{key}", "no-list", f"The {key} stand in a list; this is none, and nothing is read of it."
            )
        lists[key] = held if isinstance(held, list) else []
    rest = {key: held for key, held in value.items() if key not in ("nodes", "edges", KEY)}
    mark = value.get(KEY) if carried is None else carried
    return Graph(lists["nodes"], lists["edges"], rest, mark if isinstance(mark, dict) else {}, path)


def write(m: ArgumentMap) -> Written:
    """Return a map as a nodeset, one node or edge on a line."""
    with collection_paused():
        plain = plain_text(m)
    return plain or write_as_graph(m)


def write_as_graph(m: ArgumentMap) -> Written:
    """Return a map as a nodeset, whatever is in it."""
    graph, losses = write_graph(m, AIF)
    whole = {"nodes": 0, "edges": 0, **graph.rest}
    if graph.carried:
        whole[KEY] = graph.carried
    return Written("", tuple(losses), pieces=spread(whole, lines_of(graph), end="\n"))


def plain_text(m: ArgumentMap) -> Written | None:
    """Return a map as a nodeset in one go; None if there is more in it than that."""
    lines = plain_lines(m)
    if lines is None:
        return None
    whole: dict[str, Any] = {"nodes": 0, "edges": 0, "locutions": []}
    if lines.carried:
        whole[KEY] = lines.carried
    return Written("", pieces=spread(whole, {"nodes": lines.nodes, "edges": lines.edges}, end="\n"))


def lines_of(graph: Graph) -> dict[str, Iterable[str]]:
    """Return each item of the lists of a graph as a line; its nodes and edges are used up."""
    held = {"nodes": graph.nodes, "edges": graph.edges, **graph.rest}
    found: dict[str, Iterable[str]] = {}
    for key, some in held.items():
        if isinstance(some, list) and all(isinstance(each, dict) for each in some):
            is_ours = some is graph.nodes or some is graph.edges
            found[key] = _used_up(some) if is_ours else [as_line(each) for each in some]
    return found


def _used_up(items: list[dict[str, Any]]) -> Iterator[str]:
    """Yield each item as a line, and let go of it."""
    items.reverse()
    while items:
        yield as_line(items.pop())


def looks_like(given: Given) -> bool:
    """Whether a text is an object with lists of nodes and edges as AIF has them."""
    value = given.json.value
    if not isinstance(value, dict) or not isinstance(value.get("nodes"), list):
        return False
    start = value["nodes"][:1] or value.get("locutions")
    if not start:
        return "locutions" in value and "edges" in value
    return isinstance(start[0], dict) and "nodeID" in start[0]
