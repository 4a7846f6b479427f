"""`critical`: the smallest sets whose withdrawal or rebuttal would flip a verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.errors import ArgmapError, UnknownNameError, nearest_or_all
from argmap.evaluate.evaluating import heard
from argmap.evaluate.network import network_of
from argmap.evaluate.reasons.flipping import Clock, Flip, search
from argmap.evaluate.reasons.judging import SolverJudge, judge_grounded
from argmap.evaluate.reasons.links import Links, cut
from argmap.evaluate.reasons.supposing import hit_by, way_named
from argmap.evaluate.reasons.words import Words
from argmap.model.status import Status
from argmap.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.evaluate.audiences import Audience
    from argmap.evaluate.evaluating import Succeeds
    from argmap.evaluate.reasons.flipping import Judge
    from argmap.model import Argument, ArgumentMap, Claim

_NOW = {Status.ACCEPTED: "stands", Status.REJECTED: "falls", Status.UNDECIDED: "is undecided"}
_DIRECTIONAL = ("grounded", "complete", "preferred", "ideal")


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
                known = (
                    f"; all sets of up to {self.known_to:,} are known."
                    if self.known_to
                    else " before any set was known."
                )
                self.reason = f"Time ran out{known}"
                self._found = None
            else:
                if isinstance(found, Flip):
                    self._sets.append(found)
                    return True
                assert isinstance(found, int)
                self.known_to = found
                if self._largest is not None and found >= self._largest:
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
        flips = sorted(self.sets, key=lambda flip: (len(flip.ids), [place[name] for name in flip.ids]))
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
    audience: str | Audience | None = None,
    succeeds: Succeeds | None = None,
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
        audience: Who judges, as for `evaluate`; by default, every attack succeeds.
        succeeds: Whether an attack of the first id on the second one counts at all; by default, every one does that an
            audience lets succeed.
        time_limit: Seconds for the search, counted from the first set that is asked for; None for no limit.

    Raises:
        UnknownNameError: If there is no such claim, argument, semantics, way, verdict, reading of support, audience or
            value.
        ArgmapError: If the map has not exactly one thesis and none is named, the semantics rests on no complete sets,
            or `most` or `largest` is less than 1.

    Complexity:
        Exact, by implicit hitting sets (Reiter, "A theory of diagnosis from first principles", Artificial Intelligence
        32, 1987; Moreno-Centeno and Karp, Operations Research 61, 2013): a smallest set that hits all reasons found so
        far is judged; if it does not flip the verdict, the reason why not is one more. Each judgement is linear by the
        grounded semantics, and asks a SAT solver by others; there may be exponentially many, and finding the smallest
        set that hits all is a MaxSAT problem (RC2: Ignatiev, Morgado and Marques-Silva, JSAT 11, 2019).

    Example:
        >>> import argmap
        >>> m = argmap.ArgumentMap()
        >>> _ = m.relate(m.claim("Open", title="Open"), "contradictory", m.claim("Closed", title="Closed"))
        >>> [flip.ids for flip in critical(m, "Open", how="rebut")]
        [('Closed',)]
    """
    name = _thesis(m, thesis)
    way_named(how)
    verdicts = [status.value for status in Status]
    if to is not None and to not in verdicts:
        hint = nearest_or_all(to, verdicts)
        raise UnknownNameError(f"There is no verdict called {to!r}.{hint}")
    if most < 1 or (largest is not None and largest < 1):
        raise ArgmapError("Ask for at least 1 set (most=), and for sets of at least 1 (largest=).")
    if semantics != "grounded":
        from argmap.evaluate.reasons.discussion import complete_based

        semantics = complete_based(semantics)
    network = network_of(m, support=support, succeeds=heard(m, audience, succeeds))
    links = Links(network)
    if semantics in _DIRECTIONAL:
        near = links.cone([network.position[name]])
        # What is rebutted takes with it what supports it deductively, though that does not depend on it.
        near = links.cone([*near, *(member for each in near for member in network.joints.get(each, ()))])
        network = cut(network, near)
        links = Links(network)
    clock = Clock(time_limit)
    judge: Judge = judge_grounded if semantics == "grounded" else SolverJudge(semantics, clock.left)
    goal = None if to is None else Status(to)
    found = search(links, network.position[name], judge, hit_by(network, how), goal, clock)
    return Critical(m, name, semantics, how, found, most, largest)


def _thesis(m: ArgumentMap, thesis: str | Claim | Argument | None) -> str:
    if thesis is not None:
        return m[thesis].id
    roots = [record.id for record in m.roots()]
    if len(roots) != 1:
        some = ", ".join(map(repr, roots[:8]))
        have = f"has {len(roots):,} theses ({some})" if roots else "has no thesis"
        raise ArgmapError(f"The map {have}: name the claim whose verdict is to be flipped.")
    return roots[0]
