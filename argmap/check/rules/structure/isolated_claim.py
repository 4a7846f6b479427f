"""STR105."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.data_values import word
from argmap.check.graph.shape import components
from argmap.check.graph.unsaid import unsaid
from argmap.check.rule import Found, rule
from argmap.model.records import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject
    from argmap.model.records import Argument, Claim


@rule("STR105")
def isolated_claim(subject: Subject) -> Iterator[Found]:
    """A claim or argument has no relation to anything.

    ## What it does

    Looks for claims and arguments without a relation that are no premise or conclusion either and that no other text
    mentions. Paragraphs and list items without a title are prose between claims and are left alone, and so is a map
    without any relation. What other places name by a misspelt title is the matter of `undefined-claim` and
    `empty-reason`, what only supports or attacks itself that of `self-relation`, and a rebuttal of nothing that of
    `reply-to-nothing`.

    ## Why it matters

    A map shows how claims bear on each other. One that touches nothing has been forgotten, or its author has not yet
    said what it is for. To ask which claim it supports or attacks often shows a reason that was never spelt out.

    ## Flagged

    ```argdown
    [Later start]: School should start at nine.
      + [Sleep]: Pupils need more sleep.

    [Dark]: In winter it is dark at eight.  // finding: STR105
    ```

    ## Accepted

    Prose is not a claim that was forgotten:

    ```argdown
    Our class discussed this for two weeks.

    [Later start]: School should start at nine.
      + [Sleep]: Pupils need more sleep.
    ```

    A claim that the text mentions is in use:

    ```argdown
    [Later start]: School should start at nine.
      + [Sleep]: Pupils need more sleep than @[Now] leaves them.

    [Now]: School starts at half past seven.
    ```

    A slip of the pen in a title is told as such (STR119):

    ```argdown
    [Later start]: School should start at nine.
      + <Sleep>
      - <Afternoon>: Lessons would end at four.

    <Slepe>: Pupils need more sleep.
    ```
    """
    alone = [record for record in subject.shared(components).alone if not _is_prose(record)]
    if not alone or len(subject.shared(components).alone) == len(subject.map):
        return
    mentioned = {
        each.target
        for record in (*subject.map, *subject.map.sections)
        for each in record.ranges
        if each.kind.value.endswith("mention")
    }
    theses = {thesis.id for thesis in subject.theses} | subject.shared(unsaid).misspelt
    # The one has a relation with itself, see self-relation; the other speaks against nothing, see reply-to-nothing.
    told = {relation.source for relation in subject.map.relations if relation.source == relation.target}
    told.update(record.id for record in alone if word(record, "role") == "rebuttal")
    for record in alone:
        if (record.title or record.id) not in mentioned and record.id not in theses | told:
            yield Found(
                record,
                f"{subject.name(record)} has no relation to anything. Say what it supports or attacks, or remove it.",
            )


def _is_prose(record: Claim | Argument) -> bool:
    """Whether it is a paragraph or an item of a list without a title."""
    return record.title is None and any(one.role in (Role.TOP_LEVEL, Role.LISTED) for one in record.occurrences)
