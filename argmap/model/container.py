"""What a map holds and how to get at it: records by id, in order, compared as a whole."""

from __future__ import annotations

import copy
from itertools import chain
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar, overload

from argmap.errors import ModelError, UnknownNameError, nearest
from argmap.model.incidence import NO_KEYS, Incidence, Key, key_of
from argmap.model.naming import id_from_title, one_line, plain_data
from argmap.model.records import Argument, Claim, Relation, RelationKind, Section

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from argmap.model.index import MapIndex
    from argmap.source import Source as SourceText

R = TypeVar("R", Claim, Argument, Relation, Section)


class RecordView(Generic[R]):
    """The claims, arguments, relations or sections of a map, in order; it changes with the map.

    Example:
        >>> import argmap
        >>> m = argmap.ArgumentMap()
        >>> rain = m.claim("It rains", title="Rain")
        >>> len(m.claims), rain in m.claims, "Rain" in m.claims, [claim.text for claim in m.claims]
        (1, True, True, ['It rains'])
        >>> m.claims[0].title
        'Rain'
    """

    __slots__ = ("_records",)

    def __init__(self, records: Mapping[Any, R]) -> None:
        self._records: Mapping[Any, R] = records

    def __iter__(self) -> Iterator[R]:
        return iter(self._records.values())

    def __len__(self) -> int:
        return len(self._records)

    @overload
    def __getitem__(self, place: int) -> R: ...
    @overload
    def __getitem__(self, place: slice) -> list[R]: ...
    def __getitem__(self, place: int | slice) -> R | list[R]:
        """Return the record at a place, counted from 0, or a list of them; costs O(n)."""
        return list(self._records.values())[place]

    def __contains__(self, item: object) -> bool:
        if isinstance(item, Relation):
            return any(key in self._records for key in keys_of(item))
        name = item if isinstance(item, str) else getattr(item, "id", None)
        found = self._records.get(name) if isinstance(name, str) else None
        return found is not None and (isinstance(item, str) or type(found) is type(item))

    def __repr__(self) -> str:
        return f"<{len(self)} records>"


class Container:
    """The records of a map and the ways to get at them; the base of `ArgumentMap`, not used by itself.

    Attributes:
        title: The title of the debate (front matter ``title``).
        data: The rest of the front matter (settings, sources, participants, sides ...): a plain dict that may
            be changed; its values are what JSON can hold.
        source: The text the map was read from, or None; not compared.
    """

    title: str
    data: dict[str, Any]
    source: SourceText | None
    _claims: dict[str, Claim]
    _arguments: dict[str, Argument]
    _relations: dict[Key, Relation]
    _sections: dict[str, Section]

    _retired: set[tuple[type, str]]  # the sort and id of what is no longer there
    _numbers: dict[str, int]  # for the beginning of an id, the next number to try
    _incidence: Incidence | None
    _index: MapIndex | None

    def __init__(self, title: str = "", *, data: Mapping[str, Any] | None = None) -> None:
        self.__setstate__({"title": one_line(title, "title"), "data": dict(plain_data(data))})

    @classmethod
    def from_records(
        cls,
        *,
        title: str = "",
        data: Mapping[str, Any] | None = None,
        claims: Iterable[Claim] = (),
        arguments: Iterable[Argument] = (),
        relations: Iterable[Relation] = (),
        sections: Iterable[Section] = (),
        source: SourceText | None = None,
    ) -> Self:
        """Return a map of records that are known to fit each other: for readers, which checked them.

        Nothing is checked, and the laws of `relate` are not applied; the order is kept. Linear.

        Example:
            >>> import argmap
            >>> m = argmap.ArgumentMap.from_records(title="T", claims=[argmap.Claim("C1", "It rains")])
            >>> m["C1"].text
            'It rains'
        """
        made = cls.__new__(cls)
        made.__setstate__(
            {
                "title": title,
                "data": {} if data is None else dict(data),
                "source": source,
                "_claims": {claim.id: claim for claim in claims},
                "_arguments": {argument.id: argument for argument in arguments},
                "_relations": {(r.kind, r.source, r.target, r.step): r for r in relations},
                "_sections": {section.id: section for section in sections},
            }
        )
        return made

    # -- access ----------------------------------------------------------------------------------------------

    @property
    def claims(self) -> RecordView[Claim]:
        """The claims, in the order they were added."""
        return RecordView(self._claims)

    @property
    def arguments(self) -> RecordView[Argument]:
        """The arguments, in the order they were added."""
        return RecordView(self._arguments)

    @property
    def relations(self) -> RecordView[Relation]:
        """The relations, in the order they were added."""
        return RecordView(self._relations)

    @property
    def sections(self) -> RecordView[Section]:
        """The sections, in the order they were added."""
        return RecordView(self._sections)

    def __getitem__(self, item: str | Claim | Argument) -> Claim | Argument:
        return self._node(item)

    def get(self, item: str | Claim | Argument) -> Claim | Argument | None:
        """Return the claim or argument of this id, or None.

        An id may also be written as in Argdown: `[Safety]` is the claim of that title, `<Safety>` the argument.
        A record stands for its id, so an outdated record gives the present one.

        Example:
            >>> import argmap
            >>> m = argmap.ArgumentMap()
            >>> _ = m.claim("It rains", title="Rain")
            >>> m.get("[Rain]").text, m.get("<Rain>")
            ('It rains', None)
        """
        if isinstance(item, str):
            found = self._claims.get(item) or self._arguments.get(item)
            if found is None and len(item) > 2:
                if item[0] == "[" and item[-1] == "]":
                    return self._claims.get(id_from_title(item[1:-1]))
                if item[0] == "<" and item[-1] == ">":
                    return self._arguments.get(id_from_title(item[1:-1]))
            return found
        if isinstance(item, Claim):
            return self._claims.get(item.id)
        return self._arguments.get(item.id) if isinstance(item, Argument) else None

    def __contains__(self, item: object) -> bool:
        if isinstance(item, Relation):
            return item in self.relations
        if isinstance(item, Section):
            return item in self.sections
        return isinstance(item, str | Claim | Argument) and self.get(item) is not None

    def __len__(self) -> int:
        return len(self._claims) + len(self._arguments)

    def __iter__(self) -> Iterator[Claim | Argument]:
        return chain(self._claims.values(), self._arguments.values())

    def __repr__(self) -> str:
        counts = ", ".join(
            f"{count} {word}{'' if count == 1 else 's'}"
            for count, word in (
                (len(self._claims), "claim"),
                (len(self._arguments), "argument"),
                (len(self._relations), "relation"),
            )
        )
        return f"<{type(self).__name__} {self.title!r}: {counts}>"

    # -- as a value ------------------------------------------------------------------------------------------

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Container):
            return NotImplemented
        return (
            self.title == other.title
            and self.data == other.data
            and self._claims == other._claims
            and self._arguments == other._arguments
            and self._sections == other._sections
            and self._meanings() == other._meanings()
        )

    __hash__ = None  # type: ignore[assignment]  # it can change

    def _meanings(self) -> dict[tuple[RelationKind, object, int | None], Mapping[str, Any]]:
        return {
            (
                r.kind,
                frozenset((r.source, r.target)) if r.kind.is_symmetric else (r.source, r.target),
                r.step,
            ): r.data
            for r in self._relations.values()
        }

    def copy(self) -> Self:
        """Return a map of its own with the same records; what is changed in one does not change in the other.

        The records are shared: they are frozen. Linear.

        Example:
            >>> import argmap
            >>> m = argmap.ArgumentMap("Rain")
            >>> other = m.copy()
            >>> _ = other.claim("It rains")
            >>> len(m), len(other)
            (0, 1)
        """
        made = type(self).__new__(type(self))
        state = self.__getstate__()
        own = {name: value.copy() for name, value in state.items() if isinstance(value, dict | set)}
        made.__setstate__({**state, **own, "data": copy.deepcopy(self.data)})
        return made

    def __copy__(self) -> Self:
        return self.copy()

    def __deepcopy__(self, _memo: dict[int, Any]) -> Self:
        return self.copy()

    def __getstate__(self) -> dict[str, Any]:
        # What can be worked out again is neither copied nor pickled.
        return {key: value for key, value in vars(self).items() if key not in ("_incidence", "_index")}

    def __setstate__(self, state: dict[str, Any]) -> None:
        empty: dict[str, Any] = {
            "source": None,
            "_claims": {},
            "_arguments": {},
            "_relations": {},
            "_sections": {},
            "_retired": set(),
            "_numbers": {},
            "_incidence": None,
            "_index": None,
        }
        vars(self).update(empty, **state)

    # -- for the other parts of the map ----------------------------------------------------------------------

    def _node(self, item: str | Claim | Argument) -> Claim | Argument:
        found = self.get(item)
        if found is not None:
            return found
        if not isinstance(item, str | Claim | Argument):
            raise ModelError(f"Give a claim, an argument or an id, not {item!r} ({type(item).__name__}).")
        name = item if isinstance(item, str) else item.id
        sort = {Claim: "claim", Argument: "argument"}.get(type(item), "claim or argument")
        hint = nearest(name, [*self._claims, *self._arguments])
        raise UnknownNameError(f"There is no {sort} {name!r} in this map.{hint}")

    def _claim(self, item: str | Claim) -> Claim:
        found = self._node(item)
        if isinstance(found, Claim):
            return found
        raise ModelError(f"{found.id!r} is an argument, and a claim is needed here; take one of its claims.")

    def _argument(self, item: str | Argument) -> Argument:
        found = self._node(item)
        if isinstance(found, Argument):
            return found
        raise ModelError(f"{found.id!r} is a claim, and an argument is needed here.")

    def _section(self, item: str | Section) -> Section:
        name = item.id if isinstance(item, Section) else item
        if name in self._sections:
            return self._sections[name]
        raise UnknownNameError(f"There is no section {name!r} in this map.{nearest(name, list(self._sections))}")

    def _links(self) -> Incidence:
        if self._incidence is None:
            self._incidence = Incidence(self._arguments.values(), self._relations.values())
        return self._incidence

    def _relations_at(self, name: str) -> Iterator[Relation]:
        return (self._relations[key] for key in self._links().relations.get(name, NO_KEYS))


def keys_of(relation: Relation) -> Iterator[Key]:
    """Yield the keys under which a relation may be stored: a symmetric one either way round."""
    yield key_of(relation)
    if relation.kind.is_symmetric:
        yield relation.kind, relation.target, relation.source, relation.step
