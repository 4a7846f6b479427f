"""Which critical question does a statement answer? Only what the map itself says, by ``answers``, is right.

The options are the questions of one scheme, so that a scheme with fewer than three makes no question.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.data_values import entries
from argmap.classroom.quiz.question import Statement
from argmap.model import Argument, RelationKind
from argmap.schemes import known

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.classroom.quiz.asking import Asking
    from argmap.classroom.quiz.debate import Debate
    from argmap.classroom.quiz.question import Question
    from argmap.schemes import Scheme

BASE = 4


def questions(ask: Asking) -> Iterator[Question | None]:
    """Yield the questions of this kind: one for each statement that answers one question of one argument."""
    debate = ask.debate
    for record in ask.shuffled([each for each in debate.map if each.id in debate.texts and each.data.get("answers")]):
        for argument in _arguments(debate, record.id):
            scheme = known(argument.scheme or "")
            parts = (*argument.premises, argument.conclusion)
            if scheme is None or record.id in parts or not debate.texts.keys() >= set(parts):
                continue
            answered = _answered(debate, record.id, scheme)
            if len(answered) != 1:
                continue
            options = [
                Statement(ask.known(f"schemes.questions.{each.id}") or each.text, (each.id,), is_quoted=False)
                for each in scheme.questions
            ]
            right = [option for option in options if option.means[0] in answered]
            wrong = ask.shuffled([option for option in options if option.means[0] not in answered], record.id)[:3]
            if len(right) == 1 and len(wrong) >= 2:
                yield ask.choice(
                    (record.id, argument.id),
                    (
                        *ask.argument(dict.fromkeys(argument.premises), argument.conclusion or ""),
                        ask.line("statement", record.id),
                    ),
                    right[0],
                    wrong,
                    ask.say("because"),
                    named=record.id,
                )


def fits(debate: Debate, question: Question, _item: int, option: int) -> bool:
    """Whether an option is a question that the statement answers."""
    name, argument = question.about
    scheme = known(getattr(debate.map[argument], "scheme", None) or "")
    return scheme is not None and question.options[option].means[0] in _answered(debate, name, scheme)


def _answered(debate: Debate, name: str, scheme: Scheme) -> set[str]:
    """Return the ids of the questions of a scheme that something says it answers."""
    given = {str(each) for each in entries(debate.map[name].data.get("answers"))}
    return {each.id for each in scheme.questions if each.id in given or each.word in given}


def _arguments(debate: Debate, name: str) -> list[Argument]:
    """Return the arguments of one step that something supports, attacks or undercuts; one, or it is not clear which."""
    found: dict[str, Argument] = {}
    for relation in debate.map.relations_of(name):
        if relation.source == name and relation.kind in (
            RelationKind.SUPPORT,
            RelationKind.ATTACK,
            RelationKind.UNDERCUT,
        ):
            hit = debate.map[relation.target]
            for each in [hit] if isinstance(hit, Argument) else debate.holding(relation.target):
                found[each.id] = each
    arguments = [each for each in found.values() if each.scheme is not None]
    return arguments if len(arguments) == 1 and len(arguments[0].steps) == 1 else []
