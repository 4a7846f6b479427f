r"""Wordings as the printer writes them: plain text and its marked stretches, with a backslash where one is needed.

The writer goes through a text as the scanner (`argmap.text.tokens`) will, token by token, and puts a backslash before
what the scanner would take for something else. A backslash keeps the blanks behind it, so it also saves blanks that
the scanner drops: those behind another blank that stands behind a sign.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from argmap.model.records import Range, RangeKind
from argmap.text.inline import mention_title, tag_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from argmap.model.records import Argument, Claim, Wording

# JavaScript's idea of white space, which the language is defined by.
_SPACE = r"\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
_LINE_ENDS = r"\n\r\u2028\u2029"
_TAG_LETTERS = r"0-9\-\u00a0-\u2027\u202a-\ud7ff\uf900-\ufdcf\ufdf0-\uffef"
_BLANKS = (" ", "\t")
_MARKED = (RangeKind.BOLD, RangeKind.ITALIC)
_INCLUDE = "@include("

_ORDINARY = re.compile(r"(?:[^\\@#*_\[.:</{=\s]|[.:](?= |\Z)|/(?![/*])|=(?!=)| (?! ))*")
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
_AFTER_HASH = re.compile(r"[ \t,;!?)\"'}>]|\Z")
_AFTER_TAG = re.compile(r"[ \t,;!?()\"'}>+&%$~|]|=(?!==)|/(?![/*])|\Z")
_LONE_SIGN = re.compile(rf"\*(?=[{_SPACE}]|\Z)|#(?=[ \t]|\Z)")
_AFTER_MARK = re.compile(r"[ ,;!?)}.:\-]|\Z")
_TAG_IMAGE = re.compile(rf"#(?:\([^){_LINE_ENDS}]+\)|[A-z{_TAG_LETTERS}]+)")
_TAG_WORD = re.compile(rf"[A-Za-z_{_TAG_LETTERS}]+")
_TAG_WORDS = re.compile(rf"[^){_LINE_ENDS}]+")
_MENTION = {
    RangeKind.CLAIM_MENTION: re.compile(rf"@\[[^\]{_LINE_ENDS}]+\]"),
    RangeKind.ARGUMENT_MENTION: re.compile(rf"@<[^>{_LINE_ENDS}]+>"),
}
_LINK_WORDS = re.compile(rf"[^\]{_LINE_ENDS}]+")
_LINK_TARGET = re.compile(rf"[^){_LINE_ENDS}]+")
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

    Complexity: O(n) in the length of the text, and O(r log r) in the number of ranges.

    Example:
        >>> from argmap.text.shortcodes import SHORTCODES
        >>> print(write_wording("Use [it], e.g. 3 * 3 or *p", (), SHORTCODES).text)
        Use \[it], e.g. 3 * 3 or \*p
    """
    plain = text.strip()
    if not ranges and not line_start and _ORDINARY.fullmatch(plain):
        return Written(plain)
    lead = len(text) - len(text.lstrip())
    plain = plain.replace("\n", " ").replace("\r", " ")
    inside = [
        Range(each.kind, each.start - lead, min(each.end - lead, len(plain)), each.target)
        for each in ranges
        if lead <= each.start < min(each.end, lead + len(plain))
    ]
    return _Writer(plain, inside, shortcodes).write(line_start)


def written_tags(wording: Claim | Argument | Wording, shortcodes: Mapping[str, str]) -> list[str]:
    """Return the tags that stand in a wording as it is written, in order."""
    if not any(each.kind is RangeKind.TAG for each in wording.ranges):
        return []
    atoms = _Writer(wording.text, wording.ranges, shortcodes).atoms
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
        code = _SHORTCODE.match(words, at)
        if code is not None and code.group().strip() not in shortcodes:
            parts.append(code.group())
            i = code.end()
            continue
        is_plain = code is None and words[at] in ".:"
        parts.append(words[at] if is_plain else "\\" + words[at])
        i = at + 1
    parts.append(words[i:])
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
        self.atoms: dict[int, Range] = {}  # links, tags and mentions by their starts
        self.opens: dict[int, list[Range]] = {}  # bold and italic stretches by their starts, outer ones first
        self.mark_ends: set[int] = set()
        self.starred: set[Range] = set()  # italic stretches whose mark must be *
        self.edge_set: set[int] = set()  # where a marked stretch starts or ends
        self.edges: list[int] = []  # the same, in order
        self.link_starts: list[int] = []
        if ranges:
            self.choose(ranges)

    # Which ranges can be written ----------------------------------------------------------------------------

    def choose(self, ranges: Sequence[Range]) -> None:
        """Keep the ranges that the language has marks for."""
        nested: list[Range] = []
        open_ends: list[int] = []
        taken = -1  # where the last link, tag or mention ends
        for each in sorted(ranges, key=lambda one: (one.start, -one.end)):
            while open_ends and open_ends[-1] <= each.start:
                open_ends.pop()
            if each.start < taken or (open_ends and each.end > open_ends[-1]):
                continue
            if each.kind in _MARKED:
                if each.target is not None or _IS_SPACE.match(self.text, each.start):
                    continue
                open_ends.append(each.end)
            elif self.is_atom(each):
                taken = each.end
            else:
                continue
            nested.append(each)
        self.measure(nested)
        kept = self.closed(nested)
        self.measure(kept)
        for each in kept:
            if each.kind in _MARKED:
                self.opens.setdefault(each.start, []).append(each)
                self.mark_ends.add(each.end)
            else:
                self.atoms[each.start] = each
                if ">" in (each.target or "") and each.kind is RangeKind.LINK:
                    self.last_angle = len(self.text)

    def measure(self, ranges: Sequence[Range]) -> None:
        self.edge_set = {edge for each in ranges for edge in (each.start, each.end)}
        self.edges = sorted(self.edge_set)
        self.link_starts = [each.start for each in ranges if each.kind is RangeKind.LINK]

    def closed(self, nested: list[Range]) -> list[Range]:
        """Drop bold and italic stretches whose end no mark can close, and tags that would go on.

        Whether a mark can close depends on what is written behind it, so the ends are taken from the last on.
        """
        starts: set[int] = set()  # of stretches that are kept
        ends: dict[int, Range] = {}  # the innermost stretch that ends there
        others: set[int] = set()  # where links, tags and mentions start
        dropped: set[int] = set()
        from_the_last = sorted(range(len(nested)), key=lambda k: (-nested[k].end, k))
        for k in from_the_last:
            each = nested[k]
            if each.kind not in _MARKED:
                others.add(each.start)
            elif each.end in starts or each.end in ends or (each.end not in others and self.closes(each.end)):
                starts.add(each.start)
                ends[each.end] = each
            else:
                dropped.add(k)
        italics = sum(each.kind is RangeKind.ITALIC for each in nested)
        signs = {each.start for each in nested if each.kind in _MENTION}  # what begins with a sign that ends a tag
        for k in from_the_last:
            each = nested[k]
            if each.kind is not RangeKind.TAG:
                continue
            if self.text[each.end - 1] != ")" and each.end not in signs:
                # The mark _ would be taken for a part of the tag.
                if each.end in starts or (each.end in ends and italics > 1) or not self.ends_tag(each.end, ends):
                    dropped.add(k)
                    continue
                if each.end in ends and ends[each.end].kind is RangeKind.ITALIC:
                    self.starred.add(ends[each.end])
            signs.add(each.start)
        return [each for k, each in enumerate(nested) if k not in dropped]

    def is_atom(self, each: Range) -> bool:
        """Whether a link, a tag or a mention has the form that the language asks for."""
        image = self.text[each.start : each.end]
        if each.target is None or _INCLUDE in image or _INCLUDE in each.target:
            return False
        if each.kind is RangeKind.LINK:
            is_whole = _LINK_WORDS.fullmatch(image) and _LINK_TARGET.fullmatch(each.target)
            return bool(is_whole) and "](" not in each.target
        if each.kind is RangeKind.TAG:
            return bool(_TAG_IMAGE.fullmatch(image)) and tag_name(image) == each.target
        return bool(_MENTION[each.kind].fullmatch(image)) and mention_title(image) == each.target

    def ends_tag(self, end: int, mark_ends: Mapping[int, Range]) -> bool:
        """Whether the scanner takes no more for a tag than what stands before `end`."""
        if end in mark_ends:
            return True
        if self.text[end : end + 1] in (".", ":"):
            return not self.escapes_code(end)
        if _LONE_SIGN.match(self.text, end):
            return not mark_ends  # inside a mark it gets a backslash
        is_slash_at_edge = self.text[end : end + 1] == "/" and end + 1 in self.edge_set
        return _AFTER_TAG.match(self.text, end) is not None and not is_slash_at_edge

    def closes(self, end: int) -> bool:
        """Whether the character at `end` lets a mark before it close, as it will be written."""
        if _AFTER_MARK.match(self.text, end) is None:
            return False
        return self.text[end : end + 1] not in (".", ":") or not self.escapes_code(end)

    def escapes_code(self, at: int) -> bool:
        """Whether a dot or colon may get a backslash."""
        found = _SHORTCODE.match(self.text, at)
        if found is None:
            return self.is_split(at) or self.link_follows(at)
        inside = bisect_right(self.edges, at)
        is_cut = inside < len(self.edges) and self.edges[inside] < found.end()
        return is_cut or found.group().strip() in self.shortcodes

    # Writing ------------------------------------------------------------------------------------------------

    def write(self, line_start: bool) -> Written:
        text, size = self.text, len(self.text)
        parts, stops = self.parts, self.edges
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
            for each in self.opens.get(i, ()):
                around = stack[-1][0][0] if stack else ""
                stack.append((_mark(each.kind, around, starred=each in self.starred), each.end))
                parts.append(stack[-1][0])
            if i in self.atoms:
                i = self.atom(self.atoms[i])
                continue
            while next_stop < len(stops) and stops[next_stop] <= i:
                next_stop += 1
            stop = stops[next_stop] if next_stop < len(stops) else size
            if i == forced or text[i] in _BLANKS or text.startswith("===", i):
                i = self.escape(i, stop)
                continue
            words = _WORDS.match(text, i, min(stop, forced) if i < forced else stop)
            if words is not None:
                parts.append(words.group())
                i = words.end()
            else:
                i = self.sign(i, stop, bool(stack))
        return Written("".join(parts), self.is_open)

    def line_start(self) -> int:
        """Where to put a backslash because the text begins a line; -1 for nowhere."""
        if 0 in self.opens:
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
        if end not in self.mark_ends and self.text[end : end + 1] in ((" ",) if is_link else _BLANKS):
            self.parts.append(self.text[end])
            end += 1
        return end

    def sign(self, i: int, stop: int, in_mark: bool) -> int:
        """Write the sign at `i`, with a backslash where the scanner would make something of it."""
        text = self.text
        char = text[i]
        following = text[i + 1 : i + 2]
        at_edge = i + 1 == stop and (stop < len(text) or stop in self.mark_ends)
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
            if text.startswith(_INCLUDE, i):
                bracket = i + len(_INCLUDE) - 1
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
        found = _SHORTCODE.match(self.text, i)
        if found is None:
            return self.escape(i, stop) if self.is_split(i) or self.link_follows(i) else self.plain(i, stop)
        end = found.end()
        if end - 1 == stop and self.text[stop] in _BLANKS:
            end = stop
        if end > stop or found.group().strip() in self.shortcodes:
            return self.escape(i, stop)
        self.parts.append(self.text[i:end])
        return end

    def is_split(self, i: int) -> bool:
        """Whether a mark stands between two dots: with it, they would be a shortcode."""
        return self.text[i] == self.text[i + 1 : i + 2] and i + 1 in self.edge_set

    def link_follows(self, i: int) -> bool:
        """Whether a link stands behind `i` without white space between: its address may hold a dot."""
        at = bisect_right(self.link_starts, i)
        if at == len(self.link_starts):
            return False
        run = _RUN.match(self.text, i)
        return run is not None and self.link_starts[at] <= run.end()


def _mark(kind: RangeKind, around: str, *, starred: bool) -> str:
    """Return the mark for a stretch inside one marked with `around`: never the same sign, where that matters."""
    if kind is RangeKind.BOLD:
        return "__" if around == "*" else "**"
    return "*" if around == "_" or starred else "_"
