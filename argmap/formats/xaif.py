"""xAIF, AIF with the text it was made from and the look of its picture, as OVA3 saves it and pipelines hand it on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.formats.aif import finished, graph_of, lines_of, say_none, taken
from argmap.formats.aif_graph import XAIF, marked, read_graph, said_by, write_graph
from argmap.formats.carrying import KEY
from argmap.formats.draft import Draft
from argmap.formats.json_lines import spread
from argmap.formats.keeping import ALL
from argmap.formats.written import Written

if TYPE_CHECKING:
    from argmap.formats.aif_graph.spans import Marked
    from argmap.formats.given import Given
    from argmap.model import ArgumentMap
    from argmap.text.reader import ParseResult

KEEPS = ALL


def read(given: Given) -> ParseResult:
    """Return the map under ``AIF``; the text, the picture and what else there is are kept in the front matter."""
    draft = Draft(given)
    value, problems = taken(given)
    if not isinstance(value, dict) or not isinstance(value.get("AIF"), dict):
        say_none(draft, value, problems, 'An xAIF file is an object with an object "AIF" in it; there is none here.')
        return finished(draft, problems)
    graph = graph_of(value["AIF"], draft, "AIF.", value.get(KEY, {}))
    for key in ("nodes", "edges"):
        if key not in value["AIF"]:
            draft.fault("AIF", f"no-{key}", f'There are no "{key}" under "AIF"; give a list, which may be empty.')
    around = {key: held for key, held in value.items() if key not in ("AIF", KEY)}
    if around != _PLAIN:
        draft.data["xaif"] = around
    read_graph(draft, graph, XAIF, said_by(graph.nodes, graph.edges, graph.rest, _text(around)))
    return finished(draft, problems)


_PLAIN: dict[str, Any] = {
    "text": "",
    "OVA": {"firstname": "", "surname": "", "url": "", "nodes": [], "edges": []},
}
"""What stands round the graph where nothing is to be said."""


def _text(around: dict[str, Any]) -> Marked | None:
    text = around.get("text")
    if isinstance(text, dict):
        text = text.get("txt")
    return marked(text) if isinstance(text, str) and "<" in text else None


def write(m: ArgumentMap) -> Written:
    """Return a map as xAIF, one node or edge on a line."""
    kept = m.data.get("xaif")
    is_kept = isinstance(kept, dict) and not {"AIF", KEY} & kept.keys()
    around = dict(kept) if isinstance(kept, dict) and is_kept else _PLAIN
    front = {} if around == _PLAIN else {"xaif": around}
    graph, losses = write_graph(m, XAIF, text=_text(around), front=front)
    inner = spread({"nodes": 0, "edges": 0, **graph.rest}, lines_of(graph), "    ")
    whole: dict[str, Any] = {"AIF": 0, **around}
    if graph.carried:
        whole[KEY] = graph.carried
    return Written("", tuple(losses), pieces=spread(whole, {}, made={"AIF": inner}, end="\n"))


def looks_like(given: Given) -> bool:
    """Whether a text is an object with a graph under ``AIF``."""
    value = given.json.value
    return isinstance(value, dict) and isinstance(value.get("AIF"), dict)
