"""The command line: one module a sub-command, imported on first use."""

from __future__ import annotations

import sys

__all__ = ["main"]


def main() -> None:
    """Run the command `argmap`, with the words of this process; ends it with an exit code."""
    arguments = sys.argv[1:]
    if arguments in (["version"], ["--version"]):
        # click alone takes longer to import than the answer takes.
        from argmap.cli.pipes import PIPE_CLOSED, is_not_taken, let_go_of_pipes, say_not_taken
        from argmap.cli.version_facts import version_lines

        try:
            print("\n".join(version_lines()), flush=True)  # noqa: T201
        except BrokenPipeError:
            let_go_of_pipes()
            sys.exit(PIPE_CLOSED)
        except OSError as error:
            if not is_not_taken(error):
                raise
            say_not_taken(error)
            sys.exit(1)
        return
    from argmap.cli.app import run

    sys.exit(run())
