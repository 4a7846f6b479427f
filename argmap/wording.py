"""How sentences for people put things: lists of words, numbers with their nouns, the beginning of a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def joined(words: Sequence[str], last: str = "and") -> str:
    """Return words as a list in a sentence.

    Example:
        >>> joined(["a", "b", "c"]), joined(["a", "b"], "or"), joined(["a"])
        ('a, b and c', 'a or b', 'a')
    """
    return f"{', '.join(words[:-1])} {last} {words[-1]}" if len(words) > 1 else "".join(words)


def beginning(text: str, most: int) -> str:
    """Return a text, or its beginning with an ellipsis where it has more letters than `most`.

    Example:
        >>> beginning("It rains.", 9), beginning("It rains again.", 9)
        ('It rains.', 'It rains…')
    """
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def counted(number: int, noun: str) -> str:
    """Return a number with its noun, in the singular or the plural.

    Example:
        >>> counted(1, "claim"), counted(1200, "claim")
        ('1 claim', '1,200 claims')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


_SENTENCE_END = (".", "!", "?", "…", ":", ";", "”", '"', ")", "。", "！", "？", "؟")


def stopped(text: str) -> str:
    """Return a sentence with a full stop at its end, where it has no sign there.

    Example:
        >>> stopped("It rains"), stopped("Does it?")
        ('It rains.', 'Does it?')
    """
    return text if text.endswith(_SENTENCE_END) else f"{text}."


def unstopped(text: str) -> str:
    """Return a sentence without the full stop at its end, as it stands within another sentence.

    Example:
        >>> unstopped("It rains."), unstopped("Does it?"), unstopped("And so on ...")
        ('It rains', 'Does it?', 'And so on ...')
    """
    return text if text.endswith("..") else text.removesuffix(".").removesuffix("。")


def begins(sentence: str) -> str:
    """Return a sentence with a large first letter.

    Example:
        >>> begins("the argument A1 stands.")
        'The argument A1 stands.'
    """
    return sentence[:1].upper() + sentence[1:]
