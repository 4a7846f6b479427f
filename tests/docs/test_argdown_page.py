"""The page on Argdown names every deliberate difference that the conformance tests allow."""

from __future__ import annotations

import re
from pathlib import Path

from tests.oracle import drawing
from tests.oracle.differences import DIFFERENCES

PAGE = Path(__file__).parents[2] / "docs" / "argdown.md"


def test_the_page_lists_the_differences_and_no_others() -> None:
    text = " ".join(PAGE.read_text(encoding="utf-8").split())
    allowed = {**DIFFERENCES, **drawing.DIFFERENCES}
    assert len(allowed) == len(DIFFERENCES) + len(drawing.DIFFERENCES)
    for name, reason in allowed.items():
        assert f"**{name}**: {reason}" in text
    assert set(re.findall(r"- \*\*([a-z-]+)\*\*:", text)) == set(allowed)
