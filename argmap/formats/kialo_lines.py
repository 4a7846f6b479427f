"""Reading the lines of a text export of Kialo, whatever is wrong with their numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.components import strong_components
from argmap.diagnostics import Severity, Span
from argmap.formats.draft import Draft
from argmap.formats.links import KIALO
from argmap.model import RelationKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.formats.given import Given
    from argmap.text.reader import ParseResult

MOST_LEVELS = 1_000
"""How deep a claim may lie."""

_LINE = re.compile(r"[^\r\n]+")
_TITLE = re.compile(r"\s*Discussion Title:(.*)", re.DOTALL)
_CLAIM = re.compile(r"((?:[0-9]+\.)+)(?:[ \t]+(.*))?", re.DOTALL)
# As people type one: indented, or without the last stop. What it says for or against tells it from running text.
_TYPED = re.compile(r"[ \t]*((?:[0-9]+\.)+[0-9]+\.?)[ \t]+((?:Pro|Con)[ \t]*:.*)", re.DOTALL | re.IGNORECASE)
_STANCE = re.compile(r"(Pro|Con)[ \t]*:[ \t]*", re.IGNORECASE)
_SEE = re.compile(r"->\s*See\s+((?:[0-9]+\.)*[0-9]+)\.?\s*", re.IGNORECASE)
_COUNTED = 9
"""Numbers with more digits are not counted on."""


@dataclass(slots=True)
class Entry:
    """One line with a position, and the lines that continue it.

    Attributes:
        position: Where it stands, such as ``1.2.3``.
        span: Its place in the text.
        parts: Its text, line by line.
        stance: ``Pro`` or ``Con``; None for a thesis, and where none is given.
        see: The position of the claim that it points to, if it is a pointer.
        above: The number of the entry that it stands below, or -1.
        name: The id of its claim; for a pointer, of the one that it leads to.
    """

    position: str
    span: Span
    parts: list[str]
    stance: str | None = None
    see: str | None = None
    above: int = -1
    name: str = ""


class KialoReading:
    """An export that is read.

    Attributes:
        given: What is read.
        draft: The map in the making.
        entries: Its lines, in order.
        has_other_text: Whether there are lines that are none.
    """

    links = KIALO
    """How it writes links."""
    example = "A text export of Kialo has one a line, such as: 1.1. Pro: It is cheap."
    """What to say where there are no claims."""

    def __init__(self, given: Given) -> None:
        self.given = given
        self.draft = Draft(given)
        self.entries: list[Entry] = []
        self.has_other_text = False
        self._first: dict[str, int] = {}

    def result(self) -> ParseResult:
        """Return the map, and what is wrong with the text."""
        self.collect()
        self._place()
        for entry in self.entries:
            if entry.see is None:
                found = self.links.read(" ".join(entry.parts))
                if not found.text:
                    self.draft.warn(entry.span, "empty-claim", f"The claim {entry.position}. has no words. Write some.")
                entry.name = self.draft.claim(entry.position, found.text, ranges=found.ranges)
        self._follow()
        self._relate()
        if not self.entries and self.has_other_text:
            self.draft.fault(0, "no-claims", f"Here is no claim. {self.example}")
        return self.draft.result()

    # -- lines -------------------------------------------------------------------------------------------------

    def collect(self) -> None:
        """Find the entries."""
        has_title = False
        for line in _LINE.finditer(self.given.text):
            text, span = line.group(), Span(line.start(), line.end())
            claim = _CLAIM.fullmatch(text) or _TYPED.fullmatch(text)
            if claim is not None:
                self._take(claim, span)
                continue
            if not text.strip():
                continue
            title = None if has_title or self.entries else _TITLE.fullmatch(text)
            if title is not None:
                has_title = True
                self.draft.title = title[1]
            elif not self.entries:
                self.has_other_text = True
                what = "This stands before the first claim, and is left out. Begin with: Discussion Title: ..."
                self.draft.warn(span, "stray-text", what)
            elif self.entries[-1].see is not None:
                what = "This continues a pointer to another claim, and is left out. Give it a position of its own."
                self.draft.warn(span, "stray-text", what)
            else:
                self.entries[-1].parts.append(text)

    def _take(self, claim: re.Match[str], span: Span) -> None:
        text = claim[2] or ""
        position = claim[1].removesuffix(".")
        if position.count(".") >= MOST_LEVELS:
            what = f"This lies deeper than {MOST_LEVELS:,} levels, and is left out."
            self.draft.fault(span, "too-deep", what)
            return
        entry = Entry(position, span, [])
        if "." in position:
            stance = _STANCE.match(text)
            if stance is not None:
                entry.stance = stance[1].capitalize()
                text = text[stance.end() :]
            else:
                what = f"Neither Pro nor Con stands before the claim {position}.; it is read as Pro. Write one of them."
                self.draft.warn(span, "no-stance", what)
        see = _SEE.fullmatch(text)
        if see is not None:
            entry.see = see[1]
        else:
            entry.parts.append(text)
        self.entries.append(entry)

    # -- positions ---------------------------------------------------------------------------------------------

    def _place(self) -> None:
        """Find what each line stands below, by its position, and say what is wrong with positions."""
        for number, entry in enumerate(self.entries):
            self._first.setdefault(entry.position, number)
        latest: dict[str, int] = {}
        last_child: dict[str, int] = {}
        for number, entry in enumerate(self.entries):
            position = entry.position
            if position in latest:
                line = self.given.source.place(self.entries[latest[position]].span.start).line
                what = f"The position {position}. stands in line {line} already. Both are read; renumber this one."
                self.draft.fault(entry.span, "position-twice", what)
            latest[position] = number
            parent, _, own = position.rpartition(".")
            self._count(entry, parent, own, last_child)
            if not parent:
                continue
            above = parent
            while above and above not in self._first:
                above = above.rpartition(".")[0]
            if above != parent:
                then = f"It is read as an answer to {above}." if above else "It is read as a thesis"
                what = f"There is no claim {parent}. for {position}. to answer. {then}; mend its number."
                self.draft.fault(entry.span, "no-parent", what)
            elif parent not in latest:
                what = f"{position}. stands before {parent}., which it answers. Put it behind."
                self.draft.warn(entry.span, "before-its-parent", what)
            if above:
                entry.above = latest.get(above, self._first[above])
        roots = [entry for entry in self.entries if "." not in entry.position and entry.see is None]
        if len(roots) > 1:
            what = (
                f"There are {len(roots):,} theses; a discussion in Kialo has one. Each is read as a claim at the top."
            )
            self.draft.fault(roots[1].span, "several-theses", what, Severity.INFO)

    def _count(self, entry: Entry, parent: str, own: str, last_child: dict[str, int]) -> None:
        if len(own) > _COUNTED:
            return
        value = int(own)
        expected = last_child.get(parent, 0) + 1
        if value > expected:
            start = f"{parent}." if parent else ""
            last = "" if value == expected + 1 else f" to {start}{value - 1}."
            what = f"{start}{expected}.{last} {'are' if last else 'is'} missing before {entry.position}."
            self.draft.warn(entry.span, "numbering-gap", f"{what} Look whether something was cut out.")
        last_child[parent] = max(value, expected - 1)

    # -- pointers ----------------------------------------------------------------------------------------------

    def _follow(self) -> None:
        """Give each pointer the name of the claim that it leads to, in the end."""
        lost: set[int] = set()  # those that lead nowhere
        for number in range(len(self.entries)):
            way = [number]
            seen = {number}
            while (here := self.entries[way[-1]]).see is not None and not here.name and way[-1] not in lost:
                ahead = self._first.get(here.see)
                if ahead is None or ahead in seen:
                    break
                way.append(ahead)
                seen.add(ahead)
            end = self.entries[way[-1]]
            if not end.name:
                lost.update(way)
                continue
            for step in way:
                self.entries[step].name = end.name
        for number in sorted(lost):
            entry = self.entries[number]
            if entry.see is not None and entry.see not in self._first:
                self.draft.dangling(entry.span, f"The pointer {entry.position}.", entry.see)
            else:
                what = (
                    f"The pointer {entry.position}. leads in a circle, or nowhere, and is left out. Point to a claim."
                )
                self.draft.fault(entry.span, "see-circle", what)

    def _relate(self) -> None:
        related: dict[tuple[str, str, str], None] = {}
        pointers: list[tuple[Entry, str]] = []
        for entry in self.entries:
            above = self.entries[entry.above].name if entry.above >= 0 else ""
            if entry.see is not None and entry.name and entry.above < 0:
                what = f"The pointer {entry.position}. stands below no claim, and is left out."
                self.draft.fault(entry.span, "stray-pointer", what)
            if entry.above >= 0 and entry.name and not above:
                what = f"{entry.position}. stands below a pointer that leads nowhere; it is read as a thesis."
                self.draft.fault(entry.span, "below-a-pointer", f"{what} Give it another number.")
            if not above or not entry.name:
                continue
            if entry.above >= 0 and self.entries[entry.above].see is not None:
                what = f"{entry.position}. stands below a pointer; it is read as an answer to {above}. Put it there."
                self.draft.warn(entry.span, "below-a-pointer", what)
            stance = entry.stance or "Pro"
            key = (entry.name, stance, above)
            if key in related:
                what = f"{entry.position}. says again that {entry.name}. is a {stance} of {above}. Leave it out."
                self.draft.warn(entry.span, "said-twice", what)
                continue
            related[key] = None
            if entry.see is not None:
                pointers.append((entry, above))
            kind = RelationKind.ATTACK if stance == "Con" else RelationKind.SUPPORT
            self.draft.relation(kind, entry.name, above)
        for entry, above in self._circles(related, pointers):
            does = f"{entry.name}. and {above}. answer each other in a circle"
            does = f"{above}. answers itself" if entry.name == above else does
            self.draft.warn(entry.span, "circle", f"With this pointer, {does}. It is read as it stands.")

    def _circles(
        self, related: dict[tuple[str, str, str], None], pointers: list[tuple[Entry, str]]
    ) -> Iterator[tuple[Entry, str]]:
        """Yield the pointers that lie on a circle of answers."""
        if not pointers:
            return
        number: dict[str, int] = {}
        targets: list[list[int]] = []
        for source, _, target in related:
            for name in (source, target):
                if name not in number:
                    number[name] = len(number)
                    targets.append([])
            targets[number[source]].append(number[target])
        part = [0] * len(targets)
        for index, members in enumerate(strong_components(targets)):
            for member in members:
                part[member] = index
        for entry, above in pointers:
            if part[number[entry.name]] == part[number[above]]:
                yield entry, above
