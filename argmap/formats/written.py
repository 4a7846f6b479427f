"""What writing a map in some format gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from argmap.loss import Loss


class Written(NamedTuple):
    """The file that a map makes in a format.

    Attributes:
        text: The whole text of the file.
        losses: What it does not hold.
        beside: The texts of the files that belong to it, by their endings: they bear its name, and stand beside it.
        has_mark: Whether files with more than ASCII begin with a byte order mark, as some programs need it.
        pieces: What follows on the text, made piece by piece while it is written, so that a long text is never held
            twice.
    """

    text: str
    losses: tuple[Loss, ...] = ()
    beside: Mapping[str, str] = {}
    has_mark: bool = False
    pieces: Iterable[str] = ()
