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

__all__ = [
    "FAMILIES",
    "CriticalQuestion",
    "QuestionKind",
    "Scheme",
    "find",
    "known",
    "question_named",
    "scheme_named",
    "schemes",
]
