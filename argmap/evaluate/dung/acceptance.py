"""Whether an argument is accepted, and which are."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from argmap.evaluate.dung.answers import Answer
from argmap.evaluate.dung.grounded import IN, UNDECIDED, labels_from
from argmap.evaluate.dung.oracle import OutOfTimeError
from argmap.evaluate.dung.part import parts_of
from argmap.evaluate.dung.semantics import mode_named, semantics_named
from argmap.evaluate.dung.tasks import NO_STABLE, OUT_OF_TIME, SMALL, Task, a

if TYPE_CHECKING:
    from argmap.evaluate.dung.framework import Framework
    from argmap.evaluate.dung.semantics import Semantics


def accepts(
    framework: Framework, argument: str, semantics: str | Semantics, mode: str, time_limit: float | None
) -> Answer[bool | None]:
    """Return whether some or every extension holds an argument."""
    question = _Question(
        framework, semantics_named(semantics), framework.position(argument), mode_named(mode), time_limit
    )
    try:
        return question.answer()
    except OutOfTimeError:
        return Answer(None, False, f"{OUT_OF_TIME} Whether {argument!r} is accepted is not known.")


class _Found(NamedTuple):
    """An extension of a part that decides a question.

    Attributes:
        chosen: The positions that it holds.
        settled: The positions that it is about, where they are only those from which the argument can be reached.
    """

    chosen: list[int]
    settled: list[int] | None


class _Question:
    def __init__(
        self, framework: Framework, semantics: Semantics, position: int, mode: str, seconds: float | None
    ) -> None:
        self.framework = framework
        self.asked = semantics
        self.position = position
        self.name = framework.arguments[position]
        self.credulous = mode == "credulous"
        # An argument is in an admissible set if and only if it is in a complete one.
        self.semantics = semantics_named("complete") if semantics.code == "AD" else semantics
        self.seconds = seconds
        self.task = self.new_task()

    def new_task(self) -> Task:
        return Task(self.framework, self.semantics, self.seconds)

    def answer(self) -> Answer[bool | None]:
        if self.asked.code in {"AD", "CF"} and not self.credulous:
            return Answer(False, True, self.verdict(False, "The empty set is one."), frozenset)
        label = int(self.task.labels[self.position])
        if label == UNDECIDED:
            return self.searched()
        if self.semantics.code == "ST" and self.task.first() is None:
            return self.vacuous()
        why = "It is in the grounded extension." if label == IN else "The grounded extension attacks it."
        return self.shown(label == IN, why)

    def shown(self, holds: bool, why: str = "") -> Answer[bool | None]:
        """Return an answer that any extension shows."""
        return Answer(holds, True, self.verdict(holds, why), self.any_extension if holds == self.credulous else None)

    def any_extension(self) -> frozenset[str] | None:
        task = self.new_task()
        positions = task.first()
        return None if positions is None else task.names(positions)

    def searched(self) -> Answer[bool | None]:
        """Return the answer for an argument that the grounded extension does not settle."""
        if self.semantics.code == "GR":
            return self.shown(False, "It is undecided there.")
        if self.semantics.code == "CO" and not self.credulous:
            return Answer(
                False,
                True,
                self.verdict(False, "The grounded extension, the smallest of them, is without it."),
                lambda: self.task.names(self.framework.grounded),
            )
        part = next((part for part in self.task.parts if part.number_at(self.position) is not None), None)
        if part is None:
            return self.shown(False, "It attacks itself.")
        cone = part.cone(part.number_at(self.position) or 0) if self.semantics.is_directional else None
        engine = self.task.engine(cone or part)
        number = part.number_at(self.position) or 0
        if cone:
            number = cone.number_at(number) or 0
        if self.semantics.is_unique:
            return self.shown(number in (engine.first() or ()))
        members = engine.holding(number) if self.credulous else engine.lacking(number)
        holds = (members is not None) == self.credulous
        if self.semantics.code == "ST" and self.task.first(None if members is None else self.position) is None:
            return self.vacuous()
        if members is None:
            return Answer(holds, True, self.verdict(holds))
        found = _Found(part.at(cone.at(members) if cone else members), part.at(cone.positions) if cone else None)
        return Answer(holds, True, self.verdict(holds), lambda: self.completed(found))

    def completed(self, found: _Found) -> frozenset[str] | None:
        """Return an extension of the whole that is, as far as it goes, as one of a part."""
        task = self.new_task()
        if found.settled is None:
            rest = task.first(self.position)
            return None if rest is None else task.names(rest + found.chosen)
        positions = self.framework.grounded + found.chosen
        if self.semantics.code in {"CO", "PR"}:
            labels = labels_from(self.framework, positions)
            positions = np.flatnonzero(labels == IN).tolist()
            if self.semantics.code == "CO":
                return task.names(positions)
            # What stays undecided there can never be accepted, whatever is chosen elsewhere, but it attacks still.
            barred = [position for position in found.settled if labels[position] == UNDECIDED]
            parts = parts_of(self.framework, labels == UNDECIDED, barred)
        else:
            alive = task.labels == UNDECIDED
            alive[found.settled] = False
            for position in found.chosen:
                alive[self.framework.attacked_by.of(position)] = False
            parts = parts_of(self.framework, alive)
        for part in parts:
            positions += part.at(task.engine(part).first() or ())
        return task.names(positions)

    def verdict(self, holds: bool, why: str = "") -> str:
        semantics, name = self.asked, self.name
        if semantics.is_unique:
            sentence = f"The {semantics} extension {'holds' if holds else 'is without'} {name!r}."
        elif self.credulous:
            sentence = f"{a(semantics).capitalize() if holds else 'No'} {semantics} extension holds {name!r}."
        elif holds:
            sentence = f"Every {semantics} extension holds {name!r}."
        else:
            sentence = f"{a(semantics).capitalize()} {semantics} extension is without {name!r}."
        return f"{sentence} {why}" if why else sentence

    def vacuous(self) -> Answer[bool | None]:
        if self.credulous:
            return Answer(False, True, f"No stable extension holds {self.name!r}. {NO_STABLE}")
        return Answer(True, True, f"Every stable extension holds {self.name!r}, but only as there is none. {NO_STABLE}")


def accepted(
    framework: Framework, semantics: str | Semantics, mode: str, time_limit: float | None
) -> Answer[frozenset[str]]:
    """Return all arguments that some or every extension holds."""
    asked = semantics_named(semantics)
    credulous = mode_named(mode) == "credulous"
    task = Task(framework, semantics_named("complete") if asked.code == "AD" and credulous else asked, time_limit)
    # Whatever is fixed is in some stable extension only if there is one.
    found = [] if asked.code == "ST" and credulous else list(task.fixed)
    if asked.is_unique:
        sentence = f"They are the {asked} extension."
    else:
        sentence = f"{'Some' if credulous else 'Every'} {asked} extension holds each of them."
    if asked.code in {"CF", "AD", "CO"} and not credulous:
        return Answer(task.names(found), True, sentence)
    alike: dict[object, list[int]] = {}
    try:
        if asked.code == "ST":
            some = task.first()
            if some is None and credulous:
                return Answer(frozenset(), True, NO_STABLE)
            if some is None:
                return Answer(frozenset(framework), True, f"All arguments are, but only as there is none. {NO_STABLE}")
            found += some if credulous else ()
        for part in task.parts:
            key = part.shape if len(part) <= SMALL else None
            if key is None or key not in alike:
                engine = task.engine(part)
                alike[key] = sorted(engine.in_some() if credulous else engine.in_all())
            found += part.at(alike[key])
    except OutOfTimeError:
        return Answer(task.names(found), False, f"{OUT_OF_TIME} These are accepted; there may be more.")
    return Answer(task.names(found), True, sentence)
