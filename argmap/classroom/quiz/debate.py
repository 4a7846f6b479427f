"""The facts of a map that questions are made of: what is said, what acts on what, directly and in the end."""

from __future__ import annotations

from collections import Counter, deque
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from argmap.classroom.quiz.reading import side_titles, sources_of
from argmap.classroom.quiz.showing import folded, shown
from argmap.classroom.quiz.voices import voiced
from argmap.model import Argument, RelationKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model import ArgumentMap

Act = Literal["support", "attack", "undercut", "unclear"]
"""What one statement does to another directly. An attack on, or a support of, an argument that is spelt out does not
say which part of it is meant: it is unclear."""

_SUPPORTS = (RelationKind.SUPPORT, RelationKind.ENTAILS)


class Debate:
    """A map as pupils are asked about it.

    Args:
        m: The map; it must not change meanwhile.

    Attributes:
        map: The map, in which claims do themselves what they do by arguments without words; see `voiced`.
        texts: What claims and arguments say, by id, as it is shown; without those that say nothing, and those that say
            the same as another.
        acts: What claims and sketched arguments do to each other directly, by source and target. Premises support the
            conclusion of their step, and so does the conclusion of the step before. An argument that is spelt out acts
            by its conclusion; what undercuts it undercuts the conclusion of the step that is meant.
        objections: For each source of an attack or undercut, in order, what it speaks against.

    Complexity:
        Making one is linear; so is each question for what bears on something.
    """

    def __init__(self, m: ArgumentMap) -> None:
        self.map = m = voiced(m)
        said = {record.id: shown(record.text) for record in m}
        number = Counter(folded(text) for text in said.values())
        self.texts = {name: text for name, text in said.items() if text and number[folded(text)] == 1}
        self.acts: dict[tuple[str, str], set[Act]] = {}
        self.objections: dict[str, list[str]] = {}
        self._into: dict[str, list[tuple[str, int]]] = {}
        self._out: dict[str, list[tuple[str, int]]] = {}
        self._borne: dict[str, tuple[set[str], set[str]]] = {}
        for argument in m.arguments:
            self._take_steps(argument)
        for relation in m.relations:
            sign = 1 if relation.kind in _SUPPORTS else -1
            if sign < 0 and not relation.kind.is_symmetric:
                self.objections.setdefault(relation.source, []).append(relation.target)
            ends = [(relation.source, relation.target)]
            if relation.kind.is_symmetric:
                ends.append((relation.target, relation.source))
            for source, target in ends:
                self._take_relation(source, target, sign, relation.kind, relation.step)
        self.supports: dict[str, list[str]] = {}
        self.attacks: dict[str, list[str]] = {}
        for (source, target), acts in self.acts.items():
            if acts == {"support"}:
                self.supports.setdefault(target, []).append(source)
            elif acts == {"attack"}:
                self.attacks.setdefault(target, []).append(source)

    def _take_steps(self, argument: Argument) -> None:
        for step in argument.chained_steps:
            for premise in step.premises:
                self._act(premise, step.conclusion, "support")
                self._link(premise, argument.id, 1)
            self._link(argument.id, step.conclusion, 1)

    def _take_relation(self, source: str, target: str, sign: int, kind: RelationKind, step: int | None) -> None:
        self._link(source, target, sign)
        actor, hit = self.map[source], self.map[target]
        act: Act = "support" if sign > 0 else "undercut" if kind is RelationKind.UNDERCUT else "attack"
        if isinstance(actor, Argument) and actor.conclusion is not None:
            source = actor.conclusion
            self._link(source, target, sign)
        if isinstance(hit, Argument) and hit.steps:
            act = "undercut" if act == "undercut" else "unclear"
            target = hit.steps[-1 if step is None else step].conclusion
        elif act == "undercut":
            act = "unclear"  # of a sketch: the step is not told apart from the rest
        self._act(source, target, act)

    def _act(self, source: str, target: str, act: Act) -> None:
        if source != target:
            self.acts.setdefault((source, target), set()).add(act)

    def _link(self, source: str, target: str, sign: int) -> None:
        if source != target:
            self._into.setdefault(target, []).append((source, sign))
            self._out.setdefault(source, []).append((target, sign))

    # -- what bears on what ----------------------------------------------------------------------------------

    def bearing_on(self, name: str) -> tuple[set[str], set[str]]:
        """Return what speaks for something in the end, and what speaks against it, by any way through the map.

        A way speaks for it if it has an even number of attacks and undercuts. What does both is in both.
        """
        if name not in self._borne:
            sides: tuple[set[str], set[str]] = {name}, set()
            waiting = [(name, 0)]
            while waiting:
                here, side = waiting.pop()
                for source, sign in self._into.get(here, ()):
                    other = side if sign > 0 else 1 - side
                    if source not in sides[other]:
                        sides[other].add(source)
                        waiting.append((source, other))
            if len(self._borne) > _KEPT:
                self._borne.clear()
            self._borne[name] = sides
        return self._borne[name]

    def is_for(self, source: str, target: str) -> bool:
        """Whether one speaks for another on any way."""
        return source in self.bearing_on(target)[0]

    def is_against(self, source: str, target: str) -> bool:
        """Whether one speaks against another on any way."""
        return source in self.bearing_on(target)[1]

    def is_apart(self, one: str, other: str) -> bool:
        """Whether neither bears on the other on any way."""
        return not any(one in found for found in self.bearing_on(other)) and not any(
            other in found for found in self.bearing_on(one)
        )

    def parts(self, name: str) -> tuple[str, ...]:
        """Return a claim or argument with the claims in the steps of an argument."""
        record = self.map[name]
        if not isinstance(record, Argument):
            return (name,)
        inner = (each for step in record.steps for each in (*step.premises, step.conclusion))
        return tuple(dict.fromkeys((name, *inner)))

    def answers(self, name: str) -> frozenset[str]:
        """Return what answers an objection: what speaks directly against it, or against a part of it.

        For a claim that is concluded in arguments, these and their parts count as well.
        """
        found = {name, *self.parts(name)}
        for argument in self._concluding.get(name, ()):
            found.update(self.parts(argument))
        return frozenset(source for part in found for source in self._against.get(part, ()) if source not in found)

    def near(self, name: str) -> Iterator[list[str]]:
        """Yield what lies around something in the map: what is one line away, then what is two lines away, and so on.

        What is in no way tied to it comes last.
        """
        seen = {name}
        ring = [name]
        while ring:
            around = [each for here in ring for each, _ in (*self._into.get(here, ()), *self._out.get(here, ()))]
            ring = [each for each in dict.fromkeys(around) if each not in seen]
            seen.update(ring)
            yield ring
        yield [each for each in self.texts if each not in seen]

    @cached_property
    def roots(self) -> dict[str, None]:
        """The ids of the main claims, in order."""
        return dict.fromkeys(root.id for root in self.map.roots())

    @cached_property
    def places(self) -> dict[str, tuple[int, str]]:
        """For what leads to a main claim: over how many lines, and the id of what its branch begins with."""
        found = {root: (0, root) for root in self.roots}
        waiting = deque(found)
        while waiting:
            here = waiting.popleft()
            depth, branch = found[here]
            for source, _ in self._into.get(here, ()):
                if source not in found:
                    found[source] = (depth + 1, branch if depth else source)
                    waiting.append(source)
        return found

    @cached_property
    def side_titles(self) -> dict[str, str]:
        """What the sides are called, by their names."""
        return side_titles(self.map)

    @cached_property
    def source_titles(self) -> dict[str, str]:
        """What the sources are called, by their ids."""
        return sources_of(self.map)

    @cached_property
    def quotations(self) -> dict[str, list[str]]:
        """The ids of what cites each quotation."""
        found: dict[str, list[str]] = {}
        for record in self.map:
            for citation in self.map.citations(record):
                if citation.quote and record.id not in found.setdefault(citation.quote, []):
                    found[citation.quote].append(record.id)
        return found

    @cached_property
    def unanswered(self) -> frozenset[str]:
        """The ids of the objections that nothing speaks against."""
        return frozenset(record.id for record in self.map.unanswered())

    @cached_property
    def steps_to(self) -> dict[str, list[tuple[str, ...]]]:
        """The premises of each step to a conclusion; that of the step before is one of them."""
        found: dict[str, list[tuple[str, ...]]] = {}
        for argument in self.map.arguments:
            for step in argument.chained_steps:
                found.setdefault(step.conclusion, []).append(step.premises)
        return found

    def opposites(self, name: str) -> tuple[str, ...]:
        """Return what contradicts a claim, or is contrary to it, and the other way round."""
        return tuple(
            relation.target if relation.source == name else relation.source
            for relation in self.map.relations_of(name)
            if relation.kind.is_symmetric
        )

    def are_opposites(self, one: str, other: str) -> bool:
        """Whether each of two speaks against the other."""
        return all("attack" in self.acts.get(pair, ()) for pair in ((one, other), (other, one)))

    def holding(self, name: str) -> tuple[Argument, ...]:
        """Return the arguments in whose steps a claim stands."""
        return tuple(self._holding.get(name, ()))

    @cached_property
    def _holding(self) -> dict[str, list[Argument]]:
        found: dict[str, list[Argument]] = {}
        for argument in self.map.arguments:
            for part in self.parts(argument.id)[1:]:
                found.setdefault(part, []).append(argument)
        return found

    @cached_property
    def _concluding(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for argument in self.map.arguments:
            for step in argument.steps:
                found.setdefault(step.conclusion, []).append(argument.id)
        return found

    @cached_property
    def _against(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for relation in self.map.relations:
            if relation.kind.is_negative:
                found.setdefault(relation.target, []).append(relation.source)
                if relation.kind.is_symmetric:
                    found.setdefault(relation.source, []).append(relation.target)
        return found


_KEPT = 200
"""For how many claims and arguments it is kept what bears on them."""
