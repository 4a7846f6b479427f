"""WRD201."""

from __future__ import annotations

from itertools import islice
from operator import eq
from typing import TYPE_CHECKING

from argmap.check.finding import Fix
from argmap.check.rule import Found, rule
from argmap.diagnostics import Edit, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


_TIMES = {2: "twice", 3: "three times"}

_MOST = 20
"""How many times one claim is found to have it: a place in a text is looked for from its beginning on."""


@rule("WRD201")
def repeated_word(subject: Subject) -> Iterator[Found]:
    """A word stands twice in a row.

    ## What it does

    Looks for the same word twice with nothing but blanks between. Words that may stand twice ("had had", "very very")
    are accepted, and so are names ("Bora Bora") and numbers.

    ## Why it matters

    It is a slip of the pen, mostly at the end of a line. It does not change what is claimed, but it tells readers that
    nobody read the text again.

    ## Flagged

    ```argdown
    [Library]: The library should open on on Sundays.  // finding: WRD201
      + [Time]: Pupils have time for books at the the weekend.  // finding: WRD201
    ```

    ## Accepted

    ```argdown
    [Library]: The library should open on Sundays.
      + [Record]: All that that needs is one more librarian.
      + [Books]: The Duran Duran books are always lent.
    ```

    ## How it is fixed

    The first of the words stays.
    """
    tongue = subject.language
    if tongue is None:
        return
    repeatable = tongue.words_in("repeatable")
    for record in subject.map:
        tokens = subject.words(record).tokens
        if not any(map(eq, tokens, islice(tokens, 1, None))):
            continue
        text, places = record.text, subject.words(record).places()
        run = count = 0
        for at in range(1, len(tokens) + 1):
            if at < len(tokens) and tokens[at] == tokens[run] and text[places[at - 1][1] : places[at][0]].isspace():
                continue
            start, end = places[run][0], places[at - 1][1]
            said = text[start:end].split()
            # Names are written with capitals all along.
            if at - run > 1 and tokens[run] not in repeatable and all(word.islower() for word in said[1:]):
                count += 1
                if count > _MOST:
                    break
                place = subject.places.of_words(record, start, end)
                yield Found(
                    record,
                    f'{subject.name(record)} has the word "{said[1]}" {_TIMES.get(len(said), "many times")} in a row. '
                    "Write it once.",
                    span=place,
                    fix=_once(subject, place, said) if subject.places.is_defined_once(record) else None,
                )
            run = at


def _once(subject: Subject, place: Span | None, said: list[str]) -> Fix | None:
    """Return the fix that leaves the first of the words; None where the text does not hold just these."""
    if place is None or subject.source is None or subject.source.text[place.start : place.end].split() != said:
        return None
    return Fix("Write the word once", (Edit(Span(place.start + len(said[0]), place.end), ""),), is_safe=True)
