"""Which of several sentences about the map is false? Each says that one statement is a reason for or against another.

One of them says the contrary of what the map says. What a sentence denies is so on no way through the map.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from argmap.classroom.quiz.question import Statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.classroom.quiz.asking import Asking
    from argmap.classroom.quiz.debate import Debate
    from argmap.classroom.quiz.question import Question

BASE = 4
_OTHER = {"support": "attack", "attack": "support"}
_TRUE = 2
"""How many sentences are true: with two statements in each, more would be too much to read."""
_NEAR = 50


def questions(ask: Asking) -> Iterator[Question | None]:
    """Yield the questions of this kind: one for each relation that is turned round, with others near it."""
    debate = ask.debate
    relations = [
        (source, act, target)
        for (source, target), acts in debate.acts.items()
        for act in acts
        if len(acts) == 1 and act in _OTHER and source in debate.texts and target in debate.texts
        if (target, source) not in debate.acts
    ]
    by_branch: dict[str, list[tuple[str, str, str]]] = {}
    for relation in ask.shuffled(relations):
        by_branch.setdefault(debate.places.get(relation[0], (0, ""))[1], []).append(relation)
    for turned in ask.shuffled(relations, "turned"):
        source, act, target = turned
        if not _is_true(debate, turned):
            continue
        near = by_branch[debate.places.get(source, (0, ""))[1]]
        others = {each[0]: each for each in (*relations[:_NEAR], *near[:_NEAR]) if each[0] != source}
        true = list(islice((each for each in reversed(others.values()) if _is_true(debate, each)), _TRUE))
        if len(true) == _TRUE:
            yield ask.choice(
                (source, target),
                (),
                _sentence(ask, source, _OTHER[act], target),
                [_sentence(ask, *each) for each in true],
                ask.say(f"because-{act}"),
            )


def fits(debate: Debate, question: Question, _item: int, option: int) -> bool:
    """Whether a sentence is false."""
    source, act, target = question.options[option].means
    return not _is_true(debate, (source, act, target))


def _is_true(debate: Debate, relation: tuple[str, str, str]) -> bool:
    source, act, target = relation
    acts = debate.acts.get((source, target), set())
    contrary = debate.is_against if act == "support" else debate.is_for
    return acts == {act} and not contrary(source, target)


def _sentence(ask: Asking, source: str, act: str, target: str) -> Statement:
    titles = [ask.debate.map[name].title or "" for name in (source, target)]
    full = [ask.inner(name) for name in (source, target)]
    short = ask.say(act, source=titles[0], target=titles[1]) if all(titles) else ""
    text = ask.say(act, source=full[0], target=full[1])
    return Statement(text, (source, act, target), short, is_quoted=False)
