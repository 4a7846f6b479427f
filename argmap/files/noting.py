"""Which files were read meanwhile, and what stood in them: whoever kept an answer can see whether it still holds."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_noted: ContextVar[dict[str, str] | None] = ContextVar("noted", default=None)
ABSENT = ""
"""The print of a file that is not there."""


@contextmanager
def noting_reads() -> Iterator[dict[str, str]]:
    """Note in a block the print of every file that argmap reads, by its path; an empty one where there is none.

    Example:
        >>> with noting_reads() as noted:
        ...     note_read("debate.argdown", b"[A]: It rains.")
        >>> noted == {"debate.argdown": print_of(b"[A]: It rains.")}
        True
    """
    noted: dict[str, str] = {}
    token = _noted.set(noted)
    try:
        yield noted
    finally:
        _noted.reset(token)


def note_read(path: str, data: bytes | None) -> None:
    """Note that a file was read, with what it held; None if it could not be."""
    noted = _noted.get()
    if noted is not None:
        noted[path] = ABSENT if data is None else print_of(data)


def print_of(data: bytes) -> str:
    """Return a short text that only these bytes have (SHA-256, cut to 128 bits)."""
    return sha256(data).hexdigest()[:32]
