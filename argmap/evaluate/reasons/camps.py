"""`camps`: the positions that one can hold on a debate, what they share, and where they part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice, product
from math import prod
from typing import TYPE_CHECKING, Any, overload

from argmap.errors import ArgmapError
from argmap.evaluate.evaluating import heard
from argmap.evaluate.network import network_of
from argmap.evaluate.reasons.causes import IN, STATUS, Causes
from argmap.evaluate.reasons.drawable import Drawable
from argmap.evaluate.reasons.links import Links
from argmap.evaluate.reasons.questions import answers, parts, telling
from argmap.evaluate.reasons.words import Words
from argmap.model import ArgumentMap
from argmap.model.status import Status
from argmap.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.evaluate.audiences import Audience
    from argmap.evaluate.evaluating import Succeeds


@dataclass(frozen=True)
class Question:
    """A question on which positions part, and that each can answer whatever it says of the others.

    Attributes:
        about: The ids of the claims and arguments that it is about, in the order of the map.
        answers: For each answer, the ids of those that it holds.
        telling: A smallest set of ids that tells the answers apart: each answer holds others of them.
    """

    about: tuple[str, ...]
    answers: tuple[tuple[str, ...], ...]
    telling: tuple[str, ...]

    def to_data(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {
            "about": list(self.about),
            "answers": [list(answer) for answer in self.answers],
            "telling": list(self.telling),
        }


@dataclass(frozen=True)
class Camp(Drawable):
    """A position that one can hold.

    Attributes:
        number: Its number, from 1.
        held: The ids of all that it holds, in the order of the map.
        own: Of these, what not every position holds.
        statuses: What it makes of each claim and argument: it holds it, rejects it, or neither.
        map: The map.
    """

    number: int
    held: tuple[str, ...]
    own: tuple[str, ...]
    statuses: dict[str, Status]
    map: ArgumentMap = field(compare=False, repr=False)

    def view(self, **options: Any) -> Any:
        """Return a view of the map that shows what the position makes of each claim and argument.

        Args:
            **options: Fields of `argmap.View`.
        """
        return self.map.view(**({"status": self.statuses} | options))


class Camps(Sequence[Camp]):
    """The positions that one can hold, in a fixed order. Printed, it says what they share and where they part.

    Attributes:
        semantics: The full name of the semantics.
        questions: Where positions part; an answer to each makes a position.
        shared: The ids of what all positions hold, in the order of the map.
        total: How many positions there are; where not `is_complete`, at least.
        is_complete: Whether all answers to all questions were found.

    Example:
        >>> import argmap
        >>> m = argmap.ArgumentMap()
        >>> _ = m.relate(m.claim("Open", title="Open"), "contradictory", m.claim("Closed", title="Closed"))
        >>> _ = m.claim("Models are powerful", title="Powerful")
        >>> camps = m.camps()
        >>> print(camps)
        2 positions can be held. All of them hold 1 of 3 claims and arguments.
        They part over this question:
          “Open”
          or “Closed”
        Whether one holds “Open” tells which position it is.
        >>> [camp.own for camp in camps]
        [('Open',), ('Closed',)]
    """

    def __init__(
        self,
        m: ArgumentMap,
        semantics: str,
        links: Links,
        label: Sequence[int],
        found: Sequence[tuple[list[int], list[frozenset[int]]]],
        most: int,
        *,
        is_complete: bool,
    ) -> None:
        self.semantics = semantics
        self.is_complete = is_complete
        self.total = prod(len(some) for _, some in found)
        self._map, self._links, self._most = m, links, most
        self._count = len(links.network.ids)
        self._answers = [some for _, some in found]
        common = {position for position, each in enumerate(label) if each == IN}
        common.update(position for _, some in found if some for position in frozenset.intersection(*some))
        self._common = frozenset(common)
        self._core = frozenset(position for position, each in enumerate(label) if each == IN)
        self.shared = self._ids(common) if self.total else ()
        self.questions = tuple(
            Question(
                self._ids(part),
                tuple(self._ids(each - self._common) for each in some),
                self._ids(telling(some, self._count)),
            )
            for part, some in found
            if self.total and len(some) > 1
        )

    def _ids(self, positions: Iterable[int]) -> tuple[str, ...]:
        return tuple(self._links.network.ids[each] for each in sorted(positions) if each < self._count)

    def __len__(self) -> int:
        """How many positions are listed: all, or as many as were asked for."""
        return min(self.total, self._most)

    @cached_property
    def _camps(self) -> list[Camp]:
        return [self._camp(number, some) for number, some in enumerate(islice(product(*self._answers), len(self)), 1)]

    def _camp(self, number: int, some: tuple[frozenset[int], ...]) -> Camp:
        held = self._core.union(*some)
        label = Causes(self._links, held).label
        statuses = {name: STATUS[label[place]] for place, name in enumerate(self._links.network.ids)}
        return Camp(number, self._ids(held), self._ids(held - self._common), statuses, self._map)

    @overload
    def __getitem__(self, place: int) -> Camp: ...
    @overload
    def __getitem__(self, place: slice) -> list[Camp]: ...
    def __getitem__(self, place: int | slice) -> Camp | list[Camp]:
        return self._camps[place]

    @property
    def telling(self) -> tuple[str, ...]:
        """A smallest set of ids that tells the positions apart: each position holds others of them."""
        return tuple(name for question in self.questions for name in question.telling)

    @property
    def sentences(self) -> tuple[str, ...]:
        """What they share, where they part, and how to tell them apart, in words."""
        words = Words(self._map, self._links.network)
        place = self._links.network.position

        def named(some: Sequence[str], last: str = "and", most: int = 6) -> str:
            return words.names((place[name] for name in some), last, most)

        if not self.total:
            return (
                "There is no position that can be held." if self.is_complete else "Time ran out before any was found.",
            )
        least = "" if self.is_complete else "At least "
        whole = f"{len(self.shared):,} of {self._count:,} claims and arguments"
        if self.total == 1:
            first = f"{least}1 position can be held. It holds {whole}."
        else:
            first = f"{least}{self.total:,} positions can be held. All of them hold {whole}."
        lines = [first]
        if len(self.questions) == 1:
            lines.append("They part over this question:")
        elif self.questions:
            lines.append(
                f"They part over {len(self.questions):,} questions; each answer goes with any answer to the others:"
            )
        for number, question in enumerate(self.questions, 1):
            before = f"{number}. " if len(self.questions) > 1 else ""
            after = f"{' ' * len(before)}or "
            for answer in question.answers:
                lines.append(f"  {before}{named(answer) if answer else 'none of these'}")
                before = after
        if self.telling:
            lines.append(f"Whether one holds {named(self.telling, most=12)} tells which position it is.")
        if len(self) < self.total:
            lines.append(f"The first {len(self):,} are listed; ask for more with most=.")
        if not self.is_complete:
            lines.append("There are more answers, or time ran out: what all hold may be less.")
        return tuple(lines)

    def to_data(self) -> dict[str, Any]:
        """Return them as plain data, as `argmap why --camps --json` prints them."""
        return {
            "semantics": self.semantics,
            "total": self.total,
            "is_complete": self.is_complete,
            "shared": list(self.shared),
            "questions": [question.to_data() for question in self.questions],
            "telling": list(self.telling),
            "camps": [{"number": camp.number, "own": list(camp.own)} for camp in self],
            "sentences": list(self.sentences),
        }

    def __str__(self) -> str:
        return "\n".join(self.sentences)

    def __repr__(self) -> str:
        return (
            f"<Camps ({self.semantics}): {counted(self.total, 'position')}, {counted(len(self.questions), 'question')}>"
        )


def camps(
    m: ArgumentMap,
    semantics: str = "preferred",
    *,
    most: int = 64,
    support: str = "necessary",
    audience: str | Audience | None = None,
    succeeds: Succeeds | None = None,
    time_limit: float | None = 10.0,
) -> Camps:
    """Return the positions that one can hold on a debate: the extensions of a semantics, in claims and arguments.

    What the grounded semantics leaves undecided falls into parts that nothing links. In each, an answer is an
    extension; one answer to each makes a position, so that there may be very many, though each part has few.

    Args:
        m: The map.
        semantics: A semantics that rests on complete sets.
        most: How many answers are looked for in each part, and how many positions are listed.
        support: How support relations are read: ``necessary``, ``deductive``, ``evidential`` or ``none``.
        audience: Who judges, as for `evaluate`; by default, every attack succeeds.
        succeeds: Whether an attack of the first id on the second one counts at all; by default, every one does that an
            audience lets succeed.
        time_limit: Seconds for each part; None for no limit.

    Raises:
        UnknownNameError: If there is no such semantics, reading of support, audience or value.
        ArgmapError: If the semantics rests on no complete sets, a circle of supports is too large for it, or `most` is
            less than 1.

    Complexity:
        That of finding extensions (see `argmap.Framework.extensions`), part by part. What tells them apart, `telling`
        says in `argmap.evaluate.reasons.questions`.

    Example:
        >>> import argmap
        >>> [camp.own for camp in camps(argmap.datasets.load("school_uniforms"))]
        [('Uniform',), ('No uniform',)]
    """
    from argmap.evaluate.reasons.discussion import complete_based

    if most < 1:
        raise ArgmapError("Ask for at least 1 position (most=).")
    full = complete_based(semantics)
    links = Links(network_of(m, support=support, succeeds=heard(m, audience, succeeds)))
    label = Causes(links).label
    found = []
    is_complete = True
    for part in parts(links, label):
        some, are_all = answers(links, label, part, full, most, time_limit)
        is_complete = is_complete and are_all
        found.append((part, some))
    return Camps(m, full, links, label, found, most, is_complete=is_complete)
