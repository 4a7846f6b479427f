"""What people write at the start of a bullet to say that it speaks for or against what it stands under.

Capitals do not matter. A word counts with a colon behind it, or in brackets: ``pro: cheap``, ``**Con:** dear``,
``(for) fair``. These count in front of a sentence as well: because, but, however; ✓ ✔ ✅ 👍 ➕ and ✗ ✘ ✖ ❌ 👎 ➖; a
single + or - behind another bullet, or in brackets. The bullets ``+`` and ``-`` are signs themselves where a list has
both.
"""

from __future__ import annotations

import re
from typing import NamedTuple

FOR = (
    "pro", "pros", "for", "in favour", "in favor", "support", "supports", "supporting", "reason", "reasons",
    "argument for", "arguments for", "reason for", "reasons for", "advantage", "advantages", "benefit", "benefits",
    "plus", "agree", "because", "evidence", "example",
)  # fmt: skip
"""Words that say that something speaks for what it stands under."""

AGAINST = (
    "con", "cons", "contra", "against", "attack", "attacks", "objection", "objections", "counter", "counterargument",
    "counterarguments", "counter-argument", "counter-arguments", "rebuttal", "rebuttals", "argument against",
    "arguments against", "reason against", "reasons against", "disadvantage", "disadvantages", "drawback", "drawbacks",
    "minus", "disagree", "but", "however",
)  # fmt: skip
"""Words that say that something speaks against what it stands under."""

_SIGNS_FOR, _SIGNS_AGAINST = "✓✔✅👍➕", "✗✘✖❌👎➖"
_MINUS = "−–-"  # the hyphen last: between two signs in brackets it would stand for all that lie between them

_ALL = "|".join(re.escape(word) for word in sorted((*FOR, *AGAINST), key=len, reverse=True))
_MARKED = re.compile(
    rf"[*_]{{0,2}}(?:[\[(](?P<bracketed>{_ALL})[\])]:?[*_]{{0,2}}:?|(?P<word>{_ALL})(?:[*_]{{0,2}}[ ]?:|:[*_]{{1,2}}))"
    rf"[*_]{{0,2}}[ \t]*"
    rf"|(?P<spoken>because|but|however)(?:,[ \t]*|[ \t]+)(?=\S)"
    rf"|(?P<sign>[{_SIGNS_FOR}{_SIGNS_AGAINST}])[\ufe0f\U0001f3fb-\U0001f3ff]*[ \t]*"
    rf"|(?:\((?P<round>[+{_MINUS}])\)|(?P<bare>[+{_MINUS}])(?=[ \t]))[ \t]*",
    re.IGNORECASE,
)
_HEADING = re.compile(rf"[*_]{{0,2}}({_ALL})[*_]{{0,2}}[ ]?:?[*_]{{0,2}}", re.IGNORECASE)
_TITLE = re.compile(r"[*_]{0,2}(title|topic|debate|question)[*_]{0,2}[ ]?:[*_]{0,2}[ \t]*(?=\S)", re.IGNORECASE)
_THESIS = re.compile(
    r"[*_]{0,2}(thesis|claim|main claim|motion|resolution|statement)[*_]{0,2}[ ]?:[*_]{0,2}[ \t]*(?=\S)", re.IGNORECASE
)


class Signed(NamedTuple):
    """The text of a bullet without its sign.

    Attributes:
        text: The text.
        speaks_for: Whether it speaks for what it stands under; None where nothing says so.
        is_word: Whether a word or a picture says it, not a mere + or −.
    """

    text: str
    speaks_for: bool | None = None
    is_word: bool = False


def signed(text: str) -> Signed:
    """Return the text of a bullet and what its start says.

    Example:
        >>> signed("Con: it is dear"), signed("because it is fair")
        (Signed(text='it is dear', speaks_for=False, is_word=True), \
Signed(text='it is fair', speaks_for=True, is_word=True))
        >>> signed("Prose is fine").speaks_for is None
        True
    """
    found = _MARKED.match(text)
    if found is None:
        return Signed(text)
    word = found["bracketed"] or found["word"] or found["spoken"]
    rest = text[found.end() :]
    if word:
        return Signed(rest, word.casefold() in FOR, is_word=True)
    if found["sign"]:
        return Signed(rest, found["sign"] in _SIGNS_FOR, is_word=True)
    return Signed(rest, (found["round"] or found["bare"]) == "+")


def sign_of_marker(marker: str) -> bool | None:
    """Return what a bullet itself says, if it is one of the pictures.

    Example:
        >>> sign_of_marker("👍"), sign_of_marker("✗"), sign_of_marker("*") is None
        (True, False, True)
    """
    if marker in _SIGNS_FOR:
        return True
    return False if marker in _SIGNS_AGAINST else None


def group(text: str) -> bool | None:
    """Return what a line says that is only a heading over reasons, such as ``Pros:``; None if it is none.

    Example:
        >>> group("Pros:"), group("**Arguments against**"), group("Prose") is None
        (True, False, True)
    """
    found = _HEADING.fullmatch(text.strip())
    return None if found is None else found[1].casefold() in FOR


class Named(NamedTuple):
    """A line before a list.

    Attributes:
        role: ``title`` or ``thesis`` if the line says so, else empty.
        text: The rest.
    """

    role: str
    text: str


def named(text: str) -> Named:
    """Return what a line before a list says that it is.

    Example:
        >>> named("Topic: School uniforms"), named("It rains")
        (Named(role='title', text='School uniforms'), Named(role='', text='It rains'))
    """
    for role, pattern in (("title", _TITLE), ("thesis", _THESIS)):
        found = pattern.match(text)
        if found is not None:
            return Named(role, text[found.end() :])
    return Named("", text)
