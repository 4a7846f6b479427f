"""What is drawn of a map: a plain `Diagram` of nodes, edges and groups, with its key and its words."""

from argmap.model.status import Status
from argmap.view.colours import OFFICIAL, Colours
from argmap.view.composing import Plan, diagram_of
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
    Part,
)
from argmap.view.settings import ARGDOWN
from argmap.view.view import Frame, Statements, Steps, View

__all__ = [
    "ARGDOWN",
    "OFFICIAL",
    "ROLES",
    "Block",
    "Cell",
    "Change",
    "Colours",
    "Diagram",
    "Edge",
    "EdgeKind",
    "Finding",
    "Frame",
    "Group",
    "Label",
    "LegendEntry",
    "Node",
    "NodeKind",
    "Part",
    "Plan",
    "Statements",
    "Status",
    "Steps",
    "View",
    "diagram_of",
    "with_legend",
    "words_of_cells",
    "words_of_nodes",
]
