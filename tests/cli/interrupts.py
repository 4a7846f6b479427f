"""Interrupts of the processes that tests start."""

import signal


def heard() -> None:
    """Let the process that is about to start hear interrupts: it would not where the tests run in the background."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
