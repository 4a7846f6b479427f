"""WRD109."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from annotated_types import Ge

from argmap.check.rule import Found, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@dataclass(frozen=True)
class Options:
    """How short a claim may be."""

    least_words: Annotated[int, Ge(1)] = 3


@rule("WRD109", Severity.INFO, options=Options)
def fragment(subject: Subject, options: Options) -> Iterator[Found]:
    """A claim is a heading rather than a sentence.

    ## What it does

    Looks for claims of fewer than three words, and for short ones that begin like a heading ("Too much ...", "Lack of
    ...", "Better ...") and have no word that could be their verb.

    The gist of an argument that is not spelt out counts as a claim.

    ## Why it matters

    "Higher fares" names a topic, and nobody can agree or disagree with a topic. Would fares be higher? Are they? Should
    they be? Only a sentence with a subject and a verb says so.

    ## Flagged

    ```argdown
    [Buses]: The town should sell its buses.
      - [Fares]: Higher fares for all.  // finding: WRD109
      - [Noise]: Noise!  // finding: WRD109
      + [Way]: Shorter way to school.  // finding: WRD109
    ```

    ## Accepted

    ```argdown
    [Buses]: The town should sell its buses.
      - [Fares]: Higher fares hurt the poor.
      - [Noise]: A private company would raise the fares.
    ```

    ## Options

    - `least-words`: how many words a claim must have (default 3).
    """
    tongue = subject.language
    if tongue is None:
        return
    verbs, endings = tongue.words_in("finite-verbs"), tuple(tongue.words_in("verb-endings"))
    short = {claim.id for claim in subject.statements if 0 < len(subject.words(claim).tokens) < options.least_words}
    for claim, hits in subject.hits("fragment-openers"):
        start, end = hits[0]
        rest = subject.words(claim).tokens[end:]
        # The first word behind the opening is its noun; any other that ends like a verb may be the verb.
        if start == 0 and len(rest) < 5 and verbs.isdisjoint(rest) and not any(w.endswith(endings) for w in rest[1:]):
            short.add(claim.id)
    for claim in subject.statements if short else ():
        if claim.id in short:
            yield Found(
                claim,
                f"{subject.name(claim)} does not seem to be a whole sentence. Write one with a subject and a verb, so "
                "that it can be true or false.",
            )
