"""What follows if this claim falls? Pupils follow consequences through the map; the key comes from the evaluation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.classroom.exercises.boxes import Boxes, boxes_of
from argmap.classroom.exercises.coding import coded, codes_of
from argmap.classroom.exercises.drawing import listed, with_picture
from argmap.classroom.exercises.exercise import Exercise, made
from argmap.classroom.exercises.part import around, restricted, usable, without_loners
from argmap.classroom.exercises.printing import asked
from argmap.classroom.exercises.task import Task
from argmap.evaluate.reasons.what_if import what_if
from argmap.model import ArgumentMap, RelationKind
from argmap.model.status import Status

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.classroom.exercises.setting import Setting
    from argmap.classroom.sheets.blocks import Block
    from argmap.classroom.sheets.look import Look

_MOST = 3
_OPTIONS = 6
_TRIES = 12
"""How many parts of a map are looked at, at most: each is evaluated for every box."""


def make(m: ArgumentMap, setting: Setting) -> Exercise:
    """Return an exercise about what falls with a claim.

    The part of the map is judged by itself, by the grounded semantics. A claim is asked about that stands, and with
    which something falls that has to be found. The key is checked by another semantics (stable), with an objection
    that nobody answers in place of the withdrawal.

    Complexity:
        One evaluation of a part for each of its boxes, which is quadratic in the part; parts are small.
    """
    whole = usable(m)
    starts = list(dict.fromkeys(link.target for link in whole.links if not link.kind.is_symmetric))
    setting.rng.shuffle(starts)
    for start in starts[:_TRIES]:
        part = without_loners(around(whole, [start], setting.size.boxes))
        # Of two that exclude each other neither stands by itself: the part is one side's.
        part = _one_sided(part, start, setting)
        codes = codes_of(part, setting.seed)
        given = coded(part, codes)
        falls = {code: fallen for code in codes.values() if 0 < len(fallen := _falls(given, code)) < len(codes) - 1}
        if falls:
            break
    else:
        raise setting.lacks()
    ids = {code: box for box, code in codes.items()}
    chosen = setting.rng.sample(sorted(falls), min(_MOST, len(falls)))
    tasks = []
    for code in chosen:
        fallen = falls[code]
        others = sorted(set(ids) - {code} - fallen)
        others = setting.rng.sample(others, min(max(2, _OPTIONS - len(fallen)), len(others)))
        tasks.append(
            Task(
                prompt=setting.say("prompt", code=code, text=part.text(ids[code])),
                answers=tuple(sorted(fallen)),
                options=tuple(sorted([*fallen, *others])),
                about=(ids[code],),
                why=_why(given, code, fallen, setting),
            )
        )
    return made(setting, m, part.map, given, tasks, demand="find", facts={"codes": codes})


def apply(exercise: Exercise, answers: tuple[tuple[str, ...], ...]) -> ArgumentMap:
    """Return the map without the claims of whose fall the answers say what another evaluation does not."""
    codes: Mapping[str, str] = exercise.facts["codes"]
    wrong = [
        task.about[0]
        for task, given in zip(exercise.tasks, answers, strict=True)
        if not given or set(given) != _fallen_by_objection(exercise.given, codes[task.about[0]]) & set(task.options)
    ]
    part = boxes_of(exercise.map)
    return restricted(exercise.map, [box.id for box in part.boxes if box.id not in wrong]).map if wrong else part.map


def blocks(exercise: Exercise, look: Look) -> tuple[Block, ...]:
    """Return the picture and the tasks."""
    return with_picture(exercise.given, look, exercise.language, asked(exercise))


def _one_sided(part: Boxes, start: str, setting: Setting) -> Boxes:
    if not any(link.kind.is_symmetric for link in part.links):
        return part
    plain = [link for link in part.links if not link.kind.is_symmetric]
    return around(boxes_of(part.with_links(plain)), [start], setting.size.boxes)


def _falls(given: ArgumentMap, code: str) -> set[str]:
    """Return the boxes that fall with one; none where the two evaluations do not agree, or the one does not stand."""
    found = what_if(given, remove=code)
    if found.before.statuses.get(code) is not Status.ACCEPTED:
        return set()
    boxes = {claim.id for claim in given.claims}
    fallen = {change.id for change in found.changes if change.after is Status.REJECTED and change.id in boxes}
    return fallen if fallen == _fallen_by_objection(given, code) else set()


def _fallen_by_objection(given: ArgumentMap, code: str) -> set[str]:
    """Return what stands in a map, and does not once an objection to one of its boxes is put that nobody answers."""
    before = given.evaluate("stable").statuses
    other = given.copy()
    objection = other.claim("", title="objection")
    other.relate(objection, RelationKind.ATTACK, code)
    after = other.evaluate("stable").statuses
    return {
        claim.id
        for claim in given.claims
        if claim.id != code and before.get(claim.id) is not Status.REJECTED and after.get(claim.id) is Status.REJECTED
    }


def _why(given: ArgumentMap, code: str, fallen: set[str], setting: Setting) -> str:
    """Return what falls and what stands again without a box."""
    boxes = {claim.id for claim in given.claims}
    changes = what_if(given, remove=code).changes
    risen = sorted(change.id for change in changes if change.after is Status.ACCEPTED and change.id in boxes)
    told = setting.say("why", code=code, boxes=listed(sorted(fallen), setting.words))
    return f"{told} {setting.say('risen', boxes=listed(risen, setting.words))}" if risen else told
