"""STR102."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.finding import Fix
from argmap.check.rule import Found, rule
from argmap.check.words.slips import Names
from argmap.diagnostics import Edit, Severity
from argmap.errors import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject
    from argmap.diagnostics import Span

_MOST_HINTS = 10
"""How many unknown names are compared with the known ones: that costs time for each."""


@rule("STR102", Severity.ERROR)
def dangling_reference(subject: Subject) -> Iterator[Found]:
    """The front matter names a thesis that is not in the map.

    ## What it does

    Looks up the ids under `thesis` in the front matter among the claims and arguments.

    ## Why it matters

    Much of what can be said of a map is said from its thesis: which claims speak for it, how deep the reasons go,
    what is left to answer. A name that is spelt wrong leaves all of this to guesswork.

    ## Flagged

    ```argdown
    ===
    title: Homework
    thesis: Abolish homwork  # finding: STR102
    ===

    [Abolish homework]: Our school should abolish homework.
      + [Tired]: Pupils are tired in the evening.
    ```

    ## Accepted

    ```argdown
    ===
    title: Homework
    thesis: [Abolish homework, Keep homework]
    ===

    [Abolish homework]: Our school should abolish homework.
      >< [Keep homework]

    [Keep homework]: Our school should keep homework.
      + [Practice]: Practice at home helps pupils to remember.
    ```

    ## How it is fixed

    A name that is a slip of the pen away from a title becomes that title.
    """
    given = subject.data.get("thesis")
    hints = _MOST_HINTS
    for each in given if isinstance(given, list) else [given]:
        if each is None or isinstance(each, dict | list | bool) or str(each) in subject.map:
            continue
        name = str(each)
        ids = [record.id for record in subject.map] if hints > 0 else []
        hints -= 1
        span = subject.places.of_data(None, "thesis", name)
        yield Found(
            None,
            f"The thesis {name[:60]!r} is no claim or argument of this map.{nearest(name[:60], ids)} Write the title "
            "of one.",
            span,
            fix=_fix(subject, name, span),
        )


def _fix(subject: Subject, name: str, span: Span | None) -> Fix | None:
    if subject.source is None or span is None or subject.source.text[span.start : span.end] != name:
        return None
    meant = subject.shared(_ids).meant(name)
    return None if meant is None else Fix(f"Write {meant}", (Edit(span, meant),))


def _ids(subject: Subject) -> Names:
    return Names(record.id for record in subject.map)
