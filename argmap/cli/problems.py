"""The problems of `argmap solve`: a task and a semantics, such as DS-PR, as the ICCMA competitions call them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import click

from argmap.errors import UnknownNameError, nearest

if TYPE_CHECKING:
    from argmap.evaluate.dung.semantics import Semantics

TASKS = {
    "DC": "is the argument in some extension",
    "DS": "is the argument in every extension",
    "SE": "some extension",
    "EE": "every extension",
    "CE": "how many extensions there are",
}
"""The tasks, and what each asks."""


class Problem(NamedTuple):
    """A task, such as ``DS``, and a semantics."""

    task: str
    semantics: Semantics

    def __str__(self) -> str:
        return f"{self.task}-{self.semantics.code}"

    @property
    def has_argument(self) -> bool:
        """Whether it asks about an argument."""
        return self.task in ("DC", "DS")


def problems() -> list[Problem]:
    """Return all problems: every task for every semantics."""
    from argmap.evaluate.dung.semantics import SEMANTICS

    return [Problem(task, semantics) for task in TASKS for semantics in SEMANTICS]


def problem_named(name: str) -> Problem:
    """Return the problem of a name; the semantics may be a code or a full name, in any case of letters.

    Raises:
        click.UsageError: There is none.

    Example:
        >>> str(problem_named("ds-preferred"))
        'DS-PR'
        >>> problem_named("DZ-PR")
        Traceback (most recent call last):
            ...
        click.exceptions.UsageError: There is no problem 'DZ-PR'. Did you mean 'DS-PR'?
    """
    from argmap.evaluate.dung.semantics import SEMANTICS, semantics_named

    task, dash, rest = name.strip().partition("-")
    known = [str(each) for each in problems()]
    try:
        if not dash or task.upper() not in TASKS:
            raise UnknownNameError(name)
        return Problem(task.upper(), semantics_named(rest))
    except UnknownNameError:
        codes = ", ".join(each.code for each in SEMANTICS)
        hint = _hint(task, rest, [each.name for each in SEMANTICS]) or nearest(name, known)
        more = f" A problem is one of {', '.join(TASKS)}, a dash, and one of {codes}."
        raise click.UsageError(f"There is no problem {name!r}.{hint or more}") from None


def _hint(task: str, rest: str, names: list[str]) -> str:
    """Return the hint for a task with a full name of a semantics that is misspelt."""
    hint = nearest(rest, names) if task.upper() in TASKS and len(rest) > len("STG2") else ""
    return hint.replace(" '", f" '{task.upper()}-")
