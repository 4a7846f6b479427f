"""One task of an exercise: what is asked, and what is right."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal, Self

Form = Literal["choose", "bank", "gap", "lines"]
Answer = str | Sequence[str]
"""What a pupil gives: one answer, or several where several are asked for."""

_CODE = re.compile(r"([A-Z]\d+): ")
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")


@dataclass(frozen=True, slots=True)
class Task:
    """One task of an exercise.

    Attributes:
        prompt: What is asked.
        answers: What is right: one answer, or all that are asked for, in any order.
        options: What can be chosen from; empty where the pupil writes. All `answers` are among them.
        about: The ids of the claims and arguments of the map that the task is about. They are for programs: no
            sheet shows them.
        also: Answers that are as good as `answers`, each by itself.
        form: How it is answered: options to tick, the letter of an option of a bank that stands above all tasks, a
            short gap, or lines.
        is_open: Whether other answers can be right, too, so that a person has to look.
        why: Why the answers are right; only the key says it.
        hint: What helps; empty for nothing.
        lines: How many lines there are to write on.
    """

    prompt: str
    answers: tuple[str, ...]
    options: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    form: Form = "choose"
    is_open: bool = False
    why: str = ""
    hint: str = ""
    lines: int = 2

    def given(self, answer: Answer) -> tuple[str, ...]:
        """Return what a pupil answered, each in the wording of an answer or option where it means one.

        Small and capital letters, spaces, and signs at the ends do not matter; the letter of an option is as good, and
        so is its code where it begins with one, as in ``K7: It rains``.

        Example:
            >>> task = Task("Which?", ("Rain",), ("Snow", "Rain"))
            >>> task.given("b"), task.given(" rain. "), task.given(["Hail"])
            (('Rain',), ('Rain',), ('Hail',))
        """
        known = dict.fromkeys((*self.answers, *self.also, *self.options))
        folded = {_folded(each): each for each in reversed(known)}
        for place, option in enumerate(self.options if self.form in ("choose", "bank") else ()):
            folded.setdefault(_folded(letter(place)), option)
            code = _CODE.match(option)
            if code:
                folded.setdefault(_folded(code[1]), option)
        parts = (answer,) if isinstance(answer, str) else tuple(answer)
        return tuple(part if part in known else folded.get(_folded(part), part) for part in parts)

    def is_right(self, answer: Answer) -> bool | None:
        """Return whether an answer is right; None for an open task where it is not word for word the key's.

        Example:
            >>> Task("Which?", ("Rain",), ("Snow", "Rain")).is_right("snow")
            False
        """
        given = set(self.given(answer))
        if given == set(self.answers) or (len(given) == 1 and given <= set(self.also)):
            return True
        return None if self.is_open else False

    def to_data(self) -> dict[str, Any]:
        """Return it as plain data that JSON can hold."""
        return {name: list(part) if isinstance(part, tuple) else part for name, part in asdict(self).items()}

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Self:
        """Return the task that `to_data` made plain data of."""
        parts: dict[str, Any] = {name: tuple(part) if isinstance(part, list) else part for name, part in data.items()}
        return cls(**parts)


def letter(place: int) -> str:
    """Return the letter of an option: A, B ... Z, AA, AB ...

    Example:
        >>> letter(0), letter(25), letter(26)
        ('A', 'Z', 'AA')
    """
    found = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


def _folded(text: str) -> str:
    flat = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    return _EDGES.sub("", flat) or flat
