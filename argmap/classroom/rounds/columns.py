"""Where the points of a line of argument stand: in the column of their speech, answers beside what they answer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.classroom.rounds.entries import Entry, Line
    from argmap.classroom.rounds.flow import Fill, Flow
    from argmap.classroom.rounds.naming import Names


class Item(NamedTuple):
    """A point in a cell.

    Attributes:
        entry: The point.
        is_carried: Whether it was said before, and is taken up again in this speech.
    """

    entry: Entry
    is_carried: bool = False


Row = tuple[tuple[Item, ...], ...]
"""A row of a flow: for each speech what stands in its column; often nothing, seldom more than one point."""


def rows_of(flow: Flow, line: Line, fill: Fill = "all") -> list[Row]:
    """Return a line of argument as rows.

    The first answer to a point stands on its row, each further one on a row below. What is taken up again stands in the
    column of the later speech on the row of the point, above what else stands there.

    Args:
        flow: The flow.
        line: One of its lines.
        fill: Whether ``all`` of it is there, or only the ``first`` column: the point that the line starts with.
    """
    if fill == "none":
        return []
    places = {speech.code: place for place, speech in enumerate(flow.format.columns)}
    rows: list[list[list[Item]]] = []
    row_of: dict[int, int] = {}  # by place in the line: a point may stand in it twice
    above: list[int] = []  # the way from the start of the line to the point before
    entries = line.entries if fill == "all" else (replace(line.entries[0], marks=()),)
    for place, entry in enumerate(entries):
        column = places[entry.speeches[0]]
        del above[entry.depth :]
        beside = row_of[above[-1]] if above else -1
        # Beside what it answers, if nothing stands there or behind it yet and the speech is a later one.
        if above and column > places[entries[above[-1]].speeches[0]] and not any(rows[beside][column:]):
            row = beside
        else:
            rows.append([[] for _ in flow.format.columns])
            row = len(rows) - 1
        row_of[place] = row
        above.append(place)
        rows[row][column].append(Item(entry))
    if fill == "all":
        for place, entry in enumerate(entries):
            for code in () if entry.is_again else entry.speeches[1:]:
                rows[row_of[place]][places[code]].insert(0, Item(entry, is_carried=True))
    return [tuple(tuple(cell) for cell in row) for row in rows]


def cases(flow: Flow) -> Iterator[tuple[str, list[Line]]]:
    """Yield the lines of each side's case, those of the side for the motion first."""
    for side in flow.format.sides:
        yield side, [line for line in flow.lines if line.side == side]


def words_of(item: Item, names: Names) -> tuple[str, str, str]:
    """Return what a cell says of a point: its number, its words, and the letters of what became of it.

    A point that stands elsewhere in full has its number there, and no letters.
    """
    entry = item.entry
    if item.is_carried:
        return "→", names.say("carried", n=entry.number), ""
    if entry.is_again:
        return "→", names.say("again", n=entry.number), ""
    part = f" ({names.say('to', part=entry.part)})" if entry.part else ""
    return f"{entry.number}.", f"{entry.label}{part}", names.letters(entry)


def cell_text(cell: tuple[Item, ...], names: Names) -> str:
    """Return what stands in a cell as plain text, a line for each point."""
    return "\n".join(" ".join(filter(None, words_of(item, names))) for item in cell)
