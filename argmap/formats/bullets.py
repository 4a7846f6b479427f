r"""Lists as people type them in a chat or a document: a claim, and what speaks for and against it, indented below.

* Bullets are ``-``, ``*``, ``+``, ``•``, ``→`` and the like, ``1.``, ``1)`` or ``a)``, also ✓ and 👍; tabs and spaces
  may be mixed. A box to tick behind one says nothing.
* What says for or against at the start of a bullet is listed in `argmap.formats.bullet_words`.
* A bullet that says neither speaks for what it stands under: so people write reasons. Where others say it, a warning
  asks; where none does, one warning says so for all.
* ``Pros:`` and ``Cons:`` over a list, as a line, a heading or a bullet, say it for all below.
* The line before the list is the thesis. Of two, the first is the title; a heading is the title, and the thesis where
  no other line and no single bullet is one. ``Topic:`` and ``Thesis:`` in front of a line say so.
* Without such a line, each bullet at the top is a thesis; where only the first says neither for nor against, the
  others answer it.

Claims have the ids C1, C2 ... in the order of the text.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from argmap.diagnostics import Severity
from argmap.formats.bullet_lines import HEADING, Item, items
from argmap.formats.bullet_words import Signed, group, named, sign_of_marker, signed
from argmap.formats.draft import Draft
from argmap.formats.keeping import Keeps
from argmap.formats.links import MARKDOWN
from argmap.model import RelationKind
from argmap.source import Source
from argmap.text.reader import parse_source

if TYPE_CHECKING:
    from argmap.diagnostics import Span
    from argmap.formats.given import Given
    from argmap.text.reader import ParseResult

KEEPS = Keeps(frozenset(), frozenset(), frozenset(), frozenset(), frozenset(), frozenset())

_LOOK = 20_000
"""So many characters at the start of a text tell what it is."""
_ARGDOWN = re.compile(
    r"^[ \t]*(?:(?:[-+*]|[-+_]>|<[-+_]|><)?[ \t]*(?:\[[^\]\n]+\]|<[^>\n]+>)[ \t]*(?::|\{|\r?$)"
    r"|(?:[-+_]>|<[-+_]|><)[ \t]|\([0-9]+\)[ \t]|={3,}[ \t]*\r?$|-{4,}[ \t]*\r?$|--[ \t])",
    re.MULTILINE,
)


def read(given: Given) -> ParseResult:
    """Return the map of a list; what is doubtful is said."""
    return _Reading(given).result()


def looks_like(given: Given) -> bool:
    """Whether a text is clearly such a list, and no Argdown.

    It has two bullets or more and nothing that only Argdown has. What Argdown reads without a fault, with relations,
    is Argdown, unless it says ``- pro:`` or ``+ con:``, where Argdown would read the opposite. Without the name of a
    text file, two bullets or more have to say in words or pictures that they are for or against.
    """
    head = given.text[:_LOOK]
    if len(given.text) > _LOOK:
        head = head[: head.rfind("\n") + 1]
    found = items(head)
    bullets = [item for item in found if item.is_bullet]
    if len(bullets) < 2 or _ARGDOWN.search(head):
        return False
    signs = [(item.marker, _signed(item)) for item in bullets]
    groups = sum(group(" ".join(item.parts)) is not None for item in found)
    if any(sign.is_word and marker in "+-" and sign.speaks_for is not (marker == "+") for marker, sign in signs):
        return True
    parsed = parse_source(Source(head))
    if parsed.map.relations and not parsed.errors:
        return False
    if os.path.splitext(given.path or given.source.name)[1].casefold() in (".txt", ".md"):  # noqa: PTH122
        return (len(bullets) + groups) * 2 >= len(found)
    return sum(sign.is_word for _, sign in signs) + groups >= 2


def _signed(item: Item) -> Signed:
    found = signed(item.parts[0])
    own = sign_of_marker(item.marker)
    if found.speaks_for is None and own is not None:
        return Signed(found.text, own, is_word=True)
    return found


class _Reading:
    """A list that is read."""

    def __init__(self, given: Given) -> None:
        self._given = given
        self._draft = Draft(given)
        self._items = items(given.text)
        self._signs = {number: _signed(item) for number, item in enumerate(self._items) if item.is_bullet}
        markers = {item.marker for item in self._items}
        if {"+", "-"} <= markers:
            for number, sign in self._signs.items():
                marker = self._items[number].marker
                if sign.speaks_for is None and marker in "+-":
                    self._signs[number] = sign._replace(speaks_for=marker == "+")
        self._parents = {item.above for item in self._items}
        # For each bullet: the claim that what stands below it answers, and what it says for all of that.
        self._claims: dict[int, str] = {}
        self._groups: dict[int, bool] = {}
        self._unsigned: list[Span] = []
        self._is_signed = False

    def result(self) -> ParseResult:
        """Return the map, and what is doubtful."""
        start = next((number for number, item in enumerate(self._items) if item.is_bullet), len(self._items))
        thesis = self._before(start)
        says = group(" ".join(self._items[start - 1].parts)) if start else None
        is_flat = self._is_flat(start)
        first = ""
        for number in range(start, len(self._items)):
            item = self._items[number]
            if item.is_bullet:
                top = thesis or first
                made = self._bullet(number, item, top, says)
                if item.above < 0 and not top and is_flat:
                    first = made
                continue
            text = " ".join(item.parts)
            sign = group(text)
            if sign is not None:
                says = sign
            else:
                thesis, says, first = self._claim(text.removesuffix(":")), None, ""
        for number in range(start):
            sign = group(" ".join(self._items[number].parts))
            if sign is not None and number != start - 1:
                self._stray(self._items[number])
        self._tell_unsigned()
        if start == len(self._items) and self._items:
            what = "Here is no list. Write a claim, and below it what answers it, such as: - pro: It is cheap."
            self._draft.fault(self._items[0].span, "no-list", what)
        return self._draft.result()

    # -- what stands before the list -----------------------------------------------------------------------------

    def _before(self, start: int) -> str:
        """Read the lines before the list; return the claim that it answers, if they say one."""
        heading = ""
        lines: list[tuple[str, str, Item]] = []
        for item in self._items[:start]:
            if group(" ".join(item.parts)) is not None:
                continue
            if item.marker == HEADING and not heading:
                heading = item.parts[0]
                continue
            for part in item.parts:
                role, text = named(part)
                if role or not lines or lines[-1][2] is not item:
                    lines.append((role, text, item))
                else:
                    lines[-1] = (lines[-1][0], f"{lines[-1][1]} {text}", item)
        title = next((line for line in lines if line[0] == "title"), None)
        thesis = next((line for line in lines if line[0] == "thesis"), None)
        plain = [line for line in lines if not line[0]]
        if thesis is None and plain:
            thesis = plain.pop()
        if title is None and not heading and plain:
            title = plain.pop(0)
        for line in plain:
            self._stray(line[2])
        self._draft.title = self._words(title[1] if title else heading)
        if thesis is not None:
            return self._claim(thesis[1].removesuffix(":"))
        tops = [number for number, item in enumerate(self._items) if item.is_bullet and item.above < 0]
        if (heading or title) and not (len(tops) == 1 and self._signs[tops[0]].speaks_for is None):
            return self._claim(title[1] if title else heading)
        return ""

    def _stray(self, item: Item) -> None:
        what = "This line before the list is neither its title nor its thesis, and is left out. Make it a bullet."
        self._draft.warn(item.span, "stray-text", what)

    def _is_flat(self, start: int) -> bool:
        """Whether the first bullet is a thesis that all the others at the top answer."""
        tops = [number for number in range(start, len(self._items)) if self._items[number].above < 0]
        signs = [self._signs[number].speaks_for for number in tops if number in self._signs]
        return len(signs) > 1 and signs[0] is None and None not in signs[1:]

    # -- bullets -------------------------------------------------------------------------------------------------

    def _bullet(self, number: int, item: Item, top: str, says: bool | None) -> str:
        """Read a bullet; return the id of the claim that what stands below it answers."""
        above = self._claims[item.above] if item.above >= 0 else top
        inherited = self._groups.get(item.above) if item.above >= 0 else says
        sign = self._signs[number]
        if item.is_uneven:
            what = "This is indented like none of the lines above it, so what it answers is a guess. Indent it evenly."
            self._draft.warn(item.span, "uneven", what)
        heading = group(" ".join(item.parts)) if number in self._parents else None
        if heading is not None:
            self._groups[number] = heading
            self._claims[number] = above
            return above
        text = " ".join((sign.text, *item.parts[1:]))
        if not text.strip():
            what = "This bullet has no words, and is left out. What stands below it answers the line above it."
            self._draft.warn(item.span, "empty-bullet", what)
            self._claims[number] = above
            return above
        name = self._claims[number] = self._claim(text)
        speaks_for = inherited if sign.speaks_for is None else sign.speaks_for
        if not above:
            if sign.speaks_for is not None:
                what = "This speaks for or against something, and nothing stands above it. Write the thesis first."
                self._draft.warn(item.span, "no-thesis", what)
            return name
        if speaks_for is None:
            self._unsigned.append(item.span)
        else:
            self._is_signed = True
        self._draft.relation(RelationKind.ATTACK if speaks_for is False else RelationKind.SUPPORT, name, above)
        return name

    def _claim(self, text: str) -> str:
        found = MARKDOWN.read(text)
        return self._draft.claim(None, found.text, ranges=found.ranges)

    def _words(self, text: str) -> str:
        return MARKDOWN.read(text).text

    def _tell_unsigned(self) -> None:
        if not self._unsigned:
            return
        if not self._is_signed:
            what = "No bullet says whether it is for or against, so each speaks for the line it stands under. Write"
            self._draft.fault(self._unsigned[0], "unsigned", f"{what} pro: or con: in front of them.", Severity.INFO)
            return
        for span in self._unsigned:
            what = "This says neither for nor against; it is read as speaking for the line it stands under. Write"
            self._draft.warn(span, "unsigned", f"{what} pro: or con: in front of it.")
