"""EVD101."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.quotations.cited import is_backed, sources_of
from argmap.check.rule import Found, rule
from argmap.diagnostics import Severity
from argmap.model.records import Claim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject

_GROUNDS = ("basis", "status", "stasis", "kind", "type")
_GRANTED = frozenset(
    {"assumption", "assumed", "value", "policy", "definition", "conceded", "agreed", "granted", "common-knowledge"}
    | {"experience", "axiom"}
)


@rule("EVD101", Severity.WARNING, profiles=("strict", "debate"))
def unsourced_leaf(subject: Subject) -> Iterator[Found]:
    """A claim rests on nothing: no reason, no source, and no word on why it needs none.

    ## What it does

    In a map that lists sources, looks for claims that speak for or against something, for which nothing speaks, and
    that cite nothing. A claim is left out if its data say what it stands on (`basis`, `status`, `stasis`, `kind` or
    `type` is `assumption`, `value`, `policy`, `definition`, `conceded`, `agreed`, `experience` or `common-knowledge`,
    or one of these is a tag), or if it says what should be rather than what is.

    ## Why it matters

    A chain of reasons ends somewhere. It may well end in an assumption or in something that everyone knows, but then
    the map should say so. Otherwise a reader cannot tell what was looked up from what was made up.

    ## Flagged

    ```argdown
    ===
    sources:
      survey: {title: How pupils sleep, author: The health office, date: 2024}
    ===

    [Later]: School should start at nine.
      + [Tired]: Most pupils sleep too little. {cites: survey}
      + [Buses]: The buses run until nine.  // finding: EVD101
    ```

    ## Accepted

    ```argdown
    ===
    sources:
      survey: {title: How pupils sleep, author: The health office, date: 2024}
    ===

    [Later]: School should start at nine.
      + [Tired]: Most pupils sleep too little. {cites: survey}
      + [Dark]: In winter it is dark at eight. {basis: common-knowledge}
      + [Rest]: Pupils should be rested at school.
    ```

    A map that lists no sources is not asked for any:

    ```argdown
    [Later]: School should start at nine.
      + [Buses]: The buses run until nine.
    ```
    """
    if not subject.shared(sources_of):
        return
    demands = {record.id for name in ("oughts", "demands") for record, _ in subject.hits(name)}
    theses = {record.id for record in subject.theses}
    reasons = {relation.source for relation in subject.map.relations}
    reasons.update(premise for argument in subject.map.arguments for premise in argument.premises)
    for record in subject.map.leaves():
        if not isinstance(record, Claim) or not record.text or record.id not in reasons:
            continue
        if record.id in theses or record.id in demands or is_backed(subject, record) or _is_granted(record):
            continue
        yield Found(
            record,
            f"{subject.name(record)} rests on nothing. Cite a source, give a reason, or mark what it is "
            f"(basis: assumption).",
        )


def _is_granted(record: Claim) -> bool:
    said = [*record.tags, *(value for key in _GROUNDS if isinstance(value := record.data.get(key), str))]
    return any(each.strip().lower().replace(" ", "-").replace("_", "-") in _GRANTED for each in said)
