"""What does one statement do to another directly? It supports it, attacks it, undercuts a reason for it, or nothing.

Right is the one relation in which the first stands to the second in the map taken as claims. Nothing is right only
where neither bears on the other on any way, and no argument holds both. That two statements contradict each other is
too plain to be asked about. A pair with relations of two sorts, or with a relation that does not say
what part of an argument it means, is not asked about; nor is a support that is an attack on another way, or an attack
that is a support.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from argmap.classroom.quiz.question import Statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.classroom.quiz.asking import Asking
    from argmap.classroom.quiz.debate import Debate
    from argmap.classroom.quiz.question import Question

BASE = 2
_OPTIONS = ("support", "attack", "undercut", "nothing")


def questions(ask: Asking) -> Iterator[Question | None]:
    """Yield the questions of this kind: pairs with the four answers by turns."""
    debate = ask.debate
    pairs: dict[str, list[tuple[str, str]]] = {kind: [] for kind in _OPTIONS}
    for (source, target), acts in debate.acts.items():
        if len(acts) == 1 and source in debate.texts and target in debate.texts:
            pairs.setdefault(next(iter(acts)), []).append((source, target))
    for kind in ("support", "attack", "undercut"):
        pairs[kind] = ask.shuffled(pairs[kind], kind)
    # Strangers are asked about beside the same targets as the other pairs, so that only the line is missing.
    targets = list(dict.fromkeys(target for kind in ("support", "attack") for _, target in pairs[kind]))
    turns = [iter(pairs["support"]), iter(pairs["attack"]), iter(pairs["undercut"]), _strangers(ask, targets)]
    kinds = list(_OPTIONS)
    while turns:
        for turn, kind in list(zip(turns, kinds, strict=True)):
            pair = next(turn, None)
            if pair is None:
                turns.remove(turn)
                kinds.remove(kind)
            elif _answer(debate, *pair) == kind:
                yield _question(ask, kind, *pair)


def fits(debate: Debate, question: Question, _item: int, option: int) -> bool:
    """Whether an option names what the first statement does to the second."""
    return (_answer(debate, *question.about),) == question.options[option].means


def _answer(debate: Debate, source: str, target: str) -> str | None:
    acts = debate.acts.get((source, target))
    if not acts:
        together = any(target in debate.parts(argument.id) for argument in debate.holding(source))
        return "nothing" if debate.is_apart(source, target) and not together else None
    kind = next(iter(acts))
    if len(acts) > 1 or kind == "unclear" or debate.are_opposites(source, target):
        return None
    if (kind == "support" and debate.is_against(source, target)) or (
        kind == "attack" and debate.is_for(source, target)
    ):
        return None
    return kind


def _is_stranger(debate: Debate, target: str, name: str) -> bool:
    return _answer(debate, name, target) == "nothing"


def _strangers(ask: Asking, targets: list[str]) -> Iterator[tuple[str, str]]:
    for target in ask.shuffled(targets, "strangers"):
        for source in ask.wrong(target, partial(_is_stranger, ask.debate, target), 1):
            yield source, target


def _question(ask: Asking, kind: str, source: str, target: str) -> Question | None:
    options = [Statement(ask.say(name), (name,), is_quoted=False) for name in _OPTIONS]
    right = options[_OPTIONS.index(kind)]
    return ask.choice(
        (source, target),
        (ask.line("first", source), ask.line("second", target)),
        right,
        [option for option in options if option is not right],
        ask.say(f"because-{kind}"),
        named=source,
        fixed=[(option,) for option in _OPTIONS],
    )
