r"""Wordings as the printer writes them: plain text and its marked stretches, with a backslash where one is needed.

The writer goes through a text as the scanner (`argmap.text.tokens`) will, token by token, and puts a backslash before
what the scanner would take for something else. A backslash keeps the blanks behind it, so it also saves blanks that
the scanner drops: those behind another blank that stands behind a sign.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from argmap.model.records import Range, RangeKind
from argmap.text.inline import mention_title, tag_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# JavaScript's idea of white space, which the language is defined by.
_SPACE = r"\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
_LINE_ENDS = r"\n\r\u2028\u2029"

_ORDINARY = re.compile(r"(?:[^\\@#*_\[\].:</{}=\s]|[.:](?= |\Z)|/(?![/*])|[=\]}](?![= ])| (?! ))*")
_WORDS = re.compile(r"[^\\@#*_\[\],.:;</>\-(){}]+")
_SHORTCODE = re.compile(rf"\.[^{_SPACE}]+?\.[ \t]?|:[^{_SPACE}]+?:[ \t]?")
_IS_SPACE = re.compile(f"[{_SPACE}]")
_RUN = re.compile(f"[^{_SPACE}]*")
# What counts only at the start of a line: signs, numbers, list marks, headings, inference lines; and a comma or a
# closing brace would join the data of a block above.
_LINE_START = re.compile(
    rf"[ '\t]*(?:\+>|->|<?\+|<?-|><|_>|<_|_(?=[{_SPACE}]|\Z)|\([0-9]+\)|\*(?=[{_SPACE}]|\Z))|#+\x20|[,}}\ufeff]"
)
_LIST_NUMBER = re.compile(rf"([ '\t]*[0-9]+)\.(?=[{_SPACE}]|\Z)")
_BLANKS = " \t"
_AFTER_HASH = re.compile(rf"[{_SPACE},;!?)\"'}}>]|\Z")
_AFTER_TAG = re.compile(r"[ \t,;!?)\"'}>]|\Z")
_AFTER_MARK = re.compile(r"[ ,;!?)}.:\-]|\Z")
_TAG_IMAGE = re.compile(
    rf"#(?:\([^){_LINE_ENDS}]+\)|[a-zA-Z0-9\-\u00a0-\u2027\u202a-\ud7ff\uf900-\ufdcf\ufdf0-\uffef]+)"
)
_TAG_WORD = re.compile(r"[a-zA-Z0-9_\-\u00a0-\u2027\u202a-\ud7ff\uf900-\ufdcf\ufdf0-\uffef]+")
_TAG_WORDS = re.compile(rf"[^){_LINE_ENDS}]+")
_MENTION = {
    RangeKind.CLAIM_MENTION: re.compile(rf"@\[[^\]{_LINE_ENDS}]+\]"),
    RangeKind.ARGUMENT_MENTION: re.compile(rf"@<[^>{_LINE_ENDS}]+>"),
}
_LINK_WORDS = re.compile(rf"[^\]{_LINE_ENDS}]+")
_LINK_TARGET = re.compile(rf"[^){_LINE_ENDS}]+")
_INCLUDE = "@include("
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
    text: str, ranges: Sequence[Range], shortcodes: Mapping[str, str], *, line_start: bool = False
) -> Written:
    r"""Return a wording in Argdown.

    What no Argdown can hold is left out: white space at the ends, the kind of a line break inside (it becomes a
    blank), marked stretches that cross each other or whose marks the language would not take for marks.

    Args:
        text: The wording.
        ranges: Its marked stretches.
        shortcodes: The shortcodes that the reader replaces.
        line_start: Whether the wording begins a line, where more signs mean something.

    Complexity: O(n) in the length of the text, but for the sorting of its ranges.

    Example:
        >>> from argmap.text.shortcodes import SHORTCODES
        >>> print(write_wording("Use [it], e.g. 3 * 3 or *p", (), SHORTCODES).text)
        Use \[it], e.g. 3 * 3 or \*p
    """
    plain = text.strip()
    if not ranges and not line_start and _ORDINARY.fullmatch(plain):
        return Written(plain)
    lead = len(text) - len(text.lstrip())
    if "\n" in plain or "\r" in plain:
        plain = plain.replace("\n", " ").replace("\r", " ")
    inside = [
        Range(each.kind, each.start - lead, min(each.end - lead, len(plain)), each.target)
        for each in ranges
        if lead <= each.start < each.end
    ]
    return _Writer(plain, inside, shortcodes).write(line_start)


def write_rule(rule: str, shortcodes: Mapping[str, str]) -> str | None:
    r"""Return an inference rule for an inference line; None for one without words.

    Example:
        >>> print(write_rule("Modus ponens, twice", {}))
        Modus ponens\, twice
    """
    words = " ".join(rule.split())
    if not words:
        return None
    parts: list[str] = []
    i = 0
    while i < len(words):
        found = _IN_RULES.search(words, i)
        at = found.start() if found else len(words)
        parts.append(words[i:at])
        i = at
        if found is None:
            break
        code = _SHORTCODE.match(words, i)
        if code is not None and code.group().strip() not in shortcodes:
            parts.append(code.group())
            i = code.end()
        elif code is None and words[i] in ".:":
            parts.append(words[i])
            i += 1
        else:
            parts.append("\\" + words[i])
            i += 1
    return "".join(parts)


def write_tag(tag: str) -> str | None:
    """Return a tag to write behind a reference; None where Argdown has no form for it.

    Example:
        >>> write_tag("ai-safety"), write_tag("two words"), write_tag("a (b)")
        ('#ai-safety', '#(two words)', None)
    """
    if _TAG_WORD.fullmatch(tag):
        return f"#{tag}"
    if _TAG_WORDS.fullmatch(tag) and _INCLUDE not in tag and "]:" not in tag and ">:" not in tag:
        return f"#({tag})"
    return None


class _Writer:
    def __init__(self, text: str, ranges: Sequence[Range], shortcodes: Mapping[str, str]) -> None:
        self.text = text
        self.shortcodes = shortcodes
        self.parts: list[str] = []
        self.is_open = False
        self.last_angle = text.rfind(">")
        self.atoms: dict[int, Range] = {}
        self.opens: dict[int, list[Range]] = {}
        self.edges: set[int] = set()  # where a marked stretch starts or ends
        self.link_starts: set[int] = set()
        if ranges:
            self.choose(ranges)

    # Which ranges can be written ----------------------------------------------------------------------------

    def choose(self, ranges: Sequence[Range]) -> None:
        """Keep the ranges that the language has marks for; from the last to the first, as ends need a look behind."""
        nested: list[Range] = []
        open_ends: list[int] = []
        taken = -1  # where the last link, tag or mention ends
        for each in sorted(ranges, key=lambda one: (one.start, -one.end)):
            while open_ends and open_ends[-1] <= each.start:
                open_ends.pop()
            if each.start < taken or (open_ends and each.end > open_ends[-1]) or self.text[each.start] == " ":
                continue
            if each.kind in (RangeKind.BOLD, RangeKind.ITALIC):
                if each.target is not None or _IS_SPACE.match(self.text, each.start):
                    continue
                open_ends.append(each.end)
            elif self.is_atom(each):
                taken = each.end
            else:
                continue
            nested.append(each)
        starts: set[int] = set()  # where a kept bold or italic stretch starts
        blocked: set[int] = set()  # where a link, tag or mention starts
        ends: set[int] = set()
        kept: list[Range] = []
        for each in sorted(nested, key=lambda one: (-one.end, one.start)):
            if each.kind in (RangeKind.BOLD, RangeKind.ITALIC):
                end = each.end
                is_mark = end in starts or end in ends
                if not is_mark and (end in blocked or not self.closes(end)):
                    continue
                if end == each.start:
                    continue
                ends.add(end)
            kept.append(each)
            (starts if each.kind in (RangeKind.BOLD, RangeKind.ITALIC) else blocked).add(each.start)
        order = {id(each): number for number, each in enumerate(nested)}
        for each in sorted(kept, key=lambda one: order[id(one)]):
            self.edges.update((each.start, each.end))
            if each.kind in (RangeKind.BOLD, RangeKind.ITALIC):
                self.opens.setdefault(each.start, []).append(each)
            elif not self.goes_on(each):
                self.atoms[each.start] = each
                if each.kind is RangeKind.LINK:
                    self.link_starts.add(each.start)
                    self.last_angle = len(self.text) if ">" in (each.target or "") else self.last_angle

    def is_atom(self, each: Range) -> bool:
        """Whether a link, a tag or a mention has the form that the language asks for."""
        image = self.text[each.start : each.end]
        if each.target is None or _INCLUDE in image or _INCLUDE in each.target:
            return False
        if each.kind is RangeKind.LINK:
            return bool(_LINK_WORDS.fullmatch(image) and _LINK_TARGET.fullmatch(each.target))
        if each.kind is RangeKind.TAG:
            return bool(_TAG_IMAGE.fullmatch(image)) and tag_name(image) == each.target
        return bool(_MENTION[each.kind].fullmatch(image)) and mention_title(image) == each.target

    def goes_on(self, each: Range) -> bool:
        """Whether the scanner would take more than this stretch for the tag."""
        if each.kind is not RangeKind.TAG or self.text[each.end - 1] == ")":
            return False
        if each.end in self.edges:
            return True  # a mark `_` is taken for a part of the tag
        if self.text[each.end : each.end + 1] in (".", ":"):
            return self.escapes_code(each.end)
        return _AFTER_TAG.match(self.text, each.end) is None

    def closes(self, end: int) -> bool:
        """Whether the character at `end` lets a mark before it close, as it will be written."""
        if _AFTER_MARK.match(self.text, end) is None:
            return False
        return self.text[end : end + 1] not in (".", ":") or not self.escapes_code(end)

    def escapes_code(self, at: int) -> bool:
        """Whether a dot or colon may have to be escaped."""
        return _SHORTCODE.match(self.text, at) is not None or self.link_follows(at)

    # Writing ------------------------------------------------------------------------------------------------

    def write(self, line_start: bool) -> Written:
        text, size = self.text, len(self.text)
        parts, edges = self.parts, self.edges
        forced = self.line_start() if line_start else -1
        stack: list[tuple[str, int]] = []
        stops = sorted(edges)
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
            if i in self.opens:
                for each in self.opens[i]:
                    stack.append((_mark(each.kind, stack[-1][0] if stack else ""), each.end))
                    parts.append(stack[-1][0])
            if i in self.atoms:
                i = self.atom(self.atoms[i])
                continue
            while next_stop < len(stops) and stops[next_stop] <= i:
                next_stop += 1
            stop = stops[next_stop] if next_stop < len(stops) else size
            if i == forced or text.startswith("===", i) or text[i] in _BLANKS:
                i = self.escape(i, stop)
                continue
            words = _WORDS.match(text, i, stop if forced < i else min(stop, max(forced, i + 1)))
            if words is not None:
                parts.append(words.group())
                i = words.end()
            else:
                i = self.sign(i, stop, bool(stack))
        return Written("".join(parts), self.is_open)

    def line_start(self) -> int:
        """Where to put a backslash because the text begins a line; -1 for nowhere."""
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
        if (
            end < len(self.text)
            and end not in self.edges - {each.end}
            and self.text[end] in (" " if is_link else _BLANKS)
        ):
            if not self.ends_mark(end):
                self.parts.append(self.text[end])
                end += 1
        return end

    def ends_mark(self, at: int) -> bool:
        """Whether a bold or italic stretch ends at `at`; its mark takes the blank then."""
        return any(each.end == at for opened in self.opens.values() for each in opened)

    def sign(self, i: int, stop: int, in_mark: bool) -> int:
        """Write the sign at `i`, with a backslash where the scanner would make something of it."""
        text = self.text
        char = text[i]
        following = text[i + 1 : i + 2]
        at_edge = i + 1 == stop and stop in self.edges
        if char in "{[\\":
            return self.escape(i, stop)
        if char in ".:":
            return self.code(i, stop)
        if char in "*_":
            alone = not following or _IS_SPACE.match(following)
            return self.plain(i, stop) if alone and not in_mark else self.escape(i, stop)
        if char == "#":
            harmless = _AFTER_HASH.match(text, i + 1) and not at_edge
            return self.plain(i, stop) if harmless else self.escape(i, stop)
        if char == "/":
            return self.escape(i, stop) if following in ("/", "*") or at_edge else self.plain(i, stop)
        if char == "@":
            if text.startswith(_INCLUDE, i):
                self.parts.append(text[i : i + len(_INCLUDE) - 1])
                return self.escape(i + len(_INCLUDE) - 1, max(stop, i + len(_INCLUDE)))
            return self.escape(i, stop) if at_edge else self.plain(i, stop)
        if char == "<":
            if i < self.last_angle or text.startswith("<!--", i):
                return self.escape(i, stop)
            self.is_open = True
        return self.plain(i, stop)

    def code(self, i: int, stop: int) -> int:
        """Write a dot or colon, which may begin a shortcode: the scanner takes all up to the next one as it is."""
        found = _SHORTCODE.match(self.text, i)
        if found is None:
            return self.escape(i, stop) if self.link_follows(i) else self.plain(i, stop)
        end = found.end()
        if end > stop and end - 1 == stop and self.text[stop] in _BLANKS:
            end = stop
        if end > stop or found.group().strip() in self.shortcodes:
            return self.escape(i, stop)
        self.parts.append(self.text[i:end])
        return end

    def link_follows(self, i: int) -> bool:
        """Whether a link stands behind `i` without white space between: its address may hold a dot."""
        if not self.link_starts:
            return False
        run = _RUN.match(self.text, i)
        return run is not None and any(i < start <= run.end() for start in self.link_starts)


def _mark(kind: RangeKind, around: str) -> str:
    """Return the mark for a stretch in one that is marked with `around`: never the same sign."""
    if kind is RangeKind.BOLD:
        return "__" if around[:1] == "*" else "**"
    return "*" if around[:1] == "_" else "_"
