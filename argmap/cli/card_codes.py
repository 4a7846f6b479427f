"""The codes of the cards that pupils put maps together from, as `argmap exercise MAP cards` gave them."""

from __future__ import annotations

import json
from typing import Any

from argmap.errors import ReadError

USUAL_LEVEL = "14-16"
"""The ages for which `argmap exercise` makes cards where none are named."""

_INSIDE = ("files", "exercise", "facts", "codes")
"""Where codes stand in what `argmap exercise --json` prints."""


def cards_of(given: str | None, keys: tuple[str, ...]) -> tuple[tuple[str, str], ...] | None:
    """Return the ids that have cards, with their codes.

    Args:
        given: The seed that the cards were made with, perhaps after ages and a colon (``17-19:3``); or the name of a
            file with an object that gives the code of each id, or of what `argmap exercise --json` printed.
        keys: The names of the maps of a teacher; the cards were made of the first.

    Raises:
        NoMaterialError: No cards can be made of the key.
        ReadError: The file cannot be opened, or has no codes in it.
        UnknownNameError: There are no such ages.
    """
    if given is None:
        return None
    level, sign, seed = given.rpartition(":")
    if seed.removeprefix("-").isdecimal() and seed.isascii():
        from argmap.formats import read

        made = read(keys[0]).exercise("cards", seed=int(seed), level=level if sign else USUAL_LEVEL)
        return tuple(made.facts["codes"].items())
    return _codes_in(given)


def _codes_in(path: str) -> tuple[tuple[str, str], ...]:
    from argmap.files.opening import read_bytes

    try:
        found: Any = json.loads(read_bytes(path).decode())
    except (ValueError, RecursionError) as error:
        raise ReadError(f"{path}: The codes of cards are a number, or a file in JSON; this is neither.") from error
    for name in _INSIDE:
        if isinstance(found, dict) and isinstance(found.get(name), dict | list):
            found = found[name]
        if isinstance(found, list) and len(found) == 1:
            found = found[0]
    if not isinstance(found, dict) or not all(isinstance(code, str) for code in found.values()) or not found:
        raise ReadError(f'{path}: There are no codes here. Give an object with a code for each id: {{"Rain": "K7"}}.')
    return tuple(found.items())
