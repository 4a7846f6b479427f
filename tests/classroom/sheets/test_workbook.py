"""Workbooks, opened again."""

from __future__ import annotations

import io

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.classroom.sheets import Grid, Workbook
from argmap.classroom.sheets.showing import clean
from argmap.classroom.sheets.workbook import xlsx_of
from argmap.classroom.sheets.workbook_text import html_of, markdown_of
from tests.classroom.sheets.everything import HOSTILE, texts, workbook


def opened(book: Workbook):
    return openpyxl.load_workbook(io.BytesIO(xlsx_of(book)))


def test_the_head_stays_in_view_and_all_fits_on_a_page():
    sheet = opened(workbook()).worksheets[0]
    assert sheet.freeze_panes == "A2"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToWidth in (None, 1)  # one is what it is where nothing is said
    assert sheet.page_setup.fitToHeight == 0
    assert sheet["A2"].alignment.wrap_text
    assert [cell.value for cell in sheet[3]] == [1, 2.5]


@settings(max_examples=25, deadline=None)
@given(rows=st.lists(st.lists(st.one_of(texts, st.integers(), st.floats()), min_size=2, max_size=2), max_size=4))
def test_text_is_text_and_never_a_formula(rows):
    sheet = opened(Workbook("w", "W", (Grid("g", ("a", "b"), tuple(map(tuple, rows))),))).worksheets[0]
    for row, wanted in zip(sheet.iter_rows(min_row=2), rows, strict=True):
        for cell, value in zip(row, wanted, strict=True):
            assert cell.data_type in ("s", "n", "inlineStr")
            assert cell.hyperlink is None
            if isinstance(value, str):
                # A writer of the format keeps what XML cannot hold as _x0000_; nothing of that is left here.
                assert (cell.value or "") == clean(value)[:32000]


@pytest.mark.parametrize("name", [*HOSTILE, "History", "'", "[a]:b*c?d/e\\f", "A" * 40, "👩‍👩‍👧" * 20])
def test_any_name_of_a_sheet_will_do(name):
    grids = (Grid(name, ("a",), ()), Grid(name, ("a",), ()), Grid(name.upper(), ("a",), ()))
    assert len(opened(Workbook("w", name, grids)).sheetnames) == 3


def test_no_sheets_are_one_empty_one():
    assert len(opened(Workbook("w", "", ())).sheetnames) == 1


@pytest.mark.parametrize("text", HOSTILE)
def test_it_can_be_read_as_a_page_and_as_markdown(text):
    assert html_of(workbook(text)).startswith("<!DOCTYPE html>")
    assert markdown_of(workbook(text)).startswith("# ")
