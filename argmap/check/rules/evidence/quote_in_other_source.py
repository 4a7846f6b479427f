"""EVD203."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.finding import Fix
from argmap.check.quotations.cited import called, place_of_citation, quotations_of, texts_of, who
from argmap.check.quotations.quoting import Verdict, tokens
from argmap.check.rule import Found, rule
from argmap.diagnostics import Edit, Severity
from argmap.model.records import Argument, Claim
from argmap.wording import begins, joined

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argmap.check.quotations.cited import Quoted
    from argmap.check.quotations.quoting import Text
    from argmap.check.subject import Subject

_LEAST = 4  # fewer words may stand in many texts by chance


@rule("EVD203", Severity.ERROR)
def quote_in_other_source(subject: Subject) -> Iterator[Found]:
    """A quotation stands in another source than the one that is cited.

    ## What it does

    Looks for quotations of four words or more that do not stand in the text of the source they cite, and stand word
    for word in the stored text of another.

    ## Why it matters

    Words belong to the one who said them. Put into the wrong mouth they mislead, even if every word is right.

    ## Flagged

    ```argdown
    ===
    sources:
      study: {title: Phones at school, author: A research group, text: Few pupils learn with a phone.}
      letter: {title: A letter to the head, author: A parent, text: My children have to be able to call me.}
    ===

    [Call]: Pupils need phones to call home.
      {cites: {source: study, quote: "My children have to be able to call me."}}  // finding: EVD203
    ```

    ## Accepted

    ```argdown
    ===
    sources:
      study: {title: Phones at school, author: A research group, text: Few pupils learn with a phone.}
      letter: {title: A letter to the head, author: A parent, text: My children have to be able to call me.}
    ===

    [Call]: Pupils need phones to call home.
      {cites: {source: letter, quote: "My children have to be able to call me."}}
    ```

    ## How it is fixed

    The other source is cited, if it is the only one in which the words stand.
    """
    texts = subject.shared(texts_of)
    if len(texts) < 2:
        return
    for quoted in subject.shared(quotations_of):
        if quoted.match.stands:
            continue
        others = other_sources(quoted, texts)
        if not others:
            continue
        cited = quoted.cited
        span = place_of_citation(subject, cited, cited.citation.source)
        is_named = (
            span is not None
            and subject.source is not None
            and subject.source.text[span.start : span.end] == cited.citation.source
            and isinstance(cited.record, Claim | Argument)
            and subject.places.has_once(cited.record, cited.citation.source)
        )
        fix = None
        if span is not None and is_named and cited.is_only and len(others) == 1:
            fix = Fix(f"Cite {others[0]}", (Edit(span, others[0]),))
        named = joined([called(subject, each) for each in others])
        yield Found(
            cited.record,
            f"{begins(who(subject, cited))} quotes {called(subject, cited.citation.source)}, but the words stand in "
            f"{named}. Cite the source that says them.",
            place_of_citation(subject, cited),
            fix=fix,
        )


def other_sources(quoted: Quoted, texts: Mapping[str, Text]) -> list[str]:
    """Return the sources, but for the one cited, in which a quotation stands word for word."""
    if quoted.match.verdict in (Verdict.EXACT, Verdict.NEAR):
        return []
    words = [token.word for token in tokens(quoted.quote)]
    if len(words) < _LEAST:
        return []
    own = quoted.cited.citation.source
    return [name for name, text in texts.items() if name != own and text.find(words) >= 0]
