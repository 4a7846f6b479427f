"""Pictures for sheets: a map of codes drawn for a look, with words for those who do not see it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.classroom.sheets.blocks import Item, Listing, Picture
from argmap.language import Words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.classroom.sheets.blocks import Block
    from argmap.classroom.sheets.look import Look
    from argmap.model import ArgumentMap
    from argmap.view import Diagram

_STYLE = "junctions"
_FULL = 620.0
"""How many CSS pixels wide a picture is that fills the width of the text; a smaller one is not blown up."""


def picture(given: ArgumentMap, look: Look, language: str, *, with_signs: bool = True) -> Block:
    """Return a picture of a map of codes, or a list that says the same where nothing can draw it.

    Args:
        given: The map.
        look: What it is drawn for.
        language: The code of the language of the words about it.
        with_signs: Whether the picture tells what speaks for and what against; else all lines look the same.
    """
    from argmap.render import EngineError, to_svg
    from argmap.view import diagram_of

    diagram = diagram_of(given)
    if not with_signs:
        diagram = _without_signs(diagram)
    alt = described(given, language, with_signs=with_signs)
    try:
        svg = to_svg(diagram, style=_STYLE, theme=look.theme)
    except EngineError:
        return Listing(tuple(Item(line) for line in alt.split("\n")))
    return Picture(svg, alt, min(1.0, _width(svg) / _FULL))


def described(given: ArgumentMap, language: str, *, with_signs: bool = True) -> str:
    """Return in words what a picture of a map of codes shows: its boxes, and what leads where; a line each."""
    from argmap.classroom.exercises.boxes import boxes_of

    words = Words(language)
    found = boxes_of(given)
    lines = [words.say("exercise.picture.box", code=claim.id, text=claim.text) for claim in given.claims]
    for link in found.links:
        kind = link.kind.value if with_signs else "any"
        key = "exercise.picture.step" if link.over and with_signs else f"exercise.picture.{kind}"
        lines.append(words.say(key, sources=listed(link.sources, words), target=link.target))
    return "\n".join(lines)


def listed(parts: Iterable[str], words: Words) -> str:
    """Return parts of a sentence with commas, and ``and`` before the last.

    Example:
        >>> listed(["A", "B", "C"], Words("en"))
        'A, B and C'
    """
    *first, last = list(parts) or [""]
    return words.say("exercise.picture.and", first=", ".join(first), last=last) if first else last


def _without_signs(diagram: Diagram) -> Diagram:
    from argmap.view import EdgeKind

    edges = [replace(edge, kind=EdgeKind.PREMISE, is_mutual=False) for edge in diagram.edges]
    nodes = [replace(node, acts=None, is_thesis=False) for node in diagram.nodes]
    return replace(diagram, edges=tuple(edges), nodes=tuple(nodes), legend=(), description="")


def _width(svg: str) -> float:
    start = svg.find('width="')
    found = svg[start + 7 : svg.find('"', start + 7)].removesuffix("pt")
    try:
        return float(found) * 4 / 3
    except ValueError:
        return _FULL
