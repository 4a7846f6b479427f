"""The JSON of OVA 1 and 2 and of ReCAP: a graph of AIF with the look of its picture and the text it was made from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.formats.aif import finished, graph_of, say_none, taken
from argmap.formats.aif_graph import OVA, Graph, id_of, marked, read_graph, said_by, write_graph
from argmap.formats.carrying import KEY
from argmap.formats.draft import Draft
from argmap.formats.json_lines import as_line, spread
from argmap.formats.keeping import ALL
from argmap.formats.written import Written
from argmap.model.naming import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from argmap.formats.aif_graph.spans import Marked
    from argmap.formats.given import Given
    from argmap.model import ArgumentMap
    from argmap.text.reader import ParseResult

KEEPS = ALL

_COLOURS = {"I": "b", "RA": "g", "CA": "r", "MA": "m", "YA": "y", "TA": "p"}
_COLUMNS = 6


def _look(number: int, kind: object) -> dict[str, Any]:
    """Return what a node says of its look that has none yet: its place in a grid."""
    return {
        "x": 40 + 260 * (number % _COLUMNS),
        "y": 40 + 140 * (number // _COLUMNS),
        "w": 200 if kind in ("I", "L") else 60,
        "h": 90 if kind in ("I", "L") else 30,
        "color": _COLOURS.get(kind, "b") if isinstance(kind, str) else "b",
        "visible": True,
        "descriptors": {},
        "cqdesc": {},
        "imgurl": "",
        "participantID": "0",
    }


_ENDS = ("fromID", "toID", "from", "to")
_LOOK = _look(0, "I").keys()


# -- reading -------------------------------------------------------------------------------------------------------


def read(given: Given) -> ParseResult:
    """Return the map of an analysis; its look is kept in the data of the records."""
    draft = Draft(given)
    value, problems = taken(given)
    if not isinstance(value, dict) or not isinstance(value.get("nodes"), list):
        message = 'A file of OVA is an object with "nodes", "edges" and "analysis"; there is none here.'
        say_none(draft, value, problems, message)
        return finished(draft, problems)
    analysis = value.get("analysis")
    kept = {key: held for key, held in value.items() if key != "analysis"}
    graph = graph_of(kept, draft)
    graph.nodes = [_node(each) if type(each) is dict else each for each in graph.nodes]
    names = _names(value["nodes"], graph.nodes)
    graph.edges = [_edge(each, names) if type(each) is dict else each for each in graph.edges]
    participants = graph.rest.get("participants")
    if isinstance(participants, list):
        graph.rest["participants"] = [_renamed(each, "id", "participantID") for each in participants]
    draft.title = _title(analysis)
    draft.data.update(_front(analysis, graph, {}))
    said = said_by(graph.nodes, graph.edges, graph.rest, _text(analysis))
    for node in graph.nodes:
        if type(node) is dict:
            _forget_thesis(node)
    read_graph(draft, graph, OVA, said)
    return finished(draft, problems)


def _node(node: dict[str, Any]) -> dict[str, Any]:
    """Return a node under the names that AIF has."""
    found: dict[str, Any] = {"nodeID": node.get("id")}
    found.update((key, node[key]) for key in ("text", "type") if key in node)
    mark = node.get(KEY)
    if node.get("scheme", "0") not in ("0", 0, "", None):
        found["schemeID"] = node["scheme"]
    found.update((key, value) for key, value in node.items() if key not in ("id", "scheme", "text", "type", KEY))
    if KEY in node:
        found[KEY] = mark
    if isinstance(mark, dict):
        own = mark.get("ova")
        if isinstance(own, dict):
            found[KEY] = {key: value for key, value in mark.items() if key != "ova"}
            if not found[KEY]:
                del found[KEY]
            if isinstance(own.get("node"), str):
                found["nodeID"] = own["node"]
            if type(own.get("look")) is int:
                look = _look(own["look"], node.get("type"))
                if all(key in found and found[key] == value for key, value in look.items()):
                    for key in look:
                        del found[key]
            if isinstance(own.get("aside"), dict):
                found.update(own["aside"])
            if own.get("thesis") is True and found.get("majorClaim") is True:
                found["majorClaim"] = None
    return found


def _names(given: Iterable[Any], nodes: Iterable[Any]) -> dict[str, Any]:
    """Return for the id of a node in the file the one that it has in the graph, where it is another."""
    found = {}
    for old, new in zip(given, nodes, strict=True):
        if type(old) is dict and new["nodeID"] != old.get("id"):
            found[str(old.get("id"))] = new["nodeID"]
    return found


def _edge(edge: dict[str, Any], names: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, end in (("fromID", "from"), ("toID", "to")):
        if end in edge:
            node = edge[end]
            name = node.get("id") if type(node) is dict else node
            found[key] = names.get(str(name), name) if names else name
    rest = {key: value for key, value in edge.items() if key not in ("from", "to", "fromID", "toID")}
    if rest.get("visible") is True:
        del rest["visible"]
    mark = rest.get(KEY)
    if type(mark) is dict and type(mark.get("ova")) is dict:
        rest.update(mark["ova"])
        rest[KEY] = {key: value for key, value in mark.items() if key != "ova"}
        if not rest[KEY]:
            del rest[KEY]
    found.update(rest)
    return found


def _renamed(given: Any, old: str, new: str) -> Any:
    if type(given) is not dict or old not in given or new in given:
        return given
    return {new if key == old else key: value for key, value in given.items()}


def _text(analysis: object) -> Marked | None:
    text = analysis.get("txt") if isinstance(analysis, dict) else None
    return marked(text) if isinstance(text, str) and "<" in text else None


def _title(analysis: object) -> str:
    title = analysis.get("documentTitle") if isinstance(analysis, dict) else None
    return one_line(title) if isinstance(title, str) else ""


def _front(analysis: object, graph: Graph, theses: Mapping[str, Any]) -> dict[str, Any]:
    """Return what front matter an analysis and the main claims of its graph make."""
    found: dict[str, Any] = {}
    is_plain = isinstance(analysis, dict) and analysis == _plain(analysis.get("documentTitle"))
    if not is_plain and analysis is not None:
        found["ova"] = analysis
    main = [
        name
        for node in graph.nodes
        if type(node) is dict
        and "majorClaim" in node
        and node.get("type") == "I"
        and (node["majorClaim"] is True or node["majorClaim"] is None)
        and (name := id_of(node.get("nodeID"))) is not None
    ]
    if main:
        found["thesis"] = main[0] if len(main) == 1 else main
    return {**found, **theses}


def _forget_thesis(node: dict[str, Any]) -> None:
    """Leave to the front matter which claims are main; a node keeps only that it says so of itself."""
    if node.get("type") == "I" and "majorClaim" in node:
        if node["majorClaim"] is None:
            del node["majorClaim"]
        elif node["majorClaim"] is True:
            node["majorClaim"] = False


def _plain(title: object) -> dict[str, Any]:
    return {"txt": "", "plain_txt": "", "documentTitle": title if isinstance(title, str) else ""}


# -- writing -------------------------------------------------------------------------------------------------------


def write(m: ArgumentMap) -> Written:
    """Return a map as OVA saves it, one node or edge on a line; edges repeat their nodes, as OVA wants it."""
    kept = m.data.get("ova")
    analysis: Any = dict(kept) if isinstance(kept, dict) else _plain(m.title)
    if m.title and _title(analysis) != m.title:
        analysis["documentTitle"] = m.title
    front: dict[str, Any] = {}
    if analysis != _plain(analysis.get("documentTitle")):
        front["ova"] = analysis
    thesis = m.data.get("thesis")
    wanted = thesis if isinstance(thesis, list) else [thesis]
    main = {name for name in wanted if isinstance(name, str) and name in m.claims}
    told = [each for each in m.claims if each.id in main]
    if told:
        front["thesis"] = told[0].id if len(told) == 1 else [each.id for each in told]
    graph, losses = write_graph(m, OVA, text=_text(analysis), front=front, title=_title(analysis))
    numbers = _numbers(graph)
    lines: dict[str, str] = {}
    nodes = []
    for place, node in enumerate(graph.nodes):
        name = str(node["nodeID"])
        line = as_line(_as_ova(node, place, numbers, main))
        nodes.append(line)
        lines.setdefault(name, line)
    rest = dict(graph.rest)
    if isinstance(rest.get("participants"), list):
        rest["participants"] = [_renamed(each, "participantID", "id") for each in rest["participants"]]
    whole = {"nodes": 0, "edges": 0, **rest, "analysis": analysis}
    if graph.carried:
        whole[KEY] = graph.carried
    edges = [_edge_line(edge, lines) for edge in graph.edges]
    return Written("", tuple(losses), pieces=spread(whole, {"nodes": nodes, "edges": edges}, end="\n"))


def _numbers(graph: Graph) -> dict[str, int]:
    """Return the numbers of the nodes whose ids are none; nothing in the file has them."""
    ids = [node["nodeID"] for node in graph.nodes]
    ends = [edge.get(key) for edge in graph.edges for key in ("fromID", "toID")]
    taken = (id_of(name) or "" for name in (*ids, *ends))
    last = max((int(name) for name in taken if name.isdecimal() and len(name) < 20), default=0)
    names = dict.fromkeys(name for name in ids if type(name) is str)
    return {name: number for number, name in enumerate(names, last + 1)}


def _as_ova(node: Mapping[str, Any], place: int, numbers: Mapping[str, int], main: set[str]) -> dict[str, Any]:
    name, kind = node["nodeID"], node.get("type")
    own: dict[str, Any] = {}
    found: dict[str, Any] = {"id": name}
    if type(name) is str:
        found["id"] = numbers[name]
        own["node"] = name
    aside = {key: node[key] for key in OVA.reserved if key in node}
    scheme = node.get("schemeID", "0")
    if "schemeID" in node and scheme in ("0", 0, "", None):
        aside["schemeID"] = scheme
    if aside:
        own["aside"] = aside
    found.update((key, value) for key, value in node.items() if key not in ("nodeID", "schemeID", KEY, *aside))
    found["scheme"] = scheme
    if not _LOOK & node.keys():
        found.update(_look(place, kind))
        own["look"] = place
    if kind == "I":
        is_main = str(name) in main
        if is_main or node.get("majorClaim") is False:
            found["majorClaim"] = is_main
        if is_main and "majorClaim" not in node:
            own["thesis"] = True
    mark = node.get(KEY)
    if KEY in node and not (isinstance(mark, dict) and mark):
        own.setdefault("aside", {})[KEY] = mark
        mark = None
    if own:
        found[KEY] = {**(mark or {}), "ova": own}
    elif KEY in node:
        found[KEY] = mark
    return found


def _edge_line(edge: Mapping[str, Any], lines: Mapping[str, str]) -> str:
    parts = []
    for key, end in (("fromID", "from"), ("toID", "to")):
        if key in edge:
            name = edge[key]
            line = lines.get(str(name)) if type(name) in (str, int) else None
            parts.append(f'"{end}": {as_line({"id": name}) if line is None else line}')
    said = {key: value for key, value in edge.items() if key not in _ENDS}
    aside = {key: edge[key] for key in ("from", "to") if key in edge}
    if edge.get("visible") is True:
        aside["visible"] = True
    if aside:
        mark = edge.get(KEY)
        said[KEY] = {**(mark if type(mark) is dict else {}), "ova": aside}
    rest = as_line({"visible": True, **said})[1:-1]
    parts.append(rest)
    return "{" + ", ".join(parts) + "}"


def looks_like(given: Given) -> bool:
    """Whether a text is an object with nodes and an ``analysis``, or with nodes as OVA has them."""
    value = given.json.value
    if not isinstance(value, dict) or not isinstance(value.get("nodes"), list):
        return False
    if "analysis" in value:
        return True
    start = value["nodes"][:1]
    return bool(start) and isinstance(start[0], dict) and {"id", "scheme", "participantID"} <= start[0].keys()
