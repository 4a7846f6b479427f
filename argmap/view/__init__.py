"""What is drawn of a map: a plain `Diagram` of nodes, edges and groups, with its key and its words."""

from argmap.view.composing import diagram_of
from argmap.view.describing import with_legend, words_of_cells, words_of_nodes
from argmap.view.diagram import (
    ROLES,
    Block,
    Cell,
    Change,
    Diagram,
    Edge,
    EdgeKind,
    Finding,
    Group,
    Label,
    LegendEntry,
    Node,
    NodeKind,
    Status,
)
from argmap.view.view import Statements, Steps, View

__all__ = [
    "ROLES",
    "Block",
    "Cell",
    "Change",
    "Diagram",
    "Edge",
    "EdgeKind",
    "Finding",
    "Group",
    "Label",
    "LegendEntry",
    "Node",
    "NodeKind",
    "Statements",
    "Status",
    "Steps",
    "View",
    "diagram_of",
    "with_legend",
    "words_of_cells",
    "words_of_nodes",
]
