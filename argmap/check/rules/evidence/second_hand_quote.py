"""EVD111."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.quotations.cited import called, citations_of, place_of_citation, sources_of, who
from argmap.check.rule import Found, rule
from argmap.check.words.language import tokens_of
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject

_SAYS_SO = ("quoted-in", "quoted_in", "quotedIn", "via", "second-hand")


@rule("EVD111", Severity.INFO)
def second_hand_quote(subject: Subject) -> Iterator[Found]:
    """Words of one person are quoted from the text of another.

    ## What it does

    Compares the `author` of a citation with the author of its source, where both are given. A citation that says so
    (`quoted-in: true`, `via`) is left alone.

    ## Why it matters

    To quote from a quotation is to trust that whoever stands between has cut fairly. The original is often a
    click away, and sometimes it says something else.

    ## Flagged

    ```argdown
    ===
    sources:
      news: {title: The phone war, author: A. Reporter}
    ===

    [Addicts]: Phones are made to hold our eyes.
      {cites: {source: news, author: B. Builder, quote: "We fought for every second."}}  // finding: EVD111
    ```

    ## Accepted

    ```argdown
    ===
    sources:
      news: {title: The phone war, author: A. Reporter}
    ===

    [Addicts]: Phones are made to hold our eyes.
      {cites: {source: news, author: B. Builder, quoted-in: true, quote: "We fought for every second."}}

    [War]: There is a war for attention.
      {cites: {source: news, author: Reporter, quote: "It is a war."}}
    ```
    """
    sources = subject.shared(sources_of)
    for cited in subject.shared(citations_of):
        data, source = cited.citation.data, sources.get(cited.citation.source)
        said = data.get("author")
        if not isinstance(said, str) or source is None or any(data.get(key) for key in _SAYS_SO):
            continue
        written = source.data.get("author", source.data.get("authors"))
        names = " ".join(map(str, written)) if isinstance(written, list) else written
        if not isinstance(names, str) or not names.strip():
            continue
        words, others = set(tokens_of(said)), set(tokens_of(names))
        if words and not words <= others and not others <= words:
            yield Found(
                cited.record,
                f"{who(subject, cited)} quotes {said} from {called(subject, source.id)}, which is by {names}. Look up "
                f"the original, or mark the citation quoted-in: true.",
                place_of_citation(subject, cited),
            )
