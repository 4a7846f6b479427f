"""Debates as nodes and links, as the AIF family of formats draws them: a node for each claim and for each inference.

`argmap.formats.nodes.reading` makes a map of such a graph and `argmap.formats.nodes.writing` a graph of a map; the
module of a format only says how its files put the nodes down. What both directions have to know stands here.
"""

from __future__ import annotations

from argmap.formats.nodes.graph import LINK_WORDS, Edge, Node, Sort, own, own_rest

__all__ = ["LINK_WORDS", "Edge", "Node", "Sort", "own", "own_rest"]
