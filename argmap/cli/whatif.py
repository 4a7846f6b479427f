"""`argmap whatif`: what would change if something were withdrawn or rebutted, and what would flip a verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import click

from argmap.cli.inputs import ARGUMENT
from argmap.cli.naming import all_named, named
from argmap.cli.reporter import Reporter
from argmap.cli.weighing import drawn, one_map, say, weighing_options
from argmap.errors import ArgmapError

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.model import ArgumentMap


_MOST = 10  # sets of `--flip`: more than that, nobody reads to the end

Command = TypeVar("Command", bound="Callable[..., object]")


def _many(name: str, words: str) -> Callable[[Command], Command]:
    return click.option(name, metavar="CLAIM", multiple=True, help=f"{words} Can be given more than once.")


@click.command()
@click.argument("file", metavar="FILE", type=ARGUMENT)
@_many("--remove", "Suppose that this claim or argument is withdrawn.")
@_many("--rebut", "Suppose that something attacks it which nothing attacks.")
@_many("--accept", "Suppose that attacks on it do not count.")
@click.option("--flip", metavar="CLAIM", help="List the smallest sets that would flip the verdict on this one.")
@click.option(
    "--how",
    metavar="NAME",
    help="With --flip: whether what is in the sets is withdrawn (remove, the default) or rebutted (rebut).",
)
@click.option("--to", metavar="VERDICT", help="With --flip: only to this verdict: accepted, rejected or undecided.")
@click.option(
    "--most", type=click.IntRange(1), metavar="N", help=f"With --flip: how many sets at most; {_MOST} by default."
)
@click.option("--largest", type=click.IntRange(1), metavar="N", help="With --flip: sets of up to so many.")
@weighing_options("grounded, if none is named")
def whatif(
    file: str,
    remove: tuple[str, ...],
    rebut: tuple[str, ...],
    accept: tuple[str, ...],
    flip: str | None,
    how: str | None,
    to: str | None,
    most: int | None,
    largest: int | None,
    semantics: str | None,
    support: str,
    audience: str | None,
    time_limit: float | None,
    out: str | None,
    as_json: bool,
    width: int | None,
) -> None:
    """Say what would change if a claim were withdrawn or rebutted.

    The file stays as it is. CLAIM is the id or the title of a claim or argument. With --flip, say instead what would
    have to be withdrawn or rebutted for the verdict on a claim to change.

    \b
    argmap whatif debate.argdown --remove "Ease matters"
    argmap whatif debate.argdown --rebut Safety --rebut Monopoly -o whatif.svg
    argmap whatif debate.argdown --flip Safety
    argmap whatif debate.argdown --flip Safety --how rebut --largest 2
    """  # noqa: D301  # click knows this sign: it keeps the lines below it as they are
    supposed = any((remove, rebut, accept))
    searched = {key: given for key, given in {"how": how, "to": to, "most": most, "largest": largest}.items() if given}
    if supposed == (flip is not None):
        raise click.UsageError(
            "Say what to suppose (--remove, --rebut, --accept), or which verdict to --flip; not both."
            if flip is not None
            else "Say what to suppose: --remove, --rebut or --accept CLAIM. Or ask what would change a verdict: "
            "--flip CLAIM."
        )
    if searched and flip is None:
        raise click.UsageError(f"--{next(iter(searched))} goes with --flip.")
    if flip is not None and out is not None:
        raise click.UsageError(
            "There is no picture of what would flip a claim; try one of the sets with --remove and -o."
        )
    reporter = Reporter(as_json=as_json)
    m = one_map(file, reporter)
    if m is not None:
        weighing: dict[str, Any] = {"semantics": semantics or "grounded", "support": support, "audience": audience}
        if time_limit is not None:
            weighing["time_limit"] = time_limit
        try:
            if flip is not None:
                _flip(m, flip, weighing | {"most": _MOST} | searched, reporter, width, as_json=as_json)
            else:
                given = {"remove": remove, "rebut": rebut, "accept": accept}
                weighing |= {key: all_named(m, words) for key, words in given.items()}
                found = m.what_if(**weighing)
                reporter.keep(**found.to_data())
                if not as_json:
                    say(((0, sentence) for sentence in found.sentences), width)
                drawn(found.render, out, reporter)
        except ArgmapError as error:
            reporter.failed(error)
    reporter.finish()


def _flip(
    m: ArgumentMap, claim: str, options: dict[str, Any], reporter: Reporter, width: int | None, *, as_json: bool
) -> None:
    found = m.critical(named(m, claim), **options)
    reporter.keep(**found.to_data())
    if not as_json:
        say(((0, line) for line in found.sentences if line), width)
        if len(found.sets) == options["most"] and not found.is_complete:
            say([(0, f"To see more: --most {options['most'] * 5}")], width)
