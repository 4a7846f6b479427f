"""A claim or an argument while its occurrences are gathered, and the record it becomes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.model.bulk import open_form
from argmap.model.records import NOTHING, Argument, Claim, Occurrence, Wording

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.diagnostics import Span
    from argmap.model.records import Range, Step
    from argmap.text.nodes import InferenceLine, Structure

_OpenClaim = open_form(Claim)


class Draft:
    """A claim or an argument while its occurrences are gathered.

    Claims are numbered from 0, arguments from -1 downwards.
    """

    __slots__ = ("data", "number", "occurrences", "section", "span", "steps", "structure", "tags", "title")

    def __init__(self, title: str | None, number: int) -> None:
        self.title = title
        self.number = number
        self.occurrences: list[Occurrence] = []
        self.tags: tuple[str, ...] = ()
        self.data: Mapping[str, Any] = NOTHING
        self.section: str | None = None
        self.structure: Structure | None = None
        self.steps: list[tuple[tuple[int, ...], int, InferenceLine]] = []
        self.span: Span | None = None

    def words(self) -> tuple[str, tuple[Range, ...], tuple[Wording, ...]]:
        """Return the canonical wording (marked so, else the last), its ranges, and the other wordings."""
        if len(self.occurrences) == 1:
            only = self.occurrences[0]
            return only.text or "", only.ranges, ()
        worded = [occurrence for occurrence in self.occurrences if occurrence.text is not None]
        if len(worded) <= 1:
            return (worded[0].text or "", worded[0].ranges, ()) if worded else ("", (), ())
        chosen = next(
            (one for one in reversed(worded) if one.data.get("isCanonical") not in (None, False, 0, "")), worded[-1]
        )
        main = Wording(chosen.text or "", chosen.ranges)
        others = dict.fromkeys(Wording(one.text or "", one.ranges) for one in worded)
        others.pop(main, None)
        return main.text, main.ranges, tuple(other for other in others if other.text)

    def home(self) -> str | None:
        """Return the section it belongs to: that of its first definition, else of its first mention."""
        if self.section is None and self.occurrences:
            return self.occurrences[0].section
        return self.section

    def places(self) -> tuple[Occurrence, ...]:
        """Return the occurrences as they stand in the text; they were gathered as they were completed."""
        return tuple(sorted(self.occurrences, key=_by_span) if len(self.occurrences) > 1 else self.occurrences)

    def claim(self, name: str) -> Claim:
        """Return the record of a claim, with this id."""
        text, ranges, wordings = self.words()
        record: Any = _OpenClaim(
            name, text, self.title, ranges, wordings, self.tags, self.data, self.home(), self.places()
        )
        record.__class__ = Claim
        return record  # type: ignore[no-any-return]

    def argument(self, name: str, steps: tuple[Step, ...]) -> Argument:
        """Return the record of an argument, with this id and these steps."""
        text, ranges, wordings = self.words()
        return Argument(
            name,
            text,
            self.title,
            steps,
            ranges,
            wordings,
            self.tags,
            self.data,
            self.home(),
            self.places(),
            self.span,
        )


def _by_span(occurrence: Occurrence) -> Span:
    return occurrence.span
