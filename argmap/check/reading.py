"""What reading a text said, as findings: each fault of a text has a code of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.check.finding import Finding, Fix
from argmap.check.rule import PROFILES, Found, Needs, Rule
from argmap.diagnostics import Severity
from argmap.text.faults import FAULTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from argmap.diagnostics import Diagnostic
    from argmap.source import Source

CODES: Mapping[str, str] = {
    # The document
    "byte-order-mark": "SYN101",
    "old-line-ends": "SYN102",
    "empty-document": "SYN103",
    "not-laid-out": "SYN104",
    "comment-on-last-line": "SYN105",
    "bare-address": "SYN106",
    "include-not-read": "SYN107",
    "unusable-note": "SYN108",
    "front-matter-needs-empty-line": "SYN109",
    "nothing-after-front-matter": "SYN110",
    "front-matter-not-at-start": "SYN111",
    "missing-empty-line": "SYN112",
    "stray-line-break": "SYN113",
    "front-matter-with-hyphens": "SYN114",
    "front-matter-never-closed": "SYN115",
    "comment-never-closed": "SYN116",
    # Headings and lists
    "heading-without-blank": "SYN201",
    "heading-without-text": "SYN202",
    "nested-list": "SYN203",
    "mixed-list": "SYN204",
    "number-read-as-list": "SYN205",
    # Titles and texts
    "missing-text": "SYN301",
    "definition-without-text": "SYN302",
    "data-without-element": "SYN303",
    "title-in-text": "SYN304",
    "text-after-reference": "SYN305",
    "title-never-closed": "SYN306",
    "empty-mark": "SYN307",
    "backslash-lost": "SYN308",
    "unclosed-bold": "SYN309",
    "unclosed-italic": "SYN310",
    "stray-backslash": "SYN311",
    "link-over-lines": "SYN312",
    "shortcode-in-word": "SYN313",
    "unknown-mention": "SYN314",
    # Data
    "text-after-data": "SYN401",
    "second-data": "SYN402",
    "bad-yaml": "SYN403",
    "comment-in-data": "SYN404",
    "data-not-a-mapping": "SYN405",
    "key-without-blank": "SYN406",
    "brace-never-closed": "SYN407",
    # Relations
    "relation-without-parent": "SYN501",
    "relation-without-target": "SYN502",
    "target-on-next-line": "SYN503",
    "relation-not-indented": "SYN504",
    "dedent-below-first-level": "SYN505",
    "dedent-between-levels": "SYN506",
    "contradiction-with-argument": "SYN507",
    "relation-below-inference": "SYN508",
    # Premise-conclusion structures
    "argument-as-premise": "SYN601",
    "structure-without-inference": "SYN602",
    "structure-without-premise": "SYN603",
    "empty-line-in-structure": "SYN604",
    "line-without-number": "SYN605",
    "inference-not-closed": "SYN606",
    "inference-without-conclusion": "SYN607",
    "premise-without-inference": "SYN608",
    "text-after-inference": "SYN609",
    "inference-outside-structure": "SYN610",
    "second-structure": "SYN611",
    # Includes
    "include-not-found": "SYN701",
    "include-outside": "SYN702",
    "include-cycle": "SYN703",
    "included-twice": "SYN704",
    "include-too-much": "SYN705",
}
"""Name of a fault: its code. A number is never used again; new faults take the next one of their hundred."""


def _nothing(_subject: object) -> Iterator[Found]:
    """Find nothing: reading has found it."""
    return iter(())


OTHER = Rule(
    "SYN001",
    "unreadable-part",
    Severity.ERROR,
    Needs.READING,
    frozenset(PROFILES),
    _nothing,
    None,
    "Part of a file could not be read.\n\n## What it does\n\nPasses on what reading a file said of its bytes or of a "
    "format that is not Argdown; each finding has a name of its own.",
    "0.1",
)
"""The rule of faults that have no code of their own."""


_SUMMARIES = {"bad-yaml": "Data or front matter cannot be read as YAML."}
_WHY = {
    Severity.ERROR: "Some of the text could not be used as it stands. Rules that read the map are asked again once it "
    "is mended, as what they find now might only follow from it.",
    Severity.WARNING: "The text was read, but perhaps not as you meant it. Look at the picture or the outline of the "
    "map to see whether it says what you want to say.",
    Severity.INFO: "The text was read as you meant it, most likely; this is only worth knowing.",
}


def reading_rules() -> Iterator[Rule]:
    """Yield a rule for each fault of a text; its page is the sentence that readers are told."""
    yield OTHER
    for name, code in CODES.items():
        severity, sentence = FAULTS[name]
        words = _plain(sentence)
        summary = _SUMMARIES.get(name) or re.split(r"\.(?:[ …]|$)", words)[0] + "."
        yield Rule(
            code,
            name,
            severity,
            Needs.READING,
            frozenset({"strict"}) if severity is Severity.INFO else frozenset(PROFILES),
            _nothing,
            None,
            f"{summary}\n\n## What it does\n\nPasses on what reading the text says, where … stands for "
            f"something of your text: {words}\n\n## Why it matters\n\n{_WHY[severity]}",
            "0.1",
        )


def reading_findings(diagnostics: Iterable[Diagnostic], source: Source | None) -> Iterator[Finding]:
    """Yield diagnostics as findings of the family ``SYN``.

    Example:
        >>> import argmap
        >>> result = argmap.parse("[A]: It *rains.")
        >>> [finding.code for finding in reading_findings(result.diagnostics, result.map.source)]
        ['SYN310']
    """
    for each in diagnostics:
        yield Finding(
            code=CODES.get(each.code, OTHER.code),
            name=each.code,
            severity=each.severity,
            message=each.message,
            span=each.span,
            related=each.related,
            fix=Fix("Mend the text", each.edits) if each.edits else None,
            source=source,
        )


def _plain(sentence: str) -> str:
    """Return the sentence of a fault as it is written for people: its braces are places for words of the text."""
    return re.sub(r"{{|}}|{[^{}]*}", lambda found: {"{{": "{", "}}": "}"}.get(found[0], "…"), sentence)
