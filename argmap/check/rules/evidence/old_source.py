"""EVD107."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from annotated_types import Ge

from argmap.check.cited import called, place_of_source, sources_of
from argmap.check.rule import Found, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject
    from argmap.model.records import Source

_YEAR = re.compile(r"(?<!\d)(?:1[0-9]|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Options:
    """From which age on a source is old."""

    years: Annotated[int, Ge(0)] | None = None


@rule("EVD107", Severity.INFO, profiles=("standard", "strict", "analysis", "debate", "classroom"), options=Options)
def old_source(subject: Subject, options: Options) -> Iterator[Found]:
    """A source is older than the topic allows.

    ## What it does

    Compares the year of each source (`date`, `year` or `published`) with the year of the check. It finds nothing until
    `years` is set: how soon a source ages depends on the topic.

    ## Why it matters

    A study of phones from 2005 is about other phones. In fields that change fast, ask of each source whether what it
    says is still so; in others, such as history, an old source may be the best.

    ## Flagged

    ```argdown
    ===
    check: {rules: {old-source: {years: 10}}}
    sources:
      study: {title: Phones at school, author: A research group, date: "2005-03-01"}  # finding: EVD107
    ===

    [Few]: Few pupils have a phone. {cites: study}
    ```

    ## Accepted

    ```argdown
    ===
    sources:
      study: {title: Phones at school, author: A research group, date: "2005-03-01"}
    ===

    [Few]: Few pupils have a phone. {cites: study}
    ```

    ## Options

    - `years`: how many years old a source may be (default: no limit).
    """
    if options.years is None:
        return
    now = subject.today.year
    for source in subject.shared(sources_of).values():
        year = _year(source)
        if year is not None and now - year > options.years:
            yield Found(
                None,
                f"The source {called(subject, source.id)} is from {year}, more than {options.years} years ago. Look "
                f"for a newer one, or say why it still holds.",
                place_of_source(subject, source.id),
            )


def _year(source: Source) -> int | None:
    for key in ("date", "year", "published"):
        given = source.data.get(key)
        if isinstance(given, str | int):
            found = _YEAR.search(str(given))
            if found is not None:
                return int(found.group())
    return None
