"""`argmap solve`: problems of abstract argumentation, asked and answered as in the ICCMA competitions."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NoReturn

import click

from argmap.cells import visible
from argmap.cli.inputs import ARGUMENT, STDIN
from argmap.cli.problems import Problem, problem_named, problems
from argmap.cli.reporter import MISUSE, MISUSES, PROBLEMS
from argmap.cli.terminal import columns, is_terminal
from argmap.errors import ReadError, UnknownNameError, nearest
from argmap.wording import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from argmap.evaluate.dung import Framework

OUT_OF_TIME = 124
"""The exit code when time ran out before the answer was known; that of the command `timeout`."""

_QUOTED = frozenset(' \t,[]()"\\')
_SOME = 3  # so many arguments are named as examples
_NEAR = 10_000  # among so many a similar name is looked for
_EVERY = 1_000  # so often the number of extensions is shown anew


@click.command()
@click.option("-p", "--problem", metavar="TASK-SEMANTICS", help="The problem, such as DS-PR; see --problems.")
@click.option("-f", "--file", "path", metavar="FILE", type=ARGUMENT, help="The framework; - for standard input.")
@click.option("-a", "--argument", metavar="NAME", help="The argument that DC and DS ask about.")
@click.option(
    "-fo", "--format", "form", metavar="FORMAT", help="The format of FILE: iccma, apx or tgf; by default FILE tells it."
)
@click.option(
    "--names", "by_names", is_flag=True, help="Call arguments by their names in comments (iccma) or labels (tgf)."
)
@click.option("--time-limit", metavar="SECONDS", type=click.FloatRange(min=0), help="When to give up.")
@click.option("--json", "as_json", is_flag=True, help="Print the answer for a program, with the reason for it.")
@click.option("--problems", "is_problems", is_flag=True, help="Print the problems that can be solved.")
@click.option("--formats", "is_formats", is_flag=True, help="Print the formats that can be read.")
def solve(
    problem: str | None,
    path: str | None,
    argument: str | None,
    form: str | None,
    by_names: bool,
    time_limit: float | None,
    as_json: bool,
    is_problems: bool,
    is_formats: bool,
) -> None:
    """Solve problems of abstract argumentation, as in ICCMA.

    It asks and answers as the solvers of the ICCMA competitions do.

    A problem is a task and a semantics. DC asks whether some extension holds the argument, DS whether every extension
    does, SE for some extension, EE for every one, CE how many there are. An extension that shows it stands in the line
    that begins with w. Without options, print the name, the version and the authors of this solver.

    \b
    argmap solve -p DS-PR -f debate.af -a 3
    argmap solve -p EE-ST -f debate.apx
    argmap solve -p SE-ID -f - --time-limit 10 --json < debate.tgf

    Exit codes: 0 answered (YES or NO), 1 FILE cannot be read, 2 wrong use or no FILE, 124 time ran out.
    """  # noqa: D301  # click knows this sign: it keeps the lines below it as they are
    if is_problems or is_formats:
        click.echo(f"[{','.join(map(str, problems()) if is_problems else _formats())}]")
        return
    if problem is None and path is None and argument is None:
        import argmap

        click.echo(f"argmap {argmap.__version__}\nThe argmap developers")
        return
    if problem is None or path is None:
        raise click.UsageError(
            "Name the problem with -p and the file with -f, as in: argmap solve -p DS-PR -f FILE -a 3"
        )
    found = problem_named(problem)
    if found.has_argument and argument is None:
        raise click.UsageError(f"{found} asks about an argument; name it with -a.")
    if not found.has_argument and argument is not None:
        raise click.UsageError(f"{found} asks about no argument; leave -a out, or ask DC or DS.")
    run = _Run(found, path, argument, time_limit, as_json)
    framework = run.read(form, by_names=by_names)
    {"DC": run.accepts, "DS": run.accepts, "SE": run.extension, "EE": run.extensions, "CE": run.count}[found.task](
        framework
    )


def _formats() -> list[str]:
    from argmap.frameworks.files import FORMATS

    return [each.name for each in FORMATS]


@dataclass(frozen=True, slots=True)
class _Run:
    """One problem to solve, and how to tell the answer."""

    problem: Problem
    path: str
    argument: str | None
    time_limit: float | None
    as_json: bool

    @property
    def name(self) -> str:
        return "<stdin>" if self.path == STDIN else self.path

    def read(self, form: str | None, *, by_names: bool) -> Framework:
        from argmap.evaluate.dung import Framework
        from argmap.frameworks.files import format_named, format_of_source, open_framework

        source = None
        try:
            chosen = None if form is None else format_named(form)
        except UnknownNameError as error:
            raise click.UsageError(str(error)) from error
        if self.path == STDIN and sys.stdin is None:
            raise click.UsageError("Standard input is closed; give the name of a file.")
        try:
            source = open_framework(sys.stdin.buffer if self.path == STDIN else self.path, self.name)
            read = (chosen or format_of_source(source)).load().read
            framework = Framework.from_positions(*read(source, by_names=by_names))
        except ReadError as error:
            self._unreadable(error, source)
        if self.argument is not None and self.argument not in framework:
            is_name = not by_names and self.argument in read(source)[0]
            raise click.UsageError(_no_argument(framework, self.argument, is_name=is_name))
        return framework

    def _unreadable(self, error: ReadError, source: Any) -> NoReturn:
        from argmap.excerpt import WIDTH, diagnostic_as_data, show_diagnostic, show_sentence

        placed = error.diagnostics if source is not None else ()
        if self.as_json:
            found = [diagnostic_as_data(each, source) for each in placed]
            self._print({"problem": str(self.problem), "file": self.name, "error": str(error), "diagnostics": found})
        elif placed:
            for each in placed:
                click.echo(show_diagnostic(each, source, columns(sys.stderr, WIDTH)), err=True)
        else:
            click.echo(show_sentence(self.name, str(error)), err=True)
        click.get_current_context().exit(MISUSE if isinstance(error, MISUSES) else PROBLEMS)

    def accepts(self, framework: Framework) -> None:
        assert self.argument is not None
        mode = "credulous" if self.problem.task == "DC" else "sceptical"
        answer = framework.accepts(self.argument, self.problem.semantics, mode, time_limit=self.time_limit)
        if not answer.is_known:
            self._out_of_time(framework, "it is not known whether the argument is accepted", accepted=None)
        is_shown = bool(answer.value) == (mode == "credulous")
        witness = answer.witness if is_shown else None
        if is_shown and witness is None:
            click.echo("Time ran out before an extension that shows it was found.", err=True)
        members = None if witness is None else _ordered(framework, witness)
        if self.as_json:
            self._tell(framework, accepted=answer.value, witness=members, reason=answer.reason)
            return
        click.echo("YES" if answer.value else "NO")
        if members is not None:
            click.echo(_witness(members))

    def extension(self, framework: Framework) -> None:
        answer = framework.extension(self.problem.semantics, time_limit=self.time_limit)
        if not answer.is_known:
            self._out_of_time(framework, "no extension is known", extension=None)
        members = None if answer.value is None else _ordered(framework, answer.value)
        if self.as_json:
            self._tell(framework, extension=members, reason=answer.reason)
        else:
            click.echo("NO" if members is None else _witness(members))

    def extensions(self, framework: Framework) -> None:
        found = framework.extensions(self.problem.semantics, time_limit=self.time_limit)
        each = (_ordered(framework, extension) for extension in _counted(found))
        if self.as_json:
            members = list(each)
            self._tell(framework, is_known=found.is_complete, extensions=members, reason=found.reason)
            number = len(members)
        else:
            number = _print_list(each)
            click.echo("]" if found.is_complete else "")
        if not found.is_complete:
            more = "" if self.as_json else ": the list has no end"
            self._give_up(f"{counted(number, 'extension')} {'is' if number == 1 else 'are'} known so far{more}")

    def count(self, framework: Framework) -> None:
        answer = framework.count(self.problem.semantics, time_limit=self.time_limit)
        if not answer.is_known:
            number = answer.value or 0
            known = f"there {'is' if number == 1 else 'are'} at least {counted(number, 'extension')}"
            self._out_of_time(framework, known, at_least=answer.value)
        if self.as_json:
            self._tell(framework, count=answer.value, reason=answer.reason)
        else:
            click.echo(answer.value)

    def _tell(self, framework: Framework, *, is_known: bool = True, **facts: object) -> None:
        asked = {} if self.argument is None else {"argument": self.argument}
        self._print(
            {
                "problem": str(self.problem),
                "semantics": self.problem.semantics.name,
                "file": self.name,
                "arguments": len(framework),
                "attacks": len(framework.sources),
                **asked,
                "is_known": is_known,
                **facts,
            }
        )

    def _print(self, facts: dict[str, object]) -> None:
        click.echo(json.dumps(facts, ensure_ascii=False, indent=2))

    def _out_of_time(self, framework: Framework, known: str, **facts: object) -> NoReturn:
        if self.as_json:
            self._tell(framework, is_known=False, **facts)
        self._give_up(known)

    def _give_up(self, known: str) -> NoReturn:
        # A limit is given, or time would not have run out.
        seconds = f"{self.time_limit or 0:g} {'second' if self.time_limit == 1 else 'seconds'}"
        click.echo(f"Time ran out after {seconds}; {known}. Give it more with --time-limit.", err=True)
        click.get_current_context().exit(OUT_OF_TIME)


def _no_argument(framework: Framework, name: str, *, is_name: bool) -> str:
    """Return the sentence that there is no argument of this name.

    Args:
        framework: The framework.
        name: The name.
        is_name: Whether it is the name of an argument that attacks call otherwise.
    """
    some = framework.arguments[:_SOME]
    hint = " With --names it is one." if is_name else nearest(name, framework.arguments[:_NEAR])
    if not hint and some:
        listed = ", ".join(map(repr, some)) + (" ..." if len(framework) > _SOME else "")
        hint = f" The arguments are {listed}."
    return f"{name!r} is no argument of this framework.{hint or ' It has none.'}"


def _ordered(framework: Framework, members: Iterable[str]) -> list[str]:
    """Return names in the order of the framework."""
    return sorted(members, key=framework.position)


def _witness(members: Iterable[str]) -> str:
    return " ".join(["w", *map(_shown, members)])


def _shown(name: str) -> str:
    """Return a name as one word."""
    return json.dumps(name, ensure_ascii=False) if not name or _QUOTED & set(name) else visible(name)


def _print_list(extensions: Iterable[list[str]]) -> int:
    """Print ``[[1,2],[3]`` as extensions come; return how many."""
    number = 0
    click.echo("[", nl=False)
    for members in extensions:
        comma = "," if number else ""
        click.echo(f"{comma}[{','.join(map(_shown, members))}]", nl=False)
        number += 1
    return number


def _counted(extensions: Iterator[frozenset[str]]) -> Iterator[frozenset[str]]:
    """Yield extensions; tell a person who sees none of them how many there are so far."""
    tell: Callable[[int], None] | None = None
    if is_terminal(sys.stderr) and not is_terminal(sys.stdout):
        tell = _say_number
    number = 0
    for each in extensions:
        yield each
        number += 1
        if tell and not number % _EVERY:
            tell(number)
    if tell and number >= _EVERY:
        tell(number)
        click.echo("", err=True)


def _say_number(number: int) -> None:
    click.echo(f"\r{counted(number, 'extension')}", err=True, nl=False)
