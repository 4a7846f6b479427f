"""EVD205."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.quotations.cited import called, citations_of, place_of_source, sources_of
from argmap.check.rule import Found, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("EVD205", Severity.INFO)
def unused_source(subject: Subject) -> Iterator[Found]:
    """A source is listed and never cited.

    ## What it does

    Looks for entries under `sources` in the front matter that no claim, argument, relation or section cites.

    ## Why it matters

    A long list of sources looks learned. Only those that a claim cites back something; the others are either forgotten
    evidence or decoration.

    ## Flagged

    ```argdown
    ===
    sources:
      survey: {title: How pupils sleep, author: The health office}
      diary: {title: A diary of our class, author: Class 9}  # finding: EVD205
    ===

    [Tired]: Most pupils sleep too little. {cites: survey}
    ```

    ## Accepted

    ```argdown
    ===
    sources:
      survey: {title: How pupils sleep, author: The health office}
    ===

    [Tired]: Most pupils sleep too little. {cites: survey}
    ```
    """
    sources = subject.shared(sources_of)
    if not sources:
        return
    cited = {each.citation.source for each in subject.shared(citations_of)}
    for name in sources:
        if name not in cited:
            yield Found(
                None,
                f"Nothing cites the source {called(subject, name)}. Cite it where it backs a claim, or remove it "
                f"from the list.",
                place_of_source(subject, name),
            )
