"""EVD110."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Found, rule
from argmap.check.words.figures import figures_of
from argmap.check.words.language import token_places
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject

_WORDS = 6
_SHARES = ("%", "‰", "percent", "per cent", "percentage points")


@rule("EVD110", Severity.INFO)
def number_without_base(subject: Subject) -> Iterator[Found]:
    """A share is given, and not what it is a share of.

    ## What it does

    Looks for percentages with none of the words that say of what, or compared with what (`of`, `than`, `from`, `per`,
    `among` ...), within six words before or behind.

    The gist of an argument that is not spelt out counts as a claim.

    ## Why it matters

    A rise by 50 % may be one case more or a million. A share says little before you know the whole.

    ## Flagged

    ```argdown
    [Ban]: Phones should be banned in class.
      + [Marks]: Without phones marks rise by 6 %.  // finding: EVD110
    ```

    ## Accepted

    ```argdown
    [Ban]: Phones should be banned in class.
      + [Most]: 70 % of pupils look at their phone in class.
      + [Marks]: Without phones marks are 6 % higher.
    ```
    """
    if subject.language is None:
        return
    known = subject.language.words_in("bases")
    for record, start, end in subject.shared(figures_of):
        if not record.text[start:end].lower().endswith(_SHARES):
            continue
        places = token_places(record.text)
        first = sum(1 for place in places if place[1] <= start)
        last = sum(1 for place in places if place[0] < end)
        if not known.isdisjoint(subject.words(record).tokens[max(0, first - _WORDS) : last + _WORDS]):
            continue
        figure = " ".join(record.text[start:end].split())
        yield Found(
            record,
            f"{figure} of what, or compared with what? Say it in {subject.name(record)}.",
            subject.places.of_words(record, start, end),
        )
