"""Where sentences end in a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.check.words.quoted import quoted

if TYPE_CHECKING:
    from argmap.check.words.language import Language

_CLOSERS = "\"'”’»«)\\]›‹"
# A mark that may end a sentence, what closes behind it, blanks, and the first letter or digit of what follows.
_END = re.compile(rf"(?P<mark>[.!?…]+)[{_CLOSERS}]*(?P<gap>\s+)[\"'“”„‘‚«»(\[‹›¿¡]*(?P<next>[^\W_])")
_LAST_WORD = re.compile(r"(?:[^\W_]+[.'’\-])*[^\W_]+\Z")
_FIRST_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


def sentences(text: str, tongue: Language) -> list[tuple[int, int]]:
    """Return where the sentences of a text start and end.

    A mark ends a sentence where a capital or a number follows, unless it belongs to an abbreviation (``Dr. Lee``), an
    initial (``J. Lee``), an ordinal number, or a cut (``we ... agree``), or stands inside a quotation or brackets.

    Args:
        text: The text.
        tongue: Its language.

    Complexity:
        Linear.

    Example:
        >>> from argmap.check.words.language import language
        >>> text = 'Dr. Lee of the U.S. office says "Stop. Think." It costs 3.5 million.'
        >>> [text[start:end] for start, end in sentences(text, language("en"))]
        ['Dr. Lee of the U.S. office says "Stop. Think."', 'It costs 3.5 million.']
    """
    found: list[tuple[int, int]] = []
    start = 0
    inside: list[tuple[int, int]] | None = None
    for match in _END.finditer(text):
        if not _ends(text, match, tongue):
            continue
        if inside is None:
            inside = sorted((*quoted(text), *(each.span() for each in _BRACKETED.finditer(text))))
        end = match.start("gap")
        if not any(first < end < last for first, last in inside):
            found.append((start, end))
            start = match.end("gap")
    found.append((start, len(text.rstrip())))
    return found


def _ends(text: str, match: re.Match[str], tongue: Language) -> bool:
    """Whether a mark with blanks behind it ends a sentence."""
    follows = match["next"]
    if not (follows.isupper() or follows.isdigit() or follows.istitle()):
        return False
    mark = match["mark"]
    if "!" in mark or "?" in mark:
        return True
    before = text[max(0, match.start() - 40) : match.start()]
    if len(mark) > 1 or mark == "…":
        return bool(before) and not before[-1].isspace()  # a cut stands apart
    last = _LAST_WORD.search(before)
    if last is None:
        return True
    word = last.group().lower().replace("’", "'")
    if word in tongue.abbreviations:
        return False
    # An initial, letters with dots or an ordinal may end a sentence all the same; then a small word such as "the"
    # is likely to begin the next.
    if len(word) == 1 or re.fullmatch(r"[^\W\d_](?:\.[^\W\d_])+", word) or (tongue.has_ordinal_dots and word.isdigit()):
        first = _FIRST_WORD.match(text, match.start("next"))
        return first is not None and first.group().lower() in tongue.stop
    return True
