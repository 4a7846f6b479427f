"""A terminal: whether a person reads what is written, how wide it may be, and in colour or not."""

from __future__ import annotations

import os
import shutil
import sys
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def is_terminal(stream: IO[str] | None) -> bool:
    """Whether a person reads what is written to a stream."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # it is closed
        return False


def columns(stream: IO[str] | None, otherwise: int) -> int:
    """Return the width of the terminal behind a stream, or `otherwise` where there is none."""
    return max(20, shutil.get_terminal_size((otherwise or 80, 24)).columns) if is_terminal(stream) else otherwise


def wants_colour() -> bool | None:
    """Return False where the user asks for no colour (no-color.org), else None: as the stream is."""
    return False if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" else None


def writable(line: str, plain: Mapping[int, str]) -> str:
    """Return a line with plain signs (a table of `str.translate`) where standard output knows no others."""
    try:
        line.encode(getattr(sys.stdout, "encoding", None) or "utf-8")
    except UnicodeEncodeError:
        return line.translate(dict(plain))
    return line
