"""What people call relations in tables and in the data of graphs."""

from __future__ import annotations

import re

from argmap.model import RelationKind

_RELATIONS = {
    RelationKind.SUPPORT: (
        "support supports supporting sup pro pros for favour favor in-favour in-favor in-favour-of in-favor-of reason "
        "because agree agrees agreement evidence backs ra inference + ➕ 👍"
    ),
    RelationKind.ATTACK: (
        "attack attacks attacking con cons contra against rebut rebuts rebuttal reb refute refutes refutation counter "
        "counters objection objects opposes oppose opposing dispute disputes deny denies negate negates conflict "
        "conflicts ca undermine undermines defeat defeats disagree disagrees disagreement - − – ➖ 👎"
    ),
    RelationKind.UNDERCUT: "undercut undercuts undercutting undercutter und",
    RelationKind.CONTRARY: "contrary contrary-to is-contrary-to",
    RelationKind.CONTRADICTORY: "contradictory contradicts contradict contradiction",
    RelationKind.ENTAILS: "entails entail implies imply entailment implication",
}
_PARTS = {
    "premise": "premise premises premise-of is-premise-of",
    "conclusion": "conclusion concludes has-conclusion",
}

RELATIONS: dict[str, RelationKind | str] = {
    word: kind for table in (_RELATIONS, _PARTS) for kind, words in table.items() for word in words.split()
}
"""Words for relations, and the kind each stands for; or ``premise`` or ``conclusion``, parts of an argument."""

_GAPS = re.compile(r"[\s_]+")


def plain_word(word: str) -> str:
    """Return a word as the tables have it.

    Example:
        >>> RELATIONS[plain_word(" Is_contrary to ")].value
        'contrary'
    """
    return _GAPS.sub("-", word.strip().casefold())
