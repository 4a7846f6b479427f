"""Find the hidden premise: one of several linked reasons is left out; two rules about words help to find it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.subject import Subject
from argmap.check.words.mapping import as_written, holding_hands, rabbit, terms
from argmap.classroom.exercises.blanks import filled
from argmap.classroom.exercises.coding import GAP, coded, codes_of
from argmap.classroom.exercises.exercise import Exercise, made
from argmap.classroom.exercises.part import ends_of, is_claim, restricted, usable
from argmap.classroom.exercises.task import Task
from argmap.classroom.sheets.blocks import Box, Choices, Gap, Item, Lines, Listing, Paragraph, Run, Together
from argmap.language import Words
from argmap.model import Claim, RelationKind

if TYPE_CHECKING:
    from argmap.classroom.exercises.boxes import Boxes
    from argmap.classroom.exercises.setting import Setting
    from argmap.classroom.sheets.blocks import Block
    from argmap.classroom.sheets.look import Look
    from argmap.corpora.links import Link
    from argmap.model import ArgumentMap

_MOST = 3
"""How many arguments are asked about: each is written, which takes time."""
_OPTIONS = 4


def make(m: ArgumentMap, setting: Setting, *, choices: bool | None = None, hints: bool | None = None) -> Exercise:
    """Return an exercise in which arguments lack a premise.

    The premise that is left out is one that the words of the rest lead to, where there is one.

    Args:
        m: The map.
        setting: The seed, the level and the words.
        choices: Whether premises to choose from are listed; by default for the youngest alone.
        hints: Whether the words that nothing else speaks of are named; by default as the level has it.
    """
    whole = usable(m)
    linked = [
        link
        for link in whole.links
        if link.kind is RelationKind.SUPPORT
        and len(link.sources) > 1
        and all(is_claim(whole, box) for box in link.sources)
    ]
    if not linked:
        raise setting.lacks()
    has_choices = setting.level.rank < 2 if choices is None else choices
    has_hints = setting.size.has_help if hints is None else hints
    setting.rng.shuffle(linked)
    taken: set[str] = set()
    chosen: list[tuple[Link, str]] = []
    subject = Subject(whole.map)
    for link in linked:
        free = [box for box in link.sources if not taken & {box}]
        own = {*link.sources, link.target}
        if len(chosen) < _MOST and free and not any(box in own for _, box in chosen):
            best = [box for box in free if _clues(whole, link, box, subject)] or free
            chosen.append((link, setting.rng.choice(best)))
            taken |= own
    ends = ends_of(whole)
    part = restricted(whole.map, {box for link, _ in chosen for box in ends[link]})
    others = [box.id for box in whole.boxes if isinstance(box, Claim) and box.id not in {hid for _, hid in chosen}]
    tasks = []
    for link, hidden in chosen:
        rest = [part.text(box) for box in link.sources if box != hidden]
        clues = _clues(whole, link, hidden, subject)
        answer = part.text(hidden)
        options: tuple[str, ...] = ()
        if has_choices:
            wrong = [whole.text(box) for box in others if box not in (*link.sources, link.target)]
            drawn = setting.rng.sample(wrong, min(_OPTIONS - 1, len(wrong)))
            options = tuple(sorted([answer, *drawn], key=lambda text: (text.casefold(), text)))
        has_options = len(options) > 1
        tasks.append(
            Task(
                prompt=setting.say("prompt", reasons=" ".join(rest), target=part.text(link.target)),
                answers=(answer,),
                options=options if has_options else (),
                about=(hidden, *(box for box in link.sources if box != hidden), link.target),
                form="choose" if has_options else "lines",
                is_open=not has_options,
                hint=_hint(clues, setting) if has_hints else "",
            )
        )
    codes = codes_of(part, setting.seed)
    given = coded(part, codes, texts={hidden: GAP for _, hidden in chosen})
    return made(setting, m, part.map, given, tasks, has_help=has_hints or has_choices, facts={"codes": codes})


def apply(exercise: Exercise, answers: tuple[tuple[str, ...], ...]) -> ArgumentMap:
    """Return the map with the answers as the premises that were left out."""
    return filled(exercise, answers)


def blocks(exercise: Exercise, look: Look) -> tuple[Block, ...]:  # noqa: ARG001  # there is no picture
    """Return each argument in a frame, with a gap for the premise that it lacks."""
    words, given = Words(exercise.language), exercise.given
    codes = exercise.facts["codes"]
    return tuple(_framed(task, place + 1, words, given, codes) for place, task in enumerate(exercise.tasks))


def _framed(task: Task, number: int, words: Words, given: ArgumentMap, codes: dict[str, str]) -> Block:
    _, *rest, target = (given[codes[box]].text for box in task.about)
    gap = "?" if task.options else Gap("", 40)
    found: list[Block] = [
        Listing((*(Item(text) for text in rest), Item((gap,)))),
        Paragraph((words.say("exercise.hidden_premise.so"), " ", Run(target, bold=True))),
    ]
    if task.hint:
        found.append(Paragraph((Run(words.say("exercise.hint"), bold=True), f" {task.hint}")))
    if task.options:
        found.append(Choices(task.options, frozenset([task.options.index(task.answers[0])])))
    else:
        found.append(Lines(task.lines, task.answers))
    return Together((Box(tuple(found), words.say("exercise.hidden_premise.argument", n=number)),))


def _clues(part: Boxes, link: Link, hidden: str, subject: Subject) -> tuple[list[str], list[str]] | None:
    """Return the words of the conclusion, and those of the other premises, that nothing else speaks of.

    Only words that the hidden premise has count; None where there are none.
    """
    own, target = part.map[hidden], part.map[link.target]
    if not isinstance(own, Claim) or not isinstance(target, Claim):
        return None
    others = [claim for box in link.sources if box != hidden and isinstance(claim := part.map[box], Claim)]
    known, end, lost = [terms(claim, subject) for claim in others], terms(target, subject), terms(own, subject)
    above = as_written(rabbit(known, end).missing & lost, target, subject)
    beside = [
        word
        for claim, cover in zip(others, holding_hands(known, end), strict=True)
        for word in as_written(cover.missing & lost, claim, subject)
    ]
    return (above, beside) if above or beside else None


def _hint(clues: tuple[list[str], list[str]] | None, setting: Setting) -> str:
    if clues is None:
        return ""
    above, beside = (", ".join(f"“{word}”" for word in words) for words in clues)
    parts = [setting.say("rabbit", words=above)] if above else []
    if beside:
        parts.append(setting.say("hands", words=beside))
    return " ".join(parts)
