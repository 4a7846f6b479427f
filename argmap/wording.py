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


def shorten(text: str, limit: int) -> str:
    """Return `text` in one line of at most `limit` signs, cut at a word with ``…`` where it was longer.

    Only the first `limit` signs or so are looked at, so that a text of a megabyte costs as much as a short one.

    Example:
        >>> shorten("The school should start at nine", 20)
        'The school should …'
    """
    if len(text) <= limit and "  " not in text and text.isprintable() and text.strip(" ") == text:
        return text  # what is printable has no other white space
    head = " ".join(text[: limit * 4].split())
    if len(head) <= limit and not text[limit * 4 :].strip():
        return head
    cut = head[: max(limit - 2, 0)]
    if " " in cut[limit // 2 :] and not head[len(cut) : len(cut) + 1].isspace():
        cut = cut[: cut.rindex(" ")]
    return f"{cut.rstrip(' ,;:')} …"


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
