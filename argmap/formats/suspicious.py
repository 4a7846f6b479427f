"""Texts that a program on the way has spoilt: UTF-8 taken for Windows-1252, and signs of HTML that nobody turned back.

Files from the web often hold them. They are told, with what was probably meant, and left as they are: only a person
knows whether ``Ã©`` stands for ``é``.
"""

from __future__ import annotations

import html
import json
import re
from functools import partial
from typing import TYPE_CHECKING, NamedTuple
from xml.sax.saxutils import escape

from argmap.diagnostics import Diagnostic, Severity, Span
from argmap.formats.naming import MAP, label
from argmap.wording import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from argmap.formats.given import Given
    from argmap.model import ArgumentMap
    from argmap.text import ParseResult

# What Windows-1252 makes of the bytes 0x80 to 0xBF, which continue a character of UTF-8; five of them stand for
# nothing there, and many programs leave them as control characters.
_ON = "".join(bytes([code]).decode("cp1252", "ignore") or chr(code) for code in range(0x80, 0xC0)) + "".join(
    map(chr, range(0x80, 0xA0))
)
_THEN = f"[{re.escape(_ON)}]"
_UPPER = "A-ZÀ-ÖØ-Þ"
# Two bytes make a letter of Western Europe; where they make another one, only several together are no chance. After
# a capital, what looks like the second byte may be a quotation mark.
_SPOILT = re.compile(
    f"(?:[à-ï]{_THEN}{{2}}|[ð-ô]{_THEN}{{3}}|Â{_THEN}|(?<![{_UPPER}])Ã{_THEN}|(?:[Ä-ß]{_THEN}){{2,}})+"
)
_MAY_BE = re.compile(f"[Â-ô]{_THEN}")  # quick, and rare in good texts
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_WORD = 12  # signs shown on each side


class _Seen(NamedTuple):
    where: str
    text: str
    found: str
    meant: str


def suspicions(given: Given, result: ParseResult) -> tuple[Diagnostic, ...]:
    """Return what looks spoilt in the texts of a map that was read: at most a warning and a note, each with a place.

    Linear; texts in ASCII without an ``&`` cost next to nothing.

    Example:
        >>> import argmap
        >>> from argmap.formats.given import Given
        >>> from argmap.source import Source
        >>> result = argmap.parse("[A]: Itâ€™s &quot;free&quot;.")
        >>> for each in suspicions(Given(result.map.source), result):
        ...     print(each.severity, each.span, each.message)
        warning Span(start=7, end=10) This looks like UTF-8 that was read as Windows-1252: 'Itâ€™s' in [A] was \
probably 'It’s'. argmap leaves it as it is; if it is so, mend the file, or save it anew from where it came.
        info Span(start=12, end=18) There is '&quot;', which HTML has for '"', in [A]. argmap leaves it as it is.
    """
    spoilt: list[_Seen] = []
    coded: list[_Seen] = []
    numbers = {"spoilt": 0, "coded": 0}
    for where, text in _texts(result.map):
        if not text.isascii() and _MAY_BE.search(text):
            numbers["spoilt"] += _look(_SPOILT, _mended, where, text, spoilt)
        if "&" in text:
            numbers["coded"] += _look(_ENTITY, _plain, where, text, coded)
    found = []
    if spoilt:
        seen = spoilt[0]
        found.append(
            Diagnostic(
                code="looks-like-cp1252",
                message=f"This looks like UTF-8 that was read as Windows-1252: {_around(seen, seen.found)!r} in "
                f"{seen.where} was probably {_around(seen, seen.meant)!r}{_others(numbers['spoilt'])}. argmap leaves "
                "it as it is; if it is so, mend the file, or save it anew from where it came.",
                span=_place(given.text, seen.found),
                severity=Severity.WARNING,
            )
        )
    if coded:
        seen = coded[0]
        found.append(
            Diagnostic(
                code="html-entity",
                message=f"There is {seen.found!r}, which HTML has for {seen.meant!r}, in {seen.where}"
                f"{_others(numbers['coded'])}. argmap leaves it as it is.",
                span=_place(given.text, seen.found),
                severity=Severity.INFO,
            )
        )
    return tuple(found)


def with_suspicions(given: Given, result: ParseResult) -> ParseResult:
    """Return what was read, with `suspicions` among its diagnostics."""
    found = suspicions(given, result)
    if not found:
        return result
    merged = sorted((*result.diagnostics, *found), key=lambda each: each.span)
    return result._replace(diagnostics=tuple(merged))


def _texts(m: ArgumentMap) -> Iterator[tuple[str | Callable[[], str], str]]:
    yield MAP, m.title
    for section in m.sections:
        yield partial(label, m, section), section.title
    for record in m:
        if record.text:
            yield partial(label, m, record), record.text


def _look(
    pattern: re.Pattern[str],
    turned: Callable[[str], str],
    where: str | Callable[[], str],
    text: str,
    seen: list[_Seen],
) -> int:
    """Keep the first stretch of a text that a pattern finds, if none was kept; return whether there is one."""
    for match in pattern.finditer(text):
        meant = turned(match[0])
        if meant:
            if not seen:
                start, end = max(0, match.start() - _WORD), match.end() + _WORD
                name = where if isinstance(where, str) else where()
                around = (
                    f"{text[start : match.start()].rpartition(' ')[2]}\0{text[match.end() : end].partition(' ')[0]}"
                )
                seen.append(_Seen(name, around, match[0], meant))
            return 1
    return 0


def _mended(found: str) -> str:
    """Return what was meant by UTF-8 that was read as Windows-1252; nothing where it was none."""
    data = bytearray()
    for sign in found:
        code = ord(sign)
        data += bytes([code]) if 0x80 <= code <= 0xFF else sign.encode("cp1252")
    try:
        meant = data.decode()
    except UnicodeDecodeError:
        return ""
    return meant if all(sign.isprintable() or sign in "\xa0\xad\u200b\u200c\u200d\ufeff" for sign in meant) else ""


def _plain(found: str) -> str:
    meant = html.unescape(found)
    return meant if meant != found else ""


def _around(seen: _Seen, middle: str) -> str:
    return seen.text.replace("\0", middle)


def _others(number: int) -> str:
    return "" if number < 2 else f", and there is such a thing in {counted(number - 1, 'other text')}"


def _place(text: str, found: str) -> Span:
    """Return where a stretch of a map stands in the file, which may write it in the way of JSON or XML."""
    coded = json.dumps(found)[1:-1]
    upper = re.sub(r"\\u(....)", lambda match: f"\\u{match[1].upper()}", coded)
    for written in (found, coded, upper, escape(found), found.replace("&", "\\u0026")):
        at = text.find(written)
        if at >= 0:
            return Span(at, at + len(written))
    return Span(0, min(1, len(text)))
