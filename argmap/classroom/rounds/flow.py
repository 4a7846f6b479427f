"""The flow of a round: what was, or would be, said in which speech, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from argmap.classroom.rounds.dealing import deal
from argmap.classroom.rounds.entries import Line
from argmap.classroom.rounds.formats import Format, format_named
from argmap.classroom.rounds.marking import marked
from argmap.classroom.rounds.points import Point
from argmap.classroom.rounds.sides import sides_of
from argmap.language import Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argmap.classroom.rounds.entries import Entry
    from argmap.classroom.sheets.blocks import Sheet
    from argmap.classroom.sheets.grids import Workbook
    from argmap.model import ArgumentMap

Fill = Literal["all", "first", "none"]


@dataclass(frozen=True, slots=True)
class Flow:
    """The flow of a round.

    Attributes:
        format: The format of debate.
        title: What the debate is about.
        sides: The side of the format for sides of the map.
        theses: The main claims, each with the side of the format that holds it.
        lines: The lines of argument in order.
        notes: What of the map is not on it, and what of it was not understood: sentences.
        language: The code of the language of its words.
    """

    format: Format
    title: str
    sides: dict[str, str]
    theses: tuple[tuple[str, Point], ...]
    lines: tuple[Line, ...]
    notes: tuple[str, ...] = ()
    language: str = "en"

    def __repr__(self) -> str:
        number = sum(1 for _ in self.entries())
        return f"<Flow of {self.title!r} ({self.format.id}): {len(self.lines)} lines, {number} points>"

    def entries(self) -> Iterator[Entry]:
        """Yield all points, each once."""
        return (entry for line in self.lines for entry in line.entries if not entry.is_again)

    @property
    def dropped(self) -> tuple[Entry, ...]:
        """What the other side had a speech to answer, and did not: for the judge.

        Example:
            >>> import argmap
            >>> [entry.id for entry in argmap.datasets.school_uniforms().flow("ld").dropped]
            ['Shoes tell', 'Quiet mornings', 'Own style', 'Swap shop']
        """
        return tuple(entry for entry in self.entries() if "dropped" in entry.marks)

    def sheet(self, fill: Fill = "all") -> Sheet:
        """Return the flow as a printed sheet.

        Args:
            fill: ``all`` of it, only the ``first`` column of each case, or ``none``: columns to fill in.
        """
        from argmap.classroom.rounds.flow_sheet import sheet_of

        return sheet_of(self, fill)

    def workbook(self, fill: Fill = "all") -> Workbook:
        """Return the flow as a workbook: the case of each side on a sheet of its own.

        Args:
            fill: As for `sheet`.
        """
        from argmap.classroom.rounds.flow_workbook import workbook_of

        return workbook_of(self, fill)

    def markdown(self, fill: Fill = "all", *, carries: bool = True) -> str:
        """Return the flow as Markdown: a table for the case of each side.

        Args:
            fill: As for `sheet`.
            carries: Whether a comment at the end holds what is needed to read the flow back exactly.
        """
        from argmap.classroom.rounds.flow_markdown import markdown_of

        return markdown_of(self, fill, carries=carries)

    def page(self, fill: Fill = "all", *, look: str = "standard") -> str:
        """Return the flow as one HTML file with the timer of the round on top.

        Args:
            fill: As for `sheet`.
            look: How it looks: a name of `argmap.classroom.sheets.look.LOOKS`.

        Raises:
            UnknownNameError: There is no such look.
        """
        from argmap.classroom.rounds.page import page_of
        from argmap.classroom.sheets.look import look_named

        return page_of(self, fill, look_named(look))

    def to_data(self) -> dict[str, Any]:
        """Return the flow as plain data: its format, sides, lines and points, and what was dropped."""
        return {
            "format": self.format.id,
            "title": self.title,
            "sides": self.sides,
            "speeches": [speech.code for speech in self.format.columns],
            "theses": [{"id": thesis.id, "side": side} for side, thesis in self.theses],
            "lines": [
                {"side": line.side, "points": [entry.to_data() for entry in line.entries]} for line in self.lines
            ],
            "dropped": [entry.id for entry in self.dropped],
            "notes": list(self.notes),
        }

    def map(self) -> ArgumentMap:
        """Return what the flow holds as a map: what comes back from its files.

        That is its theses and points with title, words on one line, side and speeches, and what each does to what it
        stands beside. Premises, sources and other data stay in the map that the flow was made of.

        Example:
            >>> import argmap
            >>> argmap.datasets.school_uniforms().flow("ld").map()
            <ArgumentMap 'Should our school have a uniform?': 2 claims, 6 arguments, 7 relations>
        """
        from argmap.classroom.rounds.register import map_of, register_of

        return map_of(register_of(self))


def flow(
    m: ArgumentMap,
    format: str | None = None,  # noqa: A002
    *,
    sides: Mapping[str, str] | None = None,
    language: str | None = None,
) -> Flow:
    """Return the flow of a round on a map.

    Points that name their ``speech`` in their data stand in its column; several speeches say that it was taken up
    again. The others are dealt out, see `argmap.classroom.rounds.dealing`. Linear in the map, times the number of
    speeches.

    Args:
        m: The map.
        format: The format of debate; by default what the front matter names as ``format``, else Public Forum.
        sides: The side of the format for sides of the map; by default the first of the map speaks for the motion.
        language: The code of the language of its words; by default that of the map.

    Raises:
        UnknownNameError: There is no such format, side or language.

    Example:
        >>> import argmap
        >>> found = flow(argmap.datasets.school_uniforms(), "ld")
        >>> for entry in found.lines[0].entries:
        ...     print(entry.number, entry.speeches[0], entry.id, entry.kind, entry.marks)
        1 AC Same for all support ('answered',)
        2 NC Shoes tell attack ('dropped',)
    """
    chosen = chosen_format(m, format)
    roles = sides_of(m, chosen, sides)
    words = Words.asked(language, m.language)
    theses, lines, notes = deal(m, chosen, roles, words)
    found = Flow(chosen, m.title, roles, theses, lines, notes, language or m.language)
    return replace(found, lines=marked(found))


def chosen_format(m: ArgumentMap, format: str | None = None) -> Format:  # noqa: A002
    """Return the format that is named, by the caller or by the map, else Public Forum."""
    given: Any = format if format is not None else m.data.get("format")
    return format_named(given if isinstance(given, str) and given.strip() else "pf")
