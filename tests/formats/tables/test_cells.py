"""Cells of tables: no formulas, and every value comes back."""

from hypothesis import given
from hypothesis import strategies as st

from argmap.formats.tables.cells import cell_of, guarded, tags_cell, tags_of, unguarded, value_of
from tests.maps import texts


@given(texts)
def test_no_cell_is_a_formula(text):
    cell = guarded(text)
    assert unguarded(cell) == text
    is_number = text.isascii() and text.strip() == text and text.lstrip("-").replace(".", "", 1).isdigit()
    assert cell[:1] not in tuple("=+-@\t\r\n＝＋－＠") or is_number


@given(st.lists(st.sampled_from(["'", "=", "-", "5", "x", "@", ".", "+"]), max_size=6).map("".join))
def test_apostrophes_survive(text):
    assert unguarded(guarded(text)) == text


@given(st.one_of(texts, st.integers(), st.floats(allow_nan=False), st.booleans(), st.none()))
def test_values_keep_their_sort(value):
    cell = cell_of(value)
    if cell is not None:
        assert value_of(cell) == value
        assert type(value_of(cell)) is type(value)


@given(st.lists(texts.map(lambda text: " ".join(text.split())).filter(bool), max_size=4))
def test_tags_come_back(tags):
    assert tags_of(tags_cell(tuple(tags))) == tags
