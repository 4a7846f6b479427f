"""Do two reasons work together, or does each stand by itself?

Together are two premises of one step that are reasons for its conclusion in no step without the other. Apart are two
premises of different steps with the same conclusion, none of which holds both. Only one is right where the other
speaks for the conclusion on no way.
"""

from __future__ import annotations

from functools import partial
from itertools import combinations
from typing import TYPE_CHECKING

from argmap.classroom.quiz.question import Statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.classroom.quiz.asking import Asking
    from argmap.classroom.quiz.debate import Debate
    from argmap.classroom.quiz.question import Question

BASE = 3
_OPTIONS = ("together", "apart", "first", "second")
_MOST = 12
"""How many premises of a conclusion are paired; a conclusion with hundreds has more pairs than anybody asks for."""


def questions(ask: Asking) -> Iterator[Question | None]:
    """Yield the questions of this kind: for each conclusion, one pair together, one apart, one with a stranger."""
    debate = ask.debate
    for conclusion in ask.shuffled(debate.steps_to):
        steps = debate.steps_to[conclusion]
        if conclusion not in debate.texts:
            continue
        names = [name for name in dict.fromkeys(name for step in steps for name in step) if name in debate.texts]
        found: dict[str, tuple[str, str]] = {}
        for one, other in ask.shuffled(combinations(ask.shuffled(names, conclusion)[:_MOST], 2), conclusion, "pairs"):
            found.setdefault(_answer(debate, one, other, conclusion) or "", (one, other))
        for name in ask.shuffled(names, conclusion, "one")[:1]:
            for stranger in ask.wrong(
                name, partial(_is_stranger, debate, conclusion), 1, but=[conclusion, *debate.roots]
            ):
                one, other = ask.shuffled((name, stranger), conclusion, "order")
                found[_answer(debate, one, other, conclusion) or ""] = one, other
        found.pop("", None)
        for kind, (one, other) in found.items():
            options = [Statement(ask.say(option), (option,), is_quoted=False) for option in _OPTIONS]
            right = options[_OPTIONS.index(kind)]
            yield ask.choice(
                (one, other, conclusion),
                (ask.line("first", one), ask.line("second", other), ask.line("conclusion", conclusion)),
                right,
                [option for option in options if option is not right],
                ask.say(f"because-{kind}"),
                named=conclusion,
                fixed=[(option,) for option in _OPTIONS],
            )


def fits(debate: Debate, question: Question, _item: int, option: int) -> bool:
    """Whether an option says how the two bear on the conclusion."""
    one, other, conclusion = question.about
    return question.options[option].means == (_answer(debate, one, other, conclusion),)


def _answer(debate: Debate, one: str, other: str, conclusion: str) -> str | None:
    steps = debate.steps_to.get(conclusion, [])
    with_one = [step for step in steps if one in step]
    with_other = [step for step in steps if other in step]
    if with_one and with_other:
        both = [step for step in with_one if other in step]
        if not both:
            # One that speaks for the other is no reason of its own.
            return "apart" if debate.is_apart(one, other) else None
        return "together" if len(both) == len(with_one) == len(with_other) else None
    if with_one and not debate.is_for(other, conclusion):
        return "first"
    if with_other and not debate.is_for(one, conclusion):
        return "second"
    return None


def _is_stranger(debate: Debate, conclusion: str, name: str) -> bool:
    return not debate.is_for(name, conclusion)
