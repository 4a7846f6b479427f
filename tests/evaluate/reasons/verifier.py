"""Explanations held against the definitions alone, by rounds over all positions and with no code of theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.evaluate.audiences import succeeding
from argmap.evaluate.network import Network, network_of
from argmap.evaluate.reasons import Reasons, Rule, Step

if TYPE_CHECKING:
    from argmap.model import ArgumentMap

Rows = dict[str, set[str]]


class Defined:
    """A network by its definitions: who attacks, who is needed, who supports."""

    def __init__(self, network: Network) -> None:
        self.names = network.names
        self.baseless = {self.names[each] for each in network.baseless}
        self.attackers = self._turned(network.attacks)
        self.needs = self._turned(network.carries)
        self.supporters = self._turned(network.supports)

    def _turned(self, rows: list[list[int]]) -> Rows:
        found: Rows = {name: set() for name in self.names}
        for source, targets in enumerate(rows):
            for target in targets:
                found[self.names[target]].add(self.names[source])
        return found

    def reached(self, allowed: set[str]) -> set[str]:
        """What can be derived from no assumption within a set."""
        found: set[str] = set()
        while True:
            more = {
                name
                for name in allowed
                if name not in self.baseless
                and self.needs[name] <= found
                and (not self.supporters[name] or self.supporters[name] & found)
            }
            if more <= found:
                return found
            found |= more

    def beaten(self, held: set[str]) -> set[str]:
        """What falls because a set stands: what cannot be derived without what the set attacks."""
        return set(self.names) - self.reached({name for name in self.names if not self.attackers[name] & held})

    def is_admissible(self, held: set[str]) -> bool:
        """Whether a set has its own reasons, attacks no member, and brings down every attacker of a member."""
        beaten = self.beaten(held)
        return (
            self.reached(held) == held
            and not any(self.attackers[name] & held for name in held)
            and all(self.attackers[name] <= beaten for name in held)
        )

    def grounded(self) -> tuple[set[str], set[str]]:
        """What stands and what falls at least."""
        held: set[str] = set()
        while True:
            beaten = self.beaten(held)
            more = self.reached({name for name in self.names if self.attackers[name] <= beaten})
            if more == held:
                return held, beaten
            held = more

    def sets(self) -> list[set[str]]:
        """All admissible sets, by trying every set."""
        found = []
        for number in range(2 ** len(self.names)):
            held = {name for place, name in enumerate(self.names) if number >> place & 1}
            if self.is_admissible(held):
                found.append(held)
        return found


def verify(m: ArgumentMap, reasons: Reasons, *, is_whole: bool = True, audience: str | None = None) -> None:
    """Assert that an explanation holds by the definitions.

    Args:
        m: The map.
        reasons: The explanation.
        is_whole: Whether nothing was left out, so that each step must rest on steps that are there.
        audience: Who judges.
    """
    succeeds = None if audience is None else succeeding(m, audience)
    defined = Defined(network_of(m, support=reasons.support, succeeds=succeeds))
    parts: list[list[Step]] = []
    for step in reasons.steps:
        if step.about == reasons.claim and step.depth == reasons.steps[0].depth:
            parts.append([])
        parts[-1].append(step)
    assert parts
    for steps in parts:
        by_name = {step.about: step for step in steps}
        assert len(by_name) == len(steps), "each thing is explained once"
        for step in steps:
            _verify_step(defined, step, by_name, is_whole=is_whole)
        held = {step.about for step in steps if step.status == "accepted"}
        if is_whole and steps[0].status != "undecided":
            assert defined.is_admissible(held)
            root = steps[0].about
            assert root in held if steps[0].status == "accepted" else root in defined.beaten(held)
            if reasons.semantics == "grounded":
                _verify_order(by_name)
                assert held <= defined.grounded()[0]
            else:  # nothing in it is idle
                for member in held - {root}:
                    smaller = _largest(defined, held - {member})
                    assert root not in smaller if steps[0].status == "accepted" else root not in defined.beaten(smaller)
    if parts[0][0].status != "undecided":
        steps = parts[0]
        assert set(reasons.defence) >= {s.about for s in steps if s.status == "accepted" and s.about in m}
    for source, target in reasons.attacks:
        assert source in defined.attackers[target]
        assert source in reasons.defeats


def _largest(defined: Defined, held: set[str]) -> set[str]:
    while not defined.is_admissible(held):
        beaten = defined.beaten(held)
        held = {name for name in defined.reached(held) if defined.attackers[name] <= beaten}
    return held


def _verify_step(defined: Defined, step: Step, told: dict[str, Step], *, is_whole: bool) -> None:
    """Assert that a clause of the definition licenses a step."""
    name = step.about
    attackers, needs, supports = set(step.attackers), set(step.needs), set(step.supports)
    assert attackers <= defined.attackers[name]
    others = {Rule.STANDS: "accepted", Rule.OPEN: "undecided", Rule.LOOP: "undecided"}
    assert step.status == others.get(step.rule, "rejected")

    def are(names: set[str], status: str) -> bool:
        return all(told[each].status == status if is_whole or each in told else True for each in names)

    match step.rule:
        case Rule.STANDS:
            assert attackers == defined.attackers[name]
            assert needs == defined.needs[name]
            assert (len(supports) == 1) == bool(defined.supporters[name])
            assert supports <= defined.supporters[name]
            assert name not in defined.baseless
            assert are(needs | supports, "accepted")
            assert are(attackers, "rejected")
        case Rule.ATTACKED:
            assert len(attackers) == 1
            assert are(attackers, "accepted")
        case Rule.WANTING:
            assert len(needs) == 1
            assert needs <= defined.needs[name]
            assert are(needs, "rejected")
        case Rule.UNSUPPORTED:
            assert supports == defined.supporters[name] != set()
            assert are(supports, "rejected")
        case Rule.BASELESS:
            assert name in defined.baseless
        case Rule.CIRCLE:
            within = set(step.circle)
            assert name in within
            assert defined.needs[name] & within or defined.supporters[name] <= within | supports
            assert are(supports, "rejected")
        case Rule.OPEN:
            assert len(attackers | needs | supports) == 1
            assert needs <= defined.needs[name]
            assert supports <= defined.supporters[name]
            assert are(attackers | needs | supports, "undecided")
        case Rule.LOOP:
            assert name in step.circle
            for one, other in zip(step.circle, (*step.circle[1:], step.circle[0]), strict=True):
                assert one in defined.attackers[other] | defined.needs[other] | defined.supporters[other]
            assert any(
                one in defined.attackers[other]
                for one, other in zip(step.circle, (*step.circle[1:], step.circle[0]), strict=True)
            )


def _verify_order(told: dict[str, Step]) -> None:
    """Assert that no step of a proof rests on itself."""
    done: set[str] = set()
    while len(done) < len(told):
        more = {
            name
            for name, step in told.items()
            if name not in done and {*step.attackers, *step.needs, *step.supports} <= done
        }
        assert more, "the proof goes round in a circle"
        done |= more
