"""A flow sheet read by where things stand on it: what people wrote, or changed on what argmap wrote."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from argmap.classroom.rounds.formats import Format, Speech, format_named, formats
from argmap.classroom.rounds.naming import Names
from argmap.classroom.rounds.points import label_of, labelled
from argmap.classroom.rounds.register import Register, Row
from argmap.errors import UnknownNameError
from argmap.language import Words, languages
from argmap.wording import shorten

if TYPE_CHECKING:
    from argmap.classroom.rounds.tables import FoundTable, Opened

_NUMBER = re.compile(r"(\d{1,6})[.)]\s+")
_ARROW = re.compile(r"(?:→|->|=>)\s*")
_REFERENCE = re.compile(r"(?:\w{1,12}\s)?(\d{1,6})\s*(?:,\s*\w+)?")
"""The number of a point behind an arrow, as in ``→ 3``, ``→ 3, again`` or ``→ See 3``."""
_LETTERS = re.compile(r"\s*\[[^\W\d_](?:, ?[^\W\d_])*\]$")
_HEAD_ROWS = 20
"""In so many rows of a table its head is looked for."""


@dataclass(slots=True)
class _Put:
    """A point and where it was put."""

    number: str
    side: str
    column: int
    to: str


def read_by_hand(
    opened: Opened,
    register: Register | None,
    format: Format | None,  # noqa: A002
    name: str,
) -> tuple[Register | None, list[str]]:
    """Return what the tables of a file say, and what was not understood; None where no table has a head.

    Args:
        opened: The file.
        register: What it carries, if argmap wrote it; its points are known by their numbers.
        format: The format, if it is said.
        name: What to call the debate where nothing else does.
    """
    reader = _Reader(opened, register, format or _known_format(register))
    heads = [(table, *head) for table in opened.tables if (head := reader.head_of(table)) is not None]
    if not heads:
        return None, []
    reader.begin(opened.title or _title_above(*heads[0][:2]) or name)
    for table, row, columns in heads:
        reader.read(table, row, columns)
    reader.tell_what_is_missing()
    return reader.register(), reader.problems


def _known_format(register: Register | None) -> Format | None:
    try:
        return None if register is None else format_named(register.format)
    except UnknownNameError:
        return None


class _Reader:
    def __init__(self, opened: Opened, register: Register | None, format: Format | None) -> None:  # noqa: A002
        self.problems: list[str] = []
        self._known = register
        self._sides = dict(register.sides) if register is not None else {}
        self._camps = {side: camp for camp, side in reversed(self._sides.items())}
        self._rows: dict[str, Row] = {}
        self._more: list[Row] = []  # second places of points
        self._by_words: dict[str, str] = {}
        self._last = 0
        self._seen: set[str] = set()
        self._speeches: dict[str, str] = {}
        self.format = format or self._guessed(opened)
        for language in languages():
            names = Names(language, self.format)
            for speech in self.format.columns:
                self._speeches.setdefault(_folded(speech.code), speech.code)
                self._speeches.setdefault(_folded(names.speech(speech)), speech.code)

    def _guessed(self, opened: Opened) -> Format:
        """Return the format that most cells of the first rows name a speech of; of two, the one with fewer speeches."""
        cells = {_folded(cell) for table in opened.tables for row in table.rows[:_HEAD_ROWS] for cell in row}
        words = Words("en")

        def fit(one: Format) -> tuple[int, int]:
            codes = [
                {_folded(speech.code), _folded(words.say(f"round.speeches.{one.id}.{speech.code}"))}
                for speech in one.columns
            ]
            return sum(not cells.isdisjoint(each) for each in codes), -len(codes)

        return max(formats(), key=fit)

    def head_of(self, table: FoundTable) -> tuple[int, dict[int, Speech]] | None:
        """Return the row that names speeches, and the speech of each column; None where no row names two."""
        for number, row in enumerate(table.rows[:_HEAD_ROWS]):
            found: dict[int, Speech] = {}
            for place, cell in enumerate(row):
                code = self._speeches.get(_folded(cell))
                speech = self.format.speech_named(code) if code else None
                if speech is not None and speech not in found.values():
                    found[place] = speech
            if len(found) > 1:
                return number, found
        return None

    def begin(self, title: str) -> None:
        """Start with what is known: the register, else the motion."""
        for row in () if self._known is None else self._known.rows:
            if row.number in self._rows:
                self._more.append(row)
            else:
                self._rows[row.number] = row
                self._by_words.setdefault(_plain(row.text or row.title), row.number)
        self._title = self._known.title if self._known is not None else label_of(_without_kind(title))
        if not any(number.startswith("T") for number in self._rows):
            self._rows["T1"] = Row("T1", "claim", self._camp(self.format.sides[0]), (), "", self._title)
        self._last = max((int(number) for number in self._rows if number.isdigit()), default=0)
        self._theses = [number for number in self._rows if number.startswith("T")]

    def read(self, table: FoundTable, head: int, columns: dict[int, Speech]) -> None:
        """Read a table below its head."""
        held = self._side_of(table.name)
        block: list[_Put] = []
        for number in range(head + 1, len(table.rows)):
            row = table.rows[number]
            if not any(row):
                block = []
                continue
            here: list[_Put] = []
            for place, cell in enumerate(row):
                speech = columns.get(place)
                if not cell.strip():
                    continue
                if speech is None:
                    self._tell(table, number, place, head, cell)
                    continue
                for part in _parts(cell):
                    words = self._taken_up(part, speech, here, table.cell(number, place))
                    if words:
                        self._put(words, speech, place, here, block, held)
            block = [put for put in block if all(put.column != other.column for other in here)] + here

    def _tell(self, table: FoundTable, number: int, place: int, head: int, cell: str) -> None:
        heads = table.rows[head]
        title = heads[place].strip() if place < len(heads) else ""
        where = f"stands under {title[:40]!r}, which is" if title else "stands in a column without a name, and so in"
        shown = " ".join(cell.split())[:40]
        self.problems.append(
            f"{table.cell(number, place)}: {shown!r} {where} no speech of the format {self.format.id}; it is left out."
        )

    def _put(self, part: str, speech: Speech, place: int, here: list[_Put], block: list[_Put], held: str) -> None:
        left = here[-1] if here and here[-1].column < place else None
        number, words = self._numbered(part)
        if number in self._rows and self._known is not None:
            self._change(number, words, speech)
            self._seen.add(number)
            here.append(_Put(number, speech.side, place, self._rows[number].to))
            return
        to = self._beside(speech, place, left, block, held)
        does = "" if to is None else "attack" if self._side(to) != speech.side else "support"
        if to is None:
            to = self._thesis(speech.side)
            does = "support" if self._side(to) == speech.side else "attack"
        same = self._by_words.get(_plain(words))
        if same is not None and self._side(same) == speech.side and any(put.number == same for put in here):
            self._say(same, speech)  # the same words in a later column: taken up again
            here.append(_Put(same, speech.side, place, self._rows[same].to))
            return
        if not number or number in self._rows:
            self._last += 1
            number = str(self._last)
        self._last = max(self._last, int(number))
        self._rows[number] = Row(number, "claim", self._camp(speech.side), (speech.code,), "", words, does, to)
        self._by_words.setdefault(_plain(words), number)
        here.append(_Put(number, speech.side, place, to))

    def _beside(self, speech: Speech, place: int, left: _Put | None, block: list[_Put], held: str) -> str | None:
        """Return the number of the point that a new one stands beside; None for a new line of argument."""
        if left is not None:
            return left.number
        above = [put for put in block if put.column < place]
        if not above or speech.side == (held or above[0].side):
            return None
        same = next((put for put in block if put.column == place and put.to in self._rows), None)
        return same.to if same is not None else above[-1].number

    def _numbered(self, part: str) -> tuple[str, str]:
        """Return the number before a point, if it has one, and its words without the letters behind it."""
        found = _NUMBER.match(part)
        words = part[found.end() :] if found else part
        return (str(int(found[1])) if found else ""), label_of(_LETTERS.sub("", words)) or label_of(part)

    def _change(self, number: str, words: str, speech: Speech) -> None:
        """Take over what was changed by hand: the words of a point, or its speech."""
        row = self._rows[number]
        written = label_of(_LETTERS.sub("", row.cell.partition(" ")[2]))
        if words != written:
            tail = _tail(written, row)
            words = words.removesuffix(tail) if tail else words
            start = labelled(row.title, "x")[:-1] if row.title else ""
            row = replace(row, text=words.removeprefix(start))
        if row.speeches[:1] != (speech.code,):
            row = replace(row, speeches=(speech.code, *row.speeches[1:]))
        self._rows[number] = row

    def _taken_up(self, part: str, speech: Speech, here: list[_Put], cell: str) -> str:
        """Take a point up again in a later speech, where an arrow says so; return what is left to be read."""
        arrow = _ARROW.match(part)
        if arrow is None:
            return part
        rest = part[arrow.end() :].strip()
        found = _REFERENCE.fullmatch(rest)
        if found is not None:
            target = str(int(found[1]))
        elif rest:
            target = self._by_words.get(_plain(rest), "")
            if not target:
                return rest  # an arrow before words of its own
        else:
            target = next((put.number for put in reversed(here) if put.side == speech.side), "")
        if target in self._rows and self._side(target) == speech.side:
            self._say(target, speech)
        else:
            self.problems.append(f"{cell}: {part[:40]!r} takes up no point of the side {speech.side}; it is left out.")
        return ""

    def _say(self, number: str, speech: Speech) -> None:
        row = self._rows[number]
        order = [each.code for each in self.format.columns]
        codes = {code for code in (*row.speeches, speech.code) if code in order}
        self._rows[number] = replace(row, speeches=tuple(sorted(codes, key=order.index)))

    def _thesis(self, side: str) -> str:
        return next((number for number in self._theses if self._side(number) == side), self._theses[0])

    def _side(self, number: str) -> str:
        camp = self._rows[number].side
        return self._sides.get(camp, camp)

    def _camp(self, side: str) -> str:
        return self._camps.get(side, side)

    def _side_of(self, name: str) -> str:
        """Return the side whose case a table is, by its name; empty where that does not say it."""
        words = name.casefold()
        for language in languages():
            names = Names(language, self.format)
            for side in self.format.sides:
                # "Aff" and "Neg" are enough, and "con" is in no other name of a side.
                if names.side(side).casefold() in words or re.search(rf"\b{side[:3]}\b", words):
                    return side
        return ""

    def tell_what_is_missing(self) -> None:
        """Tell of points that argmap wrote and that stand nowhere any more."""
        for row in () if self._known is None else self._known.rows:
            if row.cell and row.number not in self._seen:
                self._seen.add(row.number)
                self.problems.append(
                    f"Point {row.number}, {shorten(row.title or row.text, 60)!r}, stands on the sheet no more; it "
                    "stays in the debate, as others may rest on it. To be rid of it, delete it there."
                )

    def register(self) -> Register:
        """Return what was read."""
        sides = self._known.sides if self._known is not None else tuple((side, side) for side in self.format.sides)
        language = self._known.language if self._known is not None else "en"
        return Register(self.format.id, self._title, language, sides, (*self._rows.values(), *self._more))


def _tail(written: str, row: Row) -> str:
    """Return what stands behind the words of a point in its cell: which part of its target is meant."""
    return written.removeprefix(labelled(row.title, row.text))


def _title_above(table: FoundTable, head: int) -> str:
    """Return the one thing that stands above the head of a table; empty where more does, or nothing."""
    above = [cell for row in table.rows[:head] for cell in row if cell.strip()]
    return above[0] if len(above) == 1 else ""


def _without_kind(title: str) -> str:
    """Return the title of a debate from that of its flow sheet."""
    for language in languages():
        title = title.removeprefix(Words(language).say("round.flowOf", title="").rstrip())
    return title


def _parts(cell: str) -> list[str]:
    return [part for line in cell.split("\n") if (part := line.strip())]


def _folded(cell: str) -> str:
    return "".join(re.sub(r"\(.*?\)", "", cell[:200]).split()).casefold()


def _plain(words: str) -> str:
    return " ".join(words.casefold().rstrip(".!").split())
