"""CLS105."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Found, rule
from argmap.check.words.quoted import is_quoted
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("CLS105", Severity.WARNING, profiles=("classroom", "strict"))
def abuse(subject: Subject) -> Iterator[Found]:
    """A claim insults somebody.

    ## What it does

    Looks for words of abuse (the list `abuse` of the language). Words in quotation marks are left alone: a claim may
    have to say what was said.

    ## Why it matters

    An insult is no reason. It hurts, and the people it is meant for stop listening. Say what somebody did and why it is
    wrong.

    ## Flagged

    ```argdown
    [Referees]: The club should train its own referees.
      + [Last match]: The referee of the last match was an idiot.  // finding: CLS105
    ```

    ## Accepted

    ```argdown
    [Referees]: The club should train its own referees.
      + [Last match]: The referee of the last match overlooked two fouls.
      + [Shouts]: Parents shouted "idiot" at him.
    ```
    """
    for record, hits in subject.hits("abuse", arguments=True):
        places = subject.words(record).places()
        for start, end in hits:
            first, last = places[start][0], places[end - 1][1]
            if not is_quoted(record.text, first, last):
                yield Found(
                    record,
                    f'{subject.name(record)} says "{record.text[first:last]}", which insults. Say what was done, and '
                    f"why it is wrong.",
                    subject.places.of_words(record, first, last),
                )
                break
