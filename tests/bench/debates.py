"""Made-up debates of any size, shaped as real ones are: mostly trees, some linked premises, some cross links, two sides."""

from __future__ import annotations

import random
from itertools import accumulate

from argmap.model import ArgumentMap, Claim, Section

WORDS = [
    "model",
    "safety",
    "open",
    "closed",
    "weights",
    "harm",
    "access",
    "firms",
    "rules",
    "people",
    "research",
    "cost",
    "release",
    "control",
    "trust",
    "power",
    "use",
    "risk",
    "test",
    "lab",
    "state",
    "market",
    "copy",
    "key",
    "law",
    "gate",
    "price",
    "public",
    "private",
    "small",
    "large",
    "new",
    "old",
    "fast",
    "slow",
]


# Words that hold English sentences together, about as often as they come.
_JOINTS = [
    "the",
    "of",
    "to",
    "and",
    "a",
    "in",
    "is",
    "that",
    "it",
    "for",
    "be",
    "as",
    "with",
    "by",
    "on",
    "not",
    "this",
    "are",
    "from",
    "or",
    "should",
    "because",
    "if",
    "when",
    "can",
    "have",
    "will",
    "more",
    "most",
    "they",
    "which",
    "people",
    "some",
    "all",
    "no",
    "only",
    "but",
    "than",
    "who",
    "many",
    "must",
    "may",
    "new",
    "other",
]


def vocabulary(count: int) -> list[str]:
    """Return made-up words that look like words, the shortest first."""
    starts = ("b", "br", "c", "cl", "d", "f", "g", "h", "l", "m", "n", "p", "pr", "r", "s", "st", "t", "tr", "v", "w")
    ends = ("al", "en", "ic", "or", "um", "ane", "ist", "ory", "une", "age")
    syllables = [start + end for start in starts for end in ends]
    words = (a + b for a in syllables for b in syllables)
    return [word for word, _ in zip(words, range(count), strict=False)]


def debate(claims: int, *, seed: int = 1, reach: int = 60, words: int = 0) -> ArgumentMap:
    """Return a debate with at least `claims` claims, the same one for the same numbers.

    Args:
        claims: How many claims.
        seed: Which one of that size.
        reach: How many of the newest claims are still being answered; a small number makes a deep debate.
        words: How many words the speakers know besides those that hold sentences together. A few are used often and
            most seldom (Zipf's law), as in real texts. By default they know 35.
    """
    chance = random.Random(seed)
    m = ArgumentMap(f"A debate of {claims:,} claims", data={"sides": {"for": "Yes", "against": "No"}})
    sections = [m.section(f"Part {number}") for number in range(1, 1 + max(1, min(12, claims // 40)))]
    thesis = m.claim("We should do as was proposed.", title="Thesis", side="for", section=sections[0])
    open_claims = [thesis]

    known = vocabulary(words)
    weights = list(accumulate(1 / (rank + 3) for rank in range(words)))

    def sentence() -> str:
        if words:
            count = chance.randint(5, 14)
            said = chance.choices(known, cum_weights=weights, k=count)
            said = [
                each for word in said for each in ((chance.choice(_JOINTS), word) if chance.random() < 0.6 else (word,))
            ]
            return " ".join(said).capitalize() + "."
        return " ".join(chance.choice(WORDS) for _ in range(chance.randint(6, 14))).capitalize() + "."

    while len(m.claims) < claims:
        target = chance.choice(open_claims[-reach:])
        section = sections[min(len(sections) - 1, len(m.claims) * len(sections) // claims)]
        side = chance.choice(["for", "against"])

        def claim(side: str = side, section: Section = section) -> Claim:
            return m.claim(sentence(), side=side, section=section)

        kind = chance.random()
        if kind < 0.35:
            premises = [claim(), claim()]
            m.support(premises, target, title=f"Reason {len(m.arguments) + 1}", side=side, section=section)
            open_claims += premises
        else:
            answer = claim()
            (m.support if kind < 0.65 else m.rebut)(answer, target)
            open_claims.append(answer)
        if chance.random() < 0.08 and len(open_claims) > 10:
            m.relate(chance.choice(open_claims[1:]), "attack", chance.choice(open_claims))
    return m
