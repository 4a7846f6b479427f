"""Fill the blanks: some boxes of the map have lost their words, some lines their signs, or some boxes their line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.classroom.exercises import blank_signs, which_box
from argmap.classroom.exercises.boxes import Boxes, reworded, words_of
from argmap.classroom.exercises.coding import GAP, coded, codes_of
from argmap.classroom.exercises.drawing import with_picture
from argmap.classroom.exercises.exercise import Exercise, made
from argmap.classroom.exercises.part import around, ends_of, usable, without_loners
from argmap.classroom.exercises.printing import asked, bank
from argmap.classroom.exercises.task import Task
from argmap.classroom.exercises.telling_apart import told_apart
from argmap.errors import ArgmapError, UnknownNameError, nearest_or_all
from argmap.model import RelationKind

if TYPE_CHECKING:
    from argmap.classroom.exercises.setting import Setting
    from argmap.classroom.sheets.blocks import Block
    from argmap.classroom.sheets.look import Look
    from argmap.model import ArgumentMap

WHAT = ("claims", "signs", "links")
RULES = ("any", "rebuttals", "co-premises")
_EXTRA = 2
"""How many claims of a bank belong in no gap, so that the last gap is not filled by what is left."""


def make(
    m: ArgumentMap,
    setting: Setting,
    *,
    blank: str = "claims",
    word_bank: bool | None = None,
    share: float | None = None,
    rule: str = "any",
) -> Exercise:
    """Return an exercise with blanks.

    No two boxes are empty that could change places: each has one answer alone.

    Args:
        m: The map.
        setting: The seed, the level and the words.
        blank: What is left out: ``claims`` (the words of boxes), ``signs`` (what a line says) or ``links`` (where a
            line leads).
        word_bank: Whether the claims to fill in are listed, where there are two at least; by default as the level has
            it.
        share: Which part of what can be blanked is, from 0 to 1; one thing at least. By default a third, and no more
            than the level can take.
        rule: Which claims are blanked: ``any``, ``rebuttals`` (all that speaks against something), or
            ``co-premises`` (one premise of each argument that has several).

    Raises:
        UnknownNameError: There is nothing of the name to blank, or no such rule.
        ArgmapError: The share is not from 0 to 1.
        NoMaterialError: The map has not what it takes.
    """
    for name, known in ((blank, WHAT), (rule, RULES)):
        if name not in known:
            raise UnknownNameError(f"Nothing can be blanked by the name {name!r}.{nearest_or_all(name, list(known))}")
    if share is not None and not 0 <= share <= 1:
        raise ArgmapError(f"The share to blank cannot be {share}; give a number from 0 to 1, such as 0.5.")
    if blank == "signs":
        return blank_signs.make(m, setting, share)
    if blank == "links":
        return which_box.make_links(m, setting, share)
    whole = usable(m)
    if len(whole.boxes) < 3 or not whole.links:
        raise setting.lacks()
    starts = _candidates(whole, rule, setting)
    if not starts:
        raise setting.lacks("none")
    start = setting.rng.choice(starts)
    ends = ends_of(whole)
    near = next((ends[link] for link in whole.links if rule != "any" and start in link.sources), ())
    part = without_loners(around(whole, [start, *near], setting.size.boxes))
    candidates = _candidates(part, rule, setting)
    most = len(part.boxes) - 1
    count = _count(len(candidates) if rule != "any" else len(part.boxes), share, setting, every=rule == "rebuttals")
    setting.rng.shuffle(candidates)
    chosen = told_apart(part, candidates, min(count, most))
    if not chosen:
        raise setting.lacks("none")
    wants_bank = setting.size.has_help if word_bank is None else word_bank
    options = _bank(whole, part, chosen, setting) if wants_bank else ()
    has_bank = len(options) > 1
    codes = codes_of(part, setting.seed)
    tasks = [
        Task(
            prompt=setting.say("prompt", code=codes[box]),
            answers=(part.text(box),),
            options=options if has_bank else (),
            about=(box,),
            form="bank" if has_bank else "lines",
            is_open=not has_bank,
            why=part.text(box) if has_bank else "",
        )
        for box in sorted(chosen, key=codes.__getitem__)
    ]
    given = coded(part, codes, texts=dict.fromkeys(chosen, GAP))
    return made(
        setting,
        m,
        part.map,
        given,
        tasks,
        has_help=has_bank,
        facts={"codes": codes, "blank": blank},
        steps="open_steps" if not has_bank else "steps" if len(options) > len(chosen) else "exact_steps",
        texts=options,
    )


def apply(exercise: Exercise, answers: tuple[tuple[str, ...], ...]) -> ArgumentMap:
    """Return the map with the answers in the blanks."""
    if exercise.facts["blank"] == "signs":
        return blank_signs.apply(exercise, answers)
    if exercise.facts["blank"] == "links":
        return which_box.apply(exercise, answers)
    return filled(exercise, answers)


def filled(exercise: Exercise, answers: tuple[tuple[str, ...], ...]) -> ArgumentMap:
    """Return the map of an exercise with answers as the words of the boxes that its tasks are about."""
    codes, words = exercise.facts["codes"], {}
    for task, given in zip(exercise.tasks, answers, strict=True):
        box = task.about[0]
        text = given[0] if given else ""
        if text != words_of(exercise.map[box]):
            words[box] = (codes[box], text)
    return reworded(exercise.map, words)


def blocks(exercise: Exercise, look: Look) -> tuple[Block, ...]:
    """Return the picture with its blanks, the bank if there is one, and the tasks."""
    if exercise.facts["blank"] == "signs":
        return blank_signs.blocks(exercise, look)
    if exercise.facts["blank"] == "links":
        return which_box.blocks(exercise, look)
    banks = (bank(exercise),) if exercise.tasks[0].form == "bank" else ()
    return with_picture(exercise.given, look, exercise.language, (*banks, *asked(exercise)))


def _candidates(part: Boxes, rule: str, setting: Setting) -> list[str]:
    if rule == "any":
        return [box.id for box in part.boxes if part.of(box.id)]
    if rule == "rebuttals":
        return list(
            dict.fromkeys(
                source
                for link in part.links
                if link.kind.is_negative and not link.kind.is_symmetric
                for source in link.sources
            )
        )
    linked = [link for link in part.links if link.kind is RelationKind.SUPPORT and len(link.sources) > 1]
    return list(dict.fromkeys(setting.rng.choice(link.sources) for link in linked))


def _count(many: int, share: float | None, setting: Setting, *, every: bool) -> int:
    if share is not None:
        return max(1, round(share * many))
    return max(1, min(many if every else round(many / 3), setting.size.tasks))


def _bank(whole: Boxes, part: Boxes, chosen: list[str], setting: Setting) -> tuple[str, ...]:
    """Return the words to choose from, in the order of the alphabet: the right ones, and some from elsewhere."""
    shown = {box.id for box in part.boxes}
    others = [whole.text(box.id) for box in whole.boxes if box.id not in shown]
    extra = setting.rng.sample(others, min(_EXTRA, len(others)))
    return tuple(sorted([*(part.text(box) for box in chosen), *extra], key=lambda text: (text.casefold(), text)))
