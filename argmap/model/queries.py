"""Questions to a map: what speaks for and against a claim or argument, what is unanswered, what belongs together."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Self

from argmap.model.incidence import NONE
from argmap.model.records import Argument, Claim, Relation, RelationKind, Section
from argmap.model.ways import Ways

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Node = Claim | Argument

_FOR = (RelationKind.SUPPORT, RelationKind.ENTAILS)
_AGAINST = (RelationKind.ATTACK, RelationKind.CONTRARY, RelationKind.CONTRADICTORY)


class Queries(Ways):
    """The questions to a map; a base of `ArgumentMap`, not used by itself.

    Wherever a claim or argument is asked for, its id will do. An answer holds each record once: those that come
    from inferences before those that come from relations, each in the order they were added. The first question
    costs time linear in the map, later ones (also after changes) time linear in what touches the record, unless
    said otherwise.
    """

    # -- around one record -----------------------------------------------------------------------------------

    def supports_of(self, x: str | Node) -> tuple[Node, ...]:
        """Return what speaks for a claim or argument.

        These are the arguments that infer it and the sources of support and entails relations to it.

        Raises:
            UnknownNameError: If there is no such record.

        Example:
            >>> import argmap
            >>> m = argmap.ArgumentMap()
            >>> wet = m.claim("The street is wet")
            >>> rain = m.support("It rains", wet, title="Rain")
            >>> [record.id for record in m.supports_of(wet)]
            ['Rain']
        """
        name = self._node(x).id
        return self._nodes([*self._links().inferred_in.get(name, NONE), *self._sources(name, _FOR)])

    def attacks_on(self, x: str | Node) -> tuple[Node, ...]:
        """Return what speaks against a claim or argument itself.

        These are the sources of attack relations to it and the other ends of its contrary and contradictory
        relations; not what undercuts it (`undercuts_of`) or attacks one of its premises.

        Raises:
            UnknownNameError: If there is no such record.

        Example:
            >>> import argmap
            >>> m = argmap.ArgumentMap()
            >>> rain = m.claim("It rains")
            >>> doubt = m.rebut("The street is dry", rain, title="Dry")
            >>> [record.id for record in m.attacks_on(rain)]
            ['Dry']
        """
        return self._nodes(self._sources(self._node(x).id, _AGAINST))

    def undercuts_of(self, x: str | Node) -> tuple[Node, ...]:
        """Return what undercuts an argument, in any of its steps.

        Raises:
            UnknownNameError: If there is no such record.

        Example:
            >>> import argmap
            >>> m = argmap.ArgumentMap()
            >>> rain = m.support("The street is wet", m.claim("It rains"))
            >>> doubt = m.undercut("Street cleaners wet it, too", rain, title="Cleaners")
            >>> [record.id for record in m.undercuts_of(rain)]
            ['Cleaners']
        """
        return self._nodes(self._sources(self._node(x).id, (RelationKind.UNDERCUT,)))

    def premises(self, argument: str | Argument) -> tuple[Claim, ...]:
        """Return the claims an argument starts from; for a sketch, the claims that support it.

        Raises:
            ModelError: If a claim is given.
            UnknownNameError: If there is no such argument.

        Example:
            >>> import argmap
            >>> m = argmap.ArgumentMap()
            >>> rain = m.support("The street is wet", m.claim("It rains"))
            >>> [claim.text for claim in m.premises(rain)]
            ['The street is wet']
        """
        found = self._argument(argument)
        names = found.premises if found.steps else self._sources(found.id, (RelationKind.SUPPORT,))
        return tuple(self._claims[name] for name in dict.fromkeys(names) if name in self._claims)

    def conclusion(self, argument: str | Argument) -> Claim | None:
        """Return the main conclusion of an argument; None for a sketch.

        Raises:
            ModelError: If a claim is given.
            UnknownNameError: If there is no such argument.

        Example:
            >>> import argmap
            >>> m = argmap.ArgumentMap()
            >>> m.conclusion(m.support("The street is wet", m.claim("It rains"))).text
            'It rains'
        """
        name = self._argument(argument).conclusion
        return None if name is None else self._claims[name]

    def arguments_for(self, claim: str | Claim) -> tuple[Argument, ...]:
        """Return the arguments that infer a claim, as their main conclusion or on the way to it.

        Raises:
            ModelError: If an argument is given.
            UnknownNameError: If there is no such claim.

        Example:
            >>> import argmap
            >>> m = argmap.ArgumentMap()
            >>> rain = m.claim("It rains")
            >>> wet = m.support("The street is wet", rain, title="Wet")
            >>> [argument.id for argument in m.arguments_for(rain)]
            ['Wet']
        """
        names = self._links().inferred_in.get(self._claim(claim).id, NONE)
        return tuple(self._arguments[name] for name in names)

    def relations_of(self, x: str | Node) -> tuple[Relation, ...]:
        """Return the relations from and to a claim or argument.

        Raises:
            UnknownNameError: If there is no such record.

        Example:
            >>> import argmap
            >>> m = argmap.ArgumentMap()
            >>> rain = m.claim("It rains")
            >>> _ = m.rebut("The street is dry", rain)
            >>> [relation.kind.value for relation in m.relations_of(rain)]
            ['attack']
        """
        return tuple(self._relations_at(self._node(x).id))

    # -- the whole -------------------------------------------------------------------------------------------

    def unanswered(self) -> tuple[Node, ...]:
        """Return the objections that nothing speaks against.

        An objection is the source of an attack or an undercut. It is answered by an attack on or an undercut
        of itself (a contrary or contradictory claim counts), of a claim it starts from or infers if it is an
        argument, or, if it is a claim, of an argument that infers it or a claim in such an argument.

        Example:
            >>> import argmap
            >>> m = argmap.ArgumentMap()
            >>> gate = m.claim("An API provider can refuse harmful users")
            >>> futile = m.rebut("Bad actors find a way", gate, title="Futile")
            >>> ease = m.undercut("How easy it is still matters", futile, title="Ease")
            >>> [record.id for record in m.unanswered()]
            ['Ease']
        """
        attacks = (RelationKind.ATTACK, RelationKind.UNDERCUT)
        objections = {r.source for r in self._relations.values() if r.kind in attacks}
        answered = {r.target for r in self._relations.values() if r.kind.is_negative}
        answered.update(r.source for r in self._relations.values() if r.kind.is_symmetric)
        beaten = {
            argument.id
            for argument in self._arguments.values()
            if not answered.isdisjoint((argument.id, *self._parts(argument)))
        }
        return tuple(
            record
            for record in self
            if record.id in objections
            and record.id not in answered
            and record.id not in beaten
            and beaten.isdisjoint(self._links().inferred_in.get(record.id, NONE))
        )

    def side(self, name: str) -> tuple[Node, ...]:
        """Return the claims and arguments that one camp puts forward. Linear in the map.

        Example:
            >>> import argmap
            >>> m = argmap.ArgumentMap()
            >>> _ = m.claim("Models should be open", side="open")
            >>> [record.text for record in m.side("open")]
            ['Models should be open']
        """
        return tuple(record for record in self if record.side == name)

    def subgraph(
        self,
        chosen: Iterable[str | Node] | Callable[[Node], bool] | None = None,
        *,
        tag: str | None = None,
        section: str | Section | None = None,
        side: str | None = None,
    ) -> Self:
        """Return a map of its own with some of the records.

        It holds the claims and arguments that meet all that is asked, the claims in the steps of these
        arguments, the relations between them, and the sections they lie in. Linear in the map.

        Args:
            chosen: Records or ids, or a function that says of a record whether it belongs.
            tag: Only what has this tag.
            section: Only what lies in this section or in a section inside it.
            side: Only what this camp puts forward.

        Raises:
            UnknownNameError: If a record or section is not in this map.

        Example:
            >>> import argmap
            >>> m = argmap.ArgumentMap("Rain")
            >>> rain, sun = m.claim("It rains", tags=["wet"]), m.claim("The sun shines")
            >>> m.subgraph(tag="wet")
            <ArgumentMap 'Rain': 1 claim, 0 arguments, 0 relations>
            >>> m.subgraph([rain, sun]) == m
            True
        """
        named = None if chosen is None or callable(chosen) else {self._node(each).id for each in chosen}
        holds = chosen if callable(chosen) else None
        within = None if section is None else self._within(self._section(section).id)
        keep = {
            record.id: None
            for record in self
            if (named is None or record.id in named)
            and (holds is None or holds(record))
            and (tag is None or tag in record.tags)
            and (within is None or record.section in within)
            and (side is None or record.side == side)
        }
        arguments = [argument for argument in self._arguments.values() if argument.id in keep]
        for argument in arguments:
            keep.update(dict.fromkeys(each for step in argument.steps for each in (*step.premises, step.conclusion)))
        places: dict[str, None] = {}
        for name in keep:
            place = self._node(name).section
            while place is not None and place not in places:
                places[place] = None
                place = self._sections[place].parent
        made = self.from_records(
            title=self.title,
            claims=[claim for claim in self._claims.values() if claim.id in keep],
            arguments=arguments,
            relations=[r for r in self._relations.values() if r.source in keep and r.target in keep],
            sections=[section for section in self._sections.values() if section.id in places],
            source=self.source,
        )
        made.data = copy.deepcopy(self.data)
        return made

    # -- parts -----------------------------------------------------------------------------------------------

    def _parts(self, argument: Argument) -> Iterator[str]:
        yield from (claim.id for claim in self.premises(argument))
        yield from (step.conclusion for step in argument.steps)

    def _within(self, section: str) -> set[str]:
        below: dict[str, list[str]] = {}
        for each in self._sections.values():
            if each.parent is not None:
                below.setdefault(each.parent, []).append(each.id)
        found, waiting = {section}, [section]
        while waiting:
            inner = below.get(waiting.pop(), [])
            found.update(inner)
            waiting.extend(inner)
        return found
