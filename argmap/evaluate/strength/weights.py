"""How strong claims and arguments are before anything acts on them, as a map says it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from argmap.errors import ModelError, UnknownNameError, nearest, nearest_or_all
from argmap.model.records import Argument, Claim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model import ArgumentMap

UNIFORM = 0.5
"""The weight of a claim, or of a sketched argument, of which nothing is known."""
INFERENCE = 1.0
"""The weight of an inference from premises of which nothing is known: it is as strong as its weakest premise."""
ABSTENTION = 0.1
"""Added to the number of votes (the ε of Leite and Martins), so that few votes say a little less than many."""
WEIGHTS = {
    "uniform": f"Every claim and sketched argument starts from {UNIFORM}, every inference from premises from 1.",
    "declared": "The inline data `weight`; for a claim without one, its `probability`.",
    "votes": "The inline data `votes`, such as {for: 10, against: 3}: the share that is for.",
    "sources": "The `quality` of the best source that a claim or argument cites.",
}
"""Where weights can come from, each with what it says."""
_MOST_NOTES = 5


class Weights:
    """The weights of a map: of each claim and argument, and of each step of an argument.

    Args:
        m: The map.
        given: A name of `WEIGHTS`, or numbers from 0 to 1 by id. What has none starts as in ``"uniform"``.

    Attributes:
        notes: What could not be used and what has none, in sentences.

    Raises:
        UnknownNameError: If there is no such name.
        ModelError: If neither a name nor a mapping is given.

    Example:
        >>> import argmap
        >>> m = argmap.ArgumentMap()
        >>> rain = m.claim("It rains", data={"weight": 0.8})
        >>> wind = m.claim("It blows", data={"weight": "much"})
        >>> weights = Weights(m, "declared")
        >>> weights.of(rain), weights.of(wind)
        (0.8, 0.5)
        >>> weights.notes
        ["The weight of 'C2' is not a number from 0 to 1; it starts from 0.5."]
    """

    def __init__(self, m: ArgumentMap, given: str | Mapping[str, float]) -> None:
        self.name = given if isinstance(given, str) else "given"
        self.notes: list[str] = []
        self._steps: dict[tuple[str, int], float] = {}
        self._unusable: list[str] = []  # what could not be used, in sentences
        self._refused: set[str] = set()  # and the ids of what it belongs to
        if isinstance(given, Mapping):
            self._known = self._in_mapping(m, given)
        elif not isinstance(given, str):
            raise ModelError(f"Weights are numbers by id or a word such as 'declared', not {type(given).__name__}.")
        elif given not in WEIGHTS:
            hint = nearest_or_all(given, list(WEIGHTS))
            raise UnknownNameError(f"There are no weights called {given!r}.{hint}")
        else:
            read = {"declared": _declared, "votes": _votes, "sources": _qualities(m)}.get(given)
            self._known = {} if read is None else self._in_map(m, read)
        self.notes += self._unusable[:_MOST_NOTES]
        more = len(self._unusable) - _MOST_NOTES
        if more > 0:
            self.notes.append(f"{more:,} more {'weight' if more == 1 else 'weights'} could not be used either.")
        missing = len(m) - len(self._known.keys() | self._refused)
        if missing and self.name != "uniform":
            self.notes.append(_missing(missing, len(m)))

    def of(self, record: Claim | Argument) -> float:
        """Return the weight of a claim or argument."""
        return self._known.get(record.id, _usual(record))

    def of_step(self, argument: Argument, number: int) -> float:
        """Return the weight of a step: its own, or else that of its argument."""
        found = self._steps.get((argument.id, number))
        return self.of(argument) if found is None else found

    def _in_map(self, m: ArgumentMap, read: _Reader) -> dict[str, float]:
        known = {}
        for record in m:
            for what, weight in read(record):
                if weight is None:
                    self._refuse(what, record)
                else:
                    known[record.id] = weight
                    break
        if read is _declared:
            self._read_steps(m, known)
        return known

    def _read_steps(self, m: ArgumentMap, known: dict[str, float]) -> None:
        for argument in m.arguments:
            for number, step in enumerate(argument.steps):
                if step.data and "weight" in step.data:
                    weight = share(step.data["weight"])
                    if weight is None:
                        self._refuse(f"weight of step {number + 1}", argument)
                    elif number < len(argument.steps) - 1:
                        self._steps[argument.id, number] = weight
                    else:
                        known.setdefault(argument.id, weight)

    def _in_mapping(self, m: ArgumentMap, given: Mapping[str, float]) -> dict[str, float]:
        known = {}
        for key, value in given.items():
            record = m.get(key) if isinstance(key, str | Claim | Argument) else None
            weight = share(value)
            if record is None:
                is_worth_it = isinstance(key, str) and len(self._unusable) < _MOST_NOTES
                hint = nearest(key, m.index().ids[:10_000]) if is_worth_it else ""
                self._unusable.append(f"There is a weight for {key!r}, and no such claim or argument.{hint}")
            elif weight is None:
                self._refuse("weight", record)
            else:
                known[record.id] = weight
        return known

    def _refuse(self, what: str, record: Claim | Argument) -> None:
        self._refused.add(record.id)
        kind = {"votes": "are not of the form {for: 10, against: 3}"}.get(what, "is not a number from 0 to 1")
        self._unusable.append(f"The {what} of {record.id!r} {kind}; it starts from {_usual(record):g}.")


if TYPE_CHECKING:
    from collections.abc import Callable

    _Reader = Callable[[Claim | Argument], Iterator[tuple[str, float | None]]]


def share(given: object) -> float | None:
    """Return a number from 0 to 1 as a float, or None for anything else.

    Example:
        >>> share(1), share(0.25), share(7), share("0.5"), share(True), share(float("nan"))
        (1.0, 0.25, None, None, None, None)
    """
    try:
        # Numbers of numpy are not those of Python, and can still be compared and converted.
        if isinstance(given, bool | str | bytes) or not 0 <= given <= 1:  # type: ignore[operator]
            return None
        return float(given)  # type: ignore[arg-type]
    except (TypeError, ValueError, ArithmeticError):
        return None


def _usual(record: Claim | Argument) -> float:
    return INFERENCE if isinstance(record, Argument) and record.premises else UNIFORM


def _declared(record: Claim | Argument) -> Iterator[tuple[str, float | None]]:
    if "weight" in record.data:
        yield "weight", share(record.data["weight"])
    if isinstance(record, Claim) and "probability" in record.data:
        yield "probability", share(record.data["probability"])


def _votes(record: Claim | Argument) -> Iterator[tuple[str, float | None]]:
    """Yield the share of votes that are for (Leite and Martins, "Social abstract argumentation", IJCAI 2011)."""
    if "votes" in record.data:
        votes = record.data["votes"]
        found = None
        if isinstance(votes, Mapping) and votes.keys() & {"for", "against"} and votes.keys() <= {"for", "against"}:
            cast = [votes.get("for", 0), votes.get("against", 0)]
            # Beyond 1e15, a float no longer counts every vote.
            if all(isinstance(each, int | float) and not isinstance(each, bool) and 0 <= each <= 1e15 for each in cast):
                found = cast[0] / (cast[0] + cast[1] + ABSTENTION)
        yield "votes", found


def _qualities(m: ArgumentMap) -> _Reader:
    sources = {source.id: source for source in m.sources}

    def best(record: Claim | Argument) -> Iterator[tuple[str, float | None]]:
        cited = [sources[each.source] for each in m.citations(record) if each.source in sources]
        rated = [source for source in cited if "quality" in source.data]
        found = [quality for source in rated if (quality := share(source.data["quality"])) is not None]
        if rated:
            yield f"quality of source {rated[0].id!r}", max(found, default=None)

    return best


def _missing(count: int, total: int) -> str:
    if count == total:
        return "Nothing in the map has a weight of this kind; all start as if nothing were known."
    have = "1 claim or argument has" if count == 1 else f"{count:,} claims and arguments have"
    return f"{have} no weight of this kind; claims and sketches start from {UNIFORM}, inferences from 1."
