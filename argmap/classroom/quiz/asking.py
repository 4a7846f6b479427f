"""How kinds of questions put a question together: its words, its options in their order, its id."""

from __future__ import annotations

import hashlib
import json
import random
from typing import TYPE_CHECKING

from argmap.classroom.quiz.levels import difficulty
from argmap.classroom.quiz.question import Form, Line, Question, Statement
from argmap.classroom.quiz.showing import folded, shown
from argmap.wording import shorten

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from argmap.classroom.quiz.debate import Debate
    from argmap.language import Words

_LOOKED_AT = 60
"""How many claims and arguments are looked at for wrong options, the nearest first."""
_NAME = 60


class Asking:
    """What the questions of one kind are made with.

    Args:
        debate: The map.
        words: The words of the language.
        seed: What every choice depends on.
        kind: The kind of question.
        base: How hard questions of this kind are.
    """

    def __init__(self, debate: Debate, words: Words, seed: int, kind: str, base: int) -> None:
        self.debate = debate
        self._words = words
        self._seed = seed
        self._kind = kind
        self._base = base

    def say(self, key: str, **given: object) -> str:
        """Return words of this kind of question."""
        return self._words.say(f"quiz.{self._kind}.{key}", **given)

    def common(self, key: str, **given: object) -> str:
        """Return words that kinds of questions share."""
        return self._words.say(f"quiz.{key}", **given)

    def known(self, key: str) -> str | None:
        """Return words from anywhere in the catalogue, or None."""
        found = self._words.known(key)
        return found if isinstance(found, str) else None

    def inner(self, name: str) -> str:
        """Return what a claim or argument says, without the full stop: for the middle of a sentence."""
        text = self.debate.texts[name]
        return text[:-1] if text.endswith(".") and not text.endswith("..") and len(text) > 1 else text

    def quoted(self, name: str) -> str:
        """Return what a claim or argument says in quotation marks, for the middle of a sentence."""
        return self._words.say("quoted", text=self.inner(name))

    def statement(self, name: str) -> Statement:
        """Return what a claim or argument says."""
        return Statement(self.debate.texts[name], (name,), shown(self.debate.map[name].title or ""))

    def line(self, label: str, name: str) -> Line:
        """Return a line that shows what a claim or argument says; its label is said by the words of all kinds."""
        return Line(self.common(f"line.{label}"), self.statement(name))

    def argument(self, premises: Iterable[str], conclusion: str, missing: str | None = None) -> tuple[Line, ...]:
        """Return the lines of an argument, perhaps without one of its premises."""
        reason = self.common("line.reason")
        lines = [Line(reason, None if name == missing else self.statement(name)) for name in premises]
        return (*lines, self.line("so", conclusion))

    def shuffled(self, things: Iterable[object], *salt: str) -> list:  # type: ignore[type-arg]
        """Return things in an order that depends on the seed and on what else is given."""
        found = list(things)
        random.Random(f"{self._seed}/{self._kind}/{'/'.join(salt)}").shuffle(found)  # noqa: S311
        return found

    def wrong(
        self, right: str, is_wrong: Callable[[str], bool], count: int = 3, *, but: Iterable[str] = ()
    ) -> list[str]:
        """Return claims and arguments that are wrong options beside a right one: the nearest to it in the map.

        Siblings come before cousins, and these before other branches; the seed only chooses among equally near ones.

        Args:
            right: The right option.
            is_wrong: Whether a claim or argument is certainly wrong.
            count: How many are wanted.
            but: What must not be among them.
        """
        found: list[str] = []
        left_out = {right, *but}
        looked_at = 0
        for ring in self.debate.near(right):
            for name in self.shuffled(ring[:_LOOKED_AT], right):
                if name in self.debate.texts and name not in left_out:
                    looked_at += 1
                    if is_wrong(name):
                        found.append(name)
                if len(found) == count or looked_at > _LOOKED_AT:
                    return found
        return found

    def choice(
        self,
        about: Sequence[str],
        lines: Sequence[Line],
        right: Statement,
        wrong: Sequence[Statement],
        explanation: str,
        *,
        named: str = "",
        fixed: Sequence[tuple[str, ...]] = (),
    ) -> Question | None:
        """Return a question with one right option; None where two options say the same.

        Args:
            about: The ids of what it asks about.
            lines: What stands below the question.
            right: The right option.
            wrong: The other options.
            explanation: Why the right option is right.
            named: The id of the claim or argument that it is called after; it must not give the answer away.
            fixed: What the options mean, in their usual order, where they have one.
        """
        options = [right, *wrong]
        if len({folded(option.text) for option in options}) < len(options) or len(options) < 2:
            return None
        if fixed:
            options.sort(key=lambda option: fixed.index(option.means))
        else:
            options = self.shuffled(options, *about)
        return self._question(Form.CHOICE, about, lines, options, (options.index(right),), explanation, named=named)

    def matching(
        self, about: Sequence[str], pairs: Sequence[tuple[Statement, Statement]], explanation: str, *, named: str
    ) -> Question | None:
        """Return a question in which items are matched with options; None where two items or options say the same."""
        for side in zip(*pairs, strict=True):
            if len({folded(each.text) for each in side}) < len(pairs):
                return None
        mixed = self.shuffled(pairs, *about)
        options = [option for _, option in pairs]
        right = tuple(options.index(option) for _, option in mixed)
        items = tuple(item for item, _ in mixed)
        return self._question(Form.MATCHING, about, (), options, right, explanation, items, named=named)

    def ordering(self, about: Sequence[str], names: Sequence[str], explanation: str) -> Question:
        """Return a question in which statements are put in order; they never stand in the right order at first."""
        mixed = self.shuffled(names, *about)
        if mixed == list(names):
            mixed.reverse()
        right = tuple(mixed.index(name) for name in names)
        options = [self.statement(name) for name in mixed]
        return self._question(Form.ORDERING, about, (), options, right, explanation, named=names[0])

    def _question(
        self,
        form: Form,
        about: Sequence[str],
        lines: Sequence[Line],
        options: Sequence[Statement],
        right: tuple[int, ...],
        explanation: str,
        items: tuple[Statement, ...] = (),
        *,
        named: str,
    ) -> Question:
        debate = self.debate
        key = json.dumps([debate.map.title, self._kind, *about], ensure_ascii=True)
        title = shorten(shown(debate.map[named].title or debate.map[named].text), _NAME) if named else ""
        depth, branch = debate.places.get(about[0], (0, ""))
        return Question(
            id=f"{self._kind}-{hashlib.sha256(key.encode()).hexdigest()[:12]}",
            kind=self._kind,
            form=form,
            name=f"{self.say('name')}: {title}" if title else self.say("name"),
            text=self.say("ask"),
            lines=tuple(lines),
            options=tuple(options),
            right=right,
            items=items,
            explanation=explanation,
            about=tuple(about),
            difficulty=difficulty(self._base, depth),
            branch=branch,
        )
