"""Causes put into sentences, one below the other, as one would say them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from argmap.evaluate.reasons.causes import OUT, STATUS, Cause, Rule, drawn_on
from argmap.evaluate.reasons.words import Words
from argmap.model.records import RelationKind
from argmap.model.status import Status
from argmap.wording import begins

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from argmap.evaluate.reasons.links import Links
    from argmap.model import ArgumentMap

_VERBS = {RelationKind.UNDERCUT: "undercut", RelationKind.CONTRARY: "exclude", RelationKind.CONTRADICTORY: "contradict"}


@dataclass(frozen=True, slots=True)
class Step:
    """One step of an explanation.

    Attributes:
        about: The id of a claim or argument, or the name of a step inside an argument.
        status: What becomes of it.
        rule: Why: a word of `argmap.evaluate.reasons.Rule`.
        attackers: What attacks it: all that do and fall, where it stands; one that stands, where it falls.
        needs: What it rests on: all, where it stands; one that falls, where it falls.
        supports: What speaks for it: one that stands, or all that fall.
        circle: What shares its fate in a circle.
        depth: How deep in the talk, from 0.
    """

    about: str
    status: Status
    rule: Rule
    attackers: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    supports: tuple[str, ...] = ()
    circle: tuple[str, ...] = ()
    depth: int = 0

    def to_data(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {
            "about": self.about,
            "status": str(self.status),
            "rule": str(self.rule),
            "attackers": list(self.attackers),
            "needs": list(self.needs),
            "supports": list(self.supports),
            "circle": list(self.circle),
            "depth": self.depth,
        }


class Talk:
    """Sentences about a network, each position explained once.

    Args:
        m: The map.
        links: The network.
        depth: How deep to go.
        most: How many sentences to say at most.
        all_succeed: Whether every attack of the map counts.

    Attributes:
        lines: For each sentence its depth, and the sentence.
        steps: The steps they tell, in their order.
        told: The positions that are explained.
        left: How many positions the explanations rest on that are not told.
    """

    def __init__(self, m: ArgumentMap, links: Links, *, depth: int, most: int, all_succeed: bool = True) -> None:
        self.lines: list[tuple[int, str]] = []
        self.steps: list[Step] = []
        self.told: dict[int, None] = {}
        self._shared: tuple[tuple[int, ...], tuple[str, ...]] = ((), ())
        self.left = 0
        self.words = Words(m, links.network)
        self._links = links
        self._depth = depth
        self._most = most
        self._kinds: dict[tuple[str, str], RelationKind] = {}
        for relation in m.relations:
            if relation.kind.is_negative:
                self._kinds.setdefault((relation.source, relation.target), relation.kind)
                if relation.kind.is_symmetric:
                    self._kinds.setdefault((relation.target, relation.source), relation.kind)
        self._spared = (
            set() if all_succeed else {target for source, target in self._kinds if self._fails(source, target)}
        )

    def _fails(self, source: str, target: str) -> bool:
        """Whether an attack of the map is none of the network."""
        network = self._links.network
        hits = self._links.attacks[network.position[source]] if source in network.position else ()
        return not any(network.steps.get(each, (network.names[each],))[0] == target for each in hits)

    def say(self, sentence: str, depth: int = 0) -> None:
        """Say something else."""
        self.lines.append((depth, sentence))

    def tell(self, root: int, cause: Mapping[int, Cause], label: Sequence[int], depth: int = 0) -> None:
        """Tell why a position has its label, then why what this rests on does, and so on.

        Args:
            root: The position.
            cause: The cause of it, and of all that it rests on.
            label: The label of each position.
            depth: How deep the sentence about it stands.
        """
        self.told = {}
        waiting = [(root, depth)]
        cut = False
        while waiting:
            position, here = waiting.pop()
            if position in self.told:
                continue
            if here - depth > self._depth or len(self.lines) >= self._most:
                cut = True
                continue
            found = cause[position]
            self._note((position, *found.circle), cause, label, here)
            plain = [each for each in found.ground if self._is_plain(each, position, cause)]
            self._note(plain, cause, label, here + 1)
            ground = [each for each in dict.fromkeys(found.ground) if each not in plain]
            self.lines.append((here, self._sentence(position, found, label, ground)))
            fresh = [each for each in ground if each not in self.told]
            free = [each for each in fresh if cause[each] == Cause(Rule.STANDS) and not self._is_spared(each)]
            if free and here - depth < self._depth:
                self._note(free, cause, label, here + 1)
                self.lines.append((here + 1, self._free(free)))
            waiting += [(each, here + 1) for each in reversed(fresh) if each not in free or each not in self.told]
        if cut:
            self._count(root, cause, depth)

    def _note(self, positions: Iterable[int], cause: Mapping[int, Cause], label: Sequence[int], depth: int) -> None:
        names = self._links.network.names

        def named(some: tuple[int, ...]) -> tuple[str, ...]:
            return tuple(names[each] for each in some)

        for position in positions:
            if position not in self.told:
                self.told[position] = None
                rule, attackers, needs, supports, circle = cause[position]
                if circle is not self._shared[0]:  # all that is on a circle shares it, also its names
                    self._shared = circle, named(circle)
                some = named(attackers), named(needs), named(supports), self._shared[1]
                self.steps.append(Step(names[position], STATUS[label[position]], rule, *some, depth))

    def _is_plain(self, position: int, before: int, cause: Mapping[int, Cause]) -> bool:
        """Whether a joint condition says no more than what it stands for; then it is a step, but no sentence."""
        links = self._links
        found = cause[position]
        return (
            position in links.network.joints
            and found.rule is Rule.STANDS
            and not found.needs
            and set(found.attackers) <= set(links.attackers[before])
        )

    def _count(self, root: int, cause: Mapping[int, Cause], depth: int) -> None:
        rest = drawn_on(cause, root).difference(self.told)
        self.left += len(rest)
        if rest:
            first = self.words.name(min(rest))
            are = "step that this rests on is" if len(rest) == 1 else "steps that this rests on are"
            words = f"{len(rest):,} more {are} left out, {first} among them: ask for a greater depth."
            self.lines.append((depth, words))

    # -- sentences -------------------------------------------------------------------------------------------

    def _names(self, positions: Iterable[int]) -> str:
        """Return names; what has been explained already is marked."""
        some = list(positions)
        named = self.words.names(some)
        if some and all(each in self.told for each in some):
            return f"{named} (see above)"
        return named

    def _free(self, positions: Sequence[int]) -> str:
        if len(positions) == 1:
            return f"{begins(self.words.name(positions[0]))} stands: nothing in the map speaks against it."
        return f"{begins(self.words.names(positions))} stand: nothing in the map speaks against them."

    def _sentence(self, position: int, cause: Cause, label: Sequence[int], ground: Sequence[int]) -> str:
        name = begins(self.words.name(position))
        if cause.rule is Rule.CIRCLE:
            return self._circle(cause)
        if cause.rule is Rule.LOOP:
            return f"{name} is undecided: {self._loop(cause.circle)}"
        if cause.rule is Rule.OPEN:
            return f"{name} is undecided: {self._open(position, cause)}."
        if label[position] == OUT:
            return f"{name} falls: {self._falling(position, cause)}."
        return f"{name} stands: {self._standing(position, cause, ground)}."

    def _standing(self, position: int, cause: Cause, ground: Sequence[int]) -> str:
        parts = []
        if cause.supports:
            parts.append(f"{self._names(cause.supports)} speaks for it, and stands")
        needs = [each for each in cause.needs if each in ground]
        if needs:
            all_stand = {1: "which stands", 2: "which both stand"}.get(len(needs), "which all stand")
            parts.append(f"it rests on {self._names(needs)}, {all_stand}")
        if cause.attackers:
            parts.append(self._repelled(position, cause.attackers))
        elif self._is_spared(position):
            parts.append("what attacks it does not succeed")
        elif parts:
            parts.append("nothing attacks it")
        else:
            return "nothing in the map speaks against it"
        return "; ".join(parts)

    def _is_spared(self, position: int) -> bool:
        """Whether attacks on a position do not succeed."""
        network = self._links.network
        return position < len(network.ids) and network.ids[position] in self._spared

    def _repelled(self, position: int, attackers: Sequence[int]) -> str:
        one = len(attackers) == 1
        verbs = {self._verb(each, position) for each in attackers}
        verb = verbs.pop() if len(verbs) == 1 else "attack"
        falls = "falls" if one else "both fall" if len(attackers) == 2 else "all fall"
        return f"{self._names(attackers)} {verb}{'s' if one else ''} it, but {falls}"

    def _falling(self, position: int, cause: Cause) -> str:
        if cause.rule is Rule.ATTACKED:
            (attacker,) = cause.attackers
            return f"{self._names(cause.attackers)} {self._verb(attacker, position)}s it, and stands"
        if cause.rule is Rule.WANTING:
            return f"it rests on {self._own(cause.needs[0], position)}, which falls"
        if cause.rule is Rule.BASELESS:
            return "it has neither a reason nor a source"
        if len(cause.supports) == 1:
            return f"only {self._names(cause.supports)} speaks for it, and falls"
        return f"all that speaks for it falls: {self._names(cause.supports)}"

    def _circle(self, cause: Cause) -> str:
        names = begins(self.words.names(cause.circle))
        if len(cause.circle) == 1:
            sentence = f"{names} falls: it would be its own reason"
        else:
            sentence = f"{names} fall: they only hold one another up"
        if cause.supports:
            falls = "falls" if len(cause.supports) == 1 else "fall"
            sentence += f", for what else would hold them up, {self._names(cause.supports)}, {falls}"
        return f"{sentence}."

    def _open(self, position: int, cause: Cause) -> str:
        if cause.attackers:
            (attacker,) = cause.attackers
            return f"{self._names(cause.attackers)} {self._verb(attacker, position)}s it, and is undecided"
        if cause.needs:
            return f"it rests on {self._own(cause.needs[0], position)}, which is undecided"
        return f"{self._names(cause.supports)} speaks for it, and is undecided"

    def _loop(self, circle: Sequence[int]) -> str:
        if len(circle) == 1:
            return "it attacks itself, and nothing else settles it."
        acts = [self._act(one, other) for one, other in zip(circle, [*circle[1:], circle[0]], strict=True)]
        if len(circle) == 2 and acts[0] == acts[1]:
            return f"it and {self.words.name(circle[1])} {acts[0][:-1]} each other, and nothing decides between them."
        names = [self.words.name(each) for each in circle]
        most = 12
        links = [f"{act} {other}" for act, other in zip(acts, [*names[1:], names[0]], strict=True)]
        if len(links) > most:
            links[most - 1 : -1] = [f"… ({len(links) - most} more) …"]
        return f"{names[0]} {', which '.join(links)}: nobody breaks this circle."

    def _own(self, need: int, position: int) -> str:
        """Return the name of what a position needs; a step of an argument is called its own."""
        network = self._links.network
        if need in network.steps and network.steps[need][0] == network.names[position]:
            return f"its own step {network.steps[need][1] + 1}{' (see above)' if need in self.told else ''}"
        return self._names([need])

    def _act(self, source: int, target: int) -> str:
        if target in self._links.attacks[source]:
            return f"{self._verb(source, target)}s"
        return "holds up" if target in self._links.carries[source] else "speaks for"

    def _verb(self, source: int, target: int) -> str:
        network = self._links.network
        if target in network.joints or source >= len(network.ids):
            return "attack"
        aim = network.steps[target][0] if target in network.steps else network.names[target]
        return _VERBS.get(self._kinds.get((network.ids[source], aim), RelationKind.ATTACK), "attack")
