"""What arguebuf and inline data call the same thing: schemes, references, participants, resources.

Each function that ends in `_of` reads a part of a file, each that begins with `as_` writes one. What a part of a file
says comes back in the same words only where `as_` and `_of` are inverse; elsewhere the writer leaves the inline data in
``userdata`` as well, and the reader takes these if they still say the same (see `settle`).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from argmap.schemes import is_default, scheme_from, scheme_to, term_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

NAME = "arguebuf"
DEFAULT = "SUPPORT_DEFAULT"
_CAMEL = {
    "major_claim": "majorClaim",
    "schema_version": "schemaVersion",
    "library_version": "libraryVersion",
    "premise_descriptors": "premiseDescriptors",
}
EPOCH = "1970-01-01T00:00:00Z"
"""The time that arguebuf has for a thing without one."""
_PERSON = ("name", "username", "email", "url", "location", "description")
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)")


def settle(
    word: str,
    data: dict[str, Any],
    rest: dict[str, Any],
    part: Any,
    of: Callable[[Any], Any],
    back: Callable[[Any], Any],
) -> None:
    """Put what a part of a file says into the data, in the words that argmap left there if they say the same.

    Args:
        word: The key of the inline data.
        data: The ``userdata``, which become the data.
        rest: What only arguebuf knows; what stood in the way goes there.
        part: What stands in the file.
        of: Reads such a part.
        back: Writes it.
    """
    if word not in data or back(data[word]) != part:
        put(data, rest, word, of(part))


@cache
def scheme_word(name: str | int) -> str | None:
    """Return the inline data ``scheme`` for a value of the enumeration of supports; None for the default.

    Example:
        >>> scheme_word("SUPPORT_EXPERT_OPINION"), scheme_word("SUPPORT_DEFAULT"), scheme_word("SUPPORT_THREAT")
        ('expert_opinion', None, 'Threat')
    """
    term = term_of("arguebuf", name)
    if term is None or term.kind != "inference":
        return str(name)
    if is_default("arguebuf", term.name):
        return None
    found = scheme_from("arguebuf", term.name)
    if found is not None:
        return found
    back = scheme_to("arguebuf", term.words)
    return term.words if back is not None and back.name == term.name else term.name


@cache
def as_support(scheme: str) -> str | None:
    """Return the value of the enumeration for a scheme; None if it has none."""
    term = scheme_to("arguebuf", scheme)
    return None if term is None or term.default else term.name


def time_of(metadata: object) -> str | None:
    """Return the times in metadata as one: that of the making, and after a slash that of a later change.

    None if there is more to them, or less; empty if they are the time of a thing without one.

    Example:
        >>> time_of({"created": "2023-04-21T13:38:47Z", "updated": "2023-04-21T13:39:10Z"})
        '2023-04-21T13:38:47Z/2023-04-21T13:39:10Z'
    """
    if type(metadata) is dict and len(metadata) == 2:
        created, updated = metadata.get("created"), metadata.get("updated")
        if type(created) is str and type(updated) is str and created and updated and "/" not in created + updated:
            if created == updated:
                return "" if created == EPOCH else created
            return f"{created}/{updated}"
    return None


def as_metadata(time: str) -> dict[str, str]:
    """Return the metadata for the times that `time_of` gave."""
    created, _, updated = time.partition("/")
    return {"created": created, "updated": updated or created}


def extra_of(name: str | None, edge: Mapping[str, Any]) -> Any:
    """Return what is known of an edge but its ends: its name, its name and times in a list, or an object; or None."""
    if len(edge) == 2:
        return name
    time = time_of(edge.get("metadata"))
    if len(edge) == 3 and time is not None:
        return [name, time] if time else name
    rest = {word: part for word, part in edge.items() if word not in ("source", "target", "id")}
    return rest if name is None else {"id": name, **rest}


def as_edge(source: str, target: str, extra: Any) -> tuple[str | None, dict[str, Any]]:
    """Return the name of an edge, None if it has none of its own, and the edge."""
    made: dict[str, Any] = {"source": source, "target": target}
    if isinstance(extra, str):
        return extra, made
    if isinstance(extra, list) and len(extra) == 2 and isinstance(extra[1], str):
        made["metadata"] = as_metadata(extra[1])
        return (extra[0] if isinstance(extra[0], str) else None), made
    name = None
    if isinstance(extra, dict):
        name = extra.get("id") if isinstance(extra.get("id"), str) else None
        made.update((word, part) for word, part in extra.items() if word not in ("id", "source", "target"))
    return name, made


def cites_of(reference: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the inline data ``cites`` for a reference.

    Example:
        >>> cites_of({"resource": "r1", "offset": 4, "text": "It rains."})
        [{'source': 'r1', 'quote': 'It rains.', 'start': 4, 'end': 13}]
    """
    found = {}
    resource, text, offset = (reference.get(key) for key in ("resource", "text", "offset"))
    if resource is not None:
        found["source"] = resource
    if text is not None:
        found["quote"] = text
    if offset is not None:
        found["start"] = offset
        if type(offset) is int and isinstance(text, str):
            found["end"] = offset + len(text)
    rest = {key: value for key, value in reference.items() if key not in ("resource", "text", "offset")}
    return [{**found, **rest}]


def as_reference(cites: Any, sources: Collection[str]) -> dict[str, Any] | None:
    """Return the reference for what a claim cites first; None if that is nothing arguebuf could hold."""
    first = cites[0] if isinstance(cites, list) and cites else cites
    if isinstance(first, str):
        first = {"source": first}
    if not isinstance(first, dict):
        return None
    found: dict[str, Any] = {}
    source, quote, start = first.get("source"), first.get("quote"), first.get("start")
    if isinstance(source, str) and source in sources:
        found["resource"] = source
    if type(start) is int and 0 < start < 2**31:
        found["offset"] = start
    if isinstance(quote, str) and quote:
        found["text"] = quote
    return found if "resource" in found or "text" in found else None


def people_of(given: Mapping[str, Any]) -> dict[str, Any]:
    """Return the ``participants`` of the front matter.

    Example:
        >>> people_of({"a": {"name": "Ada"}, "b": {"name": "Bob", "userdata": {"side": "open"}}})
        {'a': 'Ada', 'b': {'name': 'Bob', 'side': 'open'}}
    """
    return {key: _entry_of(each, {}, "name") for key, each in given.items()}


def as_people(participants: Any) -> dict[str, Any] | None:
    """Return the participants of a file; None if these are none."""
    if not isinstance(participants, dict) or not participants:
        return None
    return {key: _as_entry(each, {}, "name", _PERSON) for key, each in participants.items()}


_RESOURCE = {"source": "url", "timestamp": "date"}
"""What inline data call the fields of a resource otherwise."""


def sources_of(given: Mapping[str, Any]) -> dict[str, Any]:
    """Return the ``sources`` of the front matter.

    Example:
        >>> sources_of({"r": {"title": "The leak", "source": "https://example.org/leak"}})
        {'r': {'title': 'The leak', 'url': 'https://example.org/leak'}}
    """
    return {key: _entry_of(each, _RESOURCE, "title") for key, each in given.items()}


def as_resources(sources: Any) -> dict[str, Any] | None:
    """Return the resources of a file; None if these are none."""
    if not isinstance(sources, dict) or not sources:
        return None
    fields = ("text", "title", "source", "timestamp")
    return {key: _as_entry(each, _RESOURCE, "title", fields) for key, each in sources.items()}


def _entry_of(given: Any, words: Mapping[str, str], heading: str) -> Any:
    if not isinstance(given, dict):
        return given
    # What is empty, or of the year 1970, is what protobuf has for what is not there.
    entry: dict[str, Any] = {
        words.get(key, key): value
        for key, value in given.items()
        if key != "userdata" and value not in ("", EPOCH) and not (key == "metadata" and time_of(value) == "")
    }
    more = given.get("userdata")
    if isinstance(more, dict) and not entry.keys() & more.keys():
        entry.update(more)
    elif more is not None:
        entry["userdata"] = more
    return entry[heading] if set(entry) == {heading} and isinstance(entry[heading], str) else entry


def _as_entry(given: Any, words: Mapping[str, str], heading: str, fields: Collection[str]) -> dict[str, Any]:
    if not isinstance(given, dict):
        return {heading: given} if isinstance(given, str) and given else {}
    theirs: dict[Any, str] = {ours: word for word, ours in words.items()}
    made: dict[str, Any] = {}
    more: dict[str, Any] = {}
    for key, value in given.items():
        word = theirs.get(key) or key
        if word in fields and isinstance(value, str) and (word != "timestamp" or _INSTANT.fullmatch(value)):
            made[word] = value
        elif key in ("metadata", "userdata") and isinstance(value, dict):
            made[key] = value
        else:
            more[key] = value
    if more:
        made["userdata"] = {**made.get("userdata", {}), **more}
    return made


def edge_name(source: str, target: str) -> str:
    """Return the id of an edge that had none."""
    return f"{source} > {target}"


def rephrase_name(source: str, target: str) -> str:
    """Return the id of a rephrase that had none."""
    return f"{source} rephrase {target}"


def put(data: dict[str, Any], rest: dict[str, Any], word: str, value: Any) -> None:
    """Put what a file says under a key of the inline data; what stood there goes to the rest."""
    if word in data:
        rest.setdefault("userdata", {})[word] = data.pop(word)
    if value is not None:
        data[word] = value


def keep(data: dict[str, Any], rest: dict[str, Any]) -> None:
    """Put what only arguebuf knows under its name in the inline data."""
    if NAME in data and (rest or isinstance(data[NAME], dict)):
        rest.setdefault("userdata", {})[NAME] = data.pop(NAME)
    if rest:
        data[NAME] = rest


def camel(given: dict[str, Any]) -> dict[str, Any]:
    """Return an object with its keys in camelCase."""
    if not any(key in _CAMEL for key in given):
        return given
    return {_CAMEL.get(key, key): value for key, value in given.items()}
