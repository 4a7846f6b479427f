"""Writing the JSON of arguebuf."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

from argmap.formats.arguebuf import words
from argmap.formats.arguebuf.words import NAME, edge_name, rephrase_name
from argmap.formats.carrying import KEY
from argmap.formats.json_lines import as_json as encode
from argmap.formats.json_lines import quoted
from argmap.formats.nodes import LINK_WORDS, Node, Sort
from argmap.formats.nodes.writing import write_nodes, write_sections
from argmap.formats.written import Written
from argmap.memory import collection_paused
from argmap.model.naming import plain_data

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from argmap.model import ArgumentMap

_MAPS = ("nodes", "edges", "resources", "participants", "analysts")
_LINKED = LINK_WORDS | {"time"}
_INFERS = f'"scheme": {{"support": "{words.DEFAULT}"}}'
_ATTACKS = '"scheme": {"attack": "ATTACK_DEFAULT"}'
_PARTS: dict[str, type] = {"metadata": dict, "userdata": dict, "atom": dict, "scheme": dict}


def write(m: ArgumentMap) -> Written:
    """Return a map as JSON of arguebuf, a node and an edge on each line; it holds everything."""
    with collection_paused():
        return Written("", pieces=_Writing(m).pieces())


def to_document(m: ArgumentMap) -> dict[str, Any]:
    """Return a map as the object that such a file holds."""
    return _Writing(m).document()


def _metadata(time: str) -> str:
    """Return what `argmap.formats.arguebuf.words.as_metadata` does, as JSON."""
    if "/" in time:
        created, _, updated = time.partition("/")
        first, last = quoted(created), quoted(updated or created)
    else:
        first = last = quoted(time)
    return f'{{"created": {first}, "updated": {last}}}'


class _Writing:
    def __init__(self, m: ArgumentMap) -> None:
        self.m = m
        self.front = dict(plain_data(m.data))
        self.rest = self._own(self.front)
        self.sources = self._dict("sources")
        self.people = self._dict("participants")
        self.graph, self.edges = write_nodes(m, NAME)
        self.rephrases: dict[str, list[str]] = {}

    def _dict(self, word: str) -> Mapping[str, Any]:
        found = self.front.get(word)
        return found if isinstance(found, dict) else {}

    @staticmethod
    def _own(data: dict[str, Any]) -> dict[str, Any]:
        """Take out of data what only arguebuf knows, and put back what stood in the way of it."""
        if not isinstance(data.get(NAME), dict):
            return {}
        rest: dict[str, Any] = data.pop(NAME)
        return dict(rest)

    def document(self) -> dict[str, Any]:
        """Return the object that the file holds."""
        others, other_edges = self._others()
        nodes = {key: self._node(node) for key, node in self.graph.items()}
        edges: dict[str, Any] = {}
        for edge in self.edges:
            name, made = words.as_edge(edge.source, edge.target, edge.extra)
            edges[_free(name or edge_name(edge.source, edge.target), edges)] = made
        for key, each in other_edges:
            edges[_free(key, edges)] = each
        return {"nodes": {**nodes, **others}, **({"edges": edges} if edges else {}), **self._front()}

    def pieces(self) -> Iterator[str]:
        """Yield the text of the same object piece by piece; the graph is used up."""
        others, other_edges = self._others()
        rest = self._front()
        yield '{\n  "nodes": '
        yield from _object(chain(self._node_lines(), map(_line, others.items())))
        if self.edges or other_edges:
            yield ',\n  "edges": '
            yield from _object(self._edge_lines(other_edges))
        for key, value in rest.items():
            yield f",\n  {encode(key)}: "
            if key in _MAPS and value and type(value) is dict:
                yield from _object(map(_line, value.items()))
            else:
                yield encode(value)
        yield "\n}\n"

    def _front(self) -> dict[str, Any]:
        """Return what the object holds beside its nodes and edges."""
        made: dict[str, Any] = {}
        front = self.front
        mark: dict[str, Any] = {}
        sections = write_sections(self.m)
        if sections:
            mark["sections"] = sections
        self._settle(made, "participants", words.as_people(front.get("participants")), words.people_of)
        self._settle(made, "resources", words.as_resources(front.get("sources")), words.sources_of, "sources")
        thesis = front.get("thesis")
        if isinstance(thesis, str) and thesis in self.graph and self.graph[thesis].sort is Sort.CLAIM:
            made["majorClaim"] = front.pop("thesis")
        if "title" in front and (self.m.title or isinstance(front["title"], str)):
            mark["title"] = front.pop("title")
        if self.m.title:
            front["title"] = self.m.title
        rest = self.rest
        if isinstance(rest.get("userdata"), dict):
            front.update(rest.pop("userdata"))
        left = {
            word: each
            for word in list(rest)
            if word in made or word in ("nodes", "edges", "userdata")
            if (each := rest.pop(word))
        }
        if left:
            mark["own"] = left
        if isinstance(rest.get("time"), str) and "metadata" not in rest:
            rest["metadata"] = words.as_metadata(rest.pop("time"))
        made["schemaVersion"] = rest.pop("schemaVersion", 1)
        made.update(rest)
        if mark:
            front[KEY] = mark
        if front:
            made["userdata"] = front
        return made

    def _settle(self, made: dict[str, Any], part: str, found: Any, of: Any, word: str | None = None) -> None:
        """Write a part of the front matter in the words of arguebuf, and leave it where these do not say all."""
        if found is not None:
            made[part] = found
            if of(found) == self.front[word or part]:
                del self.front[word or part]

    # -- nodes -------------------------------------------------------------------------------------------------

    def _node_lines(self) -> Iterator[str]:
        graph, claim, inference, conflict = self.graph, Sort.CLAIM, Sort.INFERENCE, Sort.CONFLICT
        for key in list(graph):
            node = graph.pop(key)
            sort, data, time = node.sort, node.data, None
            if len(data) == 1 and not node.mark:
                known = data.get(NAME)
                if type(known) is dict and "time" in known and (len(known) == 1 or known.keys() <= _LINKED):
                    time = known["time"]
            if type(time) is not str or not (sort is claim or sort is inference or sort is conflict):
                yield _line((key, self._node(node)))
                continue
            # As nearly always in files of arguebuf: a node that has nothing but its times.
            if sort is claim:
                part = f'"atom": {{"text": {quoted(str(node.text))}}}' if node.text else '"atom": {}'
            else:
                part = _INFERS if sort is inference else _ATTACKS
            yield f'{quoted(key)}: {{{part}, "metadata": {_metadata(time)}}}'

    def _node(self, node: Node) -> dict[str, Any]:
        made: dict[str, Any] = {}
        if node.sort is Sort.CLAIM:
            made["atom"] = {"text": node.text} if node.text else {}
        data, mark = node.data, node.mark
        userdata: dict[str, Any] = {}
        rest: dict[str, Any] = {}
        part: Any
        if data:
            userdata = dict(data)
            rest = self._own(userdata)
        if node.sort is Sort.CLAIM:
            if userdata:
                self._origin(node, made["atom"], userdata)
        else:
            made["scheme"] = self._scheme(node, userdata, rest)
        if rest:
            odd = {}
            for word, part in rest.items():
                if word in LINK_WORDS:
                    continue
                if word == "time" and isinstance(part, str) and "metadata" not in rest:
                    made["metadata"] = words.as_metadata(part)
                elif word in _PARTS and type(part) is not _PARTS[word]:
                    odd[word] = part
                elif word == "userdata":
                    userdata.update(part)
                elif word in made:
                    made[word] = {**part, **made[word]}
                elif word in ("atom", "scheme", "time"):
                    odd[word] = part
                else:
                    made[word] = part
            if odd:
                mark = {**mark, "own": {**mark.get("own", {}), **odd}}
        if mark:
            userdata[KEY] = mark
        if userdata:
            made["userdata"] = userdata
        return made

    def _origin(self, node: Node, atom: dict[str, Any], userdata: dict[str, Any]) -> None:
        author = userdata.get("author")
        if isinstance(author, str) and author in self.people:
            atom["participant"] = userdata.pop("author")
        if "cites" in userdata:
            reference = words.as_reference(userdata["cites"], self.sources)
            if reference is not None:
                atom["reference"] = reference
                if words.cites_of(reference) == userdata["cites"]:
                    del userdata["cites"]
        if "rephrases" in userdata and userdata["rephrases"] == self.rephrases.get(node.key):
            del userdata["rephrases"]

    def _scheme(self, node: Node, userdata: dict[str, Any], rest: dict[str, Any]) -> dict[str, Any]:
        if node.sort is Sort.UNKNOWN:
            return {}
        given = rest.get("scheme")
        kept: dict[str, Any] = given if isinstance(given, dict) else {}
        if node.sort is not Sort.INFERENCE:
            return {"attack": kept.get("attack", "ATTACK_DEFAULT")}
        word = userdata.get("scheme")
        name = kept.get("support")
        if isinstance(name, str | int) and not isinstance(name, bool) and words.scheme_word(name) == word:
            userdata.pop("scheme", None)
            return {"support": name}
        name = words.as_support(word) if isinstance(word, str) else None
        if name is None:
            return {"support": words.DEFAULT}
        if words.scheme_word(name) == word:
            del userdata["scheme"]
        return {"support": name}

    # -- links -------------------------------------------------------------------------------------------------

    def _edge_lines(self, others: list[tuple[str, Any]]) -> Iterator[str]:
        edges, taken = self.edges, set[str]()
        names = {edge.extra[0] for edge in edges if _is_dated(edge.extra)}
        is_once = len(names) == len(edges) and not others
        del names
        edges.reverse()
        while edges:
            source, target, extra, _ = edges.pop()
            if _is_dated(extra):
                # As nearly always in files of arguebuf: an edge with its name and its times.
                name, time = extra
                if is_once or name not in taken:
                    if not is_once:
                        taken.add(name)
                    ends = f'"source": {quoted(source)}, "target": {quoted(target)}'
                    yield f'{quoted(name)}: {{{ends}, "metadata": {_metadata(time)}}}'
                    continue
            own, made = words.as_edge(source, target, extra)
            name = _free(own or edge_name(source, target), taken)
            taken.add(name)
            yield _line((name, made))
        for key, each in others:
            name = _free(key, taken)
            taken.add(name)
            yield _line((name, each))

    def _others(self) -> tuple[dict[str, Any], list[tuple[str, Any]]]:
        """Return the nodes that have no record, and their links: those read, and those that claims tell of."""
        nodes: dict[str, Any] = {}
        edges: list[tuple[str, Any]] = []
        kept, links = self.rest.get("nodes"), self.rest.get("edges")
        if isinstance(kept, dict):
            for key, each in kept.items():
                scheme = each.get("scheme") if isinstance(each, dict) else None
                is_one = isinstance(scheme, dict) and ("rephrase" in scheme or "preference" in scheme)
                if is_one and key not in self.graph:
                    nodes[key] = each
            self.rest["nodes"] = {key: each for key, each in kept.items() if key not in nodes}
        if isinstance(links, dict):
            for key, each in links.items():
                ends: list[Any] = [each.get("source"), each.get("target")] if isinstance(each, dict) else []
                is_there = [isinstance(end, str) and (end in nodes or end in self.graph) for end in ends]
                if is_there == [True, True] and any(end in nodes for end in ends):
                    edges.append((key, each))
            written = {key for key, _ in edges}
            self.rest["edges"] = {key: each for key, each in links.items() if key not in written}
        self._add_rephrases(nodes, edges)
        return nodes, edges

    def _add_rephrases(self, nodes: dict[str, Any], edges: list[tuple[str, Any]]) -> None:
        starts: dict[str, list[str]] = {}
        ends: dict[str, list[str]] = {}
        for _, edge in edges:
            starts.setdefault(edge["target"], []).append(edge["source"])
            ends.setdefault(edge["source"], []).append(edge["target"])
        for key, each in nodes.items():
            one, other = starts.get(key, []), ends.get(key, [])
            if "rephrase" in each["scheme"] and len(one) == len(other) == 1 and self._is_atom(one[0], other[0]):
                self.rephrases.setdefault(one[0], []).append(other[0])
        for claim in self.m.claims:
            if "rephrases" not in claim.data:
                continue
            told = claim.data["rephrases"]
            for target in dict.fromkeys(each for each in told if isinstance(each, str)) if type(told) is list else ():
                found = self.rephrases.setdefault(claim.id, [])
                key = rephrase_name(claim.id, target)
                if target not in found and self._is_atom(target) and key not in nodes and key not in self.graph:
                    found.append(target)
                    nodes[key] = {"scheme": {"rephrase": "REPHRASE_DEFAULT"}}
                    edges.append((edge_name(claim.id, key), {"source": claim.id, "target": key}))
                    edges.append((edge_name(key, target), {"source": key, "target": target}))

    def _is_atom(self, *keys: str) -> bool:
        return all(key in self.graph and self.graph[key].sort is Sort.CLAIM for key in keys)


def _is_dated(extra: object) -> bool:
    """Whether what is known of an edge is its name and its times."""
    return type(extra) is list and len(extra) == 2 and type(extra[0]) is type(extra[1]) is str and extra[0] != ""


def _line(item: tuple[str, Any]) -> str:
    return f"{quoted(item[0])}: {encode(item[1])}"


def _object(lines: Iterable[str]) -> Iterator[str]:
    """Yield an object as JSON in pieces, a key and its value on each line."""
    first = between = "{\n    "
    for line in lines:
        yield between + line
        between = ",\n    "
    yield "{}" if between is first else "\n  }"


def _free(key: str, taken: Collection[str]) -> str:
    name, number = key, 1
    while name in taken:
        number += 1
        name = f"{key} ({number})"
    return name
