"""WRD120."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from annotated_types import Ge

from argmap.check.rule import Found, rule
from argmap.check.words.sentences import sentences
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject
    from argmap.model.records import Claim


@dataclass(frozen=True)
class Options:
    """How hard a map may be."""

    grade: Annotated[float, Ge(1)] = 9.0
    least_words: Annotated[int, Ge(1)] = 100


_HARDEST = 3
"""How many of the hardest claims are named."""
_LONG = 12
"""From how many words on a claim is judged by itself."""


@rule("WRD120", Severity.INFO, profiles=(), options=Options)
def reading_level(subject: Subject, options: Options) -> Iterator[Found]:
    """The claims of the map are hard to read for the class.

    ## What it does

    Estimates the school grade (of the United States: age less five) from which on readers understand the claims, from
    the length of words and sentences (Coleman-Liau index), and names the hardest claims. It judges all claims together,
    as such figures mean little for a single sentence, and English only. It runs only when it is selected.

    ## Why it matters

    A map that half of the class cannot read is a debate without them. Short words and short sentences seldom cost
    anything, and they show whether the author has understood the point.

    ## Flagged

    ```argdown
    ===
    title: Lessons in the wood  // finding: WRD120
    check: {rules: {reading-level: {grade: 6, least-words: 10}}}
    ===

    [Wood]: Environmental education necessitates extracurricular experiences.
      - [Cost]: Transportation expenditures overburden municipal administrations considerably.
    ```

    ## Accepted

    ```argdown
    ===
    title: Lessons in the wood
    check: {rules: {reading-level: {grade: 6, least-words: 10}}}
    ===

    [Wood]: Pupils should have a lesson in the wood once a week.
      - [Cost]: The bus to the wood would cost too much for a small town.
    ```

    ## Options

    - `grade`: from which grade on the map may be read (default 9).
    - `least-words`: how many words a map must have to be judged (default 100).

    ## References

    - Meri Coleman and T. L. Liau, "A computer readability formula designed for machine scoring", *Journal of Applied
      Psychology* 60, 1975.
    """
    tongue = subject.language
    if tongue is None or tongue.code != "en":
        return
    counted = [(claim, *_counts(subject, claim)) for claim in subject.map.claims if subject.words(claim).tokens]
    words = sum(count for _, count, _, _ in counted)
    if words < max(options.least_words, 1):
        return
    grade = _grade(words, sum(each[2] for each in counted), sum(each[3] for each in counted))
    if grade <= options.grade:
        return
    hard = sorted((each for each in counted if each[1] >= _LONG), key=lambda each: -_grade(*each[1:]))[:_HARDEST]
    places = [(subject.places.of(claim), f"about grade {_grade(*counts):.0f}") for claim, *counts in hard]
    yield Found(
        None,
        f"The claims are written for about grade {grade:.0f}, and the limit is grade {options.grade:g}. "
        "Use shorter words and sentences.",
        related=tuple((span, why) for span, why in places if span is not None),
    )


def _counts(subject: Subject, claim: Claim) -> tuple[int, int, int]:
    """Return how many words, letters and sentences a claim has."""
    tongue = subject.language
    assert tongue is not None  # the rule asks first
    tokens = subject.words(claim).tokens
    return len(tokens), sum(map(len, tokens)), len(sentences(claim.text, tongue))


def _grade(words: int, letters: int, sentences: int) -> float:
    return 5.88 * letters / words - 29.6 * sentences / words - 15.8
