"""EVD108."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from annotated_types import Ge, Le

from argmap.check.quotations.cited import called, citations_of
from argmap.check.rule import Found, rule
from argmap.diagnostics import Severity
from argmap.model.records import Argument, Claim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@dataclass(frozen=True, slots=True)
class Options:
    """How much may rest on one source."""

    share: Annotated[float, Ge(0), Le(1)] = 0.5
    least: Annotated[int, Ge(1)] = 4


@rule("EVD108", Severity.INFO, profiles=("strict", "debate"), options=Options)
def one_source_side(subject: Subject, options: Options) -> Iterator[Found]:
    """Most of what a side cites comes from one source.

    ## What it does

    Counts, for each side, how many of its claims and arguments with citations cite each source. A map that cites but
    one source, such as one made of a single reading, is left alone.

    ## Why it matters

    If the one source is wrong, most of the case falls with it. Two sources that do not know of each other are worth
    more than the same one cited twice.

    ## Flagged

    ```argdown
    ===
    title: Should school start later?  # finding: EVD108
    sources:
      survey: {title: How pupils sleep, author: The health office}
      diary: {title: A diary of our class, author: Class 9}
    ===

    [Later]: School should start at nine. {side: for}
      + [Tired]: Most pupils are tired. {side: for, cites: survey}
      + [Late]: Many pupils come late. {side: for, cites: survey}
      + [Ill]: Some pupils are ill more often. {side: for, cites: survey}
      + [Yawn]: Our class yawns. {side: for, cites: diary}
    ```

    ## Accepted

    ```argdown
    ===
    title: Should school start later?
    sources:
      survey: {title: How pupils sleep, author: The health office}
      diary: {title: A diary of our class, author: Class 9}
    ===

    [Later]: School should start at nine. {side: for}
      + [Tired]: Most pupils are tired. {side: for, cites: survey}
      + [Late]: Many pupils come late. {side: for, cites: survey}
      + [Ill]: Some pupils are ill more often. {side: for, cites: diary}
      + [Yawn]: Our class yawns. {side: for, cites: diary}
    ```

    ## Options

    - `share`: the share of what is cited, from 0 to 1, above which one source is too much (default 0.5).
    - `least`: how many claims and arguments of the side must cite something (default 4).
    """
    cited: dict[str, dict[str, set[str]]] = {}
    for each in subject.shared(citations_of):
        if isinstance(each.record, Claim | Argument) and each.record.side is not None:
            cited.setdefault(each.record.side, {}).setdefault(each.record.id, set()).add(each.citation.source)
    if len({source for records in cited.values() for sources in records.values() for source in sources}) < 2:
        return
    for side, records in cited.items():
        counts = Counter(source for sources in records.values() for source in sorted(sources))
        source, count = max(counts.items(), key=lambda item: item[1])
        if len(records) >= options.least and count > options.share * len(records):
            yield Found(
                None,
                f'Of {len(records)} claims and arguments with which the side "{side}" cites something, {count} cite '
                f"{called(subject, source)}. Look for other sources that say the same.",
            )
