"""EVD102."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from argmap.check.finding import Fix
from argmap.check.quotations.cited import citations_of, place_of_citation, sources_of, who
from argmap.check.rule import Found, rule
from argmap.diagnostics import Edit, Severity
from argmap.model.records import Argument, Claim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject

_HINTS = 50
"""For how many names the nearest source is looked up."""


@rule("EVD102", Severity.ERROR)
def unknown_source(subject: Subject) -> Iterator[Found]:
    """A citation names a source that the front matter does not list.

    ## What it does

    Looks up the source of each citation (`cites`) under `sources` in the front matter. An address (`https://...`) is a
    source by itself.

    ## Why it matters

    A citation is a promise that the reader can look it up. If the name leads nowhere, mostly because of a slip of the
    pen, the promise is empty.

    ## Flagged

    ```argdown
    ===
    sources:
      survey: {title: How pupils sleep, author: The health office, date: 2024}
    ===

    [Tired]: Most pupils sleep too little. {cites: surwey}  // finding: EVD102
    ```

    ## Accepted

    ```argdown
    ===
    sources:
      survey: {title: How pupils sleep, author: The health office, date: 2024}
    ===

    [Tired]: Most pupils sleep too little. {cites: survey}

    [Dark]: In winter it is dark at eight. {cites: "https://example.org/sunrise"}
    ```

    ## How it is fixed

    The name is replaced by the one that is nearest, if one is near.
    """
    sources = subject.shared(sources_of)
    near: dict[str, str | None] = {}
    for cited in subject.shared(citations_of):
        name = cited.citation.source
        if name in sources or "://" in name:
            continue
        if not name:
            message = f"A citation of {who(subject, cited)} names no source. Write source: and the id of one."
            yield Found(cited.record, message, place_of_citation(subject, cited))
            continue
        if name not in near:
            is_few = len(near) < _HINTS
            near[name] = next(iter(get_close_matches(name, sources, 1)), None) if is_few else None
        other = near[name]
        span = place_of_citation(subject, cited, name)
        fix = None
        is_written = (
            span is not None and subject.source is not None and subject.source.text[span.start : span.end] == name
        )
        record = cited.record
        is_clear = isinstance(record, Claim | Argument) and subject.places.has_once(record, name)
        if other is not None and span is not None and is_written and is_clear:
            fix = Fix(f"Cite {other}", (Edit(span, other),))
        hint = f"Did you mean {other!r}?" if other else f"List {name!r} under sources in the front matter."
        yield Found(cited.record, f"There is no source {name!r} for {who(subject, cited)}. {hint}", span, fix=fix)
