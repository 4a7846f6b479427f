"""WRD121."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from argmap.check.rule import Found, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.language import Language
    from argmap.check.subject import Subject
    from argmap.check.words import Words
    from argmap.model.records import Claim


_SAME_ORDER = 0.75
"""How much of the words of both must come in the same order, from 0 to 1."""
_APART = ("attack", "contrary", "contradictory", "undercut")


@rule("WRD121")
def near_duplicate(subject: Subject) -> Iterator[Found]:
    """Two claims say the same.

    ## What it does

    Compares the words of claims without their endings and without words such as "the" and "of". Two claims are named
    if they share four in five of these in about the same order, and agree in what turns a claim: negations,
    conditions, numbers, and words such as all, some, more, before and should. Claims that attack each other are left
    out, and so are a premise and its conclusion, which are the matter of `restated-premise`.

    ## Why it matters

    If the same claim stands in two boxes, reasons for it hang on one and objections on the other, and each box looks
    stronger or weaker than it is. In one box, everything that bears on the claim comes together. A debate also counts
    a point twice if it has two boxes.

    ## Flagged

    ```argdown
    [Lunch]: Schools should offer a free lunch.
      + [Hunger]: Hungry pupils learn less.
      + [Grades]: Grades rise where lunch is free.
        + [Hungry]: A hungry pupil learns less.  // finding: WRD121
      - [Money]: Somebody must pay for lunch.
      - [Payment]: Somebody must pay for lunch.  // finding: WRD121
    ```

    ## Accepted

    ```argdown
    [Lunch]: Schools should offer a free lunch.
      - [No lunch]: Schools should not offer a free lunch.
      + [Hunger]: Hungry pupils learn less.
      - [More]: Hungry pupils learn more.
      + [Price]: A lunch at school costs 3 euros.
      - [Price now]: A lunch at school costs 4 euros.
      + [Calm]: Good grades lead to calm pupils.
      + [Grades]: Calm pupils lead to good grades.
    ```
    """
    tongue = subject.language
    if tongue is None:
        return
    turning = tongue.words_in("turning-words")
    said: dict[tuple[str, ...], Claim] = {}
    for claim in subject.map.claims:
        tokens = tuple(subject.words(claim).tokens)
        if tokens:
            first = said.setdefault(tokens, claim)
            if first is not claim:
                yield _found(subject, first, claim, "say the same in the same words")
    apart: set[frozenset[str]] | None = None
    for first, second in subject.alike:
        one, other = subject.words(first), subject.words(second)
        if one.tokens == other.tokens:
            continue
        if one.is_negative != other.is_negative or one.is_conditional != other.is_conditional:
            continue
        if _turns(one, turning) != _turns(other, turning) or not _in_same_order(one, other, tongue):
            continue
        if apart is None:
            apart = _apart(subject)
        if frozenset((first.id, second.id)) not in apart:
            yield _found(subject, first, second, "say nearly the same")


def _found(subject: Subject, first: Claim, second: Claim, what: str) -> Found:
    place = subject.places.of(first)
    return Found(
        second,
        f"{subject.name(second)} and {subject.name(first)} {what}. Keep one of them, and refer to it "
        "where the other stood.",
        related=() if place is None else ((place, "the first one"),),
    )


def _turns(words: Words, turning: frozenset[str]) -> list[str]:
    """Return the numbers and other words that make another claim of the same matter."""
    return sorted(token for token in words.tokens if token in turning or token[0].isdigit())


def _in_same_order(one: Words, other: Words, tongue: Language) -> bool:
    a, b = ([stem for token in words.tokens if (stem := tongue.matter[token])] for words in (one, other))
    return SequenceMatcher(None, a, b, autojunk=False).ratio() >= _SAME_ORDER


def _apart(subject: Subject) -> set[frozenset[str]]:
    """Return the pairs of claims that speak against each other, or of which one is a premise for the other."""
    found = {frozenset((each.source, each.target)) for each in subject.map.relations if each.kind in _APART}
    for argument in subject.map.arguments:
        found.update(frozenset((premise, step.conclusion)) for step in argument.steps for premise in step.premises)
    return found
