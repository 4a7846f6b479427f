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


def test_a_text_is_cut_at_a_word_and_ends_with_no_comma():
    assert shorten("It rains in the morning, and then the sun shines", 27) == "It rains in the morning …"
    assert shorten("Rindfleischetikettierung", 12) == "Rindfleisc …"  # there is no word to cut at
