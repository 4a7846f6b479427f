"""EVD112."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.check.quotations.cited import called, citations_of, place_of_citation
from argmap.check.quotations.quoting import tokens
from argmap.check.rule import Found, rule
from argmap.diagnostics import Severity
from argmap.model.records import Argument, Claim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.quotations.cited import Cited
    from argmap.check.subject import Subject
    from argmap.model.records import Citation

_LOCATORS = ("page", "pages", "line", "lines", "paragraph", "section", "chapter", "time")


@rule("EVD112", Severity.INFO, profiles=("strict", "debate"))
def evidence_on_both_sides(subject: Subject) -> Iterator[Found]:
    """The same passage is cited for claims that speak against each other.

    ## What it does

    Looks for the same words, or the same page, line or paragraph of a source, cited by claims or arguments of two
    sides, or by two of which one speaks against the other.

    ## Why it matters

    One passage can hardly show both that something is so and that it is not. Either one side has misread it, or it
    says less than both think; both are worth finding out. Sometimes the sides rightly share a fact and draw different
    conclusions from it: then leave it so.

    ## Flagged

    ```argdown
    ===
    sources:
      study: {title: Phones at school, author: A research group}
    ===

    [Ban]: Phones should be banned in class.
      + [Harm]: Phones harm learning. {side: ban, cites: {source: study, quote: "Marks changed a little."}}
      - [No harm]: Phones do not harm learning.
        {side: allow, cites: {source: study, quote: "Marks changed a little"}}  // finding: EVD112
    ```

    ## Accepted

    ```argdown
    ===
    sources:
      study: {title: Phones at school, author: A research group}
    ===

    [Ban]: Phones should be banned in class.
      + [Harm]: Phones harm learning. {side: ban, cites: {source: study, page: 3}}
      + [Noise]: Phones make noise. {side: ban, cites: {source: study, page: 3}}
      - [No harm]: Phones do not harm learning. {side: allow, cites: {source: study, page: 5}}
    ```
    """
    passages: dict[Any, list[Cited]] = {}
    for cited in subject.shared(citations_of):
        key = _key(cited.citation) if isinstance(cited.record, Claim | Argument) else None
        if key is not None:
            passages.setdefault(key, []).append(cited)
    shared = {key: some for key, some in passages.items() if len(some) > 1}
    if not shared:
        return
    opposed: dict[str, set[str]] = {}
    for relation in subject.map.relations:
        if relation.kind.is_negative:
            opposed.setdefault(relation.source, set()).add(relation.target)
            opposed.setdefault(relation.target, set()).add(relation.source)
    for some in shared.values():
        first_of: dict[str | None, Cited] = {}
        places = {cited.record.id: cited for cited in some if isinstance(cited.record, Claim | Argument)}
        told: set[str] = set()
        for cited in places.values():
            record = cited.record
            assert isinstance(record, Claim | Argument)  # nothing else is in the passages
            other = next((places[name] for name in sorted(opposed.get(record.id, ()) & places.keys() & told)), None)
            if other is None and record.side is not None and record.side not in first_of:
                other = next((each for side, each in first_of.items() if side not in (None, record.side)), None)
            first_of.setdefault(record.side, cited)
            told.add(record.id)
            if other is None or other.record == record:
                continue
            assert isinstance(other.record, Claim | Argument)
            there = place_of_citation(subject, other)
            yield Found(
                record,
                f"{subject.name(record)} and {subject.name(other.record)} speak against each other and cite the same "
                f"passage of {called(subject, cited.citation.source)}. What does it really say?",
                place_of_citation(subject, cited),
                related=() if there is None else ((there, "the other citation"),),
            )


def _key(citation: Citation) -> Any:
    if citation.quote:
        words = tuple(token.word for token in tokens(citation.quote))
        return (citation.source, words) if words else None
    where = tuple((key, str(citation.data[key])) for key in _LOCATORS if key in citation.data)
    return (citation.source, where) if where else None
