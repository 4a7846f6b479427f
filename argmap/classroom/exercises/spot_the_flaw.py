"""Spot the flaw: one fault is planted into the map, and pupils find the box and say what is wrong with it."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from argmap.classroom.exercises.boxes import Boxes, boxes_of, reworded
from argmap.classroom.exercises.coding import coded, codes_of
from argmap.classroom.exercises.drawing import with_picture
from argmap.classroom.exercises.exercise import Exercise, made
from argmap.classroom.exercises.faults import FAULTS, Fault
from argmap.classroom.exercises.part import around, usable, without_loners
from argmap.classroom.exercises.printing import asked
from argmap.classroom.exercises.task import Task
from argmap.corpora.links import Link
from argmap.errors import UnknownNameError, nearest_or_all
from argmap.language import ENGLISH, Words
from argmap.model import RelationKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.classroom.exercises.setting import Setting
    from argmap.classroom.sheets.blocks import Block
    from argmap.classroom.sheets.look import Look
    from argmap.model import ArgumentMap

_FAMILIES = ("STR", "WRD", "REA", "LOG")
"""The rules that have to find nothing else new: those on structure, words, reasoning and logic."""
_TRIES = 12
_OPTIONS = 4

_ARGDOWN = re.compile(r"\[([A-Z]\d+)\]")


def make(m: ArgumentMap, setting: Setting, *, fault: str | None = None) -> Exercise:
    """Return a map with one fault in it.

    A fault is planted only where the checker, asked about the map with it and without it, finds this fault and nothing
    else besides what it found before.

    Args:
        m: The map.
        setting: The seed, the level and the words.
        fault: Which fault, by the name of the rule that finds it; by default the seed chooses.

    Raises:
        UnknownNameError: No fault of this name can be planted.
        NoMaterialError: None can be planted into this map.

    Complexity:
        Two checks of a small part of the map for each fault that is tried; twelve are, at most, of each sort.
    """
    names = [name for name, _ in FAULTS]
    if fault is not None and fault not in names:
        raise UnknownNameError(f"No fault {fault!r} can be planted.{nearest_or_all(fault, names)}")
    whole = usable(m)
    starts = list(dict.fromkeys(link.target for link in whole.links))
    if not starts:
        raise setting.lacks()
    part = without_loners(around(whole, [setting.rng.choice(starts)], setting.size.boxes))
    codes = codes_of(part, setting.seed)
    before = coded(part, codes)
    found = _planted(part, codes, before, setting, fault)
    if found is None:
        raise setting.lacks()
    chosen, message = found
    given = _with(part, chosen, codes)
    right = setting.say(f"fault.{chosen.rule}")
    wrong = setting.rng.sample([setting.say(f"fault.{name}") for name in names if name != chosen.rule], _OPTIONS - 1)
    about = (chosen.boxes[0],)
    tasks = [
        Task(
            prompt=setting.say("which"),
            answers=(codes[chosen.boxes[0]],),
            about=about,
            form="gap",
            also=tuple(codes[box] for box in chosen.boxes[1:]),
        ),
        Task(
            prompt=setting.say("what"),
            answers=(right,),
            options=tuple(sorted([right, *wrong])),
            about=about,
            # The checker speaks English, and names a box as Argdown does: [K7].
            why=_ARGDOWN.sub(r"\1", message) if setting.words.code == ENGLISH else "",
        ),
        Task(
            prompt=setting.say("mend"),
            answers=(setting.say(f"mended.{chosen.rule}"),),
            about=about,
            form="lines",
            is_open=True,
        ),
    ]
    facts = {
        "codes": codes,
        "rule": chosen.rule,
        "boxes": list(chosen.boxes),
        "texts": chosen.texts,
        "added": [[list(link.sources), link.kind.value, link.target] for link in chosen.added],
    }
    return made(setting, m, part.map, given, tasks, demand="find", facts=facts)


def apply(exercise: Exercise, answers: tuple[tuple[str, ...], ...]) -> ArgumentMap:
    """Return the map without the fault where the answers name it and its box; else the map with it."""
    part, facts = boxes_of(exercise.map), exercise.facts
    codes, words = facts["codes"], Words(exercise.language)
    box, what = (given[0] if given else "" for given in answers[:2])
    named = box in {codes[each] for each in facts["boxes"]}
    if named and what == words.say(f"exercise.spot_the_flaw.fault.{facts['rule']}"):
        return exercise.map
    added = [Link(tuple(sources), RelationKind(kind), target) for sources, kind, target in facts["added"]]
    faulty = part.with_links([*part.links, *added])
    return reworded(faulty, {each: (each, text) for each, text in facts["texts"].items()})


def blocks(exercise: Exercise, look: Look) -> tuple[Block, ...]:
    """Return the picture with the fault, and the tasks."""
    return with_picture(exercise.given, look, exercise.language, asked(exercise))


def _planted(
    part: Boxes, codes: Mapping[str, str], before: ArgumentMap, setting: Setting, wanted: str | None
) -> tuple[Fault, str] | None:
    """Return a fault that the checker finds, and nothing else that is new, and what it says of it."""
    known = _findings(before, setting)
    sorts = [(name, faults) for name, faults in FAULTS if wanted in (None, name)]
    setting.rng.shuffle(sorts)
    for name, faults in sorts:
        tries = list(faults(part, setting.say))
        for fault in setting.rng.sample(tries, min(_TRIES, len(tries))):
            found = _findings(_with(part, fault, codes), setting)
            new = Counter(found)
            new.subtract(known)
            fresh = [finding for finding, count in new.items() if count > 0]
            if len(fresh) == 1 and fresh[0][0] == name and fresh[0][1] in {codes[box] for box in fault.boxes}:
                return fault, fresh[0][2]
    return None


def _findings(m: ArgumentMap, setting: Setting) -> list[tuple[str, str | None, str]]:
    """Return what the checker finds: the name of the rule, the box, and what it says."""
    m.data["language"] = setting.words.code
    report = m.check(select=_FAMILIES)
    del m.data["language"]
    return [(finding.name, finding.about, finding.message) for finding in report.findings]


def _with(part: Boxes, fault: Fault, codes: Mapping[str, str]) -> ArgumentMap:
    return coded(part, codes, texts=fault.texts, links=[*part.links, *fault.added])
