"""Argumentation schemes: the common patterns of everyday arguments, each with the critical questions to ask.

A scheme is not a fallacy: an argument that follows one may be taken as good until one of its questions has no answer.

Example:
    >>> from argmap.schemes import scheme_named
    >>> analogy = scheme_named("argument from analogy")
    >>> for question in analogy.questions:
    ...     print(question.kind.value, question.text)
    premise Is A really true in the first case?
    premise Are the two cases alike in the ways that matter?
    exception Is there a difference between the cases that spoils the comparison?
    exception Is there another case just as similar in which A is false?
"""

from argmap.schemes.catalogue import find, known, question_named, scheme_named, schemes
from argmap.schemes.scheme import FAMILIES, CriticalQuestion, QuestionKind, Scheme
from argmap.schemes.vocabularies import (
    TERM_KINDS,
    VOCABULARIES,
    Term,
    default_term,
    is_default,
    scheme_from,
    scheme_to,
    term_of,
    terms,
)

__all__ = [
    "FAMILIES",
    "TERM_KINDS",
    "VOCABULARIES",
    "CriticalQuestion",
    "QuestionKind",
    "Scheme",
    "Term",
    "default_term",
    "find",
    "is_default",
    "known",
    "question_named",
    "scheme_from",
    "scheme_named",
    "scheme_to",
    "schemes",
    "term_of",
    "terms",
]
