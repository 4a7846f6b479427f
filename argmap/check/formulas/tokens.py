"""The signs and names of a formula."""

from __future__ import annotations

import re
from typing import NamedTuple

from argmap.check.formulas.formula import FormulaError, Kind

MOST_SIGNS = 10_000
"""How long a formula may be."""
MOST_IN_NAME = 60
"""How long a name may be."""

_OPERATORS = {
    Kind.IFF: r"<-+>|<=+>|[↔⇔≡⟷]",
    Kind.IMPLIES: r"-+>|=+>|[→⇒⊃⟶]",
    Kind.AND: r"&&?|∧|/\\",
    Kind.OR: r"\|\|?|∨|\\/",
    Kind.XOR: r"[⊕⊻]",
    "differs": r"!=|=/=|≠",
    Kind.NOT: r"[~¬!∼]",
    Kind.EQUAL: r"==?",
    Kind.FORALL: r"∀",
    Kind.EXISTS: r"∃",
    Kind.TRUE: r"⊤",
    Kind.FALSE: r"⊥",
    "(": r"[(\[]",
    ")": r"[)\]]",
    ",": r",",
    ":": r"[:.]",
}
# A name is what is no sign, blank or digit; digits, primes and _ may follow. Letters of all scripts, with their marks.
_SIGNS = r"\s\x00-\x1f!-/:-@\[-^`{-\xa0¬\u2000-\u206f\u2190-\u23ff\u27f0-\u27ff\u2900-\u2aff\ud800-\udfff"
_NAME = rf"[^{_SIGNS}0-9](?:[^{_SIGNS}])*'*"
_TOKEN = re.compile(
    "|".join(f"(?P<k{place}>{pattern})" for place, pattern in enumerate(_OPERATORS.values())) + f"|(?P<name>{_NAME})"
)
_KINDS = dict(enumerate(_OPERATORS))
_BLANK = re.compile(r"\s+")
_WORDS = {
    "not": Kind.NOT,
    "and": Kind.AND,
    "or": Kind.OR,
    "xor": Kind.XOR,
    "implies": Kind.IMPLIES,
    "iff": Kind.IFF,
    "forall": Kind.FORALL,
    "exists": Kind.EXISTS,
    "true": Kind.TRUE,
    "false": Kind.FALSE,
}


class Token(NamedTuple):
    """A sign, word or name of a formula: what it is, how it is written, and where it starts and ends."""

    kind: str
    text: str
    start: int
    end: int


def tokens_in(text: str) -> list[Token]:
    """Return the signs and names of a formula.

    Raises:
        FormulaError: If a sign has no place in formulas.

    Example:
        >>> [(str(token.kind), token.text) for token in tokens_in("p -> ¬q")]
        [('name', 'p'), ('implies', '->'), ('not', '¬'), ('name', 'q')]
    """
    if len(text) > MOST_SIGNS:
        raise FormulaError(f"A formula has at most {MOST_SIGNS:,} signs. Part it in several claims.", 0, len(text))
    found, at = [], 0
    while at < len(text):
        blank = _BLANK.match(text, at)
        if blank is not None:
            at = blank.end()
            continue
        match = _TOKEN.match(text, at)
        if match is None:
            raise FormulaError(_unknown(text[at]), at, at + 1)
        group = match.lastgroup or ""
        words = match[0]
        if group == "name" and len(words) > MOST_IN_NAME:
            raise FormulaError(f"A name has at most {MOST_IN_NAME} signs. Write a shorter one.", at, match.end())
        kind = "name" if group == "name" else _KINDS[int(group[1:])]
        if group == "name" and (words.islower() or words.isupper()):
            kind = _WORDS.get(words.lower(), kind)
        found.append(Token(kind, words, at, match.end()))
        at = match.end()
    return found


def _unknown(sign: str) -> str:
    if sign.isdigit():
        return f"A name cannot begin with the digit {sign}. Write a letter first, such as n{sign}."
    if sign == "^":
        return "The sign ^ may mean several things. Write & for and, | for or."
    if sign in "+*-/<>%":
        return f"The sign {sign} stands for no connective. Write a name for what it is to say, such as greater(a, b)."
    shown = sign if sign.isprintable() else f"U+{ord(sign):04X}"
    return f"The sign {shown} has no place in a formula. Remove it."
