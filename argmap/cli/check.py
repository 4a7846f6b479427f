"""`argmap check`: what is wrong, or may be wrong, with debates."""

from __future__ import annotations

import io
import os
import sys
from contextlib import contextmanager
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from argmap.cells import visible
from argmap.cli.checked_data import from_data, to_data
from argmap.cli.inputs import ARGUMENT, find_inputs
from argmap.cli.outputs import write_stdout
from argmap.cli.reporter import PROBLEMS, Reporter
from argmap.cli.terminal import is_terminal
from argmap.cli.working import Work, in_worker, work_through, working_options
from argmap.errors import ArgmapError, ReadError, WriteError
from argmap.wording import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from argmap.check import Settings
    from argmap.cli.inputs import Input
    from argmap.model import ArgumentMap

FORMS = ("full", "concise", "json", "github", "sarif", "junit", "html")
LARGE = 20_000
"""From so many claims on, a terminal shows how far the checks of one map are."""

_names = partial(click.option, multiple=True, metavar="RULES")


@click.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=ARGUMENT)
@click.option(
    "--profile",
    metavar="NAME",
    help="The rules to start from: draft, standard (as long as nothing else is said), strict, analysis, debate or "
    "classroom.",
)
@_names("--select", help="Ask these rules instead of a profile: codes, names or families, with commas between.")
@_names("--extend-select", help="Ask these rules besides.")
@_names("--ignore", help="Leave these rules out.")
@click.option("--fix", "fixes", is_flag=True, help="Apply the fixes that keep the meaning, in place.")
@click.option("--unsafe-fixes", is_flag=True, help="With --fix or --diff: the other fixes, too. Look at the result.")
@click.option("--diff", is_flag=True, help="Write nothing; print what --fix would change.")
@click.option(
    "--format", "form", type=click.Choice(FORMS), default="full", show_default=True, help="The form of the report."
)
@click.option("-o", "--output", "out", metavar="OUT", type=ARGUMENT, help="The file for the report.")
@click.option("--explain", is_flag=True, help="Tell of each rule that found something why it matters.")
@click.option("--fail-on", metavar="SEVERITY", help="Fail from here on: error, warning (by default) or info.")
@click.option("--exit-zero", is_flag=True, help="Do not fail because of findings.")
@click.option("--config", metavar="FILE", type=ARGUMENT, help="The file with settings, instead of the nearest one.")
@click.option("--isolated", is_flag=True, help="Look for no file with settings.")
@working_options
def check(
    files: tuple[str, ...],
    fixes: bool,
    unsafe_fixes: bool,
    diff: bool,
    form: str,
    out: str | None,
    explain: bool,
    exit_zero: bool,
    jobs: int,
    journal: str | None,
    **given: Any,
) -> None:
    """Say what is wrong, or may be wrong, with debates.

    With --fix, what can be mended is mended.

    Settings stand in argmap.toml under [check] or in pyproject.toml under [tool.argmap.check]; the nearest file above
    a debate counts. The exit code is 1 if there is an error or a warning.

    \b
    argmap check debate.argdown
    argmap check debates/ --profile classroom --explain
    argmap check debate.argdown --select structure,WRD104 --fix
    argmap rule WRD104
    """  # noqa: D301  # click knows this sign: it keeps the lines below it as they are
    from importlib.metadata import entry_points

    from argmap.check.registry import PLUGINS
    from argmap.cli.written_report import Written

    if explain and form != "full":
        raise click.UsageError(f"--explain belongs to the full report; {form} holds or needs no explanations.")
    if (fixes or diff) and (jobs != 1 or journal):
        raise click.UsageError("--fix and --diff work on one file after the other; leave --jobs and --resume away.")
    reporter = Reporter()
    settings_for = _settings(given)
    works = [Work(each, _settings_of(each, settings_for)) for each in find_inputs(files, reporter)]
    function = partial(_check, fixes=fixes, diff=diff, unsafe=unsafe_fixes)
    # Some rules ask what day it is, and some are brought by other packages.
    brought = [(each.name, each.value, each.dist and each.dist.version) for each in entry_points(group=PLUGINS)]
    how = (date.today(), brought)  # that of the computer, as the rules have it
    written = Written(form, out, settings_for(os.curdir).fail_on, explain=explain)
    for _, found in work_through(works, function, reporter, "Checking", jobs=jobs, journal=journal, how=how):
        if found is not None:
            written.add(from_data(found), reporter)
    written.end(reporter)
    if written.fails and not exit_zero:
        reporter.exit_code = max(reporter.exit_code, PROBLEMS)
    reporter.finish()


def _settings(given: dict[str, Any]) -> Callable[[str], Settings]:
    """Return the function that says what to check of a file."""
    from functools import cache

    from argmap.check import Settings, find_settings, read_settings

    config, isolated = given.pop("config"), given.pop("isolated")
    if config and isolated:
        raise click.UsageError("--isolated looks for no settings, and --config names some; leave one away.")
    said = {key: ",".join(value) if isinstance(value, tuple) else value for key, value in given.items() if value}
    try:
        always = read_settings(config) if config else Settings()
        Settings().merged(said, "the command line")
    except ArgmapError as error:
        raise click.UsageError(str(error)) from error

    @cache
    def in_folder(folder: str) -> Settings:
        return always if config or isolated else find_settings(folder)

    def settings_for(path: str) -> Settings:
        folder = path if os.path.isdir(path) else os.path.dirname(path)  # noqa: PTH112, PTH120
        return in_folder(folder or os.curdir).for_file(path).merged(said, "the command line")

    return settings_for


def _settings_of(each: Input, settings_for: Callable[[str], Settings]) -> Settings:
    try:
        return settings_for(each.path)
    except ArgmapError as error:
        raise click.UsageError(str(error)) from error


def _check(
    each: Input, settings: Settings, reporter: Reporter, *, fixes: bool, diff: bool, unsafe: bool
) -> dict[str, Any] | None:
    """Check one debate, and mend it if that is asked for; return what was found, as data."""
    from argmap.check import Checked

    try:
        if fixes or diff:
            _fix(each, settings, reporter, unsafe=unsafe, writes=not diff)
        if diff:
            return None
        result = each.read()
        reporter.count_losses(result)
        m = result.map
        found, suppressed = _find(each, m, settings)
    except (ReadError, WriteError) as error:
        reporter.failed(error)
        return None
    except ArgmapError as error:
        raise click.UsageError(str(error)) from error
    return to_data(Checked(each.name, found, suppressed, len(m.claims)))


def _find(each: Input, m: ArgumentMap, settings: Settings) -> Any:
    from argmap.check import find
    from argmap.evaluate import grounded

    folder = None if each.is_stdin else os.path.dirname(os.path.abspath(each.path))  # noqa: PTH100, PTH120
    with _progress(len(m.claims), len(settings.codes())) as tell:
        return find(m, settings, labelling=grounded, folder=folder, tell=tell)


@contextmanager
def _progress(claims: int, rules: int) -> Iterator[Callable[[], None] | None]:
    """Show on a terminal how many of the rules were asked about a large map."""
    if claims < LARGE or in_worker() or not is_terminal(sys.stderr):
        yield None
        return
    with click.progressbar(length=rules, label="Asking rules", file=sys.stderr) as bar:
        yield lambda: bar.update(1)


def _fix(each: Input, settings: Settings, reporter: Reporter, *, unsafe: bool, writes: bool) -> None:
    """Mend one file, or print how it would be mended."""
    from argmap.check import fix
    from argmap.cli.patch import print_patch
    from argmap.files.atomic import write_atomically
    from argmap.files.opening import open_source
    from argmap.formats import argdown
    from argmap.formats.given import Given
    from argmap.formats.table import format_named, format_of_path
    from argmap.source import Source

    if not each.is_stdin and format_of_path(each.path) is not format_named("argdown"):
        reporter.skipped(each.name, "fixes are for Argdown text")
        return
    before = open_source(io.BytesIO(each.read_bytes()), each.name).source.text
    path = None if each.is_stdin else each.path

    def read(text: str) -> ArgumentMap:
        return argdown.read(Given(Source(text, each.name), path)).map

    fixed = fix(before, read, lambda m: _find(each, m, settings)[0], unsafe=unsafe)
    for finding in fixed.refused:
        reporter.say(f"Not fixed: {visible(each.name)}: {finding.code}, as the text could not be read afterwards.")
    if each.is_stdin and writes:
        write_stdout(fixed.text.encode())
    elif fixed.text != before and writes:
        write_atomically(each.path, fixed.text.encode())
    if fixed.text == before:
        return
    if not writes:
        print_patch(before, fixed.text, each.name)
    words = "Fixed" if writes else "To be fixed"
    reporter.say(f"{words}: {visible(each.name)} ({counted(len(fixed.applied), 'finding')})")
