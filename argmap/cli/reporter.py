"""What a command has to say while it works through files, and the exit code that comes of it."""

from __future__ import annotations

import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, TypeVar

import click

from argmap.cells import visible
from argmap.cli.terminal import columns, is_terminal
from argmap.diagnostics import Severity
from argmap.errors import ArgmapError, NoFileError, UnknownNameError
from argmap.excerpt import WIDTH, diagnostic_as_data, show_diagnostic, show_sentence
from argmap.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from argmap.cli.inputs import Input
    from argmap.diagnostics import Diagnostic
    from argmap.formats import Loss
    from argmap.source import Source
    from argmap.text import ParseResult

T = TypeVar("T")

MOST = 50
"""How many messages are shown in one run; the others are counted."""
MANY = 3
"""From so many files on, a terminal shows how far the work is."""

FINE, PROBLEMS, MISUSE = 0, 1, 2
MISUSES = (UnknownNameError, NoFileError)
"""The errors that are a wrong use: a name of nothing, and a file that is not there. All others are problems."""
BUG = 70
"""The exit code after a fault of argmap's own (EX_SOFTWARE of sysexits.h)."""


class Reporter:
    """Says on standard error what there is to say, or keeps it for a program.

    Args:
        as_json: Whether to keep it, for `finish` to print as JSON on standard output.
        width: How many cells wide lines of a text are shown; by default as the terminal has it.

    Attributes:
        exit_code: 0 while all is well, 1 after a problem, 2 after a wrong use.
        width: As given.
    """

    def __init__(self, *, as_json: bool = False, width: int | None = None) -> None:
        self.exit_code = FINE
        self.width = columns(sys.stderr, WIDTH) if width is None else width
        self._as_json = as_json
        self._files: list[dict[str, Any]] = []
        self._name = ""
        self._shown = self._unshown = 0
        self._held: list[tuple[str, bool]] | None = None  # lines, and whether for stderr

    def over(self, inputs: Sequence[Input], label: str) -> Iterator[Input]:
        """Yield each input, of which all is told from then on; on a terminal, many of them move a progress bar."""
        for each in self.counting(inputs, len(inputs), label):
            self.begin(each.name)
            yield each

    def counting(self, things: Iterable[T], number: int, label: str) -> Iterator[T]:
        """Yield each of so many things; on a terminal, many of them move a progress bar."""
        if number < MANY or self._as_json or not is_terminal(sys.stderr):
            yield from things
            return
        self._held = []
        try:
            with click.progressbar(things, length=number, label=label, file=sys.stderr) as bar:
                yield from bar
        finally:
            held, self._held = self._held, None
            for line, is_message in held:
                click.echo(line, err=is_message)

    def result(self, result: ParseResult, *, counts_losses: bool = True) -> bool:
        """Say what there is to say about a text that was read; return whether any of it can be used.

        Args:
            result: What came of it.
            counts_losses: Whether to say how much of the file the map does not hold.
        """
        self.diagnostics(result.diagnostics, result.map.source)
        if counts_losses:
            self.count_losses(result)
        if not result.errors or result.map != type(result.map)():
            return True
        self.keep(error="Nothing of it can be used; the diagnostics tell why.")
        return False

    def count_losses(self, result: ParseResult) -> None:
        """Say how much of a file the map does not hold."""
        if result.losses:
            number = counted(len(result.losses), "thing")
            self.notes([f"The map does not hold {number} of this file; `argmap convert` tells each."], Severity.INFO)

    def diagnostics(self, found: Iterable[Diagnostic], source: Source | None) -> None:
        """Say what there is to say about the text of the present file."""
        for each in found:
            if each.severity is Severity.ERROR:
                self.exit_code = max(self.exit_code, PROBLEMS)
            if source is None:
                if self._as_json:
                    facts = {"severity": str(each.severity), "code": each.code, "message": each.message}
                    self._files[-1]["diagnostics"].append({"file": self._name, **facts})
                self._message(show_sentence(self._name, each.message, each.severity))
            elif self._as_json:
                self._files[-1]["diagnostics"].append(diagnostic_as_data(each, source))
            elif self._may_show():
                self.say(show_diagnostic(each, source, self.width))

    def failed(self, why: str | ArgmapError, *, name: str | None = None, is_misuse: bool = False) -> None:
        """Say why nothing came of a file, by default of the present one.

        Args:
            why: A sentence, or an error, which tells whether it is a wrong use.
            name: The file.
            is_misuse: Whether the command was used in a wrong way.
        """
        self.exit_code = max(self.exit_code, MISUSE if is_misuse or isinstance(why, MISUSES) else PROBLEMS)
        if name is not None:
            self.begin(name)
        message = str(why)
        self.keep(error=message)
        self._message(show_sentence(self._name, message))

    def skipped(self, name: str, why: str) -> None:
        """Say why a file in a folder is no input."""
        if self._as_json:
            self._files.append({"input": name, "diagnostics": [], "skipped": why})
        self._message(f"Skipped: {visible(name)}, because {visible(why)}.")

    def losses(
        self, losses: Iterable[Loss], severity: Severity = Severity.WARNING, *, are_placed: bool = False
    ) -> None:
        """Say what the file that was written for the present one does not hold.

        Args:
            losses: What it does not hold.
            severity: How much that matters.
            are_placed: Whether they belong to a file, a line and a column, and not to a record.
        """
        for loss in losses:
            if self._as_json:
                self._files[-1].setdefault("losses", []).append(asdict(loss))
            name, message = (loss.where, loss.sentence) if are_placed else (self._name, str(loss))
            self._message(show_sentence(name, message, severity))

    def notes(self, notes: Iterable[str], severity: Severity = Severity.WARNING) -> None:
        """Say what of the settings of the present file could not be used, or what else is to be known of it."""
        for note in notes:
            if self._as_json:
                self._files[-1].setdefault("notes", []).append(note)
            self._message(show_sentence(self._name, note, severity))

    def keep(self, **facts: object) -> None:
        """Keep facts about the present file, for programs."""
        if self._as_json:
            self._files[-1].update(facts)

    def say(self, message: str) -> None:
        """Say how it went."""
        if self._as_json:
            return
        self._echo(message, is_message=True)

    def print(self, line: str) -> None:
        """Print a line of the result on standard output; if a progress bar is shown, behind it."""
        self._echo(line, is_message=False)

    def _echo(self, line: str, *, is_message: bool) -> None:
        if self._held is None:
            click.echo(line, err=is_message)
        else:
            self._held.append((line, is_message))

    def take(self, told: dict[str, Any]) -> None:
        """Say what a `Recorder` was told about a file."""
        self.exit_code = max(self.exit_code, told["exit_code"])
        self._files += told["files"]
        for is_counted, message in told["messages"]:
            if is_counted:
                self._message(message)
            else:
                self.say(message)
        self._unshown += told["unshown"]

    def finish(self, done: str = "", **facts: object) -> None:
        """End the command: count what was not shown, say what was done in all, and exit.

        Args:
            done: What to say.
            **facts: What a program is told besides the files.
        """
        if self._as_json:
            import json

            click.echo(json.dumps({"files": self._files, **facts}, ensure_ascii=False, indent=2))
        if self._unshown:
            self.say(f"{self._unshown:,} more {'message is' if self._unshown == 1 else 'messages are'} not shown.")
        if done:
            self.say(done)
        click.get_current_context().exit(self.exit_code)

    def begin(self, name: str) -> None:
        """Say that from now on all is about this file."""
        self._name = name
        if self._as_json:
            self._files.append({"input": name, "diagnostics": []})

    def _message(self, message: str) -> None:
        if self._may_show():
            self.say(message)

    def _may_show(self) -> bool:
        is_shown = self._shown < MOST
        self._shown += is_shown
        self._unshown += not is_shown
        return is_shown


class Recorder(Reporter):
    """Keeps what it is told about one file, as data, for the reporter of another process, or of another day, to say.

    Args:
        as_json: As for a reporter.
        width: As for a reporter.
    """

    def __init__(self, *, as_json: bool, width: int) -> None:
        super().__init__(as_json=as_json, width=width)
        self._messages: list[tuple[bool, str]] = []
        self._is_counted = False

    def say(self, message: str) -> None:
        """Keep how it went."""
        if not self._as_json:
            self._messages.append((self._is_counted, message))
        self._is_counted = False

    def recorded(self) -> dict[str, Any]:
        """Return all of it, for `Reporter.take`."""
        return {
            "exit_code": self.exit_code,
            "files": self._files,
            "messages": self._messages,
            "unshown": self._unshown,
        }

    def _may_show(self) -> bool:
        # No more than so many of one file are ever shown, whatever was shown before.
        self._is_counted = super()._may_show()
        return self._is_counted
