"""EVD207."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.quotations.cited import called, place_of_citation, quotations_of, requoting, who
from argmap.check.rule import Found, rule
from argmap.check.telling import shortened
from argmap.diagnostics import Severity
from argmap.wording import begins, joined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("EVD207", Severity.ERROR)
def silent_insertion(subject: Subject) -> Iterator[Found]:
    """A quotation holds words of whoever quotes, and does not say so.

    ## What it does

    Looks for quotations that stand in the stored text of their source but for words that were put in without `[ ]`.

    ## Why it matters

    It often helps to put a word in, for example to say who "they" are. In brackets the reader sees that it is yours;
    without them you put it into somebody's mouth.

    ## Flagged

    ```argdown
    ===
    sources:
      study: {title: Phones at school, author: A research group, text: Pupils said that they learn more without it.}
    ===

    [Without]: Pupils learn more without phones.
      {cites: {source: study, quote: "Pupils themselves said that they learn more without it."}}  // finding: EVD207
    ```

    ## Accepted

    ```argdown
    ===
    sources:
      study: {title: Phones at school, author: A research group, text: Pupils said that they learn more without it.}
    ===

    [Without]: Pupils learn more without phones.
      {cites: {source: study, quote: "Pupils [themselves] said that they learn more without [a phone]."}}
    ```

    ## How it is fixed

    Brackets are put around the words.
    """
    for quoted in subject.shared(quotations_of):
        differences = quoted.match.differences
        if not quoted.match.stands or not differences or any(each.found for each in differences):
            continue
        added = joined([f'"{shortened(each.quoted)}"' for each in differences[:3]])
        yield Found(
            quoted.cited.record,
            f"{begins(who(subject, quoted.cited))} adds {added} to the words of "
            f"{called(subject, quoted.cited.citation.source)}. Put brackets [ ] around what is yours, or remove it.",
            place_of_citation(subject, quoted.cited),
            fix=requoting(subject, quoted, "Put brackets around the words", lambda words, _found: f"[{words}]"),
        )
