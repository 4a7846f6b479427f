"""What is drawn of a map: a plain `Diagram` of nodes, edges and groups, with its key and its words."""

from argmap.view.composing import View, diagram_of
from argmap.view.describing import words_of_nodes
from argmap.view.diagram import (
    Block,
    Cell,
    Diagram,
    Edge,
    EdgeKind,
    Group,
    LegendEntry,
    Node,
    NodeKind,
)

__all__ = [
    "Block",
    "Cell",
    "Diagram",
    "Edge",
    "EdgeKind",
    "Group",
    "LegendEntry",
    "Node",
    "NodeKind",
    "View",
    "diagram_of",
    "words_of_nodes",
]
