"""A merged map, made of what is kept of several."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.changes.calling import Ids, section_ids
from argmap.changes.keeping import Keeping
from argmap.changes.ordering import woven
from argmap.changes.parts import ABSENT, LEVEL, NAME, PARENT, STEPS, TEXT, TITLE, changed, empty, translated
from argmap.changes.values import combine
from argmap.model import Argument, Claim, Relation, Section
from argmap.model.records import NOTHING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.changes.parts import Field
    from argmap.changes.relating import Key
    from argmap.changes.units import Side
    from argmap.model import ArgumentMap


class Differing(NamedTuple):
    """A field that sides changed in different ways.

    Attributes:
        unit: Whose field it is; None for the map.
        field: The field.
        kept: The value that the merged map has.
        said: The value that each side has that changed it.
    """

    unit: int | None
    field: Field
    kept: Any
    said: dict[int, Any]


class Variant(NamedTuple):
    """An argument that holds the premises which another side gave to an argument."""

    id: str
    unit: int
    side: int


class Built:
    """A merged map before anything is marked in it, and what the sides do not agree on.

    Attributes:
        map: The map.
        keeping: What is kept, and what of it is in conflict.
        differing: The fields that sides changed in different ways.
        variants: The arguments that hold what other sides say.
        ids: The ids of units.
        sections: The ids of sections.

    Args:
        base: The map that all started from.
        sides: The others.
        who: What the sides are called.
        prefer: The number of the side that wins where they do not agree.
    """

    def __init__(self, base: Side, sides: Sequence[Side], who: Sequence[str], prefer: int | None) -> None:
        self._base, self._sides, self._who, self._prefer = base, sides, who, prefer
        self.keeping = Keeping(base, sides, prefer)
        self.differing: list[Differing] = []
        self.variants: list[Variant] = []
        orders = [[side.sections[section.id] for section in side.map.sections] for side in sides]
        sections = self._kept(orders)
        claims = self._kept([[side.units[claim.id] for claim in side.map.claims] for side in sides])
        arguments = self._kept([[side.units[each.id] for each in side.map.arguments] for side in sides])
        title, data = self._front()
        parts = {unit: self._parts(unit) for unit in (*sections, *claims, *arguments)}
        self._put_in_order(sections, parts)
        self.sections = section_ids(sections, base, sides)
        self.ids = Ids(base, sides, who)
        self.ids.name((*claims, *arguments), {unit: parts[unit][NAME] for unit in (*claims, *arguments)})
        of_unit = self.ids.of
        made: dict[int, Any] = {}
        for unit in (*sections, *claims, *arguments):
            there = {
                field: translated(field, value, of_unit.__getitem__, self.sections.__getitem__)
                for field, value in parts[unit].items()
            }
            if unit in self.sections:
                made[unit] = changed(Section(self.sections[unit], ""), there)
            else:
                sort = Claim if unit in claims else Argument
                there[NAME] = self.ids.titles[unit]
                made[unit] = changed(sort(of_unit[unit]), there)
        every = [made[unit] for unit in arguments]
        every += [self._variant(each, made[each.unit]) for each in self._variants()]
        self.map: ArgumentMap = type(sides[0].map).from_records(
            title=title,
            data=data,
            sections=[made[unit] for unit in sections],
            claims=[made[unit] for unit in claims],
            arguments=every,
        )
        # Stored by the laws of relations: an argument may have got steps, or lost some.
        self.map.relate_all(
            Relation(key.kind, of_unit[source], of_unit[target], key.step, data or NOTHING)
            for key, data in self._in_order(self.keeping.relations)
            for source, target in [self._ends(key)]
        )

    def having(self, unit: int) -> list[int]:
        """Return the numbers of the sides that have a unit."""
        return [number for number, side in enumerate(self._sides) if unit in side.records]

    # -- what is there -------------------------------------------------------------------------------------------

    def _kept(self, orders: Sequence[Sequence[int]]) -> dict[int, None]:
        there = {unit for side in self._sides for unit in side.records}
        return dict.fromkeys(unit for unit in woven(orders) if unit in there and self.keeping.has(unit))

    def _in_order(self, relations: dict[Any, dict[str, Any]]) -> list[tuple[Any, dict[str, Any]]]:
        """Return relations in the order of the first side, those that only others have at the end."""
        order = dict.fromkeys(key for side in self._sides for key in side.relations if key in relations)
        return [(key, relations[key]) for key in dict.fromkeys((*order, *relations))]

    def _ends(self, key: Key) -> tuple[int, int]:
        """Return the ends of a relation the way round in which the first side has it."""
        turned = next((key in side.turned for side in self._sides if key in side.relations), False)
        return (int(key.target), int(key.source)) if turned else (int(key.source), int(key.target))

    def _front(self) -> tuple[str, dict[str, Any]]:
        maps = {number: side.map for number, side in enumerate(self._sides)}
        base = self._base.map
        title = self._combined(None, ("title", ""), base.title, {number: m.title for number, m in maps.items()})
        data = {}
        for key in dict.fromkeys((*base.data, *(key for m in maps.values() for key in m.data))):
            values = {number: m.data.get(key, ABSENT) for number, m in maps.items()}
            value = self._combined(None, ("data", key), base.data.get(key, ABSENT), values)
            if value is not ABSENT:
                data[key] = value
        return title, data

    def _parts(self, unit: int) -> dict[Field, Any]:
        """Return what the fields of a unit come to."""
        was = self._base.parts.get(unit, {})
        there = {number: self._sides[number].parts[unit] for number in self.having(unit)}
        found = {}
        for field in dict.fromkeys((*was, *(field for parts in there.values() for field in parts))):
            nothing = empty(field)
            values = {number: parts.get(field, nothing) for number, parts in there.items()}
            found[field] = self._combined(unit, field, was.get(field, nothing), values)
        return found

    def _combined(self, unit: int | None, field: Field, was: Any, values: dict[int, Any]) -> Any:
        if field in (TEXT, TITLE, STEPS) and unit is not None:  # one thing, though a tuple
            found = combine(_Whole(was), {number: _Whole(value) for number, value in values.items()}, self._prefer)
            found = found._replace(value=found.value.value)
        else:
            found = combine(was, values, self._prefer)
        if found.is_disputed:
            self.differing.append(
                Differing(unit, field, found.value, {n: value for n, value in values.items() if value != was})
            )
        return found.value

    def _put_in_order(self, sections: dict[int, None], parts: dict[int, dict[Field, Any]]) -> None:
        """See to it that no section lies in itself, and that each is deeper than the one around it."""
        done: set[int] = set()
        for unit in sections:
            way = [unit]
            while (above := parts[way[-1]][PARENT]) is not None and above not in done:
                if above in way:
                    said = {n: self._sides[n].parts[above][PARENT] for n in self.having(above)}
                    parts[way[-1]][PARENT] = None
                    self.differing.append(Differing(above, PARENT, parts[above][PARENT], said))
                    break
                way.append(above)
            for each in reversed(way):
                above = parts[each][PARENT]
                if above is not None and each not in done:
                    parts[each][LEVEL] = max(parts[each][LEVEL], parts[above][LEVEL] + 1)
                done.add(each)
        # One that lies in another stands behind it.
        seen: dict[int, None] = {}
        for unit in sections:
            way = [unit]
            while (above := parts[way[-1]][PARENT]) is not None and above not in seen:
                way.append(above)
            seen.update(dict.fromkeys(reversed(way)))
        sections.clear()
        sections.update(seen)

    # -- arguments of which there are two ------------------------------------------------------------------------

    def _variants(self) -> list[Variant]:
        for each in self.differing:
            if each.field != STEPS or each.unit is None:
                continue
            told = [each.kept]
            for number, steps in each.said.items():
                if steps and steps not in told:
                    told.append(steps)
                    title = self.ids.titles[each.unit]
                    if title is None:
                        name = self.ids.free(Argument)
                    else:
                        name, _ = self.ids.titled(f"{title} ({self._who[number]})", -1)
                    self.variants.append(Variant(name, each.unit, number))
        return self.variants

    def _variant(self, variant: Variant, argument: Argument) -> Argument:
        steps = self._sides[variant.side].parts[variant.unit][STEPS]
        title = None if argument.title is None else variant.id
        parts = {STEPS: translated(STEPS, steps, self.ids.of.__getitem__, str), NAME: title}
        made = changed(argument, parts, id=variant.id)
        assert isinstance(made, Argument)
        return made


@dataclass(frozen=True)
class _Whole:
    """A tuple that is not seen as a set."""

    value: Any
