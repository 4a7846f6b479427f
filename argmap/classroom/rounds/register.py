"""What a flow holds, as rows of plain words: what its files carry with them, so that they can be read back exactly."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from argmap.classroom.rounds.points import label_of
from argmap.model.records import RelationKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.classroom.rounds.flow import Flow
    from argmap.model import ArgumentMap
    from argmap.model.records import Argument, Claim

HEAD = ("no", "sort", "side", "speech", "title", "text", "does", "to", "part", "status", "cell")
"""The columns of a register, as files name them."""
SIGN = "argmap flow"
"""What the first row of a register says in its first cell; in the second stands the format, then the title and the code
of the language."""
_SIDES = ("for", "against")


@dataclass(frozen=True, slots=True)
class Row:
    """A thesis, or a point at one of its places.

    Attributes:
        number: The number of the point; of theses ``T1``, ``T2`` ...
        sort: ``claim`` or ``argument``.
        side: Its side in the map; empty for none.
        speeches: The codes of the speeches in which it was said.
        title: Its heading.
        text: Its words.
        does: What it does to what it stands beside; empty for nothing.
        to: The number of that.
        part: What to call the part that is meant, if it is a part.
        status: ``conceded`` where the other side granted it.
        cell: What its cell on the flow says; what a cell says otherwise was changed by hand.
    """

    number: str
    sort: str
    side: str
    speeches: tuple[str, ...]
    title: str
    text: str
    does: str = ""
    to: str = ""
    part: str = ""
    status: str = ""
    cell: str = ""

    def cells(self) -> tuple[str, ...]:
        """Return it as cells below `HEAD`."""
        return (
            self.number, self.sort, self.side, " ".join(self.speeches), self.title, self.text, self.does, self.to,
            self.part, self.status, self.cell,
        )  # fmt: skip

    @classmethod
    def of(cls, cells: Iterable[object]) -> Row:
        """Return a row from cells; those that are missing are empty."""
        found = ["" if cell is None else str(cell) for cell in cells][: len(HEAD)]
        found += [""] * (len(HEAD) - len(found))
        number, sort, side, speeches, *rest = map(label_of, found)
        return cls(number.removesuffix(".0"), sort, side, tuple(speeches.split()), *rest)


@dataclass(frozen=True, slots=True)
class Register:
    """What a flow holds.

    Attributes:
        format: The id of the format.
        title: What the debate is about.
        language: The code of the language.
        sides: The sides of the map, each with its side of the format.
        rows: Theses, then points.
        print_: The fingerprint of the tables that it was written with; empty where there are none yet.
    """

    format: str
    title: str
    language: str
    sides: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]
    print_: str = ""

    def table(self) -> list[tuple[str, ...]]:
        """Return it as rows of cells: a head, the sides, then theses and points."""
        head = (SIGN, self.format, self.title, self.language, self.print_)
        return [head, *(("side", *side) for side in self.sides), HEAD, *(row.cells() for row in self.rows)]

    @classmethod
    def of(cls, table: Iterable[Iterable[object]]) -> Register | None:
        """Return the register that stands in a table; None where none does."""
        rows = [[("" if cell is None else str(cell)) for cell in row] for row in table]
        if not rows or not rows[0] or rows[0][0] != SIGN:
            return None
        _, form, title, language, print_ = [*rows[0][:5], "", "", "", "", ""][:5]
        sides = tuple((row[1], row[2]) for row in rows[1:] if len(row) > 2 and row[0] == "side")
        start = next((place for place, row in enumerate(rows) if row[:2] == list(HEAD[:2])), len(rows))
        found = tuple(Row.of(row) for row in rows[start + 1 :] if any(row))
        return cls(form, title, language, sides, found, print_)


def register_of(flow: Flow) -> Register:
    """Return what a flow holds."""
    from argmap.classroom.rounds.columns import Item, words_of
    from argmap.classroom.rounds.naming import Names

    names = Names(flow.language, flow.format)
    theses = {thesis.id: f"T{place}" for place, (_, thesis) in enumerate(flow.theses, 1)}
    rows = []
    for place, (side, thesis) in enumerate(flow.theses):
        camp = thesis.camp or _camp(flow, side)
        sort = "argument" if thesis.is_argument else "claim"
        # The theses of two sides exclude each other; a round is held on nothing else.
        opposed = "T1" if place and side != flow.theses[0][0] else ""
        does = "contradictory" if opposed and sort == "claim" and not flow.theses[0][1].is_argument else ""
        rows.append(Row(theses[thesis.id], sort, camp, (), thesis.title, thesis.text, does, opposed if does else ""))
    for line in flow.lines:
        for entry in line.entries:
            to = str(entry.target) if entry.target else theses.get(entry.thesis, "")
            rows.append(
                Row(
                    str(entry.number),
                    "argument" if entry.point.is_argument else "claim",
                    entry.point.camp or _camp(flow, entry.side),
                    entry.speeches,
                    entry.point.title,
                    entry.point.text,
                    entry.kind if to else "",
                    to,
                    entry.part,
                    "conceded" if entry.point.is_conceded else "",
                    "" if entry.is_again else " ".join(filter(None, words_of(Item(entry), names))),
                )
            )
    return Register(flow.format.id, flow.title, flow.language, tuple(flow.sides.items()), tuple(rows))


def _camp(flow: Flow, side: str) -> str:
    return next((camp for camp, held in flow.sides.items() if held == side), side)


def map_of(register: Register) -> ArgumentMap:
    """Return the map of a register: its theses and points with title, words, side and speeches, and what they do.

    What cannot be, such as an undercut of a claim, becomes the nearest that can: an attack.
    """
    from argmap.model import ArgumentMap

    data: dict[str, Any] = {"format": register.format} if register.format else {}
    if register.language and register.language != "en":
        data["language"] = register.language
    camps = dict.fromkeys([*(camp for camp, _ in register.sides), *(row.side for row in register.rows)])
    camps.pop("", None)
    if camps:
        data["sides"] = list(camps)
    m = ArgumentMap(register.title, data=data)
    made: dict[str, str] = {}
    for row in register.rows:
        if row.number not in made:
            made[row.number] = _record(m, row).id
    for row in register.rows:
        if row.does and row.to in made and made[row.to] != made[row.number]:
            m.relate(made[row.number], _kind(m, row.does, made[row.number], made[row.to]), made[row.to])
    return m


def _record(m: ArgumentMap, row: Row) -> Claim | Argument:
    spoken: Any = list(row.speeches) if len(row.speeches) > 1 else "".join(row.speeches)
    data: dict[str, Any] = {"speech": spoken} if row.speeches else {}
    if row.status == "conceded":
        data["status"] = row.status
    title = row.title or None
    if row.sort == "argument":
        return m.argument(text=row.text, title=title, side=row.side or None, data=data)
    return m.claim(row.text, title=title, side=row.side or None, data=data)


def _kind(m: ArgumentMap, does: str, source: str, target: str) -> RelationKind:
    try:
        kind = RelationKind(does)
    except ValueError:
        return RelationKind.SUPPORT
    is_argument = target in m.arguments
    if kind is RelationKind.UNDERCUT and not is_argument:
        return RelationKind.ATTACK
    if kind.is_symmetric and (is_argument or source in m.arguments):
        return RelationKind.ATTACK
    return RelationKind.SUPPORT if kind is RelationKind.ENTAILS and is_argument else kind
