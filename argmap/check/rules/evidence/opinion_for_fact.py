"""EVD114."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.quotations.cited import citations_of, place_of_citation, sources_of
from argmap.check.rule import Found, rule
from argmap.diagnostics import Severity
from argmap.model.records import Claim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.quotations.cited import Cited
    from argmap.check.subject import Subject

_OPINIONS = frozenset(
    {"opinion", "comment", "commentary", "column", "editorial", "op-ed", "oped", "blog", "letter", "essay", "post"}
    | {"advertisement", "advert", "press-release", "social-media", "tweet"}
)


@rule("EVD114", Severity.INFO)
def opinion_for_fact(subject: Subject) -> Iterator[Found]:
    """A question of fact is answered with opinions alone.

    ## What it does

    Looks for claims that are marked as claims of fact (`stasis: fact`, `kind: fact`, `type: fact`, or the tag `#fact`)
    and cite only sources of which the `type` is an opinion: a comment, column, editorial, blog, letter, advert ...

    ## Why it matters

    Whether something is so is settled by looking, not by feeling strongly about it. An opinion piece may name the data
    it relies on: cite those.

    ## Flagged

    ```argdown
    ===
    sources:
      column: {title: Throw them out!, type: column, author: A columnist, date: 2024}
    ===

    [Harm]: Phones lower marks. {stasis: fact, cites: column}  // finding: EVD114
    ```

    ## Accepted

    ```argdown
    ===
    sources:
      column: {title: Throw them out!, type: column, author: A columnist, date: 2024}
      study: {title: Phones at school, type: study, author: A research group, date: 2024}
    ===

    [Harm]: Phones lower marks. {stasis: fact, cites: [column, study]}

    [Rude]: A phone at the table is rude. {stasis: value, cites: column}
    ```
    """
    sources = subject.shared(sources_of)
    cited: dict[str, list[Cited]] = {}
    for each in subject.shared(citations_of):
        if isinstance(each.record, Claim) and _is_fact(each.record):
            cited.setdefault(each.record.id, []).append(each)
    for some in cited.values():
        kinds = [source and source.data.get("type") for source in (sources.get(each.citation.source) for each in some)]
        if all(isinstance(kind, str) and kind.strip().lower().replace(" ", "-") in _OPINIONS for kind in kinds):
            record = some[0].record
            assert isinstance(record, Claim)  # only claims were taken
            yield Found(
                record,
                f"{subject.name(record)} is marked as a fact, and all it cites is opinion. Look for data.",
                place_of_citation(subject, some[0]),
            )


def _is_fact(record: Claim) -> bool:
    said = (*record.tags, *(record.data.get(key) for key in ("stasis", "kind", "type")))
    return any(isinstance(each, str) and each.lower() in ("fact", "facts", "empirical") for each in said)
