"""Pros and cons as nested lists in Markdown, to be put into documents and read back.

::

    # Should voting be compulsory?

    - Voting should be compulsory.
      - **Pro:** It makes parliaments more like the people.
        - **Con, see:** [It takes a freedom away.](#claim-1.2)
      - **Con:** <a id="claim-1.2"></a>It takes a freedom away.

It is Kialo's text export in another dress, and gives the same map: the ids are the positions that a line has.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.diagnostics import Severity
from argmap.formats.bullet_lines import HEADING, items
from argmap.formats.forest import CON, PRO, forest
from argmap.formats.forest_words import KEEPS, Words
from argmap.formats.kialo_lines import MOST_LEVELS, Entry, KialoReading
from argmap.formats.links import MARKDOWN
from argmap.formats.written import Written

if TYPE_CHECKING:
    from argmap.formats.bullet_lines import Item
    from argmap.formats.given import Given
    from argmap.model import ArgumentMap
    from argmap.text.reader import ParseResult

__all__ = ["KEEPS", "looks_like", "read", "write"]

_DEEPEST = 50
"""How deep argmap nests lists when it writes: programs that show Markdown give up somewhere."""
_POINTER_WORDS = 60

_ANCHOR = re.compile(r"<a[ \t]+(?:id|name)=[\"']?([^\"'<>\s]+)[\"']?[ \t]*(?:/>|>[ \t]*</a>)[ \t]*")
_STANCE = re.compile(
    rf"(?P<mark>\*\*|__|[*_]?)(?P<stance>{PRO}|{CON})(?P<see>,[ ]see)?(?::(?P=mark)|(?P=mark):)[ \t]*", re.IGNORECASE
)
_POINTER = re.compile(r"\[(?:[^\[\]\\]|\\.)++\]\(#([^()\s]+)\)\.?")
_LOOKS_LIKE = re.compile(
    rf"[-*+][ \t]+(?:<a [^<>\n]*></a>)?[^\n]*\n(?:[ \t]*\n)*[ \t]+[-*+][ \t]+\*\*(?:{PRO}|{CON})(?:, see)?:\*\*"
)
_OPENING = re.compile(r"\s*(?:# [^\n]*\n\s*)?(?=[-*+] )")
_LAST_SIGN = re.compile(r"#\Z")
_FIRST = re.compile(r"([-+#>=|:])|([0-9]{1,9})([.)])")


def read(given: Given) -> ParseResult:
    """Return the map of such lists; what cannot be placed is said, and the rest read."""
    return _Reading(given).result()


def write(m: ArgumentMap) -> Written:
    """Return a map as nested lists, a forest below its theses."""
    grown = forest(m, _DEEPEST)
    words = Words(m, grown, MARKDOWN, "This kind of list")
    title = _LAST_SIGN.sub(r"\\#", MARKDOWN.escape(words.title()))
    parts = [f"# {title}", ""] if title else []
    seen = {line.record for line in grown.lines if line.see}
    for line in grown.lines:
        indent = "  " * line.depth
        home = f"claim-{grown.home[line.record]}"
        if line.see:
            start = words.plain(line.record)
            start = start if len(start) <= _POINTER_WORDS else start[:_POINTER_WORDS].rstrip() + "…"
            parts.append(f"{indent}- **{line.stance}, see:** [{MARKDOWN.escape(start)}](#{home})")
            continue
        anchor = f'<a id="{home}"></a>' if line.record in seen else ""
        text = words.of(line.record)
        if line.stance:
            parts.append(f"{indent}- **{line.stance}:** {anchor}{text}")
        else:
            parts.append(f"- {anchor}{_FIRST.sub(_with_backslash, text) if _FIRST.match(text) else text}")
    return Written("\n".join(parts) + "\n", tuple(words.losses))


def looks_like(given: Given) -> bool:
    """Whether a text begins with a list, perhaps below its title, whose second line is a pro or a con."""
    start = _OPENING.match(given.text)
    return start is not None and _LOOKS_LIKE.match(given.text, start.end()) is not None


def _with_backslash(found: re.Match[str]) -> str:
    if found.start():
        return found.group()
    return f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}"


class _Reading(KialoReading):
    """Lists that are read: each line gets its position, and the rest is as in an export."""

    links = MARKDOWN
    example = "Write a list: a claim, and indented below it what answers it, such as: - **Pro:** It is cheap."

    def collect(self) -> None:
        """Find the entries."""
        found = items(self.given.text)
        positions: dict[int, str] = {-1: ""}
        counts: dict[int, int] = {}
        anchors: dict[str, str] = {}
        pointers: list[tuple[Entry, str]] = []
        depths = {-1: 0}
        for number, item in enumerate(found):
            if not item.is_bullet:
                self._outside(item)
                continue
            depths[number] = depths.get(item.above, 0) + 1
            if depths[number] > MOST_LEVELS:
                self.draft.fault(
                    item.span, "too-deep", f"This lies deeper than {MOST_LEVELS:,} levels, and is left out."
                )
                continue
            counts[item.above] = counts.get(item.above, 0) + 1
            position = positions[number] = f"{positions[item.above]}.{counts[item.above]}".lstrip(".")
            entry = self._entry(item, position, anchors, pointers)
            self.entries.append(entry)
            if item.is_uneven:
                what = f"This is indented like none of the lines above it; it is read as {position}. Indent it evenly."
                self.draft.warn(item.span, "uneven", what)
        for entry, anchor in pointers:
            entry.see = anchors.get(anchor, anchor.removeprefix("claim-"))  # an anchor may be lost on the way

    def _outside(self, item: Item) -> None:
        if item.marker == HEADING and not self.draft.title and not self.entries:
            self.draft.title = self.links.plain(item.parts[0])
            return
        self.has_other_text = True
        what = "This stands outside of the list, and is left out. Make it a line of the list, or take it away."
        self.draft.fault(item.span, "stray-text", what, Severity.WARNING)

    def _entry(self, item: Item, position: str, anchors: dict[str, str], pointers: list[tuple[Entry, str]]) -> Entry:
        entry = Entry(position, item.span, item.parts)
        text = item.parts[0].lstrip()
        anchor = _ANCHOR.match(text)
        text = text[anchor.end() :] if anchor else text
        stance = _STANCE.match(text) if "." in position else None
        if stance is not None:
            entry.stance = stance["stance"].capitalize()
            text = text[stance.end() :]
            pointer = _POINTER.fullmatch(text.rstrip()) if stance["see"] else None
            if pointer is not None:
                pointers.append((entry, pointer[1]))
            elif stance["see"]:
                what = "This says see, and no link to a line of the list follows; it is read as a claim."
                self.draft.fault(item.span, "no-pointer", what)
        elif "." in position:
            what = f"Neither **Pro:** nor **Con:** begins this line, {position}.; it is read as Pro. Write one of them."
            self.draft.warn(item.span, "no-stance", what)
        second = None if anchor else _ANCHOR.match(text)
        if second is not None:
            anchor, text = second, text[second.end() :]
        if anchor is not None:
            if anchor[1] in anchors:
                what = f"The anchor {anchor[1]!r} stands in two lines; pointers lead to the first. Rename this one."
                self.draft.fault(item.span, "anchor-twice", what)
            anchors.setdefault(anchor[1], position)
        entry.parts[0] = text
        return entry
