"""What a scheme is, and what a critical question is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

FAMILIES = {
    "source": "who says or does it",
    "case": "from case to case, or from cases to all",
    "rule": "rules, and decisions under them",
    "causal": "causes and effects",
    "evidence": "what is observed, and what explains it",
    "practical": "what should be done",
    "choice": "ruling options out",
    "dialogue": "the people who argue",
    "classification": "words and kinds, wholes and parts",
}
"""The families of schemes, and what each is about."""


class QuestionKind(StrEnum):
    """Who has to do something when a question is asked.

    The kinds are those of Gordon, Prakken and Walton, "The Carneades model of argument and burden of proof", Artificial
    Intelligence 171 (2007), pp. 875-896.
    """

    PREMISE = "premise"
    """It doubts a premise: once it is asked, whoever put the argument forward must support the premise."""
    ASSUMPTION = "assumption"
    """It doubts what the argument takes for granted: it is open from the start, until it is answered."""
    EXCEPTION = "exception"
    """It points to what would defeat the argument: whoever asks it must give a reason."""


@dataclass(frozen=True, slots=True)
class CriticalQuestion:
    """A question to ask of an argument that follows a scheme.

    Attributes:
        id: The id of its scheme, a full stop and a word, as in ``expert_opinion.field``; it never changes.
        text: The question.
        kind: What it doubts.
    """

    id: str
    text: str
    kind: QuestionKind

    @property
    def word(self) -> str:
        """Its id without that of the scheme.

        Example:
            >>> CriticalQuestion("sign.rival", "Would something else explain it?", QuestionKind.EXCEPTION).word
            'rival'
        """
        return self.id.rpartition(".")[2]


@dataclass(frozen=True, slots=True)
class Scheme:
    """A common pattern of argument.

    Capital letters in its sentences stand for what a real argument puts in.

    Attributes:
        id: Its name in data, such as ``expert_opinion``; it never changes.
        name: Its name in print.
        family: One of `FAMILIES`.
        premises: What an argument of this pattern starts from.
        conclusion: What it ends with.
        questions: What to ask of it.
        source: Where it was first, or best, described.
        aliases: Other names that it goes by.
    """

    id: str
    name: str
    family: str
    premises: tuple[str, ...]
    conclusion: str
    questions: tuple[CriticalQuestion, ...]
    source: str
    aliases: tuple[str, ...] = ()
