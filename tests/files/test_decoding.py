"""Bytes become text, whatever they are, and the first bad one is named."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.files.decoding import decode


@pytest.mark.parametrize(
    "data",
    [
        "Grüße\r\n漢字".encode(),
        codecs.BOM_UTF8 + "Grüße\r\n漢字".encode(),
        "Grüße\r\n漢字".encode("utf-16"),
        codecs.BOM_UTF16_LE + "Grüße\r\n漢字".encode("utf-16-le"),
        codecs.BOM_UTF16_BE + "Grüße\r\n漢字".encode("utf-16-be"),
    ],
    ids=["utf-8", "utf-8 with a mark", "utf-16", "little-endian", "big-endian"],
)
def test_encodings_that_are_read(data):
    assert decode(data) == ("Grüße\r\n漢字", None)


def test_the_first_bad_byte_is_named_and_the_rest_is_read():
    text, problem = decode("Straße\nGrüße und Öl".encode("cp1252"))
    assert text == "Stra\ufffde\nGr\ufffd\ufffde und \ufffdl"
    assert problem.span == (4, 5)
    assert problem.message == (
        "The byte 0xDF here is not UTF-8, and so are 3 others; each is read as \ufffd. In Windows-1252 it would be "
        "'ß'. Save the file as UTF-8."
    )


def test_one_bad_byte_is_one():
    text, problem = decode(b"a\xff\xef\xbf\xbdb")
    assert text == "a\ufffd\ufffdb"  # the second one was in the file
    assert problem.span == (1, 2)
    assert "0xFF here is not UTF-8; it is read as" in problem.message


def test_utf_16_that_ends_in_half_a_sign():
    text, problem = decode("ab".encode("utf-16") + b"c")
    assert text == "ab\ufffd"
    assert problem.span == (2, 3)
    assert "not UTF-16" in problem.message
    assert "Windows-1252" not in problem.message


@pytest.mark.parametrize("mark", [codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE])
def test_utf_32_with_its_mark(mark):
    encoding = "utf-32-le" if mark == codecs.BOM_UTF32_LE else "utf-32-be"
    assert decode(mark + "Grüße 😀".encode(encoding)) == ("Grüße 😀", None)
    text, problem = decode(mark + "ab".encode(encoding) + b"c")
    assert (text, problem.span) == ("ab\ufffd", (2, 3))
    assert "not UTF-32" in problem.message


@given(st.binary(max_size=200))
def test_any_bytes_become_text(data):
    text, problem = decode(data)
    if problem is None:
        assert "\ufffd" not in text or b"\xef\xbf\xbd" in data or b"\xfd\xff" in data or b"\xff\xfd" in data
    else:
        assert text[problem.span.start : problem.span.end] == "\ufffd"
        assert text.count("\ufffd") >= 1


@given(st.text())
def test_text_comes_back(text):
    # What begins with NUL in UTF-16 is told from UTF-32 by nothing.
    text = text.encode(errors="replace").decode().lstrip("\ufeff\0")
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        assert decode(text.encode(encoding)) == (text, None)
