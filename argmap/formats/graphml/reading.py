"""A map from the nodes and edges of a GraphML text: what data say counts; where they say nothing, looks are guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.formats.carrying import KEY, restored
from argmap.formats.graphml.fields import FORMAT, TAKEN, fit, joined
from argmap.formats.graphml.looks import edge_kind, node_kind, painter_of, plain_label, scheme_in
from argmap.formats.graphml.structure import Structure
from argmap.formats.graphml.words import NODES
from argmap.formats.json_text import parse_json
from argmap.formats.keeping import Facet
from argmap.formats.naming import MAP
from argmap.formats.relation_words import RELATIONS, plain_word
from argmap.model import Argument, Claim, Relation, RelationKind, Section, Step
from argmap.model.naming import one_line
from argmap.schemes.vocabularies import is_default

if TYPE_CHECKING:
    from argmap.formats.draft import Draft
    from argmap.formats.graphml.elements import Document, Edge, Node, Part

_KIND_WORDS = ("kind", "relation", "type", "interaction", "label", "name")
_TEXT_WORDS = ("text", "label", "statement", "claim", "sentence", "content", "name")
_TITLE_WORDS = ("title", "label", "name")
_PROGRAMS = {
    "argdown": "Argdown",
    "aifdb": "AIFdb",
    "carneades": "Carneades",
    "yed": "some program",
}


_EDGE_TAKEN = TAKEN | {"id"}


class Reader:
    """What is found in a document, on its way into a draft."""

    def __init__(self, document: Document, draft: Draft) -> None:
        self._document = document
        self._draft = draft
        self._types = {"node": document.types("node"), "edge": document.types("edge")}
        self._is_drawn = any(node.labels or node.look for node in document.nodes)
        self._painter = painter_of(document) if self._is_drawn else ""
        if self._is_drawn and "node_id" in document.keys and any("kind" in node.data for node in document.nodes):
            self._painter = "argmap"
        self._guessed = 0
        self._plain_words: dict[str, str] = {}
        self._sections: dict[str, str] = {}  # by what nodes call them
        self._groups: dict[str, str] = {}  # by the ids of the nodes that hold graphs
        self._structure = Structure(document, draft)

    def read(self) -> None:
        """Read all."""
        for at, code, message in self._document.faults:
            self._draft.fault(self._document.span(at), code, message)
        self._read_graph()
        seen: set[str] = set()
        for node in self._document.nodes:
            if node.id in seen and node.id:
                message = f"The id {node.id[:60]!r} is that of a node further up; edges mean this one from here on."
                self._draft.fault(self._document.span(node.at), "id-twice", f"{message} Give each node its own.")
            seen.add(node.id)
            self._read_node(node)
        for edge in self._document.edges:
            self._read_edge(edge)
        self._structure.finish()
        self._tell()

    # -- the graph ---------------------------------------------------------------------------------------------

    def _read_graph(self) -> None:
        told = dict(self._document.graph.data)
        carried = self._carried(self._document.graph)
        self._draft.title = told.pop("title", "")
        title = carried.get("title")
        if isinstance(title, str) and fit(title) == self._draft.title:
            self._draft.title = title
        told.pop(KEY, None)
        if self._painter == "argmap":
            told.pop("description", None)
        data = carried.get("data")
        self._draft.data = joined(data if isinstance(data, dict) else {}, {}, {})
        if told:
            others = self._draft.data.get(FORMAT)
            self._draft.data[FORMAT] = {**(others if isinstance(others, dict) else {}), **told}
        sections = carried.get("sections")
        for each in sections if isinstance(sections, list) else ():
            self._read_section(each)

    def _read_section(self, given: Any) -> None:
        place = self._document.span(self._document.graph.at)
        fields = restored(Section, given, self._draft, place)
        title = fields.pop("title", "")
        parent = fields.pop("parent", None)
        if parent is not None and parent not in self._sections.values():
            self._draft.fault(
                place, "dangling", f"The section {title[:60]!r} lies in {parent[:60]!r}, which is not there."
            )
            parent = None
        key = given.get("id") if isinstance(given, dict) else None
        name = given.get("name", title) if isinstance(given, dict) else title
        self._sections[str(name)] = self._draft.section(
            title, key=key if isinstance(key, str) else None, parent=parent, **fields
        )

    def _carried(self, part: Part) -> dict[str, Any]:
        text = part.data.get(KEY)
        if not text:
            return {}
        value, problems = parse_json(text)
        if problems or not isinstance(value, dict):
            why = problems[0].message if problems else "It is no JSON object."
            self._draft.fault(self._document.span(part.at), "bad-carried", f"What argmap left here is broken. {why}")
        return value if isinstance(value, dict) else {}

    # -- nodes -------------------------------------------------------------------------------------------------

    def _read_node(self, node: Node) -> None:
        section = self._groups.get(node.parent.id) if node.parent is not None else None
        if node.has_graph:
            words = [plain_label(label) for label in node.labels]
            heading = next((node.data[word] for word in _TITLE_WORDS if word in node.data), "") or "".join(words[:1])
            self._groups[node.id] = self._draft.section(heading or node.id, parent=section)
            self._structure.note(node.id, "section")
            return
        kind = NODES.get(self._plain(node.data.get("kind") or node.data.get("type", "")), "")
        if not kind and self._is_drawn:
            kind = node_kind(node, self._painter)
            self._guessed += 1
        if kind in ("unread", "issue", "junction", "rephrase", "conflict"):
            label = self._label(node)
            is_said = kind == "conflict" and not is_default("aif", label)
            self._structure.note(node.id, kind, node, label if is_said else "")
            return
        is_claim = kind not in ("argument", "inference")
        carried = self._carried(node)
        fields: dict[str, Any] = {}
        if carried:
            fields = restored(Claim if is_claim else Argument, carried, self._draft, self._document.span(node.at))
            fields.pop("steps", None)
        said_text, title = self._words(node)
        text = fields.pop("text", "")
        if text and fit(text) == said_text:
            said_text = text
        elif "ranges" in fields:
            del fields["ranges"]
            self._draft.lose(Facet.MARKS, node.id, "They belong to another text than the one that stands there now.")
        fields["title"] = fields.get("title") or title
        fields["tags"] = self._tags(node, fields.get("tags", ()))
        fields["section"] = self._section_of(node, section)
        if not (kind and TAKEN.issuperset(node.data)):
            taken = self._taken(node)
            told = {name: value for name, value in node.data.items() if name not in taken}
            fields["data"] = joined(fields.get("data", {}), told, self._types["node"])
        key = carried.get("id")
        wanted = key if isinstance(key, str) and fit(key) != key else self._key(node)
        if is_claim:
            self._structure.place(node.id, self._draft.claim(wanted or None, said_text, **fields))
            return
        if kind == "inference" and not fields.get("data"):
            said_text, fields["data"] = scheme_in(said_text, self._painter)
        self._structure.argument(node.id, wanted, said_text, fields, is_guessed=kind == "inference")

    def _key(self, node: Node) -> str:
        return node.data.get("id", node.id) if self._painter == "argmap" else node.id

    def _label(self, node: Node) -> str:
        text, title = self._words(node)
        return text or title or ""

    def _taken(self, node: Node) -> frozenset[str]:
        if self._painter == "argmap":
            return frozenset({*node.data} - {"side"})
        words = {word for word in _TEXT_WORDS if word in node.data}
        first = next((word for word in _TEXT_WORDS if word in words), "")
        taken = TAKEN | {first} if first else TAKEN
        if "kind" in node.data and not NODES.get(self._plain(node.data["kind"])):
            taken = taken - {"kind"}
        if "kind" not in node.data and NODES.get(self._plain(node.data.get("type", ""))):
            taken = taken | {"type"}
        if self._is_drawn and not node.data.get("description"):
            taken = taken | {"description"}  # yEd writes it everywhere, and nearly always empty
        return taken

    def _words(self, node: Node) -> tuple[str, str | None]:
        """Return the text and the title that a node shows."""
        title = node.data.get("title")
        text = next((node.data[word] for word in _TEXT_WORDS if word in node.data), None)
        if text is not None or title is not None or not node.labels:
            return text or "", title
        words = [one_line(plain_label(label)) for label in node.labels]
        if len(words) > 1:
            return " ".join(words[1:]), words[0]
        return words[0], None

    def _tags(self, node: Node, carried: tuple[str, ...]) -> tuple[str, ...]:
        text = node.data.get("tags", "")
        return carried if carried and fit(", ".join(carried)) == text else tuple(text.split(","))

    def _section_of(self, node: Node, outer: str | None) -> str | None:
        name = node.data.get("section")
        if not name:
            return outer
        if name not in self._sections:
            self._sections[name] = self._draft.section(name, parent=outer)
        return self._sections[name]

    # -- edges -------------------------------------------------------------------------------------------------

    def _read_edge(self, edge: Edge) -> None:
        structure = self._structure
        for name in (edge.source, edge.target):
            if not structure.knows(name):
                self._draft.dangling(self._document.span(edge.at), "This edge", name, structure.names)
                return
        carried = self._carried(edge)
        if structure.is_meeting(edge.source, edge.target):
            structure.meet(edge, self._kind(edge, is_needed=False))
            return
        kind = self._kind(edge, is_needed=True)
        if kind is None:
            return
        is_relation = isinstance(kind, RelationKind)
        fields: dict[str, Any] = {}
        if carried:
            fields = restored(Relation if is_relation else Step, carried, self._draft, self._document.span(edge.at))
        data = fields.get("data", {})
        if self._painter != "argmap" and not TAKEN.issuperset(edge.data):
            words = {word for word in _KIND_WORDS if RELATIONS.get(self._plain(edge.data.get(word, "")))}
            told = {name: value for name, value in edge.data.items() if name not in _EDGE_TAKEN and name not in words}
            data = joined(data, told, self._types["edge"])
        if isinstance(kind, RelationKind):
            if not edge.is_directed and not kind.is_symmetric:
                message = "This edge has no direction; it is read from its source to its target."
                self._draft.warn(self._document.span(edge.at), "undirected", message)
            structure.relate(kind, edge, self._number(edge, "step"), data)
        else:
            rules = self._rules(edge, fields.get("rules", ()))
            structure.infer(kind, edge, self._number(edge, "step") or 0, self._number(edge, "position"), rules, data)

    def _kind(self, edge: Edge, *, is_needed: bool) -> RelationKind | str | None:
        """Return what an edge is; where nothing tells, a support, or None where that is not needed."""
        found = RELATIONS.get(self._plain(edge.data.get("kind", "")))
        if found:
            return found
        asked = [edge.data[word] for word in _KIND_WORDS if edge.data.get(word)]
        if self._painter not in ("carneades", "argmap"):
            asked += edge.labels
        for word in asked:
            found = RELATIONS.get(self._plain(word))
            if found:
                return found
        if self._is_drawn:
            self._guessed += 1
            seen = edge_kind(edge, self._painter)
            if seen is not None:
                return seen
        if not is_needed:
            return None
        span = self._document.span(edge.at)
        if asked:
            hint = self._draft.nearest("unknown-relation", self._plain(asked[0]), RELATIONS)
            message = f"{asked[0].strip()[:60]!r} is no relation that argmap knows; the edge is left out.{hint}"
            self._draft.fault(span, "unknown-relation", message)
            return None
        self._draft.warn(span, "no-relation", "Nothing tells what this edge means; it is read as a support.")
        return RelationKind.SUPPORT

    def _plain(self, word: str) -> str:
        """Return a word as the tables of words have it."""
        if word not in self._plain_words:
            self._plain_words[word] = plain_word(word)
        return self._plain_words[word]

    def _number(self, edge: Edge, word: str) -> int | None:
        text = edge.data.get(word)
        if text is None:
            return None
        number = int(text) if text.strip().isdecimal() and len(text) < 10 else None
        if number is None:
            message = f"The {word} {text.strip()[:20]!r} is no whole number from 0 on; it is left out."
            self._draft.fault(self._document.span(edge.at), "no-number", message)
        return number

    def _rules(self, edge: Edge, carried: tuple[str, ...]) -> tuple[str, ...]:
        text = edge.data.get("rules", "")
        if carried and fit(", ".join(carried)) == text:
            return carried
        return tuple(dict.fromkeys(rule for word in text.split(",") if (rule := one_line(word))))

    # -- what to say -------------------------------------------------------------------------------------------

    def _tell(self) -> None:
        document = self._document
        if self._painter == "argmap":
            message = (
                "This is a picture that argmap drew: it has not all that the map had, such as the premises inside of "
                "boxes. Read the debate itself if you have it."
            )
            self._draft.warn(document.span(document.graph.at), "picture", message)
        elif self._guessed:
            message = (
                f"This is a picture that {_PROGRAMS[self._painter]} drew: only colours and shapes tell what the nodes "
                "and edges are, so it was guessed. Read the debate itself if you have it."
            )
            self._draft.warn(document.span(document.graph.at), "guessed", message)
        if self._is_drawn:
            why = "A map holds no places, colours and shapes."
            self._draft.lose("the look of the nodes and edges", MAP, why)
        if document.hyperedges:
            self._draft.lose("the edges with more than two ends", MAP, "A relation goes from one end to another.")
