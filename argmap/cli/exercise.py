"""`argmap exercise`: a worksheet made from a debate, and its key."""

from __future__ import annotations

import json
import os
import random
from typing import TYPE_CHECKING, Any

import click

from argmap.cells import visible, wrap
from argmap.cli.card_codes import USUAL_LEVEL
from argmap.cli.inputs import ARGUMENT, STDIN
from argmap.cli.reporter import Reporter
from argmap.cli.speaking import tell_language
from argmap.cli.weighing import one_map
from argmap.errors import ArgmapError, UnknownNameError, WriteError
from argmap.wording import counted

if TYPE_CHECKING:
    from pathlib import Path

    from argmap.classroom.exercises import Exercise, Offer
    from argmap.model import ArgumentMap

_WIDTH = 100


@click.command()
@click.argument("file", metavar="MAP", type=ARGUMENT)
@click.argument("kind", metavar="[KIND]", required=False)
@click.option(
    "-o",
    "--output",
    "out",
    metavar="FILE",
    type=ARGUMENT,
    help="The sheet for pupils: .pdf, .docx, .html or .md. The key goes beside it, as in sheet-key.pdf.",
)
@click.option("--key", metavar="FILE", type=ARGUMENT, help="Where the key goes instead.")
@click.option("--list", "is_list", is_flag=True, help="List the kinds, and what the debate lacks for those it lacks.")
@click.option("--seed", type=int, default=0, show_default=True, help="Another number makes another exercise.")
@click.option(
    "--level", metavar="AGES", default="14-16", show_default=True, help="How old pupils are, such as 12-15, or adult."
)
@click.option(
    "--look", metavar="NAME", default="standard", show_default=True, help="standard, copier, large or dyslexia."
)
@click.option("--language", metavar="CODE", help="The language of the sheet; by default that of the debate.")
@click.option("--reading", metavar="FILE", type=ARGUMENT, help="For text-to-map: the text that the debate quotes.")
@click.option(
    "--with",
    "options",
    metavar="NAME=VALUE",
    multiple=True,
    help="What the kind can be told, such as blank=signs or word_bank=no for blanks.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the exercise with its key, or the list, for a program.")
def exercise(
    file: str,
    kind: str | None,
    out: str | None,
    key: str | None,
    is_list: bool,
    seed: int,
    level: str,
    look: str,
    language: str | None,
    reading: str | None,
    options: tuple[str, ...],
    as_json: bool,
) -> None:
    """Make a worksheet from a debate, and its key.

    KIND is one of those that --list lists; without it, the seed chooses one that the debate has material for. The same
    debate with the same seed gives the same sheet.

    \b
    argmap exercise debate.argdown --list
    argmap exercise debate.argdown blanks -o blanks.pdf
    argmap exercise debate.argdown blanks -o signs.pdf --with blank=signs --seed 2
    argmap exercise debate.argdown cards -o cards.pdf --key answers.pdf --look large
    """  # noqa: D301  # click knows this sign: it keeps the lines below it as they are
    reporter = Reporter(as_json=as_json)
    if kind is not None:
        _check_kind(kind)
    if not (is_list or out or as_json):
        raise click.UsageError("Name the sheet with -o, such as -o sheet.pdf; or see with --list what kinds there are.")
    m = one_map(file, reporter)
    if m is None:
        reporter.finish()
        return
    if is_list:
        _list(m, level, language, reporter, as_json=as_json)
        reporter.finish()
        return
    try:
        chosen = _chosen(m, kind, seed, level, language)
        given = {**_given(options), **({} if reading is None else {"reading": _text(reading)})}
        made = m.exercise(chosen, seed=seed, level=level, language=language, **given)
        tell_language(reporter, m, language, "exercise")
        if out is not None:
            paths = _written(made, out, key, look)
            said = " and ".join(visible(str(path)) for path in paths)
            minutes = f"about {counted(made.minutes, 'minute')}"
            reporter.say(f"Written: {said} ({made.title}; difficulty {made.difficulty} of 5, {minutes}).")
            if made.kind == "cards":
                reporter.say(_how_to_compare(file, seed, level))
            reporter.keep(output=str(paths[0]), key=str(paths[1]))
        if as_json:
            reporter.keep(exercise=made.to_data())
    except ArgmapError as error:
        reporter.failed(error)
    reporter.finish()


def _check_kind(kind: str) -> None:
    """Say which kinds there are where there is no such one, whatever else is missing."""
    from argmap.classroom.exercises.kinds import module_of

    try:
        module_of(kind)
    except UnknownNameError as error:
        raise click.UsageError(str(error)) from error


def _how_to_compare(file: str, seed: int, level: str) -> str:
    """Return the command that compares what a pupil made of the cards."""
    cards = str(seed) if level == USUAL_LEVEL else f"{level}:{seed}"
    key = "KEY" if file == STDIN else visible(file)
    return f"A map with the codes of these cards as titles can be compared: argmap compare PUPIL {key} --cards {cards}"


def _list(m: ArgumentMap, level: str, language: str | None, reporter: Reporter, *, as_json: bool) -> None:
    from argmap.classroom.exercises import exercises

    try:
        offers = exercises(m, level=level, language=language)
    except UnknownNameError as error:
        reporter.failed(error)
        return
    if as_json:
        reporter.keep(kinds=[offer._asdict() for offer in offers])
        return
    for offer in offers:
        for line in _told(offer):
            reporter.print(line)


def _told(offer: Offer) -> list[str]:
    name = offer.kind.replace("_", "-")
    head = f"{name:22}{offer.title}"
    text = f"No: {offer.why_not}" if offer.why_not else offer.trains
    return [
        click.style(head, bold=not offer.why_not, dim=bool(offer.why_not)),
        *(f"{'':22}{line}" for line in wrap(text, _WIDTH - 22)),
    ]


def _chosen(m: ArgumentMap, kind: str | None, seed: int, level: str, language: str | None) -> str:
    from argmap.classroom.exercises import exercises

    if kind is not None:
        return kind
    there = [offer.kind for offer in exercises(m, level=level, language=language) if not offer.why_not]
    if not there:
        raise ArgmapError("This debate has no material for an exercise of any kind; --list says what it lacks.")
    return random.Random(seed).choice(there)  # noqa: S311  # nothing here is a secret


def _given(options: tuple[str, ...]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for option in options:
        name, sign, value = option.partition("=")
        if not sign:
            raise click.UsageError(f"Write --with NAME=VALUE, as in --with blank=signs; there is no = in {option!r}.")
        found[name.strip().replace("-", "_")] = _value(value.strip())
    return found


def _value(text: str) -> Any:
    words = {"yes": True, "true": True, "no": False, "false": False}
    if text.casefold() in words:
        return words[text.casefold()]
    try:
        number = json.loads(text)
    except ValueError:
        return text
    return number if isinstance(number, int | float) else text


def _text(path: str) -> str:
    from argmap.files.opening import open_source

    return open_source(path, path).source.text


def _written(made: Exercise, out: str, key: str | None, look: str) -> tuple[Path, Path]:
    from argmap.classroom.sheets import write
    from argmap.classroom.sheets.look import look_named

    looks = look_named(look)
    stem, ending = os.path.splitext(out)  # noqa: PTH122
    beside = key or f"{stem}-key{ending}"
    if os.path.realpath(beside) == os.path.realpath(out):
        raise WriteError(f"The key would be written over the sheet {out!r}; name another file with --key.")
    return write(made.sheet(looks), out, looks), write(made.key(looks), beside, looks)
