"""How a class works through a debate: the methods, their phases, and the rules by which one is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from argmap.classroom.lesson.timing import shared_out
from argmap.errors import ArgmapError, UnknownNameError, nearest_or_all

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.classroom.age import Level

SHORT = 35
"""Below so many minutes there is no time to present and to change sides."""
MANY = 60
"""Above so many pupils groups of four are hard to look after."""
AROUND_ROUND = 40
"""So many minutes a round of debate needs around it: to read, to prepare, to judge."""
AROUND_TWO = 70
"""So many minutes two rounds need around them, with a break."""
BREAK_AFTER = 100
"""There is a break for each so many minutes."""

_BREAK = 10


class Step(NamedTuple):
    """A phase of a method.

    Attributes:
        key: Its name; its words stand under ``lesson.phase`` in the catalogue.
        weight: How long it is, in proportion; in a lesson of 45 minutes these are minutes.
        needs: The materials that are used in it.
        rank: Where time is short, phases with a high rank are left out first.
    """

    key: str
    weight: int
    needs: tuple[str, ...] = ()
    rank: int = 1


class Protocol(NamedTuple):
    """A method.

    Attributes:
        name: Its name; its words stand under ``lesson.protocol`` in the catalogue.
        size: How large groups are; 0 where the size of the teams of a format decides.
        steps: Its phases.
    """

    name: str
    size: int
    steps: tuple[Step, ...]


_OPENING = Step("opening", 5, ("slides",), 1)
_READING = Step("reading", 8, ("reading", "map", "slides"), 0)
_CLOSING = Step("closing", 4, ("slides",), 2)

FORMS: Mapping[str, str] = {
    "opening": "class",
    "reading": "alone",
    "think": "alone",
    "pair": "pairs",
    "share": "class",
    "prepare": "pairs",
    "present": "groups",
    "answer": "groups",
    "swap": "groups",
    "agree": "groups",
    "inner": "circle",
    "change": "circle",
    "debrief": "class",
    "round": "rooms",
    "verdict": "rooms",
    "round-again": "rooms",
    "verdict-again": "rooms",
    "build": "table",
    "defend": "table",
    "other-side": "table",
    "closing": "class",
    "break": "free",
}
"""How pupils work in each phase; the words stand under ``lesson.form`` in the catalogue."""

PROTOCOLS: Mapping[str, Protocol] = {
    protocol.name: protocol
    for protocol in (
        Protocol(
            "controversy",
            4,
            (
                _OPENING,
                _READING,
                Step("prepare", 7, ("brief", "map"), 1),
                Step("present", 6, ("flow",), 0),
                Step("answer", 5, ("map",), 4),
                Step("swap", 6, ("brief",), 2),
                Step("agree", 4, (), 3),
                _CLOSING,
            ),
        ),
        Protocol(
            "think-pair-share",
            2,
            (
                _OPENING,
                _READING,
                Step("think", 7, ("worksheet",), 1),
                Step("pair", 8, ("cards",), 3),
                Step("share", 12, ("poster", "page"), 0),
                _CLOSING,
            ),
        ),
        Protocol(
            "fishbowl",
            8,
            (
                _OPENING,
                _READING,
                Step("prepare", 7, ("brief", "map"), 2),
                Step("inner", 9, ("flow",), 0),
                Step("change", 7, ("flow",), 3),
                Step("debrief", 5, ("poster",), 1),
                _CLOSING,
            ),
        ),
        Protocol(
            "debate",
            0,
            (
                _OPENING,
                _READING,
                Step("prepare", 14, ("brief", "roles"), 1),
                Step("round", 0, ("flow", "roles"), 0),
                Step("verdict", 8, ("judge",), 2),
                _CLOSING,
            ),
        ),
        Protocol(
            "two-debates",
            0,
            (
                _OPENING,
                _READING,
                Step("prepare", 14, ("brief", "roles"), 1),
                Step("round", 0, ("flow", "roles"), 0),
                Step("verdict", 8, ("judge",), 2),
                Step("round-again", 0, ("flow", "roles"), 0),
                Step("verdict-again", 6, ("judge",), 3),
                _CLOSING,
            ),
        ),
        Protocol(
            "tutorial",
            1,
            (
                _OPENING,
                _READING,
                Step("build", 10, ("cards",), 1),
                Step("defend", 9, ("map",), 0),
                Step("other-side", 9, ("map",), 3),
                _CLOSING,
            ),
        ),
    )
}


class Choice(NamedTuple):
    """A method, and why it was chosen: the name of a reason under ``lesson.why`` in the catalogue."""

    protocol: Protocol
    why: str


def choose_protocol(
    *, pupils: int, minutes: int, level: Level, is_two_sided: bool, round_minutes: int, wanted: str | None = None
) -> Choice:
    """Return the method for a lesson.

    The first rule that holds decides:

    1. the method that is asked for;
    2. at most three pupils: ``tutorial``;
    3. no two sides that have reasons, or the youngest level, or less than `SHORT` minutes: ``think-pair-share``;
    4. more than `MANY` pupils: ``fishbowl``;
    5. from 14 years on, and `AROUND_ROUND` minutes besides a whole round of the format: ``debate``; where there is
       time for a second round with sides changed, ``two-debates``;
    6. else a structured academic controversy: ``controversy``.

    Args:
        pupils: How many there are.
        minutes: How long the lesson is.
        level: How old they are.
        is_two_sided: Whether two sides have reasons.
        round_minutes: How long a round of the format takes.
        wanted: The name of a method that is asked for.

    Raises:
        UnknownNameError: There is no method of that name.
        ArgmapError: A round of debate is asked for, and does not fit.

    Example:
        >>> from argmap.classroom.age import level_named
        >>> given = {"level": level_named("14-16"), "is_two_sided": True, "round_minutes": 35}
        >>> [choose_protocol(pupils=28, minutes=minutes, **given).protocol.name for minutes in (20, 45, 90)]
        ['think-pair-share', 'controversy', 'debate']
    """
    if wanted is not None:
        if wanted not in PROTOCOLS:
            known = list(PROTOCOLS)
            raise UnknownNameError(f"There is no method {wanted!r} for a lesson.{nearest_or_all(wanted, known)}")
        rounds = sum(not step.weight for step in PROTOCOLS[wanted].steps)
        if rounds and minutes < round_minutes * rounds + len(PROTOCOLS[wanted].steps):
            raise ArgmapError(
                f"A round of debate takes {round_minutes} minutes, which do not fit into a lesson of {minutes}; choose "
                f"another format or method, or more minutes."
            )
        return Choice(PROTOCOLS[wanted], "asked")
    is_grown = level.rank >= 2
    rules = (
        (pupils <= 3, "tutorial", "few-pupils"),
        (not is_two_sided, "think-pair-share", "one-sided"),
        (level.rank == 0, "think-pair-share", "young"),
        (minutes < SHORT, "think-pair-share", "short"),
        (pupils > MANY, "fishbowl", "many-pupils"),
        (is_grown and minutes >= 2 * round_minutes + AROUND_TWO, "two-debates", "time-for-rounds"),
        (is_grown and minutes >= round_minutes + AROUND_ROUND, "debate", "time-for-round"),
        (True, "controversy", "two-sides"),
    )
    name, why = next((name, why) for holds, name, why in rules if holds)
    return Choice(PROTOCOLS[name], why)


def timed(protocol: Protocol, minutes: int, round_minutes: int) -> tuple[tuple[Step, int], ...]:
    """Return the phases of a lesson with their minutes, which add up to `minutes`.

    A phase has two minutes at least; where there are fewer, phases are left out by their rank. A round of debate has
    the minutes of its format. There is a break of ten minutes for each `BREAK_AFTER` minutes.

    Args:
        protocol: The method.
        minutes: How long the lesson is, at least 2.
        round_minutes: How long a round of the format takes.

    Example:
        >>> [time for _, time in timed(PROTOCOLS["controversy"], 45, 35)]
        [5, 8, 7, 6, 5, 6, 4, 4]
        >>> [step.key for step, _ in timed(PROTOCOLS["controversy"], 10, 35)]
        ['opening', 'reading', 'prepare', 'present', 'swap']
    """
    steps = list(protocol.steps)
    shared = [step for step in steps if step.weight]
    left = minutes - round_minutes * (len(steps) - len(shared))
    breaks = minutes // BREAK_AFTER
    while breaks and left - breaks * _BREAK < 2 * len(shared):
        breaks -= 1
    left -= breaks * _BREAK
    while len(shared) > max(left // 2, 1):
        shared.remove(max(reversed(shared), key=lambda step: step.rank))
    given = dict(zip(shared, shared_out(left, [step.weight for step in shared]), strict=True))
    timed = [(step, given.get(step, round_minutes)) for step in steps if step in given or not step.weight]
    for number in range(breaks, 0, -1):
        place = max(1, min(len(timed) - 1, round(number * len(timed) / (breaks + 1))))
        timed.insert(place, (Step("break", _BREAK), _BREAK))
    return tuple(timed)
