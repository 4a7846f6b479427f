"""The elements of an XML text, one after the other, each with its place; safe from any text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser, ParseError

from argmap.model.naming import whole

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.source import Source

_DOCTYPE = re.compile(r"<!DOCTYPE\b", re.IGNORECASE)
_HEAD = 10_000


class Element(NamedTuple):
    """An element.

    Attributes:
        tag: Its name.
        depth: How many others it lies in.
        attributes: Its attributes.
        start: Where it starts in the text.
        text: The words in it, without those in elements in it.
    """

    tag: str
    depth: int
    attributes: Mapping[str, str]
    start: int
    text: str


class Elements(NamedTuple):
    """What an XML text holds.

    Attributes:
        found: The elements, in the order in which they start.
        fault: Where it goes wrong, and a sentence on it; the elements before that are there.
        doctype: Where a document type is declared, or None.
    """

    found: list[Element]
    fault: tuple[int, str] | None
    doctype: int | None


def elements_of(source: Source) -> Elements:
    """Return the elements of an XML text. Linear; nothing outside the text is looked at, and no entity is expanded.

    Example:
        >>> from argmap.source import Source
        >>> found = elements_of(Source("<a><b x='1'>It rains.</b></a>")).found
        >>> [(each.tag, each.depth, each.start, each.text) for each in found]
        [('a', 0, 0, ''), ('b', 1, 3, 'It rains.')]
    """
    text = source.text
    target = _Target(source)
    parser = DefusedXMLParser(target=target, forbid_dtd=False, forbid_entities=True, forbid_external=True)
    target.expat = parser.parser
    fault = None
    try:
        parser.feed(whole(text))
        parser.close()
    except ParseError as error:
        line, column = error.position
        said = str(error).partition(":")[0]
        fault = (target.offset(line, column), f"The XML breaks off or goes wrong here: {said}. Mend the file.")
    except DefusedXmlException:
        message = (
            "The file declares entities or refers to other files, and argmap expands and fetches none. Remove them."
        )
        fault = (target.here(), message)
    declared = _DOCTYPE.search(text[:_HEAD])
    return Elements(target.elements(), fault, declared.start() if declared else None)


class _Target:
    """What the parser tells as it goes."""

    def __init__(self, source: Source) -> None:
        self.expat: object = None
        self._starts = source.line_starts()
        self._end = max(0, len(source.text) - 1)
        self._found: list[tuple[str, int, Mapping[str, str], int, list[str]]] = []
        self._open: list[list[str]] = []

    def offset(self, line: int, column: int) -> int:
        """Return the offset of a line, from 1, and a column, from 0."""
        return min(self._starts[min(line, len(self._starts)) - 1] + column, self._end)

    def here(self) -> int:
        """Return where the parser is."""
        return self.offset(getattr(self.expat, "CurrentLineNumber", 1), getattr(self.expat, "CurrentColumnNumber", 0))

    def elements(self) -> list[Element]:
        """Return what was found."""
        return [Element(tag, depth, attributes, at, "".join(text)) for tag, depth, attributes, at, text in self._found]

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take the start of an element."""
        text: list[str] = []
        self._found.append((tag, len(self._open), attributes, self.here(), text))
        self._open.append(text)

    def end(self, tag: str) -> None:  # noqa: ARG002
        """Take the end of an element."""
        self._open.pop()

    def data(self, text: str) -> None:
        """Take words."""
        if self._open:
            self._open[-1].append(text)

    def close(self) -> None:
        """Take the end of the text."""
