"""Which claim or argument of a debate a word on the command line means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.errors import UnknownNameError, nearest
from argmap.model.records import Argument, Claim

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.model import ArgumentMap

_MOST = 8


def named(m: ArgumentMap, word: str) -> str:
    """Return the id of the claim or argument that is meant: by its id, its title or its text, capital letters forgiven.

    `[Safety]` is the claim, `<Safety>` the argument of this title.

    Raises:
        UnknownNameError: If none is meant, or more than one; the message says which could be.

    Example:
        >>> import argmap
        >>> m = argmap.ArgumentMap()
        >>> _ = m.claim("It rains", title="Rain")
        >>> named(m, "rain"), named(m, "it rains")
        ('Rain', 'Rain')
    """
    found = m.get(word)
    if found is not None:
        return found.id
    sort: type[Claim | Argument] | None = None
    bare = word.strip()
    for start, end, meant in (("[", "]", Claim), ("<", ">", Argument)):
        if bare.startswith(start) and bare.endswith(end) and len(bare) > 2:
            sort, bare = meant, bare[1:-1]
    records = [record for record in m if sort is None or isinstance(record, sort)]
    wanted = _folded(bare)
    for names in (
        ((record.id, record.id) for record in records),
        ((record.title or "", record.id) for record in records),
        ((record.text or "", record.id) for record in records),
    ):
        some = dict.fromkeys(name for shown, name in names if _folded(shown) == wanted)
        if len(some) == 1:
            return next(iter(some))
        if some:
            raise UnknownNameError(f"{word!r} can mean {_listed(m, some)}. Name one by its id.")
    known = dict.fromkeys([*(record.id for record in records), *(record.title for record in records if record.title)])
    what = {Claim: "claim", Argument: "argument", None: "claim or argument"}[sort]
    hint = nearest(bare, list(known)) or (f" It has {_listed(m, [each.id for each in m])}." if len(m) else "")
    raise UnknownNameError(f"There is no {what} {word!r} in this debate.{hint}")


def all_named(m: ArgumentMap, words: Iterable[str]) -> tuple[str, ...]:
    """Return the ids of the claims and arguments that are meant; see `named`."""
    return tuple(named(m, word) for word in words)


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


def _listed(m: ArgumentMap, names: Iterable[str]) -> str:
    some = [f"{name!r} ({'argument' if isinstance(m[name], Argument) else 'claim'})" for name in names]
    more = len(some) - _MOST
    return ", ".join(some[:_MOST]) + (f" and {more:,} more" if more > 0 else "")
