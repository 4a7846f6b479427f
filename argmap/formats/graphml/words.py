"""What people call nodes in the data of their graphs."""

from __future__ import annotations

_NODES = {
    "claim": "claim statement proposition position thesis premise conclusion i i-node inode assertion sentence adu",
    "argument": "argument",
    "inference": "inference ra rule scheme s s-node",
    "conflict": "conflict ca attack",
    "rephrase": "ma rephrase",
    "junction": "junction",
    "unread": "l ya ta pa locution",
    "section": "section frame",
    "group": "group",
}
NODES: dict[str, str] = {word: kind for kind, words in _NODES.items() for word in words.split()}
"""Words for nodes, and what each stands for."""
