"""REA119."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from annotated_types import Ge

from argmap.check.rule import Found, rule
from argmap.check.words.mapping import NOTHING
from argmap.diagnostics import Severity
from argmap.model.records import Argument

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Node, Subject


@dataclass(frozen=True)
class Options:
    """Options of the rule."""

    words: Annotated[int, Ge(1)] = 3


@rule("REA119", Severity.INFO, profiles=(), options=Options)
def talks_past(subject: Subject, options: Options) -> Iterator[Found]:
    """A reply shares no word with what it replies to.

    ## What it does

    Compares the words of each claim and argument with those of what it supports, attacks or undercuts, and reports a
    pair without a word in common. Of an argument that is spelt out the premises and conclusions count, too; words
    that are listed as `synonyms` in the front matter are one. The rule is noisy, since a good reply may use other
    words: it runs only when it is selected.

    ## Why it matters

    In a quick debate people answer what they would have liked to hear. A reply that takes up a word of the other side
    shows which part it answers, and lets everybody check.

    ## Flagged

    ```argdown
    [Ban]: Phones should be banned in class.
      - [Trips]: Last year the trip to the seaside was cancelled.  // finding: REA119
    ```

    ## Accepted

    ```argdown
    [Ban]: Phones should be banned in class.
      - [Look up]: With phones, pupils can look up words.
    ```

    ## Options

    - `words`: how many words of substance both must have to be compared (default 3).
    """
    if subject.language is None:
        return
    stems: dict[str, frozenset[str]] = {}
    for relation in subject.map.relations:
        if relation.kind.is_symmetric:
            continue
        for name in (relation.source, relation.target):
            if name not in stems:
                stems[name] = _stems(subject.map[name], subject)
        source, target = stems[relation.source], stems[relation.target]
        if min(len(source), len(target)) >= options.words and not source & target:
            record = subject.map[relation.source]
            yield Found(
                record,
                f"{subject.name(record)} shares no word with {subject.name(subject.map[relation.target])}, to which it "
                f"replies. Say which part it answers, or move it.",
                subject.places.of(relation),
            )


def _stems(record: Node, subject: Subject) -> frozenset[str]:
    found = subject.words(record).stems
    if isinstance(record, Argument) and record.steps:
        names = (*record.premises, *(step.conclusion for step in record.steps))
        found = found.union(NOTHING, *(subject.words(subject.map[name]).stems for name in names))
    return found
