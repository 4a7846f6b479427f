"""Making a quiz: questions of all kinds and from all branches of a map, as many as are wanted."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from argmap.classroom.quiz.asking import Asking
from argmap.classroom.quiz.debate import Debate
from argmap.classroom.quiz.kinds import KINDS, kind_named, kinds_named
from argmap.classroom.quiz.levels import difficulties
from argmap.classroom.quiz.question import Question, Quiz
from argmap.classroom.quiz.showing import shown
from argmap.classroom.quiz.verifying import is_sound
from argmap.errors import ArgmapError
from argmap.language import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.model import ArgumentMap

MOST = 500
"""The most questions of one quiz."""
_CHOICE = 12
"""Among how many questions of a kind the next one is chosen."""

_USUAL_NEED = (
    "a claim with a text that something speaks for or against, and at least two other claims that are certainly wrong "
    "answers"
)
_NEEDS = {
    "side": "two sides, and a claim that says which one it belongs to, such as {side: open}",
    "quotation": "a claim with a quotation of a source, and at least two other claims that are certainly wrong answers",
    "source": "at least three sources, and a claim that cites one of them",
    "scheme": "an argument of one step that says which scheme it follows, such as {scheme: sign}",
    "critical": "an argument with a scheme, and a claim that says which critical question it answers, by answers",
}
"""What kinds need that the usual sentence does not say."""


def quiz(
    m: ArgumentMap,
    count: int = 10,
    *,
    seed: int = 0,
    kinds: Iterable[str] | str | None = None,
    level: str | None = None,
    language: str | None = None,
) -> Quiz:
    """Return questions about a map, each with exactly one right answer.

    The kinds take turns, and each takes its next question from the branch of the map that has been asked about least.
    Every question is checked by the definition of its kind before it is taken.

    Args:
        m: The map.
        count: How many questions at most; there are fewer where the map has no material for more.
        seed: What every choice depends on: the same map with the same seed gives the same quiz.
        kinds: The kinds of questions, some of `KINDS`, as words or as one text with commas; all by default.
        level: How old pupils are, such as ``14-16``, or ``adult``; questions that are too hard for them are left out.
        language: The code of the language; by default that of the map, else English.

    Raises:
        UnknownNameError: There is no such kind, level or language.
        ArgmapError: There is no such number of questions, or the map has no material for a single one.

    Complexity:
        Linear in the map for each question.

    Example:
        >>> import argmap.datasets
        >>> made = quiz(argmap.datasets.wet_street(), 3, kinds="target")
        >>> for question in made.questions:
        ...     print(question.answer.text)
        The reason “The street is wet this morning”
        The step: even if the reasons are true, they do not lead to the conclusion.
    """
    if isinstance(count, bool) or not isinstance(count, int) or not 1 <= count <= MOST:
        raise ArgmapError(f"A quiz has 1 to {MOST} questions, not {count!r}.")
    wanted = kinds_named(kinds)
    easiest, hardest = difficulties(level)
    words = Words.asked(language, m.language)
    debate = Debate(m)
    taken = _balanced(_supplies(debate, wanted, words, seed, range(easiest, hardest + 1)), count)
    if not taken:
        raise ArgmapError(_why_none(m, wanted, level))
    order = list(KINDS)
    taken.sort(key=lambda question: (question.difficulty, order.index(question.kind)))
    title = shown(m.title)
    return Quiz(
        title=words.say("quiz.title", title=title) if title else words.say("quiz.untitled"),
        questions=tuple(taken),
        seed=seed,
        map=title,
        language=words.code,
    )


def _supplies(
    debate: Debate, kinds: Iterable[str], words: Words, seed: int, hard: range
) -> dict[str, Iterator[Question]]:
    """Return the questions of each kind that are sound and as hard as they may be; each is made when it is wanted."""
    found = {}
    for name in kinds:
        base = kind_named(name).BASE
        if base in hard or base + 1 in hard:
            found[name] = _sound(Asking(debate, words, seed, name, base), name, hard)
    return found


def _sound(ask: Asking, kind: str, hard: range) -> Iterator[Question]:
    seen: set[str] = set()
    for question in kind_named(kind).questions(ask):
        if question is None or question.id in seen or question.difficulty not in hard:
            continue
        if is_sound(question, ask.debate):
            seen.add(question.id)
            yield question


def _balanced(supplies: dict[str, Iterator[Question]], count: int) -> list[Question]:
    """Take questions of all kinds by turns, each from the branch that was asked about least."""
    taken: list[Question] = []
    branches: Counter[str] = Counter()
    asked: Counter[str] = Counter()  # how often each claim or argument was asked about
    at_hand: dict[str, list[Question]] = {kind: [] for kind in supplies}
    while at_hand and len(taken) < count:
        for kind in list(at_hand):
            some = at_hand[kind]
            some += islice(supplies[kind], _CHOICE - len(some))
            if not some:
                del at_hand[kind]
            if not some or len(taken) == count:
                continue
            ranks = [(max(asked[name] for name in each.about), branches[each.branch]) for each in some]
            question = some.pop(ranks.index(min(ranks)))
            taken.append(question)
            branches[question.branch] += 1
            asked.update(question.about)
    return taken


def _why_none(m: ArgumentMap, kinds: tuple[str, ...], level: str | None) -> str:
    name = f"The map {m.title[:60]!r}" if m.title else "The map"
    of_kinds = "" if len(kinds) == len(KINDS) else f" of the kind {' or '.join(kinds)}"
    for_level = "" if level is None else f" for the level {level}"
    needs = [_NEEDS.get(kind, _USUAL_NEED) for kind in kinds]
    need = _USUAL_NEED if _USUAL_NEED in needs else "; or ".join(needs)
    return f"{name} has no material for a question{of_kinds}{for_level}. A question needs {need}."
