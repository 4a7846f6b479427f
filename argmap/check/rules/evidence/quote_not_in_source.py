"""EVD104."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.quotations.cited import called, place_of_citation, quotations_of, requoting, texts_of, who
from argmap.check.quotations.quoting import Verdict
from argmap.check.rule import Found, rule
from argmap.check.rules.evidence.quote_in_other_source import other_sources
from argmap.check.telling import shortened
from argmap.diagnostics import Severity
from argmap.wording import begins

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.quotations.quoting import Difference
    from argmap.check.subject import Subject

_SHOWN = 3


@rule("EVD104", Severity.ERROR)
def quote_not_in_source(subject: Subject) -> Iterator[Found]:
    """Words are quoted that do not stand so in the text of the source.

    ## What it does

    Holds each quotation against the text of its source, where that is stored: under `text` in the front matter, or in
    a text or Markdown file named by `path`. It must stand there word for word; `…`, `...` or `[...]` stands for words
    left out, and `[ ]` for words put in. Small and capital letters, kinds of quotation marks and dashes, ligatures,
    hyphens and punctuation are not compared. Where it nearly stands there, the finding says what differs.

    ## Why it matters

    Quotation marks say: these are their words, not mine. One word that was changed can change what somebody meant, and
    a reader who finds one wrong quotation will doubt all the others.

    ## Flagged

    ```argdown
    ===
    sources:
      study:
        title: Phones at school
        author: A research group
        text: Few pupils said that a phone helps them to learn.
    ===

    [Helps]: Phones help pupils.
      {cites: {source: study, quote: "Several pupils said that a phone helps them to learn."}}  // finding: EVD104

    [Bans]: Bans work.
      {cites: {source: study, quote: "Schools should ban every device at once."}}  // finding: EVD104
    ```

    ## Accepted

    ```argdown
    ===
    sources:
      study:
        title: Phones at school
        author: A research group
        text: Few pupils said that a phone helps them to learn. Most called it a “distraction” – or worse.
    ===

    [Distracts]: Phones distract.
      {cites: {source: study, quote: "Few pupils said that [it] helps them ... Most called it a 'distraction'"}}
    ```

    ## How it is fixed

    Where the quotation nearly stands there, the words of the source take the place of those that differ. Whether that
    is what you meant to quote, only you can say: the fix is not safe.

    ## References

    - Modern Language Association, *MLA Handbook*, on the accuracy of quotations, ellipses and brackets.
    """
    texts = subject.shared(texts_of)
    for quoted in subject.shared(quotations_of):
        match = quoted.match
        if match.verdict is Verdict.EXACT or (match.verdict is Verdict.NEAR and _is_of_others(match.differences)):
            continue
        name, source = begins(who(subject, quoted.cited)), called(subject, quoted.cited.citation.source)
        fix = None
        if match.verdict is Verdict.NEAR:
            said = "; ".join(_told(each) for each in match.differences[:_SHOWN])
            more = len(match.differences) - _SHOWN
            said += f"; and {more} more" if more > 0 else ""
            message = f"{name} does not quote {source} word for word: {said}. Write the words of the source."
            fix = requoting(subject, quoted, "Write the words of the source", lambda _, found: found)
        elif other_sources(quoted, texts):
            continue
        elif match.verdict is Verdict.PARTLY:
            message = (
                f'{name} quotes more than {source} says: only "{shortened(match.standing)}" stands there. Quote that, '
                f"or look the passage up."
            )
        else:
            message = f"{name} quotes words that do not stand in {source}. Look the passage up, or remove the words."
        yield Found(quoted.cited.record, message, place_of_citation(subject, quoted.cited), fix=fix)


def _is_of_others(differences: tuple[Difference, ...]) -> bool:
    """Whether words are only left out, or only put in: rules of their own speak of that."""
    return not any(each.quoted for each in differences) or not any(each.found for each in differences)


def _told(difference: Difference) -> str:
    quoted, found = shortened(difference.quoted, 40), shortened(difference.found, 40)
    if not quoted:
        return f'the quotation leaves out "{found}"'
    if not found:
        return f'the quotation adds "{quoted}"'
    return f'the source says "{found}", the quotation "{quoted}"'
