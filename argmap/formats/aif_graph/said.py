"""What the dialogue of a graph says of its propositions: who puts them forward, what they repeat, where they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from argmap.schemes import term_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from argmap.formats.aif_graph.spans import Marked

_SPEAKER = re.compile(r"\s*+([^:\n]{1,60}?)\s*+:(?=\s)")
_ASSERTS = re.compile(r"(.*assert|.*conced|affirm|(default)?illocuting$|ya$|$)")
_GOES = {"MA": "rephrases", "PA": "preferred-to"}
_MOST = 20
"""How many ends of one node are followed; more have no meaning, and their pairs would be too many."""
SOURCE = "text"
"""The id of the source that is the text of the file."""


@dataclass
class Said:
    """What a graph says in its own way, and a map in inline data and front matter.

    Attributes:
        of: For the id of a node, its data: ``author``, ``rephrases``, ``preferred-to``, ``cites``.
        front: Of the front matter: ``participants``, ``sources``.
    """

    of: dict[str, dict[str, Any]] = field(default_factory=dict)
    front: dict[str, Any] = field(default_factory=dict)


def said_by(nodes: Collection[Any], edges: Iterable[Any], rest: Mapping[str, Any], text: Marked | None = None) -> Said:
    """Return what a graph says; whatever is not as it should be says nothing. Linear.

    Args:
        nodes: Its nodes.
        edges: Its edges.
        rest: Its other lists: locutions, participants.
        text: The text of the file, with the stretches that belong to nodes.

    Example:
        >>> nodes = [{"nodeID": "1", "type": "I"}, {"nodeID": "2", "type": "YA", "text": "Asserting"}]
        >>> nodes += [{"nodeID": "3", "type": "L", "text": "Ada : It rains"}]
        >>> said_by(nodes, [{"fromID": "3", "toID": "2"}, {"fromID": "2", "toID": "1"}], {})
        Said(of={'1': {'author': 'Ada'}}, front={'participants': {'Ada': 'Ada'}})
    """
    found = Said()
    types: dict[str, str] = {}
    special: dict[str, Mapping[str, Any]] = {}
    for node in nodes if text is not None or any(map(_says, nodes)) else ():
        if type(node) is dict:
            name, sort = id_of(node.get("nodeID")), node.get("type")
            if name is not None and type(sort) is str and name not in types:
                types[name] = sort
                if _says(node):
                    special[name] = node
    into: dict[str, list[str]] = {}
    out: dict[str, list[str]] = {}
    if special:
        for start, end in _ends(edges):
            if end in special and types[end] in ("YA", "MA", "PA"):
                into.setdefault(end, []).append(start)
            if start in special and types[start] in ("YA", "MA", "PA"):
                out.setdefault(start, []).append(end)
    goes: dict[tuple[str, str], list[str]] = {}
    for name in special:
        sort = types[name]
        if sort in _GOES:
            ends = [end for end in out.get(name, ())[:_MOST] if types.get(end) in ("I", "RA")]
            for start in into.get(name, ())[:_MOST]:
                if ends and types.get(start) in ("I", "RA"):
                    goes.setdefault((start, _GOES[sort]), []).extend(ends)
    for (start, key), all_ends in goes.items():
        found.of.setdefault(start, {})[key] = list(dict.fromkeys(all_ends))
    _add_speakers(found, types, special, into, out, rest)
    if text is not None and text.stretches:
        _add_places(found, types, special, into, out, text)
    return found


def _says(node: object) -> bool:
    """Whether a node may say something of others: the least part of them do, and in most long graphs none."""
    if type(node) is not dict:
        return False
    sort = node.get("type")
    return (sort != "I" and sort != "RA" and sort != "CA") or "participantID" in node


def id_of(value: object) -> str | None:
    """Return an id as a text; None for what is none. Ids that are numbers are compared as texts."""
    if type(value) is str:
        return value or None
    return str(value) if type(value) is int else None


def _ends(edges: Iterable[Any]) -> Iterator[tuple[str, str]]:
    for edge in edges:
        if type(edge) is dict:
            start, end = id_of(edge.get("fromID")), id_of(edge.get("toID"))
            if start is not None and end is not None:
                yield start, end


def _asserts(node: Mapping[str, Any]) -> bool:
    """Whether an illocution puts its proposition forward as true, as far as it says anything."""
    word = node.get("text")
    if not isinstance(word, str) or not word.strip():
        number = node.get("schemeID", "")
        term = term_of("aif", number) if type(number) in (str, int) else None
        word = "" if term is None else term.name
    return _ASSERTS.match("".join(word.split()).casefold()) is not None


def _add_speakers(
    found: Said,
    types: Mapping[str, str],
    special: Mapping[str, Mapping[str, Any]],
    into: Mapping[str, list[str]],
    out: Mapping[str, list[str]],
    rest: Mapping[str, Any],
) -> None:
    people = _people(rest.get("participants"))
    speakers = _speakers(special, types, rest.get("locutions"))
    for name, node in special.items():
        speaker = speakers.get(name)
        if speaker is not None and types[name] == "L" and not people.get(speaker):
            prefix = _prefix(node)
            people[speaker] = prefix if prefix is not None else ""
    authors: dict[str, list[str]] = {}
    for name, node in special.items():
        if types[name] == "I" and name in speakers:
            authors.setdefault(name, []).append(speakers[name])
        if types[name] == "YA" and name in into and name in out and _asserts(node):
            ends = [end for end in out[name][:_MOST] if types.get(end) == "I"]
            for start in into[name][:_MOST]:
                if types.get(start) == "L" and ends:
                    who = speakers.get(start) or _prefix(special[start])
                    if who is not None:
                        people.setdefault(who, who)
                        for end in ends:
                            authors.setdefault(end, []).append(who)
    for name, some in authors.items():
        unique = list(dict.fromkeys(some))
        found.of.setdefault(name, {})["author"] = unique[0] if len(unique) == 1 else unique
    if people:
        found.front["participants"] = people


def _people(given: object) -> dict[str, str]:
    people: dict[str, str] = {}
    for each in given if isinstance(given, list) else ():
        if type(each) is dict:
            name = id_of(each.get("participantID"))
            if name is not None and name not in people:
                parts = [str(each[key]).strip() for key in ("firstname", "surname") if each.get(key)]
                people[name] = " ".join(part for part in parts if part)
    return people


def _speakers(special: Mapping[str, Mapping[str, Any]], types: Mapping[str, str], locutions: object) -> dict[str, str]:
    """Return who speaks in each locution; the first entry counts, later ones are of analysts."""
    found: dict[str, str] = {}
    for each in locutions if isinstance(locutions, list) else ():
        if type(each) is dict:
            name, who = id_of(each.get("nodeID")), id_of(each.get("personID"))
            if name is not None and who is not None and types.get(name) == "L":
                found.setdefault(name, who)
    for name, node in special.items():
        who = id_of(node.get("participantID"))
        if who is not None and who != "0" and types[name] in ("L", "I"):
            found.setdefault(name, who)
    return found


def _prefix(node: Mapping[str, Any]) -> str | None:
    text = node.get("text")
    match = _SPEAKER.match(text) if isinstance(text, str) else None
    return " ".join(match[1].split()) or None if match is not None else None


def _add_places(
    found: Said,
    types: Mapping[str, str],
    special: Mapping[str, Mapping[str, Any]],
    into: Mapping[str, list[str]],
    out: Mapping[str, list[str]],
    text: Marked,
) -> None:
    """Add where propositions stand in the text: their own stretches, else those of what puts them forward."""
    places: dict[str, list[tuple[int, int]]] = {}
    for name, start, end in text.stretches:
        known = name if name in types else name.removeprefix("node")
        if known in types and end > start:
            places.setdefault(known, []).append((start, end))
    spoken: dict[str, list[tuple[int, int]]] = {}
    for name, node in special.items():
        if types[name] == "YA" and _asserts(node):
            for start_node in into.get(name, ())[:_MOST]:
                for end_node in out.get(name, ())[:_MOST]:
                    if types.get(start_node) == "L" and start_node in places:
                        spoken.setdefault(end_node, []).extend(places[start_node])
    left = 10 * len(text.plain)  # stretches that lie in each other without end are not all quoted
    for name, some in {**spoken, **places}.items():
        if types.get(name) != "I":
            continue
        cites: list[dict[str, Any]] = []
        for start, end in dict.fromkeys(some):
            left -= end - start
            quote = {"quote": text.plain[start:end]} if left >= 0 else {}
            cites.append({"source": SOURCE, **quote, "start": start, "end": end})
        found.of.setdefault(name, {})["cites"] = cites
        found.front["sources"] = {SOURCE: {"text": text.plain}}
