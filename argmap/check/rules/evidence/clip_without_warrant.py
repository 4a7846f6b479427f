"""EVD113."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from annotated_types import Ge

from argmap.check.quotations.cited import citations_of, place_of_citation, who
from argmap.check.rule import Found, rule
from argmap.check.words.language import tokens_of
from argmap.diagnostics import Severity
from argmap.model.records import Argument, Claim
from argmap.wording import begins

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@dataclass(frozen=True, slots=True)
class Options:
    """How short a quotation may be."""

    words: Annotated[int, Ge(1)] = 12


@rule("EVD113", Severity.INFO, profiles=("debate",), options=Options)
def clip_without_warrant(subject: Subject, options: Options) -> Iterator[Found]:
    """A piece of evidence is so short that it holds the claim and not the reason.

    ## What it does

    In a map with speeches (`speech` in the data), looks for claims of a speech whose only backing is one short
    quotation, a piece of a sentence, with none of the words that bring a reason (`because`, `so`, `since` ...).
    The gist of an argument that is not spelt out counts as a claim.

    ## Why it matters

    That an expert says so is one thing, why she says so is another. A judge is moved by the reason, and the other side
    can only answer what it has heard.

    ## Flagged

    ```argdown
    ===
    sources:
      study: {title: Phones at school, author: A research group}
    ===

    [Ban]: Phones should be banned in class. {speech: Ada 1}
      + [Harm]: Phones harm learning.
        {speech: Ada 1, cites: {source: study, quote: "phones harm learning"}}  // finding: EVD113
    ```

    ## Accepted

    ```argdown
    ===
    sources:
      study: {title: Phones at school, author: A research group}
    ===

    [Ban]: Phones should be banned in class. {speech: Ada 1}
      + [Harm]: Phones harm learning.
        {speech: Ada 1, cites: {source: study, quote: "phones harm learning because every message breaks a thought"}}
    ```

    ## Options

    - `words`: from how many words on a quotation is long enough (default 12).
    """
    tongue = subject.language
    if tongue is None:
        return
    for cited in subject.shared(citations_of):
        record, quote = cited.record, cited.citation.quote
        if not isinstance(record, Claim | Argument) or (isinstance(record, Argument) and record.steps):
            continue
        if not quote or not cited.is_only or "speech" not in record.data:
            continue
        words = tokens_of(quote)
        is_sentence = quote[0].isupper() and quote.rstrip("\"'”’").endswith((".", "!", "?"))
        if len(words) >= options.words or is_sentence or not tongue.words_in("reason-words").isdisjoint(words):
            continue
        place = subject.index.position[record.id]
        if not any(len(subject.index.edges[kind].sources(place)) for kind in ("support", "conclusion")):
            yield Found(
                record,
                f"{begins(who(subject, cited))} rests on {len(words)} quoted words, which give no reason. Quote on to "
                f"where the source says why.",
                place_of_citation(subject, cited),
            )
