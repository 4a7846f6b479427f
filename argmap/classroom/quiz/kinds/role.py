"""Which part does each statement have in the debate: main claim, reason for it, objection to the reason, answer?

The four stand in one line: each bears directly on the one before, and on none of the others. So each has one part.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.classroom.quiz.question import Statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.classroom.quiz.asking import Asking
    from argmap.classroom.quiz.debate import Debate
    from argmap.classroom.quiz.question import Question

BASE = 2
_ROLES = ("thesis", "reason", "objection", "answer")
_ACTS = ("support", "attack", "attack")


def questions(ask: Asking) -> Iterator[Question | None]:
    """Yield the questions of this kind: for each reason of a main claim, the first objection to it."""
    debate = ask.debate
    for thesis in ask.shuffled(debate.roots):
        for reason in ask.shuffled(debate.supports.get(thesis, ()), thesis):
            lines = (
                (thesis, reason, objection, *([answer] if answer else []))
                for objection in ask.shuffled(debate.attacks.get(reason, ()), reason)
                for answer in (*ask.shuffled(debate.attacks.get(objection, ()), objection), "")
            )
            for line in lines:
                if debate.texts.keys() >= set(line) and _is_line(debate, line):
                    pairs = [
                        (ask.statement(name), Statement(ask.say(role), (role,), is_quoted=False))
                        for name, role in zip(line, _ROLES, strict=False)
                    ]
                    yield ask.matching(line[1:], pairs, ask.say("because"), named=thesis)
                    break


def fits(debate: Debate, question: Question, item: int, option: int) -> bool:
    """Whether a statement has a part: its place in the line in which all of them stand."""
    names = [each.means[0] for each in question.items]
    line = _line_of(debate, names)
    return line is not None and question.options[option].means == (_ROLES[line.index(names[item])],)


def _line_of(debate: Debate, names: list[str]) -> tuple[str, ...] | None:
    starts = [name for name in names if name in debate.roots]
    if len(starts) != 1:
        return None
    line = [starts[0]]
    while len(line) < len(names):
        found = [name for name in names if name not in line and debate.acts.get((name, line[-1]))]
        if len(found) != 1:
            return None
        line.append(found[0])
    return tuple(line) if _is_line(debate, tuple(line)) else None


def _is_line(debate: Debate, line: tuple[str, ...]) -> bool:
    wanted = {(source, target): act for source, target, act in zip(line[1:], line[:-1], _ACTS, strict=False)}
    return len(set(line)) == len(line) >= 3 and all(
        debate.acts.get((source, target), set()) == ({wanted[source, target]} if (source, target) in wanted else set())
        for source in line
        for target in line
        if source != target
    )
