"""The graph of the Argument Interchange Format, as the formats `aif`, `xaif` and `ova` share it.

Propositions (I) are claims, inferences (RA) are arguments, conflicts (CA) are relations, or arguments where they are
linked or something points to them. What has no record of its own, the dialogue above all (L, YA, TA), is kept whole
in the front matter, under ``aif``, and written back.
"""

from argmap.formats.aif_graph.flavour import AIF, OVA, XAIF, Flavour, Graph
from argmap.formats.aif_graph.plain import plain_lines
from argmap.formats.aif_graph.reading import read_graph
from argmap.formats.aif_graph.said import id_of, said_by
from argmap.formats.aif_graph.spans import marked
from argmap.formats.aif_graph.writing import write_graph

__all__ = [
    "AIF",
    "OVA",
    "XAIF",
    "Flavour",
    "Graph",
    "id_of",
    "marked",
    "plain_lines",
    "read_graph",
    "said_by",
    "write_graph",
]
