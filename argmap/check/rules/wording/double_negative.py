"""WRD118."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from argmap.check.rule import Found, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


_FAR = 7
"""Within how many words the second negation must follow."""
_ENDS = frozenset(",;:.—–()")


@rule("WRD118", Severity.INFO)
def double_negative(subject: Subject) -> Iterator[Found]:
    """A claim denies twice.

    ## What it does

    Looks for two negations (not, never, without, fail to, unlikely ...) close to each other in one part of a sentence.
    "Not only" and "no doubt" are no negations, and two parts of a sentence, with a comma or a word such as "and" or
    "who" between, may each have one. So may a relative clause in the middle of a sentence and what comes behind it.

    The gist of an argument that is not spelt out counts as a claim.

    ## Why it matters

    "It is not impossible that nobody fails" has to be unpicked before it can be judged, and attack and support are
    easily mixed up on the way. Two negations mostly make something positive: say that.

    ## Flagged

    ```argdown
    [Exams]: It is not impossible to learn without exams.  // finding: WRD118
      + [Never]: Nobody should fail to get a second chance.  // finding: WRD118
    ```

    ## Accepted

    ```argdown
    [Exams]: Pupils can learn without exams.
      + [Chance]: Everybody should get a second chance.
      + [Both]: Exams do not measure effort, and they do not measure talent.
      + [Who]: Exams should not burden pupils who do not need them.
      + [Easy]: An exam that stops nobody is not worth its cost.
      - [Only]: Exams are not only a burden without use.
    ```
    """
    tongue = subject.language
    parting = frozenset() if tongue is None else tongue.words_in("clause-words")
    finite = frozenset() if tongue is None else tongue.words_in("finite-verbs")
    records = {record.id: record for name in ("negators", "half-negators") for record, _ in subject.hits(name)}
    for record in records.values():
        words = subject.words(record)
        hits = sorted({*words.negations, *words.hits("half-negators")})
        if len(hits) < 2:
            continue
        places = words.places()
        for (start, _), (then, end) in pairwise(hits):
            first, last = places[start][0], places[end - 1][1]
            between = record.text[first:last]
            if then - start > _FAR or not parting.isdisjoint(words.tokens[start:end]):
                continue
            # The verb behind a clause in the middle: "what stops nobody is not ...", but not "that nobody is not ...".
            if not finite.isdisjoint(words.tokens[start:then]) and not parting.isdisjoint(
                words.tokens[1 : max(start - 1, 1)]
            ):
                continue
            if _ENDS.isdisjoint(between) and " - " not in between:
                yield Found(
                    record,
                    f'{subject.name(record)} denies twice: "{" ".join(between.split())}". '
                    "Say it without negations if you can.",
                    span=subject.places.of_words(record, first, last),
                )
                break
