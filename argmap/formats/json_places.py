"""Where a value stands in a JSON text: from a path such as ``claims[3].text`` to a stretch of the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.diagnostics import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORD = re.compile(r'"(?:[^"\\]|\\.)*+"?|[{}\[\],:]|[^\s{}\[\],:"]++', re.DOTALL)
_PART = re.compile(r"\[\d+\]|\.?[^.\[\]]+")
_DEEPEST = 100


def find_places(text: str, paths: Iterable[str]) -> dict[str, Span]:
    """Return the stretches of a JSON text where the values of some paths stand.

    A path that is not there gets the place of the innermost value round it. Of an object or a list it is the first
    bracket. Reads broken JSON as far as it goes; O(n) in the length of the text, for all paths at once.

    Example:
        >>> find_places('{"claims": [{"id": "A"}]}', ["claims[0].id", "claims[0].text"])
        {'claims[0].id': Span(start=19, end=22), 'claims[0].text': Span(start=12, end=13)}
    """
    chains = {path: _prefixes(path) for path in paths}
    wanted = {prefix for chain in chains.values() for prefix in chain}
    found: dict[str, Span] = {}
    # For each open bracket: the path of its value, and the key or number of the value to come.
    stack: list[tuple[str, str | int]] = []
    here, key = "", ""
    is_key = False
    for match in _WORD.finditer(text):
        word = match.group()
        if word in ("}", "]"):
            if stack:
                stack.pop()
            is_key = False
        elif word == ",":
            if stack and isinstance(stack[-1][1], int):
                stack[-1] = stack[-1][0], stack[-1][1] + 1
            is_key = bool(stack) and isinstance(stack[-1][1], str)
        elif word == ":":
            is_key = False
        elif is_key:
            key = word[1:-1]
        else:
            here = ""
            if stack and len(stack) <= _DEEPEST:
                above, at = stack[-1]
                here = f"{above}[{at}]" if isinstance(at, int) else f"{above}.{key}".lstrip(".")
            if (here or not stack) and here in wanted and here not in found:
                found[here] = Span(match.start(), match.end())
            if word in ("{", "["):
                stack.append((here, "" if word == "{" else 0))
                is_key = word == "{"
    return {
        path: next((found[prefix] for prefix in reversed(chain) if prefix in found), Span(0, 0))
        for path, chain in chains.items()
    }


def _prefixes(path: str) -> list[str]:
    """Return the paths of all that a value lies in, outermost first, and its own."""
    return ["", *(path[: part.end()] for part in _PART.finditer(path))]
