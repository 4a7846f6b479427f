"""Whether what the steps of arguments say bears out the relations that their author drew."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from argmap.check.graph.written import writers
from argmap.check.words.words import overlap
from argmap.model.records import Argument, Claim, RelationKind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from argmap.check.subject import Subject
    from argmap.model.records import Relation

MOST_STEPS = 100
"""How far a search goes; beyond, a relation counts as borne out."""

_POSITIVE = (RelationKind.SUPPORT, RelationKind.ENTAILS)


class Grounding:
    r"""What bears on what, by the steps of arguments and the relations between claims.

    Relations that were drawn from an argument that is spelt out, or to one, are what is in question, so they bear out
    nothing.

    Attributes:
        drawn: Relations that were drawn from arguments that are spelt out: by the relation, these arguments.

    Example:
        >>> import argmap
        >>> from argmap.check.subject import Subject
        >>> m = argmap.parse("[Wet]: It is wet.\n  +> [Cold]: It is cold.\n    -> [Hot]: It is hot.\n").map
        >>> grounding = Grounding(Subject(m))
        >>> grounding.bears_on("Wet", {"Cold"}), grounding.bears_on("Wet", {"Hot"})
        (True, False)
        >>> grounding.bears_on("Wet", {"Hot"}, against=True)
        True
    """

    def __init__(self, subject: Subject) -> None:
        m = subject.map
        self._subject = subject
        self._for: dict[str, list[str]] = {}  # what speaks for what
        self._against: dict[str, list[str]] = {}
        self._opposite: dict[str, list[str]] = {}  # of which exactly one is true
        self._without: dict[str, list[str]] = {}  # what fails with what: the other way round of `entails`
        self.drawn: dict[Relation, tuple[str, ...]] = {}
        inferred = {step.conclusion for argument in m.arguments for step in argument.steps}
        for argument in m.arguments:
            for step in argument.chained_steps:
                for premise in step.premises:
                    self._for.setdefault(premise, []).append(step.conclusion)
        for relation in m.relations:
            source, target = m[relation.source], m[relation.target]
            if relation.source in inferred or is_spelt_out(source):
                # All lines must have been drawn from arguments: one that was written below the claim says that the
                # claim itself bears on the target.
                found = [name for name, _ in writers(relation, subject)]
                if all(is_spelt_out(m[name]) for name in found):
                    self.drawn[relation] = tuple(dict.fromkeys(found))
                    if relation.kind in _POSITIVE:
                        continue
            if not is_spelt_out(target):
                self._add(relation)

    def _add(self, relation: Relation) -> None:
        kind, source, target = relation.kind, relation.source, relation.target
        if kind in _POSITIVE:
            self._for.setdefault(source, []).append(target)
            if kind is RelationKind.ENTAILS:
                self._without.setdefault(target, []).append(source)
        elif kind is not RelationKind.UNDERCUT:
            self._against.setdefault(source, []).append(target)
            if kind.is_symmetric:
                self._against.setdefault(target, []).append(source)
            if kind is RelationKind.CONTRADICTORY:
                self._opposite.setdefault(source, []).append(target)
                self._opposite.setdefault(target, []).append(source)

    def bears_on(self, start: str, ends: Collection[str], *, against: bool = False) -> bool:
        """Return whether a claim speaks for one of `ends`, or against it, by some chain.

        A chain leads from premises to conclusions and along relations; it turns round once where one claim speaks
        against another, and back where two contradict each other.

        Args:
            start: The id of the claim.
            ends: Ids of claims.
            against: Whether to speak against one of them.

        Complexity:
            At most `MOST_STEPS` steps are taken; where that is not enough, the answer is True.
        """
        seen = {(start, False)}
        waiting = deque(seen)
        steps = 0
        while waiting:
            name, is_denied = waiting.popleft()
            if is_denied is against and name in ends:
                return True
            if is_denied:
                following = [(each, False) for each in self._opposite.get(name, ())]
                following += [(each, True) for each in self._without.get(name, ())]
            else:
                following = [(each, False) for each in self._for.get(name, ())]
                following += [(each, True) for each in self._against.get(name, ())]
            for state in following:
                steps += 1
                if steps > MOST_STEPS:
                    return True
                if state not in seen:
                    seen.add(state)
                    waiting.append(state)
        return False

    def same_words(self, one: Claim, ends: Iterable[str]) -> Claim | None:
        """Return the first of some claims that has the words of another; None where there is none."""
        subject = self._subject
        tokens = subject.words(one).tokens
        for name in ends if tokens else ():
            other = subject.map[name]
            if name != one.id and isinstance(other, Claim) and subject.words(other).tokens == tokens:
                return other
        return None

    def nearest(self, one: Claim, ends: Iterable[str], most: int = 2) -> Sequence[Claim]:
        """Return the claims among `ends` that share most words with another, the first of equals first."""
        stems = self._subject.words(one).stems
        claims = [claim for name in dict.fromkeys(ends) if isinstance(claim := self._subject.map[name], Claim)]
        ranked = sorted(claims, key=lambda claim: -overlap(stems, self._subject.words(claim).stems))
        return ranked[:most]


def is_spelt_out(record: object) -> bool:
    """Return whether something is an argument with premises and a conclusion."""
    return isinstance(record, Argument) and bool(record.steps)


def grounding(subject: Subject) -> Grounding:
    """Return what bears on what in a map; use ``subject.shared(grounding)``.

    Complexity:
        Linear in the map.
    """
    return Grounding(subject)
