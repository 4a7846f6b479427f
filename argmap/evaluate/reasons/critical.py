"""`critical`: the smallest sets whose withdrawal or rebuttal would flip a verdict."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.errors import ArgmapError, UnknownNameError, nearest
from argmap.evaluate.network import network_of
from argmap.evaluate.reasons.judging import SolverJudge, judge_grounded
from argmap.evaluate.reasons.links import Links, cut
from argmap.evaluate.reasons.supposing import hit_by, way_named
from argmap.evaluate.reasons.words import Words, counted
from argmap.model.status import Status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from argmap.model import Argument, ArgumentMap, Claim

_NOW = {Status.ACCEPTED: "stands", Status.REJECTED: "falls", Status.UNDECIDED: "is undecided"}
_DIRECTIONAL = ("grounded", "complete", "preferred", "ideal")


class Flip(NamedTuple):
    """A smallest set that would flip a verdict.

    Attributes:
        ids: The ids of the claims and arguments in it, in the order of the map.
        status: The verdict after.
    """

    ids: tuple[str, ...]
    status: Status


class Critical:
    """The smallest sets whose withdrawal or rebuttal would flip a verdict, each found when it is asked for.

    Go over it as often as you like; what was found is kept. Printed, it is sentences.

    Attributes:
        thesis: The id of the claim or argument.
        status: Its verdict now; None where the time was too short even for this.
        semantics: The full name of the semantics.
        how: ``remove`` or ``rebut``.
        is_complete: Whether all smallest sets were found, once there is no next one; False before that.
        known_to: Up to what size all smallest sets are known so far.
        reason: Why it ended, in a sentence; empty before that.

    Example:
        >>> import argmap
        >>> m = argmap.ArgumentMap()
        >>> gate = m.claim("A gate keeps them out", title="Gate")
        >>> futile = m.rebut("Bad actors find a way", gate, title="Futile")
        >>> _ = m.relate(m.claim("How easy it is still matters", title="Ease"), "undercut", futile)
        >>> m.critical("Gate").sets
        (Flip(ids=('Ease',), status=<Status.REJECTED: 'rejected'>),)
        >>> print(m.critical("Gate"))
        “Gate” stands. If this is withdrawn, that changes:
          “Ease”; then it falls.
        There is no other way.
    """

    def __init__(
        self,
        m: ArgumentMap,
        thesis: str,
        semantics: str,
        how: str,
        found: Iterator[Status | Flip | int],
        most: int,
        largest: int | None,
    ) -> None:
        self.thesis, self.semantics, self.how = thesis, semantics, how
        self.status: Status | None = None
        self.is_complete = False
        self.known_to = 0
        self.reason = ""
        self._map = m
        self._most, self._largest = most, largest
        self._found: Iterator[Status | Flip | int] | None = found
        self._sets: list[Flip] = []
        self._begin()

    def _begin(self) -> None:
        """Find out the verdict now, which costs one evaluation."""
        assert self._found is not None
        try:
            found = next(self._found)
        except TimeoutError:
            self.reason = "Time ran out before the verdict was known."
            self._found = None
        else:
            assert isinstance(found, Status)
            self.status = found

    def __iter__(self) -> Iterator[Flip]:
        place = 0
        while True:
            if place < len(self._sets):
                yield self._sets[place]
                place += 1
            elif not self._advance():
                return

    def _advance(self) -> bool:
        """Look for one more set; return whether there is one."""
        while self._found is not None:
            if len(self._sets) >= self._most:
                self.reason = f"These are the first {counted(self._most, 'set')}; there may be more."
                self._found = None
                break
            try:
                found = next(self._found)
            except StopIteration:
                self.is_complete = True
                self.reason = "There is no other way." if self._sets else "There is no way."
                self._found = None
            except TimeoutError:
                self.reason = f"Time ran out; all sets of up to {self.known_to:,} are known."
                self._found = None
            else:
                if isinstance(found, Flip):
                    self._sets.append(found)
                    return True
                assert isinstance(found, int)
                self.known_to = found
                if found == self._largest:
                    self.reason = f"Sets of more than {found:,} were not looked for."
                    self._found = None
        return False

    @property
    def sets(self) -> tuple[Flip, ...]:
        """All that are to be found; this waits for them."""
        return tuple(self)

    @property
    def sentences(self) -> tuple[str, ...]:
        """The sets in words; this waits for them."""
        words = Words(self._map, network_of(self._map))
        place = self._map.index().position

        def named(some: tuple[str, ...]) -> str:
            return words.names(place[name] for name in some)

        title = named((self.thesis,))
        if self.status is None:
            return (self.reason,)
        act = "withdrawn" if self.how == "remove" else "rebutted"
        flips = self.sets
        if not flips:
            return (
                f"{title} {_NOW[self.status]}. No set was found that would change this if it were {act}.",
                self.reason,
            )
        lines = []
        for status in Status:
            single = [flip.ids[0] for flip in flips if flip.status is status and len(flip.ids) == 1]
            if single:
                any_of = "any one of " if len(single) > 1 else ""
                shown = words.names([place[name] for name in single], "or", most=20)
                lines.append(f"  {any_of}{shown}; then it {_NOW[status]}.")
        lines += [f"  {named(flip.ids)} together; then it {_NOW[flip.status]}." for flip in flips if len(flip.ids) > 1]
        this = "this" if len(flips) == 1 else "one of these"
        head = f"{title} {_NOW[self.status]}. If {this} is {act}, that changes:"
        return head, *lines, self.reason

    def to_data(self) -> dict[str, Any]:
        """Return it as plain data, as `argmap whatif --flip --json` prints it."""
        return {
            "claim": self.thesis,
            "status": None if self.status is None else str(self.status),
            "semantics": self.semantics,
            "how": self.how,
            "sets": [{"ids": list(flip.ids), "status": str(flip.status)} for flip in self.sets],
            "is_complete": self.is_complete,
            "known_to": self.known_to,
            "reason": self.reason,
        }

    def __str__(self) -> str:
        return "\n".join(filter(None, self.sentences))

    def __repr__(self) -> str:
        return f"<Critical ({self.semantics}): {len(self._sets)} sets found to flip {self.thesis!r}>"


def critical(
    m: ArgumentMap,
    thesis: str | Claim | Argument | None = None,
    *,
    semantics: str = "grounded",
    how: str = "remove",
    to: str | None = None,
    most: int = 50,
    largest: int | None = None,
    support: str = "necessary",
    succeeds: Callable[[str, str], bool] | None = None,
    time_limit: float | None = 10.0,
) -> Critical:
    """Return the smallest sets of claims and arguments that would flip a verdict if they were withdrawn or rebutted.

    A set is smallest if no part of it would do. They come by size. The claim itself is in none of them. What it means
    to withdraw or rebut, `what_if` says.

    Args:
        m: The map.
        thesis: The claim or argument; by default the thesis of the map, if it has only one.
        semantics: A semantics that rests on complete sets.
        how: ``remove`` or ``rebut``.
        to: The verdict that is wanted: ``accepted``, ``rejected`` or ``undecided``; by default, any other than now.
        most: How many sets to find at most.
        largest: The size of the largest sets that are looked for; any by default.
        support: How support relations are read: ``necessary``, ``deductive``, ``evidential`` or ``none``.
        succeeds: Whether an attack of the first id on the second one counts at all; by default, every one does.
        time_limit: Seconds for the search, counted from the first set that is asked for; None for no limit.

    Raises:
        UnknownNameError: If there is no such claim, argument, semantics, way, verdict or reading of support.
        ArgmapError: If the map has not exactly one thesis and none is named, or the semantics rests on no complete
            sets.

    Complexity:
        Exact. A tree of hitting sets (Reiter, "A theory of diagnosis from first principles", Artificial Intelligence
        32, 1987): a set that does not flip the verdict is grown by each of the things on which the verdict then hangs,
        so that with `b` of these, about `b` to the power of `k` evaluations of what acts on the claim are needed for
        sets of `k`. By the grounded semantics each is linear, and the things are those that a shortest proof rests on;
        where the claim is undecided, all that is undecided before it.

    Example:
        >>> import argmap
        >>> m = argmap.ArgumentMap()
        >>> _ = m.relate(m.claim("Open", title="Open"), "contradictory", m.claim("Closed", title="Closed"))
        >>> [flip.ids for flip in critical(m, "Open", how="rebut")]
        [('Closed',)]
    """
    name = _thesis(m, thesis)
    way_named(how)
    if to is not None and to not in [status.value for status in Status]:
        known = [status.value for status in Status]
        raise UnknownNameError(f"There is no verdict called {to!r}.{nearest(to, known) or f' Use one of: {known}.'}")
    if semantics != "grounded":
        from argmap.evaluate.reasons.discussion import complete_based

        semantics = complete_based(semantics)
    network = network_of(m, support=support, succeeds=succeeds)
    links = Links(network)
    if semantics in _DIRECTIONAL:
        network = cut(network, links.cone([network.position[name]]))
        links = Links(network)
    clock = _Clock(time_limit)
    judge = judge_grounded if semantics == "grounded" else SolverJudge(semantics, clock.left)
    root = network.position[name]
    search = _search(links, root, judge, hit_by(network, how), to, clock)
    return Critical(m, name, semantics, how, search, most, largest)


def _thesis(m: ArgumentMap, thesis: str | Claim | Argument | None) -> str:
    if thesis is not None:
        return m[thesis].id
    roots = [record.id for record in m.roots()]
    if len(roots) != 1:
        some = ", ".join(map(repr, roots[:8]))
        have = f"has {len(roots):,} theses ({some})" if roots else "has no thesis"
        raise ArgmapError(f"The map {have}: name the claim whose verdict is to be flipped.")
    return roots[0]


class _Clock:
    """How much time is left, from when it is first looked at."""

    def __init__(self, seconds: float | None) -> None:
        self._seconds = seconds
        self._end: float | None = None

    def left(self) -> float | None:
        """Return the seconds that are left; None for no limit.

        Raises:
            TimeoutError: If there are none.
        """
        if self._seconds is None:
            return None
        if self._end is None:
            self._end = monotonic() + self._seconds
        left = self._end - monotonic()
        if left <= 0:
            raise TimeoutError
        return left


def _search(
    links: Links,
    root: int,
    judge: Callable[[Links, int], tuple[Status, set[int]]],
    hit: dict[str, tuple[int, ...]],
    goal: str | None,
    clock: _Clock,
) -> Iterator[Status | Flip | int]:
    """Yield the verdict, then the smallest sets that flip it, and after all of one size, this size."""
    network = links.network
    before = judge(links, root)[0]
    yield before
    if goal == before:
        return
    names: dict[int, list[int]] = {}  # for each position, the claims and arguments whose fall makes it fall
    for name, positions in hit.items():
        if network.position[name] != root:
            for position in positions:
                names.setdefault(position, []).append(network.position[name])
    found: list[frozenset[int]] = []
    level: dict[frozenset[int], None] = {frozenset(): None}
    size = 0
    while level:
        grown: dict[frozenset[int], None] = {}
        for chosen in sorted(level, key=sorted):
            clock.left()
            if any(flip <= chosen for flip in found):
                continue
            fallen = [position for each in chosen for position in hit[network.ids[each]]]
            status, hangs_on = judge(links.without(fallen), root)
            if status == goal if goal is not None else status is not before:
                found.append(chosen)
                yield Flip(tuple(network.ids[each] for each in sorted(chosen)), status)
                continue
            fresh = {name for position in hangs_on for name in names.get(position, ())}
            grown.update(dict.fromkeys(chosen | {name} for name in fresh - chosen))
        yield size
        level = grown
        size += 1
