"""What of several maps a merged one keeps: which claims, arguments and sections, and which relations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.changes.parts import ABSENT, LEVEL, PARENT, SECTION, STEPS
from argmap.changes.relating import replaced
from argmap.changes.values import combine
from argmap.model import Section

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from argmap.changes.parts import Field
    from argmap.changes.relating import Key
    from argmap.changes.units import Side


class Gone(NamedTuple):
    """Something that some sides removed, and that is kept because others use or changed it."""

    unit: int
    removed_by: tuple[int, ...]
    kept_by: tuple[int, ...]


class Disputed(NamedTuple):
    """A relation that sides changed in different ways: what it is now by each of them; None where it is gone."""

    key: Key
    outcomes: Mapping[int, Key | None]


class Keeping:
    """What is kept.

    Attributes:
        gone: What is kept though some removed it.
        disputed: The relations that were changed in different ways.
        signs: Pairs of relations between the same two, for and against, that different sides brought in.
        relations: The data of each relation that is kept.

    Args:
        base: The map that all started from.
        sides: The others.
        prefer: The number of the side that wins where they do not agree; the others gave way to what it removed.
    """

    def __init__(self, base: Side, sides: Sequence[Side], prefer: int | None) -> None:
        self._base, self._sides, self._prefer = base, sides, prefer
        self.gone: list[Gone] = []
        self.disputed: list[Disputed] = []
        self.signs: list[tuple[Key, int, Key, int]] = []
        self._lacking = {
            unit: found
            for unit in base.records
            if (found := tuple(number for number, side in enumerate(sides) if unit not in side.records))
        }
        self._dead = set(self._lacking)
        self._used = self._uses()
        for unit in self._lacking:
            self._contest(unit)
        self.relations = self._settle()

    def has(self, unit: int) -> bool:
        """Whether a unit is kept."""
        return unit not in self._dead

    # -- what is there -------------------------------------------------------------------------------------------

    def _contest(self, unit: int) -> None:
        """Keep what one side removed and another changed or uses anew."""
        was = _said(self._base.parts[unit])
        changed = {
            number
            for number, side in enumerate(self._sides)
            if unit in side.parts and (_said(side.parts[unit]) != was or number in self._used.get(unit, ()))
        }
        if changed:
            self._revive(unit, sorted(changed))

    def _uses(self) -> dict[int, set[int]]:
        """Return which sides use a unit in a way in which the base does not."""
        found: dict[int, set[int]] = {}
        base = self._base
        for number, side in enumerate(self._sides):
            for key in side.relations:
                if key not in base.relations:
                    for end in (key.source, key.target):
                        found.setdefault(int(end), set()).add(number)
            for unit, parts in side.parts.items():
                were = _claims_in(base.parts[unit].get(STEPS, ())) if unit in base.parts else set()
                for claim in _claims_in(parts.get(STEPS, ())) - were:
                    found.setdefault(claim, set()).add(number)
        return found

    def _revive(self, unit: int, kept_by: Iterable[int]) -> None:
        self._dead.discard(unit)
        # A heading alone is no matter of dispute.
        if self._prefer is None and not isinstance(self._base.records[unit], Section):
            self.gone.append(Gone(unit, self._lacking[unit], tuple(kept_by)))

    def _settle(self) -> dict[Key, dict[str, Any]]:
        """Keep what is needed by what is kept, until nothing more is; return the relations."""
        steps = {
            unit: [side.parts[unit].get(STEPS, ()) for side in (self._base, *self._sides) if unit in side.parts]
            for unit in self._dead | {unit for side in (self._base, *self._sides) for unit in side.parts}
        }
        using: dict[int, list[int]] = {}
        for unit, parts in self._base.parts.items():
            for claim in _claims_in(parts.get(STEPS, ())):
                using.setdefault(claim, []).append(unit)
        while True:
            relations = self._relations()
            needed = {int(end) for key in relations for end in (key.source, key.target)} & self._dead
            if self._dead:
                for unit, some in steps.items():
                    if unit not in self._dead:
                        needed |= self._needed(unit, some)
            if not needed:
                return relations
            for unit in sorted(needed):
                self._revive(unit, self._having(unit))
                for argument in using.get(unit, ()):
                    if argument in self._dead and set(self._lacking[argument]) <= set(self._lacking[unit]):
                        self._dead.discard(argument)  # it went because its claim did

    def _needed(self, unit: int, steps: Iterable[Any]) -> set[int]:
        """Return what a unit cannot be without, and is not kept so far."""
        base = self._base.parts.get(unit, {})
        held = {number: side.parts[unit] for number, side in enumerate(self._sides) if unit in side.parts}
        found: set[int] = set()
        for field in (SECTION, PARENT):
            place = combine(base.get(field), {number: parts.get(field) for number, parts in held.items()}, self._prefer)
            if place.value is not None:
                found.add(place.value)
        changed = [some for some in steps if some != base.get(STEPS, ())] or list(steps)
        for some in changed:  # where they differ, each of them is kept
            found |= _claims_in(some)
        return found & self._dead

    def _having(self, unit: int) -> list[int]:
        return [number for number, side in enumerate(self._sides) if unit in side.records]

    # -- relations -----------------------------------------------------------------------------------------------

    def _relations(self) -> dict[Key, dict[str, Any]]:
        self.disputed, self.signs = [], []
        base = self._base.relations
        outcomes: dict[Key, dict[int, Key | None]] = {}
        kept: dict[Key, dict[str, Any]] = {}
        for number, side in enumerate(self._sides):
            lost = [key for key in base if key not in side.relations and self._can_say(side, key)]
            new = [key for key in side.relations if key not in base]
            instead = dict(replaced(lost, new))
            for key in lost:
                outcomes.setdefault(key, {})[number] = instead.get(key)
        dropped = self._judge(outcomes)
        for key, was in base.items():
            if {key.source, key.target} & self._dead:
                continue
            said = {number: side.relations[key] for number, side in enumerate(self._sides) if key in side.relations}
            if (key not in outcomes or any(data != was for data in said.values())) and key not in dropped:
                kept[key] = _data(was, said, self._prefer)
        for side in self._sides:
            for key in side.relations:
                if key not in base and key not in kept and key not in dropped:
                    said = {other: one.relations[key] for other, one in enumerate(self._sides) if key in one.relations}
                    kept[key] = _data({}, said, self._prefer)
        for key in self._sign_conflicts(kept):
            del kept[key]
        return kept

    def _can_say(self, side: Side, key: Key) -> bool:
        """Whether a side could have kept a relation: it has both ends."""
        return key.source in side.records and key.target in side.records

    def _judge(self, outcomes: Mapping[Key, dict[int, Key | None]]) -> set[Key]:
        """Find the relations that were changed in different ways; return those that are not kept, as another counts."""
        dropped: set[Key] = set()
        for key, found in outcomes.items():
            was = self._base.relations[key]
            changed = dict(found)
            for number, side in enumerate(self._sides):
                if key in side.relations and side.relations[key] != was:
                    changed[number] = key
            if len(set(changed.values())) < 2:
                continue
            if self._prefer in changed:
                dropped |= {other for other in changed.values() if other is not None} - {changed[self._prefer]}
            else:
                self.disputed.append(Disputed(key, changed))
        return dropped

    def _sign_conflicts(self, kept: Mapping[Key, object]) -> set[Key]:
        """Find what one side supports and another attacks; return which relations are not kept."""
        known = {key for each in self.disputed for key in each.outcomes.values() if key is not None}
        pairs: dict[tuple[object, object], list[Key]] = {}
        for key in kept:
            if key not in self._base.relations and key not in known:
                pairs.setdefault((key.source, key.target), []).append(key)
        dropped: set[Key] = set()
        for keys in pairs.values():
            for one, other in _opposites(keys):
                of_one, of_other = (
                    {number for number, side in enumerate(self._sides) if key in side.relations} for key in (one, other)
                )
                if of_one & of_other:
                    continue  # somebody means both
                if self._prefer in of_one | of_other:
                    dropped.add(other if self._prefer in of_one else one)
                else:
                    self.signs.append((one, min(of_one), other, min(of_other)))
        return dropped


def _opposites(keys: Sequence[Key]) -> Iterator[tuple[Key, Key]]:
    for place, one in enumerate(keys):
        for other in keys[place + 1 :]:
            if one.kind.is_negative != other.kind.is_negative:
                yield one, other


def _said(parts: Mapping[Field, Any]) -> dict[Field, Any]:
    """Return what counts as a change of something that another removed: all but where it stands."""
    return {field: value for field, value in parts.items() if field not in (SECTION, PARENT, LEVEL)}


def _claims_in(steps: Any) -> set[int]:
    return {claim for step in steps for claim in (*step.premises, step.conclusion)}


def _data(base: Mapping[str, Any], said: Mapping[int, Mapping[str, Any]], prefer: int | None) -> dict[str, Any]:
    made = {}
    for key in dict.fromkeys((*base, *(key for data in said.values() for key in data))):
        found = combine(base.get(key, ABSENT), {number: data.get(key, ABSENT) for number, data in said.items()}, prefer)
        if found.value is not ABSENT:
            made[key] = found.value
    return made
