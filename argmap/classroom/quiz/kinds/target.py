"""Which part of an argument does an objection speak against: a premise, the conclusion, or the step between them?

The argument has one step and not more than three premises. The objection has one relation to the parts of the argument,
and speaks against none of the other premises on any way. An objection to a conclusion that other arguments draw as well
is not asked about: it may be meant for one of these.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.classroom.quiz.question import Statement
from argmap.model import Argument, RelationKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.classroom.quiz.asking import Asking
    from argmap.classroom.quiz.debate import Debate
    from argmap.classroom.quiz.question import Question

BASE = 4
_MOST = 3


def questions(ask: Asking) -> Iterator[Question | None]:
    """Yield the questions of this kind: one for each objection to an argument, or to a part of one."""
    debate = ask.debate
    holders: dict[str, list[Argument]] = {}
    for argument in debate.map.arguments:
        if len(argument.steps) == 1 and len(argument.premises) <= _MOST:
            for part in debate.parts(argument.id):
                holders.setdefault(part, []).append(argument)
    pairs = [
        (source, argument)
        for source, targets in debate.objections.items()
        for target in targets
        for argument in holders.get(target, ())
    ]
    for source, argument in ask.shuffled(dict.fromkeys(pairs)):
        parts = (*argument.premises, argument.conclusion)
        hit = _hit(debate, source, argument)
        if hit is None or source in parts or not debate.texts.keys() >= {source, *parts}:
            continue
        options = [
            Statement(ask.say("premise", text=ask.inner(name)), (name,), _short(ask, name), is_quoted=False)
            for name in dict.fromkeys(argument.premises)
        ]
        options.append(
            Statement(ask.say("conclusion", text=ask.inner(parts[-1])), (parts[-1],), _short(ask, parts[-1]), False)
        )
        options.append(Statement(ask.say("step"), (argument.id,), ask.say("step-short"), is_quoted=False))
        right = next((option for option in options if option.means == (hit,)), None)
        if right is not None:
            yield ask.choice(
                (source, argument.id),
                (*ask.argument(dict.fromkeys(argument.premises), parts[-1]), ask.line("objection", source)),
                right,
                [option for option in options if option is not right],
                ask.say("because-step" if hit == argument.id else "because"),
                named=source,
                fixed=[option.means for option in options],
            )


def fits(debate: Debate, question: Question, _item: int, option: int) -> bool:
    """Whether an option is the part that the objection speaks against."""
    argument = debate.map[question.about[1]]
    assert isinstance(argument, Argument)
    hit = _hit(debate, question.about[0], argument)
    return hit is not None and question.options[option].means == (hit,)


def _short(ask: Asking, name: str) -> str:
    return ask.debate.map[name].title or ""


def _hit(debate: Debate, source: str, argument: Argument) -> str | None:
    """Return the one part that an objection is aimed at: a claim, or the argument itself for its step.

    None where there is no one part.
    """
    found = set()
    parts = debate.parts(argument.id)
    for relation in debate.map.relations_of(source):
        if relation.kind.is_negative:
            target = relation.target if relation.source == source else relation.source
            if relation.target == source and not relation.kind.is_symmetric:
                continue
            if target == argument.id:
                found.add(target if relation.kind is RelationKind.UNDERCUT else "")
            elif target in parts:
                found.add(target)
    others = [premise for premise in argument.premises if premise not in found]
    if argument.conclusion in found and len(debate.steps_to[argument.conclusion or ""]) > 1:
        return None
    if len(found) != 1 or "" in found or any(debate.is_against(source, premise) for premise in others):
        return None
    return found.pop()
