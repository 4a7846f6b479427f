"""A graph of AIF in the making: nodes with what argmap carries at them, and edges."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from argmap.formats.aif_graph.edges import is_entry
from argmap.formats.aif_graph.flavour import Flavour
from argmap.formats.aif_graph.naming import KEYS, naming_for, naming_of, word_of
from argmap.formats.aif_graph.nodes import ASIDE, Entry, expected_raw, keeps_raw
from argmap.formats.carrying import carried
from argmap.model import Argument, ArgumentMap, Claim, Relation
from argmap.model.naming import as_line, id_from_title


@dataclass
class Making:
    """What has been made of a map so far.

    Attributes:
        m: The map.
        flavour: The format.
        layer: What the front matter of the map keeps of a file.
        schemes: The keys by which nodes name their schemes.
        made: How the ids of edges begin that argmap makes.
        nodes: The nodes, by their ids as texts.
        marks: What argmap carries at each, if anything.
        extra: The data of the record of each that are still to be carried.
        left: Likewise what its data have under ``aif``.
        edges: Where each edge starts and ends, what is kept of it, and what argmap carries there.
        node_of: The id of the node of each record.
        step_nodes: The ids of the nodes of an argument with several steps.
        raws: The ids as the file has them, where they are no texts.
        fulfilled: Entries for the ``schemefulfillments``.
        taken: The ids of nodes that are kept as they are.
    """

    m: ArgumentMap
    flavour: Flavour
    layer: Mapping[str, Any]
    schemes: tuple[str, ...]
    made: str
    nodes: dict[str, dict[str, Any]] = field(default_factory=dict)
    marks: dict[str, dict[str, Any]] = field(default_factory=dict)
    extra: dict[str, dict[str, Any]] = field(default_factory=dict)
    left: dict[str, dict[str, Any]] = field(default_factory=dict)
    edges: list[tuple[str, str, Entry, dict[str, Any] | None]] = field(default_factory=list)
    node_of: dict[str, str] = field(default_factory=dict)
    step_nodes: dict[str, list[str]] = field(default_factory=dict)
    raws: dict[str, Any] = field(default_factory=dict)
    fulfilled: list[dict[str, Any]] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.form = self.layer.get("formEdgeID", self.flavour.form_edge) is True
        self.ints = self.layer.get("ints", self.flavour.ints) is True
        self.links: set[str] = set()
        self.owned = set(self.node_of.values())
        self._numbers: dict[str, int] = {}
        self._usuals: dict[tuple[str, str | None], tuple[str | None, dict[str, Any], bool]] = {}

    # -- ids ---------------------------------------------------------------------------------------------------

    def free(self, start: str) -> str:
        """Return an id that no node and no record has."""
        number = self._numbers.get(start, 1)
        while (
            (name := f"{start}{number}") in self.nodes or name in self.owned or name in self.taken or name in self.links
        ):
            number += 1
        self._numbers[start] = number + 1
        return name

    def raw(self, name: str) -> Any:
        """Return the id of a node as the file is to have it."""
        found = self.raws.get(name)
        if found is not None:
            return found
        return expected_raw(name, self.layer, self.flavour) if self.ints else name

    # -- nodes -------------------------------------------------------------------------------------------------

    def add_point(self, record: Claim | Argument, word: str = "") -> None:
        """Add the proposition that a claim, or a sketched argument, is."""
        name, text, data = self.node_of[record.id], record.text, record.data
        node: dict[str, Any] = {"nodeID": name, "text": text, "type": "I"}
        mark: dict[str, Any] = {"as": word} if word else {}
        left: dict[str, Any] = {}
        if data:
            kept = data.get("aif")
            if type(kept) is dict and kept:
                left = self._say(node, kept)
                given = left.get("text")
                if "text" in left and given != text and self._line(given) == text:
                    node["text"] = left.pop("text")
        if node["text"] == "" and record.title and "text" not in left:
            # Other programs have no titles, and a node without words shows nothing there.
            node["text"], mark["text"] = record.title, ""
        self._finish(name, node, mark, record, left, ("id", "text", "data"))

    def add_scheme(
        self,
        name: str,
        kind: str,
        data: Mapping[str, Any],
        mark: dict[str, Any],
        record: Argument | None = None,
        own: tuple[str, ...] = (),
    ) -> dict[str, Any]:
        """Add an inference or a conflict.

        Args:
            name: Its id.
            kind: Its type, RA or CA.
            data: The data of its record.
            mark: What argmap carries there.
            record: The argument that it is, if it is one.
            own: Keys under ``aif`` that the caller sees to.

        Returns:
            What is left of ``aif``; it is carried, unless the caller takes it out.
        """
        node: dict[str, Any] = {"nodeID": name, "text": "", "type": kind}
        kept = data.get("aif")
        kept = kept if type(kept) is dict else {}
        left = self._say(node, kept, (*KEYS, *own))
        named = {key: left.pop(key) for key in KEYS if key in left} if left else left
        scheme = data.get("scheme")
        word, naming, is_kept = self._usual(kind, scheme) if not named else self._named(kind, scheme, named)
        for key, value in naming.items():
            if key == "fulfils":
                self.fulfilled.append({"nodeID": name, "schemeID": value})
            else:
                node[key] = value
        if not is_kept:
            mark["naming"] = named
        self._finish(name, node, mark, record, left, ("id", "data", "steps"), data)
        if word is not None and scheme == word:
            del self.extra[name]["scheme"]
        return left

    def _usual(self, kind: str, scheme: object) -> tuple[str | None, dict[str, Any], bool]:
        """Return what `_named` does where nothing was kept of how a file says the scheme; worked out once."""
        word = scheme if isinstance(scheme, str) else None
        found = self._usuals.get((kind, word))
        if found is None:
            found = self._usuals[kind, word] = self._named(kind, word, {})
        return found

    def _named(self, kind: str, scheme: object, named: dict[str, Any]) -> tuple[str | None, dict[str, Any], bool]:
        """Return the scheme, how the node says it, and whether reading keeps of that what was kept."""
        word, naming = self._naming(kind, scheme, named)
        would_keep = {} if naming_of(naming) == naming_for(kind, word, self.schemes) else naming
        return word, naming, would_keep == named

    def _naming(self, kind: str, scheme: object, named: dict[str, Any]) -> tuple[str | None, dict[str, Any]]:
        """Return the scheme as reading tells it, and how the node says it."""
        default = naming_for(kind, scheme if isinstance(scheme, str) and scheme.strip() else None, self.schemes)
        word = word_of(kind, default)
        default = naming_for(kind, word, self.schemes)
        if named and word_of(kind, tuple(named.items())) == word:
            usable = ("text", *self.schemes)
            if not self.schemes or ("fulfils" in self.schemes and self.flavour.name in self.m.data):
                usable = (*usable, "scheme", "schemeID")  # as the file had it
            if all(key in usable for key in named) and "text" in named:
                return word, named
            text = {"text": named["text"]} if "text" in named else {}
            changed = {**dict(default), **text}
            if word_of(kind, naming_of(changed)) == word:
                return word, changed
        return word, dict(default)

    def _say(self, node: dict[str, Any], kept: Mapping[str, Any], own: tuple[str, ...] = ()) -> dict[str, Any]:
        """Let a node say what was kept of it; return the rest."""
        left = {}
        reserved = self.flavour.reserved
        for key, value in kept.items():
            if key in ASIDE or key in own or key in reserved:
                left[key] = value
            else:
                node[key] = value
        return left

    def _finish(
        self,
        name: str,
        node: dict[str, Any],
        mark: dict[str, Any],
        record: Claim | Argument | Relation | None,
        left: dict[str, Any],
        says: tuple[str, ...],
        data: Mapping[str, Any] | None = None,
    ) -> None:
        """Put a node in its place, with what argmap has to carry of its record."""
        raw = left.get("nodeID")
        if raw is not None:
            if str(raw) == name and type(raw) in (str, int):
                node["nodeID"] = self.raws[name] = raw
        elif self.ints:
            node["nodeID"] = raw = self.raw(name)
        if record is not None and not isinstance(record, Relation):
            if _needs_carrying(record):
                mark.update(carried(record, says))
            if (name if name.isalnum() else id_from_title(name)) != record.id:
                mark["id"] = record.id
            data = record.data
        is_said = "nodeID" in left and node["nodeID"] == raw and type(node["nodeID"]) is type(raw)
        if is_said and keeps_raw(name, raw, mark.get("id"), self.layer, self.flavour):
            del left["nodeID"]
        self.nodes[name] = node
        if data:
            kept = data.get("aif")
            if type(kept) is dict and kept:
                if left:
                    self.left[name] = left  # which may still lose what the caller sees to
                if len(data) > 1:
                    self.extra[name] = {key: value for key, value in data.items() if key != "aif"}
            else:
                self.extra[name] = dict(data)
        if mark:
            self.marks[name] = mark

    @staticmethod
    def _line(text: object) -> str:
        return as_line(text if isinstance(text, str) else "" if text is None else str(text))

    # -- edges -------------------------------------------------------------------------------------------------

    def entries(self, given: object, number: int) -> list[Entry] | None:
        """Return what was kept of so many edges, if it is of a form that comes back."""
        if type(given) is not list or len(given) != number:
            return None
        form, made, flavour = self.form, self.made, self.flavour
        for entry in given:
            if type(entry) is not str or entry.startswith(made):
                break
        else:
            return given or None  # the ids of edges, as nearly always
        if all(entry is None for entry in given):
            return None
        return given if all(is_entry(entry, form, made, flavour) for entry in given) else None

    def link(self, start: str, end: str, entry: Entry = None, mark: dict[str, Any] | None = None) -> None:
        """Add an edge."""
        self.edges.append((start, end, entry, mark))


def _needs_carrying(record: Claim | Argument) -> bool:
    held = record.title is not None or record.ranges or record.wordings or record.tags or record.section is not None
    return bool(held or (isinstance(record, Argument) and record.text))
