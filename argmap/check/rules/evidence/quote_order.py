"""EVD106."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.quotations.cited import called, place_of_citation, quotations_of, who
from argmap.check.rule import Found, rule
from argmap.wording import begins

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("EVD106")
def quote_order(subject: Subject) -> Iterator[Found]:
    """The parts of a quotation stand in the source in another order.

    ## What it does

    Looks for quotations of which all parts stand in the stored text of the source, but one that comes later in the
    quotation stands earlier in the text.

    ## Why it matters

    An author who says "A, so B" does not say "B, so A". To put sentences into another order is to make a new
    text, and that should not stand in one pair of quotation marks.

    ## Flagged

    ```argdown
    ===
    sources:
      study:
        title: Phones at school
        author: A research group
        text: Marks went up in most classes. We then asked pupils to leave phones at home.
    ===

    [Up]: Marks go up without phones.
      {cites: {source: study, quote: "asked pupils to leave phones at home ... Marks went up"}}  // finding: EVD106
    ```

    ## Accepted

    ```argdown
    ===
    sources:
      study:
        title: Phones at school
        author: A research group
        text: Marks went up in most classes. We then asked pupils to leave phones at home.
    ===

    [Up]: Marks went up.
      {cites: [{source: study, quote: "asked pupils"}, {source: study, quote: "Marks went up"}]}

    [Both]: Marks and phones were studied.
      {cites: {source: study, quote: "Marks went up ... leave phones at home"}}
    ```
    """
    for quoted in subject.shared(quotations_of):
        if quoted.match.stands and not quoted.match.is_in_order:
            source = called(subject, quoted.cited.citation.source)
            yield Found(
                quoted.cited.record,
                f"{begins(who(subject, quoted.cited))} quotes {source} in another order than it is written. "
                f"Keep the order, or make two quotations of it.",
                place_of_citation(subject, quoted.cited),
            )
