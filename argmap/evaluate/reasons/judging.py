"""The verdict on one claim, and what it hangs on: what would have to fall for it to be another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.evaluate.reasons.causes import IN, OUT, UNDECIDED, Causes, drawn_on
from argmap.model.status import Status

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.evaluate.framework import Translation
    from argmap.evaluate.reasons.causes import Cause
    from argmap.evaluate.reasons.links import Links


STATUS = {IN: Status.ACCEPTED, OUT: Status.REJECTED, UNDECIDED: Status.UNDECIDED}


def judge_grounded(links: Links, root: int) -> tuple[Status, set[int]]:
    """Return the grounded verdict on a position, and positions on which it hangs.

    As long as none of these falls that does not fall now, the verdict stays, whatever else is made to fall: what
    stands and what falls has a proof that rests on them; and what stays undecided depends on nothing else than on what
    is undecided, and on what stands or falls for good.
    """
    causes = Causes(links)
    label = causes.label
    if label[root] != UNDECIDED:
        drawn = drawn_on(_known(causes), root)
    else:
        drawn = {root}
        ways = [root]
        while ways:
            position = ways.pop()
            cause = causes.cause[position]
            ground = links.acting_on(position) if cause is None else [*cause.ground, *cause.circle]
            for other in ground:
                if other not in drawn:
                    drawn.add(other)
                    ways.append(other)
    return STATUS[label[root]], {position for position in drawn if label[position] != OUT}


def _known(causes: Causes) -> dict[int, Cause]:
    return {position: cause for position, cause in enumerate(causes.cause) if cause is not None}


class SolverJudge:
    """Verdicts by a semantics that rests on complete sets, from a solver.

    Args:
        semantics: Its full name.
        seconds_left: Tells how many seconds there are left; None for no limit.
    """

    def __init__(self, semantics: str, seconds_left: Callable[[], float | None]) -> None:
        self._semantics = semantics
        self._seconds_left = seconds_left

    def __call__(self, links: Links, root: int) -> tuple[Status, set[int]]:
        """Return the verdict on a position, and positions on which it hangs, as `judge_grounded` does.

        Raises:
            TimeoutError: If the time is over.
        """
        status, hangs_on = judge_grounded(links, root)
        if status is not Status.UNDECIDED and self._semantics != "stable":
            return status, hangs_on  # every complete set says the same
        from argmap.evaluate.framework import framework_of
        from argmap.evaluate.reasons.defence import defence
        from argmap.evaluate.reasons.discussion import held_in

        network = links.network
        found = framework_of(network)
        name, lack = network.ids[root], found.lacks[network.ids[root]]
        holding, beating = self._shown(found, name), self._shown(found, lack)
        if holding is not None and beating is not None:
            if self._semantics in ("preferred", "complete"):
                # Both defences stay admissible, and so are part of a position, while no member falls.
                some = [defence(links, held_in(found, each), root)[0] for each in (holding, beating)]
                return Status.UNDECIDED, some[0] | some[1]
            return Status.UNDECIDED, self._open(links)
        if holding is not None and self._is_always(found, name):
            return Status.ACCEPTED, self._open(links)
        if beating is not None and self._is_always(found, lack):
            return Status.REJECTED, self._open(links)
        return Status.UNDECIDED, self._open(links)

    def _open(self, links: Links) -> set[int]:
        """Return all that does not fall by the grounded semantics; what does changes nothing by falling."""
        return {position for position, label in enumerate(Causes(links).label) if label != OUT}

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
