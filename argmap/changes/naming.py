"""What to call the records of a map in sentences for people who wrote it: by the title, or by the words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.cells import visible
from argmap.language import Words
from argmap.model import Argument, Claim, Section
from argmap.model.naming import bare

if TYPE_CHECKING:
    from argmap.model import ArgumentMap

_MOST = 60


def words_for(m: ArgumentMap) -> Words:
    """Return the words in the language of a map."""
    return Words.of(m.language)


def called(m: ArgumentMap, record: Claim | Argument | Section | str) -> str:
    r"""Return what to call a claim, an argument (or the id of one) or a section.

    Example:
        >>> import argmap
        >>> m = argmap.parse("[Rain]: It rains.\n  - It is dry.").map
        >>> called(m, "Rain"), called(m, "C1")
        ('[Rain]', '"It is dry"')
    """
    if isinstance(record, Section):
        return f"{'#' * min(record.level, 6)} {visible(short(record.title))}"
    found = m.get(record) if isinstance(record, str) else record
    if found is None:
        return f"[{visible(str(record))}]"
    start, end = ("<", ">") if isinstance(found, Argument) else ("[", "]")
    if found.title is None and found.text:
        return f'"{visible(short(found.text).removesuffix("."))}"'
    return f"{start}{visible(short(found.title or bare(found.id)))}{end}"


def short(text: str, most: int = _MOST) -> str:
    """Return a text, or its beginning where it is long.

    Example:
        >>> short("One two three four", 10)
        'One two…'
    """
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    return f"{cut[: cut.rfind(' ')] if ' ' in cut[most // 2 :] else cut}…"


def shown(value: Any) -> str:
    """Return a value of data as people write it.

    Example:
        >>> shown("pro"), shown(["a", 1]), shown(True)
        ('pro', 'a, 1', 'true')
    """
    if isinstance(value, str):
        return visible(short(value, 200))
    if isinstance(value, list) and all(isinstance(each, str | int | float) for each in value):
        return short(", ".join(map(shown, value)), 200)
    import json

    return visible(short(json.dumps(value, ensure_ascii=False, default=str), 200))
