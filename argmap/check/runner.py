"""Asking rules: a map in, a report out."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from argmap.check.finding import Finding
from argmap.check.reading import reading_findings
from argmap.check.registry import all_rules
from argmap.check.result import Checked, Report
from argmap.check.rule import Needs
from argmap.check.settings import OF_A_RUN, Settings
from argmap.check.subject import Subject
from argmap.check.suppression import Suppressions
from argmap.diagnostics import Severity, Span
from argmap.errors import ArgmapError
from argmap.memory import collection_paused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date

    from argmap.check.rule import Found, Rule
    from argmap.model import ArgumentMap

_NOWHERE = Span(0, 0)
_CHOOSING = ("profile", "select", "ignore")
FRONT = "check"
"""The key of the front matter under which a map may bring settings of its own."""


def find(
    m: ArgumentMap,
    settings: Settings,
    *,
    labelling: Callable[[ArgumentMap], Mapping[str, str]] | None = None,
    today: date | None = None,
    folder: str | None = None,
    tell: Callable[[], None] | None = None,
) -> tuple[tuple[Finding, ...], int]:
    """Ask all rules that the settings select about a map.

    Where reading its text found an error, rules that read the map are not asked: what they found might only follow
    from it.

    Args:
        m: The map.
        settings: What to check; what the front matter says under ``check`` comes on top.
        labelling: A function that says of each claim and argument whether it stands (``in``, ``out``,
            ``undecided``); without it, rules that need an evaluation find nothing.
        today: The day to take dates against; by default that of the computer.
        folder: The folder that files named in the map are relative to.
        tell: Called after each rule, to show progress.

    Returns:
        The findings in the order of the text, and how many more were suppressed by comments.

    Complexity:
        As the rules; they are linear unless their page says otherwise.
    """
    with collection_paused():
        diagnostics = () if m.source is None else m.source.diagnostics
        suppressions = Suppressions(m)
        subject = Subject(m, labelling=labelling, suppressions=suppressions, today=today, folder=folder)
        settings, problems = _with_front_matter(settings, subject)
        codes = settings.codes()
        is_broken = any(each.severity is Severity.ERROR for each in diagnostics)
        found = [
            replace(each, about=subject.places.at(each.span.start))
            for each in reading_findings(diagnostics, m.source)
            if each.code in codes and each.span is not None
        ]
        asked: set[str] = set()
        last: list[Rule] = []
        for rule in all_rules():
            if rule.code not in codes:
                continue
            if rule.needs is Needs.REPORT:
                last.append(rule)
            elif rule.needs is Needs.READING:
                asked.add(rule.code)
            elif _may_ask(rule, subject, is_broken=is_broken):
                asked.add(rule.code)
                found += _findings(rule, subject, settings)
            if tell is not None:
                tell()
        kept = [each for each in found if not suppressions.suppresses(each)]
        subject.settings_problems = problems
        # Where the text is broken, nobody knows what comments would have suppressed.
        subject.asked = frozenset() if is_broken else frozenset(asked).union(rule.code for rule in last)
        # Unused suppressions (CFG101) come last: suppressed findings of the other rules on comments count as well.
        for rule in reversed(last):
            late = list(_findings(rule, subject, settings))
            found += late
            kept += [each for each in late if not suppressions.suppresses(each)]
        suppressed = len(found) - len(kept)
        kept.sort(key=_in_order)
        return tuple(kept), suppressed


def _in_order(finding: Finding) -> tuple[Span, str, str]:
    return finding.span or _NOWHERE, finding.code, finding.message


def _may_ask(rule: Rule, subject: Subject, *, is_broken: bool) -> bool:
    if rule.needs is Needs.LINES:
        return subject.source is not None
    return not is_broken and (rule.needs is not Needs.EVALUATION or subject.is_evaluated)


def _findings(rule: Rule, subject: Subject, settings: Settings) -> Iterator[Finding]:
    for found in rule.run(subject, settings.options.get(rule.name)):
        yield _finding(rule, found, subject)


def _finding(rule: Rule, found: Found, subject: Subject) -> Finding:
    about = found.about
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        # Halves of surrogate pairs, which data may hold, cannot be written to any file.
        message=found.message if found.message.isascii() else found.message.encode("utf-8", "replace").decode(),
        span=found.span if found.span is not None else subject.places.of(about),
        about=None if about is None else getattr(about, "id", None) or getattr(about, "source", None),
        related=found.related,
        fix=found.fix,
        source=subject.source,
    )


def _with_front_matter(settings: Settings, subject: Subject) -> tuple[Settings, list[tuple[str, str]]]:
    """Return the settings with those of the front matter, and what could not be used: a key and a sentence each."""
    given: Any = subject.data.get(FRONT)
    if given is None:
        return settings, []
    if not isinstance(given, dict):
        return settings, [(FRONT, "The settings under check must be a mapping such as {profile: strict}.")]
    problems = []
    is_selected = bool(settings.select)
    # The profile goes first, as a selection is to replace it. What cannot be used takes nothing else along.
    for key, value in sorted(given.items(), key=lambda each: each[0] != "profile"):
        name = str(key).replace("_", "-")
        if name in OF_A_RUN:
            problems.append((str(key), f"A map cannot say {name}: it belongs to the run that checks it. Remove it."))
            continue
        parts = [{each: some} for each, some in value.items()] if name == "rules" and isinstance(value, dict) else None
        for part in [value] if parts is None else parts:
            try:
                merged = settings.merged({key: part}, "The front matter")
            except ArgmapError as error:
                problems.append((str(key) if parts is None else str(next(iter(part))), str(error)))
                continue
            # Whoever asks for some rules by name wants these, whatever a map says.
            if not (is_selected and name in _CHOOSING):
                settings = merged
    return settings, problems


def check(
    m: ArgumentMap,
    *,
    settings: Settings | None = None,
    labelling: Callable[[ArgumentMap], Mapping[str, str]] | None = None,
    today: date | None = None,
    **given: Any,
) -> Report:
    """Check a map.

    Args:
        m: The map.
        settings: What to check and how; by default the profile ``standard``. No file is looked for.
        labelling: As for `find`.
        today: As for `find`.
        **given: Settings on top: ``profile``, ``select``, ``extend_select``, ``ignore``, ``fail_on``, ``rules``.

    Raises:
        ArgmapError: If a setting is not known, or a name stands for no rule.

    Example:
        >>> import argmap
        >>> m = argmap.ArgumentMap("Rain")
        >>> check(m, profile="strict").fails
        False
        >>> check(m, profil="strict")
        Traceback (most recent call last):
            ...
        argmap.errors.ArgmapError: check: there is no setting 'profil'. Did you mean 'profile'?
    """
    chosen = (settings or Settings()).merged(given, "check")
    name = m.source.name if m.source is not None else m.title or "<map>"
    folder = None
    if m.source is not None and os.path.exists(m.source.name):  # noqa: PTH110  # it never raises
        folder = os.path.dirname(os.path.abspath(m.source.name))  # noqa: PTH100, PTH120
    findings, suppressed = find(m, chosen, labelling=labelling, today=today, folder=folder)
    return Report((Checked(name, findings, suppressed, len(m.claims)),), chosen.fail_on)
