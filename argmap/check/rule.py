"""What a rule is: a function that finds, with a code, a name, and a docstring that is its page."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.diagnostics import Severity, Span

if TYPE_CHECKING:
    from argmap.check.finding import Fix
    from argmap.check.subject import Subject
    from argmap.model.records import Argument, Claim, Relation, Section

FAMILIES = {
    "SYN": "the text",
    "STR": "structure",
    "WRD": "wording",
    "REA": "reasoning and schemes",
    "BAL": "balance of sides",
    "EVD": "evidence and quotations",
    "DIA": "dialectical status",
    "LOG": "logic and consistency",
    "CLS": "classroom",
    "CFG": "settings and suppressions",
}
"""The families of rules: the three letters that codes begin with, and what they are about."""

PROFILES = {
    "draft": "a map that is being written: only what is broken",
    "standard": "what is wrong, and what probably is",
    "strict": "everything that is not noisy",
    "analysis": "premises and conclusions spelt out, as in a course on argument analysis",
    "debate": "speeches, sides and answers",
    "classroom": "maps of pupils, and the tasks their teacher set",
}
"""Named selections of rules, and what each is for."""


class Needs(StrEnum):
    """What a rule reads. A rule that reads the map is not asked where the text has errors."""

    READING = "reading"
    """Nothing: it passes on what reading the text said."""
    LINES = "lines"
    """The text and its lines; nothing for a map that was not read from text."""
    MAP = "map"
    """The map."""
    EVALUATION = "evaluation"
    """The map, and which claims and arguments stand."""
    REPORT = "report"
    """The findings of all other rules."""


class Found(NamedTuple):
    """What a rule yields; code, name and severity are the rule's.

    Attributes:
        about: The record it is about; None for the map as a whole.
        message: One or two whole sentences: what was found, and what to do.
        span: Its place, where that is not the place of the record.
        related: Other places that belong to it, each with a word on why (`the first one`).
        fix: What mends it.
    """

    about: Claim | Argument | Relation | Section | None
    message: str
    span: Span | None = None
    related: tuple[tuple[Span, str], ...] = ()
    fix: Fix | None = None


Finder = Callable[..., Iterator[Found]]

_CODE = re.compile(r"[A-Z]{3}[0-9]{3}\Z")


@dataclass(frozen=True, slots=True)
class Rule:
    """One check.

    Attributes:
        code: Three letters of its family and three digits; never used for another rule.
        name: The bad thing in words with hyphens, as in ``isolated-claim``.
        severity: How much a finding matters.
        needs: What it reads.
        profiles: The profiles it belongs to; none for a rule that only runs when it is selected by name.
        find: The function.
        options: The dataclass of its options, or None.
        page: Its page, as Markdown: the docstring of the function.
        since: The first version that has it.
        aliases: Codes and names it had before.
    """

    code: str
    name: str
    severity: Severity
    needs: Needs
    profiles: frozenset[str]
    find: Finder
    options: type[Any] | None
    page: str
    since: str
    aliases: tuple[str, ...] = ()

    @property
    def family(self) -> str:
        """The three letters its code begins with."""
        return self.code[:3]

    @property
    def summary(self) -> str:
        """The first line of its page."""
        return self.page.split("\n", 1)[0]

    def section(self, title: str) -> str:
        """Return what its page says under a heading, or an empty string.

        Example:
            >>> from argmap.check import rule_named
            >>> rule_named("STR108").section("How it is fixed")
            'The relation is removed.'
        """
        for part in self.page.split("\n## ")[1:]:
            heading, _, body = part.partition("\n")
            if heading.strip() == title:
                return body.strip()
        return ""

    def run(self, subject: Subject, options: Any = None) -> Iterator[Found]:
        """Yield what it finds.

        Args:
            subject: What is checked.
            options: A value of `options`; by default with all its defaults.
        """
        if self.options is None:
            return self.find(subject)
        return self.find(subject, self.options() if options is None else options)


def rule(
    code: str,
    severity: Severity = Severity.WARNING,
    *,
    needs: Needs = Needs.MAP,
    profiles: tuple[str, ...] | None = None,
    options: type[Any] | None = None,
    since: str = "0.1",
    aliases: tuple[str, ...] = (),
) -> Callable[[Finder], Rule]:
    """Make a rule of a generator function; its name is that of the function, with hyphens.

    The function is called with a `Subject`, and with its options if it has any, and yields `Found`.

    Args:
        code: Three letters of `FAMILIES` and three digits.
        severity: How much a finding matters.
        needs: What it reads.
        profiles: The profiles it belongs to. By default an error belongs to all, a warning to all but ``draft``,
            an info to ``strict``. An empty tuple makes a rule that runs only when selected.
        options: A frozen dataclass; its fields, types and defaults are what users may set.
        since: The first version that has it.
        aliases: Codes and names it had before.

    Raises:
        ValueError: If the code or a profile is not of the form described.
    """
    if not _CODE.match(code) or code[:3] not in FAMILIES:
        raise ValueError(f"The code of a rule is a family and three digits, such as STR104, not {code!r}.")
    chosen = _profiles_of(severity) if profiles is None else frozenset(profiles)
    unknown = chosen - PROFILES.keys()
    if unknown:
        raise ValueError(f"The rule {code} names profiles that there are not: {', '.join(sorted(unknown))}.")

    def made(find: Finder) -> Rule:
        return Rule(
            code,
            find.__name__.replace("_", "-"),
            severity,
            needs,
            chosen,
            find,
            options,
            inspect.cleandoc(find.__doc__ or ""),
            since,
            aliases,
        )

    return made


def _profiles_of(severity: Severity) -> frozenset[str]:
    if severity is Severity.ERROR:
        return frozenset(PROFILES)
    if severity is Severity.WARNING:
        return frozenset(PROFILES) - {"draft"}
    return frozenset({"strict"})
