"""`argmap compare`: hints for a pupil's map that is held against a key, and how a class did."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argmap.cli.card_codes import cards_of
from argmap.cli.compared_class import class_of, tell_class
from argmap.cli.compared_map import tell_one
from argmap.cli.comparing import How, check_language, comparing_of, is_class, keys_of, look_of, pupils_of, tell_keys
from argmap.cli.inputs import ARGUMENT
from argmap.cli.outputs import STDOUT, place_outputs
from argmap.cli.reporter import Reporter
from argmap.cli.working import working_options

if TYPE_CHECKING:
    from argmap.corpora.pairing import Way

_ENDINGS = (".html", ".md", ".pdf", ".docx", ".csv")


@click.command()
@click.argument("pupil", metavar="PUPIL", type=ARGUMENT)
@click.argument("keys", metavar="KEY...", nargs=-1, required=True, type=ARGUMENT)
@click.option(
    "-o",
    "--output",
    "out",
    metavar="OUT",
    type=ARGUMENT,
    help="Write a report: .html, .md, .pdf or .docx; of a class, .csv as well.",
)
@click.option(
    "--level",
    type=click.IntRange(1, 3),
    default=1,
    show_default=True,
    help="1 asks questions and gives nothing of the key away, 2 gives hints, 3 says what to do.",
)
@click.option("--teacher", is_flag=True, help="Tell the numbers and all edits, too: for you, not for the pupil.")
@click.option(
    "--by",
    type=click.Choice(["id", "span", "text"]),
    help="How to tell which boxes are the same; by default by their words, or by their places where most tell these.",
)
@click.option(
    "--cards",
    metavar="SEED|FILE",
    help="The pupil wrote codes of the cards of `argmap exercise KEY cards`: the --seed of these (after their --level "
    "and a colon, if they have one), or a JSON file that gives the code of each id.",
)
@click.option(
    "--sheets",
    metavar="FOLDER",
    type=ARGUMENT,
    help="Of a class: write a sheet for each pupil into this folder, as HTML; -o writes the report on the class.",
)
@click.option(
    "--look", metavar="LOOK", default="standard", help="How a report looks: standard, copier, large, dyslexia."
)
@click.option("--language", metavar="CODE", help="The language of the feedback; by default that of the maps.")
@click.option("--json", "as_json", is_flag=True, help="Print all of it for a program.")
@click.option("--csv", "as_csv", is_flag=True, help="Print a row for each map, for a spreadsheet.")
@working_options
def compare(
    pupil: str,
    keys: tuple[str, ...],
    out: str | None,
    level: int,
    teacher: bool,
    by: Way | None,
    cards: str | None,
    sheets: str | None,
    look: str,
    language: str | None,
    as_json: bool,
    as_csv: bool,
    jobs: int,
    journal: str | None,
) -> None:
    """Give feedback on a pupil's map, held against a key.

    Of several keys, the nearest counts. It says what is right, and asks about three things at most: first what the map
    stands on, then what is linked, then
    signs, wording and sources. It gives no grade. Where PUPIL is a folder, it tells how the class did: which claims
    were missed, which link was wrong most often, what to teach again.

    \b
    argmap compare ada.argdown key.argdown
    argmap compare ada.argdown key.argdown --level 3 --teacher
    argmap compare ada.argdown key.argdown other-key.argdown -o ada.html
    argmap compare class/ key.argdown -o class.html --sheets for-pupils/ --jobs 0
    argmap compare class/ key.argdown --csv > class.csv
    """  # noqa: D301  # click knows this sign: it keeps the lines below it as they are
    if as_json and as_csv:
        raise click.UsageError("--json and --csv are two forms of the same; leave one away.")
    if out is not None and out != STDOUT and not out.lower().endswith(_ENDINGS):
        raise click.UsageError(f"{out!r} ends in nothing that can be written; end it in one of: {', '.join(_ENDINGS)}.")
    reporter = Reporter(as_json=as_json)
    look_of(look)
    check_language(language)
    prints = keys_of(keys)
    tell_keys(keys, reporter)
    how = How(keys, prints, by, cards_of(cards, keys), level, language, look, teacher)
    comparing = comparing_of(how)
    inputs = pupils_of(pupil, keys, reporter)
    if is_class(pupil):
        paths = [] if sheets is None else place_outputs(inputs, sheets, ".html", into_folder=True)
        report = class_of(inputs, how, comparing, reporter, sheets=paths, jobs=jobs, journal=journal, as_json=as_json)
        tell_class(report, how, reporter, pupil, out=out, as_json=as_json, as_csv=as_csv)
        return
    if sheets is not None:
        raise click.UsageError("--sheets is for a class: give a folder of maps, or write one sheet with -o.")
    if not inputs:
        reporter.finish()
    if out is not None and out.lower().endswith(".csv"):
        raise click.UsageError("A table is for a class: give a folder, or choose another ending than .csv.")
    tell_one(inputs[0], how, comparing, reporter, out=out, as_json=as_json, as_csv=as_csv)
