"""Reasons by the semantics that have several extensions: what the positions that can be held make of a claim."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from argmap.errors import ArgmapError
from argmap.evaluate.dung.semantics import semantics_named
from argmap.evaluate.framework import Translation, translate
from argmap.evaluate.reasons.causes import UNDECIDED, Causes
from argmap.evaluate.reasons.defence import defence
from argmap.evaluate.reasons.links import Links
from argmap.evaluate.reasons.loops import open_causes
from argmap.evaluate.reasons.talk import Talk
from argmap.evaluate.reasons.why import Explained, explained, reasons_of
from argmap.model.status import Status
from argmap.wording import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from argmap.evaluate.reasons.causes import Cause
    from argmap.evaluate.reasons.reasons import Reasons
    from argmap.model import ArgumentMap

COMPLETE = ("complete", "grounded", "preferred", "stable", "semi-stable", "ideal", "eager")
"""The semantics that rest on complete sets."""
MOST_WAYS = 3
"""How many different defences of what every position holds are told."""
MOST_POSITIONS = 64
"""How many positions are looked at for them."""


def discussed(
    m: ArgumentMap,
    name: str,
    semantics: str,
    support: str,
    succeeds: Callable[[str, str], bool] | None,
    depth: int,
    most: int,
    time_limit: float | None,
) -> Reasons:
    """Return the reasons by a semantics that rests on complete sets; see `argmap.evaluate.why`."""
    found = translate(m, support=support, succeeds=succeeds)
    return _Discussion(
        m, name, semantics, support, found, depth, most, time_limit, all_succeed=succeeds is None
    ).reasons()


def complete_based(semantics: str) -> str:
    """Return the full name of a semantics that rests on complete sets.

    Raises:
        UnknownNameError: If there is no such semantics.
        ArgmapError: If it rests on no complete sets.
    """
    full = semantics_named(semantics).name
    if full not in COMPLETE:
        raise ArgmapError(
            f"The {full} semantics gives no reasons: what it accepts need not be defended. "
            f"Ask by one of: {', '.join(COMPLETE)}."
        )
    return full


def held_in(found: Translation, extension: Collection[str]) -> set[int]:
    """Return the positions of the network of a map that an extension of its framework holds."""
    names = found.framework.arguments[: len(found.network)]
    return {position for position, name in enumerate(names) if name in extension}


class _Discussion:
    def __init__(
        self,
        m: ArgumentMap,
        name: str,
        semantics: str,
        support: str,
        found: Translation,
        depth: int,
        most: int,
        time_limit: float | None,
        *,
        all_succeed: bool,
    ) -> None:
        self._map, self._name, self._semantics, self._support = m, name, semantics, support
        self._found = found
        self._links = Links(found.network)
        self._root = found.network.position[name]
        self._limit = time_limit
        self._talk = Talk(m, self._links, depth=depth, most=most, all_succeed=all_succeed)
        self._title = self._talk.words.name(self._root)
        self._kind = f"{semantics} position"
        self._is_complete = True
        self._first: Explained | None = None

    def reasons(self) -> Reasons:
        """Find out what positions make of the claim, and say it."""
        some = self._found.framework.extension(self._semantics, time_limit=self._limit)
        if some.is_known and some.value is None:
            self._talk.say(f"There is no {self._kind}, so none says anything of {self._title}.")
            self._blame()
            return self._done(Status.UNDECIDED)
        lack = self._found.lacks[self._name]
        held, holding = self._ask(self._name, "credulous")
        beaten, beating = self._ask(lack, "credulous")
        if held and not beaten and self._ask(self._name, "sceptical")[0]:
            return self._every(Status.ACCEPTED)
        if beaten and not held and self._ask(lack, "sceptical")[0]:
            return self._every(Status.REJECTED)
        if not self._is_complete:
            self._talk.say(f"Time ran out before all was known that {self._kind}s say of {self._title}.")
        return self._some(holding if held else None, beating if beaten else None)

    def _blame(self) -> None:
        """Say why there is no stable position."""
        found = self._found
        of_lack = {lack: name for name, lack in found.lacks.items()}
        core = [of_lack.get(name, name) for name in found.framework.why_no_stable(time_limit=self._limit).value or ()]
        places = [found.network.position[name] for name in dict.fromkeys(core) if name in found.network.position]
        if places:
            are = "is" if len(places) == 1 else "are together"
            self._talk.say(f"What cannot be settled {are} {self._talk.words.names(places)}.", 1)

    def _ask(self, name: str, mode: str) -> tuple[bool, frozenset[str] | None]:
        """Return whether an argument of the framework is known to be accepted, and an extension that shows it."""
        answer = self._found.framework.accepts(name, self._semantics, mode, time_limit=self._limit)
        self._is_complete = self._is_complete and answer.is_known
        is_accepted = answer.is_known and bool(answer.value)
        return is_accepted, answer.witness if is_accepted and mode == "credulous" else None

    def _positions(self) -> Iterator[set[int]]:
        """Yield what positions hold, up to a number of them."""
        extensions = self._found.framework.extensions(self._semantics, time_limit=self._limit)
        for extension in islice(extensions, MOST_POSITIONS):
            yield held_in(self._found, extension)
        extensions.close()

    def _every(self, status: Status) -> Reasons:
        """Explain what every position holds, or rejects: a defence, and others for positions that do not share it."""
        does = "holds" if status is Status.ACCEPTED else "rejects"
        ways: list[tuple[set[int], Causes]] = []
        for held in self._positions():
            if not any(way <= held for way, _ in ways):
                ways.append(defence(self._links, held, self._root))
        self._talk.say(f"{'The' if self._is_one else 'Every'} {self._kind} {does} {self._title}.")
        for number, (_, causes) in enumerate(ways[:MOST_WAYS]):
            if number:
                self._talk.say(f"Other {self._kind}s do so for other reasons:")
            self._tell(causes.label, dict(enumerate(causes.cause)))
        if len(ways) > MOST_WAYS:
            self._talk.say(f"{counted(len(ways) - MOST_WAYS, 'more defence')} left out.")
        return self._done(status)

    def _some(self, holding: frozenset[str] | None, beating: frozenset[str] | None) -> Reasons:
        """Explain what positions differ about, or leave open."""
        kind, title = self._kind, self._title
        if holding and beating:
            self._talk.say(f"Some {kind}s hold {title}, and others reject it.")
        elif holding:
            self._talk.say(f"Some {kind}s hold {title}; others leave it undecided, and none rejects it.")
        elif beating:
            self._talk.say(f"Some {kind}s reject {title}; others leave it undecided, and none holds it.")
        elif self._is_complete:
            self._talk.say(f"{'The' if self._is_one else 'Every'} {kind} leaves {title} undecided.")
        for extension, words in ((holding, "One that holds it:"), (beating, "One that rejects it:")):
            if extension is not None:
                self._talk.say(words)
                _, causes = defence(self._links, held_in(self._found, extension), self._root)
                self._tell(causes.label, dict(enumerate(causes.cause)))
        if not (holding and beating):
            self._open(is_only=not (holding or beating))
        return self._done(Status.UNDECIDED)

    def _open(self, *, is_only: bool) -> None:
        """Explain a position that leaves the claim undecided, if there is one among the first ones."""
        for held in self._positions():
            label = Causes(self._links, held).label
            if label[self._root] == UNDECIDED:
                if not is_only:
                    self._talk.say("One that leaves it undecided:")
                self._tell(label, open_causes(self._links, label, self._root))
                return

    @property
    def _is_one(self) -> bool:
        return semantics_named(self._semantics).is_unique

    def _tell(self, label: list[int], cause: Mapping[int, Cause | None]) -> None:
        causes = {position: found for position, found in cause.items() if found is not None}
        self._talk.tell(self._root, causes, label, 1)
        if self._first is None:
            self._first = explained(self._map, self._links, self._talk, self._root, causes, label)

    def _done(self, status: Status) -> Reasons:
        is_complete = self._is_complete
        return reasons_of(
            self._map,
            self._name,
            status,
            self._semantics,
            self._support,
            self._talk,
            self._first,
            is_complete=is_complete,
        )
