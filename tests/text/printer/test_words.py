"""Wordings in printed Argdown: what means something is written so that it does not, or so that it does."""

from __future__ import annotations

import pytest

from argmap.model import ArgumentMap, Claim, Range, RangeKind
from argmap.text import parse
from argmap.text.printer import print_map
from tests.text.printer.printing import body, check


@pytest.mark.parametrize(
    "text",
    [
        "An ordinary sentence, with (brackets), a dash - and 'quotes'; it's really so!",
        "e.g. 3 - 2 = 1, or a/b, or 5 * 3 > 7 & x",
        "Ask a@b.org about C# and F# ...",
        "Either/or: neither, nor? “No” – it costs 5 €.",
        "日本語の文。 مرحبا 😀",
    ],
)
def test_ordinary_prose_stays_ordinary(text: str) -> None:
    m = ArgumentMap()
    m.claim(text)
    assert body(m) == f"{text}\n"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("1. First", r"1\. First"),
        ("- no", r"\- no"),
        ("'+ no'", r"\'+ no'"),
        (", no", r"\, no"),
        ("a [b] c", r"a \[b] c"),
        ("a_b", r"a\_b"),
        ("2*3", r"2\*3"),
        ("issue #42", r"issue \#42"),
        ("http://a.org", r"http:\//a.org"),
        ("{x}", r"\{x}"),
        ("a < b > c", r"a \< b > c"),
        ("a < b", "a < b"),
        ("III.A. Types", r"III\.A. Types"),
        ("a\\b", r"a\\b"),
        ("=== a", r"\=== a"),
    ],
)
def test_only_what_means_something_gets_a_backslash(text: str, written: str) -> None:
    m = ArgumentMap()
    m.claim(text)
    assert body(m) == f"{written}\n"


def test_white_space_that_argdown_cannot_hold_is_noted() -> None:
    m = ArgumentMap.from_records(claims=[Claim("T", " two\nlines  and blanks "), Claim("U", "a.  b\tc")])
    assert body(m) == "[T]: two lines  and blanks\n\n[U]: a. \\ b\tc\n"


def test_marks_are_written_where_the_language_takes_them() -> None:
    given = "[T]: **bold**, _it **both** x_ and [a link](http://x.org/a_b) of #tag, #(a tag) and @[T] by @<A> (_x_).\n\n<A>: x\n"
    assert print_map(parse(given).map) == given


def test_marks_that_the_language_does_not_take_are_noted() -> None:
    m = ArgumentMap()
    m.claim("weakness", title="T")
    m.replace("T", ranges=[Range(RangeKind.BOLD, 2, 4), Range(RangeKind.ITALIC, 3, 6)])
    assert body(m) == "[T]: weakness\n"


@pytest.mark.parametrize("text", ["#", "##", "*", "_", "1.", "+", "--", "[", "<", "\\", ".", "===", ","])
def test_signs_alone_are_text(text: str) -> None:
    m = ArgumentMap()
    m.claim("Before.", data={"a": "b"})
    m.claim(text, data={"side": "open"})
    check(m)


def test_halves_of_characters_are_replaced() -> None:
    m = ArgumentMap.from_records(claims=[Claim("T", "half \ud800", "T")])
    assert print_map(m) == "[T]: half \ufffd\n"
