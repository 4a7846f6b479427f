"""`argmap why`: why a claim stands, falls or stays undecided, and which positions one can hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from argmap.cells import visible
from argmap.cli.inputs import ARGUMENT
from argmap.cli.naming import named
from argmap.cli.reporter import Reporter
from argmap.cli.weighing import drawn, one_map, say, weighing_options
from argmap.errors import ArgmapError

if TYPE_CHECKING:
    from argmap.model import ArgumentMap


@click.command()
@click.argument("file", metavar="FILE", type=ARGUMENT)
@click.argument("claim", metavar="[CLAIM]", required=False)
@click.option("--camps", is_flag=True, help="Say which positions one can hold, and where they part; name no claim.")
@click.option(
    "--depth", type=click.IntRange(0), default=8, show_default=True, metavar="N", help="How deep the reasons go."
)
@weighing_options("grounded, and for --camps preferred, if none is named")
def why(
    file: str,
    claim: str | None,
    camps: bool,
    depth: int,
    semantics: str | None,
    support: str,
    audience: str | None,
    time_limit: float | None,
    out: str | None,
    as_json: bool,
    width: int | None,
) -> None:
    """Say why a claim stands, falls or stays undecided.

    CLAIM is the id or the title of a claim or argument. Each line explains one above it.

    \b
    argmap why debate.argdown Safety
    argmap why debate.argdown Safety -o why.svg
    argmap why debate.argdown "Keep closed" --semantics preferred
    argmap why debate.argdown --camps
    """  # noqa: D301  # click knows this sign: it keeps the lines below it as they are
    if camps == (claim is not None):
        raise click.UsageError(
            "Name either a claim of the debate or --camps, not both."
            if camps
            else f"Name a claim or argument of the debate after the file, or ask for --camps. "
            f"To see their names: argmap show {visible(file)}"
        )
    reporter = Reporter(as_json=as_json)
    m = one_map(file, reporter)
    if m is not None:
        asked: dict[str, Any] = {"support": support, "audience": audience}
        if time_limit is not None:
            asked["time_limit"] = time_limit
        try:
            if claim is None:
                lines = _camps(m, semantics or "preferred", asked, out, reporter)
            else:
                reasons = m.why(named(m, claim), semantics or "grounded", depth=depth, **asked)
                reporter.keep(**reasons.to_data())
                drawn(reasons.render, out, reporter)
                lines = reasons.lines
            if not as_json:
                say(lines, width)
        except ArgmapError as error:
            reporter.failed(error)
    reporter.finish()


def _camps(
    m: ArgumentMap, semantics: str, asked: dict[str, Any], out: str | None, reporter: Reporter
) -> list[tuple[int, str]]:
    """Return what there is to say about positions; draw the first one."""
    found = m.camps(semantics, **asked)
    reporter.keep(**found.to_data())
    if out is not None and not len(found):
        raise ArgmapError("There is no position to draw.")
    what = f"the first of {len(found):,} positions" if len(found) > 1 else ""
    drawn(lambda path: found[0].render(path), out, reporter, what)
    return [(0, sentence) for sentence in found.sentences]
