"""The kinds of questions: one module each.

Each module has a ``BASE`` (how hard its questions are, see `argmap.classroom.quiz.levels`), a function ``questions``
that yields all questions of the kind that the map has material for, and a function ``fits`` that says whether an option
is right, by the definition of the kind.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from argmap.errors import UnknownNameError, nearest_or_all

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.classroom.quiz.asking import Asking
    from argmap.classroom.quiz.debate import Debate
    from argmap.classroom.quiz.question import Question

KINDS = {
    "side": "which side a statement belongs to",
    "reason": "which statement is a reason for another",
    "objection": "which statement speaks against another",
    "bearing": "what one statement does to another: for, against, against the step, nothing",
    "quotation": "which statement a quotation backs",
    "source": "which source backs a statement",
    "role": "which part each statement has in the debate",
    "order": "the order of statements, from the main claim down",
    "answer": "which statement answers an objection",
    "unanswered": "which objection nobody has answered",
    "linked": "whether two reasons work together or each by itself",
    "premise": "which statement is missing from an argument",
    "target": "which part of an argument an objection speaks against",
    "false": "which of several sentences about the map is false",
    "scheme": "what kind of argument one is",
    "critical": "which critical question a statement answers",
}
"""The kinds of questions, from easy to hard, and what each asks for."""


class Kind(Protocol):
    """What a module of a kind offers."""

    BASE: int

    def questions(self, ask: Asking) -> Iterator[Question | None]:
        """Yield the questions of this kind that the map has material for; None for one that came to nothing."""

    def fits(self, debate: Debate, question: Question, item: int, option: int, /) -> bool:
        """Whether an option is right.

        Args:
            debate: The map.
            question: The question.
            item: The position of what it is matched with; 0 for a choice. For an ordering question, that of the option
                before it.
            option: The position of the option.
        """


def kind_named(name: str) -> Kind:
    """Return the module of a kind.

    Raises:
        UnknownNameError: There is no such kind.

    Example:
        >>> kind_named("order").BASE
        3
        >>> kind_named("odrer")
        Traceback (most recent call last):
            ...
        argmap.errors.UnknownNameError: There is no kind of question 'odrer'. Did you mean 'order'?
    """
    if name not in KINDS:
        raise UnknownNameError(f"There is no kind of question {name!r}.{nearest_or_all(name, list(KINDS))}")
    return cast("Kind", import_module(f"{__name__}.{name if name != 'false' else 'false_relation'}"))


def kinds_named(names: Iterable[str] | str | None) -> tuple[str, ...]:
    """Return the names of kinds, in the order of `KINDS`; all for None.

    Raises:
        UnknownNameError: There is no such kind.

    Example:
        >>> kinds_named("order, side")
        ('side', 'order')
    """
    if names is None:
        return tuple(KINDS)
    given = [name.strip() for name in (names.split(",") if isinstance(names, str) else names)]
    for name in given:
        kind_named(name)
    return tuple(kind for kind in KINDS if kind in given)
