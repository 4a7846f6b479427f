"""SADFace: argument maps as JSON, of the versions 0.2 and 0.5.

Atoms are claims, inferences arguments and conflicts attacks (see `argmap.formats.nodes`); "disagree" is a conflict of
two, which is a contrary relation. The resources of a file are the ``sources`` of the front matter, and the sources of
an atom what the claim ``cites``; the claim that ``core`` names is the ``thesis``, its description the ``abstract``.

A file is written in the version that was read, else in 0.5: that is what the library of SADFace writes now, and it
tells conflicts from inferences by their type, where 0.2 has only names. All ids there are UUIDs, so an id that is none
becomes one that is made of it. All metadata have room for names of others: ``argmap`` is ours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.formats.keeping import ALL
from argmap.formats.sadface.reading import read
from argmap.formats.sadface.writing import write

if TYPE_CHECKING:
    from argmap.formats.given import Given

__all__ = ["KEEPS", "looks_like", "read", "write"]

KEEPS = ALL


def looks_like(given: Given) -> bool:
    """Whether a text is an object with a list of nodes, edges, and the metadata of SADFace."""
    value = given.json.value
    if not isinstance(value, dict) or not isinstance(value.get("nodes"), list) or "edges" not in value:
        return False
    metadata = value.get("metadata")
    return isinstance(metadata, dict) and isinstance(metadata.get("core"), dict)
