"""Sheets as Markdown: read back by a parser, every text is what it was."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt

from argmap.classroom.sheets import Choices, Gap, Heading, Item, Listing, Paragraph, Run, Sheet, Table
from argmap.classroom.sheets.markdown import markdown_of
from argmap.classroom.sheets.showing import plain
from tests.classroom.sheets.everything import HOSTILE, inline, sheet, texts

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def read(text: str) -> str:
    """Return what a reader of Markdown sees, in one line."""
    shown = re.sub(r"<[^>]+>", " ", PARSER.render(text).replace("<strong>", "").replace("</strong>", ""))
    return " ".join(html.unescape(shown).split())


@settings(max_examples=60, deadline=None)
@given(text=texts)
def test_a_paragraph_is_read_as_it_was_written(text):
    assert read(markdown_of(Sheet("s", "T", (Paragraph(text),)))) == f"T {' '.join(plain(text).split())}".strip()


@pytest.mark.parametrize("text", HOSTILE)
def test_items_and_cells_are_read_as_they_were_written(text):
    wanted = " ".join(plain(text).split())
    made = markdown_of(Sheet("s", "T", (Listing((Item(text, (Item(text),)),)), Table((text, "b"), ((text, "c"),)))))
    assert read(made) == " ".join(f"T {wanted} {wanted} {wanted} b {wanted} c".split())


@settings(max_examples=30, deadline=None)
@given(text=inline)
def test_nothing_raises(text):
    assert markdown_of(sheet(text=text)).startswith("# ")


def test_what_a_pupil_reads():
    blocks = (
        Heading("Gaps"),
        Paragraph(("Because ", Gap("it rains", 8), Run(" now", bold=True), ".")),
        Choices(("Yes", "No"), frozenset({1})),
    )
    pupil = Sheet("s", "Rain", blocks)
    assert markdown_of(pupil) == (
        "# Rain\n\n## Gaps\n\nBecause \\_\\_\\_\\_\\_\\_\\_\\_ **now**.\n\n- ☐ A. Yes\n- ☐ B. No\n"
    )
    assert markdown_of(pupil.key("Answers")) == (
        "# Answers\n\n## Gaps\n\nBecause **it rains** **now**.\n\n- ☐ A. Yes\n- ☑ B. **No**\n"
    )
