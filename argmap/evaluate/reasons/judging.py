"""The verdict on one claim, and what it hangs on: what would have to fall for it to be another one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from argmap.evaluate.reasons.causes import IN, OUT, STATUS, UNDECIDED, Causes, Rule, derived, drawn_on
from argmap.model.status import Status

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from argmap.evaluate.framework import Translation
    from argmap.evaluate.reasons.links import Links


class Judgement(NamedTuple):
    """A verdict, and why it is not the one that is wanted.

    As long as nothing in `hangs_on` is made to fall, and all in `rests_on` is, the verdict is not the one that is
    wanted, whatever else is made to fall.

    Attributes:
        status: The verdict.
        hangs_on: Positions.
        rests_on: Positions that were made to fall.
    """

    status: Status
    hangs_on: set[int]
    rests_on: set[int]


def judge_grounded(links: Links, root: int, fallen: Collection[int], goal: Status | None) -> Judgement:
    """Return the grounded verdict on a position.

    Args:
        links: The network, where `fallen` fall.
        root: The position.
        fallen: What was made to fall.
        goal: The verdict that is wanted; None for any other one.

    Complexity: Linear.
    """
    causes = Causes(links)
    label = causes.label
    status = STATUS[label[root]]
    if goal is status:
        return Judgement(status, set(), set())
    hangs_on, rests_on = set[int](), set[int]()
    if label[root] != UNDECIDED and goal in (None, Status.UNDECIDED):
        known = {position: cause for position, cause in enumerate(causes.cause) if cause is not None}
        drawn = drawn_on(known, root)
        hangs_on = {position for position in drawn if label[position] != OUT}
        rests_on = {position for position in drawn if known[position].rule is Rule.BASELESS}.intersection(fallen)
        return Judgement(status, hangs_on, rests_on)
    for is_in, wanted in ((True, Status.ACCEPTED), (False, Status.REJECTED)):
        if goal in (None, wanted):
            found = _barred(links, label, root, fallen, is_in=is_in)
            hangs_on |= found[0]
            rests_on |= found[1]
    return Judgement(status, hangs_on, rests_on)


def _barred(
    links: Links, label: Sequence[int], root: int, fallen: Collection[int], *, is_in: bool
) -> tuple[set[int], set[int]]:
    """Return why a position does not come to stand (`is_in`), or to fall: what must not fall for it, and what must.

    Two sets are built: of what does not stand, since something attacks it that does not fall, or something that it
    needs does not stand; and of what does not fall, since nothing attacks it that stands, and all it needs does not
    fall. As the grounded labels are the least ones, what only these two sets themselves could bring about never comes.
    """
    level = derived(links, [position for position, each in enumerate(label) if each != OUT])
    never_in: set[int] = set()
    never_out: set[int] = set()
    rests_on: set[int] = set()
    waiting = [(root, is_in)]
    while waiting:
        position, of_standing = waiting.pop()
        seen = never_in if of_standing else never_out
        if position in seen:
            continue
        seen.add(position)
        attackers, needs, supporters = links.attackers[position], links.needs[position], links.supporters[position]
        if not of_standing:
            waiting += [(each, True) for each in attackers]
            waiting += [(each, False) for each in needs]
            if supporters:
                founded = (each for each in supporters if each in level)
                waiting.append((min(founded, key=lambda each: (level[each], each)), False))
        elif position in links.network.baseless:
            if position in fallen:
                rests_on.add(position)
        elif strong := [each for each in attackers if label[each] != OUT]:
            waiting.append((min(strong, key=lambda each: (each not in never_out, each)), False))
        elif wanting := [each for each in needs if label[each] != IN]:
            waiting.append((min(wanting, key=lambda each: (each not in never_in, each)), True))
        else:
            waiting += [(each, True) for each in supporters]
    return never_out, rests_on


class SolverJudge:
    """Verdicts by a semantics that rests on complete sets, from a solver.

    Args:
        semantics: Its full name.
        seconds_left: Tells how many seconds there are left; None for no limit.
    """

    def __init__(self, semantics: str, seconds_left: Callable[[], float | None]) -> None:
        self._semantics = semantics
        self._seconds_left = seconds_left

    def __call__(self, links: Links, root: int, fallen: Collection[int], goal: Status | None) -> Judgement:
        """Return the verdict on a position; see `judge_grounded`.

        Raises:
            TimeoutError: If the time is over.
        """
        if self._semantics != "stable":
            found = judge_grounded(links, root, fallen, None)
            if found.status is not Status.UNDECIDED:  # every complete set says the same
                return found
        from argmap.evaluate.framework import framework_of

        translation = framework_of(links.network)
        name, lack = links.network.ids[root], translation.lacks[links.network.ids[root]]
        holding, beating = self._shown(translation, name), self._shown(translation, lack)
        if holding is not None and beating is None and self._is_always(translation, name):
            status = Status.ACCEPTED
        elif beating is not None and holding is None and self._is_always(translation, lack):
            status = Status.REJECTED
        else:
            status = Status.UNDECIDED
        against = [
            each for each, wanted in ((beating, Status.ACCEPTED), (holding, Status.REJECTED)) if goal in (None, wanted)
        ]
        kept = [each for each in against if each is not None]
        is_open = status is Status.UNDECIDED and goal is not status
        if is_open and len(kept) == len(against) and self._semantics in ("preferred", "complete"):
            # These defences stay admissible, and so parts of positions, while no member falls.
            hangs_on = set[int]().union(*(self._defence(translation, links, each, root) for each in kept))
            return Judgement(status, hangs_on, set(fallen))
        # What falls by the grounded semantics changes nothing by being made to fall.
        rest = {position for position, label in enumerate(Causes(links).label) if label != OUT}
        return Judgement(status, rest, set(fallen))

    def _defence(self, translation: Translation, links: Links, extension: frozenset[str], root: int) -> set[int]:
        from argmap.evaluate.reasons.defence import defence
        from argmap.evaluate.reasons.discussion import held_in

        return defence(links, held_in(translation, extension), root)[0]

    def _shown(self, found: Translation, name: str) -> frozenset[str] | None:
        answer = found.framework.accepts(name, self._semantics, "credulous", time_limit=self._seconds_left())
        if not answer.is_known:
            raise TimeoutError
        if not answer.value:
            return None
        witness = answer.witness
        if witness is None:
            raise TimeoutError
        return witness

    def _is_always(self, found: Translation, name: str) -> bool:
        answer = found.framework.accepts(name, self._semantics, "sceptical", time_limit=self._seconds_left())
        if not answer.is_known:
            raise TimeoutError
        return bool(answer.value)
