"""The command `argmap` itself: its sub-commands by name, and what becomes of errors that no sub-command caught."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import Any

import click

from argmap.cells import visible
from argmap.cli.pipes import PIPE_CLOSED, is_not_taken, let_go_of_pipes, say_not_taken
from argmap.cli.reporter import BUG, MISUSE, MISUSES, PROBLEMS
from argmap.cli.terminal import wants_colour
from argmap.errors import ArgmapError, bug_sentence, nearest

INTERRUPTED = 130
"""The exit code after Ctrl-C: 128 and the number of the signal, as shells have it."""

# In the order in which one meets them.
_COMMANDS = (
    "demo",
    "render",
    "show",
    "check",
    "rule",
    "evaluate",
    "why",
    "whatif",
    "fmt",
    "convert",
    "formats",
    "stats",
    "schemes",
    "lesson",
    "exercise",
    "quiz",
    "flow",
    "compare",
    "diff",
    "merge",
    "solve",
    "version",
)  # in the order in which one meets them
_TRACEBACK = "ARGMAP_TRACEBACK"


class Commands(click.Group):
    """Sub-commands that are imported when they are used: `render` is `argmap.cli.render.render`."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the names of the sub-commands."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return a sub-command."""
        if cmd_name not in _COMMANDS:
            return None
        found = getattr(import_module(f"argmap.cli.{cmd_name}"), cmd_name)
        assert isinstance(found, click.Command)
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the sub-command that is meant; say what may be meant where there is none."""
        name = args[0]
        if name in _COMMANDS or name.startswith("-") or ctx.resilient_parsing:
            return super().resolve_command(ctx, args)
        if os.path.exists(name):  # noqa: PTH110  # it never raises
            hint = f" To draw the file, type: argmap render {name}"
        else:
            hint = nearest(name, _COMMANDS) or f" The commands are: {', '.join(_COMMANDS)}."
        raise click.UsageError(f"There is no command {name!r}.{hint}", ctx)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a sub-command; no error of it ends in a page of Python."""
        try:
            result = super().invoke(ctx)
            if sys.stdout is not None:
                sys.stdout.flush()
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except KeyboardInterrupt:
            click.echo("Interrupted.", err=True)
            ctx.exit(INTERRUPTED)
        except BrokenPipeError:
            let_go_of_pipes()
            ctx.exit(PIPE_CLOSED)
        except ArgmapError as error:
            click.echo(f"{click.style('Error', fg='red', bold=True)}: {visible(str(error))}", err=True)
            ctx.exit(MISUSE if isinstance(error, MISUSES) else PROBLEMS)
        except Exception as error:  # this is where bugs end
            if isinstance(error, OSError) and is_not_taken(error):
                raise  # `run` tells it, as that of a help text, which is printed before any command is invoked
            return self._bug(ctx, error)
        return result

    def _bug(self, ctx: click.Context, error: Exception) -> Any:
        if ctx.params.get("traceback") or os.environ.get(_TRACEBACK):
            raise error
        request = f"Please report it, with what `argmap --traceback {' '.join(sys.argv[1:])}` prints."
        click.echo(visible(bug_sentence(error, request)), err=True)
        return ctx.exit(BUG)


def _print_version(ctx: click.Context, _parameter: click.Parameter, is_given: bool) -> None:
    if is_given and not ctx.resilient_parsing:
        from argmap.cli.version_facts import version_lines

        click.echo("\n".join(version_lines()))
        ctx.exit()


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 fine, 1 problems found, 2 wrong use. More on a command: argmap COMMAND --help",
)
@click.option("--traceback", is_flag=True, help="After a bug, show where in argmap it is (or set ARGMAP_TRACEBACK=1).")
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_print_version, help="Show the version."
)
@click.pass_context
def commands(ctx: click.Context, traceback: bool) -> None:  # noqa: ARG001  # `Commands` looks it up
    """Debates as text: read, check, weigh, draw and convert them.

    A debate is a text file in Argdown, such as debate.argdown. See one first: argmap demo
    """
    ctx.color = wants_colour()
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


def run(arguments: list[str] | None = None) -> int:
    """Run a command line and return its exit code.

    Args:
        arguments: The words behind `argmap`; by default those of this process.
    """
    for stream in (sys.stdout, sys.stderr):
        # A terminal that does not know a sign gets another one, and no error.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        commands.main(arguments, prog_name="argmap")
    except SystemExit as done:
        return done.code if isinstance(done.code, int) else PROBLEMS
    except OSError as error:
        if not is_not_taken(error):
            raise
        say_not_taken(error)
        return PROBLEMS
    return 0
