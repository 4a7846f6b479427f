"""The formatter changes white space only, and only once."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given

from argmap.text import parse
from argmap.text.formatter import format_text
from tests.golden import check_golden
from tests.grammar import documents

CORPUS = Path(__file__).parents[1] / "conformance"
GOLDEN = Path(__file__).parents[1] / "golden" / "formatter"
UNTIDY = sorted(GOLDEN.glob("*.untidy"))


def check(text: str) -> str:
    before = parse(text)
    done = format_text(text)
    if before.errors:
        assert done.text == text
        assert not done.changed
        return text
    after = parse(done.text)
    assert after.map == before.map
    assert [text[a:b].split() for a, b in before.comments] == [done.text[a:b].split() for a, b in after.comments]
    assert done.changed == (done.text != text)
    again = format_text(done.text)
    assert again.text == done.text
    assert not again.changed
    return done.text


@pytest.mark.parametrize("path", UNTIDY, ids=lambda path: path.stem)
def test_untidy_texts_are_laid_out(path: Path) -> None:
    text = check(path.read_bytes().decode("utf-8"))
    check_golden(path.with_suffix(".tidy"), text)


@pytest.mark.parametrize("path", sorted((CORPUS / "good").rglob("*.argdown")), ids=lambda path: path.stem)
def test_the_corpus_keeps_its_meaning(path: Path) -> None:
    text = check(path.read_bytes().decode("utf-8"))
    lines = text.split("\n")
    assert text.endswith("\n") or not text
    assert "\r" not in text.replace("\\\r", "")
    assert not any(line == "" and following == "" for line, following in pairwise(lines[:-1])) or (
        "/*" in text or "<!--" in text or "===" in text or "{" in text
    )


@given(documents())
def test_generated_documents_keep_their_meaning(text: str) -> None:
    check(text)


def test_tidying_is_not_refused_by_the_safety_net() -> None:
    """`format_text` returns the text as it was where the meaning would change; that must not be how it passes."""
    untidy = [path for path in (CORPUS / "good").rglob("*.argdown") if not parse(path.read_text("utf-8")).errors]
    changed = [path for path in untidy if format_text(path.read_bytes().decode("utf-8") + "\n\n\n").changed]
    assert len(changed) == len(untidy)
