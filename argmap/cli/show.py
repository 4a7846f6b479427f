"""`argmap show`: a debate as an outline, to read in a terminal."""

from __future__ import annotations

import sys
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

import click

from argmap.cells import cells, visible, wrap
from argmap.cli.inputs import ARGUMENT, find_inputs, map_in
from argmap.cli.reporter import Reporter
from argmap.cli.terminal import columns, writable
from argmap.cli.wording import counts
from argmap.wording import shorten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model import ArgumentMap
    from argmap.view.outline import OutlineLine

_INDENT = 2
_DEEPEST = 20  # levels that are indented; deeper ones are numbered, or the outline would be wider than any screen
_MEANINGS = (
    ("+", "speaks for"),
    ("→", "entails"),
    ("−", "speaks against"),
    ("≠", "contradicts"),
    ("×", "undercuts"),
)
_PLAIN = str.maketrans({"→": "=>", "−": "-", "≠": "!=", "×": "x"})
_COLOURS = {"+": "green", "→": "green", "−": "red", "≠": "red", "×": "magenta"}
_SIDES = ("blue", "yellow", "cyan")  # as many as can be told apart; a side beyond them has no colour
_SHORT = 60


@click.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=ARGUMENT)
@click.option("--json", "as_json", is_flag=True, help="Print the same for a program.")
@click.option("--width", type=click.IntRange(20), help="Break lines at this width, also where there is no terminal.")
def show(files: tuple[str, ...], as_json: bool, width: int | None) -> None:
    """Print debates as outlines, to read in a terminal.

    Each thesis stands at the margin, and below it what speaks for and against it.

    The signs are those of a picture: + speaks for, − speaks against, × undercuts (speaks against the step from the
    premises to the conclusion), ≠ contradicts. Numbers stand before the premises of an argument.

    \b
    argmap show debate.argdown
    argmap show debate.argdown | less
    """  # noqa: D301  # click knows this sign: it keeps the lines below it as they are
    reporter = Reporter(as_json=as_json)
    is_first = True
    for each in reporter.over(find_inputs(files, reporter), "Reading"):
        m = map_in(each, reporter)
        if m is None:
            continue
        if as_json:
            reporter.keep(**outline_as_data(m))
            continue
        if not is_first:
            click.echo()
        is_first = False
        for line in outline_lines(m, columns(sys.stdout, 0) if width is None else width, each.name):
            click.echo(writable(line, _PLAIN))
    reporter.finish()


def outline_as_data(m: ArgumentMap) -> dict[str, Any]:
    """Return the outline of a map for programs: flat, so that a deep debate is not deep data."""
    lines = []
    for line in _outline(m):
        facts: dict[str, Any] = {"depth": line.depth, "sign": _sign(line)}
        if line.block is not None:
            facts |= {"sort": "inference", "rules": list(line.block.rules)}
        else:
            item = line.cell or line.node
            sort, name = ("claim", line.cell.claim) if line.cell else (str(line.node.kind), line.node.id)
            facts |= {"sort": sort, "id": name, "title": item.title, "text": item.text, "side": item.side}
            facts |= {"see": line.see or None}
        lines.append(facts)
    return {
        "title": m.title,
        "claims": len(m.claims),
        "arguments": len(m.arguments),
        "relations": len(m.relations),
        "sides": list(m.sides),
        "outline": lines,
    }


def _outline(m: ArgumentMap) -> Iterator[OutlineLine]:
    """Yield the lines of the outline of all that is in a map, each argument by its name."""
    from argmap.view import View, diagram_of
    from argmap.view.outline import outline

    return outline(diagram_of(m, View(arrows=False, is_in_map=False)))


def outline_lines(m: ArgumentMap, width: int, name: str) -> Iterator[str]:
    """Yield the outline of a map as lines of text.

    Args:
        m: The map.
        width: The most cells of a line; 0 for lines of any length.
        name: What to call a map without a title.
    """
    sides = dict(zip_longest(m.sides, _SIDES[: len(m.sides)]))
    yield click.style(visible(m.title or name), bold=True)
    yield f"{counts(m)}."
    if sides:
        yield "Sides: " + ", ".join(click.style(visible(side), fg=colour) for side, colour in sides.items()) + "."
    lines = list(_outline(m))
    used = {_sign(line) for line in lines}
    key = [f"{_coloured(sign)} {words}" for sign, words in _MEANINGS if sign in used]
    if key:
        yield "   ".join(key)
    for line in lines:
        if not line.depth:
            yield ""
        yield from _line(line, width, sides)


def _line(line: OutlineLine, width: int, sides: dict[str, str | None]) -> Iterator[str]:
    indent = " " * (_INDENT * min(line.depth, _DEEPEST, width // 4 if width else _DEEPEST))
    label = f"[level {line.depth}] " if line.depth > _DEEPEST else ""
    if line.block is not None:
        rules = visible(", ".join(line.block.rules))
        room = max(width - cells(indent + label), 10) if width else 0
        for piece in wrap(f"-- {rules} --" if rules else "----", room):
            yield indent + label + click.style(piece, dim=True)
            label = " " * len(label)
        return
    sign = f"{_sign(line)} " if _sign(line) else ""
    before = label + sign
    name, text, side = _words(line)
    words = " ".join(part for part in (name, text, f"({side})" if side else "") if part)
    hang = " " * cells(before)
    pieces = wrap(words, max(width - len(indent) - len(hang), 10) if width else 0)
    if name and pieces[0].startswith(name):
        pieces[0] = click.style(name, bold=True) + pieces[0][len(name) :]
    if side and pieces[-1].endswith(f"({side})"):
        colour = sides.get((line.cell or line.node).side or "")
        pieces[-1] = pieces[-1][: -len(side) - 2] + click.style(f"({side})", fg=colour)
    yield indent + label + (f"{_coloured(sign[:-1])} " if sign else "") + pieces[0]
    yield from (indent + hang + piece for piece in pieces[1:])


def _words(line: OutlineLine) -> tuple[str, str, str]:
    """Return the name of a claim or argument in its brackets, its text, and its side or where to look for more."""
    item = line.cell or line.node
    is_argument = line.cell is None and line.node.kind == "argument"  # every argument has its card here
    text = visible(" ".join(item.text.split()))
    title = visible(item.title or ("" if text and not is_argument else line.cell.claim if line.cell else line.node.id))
    name = "" if not title else f"<{title}>" if is_argument else f"[{title}]"
    if line.see:
        # The name is enough to find it again; without one, its first words.
        start = "" if name else shorten(text, _SHORT)
        return name, start, f"see {line.see}"
    return name, text, visible(item.side or "")


def _sign(line: OutlineLine) -> str:
    """Return what a line does to the one it stands below, as a sign, or its number among the premises."""
    from argmap.view.outline import SIGNS

    if line.edge is not None:
        return SIGNS[line.edge.kind]
    return f"({line.cell.number})" if line.cell is not None else ""


def _coloured(sign: str) -> str:
    return click.style(sign, fg=_COLOURS.get(sign), bold=sign in _COLOURS)
