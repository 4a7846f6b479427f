"""What all audiences make of a map: what all of them accept, what some do, what none does, and what decides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import reduce
from operator import and_, or_
from typing import TYPE_CHECKING, Any

from argmap.errors import UnknownNameError, nearest, nearest_or_all
from argmap.evaluate.audiences.deciding import Box, boxes, deciding_fields
from argmap.evaluate.audiences.flipping import ByOutcome, Flip, Marks, nearest_flip
from argmap.evaluate.network import support_named
from argmap.model.records import Argument, Claim
from argmap.model.status import Status
from argmap.wording import joined

if TYPE_CHECKING:
    from argmap.evaluate.audiences.audience import Audience
    from argmap.evaluate.audiences.rankings import Reading
    from argmap.model import ArgumentMap

Thesis = str | Claim | Argument | Iterable[str | Claim | Argument] | None
"""What verdicts are wanted on: one claim or argument, or several, or their ids; all by default."""
_MOST_WAYS = 4


class Acceptance(StrEnum):
    """How a claim or argument fares with all audiences (Bench-Capon 2003)."""

    OBJECTIVE = "objective"
    """Every extension of every audience holds it."""
    SUBJECTIVE = "subjective"
    """Some extension of some audience holds it, but not every one."""
    INDEFENSIBLE = "indefensible"
    """No extension of any audience holds it."""


class AudienceVerdicts(Mapping[str, Acceptance]):
    """What all audiences make of claims and arguments, by their ids.

    An audience here is a ranking of all values that matter, from the first to the last: of those at the ends of attacks
    that some ranking undoes. Where ``values`` in the front matter ranks values for everyone, all audiences keep to it.

    Attributes:
        ranked: The values that matter, which are ranked in all ways.
        count: How many rankings of them there are.
        semantics: The semantics by which each audience accepts.
        support: How support relations were read.
        notes: What a reader of the map may not expect, in sentences.

    Example:
        >>> import argmap
        >>> m = argmap.ArgumentMap()
        >>> close = m.claim("Close it", title="Close", data={"values": "safety"})
        >>> free = m.claim("Open it", title="Open", data={"values": "access"})
        >>> _ = m.relate(close, "contradictory", free)
        >>> print(m.audiences())
        "Close" is accepted by whoever ranks safety above access (1 of 2 rankings).
        "Open" is accepted by whoever ranks access above safety (1 of 2 rankings).
    """

    def __init__(self, m: ArgumentMap, thesis: Thesis, semantics: str, support: str) -> None:
        self._weighing = ByOutcome(m, semantics, support_named(support))
        contests = self._weighing.contests
        self.ranked, self.semantics, self.support = contests.values, semantics, support
        wanted = self._weighing.ids if thesis is None else _ids(m, thesis)
        self._places = {name: self._weighing.place(name) for name in wanted}
        self._readings: list[Reading] = contests.readings()
        self.count = sum(reading.ways for reading in self._readings)
        self._marks = [self._weighing.marks(contests.outcome(reading.tops)) for reading in self._readings]
        always, ever = self._bits_of_all()
        self._acceptances: dict[str, Acceptance] = {}
        for name, place in self._places.items():
            if always[place] & Marks.ACCEPTED:
                self._acceptances[name] = Acceptance.OBJECTIVE
            elif ever[place] & Marks.POSSIBLE:
                self._acceptances[name] = Acceptance.SUBJECTIVE
            else:
                self._acceptances[name] = Acceptance.INDEFENSIBLE
        self._boxes: dict[tuple[bool, ...], tuple[tuple[int, ...], list[Box]]] = {}
        self.notes = self._remarks()

    def _bits_of_all(self) -> tuple[bytes, bytes]:
        """Return which bits all rankings set, and which ones some do."""
        numbers = [int.from_bytes(each, "big") for each in set(self._marks)]
        size = len(self._weighing.ids)
        always = reduce(and_, numbers).to_bytes(size, "big")
        return always, reduce(or_, numbers).to_bytes(size, "big")

    def _statuses(self, name: str) -> list[Status]:
        place = self._places[self._known(name)]
        return [each.status(place) for each in self._marks]

    def _remarks(self) -> tuple[str, ...]:
        valued, attacks = self._weighing.contests.attacks
        have = "has" if valued == 1 else "have"
        return (
            f"{valued} of {attacks} {'attack' if attacks == 1 else 'attacks'} {have} values at both ends; "
            "no ranking undoes the others.",
        )

    # -- what there is -----------------------------------------------------------------------------------------

    def __getitem__(self, name: str) -> Acceptance:
        return self._acceptances[self._known(name)]

    def __iter__(self) -> Iterator[str]:
        return iter(self._acceptances)

    def __len__(self) -> int:
        return len(self._acceptances)

    def _known(self, name: str) -> str:
        if not isinstance(name, str) or name not in self._acceptances:
            hint = nearest(str(name), list(self._acceptances))
            raise UnknownNameError(f"There is no verdict on {name!r} here.{hint}")
        return name

    @property
    def objective(self) -> tuple[str, ...]:
        """What every audience accepts."""
        return tuple(name for name, found in self.items() if found is Acceptance.OBJECTIVE)

    @property
    def subjective(self) -> tuple[str, ...]:
        """What some audience accepts; whatever every audience accepts is among it, if there is an extension at all."""
        return tuple(name for name, found in self.items() if found is not Acceptance.INDEFENSIBLE)

    @property
    def indefensible(self) -> tuple[str, ...]:
        """What no audience accepts."""
        return tuple(name for name, found in self.items() if found is Acceptance.INDEFENSIBLE)

    # -- who accepts what ----------------------------------------------------------------------------------------

    def share(self, name: str, status: str = Status.ACCEPTED) -> tuple[int, int]:
        """Return for how many of all rankings something has a status, and how many rankings there are.

        Raises:
            UnknownNameError: If there is no verdict on it, or no such status.
        """
        statuses, status = self._statuses(name), _status(status)
        found = zip(self._readings, statuses, strict=True)
        return sum(reading.ways for reading, each in found if each is status), self.count

    def deciding(self, name: str, status: str = Status.ACCEPTED) -> tuple[tuple[str, ...], ...]:
        """Return the fewest sets of values of which the first ones settle whether something has a status.

        Raises:
            UnknownNameError: If there is no verdict on it.
        """
        fields, _ = self._decided(name, status)
        return tuple(self._words(self._weighing.contests.fields[field]) for field in fields)

    def who(self, name: str, status: str = Status.ACCEPTED) -> str:
        """Return in words for which audiences something has a status.

        The words speak of the fewest comparisons of values that settle it. The ways to fulfil them that are listed are
        each as wide as can be; that they are the fewest is not promised.

        Raises:
            UnknownNameError: If there is no verdict on it.

        Complexity:
            See `deciding_fields` and `boxes`.
        """
        fields, found = self._decided(name, status)
        if not found:
            return "nobody"
        ways = [self._way(fields, box) for box in found]
        if not all(ways):
            return "everyone"
        left = f", or in one of {len(ways) - _MOST_WAYS} other ways" if len(ways) > _MOST_WAYS else ""
        return f"whoever ranks {'; or '.join(filter(None, ways[:_MOST_WAYS]))}{left}"

    def _decided(self, name: str, status: str) -> tuple[tuple[int, ...], list[Box]]:
        wanted = _status(status)
        answers = tuple(each is wanted for each in self._statuses(name))
        if answers not in self._boxes:
            tops = [reading.tops for reading in self._readings]
            fields, _ = deciding_fields(tops, answers)
            self._boxes[answers] = fields, boxes(tops, answers, fields)
        return self._boxes[answers]

    def _way(self, fields: tuple[int, ...], box: Box) -> str:
        conditions = []
        for field, allowed in zip(fields, box, strict=True):
            whole = self._weighing.contests.fields[field]
            above, below = self._words(allowed), self._words(whole - allowed)
            if not below:
                continue
            if len(whole) == 2:
                conditions.append(f"{above[0]} above {below[0]}")
            else:
                conditions.append(f"{joined(above, 'or')} above {joined(below)}")
        return " and ".join(conditions)

    def _words(self, field: frozenset[int]) -> tuple[str, ...]:
        return tuple(self.ranked[value] for value in sorted(field))

    def flip(self, thesis: str | Claim | Argument, audience: str | Sequence[object] | Audience) -> Flip | None:
        """Return the smallest change of an audience's ranking after which a claim or argument stands differently.

        See `argmap.evaluate.audiences.flipping.flip`.
        """
        return nearest_flip(self._weighing, thesis, audience)

    # -- as words and data ---------------------------------------------------------------------------------------

    def sentence(self, name: str) -> str:
        """Return in a sentence how something fares.

        Raises:
            UnknownNameError: If there is no verdict on it.
        """
        found = self[name]
        if found is Acceptance.OBJECTIVE:
            return f'"{name}" is accepted by every audience.'
        if found is Acceptance.INDEFENSIBLE:
            return f'"{name}" is accepted by no audience.'
        accepting, count = self.share(name)
        if not accepting:
            return f'"{name}" is left open: an audience may accept it, but none has to.'
        rankings = f"{accepting:,} of {count:,} rankings"
        return f'"{name}" is accepted by {self.who(name)} ({rankings}).'

    def to_data(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {
            "semantics": self.semantics,
            "support": self.support,
            "values": list(self.ranked),
            "rankings": self.count,
            "verdicts": {
                name: {
                    "acceptance": str(found),
                    "accepted": self.share(name)[0],
                    "who": self.who(name),
                }
                for name, found in self.items()
            },
            "notes": list(self.notes),
        }

    def __str__(self) -> str:
        return "\n".join(map(self.sentence, self))

    def __repr__(self) -> str:
        counts = ", ".join(f"{sum(each is kind for each in self.values())} {kind}" for kind in Acceptance)
        return f"<AudienceVerdicts ({self.semantics}): {counts}>"


def _status(name: str) -> Status:
    if name not in list(Status):
        hint = nearest_or_all(name, list(Status))
        raise UnknownNameError(f"There is no status called {name!r}.{hint}")
    return Status(name)


def _ids(m: ArgumentMap, thesis: str | Claim | Argument | Iterable[str | Claim | Argument]) -> list[str]:
    some = thesis if isinstance(thesis, Iterable) and not isinstance(thesis, str) else [thesis]
    return [m[each].id for each in some]


def audiences(
    m: ArgumentMap,
    thesis: Thesis = None,
    semantics: str = "preferred",
    *,
    support: str = "necessary",
) -> AudienceVerdicts:
    """Return what all audiences make of the claims and arguments of a map.

    Something is accepted objectively if it is in every extension of every audience, and subjectively if it is in some
    extension of some audience (Bench-Capon, "Persuasion in practical argument using value-based argumentation
    frameworks", Journal of Logic and Computation 13, 2003). `succeeding` says which attacks succeed for an audience.

    Args:
        m: The map.
        thesis: The claims and arguments that verdicts are wanted on, or their ids; one alone will do; all by default.
        semantics: ``preferred``, as in the paper, ``grounded``, or another one of `argmap.evaluate.evaluate`.
        support: How support relations are read.

    Raises:
        UnknownNameError: If there is no such claim, argument, semantics or reading of support.
        ArgmapError: If too many values matter to try all their rankings.

    Complexity:
        Deciding either is hard (NP and coNP: Dunne and Bench-Capon, "Complexity in value-based argument systems",
        JELIA 2004). Rankings that do the same to all attacks are evaluated once; there may be factorially many.
    """
    return AudienceVerdicts(m, thesis, semantics, support)
