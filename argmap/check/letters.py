"""What the letters in a critical question stand for: the sentences of the scheme, and what they are in an argument."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.check.roles import How, filled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject
    from argmap.schemes import CriticalQuestion, Scheme

_LETTER = re.compile(r"\b[A-Z]\b")


def letters_of(question: CriticalQuestion, scheme: Scheme) -> tuple[str, ...]:
    """Return the letters of a scheme that a question speaks of, each once.

    Example:
        >>> from argmap.schemes import scheme_named
        >>> scheme = scheme_named("practical_reasoning")
        >>> [letters_of(question, scheme) for question in scheme.questions[2:]]
        [('A',), ('A', 'G'), ('A', 'G')]
    """
    known = {letter for text in (*scheme.premises, scheme.conclusion) for letter in _LETTER.findall(text)}
    return tuple(dict.fromkeys(letter for letter in _LETTER.findall(question.text) if letter in known))


def meanings(
    subject: Subject, argument: str, scheme: Scheme, question: CriticalQuestion
) -> tuple[tuple[str, str], ...] | None:
    """Return which sentences of a scheme say what the letters of a question stand for, and what each is in the map.

    Only the conclusion, and those premises of which somebody decided what plays them: a proposed role may be wrong, and
    then the question would be about something else. As few sentences as can be; all are without the stop at the end.

    Args:
        subject: The map.
        argument: The id of the argument.
        scheme: Its scheme, in the language of the question.
        question: One of its critical questions.

    Returns:
        The sentences, none where the question has no letters; None where the argument does not say what one stands for.

    Complexity:
        Linear in the premises of the argument.

    Example:
        >>> import argmap
        >>> from argmap.check.subject import Subject
        >>> from argmap.schemes import scheme_named
        >>> scheme = scheme_named("practical_reasoning")
        >>> m = argmap.datasets.open_vs_closed()
        >>> meanings(Subject(m), "Safety", scheme, scheme.questions[2])
        (('A should be done', 'A powerful AI model should stay behind a controlled service'),)
    """
    left = set(letters_of(question, scheme))
    said = [(general, here) for general, here in _said(subject, argument, scheme) if left & _in(general)]
    found = []
    while left:
        best = max(said, key=lambda pair: len(left & _in(pair[0])), default=None)
        if best is None or not left & _in(best[0]):
            return None
        left -= _in(best[0])
        found.append(best)
    return tuple((_bare(general), _bare(here)) for general, here in found)


def _said(subject: Subject, argument: str, scheme: Scheme) -> Iterator[tuple[str, str]]:
    """Yield the sentences of a scheme that an argument fills in, with its own."""
    m = subject.map
    slots, _ = filled(subject, argument, scheme, m.language)
    for slot in slots:
        if slot.how is not How.DECIDED:
            continue
        texts = [*(m[name].text for name in slot.claims), *slot.unsaid]
        if texts and all(texts):
            yield slot.premise, "; ".join(map(_bare, texts))
    conclusion = m.conclusion(argument)
    if conclusion is not None and conclusion.text:
        yield scheme.conclusion, conclusion.text


def _in(text: str) -> set[str]:
    return set(_LETTER.findall(text))


def _bare(text: str) -> str:
    return " ".join(text.split()).removesuffix(".")
