"""A formatter: one tidy layout for every Argdown text, with its words, comments, order and data as they are.

It works on tokens, not on the map, so that nothing is lost that the map does not hold. What it sets is white space:
two blanks of indentation a level, one empty line between blocks, one blank behind signs and colons, no blanks at the
end of lines, line feeds, inference lines on one line. Line breaks inside a wording stay where the author put them.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from argmap.diagnostics import Diagnostic, Severity
from argmap.source import Source
from argmap.text import tokens as t
from argmap.text.faults import fault
from argmap.text.reader import normalise, parse_source
from argmap.text.scanner import scan

_INDENT = "  "
_COMMENT = -2
_STARTS_BLOCK = (t.HEADING, t.NUMBER, t.ORDERED, t.UNORDERED, t.INFERENCE)
_REFERENCES = (t.CLAIM_REFERENCE, t.ARGUMENT_REFERENCE)
_TITLES = (t.CLAIM_DEFINITION, t.ARGUMENT_DEFINITION, *_REFERENCES)


class Formatted(NamedTuple):
    """A tidy text, or the text as it was where it has errors.

    Attributes:
        text: The text.
        changed: Whether it differs from the text that was given.
        diagnostics: What is wrong with the text; nothing is changed while there are errors.
    """

    text: str
    changed: bool
    diagnostics: tuple[Diagnostic, ...]


def format_text(text: str, name: str = "<text>") -> Formatted:
    r"""Lay out an Argdown text.

    Formatting a second time changes nothing, and the map that is read from the text stays the same: this is checked
    before the text is returned.

    Args:
        text: The document.
        name: What to call it in messages.

    Complexity:
        O(n) in the length of the text.

    Example:
        >>> print(format_text("[A]:   one\n\n\n\n[B]: two   \n     -    [A]").text)
        [A]: one
        <BLANKLINE>
        [B]: two
          - [A]
        <BLANKLINE>
    """
    before = parse_source(Source(text, name))
    errors = [item for item in before.diagnostics if item.severity is Severity.ERROR]
    if errors:
        return Formatted(text, False, before.diagnostics)
    plain, _ = normalise(text)
    for item in before.diagnostics:
        if item.code == "comment-on-last-line":
            # A line end will follow it, and would make it a comment.
            plain = f"{plain[: item.span.start]}\\{plain[item.span.start :]}"
    result = _Layout(plain).write()
    if parse_source(Source(result, name)).map != before.map:
        return Formatted(text, False, (*before.diagnostics, fault("not-laid-out", 0, 0)))
    return Formatted(result, result != text, before.diagnostics)


class _Layout:
    def __init__(self, text: str) -> None:
        self.text = text
        self.scan = scan(text, 1 if text.startswith("\ufeff") else 0)
        comments: list[t.Token] = [(_COMMENT, start, end) for start, end in self.scan.comments]
        # Comments inside an inference line go with it.
        items = sorted([*self.scan.tokens, *comments], key=lambda item: (item[1], -item[2]))
        self.items: list[t.Token] = []
        covered = 0
        for item in items:
            if item[1] >= covered:
                self.items.append(item)
            if item[0] == t.INFERENCE:
                covered = item[2]
        self.lines: list[str] = []  # the lines that are complete
        self.line: list[str] = []  # the pieces of the one being written
        self.blank = True  # whether that one has only blanks so far
        self.columns: list[int] = []  # the open levels of relations, as columns of the given text
        self.hang = ""  # the indentation of further lines of a wording

    def write(self) -> str:
        previous: t.Token | None = None  # the last item that is not a comment
        before: t.Token | None = None  # the last item
        for k, item in enumerate(self.items):
            if before is not None and before[0] == _COMMENT and item[0] not in (t.NEWLINE, t.EMPTY):
                self.after_comment(self.text[before[2] : item[1]], previous)
            if item[0] == _COMMENT:
                self.comment(item, before)
            else:
                self.item(k, previous)
                previous = item
            before = item
        self.break_line()
        lines = "\n".join(self.lines).split("\n")
        while lines and not lines[-1].strip():
            lines.pop()
        while lines and not lines[0].strip():
            lines.pop(0)
        return "\n".join(lines) + "\n" if lines else ""

    # Lines --------------------------------------------------------------------------------------------------

    def break_line(self, indent: str = "") -> None:
        self.lines.append("".join(self.line))
        self.indent(indent)

    def indent(self, blanks: str) -> None:
        """Begin the line anew, with these blanks."""
        self.line = [blanks]
        self.blank = True

    def add(self, piece: str, *, apart: bool = False) -> None:
        """Write a piece on the line; `apart` puts one blank before it, unless it is the first."""
        if apart and not self.blank:
            if not self.line[-1].endswith("\\ "):
                self.end_line()
            self.line.append(" ")
        if piece:
            self.line.append(piece)
            self.blank = self.blank and not piece.strip()

    def end_line(self) -> None:
        """Take the blanks off the end of the line."""
        while self.line:
            last = self.line.pop().rstrip(" \t")
            if last:
                self.line.append(last)
                break

    def after_comment(self, gap: str, previous: t.Token | None) -> None:
        """The white space behind a comment: its line breaks are the comment's own."""
        breaks = gap.count("\n") or gap.count("\r")
        if breaks:
            if breaks > 1 and previous is not None and previous[0] == t.EMPTY:
                self.break_line()
            self.break_line(self.hang if previous is None or previous[0] != t.EMPTY else "")
        elif gap:
            self.add("", apart=True)

    # Items --------------------------------------------------------------------------------------------------

    def item(self, k: int, previous: t.Token | None) -> None:
        item = self.items[k]
        kind = item[0]
        image = self.text[item[1] : item[2]]
        if kind == t.NEWLINE:
            if not self.blank:
                self.break_line(self.hang)
        elif kind == t.EMPTY:
            self.end_line()
            self.break_line()
            self.break_line()
            self.columns = []
            self.hang = ""
        elif kind == t.SIGN:
            self.sign(item, image)
        elif kind in _STARTS_BLOCK:
            self.columns = []
            if self.blank:
                self.indent("")
            image = self.inference(item) if kind == t.INFERENCE else image.strip(" \t'") + " "
            self.add(image, apart=True)
            self.hang = " " * len(image) if kind in (t.NUMBER, t.ORDERED, t.UNORDERED) else ""
        elif kind in _TITLES:
            self.add(image, apart=True)
            if kind in (t.CLAIM_DEFINITION, t.ARGUMENT_DEFINITION):
                self.add(" ")
        elif kind == t.DATA:
            if self.blank:
                self.indent(self.hang or _INDENT)
            self.add(image.replace("\r\n", "\n"), apart=True)
        elif kind == t.FRONT_MATTER:
            self.add(image.replace("\r\n", "\n"))
        elif kind == t.TAG and previous is not None and previous[0] in _REFERENCES:
            self.add(self.words(k, image), apart=True)
        else:
            self.add(self.words(k, image))

    def comment(self, item: t.Token, before: t.Token | None) -> None:
        if before is not None and before[0] != _COMMENT:
            breaks = self.text[before[2] : item[1]].count("\n")
            if breaks:  # an empty line behind the last token is no token
                for _ in range(breaks):
                    self.break_line()
        alone = self.blank
        if alone and before is not None and before[0] == t.NEWLINE:
            self.indent(self.hang)
        if self.text[item[1] - 1 : item[1]] in (" ", "\t") and not alone and not self.line[-1].endswith(" "):
            self.add(" ")
        self.add(self.text[item[1] : item[2]].replace("\r\n", "\n"))

    def words(self, k: int, image: str) -> str:
        """A piece of a wording, without blanks at the end of a line that mean nothing.

        A line break stands for one blank, so one at the end of a line says nothing; two, or a tab, are part of it.
        """
        following = [t.EMPTY, t.EMPTY]
        for at in range(k + 1, min(k + 8, len(self.items))):
            if self.items[at][0] != _COMMENT:
                following = [self.items[at][0], self.items[at + 1][0] if at + 1 < len(self.items) else t.EMPTY]
                break
        if following[0] not in (t.NEWLINE, t.EMPTY, t.DATA):
            return image
        first = 2 if self.items[k][0] == t.ESCAPE else 0  # a blank behind a backslash is text
        kept = image[:first] + image[first:].rstrip(" \t")
        goes_on = following[0] == t.NEWLINE and following[1] <= t.LAST_CONTENT
        return image if goes_on and image[len(kept) :] not in ("", " ") else kept

    def sign(self, item: t.Token, image: str) -> None:
        column: int = item[3]  # type: ignore[misc]
        if self.columns and column < self.columns[-1]:
            while len(self.columns) > 1 and column < self.columns[-1]:
                self.columns.pop()
        elif not self.columns or column > self.columns[-1]:
            self.columns.append(column)
        indent = _INDENT * len(self.columns)
        if not self.blank:
            self.add(" ")  # behind a comment
        else:
            self.indent(indent)
        self.add(image + " ")
        self.hang = indent + " " * (len(image) + 1)

    def inference(self, item: t.Token) -> str:
        """An inference line on one line, unless comments stand in it."""
        inside = self.scan.inferences[item[1]]
        first = bisect_left(self.scan.comments, (item[1], 0))
        if first < len(self.scan.comments) and self.scan.comments[first][0] < item[2]:
            return self.text[item[1] : item[2]].strip().replace("\r\n", "\n")
        rules = ", ".join(self.text[rule[0][1] : rule[-1][2]].strip(" \t") for rule in inside.rules)
        data = self.text[inside.data[1] : inside.data[2]].replace("\r\n", "\n") if inside.data else ""
        words = " ".join(part for part in (rules, data) if part)
        return f"-- {words} --" if words else "----"
