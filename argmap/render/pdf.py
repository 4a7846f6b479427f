"""A finished SVG as PDF: drawn in lines, with text that can be selected and searched, on pages of any size."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from argmap.language import ENGLISH, Words
from argmap.render.finished import box_of, read_svg, tell_of_missing_signs
from argmap.render.pdf_file import Pdf, amount, dictionary, words
from argmap.render.pdf_fonts import Fonts
from argmap.render.pdf_links import links_of, tie_links
from argmap.render.pdf_pages import MARGIN, Needed, cutting_marks, needed, sheets_of, touch
from argmap.render.pdf_paint import Painted, opacities, opacity_state, operators, painted, type_sizes, use_fonts
from argmap.render.pdf_tags import Tags, ornament
from argmap.render.svg_walk import Placed
from argmap.render.typeset import set_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from argmap.render.pdf_links import Link
    from argmap.render.pdf_pages import Sheet
    from argmap.render.pdf_paint import Bounds
    from argmap.render.picture import Picture

READABLE = 5.0
"""The type size below which hardly anyone reads print, in points."""
_LABEL_SIZE = 9.0

_LINK = re.compile(r"(?:https?://|mailto:)[!-~]+", re.IGNORECASE)


def draw(picture: Picture) -> bytes:
    """Return the bytes of the PDF file of a picture."""
    page = picture.size.page
    # Without a paper, text has its own size, and it need not be set to find out.
    height = math.inf if page is None else smallest_text(picture.svg, page)
    if page is not None and height < READABLE:
        more = "" if page.endswith("-tiled") else f", --page {page}-tiled to spread it over several sheets"
        picture.tell(
            f"On {page} the smallest text of the picture is {height:.1f} points high, which is hard to read. "
            f"Choose a larger paper{more}, or draw less of the map."
        )
    tell_of_missing_signs(picture, outlines=True)
    drawn, _ = picture.drawn
    links = links_of(drawn.scene, drawn.names)
    return pdf_of(picture.svg, page=page, language=picture.diagram.language, links=links)


def pdf_of(
    svg: str,
    *,
    page: str | None = None,
    title: str = "",
    description: str = "",
    dark: bool = False,
    growth: float = 1.0,
    language: str = ENGLISH,
    links: Mapping[str, Sequence[Link]] | None = None,
) -> bytes:
    """Return a picture as the bytes of a PDF file.

    The same picture gives the same bytes, with the same versions of fonts, HarfBuzz and zlib. A sign that no font
    on this machine has is drawn as a box with its code point; `argmap.render.fonts.signs_without_font` tells them.

    Args:
        svg: The SVG, as `argmap.render.to_svg` returns it.
        page: None for a page of the size of the picture; else a paper (see `argmap.render.pdf_pages.PAPERS`), such
            as ``a4``, on which the picture is fitted, upright or lying as suits it. ``a4-landscape`` and
            ``a4-portrait`` say which; ``a4-tiled`` (or ``a4-landscape-tiled``) draws in full size over as many
            sheets as there must be, which overlap and say at the foot where each belongs; an empty one is left out.
        title: The title of the document; without it, that of the picture.
        description: What the document is about; without it, the description of the picture.
        dark: Whether the colours are those for a dark page.
        growth: How many times its own size the picture is drawn, where it is not fitted to a paper.
        language: The code of the language in which sheets say where they belong, one of `argmap.language.languages()`.
        links: For the ids of groups, the links that the underlined words in them stand for, in the order of the text.

    Raises:
        PictureError: If `svg` is not SVG.
        UnknownNameError: If there is no such page.
        FontNotFound: If the fonts that come with argmap are not installed.

    Example:
        >>> pdf_of('<svg width="72pt" height="36pt" viewBox="0 0 72 36"/>', page="a4")[:8]
        b'%PDF-1.7'
    """
    root = read_svg(svg, dark=dark)
    tie_links(root, links or {})
    box, things = box_of(root), painted(root)
    sheets = sheets_of(box._replace(unit=box.unit * growth), page, _marks(things), Words(language))
    fonts = Fonts()
    use_fonts(things, fonts)
    labels = [_label(sheet) for sheet in sheets]
    use_fonts([label for label in labels if label], fonts)
    pdf = Pdf()
    resources = pdf.add(
        {
            "Font": dictionary(fonts.embed(pdf)),
            "ExtGState": dictionary({name: opacity_state(name) for name in opacities(things)}),
        }
    )
    drawn = [(thing, operators(thing, fonts)) for thing in things]
    pages = pdf.reserve()
    tags = Tags(pdf, root)
    kids: list[str] = []
    for sheet, label in zip(sheets, labels, strict=True):
        seen = [(thing, written) for thing, written in drawn if touch(thing.bounds, sheet.part)]
        page_object = pdf.reserve()
        content = _content(sheet, tags.on_page(page_object, seen))
        if label:
            content += ornament(f"q 1 0 0 -1 0 {amount(sheet.size[1])} cm {operators(label, fonts)} Q\n")
        kids.append(
            pdf.fill(
                page_object,
                {
                    "Type": "/Page",
                    "Parent": pages,
                    "MediaBox": f"[0 0 {amount(sheet.size[0])} {amount(sheet.size[1])}]",
                    "Resources": resources,
                    "Contents": pdf.add({}, content.encode("latin-1")),
                    "Annots": f"[{' '.join(_links(sheet, [thing for thing, _ in seen]))}]",
                    "StructParents": len(kids),
                    "Tabs": "/S",
                },
            )
        )
    pdf.fill(pages, {"Type": "/Pages", "Count": len(kids), "Kids": f"[{' '.join(kids)}]"})
    catalogue: dict[str, object] = {
        "Type": "/Catalog",
        "Pages": pages,
        "ViewerPreferences": "<</DisplayDocTitle true>>",
        "MarkInfo": "<</Marked true>>",
        "StructTreeRoot": tags.root(),
    }
    if root.get("lang"):
        catalogue["Lang"] = words(root.get("lang", ""))
    info = {
        "Title": words(title or root.findtext("title") or "Argument map"),
        "Subject": words(description or root.findtext("desc") or ""),
        "Creator": words("argmap"),
    }
    return pdf.to_bytes(root=pdf.add(catalogue), info=pdf.add(info))


def sheets_needed(svg: str, page: str, growths: Sequence[float] = (1.0,)) -> list[Needed]:
    """Return how many sheets a tiled picture has, and how many with next to nothing on them, in each of several sizes.

    Args:
        svg: The SVG.
        page: As in `pdf_of`.
        growths: The sizes, as in `pdf_of`.

    Raises:
        PictureError: If `svg` is not SVG.
        UnknownNameError: If there is no such page.

    Example:
        >>> line = '<line x1="9" y1="1" x2="800" y2="1" stroke="#000"/>'
        >>> svg = f'<svg width="1000pt" height="1000pt" viewBox="0 0 1000 1000">{line}</svg>'
        >>> [found.sheets for found in sheets_needed(svg, "a4-tiled", (1.0, 2.0))]
        [2, 3]
    """
    root = read_svg(svg)
    box, marks = box_of(root), _marks(painted(root))
    return [needed(box._replace(unit=box.unit * growth), page, marks) for growth in growths]


def _marks(things: list[Painted]) -> list[Bounds]:
    return [mark for thing in things for mark in thing.marks]


def smallest_text(svg: str, page: str | None = None) -> float:
    """Return how high the smallest text of a picture is on a page, in points; below `READABLE` is hard to read.

    Args:
        svg: The SVG.
        page: As in `pdf_of`.

    Returns:
        The type size, infinite where the picture has no text.

    Raises:
        PictureError: If `svg` is not SVG.
        UnknownNameError: If there is no such page.

    Example:
        >>> text = '<text font-size="10">Small</text>'
        >>> svg = f'<svg width="5000pt" height="5000pt" viewBox="0 0 5000 5000">{text}</svg>'
        >>> round(smallest_text(svg, "a4"), 1), smallest_text(svg, "a4-tiled")
        (1.1, 10.0)
    """
    root = read_svg(svg)
    scale = sheets_of(box_of(root), page)[0].scale
    return min(type_sizes(root), default=math.inf) * scale


def _content(sheet: Sheet, written: list[str]) -> str:
    left, top, right, bottom = sheet.part
    scale, height = sheet.scale, sheet.size[1]
    x, y = sheet.at[0] - left * scale, height - sheet.at[1] + top * scale
    clip = f"{amount(left)} {amount(top)} {amount(right - left)} {amount(bottom - top)} re W n"
    content = "\n".join([f"q {scale:.6g} 0 0 {-scale:.6g} {amount(x)} {amount(y)} cm {clip}", *written, "Q\n"])
    return content + (ornament(cutting_marks(sheet)) if sheet.label else "")


def _label(sheet: Sheet) -> Painted | None:
    """Return the words at the foot of a sheet, in points from its upper left corner."""
    if not sheet.label:
        return None
    # Printers leave some millimetres white at the edge; the words stand beside the mark for cutting.
    place = MARGIN + 6, sheet.size[1] - MARGIN / 2
    return Painted((0, 0, 0, 0), text=Placed(set_line(sheet.label)[0], *place, _LABEL_SIZE, 1.0, {"fill": "#566377"}))


def _links(sheet: Sheet, things: list[Painted]) -> list[str]:
    """Return the links on a sheet, each over all that is drawn of it in a row."""
    areas: list[tuple[str, Bounds]] = []
    before = ""
    for thing in things:
        if thing.href and _LINK.fullmatch(thing.href):
            if thing.href == before:
                href, (left, top, right, bottom) = areas.pop()
                one = thing.bounds
                areas.append((href, (min(left, one[0]), min(top, one[1]), max(right, one[2]), max(bottom, one[3]))))
            else:
                areas.append((thing.href, thing.bounds))
        before = thing.href
    return [_link(sheet, href, area) for href, area in areas]


def _link(sheet: Sheet, href: str, area: Bounds) -> str:
    def on_page(x: float, y: float) -> tuple[float, float]:
        x, y = min(max(x, sheet.part[0]), sheet.part[2]), min(max(y, sheet.part[1]), sheet.part[3])
        return (
            sheet.at[0] + (x - sheet.part[0]) * sheet.scale,
            sheet.size[1] - sheet.at[1] - (y - sheet.part[1]) * sheet.scale,
        )

    corners = (*on_page(area[0], area[3]), *on_page(area[2], area[1]))
    return dictionary(
        {
            "Type": "/Annot",
            "Subtype": "/Link",
            "Rect": f"[{' '.join(amount(value) for value in corners)}]",
            "Border": "[0 0 0]",
            "A": dictionary({"S": "/URI", "URI": f"<{href.encode('ascii').hex()}>"}),
        }
    )
