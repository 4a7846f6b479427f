"""Rank by strength: which of two claims do reasons and objections leave stronger?"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from argmap.classroom.exercises.boxes import boxes_of
from argmap.classroom.exercises.coding import coded, codes_of
from argmap.classroom.exercises.drawing import with_picture
from argmap.classroom.exercises.exercise import Exercise, made
from argmap.classroom.exercises.part import around, restricted, usable, without_loners
from argmap.classroom.exercises.printing import asked
from argmap.classroom.exercises.task import Task

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.classroom.exercises.setting import Setting
    from argmap.classroom.sheets.blocks import Block
    from argmap.classroom.sheets.look import Look
    from argmap.model import ArgumentMap

_SEMANTICS = ("quadratic-energy", "euler")
_OTHER = "df-quad"
"""What the answers are checked by: another semantics than those that the key comes from."""
_APART = 0.08
"""How far apart the strengths of two boxes are at least, by every semantics; the scale goes from 0 to 1."""
_TRIES = 12


def make(m: ArgumentMap, setting: Setting) -> Exercise:
    """Return an exercise about which of two boxes is the stronger.

    Every box starts equally strong; what counts is what the picture shows: reasons make a box stronger, objections
    weaker, and strong ones more so. Pairs are asked about on which three gradual semantics (quadratic energy,
    Euler-based, DF-QuAD) agree, by 0.08 at least.

    Complexity:
        Quadratic in the boxes of a part, which are few.
    """
    whole = usable(m)
    starts = list(dict.fromkeys(link.target for link in whole.links))
    setting.rng.shuffle(starts)
    for start in starts[:_TRIES]:
        part = without_loners(around(whole, [start], setting.size.boxes))
        codes = codes_of(part, setting.seed)
        given = coded(part, codes)
        pairs = _pairs(given)
        if pairs:
            break
    else:
        raise setting.lacks()
    setting.rng.shuffle(pairs)
    used: dict[str, int] = {}
    ids = {code: box for box, code in codes.items()}
    tasks: list[Task] = []
    for strong, weak in pairs:
        if used.get(strong, 0) > 1 or used.get(weak, 0) > 1 or len(tasks) >= setting.size.tasks:
            continue
        used[strong], used[weak] = used.get(strong, 0) + 1, used.get(weak, 0) + 1
        shown = {code: f"{code}: {part.text(ids[code])}" for code in (strong, weak)}
        tasks.append(
            Task(
                prompt=setting.say("prompt"),
                answers=(shown[strong],),
                options=tuple(shown[code] for code in sorted(shown)),
                about=tuple(ids[code] for code in sorted(shown)),
                why=setting.say("why", strong=_told(given, strong, setting), weak=_told(given, weak, setting)),
            )
        )
    return made(setting, m, part.map, given, tasks, demand="find", facts={"codes": codes})


def apply(exercise: Exercise, answers: tuple[tuple[str, ...], ...]) -> ArgumentMap:
    """Return the map without the pairs of which the answers say what another semantics does not."""
    strengths = exercise.given.strengths(_OTHER)
    wrong: set[str] = set()
    for task, given in zip(exercise.tasks, answers, strict=True):
        first, second = (option.partition(":")[0] for option in task.options)
        stronger = first if strengths[first] > strengths[second] else second
        if [answer.partition(":")[0] for answer in given] != [stronger]:
            wrong.update(task.about)
    part = boxes_of(exercise.map)
    return restricted(exercise.map, [box.id for box in part.boxes if box.id not in wrong]).map if wrong else part.map


def blocks(exercise: Exercise, look: Look) -> tuple[Block, ...]:
    """Return the picture and the tasks."""
    return with_picture(exercise.given, look, exercise.language, asked(exercise))


def _pairs(given: ArgumentMap) -> list[tuple[str, str]]:
    found: Mapping[str, Mapping[str, float]] = {name: given.strengths(name) for name in (*_SEMANTICS, _OTHER)}
    pairs = []
    for one, other in combinations([claim.id for claim in given.claims], 2):
        gaps = [strengths[one] - strengths[other] for strengths in found.values()]
        if min(gaps) >= _APART:
            pairs.append((one, other))
        elif max(gaps) <= -_APART:
            pairs.append((other, one))
    return pairs


def _told(given: ArgumentMap, code: str, setting: Setting) -> str:
    strength = given.strengths(_SEMANTICS[0])[code]
    links = boxes_of(given).of(code)
    reasons = sum(link.target == code and not link.kind.is_negative for link in links)
    objections = sum(link.kind.is_negative and (link.target == code or link.kind.is_symmetric) for link in links)
    return setting.say("told", code=code, reasons=reasons, objections=objections, strength=f"{strength:.2f}")
