"""The critical questions of a map's arguments as a value: how each stands, and who has to do something about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, overload

from argmap.check.graph.inferences import schemes_in_use
from argmap.check.graph.questions import questions
from argmap.check.subject import Subject
from argmap.errors import UnknownNameError, nearest_or_all
from argmap.language import Words
from argmap.schemes import CriticalQuestion, QuestionKind, Scheme, said
from argmap.wording import joined, shorten

if TYPE_CHECKING:
    from argmap.check.graph.questions import Asked
    from argmap.check.subject import Node
    from argmap.model import ArgumentMap
    from argmap.model.records import Argument

_LONGEST = 60


class State(StrEnum):
    """How a critical question stands."""

    OPEN = "open"
    """Nobody asked it, and still it needs an answer: it doubts what the argument takes for granted."""
    ASKED = "asked"
    """Something in the map asks it, and nothing answers."""
    ANSWERED = "answered"
    """Something answers it, or speaks against all that asks it."""
    UNASKED = "unasked"
    """Nobody asked it, and until somebody does, it needs no answer."""

    @property
    def is_open(self) -> bool:
        """Whether an answer is due."""
        return self in (State.OPEN, State.ASKED)


@dataclass(frozen=True, slots=True, repr=False)
class OpenQuestion:
    """A critical question of an argument, and how it stands.

    Attributes:
        argument: The id of the argument.
        called: What to call the argument in a sentence: its title, else its first words, in quotation marks.
        scheme: Its scheme, in the language of the report.
        question: The question, in the language of the report.
        state: How it stands.
        askers: The ids of what asks it.
        answers: The ids of what says that it answers it.
        sentence: How it stands and who has to do something, in a sentence.
    """

    argument: str
    called: str
    scheme: Scheme
    question: CriticalQuestion
    state: State
    askers: tuple[str, ...]
    answers: tuple[str, ...]
    sentence: str

    @property
    def owes(self) -> str:
        """Who has to do something next.

        ``proponent``: whoever put the argument forward owes an answer. ``opponent``: whoever doubts must ask first,
        for an exception with a reason. Empty where it is answered.
        """
        if self.state is State.ANSWERED:
            return ""
        return "proponent" if self.state.is_open else "opponent"

    def to_data(self) -> dict[str, Any]:
        """Return it as plain values, for JSON."""
        return {
            "argument": self.argument,
            "scheme": self.scheme.id,
            **self.question.to_data(),
            "state": str(self.state),
            "owes": self.owes,
            "asked_by": list(self.askers),
            "answered_by": list(self.answers),
            "sentence": self.sentence,
        }

    def __str__(self) -> str:
        return f"{self.question.text} {self.sentence}"

    def __repr__(self) -> str:
        return f"<OpenQuestion {self.question.id} of {self.argument!r}: {self.state}>"


@dataclass(frozen=True, slots=True, repr=False)
class OpenQuestions(Sequence[OpenQuestion]):
    """Critical questions of a map, argument by argument. Printed, they are sentences.

    Attributes:
        items: The questions.
        language: The code of the language of the sentences.
    """

    items: tuple[OpenQuestion, ...]
    language: str = "en"

    @overload
    def __getitem__(self, place: int) -> OpenQuestion: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[OpenQuestion, ...]: ...
    def __getitem__(self, place: int | slice) -> OpenQuestion | tuple[OpenQuestion, ...]:
        return self.items[place]

    def __len__(self) -> int:
        return len(self.items)

    @property
    def lines(self) -> tuple[tuple[int, str], ...]:
        """Each sentence with its depth: arguments at 0, their questions at 1."""
        words = Words.of(self.language)
        if not self.items:
            return ((0, words.say("schemes.noQuestions")),)
        found: list[tuple[int, str]] = []
        last = None
        for each in self.items:
            if each.argument != last:
                found.append((0, words.say("schemes.follows", argument=each.called, scheme=each.scheme.name)))
                last = each.argument
            found.append((1, f"{each.question.text} ({each.question.id})"))
            found.append((2, each.sentence))
        return tuple(found)

    def to_data(self) -> list[dict[str, Any]]:
        """Return the questions as plain values, for JSON."""
        return [each.to_data() for each in self.items]

    def __str__(self) -> str:
        return "\n".join("  " * depth + sentence for depth, sentence in self.lines)

    def __repr__(self) -> str:
        number = len({each.argument for each in self.items})
        return f"<OpenQuestions: {len(self.items)} of {number} {'argument' if number == 1 else 'arguments'}>"


def open_questions(
    m: ArgumentMap,
    argument: str | Argument | None = None,
    *,
    only_open: bool = True,
    kind: str | None = None,
    language: str | None = None,
) -> OpenQuestions:
    r"""Return the critical questions of the arguments that follow a scheme, and how each stands.

    What asks and answers a question is told by inline data ``asks`` and ``answers``; see
    `argmap.check.graph.questions`. Linear in the size of the map.

    Args:
        m: The map.
        argument: An argument, or its id, if only its questions are wanted.
        only_open: Whether to leave out what is answered and what nobody asked and needs no answer until somebody does.
        kind: ``premise``, ``assumption`` or ``exception``, if only questions of that kind are wanted.
        language: The code of the language to say it in; by default that of the map, else English.

    Raises:
        UnknownNameError: If there is no such argument or kind.
        ModelError: If a claim is named.

    Example:
        >>> import argmap
        >>> m = argmap.parse(
        ...     "<Dentist>: Our dentist says so. {scheme: expert_opinion}\n  - <Paid>\n\n"
        ...     "<Paid>: The dentist is paid for it. {asks: trust}"
        ... ).map
        >>> print(open_questions(m))
        “Dentist” follows the scheme Expert opinion.
          Is E unreliable, paid or biased on this point? (expert_opinion.trust)
            Asked by “Paid” and not answered yet. Whoever put the argument forward owes an answer.
          Does E base the statement on evidence? (expert_opinion.evidence)
            Not answered yet. Whoever put the argument forward owes an answer.
    """
    if kind is not None and kind not in list(QuestionKind):
        hint = nearest_or_all(kind, [str(each) for each in QuestionKind])
        raise UnknownNameError(f"There is no kind of critical question {kind!r}.{hint}")
    wanted = None
    if argument is not None:
        m.premises(argument)  # it says so where there is no such argument
        wanted = m[argument].id
    words = Words.of(language or m.language)
    subject = Subject(m)
    known = subject.shared(schemes_in_use)
    items = []
    for name, some in subject.shared(questions).items():
        if wanted not in (None, name):
            continue
        scheme = said(known[name], words.code)
        called = called_in(words, m[name])
        for asked, question in zip(some, scheme.questions, strict=True):
            if (only_open and not asked.is_open) or kind not in (None, question.kind):
                continue
            items.append(
                OpenQuestion(
                    argument=name,
                    called=called,
                    scheme=scheme,
                    question=question,
                    state=_state(asked),
                    askers=tuple(each.id for each in asked.askers),
                    answers=tuple(each.id for each in asked.answers),
                    sentence=_sentence(asked, words),
                )
            )
    return OpenQuestions(tuple(items), words.code)


def called_in(words: Words, record: Node) -> str:
    """Return what to call a claim or argument in a sentence: its title, else its first words, in quotation marks.

    Example:
        >>> import argmap
        >>> called_in(Words("en"), argmap.ArgumentMap().claim("It rains"))
        '“It rains”'
    """
    return words.say("schemes.called", name=shorten(record.title or record.text or record.id, _LONGEST))


def _state(asked: Asked) -> State:
    if asked.is_answered:
        return State.ANSWERED
    if asked.askers:
        return State.ASKED
    return State.OPEN if asked.is_open else State.UNASKED


def _sentence(asked: Asked, words: Words) -> str:
    def named(records: tuple[Node, ...]) -> str:
        return joined([called_in(words, each) for each in records], words.say("schemes.and"))

    if asked.answers:
        return words.say("schemes.states.answered", answers=named(asked.answers))
    if asked.is_met:
        return words.say("schemes.states.met", askers=named(asked.askers))
    if asked.askers:
        return words.say("schemes.states.asked", askers=named(asked.askers))
    return words.say(f"schemes.states.{'open' if asked.is_open else asked.question.kind}")
