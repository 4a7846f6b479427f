"""EVD105."""

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


@rule("EVD105", Severity.ERROR)
def silent_cut(subject: Subject) -> Iterator[Found]:
    """A quotation leaves words out and does not say so.

    ## What it does

    Looks for quotations that stand in the stored text of their source but for words that are left out, with no `…`,
    `...` or `[...]` in their place. Words left out before and after a quotation need no mark. A quotation in another
    order than the source is left to `quote-order`.

    ## Why it matters

    A cut may be fair, but it is the reader who should judge that. The dots tell them that there is more to read; and a
    "not" or an "only if" that falls into a cut turns a sentence into its opposite.

    ## Flagged

    ```argdown
    ===
    sources:
      study:
        title: Phones at school
        author: A research group
        text: A phone helps pupils who are already doing well to learn at home.
    ===

    [Helps]: Phones help pupils.
      {cites: {source: study, quote: "A phone helps pupils to learn at home."}}  // finding: EVD105
    ```

    ## Accepted

    ```argdown
    ===
    sources:
      study:
        title: Phones at school
        author: A research group
        text: A phone helps pupils who are already doing well to learn at home.
    ===

    [Helps]: Phones help pupils.
      {cites: {source: study, quote: "A phone helps pupils … to learn at home."}}
    ```

    Nothing is cut here, only put into another order (EVD106):

    ```argdown
    ===
    sources:
      study:
        title: Phones at school
        author: A research group
        text: >
          Its rules, the few that a class needs, were meant for the first years only. Soon they hung in the hall. The
          board with its rules was new.
    ===

    [Rules]: Rules were for the first years.
      {cites: {source: study, quote: "needs, were meant for the first years only. Its rules, the few that a class"}}
    ```

    ## How it is fixed

    An ellipsis is put where words are left out. Whether the cut is fair, only you can say: the fix is not safe.

    ## References

    - Modern Language Association, *MLA Handbook*, on ellipses.
    """
    for quoted in subject.shared(quotations_of):
        match = quoted.match
        if not match.stands or not match.only_cuts or not match.is_in_order:
            continue
        left = joined([f'"{shortened(each.found)}"' for each in match.differences[:3]])
        source = called(subject, quoted.cited.citation.source)
        yield Found(
            quoted.cited.record,
            f"{begins(who(subject, quoted.cited))} leaves {left} out of what {source} says. "
            f"Put … where words are missing, or quote them.",
            place_of_citation(subject, quoted.cited),
            fix=requoting(subject, quoted, "Put … where words are left out", lambda _quoted, _found: "…"),
        )
