"""`argmap render`: debates as pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypedDict

import click
from click.core import ParameterSource

from argmap.cells import visible
from argmap.cli.inputs import ARGUMENT, Input, find_inputs
from argmap.cli.judging import judging_options
from argmap.cli.outputs import STDOUT, is_folder, make_folder, place_outputs, write_stdout
from argmap.cli.reporter import Reporter
from argmap.cli.view_options import DrawingCommand, view_of, view_options
from argmap.cli.wording import counts
from argmap.diagnostics import Severity
from argmap.errors import ArgmapError, UnknownNameError
from argmap.render import FORMATS, STYLES, THEMES, Size
from argmap.render.engine import EngineNotFound

if TYPE_CHECKING:
    from argmap.model import ArgumentMap
    from argmap.view import Part


class _Look(TypedDict):
    """How to draw: the options that `argmap.render.draw` takes."""

    engine: str
    style: str
    theme: str
    timeout: float
    size: Size
    relayout: bool


@click.command(cls=DrawingCommand)
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=ARGUMENT)
@click.option(
    "-o",
    "--output",
    "out",
    metavar="OUT",
    type=ARGUMENT,
    help="The picture, or a folder for several; - for standard output.",
)
@click.option(
    "--format",
    "picture",
    metavar="FORMAT",
    help="The format of the picture; by default the ending of OUT tells it, else svg. "
    f"The formats are: {', '.join(FORMATS)}.",
)
@click.option(
    "--engine",
    default="auto",
    show_default=True,
    help="What lays it out: auto, bundled, dot, or the path of a Graphviz dot.",
)
@click.option(
    "--style",
    default="auto",
    show_default=True,
    help=f"The style of map: {', '.join(STYLES)}. With auto, a debate whose sides face each other is drawn as camps, "
    "one thesis with its pros and cons as a tree, and anything else as cards.",
)
@click.option("--theme", default="default", show_default=True, help=f"The colours and sizes: {', '.join(THEMES)}.")
@click.option(
    "--scale",
    type=click.FloatRange(0, min_open=True),
    metavar="N",
    help="For PNG: pixels for each CSS pixel (1/96 inch); by default 2, and less for large pictures.",
)
@click.option(
    "--width", type=click.IntRange(1), metavar="PIXELS", help="For PNG: the width of the picture, in place of --scale."
)
@click.option(
    "--page",
    metavar="PAPER",
    help="For PDF: a paper such as a4, letter or a3-landscape; a4-tiled spreads it over several sheets. By default "
    "the page is as large as the picture.",
)
@click.option(
    "--timeout",
    type=click.FloatRange(0.1),
    default=30.0,
    show_default=True,
    metavar="SECONDS",
    help="The longest time that the layout may take; a debate that takes longer is drawn in part.",
)
@click.option(
    "--relayout",
    is_flag=True,
    help="Put Graphviz into a page (html), so that it lays the map out anew when a branch is folded; "
    "takes the extra argmap[relayout].",
)
@view_options
@judging_options
@click.option("--json", "as_json", is_flag=True, help="Print what was done for a program.")
def render(
    files: tuple[str, ...],
    out: str | None,
    picture: str | None,
    engine: str,
    style: str,
    theme: str,
    timeout: float,
    scale: float | None,
    width: int | None,
    page: str | None,
    relayout: bool,
    as_json: bool,
    chosen: dict[str, Any],
    judging: dict[str, Any],
) -> None:
    """Draw debates.

    Each picture goes beside its file, or with -o to the file OUT. Pictures of several files, or of a folder, go into
    the folder OUT. What is wrong with a text is told, and the rest of it is drawn. The options from --section on say
    what of a debate is drawn; they win over the settings in its front matter.

    \b
    argmap render debate.argdown
    argmap render debate.argdown -o picture.svg
    argmap render debates/ -o pictures/
    argmap render debate.argdown -o debate.pdf --page a4
    argmap render debate.argdown --around Safety --distance 2
    """  # noqa: D301  # click knows this sign: it keeps the lines below it as they are
    reporter = Reporter(as_json=as_json)
    inputs = find_inputs(files, reporter, leave_out=out)
    into_folder = is_folder(out, files, inputs)
    kind = _checked(picture, "" if into_folder else out or "", engine=engine, style=style, theme=theme, page=page)
    _refuse_idle(kind, scale=scale, width=width, page=page, relayout=relayout)
    if kind in _WORDS:
        _refuse_looks(kind)
    outputs = place_outputs(inputs, out, f".{kind}", into_folder=into_folder, is_taken=as_json)
    size = Size(scale, width, page)
    look = _Look(engine=engine, style=style, theme=theme, timeout=timeout, size=size, relayout=relayout)
    drawn = 0
    for each, path in zip(reporter.over(inputs, "Drawing"), outputs, strict=True):
        try:
            made = _drawn(each, path, kind, look, (chosen, judging), reporter, into_folder=into_folder)
        except EngineNotFound as error:
            reporter.failed(error)
            break  # the next file would fare no better
        if made is None:
            continue
        m, part = made
        drawn += 1
        reporter.keep(
            output=path, format=kind, claims=len(m.claims), arguments=len(m.arguments), relations=len(m.relations)
        )
        is_told = path != STDOUT and len(inputs) == 1 and not as_json
        if part is not None and not (is_told and part.shown):  # that nothing is drawn has a reason, which it tells
            reporter.notes([part], Severity.INFO)
        if is_told:
            shown = counts(m) if part is None else f"{part.shown:,} of {part.all:,} claims and arguments"
            reporter.say(f"Drawn: {visible(path)} ({shown})")
    reporter.finish(f"Drawn: {drawn:,} of {len(inputs):,} debates." if len(inputs) > 1 else "")


def _drawn(
    each: Input,
    path: str,
    kind: str,
    look: _Look,
    chosen: tuple[dict[str, Any], dict[str, Any]],
    reporter: Reporter,
    *,
    into_folder: bool,
) -> tuple[ArgumentMap, Part | None] | None:
    """Draw one file; return its map, and the note on how much of it is drawn if that is a part.

    None if nothing could be drawn, which is told.
    """
    from argmap.files.atomic import write_atomically
    from argmap.render import draw
    from argmap.view import Part

    part: Part | None = None
    try:
        result = each.read()
        if not reporter.result(result):
            return None
        view = view_of(result, *chosen)
        reporter.notes(view.notes)

        def tell(note: str) -> None:
            nonlocal part
            if isinstance(note, Part):
                part = note  # a later one is of what could be drawn in time
            elif note not in view.notes:
                reporter.notes([note], Severity.INFO)

        data = draw(result.map, kind, view=view, tell=tell, **look)
        if path == STDOUT:
            write_stdout(data)
        else:
            if into_folder:
                make_folder(path)
            write_atomically(path, data)
    except EngineNotFound:
        raise
    except ArgmapError as error:
        reporter.failed(error)
        return None
    return result.map, part


_ONLY_FOR = {"scale": "png", "width": "png", "page": "pdf", "relayout": "html"}
_WORDS = ("txt", "md")


def _refuse_looks(kind: str) -> None:
    """Refuse what says how boxes and lines look, for an outline has none."""
    context = click.get_current_context()
    for name in ("style", "theme", "engine"):
        if context.get_parameter_source(name) is ParameterSource.COMMANDLINE:
            raise click.UsageError(f"Leave --{name} out here: it is for pictures, and {kind} is an outline in words.")


def _refuse_idle(kind: str, **given: object) -> None:
    """Refuse an option that the format takes no heed of, so that nobody believes it did something."""
    for name, value in given.items():
        if value not in (None, False) and kind != _ONLY_FOR[name]:
            raise click.UsageError(f"Leave --{name} out here: it is for {_ONLY_FOR[name]}, and this draws {kind}.")


def _checked(picture: str | None, out: str, *, engine: str, style: str, theme: str, page: str | None) -> str:
    """Return the format to draw, once the names that were given are known to be names."""
    import os

    from argmap.errors import nearest
    from argmap.render.engine import find_engine

    ending = os.path.splitext(out)[1].lstrip(".").casefold()  # noqa: PTH122  # pathlib refuses some names that exist
    kind = picture.casefold() if picture is not None else ending or "svg"
    if kind not in FORMATS:
        given = (
            f"There is no picture format {picture!r}." if picture is not None else f"argmap draws no {ending!r} files."
        )
        raise click.UsageError(f"{given}{nearest(kind, list(FORMATS))} The formats are: {', '.join(FORMATS)}.")
    for sort, name, known in (("style", style, STYLES), ("theme", theme, THEMES)):
        if name not in known:
            listed = (
                f"The {sort}s are: {', '.join(known)}." if len(known) > 1 else f"The only {sort} is {', '.join(known)}."
            )
            raise click.UsageError(f"There is no {sort} {name!r}.{nearest(name, list(known))} {listed}")
    try:
        if kind == "pdf" and page is not None:
            from argmap.render.pdf_pages import forms_of

            forms_of(page)
        find_engine(engine)
    except EngineNotFound:
        pass  # the first file tells it, to a program too
    except UnknownNameError as error:
        raise click.UsageError(str(error)) from error
    return kind
