"""`argmap quiz`: questions about a debate, in the formats of schools."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import click

from argmap.cells import visible
from argmap.cli.inputs import ARGUMENT, find_inputs
from argmap.cli.losing import LISTED, kinds_of, summary, tell_losses
from argmap.cli.outputs import STDOUT, write_stdout
from argmap.cli.reporter import Reporter
from argmap.cli.speaking import tell_language
from argmap.errors import ArgmapError, ReadError, UnknownNameError, WriteError
from argmap.wording import counted

if TYPE_CHECKING:
    from argmap.classroom.quiz.formats import QuizFormat
    from argmap.classroom.quiz.question import Quiz


@click.command()
@click.argument("file", metavar="MAP", type=ARGUMENT)
@click.option(
    "-o",
    "--output",
    "outputs",
    metavar="OUT",
    multiple=True,
    type=ARGUMENT,
    help="A file to write, or - for standard output; repeat it for several. By default, Markdown on standard output.",
)
@click.option(
    "--to",
    metavar="FORMAT",
    help="The format of all outputs, such as moodle or gift; by default the ending of OUT tells it.",
)
@click.option(
    "--count", type=click.IntRange(1, 500), metavar="N", default=10, show_default=True, help="How many questions."
)
@click.option(
    "--seed", type=int, metavar="N", default=0, show_default=True, help="Another number gives another choice."
)
@click.option("--kinds", metavar="KINDS", help="The kinds of questions, with commas, such as reason,answer.")
@click.option("--level", metavar="AGES", help="How old pupils are, such as 14-16, or adult.")
@click.option("--language", metavar="CODE", help="The language of the questions; by default that of the map.")
@click.option("--look", metavar="LOOK", help="How printed sheets look: standard, copier, large or dyslexia.")
@click.option("--json", "as_json", is_flag=True, help="Print the questions and what was done for a program.")
def quiz(
    file: str,
    outputs: tuple[str, ...],
    to: str | None,
    count: int,
    seed: int,
    kinds: str | None,
    level: str | None,
    language: str | None,
    look: str | None,
    as_json: bool,
) -> None:
    """Make a quiz about a debate, in the formats of schools.

    Every question has exactly one right answer in the map, and that is checked. The same seed gives the same quiz; the
    same question has the same id in every format.

    \b
    Formats and their endings:
      moodle .xml      gift .gift       qti12 .zip       qti21 .qti21.zip
      kahoot .xlsx     anki .apkg       anki-tsv .tsv    markdown .md
      printable .pdf, .docx, .html (with a key beside it)      json .json
    \b
    Kinds: side, reason, objection, bearing, quotation, source, role, order, answer,
    unanswered, linked, premise, target, false, scheme, critical
    \b
    argmap quiz debate.argdown
    argmap quiz debate.argdown -o quiz.xml -o quiz.pdf --count 12 --seed 7
    argmap quiz debate.argdown -o quiz.zip --to qti21 --level 14-16
    """  # noqa: D301  # click knows this sign: it keeps the lines below it as they are
    from argmap.classroom.quiz import quiz as make

    reporter = Reporter(as_json=as_json)
    goals = [_goal(out, to, as_json=as_json) for out in dict.fromkeys(outputs or (() if as_json else (STDOUT,)))]
    found = find_inputs([file], reporter)
    if len(found) > 1:
        raise click.UsageError("A quiz is about one debate; name one file.")
    for each in found:
        reporter.begin(each.name)
        try:
            result = each.read()
            if not reporter.result(result):
                continue
            made = make(result.map, count, seed=seed, kinds=kinds, level=level, language=language)
            tell_language(reporter, result.map, language, "quiz")
            if as_json:
                from argmap.classroom.quiz.formats.data import as_data

                reporter.keep(quiz=as_data(made), written=[out for out, _ in goals])
            for out, chosen in goals:
                _write(made, out, chosen, look, reporter, as_json=as_json)
        except UnknownNameError as error:
            raise click.UsageError(str(error)) from error
        except (ReadError, WriteError, ArgmapError) as error:
            reporter.failed(error)
            continue
        if len(made.questions) < count:
            number = counted(len(made.questions), "question")
            reporter.notes([f"The map has material for {number} of these kinds, and no more."])
        written = [visible(out) for out, _ in goals if out != STDOUT]
        if written:
            reporter.finish(f"Written: {', '.join(written)}")
    reporter.finish()


def _goal(out: str, to: str | None, *, as_json: bool) -> tuple[str, QuizFormat]:
    """Return an output with its format."""
    from argmap.classroom.quiz.formats import FORMATS, format_named, format_of_path

    try:
        chosen = format_named(to) if to else FORMATS["markdown"] if out == STDOUT else format_of_path(out)
    except UnknownNameError as error:
        raise click.UsageError(str(error)) from error
    if out == STDOUT and as_json:
        raise click.UsageError("Standard output cannot take both the quiz and --json; name a file with -o.")
    if out == STDOUT and chosen.sheet:
        raise click.UsageError("A printed sheet and its key are two files; name one with -o, such as quiz.pdf.")
    return out, chosen


def _write(made: Quiz, out: str, chosen: QuizFormat, look: str | None, reporter: Reporter, *, as_json: bool) -> None:
    if out == STDOUT:
        from argmap.classroom.quiz.formats import writer_of

        data, losses = writer_of(chosen).write(made)
        write_stdout(data)
    else:
        options: dict[str, Any] = {"look": look} if chosen.sheet else {}
        losses = made.save(out, chosen.name, **options)
    name = f"{os.path.basename(out)}: " if out != STDOUT else ""  # noqa: PTH119  # the name stays as it was typed
    if len(losses) > LISTED and not as_json:
        for line in summary([kinds_of(losses)]):
            reporter.say(name + line if line.startswith("Lost") else line)
    else:
        tell_losses(losses, reporter, is_one=True, is_kept=as_json)
