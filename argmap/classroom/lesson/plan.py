"""The plan of a lesson as a value: what pupils learn, the method, the timing, the groups, what may be hard."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.classroom.age import Level, level_named
from argmap.classroom.lesson.choosing import Part, chosen
from argmap.classroom.lesson.expecting import aims, difficulties, open_questions
from argmap.classroom.lesson.grouping import groups_of
from argmap.classroom.lesson.protocol import FORMS, Protocol, choose_protocol, timed
from argmap.classroom.rounds.formats import Format, format_named
from argmap.errors import ArgmapError
from argmap.language import Words

if TYPE_CHECKING:
    from argmap.model import ArgumentMap

MOST_PUPILS = 1000
MOST_MINUTES = 300
LEAST_MINUTES = 5

_JUDGES = 3
"""How many pupils of each group judge its round of debate, if the number of pupils allows it."""


@dataclass(frozen=True, slots=True)
class Phase:
    """A part of a lesson.

    Attributes:
        key: Its name in the catalogue of words.
        title: What it is called.
        start: At which minute it begins.
        minutes: How long it is.
        form: How pupils work: alone, in pairs ...
        teacher: What the teacher does.
        pupils: What pupils do.
        needs: The materials that are used.
    """

    key: str
    title: str
    start: int
    minutes: int
    form: str
    teacher: str
    pupils: str
    needs: tuple[str, ...]

    @property
    def end(self) -> int:
        """At which minute it ends."""
        return self.start + self.minutes


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan of a lesson.

    Attributes:
        title: The question: the title of the map.
        pupils: How many pupils there are.
        minutes: How long the lesson is.
        level: How old they are.
        format: The format of debate, for flow sheets, role cards and rounds.
        protocol: The method.
        why: Why this method.
        part: The part of the map that pupils work with.
        aims: What pupils can do after the lesson; each continues “After this lesson pupils can”.
        phases: The parts of the lesson; their minutes add up to `minutes`.
        groups: How large each group is.
        difficulties: What pupils may find hard, and what to ask then.
        questions: Critical questions that the part leaves open: what each is about, and the question.
        homework: What pupils can do at home.
        left_out_first: The title of the phase to leave out where time runs short; empty for none.
        language: The code of the language of the texts.
        seed: What all choices depend on.
    """

    title: str
    pupils: int
    minutes: int
    level: Level
    format: Format
    protocol: Protocol
    why: str
    part: Part
    aims: tuple[str, ...]
    phases: tuple[Phase, ...]
    groups: tuple[int, ...]
    difficulties: tuple[str, ...]
    questions: tuple[tuple[str, str], ...]
    homework: tuple[str, ...]
    left_out_first: str
    language: str
    seed: int

    @property
    def words(self) -> Words:
        """The words of its language."""
        return Words(self.language)

    @property
    def needs(self) -> tuple[str, ...]:
        """The materials that are used, each once, in the order of the lesson."""
        return tuple(dict.fromkeys(need for phase in self.phases for need in phase.needs))

    @property
    def is_uneven(self) -> bool:
        """Whether some group is smaller or larger than the method has it."""
        return any(size != _size(self.protocol, self.format) for size in self.groups)

    @property
    def level_words(self) -> str:
        """How old pupils are, in words."""
        if self.level.name == "adult":
            return self.words.say("lesson.adults")
        first, _, last = self.level.name.partition("-")
        return self.words.say("lesson.ages", x=first, y=last) if last else self.words.say("lesson.age", x=first)

    def copies(self, per: str) -> int:
        """Return how many copies there are of something for each ``pupil``, ``pair``, ``group``, ``judge`` ...

        What is for a ``side`` is for each pair that prepares it; what is for the ``class`` or the ``teacher`` is one.

        Example:
            >>> import argmap
            >>> made = plan(argmap.datasets.school_uniforms(), pupils=29)
            >>> [made.copies(per) for per in ("pupil", "pair", "group", "side", "class")]
            [29, 15, 7, 7, 1]
        """
        groups = len(self.groups)
        match per:
            case "pupil":
                return self.pupils
            case "pair":
                return math.ceil(self.pupils / 2)
            case "group" | "room":
                return groups
            case "side":
                return groups if self.protocol.name != "fishbowl" else math.ceil(groups / 2)
            case "judge":
                return sum(max(size - 2 * self.format.speakers, 1) for size in self.groups)
            case _:
                return 1


def plan(
    m: ArgumentMap,
    *,
    pupils: int = 28,
    minutes: int = 45,
    level: str | Level = "14-16",
    format: str = "pf",  # noqa: A002
    seed: int = 1,
    protocol: str | None = None,
    language: str | None = None,
) -> Plan:
    """Return the plan of a lesson with a map.

    How the method is chosen, see `argmap.classroom.lesson.protocol.choose_protocol`; which part of the map is used,
    `argmap.classroom.lesson.choosing.chosen`.

    Args:
        m: The map.
        pupils: How many there are, from 1 to 1000.
        minutes: How long the lesson is, from 5 to 300.
        level: How old they are: one of `argmap.classroom.age.LEVELS`, or ages such as ``12-15``.
        format: The format of debate.
        seed: What all choices depend on.
        protocol: The method, one of `argmap.classroom.lesson.protocol.PROTOCOLS`; by default one is chosen.
        language: The code of the language of the texts; by default that of the map.

    Raises:
        UnknownNameError: There is no such level, format, method or language.
        ArgmapError: A number is out of its range, nothing is said in the map, or a round of debate does not fit.

    Example:
        >>> import argmap
        >>> made = plan(argmap.datasets.open_vs_closed())
        >>> made.protocol.name, [(phase.title, phase.minutes) for phase in made.phases[:3]]
        ('controversy', [('The question', 5), ('Read the text and the map', 8), ('Prepare a side', 7)])
    """
    _check("pupils", pupils, 1, MOST_PUPILS)
    _check("minutes", minutes, LEAST_MINUTES, MOST_MINUTES)
    given = level if isinstance(level, Level) else level_named(level)
    found = format_named(format)
    words = Words.asked(language, m.language)
    part = chosen(m, minutes, given)
    round_minutes = math.ceil(sum(speech.minutes for speech in found.speeches) + 2 * found.prep)
    choice = choose_protocol(
        pupils=pupils,
        minutes=minutes,
        level=given,
        is_two_sided=part.debate.is_two_sided,
        round_minutes=round_minutes,
        wanted=protocol,
    )
    phases = _phases(choice.protocol, minutes, round_minutes, given, words)
    done = {phase.key for phase in phases}
    spare = [step for step in choice.protocol.steps if step.rank > 1 and step.key in done]
    least = max(spare, key=lambda step: step.rank).key if spare else ""
    return Plan(
        title=" ".join(m.title.split()) or words.say("lesson.untitled"),
        pupils=pupils,
        minutes=minutes,
        level=given,
        format=found,
        protocol=choice.protocol,
        why=words.say(f"lesson.why.{choice.why}"),
        part=part,
        aims=aims(part, given, words),
        phases=phases,
        groups=groups_of(pupils, pupils if choice.protocol.name == "tutorial" else _size(choice.protocol, found)),
        difficulties=difficulties(part, given, words),
        questions=open_questions(part, words),
        homework=_homework(given, words),
        left_out_first=words.say(f"lesson.phase.{least}.title") if least else "",
        language=words.code,
        seed=seed,
    )


def _check(what: str, number: int, least: int, most: int) -> None:
    if isinstance(number, bool) or not isinstance(number, int) or not least <= number <= most:
        raise ArgmapError(f"A lesson has from {least} to {most} {what}, not {number!r}.")


def _size(protocol: Protocol, found: Format) -> int:
    if protocol.size:
        return protocol.size
    return 2 * found.speakers + _JUDGES


def _phases(protocol: Protocol, minutes: int, round_minutes: int, level: Level, words: Words) -> tuple[Phase, ...]:
    phases = []
    start = 0
    for step, time in timed(protocol, minutes, round_minutes):
        key = f"lesson.phase.{step.key}"
        has_own = level.rank == 0 and words.known(f"{key}.teacher-young") is not None
        teacher = words.say(f"{key}.teacher-young" if has_own else f"{key}.teacher")
        form = words.say(f"lesson.form.{FORMS[step.key]}")
        title, pupils = words.say(f"{key}.title"), words.say(f"{key}.pupils")
        phases.append(Phase(step.key, title, start, time, form, teacher, pupils, step.needs))
        start += time
    return tuple(phases)


def _homework(level: Level, words: Words) -> tuple[str, ...]:
    if level.rank == 0:
        return (words.say("lesson.homework.essay-young"),)
    length = {"11-13": 150, "14-16": 300, "16-18": 500, "adult": 600}[level.stage]
    return words.say("lesson.homework.essay", n=length), words.say("lesson.homework.letter")
