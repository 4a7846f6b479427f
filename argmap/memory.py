"""Memory: making many small objects without looking for garbage among them meanwhile, and doing so again and again."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

T = TypeVar("T")
_EVERY = 64


@contextmanager
def collection_paused() -> Iterator[None]:
    """Collect no garbage in a block that makes many small objects and no cycles to speak of.

    Python looks through all objects again and again while they grow in number, so that ten times as many would cost
    more than ten times as much.

    Example:
        >>> import gc
        >>> with collection_paused():
        ...     gc.isenabled()
        False
    """
    was_collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_collecting:
            if not gc.get_freeze_count():
                # What was made is not worth looking through at once: count it with the old objects.
                gc.freeze()
                gc.unfreeze()
            gc.enable()


def swept(things: Iterable[T], every: int = _EVERY) -> Iterator[T]:
    """Yield things, and collect all garbage once after so many: for work on map after map, none of which is kept.

    What was made while collection was paused counts as old, and Python looks through old objects seldom; whatever of it
    holds itself in a circle would pile up.

    Example:
        >>> list(swept("abc", every=2))
        ['a', 'b', 'c']
    """
    for number, thing in enumerate(things, 1):
        yield thing
        if number % every == 0:
            gc.collect()
