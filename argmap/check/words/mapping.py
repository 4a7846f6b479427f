"""How well the words of an inference hang together: the coverage scores behind the rabbit and holding-hands rules.

The two rules are those of Rationale and its tutorials (Tim van Gelder): "no rabbits out of hats", every term of the
conclusion comes from a premise; and "holding hands", every term of a premise is met again in the conclusion or in
another premise. Taken literally they blame half of all good arguments; as scores with a threshold they do not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from argmap.check.words.words import coverage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.check.graph.inferences import Inference
    from argmap.check.subject import Subject
    from argmap.check.words.language import Language
    from argmap.model.records import Claim

NOTHING: frozenset[str] = frozenset()


class Cover(NamedTuple):
    """How much of the terms of a claim is met elsewhere.

    Attributes:
        score: The share that is, from 0 to 1; 1 for a claim without terms.
        missing: The terms that are not.
    """

    score: float
    missing: frozenset[str]


def rabbit(premises: Sequence[frozenset[str]], conclusion: frozenset[str]) -> Cover:
    """Return how much of the conclusion's terms some premise has.

    Example:
        >>> cover = rabbit([frozenset({"rain", "wet"})], frozenset({"wet", "street"}))
        >>> cover.score, sorted(cover.missing)
        (0.5, ['street'])
    """
    return _cover(conclusion, NOTHING.union(*premises))


def holding_hands(premises: Sequence[frozenset[str]], conclusion: frozenset[str]) -> list[Cover]:
    """Return for each premise how much of its terms the conclusion or another premise has.

    Linear in the number of terms.

    Example:
        >>> first, second = frozenset({"rain", "wet"}), frozenset({"rain", "last", "night"})
        >>> [round(cover.score, 2) for cover in holding_hands([first, second], frozenset({"wet"}))]
        [1.0, 0.33]
    """
    counts: dict[str, int] = {}
    for terms in (conclusion, *premises):
        for term in terms:
            counts[term] = counts.get(term, 0) + 1
    return [_cover(terms, frozenset(term for term in terms if counts[term] > 1)) for terms in premises]


def together(covers: Sequence[Cover], premises: Sequence[frozenset[str]]) -> float:
    """Return the score of all premises of an inference: of all their terms, the share that hold hands.

    A term of two premises counts twice.

    Example:
        >>> premises = [frozenset("ab"), frozenset("bc")]
        >>> together(holding_hands(premises, frozenset("c")), premises)
        0.75
    """
    count = sum(map(len, premises))
    return 1 - sum(len(cover.missing) for cover in covers) / count if count else 1.0


def has_enough(inference: Inference) -> bool:
    """Return whether the two rules can judge an inference: all is put into words.

    A sketch must have two premises at least: with one, the rest is still to be written.
    """
    return inference.is_worded and (inference.step is not None or len(inference.premises) > 1)


def terms(claim: Claim, subject: Subject) -> frozenset[str]:
    """Return the terms of a claim: the stems of its words, without those that only make it a conditional.

    "If it rains, then the street is wet" and "Whenever it rains, the street is wet" have the same terms. Single
    letters stand for terms, as in "whatever is X", and are none; nor are numbers and tags.
    """
    known = subject.shared(_terms)
    found = known.get(claim.id)
    if found is None:
        found = known[claim.id] = _terms_of(claim, subject)
    return found


def _terms(subject: Subject) -> dict[str, frozenset[str]]:
    """The terms of claims, as they are asked for."""
    del subject
    return {}


def _terms_of(claim: Claim, subject: Subject) -> frozenset[str]:
    tongue = subject.language
    if tongue is None:
        return NOTHING
    ignored = subject.shared(_markers)
    found = subject.words(claim).stems
    return frozenset(term for term in found if term not in ignored and len(term) > 1 and not term[0].isdigit())


def as_written(missing: frozenset[str], claim: Claim, subject: Subject) -> list[str]:
    """Return the words of a claim behind some of its terms, as they are written, each once, in order."""
    tongue = subject.language
    if tongue is None:
        return []
    found: dict[str, None] = {}
    words, matter, synonyms = subject.words(claim), tongue.matter, subject.synonyms
    for token, written in zip(words.tokens, words.written(), strict=True):
        for part in token.split("-") if "-" in token else (token,):
            stem = matter[part]
            if stem in missing or (synonyms and synonyms.get(stem) in missing):
                found.setdefault(written)
                break
    return list(found)


def _cover(part: frozenset[str], whole: frozenset[str]) -> Cover:
    return Cover(coverage(part, whole), part - whole)


def _markers(subject: Subject) -> frozenset[str]:
    tongue: Language | None = subject.language
    if tongue is None:
        return NOTHING
    return frozenset(tongue.stem(word) for name in ("conditionals", "markers") for word in tongue.words_in(name))
