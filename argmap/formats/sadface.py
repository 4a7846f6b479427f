"""SADFace: argument maps as JSON, of the versions 0.2 and 0.5.

Atoms are claims, inferences arguments and conflicts attacks (see `argmap.formats.nodes`); "disagree" is a conflict of
two, which is a contrary relation. The resources of a file are the ``sources`` of the front matter, and the sources of an
atom what the claim ``cites``; the claim that ``core`` names is the ``thesis``. A file is written in the version that
was read, else in 0.5: it is what the library of SADFace writes now, and tells conflicts from inferences by their type,
where 0.2 has only names. All ids there are UUIDs, so an id that is none becomes one that is made of it. Every
object of metadata has room for names of its own: ``argmap`` is ours.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, uuid5

from argmap.formats.carrying import KEY
from argmap.formats.draft import Draft
from argmap.formats.keeping import ALL
from argmap.formats.nodes import LINK_WORDS, Edge, Node, Sort
from argmap.formats.nodes.reading import read_nodes, read_sections
from argmap.formats.nodes.writing import write_nodes, write_sections
from argmap.formats.written import Written
from argmap.memory import collection_paused
from argmap.model.naming import one_line, plain_data

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argmap.formats.given import Given
    from argmap.model import ArgumentMap
    from argmap.text.reader import ParseResult

KEEPS = ALL

NAME = "sadface"
_VERSION = "0.5.4.0"
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.IGNORECASE)
_CONFLICTS = ("attack", "conflict", "disagree", "defeat", "rebut", "undercut", "disagreement")
_SUPPORTS = ("support", "inference")
_DEFAULTS = {Sort.INFERENCE: "support", Sort.CONFLICT: "attack", Sort.DISAGREEMENT: "disagree", Sort.UNKNOWN: "unknown"}


def looks_like(given: Given) -> bool:
    """Whether a text is an object with lists of nodes and edges, and SADFace's metadata."""
    value = given.json.value
    if not isinstance(value, dict) or not isinstance(value.get("nodes"), list):
        return False
    metadata = value.get("metadata")
    return isinstance(metadata, dict) and isinstance(metadata.get("core"), dict) and "edges" in value


def node_id(key: str) -> str:
    """Return the UUID for a name; one that is a UUID already is itself.

    Example:
        >>> node_id("C1")
        'eb0bdebf-d3d6-5f7c-9c2e-0ff0e1ba8b3d'
    """
    return key if _UUID.fullmatch(key) else str(uuid5(NAMESPACE_URL, f"argmap:{key}"))


# -- reading ---------------------------------------------------------------------------------------------------


def read(given: Given) -> ParseResult:
    """Return the map in a SADFace document; what is wrong with it is said."""
    draft = Draft(given)
    value = given.json.value
    if isinstance(value, dict):
        with collection_paused():
            _Reading(value, draft).read()
    elif value is not None or not given.json.problems:
        message = 'A SADFace document is a JSON object with "metadata", "nodes" and "edges"; this is none.'
        draft.fault("" if value is not None else 0, "no-sadface", message)
    return draft.result()


class _Reading:
    def __init__(self, value: dict[str, Any], draft: Draft) -> None:
        self.value = value
        self.draft = draft
        self.names: dict[str, str] = {}  # what the ids in the file are called in the map
        self.nodes: dict[str, Node] = {}
        self.resources: set[str] = set()

    def read(self) -> None:
        draft, value = self.draft, self.value
        front: dict[str, Any] = {}
        rest = {key: each for key, each in value.items() if key not in ("metadata", "nodes", "edges", "resources")}
        metadata, mark = self._metadata(value, "metadata")
        core = metadata.pop("core", None)
        left = mark.get("data")
        front.update(left if isinstance(left, dict) else {})
        read_sections(draft, mark.get("sections"), f"metadata.{KEY}.sections")
        self._read_resources(front)
        for number, each in enumerate(self._list("nodes")):
            self._read_node(each, f"nodes[{number}]")
        read_nodes(draft, NAME, self.nodes, self._edges())
        self._read_core(core if isinstance(core, dict) else {}, front, rest)
        if metadata:
            rest["metadata"] = metadata
        if rest:
            front[NAME] = {**_object(front.get(NAME)), **rest}
        draft.data = front

    def _list(self, key: str) -> list[Any]:
        found = self.value.get(key)
        if isinstance(found, list):
            return found
        if found is not None:
            self.draft.fault(key, "bad-type", f"Here a list belongs, not {type(found).__name__}; it is left out.")
        return []

    def _metadata(self, each: Mapping[str, Any], place: str) -> tuple[dict[str, Any], dict[str, Any]]:
        """Return the metadata of a thing without what argmap left there, and that."""
        found = each.get("metadata")
        if not isinstance(found, dict):
            if found is not None:
                self.draft.fault(place, "bad-type", "Metadata are an object; these are left out.")
            return {}, {}
        mark = found.get(KEY)
        return {key: value for key, value in found.items() if key != KEY}, mark if isinstance(mark, dict) else {}

    def _read_resources(self, front: dict[str, Any]) -> None:
        sources: dict[str, Any] = {}
        left = _object(front.get("sources"))
        back = {node_id(key): key for key in left}
        for number, each in enumerate(self._list("resources")):
            key = each.get("id") if isinstance(each, dict) else None
            if not isinstance(key, str):
                message = "A resource is an object with an id; this is left out."
                self.draft.fault(f"resources[{number}]", "no-id", message)
                continue
            name = back.get(key, key)
            self.resources.add(name)
            self.names[f"resource {key}"] = name
            if name in left and resource_of(name, left[name]) == each:
                sources[name] = left[name]
            else:
                sources[name] = _source(each)
        if sources:
            front["sources"] = {**sources, **{key: each for key, each in left.items() if key not in sources}}

    # -- nodes -------------------------------------------------------------------------------------------------

    def _read_node(self, each: Any, place: str) -> None:
        draft = self.draft
        given = each.get("id") if isinstance(each, dict) else None
        if not isinstance(given, str) or not given:
            draft.fault(place, "no-id", 'A node is an object with an "id", a text; this one is left out.')
            return
        metadata, mark = self._metadata(each, f"{place}.metadata")
        name = mark.get("id")
        key = name if isinstance(name, str) and node_id(name) == given else given
        if given in self.names or key in self.nodes:
            draft.fault(f"{place}.id", "twice", f"The id {given!r} stands twice; the first node has it.")
            return
        sort = self._sort(each, place)
        if sort is None:
            return
        self.names[given] = key
        rest = {word: part for word, part in each.items() if word not in ("id", "type", "text", "name", "sources", "metadata")}
        if metadata and metadata != {"core": {}}:
            rest["metadata"] = metadata
        data = dict(_object(mark.get("data")))
        text: object = ""
        if sort is Sort.CLAIM:
            text = each.get("text")
            if not isinstance(text, str):
                draft.fault(f"{place}.text", "bad-type", 'An atom has a "text"; this one is read without.')
                text = ""
            self._read_cites(each.get("sources"), data, rest, f"{place}.sources")
        else:
            self._read_name(each.get("name"), sort, data, rest)
        if rest:
            data[NAME] = {**_object(data.get(NAME)), **rest}
        mark = {word: part for word, part in mark.items() if word not in ("id", "data")}
        self.nodes[key] = Node(key, sort, text, data, mark, place)

    def _sort(self, each: dict[str, Any], place: str) -> Sort | None:
        kind, name = each.get("type"), each.get("name")
        word = name.casefold() if isinstance(name, str) else ""
        if kind == "atom":
            return Sort.CLAIM
        if kind == "conflict" or (kind == "scheme" and word in _CONFLICTS):
            return Sort.DISAGREEMENT if word in ("disagree", "disagreement") else Sort.CONFLICT
        if kind in ("inference", "scheme"):
            return Sort.UNKNOWN if word == "unknown" else Sort.INFERENCE
        message = f"A node is of the type atom, inference or conflict, not {str(kind)[:40]!r}; it is left out."
        self.draft.fault(f"{place}.type", "unknown-type", message)
        return None

    def _read_name(self, name: Any, sort: Sort, data: dict[str, Any], rest: dict[str, Any]) -> None:
        if name == _DEFAULTS[sort]:
            data.pop("scheme", None)
        elif sort is Sort.INFERENCE and isinstance(name, str) and one_line(name) == name and name not in _SUPPORTS:
            data["scheme"] = name
        else:
            rest["name"] = name

    def _read_cites(self, given: Any, data: dict[str, Any], rest: dict[str, Any], place: str) -> None:
        if not given:
            if isinstance(data.get("cites"), list) and any(source_of(each, self.resources) for each in data["cites"]):
                del data["cites"]  # another program took it away
            return
        left = data.get("cites")
        if isinstance(left, list) and [made for each in left if (made := source_of(each, self.resources))] == given:
            return
        if not isinstance(given, list):
            self.draft.fault(place, "bad-type", "The sources of an atom are a list; they are kept as they are.")
            rest["sources"] = given
            return
        data["cites"] = [self._cite(each, f"{place}[{number}]") for number, each in enumerate(given)]

    def _cite(self, each: Any, place: str) -> Any:
        if not isinstance(each, dict):
            return each
        found = {word: part for word, part in each.items() if word not in ("resource_id", "text", "offset", "length")}
        key, text, offset, length = (each.get(word) for word in ("resource_id", "text", "offset", "length"))
        if key is not None:
            name = self.names.get(f"resource {key}")
            if name is None:
                known = [word.removeprefix("resource ") for word in self.names if word.startswith("resource ")]
                self.draft.dangling(f"{place}.resource_id", "This source", key, known)
            found["source"] = name or key
        if text is not None:
            found["quote"] = text
        if offset is not None:
            found["start"] = offset
        if length is not None:
            is_place = type(offset) is int and type(length) is int
            found["end" if is_place else "length"] = offset + length if is_place else length
        return found

    def _edges(self) -> Iterator[Edge]:
        for number, each in enumerate(self._list("edges")):
            place = f"edges[{number}]"
            ends = [each.get("source_id"), each.get("target_id")] if isinstance(each, dict) else [None, None]
            if not isinstance(ends[0], str) or not isinstance(ends[1], str):
                message = 'An edge is an object with "source_id" and "target_id"; this one is left out.'
                self.draft.fault(place, "no-ends", message)
                continue
            source, target = (self.names.get(end, end) for end in ends)
            rest = {word: part for word, part in each.items() if word not in ("source_id", "target_id")}
            if rest.get("id") in (edge_id(source, target, 1), edge_id(source, target, 2)):
                del rest["id"]
            extra = rest["id"] if set(rest) == {"id"} else rest or None
            yield Edge(source, target, extra, place)

    def _read_core(self, core: dict[str, Any], front: dict[str, Any], rest: dict[str, Any]) -> None:
        draft = self.draft
        left = dict(core)
        title = left.get("title")
        if isinstance(title, str) and one_line(title) == title:
            draft.title = title
            del left["title"]
        claim = left.get("claim")
        name = draft.id_of(self.names.get(claim, claim)) if isinstance(claim, str) else None
        if name is not None:
            front["thesis"] = name
            del left["claim"]
        elif claim is not None:
            draft.dangling("metadata.core.claim", "The claim of this document", claim, list(self.names)[:1000])
        for word, ours in (("description", "abstract"),):
            if isinstance(left.get(word), str) and ours not in front:
                front[ours] = left.pop(word)
        made = _core(front, draft.title)
        left = {word: part for word, part in left.items() if word not in made or made[word] != part}
        if left:
            rest["core"] = left


def _object(given: Any) -> dict[str, Any]:
    return given if isinstance(given, dict) else {}
