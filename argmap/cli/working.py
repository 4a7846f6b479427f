"""Working through files, in this process or in several, with a journal or without: the output is the same."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from contextlib import nullcontext
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from argmap.cli.outputs import STDOUT
from argmap.cli.pipes import is_not_taken
from argmap.cli.reporter import BUG, Recorder
from argmap.corpora.parallel import Lost, in_order
from argmap.errors import bug_sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from argmap.cli.inputs import Input
    from argmap.cli.reporter import Reporter
    from argmap.corpora.journal import Journal

Command = TypeVar("Command", bound="Callable[..., Any]")

_JOBS = click.option(
    "--jobs",
    type=click.IntRange(0),
    metavar="N",
    default=1,
    show_default=True,
    help="Work on N files at once, each in a process of its own; 0 for one on each processor core.",
)
_RESUME = click.option(
    "--resume",
    "journal",
    metavar="JOURNAL",
    type=click.Path(readable=False),
    help="Keep a journal in this file; a second run skips what is done and has not changed, and prints the same.",
)


class Work(NamedTuple):
    """A file to work on, and what else belongs to it."""

    input: Input
    more: Any = None


def _done(
    function: Callable[[Input, Any, Reporter], Any], as_json: bool, width: int, raises: bool, work: Work
) -> dict[str, Any]:
    """Return what came of a file, and all that was told meanwhile, as data."""
    from argmap.files.noting import noting_reads

    reporter = Recorder(as_json=as_json, width=width)
    reporter.begin(work.input.name)
    value, misuse, is_final = None, "", True
    with noting_reads() as reads:
        try:
            value = function(work.input, work.more, reporter)
        except click.UsageError as error:
            misuse, is_final = error.format_message(), False
        except Exception as error:  # a bug costs one file
            is_of_stdout = isinstance(error, BrokenPipeError) or (isinstance(error, OSError) and is_not_taken(error))
            if raises or is_of_stdout:
                raise
            reporter.failed(bug_sentence(error))
            reporter.exit_code, is_final = BUG, False
    return {"told": reporter.recorded(), "value": value, "misuse": misuse, "is_final": is_final, "reads": reads}


def working_options(command: Command) -> Command:
    """Give a command the options ``--jobs`` and ``--resume``; they come as `jobs` and `journal`."""
    return _JOBS(_RESUME(command))


def work_through(
    works: Sequence[Work],
    function: Callable[[Input, Any, Reporter], Any],
    reporter: Reporter,
    label: str,
    *,
    jobs: int = 1,
    journal: str | None = None,
    as_json: bool = False,
    how: object = None,
    holds: Callable[[Work, Any], bool] = lambda _work, _value: True,
) -> Iterator[tuple[Work, Any]]:
    """Yield each file with what a function returns for it, in order, after the reporter has said what it was told.

    Args:
        works: The files.
        function: What to do with a file: it gets the input, what else belongs to it, and a reporter. It can be
            pickled, and returns what JSON can hold, None where nothing comes of the file. It catches errors of
            argmap's own; whatever else it raises costs only this file.
        reporter: Whom to tell.
        label: What the progress bar says.
        jobs: How many processes work; 1 for this one.
        journal: The file of the journal, if one is kept.
        as_json: Whether the reporter keeps what it is told for a program.
        how: All that changes what the function does, besides the version of argmap; its `repr` is compared.
        holds: Whether what came of a file earlier is still of use.

    Raises:
        click.UsageError: The function raised one.
        ArgmapError: The journal cannot be used, or processes cannot be started.
    """
    from importlib.metadata import version

    from argmap.corpora.journal import Journal

    context = click.get_current_context(silent=True)
    raises = bool(os.environ.get("ARGMAP_TRACEBACK") or (context and context.find_root().params.get("traceback")))
    if raises:
        jobs = 1
    task = partial(_done, function, as_json, reporter.width, raises)
    with nullcontext() if journal is None else Journal(journal) as kept:
        done = _answers(works, task, jobs, kept, repr((version("argmap"), how, as_json, reporter.width)), holds)
        for work, answer in reporter.counting(done, len(works), label):
            if isinstance(answer, Lost):
                reporter.failed(answer.why, name=work.input.name)
                yield work, None
                continue
            if answer["misuse"]:
                raise click.UsageError(answer["misuse"])
            reporter.take(answer["told"])
            yield work, answer["value"]


def _answers(
    works: Iterable[Work],
    task: Callable[[Work], dict[str, Any]],
    jobs: int,
    journal: Journal | None,
    how: str,
    holds: Callable[[Work, Any], bool],
) -> Iterator[tuple[Work, Any]]:
    """Yield all works with their answers, in order: new ones, those in the journal, and those for this process."""
    plan: deque[tuple[Work, str, bool]] = deque()  # work, how it is done, and whether it is sent

    def sent() -> Iterator[Work]:
        for work in works:
            print_ = _print(how, work)
            is_here = work.input.is_stdin or work.more == STDOUT
            is_kept = not is_here and journal is not None and _kept(journal, work, print_, holds) is not None
            plan.append((work, print_, not (is_here or is_kept)))
            if not (is_here or is_kept):
                yield work

    def at_hand() -> Iterator[tuple[Work, Any]]:
        while plan and not plan[0][2]:
            work, print_, _ = plan.popleft()
            found = None if journal is None else _kept(journal, work, print_, holds)
            yield work, task(work) if found is None else found

    for work, answer in in_order(task, sent(), jobs=jobs, weight=_size):
        yield from at_hand()
        _, print_, _ = plan.popleft()
        if journal is not None and not isinstance(answer, Lost) and answer["is_final"] and holds(work, answer["value"]):
            journal.add(work.input.path, print_, answer.pop("reads"), answer)
        yield work, answer
    yield from at_hand()


def _kept(journal: Journal, work: Work, how: str, holds: Callable[[Work, Any], bool]) -> Any:
    found = journal.find(work.input.path, how)
    return found if found is not None and holds(work, found["value"]) else None


def _print(how: str, work: Work) -> str:
    from argmap.files.noting import print_of

    return print_of(f"{how}{work.more!r}".encode("utf-8", "surrogatepass"))


def _size(work: Work) -> int:
    try:
        return os.stat(work.input.path).st_size  # noqa: PTH116  # pathlib refuses some names that exist
    except (OSError, ValueError):
        return 0


def in_worker() -> bool:
    """Whether this process works for another one, which alone has the terminal."""
    return multiprocessing.parent_process() is not None
