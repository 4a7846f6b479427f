"""When standard output takes no more: its reader goes away, as in `argmap show FILE | head -1`, or a disk is full."""

from __future__ import annotations

import contextlib
import errno
import os
import sys

PIPE_CLOSED = 141
"""The exit code after that: 128 and the number of the signal, as shells have it."""


_NOT_TAKEN = {getattr(errno, name) for name in ("ENOSPC", "EDQUOT", "EFBIG", "EIO") if hasattr(errno, name)}


def is_not_taken(error: OSError) -> bool:
    """Whether an error says that standard output takes no more; errors of files that argmap opens name the file."""
    return error.filename is None and error.errno in _NOT_TAKEN


def say_not_taken(error: OSError) -> None:
    """Say that standard output cannot be written, and give up what is still to be written there."""
    with contextlib.suppress(OSError, ValueError, AttributeError):  # standard error may be as full, or closed
        sys.stderr.write(f"Error: Standard output cannot be written: {error.strerror}.\n")
        sys.stderr.flush()
    let_go_of_pipes()


def let_go_of_pipes() -> None:
    """Send what is still to be written nowhere; Python would complain at its end that it cannot be written."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except OSError:
            with contextlib.suppress(OSError, ValueError):  # a stream that is no file
                os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
