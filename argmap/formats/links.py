r"""Links in running text, ``[words](address)``, as Kialo and Markdown write them: read into ranges, and written again.

Example:
    >>> found = KIALO.read(r"A [study \(2020\)](http://x.org/a_\(b\)) says \[so\]")
    >>> found.text, found.ranges[0].target
    ('A study (2020) says [so]', 'http://x.org/a_(b)')
    >>> KIALO.written(found.text, found.ranges).text
    'A [study \\(2020\\)](http://x.org/a_\\(b\\)) says \\[so\\]'
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from argmap.model import Range, RangeKind
from argmap.model.naming import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

_LINK = r"\[(?P<label>(?:[^\[\]\\]|\\.)++)\]\((?P<url>(?:[^()\\]|\\.|\([^()\\]*+\))++)\)"


class Linked(NamedTuple):
    """A text on one line, and its links."""

    text: str
    ranges: tuple[Range, ...]


class WrittenLinks(NamedTuple):
    """A text with its links written out.

    Attributes:
        text: What to write.
        is_whole: Whether every marked stretch is in it.
    """

    text: str
    is_whole: bool


_PUNCTUATION = re.escape("!\"#$%&'()*+,-./:;<=>?@[]^_`{|}~")


class Links:
    r"""How a format writes links.

    Args:
        escaped: What of a text gets a backslash in front, as a regular expression.
        known: The signs that lose a backslash in front when a text is read, as the inside of a class of signs.
        has_spaces: Whether addresses may have spaces.
    """

    def __init__(self, escaped: str, known: str, *, has_spaces: bool) -> None:
        self._token = re.compile(rf"\\(?P<sign>[{known}\\])|{_LINK}")
        self._backslash = re.compile(rf"\\([{known}\\])")
        self._special = re.compile(rf"{escaped}|\\(?=[{known}\\]|\Z)")
        self._in_address = re.compile(rf"[\[\]()@]|\\(?=[{known}\\]|\Z)")
        self._has_spaces = has_spaces

    def read(self, text: str) -> Linked:
        """Return the plain text, on one line, and its links. Linear."""
        text = one_line(text)
        if "[" not in text and "\\" not in text:
            return Linked(text, ())
        parts: list[str] = []
        ranges: list[Range] = []
        length = last = 0
        for token in self._token.finditer(text):
            parts.append(text[last : token.start()])
            length += token.start() - last
            last = token.end()
            label = one_line(self.plain(token["label"])) if token["label"] else ""
            url = one_line(self.plain(token["url"])) if label else ""
            if token["sign"]:
                parts.append(token["sign"])
            elif label and url and self._is_address(url):
                parts.append(label)
                ranges.append(Range(RangeKind.LINK, length, length + len(label), url))
            else:
                parts.append(token.group())
            length += len(parts[-1])
        parts.append(text[last:])
        return Linked("".join(parts), tuple(ranges))

    def plain(self, text: str) -> str:
        """Return a text without the backslashes before special signs."""
        return self._backslash.sub(r"\1", text)

    def escape(self, text: str) -> str:
        """Return a text with a backslash before each special sign."""
        return self._special.sub(r"\\\g<0>", text)

    def written(self, text: str, ranges: Sequence[Range]) -> WrittenLinks:
        """Return a text as it is written, with all links that can stand there: those that do not overlap."""
        parts: list[str] = []
        last = 0
        found = sorted(ranges, key=lambda each: (each.start, each.end))
        is_whole = found == list(ranges)
        for each in found:
            label, url = text[each.start : each.end], each.target or ""
            is_link = each.kind is RangeKind.LINK and each.start >= last and url and self._is_address(url)
            if not is_link or not label or label != label.strip():
                is_whole = False
                continue
            address = self._in_address.sub(r"\\\g<0>", url)
            parts += self.escape(text[last : each.start]), f"[{self.escape(label)}]({address})"
            last = each.end
        parts.append(self.escape(text[last:]))
        return WrittenLinks("".join(parts), is_whole)

    def _is_address(self, url: str) -> bool:
        return one_line(url) == url and (self._has_spaces or " " not in url)


KIALO = Links(r"[\[\]()]", r"\-\[\]()@", has_spaces=True)
"""Kialo writes a backslash before every bracket of a text, and before ``@`` in addresses."""

MARKDOWN = Links(
    r"[`*\[\]<]|(?<!\w)_|_(?!\w)|~(?=~)|&(?=#?[0-9A-Za-z]+;)",
    _PUNCTUATION,
    has_spaces=False,
)
"""Markdown as any reader of it takes it; emphasis, code and HTML are plain text to argmap, and written as such."""
