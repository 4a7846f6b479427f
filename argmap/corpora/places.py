"""Where the claims of a map stand in the text that it annotates, and which text that is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from argmap.diagnostics import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from argmap.model import Argument, ArgumentMap, Claim
    from argmap.source import Source

    Node = Claim | Argument


@dataclass(frozen=True, slots=True)
class Places:
    """Where the claims of a map stand in a text.

    Attributes:
        spans: The places, by the ids of claims; one that tells none, or is in another text, is not there.
        text: The text, if it is known.
    """

    spans: Mapping[str, Span]
    text: str | None = None


def places_of(m: ArgumentMap, nodes: Sequence[Node]) -> Places:
    """Return where claims, and arguments that stand for themselves, stand in the text that was annotated.

    A record tells its place as ``span: [start, end]`` in its inline data; then the map holds the text as ``text`` in
    its data. Or it cites a place that has a ``start`` and an ``end``; then the source cited may hold its ``text``. Both
    count code points, the end is exclusive. Where a record says nothing, its first place in the text that the map was
    read from counts, if that has its very words. If records tell of several texts, it is that of which most tell.

    Example:
        >>> import argmap
        >>> m = argmap.ArgumentMap(data={"sources": {"essay": {"text": "It rains."}}})
        >>> rain = m.claim("It rains", data={"cites": [{"source": "essay", "start": 0, "end": 8}]})
        >>> places_of(m, [rain])
        Places(spans={'C1': Span(start=0, end=8)}, text='It rains.')
    """
    told = {node.id: (*found, node) for node in nodes if (found := _declared(m, node) or _read(m, node)) is not None}
    if not told:
        return Places({})
    document = Counter(key for key, _, _ in told.values()).most_common(1)[0][0]
    spans = {name: span for name, (key, span, _) in told.items() if key == document}
    text = document.text if not isinstance(document, str | None) else _given_text(m, document)
    if text is None:
        here = [(told[name][2], span) for name, span in spans.items()]
        text = next((each.text for each in _read_texts(m) if _has_most(each.text, here)), None)
    return Places(spans, text)


def said(text: str) -> str:
    """Return words as they are compared: capitals, blanks and the stop at the end do not matter.

    Example:
        >>> said("It  Rains.")
        'it rains'
    """
    return " ".join(text.split()).casefold().rstrip(".!?")


def _declared(m: ArgumentMap, node: Node) -> tuple[str | None, Span] | None:
    """Return the id of the source, None for the text of the map, and the place in it."""
    given = node.data.get("span")
    if isinstance(given, list | tuple) and len(given) == 2:
        span = _span(*given)
        return None if span is None else (None, span)
    for citation in m.citations(node) if "cites" in node.data else ():
        span = _span(citation.data.get("start"), citation.data.get("end"))
        if span is not None:
            return citation.source, span
    return None


def _span(start: Any, end: Any) -> Span | None:
    return Span(start, end) if type(start) is int and type(end) is int and 0 <= start < end else None


def _read(m: ArgumentMap, node: Node) -> tuple[Source, Span] | None:
    if m.source is None or not node.occurrences:
        return None
    start, end = node.occurrences[0].span
    source, at = m.source.origin(start)
    span = Span(at, at + end - start)
    return (source, span) if _stands(node, span, source.text) else None


def _given_text(m: ArgumentMap, source: str | None) -> str | None:
    known = next((each.data.get("text") for each in m.sources if each.id == source), None)
    return known if isinstance(known, str) else text if isinstance(text := m.data.get("text"), str) else None


def _read_texts(m: ArgumentMap) -> Iterator[Source]:
    if m.source is not None:
        yield m.source
        yield from (part.source for part in m.source.parts)


def _has_most(text: str, nodes: Iterable[tuple[Node, Span]]) -> bool:
    right = [_stands(node, span, text) for node, span in nodes]
    return 2 * sum(right) > len(right)


def _stands(node: Node, span: Span, text: str) -> bool:
    """Whether the words of a record stand at a place."""
    return bool(node.text) and said(text[span.start : span.end]) == said(node.text)
