"""What SADFace and a map call the same thing: ids, names of schemes, resources, sources, metadata."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, uuid5

from argmap.formats.nodes import Sort
from argmap.model.naming import one_line
from argmap.schemes import is_default, scheme_from

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

NAME = "sadface"
VERSION = "0.5.4.0"
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_CONFLICTS = ("attack", "conflict", "disagree", "defeat", "rebut", "undercut", "disagreement")
DEFAULTS = {
    Sort.INFERENCE: "support",
    Sort.CONFLICT: "attack",
    Sort.DISAGREEMENT: "disagree",
    Sort.UNKNOWN: "unknown",
}
"""What nodes are called that have no name of their own."""


def is_uuid(key: str) -> bool:
    """Whether a name is a UUID."""
    return _UUID.fullmatch(key) is not None


def node_id(key: str) -> str:
    """Return the UUID for a name; one that is a UUID already is itself.

    Example:
        >>> node_id("C1")
        'd8b8e3a4-2f0e-568d-96eb-3d0feffd252d'
    """
    return key if is_uuid(key) else str(uuid5(NAMESPACE_URL, f"argmap:{key}"))


def edge_id(source: str, target: str, number: int) -> str:
    """Return the id of an edge that had none: the first, second ... between these two."""
    return str(uuid5(NAMESPACE_URL, f"argmap:{source} > {target} {number}"))


def sort_of(kind: object, name: object) -> Sort | None:
    """Return what a node of this type and name is; None if there is no such type.

    Example:
        >>> sort_of("scheme", "attack"), sort_of("conflict", "disagree"), sort_of("atom", None)
        (<Sort.CONFLICT: 3>, <Sort.DISAGREEMENT: 4>, <Sort.CLAIM: 1>)
    """
    word = name.casefold() if isinstance(name, str) else ""
    if kind == "atom":
        return Sort.CLAIM
    if kind == "conflict" or (kind == "scheme" and word in _CONFLICTS):
        return Sort.DISAGREEMENT if word in ("disagree", "disagreement") else Sort.CONFLICT
    if kind == "inference" or kind == "scheme":
        return Sort.UNKNOWN if word == "unknown" else Sort.INFERENCE
    return None


@lru_cache(maxsize=10_000)
def scheme_of(name: str) -> str | None:
    """Return the inline data ``scheme`` for the name of an inference; None for a name that says nothing.

    SADFace has no list of schemes, so names that are usual elsewhere are known.

    Example:
        >>> scheme_of("Expert Opinion"), scheme_of("support"), scheme_of("my own")
        ('expert_opinion', None, 'my own')
    """
    if name in ("support", "inference") or one_line(name) != name or not name or is_default("aif", name):
        return None
    return scheme_from("aif", name) or name


def is_name(scheme: object) -> bool:
    """Whether a scheme can be the name of an inference, and be read as a scheme again."""
    return isinstance(scheme, str) and scheme_of(scheme) is not None


# -- resources and what is cited -------------------------------------------------------------------------------


def entry_of(resource: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the front matter says of a resource, under ``sources``.

    Example:
        >>> entry_of({"id": "r", "content": "It rains.", "type": "text", "metadata": {"core": {"title": "Rain"}}})
        {'text': 'It rains.', 'title': 'Rain'}
    """
    found: dict[str, Any] = {}
    rest = {word: part for word, part in resource.items() if word not in ("id", "content", "type", "metadata")}
    if "content" in resource:
        found["text"] = resource["content"]
    if resource.get("type", "text") != "text":
        found["type"] = resource["type"]
    metadata = resource.get("metadata")
    core = metadata.get("core") if isinstance(metadata, dict) else None
    if isinstance(core, dict) and set(metadata or ()) == {"core"} and not core.keys() & {"text", "type", NAME}:
        found.update(core)
    elif metadata:
        rest["metadata"] = metadata
    if rest:
        found[NAME] = rest
    return found


def resource_of(name: str, entry: object) -> dict[str, Any]:
    """Return the resource for an entry of ``sources``."""
    core = dict(entry) if isinstance(entry, dict) else {"title": entry}
    rest = core.pop(NAME, None)
    made: dict[str, Any] = {"id": node_id(name), "content": core.pop("text", ""), "type": core.pop("type", "text")}
    if isinstance(rest, dict):
        made.update(rest)
    elif rest is not None:
        core[NAME] = rest
    if "metadata" not in made:
        made["metadata"] = {"core": core}
    return made


def sources_of(cites: object, known: Collection[str]) -> list[dict[str, Any]]:
    """Return the sources of an atom for what a claim cites of documents that are there."""
    found = []
    for each in cites if isinstance(cites, list) else [cites]:
        cite = each if isinstance(each, dict) else {"source": each}
        source = cite.get("source")
        if not isinstance(source, str) or source not in known:
            continue
        start, end = cite.get("start"), cite.get("end")
        made: dict[str, Any] = {"resource_id": node_id(source)}
        if "quote" in cite:
            made["text"] = cite["quote"]
        if "start" in cite:
            made["offset"] = start
        if type(start) is int and type(end) is int:
            made["length"] = end - start
        made.update((word, part) for word, part in cite.items() if word not in ("source", "quote", "start", "end"))
        found.append(made)
    return found


def cite_of(source: Mapping[str, Any], name: object) -> dict[str, Any]:
    """Return what a claim cites for a source of an atom, with the name of its resource."""
    text, offset, length = (source.get(word) for word in ("text", "offset", "length"))
    found: dict[str, Any] = {"source": name}
    if "text" in source:
        found["quote"] = text
    if "offset" in source:
        found["start"] = offset
    rest = {word: part for word, part in source.items() if word not in ("resource_id", "text", "offset")}
    if type(offset) is int and type(length) is int:
        del rest["length"]
        found["end"] = offset + length
    return {**found, **rest}


# -- the head --------------------------------------------------------------------------------------------------


def core_defaults(title: str) -> dict[str, str]:
    """Return what a document must say of itself, where a map does not; no times are made up."""
    return {
        "analyst_email": "",
        "analyst_name": "",
        "created": "",
        "edited": "",
        "id": node_id(f"document {title}"),
        "version": VERSION,
    }
