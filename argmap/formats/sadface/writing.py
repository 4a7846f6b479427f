"""Writing SADFace."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.formats.carrying import KEY
from argmap.formats.json_lines import as_json as encode
from argmap.formats.nodes import LINK_WORDS, Edge, Node, Sort
from argmap.formats.nodes.writing import write_nodes, write_sections
from argmap.formats.sadface import words
from argmap.formats.sadface.words import DEFAULTS, NAME
from argmap.formats.written import Written
from argmap.memory import collection_paused
from argmap.model.naming import plain_data

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model import ArgumentMap


def write(m: ArgumentMap) -> Written:
    """Return a map as a SADFace document, a node and an edge on each line; it holds everything."""
    with collection_paused():
        return Written("".join(_lines(_Writing(m).document())))


def _lines(document: dict[str, Any]) -> Iterator[str]:
    start = "{\n"
    for key, value in document.items():
        yield f"{start}  {encode(key)}: "
        start = ",\n"
        if isinstance(value, list) and value:
            yield "[\n    " + ",\n    ".join([encode(each) for each in value]) + "\n  ]"
        else:
            yield encode(value)
    yield "\n}\n"


class _Writing:
    """One document while it is made."""

    def __init__(self, m: ArgumentMap) -> None:
        self.m = m
        self.front = dict(plain_data(m.data))
        self.rest = dict(self.front.pop(NAME)) if type(self.front.get(NAME)) is dict else {}
        core = self.rest.get("core")
        self.core: dict[str, Any] = core if isinstance(core, dict) else {}
        self.is_old = str(self.core.get("version", "")).startswith("0.2")
        sources = self.front.get("sources")
        self.sources: dict[str, Any] = sources if isinstance(sources, dict) else {}
        self.source_names = {words.node_id(name): name for name in self.sources}
        self.graph, self.edges = write_nodes(m, NAME, two_way=True)

    def document(self) -> dict[str, Any]:
        front, rest = self.front, self.rest
        core: dict[str, Any] = {**words.core_defaults(self.m.title), **self.core}
        if self.m.title:
            core["title"] = self.m.title
        thesis = front.get("thesis")
        if isinstance(thesis, str) and thesis in self.graph and self.graph[thesis].sort is Sort.CLAIM:
            core["claim"] = words.node_id(front.pop("thesis"))
        if isinstance(front.get("abstract"), str):
            core["description"] = front.pop("abstract")
        resources = [words.resource_of(name, entry) for name, entry in self.sources.items()]
        if "sources" in front and self.sources and type(front["sources"]) is dict:
            left = {
                name: entry
                for (name, entry), made in zip(self.sources.items(), resources, strict=True)
                if words.node_id(name) != name or words.entry_of(made) != entry
            }
            front.pop("sources")
            if left:
                front["sources"] = left
        metadata = rest.pop("metadata", None)
        mark: dict[str, Any] = {}
        sections = write_sections(self.m)
        if sections:
            mark["sections"] = sections
        # What makes no sense where it belongs is left where nobody else looks.
        odd = {word: rest.pop(word) for word in ("nodes", "edges", "resources") if word in rest}
        if metadata is not None and not isinstance(metadata, dict):
            odd["metadata"] = metadata
        core_given = rest.pop("core", None)
        if core_given is not None and not isinstance(core_given, dict):
            odd["core"] = core_given
        if odd:
            front[NAME] = odd
        if front:
            mark["data"] = front
        made = {
            "metadata": {"core": core, **(metadata if isinstance(metadata, dict) else {})},
            "resources": resources,
            "nodes": [self._node(node) for node in self.graph.values()],
            "edges": self._edges(),
            **rest,
        }
        if mark or any(KEY in node["metadata"] for node in made["nodes"]):
            # A name in the metadata of a node is one in those of the document too, says the validation of SADFace.
            made["metadata"][KEY] = mark
        return made

    def _node(self, node: Node) -> dict[str, Any]:
        data = dict(node.data)
        rest = {}
        if type(data.get(NAME)) is dict:
            rest = {word: part for word, part in data.pop(NAME).items() if word not in LINK_WORDS}
        made: dict[str, Any] = {"id": words.node_id(node.key)}
        if node.sort is Sort.CLAIM:
            made.update(type="atom", text=node.text)
            made["sources"] = words.sources_of(data["cites"], self.sources) if "cites" in data else []
            names = self.source_names
            again = [words.cite_of(each, names[each["resource_id"]]) for each in made["sources"]]
            if again and again == data["cites"]:
                del data["cites"]
        else:
            self._name(node, made, data, rest)
        metadata = rest.pop("metadata", None)
        made["metadata"] = dict(metadata) if isinstance(metadata, dict) else {} if self.is_old else {"core": {}}
        for word, part in rest.items():
            made.setdefault(word, part)
        mark: dict[str, Any] = dict(node.mark)
        if made["id"] != node.key:
            mark = {"id": node.key, **mark}
        if data:
            mark["data"] = data
        if mark:
            made["metadata"][KEY] = mark
        return made

    def _name(self, node: Node, made: dict[str, Any], data: dict[str, Any], rest: dict[str, Any]) -> None:
        kind = "inference" if node.sort in (Sort.INFERENCE, Sort.UNKNOWN) else "conflict"
        made["type"] = "scheme" if self.is_old else kind
        kept, scheme = rest.pop("name", None), data.get("scheme")
        name = DEFAULTS[node.sort]
        if isinstance(kept, str) and words.sort_of(made["type"], kept) is node.sort:
            name = kept if node.sort is not Sort.INFERENCE or words.scheme_of(kept) == scheme else name
        if node.sort is Sort.INFERENCE:
            if name != DEFAULTS[node.sort]:
                data.pop("scheme", None)
            elif isinstance(scheme, str) and self._is_name(made["type"], scheme):
                name = scheme
                if words.scheme_of(name) == name:
                    del data["scheme"]
        made["name"] = name

    @staticmethod
    def _is_name(kind: object, scheme: str) -> bool:
        return words.is_name(scheme) and words.sort_of(kind, scheme) is Sort.INFERENCE

    def _edges(self) -> list[dict[str, Any]]:
        counts: dict[tuple[str, str], int] = {}
        return [self._edge(edge, counts) for edge in self.edges]

    def _edge(self, edge: Edge, counts: dict[tuple[str, str], int]) -> dict[str, Any]:
        source, target, extra = edge.source, edge.target, edge.extra
        count = counts[source, target] = counts.get((source, target), 0) + 1
        rest = extra if isinstance(extra, dict) else {"id": extra} if isinstance(extra, str) else {}
        key = rest.get("id") or words.edge_id(source, target, count)
        more = {word: part for word, part in rest.items() if word not in ("id", "source_id", "target_id")}
        return {"id": key, "source_id": words.node_id(source), "target_id": words.node_id(target), **more}
