"""The JSON of arguebuf: protobuf JSON of ``arg_services.graph.v1.Graph``, without any library of theirs.

An atom is a claim, a scheme an argument or an attack (see `argmap.formats.nodes`); ``userdata`` are the inline data,
and carry under ``argmap`` what arguebuf has no words for. ``majorClaim`` is the ``thesis`` of the front matter,
resources its ``sources``, the reference of an atom what the claim ``cites``, and its participant the ``author``.
Rephrases stand in the data of the claim, under ``rephrases``; these nodes, preferences, analysts, metadata and versions
are kept under ``arguebuf``, in the data of the map or the record, and written back. Keys are read in camelCase and
snake_case.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.formats.arguebuf.reading import read, read_document
from argmap.formats.arguebuf.writing import to_document, write
from argmap.formats.keeping import ALL

if TYPE_CHECKING:
    from argmap.formats.given import Given

__all__ = ["KEEPS", "looks_like", "read", "read_document", "to_document", "write"]

KEEPS = ALL

_OWN = ("schemaVersion", "schema_version", "libraryVersion", "library_version", "majorClaim", "major_claim")


def looks_like(given: Given) -> bool:
    """Whether a text is an object whose nodes are an object of atoms and schemes."""
    value = given.json.value
    if not isinstance(value, dict) or "format" in value:
        return False
    nodes = value.get("nodes")
    if isinstance(nodes, dict) and nodes:
        first = next(iter(nodes.values()))
        return isinstance(first, dict) and ("atom" in first or "scheme" in first)
    return nodes in (None, {}) and any(word in value for word in _OWN)
