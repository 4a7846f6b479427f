"""STR207."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.data_words import FRONT, RECORD, SECTION, STEP, Names
from argmap.check.finding import Fix
from argmap.check.rule import Found, rule
from argmap.diagnostics import Edit, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from argmap.check.subject import Subject


@rule("STR207")
def unknown_data_key(subject: Subject) -> Iterator[Found]:
    """A word in the data is not known, and is nearly one that is.

    ## What it does

    Looks at the keys of inline data and of the front matter. It finds those that are not known to argmap or Argdown
    and differ from a known one by a slip: in case, by one letter, or by two letters that are swapped. Other keys of
    your own are kept and never found, and neither is one that stands beside the known key.

    ## Why it matters

    Data with a wrong key are no error: they are kept and mean nothing. So a claim with `sdie` belongs to no side, and
    every count, picture and judgement by sides leaves it out without a word.

    ## Flagged

    ```argdown
    ===
    title: Four days of school
    subtitle: A debate in class 9b  # finding: STR207
    ===

    [Four days]: School should last four days a week.
      {sdie: for}  // finding: STR207
      + <Rest>: Pupils need three days of rest.
        {side: for, value: health}  // finding: STR207
    ```

    ## Accepted

    ```argdown
    ===
    title: Four days of school
    version: 2
    ===

    [Four days]: School should last four days a week.
      {side: for, size: large}
      + <Rest>: Pupils need three days of rest.
        {side: for, values: health, date: "2026-05-04"}
    ```

    ## How it is fixed

    The key becomes the known one.
    """
    yield from _found(subject, subject.data, FRONT, "the front matter", None)
    for record in subject.map:
        if record.data:
            for key, right in _slips(record.data, RECORD):
                span = subject.places.of_data(record, key)
                yield Found(
                    record,
                    _say(key, right, f"the data of {subject.name(record)}"),
                    span,
                    (),
                    _fix(subject, span, key, right),
                )
    for section in subject.map.sections:
        if section.data:
            yield from _found(
                subject, section.data, SECTION, f'the data of the heading "{section.title[:60]}"', section.span
            )
    for argument in subject.map.arguments:
        for step in argument.steps:
            if step.data:
                where = f"the data of an inference of {subject.name(argument)}"
                yield from _found(subject, step.data, STEP, where, step.span)


def _found(subject: Subject, data: Mapping[str, Any], known: Names, where: str, span: Span | None) -> Iterator[Found]:
    for key, right in _slips(data, known):
        place = subject.places.of_data(None, key) if known is FRONT else span
        yield Found(None, _say(key, right, where), place, (), _fix(subject, place, key, right))


def _slips(data: Mapping[str, Any], known: Names) -> Iterator[tuple[str, str]]:
    for key in data:
        if key not in known.names and isinstance(key, str):
            right = known.meant(key)
            if right is not None and right not in data:
                yield key, right


def _say(key: str, right: str, where: str) -> str:
    return f"The word `{key}` in {where} is not known. Write `{right}` if that is meant."


def _fix(subject: Subject, span: Span | None, key: str, right: str) -> Fix | None:
    if subject.source is None or span is None or not subject.source.text.startswith(key, span.start):
        return None
    return Fix(f"Write `{right}`", (Edit(Span(span.start, span.start + len(key)), right),))
