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

    The second of the two is removed.
    """
    tongue = subject.language
    if tongue is None:
        return
    repeatable = tongue.words_in("repeatable")
    for record in subject.map:
        tokens = subject.words(record).tokens
        if not any(map(eq, tokens, islice(tokens, 1, None))):
            continue
        text = record.text
        places = subject.words(record).places()
        for (start, end), (then, last), token in zip(places, places[1:], tokens[1:], strict=False):
            word, again = text[start:end], text[then:last]
            if word.lower() != again.lower() or token in repeatable or token[0].isdigit() or again != again.lower():
                continue
            if text[end:then].isspace():
                place = subject.places.of_words(record, start, last)
                yield Found(
                    record,
                    f'{subject.name(record)} has the word "{again}" twice in a row. Remove one.',
                    span=place,
                    fix=_once(subject, place, word, again),
                )
                break


def _once(subject: Subject, place: Span | None, word: str, again: str) -> Fix | None:
    """Return the fix that removes the second word; None where the text does not hold just the two."""
    if place is None or subject.source is None:
        return None
    if subject.source.text[place.start : place.end].split() != [word, again]:
        return None
    return Fix("Remove the second word", (Edit(Span(place.start + len(word), place.end), ""),), is_safe=True)
