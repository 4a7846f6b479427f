"""From bytes to text: UTF-8, or UTF-16 and UTF-32 with their marks; of other bytes the first is named."""

from __future__ import annotations

import codecs

from argmap.diagnostics import Diagnostic, Span

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # it begins as the next does
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
)


def decode(data: bytes) -> tuple[str, Diagnostic | None]:
    r"""Return the text that bytes stand for, without a byte order mark, and what was wrong with it.

    Bytes that are not text in the encoding become U+FFFD, the sign for a character that was lost. Line ends stay
    as they are. Linear.

    Example:
        >>> decode("Grüße".encode("utf-16"))
        ('Grüße', None)
        >>> text, problem = decode("Grüße".encode("latin-1"))
        >>> text, problem.span
        ('Gr��e', Span(start=2, end=3))
        >>> problem.message.partition(";")[0]
        'The byte 0xFC here is not UTF-8, and so is 1 other'
    """
    mark, encoding = next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", "utf-8"))
    data = data[len(mark) :]
    try:
        return data.decode(encoding), None
    except UnicodeDecodeError as error:
        start = len(data[: error.start].decode(encoding))
        text = data.decode(encoding, "replace")
        # A sign that was in the file as such is not one that was lost.
        lost = text.count("\ufffd") - data.decode(encoding, "ignore").count("\ufffd")
        return text, _problem(data, error.start, start, encoding, lost)


def _problem(data: bytes, at: int, start: int, encoding: str, lost: int) -> Diagnostic:
    others = lost - 1
    more = "" if others < 1 else f", and so {'is 1 other' if others == 1 else f'are {others:,} others'}"
    each = "it is" if others < 1 else "each is"
    message = f"The byte 0x{data[at]:02X} here is not {encoding[:6].upper()}{more}; {each} read as \ufffd."
    if encoding == "utf-8":
        old = data[at : at + 1].decode("cp1252", "ignore")
        message += f" In Windows-1252 it would be {old!r}." if old.isprintable() and old else ""
    return Diagnostic(
        code="not-utf-8",
        message=f"{message} Save the file as UTF-8.",
        span=Span(start, start + 1),
    )
