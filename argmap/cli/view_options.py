"""The options that say what of a debate is drawn, for every command that draws."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, TypeVar

import click

from argmap.cli.inputs import ARGUMENT

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.check import Report
    from argmap.text import ParseResult
    from argmap.view import View

Command = TypeVar("Command", bound="Callable[..., Any]")

_STATEMENTS = (
    "all",
    "top-level",
    "with-title",
    "with-relations",
    "not-used-in-argument",
    "with-more-than-one-relation",
)
_LABELS = ("both", "title", "text", "none")
_MARKS = ("sides", "values", "tags", "status", "strength", "findings")
_KINDS = ("claim", "argument", "support", "attack", "undercut", "contrary", "contradictory", "entails")


class _Name(click.ParamType):  # type: ignore[type-arg]  # generic in later versions alone
    """One of a few words; an unknown one is answered with the nearest."""

    name = "name"

    def __init__(self, known: tuple[str, ...]) -> None:
        self._known = known

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if value not in self._known:
            from argmap.errors import nearest

            self.fail(
                f"{value!r} is none.{nearest(value, list(self._known))} It is one of: {', '.join(self._known)}.",
                param,
                ctx,
            )
        return str(value)


def _many(name: str, field: str, metavar: str, words: str, known: tuple[str, ...] = ()) -> Callable[[Command], Command]:
    return click.option(
        name,
        field,
        metavar=metavar,
        multiple=True,
        type=_Name(known) if known else None,
        help=f"{words} Can be repeated.",
    )


_OPTIONS = (
    _many("--section", "sections", "SECTION", "Draw only what lies in this section."),
    _many("--tag", "tags", "TAG", "Draw only what has this tag."),
    _many("--side", "sides", "SIDE", "Draw only what this side puts forward, and what no side does."),
    _many("--kind", "kinds", "KIND", f"Draw only this sort of record or relation: {', '.join(_KINDS)}.", _KINDS),
    _many("--include", "include", "ID", "Draw this one although it is tied to nothing, or has no box by --statements."),
    _many("--exclude", "exclude", "ID", "Do not draw this one."),
    _many("--around", "around", "ID", "Draw only what is near this claim or argument; see --distance."),
    click.option(
        "--distance", type=click.IntRange(0), metavar="N", help="How near, in relations; with --around.  [default: 1]"
    ),
    click.option(
        "--depth",
        type=click.IntRange(0),
        metavar="N",
        help="Draw only what is at most so many relations from a thesis.",
    ),
    _many("--fold", "fold", "ID", "Draw nothing below this one; the picture says how much is left out."),
    click.option(
        "--connected/--disconnected",
        "connected",
        default=None,
        help="Leave out what is tied to nothing, or draw it.",
    ),
    click.option(
        "--statements",
        metavar="WHICH",
        type=_Name(_STATEMENTS),
        help=f"Which claims have a box of their own: {', '.join(_STATEMENTS)}.",
    ),
    click.option(
        "--steps",
        metavar="HOW",
        type=_Name(("show", "hide", "explode", "explode-hidden")),
        help="The insides of arguments: show, hide, explode (each inference is an argument), explode-hidden.",
    ),
    click.option(
        "--arrows/--no-arrows",
        default=None,
        help="Whether an argument with one premise and no name is a plain arrow.",
    ),
    click.option("--group", type=click.IntRange(0), metavar="N", help="Draw frames for so many levels of sections."),
    _many("--close", "closed", "SECTION", "Draw this section as one box."),
    click.option(
        "--label", metavar="WORDS", type=_Name(_LABELS), help=f"What is written in each box: {', '.join(_LABELS)}."
    ),
    click.option("--claim-label", metavar="WORDS", type=_Name(_LABELS), help="The same, for claims alone."),
    click.option("--argument-label", metavar="WORDS", type=_Name(_LABELS), help="The same, for arguments alone."),
    click.option("--numbers/--no-numbers", default=None, help="Number claims and arguments: 1, 1.1, 1.2 ..."),
    _many("--show", "show", "MARK", f"Show these marks, in place of sides alone: {', '.join(_MARKS)}.", _MARKS),
    click.option("--findings", is_flag=True, help="Mark what `argmap check` finds, at the claims it finds it with."),
    click.option(
        "--evaluate",
        metavar="SEMANTICS",
        help="Mark what `argmap evaluate` says by this semantics: what stands, or how strong it is.",
    ),
    click.option(
        "--before", metavar="FILE", type=ARGUMENT, help="Mark what was added, removed or changed since this debate."
    ),
    click.option(
        "--argdown-view", is_flag=True, help="Draw what the official Argdown tool draws where nothing else is said."
    ),
)
_FIELDS = ("sections", "tags", "sides", "kinds", "include", "exclude", "around", "fold", "closed", "show")
_ONE = ("distance", "depth", "statements", "steps", "arrows", "group", "numbers")


class DrawingCommand(click.Command):
    """A command whose help lists the options of `view_options` under a heading of their own."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, those that say what is drawn last."""
        lists: dict[bool, list[tuple[str, str]]] = {False: [], True: []}
        for param in self.get_params(ctx):
            record = param.get_help_record(ctx)
            if record is not None:
                lists[param.name in _ALL].append(record)
        for title, records in (("Options", lists[False]), ("What is drawn", lists[True])):
            with formatter.section(title):
                formatter.write_dl(records)


def view_options(command: Command) -> Command:
    """Give a command the options; they come as one dict, `chosen`, for `view_of`."""
    from functools import wraps

    @wraps(command)
    def with_view(**given: Any) -> Any:
        names = {option for option in given if option in _ALL}
        chosen = {name: given.pop(name) for name in names}
        return command(**given, chosen=chosen)

    made: Any = with_view
    for option in reversed(_OPTIONS):
        made = option(made)
    return made  # type: ignore[no-any-return]


_ALL = {
    *_FIELDS,
    *_ONE,
    "connected",
    "label",
    "claim_label",
    "argument_label",
    "findings",
    "evaluate",
    "before",
    "argdown_view",
}


def view_of(result: ParseResult, chosen: dict[str, Any], judging: dict[str, Any]) -> View:
    """Return the view of a debate that the options ask for, and where they ask for nothing, its front matter.

    Args:
        result: The debate that was read.
        chosen: The options, as `view_options` gives them.
        judging: How the debate is weighed where ``--evaluate`` asks for it, as `judging_options` gives it.

    Raises:
        click.UsageError: If an option is given that would change nothing.
        UnknownNameError: If there is no such semantics, reading of support, or audience.
        ArgmapError: If the debate of ``--before`` cannot be read, or a value does not fit.
    """
    from argmap.cli.judging import is_gradual, judged, refuse_idle
    from argmap.view import ARGDOWN, View

    if chosen["distance"] is not None and not chosen["around"]:
        raise click.UsageError("Leave --distance out here: it goes with --around, which is not there.")
    fields: dict[str, Any] = {name: chosen[name] for name in _FIELDS if chosen[name]}
    fields |= {name: chosen[name] for name in _ONE if chosen[name] is not None}
    if chosen["connected"] is not None:
        fields["disconnected"] = not chosen["connected"]
    for name in ("claim_label", "argument_label"):
        label = chosen[name] or chosen["label"]
        if label:
            fields[name] = label
    if chosen["findings"]:
        fields["findings"] = _report(result)
        if "show" in fields:
            fields["show"] = (*fields["show"], "findings")
    if chosen["evaluate"] is None:
        refuse_idle(judging, "it says how a debate is weighed, and without --evaluate it is not weighed")
    else:
        mark = "strength" if is_gradual(chosen["evaluate"]) else "status"
        fields[mark] = judged(result.map, chosen["evaluate"], judging)
        if "show" in fields:
            fields["show"] = (*fields["show"], mark)
    if chosen["before"] is not None:
        from argmap.formats import read

        fields["before"] = read(chosen["before"])
    return View.of(result.map, ARGDOWN if chosen["argdown_view"] else None, **fields)


def _report(result: ParseResult) -> Report:
    """Return what is found in a debate, by the settings of its folder."""
    from argmap.check import find_settings

    source = result.map.source
    folder = os.path.dirname(source.name) if source is not None else ""  # noqa: PTH120
    return result.map.check(settings=find_settings(folder or os.curdir))  # type: ignore[no-any-return]
