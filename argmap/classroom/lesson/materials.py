"""What a lesson consists of, before any of it is written: each material, for whom it is, and how it is made."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Literal, NamedTuple

from argmap.classroom import rounds
from argmap.classroom.age import LEVELS
from argmap.classroom.exercises import exercise, lesson_set
from argmap.classroom.lesson.handout import handout
from argmap.classroom.lesson.reading import reading
from argmap.classroom.lesson.slides import slides
from argmap.classroom.lesson.telling import in_words, outline
from argmap.classroom.quiz import Quiz, quiz
from argmap.classroom.quiz.formats.printable import key_of_sheet, sheet_of
from argmap.classroom.sheets.blocks import Box, Deck, KeyOnly, Picture, Sheet, Together
from argmap.classroom.sheets.grids import Workbook
from argmap.classroom.sheets.look import LOOKS, Look
from argmap.classroom.sheets.placing import paper_of, placed
from argmap.errors import ArgmapError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from argmap.classroom.exercises import Exercise
    from argmap.classroom.lesson.plan import Plan
    from argmap.classroom.rounds.points import Point
    from argmap.classroom.sheets.blocks import Block
    from argmap.model import ArgumentMap

Area = Literal["pupils", "screen", "teachers"]
Thing = Sheet | Deck | Workbook
_LONGEST_NAME = 40
_QUESTIONS = 10
_QUIZ_FILES = {
    "moodle": "-moodle.xml",
    "gift": ".gift",
    "qti12": "-qti12.zip",
    "qti21": "-qti21.zip",
    "kahoot": "-kahoot.xlsx",
    "anki": ".apkg",
}
"""The formats in which a lesson has its quiz, and how the names of their files end."""
PUPILS, TEACHERS, SCREEN, EDIT = "for-pupils", "for-teachers", "on-screen", "edit"
"""The folders of a lesson."""


class FileOf(NamedTuple):
    """A file that is no sheet: what to call it, its place in the folder of a lesson, and what writes it."""

    label: str
    path: str
    write: Callable[[Path], object]


@dataclass(frozen=True, slots=True)
class Material:
    """A material of a lesson.

    Attributes:
        key: Its name in the catalogue of words.
        name: What it is called.
        about: What it is, in a sentence; may be empty.
        area: For whom it is: for pupils, for a screen, for teachers only.
        file: The name of its files, without an ending, and with the folder inside its area.
        per: For whom there is a copy, as in `Plan.copies`; empty for what is not printed.
        need: By what name a phase of the lesson asks for it; empty where none does.
        copies: How many copies the lesson needs; 0 where it goes without.
        make: Makes it, for a look; None for files that are no sheets, such as the page.
        has_looks: Whether it is made in all looks, or only in the first.
        files: Its files, where it is no sheet, no slides and no workbook.
    """

    key: str
    name: str
    about: str
    area: Area
    file: str
    per: str = ""
    need: str = ""
    copies: int = 0
    make: Callable[[Look], Thing] | None = field(default=None, compare=False, repr=False)
    has_looks: bool = False
    files: tuple[FileOf, ...] = ()


def materials(m: ArgumentMap, plan: Plan) -> tuple[tuple[Material, ...], tuple[str, ...]]:
    """Return what a lesson consists of, but for what goes with the whole map, and sentences on what is left out.

    Args:
        m: The whole map.
        plan: The plan of the lesson.
    """
    left_out: list[str] = []
    made = [
        *_texts(m, plan),
        *_exercises(plan, left_out),
        *_quiz(plan, left_out),
        *_rounds(plan, left_out),
        _slides(plan),
    ]
    return tuple(made), tuple(left_out)


def footer_of(plan: Plan) -> str:
    """Return what stands at the foot of a sheet for the teacher."""
    return plan.words.say(
        "lesson.footer", title=plan.title, level=plan.level_words, minutes=plan.minutes, seed=plan.seed
    )


def file_name(words: str, otherwise: str) -> str:
    """Return words as the name of a file: small letters of the Latin alphabet, digits and hyphens.

    Args:
        words: Any words.
        otherwise: What is taken where no such letter is left.

    Example:
        >>> file_name("Père & fils: <b>../../etc</b>", "side"), file_name("開く", "side")
        ('pere-fils-b-etc-b', 'side')
    """
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().casefold()
    name = "-".join(re.findall(r"[a-z0-9]+", plain))[:_LONGEST_NAME].strip("-")
    return name or otherwise


def _of(plan: Plan, key: str, area: Area, file: str, *, per: str = "", need: str = "", **more: object) -> Material:
    words = plan.words
    copies = plan.copies(per) if per and need in plan.needs else 0
    given = {"name": words.say(f"lesson.material.{key}.name"), "about": "", "has_looks": False, "make": None, **more}
    if not given["about"]:
        about = words.known(f"lesson.material.{key}.about")
        given["about"] = about if isinstance(about, str) else ""
    return Material(key, area=area, file=file, per=per, need=need, copies=copies, **given)  # type: ignore[arg-type]


def _texts(m: ArgumentMap, plan: Plan) -> Iterator[Material]:
    foot = plan.words.say("lesson.footer-pupil", title=plan.title)
    say = plan.words.say

    def fixed(sheet: Sheet) -> Callable[[Look], Sheet]:
        return lambda _: sheet

    of = partial(_of, plan, area="pupils", has_looks=True)
    yield of(
        "reading", file=say("lesson.file.reading"), per="pupil", need="reading", make=fixed(reading(m, plan, foot))
    )
    yield of("map", file=say("lesson.file.map"), per="pupil", need="map", make=lambda look: handout(plan, look, foot))
    yield of("outline", file=say("lesson.file.outline"), per="pupil", make=fixed(outline(plan, foot)))
    yield of("text", file=say("lesson.file.text"), per="need", make=fixed(in_words(m, plan, foot)))


def _exercises(plan: Plan, left_out: list[str]) -> Iterator[Material]:
    words, level = plan.words, plan.level.name
    given = {"seed": plan.seed, "level": level, "language": plan.language}
    found: list[Exercise] = []
    try:
        found += lesson_set(plan.part.map, plan.minutes, **given)  # type: ignore[arg-type]
    except ArgmapError as error:
        left_out.append(str(error))
    if "cards" not in {each.kind for each in found}:
        try:
            found.append(exercise(plan.part.map, "cards", **given))  # type: ignore[arg-type]
        except ArgmapError as error:
            left_out.append(str(error))
    number = 0
    for each in [_on_one_page(plan, one) for one in found]:
        is_cards = each.kind == "cards"
        number += not is_cards
        key = "cards" if is_cards else "exercise"
        name = words.say(f"lesson.material.{key}.name", n=number, title=each.title)
        kind = file_name(each.kind, "exercise")
        file = "cards" if is_cards else f"worksheet-{number}-{kind}"
        per = ("pair" if plan.protocol.size == 2 else "group") if is_cards else "pupil"
        need = "cards" if is_cards else "worksheet" if number == 1 else ""
        yield _of(plan, key, "pupils", file, per=per, need=need, name=name, make=each.sheet, has_looks=True)
        answers = words.say("lesson.material.key.name", title=name)
        yield _of(plan, "key", "teachers", f"answers/{file}-answers", name=answers, make=each.key)


def _on_one_page(plan: Plan, found: Exercise) -> Exercise:
    """Return an exercise of which no picture has to be glued together, where an easier one of its kind has none."""
    easier = list(LEVELS[: plan.level.rank])
    each = found
    while easier and _is_tiled(each):
        try:
            each = exercise(plan.part.map, found.kind, seed=plan.seed, level=easier.pop(), language=plan.language)
        except ArgmapError:
            return found
    return found if _is_tiled(each) else each


def _is_tiled(each: Exercise) -> bool:
    look = LOOKS["standard"]
    sheet = each.sheet(look)
    paper = paper_of(look, is_landscape=sheet.is_landscape)
    return any(placed(picture, paper, look.smallest).place == "tiles" for picture in _pictures(sheet.blocks))


def _pictures(blocks: tuple[Block, ...]) -> Iterator[Picture]:
    for block in blocks:
        if isinstance(block, Picture):
            yield block
        elif isinstance(block, Box | Together | KeyOnly):
            yield from _pictures(block.blocks)


def _quiz(plan: Plan, left_out: list[str]) -> Iterator[Material]:
    """Yield the quiz on paper, its key, and its files for learning platforms, which hold the key, too."""
    words = plan.words
    try:
        made = quiz(plan.part.map, _QUESTIONS, seed=plan.seed, level=plan.level.name, language=plan.language)
    except ArgmapError as error:
        left_out.append(str(error))
        return
    file = words.say("lesson.file.quiz")
    sheet, key = sheet_of(made), key_of_sheet(made)
    of = partial(_of, plan)
    yield of("quiz", "pupils", file, per="pupil", make=lambda _: sheet, has_looks=True)
    name = words.say("lesson.material.key.name", title=words.say("lesson.material.quiz.name"))
    yield of("key", "teachers", f"answers/{file}-answers", name=name, make=lambda _: key)
    files = tuple(
        FileOf(form, f"{EDIT}/quiz/{file}{ending}", partial(_save, made, form)) for form, ending in _QUIZ_FILES.items()
    )
    yield of("quiz-files", "teachers", "answers/quiz-files", files=files)


def _save(made: Quiz, form: str, path: Path) -> None:
    made.save(path, form)


def _rounds(plan: Plan, left_out: list[str]) -> Iterator[Material]:
    _words, part = plan.words, plan.part.map
    given = {"format": plan.format.id, "language": plan.language}

    def fixed(sheet: Thing) -> Callable[[Look], Thing]:
        return lambda _: sheet

    of = partial(_of, plan)
    try:
        flow = part.flow(**given)
        both = (rounds.briefs(part, is_large=is_large, **given) for is_large in (False, True))  # type: ignore[arg-type]
        for number, (sheet, large) in enumerate(zip(*both, strict=True), 1):
            name = _brief_name(sheet, flow.theses, number, plan)
            file = file_name(sheet.name, f"brief-{number}")
            make = partial(_for_look, sheet, large)
            yield of("brief", "pupils", file, per="side", need="brief", name=name, make=make, has_looks=True)
        roles = rounds.role_cards(part, pupils=plan.pupils, **given)  # type: ignore[arg-type]
        yield of("roles", "pupils", "role-cards", per="class", need="roles", make=fixed(roles), has_looks=True)
        empty = flow.sheet("none")
        yield of("flow", "pupils", "flow-sheet", per="pupil", need="flow", make=fixed(empty), has_looks=True)
        judge = rounds.judge_sheet(part, **given)  # type: ignore[arg-type]
        yield of("judge", "pupils", "judges-sheet", per="judge", need="judge", make=fixed(judge), has_looks=True)
        key = flow.sheet("all")
        yield of("flow-key", "teachers", "answers/flow-sheet-filled-in", make=fixed(key))
        yield of("flow-table", "teachers", "flow-sheet-table", make=fixed(flow.workbook("none")))
    except ArgmapError as error:
        left_out.append(str(error))


def _for_look(sheet: Sheet, large: Sheet, look: Look) -> Sheet:
    return large if look.is_large else sheet


def _brief_name(sheet: Sheet, theses: tuple[tuple[str, Point], ...], number: int, plan: Plan) -> str:
    """Return what to call the brief of the side with a number: its own title without the question, and the position."""
    side = plan.format.sides[number - 1] if number <= len(plan.format.sides) else ""
    position = next((thesis.title or thesis.text for name, thesis in theses if name == side), "")
    name = sheet.title.partition(":")[0]
    return f"{name} ({position})" if position else name


def _slides(plan: Plan) -> Material:
    deck = slides(plan)
    return _of(plan, "slides", "screen", plan.words.say("lesson.file.slides"), need="slides", make=lambda _: deck)
