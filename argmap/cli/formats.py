"""`argmap formats`: what is read and written, and what of a debate comes back."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import click

from argmap.cells import visible, wrap
from argmap.cli.terminal import columns, writable
from argmap.errors import ArgmapError, UnknownNameError
from argmap.wording import joined

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.formats.keeping import Facet, Keeps
    from argmap.formats.table import Format

_ALL, _SOME, _NONE, _UNKNOWN = "●", "◐", "–", "?"
_PLAIN = str.maketrans({"●": "+", "◐": "~", "–": "-", "…": "."})
_KEY = (
    f"r: argmap reads the format, w: it writes it. When a file is read again, {_ALL} all of it comes back, {_SOME} some"
    f" of it, {_NONE} none; args are arguments, links are relations."
)
_NARROWEST = 60
_KINDS = ("support", "attack", "undercut", "contrary", "contradictory", "entails")


@click.command("formats")
@click.argument("names", metavar="[FORMAT...]", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Print the same for a program.")
def formats(names: tuple[str, ...], as_json: bool) -> None:
    """List the formats of files, and what they hold of a debate.

    With names, tell all about these formats.

    \b
    argmap formats
    argmap formats argdown
    argmap convert debate.argdown --to json
    """  # noqa: D301  # click knows this sign: it keeps the lines below it as they are
    from argmap.formats import table

    try:
        chosen = [table.format_named(name) for name in names] or list(table.formats())
    except UnknownNameError as error:
        raise click.UsageError(str(error)) from error
    if as_json:
        click.echo(json.dumps(_as_data(chosen, with_plugins=not names), ensure_ascii=False, indent=2))
        return
    width = max(_NARROWEST, columns(sys.stdout, 80))
    for line in _told(chosen, width) if names else _listed(chosen, width):
        click.echo(writable(line, _PLAIN))


# -- what is kept, in groups ---------------------------------------------------------------------------------------


def _groups(keeps: Keeps) -> dict[str, tuple[int, int]]:
    """Return how much of each part of a debate is kept, and of how much."""
    from argmap.formats.keeping import ALL, Facet

    def both(*facets: Facet) -> tuple[int, int]:
        wanted = set(facets)
        kept = len(wanted & keeps.claim) + len(wanted & keeps.argument)
        return kept, len(wanted & ALL.claim) + len(wanted & ALL.argument)

    shapes = {Facet.RECORD, Facet.SKETCH, Facet.STEPS, Facet.RULES}
    links = {Facet.DIRECTION, Facet.STEP}
    held = [Facet.DATA in each for each in (keeps.map, keeps.section, keeps.claim, keeps.argument, keeps.relation)]
    placed = [Facet.RECORD in keeps.section, Facet.SECTION in keeps.claim, Facet.SECTION in keeps.argument]
    return {
        "ids": both(Facet.ID),
        "texts": both(Facet.TEXT, Facet.MARKS, Facet.WORDINGS),
        "args": (len(shapes & keeps.argument), len(shapes)),
        "links": (len(keeps.kinds) + len(links & keeps.relation), len(ALL.kinds) + len(links)),
        "tags": both(Facet.TAGS),
        "data": (sum(held), len(held)),
        "sections": (sum(placed), len(placed)),
    }


def _mark(kept: int, of: int) -> str:
    return _ALL if kept >= of else _SOME if kept else _NONE


def _keeps(format: Format) -> Keeps | None:  # noqa: A002
    try:
        return format.load().KEEPS
    except ArgmapError:
        return None


# -- the table -----------------------------------------------------------------------------------------------------


def _listed(chosen: Sequence[Format], width: int) -> Iterator[str]:
    from argmap.formats.keeping import ALL

    heads = list(_groups(ALL))
    room = max(len("format"), *(len(each.name) for each in chosen))
    head = f"{'format':<{room}} {'':2} {' '.join(heads)}  "
    yield click.style(f"{head}endings", bold=True)
    for each in chosen:
        keeps = _keeps(each) if each.writes else None
        groups = None if keeps is None else _groups(keeps)
        marks = [_mark(*groups[name]) if groups else " " if not each.writes else _UNKNOWN for name in heads]
        placed = " ".join(f"{mark:^{len(name)}}" for mark, name in zip(marks, heads, strict=True))
        does = f"{'r' if each.reads else _NONE}{'w' if each.writes else _NONE}"
        endings = ", ".join([*each.suffixes, *(suffix for suffix in each.also if suffix not in each.suffixes)])
        first, *rest = wrap(endings, max(10, width - len(head)))
        yield f"{each.name:<{room}} {does} {placed}  {first}"
        yield from (" " * len(head) + line for line in rest)
    yield ""
    yield from wrap(_KEY, width)
    yield "argmap formats FORMAT tells more about one."
    yield from _plugins(width)


def _plugins(width: int) -> Iterator[str]:
    from argmap.formats.plugins import plugins

    for plugin in plugins():
        names = joined([each.name for each in plugin.formats])
        said = [f"{names} {'comes' if len(plugin.formats) == 1 else 'come'} from {plugin.package}."] if names else []
        if plugin.problems:
            said.append(f"Of the entry point {plugin.name!r} of {plugin.package}, not all can be used:")
        for line in said:
            yield ""
            yield from wrap(visible(line), width)
        for problem in plugin.problems:
            first, *rest = wrap(visible(problem), width - 2)
            yield f"- {first}"
            yield from (f"  {line}" for line in rest)


# -- one in full ---------------------------------------------------------------------------------------------------


def _told(chosen: Sequence[Format], width: int) -> Iterator[str]:
    for place, each in enumerate(chosen):
        if place:
            yield ""
        yield click.style(f"{each.name}: {each.title}", bold=True)
        for paragraph in _paragraphs(each):
            yield from wrap(visible(paragraph), width)
        keeps = None
        try:
            keeps = each.load().KEEPS
        except ArgmapError as error:
            yield from wrap(visible(str(error)), width)
        if keeps is not None and each.writes:
            yield ""
            yield from _kept(keeps, width)


def _paragraphs(each: Format) -> Iterator[str]:
    does = joined(["reads it"] * each.reads + ["writes it"] * each.writes)
    yield f"argmap {does}{'' if each.reads and each.writes else ', and no more'}."
    own = joined(list(each.suffixes))
    yield f"Its files end in {own}." if each.reads or each.writes else ""
    shared = [suffix for suffix in each.also if suffix not in each.suffixes]
    if shared:
        yield f"A file that ends in {joined(shared, 'or')} may be one as well; its content tells."
    if each.package:
        yield f"It comes from the package {each.package}."


def _kept(keeps: Keeps, width: int) -> Iterator[str]:
    from argmap.formats.keeping import ALL

    if keeps == ALL:
        yield "Everything comes back when its files are read again."
        return
    for head, wanted in (("Comes back:", True), ("Is lost, or kept as something else, which is told:", False)):
        lines = [(sort, words) for sort, words in _facets(keeps, is_kept=wanted) if words]
        if lines:
            yield head
        for sort, words in lines:
            first, *rest = wrap(f"{sort}: {', '.join(words)}", width - 4)
            yield f"  {first}"
            yield from (f"    {line}" for line in rest)


def _facets(keeps: Keeps, *, is_kept: bool) -> Iterator[tuple[str, list[str]]]:
    from argmap.formats.keeping import ALL, Facet

    for name in ("map", "section", "claim", "argument", "relation"):
        every: frozenset[Facet] = getattr(ALL, name)
        held: frozenset[Facet] = getattr(keeps, name)
        facets = [each for each in Facet if each in every and (each in held) is is_kept]
        words = ["themselves" if each is Facet.RECORD else each.removeprefix("the ") for each in facets]
        sort = "debate" if name == "map" else f"{name}s"
        if is_kept and name == "argument" and Facet.RECORD not in held:
            sort = "arguments, kept as something else"
        yield sort, words
    yield "kinds of relations", [kind for kind in _KINDS if (kind in keeps.kinds) is is_kept]


# -- for programs --------------------------------------------------------------------------------------------------


def _as_data(chosen: Sequence[Format], *, with_plugins: bool) -> dict[str, Any]:
    from argmap.formats.plugins import plugins

    made: dict[str, Any] = {"formats": [_format_as_data(each) for each in chosen]}
    if with_plugins:
        made["plugins"] = [
            {**each._asdict(), "formats": [used.name for used in each.formats], "problems": list(each.problems)}
            for each in plugins()
        ]
    return made


def _format_as_data(each: Format) -> dict[str, Any]:
    facts: dict[str, Any] = {
        "name": each.name,
        "title": each.title,
        "reads": each.reads,
        "writes": each.writes,
        "endings": list(each.suffixes),
        "shared_endings": [suffix for suffix in each.also if suffix not in each.suffixes],
        "package": each.package or None,
    }
    try:
        keeps = each.load().KEEPS
    except ArgmapError as error:
        return facts | {"problem": str(error)}
    if each.writes:
        facts["keeps"] = {
            name: sorted(facet.name.lower() for facet in getattr(keeps, name))
            for name in ("map", "section", "claim", "argument", "relation")
        }
        facts["keeps"]["kinds"] = [kind for kind in _KINDS if kind in keeps.kinds]
    return facts
