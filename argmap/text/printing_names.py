"""What everything is called in a printed text, so that the reader gives it the name it has.

The reader makes the name of the title; what has no title is numbered as it comes up, `C1`, `C2` ..., leaving out the
numbers that are titles. So a claim that stands in one place only may stay without a title if its number comes out
right; everything else is written with a title.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from argmap.model.naming import bare, id_from_title, whole
from argmap.model.records import Argument, Claim, RangeKind, Section
from argmap.text.printing_layout import Block
from argmap.text.printing_places import is_worded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from argmap.model import ArgumentMap
    from argmap.model.records import Range

_LINE_ENDS = r"\n\r\u2028\u2029"
_CLAIM_TITLE = re.compile(rf"(?!-)[^\[\]{_LINE_ENDS}]+")
_ARGUMENT_TITLE = re.compile(rf"(?![-+_]|!--)[^<>{_LINE_ENDS}]+")
# What is never referred to may have titles that only a definition can bear.
_DEFINED_CLAIM = re.compile(rf"(?!.*(?:\]:|\]\())[^{_LINE_ENDS}]+")
_DEFINED_ARGUMENT = re.compile(rf"(?![-+_]|!--|.*>:)[^{_LINE_ENDS}]+")
_NUMBERED = re.compile(r"[CA]([1-9][0-9]{0,8})")


class Names:
    """The titles in a printed text.

    Attributes:
        claims: Id to title, for claims that get one.
        arguments: The same for arguments.
    """

    def __init__(self, m: ArgumentMap, blocks: Sequence[Block | Section]) -> None:
        referred = set(_referred(blocks))
        self.claims = _titles(m.claims, (_CLAIM_TITLE, _DEFINED_CLAIM), referred, ())
        self.arguments = _titles(m.arguments, (_ARGUMENT_TITLE, _DEFINED_ARGUMENT), referred, self.claims.values())
        claim_titles, argument_titles = set(self.claims.values()), set(self.arguments.values())
        places = _places(blocks)
        mentioned = set(_mentioned(m))
        free_claims, free_arguments = [], []
        for name, count in places.items():
            record = m[name]
            if record.title is not None or name in mentioned or not _NUMBERED.fullmatch(name):
                continue
            if isinstance(record, Claim):
                if count == 1 and is_worded(record) and name[0] == "C" and name not in argument_titles:
                    free_claims.append(name)
            elif count == 0 and name[0] == "A" and name not in claim_titles:
                free_arguments.append(name)
        titles = claim_titles | argument_titles
        for names, free, letter in ((self.claims, free_claims, "C"), (self.arguments, free_arguments, "A")):
            for name in _numbered_right(free, letter, titles):
                del names[name]

    def read_ids(self, arguments: Iterable[Argument]) -> tuple[dict[str, str], dict[str, str]]:
        """Return what the reader calls the claims and arguments: its ids, and the ids they have here."""
        by_title = {argument.title: argument.id for argument in arguments}
        return (
            {title: name for name, title in self.claims.items()},
            {by_title[title]: name for name, title in self.arguments.items() if title in by_title},
        )


def _titles(
    records: Iterable[Claim | Argument],
    forms: tuple[re.Pattern[str], re.Pattern[str]],
    referred: set[str],
    others: Iterable[str],
) -> dict[str, str]:
    """Return a title for each record, each only once: the name itself where it can be a title.

    Args:
        records: The claims or the arguments.
        forms: What titles can be referred to, and what titles can be defined.
        referred: The ids of records that are referred to.
        others: Titles of the other sort.
    """
    names: dict[str, str] = {}
    taken: set[str] = set()
    rest: list[str] = []
    elsewhere = set(others)
    for name in (record.id for record in records):
        # `<T>` is what the reader calls an argument whose title a claim has too.
        title = whole(bare(name) if name[:1] == "<" and bare(name) in elsewhere else name)
        form = forms[0 if name in referred else 1]
        if form.fullmatch(title) and "@include(" not in title and title not in taken:
            names[name] = title
            taken.add(title)
        else:
            rest.append(name)
    counts: dict[str, int] = {}
    for name in rest:
        plain = id_from_title(bare(name)).replace("@include(", "@include (")
        base = plain if plain and forms[0].fullmatch(plain) else f"–{plain}"
        title = base
        while title in taken:
            counts[base] = counts.get(base, 1) + 1
            title = f"{base} ({counts[base]})"
        names[name] = title
        taken.add(title)
    return names


def _referred(blocks: Sequence[Block | Section]) -> Iterator[str]:
    """Yield what is referred to by its title alone."""
    for block in blocks:
        for line in block.lines if isinstance(block, Block) else ():
            is_defined = (line.is_main or line.wording is not None) and is_worded(line.record)
            if line.step is None and not is_defined:
                yield line.record.id


def _places(blocks: Sequence[Block | Section]) -> dict[str, int]:
    """In how many places everything is named, in the order in which it comes up.

    A structure names no argument; but the argument above it must have a title if there is one, and below another
    argument it needs one.
    """
    places: dict[str, int] = {}
    below_argument = False
    for number, block in enumerate(blocks):
        if isinstance(block, Section):
            below_argument = False
            continue
        for line in block.lines:
            name = line.record.id
            if line.step is None:
                places[name] = places.get(name, 0) + 1
        first = block.lines[0]
        if block.is_structure:
            below_argument = False
            continue
        if isinstance(first.record, Argument) and not first.mark:
            follower = blocks[number + 1] if number + 1 < len(blocks) else None
            has_structure = isinstance(follower, Block) and follower.is_structure
            is_needless = len(block.lines) == 1 and not (first.record.text or first.record.tags or first.record.data)
            if has_structure and is_needless and not below_argument:
                places[first.record.id] -= 1
            below_argument = True
        else:
            below_argument = False
    return places


def _mentioned(m: ArgumentMap) -> Iterator[str]:
    """Yield the titles that wordings mention; these must stay titles."""
    for record in (*m.claims, *m.arguments):
        for wording in (record, *record.wordings):
            yield from _mentions(wording.ranges)
    for section in m.sections:
        yield from _mentions(section.ranges)


def _mentions(ranges: Iterable[Range]) -> Iterator[str]:
    for each in ranges:
        if each.kind in (RangeKind.CLAIM_MENTION, RangeKind.ARGUMENT_MENTION) and each.target is not None:
            yield each.target


def _numbered_right(ids: Sequence[str], letter: str, titles: set[str]) -> list[str]:
    """Return the most of `ids`, in the order in which they come up, that the reader will number as they are.

    All others get titles, and the reader leaves out numbers that are titles. So what is chosen must rise, and no
    number below may belong to nothing.
    """
    missing = 1
    while f"{letter}{missing}" in titles:
        missing += 1
    # The longest rising sequence, by patience sorting.
    tops: list[int] = []
    chosen: list[int] = []  # for each pile, the place of its top in `ids`
    before: dict[int, int | None] = {}
    for k, name in enumerate(ids):
        number = int(name[1:])
        if number >= missing:
            continue
        pile = bisect_left(tops, number)
        before[k] = chosen[pile - 1] if pile else None
        if pile == len(tops):
            tops.append(number)
            chosen.append(k)
        else:
            tops[pile], chosen[pile] = number, k
    found: list[str] = []
    k_or_none = chosen[-1] if chosen else None
    while k_or_none is not None:
        found.append(ids[k_or_none])
        k_or_none = before[k_or_none]
    return found
