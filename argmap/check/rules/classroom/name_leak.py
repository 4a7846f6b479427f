"""CLS104."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.check.rule import Found, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject

_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")


@dataclass(frozen=True)
class Options:
    """Whose names must not stand in the map."""

    roster: tuple[str, ...] = ()


@rule("CLS104", Severity.ERROR, options=Options, profiles=("classroom",))
def name_leak(subject: Subject, options: Options) -> Iterator[Found]:
    """The name of a pupil or an e-mail address stands in the map.

    ## What it does

    Looks in titles and texts for e-mail addresses, and for the names that the teacher lists in the options. Names are
    found once in each claim, as they are written there, with their capital letters: list first names and family names
    one by one.

    ## Why it matters

    Maps are shown, printed and passed on. Who holds which view is nobody's business outside of the class, and an
    address invites strangers to write.

    ## Flagged

    ```argdown
    ===
    check: {rules: {name-leak: {roster: [Mira, Okafor]}}}
    ===

    [Lunch]: Lunch should be longer.
      + [Queue]: Mira waited half an hour on Monday.  // finding: CLS104
      + [Okafor]: Okafor has to go home to eat.  // finding: CLS104
      - [Bus]: The bus leaves at three, write to bus@school.example for another.  // finding: CLS104
    ```

    ## Accepted

    ```argdown
    ===
    check: {rules: {name-leak: {roster: [Mira, Okafor]}}}
    ===

    [Lunch]: Lunch should be longer.
      + [Queue]: A pupil waited half an hour on Monday.
      - [Miracle]: It takes a miracle to change the timetable.
    ```

    ## Options

    - `roster`: the names of the pupils (default none).
    """
    names = sorted({name.strip() for name in options.roster} - {""}, key=len, reverse=True)
    roster = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)") if names else None
    for record in subject.map:
        told = set()
        for text, is_title in ((record.text, False), (record.title or "", True)):
            found = [(match, "An e-mail address") for match in _ADDRESS.finditer(text)] if "@" in text else []
            if roster is not None:
                found += [(match, f"The name {match.group()}") for match in roster.finditer(text)]
            for match, what in found:
                if match.group() in told:
                    continue
                told.add(match.group())
                span = subject.places.of(record) if is_title else subject.places.of_words(record, *match.span())
                yield Found(record, f"{what} stands in {subject.name(record)}. Remove it before others see it.", span)
