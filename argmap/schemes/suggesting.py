"""Which schemes an argument may follow, by words that hint at them; every hint is told.

The hints are those of `argmap/schemes/cues.en.toml`. They are words, and words can be used in many ways: a suggestion
is where to look first, not a finding.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.errors import ArgmapError
from argmap.language import Words
from argmap.schemes.catalogue import schemes
from argmap.schemes.cues import Cues, cues
from argmap.schemes.saying import said
from argmap.schemes.scheme import Scheme

if TYPE_CHECKING:
    from argmap.model import Argument, ArgumentMap

LONGEST = 20_000
"""How many characters of an argument are looked at."""

_SENTENCE = re.compile(r"(?<=[.!?;:])\s+|\n+")


@dataclass(frozen=True, slots=True, repr=False)
class Suggestion:
    """A scheme that an argument may follow.

    Attributes:
        scheme: The scheme, in the language of the argument.
        score: How much hints at it, from 0 (nothing) to 1; a means to compare, and no probability.
        reasons: What hints at it: sentences that quote the words.
        language: The code of the language of the reasons.
    """

    scheme: Scheme
    score: float
    reasons: tuple[str, ...]
    language: str = "en"

    def to_data(self) -> dict[str, Any]:
        """Return the suggestion as plain values, for JSON."""
        return {
            "scheme": self.scheme.id,
            "name": self.scheme.name,
            "score": self.score,
            "reasons": list(self.reasons),
        }

    def __str__(self) -> str:
        return Words.of(self.language).say("schemes.maybe", scheme=self.scheme.name, reasons=" ".join(self.reasons))

    def __repr__(self) -> str:
        return f"<Suggestion {self.scheme.id} ({self.score:.2f}): {' '.join(self.reasons)}>"


class Parts(NamedTuple):
    """The sentences of an argument."""

    premises: str
    conclusion: str


def suggest(
    argument: str | Argument, m: ArgumentMap | None = None, *, limit: int = 3, language: str | None = None
) -> list[Suggestion]:
    """Return the schemes that an argument may follow, the likeliest first, each with its reasons.

    Every cue of a scheme that has words in the argument counts once, by its weight; several of one scheme add up as
    independent hints do: 1 - (1 - w1)(1 - w2)... Schemes that nothing hints at are left out, so the list may be empty.
    Some cues count only in a conclusion. In running text, that is what stands behind a word such as "therefore", or in
    front of one such as "because", else the last sentence with a word such as "should", else the last sentence.

    Linear in the length of the text, of which the first 20,000 characters are looked at.

    Args:
        argument: The text of an argument; with a map, an argument of it or its id.
        m: The map that the argument is in.
        limit: How many to return at most.
        language: The code of the language of the text; by default that of the map, else English. Where argmap has no
            cues of a language, nothing is suggested.

    Raises:
        ArgmapError: If an argument of a map is given without its map.
        UnknownNameError: If the map has no such argument.
        ModelError: If a claim is named.

    Example:
        >>> first = suggest("Everybody copies music, so there is nothing wrong with it.")[0]
        >>> first.scheme.name, first.score
        ('Popular practice', 0.642)
        >>> print(*first.reasons)
        “Everybody copies” says what nearly everybody does. “nothing wrong with” says that something is acceptable.
        >>> suggest("Hm.")
        []
    """
    if m is not None:
        language = language or m.language
    code = (language or "en").casefold().partition("-")[0]
    known = cues(code)
    if m is not None:
        parts = parts_of(argument, m)
    elif isinstance(argument, str):
        parts = split(argument, known) if known is not None else Parts("", "")
    else:
        raise ArgmapError("Give the map as well: suggest(argument, m). Only it knows the premises of an argument.")
    if known is None:
        return []
    found = []
    hits = _hits(parts, known, code)
    for scheme in schemes():
        some = hits.get(scheme.id)
        if some:
            rest = 1.0
            for weight, _ in some:
                rest *= 1 - weight
            reasons = tuple(dict.fromkeys(sentence for _, sentence in some))
            found.append(Suggestion(said(scheme, code), round(1 - rest, 3), reasons, code))
    found.sort(key=lambda each: -each.score)
    return found[: max(limit, 0)]


def parts_of(argument: str | Argument, m: ArgumentMap) -> Parts:
    """Return the premises and the conclusion of an argument in a map; its gist counts as a premise.

    The conclusion of a sketch is what it supports.

    Raises:
        UnknownNameError: If there is no such argument.
        ModelError: If a claim is named.
    """
    premises = [claim.text for claim in m.premises(argument)]
    record = m[argument]
    conclusion = m.conclusion(argument)
    if conclusion is not None:
        drawn = [conclusion.text]
    else:
        ends = [each.target for each in m.relations_of(record) if each.kind == "support" and each.source == record.id]
        drawn = [m[name].text for name in ends]
    return Parts("\n".join([record.text, *premises])[:LONGEST], "\n".join(drawn)[:LONGEST])


def split(text: str, known: Cues) -> Parts:
    """Return the reasons and the conclusion in running text, as far as words tell them apart.

    Example:
        >>> split("It rained, so the street is wet.", cues("en"))
        Parts(premises='It rained,', conclusion='the street is wet.')
    """
    text = text[:LONGEST]
    last = None
    for last in known.before_conclusion.finditer(text):  # noqa: B007  # the last one counts
        pass
    if last is not None and text[last.end() :].strip():
        return Parts(text[: last.start()].strip(), text[last.end() :].strip())
    reason = known.before_reason.search(text)
    if reason is not None and text[: reason.start()].strip():
        return Parts(text[reason.end() :].strip(), text[: reason.start()].strip())
    sentences = [each for each in _SENTENCE.split(text) if each.strip()]
    if len(sentences) < 2:
        return Parts(text, text)
    ends = [place for place, each in enumerate(sentences) if known.conclusion.search(each)]
    place = ends[-1] if ends else len(sentences) - 1
    return Parts(" ".join(sentences[:place] + sentences[place + 1 :]), sentences[place])


def premise_hints(scheme: Scheme, text: str, code: str) -> dict[int, float]:
    """Return how much the words of a sentence hint at each premise of a scheme, by the number of the premise.

    Example:
        >>> from argmap.schemes import scheme_named
        >>> premise_hints(scheme_named("expert_opinion"), "According to Dr Meyer, it is safe.", "en")
        {3: 0.5, 1: 0.4}
    """
    found: dict[int, float] = {}
    known = cues(code.casefold().partition("-")[0])
    for cue in known.cues if known is not None else ():
        if cue.scheme == scheme.id and cue.premise is not None and cue.pattern.search(text[:LONGEST]):
            found[cue.premise] = found.get(cue.premise, 0) + cue.weight
    return found


def _hits(parts: Parts, known: Cues, code: str) -> dict[str, list[tuple[float, str]]]:
    """Return, for each scheme, the weight and the sentence of each cue that has words in the argument."""
    words = Words.of(code)
    found: dict[str, list[tuple[float, str]]] = {}
    where = {
        "premises": (parts.premises,),
        "conclusion": (parts.conclusion,),
        "": (parts.premises,) if parts.premises == parts.conclusion else (parts.premises, parts.conclusion),
    }
    for cue in known.cues:
        for text in where[cue.part]:
            hit = cue.pattern.search(text)
            if hit is not None:
                quoted = " ".join(hit[0].split())
                sentence = words.say("schemes.hint", words=quoted, means=cue.means)
                found.setdefault(cue.scheme, []).append((cue.weight, sentence))
                break
    return found
