"""Steelman the other side: its strongest case, put so well that it says thank you; after Rapoport's rules.

The four steps are those that Daniel Dennett gives after Anatol Rapoport (*Intuition Pumps and Other Tools for
Thinking*, 2013): put the other side's position so that it thanks you, list what you agree on, say what you have
learned, and only then object.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.classroom.exercises.coding import coded, codes_of
from argmap.classroom.exercises.exercise import Exercise, made
from argmap.classroom.exercises.part import ends_of, restricted, usable
from argmap.classroom.exercises.printing import asked
from argmap.classroom.exercises.task import Task
from argmap.classroom.sheets.blocks import Box, Paragraph, Run
from argmap.errors import UnknownNameError, nearest_or_all
from argmap.language import Words
from argmap.model import RelationKind

if TYPE_CHECKING:
    from argmap.classroom.exercises.boxes import Boxes
    from argmap.classroom.exercises.setting import Setting
    from argmap.classroom.sheets.blocks import Block
    from argmap.classroom.sheets.look import Look
    from argmap.corpora.links import Link
    from argmap.model import ArgumentMap

_FIRST = 50
"""How many main claims of sides are set against each other."""
_CASE = 6
_FEW = 3
"""How many claims the case of a side has in the model answer, and how many there are for each other step."""


def make(m: ArgumentMap, setting: Setting, *, side: str | None = None) -> Exercise:
    """Return an exercise in which pupils make the case of the side that is not theirs.

    The case in the key is what the map says for that side's main claim: arguments that nobody attacks first, and with
    each all that it starts from, in all of its steps.

    Args:
        m: The map.
        setting: The seed, the level and the words.
        side: The side whose case is made; by default the seed chooses.

    Raises:
        UnknownNameError: The map has no such side.
        NoMaterialError: There are not two opposed claims that reasons speak for.
    """
    whole = usable(m)
    theses = _theses(whole)
    pairs = _pairs(whole, theses)
    if side is not None:
        if side not in m.sides:
            raise UnknownNameError(f"The map has no side {side!r}.{nearest_or_all(side, list(m.sides))}")
        pairs = [pair for pair in pairs if whole.map[pair[1]].side == side]
    if not pairs:
        raise setting.lacks()
    mine, other = setting.rng.choice(pairs)
    reasons = _reasons(whole, other)
    ends = ends_of(whole)
    case = [box for box in dict.fromkeys(box for link in reasons for box in ends[link]) if box not in (mine, other)]
    attacks = [link for link in whole.links if _is_attack(link) and link.target in (other, *case)]
    answers = list(dict.fromkeys(link.sources[0] for link in attacks if link.sources[0] not in case))[:_FEW]
    attacked = {link.target for link in whole.links if link.kind.is_negative}
    agreed = [box for box in case if whole.map[box].data.get("status") == "conceded"]
    agreed += [box for box in case if box not in attacked and box not in agreed]
    if not agreed:
        raise setting.lacks()
    part = restricted(whole.map, dict.fromkeys([mine, *answers, *(box for link in reasons for box in ends[link])]))
    texts = {box.id: part.text(box.id) for box in part.boxes}
    chosen = [
        ("thesis", (other,), 2),
        ("case", tuple(case), 8),
        ("agree", tuple(agreed[:_FEW]), 4),
        ("learn", (agreed[0],), 2),
        ("answer", tuple(answers), 4),
    ]
    tasks = [
        Task(
            prompt=setting.say(key, mine=texts[mine]),
            answers=tuple(texts[box] for box in boxes),
            about=boxes,
            form="lines",
            is_open=True,
            lines=lines,
        )
        for key, boxes, lines in chosen
        if boxes
    ]
    codes = codes_of(part, setting.seed)
    shown = restricted(part.map, [mine])
    given = coded(shown, codes)
    facts = {"mine": texts[mine], "kept": [mine]}
    return made(setting, m, part.map, given, tasks, facts=facts)


def apply(exercise: Exercise, answers: tuple[tuple[str, ...], ...]) -> ArgumentMap:
    """Return the part of the map whose words the answers put forward, besides the claim that is given."""
    said = {text for given in answers for text in given}
    part = restricted(exercise.map, [box.id for box in usable(exercise.map).boxes])
    kept = [box.id for box in part.boxes if box.id in exercise.facts["kept"] or part.text(box.id) in said]
    return restricted(exercise.map, kept).map


def blocks(exercise: Exercise, look: Look) -> tuple[Block, ...]:  # noqa: ARG001  # there is no picture
    """Return the position that the pupil holds, and the steps."""
    words = Words(exercise.language)
    mine = Paragraph((Run(exercise.facts["mine"], bold=True),))
    return (Box((mine,), words.say("exercise.steelman.mine")), *asked(exercise))


def _theses(whole: Boxes) -> list[str]:
    supported = {link.target for link in whole.links if link.kind is RelationKind.SUPPORT}
    acting = {source for link in whole.links if not link.kind.is_symmetric for source in link.sources}
    return [box.id for box in whole.boxes if box.id in supported and box.id not in acting]


def _pairs(whole: Boxes, theses: list[str]) -> list[tuple[str, str]]:
    """Return the main claims that exclude each other, or that two sides put forward, each way round."""
    known = set(theses)
    ends = [(link.sources[0], link.target) for box in theses for link in whole.of(box) if link.kind.is_symmetric]
    found = {pair: None for pair in ends if known.issuperset(pair)}
    sides = [(box, whole.map[box].side) for box in theses[:_FIRST]]
    found |= {(one, other): None for one, a in sides for other, b in sides if None not in (a, b) and a != b}
    return list(dict.fromkeys(pair for one, other in found for pair in ((one, other), (other, one))))


def _reasons(whole: Boxes, thesis: str) -> list[Link]:
    """Return the arguments for a claim that go into the model answer: those that nobody attacks come first."""
    attacked = {link.target for link in whole.links if link.kind.is_negative}
    undercut = {(link.target, frozenset(link.over)) for link in whole.links if link.over}
    links = [link for link in whole.links if link.kind is RelationKind.SUPPORT and link.target == thesis]
    links.sort(
        key=lambda link: (
            sum(source in attacked for source in link.sources) + ((link.target, frozenset(link.sources)) in undercut)
        )
    )
    found: list[Link] = []
    for link in links:
        if not found or sum(len(each.sources) for each in found) + len(link.sources) <= _CASE:
            found.append(link)
    return found


def _is_attack(link: Link) -> bool:
    return link.kind is RelationKind.ATTACK and len(link.sources) == 1 and not link.over
