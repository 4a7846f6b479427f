"""The smallest change of a ranking that changes what becomes of a claim."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from argmap.errors import ArgmapError, UnknownNameError, nearest
from argmap.evaluate.audiences.audience import Audience, audience_of
from argmap.evaluate.audiences.rankings import Contests, Outcome
from argmap.model.status import Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.evaluate.verdicts import Verdicts
    from argmap.model import Argument, ArgumentMap, Claim

MOST_RANKINGS = 50_000
"""How many rankings a search for the nearest one looks at."""


class Marks(bytes):
    """What becomes of each claim and argument, by its position in the map: a few bits for each.

    There may be as many verdicts as rankings, so they are kept small.
    """

    ACCEPTED, REJECTED, POSSIBLE = 1, 2, 4

    def status(self, position: int) -> Status:
        """Return the status at a position."""
        bits = self[position]
        if bits & self.ACCEPTED:
            return Status.ACCEPTED
        return Status.REJECTED if bits & self.REJECTED else Status.UNDECIDED


_BITS = {Status.ACCEPTED: Marks.ACCEPTED, Status.REJECTED: Marks.REJECTED, Status.UNDECIDED: 0}


class ByOutcome:
    """The verdicts on a map for what becomes of its contested attacks, each found once."""

    def __init__(self, m: ArgumentMap, semantics: str, support: str) -> None:
        self.contests = Contests(m)
        self.map, self.semantics, self.support = m, semantics, support
        self.ids = m.index().ids
        self._place = m.index().position
        self._found: dict[Outcome, Marks] = {}

    def marks(self, outcome: Outcome) -> Marks:
        """Return what becomes of everything where these kinds of attack succeed."""
        if outcome not in self._found:
            verdicts = self._evaluate(outcome)
            self._found[outcome] = Marks(
                _BITS[status] | (Marks.POSSIBLE if name in verdicts.possible else 0)
                for name, status in verdicts.statuses.items()
            )
        return self._found[outcome]

    def place(self, name: str) -> int:
        """Return the position of a claim or argument.

        Raises:
            UnknownNameError: If there is none of this name.
        """
        if not isinstance(name, str) or name not in self._place:
            raise UnknownNameError(f"There is no claim or argument {name!r} in the map.{nearest(str(name), self.ids)}")
        return self._place[name]

    def _evaluate(self, outcome: Outcome) -> Verdicts:
        from argmap.evaluate.evaluating import evaluate

        def succeeds(source: str, target: str) -> bool:
            return self.contests.succeeds(outcome, source, target)

        careful = evaluate(self.map, "grounded", support=self.support, succeeds=succeeds)
        if self.semantics == "grounded" or (self.semantics in _SAME_IF_DECIDED and not careful.undecided):
            return careful  # a grounded labelling that decides everything is the only complete one
        return evaluate(self.map, self.semantics, support=self.support, succeeds=succeeds)


_SAME_IF_DECIDED = ("complete", "preferred", "stable", "semi-stable", "ideal", "eager")


@dataclass(frozen=True, slots=True)
class Flip:
    """The smallest change of a ranking after which a claim or argument stands differently.

    Attributes:
        thesis: The id of the claim or argument.
        audience: The audience whose ranking is changed.
        before: Its status for this audience.
        after: Its status for the changed ranking.
        ranking: The changed ranking, of all values that matter, from the first to the last.
        turned: The pairs of values that the change turns round, the one that is now above first. There are none where
            it is enough to settle what the audience leaves open.
        settled: The neighbours in the changed ranking of which the audience leaves open which one comes first.

    Example:
        >>> import argmap
        >>> m = argmap.ArgumentMap()
        >>> close = m.claim("Close it", title="Close", data={"values": "safety"})
        >>> _ = m.rebut("Open it", close, title="Open", data={"values": "pay"})
        >>> print(m.audiences("Close", semantics="grounded").flip("Close", "safety > pay"))
        For the audience safety > pay, "Close" is accepted. It is rejected if pay comes before safety: pay > safety.
    """

    thesis: str
    audience: Audience
    before: Status
    after: Status
    ranking: tuple[str, ...]
    turned: tuple[tuple[str, str], ...]
    settled: tuple[tuple[str, str], ...] = ()

    @property
    def distance(self) -> int:
        """How many pairs of values are turned round: the Kendall tau distance, the fewest swaps of neighbours."""
        return len(self.turned)

    def to_data(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {
            "thesis": self.thesis,
            "audience": str(self.audience),
            "before": str(self.before),
            "after": str(self.after),
            "distance": self.distance,
            "ranking": list(self.ranking),
            "turned": [list(pair) for pair in self.turned],
            "settled": [list(pair) for pair in self.settled],
        }

    def __str__(self) -> str:
        holder = f"the audience {self.audience.name or self.audience}"
        changes = self.turned or self.settled
        words = " and ".join(f"{first} comes before {second}" for first, second in changes)
        return (
            f'For {holder}, "{self.thesis}" is {self.before}. '
            f"It is {self.after} if {words}: {' > '.join(self.ranking)}."
        )


def flip(
    m: ArgumentMap,
    thesis: str | Claim | Argument,
    audience: str | Sequence[object] | Audience,
    semantics: str = "preferred",
    *,
    support: str = "necessary",
) -> Flip | None:
    """Return the smallest change of an audience's ranking after which a claim or argument stands differently.

    Among the rankings of all values that matter, one is sought that gives another status and turns round the fewest
    pairs of values (Kendall tau distance, "A new measure of rank correlation", Biometrika 30, 1938). Where the audience
    leaves open which of two values comes first, either is as good and counts nothing.

    Args:
        m: The map.
        thesis: A claim or argument, or its id.
        audience: The name of an audience in the front matter, a ranking, or an `Audience`.
        semantics: As for `argmap.evaluate.evaluate`.
        support: As for `argmap.evaluate.evaluate`.

    Returns:
        The change; None if every ranking gives the same status.

    Raises:
        UnknownNameError: If there is no such claim, argument, audience, value, semantics or reading of support.
        ArgmapError: If too many rankings lie near: see `MOST_RANKINGS`.

    Complexity:
        Rankings are looked at in the order of their distance; there are factorially many. One that differs in what
        becomes of attacks costs one evaluation.
    """
    return nearest_flip(ByOutcome(m, semantics, support), thesis, audience)


def nearest_flip(
    weighing: ByOutcome, thesis: str | Claim | Argument, audience: str | Sequence[object] | Audience
) -> Flip | None:
    """Return what `flip` does, by verdicts that may have been found before."""
    contests = weighing.contests
    held = audience_of(weighing.map, audience)
    thesis = weighing.map[thesis].id
    place = weighing.place(thesis)
    before = weighing.marks(contests.outcome_for(held)).status(place)
    values = contests.values
    count = len(values)
    better = [[held.prefers(first, second) for second in values] for first in values]
    start = tuple(_in_order(better))
    nearest: dict[tuple[int, ...], int] = {start: 0}
    ahead = deque([start])
    done: set[tuple[int, ...]] = set()
    while ahead:
        ranking = ahead.popleft()
        if ranking in done:
            continue
        done.add(ranking)
        after = weighing.marks(contests.outcome(contests.tops(ranking))).status(place)
        if after != before:
            return _flip(thesis, held, before, after, [values[each] for each in ranking], better, ranking)
        if len(done) > MOST_RANKINGS:
            raise ArgmapError(
                f"None of the {MOST_RANKINGS:,} rankings next to this one changes what becomes of {thesis!r}, and "
                f"there are more: {count} values matter. Give one word to values that mean the same."
            )
        for number in range(count - 1):
            first, second = ranking[number], ranking[number + 1]
            if first in contests.above[second] or better[second][first]:
                continue  # it holds for everyone, or has been turned round already
            swapped = (*ranking[:number], second, first, *ranking[number + 2 :])
            distance = nearest[ranking] + better[first][second]
            if distance < nearest.get(swapped, distance + 1):
                nearest[swapped] = distance
                (ahead.append if better[first][second] else ahead.appendleft)(swapped)
    return None


def _in_order(better: list[list[bool]]) -> list[int]:
    """Return a ranking of all values that keeps to a partial order, the first ones first."""
    left = list(range(len(better)))
    found = []
    while left:
        first = next(value for value in left if not any(better[other][value] for other in left))
        left.remove(first)
        found.append(first)
    return found


def _flip(
    thesis: str,
    held: Audience,
    before: Status,
    after: Status,
    words: list[str],
    better: list[list[bool]],
    ranking: tuple[int, ...],
) -> Flip:
    pairs = [(first, second) for place, first in enumerate(ranking) for second in ranking[place + 1 :]]
    names = dict(zip(ranking, words, strict=True))
    turned = tuple((names[first], names[second]) for first, second in pairs if better[second][first])
    settled = tuple(
        (names[first], names[second])
        for first, second in pairwise(ranking)
        if not better[first][second] and not better[second][first]
    )
    return Flip(thesis, held, before, after, tuple(words), turned, settled)
