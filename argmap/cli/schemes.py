"""`argmap schemes`: the common patterns of argument, and which of them the arguments of a debate follow."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import click

from argmap.cells import cells, visible, wrap
from argmap.cli.inputs import ARGUMENT
from argmap.cli.naming import named
from argmap.cli.reporter import Reporter
from argmap.cli.terminal import columns
from argmap.cli.weighing import one_map, say
from argmap.errors import ArgmapError, UnknownNameError
from argmap.wording import begins, counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.model import ArgumentMap
    from argmap.schemes import Scheme


@click.command()
@click.argument("names", metavar="[NAME...]", nargs=-1)
@click.option("--find", "words", metavar="WORDS", help="List the schemes in which these words occur.")
@click.option("--family", metavar="NAME", help="List the schemes of one family, such as causal.")
@click.option(
    "--for",
    "file",
    metavar="FILE",
    type=ARGUMENT,
    help="Say which schemes the arguments of a debate follow or may follow, and which questions are open. Names are "
    "then those of arguments.",
)
@click.option("--language", metavar="CODE", help="Say it in this language, as far as there are words in it.")
@click.option("--json", "as_json", is_flag=True, help="Print the same for a program.")
def schemes(
    names: tuple[str, ...],
    words: str | None,
    family: str | None,
    file: str | None,
    language: str | None,
    as_json: bool,
) -> None:
    """List schemes of argument, and the questions to ask of them.

    A scheme is a common pattern of argument. With names, each scheme is shown as a card: its premises, its conclusion,
    its questions, where it was described, and how to write it in Argdown.

    \b
    argmap schemes
    argmap schemes expert_opinion
    argmap schemes --find "sunk cost"
    argmap schemes --for debate.argdown
    argmap schemes --for debate.argdown Safety
    """  # noqa: D301  # click knows this sign: it keeps the lines below it as they are
    code = _code(language)
    if sum(each is not None for each in (words, family, file)) > 1 or (names and (words or family)):
        raise click.UsageError("Name schemes, or use one of --find, --family and --for; not several of these.")
    if file is not None:
        _judge(file, names, code, as_json=as_json)
        return
    from argmap import schemes as known

    try:
        chosen: Sequence[Scheme] = (
            [known.scheme_named(name) for name in names]
            or (known.find(words) if words is not None else None)
            or (() if words is not None else known.schemes(family))
        )
    except UnknownNameError as error:
        raise click.UsageError(_without_python(str(error))) from error
    chosen = [known.said(scheme, code or "en") for scheme in chosen]
    if as_json:
        click.echo(json.dumps([scheme.to_data() for scheme in chosen], ensure_ascii=False, indent=2))
        return
    if not chosen:
        click.echo(f"No scheme has the words {visible(words or '')!r}. To list all: argmap schemes", err=True)
        click.get_current_context().exit(1)
    width = columns(sys.stdout, 100)
    for line in _cards(chosen, code or "en", width) if names else _listed(chosen, code or "en", width, words):
        click.echo(line)


def _without_python(message: str) -> str:
    return message.replace("`argmap.schemes.schemes()` lists them all.", "To list all: argmap schemes")


def _code(language: str | None) -> str | None:
    from argmap.language import Words

    try:
        return None if language is None else Words.asked(language, "").code
    except UnknownNameError as error:
        raise click.UsageError(str(error)) from error


# -- tables and cards ----------------------------------------------------------------------------------------------


def _listed(chosen: Sequence[Scheme], code: str, width: int, words: str | None) -> Iterator[str]:
    """Yield a table: family by family; or what was found, best first."""
    from argmap.schemes import said_family

    ids = max(len(scheme.id) for scheme in chosen)
    name_width = max(cells(scheme.name) for scheme in chosen)
    family = None
    for scheme in chosen:
        if words is None and scheme.family != family:
            if family is not None:
                yield ""
            family = scheme.family
            yield click.style(f"{family}: {said_family(family, code)}", bold=True)
        head = f"  {scheme.id:<{ids}}  {scheme.name}{' ' * (name_width - cells(scheme.name))}  "
        first, *rest = wrap(", ".join(scheme.aliases), max(20, width - cells(head)))
        yield (head + first).rstrip()
        yield from (" " * cells(head) + line for line in rest)
    yield ""
    questions = counted(sum(len(scheme.questions) for scheme in chosen), "critical question")
    yield from wrap(
        f"{counted(len(chosen), 'scheme')} with {questions}. One as a card: argmap schemes {chosen[0].id}", width
    )


def _cards(chosen: Sequence[Scheme], code: str, width: int) -> Iterator[str]:
    for place, scheme in enumerate(chosen):
        if place:
            yield ""
            yield ""
        yield from _card(scheme, code, width)


def _card(scheme: Scheme, code: str, width: int) -> Iterator[str]:
    from argmap.language import Words
    from argmap.schemes import QuestionKind, in_argdown, said_family, said_kind

    words = Words.of(code)

    def head(key: str) -> str:
        return click.style(words.say(f"schemes.{key}"), bold=True)

    def hung(before: str, text: str) -> Iterator[str]:
        first, *rest = wrap(text, max(20, width - cells(before)))
        yield before + first
        yield from (" " * cells(before) + line for line in rest)

    yield click.style(f"{scheme.name} ({scheme.id})", bold=True)
    yield from wrap(f"{words.say('schemes.family')}: {said_family(scheme.family, code)}", width)
    if scheme.aliases:
        yield from wrap(f"{words.say('schemes.otherNames')}: {', '.join(scheme.aliases)}", width)
    yield ""
    yield head("premises")
    for number, premise in enumerate(scheme.premises, 1):
        yield from hung(f"  {number}. ", premise)
    yield ""
    yield head("conclusion")
    yield from hung("  ", scheme.conclusion)
    yield ""
    yield head("questions")
    kinds = {kind: said_kind(kind, code) for kind in QuestionKind}
    widest = max(len(question.word) for question in scheme.questions)
    widest_kind = max(cells(name) for name, _ in kinds.values())
    for question in scheme.questions:
        name = kinds[question.kind][0]
        blanks = " " * (widest_kind - cells(name))
        yield from hung(f"  {question.word:<{widest}}  {name}{blanks}  ", question.text)
    yield ""
    for kind in QuestionKind:
        if any(question.kind is kind for question in scheme.questions):
            name, means = kinds[kind]
            yield from hung(f"  {begins(name)}{' ' * (widest_kind - cells(name))}  ", means)
    yield ""
    yield head("source")
    yield from hung("  ", scheme.source)
    yield ""
    yield head("inArgdown")
    yield from (f"  {line}".rstrip() for line in in_argdown(scheme).splitlines())


# -- the arguments of a debate -------------------------------------------------------------------------------------


def _judge(file: str, names: tuple[str, ...], code: str | None, *, as_json: bool) -> None:
    """Say of the arguments of a debate which schemes they follow or may follow, and what is to be asked."""
    reporter = Reporter(as_json=as_json)
    m = one_map(file, reporter)
    if m is not None:
        try:
            chosen = [named(m, name) for name in names] or [argument.id for argument in m.arguments]
            found = [_judged(m, argument, code) for argument in chosen]
            reporter.keep(arguments=[data for data, _ in found])
            if not as_json:
                for place, (_, lines) in enumerate(found):
                    if place:
                        click.echo("")
                    say(lines, None)
                if not found:
                    click.echo("The debate has no arguments.")
        except ArgmapError as error:
            reporter.failed(error)
    reporter.finish()


def _judged(m: ArgumentMap, argument: str, code: str | None) -> tuple[dict[str, Any], list[tuple[int, str]]]:
    """Return what there is to say about one argument: for a program, and in sentences with their depths."""
    from argmap.check.binding import binding
    from argmap.check.open_questions import called_in, open_questions
    from argmap.language import Words
    from argmap.schemes import known, suggest
    from argmap.schemes.cues import cues

    words = Words.of(code or m.language)
    suggestions = suggest(argument, m)
    record = m[argument]
    data: dict[str, Any] = {"argument": argument, "suggestions": [each.to_data() for each in suggestions]}
    asked = open_questions(m, argument, only_open=False, language=code)
    if len(asked):
        bound = binding(m, argument, language=code)
        data["binding"] = bound.to_data()
        lines = list(bound.lines)
        still = open_questions(m, argument, language=code)
        if not len(still):
            return data, [*lines, (1, words.say("schemes.noQuestions"))]
        lines.append((1, words.say("schemes.open")))
        lines += [(depth + 1, sentence) for depth, sentence in still.lines if depth]
        return data, lines
    lines = [(0, words.say("schemes.noScheme", argument=called_in(words, record)))]
    named_scheme = getattr(record, "scheme", None)
    if named_scheme is not None and known(named_scheme) is None:
        lines = [(0, words.say("schemes.unknown", argument=called_in(words, record), scheme=named_scheme))]
    lines += [(1, str(each)) for each in suggestions]
    if not suggestions:
        key = "noIdea" if cues(m.language.casefold().partition("-")[0]) is not None else "noCues"
        lines.append((1, words.say(f"schemes.{key}")))
    return data, lines
