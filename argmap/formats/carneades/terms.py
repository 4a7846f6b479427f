"""Statements that are terms of logic, such as ``expert(joe, climate)``, put into words as a file's language says."""

from __future__ import annotations

import re

_TERM = re.compile(r"([^\s()]+)\((.*)\)\s*", re.DOTALL)
_BRACKETS = re.compile(r"[(),]")
_BLANK = re.compile(r"%[svdq]")


def sentence(term: str, language: object) -> str:
    """Return a term in words; empty if the language has no sentence for it.

    Example:
        >>> sentence("expert(joe, climate)", {"expert/2": "%s is an expert in the %s domain."})
        'joe is an expert in the climate domain.'
        >>> sentence("expert(joe)", {"expert/2": "%s is an expert in the %s domain."})
        ''
    """
    found = _TERM.fullmatch(term)
    if found is None or not isinstance(language, dict):
        return ""
    parts = _arguments(found[2])
    pattern = language.get(f"{found[1]}/{len(parts)}")
    if not isinstance(pattern, str):
        return ""
    rest = iter(parts)
    return _BLANK.sub(lambda blank: next(rest, blank.group()), pattern)


def _arguments(text: str) -> list[str]:
    """Return what stands between the commas that lie in no brackets."""
    parts, depth, last = [], 0, 0
    for found in _BRACKETS.finditer(text):
        sign = found.group()
        if sign == ",":
            if depth == 0:
                parts.append(text[last : found.start()].strip())
                last = found.end()
        else:
            depth += 1 if sign == "(" else -1
    return [*parts, text[last:].strip()]
