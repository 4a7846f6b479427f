"""Writing the report of `argmap check` while files are checked: where its form is made of lines, nothing is kept."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from argmap.cli.terminal import columns
from argmap.errors import WriteError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check import Checked
    from argmap.cli.reporter import Reporter
    from argmap.diagnostics import Severity

_BY_LINE = ("full", "concise", "github")


class Written:
    """A report that takes in what was found, file by file.

    Args:
        form: The form of the report.
        out: The file for it; standard output if it is None or `-`.
        fail_on: From which severity on findings make it fail.
        explain: Whether a full report tells why the rules matter.

    Attributes:
        fails: Whether there is a finding as severe as `fail_on`, or more.
    """

    def __init__(self, form: str, out: str | None, fail_on: Severity, *, explain: bool) -> None:
        from argmap.check.report.full import InAll

        self.fails = False
        self._form = form
        self._out = None if out == "-" else out
        self._fail_on = fail_on
        self._explain = explain
        self._in_all = InAll()
        self._files: list[Checked] = []
        self._width = columns(sys.stdout, 100)

    def add(self, checked: Checked, reporter: Reporter) -> None:
        """Take in one file, and print what can be printed of it."""
        self.fails = self.fails or any(each.severity.rank <= self._fail_on.rank for each in checked.findings)
        if self._out is None and self._form in _BY_LINE:
            self._in_all.add(checked)
            for line in self._lines((checked,)):
                reporter.print(line)
        else:
            self._files.append(checked)

    def end(self, reporter: Reporter) -> None:
        """Print or write the rest, if any file was taken in.

        Raises:
            click.UsageError: The file for the report cannot be written.
        """
        if self._out is None:
            rest = self._in_all.end(explain=self._explain) if self._form == "full" and self._in_all.maps else ()
            for line in self._lines(tuple(self._files)) if self._files else rest:
                reporter.print(line)
        elif self._files:
            self._write(self._out)

    def _write(self, out: str) -> None:
        from argmap.files.atomic import write_atomically

        files = tuple(self._files)
        lines = [click.unstyle(line) for line in self._lines(files)]
        if self._form == "full":
            for each in files:
                self._in_all.add(each)
            lines += map(click.unstyle, self._in_all.end(explain=self._explain))
        try:
            write_atomically(out, "".join(f"{line}\n" for line in lines).encode())
        except WriteError as error:
            raise click.UsageError(str(error)) from error

    def _lines(self, files: tuple[Checked, ...]) -> Iterator[str]:
        """Yield the lines of the report on some files, but for the end of a full one."""
        from argmap.check import Report
        from argmap.check.report import write_report
        from argmap.check.report.full import show_file

        if self._form == "full":
            for each in files:
                yield from show_file(each, self._width)
        else:
            yield from write_report(Report(files, self._fail_on), self._form)
