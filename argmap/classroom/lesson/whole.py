"""What a lesson has of the whole map: the page, the poster, its text, and files of the quiz for learning platforms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.classroom.lesson.materials import EDIT, PUPILS, SCREEN, FileOf, Material
from argmap.classroom.lesson.poster import Poster, poster
from argmap.files.atomic import write_atomically

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from argmap.classroom.lesson.plan import Plan
    from argmap.model import ArgumentMap

_POSTERS = {"a4": ("a3", "a4"), "letter": ("tabloid", "letter")}
_TIME = 60.0


def whole_map(m: ArgumentMap, plan: Plan, paper: str) -> Iterator[Material]:
    """Yield what there is of the whole map.

    Args:
        m: The map.
        plan: The plan of the lesson.
        paper: ``a4`` or ``letter``.
    """
    words = plan.words

    def of(key: str, area: str, file: str, *files: FileOf, per: str = "", need: str = "") -> Material:
        copies = plan.copies(per) if per and need in plan.needs else 0
        name, about = (words.say(f"lesson.material.{key}.{part}") for part in ("name", "about"))
        return Material(key, name, about, area, file, per=per, need=need, copies=copies, files=files)  # type: ignore[arg-type]

    def draw_page(path: Path) -> None:
        m.render(path, timeout=_TIME)

    page = words.say("lesson.file.page")
    yield of("page", "screen", f"{page}-page", FileOf("html", f"{SCREEN}/{page}.html", draw_page), need="page")
    drawn: dict[str, str] = {}
    for number, sheet in enumerate(_POSTERS[paper]):
        file = f"{words.say('lesson.file.poster')}-{sheet}"

        def draw_poster(path: Path, sheet: str = sheet) -> None:
            made: Poster = poster(m, sheet, drawn)
            write_atomically(path, made.data)

        made = FileOf("standard", f"{PUPILS}/{file}.pdf", draw_poster)
        is_first = not number
        yield of(f"poster-{sheet}", "pupils", file, made, per="class", need="poster" if is_first else "")

    def write_text(path: Path) -> None:
        write_atomically(path, m.to_argdown().encode())

    yield of("source", "teachers", "map-source", FileOf("argdown", f"{EDIT}/map.argdown", write_text))
