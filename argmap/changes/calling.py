"""The ids of a merged map: as they are where they are free, else the next one that is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from argmap.changes.parts import NAME
from argmap.model import Argument, Claim
from argmap.model.naming import bare, id_from_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from argmap.changes.units import Side


class Clash(NamedTuple):
    """A unit whose title is that of another one: what it was to be called, and which other has the title."""

    unit: int
    title: str
    other: int


class Ids:
    """The ids of units.

    Attributes:
        of: The id of each claim and argument.
        titles: Its title.
        clashes: What had to be called otherwise.

    Args:
        base: The map that all started from.
        sides: The others.
        who: What the sides are called.
    """

    def __init__(self, base: Side, sides: Sequence[Side], who: Sequence[str]) -> None:
        self._base, self._sides, self._who = base, sides, who
        self.of: dict[int, str] = {}
        self.titles: dict[int, str | None] = {}
        self.clashes: list[Clash] = []
        self._taken: dict[str, int] = {}
        self._numbers: dict[str, int] = {}
        # An id that any of the maps uses is not given to something else where that can be avoided.
        self._used = {record.id for side in (base, *sides) for record in side.map}

    def name(self, units: Iterable[int], names: Mapping[int, str | None]) -> None:
        """Find ids for units, those of the base first, so that others give way.

        Args:
            units: The units, in order.
            names: What each is called; None for what has only a number.
        """
        order = sorted(units, key=lambda unit: (unit not in self._base.records, names[unit] is None))
        for unit in order:
            side = self._speaker(unit, names[unit])
            record = side.records[unit]
            assert isinstance(record, Claim | Argument)
            self.titles[unit] = record.title
            if record.id not in self._taken:
                self._give(unit, record.id)
            elif names[unit] is None:
                self._give(unit, self.free(type(record)))
            else:
                self._give_way(unit, record, self._who[self._sides.index(side)])

    def free(self, sort: type) -> str:
        """Return the next number that is free for a claim or an argument without a title."""
        start = "C" if sort is Claim else "A"
        return self._next(start, "", 1)

    def titled(self, title: str, unit: int) -> tuple[str, str]:
        """Return a title like this one, and its id, that is free; it is taken from then on, by this unit."""
        base = id_from_title(title) or "-"
        name = base if self._is_free(base) else self._next(f"{base} (", ")", 2)
        self._taken[name] = unit
        return name, title if name == base else name

    def _speaker(self, unit: int, name: str | None) -> Side:
        """Return the side by whose word a unit is called: one that changed it, if any did."""
        was = self._base.records.get(unit)
        having = [side for side in self._sides if unit in side.records and side.parts[unit][NAME] == name]
        having = having or [side for side in self._sides if unit in side.records]
        changed = [side for side in having if was is None or side.records[unit].id != was.id]
        return (changed or having)[0]

    def _give(self, unit: int, name: str) -> None:
        self.of[unit] = name
        self._taken[name] = unit

    def _give_way(self, unit: int, record: Claim | Argument, who: str) -> None:
        other = self._taken[record.id]
        plain = bare(record.id)
        bracketed = f"[{plain}]" if isinstance(record, Claim) else f"<{plain}>"
        if self._is_claim(other) != isinstance(record, Claim) and bracketed not in self._taken:
            self._give(unit, bracketed)  # a claim and an argument may have the same title
            return
        title = record.title or plain
        name, made = self.titled(f"{title} ({who})", unit)
        self.of[unit], self.titles[unit] = name, made
        self.clashes.append(Clash(unit, title, other))

    def _is_claim(self, unit: int) -> bool:
        return any(isinstance(side.records.get(unit), Claim) for side in (*self._sides, self._base))

    def _is_free(self, name: str) -> bool:
        return name not in self._taken and name not in self._used

    def _next(self, start: str, end: str, first: int) -> str:
        number = self._numbers.get(start, first)
        while not self._is_free(f"{start}{number}{end}"):
            number += 1
        self._numbers[start] = number + 1
        return f"{start}{number}{end}"


def section_ids(units: Iterable[int], base: Side, sides: Sequence[Side]) -> dict[int, str]:
    """Return the ids of sections: as they are where they are free, else the next number."""
    found: dict[int, str] = {}
    taken: set[str] = set()
    number = 1
    for unit in sorted(units, key=lambda unit: unit not in base.records):
        was = base.records.get(unit)
        having = [side.records[unit].id for side in sides if unit in side.records]
        name = next((each for each in having if was is None or each != was.id), having[0])
        while name in taken:
            name, number = f"s{number}", number + 1
        found[unit] = name
        taken.add(name)
    return found
