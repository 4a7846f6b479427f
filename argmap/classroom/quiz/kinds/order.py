"""The order of statements, from a main claim down to where reasons end: each bears directly on the one before.

None bears directly on any other of them, so that there is one order only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.classroom.quiz.asking import Asking
    from argmap.classroom.quiz.debate import Debate
    from argmap.classroom.quiz.question import Question

BASE = 3
_LENGTH = range(3, 6)
_LEAVES = 200


def questions(ask: Asking) -> Iterator[Question | None]:
    """Yield the questions of this kind: one for each way down from a main claim to a last reason."""
    debate = ask.debate
    above = _above(debate)
    targets = {target for _, target in debate.acts}
    leaves = [name for name in above if name not in targets]
    for leaf in ask.shuffled(leaves)[:_LEAVES]:
        line = [leaf]
        while line[-1] in above and len(line) < _LENGTH.stop:
            line.append(above[line[-1]])
        line.reverse()
        if (
            line[0] in debate.roots
            and len(line) in _LENGTH
            and debate.texts.keys() >= set(line)
            and _is_line(debate, line)
        ):
            yield ask.ordering((leaf, *line[:-1]), line, ask.say("because"))


def fits(debate: Debate, question: Question, item: int, option: int) -> bool:
    """Whether one option comes directly after another: it bears on it directly."""
    before, after = (question.options[place].means[0] for place in (item, option))
    return (after, before) in debate.acts


def _above(debate: Debate) -> dict[str, str]:
    """Return for each statement one that it bears on directly: the first one that lies nearer to a main claim."""
    depth = debate.places
    found: dict[str, str] = {}
    for (source, target), acts in debate.acts.items():
        if acts not in ({"support"}, {"attack"}):
            continue  # a doubt about a step speaks neither for nor against
        if source not in found and depth.get(target, (1 << 30,))[0] < depth.get(source, (1 << 30,))[0]:
            found[source] = target
    return found


def _is_line(debate: Debate, line: list[str]) -> bool:
    wanted = set(zip(line[1:], line[:-1], strict=True))
    return all(
        ((source, target) in debate.acts) == ((source, target) in wanted)
        for source in line
        for target in line
        if source != target
    )
