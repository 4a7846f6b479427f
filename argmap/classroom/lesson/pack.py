"""A lesson written into a folder: everything to print, to show, to edit, and an index that links all of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.classroom.extra import MissingExtraError
from argmap.classroom.lesson.folder import Folder
from argmap.classroom.lesson.index import index_page
from argmap.classroom.lesson.jobs import Job, jobs_for
from argmap.classroom.lesson.materials import footer_of, materials
from argmap.classroom.lesson.notes import notes
from argmap.classroom.lesson.plan import Plan
from argmap.classroom.lesson.plan import plan as plan_of
from argmap.classroom.lesson.whole import whole_map
from argmap.classroom.sheets.look import LOOKS, SIZES, look_named
from argmap.errors import ArgmapError, UnknownNameError, nearest_or_all

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.classroom.lesson.materials import Material
    from argmap.classroom.sheets.look import Look
    from argmap.model import ArgumentMap

Progress = Callable[[int, int, str], object]
"""Is told how many files are written, of how many, and which is next."""


def ignore(_done: int, _total: int, _name: str) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A lesson that was written.

    Attributes:
        folder: The folder.
        plan: Its plan.
        files: The paths of its files within the folder, in the order in which the index has them.
        left_out: Sentences on what was not made, and why.
    """

    folder: Path
    plan: Plan
    files: tuple[str, ...]
    left_out: tuple[str, ...] = ()

    @property
    def index(self) -> Path:
        """The page that links all."""
        return self.folder / "index.html"

    def __repr__(self) -> str:
        return f"<Lesson in {str(self.folder)!r}: {len(self.files)} files>"


@dataclass(slots=True)
class _Done:
    """What came of the jobs: for each material the labels and paths of its files, and what was left out."""

    files: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    left_out: dict[str, None] = field(default_factory=dict)
    missing: set[str] = field(default_factory=set)  # the endings of files for which packages are missing


def lesson(
    m: ArgumentMap,
    folder: str | Path,
    *,
    pupils: int = 28,
    minutes: int = 45,
    level: str = "14-16",
    format: str = "pf",  # noqa: A002
    seed: int = 1,
    protocol: str | None = None,
    looks: Iterable[str] = tuple(LOOKS),
    paper: str = "a4",
    language: str | None = None,
    force: bool = False,
    tell: Progress = ignore,
) -> Lesson:
    """Write a lesson with a map into a folder: for pupils, for the teacher, for the screen, to edit; with an index.

    The same map with the same options gives the same files. What cannot be made, because a package is missing or the
    map has no material for it, is left out, and `Lesson.left_out` says so; pages in HTML need no package.

    Args:
        m: The map.
        folder: Where to. A folder that is there already is written into only if a lesson was written there before; see
            `force`. Files in it that are none of the lesson stay.
        pupils: How many there are, from 1 to 1000.
        minutes: How long the lesson is, from 5 to 300.
        level: How old pupils are: ``8-10``, ``11-13``, ``14-16``, ``16-18``, ``adult``, or any ages.
        format: The format of debate, such as ``pf``, ``ld`` or ``bp``.
        seed: What all choices depend on.
        protocol: The method, one of `argmap.classroom.lesson.protocol.PROTOCOLS`; by default one is chosen.
        looks: How sheets for pupils look, some of `argmap.classroom.sheets.look.LOOKS`; the first is that of the
            teacher's sheets and of what is on the screen, too.
        paper: ``a4`` or ``letter``.
        language: The code of the language; by default that of the map, else English.
        force: Whether to write into a folder that holds other things, and over files that were changed.
        tell: Is told how the work goes on.

    Raises:
        UnknownNameError: There is no such level, format, method, look or paper.
        ArgmapError: A number is out of its range, or nothing is said in the map.
        WriteError: The folder holds other things, or cannot be written to.
    """
    chosen = _looks(looks, paper)
    plan = plan_of(
        m,
        pupils=pupils,
        minutes=minutes,
        level=level,
        format=format,
        seed=seed,
        protocol=protocol,
        language=language,
    )
    with Folder(Path(folder), force=force) as target:
        parts, left_out = materials(m, plan)
        parts = _in_order((*parts, *whole_map(m, plan, paper)))
        teacher = _notes(plan, parts)
        done = _Done(left_out=dict.fromkeys(left_out))
        jobs = [job for part in (teacher, *parts) for job in jobs_for(part, chosen)]
        for number, job in enumerate(jobs):
            tell(number, len(jobs), job.path)
            _do(job, target, done)
        tell(len(jobs), len(jobs), "index.html")
        if done.missing:
            done.left_out[plan.words.say("lesson.missing", what=", ".join(sorted(done.missing)))] = None
        listed = [(part, tuple(done.files.get(part.file, ()))) for part in (teacher, *parts)]
        listed = [(part, files) for part, files in listed if files]
        target.put("index.html", index_page(plan, listed, tuple(done.left_out)).encode())
        files = ("index.html", *(path for _, some in listed for _, path in some))
    return Lesson(Path(folder), plan, files, tuple(done.left_out))


def _looks(names: Iterable[str], paper: str) -> tuple[Look, ...]:
    if paper not in SIZES:
        raise UnknownNameError(f"There is no paper {paper!r}.{nearest_or_all(paper, list(SIZES))}")
    asked = dict.fromkeys([names] if isinstance(names, str) else names)
    chosen = [replace(look_named(name), paper=paper) for name in asked]  # type: ignore[arg-type]
    if not chosen:
        raise ArgmapError("A lesson needs at least one look; the looks are: " + ", ".join(LOOKS) + ".")
    return tuple(chosen)


def _in_order(parts: tuple[Material, ...]) -> tuple[Material, ...]:
    """Return materials in the order in which a lesson needs them: those that it needs first."""
    return tuple(sorted(parts, key=lambda part: not part.copies))


def _notes(plan: Plan, parts: tuple[Material, ...]) -> Material:
    from argmap.classroom.lesson.materials import Material as Made

    words = plan.words
    return Made(
        "notes",
        words.say("lesson.material.notes.name"),
        words.say("lesson.material.notes.about"),
        "teachers",
        words.say("lesson.file.notes"),
        per="teacher",
        copies=1,
        make=lambda look: notes(plan, parts, footer_of(plan), look),
    )


def _do(job: Job, target: Folder, done: _Done) -> None:
    path = target.path(job.path)
    try:
        job.write(path)
    except MissingExtraError:
        done.missing.add(path.suffix)
    except ArgmapError as error:
        done.left_out[f"{job.path}: {error}"] = None
    else:
        done.files.setdefault(job.material, []).append((job.label, job.path))
