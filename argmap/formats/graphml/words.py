"""What people call nodes and edges in the data of their graphs."""

from __future__ import annotations

import re

from argmap.model import RelationKind

_RELATIONS = {
    RelationKind.SUPPORT: "support supports supporting pro for reason because agree agrees agreement evidence backs +",
    RelationKind.ATTACK: (
        "attack attacks attacking con against rebut rebuts rebuttal objection objects opposes oppose conflict "
        "conflicts undermine undermines defeat defeats disagree disagrees disagreement -"
    ),
    RelationKind.UNDERCUT: "undercut undercuts undercutting undercutter",
    RelationKind.CONTRARY: "contrary is-contrary-to",
    RelationKind.CONTRADICTORY: "contradictory contradicts contradict contradiction",
    RelationKind.ENTAILS: "entails entail implies imply entailment implication",
}
_PARTS = {"premise": "premise premises", "conclusion": "conclusion concludes"}

RELATIONS: dict[str, RelationKind | str] = {
    word: kind for table in (_RELATIONS, _PARTS) for kind, words in table.items() for word in words.split()
}
"""Words for edges, and the kind of relation each stands for; or ``premise`` or ``conclusion``, parts of an argument."""

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

_GAPS = re.compile(r"[\s_]+")


def plain_word(word: str) -> str:
    """Return a word as the tables have it.

    Example:
        >>> RELATIONS[plain_word(" Is_contrary to ")].value
        'contrary'
    """
    return _GAPS.sub("-", word.strip().casefold())
