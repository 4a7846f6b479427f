"""The words that inline data and front matter may use, and which of them a misspelt one was meant to be."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

RECORD = frozenset(
    [
        "side", "values", "scheme", "cites", "role", "qualifier", "weight", "status", "speech", "strength",
        "probability", "question", "questions", "basis", "stasis", "formula", "color", "images", "rank",
        "isInMap", "isInGroup", "isCanonical", "uses"
    ]
)  # fmt: skip
"""Of claims and arguments: words that argmap and Argdown know."""

SECTION = frozenset(["isGroup", "isClosed", "isInMap", "color", "images"])
"""Of headings."""

STEP = frozenset(["uses", "from", "strength", "weight", "scheme", "qualifier"])
"""Of inference lines."""

FRONT = frozenset(
    [
        "title", "subTitle", "author", "date", "abstract", "language", "lang", "thesis", "sides", "sources",
        "participants", "values", "audiences", "preferences", "perspectives", "glossary", "synonyms",
        "abbreviations", "check", "argmap", "model", "parser", "include", "selection", "map", "group",
        "color", "images", "explodeArguments", "dot", "vizJs", "graphml", "dagre", "svgToPdf", "html", "json",
        "webComponent", "sourceHighlighter", "inputPath", "outputPath", "outputSuffix", "ignore", "watch",
        "process", "processes", "plugins", "logLevel", "throwExceptions", "logExceptions", "logParserErrors"
    ]
)  # fmt: skip
"""Of the front matter."""

_LONGEST = 40


@lru_cache(maxsize=4096)
def meant(word: str, known: frozenset[str]) -> str | None:
    """Return the known word that a word is a slip of the pen for; None if it is known itself, or like none.

    Words are alike that differ in their case, in hyphens and underscores, or by one slip: a letter too many, one too
    few, two that are swapped, or, in words of five letters and more, another letter.

    Example:
        >>> meant("sdie", RECORD), meant("sides", RECORD), meant("size", RECORD), meant("subtitle", FRONT)
        ('side', 'side', None, 'subTitle')
    """
    if word in known or len(word) > _LONGEST:
        return None
    folded = _folded(word)
    for other in sorted(known):
        if _folded(other) == folded or is_slip(folded, _folded(other)):
            return other
    return None


def is_slip(word: str, right: str) -> bool:
    """Return whether a word is another one, of four letters or more, with one slip of the pen.

    Example:
        >>> is_slip("schema", "scheme"), is_slip("roles", "role"), is_slip("rule", "role")
        (True, True, False)
    """
    if len(right) < 4 or abs(len(word) - len(right)) > 1 or word == right:
        return False
    start = 0
    while start < min(len(word), len(right)) and word[start] == right[start]:
        start += 1
    rest, other = word[start:], right[start:]
    if len(word) != len(right):
        return rest[1:] == other or rest == other[1:]
    if rest[:2] == other[1::-1] and rest[2:] == other[2:]:
        return True
    return len(right) > 4 and rest[1:] == other[1:]


def meant_name(word: str, names: Iterable[str]) -> str | None:
    """Return the name that a word is a slip of the pen for, as `meant` does; None if it is one of them.

    Example:
        >>> meant_name("opne", ["open", "closed"]), meant_name("open", ["open"])
        ('open', None)
    """
    return meant(word, frozenset(names))


def _folded(word: str) -> str:
    return word.casefold().replace("-", "").replace("_", "").replace(" ", "")
