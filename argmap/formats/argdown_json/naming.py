"""What Argdown's JSON calls claims and arguments, and the ids that they have in a map."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.model.naming import bare, one_line, whole

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.model import Argument, ArgumentMap, Claim

_UNTITLED = re.compile(r"Untitled \d+")


def is_made_up(title: str) -> bool:
    """Whether the tool itself made up a title for what has none.

    Example:
        >>> is_made_up("Untitled 3"), is_made_up("Untitled")
        (True, False)
    """
    return _UNTITLED.fullmatch(title) is not None


def ids_of(claims: Iterable[str], arguments: Iterable[str]) -> tuple[dict[str, str], dict[str, str]]:
    """Return the ids of claims and of arguments by their titles, as reading the Argdown text would give them.

    Example:
        >>> ids_of(["Rain", "Untitled 1"], ["Rain", "Wet", "Untitled 1"])
        ({'Rain': 'Rain', 'Untitled 1': 'C1'}, {'Rain': '<Rain>', 'Wet': 'Wet', 'Untitled 1': 'A1'})
    """
    claim_titles, argument_titles = list(claims), list(arguments)
    used = {title for title in (*claim_titles, *argument_titles) if not is_made_up(title)}
    among_claims = set(claim_titles)
    numbers = {"C": 0, "A": 0}

    def numbered(letter: str) -> str:
        numbers[letter] += 1
        while f"{letter}{numbers[letter]}" in used:
            numbers[letter] += 1
        return f"{letter}{numbers[letter]}"

    claim_ids = {title: numbered("C") if is_made_up(title) else title for title in claim_titles}
    argument_ids = {
        title: numbered("A") if is_made_up(title) else f"<{title}>" if title in among_claims else title
        for title in argument_titles
    }
    return claim_ids, argument_ids


def titles_of(m: ArgumentMap) -> tuple[dict[str, str], dict[str, str]]:
    """Return a title for each claim and each argument of a map, by its id: each once among claims, or arguments.

    Example:
        >>> import argmap
        >>> m = argmap.ArgumentMap()
        >>> _ = m.support("The street is wet", m.claim("It rains", title="Rain"))
        >>> titles_of(m)
        ({'Rain': 'Rain', 'C1': 'Untitled 1'}, {'A1': 'Untitled 1'})
    """
    return _titles(m.claims), _titles(m.arguments)


def _titles(records: Iterable[Claim | Argument]) -> dict[str, str]:
    listed = list(records)
    found: dict[str, str] = {}
    taken: set[str] = set()
    for record in listed:
        own = one_line(record.title) if record.title else ""
        title = next((each for each in (own, bare(record.id), record.id) if each and each not in taken), None)
        if own and title is not None:
            found[record.id] = whole(title)
            taken.add(title)
    number = 0
    for record in listed:
        if record.id not in found:
            number += 1
            while f"Untitled {number}" in taken:
                number += 1
            found[record.id] = f"Untitled {number}"
    return {record.id: found[record.id] for record in listed}
