"""Ways through a map: from one claim or argument to what it acts on, and back.

What acts on what: a premise acts on its argument, an argument on its conclusion, the source of a relation on its
target. A conclusion drawn on the way (an intermediate one) is acted on by its argument, and acts on it in turn.
A contrary or contradictory relation acts both ways.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Literal

from argmap.errors import ModelError
from argmap.model.container import Container
from argmap.model.incidence import NONE
from argmap.model.records import Argument, Claim, RelationKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Node = Claim | Argument
Direction = Literal["in", "out"]


class Ways(Container):
    """The calls that go through a map; a base of `ArgumentMap`, not used by itself."""

    def neighbours(self, x: str | Node) -> tuple[Node, ...]:
        """Return what acts on a claim or argument, then what it acts on: all that is one step away.

        Raises:
            UnknownNameError: If there is no such record.

        Example:
            >>> import argmap
            >>> m = argmap.ArgumentMap()
            >>> rain = m.support("The street is wet", m.claim("It rains"), title="Rain")
            >>> [record.id for record in m.neighbours(rain)]
            ['C2', 'C1']
        """
        name = self._node(x).id
        return self._nodes([*self._acting_on(name), *self._acted_on(name)])

    def roots(self) -> tuple[Node, ...]:
        """Return the theses: what speaks neither for nor against anything further.

        A contrary or contradictory relation has no direction and does not count. Linear in the map.

        Example:
            >>> import argmap
            >>> m = argmap.ArgumentMap()
            >>> rain = m.support("The street is wet", m.claim("It rains"))
            >>> [record.text for record in m.roots()]
            ['It rains']
        """
        acting = {relation.source for relation in self._relations.values() if not relation.kind.is_symmetric}
        for argument in self._arguments.values():
            if argument.steps:
                acting.add(argument.id)
                acting.update(argument.premises)
                acting.update(step.conclusion for step in argument.steps[:-1])
        return tuple(record for record in self if record.id not in acting)

    def leaves(self) -> tuple[Node, ...]:
        """Return where reasons end: what nothing speaks for or against.

        A contrary or contradictory relation has no direction and does not count. Linear in the map.

        Example:
            >>> import argmap
            >>> m = argmap.ArgumentMap()
            >>> rain = m.support("The street is wet", m.claim("It rains"))
            >>> [record.text for record in m.leaves()]
            ['The street is wet']
        """
        hit = {relation.target for relation in self._relations.values() if not relation.kind.is_symmetric}
        for argument in self._arguments.values():
            if argument.steps:
                hit.add(argument.id)
                hit.update(step.conclusion for step in argument.steps)
        return tuple(record for record in self if record.id not in hit)

    def walk(self, start: str | Node, direction: Direction = "in") -> Iterator[Node]:
        """Yield a claim or argument, then what acts on it, then what acts on that: breadth first, each once.

        Do not change the map meanwhile.

        Args:
            start: Where to begin.
            direction: ``"in"`` walks to reasons and objections, ``"out"`` to what it speaks for and against.

        Raises:
            ModelError: If the direction is neither.
            UnknownNameError: If there is no such record.

        Example:
            >>> import argmap
            >>> m = argmap.ArgumentMap()
            >>> rain = m.claim("It rains")
            >>> _ = m.support("The street is wet", rain)
            >>> [record.id for record in m.walk(rain)]
            ['C1', 'A1', 'C2']
        """
        if direction not in ("in", "out"):
            raise ModelError(f"The direction of a walk is 'in' or 'out', not {direction!r}.")
        return (record for record, _ in self._reached(self._node(start), direction))

    def path(self, a: str | Node, b: str | Node) -> tuple[Node, ...]:
        """Return a shortest way on which one claim or argument acts on another, with both ends.

        Empty if there is none. Costs time linear in what can be reached from `a`.

        Raises:
            UnknownNameError: If there is no such record.

        Example:
            >>> import argmap
            >>> m = argmap.ArgumentMap()
            >>> rain = m.claim("It rains")
            >>> wet = m.support("The street is wet", rain)
            >>> [record.id for record in m.path("C2", rain)], m.path(rain, "C2")
            (['C2', 'A1', 'C1'], ())
        """
        end = self._node(b).id
        before: dict[str, str | None] = {}
        for record, previous in self._reached(self._node(a), "out"):
            before[record.id] = previous
            if record.id == end:
                way: list[str] = []
                step: str | None = end
                while step is not None:
                    way.append(step)
                    step = before[step]
                return self._nodes(reversed(way))
        return ()

    # -- one step --------------------------------------------------------------------------------------------

    def _nodes(self, names: Iterable[str]) -> tuple[Node, ...]:
        return tuple(self._claims.get(name) or self._arguments[name] for name in dict.fromkeys(names))

    def _sources(self, name: str, kinds: tuple[RelationKind, ...]) -> Iterator[str]:
        for relation in self._relations_at(name):
            if relation.kind in kinds:
                if relation.target == name:
                    yield relation.source
                elif relation.kind.is_symmetric:
                    yield relation.target

    def _acting_on(self, name: str) -> Iterator[str]:
        argument = self._arguments.get(name)
        if argument is not None:
            yield from argument.premises
            yield from (step.conclusion for step in argument.steps[:-1])
        yield from self._links().inferred_in.get(name, NONE)
        yield from self._sources(name, tuple(RelationKind))

    def _acted_on(self, name: str) -> Iterator[str]:
        argument = self._arguments.get(name)
        if argument is not None:
            yield from (step.conclusion for step in argument.steps)
        links = self._links()
        yield from links.premise_in.get(name, NONE)
        yield from links.carried_in.get(name, NONE)
        for relation in self._relations_at(name):
            if relation.source == name:
                yield relation.target
            elif relation.kind.is_symmetric:
                yield relation.source

    def _reached(self, start: Node, direction: Direction) -> Iterator[tuple[Node, str | None]]:
        """Yield what is reached, breadth first, each with the id of what it was reached from."""
        step = self._acting_on if direction == "in" else self._acted_on
        seen = {start.id}
        waiting: deque[tuple[str, str | None]] = deque([(start.id, None)])
        while waiting:
            name, previous = waiting.popleft()
            yield self._node(name), previous
            for other in step(name):
                if other not in seen:
                    seen.add(other)
                    waiting.append((other, name))
