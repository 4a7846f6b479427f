"""From maps to the lines and the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.formats.brat.planning import Plan
from argmap.formats.brat.reading import read
from argmap.formats.comparing import Comparison
from argmap.formats.given import Given
from argmap.formats.keeping import Facet
from argmap.formats.written import Written
from argmap.memory import collection_paused
from argmap.source import Source

if TYPE_CHECKING:
    from argmap.formats.brat.planning import Files
    from argmap.model import ArgumentMap

_REASONS = {
    Facet.ID: "The ids of BRAT are T1, T2 and so on.",
    Facet.SKETCH: "BRAT knows spans of a text, and what they do to each other.",
    Facet.RECORD: "BRAT knows spans of a text, and what they do to each other.",
    Facet.KIND: "BRAT's relations for arguments are supports and attacks.",
    Facet.DATA: "Of data, BRAT holds the type of a span and its place in the text.",
    Facet.SECTION: "BRAT knows no sections.",
    Facet.TEXT: "A span of a text has words.",
    Facet.WORDINGS: "Only the thesis can be restated in other spans.",
    Facet.TITLE: "The title is the first line of the text, above an empty one.",
}


def write(m: ArgumentMap) -> Written:
    """Return the spans and relations of a map, and its text beside them."""
    with collection_paused():
        plan = Plan(m)
        files = plan.files
        back = read(_Written(files)).map
        found = Comparison(m, back, "BRAT knows no {}.", _REASONS, plan.names, plan.kept)
        return Written(files.lines, tuple(found.losses()), {} if files.text is None else {".txt": files.text})


class _Written(Given):
    """The two files, before they are on the disk."""

    def __init__(self, files: Files) -> None:
        super().__init__(Source(files.lines, "text.ann"))
        self._beside = files.text

    def beside(self, ending: str) -> Given | None:
        """Return the text."""
        return None if self._beside is None or ending != ".txt" else Given(Source(self._beside, "text.txt"))
