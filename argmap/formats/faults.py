"""What a reader has to say of a file: faults at the places where they are, and what of it no map holds."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from argmap.diagnostics import Diagnostic, Severity, Span
from argmap.errors import nearest
from argmap.formats.given import Given
from argmap.formats.json_places import find_places
from argmap.loss import Loss

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    FindPlaces = Callable[[str, Iterable[str]], Mapping[str, Span]]

Place = str | Span | int
"""Where something stands: the path of a JSON value such as ``nodes[3].text``, a stretch of the text, or its start."""

_MOST = 50
"""How many faults of one kind are told; the others are counted."""

_MOST_HINTS = 10
_MOST_NAMES = 5_000  # to look for the nearest among; it takes a fifth of a second
_LONGEST_NAME = 60


@dataclass
class Faults:
    """What a reader has to say so far.

    Attributes:
        given: What is read.
        places: What finds the stretches of the text where the values of paths stand; by default, in JSON.
    """

    given: Given
    places: FindPlaces = find_places

    def __post_init__(self) -> None:
        self._faults: list[tuple[Place, str, str, Severity]] = []
        self._counts: dict[str, int] = {}
        self.losses: list[Loss] = []

    def fault(self, place: Place, code: str, message: str, severity: Severity = Severity.ERROR) -> None:
        """Say what is wrong at a place of the text: a whole sentence, and what to do."""
        self._counts[code] = self._counts.get(code, 0) + 1
        if self._counts[code] <= _MOST:
            self._faults.append((place, code, message, severity))

    def warn(self, place: Place, code: str, message: str) -> None:
        """Say what was read otherwise than its author may expect."""
        self.fault(place, code, message, Severity.WARNING)

    def dangling(self, place: Place, what: str, key: object, known: Iterable[object] = ()) -> None:
        """Say that something points to what is not there, and for the first few what may be meant of what is known."""
        hint = self.nearest("dangling", key, known)
        self.fault(place, "dangling", f"{what} points to {str(key)[:60]!r}, which is not there; it is left out.{hint}")

    def nearest(self, code: str, name: object, known: Iterable[object]) -> str:
        """Return which known name may be meant, for the first few faults of a code; see `argmap.errors.nearest`."""
        if self._counts.get(code, 0) >= _MOST_HINTS:
            return ""
        return nearest(str(name)[:_LONGEST_NAME], [str(each)[:_LONGEST_NAME] for each in islice(known, _MOST_NAMES)])

    def lose(self, what: str, where: str, why: str, kept_as: str = "") -> None:
        """Say what of the file the map does not hold; see `Loss`."""
        self.losses.append(Loss(what, where, why, kept_as, "map"))

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Return what was wrong with the file itself, then the faults in the order of their places."""
        return (*self.given.problems, *self._placed())

    def _placed(self) -> list[Diagnostic]:
        paths = [place for place, *_ in self._faults if isinstance(place, str)]
        spans = self.places(self.given.text, paths) if paths else {}
        found = []
        for place, code, message, severity in self._faults:
            if isinstance(place, str):
                # The innermost value round a place that is not there says less than the path.
                span, message = spans[place], f"{place}: {message}" if place else message
            else:
                end = len(self.given.text)
                span = place if isinstance(place, Span) else Span(min(place, end), min(place + 1, end))
            found.append(Diagnostic(code=code, message=message, span=span, severity=severity))
        for code, count in self._counts.items():
            if count > _MOST:
                last = max((each for each in found if each.code == code), key=lambda each: each.span)
                more = (
                    f"There {'is 1 more' if count == _MOST + 1 else f'are {count - _MOST:,} more'} of the kind {code}."
                )
                found.append(Diagnostic(code=code, message=more, span=last.span, severity=last.severity))
        return sorted(found, key=lambda each: each.span)
