"""The cases in the page of a rule: blocks of Argdown under `## Flagged` and `## Accepted`."""

from __future__ import annotations

import re
from typing import NamedTuple

from argmap.check import Finding, Rule, Settings, find
from argmap.evaluate import grounded
from argmap.model import ArgumentMap
from argmap.text import parse

_SECTION = re.compile(r"^## (?P<title>[^\n]+)\n(?P<body>.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
_BLOCK = re.compile(r"^```argdown\n(?P<text>.*?)^```", re.MULTILINE | re.DOTALL)
_MARK = re.compile(r"[ \t]*(?://|#)[ \t]*finding:[ \t]*(?P<codes>[A-Z]{3}[0-9]{3}(?:[ \t]*,[ \t]*[A-Z]{3}[0-9]{3})*)")


class Case(NamedTuple):
    """A text and the findings that it is to have."""

    text: str
    expected: list[tuple[int, str]]


def sections(page: str) -> dict[str, str]:
    """The sections of a page by their titles."""
    return {match["title"].strip(): match["body"] for match in _SECTION.finditer(page)}


def cases(page: str, title: str) -> list[Case]:
    """The cases in one section of a page."""
    return [case(match["text"]) for match in _BLOCK.finditer(sections(page).get(title, ""))]


def case(text: str) -> Case:
    """A text without its marks `// finding: CODE`, and what these say of the lines they stand on."""
    expected = [
        (number, code)
        for number, line in enumerate(text.split("\n"), 1)
        for match in _MARK.finditer(line)
        for code in re.split(r"[ \t]*,[ \t]*", match["codes"])
    ]
    return Case(_MARK.sub("", text), sorted(expected))


def read(text: str) -> ArgumentMap:
    """The map of a text."""
    return parse(text, "case.argdown").map


def found_in(text: str, settings: Settings) -> tuple[Finding, ...]:
    """What the rules find in a text."""
    return find(read(text), settings, labelling=grounded)[0]


def alone(rule: Rule) -> Settings:
    """Settings that ask one rule."""
    return Settings(select=(rule.code,))


def places(findings: tuple[Finding, ...]) -> list[tuple[int, str]]:
    """The line and the code of each finding."""
    return sorted((finding.place.line, finding.code) for finding in findings)


def words(finding: Finding) -> str:
    """The words of the text at the place of a finding."""
    assert finding.source is not None
    assert finding.span is not None
    return finding.source.text[slice(*finding.span)]
