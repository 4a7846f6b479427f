"""A small count of a graph of nodes and links, independent of the readers, and what a file holds up to order."""

from __future__ import annotations

from collections import Counter
from typing import Any


def count(nodes: dict[str, str], edges: list[tuple[str, str]]) -> Counter[str]:
    """Return how many claims, inferences, attacks and undercuts there are.

    Args:
        nodes: For each id "claim", "inference" or "conflict".
        edges: The links.
    """
    found: Counter[str] = Counter(nodes.values())
    for source, target in edges:
        if nodes[source] == "conflict":
            found["attacks" if nodes[target] == "claim" else "undercuts"] += 1
    return found


def arguebuf_graph(value: Any) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """Return the nodes and links of a file of arguebuf, without rephrases and preferences."""
    sorts = {"support": "inference", "attack": "conflict"}
    nodes = {}
    for key, node in value["nodes"].items():
        kind = "claim" if "atom" in node else next((sorts[word] for word in node["scheme"] if word in sorts), None)
        if kind or not node.get("scheme"):
            nodes[key] = kind or "inference"
    edges = [(edge["source"], edge["target"]) for edge in value["edges"].values()] if "edges" in value else []
    return nodes, [edge for edge in edges if edge[0] in nodes and edge[1] in nodes]


def sadface_graph(value: Any) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """Return the nodes and links of a SADFace document."""
    nodes = {}
    for node in value["nodes"]:
        name = node.get("name")
        is_conflict = node["type"] == "conflict" or (node["type"] == "scheme" and name in ("attack", "conflict"))
        nodes[node["id"]] = "claim" if node["type"] == "atom" else "conflict" if is_conflict else "inference"
    return nodes, [(edge["source_id"], edge["target_id"]) for edge in value["edges"]]
