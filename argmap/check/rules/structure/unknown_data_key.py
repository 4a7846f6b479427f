"""STR211."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.check.data_words import CITATION, FRONT, PARTICIPANT, RECORD, SECTION, SOURCE, STEP
from argmap.check.finding import Fix
from argmap.check.rule import Found, rule
from argmap.diagnostics import Edit, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Node, Subject
    from argmap.check.words.slips import Names

_NEAR = 600
"""How many characters behind the start of an entry its keys are looked for."""


@rule("STR211")
def unknown_data_key(subject: Subject) -> Iterator[Found]:
    """A word in the data is not known, and is nearly one that is.

    ## What it does

    Looks at the keys of inline data, with those of citations, and of the front matter, with those of sources and
    participants. It finds those that are not known to argmap or Argdown and differ from a known one by a slip: in
    case, by one letter, or by two letters that are swapped. Other keys of your own are kept and never found, and
    neither is one that stands beside the known key.

    ## Why it matters

    Data with a wrong key are no error: they are kept and mean nothing. So a claim with `sdie` belongs to no side, and
    every count, picture and judgement by sides leaves it out without a word.

    ## Flagged

    ```argdown
    ===
    title: Four days of school
    subtitle: A debate in class 9b  # finding: STR211
    ===

    [Four days]: School should last four days a week.
      {sdie: for}  // finding: STR211
      + <Rest>: Pupils need three days of rest.
        {side: for, value: health}  // finding: STR211
      + <Study>: Pupils learn as much in four days.
        {cites: {source: study, qoute: "as much in four days"}}  // finding: STR211
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
    yield from _in_front_matter(subject)
    for record in subject.map:
        if record.data:
            for key, right in _slips(record.data, RECORD):
                message = _say(key, right, f"the data of {subject.name(record)}")
                span = subject.places.of_data(record, key)
                yield Found(record, message, span, fix=_fix(subject, span, key, right, record))
            cites = record.data.get("cites")
            for cited in cites if isinstance(cites, list) else [cites]:
                for key, right in _slips(cited, CITATION):
                    message = _say(key, right, f"what {subject.name(record)} cites")
                    span = _below(subject, subject.places.of_data(record, "cites"), key)
                    yield Found(record, message, span, fix=_fix(subject, span, key, right, record))
    for section in subject.map.sections:
        for key, right in _slips(section.data, SECTION):
            yield Found(section, _say(key, right, f'the data of the heading "{section.title[:60]}"'))
    for argument in subject.map.arguments:
        for step in argument.steps:
            if step.data:
                for key, right in _slips(step.data, STEP):
                    where = f"the data of an inference of {subject.name(argument)}"
                    yield Found(argument, _say(key, right, where), _below(subject, step.span, key))


def _in_front_matter(subject: Subject) -> Iterator[Found]:
    # Reading takes the title out of the front matter.
    whole = subject.places.of(None)
    is_titled = bool(subject.map.title) or (
        subject.source is not None and whole is not None and subject.source.text.startswith("title", whole.start)
    )
    for key, right in _slips({**subject.data, **({"title": ""} if is_titled else {})}, FRONT):
        span = subject.places.of_data(None, key)
        # The same word may stand further down, or deeper: then nobody knows which is meant.
        is_once = span is not None and subject.places.front_key(key, span.end) is None
        fix = _fix(subject, span, key, right) if is_once else None
        yield Found(None, _say(key, right, "the front matter"), span, fix=fix)
    for heading, known in (("sources", SOURCE), ("participants", PARTICIPANT)):
        listed = subject.data.get(heading)
        for name, entry in listed.items() if isinstance(listed, dict) else ():
            for key, right in _slips(entry, known):
                span = _below(subject, subject.places.of_data(None, str(name)), key)
                message = _say(key, right, f"`{heading}` in the front matter")
                yield Found(None, message, span, fix=_fix(subject, span, key, right))


def _below(subject: Subject, span: Span | None, key: str) -> Span | None:
    """Return the first place of a key behind the start of a place; that place itself if it is not near."""
    if subject.source is None or span is None:
        return span
    match = re.compile(rf"(?<![\w-]){re.escape(key)}(?=[\"']?[ \t]*:)").search(
        subject.source.text, span.start, max(span.end, span.start + _NEAR)
    )
    return span if match is None else Span(*match.span())


def _slips(data: object, known: Names) -> Iterator[tuple[str, str]]:
    given: dict[object, object] = data if isinstance(data, dict) else {}
    for key in given:
        if key not in known.names and isinstance(key, str):
            right = known.meant(key)
            if right is not None and right not in given:
                yield key, right


def _say(key: str, right: str, where: str) -> str:
    return f"The word `{key}` in {where} is not known. Write `{right}` if that is meant."


def _fix(subject: Subject, span: Span | None, key: str, right: str, record: Node | None = None) -> Fix | None:
    if subject.source is None or span is None or not subject.source.text.startswith(key, span.start):
        return None
    if record is not None and not subject.places.has_once(record, key):
        return None
    return Fix(f"Write `{right}`", (Edit(Span(span.start, span.start + len(key)), right),))
