"""Reasons by the semantics that have several extensions: what the positions that can be held make of a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.errors import ArgmapError
from argmap.evaluate.dung.semantics import semantics_named
from argmap.evaluate.framework import Translation, translate
from argmap.evaluate.reasons.causes import IN, OUT, UNDECIDED, Causes
from argmap.evaluate.reasons.defence import defence
from argmap.evaluate.reasons.links import Links
from argmap.evaluate.reasons.loops import open_causes
from argmap.evaluate.reasons.talk import Talk
from argmap.evaluate.reasons.why import reasons_of
from argmap.evaluate.reasons.words import counted
from argmap.model.status import Status

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

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
    full = complete_based(semantics)
    found = translate(m, support=support, succeeds=succeeds)
    return _Discussion(m, name, full, support, found, depth, most, time_limit).reasons()


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
    ) -> None:
        self._map, self._name, self._semantics, self._support = m, name, semantics, support
        self._found = found
        self._links = Links(found.network)
        self._root = found.network.position[name]
        self._limit = time_limit
        self._talk = Talk(m, self._links, depth=depth, most=most)
        self._title = self._talk.words.name(self._root)
        self._kind = f"{semantics} position"

    def _ask(self, name: str, mode: str) -> tuple[bool | None, frozenset[str] | None]:
        """Return whether an argument of the framework is accepted (None: not known), and what shows it."""
        answer = self._found.framework.accepts(name, self._semantics, mode, time_limit=self._limit)
        return (answer.value if answer.is_known else None), answer.witness

    def reasons(self) -> Reasons:
        framework = self._found.framework
        any_at_all = framework.extension(self._semantics, time_limit=self._limit)
        if any_at_all.is_known and any_at_all.value is None:
            self._talk.say(f"There is no {self._kind}, so nothing can be said of {self._title} by this semantics.")
            self._talk.say("Something that attacks itself, or a circle of an odd number of attacks, rules them all out.", 1)
            return self._empty(Status.UNDECIDED)
        lack = self._found.lacks[self._name]
        held, holding = self._ask(self._name, "credulous")
        beaten, beating = self._ask(lack, "credulous")
        if held is None or beaten is None:
            self._talk.say(f"Time ran out before it was known what the {self._kind}s make of {self._title}.")
            return self._empty(Status.UNDECIDED, is_complete=False)
        if held and not beaten:
            always, _ = self._ask(self._name, "sceptical")
            if always:
                return self._every(Status.ACCEPTED)
            if always is None:
                self._talk.say(f"Time ran out before it was known whether every {self._kind} holds {self._title}.")
        elif beaten and not held:
            always, _ = self._ask(lack, "sceptical")
            if always:
                return self._every(Status.REJECTED)
            if always is None:
                self._talk.say(f"Time ran out before it was known whether every {self._kind} rejects {self._title}.")
        return self._some(holding if held else None, beating if beaten else None)

    def _every(self, status: Status) -> Reasons:
        """Explain what every position holds, or rejects: one defence for each kind of them."""
        does = "holds" if status is Status.ACCEPTED else "rejects"
        ways: list[tuple[set[int], Causes]] = []
        extensions = self._found.framework.extensions(self._semantics, time_limit=self._limit)
        seen = 0
        for extension in extensions:
            held = held_in(self._found, extension)
            seen += 1
            if not any(way <= held for way, _ in ways):
                ways.append(defence(self._links, held, self._root))
            if seen >= MOST_POSITIONS:
                break
        extensions.close()
        self._talk.say(f"Every {self._kind} {does} {self._title}.")
        first = None
        for number, (_, causes) in enumerate(ways[:MOST_WAYS]):
            if number:
                self._talk.say(f"Other {self._kind}s do so for other reasons:")
            found = self._tell(causes)
            first = first or found
        more = len(ways) - MOST_WAYS
        if more > 0:
            self._talk.say(f"{counted(more, 'more defence')} {'is' if more == 1 else 'are'} left out.")
        assert first is not None
        return first(status)

    def _some(self, holding: frozenset[str] | None, beating: frozenset[str] | None) -> Reasons:
        """Explain what positions differ about, or leave open."""
        kind, title = self._kind, self._title
        first = None
        if holding and beating:
            self._talk.say(f"Some {kind}s hold {title}, and others reject it.")
        elif holding:
            self._talk.say(f"Some {kind}s hold {title}; others leave it undecided, and none rejects it.")
        elif beating:
            self._talk.say(f"Some {kind}s reject {title}; others leave it undecided, and none holds it.")
        for extension, words in ((holding, "One that holds it:"), (beating, "One that rejects it:")):
            if extension is not None:
                self._talk.say(words)
                _, causes = defence(self._links, held_in(self._found, extension), self._root)
                found = self._tell(causes)
                first = first or found
        if not (holding and beating):
            self._open(is_only=not holding and not beating)
        if first is None:
            return self._empty(Status.UNDECIDED)
        return first(Status.UNDECIDED)
