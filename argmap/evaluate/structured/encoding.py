"""From a theory to a network: what stands for all its arguments, without one of them being written down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.evaluate.network import Network
from argmap.evaluate.structured.reach import Reach, refuse_if_many
from argmap.evaluate.structured.strengths import NOTHING
from argmap.evaluate.structured.transposing import transposed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from argmap.evaluate.structured.strengths import Ordering, Strength
    from argmap.evaluate.structured.theory import Rule, Theory

Ways = list[list[int]]  # each a list of positions that are needed together


def encode(theory: Theory, ordering: Ordering, wholes: Mapping[str, Sequence[str]] | None = None) -> Network:
    """Return the network whose labellings are those of the arguments of a theory.

    Two arguments for the same proposition that have the same strength attack the same arguments. Two that also end in
    the same rule are attacked at this end by the same ones. So there is one position for each proposition and strength
    that some argument for it has, and one for each rule and strength:

    * A proposition of a strength is supported by the rules, and the premise, that give it this strength.
    * A rule needs its premises, in strengths that together come to that of the rule. Where several strengths of the
      premises do, it needs one of these ways. Premises are joined one after the other, so that ways do not multiply.
    * What ends in a defeasible rule is attacked by what denies its conclusion, or its name; an ordinary premise and an
      assumption by what denies them. Attacks count that succeed: undercuts, attacks by contraries, attacks on
      assumptions, and others if the attacker is not weaker.

    A proposition is ``in`` if an argument for it is, ``out`` if all are, and ``undecided`` else. Read in this way, each
    complete labelling of the framework of all arguments is one of the network, and the other way round: a label of an
    argument is the least of those of its sub-arguments and of what the attacks on its last rule leave, and arguments
    are built step by step, as support in a network has to be. This is the correspondence of complete labellings and
    partial stable models (Wu, Caminada and Gabbay, "Complete extensions in argumentation coincide with 3-valued stable
    models in logic programming", Studia Logica 93, 2009) with a strength in each atom.

    Args:
        theory: The theory; its strict rules are closed under transposition if it asks for that.
        ordering: How arguments are compared.
        wholes: Names for several rules together, each with the names of these rules.

    Returns:
        The network. Its ids are the propositions, the named rules and the wholes.

    Raises:
        ArgmapError: If there are too many different strengths; see `reach.MOST_PLACES`.

    Complexity:
        Where weights do not count, linear in the theory. Else a proposition has as many positions as its arguments have
        strengths: at most one more than there are weights for last-link, and for weakest-link at most the product of
        the numbers of weights of rules and of premises, each plus one. A rule costs the square of these for each
        premise. Nothing is exponential.
    """
    return _Encoder(theory, ordering, wholes or {}).network()


class _Encoder:
    def __init__(self, theory: Theory, ordering: Ordering, wholes: Mapping[str, Sequence[str]]) -> None:
        self._wholes, self._ordering = wholes, ordering
        own = theory.propositions
        ids = tuple(dict.fromkeys((*own, *(rule.name for rule in theory.rules if rule.name), *wholes)))
        self._net = Network(
            ids, {name: place for place, name in enumerate(ids)}, list(ids), _rows(ids), _rows(ids), _rows(ids)
        )
        self._propositions: dict[str, int] = {name: self._net.position[name] for name in own}
        self._theory = transposed(theory)
        self._plain = 3 * (len(self._theory.propositions) + len(self._theory.rules))  # at most so many without weights
        self._reach = Reach(self._theory, ordering)
        self._at: dict[tuple[str, Strength], int] = {}  # the positions of propositions of a strength
        self._denials = _denials(self._theory)
        self._relays: dict[tuple[int, ...], int] = {}

    def _add(self, name: str) -> int:
        net = self._net
        net.names.append(name)
        refuse_if_many(len(net.names) - self._plain)
        for rows in (net.attacks, net.carries, net.supports):
            rows.append([])
        return len(net.names) - 1

    def _back(self, source: int, target: int) -> None:
        self._net.supports[source].append(target)

    def network(self) -> Network:
        theory, net, reach = self._theory, self._net, self._reach
        for name in theory.propositions:
            self._place_proposition(name)
        for name in theory.axioms:
            self._back(self._add(f"{name}, as an axiom"), self._at[name, NOTHING])
        for weights, is_assumed in ((theory.premises, False), (theory.assumptions, True)):
            for name, weight in weights.items():
                strength = self._ordering.of_premise(weight)
                here = self._add(f"{name}, as a premise")
                self._back(here, self._at[name, strength])
                self._attack(self._deniers(name, None if is_assumed else strength), here)
        at: dict[str, int] = {}
        for rule, strengths in zip(theory.rules, reach.of_rule, strict=True):
            place = net.position[rule.name] if rule.name and rule.name not in self._propositions else None
            at[rule.name] = self._place_rule(rule, strengths, place)
        for name, rules in self._wholes.items():
            for each in dict.fromkeys(rules):
                net.carries[at[each]].append(net.position[name])
        return net

    def _place_proposition(self, name: str) -> None:
        place = self._propositions.get(name)
        if place is None:
            place = self._propositions[name] = self._add(name)
        strengths = self._reach.of.get(name, {})
        if not strengths:
            self._net.baseless.add(place)
        for strength in strengths:
            if len(strengths) == 1:
                self._at[name, strength] = place
            else:
                self._at[name, strength] = self._add(f"{name}, {_written(strength)}")
                self._back(self._at[name, strength], place)

    def _place_rule(self, rule: Rule, strengths: Iterable[Strength], place: int | None) -> int:
        """Write down a rule in all its strengths; return the position for any of them."""
        all_ways = self._ways(rule)
        if place is None:
            place = self._add(str(rule))
        if not all_ways:
            self._net.baseless.add(place)
        for strength in strengths:
            here = place
            if len(all_ways) > 1:
                here = self._add(f"{rule.name or rule}, {_written(strength)}")
                self._back(here, place)
            for each in dict.fromkeys(self._one_of(all_ways[strength], str(rule))):
                self._net.carries[each].append(here)
            self._back(here, self._at[rule.conclusion, strength])
            if not rule.is_strict:
                deniers = self._deniers(rule.conclusion, strength)
                if rule.name:
                    deniers = list(dict.fromkeys((*deniers, *self._deniers(rule.name, None))))
                self._attack(deniers, here)
        return place

    def _ways(self, rule: Rule) -> dict[Strength, Ways]:
        """Return for each strength of a rule in which ways its premises come to it."""
        reach, ordering = self._reach.of, self._ordering
        if not all(premise in reach for premise in rule.premises):
            return {}
        premises = dict.fromkeys(rule.premises)
        if not rule.is_strict and ordering.is_forgetful:
            return {ordering.after(NOTHING, rule.weight): [[self._propositions[each] for each in premises]]}
        before: dict[Strength, Ways] = {NOTHING: [[]]}
        for premise in premises:
            joined: dict[Strength, Ways] = {}
            for one, ways in before.items():
                needed = self._one_of(ways, f"premises of {rule}")
                for other in reach[premise]:
                    both = ordering.of_both(one, other)
                    more = self._at[premise, other]
                    if len(reach[premise]) == 1:
                        needed.append(more)  # no other way shares the list
                        joined.setdefault(both, []).append(needed)
                    else:
                        joined.setdefault(both, []).append([*needed, more])
            before = joined
        if rule.is_strict:
            return before
        after: dict[Strength, Ways] = {}
        for one, ways in before.items():
            after.setdefault(ordering.after(one, rule.weight), []).extend(ways)
        return after

    def _one_of(self, ways: Ways, name: str) -> list[int]:
        """Return what is needed if one of several ways is."""
        if len(ways) == 1:
            return ways[0]
        choice = self._add(f"a way to the {name}")
        for number, needed in enumerate(ways, 1):
            way = needed[0] if len(needed) == 1 else self._add(f"way {number} to the {name}")
            if len(needed) > 1:
                for each in dict.fromkeys(needed):
                    self._net.carries[each].append(way)
            self._back(way, choice)
        return [choice]

    def _deniers(self, name: str, strength: Strength | None) -> list[int]:
        """Return what defeats a proposition of a strength; None for what any attack defeats, as a rule name."""
        found: dict[int, None] = {}
        for other, always in self._denials.get(name, {}).items():
            if other not in self._propositions:
                continue  # the name of a rule, which no argument concludes
            if always or strength is None:
                found[self._propositions[other]] = None
                continue
            some = self._reach.of.get(other, {})
            enough = [each for each in some if not self._ordering.is_weaker(each, strength)]
            if len(enough) == len(some):
                found[self._propositions[other]] = None
            else:
                found.update((self._at[other, each], None) for each in enough)
        return list(found)

    def _attack(self, sources: list[int], target: int) -> None:
        """Let each of several positions attack one; by a relay, so that many rules denied by many stay few edges."""
        if len(sources) > 1:
            key = tuple(sources)
            if key not in self._relays:
                relay = self._relays[key] = self._add(f"what denies {self._net.names[target]}")
                for source in sources:
                    self._back(source, relay)
            sources = [self._relays[key]]
        for source in sources:
            self._net.attacks[source].append(target)


def _denials(theory: Theory) -> dict[str, dict[str, bool]]:
    """Return for each proposition and rule name what denies it, and whether the attack always succeeds."""
    contraries = dict.fromkeys(theory.contraries)
    both_ways = dict.fromkeys((*theory.contradictories, *(pair[::-1] for pair in theory.contradictories)))
    both_ways.update((pair, None) for pair in contraries if pair[::-1] in contraries)
    found: dict[str, dict[str, bool]] = {}
    for pair in (*both_ways, *contraries):
        found.setdefault(pair[1], {})[pair[0]] = pair not in both_ways
    return found


def _written(strength: Strength) -> str:
    words = (("rules", strength[0]), ("premises", strength[1]))
    return ", ".join(f"{kind} at {weight:g}" for kind, weight in words if weight is not None) or "beyond doubt"


def _rows(ids: Sequence[str]) -> list[list[int]]:
    return [[] for _ in ids]
