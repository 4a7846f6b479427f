from hypothesis import given
from hypothesis import strategies as st

from argmap.wording import shorten


@given(st.text(), st.integers(4, 50))
def test_shortened_text_is_short_and_says_so(text, limit):
    short = shorten(text, limit)
    assert len(short) <= limit
    assert short == " ".join(text.split()) or short.endswith("…")


def test_a_megabyte_is_cut():
    assert len(shorten("word " * 250_000, 700)) <= 700
    assert shorten("x" + " " * 1_000_000, 700) == "x"
