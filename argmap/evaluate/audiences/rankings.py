"""All rankings of the values of a map, told apart by what they do to its attacks."""

from __future__ import annotations

from math import factorial
from typing import TYPE_CHECKING, NamedTuple

from argmap.errors import ArgmapError
from argmap.evaluate.audiences.audience import Audience, order_for_everyone, promoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from argmap.model import ArgumentMap

MOST_VALUES = 12
"""How many values that matter are ranked in all ways, at most."""
MOST_READINGS = 10_000
"""How many rankings that differ in what they compare are told apart, at most; seven values have 5,040."""
_MOST_STATES = 400_000

Outcome = tuple[bool, ...]
"""For each comparison of `Contests`, whether the attack succeeds."""
Tops = tuple[int, ...]
"""For each field of `Contests`, the value that comes first in it."""


class Reading(NamedTuple):
    """The rankings that put the same value first in each field.

    Attributes:
        tops: For each field, the value that comes first.
        ways: How many rankings there are.
        ranking: One of them, from the first value to the last.
    """

    tops: Tops
    ways: int
    ranking: tuple[int, ...]


class Contests:
    """The attacks of a map that a ranking can undo.

    Values are numbers, their places in `values`. For a ranking of all values, an attack fails if the first of all the
    values at its two ends is one that the attacker does not promote: so a ranking is as good as the first values that
    it puts in each *field*, the values at both ends of an attack.

    Attributes:
        values: The values that matter: those at the ends of attacks that some ranking undoes.
        pairs: The values of the attacked and of the attacker, of each different kind of attack that a ranking can undo.
        fields: The different sets of values that are compared, in the order in which they come up.
        above: For each value, the values that the map puts above it for everyone.
        attacks: How many attacks have values at both ends, and how many there are.
    """

    def __init__(self, m: ArgumentMap) -> None:
        self.promoted = promoted(m)
        ends = list(_attacks(m))
        valued = [pair for pair in ends if pair[0] in self.promoted and pair[1] in self.promoted]
        self.attacks = len(valued), len(ends)
        kinds = dict.fromkeys((self.promoted[target], self.promoted[source]) for source, target in valued)
        contested = [(attacked, attacking) for attacked, attacking in kinds if set(attacked) - set(attacking)]
        mattering = {value for kind in contested for values in kind for value in values}
        in_order = dict.fromkeys(value for values in self.promoted.values() for value in values)
        self.values = tuple(value for value in in_order if value in mattering)
        place = {value: number for number, value in enumerate(self.values)}
        self._pair_at = {kind: number for number, kind in enumerate(contested)}
        self.pairs = tuple(
            (tuple(place[value] for value in attacked), tuple(place[value] for value in attacking))
            for attacked, attacking in contested
        )
        fields = [frozenset(attacked) | frozenset(attacking) for attacked, attacking in self.pairs]
        self.fields = tuple(dict.fromkeys(fields))
        field_at = {field: number for number, field in enumerate(self.fields)}
        self._fields_of_pairs = [field_at[field] for field in fields]
        common = Audience((), None, order_for_everyone(m))
        self.above = tuple(
            frozenset(place[other] for other in self.values if common.prefers(other, value)) for value in self.values
        )

    def succeeds(self, outcome: Outcome, source: str, target: str) -> bool:
        """Return whether an attack succeeds, given what becomes of each kind of attack."""
        kind = self.promoted.get(target, ()), self.promoted.get(source, ())
        number = self._pair_at.get(kind)
        return number is None or outcome[number]

    def outcome(self, tops: Tops) -> Outcome:
        """Return which kinds of attack succeed, given the first value in each field."""
        return tuple(
            tops[field] in attacking for field, (_, attacking) in zip(self._fields_of_pairs, self.pairs, strict=True)
        )

    def outcome_for(self, audience: Audience) -> Outcome:
        """Return which kinds of attack succeed for an audience, whether or not it ranks all values."""
        words = self.values
        return tuple(
            not audience.withstands([words[each] for each in attacked], [words[each] for each in attacking])
            for attacked, attacking in self.pairs
        )

    def tops(self, ranking: Sequence[int]) -> Tops:
        """Return the first value in each field, for a ranking of all values that matter."""
        rank = {value: place for place, value in enumerate(ranking)}
        return tuple(min(field, key=rank.__getitem__) for field in self.fields)

    def readings(self) -> list[Reading]:
        """Return all rankings of the values that matter, those together that put the same values first.

        Rankings against the order of ``values`` in the front matter are left out.

        Raises:
            ArgmapError: If there are too many values or too many different readings.

        Complexity:
            Rankings are built from the first value on, and those that have so far used the same values and put the same
            ones first are kept as one. There may still be as many readings as rankings: factorial in the values.
        """
        count = len(self.values)
        if count > MOST_VALUES:
            raise self._too_many()
        fields = [sum(1 << value for value in field) for field in self.fields]
        above = [sum(1 << other for other in higher) for higher in self.above]
        states: dict[int, dict[Tops, tuple[int, tuple[int, ...]]]] = {0: {(-1,) * len(fields): (1, ())}}
        built = 0
        for _ in range(count):
            longer: dict[int, dict[Tops, tuple[int, tuple[int, ...]]]] = {}
            for used, found in states.items():
                for value in range(count):
                    bit = 1 << value
                    if used & bit or above[value] & ~used:
                        continue
                    new = [number for number, field in enumerate(fields) if field & bit and not field & used]
                    here = longer.setdefault(used | bit, {})
                    for tops, (ways, ranking) in found.items():
                        after = list(tops)
                        for number in new:
                            after[number] = value
                        key = tuple(after)
                        known = here.get(key)
                        here[key] = (ways, (*ranking, value)) if known is None else (known[0] + ways, known[1])
                    built += len(found)
                    if len(here) > MOST_READINGS or built > _MOST_STATES:
                        raise self._too_many()
            states = longer
        found = states.get((1 << count) - 1, {})
        return sorted((Reading(tops, *rest) for tops, rest in found.items()), key=lambda reading: reading.ranking)

    def _too_many(self) -> ArgmapError:
        return ArgmapError(
            f"{len(self.values)} values decide between attacks ({', '.join(self.values[:12])}"
            f"{' …' if len(self.values) > 12 else ''}), and {_ways(len(self.values))} rankings of them are too many. "
            "Give one word to values that mean the same, say under `values` in the front matter what comes before what "
            "for everyone, or ask for one audience: m.audiences() needs all of them."
        )


def _ways(count: int) -> str:
    return f"{factorial(count):,}" if count <= MOST_VALUES else f"more than {factorial(MOST_VALUES):,}"


def _attacks(m: ArgumentMap) -> Iterable[tuple[str, str]]:
    seen: dict[tuple[str, str], None] = {}
    for relation in m.relations:
        if relation.kind.is_negative:
            seen[relation.source, relation.target] = None
            if relation.kind.is_symmetric:
                seen[relation.target, relation.source] = None
    return seen
