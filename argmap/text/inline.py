"""The wording of an element: from its tokens to plain text, marked ranges and tags."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from argmap.model.records import Range, RangeKind
from argmap.text import tokens as t

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_LINE_ENDS = r"\n\r\u2028\u2029"
_LINK = re.compile(rf"\[([^{_LINE_ENDS}]+)\]\(([^{_LINE_ENDS}]+)\)")
_LOOSE_LINK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")
_TAG_NAME = re.compile(r"#(?:\(([^)]+)\)|(.+?)[ \t]?\Z)", re.DOTALL)


class Wording(NamedTuple):
    """A wording and what is marked in it.

    Attributes:
        text: Plain text, without white space around it.
        ranges: Its bold, italic, linked, tagged and mentioning stretches.
        tags: The names of its tags, each once.
        broken_links: Tokens of links that run over a line end.
        empty_marks: Tokens that close bold or italic marks with nothing in them.
        lost_backslashes: Tokens of a backslash before a letter or digit.
        glued_shortcodes: Tokens such as `.A.` that were replaced although they look like part of `III.A.`
    """

    text: str
    ranges: tuple[Range, ...] = ()
    tags: tuple[str, ...] = ()
    broken_links: tuple[t.Token, ...] = ()
    glued_shortcodes: tuple[t.Token, ...] = ()
    empty_marks: tuple[t.Token, ...] = ()
    lost_backslashes: tuple[t.Token, ...] = ()


def tag_name(image: str) -> str:
    """Return the name in `#name` or `#(a name)`."""
    found = _TAG_NAME.match(image)
    return (found.group(1) or found.group(2)) if found else image


def mention_title(image: str) -> str:
    """Return the title in `@[title]` or `@<title>` (also where the @ is missing)."""
    return image.rstrip(" \t").removeprefix("@")[1:-1]


def wording(
    text: str,
    content: Sequence[t.Token],
    open_marks: Mapping[int, str],
    shortcodes: Mapping[str, str],
    *,
    keep_tags: bool = True,
) -> Wording:
    """Put together the wording that `content`, tokens of `text`, stands for.

    Args:
        text: The whole source text.
        content: The tokens of one wording.
        open_marks: Bold and italic marks that are never closed; they are plain text.
        shortcodes: What to put for each shortcode.
        keep_tags: Whether tags stay in the text.

    Complexity: O(n) in the length of the wording.
    """
    if (
        content
        and content[0][0] == t.TEXT
        and (len(content) == 1 or (len(content) == 2 and content[1][0] == t.NEWLINE))
    ):
        return Wording(text[content[0][1] : content[0][2]].strip())
    return _Writer(text, content, open_marks, shortcodes, keep_tags).write()


class _Writer:
    def __init__(
        self,
        text: str,
        content: Sequence[t.Token],
        open_marks: Mapping[int, str],
        shortcodes: Mapping[str, str],
        keep_tags: bool,
    ) -> None:
        self.text = text
        self.content = content
        self.open_marks = open_marks
        self.shortcodes = shortcodes
        self.keep_tags = keep_tags
        self.parts: list[str] = []
        self.length = 0
        self.last = ""  # the last character written
        self.ranges: list[tuple[RangeKind, int, int, str | None]] = []
        self.tags: list[str] = []
        self.broken_links: list[t.Token] = []
        self.glued: list[t.Token] = []
        self.empty_marks: list[t.Token] = []
        self.lost: list[t.Token] = []

    def add(self, piece: str) -> None:
        if piece:
            self.parts.append(piece)
            self.length += len(piece)
            self.last = piece[-1]

    def write(self) -> Wording:
        text, content = self.text, self.content
        opened: list[int] = []
        for k, token in enumerate(content):
            kind = token[0]
            image = text[token[1] : token[2]]
            if kind == t.TEXT:
                self.add(image)
            elif kind == t.NEWLINE:
                # A break at the end of a wording, or of a bold stretch, is nothing; elsewhere it is one blank.
                if k + 1 < len(content) and content[k + 1][0] != t.CLOSE and self.last != " ":
                    self.add(" ")
            elif kind == t.ESCAPE:
                self.add(image[1:])
                if image[1].isalnum():
                    self.lost.append(token)
            elif kind == t.SHORTCODE:
                self.shortcode(token, image)
            elif kind == t.OPEN:
                if token[1] in self.open_marks:
                    self.add(image)
                else:
                    opened.append(len(self.ranges))
                    bold = token[2] - token[1] == 2
                    self.ranges.append((RangeKind.BOLD if bold else RangeKind.ITALIC, self.length, -1, None))
            elif kind == t.CLOSE:
                if opened:
                    at = opened.pop()
                    if self.ranges[at][1] == self.length:
                        self.empty_marks.append(token)
                    self.ranges[at] = (self.ranges[at][0], self.ranges[at][1], self.length, None)
                if image.endswith(" "):
                    self.add(" ")
            elif kind == t.TAG:
                self.tag(image)
            elif kind == t.LINK:
                self.link(token, image)
            else:
                start = self.length
                self.add(image)
                name = mention_title(image)
                mention = RangeKind.CLAIM_MENTION if kind == t.CLAIM_MENTION else RangeKind.ARGUMENT_MENTION
                self.ranges.append((mention, start, start + len(image.rstrip(" \t")), name))
        return self.result()

    def shortcode(self, token: t.Token, image: str) -> None:
        sign = self.shortcodes.get(image.strip())
        if sign is None:
            self.add(image)
            return
        if image[1] in "AEOP" and self.text[token[1] - 1 : token[1]].isalnum():
            self.glued.append(token)
        self.add(sign + " " if image.endswith(" ") else sign)

    def tag(self, image: str) -> None:
        name = tag_name(image)
        if name not in self.tags:
            self.tags.append(name)
        if self.keep_tags:
            self.ranges.append((RangeKind.TAG, self.length, self.length + len(image.rstrip(" \t")), name))
            self.add(image)

    def link(self, token: t.Token, image: str) -> None:
        found = _LINK.match(image)
        if found is None:
            self.broken_links.append(token)
            found = _LOOSE_LINK.match(image)
        assert found is not None  # the token has this form
        words = " ".join(found.group(1).split("\n")) if self.broken_links else found.group(1)
        self.ranges.append((RangeKind.LINK, self.length, self.length + len(words), found.group(2)))
        self.add(words + " " if image.endswith(" ") else words)

    def result(self) -> Wording:
        full = "".join(self.parts)
        plain = full.strip()
        lead = len(full) - len(full.lstrip()) if plain else len(full)
        size = len(plain)
        ranges = []
        for kind, start, end, target in self.ranges:
            start, end = max(0, start - lead), min(size, (end if end >= 0 else start) - lead)
            if start < end:
                ranges.append(Range(kind, start, end, target))
        return Wording(
            plain,
            tuple(ranges),
            tuple(self.tags),
            tuple(self.broken_links),
            tuple(self.glued),
            tuple(self.empty_marks),
            tuple(self.lost),
        )
