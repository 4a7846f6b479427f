"""What a scheme is, and what a critical question is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from argmap.errors import UnknownNameError, nearest
from argmap.wording import counted

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
_OVERLAPPING = ({"practical", "causal"}, {"causal", "evidence"})
"""Families whose schemes can be taken for one another: what should be done rests on effects, and causes on evidence."""


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


@dataclass(frozen=True, slots=True, repr=False)
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

    def to_data(self) -> dict[str, str]:
        """Return the question as plain values, for JSON.

        Example:
            >>> CriticalQuestion("sign.rival", "Would something else explain it?", QuestionKind.EXCEPTION).to_data()
            {'id': 'sign.rival', 'kind': 'exception', 'text': 'Would something else explain it?'}
        """
        return {"id": self.id, "kind": str(self.kind), "text": self.text}

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"<CriticalQuestion {self.id} ({self.kind}): {self.text}>"


@dataclass(frozen=True, slots=True, repr=False)
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

    def is_near(self, other: Scheme) -> bool:
        """Whether an argument could be said to follow the one or the other, as they are of one family, or nearly.

        Example:
            >>> from argmap.schemes import scheme_named
            >>> consequences = scheme_named("negative_consequences")
            >>> consequences.is_near(scheme_named("cause_to_effect")), consequences.is_near(scheme_named("analogy"))
            (True, False)
        """
        return self.family == other.family or {self.family, other.family} in _OVERLAPPING

    def question(self, name: str) -> CriticalQuestion:
        """Return one of its questions, by its id or by the word behind the full stop.

        Raises:
            UnknownNameError: If it has no such question; the message offers the nearest one, or lists all.

        Example:
            >>> from argmap.schemes import scheme_named
            >>> scheme_named("sign").question("rival").text
            'Would something other than B explain A better?'
        """
        for question in self.questions:
            if name.strip() in (question.id, question.word):
                return question
        names = [question.id for question in self.questions]
        hint = nearest(name.strip(), names) or nearest(name.strip(), [question.word for question in self.questions])
        listed = f" {self.name} has {', '.join(question.word for question in self.questions)}."
        raise UnknownNameError(f"There is no critical question {name!r}.{hint or listed}")

    def to_data(self) -> dict[str, Any]:
        """Return the scheme as plain values, for JSON.

        Example:
            >>> from argmap.schemes import scheme_named
            >>> data = scheme_named("sign").to_data()
            >>> data["name"], data["premises"][0], data["questions"][1]["kind"]
            ('Sign', 'A is observed here.', 'exception')
        """
        return {
            "id": self.id,
            "name": self.name,
            "family": self.family,
            "premises": list(self.premises),
            "conclusion": self.conclusion,
            "questions": [question.to_data() for question in self.questions],
            "source": self.source,
            "aliases": list(self.aliases),
        }

    def __str__(self) -> str:
        return self.name

    def __repr__(self) -> str:
        parts = f"{counted(len(self.premises), 'premise')}, {counted(len(self.questions), 'question')}"
        return f"<Scheme {self.id} ({self.family}): {parts}>"
