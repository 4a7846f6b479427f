"""Text in a terminal."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.cells import cells, visible, wrap

texts = st.text(
    st.sampled_from("ab \t\n\x1b\x07\x9b漢字é\u0301\u200b\u202e\u2028\ud800😀") | st.characters(), max_size=40
)


@given(texts)
def test_nothing_moves_the_cursor(text):
    shown = visible(text)
    assert not any(unicodedata.category(sign) in ("Cc", "Cs", "Zl", "Zp") for sign in shown)
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")
    shown.encode()


@pytest.mark.parametrize("text", ["plain", "Grüße 漢字 😀", "a\u00a0b", ""])
def test_ordinary_text_stays(text):
    assert visible(text) == text


def test_what_is_written_out():
    assert visible("\x1b[2J\x9b\u202e\ud800\r\n") == "\\x1b[2J\\x9b\\u202e\\ud800\\r\\n"


@pytest.mark.parametrize(
    ("text", "size"), [("", 0), ("abc", 3), ("漢字", 4), ("e\u0301", 1), ("a\u200bb", 2), ("ｆ", 2)]
)
def test_cells(text, size):
    assert cells(text) == size


@given(texts.map(visible), st.integers(2, 30), st.integers(0, 40))
def test_lines_fit_and_nothing_is_lost(text, width, first):
    lines = wrap(text, width, first)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(cells(line) <= width for line in lines[1:])
    assert cells(lines[0]) <= max(0, width - first)
    assert wrap(text, 0, first) == [text]


def test_a_long_word_costs_no_more_than_its_length():
    lines = wrap("a" * 1_000_000, 50)
    assert len(lines) == 20_000
