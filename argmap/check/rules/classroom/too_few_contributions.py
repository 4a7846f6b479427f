"""CLS101."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from annotated_types import Ge

from argmap.check.authors import authors
from argmap.check.rule import Found, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.check.subject import Subject
    from argmap.model.records import Argument, Claim


@dataclass(frozen=True)
class Options:
    """The task."""

    claims: Annotated[int, Ge(0)] = 0
    replies: Annotated[int, Ge(0)] = 0
    sources: Annotated[int, Ge(0)] = 0
    authors: tuple[str, ...] = ()


@rule("CLS101", Severity.INFO, options=Options, profiles=("classroom",))
def too_few_contributions(subject: Subject, options: Options) -> Iterator[Found]:
    """An author has not yet written as much as the task asks for.

    ## What it does

    Counts for each author (inline data `author`) the claims and gists of arguments, the replies to points of other
    authors, and the sources cited. A map without authors is counted as the work of one, and replies are not counted
    there. Nothing is found until the teacher sets the task in the options.

    ## Why it matters

    A task such as "three claims, one reply to somebody else, one source" makes sure that everybody takes part. The list
    shows what is left to do. It says nothing on how good the claims are.

    ## Flagged

    ```argdown
    ===
    title: Should we have a class pet?
    check: {rules: {too-few-contributions: {claims: 2, replies: 1}}}
    ===

    [Pet]: Our class should have a pet.
      {author: Ada}  // finding: CLS101
      + [Care]: A pet teaches us to care.
        {author: Ada}
      - [Holidays]: Nobody can feed it in the holidays.
        {author: Ben}
        - [Caretaker]: The caretaker is there in the holidays.
          {author: Ben}
    ```

    ## Accepted

    ```argdown
    ===
    title: Should we have a class pet?
    check: {rules: {too-few-contributions: {claims: 2, replies: 1}}}
    ===

    [Pet]: Our class should have a pet.
      {author: Ada}
      - [Holidays]: Nobody can feed it in the holidays.
        {author: Ben}
        - [Caretaker]: The caretaker is there in the holidays.
          {author: Ada}
          - [Asked]: He has not been asked.
            {author: Ben}
    ```

    ## Options

    - `claims`: how many claims and gists each author is to write (default 0).
    - `replies`: how many of them are to bear on a point of another author (default 0).
    - `sources`: how many different sources each author is to cite (default 0).
    - `authors`: names of everybody who has the task, also of those who have written nothing (default none).
    """
    if not (options.claims or options.replies or options.sources):
        return
    written = dict(subject.shared(authors))
    if not written and not options.authors:
        message = _left(subject, list(subject.map), None, options)
        if message:
            yield Found(None, f"This map has {message}. Add what is missing.")
        return
    replies = _replies(subject) if options.replies else {}
    for name in dict.fromkeys((*options.authors, *written)):
        some = written.get(name, [])
        message = _left(subject, some, replies.get(name, 0), options)
        if message:
            first = some[0] if some else None
            span = None if first is None else subject.places.of_data(first, "author")
            yield Found(first, f"{name} has {message}. Add what is missing.", span)


def _left(subject: Subject, some: Sequence[Claim | Argument], replies: int | None, options: Options) -> str:
    """Return in words what of the task is not done; nothing if all is."""
    # A claim that is only named was put into words by somebody else.
    claims = sum(bool(record.text) for record in some)
    sources = {each.source for record in some if "cites" in record.data for each in subject.map.citations(record)}
    counts = [
        (claims, options.claims, "claims"),
        (replies, options.replies, "replies to others"),
        (len(sources), options.sources, "sources"),
    ]
    return ", ".join(
        f"{count:,} of {wanted:,} {what}" for count, wanted, what in counts if count is not None and count < wanted
    )


def _replies(subject: Subject) -> dict[str, int]:
    """Return for each author how many points bear on a point of somebody else."""
    by: dict[str, set[str]] = {}
    for name, some in subject.shared(authors).items():
        for record in some:
            by.setdefault(record.id, set()).add(name)
    found: dict[str, set[str]] = {}
    for relation in subject.map.relations:
        writers = by.get(relation.source, ())
        others = by.get(relation.target, set())
        for name in writers:
            if others and name not in others:
                found.setdefault(name, set()).add(relation.source)
    return {name: len(some) for name, some in found.items()}
