"""Several maps with one numbering: what is the same in them has the same number."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any

from argmap.changes.matching import Matching, match
from argmap.changes.parts import parts_of, translated
from argmap.changes.relating import key_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from argmap.changes.parts import Field, Record
    from argmap.changes.relating import Key
    from argmap.model import ArgumentMap


class Side:
    """One of several maps, by units: numbers that stand for the same in all of them.

    Attributes:
        map: The map.
        units: The unit of each claim and argument.
        sections: The unit of each section.
        records: The record of each unit.
        parts: The fields of each unit; what they name are units.
        relations: The data of each relation between units.
        turned: The symmetric relations that stand the other way round in the map.
    """

    def __init__(self, m: ArgumentMap, units: Mapping[str, int], sections: Mapping[str, int]) -> None:
        self.map, self.units, self.sections = m, units, sections
        self.records: dict[int, Record] = {sections[section.id]: section for section in m.sections}
        self.records.update((units[record.id], record) for record in m)
        self.parts: dict[int, dict[Field, Any]] = {
            unit: {
                field: translated(field, value, units.__getitem__, sections.__getitem__)
                for field, value in parts_of(record).items()
            }
            for unit, record in self.records.items()
        }
        self.relations: dict[Key, Mapping[str, Any]] = {}
        self.turned: set[Key] = set()
        for relation in m.relations:
            key = key_of(relation, units.__getitem__)
            self.relations[key] = relation.data
            if key.source != units[relation.source]:
                self.turned.add(key)


def align(base: ArgumentMap, maps: Sequence[ArgumentMap]) -> list[Side]:
    """Return maps by units, the base first.

    Each map is compared with the base, and what is new in it with what is new in each map before it. There, a title
    alone does not make two the same whose words have nothing in common.

    Complexity:
        O(k² n log n) for k maps with n records, where each brings something new; else O(k n log n).
    """
    numbers = count()
    names: list[dict[str, int]] = [{record.id: next(numbers) for record in base}]
    sections: list[dict[str, int]] = [{section.id: next(numbers) for section in base.sections}]
    of_base = set(names[0].values()) | set(sections[0].values())
    for place, m in enumerate(maps, 1):
        same = match(base, m)
        own = {other: names[0][name] for name, other in same.names.items()}
        own_sections = {other: sections[0][name] for name, other in same.sections.items()}
        for earlier in range(1, place):
            if len(own) == len(m) and len(own_sections) == len(m.sections):
                break
            _pair(maps[earlier - 1], m, names[earlier], sections[earlier], own, own_sections, of_base)
        names.append({record.id: own[record.id] if record.id in own else next(numbers) for record in m})
        sections.append(
            {each.id: own_sections[each.id] if each.id in own_sections else next(numbers) for each in m.sections}
        )
    return [Side(m, *units) for m, *units in zip((base, *maps), names, sections, strict=True)]


def _pair(
    earlier: ArgumentMap,
    m: ArgumentMap,
    names: Mapping[str, int],
    sections: Mapping[str, int],
    own: dict[str, int],
    own_sections: dict[str, int],
    of_base: set[int],
) -> None:
    """Give what is new in two maps, and the same in both, the number it has in the earlier one."""
    here = {unit: name for name, unit in own.items()}
    here_sections = {unit: name for name, unit in own_sections.items()}
    known = Matching(
        {name: here[unit] for name, unit in names.items() if unit in here},
        {name: here_sections[unit] for name, unit in sections.items() if unit in here_sections},
    )
    new = {name for name, unit in names.items() if unit not in of_base and unit not in here}
    same = match(earlier, m, known=known, only=new, is_cautious=True)
    for name, other in same.names.items():
        own.setdefault(other, names[name])
    for name, other in same.sections.items():
        own_sections.setdefault(other, sections[name])
