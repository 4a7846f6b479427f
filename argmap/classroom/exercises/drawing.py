"""Pictures for sheets: a map of codes drawn for a look, with words for those who do not see it."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from argmap.classroom.sheets.blocks import Heading, Item, Listing, Paragraph, Picture, Run, Together
from argmap.classroom.sheets.placing import Placed, paper_of, placed
from argmap.language import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from argmap.classroom.sheets.blocks import Block
    from argmap.classroom.sheets.look import Look
    from argmap.model import ArgumentMap
    from argmap.render.style import Style
    from argmap.render.theme import Theme
    from argmap.view import Diagram

_WIDTHS = (13.0, 10.0, 8.0, 6.5)
"""How wide the lines of a box are at most, in em, from what is read best to what takes the least room."""
_SMALL = 0.45
"""Which part of the height of a page a picture takes at most that stands before the tasks."""
_PLACES = ("here", "page", "tiles")


def with_picture(
    given: ArgumentMap, look: Look, language: str, tasks: Sequence[Block], *, with_signs: bool = True
) -> tuple[Block, ...]:
    """Return a picture and the tasks about it: a small picture first, a large one on a page after the tasks."""
    drawn = picture(given, look, language, with_signs=with_signs)
    pictures = [block for block in drawn if isinstance(block, Picture)]
    if not pictures:  # a list may be longer than a page
        return (*drawn, *tasks)
    whole = Together(drawn)
    return (*tasks, whole) if any(_is_large(each, look) for each in pictures) else (whole, *tasks)


def picture(given: ArgumentMap, look: Look, language: str, *, with_signs: bool = True) -> tuple[Block, ...]:
    """Return a picture of a map of codes and what its signs mean, or a list that says the same if nothing can draw it.

    The words come first where the picture is large: it may fill its page.

    Of several ways to draw it, standing or lying, with wider boxes or narrower ones, the first that fits into the text
    of a page is taken, else one that fits on a page of its own. Where large letters would spread it over several pages,
    to be glued together, a list says it in words.

    Args:
        given: The map.
        look: What it is drawn for.
        language: The code of the language of the words about it.
        with_signs: Whether the picture tells what speaks for and what against; else all lines look the same.
    """
    from argmap.render import EngineError

    alt = described(given, language, with_signs=with_signs)
    listing = Listing(tuple(Item(line) for line in alt.split("\n")))
    try:
        drawn = Picture(_drawn(given.to_json(indent=None), look, language, with_signs), alt)
    except EngineError:
        return (listing,)
    if look.is_large and _place(drawn, look).place == "tiles":
        return (Paragraph(Words(language).say("exercise.picture.words")), listing)
    legend = tuple(_legend(given, Words(language))) if with_signs else ()
    return (*legend, drawn) if _is_large(drawn, look) else (drawn, *legend)


def under(heading: str, drawn: tuple[Block, ...], look: Look) -> tuple[Block, ...]:
    """Return what `picture` returns, under a heading, which goes with the picture to a page of its own.

    Args:
        heading: The heading.
        drawn: The picture and what its signs mean.
        look: What it is drawn for.
    """
    *before, last = drawn
    if isinstance(last, Picture) and _place(last, look).place != "here":
        return (*before, Heading(heading), last)
    return (Heading(heading), *drawn)


@lru_cache(maxsize=16)
def _drawn(given: str, look: Look, language: str, with_signs: bool) -> str:
    """Return the best of several pictures of a map, as SVG; a sheet and its key have the same."""
    from argmap.model import ArgumentMap
    from argmap.render import to_svg
    from argmap.render.theme import theme_named
    from argmap.view import diagram_of

    m = ArgumentMap.from_json(given)
    m.data["language"] = language
    diagram = replace(diagram_of(m), title="", legend=())
    theme = theme_named(look.theme)
    best, least = "", (len(_PLACES), 0)
    for width in _WIDTHS:
        # Nothing is smaller than the text of the boxes, so that all of it may be drawn a little smaller.
        sized = replace(theme, claim_width=width, small=theme.size, thesis_size=theme.size)
        for is_upright in (False, True):
            svg = to_svg(diagram, style=_style(is_upright=is_upright, with_signs=with_signs), theme=sized)
            where = _place(Picture(svg, ""), look)
            rank = _PLACES.index(where.place), len(where.tiles)
            if rank < least:
                best, least = svg, rank
            if not rank[0]:
                return best
    return best


def _style(*, is_upright: bool, with_signs: bool) -> Style:
    from argmap.render.styles.junctions import Junctions

    class Sheet(Junctions):
        """Linked premises that meet in a point, without a key: a sheet says in words what the signs mean."""

        def arrange(self, diagram: Diagram) -> Diagram:
            arranged = replace(super().arrange(diagram), legend=())
            return arranged if with_signs else _without_signs(arranged)

        def stands_upright(self, diagram: Diagram) -> bool:  # noqa: ARG002
            return is_upright

        def fit(self, theme: Theme, diagram: Diagram) -> Theme:  # noqa: ARG002
            return theme

    return Sheet()


def _place(drawn: Picture, look: Look) -> Placed:
    return placed(drawn, paper_of(look, is_landscape=False), look.smallest)


def _is_large(drawn: Picture, look: Look) -> bool:
    where, paper = _place(drawn, look), paper_of(look, is_landscape=False)
    return where.place != "here" or where.height > _SMALL * paper.text_height


def _legend(given: ArgumentMap, words: Words) -> Iterator[Block]:
    kinds = {relation.kind.value for relation in given.relations if not given[relation.target].id.startswith("link ")}
    kinds |= {relation.kind.value for relation in given.relations if relation.kind.is_negative}
    kinds |= {"support" for argument in given.arguments if argument.steps}
    parts: list[str | Run] = []
    for kind in ("support", "attack", "undercut", "contradictory", "contrary", "entails"):
        if kind in kinds:
            sign = words.say(f"exercise.sign.{kind}")
            parts.extend((" · ", Run(sign, bold=True), f" {words.say(f'exercise.meaning.{kind}')}"))
    if parts:
        yield Paragraph((f"{words.say('exercise.legend')} ", *parts[1:]))


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
