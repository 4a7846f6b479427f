"""Schemes in the languages of `argmap.language`: a language file says what it can, English says the rest.

Under ``schemes`` and the id of a scheme, a language file may have ``name``, ``conclusion``, ``premise.1``,
``premise.2`` ... and ``question`` with the last word of each critical question; ``schemes.families`` has the families.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.language import Words
from argmap.schemes.catalogue import scheme_of

if TYPE_CHECKING:
    from argmap.schemes.scheme import CriticalQuestion, QuestionKind, Scheme


def said(scheme: Scheme, code: str) -> Scheme:
    """Return a scheme in the words of a language; id, family, aliases and source stay.

    Args:
        scheme: The scheme.
        code: The code of the language, such as ``de`` or ``de-AT``. What the language does not say stays English.

    Example:
        >>> from argmap.schemes import scheme_named
        >>> said(scheme_named("sign"), "en") == scheme_named("sign")
        True
    """
    words = Words.of(code)

    def own(key: str, english: str) -> str:
        found = words.known(f"schemes.{scheme.id}.{key}")
        return found if isinstance(found, str) else english

    return replace(
        scheme,
        name=own("name", scheme.name),
        premises=tuple(own(f"premise.{number}", each) for number, each in enumerate(scheme.premises, 1)),
        conclusion=own("conclusion", scheme.conclusion),
        questions=tuple(replace(each, text=own(f"question.{each.word}", each.text)) for each in scheme.questions),
    )


def said_question(question: CriticalQuestion, code: str) -> CriticalQuestion:
    """Return a critical question in the words of a language.

    Example:
        >>> from argmap.schemes import question_named
        >>> said_question(question_named("sign.rival"), "en").text
        'Would something other than B explain A better?'
    """
    return said(scheme_of(question), code).question(question.id)


def said_family(family: str, code: str) -> str:
    """Return what a family of schemes is about, in the words of a language.

    Example:
        >>> said_family("causal", "en")
        'causes and effects'
    """
    return Words.of(code).say(f"schemes.families.{family}")


def said_kind(kind: QuestionKind, code: str) -> tuple[str, str]:
    """Return the name of a kind of question and what it means for those who argue, in the words of a language.

    Example:
        >>> from argmap.schemes import QuestionKind
        >>> said_kind(QuestionKind.EXCEPTION, "en")[1]
        'It points to what would defeat the argument. Whoever asks it must give a reason.'
    """
    words = Words.of(code)
    return words.say(f"schemes.kinds.{kind}.name"), words.say(f"schemes.kinds.{kind}.means")
