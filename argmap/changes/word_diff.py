"""Two versions of a sentence in one: which words went, and which came."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_MOST = 2_000  # words and signs; longer texts are only compared at their ends
_PIECE = re.compile(r"\s+|[\w'’\-‐‑]+|[^\w\s]")
_NO_SPACES = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]|[^\u3040-\u9fff]+")


def plain_mark(words: str, is_new: bool) -> str:
    """Return words that went, or came, with signs that say so.

    Example:
        >>> plain_mark("rain", False), plain_mark("snow", True)
        ('[-rain-]', '{+snow+}')
    """
    return f"{{+{words}+}}" if is_new else f"[-{words}-]"


def word_diff(old: str, new: str, mark: Callable[[str, bool], str] = plain_mark) -> str:
    """Return a sentence with the words that went and that came, each marked.

    Args:
        old: The earlier sentence.
        new: The later one.
        mark: Puts marks round words that went (False) or came (True).

    Complexity:
        Quadratic in the words that differ, of which there are at most two thousand; of more, all count as changed.

    Example:
        >>> word_diff("It rains a lot.", "It rains now.")
        'It rains [-a lot-]{+now+}.'
    """
    return "".join(text if is_new is None else mark(text, is_new) for text, is_new in pieces(old, new))


def pieces(old: str, new: str) -> Iterator[tuple[str, bool | None]]:
    """Yield the pieces of both sentences: None for what is in both, False for what went, True for what came.

    Example:
        >>> list(pieces("It rains", "It snows"))
        [('It ', None), ('rains', False), ('snows', True)]
    """
    left, right = _cut(old), _cut(new)
    start = _common(left, right)
    end = min(_common(left[::-1], right[::-1]), len(left) - start, len(right) - start)
    if start:
        yield "".join(left[:start]), None
    yield from _inner(left[start : len(left) - end], right[start : len(right) - end])
    if end:
        yield "".join(left[len(left) - end :]), None


def _inner(left: list[str], right: list[str]) -> Iterator[tuple[str, bool | None]]:
    if max(len(left), len(right)) > _MOST:
        spans = [("replace", 0, len(left), 0, len(right))]
    else:
        spans = list(SequenceMatcher(None, left, right, autojunk=False).get_opcodes())
    went = came = ""
    for what, a, b, c, d in spans:
        same = "".join(left[a:b])
        if what == "equal" and (b - a > 1 or not same.isspace()):
            yield from _both(went, came)
            went = came = ""
            yield same, None
        elif what == "equal":  # a blank between two changes belongs to both
            went, came = went + same, came + same
        else:
            went, came = went + same, came + "".join(right[c:d])
    yield from _both(went, came)


def _both(went: str, came: str) -> Iterator[tuple[str, bool | None]]:
    if went:
        yield went, False
    if came:
        yield came, True


def _cut(text: str) -> list[str]:
    return [part for piece in _PIECE.findall(text) for part in (_NO_SPACES.findall(piece) or [piece])]


def _common(left: list[str], right: list[str]) -> int:
    count = 0
    for one, other in zip(left, right, strict=False):
        if one != other:
            break
        count += 1
    return count
