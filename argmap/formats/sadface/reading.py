"""Reading SADFace."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.errors import nearest
from argmap.formats.carrying import KEY
from argmap.formats.draft import Draft
from argmap.formats.json_text import called
from argmap.formats.nodes import Edge, Node, Sort
from argmap.formats.nodes.reading import read_nodes, read_sections
from argmap.formats.sadface import words
from argmap.formats.sadface.words import DEFAULTS, NAME
from argmap.memory import collection_paused
from argmap.model.naming import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argmap.formats.given import Given
    from argmap.text.reader import ParseResult

_LISTED = 1_000
"""So many names at most are held against one that is not there."""


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
    result = draft.result()
    return result._replace(diagnostics=(*given.json.problems, *result.diagnostics))


class _Reading:
    """One document while it becomes a map."""

    def __init__(self, value: dict[str, Any], draft: Draft) -> None:
        self.value = value
        self.draft = draft
        # What ids in the file are called in the map.
        self.names: dict[str, str] = {}
        self.resources: dict[str, str] = {}
        self.sources: dict[str, Any] = {}
        self.nodes: dict[str, Node] = {}
        self.bare: dict[str, Any] = {"core": {}}

    def read(self) -> None:
        draft = self.draft
        rest = {key: each for key, each in self.value.items() if key not in ("metadata", "nodes", "edges", "resources")}
        metadata, mark = self._metadata(self.value, "metadata")
        core = _object(metadata.pop("core", None))
        if str(core.get("version", "")).startswith("0.2"):
            self.bare = {}
        front: dict[str, Any] = dict(_object(mark.get("data")))
        read_sections(draft, mark.get("sections"), f"metadata.{KEY}.sections")
        self._read_resources(front)
        for number, each in enumerate(self._list("nodes")):
            self._read_node(each, f"nodes[{number}]")
        read_nodes(draft, NAME, self.nodes, self._edges(), f"metadata.{KEY}")
        self._read_core(core, front, rest)
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
            self.draft.fault(key, "bad-type", f"Here a list belongs, not {called(found)}; it is left out.")
        return []

    def _metadata(self, each: Mapping[str, Any], place: str) -> tuple[dict[str, Any], Mapping[str, Any]]:
        """Return the metadata of a thing without what argmap left there, and that."""
        found = each.get("metadata")
        if not isinstance(found, dict):
            if found is not None:
                self.draft.fault(place, "bad-type", "Metadata are an object; these are none, and left out.")
            return {}, {}
        rest = dict(found)
        mark = rest.pop(KEY, {})
        if not isinstance(mark, dict):
            message = f"What argmap leaves here is an object, not {called(mark)}; it is left out."
            self.draft.fault(f"{place}.{KEY}", "bad-carried", message)
            mark = {}
        return rest, mark

    def _read_resources(self, front: dict[str, Any]) -> None:
        left = _object(front.get("sources"))
        back = {words.node_id(key): key for key in left}
        found = self.sources
        for number, each in enumerate(self._list("resources")):
            key = each.get("id") if isinstance(each, dict) else None
            if not isinstance(key, str) or not key:
                message = 'A resource is an object with an "id"; this one is left out.'
                self.draft.fault(f"resources[{number}]", "no-id", message)
                continue
            if key in self.resources:
                message = f"The id {key!r} stands twice; the first resource has it."
                self.draft.fault(f"resources[{number}].id", "twice", message)
                continue
            name = self.resources[key] = back.get(key, key)
            is_left = name in left and words.resource_of(name, left[name]) == each
            found[name] = left[name] if is_left else words.entry_of(each)
        if found or type(front.get("sources")) is dict:
            front["sources"] = found

    # -- nodes -------------------------------------------------------------------------------------------------

    def _read_node(self, each: Any, place: str) -> None:
        draft = self.draft
        given = each.get("id") if isinstance(each, dict) else None
        if not isinstance(given, str) or not given:
            draft.fault(place, "no-id", 'A node is an object with an "id", which is a text; this one is left out.')
            return
        metadata, mark = self._metadata(each, f"{place}.metadata")
        name = mark.get("id")
        key = name if isinstance(name, str) and words.node_id(name) == given else given
        if given in self.names or key in self.nodes:
            draft.fault(f"{place}.id", "twice", f"The id {given!r} stands twice; the first node has it.")
            return
        sort = words.sort_of(each.get("type"), each.get("name"))
        if sort is None:
            message = f"A node is an atom, an inference or a conflict, not {each.get('type')!r}; it is left out."
            draft.fault(f"{place}.type", "unknown-type", message)
            return
        self.names[given] = key
        known = ("id", "type", "text", "name", "sources", "metadata")
        rest = {word: part for word, part in each.items() if word not in known}
        if metadata != self.bare:
            rest["metadata"] = metadata
        data = dict(_object(mark.get("data")))
        text: object = ""
        if sort is Sort.CLAIM:
            text = each.get("text")
            if not isinstance(text, str):
                draft.fault(f"{place}.text", "bad-type", 'An atom has a "text"; this one has none, and is empty.')
                text = ""
            self._read_sources(each.get("sources"), data, f"{place}.sources")
        else:
            self._read_name(each.get("name"), sort, data, rest, place)
        if rest:
            data[NAME] = {**_object(data.get(NAME)), **rest}
        left = {word: part for word, part in mark.items() if word not in ("id", "data")}
        self.nodes[key] = Node(key, sort, text, data, left, place)

    def _read_name(self, name: Any, sort: Sort, data: dict[str, Any], rest: dict[str, Any], place: str) -> None:
        if not isinstance(name, str):
            self.draft.fault(
                place, "no-name", 'A scheme has a "name", such as "support"; this one has none that is a text.'
            )
        elif sort is Sort.INFERENCE:
            scheme = words.scheme_of(name)
            left = data.get("scheme")
            if left is not None and (left == name or (scheme is None and not words.is_name(left))):
                return
            data.pop("scheme", None)
            if scheme is not None:
                data["scheme"] = scheme
        scheme = data.get("scheme") if sort is Sort.INFERENCE else None  # that of a conflict is never its name
        if isinstance(name, str) and name != (DEFAULTS[sort] if scheme is None else scheme):
            rest["name"] = name

    def _read_sources(self, given: Any, data: dict[str, Any], place: str) -> None:
        if "cites" in data and words.sources_of(data["cites"], self.sources) == (given or []):
            return
        data.pop("cites", None)
        if isinstance(given, list):
            if given:
                data["cites"] = [self._cite(each, f"{place}[{number}]") for number, each in enumerate(given)]
        elif given is not None:
            self.draft.fault(place, "bad-type", f"The sources of an atom are a list, not {called(given)}; left out.")

    def _cite(self, each: Any, place: str) -> Any:
        if not isinstance(each, dict):
            self.draft.fault(place, "bad-type", "A source is an object; this one is kept as it is.")
            return each
        key = each.get("resource_id")
        if not isinstance(key, str) or key not in self.resources:
            hint = nearest(str(key), list(self.resources)[:_LISTED])
            message = f"There is no resource {str(key)[:60]!r}; the name is kept.{hint}"
            self.draft.fault(f"{place}.resource_id", "dangling", message)
        return words.cite_of(each, self.resources.get(key, key) if isinstance(key, str) else key)

    def _edges(self) -> Iterator[Edge]:
        counts: dict[tuple[str, str], int] = {}
        for number, each in enumerate(self._list("edges")):
            place = f"edges[{number}]"
            source, target = (each.get("source_id"), each.get("target_id")) if isinstance(each, dict) else (None, None)
            if not isinstance(source, str) or not isinstance(target, str):
                message = 'An edge is an object with a "source_id" and a "target_id"; this one is left out.'
                self.draft.fault(place, "no-ends", message)
                continue
            source, target = self.names.get(source, source), self.names.get(target, target)
            count = counts[source, target] = counts.get((source, target), 0) + 1
            rest = {word: part for word, part in each.items() if word not in ("source_id", "target_id")}
            key = rest.get("id")
            if key is not None and not isinstance(key, str):
                message = f"The id of an edge is a text, not {called(key)}; it gets another one."
                self.draft.warn(f"{place}.id", "bad-type", message)
            if not isinstance(key, str) or not key or key == words.edge_id(source, target, count):
                rest.pop("id", None)
            yield Edge(source, target, rest["id"] if set(rest) == {"id"} else rest or None, place)

    # -- the head ----------------------------------------------------------------------------------------------

    def _read_core(self, core: dict[str, Any], front: dict[str, Any], rest: dict[str, Any]) -> None:
        draft = self.draft
        left = dict(core)
        title, claim = left.get("title"), left.get("claim")
        if isinstance(title, str) and title and one_line(title) == title:
            draft.title = left.pop("title")
        name = draft.id_of(self.names.get(claim, claim)) if isinstance(claim, str) else None
        if name is not None:
            front["thesis"] = name
            del left["claim"]
        elif claim is not None:
            known = list(self.names)[:_LISTED]
            draft.dangling("metadata.core.claim", "The claim of this document", claim, known)
        if isinstance(left.get("description"), str) and "abstract" not in front:
            front["abstract"] = left.pop("description")
        made = words.core_defaults(draft.title)
        left = {word: part for word, part in left.items() if word not in made or made[word] != part}
        if left:
            rest["core"] = left


def _object(given: Any) -> dict[str, Any]:
    return given if isinstance(given, dict) else {}
