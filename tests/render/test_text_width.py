import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.render.text_width import reads_from_right, text_width, wrap


def test_known_widths():
    assert text_width("Hello, World") == pytest.approx(5.445)  # in Arial's own units of 1/1000 em
    assert text_width("Hello", bold=True) > text_width("Hello")
    assert text_width("é") == text_width("e")
    assert text_width("í") == pytest.approx(0.278)
    assert text_width("日本") == 2
    assert text_width("\u200b\u0301\u202e") == 0
    assert text_width("ก") == pytest.approx(0.6)


@given(st.text(), st.floats(2, 40), st.booleans())
def test_wrapping_keeps_every_sign_and_fits(text, width, bold):
    lines = wrap(text, width, bold=bold)
    assert "".join("".join(line.split()) for line in lines) == "".join(text.split())
    assert all(text_width(line, bold=bold) <= width + 1e-6 for line in lines)
    assert len(lines) == 1 or all(lines)


@given(st.lists(st.text("abcdefg", min_size=1, max_size=8), min_size=1, max_size=8), st.floats(5, 15))
def test_wrapping_takes_the_fewest_lines_and_then_the_most_even(words, width):
    def best(rest: list[str]) -> tuple[int, float]:
        """Try all ways to break."""
        if not rest:
            return (0, 0.0)
        options = []
        for end in range(1, len(rest) + 1):
            wide = text_width(" ".join(rest[:end]))
            if wide <= width:
                lines, ragged = best(rest[end:])
                options.append((lines + 1, ragged + (width - wide) ** 2))
        return min(options)

    lines = wrap(" ".join(words), width)
    count, ragged = best(words)
    assert len(lines) == count
    assert sum((width - text_width(line)) ** 2 for line in lines) == pytest.approx(ragged)


def test_words_are_kept_whole_where_they_fit():
    assert wrap("A leaked model was fine-tuned for scams", 12) == ["A leaked model was", "fine-tuned for scams"]


def test_long_words_are_broken_into_like_parts():
    lines = wrap("x" * 100, 12)
    assert len(lines) == 5
    assert max(map(len, lines)) - min(map(len, lines)) <= 2


def test_signs_that_belong_together_stay_together():
    assert all(not line.startswith("\u0301") for line in wrap("e\u0301" * 60, 5))
    assert all(not line.startswith(("、", "。")) for line in wrap("働く人の暮らしが、安定し、地域の店。" * 3, 6))


@pytest.mark.parametrize(
    ("text", "expected"), [("שלום", True), ("12 مرحبا", True), ("ab שלום", True), ("שלום abcdef", False), ("", False)]
)
def test_direction(text, expected):
    assert reads_from_right(text) is expected
