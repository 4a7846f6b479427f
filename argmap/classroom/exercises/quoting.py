"""Where the claims of a map stand in a text that they quote."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.check.words.language import language
from argmap.check.words.sentences import sentences

if TYPE_CHECKING:
    from argmap.classroom.exercises.boxes import Boxes

_HEADING = re.compile(r"^\s*(?:#.*|[-=*_]{3,}\s*)$", re.MULTILINE)
_BLANK = re.compile(r"\n\s*\n")


def sentences_of(text: str, code: str) -> list[str]:
    r"""Return the sentences of a text, without its headings.

    Args:
        text: The text; Markdown will do.
        code: The code of its language.

    Example:
        >>> sentences_of("# Rain\n\nIt rains. The street\nis wet.", "en")
        ['It rains.', 'The street is wet.']
    """
    tongue = language(code) or language("en")
    assert tongue is not None
    found: list[str] = []
    for paragraph in _BLANK.split(_HEADING.sub("\n", text)):
        line = " ".join(paragraph.split())
        found.extend(line[start:end].strip() for start, end in sentences(line, tongue))
    return [sentence for sentence in found if sentence]


def places_in(part: Boxes, lines: list[str]) -> dict[str, int]:
    """Return for each box that quotes a text the place of the sentence that holds the quotation.

    A quotation that stands in no sentence, or in several, counts for nothing; of two boxes that quote one sentence,
    the first one does.
    """
    flat = [_folded(line) for line in lines]
    found: dict[str, int] = {}
    for box in part.boxes:
        for citation in part.map.citations(box):
            quote = _folded(citation.quote or "")
            places = [place for place, line in enumerate(flat) if quote in line] if quote else []
            if len(places) == 1 and places[0] not in found.values():
                found.setdefault(box.id, places[0])
    return found


def _folded(text: str) -> str:
    return " ".join(text.casefold().replace("*", "").replace("_", "").split())
