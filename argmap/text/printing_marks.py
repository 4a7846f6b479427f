"""Which marked stretches of a wording Argdown can show, and with which marks.

Bold and italic text begins before something that is not white space and ends before a blank, the end of the line or a
few signs; `we**ak**ness` is not possible, and neither are stretches that cross each other. Links, tags and mentions are
what the text says already, or words without a closing bracket.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from argmap.model.records import Range, RangeKind
from argmap.text.inline import mention_title, tag_name
from argmap.text.patterns import LINE_ENDS, SHORTCODE, SPACE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MARKED = (RangeKind.BOLD, RangeKind.ITALIC)
INCLUDE = "@include("

_TAG_LETTERS = r"0-9\-\u00a0-\u2027\u202a-\ud7ff\uf900-\ufdcf\ufdf0-\uffef"
_TAG_IMAGE = re.compile(rf"#(?:\([^){LINE_ENDS}]+\)|[A-z{_TAG_LETTERS}]+)")
_TAG_WORD = re.compile(rf"[A-Za-z_{_TAG_LETTERS}]+")
_TAG_WORDS = re.compile(rf"[^){LINE_ENDS}]+")
_MENTION = {
    RangeKind.CLAIM_MENTION: re.compile(rf"@\[[^\]{LINE_ENDS}]+\]"),
    RangeKind.ARGUMENT_MENTION: re.compile(rf"@<[^>{LINE_ENDS}]+>"),
}
_LINK_WORDS = re.compile(rf"[^\]{LINE_ENDS}]+")
_LINK_TARGET = re.compile(rf"[^){LINE_ENDS}]+")
_IS_SPACE = re.compile(f"[{SPACE}]")
_RUN = re.compile(f"[^{SPACE}]*")
# What may follow, if it is written without a backslash.
_AFTER_TAG = re.compile(r"[ \t,;!?()\"'}>+&%$~|]|=(?!==)|/(?![/*])|\Z")
_LONE_SIGN = re.compile(rf"\*(?=[{SPACE}]|\Z)|#(?=[ \t]|\Z)")
_AFTER_MARK = re.compile(r"[ ,;!?)}.:\-]|\Z")


def write_tag(tag: str) -> str | None:
    """Return a tag to write behind a reference; None where Argdown has no form for it.

    Example:
        >>> write_tag("ai-safety"), write_tag("two words"), write_tag("a (b)")
        ('#ai-safety', '#(two words)', None)
    """
    if _TAG_WORD.fullmatch(tag):
        return f"#{tag}"
    # Behind a reference, `]:` and `>:` would make a definition of it.
    if _TAG_WORDS.fullmatch(tag) and INCLUDE not in tag and "]:" not in tag and ">:" not in tag:
        return f"#({tag})"
    return None


class Marks:
    """The stretches of a text that will be marked.

    Attributes:
        atoms: Links, tags and mentions by their starts.
        opens: Bold and italic stretches by their starts, outer ones first.
        ends: Where bold and italic stretches end.
        edges: Where any stretch starts or ends, in order.
    """

    def __init__(self, text: str, ranges: Sequence[Range], shortcodes: Mapping[str, str]) -> None:
        self.text = text
        self.shortcodes = shortcodes
        self.atoms: dict[int, Range] = {}
        self.opens: dict[int, list[Range]] = {}
        self.ends: set[int] = set()
        self.edges: list[int] = []
        self._edge_set: set[int] = set()
        self._starred: set[Range] = set()  # italic stretches whose mark must be *
        self._link_starts: list[int] = []
        if ranges:
            self._choose(ranges)

    def mark(self, stretch: Range, around: str) -> str:
        """Return the mark for a stretch inside one marked with the sign `around`: never the same sign."""
        if stretch.kind is RangeKind.BOLD:
            return "__" if around == "*" else "**"
        return "*" if around == "_" or stretch in self._starred else "_"

    def is_split(self, i: int) -> bool:
        """Whether a mark stands between two dots: with it, they would be a shortcode."""
        return self.text[i] == self.text[i + 1 : i + 2] and i + 1 in self._edge_set

    def link_follows(self, i: int) -> bool:
        """Whether a link stands behind `i` without white space between: its address may hold a dot."""
        at = bisect_right(self._link_starts, i)
        if at == len(self._link_starts):
            return False
        run = _RUN.match(self.text, i)
        return run is not None and self._link_starts[at] <= run.end()

    # Which ranges can be written ----------------------------------------------------------------------------

    def _choose(self, ranges: Sequence[Range]) -> None:
        """Keep the ranges that the language has marks for."""
        nested: list[Range] = []
        open_ends: list[int] = []
        taken = -1  # where the last link, tag or mention ends
        for each in sorted(ranges, key=lambda one: (one.start, -one.end)):
            while open_ends and open_ends[-1] <= each.start:
                open_ends.pop()
            if each.start < taken or (open_ends and each.end > open_ends[-1]):
                continue
            if each.kind in MARKED:
                if each.target is not None or _IS_SPACE.match(self.text, each.start):
                    continue
                open_ends.append(each.end)
            elif self._is_atom(each):
                taken = each.end
            else:
                continue
            nested.append(each)
        self._measure(nested)
        kept = self._closed(nested)
        self._measure(kept)
        for each in kept:
            if each.kind in MARKED:
                self.opens.setdefault(each.start, []).append(each)
                self.ends.add(each.end)
            else:
                self.atoms[each.start] = each

    def _measure(self, ranges: Sequence[Range]) -> None:
        self._edge_set = {edge for each in ranges for edge in (each.start, each.end)}
        self.edges = sorted(self._edge_set)
        self._link_starts = [each.start for each in ranges if each.kind is RangeKind.LINK]

    def _closed(self, nested: list[Range]) -> list[Range]:
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
            if each.kind not in MARKED:
                others.add(each.start)
            elif each.end in starts or each.end in ends or (each.end not in others and self._closes(each.end)):
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
                if each.end in starts or (each.end in ends and italics > 1) or not self._ends_tag(each.end, ends):
                    dropped.add(k)
                    continue
                if each.end in ends and ends[each.end].kind is RangeKind.ITALIC:
                    self._starred.add(ends[each.end])
            signs.add(each.start)
        return [each for k, each in enumerate(nested) if k not in dropped]

    def _is_atom(self, each: Range) -> bool:
        """Whether a link, a tag or a mention has the form that the language asks for."""
        image = self.text[each.start : each.end]
        if each.target is None or INCLUDE in image or INCLUDE in each.target:
            return False
        if each.kind is RangeKind.LINK:
            is_whole = _LINK_WORDS.fullmatch(image) and _LINK_TARGET.fullmatch(each.target)
            return bool(is_whole) and "](" not in each.target
        if each.kind is RangeKind.TAG:
            return bool(_TAG_IMAGE.fullmatch(image)) and tag_name(image) == each.target
        return bool(_MENTION[each.kind].fullmatch(image)) and mention_title(image) == each.target

    def _ends_tag(self, end: int, mark_ends: Mapping[int, Range]) -> bool:
        """Whether the scanner takes no more for a tag than what stands before `end`."""
        if end in mark_ends:
            return True
        if self.text[end : end + 1] in (".", ":"):
            return not self._escapes_code(end)
        if _LONE_SIGN.match(self.text, end):
            return not mark_ends  # inside a mark it gets a backslash
        is_slash_at_edge = self.text[end : end + 1] == "/" and end + 1 in self._edge_set
        return _AFTER_TAG.match(self.text, end) is not None and not is_slash_at_edge

    def _closes(self, end: int) -> bool:
        """Whether the character at `end` lets a mark before it close, as it will be written."""
        if _AFTER_MARK.match(self.text, end) is None:
            return False
        return self.text[end : end + 1] not in (".", ":") or not self._escapes_code(end)

    def _escapes_code(self, at: int) -> bool:
        """Whether a dot or colon may get a backslash."""
        found = SHORTCODE.match(self.text, at)
        if found is None:
            return self.is_split(at) or self.link_follows(at)
        inside = bisect_right(self.edges, at)
        is_cut = inside < len(self.edges) and self.edges[inside] < found.end()
        return is_cut or found.group().strip() in self.shortcodes
