"""The nodes and edges of a GraphML text, with their data and how yEd draws them, and nothing yet of what they mean.

The text is read by expat within the guards of `defusedxml`: entities are refused. Nothing here recurs.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser, ParseError

from argmap.diagnostics import Span
from argmap.model.naming import whole

if TYPE_CHECKING:
    from collections.abc import Iterable

_LINE_END = re.compile(r"\r\n|\r|\n")
_LOOKS = {
    "Fill": (("color", "fill"), ("hasColor", "has_fill")),
    "BorderStyle": (("color", "border"),),
    "LineStyle": (("color", "line"), ("type", "line_type")),
    "Arrows": (("source", "source_arrow"), ("target", "target_arrow")),
    "Shape": (("type", "shape"),),
}

_OTHERS = ("port", "hyperedge")  # their data are not those of the node or graph that they stand in

At = tuple[int, int]
"""A line, from 1, and a column, from 0, as expat counts them."""


class Part:
    """A node, an edge or a whole graph.

    Attributes:
        at: Where it begins.
        data: Its data, by the names that the keys give them.
        labels: The words that yEd shows in it.
        look: How yEd draws it: ``fill``, ``border``, ``shape``, ``line``, ``line_type``, ``source_arrow`` ...
    """

    __slots__ = ("at", "data", "labels", "look")

    def __init__(self, at: At) -> None:
        self.at = at
        self.data: dict[str, str] = {}
        self.labels: list[str] = []
        self.look: dict[str, str] = {}


class Node(Part):
    """A node.

    Attributes:
        id: Its id.
        parent: The node in whose graph it lies, or None.
        has_graph: Whether a graph lies in it.
    """

    __slots__ = ("has_graph", "id", "parent")

    def __init__(self, at: At, name: str, parent: Node | None) -> None:
        super().__init__(at)
        self.id = name
        self.parent = parent
        self.has_graph = False


class Edge(Part):
    """An edge.

    Attributes:
        source: The id of the node where it begins.
        target: The id of the node where it ends.
        is_directed: Whether it has a direction.
    """

    __slots__ = ("is_directed", "source", "target")

    def __init__(self, at: At, source: str, target: str, *, is_directed: bool) -> None:
        super().__init__(at)
        self.source = source
        self.target = target
        self.is_directed = is_directed


class Key:
    """What a `key` declares: the name and the type of some data, and the value where none is given."""

    __slots__ = ("default", "domain", "graphics", "name", "type")

    def __init__(self, given: dict[str, str]) -> None:
        self.domain = given.get("for", "all")
        self.name = given.get("attr.name") or given.get("id", "")
        self.type = given.get("attr.type", "string")
        self.graphics = given.get("yfiles.type", "")
        self.default: str | None = None


class Document:
    """What a GraphML text holds.

    Attributes:
        nodes: The nodes of all graphs, in the order of the text.
        edges: The edges.
        graph: The outermost graph; of several, the data of all.
        keys: The keys by their ids.
        problem: What ended the reading, and where; None if nothing did.
        has_root: Whether the outermost element is `graphml`.
        faults: What was odd on the way: place, code, message.
        hyperedges: The number of edges with more than two ends; they are not read.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts: list[int] | None = None
        self.nodes: list[Node] = []
        self.edges: list[Edge] = []
        self.graph = Part((1, 0))
        self.keys: dict[str, Key] = {}
        self.problem: tuple[At, str] | None = None
        self.has_root = False
        self.faults: list[tuple[At, str, str]] = []
        self.hyperedges = 0
        self._read()

    def span(self, at: At) -> Span:
        """Return the place of a line and a column in the text."""
        if self._starts is None:
            self._starts = [0, *(match.end() for match in _LINE_END.finditer(self._text))]
        line, column = at
        start = min(self._starts[min(line, len(self._starts)) - 1] + column, len(self._text))
        return Span(start, min(start + 1, len(self._text)))

    def types(self, domain: str) -> dict[str, str]:
        """Return the types of the data of nodes (`node`) or edges (`edge`), by name."""
        return {key.name: key.type for key in self.keys.values() if key.domain in (domain, "all") and not key.graphics}

    # -- reading -----------------------------------------------------------------------------------------------

    def _read(self) -> None:
        guarded = DefusedXMLParser(target=_Nothing())
        expat = guarded.parser
        expat.ordered_attributes = False
        expat.buffer_text = True
        walk = _Walk(self, expat)
        expat.StartElementHandler = walk.start
        expat.EndElementHandler = walk.end
        expat.CharacterDataHandler = None
        try:
            guarded.feed(whole(self._text))
            guarded.close()
        except ParseError as error:
            words = str(error).rsplit(": line", 1)[0]
            self.problem = (
                error.position,
                f"The XML breaks off or goes wrong here: {words}. Mend the file, or save it anew.",
            )
        except DefusedXmlException:
            at = (expat.CurrentLineNumber, expat.CurrentColumnNumber)
            self.problem = at, "The file declares entities, which argmap does not read. Leave the declaration out."
        defaults = [key for key in self.keys.values() if key.default is not None]
        for domain, parts in (("node", self.nodes), ("edge", self.edges)) if defaults else ():
            _set_defaults(parts, [key for key in defaults if key.domain in (domain, "all")])


def _set_defaults(parts: Iterable[Part], keys: list[Key]) -> None:
    for part in parts:
        for key in keys:
            part.data.setdefault(key.name, key.default or "")


class _Nothing:
    """A target of the parser that takes nothing."""


class _Walk:
    """What is open while the parser walks through the text."""

    def __init__(self, document: Document, expat: Any) -> None:
        self._to = document
        self._expat = expat
        self._names: dict[str, str] = {}
        self._parts: list[Part] = [document.graph]
        self._graphs: list[bool] = []
        self._key: Key | None = None
        self._words: list[str] | None = None
        self._number = 0

    def _at(self) -> At:
        return self._expat.CurrentLineNumber, self._expat.CurrentColumnNumber

    def start(self, tag: str, given: dict[str, str]) -> None:
        name = self._names.get(tag)
        if name is None:
            name = self._names[tag] = tag.rsplit("}", 1)[-1]
        self._number += 1
        if name == "data":
            self._start_data(given)
        elif name in _LOOKS:
            look = self._parts[-1].look
            for attribute, word in _LOOKS[name]:
                if attribute in given:
                    look.setdefault(word, given[attribute])
        elif name in ("NodeLabel", "EdgeLabel", "default"):
            self._listen()
        elif name == "node":
            self._start_node(given)
        elif name == "edge":
            self._start_edge(given)
        elif name == "graph":
            self._graphs.append(given.get("edgedefault") != "undirected")
            inner = self._parts[-1]
            if isinstance(inner, Node):
                inner.has_graph = True
        elif name == "key":
            self._key = Key(given)
            if self._to.keys.setdefault(given.get("id", ""), self._key) is not self._key:
                self._fault("key-twice", f"The key {given.get('id', '')[:60]!r} stands twice; the first is read.")
        elif name == "graphml":
            self._to.has_root |= self._number == 1
        elif name in _OTHERS:
            self._to.hyperedges += name == "hyperedge"
            self._parts.append(Part(self._at()))

    def end(self, tag: str) -> None:
        name = self._names[tag]
        if name == "data":
            words = self._heard()
            if words is not None and self._key is not None:
                self._parts[-1].data[self._key.name] = words
            self._key = None
        elif name in ("NodeLabel", "EdgeLabel"):
            self._parts[-1].labels.append(self._heard() or "")
        elif name == "default":
            words = self._heard()
            if self._key is not None and words is not None:
                self._key.default = words.strip()
        elif name in ("node", "edge", *_OTHERS):
            self._parts.pop()
        elif name == "graph":
            self._graphs.pop()

    def _listen(self) -> None:
        """Take words from now on; blanks between elements, of which there are many, are not even looked at."""
        self._words = []
        self._expat.CharacterDataHandler = self._words.append

    def _heard(self) -> str | None:
        words, self._words = self._words, None
        self._expat.CharacterDataHandler = None
        return None if words is None else "".join(words)

    def _fault(self, code: str, message: str) -> None:
        self._to.faults.append((self._at(), code, message))

    def _start_data(self, given: dict[str, str]) -> None:
        name = given.get("key", "")
        self._key = self._to.keys.get(name)
        if self._key is None:
            # Many files declare no keys; what they call their data is clear all the same.
            self._key = self._to.keys[name] = Key({"id": name})
        if not self._key.graphics:
            self._listen()

    def _start_node(self, given: dict[str, str]) -> None:
        above = self._parts[-1]
        parent = above if isinstance(above, Node) else None
        if "id" not in given:
            self._fault("no-id", "This node has no id, so no edge can name it. Give it one.")
        node = Node(self._at(), given.get("id", ""), parent)
        self._to.nodes.append(node)
        self._parts.append(node)

    def _start_edge(self, given: dict[str, str]) -> None:
        is_directed = self._graphs[-1] if self._graphs else True
        if "directed" in given:
            is_directed = given["directed"] in ("true", "1")
        edge = Edge(self._at(), given.get("source", ""), given.get("target", ""), is_directed=is_directed)
        if "source" in given and "target" in given:
            self._to.edges.append(edge)
        else:
            self._fault("no-end", "This edge does not say where it begins and ends; it is left out. Give it both.")
        self._parts.append(edge)
