"""`argmap lesson`: a folder with everything for a lesson with a debate."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from argmap.cells import visible
from argmap.cli.inputs import ARGUMENT, STDIN
from argmap.cli.reporter import Reporter
from argmap.cli.speaking import tell_language
from argmap.cli.terminal import is_terminal
from argmap.cli.weighing import one_map
from argmap.diagnostics import Severity
from argmap.errors import ArgmapError
from argmap.wording import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from argmap.classroom.lesson import Lesson

_LOOKS = ("standard", "copier", "large", "dyslexia")


@click.command()
@click.argument("file", metavar="MAP", type=ARGUMENT)
@click.option(
    "-o", "--output", "out", metavar="DIR", type=ARGUMENT, help="The folder; by default the name of MAP with -lesson."
)
@click.option(
    "--pupils",
    type=click.IntRange(1, 1000),
    metavar="N",
    default=28,
    show_default=True,
    help="How many pupils there are.",
)
@click.option(
    "--minutes", type=click.IntRange(5, 300), metavar="N", default=45, show_default=True, help="How long the lesson is."
)
@click.option(
    "--level",
    metavar="AGES",
    default="14-16",
    show_default=True,
    help="How old pupils are: 8-10, 11-13, 14-16, 16-18, adult, or any ages such as 12-15.",
)
@click.option(
    "--format",
    "format_",
    metavar="NAME",
    default="pf",
    show_default=True,
    help="The format of debate, for briefs, role cards and flow sheets, such as pf, ld, bp, kp or wsdc.",
)
@click.option(
    "--method",
    metavar="NAME",
    help="How the class works: controversy, think-pair-share, fishbowl, debate, two-debates or tutorial; by default "
    "chosen by the number of pupils, the time and the level.",
)
@click.option(
    "--look",
    "looks",
    metavar="NAME",
    multiple=True,
    help=f"How sheets for pupils look: {', '.join(_LOOKS)}. Can be given more than once; by default all.",
)
@click.option("--paper", metavar="NAME", default="a4", show_default=True, help="The paper: a4 or letter.")
@click.option("--language", metavar="CODE", help="The language of the sheets, such as de; by default that of the map.")
@click.option("--seed", type=int, metavar="N", default=1, show_default=True, help="Another seed, other exercises.")
@click.option("--force", is_flag=True, help="Write into a folder that holds other things, and over changed files.")
@click.option("--json", "as_json", is_flag=True, help="Print what was made for a program.")
def lesson(
    file: str,
    out: str | None,
    pupils: int,
    minutes: int,
    level: str,
    format_: str,
    method: str | None,
    looks: tuple[str, ...],
    paper: str,
    language: str | None,
    seed: int,
    force: bool,
    as_json: bool,
) -> None:
    """Write everything for a lesson with a debate into a folder.

    Notes for the teacher with the timing, the reading, the map on paper, worksheets with keys, cards, a quiz, briefs,
    slides, a poster, the page; open index.html first. Printed sheets need: pip install "argmap[classroom]"

    \b
    argmap lesson debate.argdown -o lesson/
    argmap lesson debate.argdown -o lesson/ --pupils 22 --minutes 90 --level 16-18 --format ld
    argmap lesson debate.argdown -o lesson/ --look standard --look large --paper letter
    """  # noqa: D301  # click knows this sign: it keeps the lines below it as they are
    reporter = Reporter(as_json=as_json)
    m = one_map(file, reporter)
    if m is None:
        reporter.finish()
        return
    from argmap.classroom.lesson import lesson as write_lesson
    from argmap.formats.table import stem

    folder = out or f"{stem('debate' if file == STDIN else file)}-lesson"
    options: dict[str, Any] = {"looks": looks} if looks else {}
    try:
        with _progress(is_shown=not as_json) as tell:
            made = write_lesson(
                m,
                folder,
                pupils=pupils,
                minutes=minutes,
                level=level,
                format=format_,
                seed=seed,
                protocol=method,
                paper=paper,
                language=language,
                force=force,
                tell=tell,
                **options,
            )
    except ArgmapError as error:
        reporter.failed(error)
        reporter.finish()
        return
    tell_language(reporter, m, language, "lesson")
    reporter.notes(made.left_out, Severity.WARNING)
    reporter.keep(**_data(made))
    reporter.finish(
        f"Written: {counted(len(made.files), 'file')} in {visible(str(made.folder))}. Open {visible(str(made.index))}."
    )


def _data(made: Lesson) -> dict[str, Any]:
    plan = made.plan
    return {
        "folder": str(made.folder),
        "output": list(made.files),
        "left_out": list(made.left_out),
        "method": plan.protocol.name,
        "groups": list(plan.groups),
        "phases": [{"phase": phase.key, "start": phase.start, "minutes": phase.minutes} for phase in plan.phases],
    }


@contextmanager
def _progress(*, is_shown: bool) -> Iterator[Callable[[int, int, str], object]]:
    """Yield what is told how the work goes on; on a terminal, it moves a bar."""
    if not is_shown or not is_terminal(sys.stderr):
        yield lambda _done, _total, _name: None
        return
    with click.progressbar(length=1, label="Writing", file=sys.stderr) as bar:

        def tell(done: int, total: int, _name: str) -> None:
            bar.length = max(total, 1)
            bar.update(done - bar.pos)

        yield tell
