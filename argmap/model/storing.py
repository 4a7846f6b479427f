"""How a map is stored: ids that are never used twice, and relations by Argdown's laws."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.errors import ModelError, UnknownNameError
from argmap.model.container import Container
from argmap.model.incidence import key_of
from argmap.model.naming import bare, id_from_title, one_line
from argmap.model.records import NOTHING, Argument, Claim, Relation, RelationKind, Section

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from argmap.model.incidence import Key

Node = Claim | Argument
_UNDERCUT = RelationKind.UNDERCUT  # it is asked for again and again, and found by its name more slowly


class Storing(Container):
    """The ways into the tables of a map; a base of `ArgumentMap`, not used by itself."""

    # -- ids -------------------------------------------------------------------------------------------------

    def _is_free(self, name: str, sort: type = Claim) -> bool:
        if sort is Section:
            return name not in self._sections and (Section, name) not in self._retired
        return not (
            name in self._claims
            or name in self._arguments
            or (Claim, name) in self._retired
            or (Argument, name) in self._retired
        )

    def _number(self, start: str, end: str, sort: type) -> str:
        number = self._numbers.get(start, 2 if end else 1)
        while True:
            name = f"{start}{number}{end}"
            number += 1
            if self._is_free(name, sort):
                self._numbers[start] = number
                return name

    def _new_id(self, sort: type[Node], title: str | None, given: str | None) -> str:
        if given is not None:
            return self._given_id(sort, given)
        base = id_from_title(title) if title else ""
        if not base:
            return self._number("C" if sort is Claim else "A", "", sort)
        if self._is_free(base):
            return base
        own = self._claims if sort is Claim else self._arguments
        if base not in own and (sort, base) not in self._retired:
            bracketed = f"[{base}]" if sort is Claim else f"<{base}>"
            if self._is_free(bracketed):
                return bracketed
        return self._number(f"{base} (", ")", sort)

    def _given_id(self, sort: type[Node], given: str) -> str:
        plain = bare(one_line(given, "id"))
        clean = id_from_title(plain)
        other, bracketed = (self._arguments, f"[{clean}]") if sort is Claim else (self._claims, f"<{clean}>")
        if not clean or given not in (clean, bracketed):
            hint = f" {clean!r} would do." if clean else ""
            raise ModelError(f"{given!r} cannot be an id: it must fit on one line, without [ ] < >.{hint}")
        if given == bracketed and clean not in other:
            raise ModelError(f"The id {given!r} needs no brackets, because {clean!r} names nothing else.")
        if not self._is_free(given):
            is_there = given in self._claims or given in self._arguments
            then = "is taken" if is_there else "was used before, and no id is used twice"
            raise ModelError(f"The id {given!r} {then}; choose another one.")
        return given

    # -- records ---------------------------------------------------------------------------------------------

    def relate_all(self, relations: Iterable[Relation]) -> list[Relation]:
        """Add many relations by the laws of `relate`: for readers. Linear.

        Args:
            relations: Relations between records of the map; steps that are not there are taken for the last one.

        Returns:
            For each of them, what is in the map after it was added; one that is given twice is merged.

        Raises:
            UnknownNameError: An end is not in the map.

        Example:
            >>> import argmap
            >>> m = argmap.ArgumentMap()
            >>> rain, sun = m.claim("It rains"), m.claim("The sun shines")
            >>> len(m.relate_all([argmap.Relation(argmap.RelationKind.ATTACK, rain.id, sun.id)] * 2)), len(m.relations)
            (2, 1)
        """
        found = []
        for relation in relations:
            for name in (relation.source, relation.target):
                if name not in self._claims and name not in self._arguments:
                    raise UnknownNameError(f"There is no claim or argument {name!r} in this map.")
            found.append(self._put_relation(relation))
        return found

    def _put_argument(self, argument: Argument) -> None:
        """Store an argument, new or changed, and let its relations follow the laws."""
        old = self._arguments.get(argument.id)
        self._arguments[argument.id] = argument
        self._index = None
        if self._incidence is not None and (old is None or old.steps != argument.steps):
            if old is not None:
                self._incidence.drop_argument(old)
            self._incidence.add_argument(argument)
        if old is not None and len(old.steps) != len(argument.steps):
            for relation in list(self._relations_at(argument.id)):
                if self._lawful(relation) != key_of(relation):
                    self._drop_relation(relation)
                    self._put_relation(relation)

    def _lawful(self, relation: Relation) -> Key:
        kind, source, target, step = key_of(relation)
        acting = self._arguments.get(source)
        if acting is not None and acting.steps:
            source = acting.steps[-1].conclusion
        hit = self._arguments.get(target)
        if kind is _UNDERCUT:
            count = len(hit.steps) if hit is not None else 0
            step = (step if step is not None and 0 <= step < count else count - 1) if count else None
        elif kind.is_symmetric and hit is not None and hit.steps:
            target = hit.steps[-1].conclusion
        return kind, source, target, step

    def _put_relation(self, relation: Relation) -> Relation:
        """Store a relation by the laws of `relate`, merged with the same one if that is there."""
        key = kind, source, target, step = self._lawful(relation)
        if kind.is_symmetric and (kind, target, source, step) in self._relations:
            key = kind, source, target, step = kind, target, source, step
        old = self._relations.get(key)
        if old is None and (source, target, step) == (relation.source, relation.target, relation.step):
            self._relations[key] = relation
            self._index = None
            if self._incidence is not None:
                self._incidence.add_relation(key)
            return relation
        data, spans = relation.data, relation.spans
        if old is not None:
            data, spans = _merged(old.data, data), (*old.spans, *spans)
            if data == old.data and spans == old.spans:
                return old
        made = Relation(kind, source, target, step, data, spans)
        self._relations[key] = made
        self._index = None
        if old is None and self._incidence is not None:
            self._incidence.add_relation(key)
        return made

    def _drop_relation(self, relation: Relation) -> None:
        key = key_of(relation)
        del self._relations[key]
        self._index = None
        if self._incidence is not None:
            self._incidence.drop_relation(key)


def _merged(old: Mapping[str, Any], new: Mapping[str, Any]) -> Mapping[str, Any]:
    return {**old, **new} if old or new else NOTHING
