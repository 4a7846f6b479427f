"""From a graph of AIF to a map in the making."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.formats.aif_graph.edges import read_edges
from argmap.formats.aif_graph.layer import keep_nodes, read_front, read_layer, read_sections
from argmap.formats.aif_graph.nodes import Reader, read_claims, read_nodes
from argmap.formats.aif_graph.schemes import read_schemes
from argmap.memory import collection_paused

if TYPE_CHECKING:
    from argmap.formats.aif_graph.flavour import Flavour, Graph
    from argmap.formats.aif_graph.said import Said
    from argmap.formats.draft import Draft


def read_graph(draft: Draft, graph: Graph, flavour: Flavour, said: Said) -> None:
    """Add all that a graph says to a draft; its nodes and edges are used up. Linear.

    Args:
        draft: The map in the making.
        graph: The graph.
        flavour: The format.
        said: What its dialogue says, see `said_by`.
    """
    reader = Reader(draft, graph, flavour, said)
    with collection_paused():
        sections = read_sections(reader)
        read_nodes(reader)
        read_layer(reader)
        graph.nodes.clear()
        read_edges(reader)
        keep_nodes(reader)
        read_claims(reader, sections)
        read_schemes(reader, sections)
        read_front(reader)
