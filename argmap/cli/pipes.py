"""When the reader of standard output goes away, as in `argmap show FILE | head -1`."""

from __future__ import annotations

import contextlib
import os
import sys

PIPE_CLOSED = 141
"""The exit code after that: 128 and the number of the signal, as shells have it."""


def let_go_of_pipes() -> None:
    """Send what is still to be written nowhere; Python would complain at its end that it cannot be written."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except BrokenPipeError:
            with contextlib.suppress(OSError, ValueError):  # a stream that is no file
                os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
