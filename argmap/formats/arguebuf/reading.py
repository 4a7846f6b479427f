"""Reading the JSON of arguebuf."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Any

from argmap.errors import nearest
from argmap.formats.arguebuf import words
from argmap.formats.arguebuf.words import NAME
from argmap.formats.carrying import KEY
from argmap.formats.draft import Draft
from argmap.formats.json_parts import Unusual, parts_of
from argmap.formats.json_text import called
from argmap.formats.nodes import Edge, Node, Sort
from argmap.formats.nodes.reading import read_nodes, read_sections
from argmap.memory import collection_paused
from argmap.model.bulk import Sharing
from argmap.model.naming import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argmap.formats.given import Given
    from argmap.text.reader import ParseResult

_KINDS = {"support": Sort.INFERENCE, "attack": Sort.CONFLICT, "rephrase": Sort.OTHER, "preference": Sort.OTHER}
_PARTS = ("nodes", "edges", "resources", "participants", "majorClaim", "userdata")


def read(given: Given) -> ParseResult:
    """Return the map in a JSON text; what is wrong with it is said."""
    draft = Draft(given)
    parts = parts_of(given.text, dict)
    if parts is not None:
        try:
            with collection_paused():
                _Reading(parts.rest, draft, _items(parts.nodes), _items(parts.edges)).read()
                del parts
            return draft.result()
        except Unusual:
            draft, parts = Draft(given), None
    value, problems = given.json
    if isinstance(value, dict):
        del given.json  # what was read goes piece by piece, to make room for what is made of it
    if value is None and not problems:
        draft.fault(0, "no-arguebuf", 'A file of arguebuf is a JSON object with "nodes" and "edges"; this is none.')
    elif isinstance(value, list):
        draft.fault("", "no-arguebuf", 'A file of arguebuf is a JSON object with "nodes" and "edges", not a list.')
    elif value is not None:
        with collection_paused():
            read_document(value, draft)
    result = draft.result()
    return result._replace(diagnostics=(*problems, *result.diagnostics))


def read_document(value: dict[str, Any], draft: Draft) -> None:
    """Add what the object of a file says to a map in the making; its nodes and edges are taken out of it."""
    _Reading(value, draft).read()


class _Data(Sharing):
    """Has the data of a node."""


class _Own(Sharing):
    """Has what only arguebuf knows of a node."""


Items = Iterable[tuple[str, Any]]


def _items(chunks: Iterable[dict[str, Any]]) -> Iterator[tuple[str, Any]]:
    for chunk in chunks:
        yield from chunk.items()


def _used_up(given: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield what an object holds, and take it out, to make room."""
    for key in list(given):
        yield key, given.pop(key)


def _taken(edges: list[Edge]) -> Iterator[Edge]:
    """Yield edges and take them out of their list, to make room."""
    edges.reverse()
    while edges:
        yield edges.pop()


class _Reading:
    """A file while it becomes a map.

    Args:
        value: The object of the file.
        draft: The map in the making.
        nodes: Its nodes, where they do not stand in the object.
        edges: Likewise its edges.
    """

    def __init__(
        self, value: dict[str, Any], draft: Draft, nodes: Items | None = None, edges: Items | None = None
    ) -> None:
        self.draft = draft
        self.value = words.camel(value)
        self.rest = {key: each for key, each in self.value.items() if key not in _PARTS}
        time = words.time_of(self.rest.get("metadata"))
        if time is not None:
            del self.rest["metadata"]
            self.rest.update({"time": time} if time else {})
        self.is_whole = draft.given.is_whole
        if self.rest.get("schemaVersion") == 1:
            del self.rest["schemaVersion"]  # as all are; it is written in any case
        self.nodes: dict[str, Node] = {}
        self.others: dict[str, Any] = {}  # nodes that have no record
        self.ends: dict[str, Any] = {}  # and their links
        self.objects = _used_up(self._object(self.value, "nodes", "nodes")) if nodes is None else nodes
        self.links = edges
        self.people = self._object(self.value, "participants", "participants")
        self.resources = self._object(self.value, "resources", "resources")

    def _object(self, inside: dict[str, Any], key: str, place: str) -> dict[str, Any]:
        """Return an object that stands under a key; an empty one, and a word on it, if that is none."""
        found = inside.get(key)
        if type(found) is dict:
            return found
        if found is not None:
            self.draft.fault(place, "bad-type", f"Here an object belongs, not {called(found)}; it is left out.")
        return {}

    def read(self) -> None:
        userdata = dict(self._object(self.value, "userdata", "userdata"))
        mark = self._mark(userdata, "userdata")
        read_sections(self.draft, mark.get("sections"), f"userdata.{KEY}.sections")
        for key, each in self.objects:
            self._read_node(key, each)
        edges = list(self._edges())
        self.draft.given.let_go()
        self._keep_others(edges)
        read_nodes(self.draft, NAME, self.nodes, _taken(edges), f"userdata.{KEY}", before=("nodes.", "edges."))
        self._read_front(userdata, mark)

    def _mark(self, userdata: dict[str, Any], place: str) -> dict[str, Any]:
        if KEY not in userdata:
            return {}
        mark = userdata.pop(KEY)
        if isinstance(mark, dict):
            return mark
        message = f"What argmap leaves here is an object, not {called(mark)}; it is left out."
        self.draft.fault(f"{place}.{KEY}", "bad-carried", message)
        return {}

    # -- nodes -------------------------------------------------------------------------------------------------

    def _read_node(self, key: str, each: Any) -> None:
        if type(each) is not dict:
            self.draft.fault(f"nodes.{key}", "bad-type", f"A node is an object, not {called(each)}; it is left out.")
            return
        data: dict[str, Any] = _Data().__dict__
        rest: dict[str, Any] = _Own().__dict__
        mark: dict[str, Any] = {}
        more = each.get("userdata")
        if more:
            data = dict(self._object(each, "userdata", f"nodes.{key}.userdata"))
            mark = self._mark(data, f"nodes.{key}.userdata")
        is_plain = self.is_whole and not more
        for word, part in each.items():
            if word == "metadata":
                time = words.time_of(part)
                if time is None:
                    rest["metadata"] = part
                elif time:
                    rest["time"] = time
                is_plain = is_plain and time is not None
            elif word != "atom" and word != "scheme" and word != "userdata":
                rest[word] = part
                is_plain = False
        atom = each.get("atom")
        if type(atom) is dict:
            if "scheme" in each:
                message = "It is an atom and a scheme at once; it is read as an atom."
                self.draft.fault(f"nodes.{key}.scheme", "two-kinds", message)
            self._read_atom(key, atom, data, rest, mark)
        elif type(each.get("scheme")) is dict:
            self._read_scheme(key, each, data, rest, mark)
        else:
            message = 'A node has an "atom" or a "scheme", which is an object; this has neither, and is left out.'
            self.draft.fault(f"nodes.{key}", "no-kind", message)
            return
        # What is not known may be anything, and deeper than a map holds.
        parts = {"text": atom.get("text")} if type(atom) is dict and atom.keys() == {"text"} else each.get("scheme")
        self.nodes[key].is_plain = (
            is_plain and type(parts) is dict and all(type(part) is str for part in parts.values())
        )

    def _read_atom(
        self, key: str, atom: dict[str, Any], data: dict[str, Any], rest: dict[str, Any], mark: dict[str, Any]
    ) -> None:
        text = atom.get("text", "")
        if type(text) is not str:
            self.draft.fault(
                f"nodes.{key}.atom.text", "bad-type", f"A text belongs here, not {called(text)}; it is read as one."
            )
        if len(atom) > 1 or "text" not in atom:
            self._read_origin(key, atom, data, rest)
        words.keep(data, rest)
        self.nodes[key] = Node(key, Sort.CLAIM, text, data, mark, key)

    def _read_origin(self, key: str, atom: dict[str, Any], data: dict[str, Any], rest: dict[str, Any]) -> None:
        """Read where an atom comes from."""
        person, reference = atom.get("participant") or None, atom.get("reference") or None
        odd = {word: part for word, part in atom.items() if word not in ("text", "participant", "reference")}
        if reference is not None and type(reference) is not dict:
            place = f"nodes.{key}.atom.reference"
            self.draft.fault(
                place, "bad-type", f"A reference is an object, not {called(reference)}; it is kept as it is."
            )
            odd["reference"], reference = reference, None
        if odd:
            rest["atom"] = odd
        people, resources = self.people, self.resources
        if person is not None and (type(person) is not str or person not in people):
            self._nobody(f"nodes.{key}.atom.participant", "participant", person, people)
        resource = None if reference is None else reference.get("resource")
        if resource is not None and (type(resource) is not str or resource not in resources):
            self._nobody(f"nodes.{key}.atom.reference.resource", "resource", resource, resources)
        if person is not None:
            words.settle("author", data, rest, person, lambda part: part, lambda left: left)
        if reference is not None:
            back = partial(words.as_reference, sources=resources)
            words.settle("cites", data, rest, reference, words.cites_of, back)

    def _nobody(self, place: str, what: str, key: object, known: Mapping[str, Any]) -> None:
        hint = nearest(str(key), list(known)[:1000])
        message = f"There is no {what} {str(key)[:60]!r}; the name is kept.{hint}"
        self.draft.fault(place, "dangling", message)

    def _read_scheme(
        self, key: str, each: dict[str, Any], data: dict[str, Any], rest: dict[str, Any], mark: dict[str, Any]
    ) -> None:
        sort = Sort.UNKNOWN
        left: dict[str, Any] = {}
        scheme = words.camel(each["scheme"])
        kinds = [word for word in scheme if word in _KINDS]
        if kinds:
            sort = _KINDS[kinds[-1]]
        for word in kinds[1:]:
            message = "It names two kinds of scheme; the last one is read."
            self.draft.fault(f"nodes.{key}.scheme.{word}", "two-kinds", message)
        for word, part in scheme.items():
            # A kind that is not read is kept as it stands: nothing of it is the scheme of this node.
            if word == "support" and sort is Sort.INFERENCE:
                self._read_support(key, part, data, rest, left)
            elif (word != "attack" or part not in ("ATTACK_DEFAULT", 0)) and part != []:
                left[word] = part
        if left:
            rest["scheme"] = left
        if sort is Sort.UNKNOWN:
            message = "It does not say whether it supports or attacks; it is read as an inference of unknown kind."
            self.draft.warn(f"nodes.{key}.scheme", "unknown-scheme", message)
        if sort is Sort.OTHER:
            self.others[key] = each
        words.keep(data, rest)
        self.nodes[key] = Node(key, sort, "", data, mark, key)

    def _read_support(
        self, key: str, part: Any, data: dict[str, Any], rest: dict[str, Any], left: dict[str, Any]
    ) -> None:
        if type(part) is not str and type(part) is not int:
            self.draft.fault(
                f"nodes.{key}.scheme.support", "bad-type", f"A scheme is a name, not {called(part)}; it is left out."
            )
            part = words.DEFAULT
        word = words.scheme_word(part)
        given = data.get("scheme")
        meant = words.as_support(given) if isinstance(given, str) else None
        if meant == (part if word is not None else None):
            return
        if word is not None and words.as_support(word) != part:
            left["support"] = part
        words.put(data, rest, "scheme", word)

    # -- links -------------------------------------------------------------------------------------------------

    def _edges(self) -> Iterator[Edge]:
        edges, others = self.links, self.others
        if edges is None:
            edges = _used_up(self._object(self.value, "edges", "edges"))
        for key, each in edges:
            if type(each) is not dict:
                self.draft.fault(
                    f"edges.{key}", "bad-type", f"An edge is an object, not {called(each)}; it is left out."
                )
                continue
            source, target = each.get("source"), each.get("target")
            if type(source) is not str or type(target) is not str:
                message = 'An edge has a "source" and a "target", both ids of nodes.'
                self.draft.fault(f"edges.{key}", "no-ends", message)
                continue
            if others and (source in others or target in others):
                self.ends[key] = each
            name: str | None = key
            if key.startswith(source):
                made = words.edge_name(source, target)
                name = None if key == made or (key.startswith(f"{made} (") and key[-1] == ")") else key
            extra = words.extra_of(name, each)
            if type(extra) is dict:
                extra = dict(self.draft.clean(extra, f"edges.{key}"))
            yield Edge(source, target, extra, key)

    def _keep_others(self, edges: list[Edge]) -> None:
        """Keep the nodes that have no record, with their links, and say in claims what they rephrase."""
        others = self.others
        if not others:
            return
        ins: dict[str, list[Edge]] = {key: [] for key in others}
        outs: dict[str, list[Edge]] = {key: [] for key in others}
        for edge in edges:
            if edge.source in others:
                outs[edge.source].append(edge)
            if edge.target in others:
                ins[edge.target].append(edge)
        kept: dict[str, Any] = {}
        links: dict[str, Any] = {}
        rephrased: dict[str, list[str]] = {}
        for key, each in others.items():
            ends = [*ins[key], *outs[key]]
            if "rephrase" in each["scheme"] and len(ins[key]) == len(outs[key]) == 1:
                source, target = ins[key][0].source, outs[key][0].target
                if self._is_claim(source) and self._is_claim(target):
                    rephrased.setdefault(source, []).append(target)
                    is_made = key == words.rephrase_name(source, target) and set(each) == {"scheme"}
                    if is_made and ends[0].extra is None and ends[1].extra is None:
                        continue
            kept[key] = each
            for edge in ends:
                links[edge.place] = self.ends[edge.place]
        if kept:
            self.rest["nodes"] = kept
        if links:
            self.rest["edges"] = links
        for key, found in rephrased.items():
            data = dict(self.nodes[key].data)
            if _sorted(data.get("rephrases")) != sorted(found):
                words.put(data, data.setdefault(NAME, {}), "rephrases", found)
                if not data[NAME]:
                    del data[NAME]
            self.nodes[key].data = data

    def _is_claim(self, key: str) -> bool:
        return key in self.nodes and self.nodes[key].sort is Sort.CLAIM

    # -- the rest ----------------------------------------------------------------------------------------------

    def _read_front(self, userdata: dict[str, Any], mark: dict[str, Any]) -> None:
        draft, rest = self.draft, self.rest
        thesis = self.value.get("majorClaim") or None
        if thesis is not None:
            name = draft.id_of(thesis) if isinstance(thesis, str) else None
            if name is None:
                draft.dangling("majorClaim", "The major claim", thesis, list(self.nodes)[:1000])
            else:
                words.put(userdata, rest, "thesis", name)
        if self.people:
            words.settle("participants", userdata, rest, self.people, words.people_of, words.as_people)
        if self.resources:
            words.settle("sources", userdata, rest, self.resources, words.sources_of, words.as_resources)
        title = userdata.get("title")
        if isinstance(title, str) and one_line(title) == title and title:
            draft.title = userdata.pop("title")
        if "title" in mark:
            userdata["title"] = mark["title"]
        left = mark.get("own")
        for word, each in left.items() if isinstance(left, dict) else ():
            there = rest.get(word)
            rest[word] = {**each, **there} if isinstance(there, dict) and isinstance(each, dict) else there or each
        words.keep(userdata, rest)
        draft.data = userdata


def _sorted(given: object) -> list[str] | None:
    return sorted(given) if isinstance(given, list) and all(isinstance(each, str) for each in given) else None
