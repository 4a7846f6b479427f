"""EVD202."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from argmap.check.quotations.cited import called, place_of_citation, quotations_of, sources_of, who
from argmap.check.quotations.paging import Paging, Stretch
from argmap.check.quotations.quoting import tokens
from argmap.check.rule import Found, rule
from argmap.wording import begins

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.quotations.cited import Quoted
    from argmap.check.subject import Subject

_NUMBER = re.compile(r"\d{1,9}")
_UNITS = {"page": "page", "pages": "page", "line": "line", "lines": "line", "paragraph": "paragraph"}
_PLACES = 100  # at how many places of a text the same words are looked for


@rule("EVD202")
def misplaced_quote(subject: Subject) -> Iterator[Found]:
    """A quotation stands on another page, line or paragraph of its source than the citation says.

    ## What it does

    Compares `page`, `line`, `lines` or `paragraph` of a citation (`3`, `"3-5"`) with the place at which the quotation
    stands in the stored text of the source. Pages end at a form feed, or begin at a mark such as `[p. 12]`;
    `first-page` of the source says with which number they start. Lines are those of the stored text. Paragraphs are
    parted by empty lines; headings may be counted or not.

    ## Why it matters

    The place lets a reader look the words up in a minute, and read what stands around them. A wrong one costs them an
    hour, or makes them give up.

    ## Flagged

    ```argdown
    ===
    sources:
      study:
        title: Phones at school
        author: A research group
        text: "[p. 11] Few pupils learn with a phone. [p. 12] Most of them play."
    ===

    [Play]: Pupils play.
      {cites: {source: study, page: 11, quote: "Most of them play."}}  // finding: EVD202
    ```

    ## Accepted

    ```argdown
    ===
    sources:
      study:
        title: Phones at school
        author: A research group
        text: "[p. 11] Few pupils learn with a phone. [p. 12] Most of them play."
    ===

    [Play]: Pupils play.
      {cites: {source: study, page: 12, quote: "Most of them play."}}

    [Both]: Pupils play and do not learn.
      {cites: {source: study, pages: 11-12, quote: "Few pupils learn with a phone. Most of them play."}}
    ```
    """
    paging: dict[str, Paging] = {}
    for quoted in subject.shared(quotations_of):
        data, source = quoted.cited.citation.data, quoted.cited.citation.source
        if not quoted.match.stands or not data:
            continue
        for key, unit in _UNITS.items():
            wanted = _stretch(data.get(key))
            if wanted is None:
                continue
            if source not in paging:
                known = subject.shared(sources_of)[source].data
                first = _stretch(known.get("first-page", known.get("first_page")))
                paging[source] = Paging(quoted.text.text, first.first if first else 1)
            places = [each for span in _spans(quoted) for each in _found(paging[source], unit, *span)]
            if places and not any(each.meets(wanted) for each in places):
                yield Found(
                    quoted.cited.record,
                    f"{begins(who(subject, quoted.cited))} cites {unit} {wanted} of {called(subject, source)}, but the "
                    f"words stand on {unit} {places[0]}. Correct the place.",
                    place_of_citation(subject, quoted.cited),
                )


def _stretch(given: Any) -> Stretch | None:
    if isinstance(given, bool) or not isinstance(given, int | str):
        return None
    numbers = [int(each) for each in _NUMBER.findall(str(given))] if len(str(given)) < 40 else []
    return Stretch(min(numbers), max(numbers)) if numbers else None


def _found(paging: Paging, unit: str, start: int, end: int) -> tuple[Stretch, ...]:
    if unit == "line":
        return (paging.lines(start, end),)
    if unit == "paragraph":
        return paging.paragraphs(start, end)
    pages = paging.pages(start, end)
    return () if pages is None else (pages,)


def _spans(quoted: Quoted) -> Iterator[tuple[int, int]]:
    """Yield where the quotation stands: also later places, where the same words stand more than once."""
    yield quoted.match.start, quoted.match.end
    words = [token.word for token in tokens(quoted.quote)]
    at = quoted.text.find(words)
    for _ in range(_PLACES):
        if at < 0:
            return
        yield quoted.text.span(at, at + len(words))
        at = quoted.text.find(words, at + 1)
