"""A line of text as glyphs: which font has each sign, in which order they stand, how they join, how wide they are.

HarfBuzz shapes each run: Arabic letters join, Indic vowels stand where they belong, emoji of several signs become
one. What stands here is what PNG and PDF share, so both set a line in the same way.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.render.bidi import levels_of, visual_order
from argmap.render.fonts import BOLD, REGULAR, Font, bundled, find_font, is_unseen
from argmap.render.text_width import text_width

if TYPE_CHECKING:
    from collections.abc import Iterator

NARROWEST_BOX = 0.5
"""How wide the box that stands for a sign without a font is at least, in em; its number has to go in."""

_NEIGHBOURS = 8  # signs on each side of a run that HarfBuzz is told
_JOINER = "\u200d"
_DIRECTIONS = dict.fromkeys((0x200E, 0x200F, 0x061C, 0x202B, 0x202C))  # they have done their work when the line is set


@dataclass(frozen=True)
class Face:
    """A font at one weight.

    Attributes:
        font: The font.
        is_bold: Whether it is wanted in bold.
    """

    font: Font
    is_bold: bool = False

    @cached_property
    def shaper(self) -> Any:
        """The font as HarfBuzz sets with it."""
        import uharfbuzz

        shaper = uharfbuzz.Font(self.font.face)
        if self.has_weights:
            shaper.set_variations({"wght": self.weight})
        return shaper

    @property
    def weight(self) -> int:
        """The weight that is wanted."""
        return BOLD if self.is_bold else REGULAR

    @cached_property
    def has_weights(self) -> bool:
        """Whether the file holds more than one weight."""
        return any(axis.tag == "wght" for axis in self.font.face.axis_infos)

    @cached_property
    def is_thickened(self) -> bool:
        """Whether bold has to be made by drawing round the letters, since the font has no bold."""
        return self.is_bold and not self.has_weights and not self.is_bundled_bold

    @cached_property
    def is_bundled_bold(self) -> bool:
        """Whether the file itself is the bold one."""
        return "bold" in self.font.path.stem.lower()

    @cached_property
    def units(self) -> int:
        """How many units of the font make an em."""
        units: int = self.font.face.upem
        return units

    @cached_property
    def advances(self) -> dict[int, float]:
        """How wide the glyphs are that were asked for, in em; see `advance_of`."""
        return {}

    def advance_of(self, glyph: int) -> float:
        """Return how wide a glyph is by itself, in em."""
        known = self.advances.get(glyph)
        if known is None:
            known = self.advances[glyph] = self.shaper.get_glyph_h_advance(glyph) / self.units
        return known


@lru_cache(maxsize=1024)
def face_of(font: Font, is_bold: bool) -> Face:
    """Return a font at one weight; the same object each time, since making one takes a while."""
    return Face(font, is_bold)


class Glyph(NamedTuple):
    """One glyph in its place.

    Attributes:
        number: Which one of the font.
        advance: How far the next one is, in em.
        right: How far it stands to the right of its place, in em.
        up: How far it stands above its place, in em.
        words: The signs it stands for, empty where the glyphs beside it stand for them too.
    """

    number: int
    advance: float
    right: float
    up: float
    words: str


class Run(NamedTuple):
    """Glyphs of one font, from left to right; or, without a font, a sign that no font has.

    Attributes:
        face: The font, or None.
        glyphs: The glyphs.
        width: How wide the run is, in em.
        words: The signs of the run, in the order in which they are read.
        start: Where it starts in the line.
    """

    face: Face | None
    glyphs: tuple[Glyph, ...]
    width: float
    words: str
    start: int


def set_line(
    text: str, *, family: str = "Arimo", bold: bool = False, region: str = "", colours: bool = False
) -> list[Run]:
    """Return the runs of a line, from left to right.

    Linear in the length of the text.

    Args:
        text: The line, in the order in which it is read.
        family: ``Arimo`` or ``Atkinson Hyperlegible``; other fonts are taken where it has no glyph.
        bold: Whether it is set in bold.
        region: Whose form of Chinese signs is wanted, see `argmap.render.fonts.region_of`.
        colours: Whether fonts may be taken whose glyphs are pictures in colours.

    Raises:
        FontNotFound: If the fonts that come with argmap are not installed.

    Example:
        >>> [run.words for run in set_line("argmap")], round(sum(run.width for run in set_line("argmap")), 2)
        (['argmap'], 3.39)
    """
    text = "".join(sign for sign in text if unicodedata.category(sign) not in ("Cc", "Cs"))
    levels = levels_of(text)
    fonts = _fonts_of(text, family, bold, region, colours)
    spans = []
    start = 0
    for (level, font, _), run in groupby(
        range(len(text)),
        key=lambda index: (levels[index], fonts[index], index if fonts[index] is None else -1),
    ):
        end = start + len(list(run))
        spans.append((start, end, level, font))
        start = end
    runs = []
    for index in visual_order([level for _, _, level, _ in spans]):
        start, end, level, font = spans[index]
        if font is None:
            runs.append(Run(None, (), max(text_width(text[start:end]), NARROWEST_BOX), text[start:end], start))
        else:
            runs.append(_shaped(text, start, end, face_of(font, bold), from_right=bool(level % 2)))
    return runs


def is_plain(text: str, *, family: str = "Arimo", bold: bool = False) -> bool:
    """Return whether a bundled font has every sign of a text, and nothing in it runs from right to left.

    Example:
        >>> is_plain("Так и есть"), is_plain("נכון"), is_plain("对")
        (True, False, False)
    """
    if text.isascii():
        return True
    known = bundled(family, BOLD if bold else REGULAR).signs
    return all(ord(sign) in known for sign in set(text)) and not any(levels_of(text))


def _fonts_of(text: str, family: str, bold: bool, region: str, colours: bool) -> list[Font | None]:
    """Return the font of each sign; those of one cluster have the same one where one has them all."""
    first = bundled(family, BOLD if bold else REGULAR)
    known = first.signs
    if all(ord(sign) in known or is_unseen(sign) for sign in set(text)):
        return [first] * len(text)
    fonts: list[Font | None] = []
    for cluster in _clusters(text):
        seen = [sign for sign in cluster if not is_unseen(sign)]
        if not seen:
            # White space stands in the font of what is before it, so that it joins no run with letters of another.
            fonts += [first if cluster.isspace() else (fonts[-1] if fonts else None) or first] * len(cluster)
            continue
        found = [find_font(sign, region=region, outlines=not colours) for sign in seen]
        whole = [font for font in (first, *found) if font and all(ord(sign) in font.signs for sign in seen)]
        each = iter(found)
        last: Font | None = first
        for sign in cluster:
            last = last if is_unseen(sign) else next(each)
            fonts.append(whole[0] if whole else last)
    return fonts


def _clusters(text: str) -> Iterator[str]:
    """Yield the signs of a text that are drawn as one: a letter with its marks, an emoji of several signs."""
    start = 0
    for index in range(1, len(text)):
        sign = text[index]
        is_mark = unicodedata.combining(sign) or unicodedata.category(sign) in ("Mn", "Me", "Mc")
        is_tone = "\U0001f3fb" <= sign <= "\U0001f3ff"
        if not (is_mark or is_tone or sign == _JOINER or "\ufe00" <= sign <= "\ufe0f" or text[index - 1] == _JOINER):
            yield text[start:index]
            start = index
    if text:
        yield text[start:]


def _shaped(text: str, start: int, end: int, face: Face, *, from_right: bool) -> Run:
    import uharfbuzz

    buffer = uharfbuzz.Buffer()
    # What stands on both sides is told, so that letters at the ends of the run know what they join.
    first = max(start - _NEIGHBOURS, 0)
    buffer.add_codepoints([ord(sign) for sign in text[first : end + _NEIGHBOURS]], start - first, end - start)
    buffer.direction = "rtl" if from_right else "ltr"
    buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.language = "und"  # not the one of the machine
    buffer.guess_segment_properties()
    uharfbuzz.shape(face.shaper, buffer)
    infos, places = buffer.glyph_infos, buffer.glyph_positions or []
    starts = sorted({info.cluster + first for info in infos})
    ends = dict(zip(starts, [*starts[1:], end], strict=True))
    em = face.units
    glyphs: list[Glyph] = []
    for cluster, group in groupby(zip(infos, places, strict=True), key=lambda pair: pair[0].cluster + first):
        said = text[cluster : ends[cluster]]
        drawn = [
            Glyph(info.codepoint, place.x_advance / em, place.x_offset / em, place.y_offset / em, "")
            for info, place in group
            # A mark that only steers, and that the font does not know, would be drawn as an empty box.
            if info.codepoint or not is_unseen(said[:1])
        ]
        glyphs += _told(drawn, said.translate(_DIRECTIONS))
    return Run(face, tuple(glyphs), sum(glyph.advance for glyph in glyphs), text[start:end], start)


def _told(glyphs: list[Glyph], said: str) -> list[Glyph]:
    """Share the signs of a cluster out among its glyphs, in the order in which they are read.

    Glyphs without width, such as the dots of Arabic letters, get none if others can: who copies text from a PDF
    would find a gap in the word where a glyph with width stands for nothing.
    """
    takers = [index for index, glyph in enumerate(glyphs) if glyph.advance > 0] or list(range(len(glyphs)))
    for place, index in enumerate(takers):
        last = place == len(takers) - 1
        glyphs[index] = glyphs[index]._replace(words=said[place:] if last else said[place : place + 1])
    return glyphs
