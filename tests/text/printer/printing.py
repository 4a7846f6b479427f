"""What holds for the text of every map."""

from __future__ import annotations

from argmap.diagnostics import Severity
from argmap.model import ArgumentMap
from argmap.text import parse
from argmap.text.printer import print_map


def check(m: ArgumentMap) -> str:
    """Assert what holds for every map, and return its text."""
    text = print_map(m)
    result = parse(text)
    # A map without anything says nothing, and a mention of something unknown stays one.
    expected = {"unknown-mention"} if len(m) or len(m.sections) else {"empty-document", "nothing-after-front-matter"}
    assert [
        item for item in result.diagnostics if item.severity is not Severity.INFO and item.code not in expected
    ] == [], text
    assert result.map == m, text
    assert print_map(result.map) == text
    text.encode()
    return text


def body(m: ArgumentMap) -> str:
    """The text of a map without its front matter."""
    text = check(m)
    return text.split("===\n\n", 1)[1] if text.startswith("===") else text
