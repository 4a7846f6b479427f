"""`argmap evaluate`: which claims and arguments stand."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from argmap.cells import cells, visible, wrap
from argmap.cli.inputs import ARGUMENT, find_inputs
from argmap.cli.judging import judged, judging_options, refuse_idle, verdict_options
from argmap.cli.reporter import Reporter
from argmap.cli.terminal import columns, writable
from argmap.cli.working import Work, work_through, working_options
from argmap.diagnostics import Severity
from argmap.errors import ArgmapError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.cli.inputs import Input
    from argmap.evaluate import Verdicts
    from argmap.evaluate.comparing import Comparison
    from argmap.evaluate.proof import ProofVerdicts
    from argmap.evaluate.strength.strengths import Strengths
    from argmap.model import ArgumentMap

    Found = Verdicts | ProofVerdicts | Strengths | Comparison
    How = tuple[str, str | None, tuple[tuple[str, Any], ...], bool, int]

_COLOURS = {"accepted": "green", "rejected": "red", "undecided": "yellow"}
_PLAIN = str.maketrans({"✓": "+", "✗": "-", "█": "#", "░": "."})
_BAR = 10
_SHORT = 40
_SHORTEST = 16  # in a narrow window the table is broken rather than its names


@click.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=ARGUMENT)
@click.option(
    "--semantics",
    metavar="NAME",
    help="By what standard: grounded (if none is named), preferred, stable, ideal ... for verdicts, quadratic-energy, "
    "df-quad ... for strengths. Several with commas between, or all, are set side by side.",
)
@click.option(
    "--standard",
    metavar="NAME",
    help="Weigh reasons by a standard of proof instead: scintilla, preponderance, clear-and-convincing, "
    "beyond-reasonable-doubt or dialectical-validity. A claim may name its own (standard).",
)
@judging_options
@click.option("--json", "as_json", is_flag=True, help="Print the same for a program.")
@working_options
def evaluate(
    files: tuple[str, ...],
    semantics: str | None,
    standard: str | None,
    judging: dict[str, Any],
    as_json: bool,
    jobs: int,
    journal: str | None,
) -> None:
    """Say which claims and arguments of debates stand.

    ✓ is accepted: it stands whatever consistent position one takes. ✗ is rejected: every such position attacks it.
    ? is undecided. With a gradual semantics each has a strength from 0 to 1 instead.

    \b
    argmap evaluate debate.argdown
    argmap evaluate debate.argdown --semantics preferred --audience 'safety>competition'
    argmap evaluate debate.argdown --semantics all
    argmap evaluate debate.argdown --semantics quadratic-energy --weights declared
    argmap evaluate debate.argdown --standard preponderance
    argmap render debate.argdown --evaluate grounded
    """  # noqa: D301  # click knows this sign: it keeps the lines below it as they are
    if standard is not None and semantics is not None:
        raise click.UsageError("Name a --semantics or a --standard of proof; not both.")
    reporter = Reporter(as_json=as_json)
    how = (semantics or "grounded", standard, tuple(judging.items()), as_json, columns(sys.stdout, 100))
    works = [Work(each) for each in find_inputs(files, reporter)]
    is_first = True
    for _, lines in work_through(
        works, partial(_evaluate, how), reporter, "Weighing", jobs=jobs, journal=journal, as_json=as_json, how=how
    ):
        if not lines:
            continue
        if not is_first:
            reporter.print("")
        is_first = False
        for line in lines:
            reporter.print(writable(line, _PLAIN))
    reporter.finish()


def _evaluate(how: How, each: Input, _more: object, reporter: Reporter) -> list[str] | None:
    """Weigh one debate; return the lines to print, if any."""
    semantics, standard, judging, as_json, width = how
    try:
        result = each.read()
        if not reporter.result(result):
            return None
        found = _found(result.map, semantics, standard, dict(judging))
    except ArgmapError as error:
        reporter.failed(error)
        return None
    _notes(found, reporter)
    if as_json:
        reporter.keep(title=result.map.title, **found.to_data())
        return None
    title = click.style(visible(result.map.title or each.name), bold=True)
    return [title, *_lines(result.map, found, width)]


def _found(m: ArgumentMap, semantics: str, standard: str | None, judging: dict[str, Any]) -> Found:
    from argmap.evaluate.comparing import TAUGHT, compare

    if standard is not None:
        refuse_idle(judging, "--standard weighs by itself")
        return m.proof(standard)  # type: ignore[no-any-return]
    names = [name.strip() for name in semantics.split(",") if name.strip()] or [semantics]
    if names == ["all"]:
        names = list(TAUGHT)
    if len(names) == 1:
        return judged(m, names[0], judging)
    return compare(m, names, **verdict_options(judging))


def _notes(found: Found, reporter: Reporter) -> None:
    from argmap.evaluate.comparing import Comparison

    every = list(found.verdicts.values()) if isinstance(found, Comparison) else [found]
    reporter.notes(dict.fromkeys(note for each in every for note in each.notes), Severity.INFO)


def _lines(m: ArgumentMap, found: Found, width: int) -> Iterator[str]:
    from argmap.evaluate import Verdicts
    from argmap.evaluate.comparing import Comparison
    from argmap.evaluate.proof import ProofVerdicts

    if isinstance(found, Verdicts | ProofVerdicts):
        by = f"{found.semantics} semantics" if isinstance(found, Verdicts) else f"standard of proof {found.standard}"
        counts = f"{len(found.accepted)} accepted, {len(found.rejected)} rejected, {len(found.undecided)} undecided"
        yield f"By the {by}: {counts}."
        yield ""
        yield from _verdicts(m, found, width)
    elif isinstance(found, Comparison):
        yield f"{len(found.verdicts)} semantics; they differ on {len(found.disputed)} of {len(m)}."
        yield ""
        yield from _compared(m, found, width)
    else:
        yield f"Strengths from 0 to 1 by {found.semantics}."
        yield ""
        for name, strength in found.items():
            full = round(strength * _BAR)
            head = f"{strength:.2f} {'█' * full}{'░' * (_BAR - full)}  "
            yield from _row(m, name, head, head, width)


def _verdicts(m: ArgumentMap, found: Verdicts | ProofVerdicts, width: int) -> Iterator[str]:
    from argmap.evaluate.judgement import SIGNS

    possible = getattr(found, "possible", ())
    said = {
        name: f"{status}, some hold it" if status == "undecided" and name in possible else str(status)
        for name, status in found.items()
    }
    room = max(map(len, said.values()), default=0)
    for name, status in found.items():
        head = f"{SIGNS[status]} {said[name]:<{room}}  "
        yield from _row(m, name, head, click.style(head, fg=_COLOURS[status]), width)


def _compared(m: ArgumentMap, found: Comparison, width: int) -> Iterator[str]:
    """Yield a table: first the semantics in the order of their columns, then a row for each claim and argument."""
    names = list(found.verdicts)
    rooms = [max(len(name), 3) for name in names]
    yield click.style("  ".join(f"{name:^{room}}" for name, room in zip(names, rooms, strict=True)), bold=True)
    for name, *signs in found.rows:
        head = "  ".join(f"{sign:^{room}}" for sign, room in zip(signs, rooms, strict=True)) + "  "
        yield head + _words(m, name, short=min(max(width - cells(head), _SHORTEST), _SHORT))
    yield ""
    yield "✓ accepted   ✗ rejected   ? undecided"
    yield "(✓) undecided, but some positions hold it: argmap why FILE --camps lists them"


def _row(m: ArgumentMap, name: str, head: str, shown: str, width: int) -> Iterator[str]:
    first, *rest = wrap(_words(m, name), max(width - cells(head), 20)) or [""]
    yield shown + first
    yield from (" " * cells(head) + line for line in rest)


def _words(m: ArgumentMap, name: str, *, short: int = 0) -> str:
    """Return the title of a claim or argument in its brackets, and its text; or one of the two, so short."""
    record = m[name]
    text = visible(" ".join(record.text.split()))
    title = visible(name) if record.title or not text else ""
    words = f"[{title}]" if name in m.claims else f"<{title}>"
    if short:
        some = words if title else text
        return some if cells(some) <= short else f"{some[: short - 1].rstrip()}…"
    return " ".join(part for part in (words if title else "", text) if part)
