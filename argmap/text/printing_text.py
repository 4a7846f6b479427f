r"""Wordings as the printer writes them: plain text and its marked stretches, with a backslash where one is needed.

The writer goes through a text as the scanner (`argmap.text.scanner`) will, token by token, and puts a backslash before
what the scanner would take for something else. A backslash keeps the blanks behind it, so it also saves blanks that
the scanner drops: those behind another blank that stands behind a sign.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from argmap.model.records import Range, RangeKind
from argmap.text.patterns import SHORTCODE, SPACE, WORDS
from argmap.text.printing_marks import INCLUDE, Marks

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from argmap.model.records import Argument, Claim, Wording

_BLANKS = (" ", "\t")
_ORDINARY = re.compile(r"(?:[^\\@#*_\[.:</{=\s]|[.:](?= |\Z)|/(?![/*])|=(?!=)| (?! ))*")
_IS_SPACE = re.compile(f"[{SPACE}]")
# What counts only at the start of a line: signs, numbers, list marks, headings, inference lines; and a comma or a
# closing brace would join the data of a block above.
_LINE_START = re.compile(
    rf"[ '\t]*(?:\+>|->|<?\+|<?-|><|_>|<_|_(?=[{SPACE}]|\Z)|\([0-9]+\)|\*(?=[{SPACE}]|\Z))|#+(?:\x20|\Z)|[,}}\ufeff]"
)
_LIST_NUMBER = re.compile(rf"([ '\t]*[0-9]+)\.(?=[{SPACE}]|\Z)")
_AFTER_HASH = re.compile(r"[ \t,;!?)\"'}>]|\Z")
_IN_RULES = re.compile(r"-(?=-)|[,{\\]|/(?=[/*])|<(?=!--)|[.:]")


class Written(NamedTuple):
    """A wording in Argdown.

    Attributes:
        text: What to write.
        is_open: Whether a bare `<` stands in it: a `>` further on in the line would close it.
    """

    text: str
    is_open: bool = False


def write_wording(
    text: str, ranges: Sequence[Range], shortcodes: Mapping[str, str], *, line_start: bool = False, tail: str = ""
) -> Written:
    r"""Return a wording in Argdown.

    What no Argdown can hold is left out: white space at the ends, the kind of a line break inside (it becomes a
    blank), marked stretches that cross each other or whose marks the language would not take for marks.

    Args:
        text: The wording.
        ranges: Its marked stretches.
        shortcodes: The shortcodes that the reader replaces.
        line_start: Whether the wording begins a line, where more signs mean something.
        tail: What will be written behind it: tags.

    Complexity: O(n) in the length of the text, and O(r log r) in the number of ranges.

    Example:
        >>> from argmap.text.shortcodes import SHORTCODES
        >>> print(write_wording("Use [it], e.g. 3 * 3 or *p", (), SHORTCODES).text)
        Use \[it], e.g. 3 * 3 or \*p
    """
    plain = text.strip()
    if not ranges and not line_start and _ORDINARY.fullmatch(plain):
        return Written(plain + tail)
    lead = len(text) - len(text.lstrip())
    plain = plain.replace("\n", " ").replace("\r", " ")
    inside = [
        Range(each.kind, each.start - lead, min(each.end - lead, len(plain)), each.target)
        for each in ranges
        if lead <= each.start < min(each.end, lead + len(plain))
    ]
    writer = _Writer(plain, inside, shortcodes, tail)
    words = writer.write(line_start)
    return Written(words + tail, writer.is_open)


def written_tags(wording: Claim | Argument | Wording, shortcodes: Mapping[str, str]) -> list[str]:
    """Return the tags that stand in a wording as it is written, in order."""
    if not any(each.kind is RangeKind.TAG for each in wording.ranges):
        return []
    atoms = Marks(wording.text, wording.ranges, shortcodes).atoms
    return [each.target or "" for each in atoms.values() if each.kind is RangeKind.TAG]


def write_rule(rule: str, shortcodes: Mapping[str, str]) -> str | None:
    r"""Return an inference rule for an inference line; None for one without words.

    Example:
        >>> print(write_rule("Modus ponens, twice", {}))
        Modus ponens\, twice
    """
    words = rule.strip().replace("\n", " ").replace("\r", " ")
    if not words:
        return None
    parts: list[str] = []
    i = 0
    while found := _IN_RULES.search(words, i):
        at = found.start()
        parts.append(words[i:at])
        code = SHORTCODE.match(words, at)
        if code is not None and code.group().strip() not in shortcodes:
            parts.append(code.group())
            i = code.end()
            continue
        is_plain = code is None and words[at] in ".:"
        parts.append(words[at] if is_plain else "\\" + words[at])
        i = at + 1
    parts.append(words[i:])
    return "".join(parts)


class _Writer:
    def __init__(self, text: str, ranges: Sequence[Range], shortcodes: Mapping[str, str], tail: str) -> None:
        self.text = text
        self.shortcodes = shortcodes
        self.marks = Marks(text, ranges, shortcodes)
        self.parts: list[str] = []
        self.is_open = False
        # Where the last `>` stands that would close a `<`.
        is_behind = ">" in tail or any(">" in (each.target or "") for each in self.marks.atoms.values())
        self.last_angle = len(text) if is_behind else text.rfind(">")

    def write(self, line_start: bool) -> str:
        text, size = self.text, len(self.text)
        parts, marks = self.parts, self.marks
        stops = marks.edges
        forced = self.line_start() if line_start else -1
        stack: list[tuple[str, int]] = []  # open marks, and where they end
        next_stop = 0
        i = 0
        while True:
            closed = False
            while stack and stack[-1][1] <= i:
                parts.append(stack.pop()[0])
                closed = True
            if i >= size:
                break
            if closed and text[i] == " ":
                parts.append(" ")
                i += 1
                continue
            for each in marks.opens.get(i, ()):
                stack.append((marks.mark(each, stack[-1][0][0] if stack else ""), each.end))
                parts.append(stack[-1][0])
            if i in marks.atoms:
                i = self.atom(marks.atoms[i])
                continue
            while next_stop < len(stops) and stops[next_stop] <= i:
                next_stop += 1
            stop = stops[next_stop] if next_stop < len(stops) else size
            if i == forced or text[i] in _BLANKS or text.startswith("===", i):
                i = self.escape(i, stop)
                continue
            words = WORDS.match(text, i, min(stop, forced) if i < forced else stop)
            if words is not None:
                parts.append(words.group())
                i = words.end()
            else:
                i = self.sign(i, stop, bool(stack))
        return "".join(parts)

    def line_start(self) -> int:
        """Where to put a backslash because the text begins a line; -1 for nowhere."""
        if 0 in self.marks.opens:
            return 0 if self.text.startswith(">") else -1  # `_>` is a sign
        number = _LIST_NUMBER.match(self.text)
        if number is not None and not self.text.startswith("'"):
            return number.end(1)
        if number is not None or _LINE_START.match(self.text) or self.text.lstrip("'\t ").startswith("--"):
            return 0
        return -1

    def escape(self, i: int, stop: int) -> int:
        """Write a backslash, the character at `i` and the blanks behind it."""
        end = i + 1
        while end < stop and self.text[end] == " ":
            end += 1
        self.parts.append("\\" + self.text[i:end])
        return end

    def plain(self, i: int, stop: int) -> int:
        """Write the sign at `i`, and the one blank behind it that the scanner takes with it."""
        end = i + 2 if i + 1 < stop and self.text[i + 1] in _BLANKS else i + 1
        self.parts.append(self.text[i:end])
        return end

    def atom(self, each: Range) -> int:
        words, end = self.text[each.start : each.end], each.end
        is_link = each.kind is RangeKind.LINK
        self.parts.append(f"[{words}]({each.target})" if is_link else words)
        # A blank behind belongs to it, unless a mark comes first and takes the blank.
        if end not in self.marks.ends and self.text[end : end + 1] in ((" ",) if is_link else _BLANKS):
            self.parts.append(self.text[end])
            end += 1
        return end

    def sign(self, i: int, stop: int, in_mark: bool) -> int:
        """Write the sign at `i`, with a backslash where the scanner would make something of it."""
        text = self.text
        char = text[i]
        following = text[i + 1 : i + 2]
        at_edge = i + 1 == stop and (stop < len(text) or stop in self.marks.ends)
        if char in "{[\\":
            return self.escape(i, stop)
        if char in ".:":
            return self.code(i, stop)
        if char in "*_":
            alone = not following or _IS_SPACE.match(following)
            return self.plain(i, stop) if alone and not in_mark and not at_edge else self.escape(i, stop)
        if char == "#":
            harmless = _AFTER_HASH.match(text, i + 1) and not at_edge
            return self.plain(i, stop) if harmless else self.escape(i, stop)
        if char == "/":
            return self.escape(i, stop) if following in ("/", "*") or at_edge else self.plain(i, stop)
        if char == "@":
            if text.startswith(INCLUDE, i):
                bracket = i + len(INCLUDE) - 1
                self.parts.append(text[i:bracket])
                return self.escape(bracket, max(stop, bracket + 1))
            return self.escape(i, stop) if at_edge else self.plain(i, stop)
        if char == "<":
            # At the start it looks like a title; at the end the official reader looks for one on the next line.
            if not 0 < i < len(text) - 1 or i < self.last_angle or text.startswith("<!--", i):
                return self.escape(i, stop)
            self.is_open = True
        return self.plain(i, stop)

    def code(self, i: int, stop: int) -> int:
        """Write a dot or colon, which may begin a shortcode: the scanner takes all up to the next one as it is."""
        found = SHORTCODE.match(self.text, i)
        if found is None:
            return self.escape(i, stop) if self.marks.is_split(i) or self.marks.link_follows(i) else self.plain(i, stop)
        end = found.end()
        if end - 1 == stop and self.text[stop] in _BLANKS:
            end = stop
        if end > stop or found.group().strip() in self.shortcodes:
            return self.escape(i, stop)
        self.parts.append(self.text[i:end])
        return end
