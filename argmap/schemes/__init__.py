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

from argmap.schemes.catalogue import (
    find,
    find_questions,
    known,
    question_named,
    scheme_named,
    scheme_of,
    schemes,
)
from argmap.schemes.saying import said, said_family, said_kind, said_question
from argmap.schemes.scheme import FAMILIES, CriticalQuestion, QuestionKind, Scheme
from argmap.schemes.suggesting import Suggestion, premise_hints, suggest
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
from argmap.schemes.writing import in_argdown

__all__ = [
    "FAMILIES",
    "TERM_KINDS",
    "VOCABULARIES",
    "CriticalQuestion",
    "QuestionKind",
    "Scheme",
    "Suggestion",
    "Term",
    "default_term",
    "find",
    "find_questions",
    "in_argdown",
    "is_default",
    "known",
    "premise_hints",
    "question_named",
    "said",
    "said_family",
    "said_kind",
    "said_question",
    "scheme_from",
    "scheme_named",
    "scheme_of",
    "scheme_to",
    "schemes",
    "suggest",
    "term_of",
    "terms",
]
