"""What python-docx leaves to those who know the format: numbering, borders, fields, languages, directions."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING, Any

from argmap.classroom.extra import needed
from argmap.classroom.sheets.ink import ink_of

if TYPE_CHECKING:
    from argmap.classroom.sheets.look import Look

_BULLETS = ("•", "–", "▪")
_NUMBERS = ("decimal", "lowerLetter", "lowerRoman")
_FIRST = re.compile(r"^<([\w:]+)")
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
DATE = datetime(2000, 1, 1)
"""The date that all documents bear, so that the same sheet is the same file."""


_ORDER = {
    "pPr": (
        *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "pBdr", "shd"),
        *("tabs", "suppressAutoHyphens", "bidi", "adjustRightInd", "snapToGrid", "spacing", "ind"),
        *("contextualSpacing", "jc", "textAlignment", "outlineLvl", "rPr", "sectPr"),
    ),
    "rPr": (
        *("rStyle", "rFonts", "b", "bCs", "i", "iCs", "color", "spacing", "w", "kern", "position", "sz", "szCs"),
        *("highlight", "u", "shd", "vertAlign", "rtl", "cs", "lang"),
    ),
    "tblPr": (
        "tblStyle",
        "bidiVisual",
        "tblW",
        "jc",
        "tblInd",
        "tblBorders",
        "shd",
        "tblLayout",
        "tblCellMar",
        "tblLook",
    ),
    "tcPr": ("cnfStyle", "tcW", "gridSpan", "vMerge", "tcBorders", "shd", "noWrap", "tcMar", "vAlign"),
    "trPr": ("cantSplit", "trHeight", "tblHeader", "jc"),
}
"""In which order properties have to stand."""


def xml(text: str) -> Any:
    """Return an element of a document, written with the prefix ``w:``."""
    return needed("docx.oxml", "Documents").parse_xml(_FIRST.sub(rf"<\1 {_W}", text, count=1))


def put(properties: Any, text: str) -> None:
    """Put a property in its place among others, instead of one of its kind."""
    child = xml(text)
    kind = _kind(child)
    order = _ORDER[_kind(properties)]
    after = 0
    for index, other in enumerate(list(properties)):
        if _kind(other) == kind:
            properties.remove(other)
            break
        if _kind(other) in order and order.index(_kind(other)) < order.index(kind):
            after = index + 1
    properties.insert(after, child)


def _kind(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def prepared(look: Look, language: str) -> Any:
    """Return an empty document whose styles are those of a look."""
    document = needed("docx", "Documents").Document()
    styles = document.styles
    size = look.size
    sizes = {
        "Normal": size,
        "Title": size * 1.75,
        "Heading 1": size * 1.32,
        "Heading 2": size * 1.14,
        "Heading 3": size,
    }
    for name, points in sizes.items():
        _style(styles[name], look, points)
    _style(styles["Header"], look, None)
    _style(styles["Footer"], look, max(look.smallest, look.size * 0.82))
    defaults = styles.element.find(_name("w:docDefaults")).find(_name("w:rPrDefault")).find(_name("w:rPr"))
    put(defaults, f'<w:lang w:val="{language}" w:eastAsia="{language}" w:bidi="{language}"/>')
    _name_fallback(document, look.family)
    if look.ground != "#ffffff":
        document.element.insert(0, xml(f'<w:background w:color="{look.ground.lstrip("#")}"/>'))
        document.settings.element.insert(0, xml("<w:displayBackgroundShape/>"))
    return document


def _name(prefixed: str) -> str:
    return str(needed("docx.oxml.ns", "Documents").qn(prefixed))


def _style(style: Any, look: Look, points: float | None) -> None:
    shared = needed("docx.shared", "Documents")
    properties = style.element.get_or_add_rPr()
    for tag in ("w:rFonts", "w:color", "w:spacing", "w:kern", "w:i", "w:iCs"):
        for old in properties.findall(_name(tag)):
            properties.remove(old)
    family = look.family
    put(properties, f'<w:rFonts w:ascii="{family}" w:hAnsi="{family}" w:eastAsia="{family}" w:cs="{family}"/>')
    if points is not None:
        put(properties, f'<w:sz w:val="{round(points * 2)}"/>')
        put(properties, f'<w:szCs w:val="{round(points * 2)}"/>')
        if look.spacing:
            put(properties, f'<w:spacing w:val="{round(look.spacing * points * 20)}"/>')
    if style.name.startswith(("Title", "Heading")):
        put(properties, f'<w:color w:val="{ink_of(look).accent.lstrip("#")}"/>')
        put(properties, "<w:b/>")
    for tabs in style.element.get_or_add_pPr().findall(_name("w:tabs")):
        style.element.pPr.remove(tabs)
    form = style.paragraph_format
    is_text = style.name in ("Normal", "Header", "Footer")
    form.line_spacing = look.leading if style.name == "Normal" else 1.15
    form.space_before = shared.Pt(0 if is_text or style.name == "Title" else look.size * 1.3)
    form.space_after = shared.Pt(look.size * {"Footer": 0.0, "Title": 1.4}.get(style.name, 0.65))
    if style.name == "Title" and style.element.pPr is not None:
        for border in style.element.pPr.findall(_name("w:pBdr")):
            style.element.pPr.remove(border)


def _name_fallback(document: Any, family: str) -> None:
    """Say which font to take where the family of the look is not installed."""
    for part in document.part.package.iter_parts():
        if str(part.partname) == "/word/fontTable.xml":
            entry = f'<w:font w:name="{family}"><w:altName w:val="Arial"/><w:family w:val="swiss"/></w:font>'
            part._blob = part.blob.replace(b"</w:fonts>", entry.encode() + b"</w:fonts>")  # noqa: SLF001


class Numbering:
    """The lists of a document: each begins to count anew.

    Args:
        document: The document.
    """

    def __init__(self, document: Any) -> None:
        self._element = document.part.numbering_part.element
        for old in list(self._element):
            self._element.remove(old)
        kinds = (
            [("bullet", _BULLETS[level % 3]) for level in range(9)],
            [(_NUMBERS[level % 3], f"%{level + 1}.") for level in range(9)],
        )
        for number, levels in enumerate(kinds):
            inside = "".join(
                f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{shown}"/>'
                f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{425 * (level + 1)}" w:hanging="380"/></w:pPr></w:lvl>'
                for level, (kind, shown) in enumerate(levels)
            )
            self._element.append(
                xml(f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{inside}'
                    "</w:abstractNum>")
            )  # fmt: skip
        self._count = 0

    def begin(self, *, numbered: bool) -> int:
        """Return the number of a new list."""
        self._count += 1
        again = "".join(
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/></w:lvlOverride>' for level in range(9)
        )
        self._element.append(
            xml(f'<w:num w:numId="{self._count}"><w:abstractNumId w:val="{int(numbered)}"/>{again}</w:num>')
        )
        return self._count


def put_in_list(paragraph: Any, number: int, level: int) -> None:
    """Make a paragraph an item of a list."""
    place = f'<w:ilvl w:val="{min(level, 8)}"/><w:numId w:val="{number}"/>'
    put(paragraph._p.get_or_add_pPr(), f"<w:numPr>{place}</w:numPr>")  # noqa: SLF001


def rule_below(paragraph: Any, colour: str, *, width: int = 6) -> None:
    """Draw a line below a paragraph, and between it and a like one after it."""
    line = f'w:val="single" w:sz="{width}" w:space="1" w:color="{colour.lstrip("#")}"'
    borders = f"<w:pBdr><w:bottom {line}/><w:between {line}/></w:pBdr>"
    put(paragraph._p.get_or_add_pPr(), borders)  # noqa: SLF001


def field(paragraph: Any, code: str) -> None:
    """Add a field that the program which opens the document works out, such as ``PAGE``."""
    run = paragraph.add_run()
    for part in (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve">{code}</w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>1</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    ):
        run._r.append(xml(part))  # noqa: SLF001


def frame(table: Any, **lines: tuple[str, int, str]) -> None:
    """Draw the lines of a table.

    Args:
        table: The table.
        **lines: For ``top``, ``left``, ``insideH`` ...: kind, width in eighths of a point, colour.
    """
    order = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = ""
    for side in order:
        if side in lines:
            kind, width, colour = lines[side]
            borders += f'<w:{side} w:val="{kind}" w:sz="{width}" w:space="0" w:color="{colour.lstrip("#")}"/>'
    put(table._tbl.tblPr, f"<w:tblBorders>{borders}</w:tblBorders>")  # noqa: SLF001


def margins(table: Any, points: float) -> None:
    """Set how far the text of all cells stands from their lines."""
    width = round(points * 20)
    sides = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side in ("top", "left", "bottom", "right"))
    put(table._tbl.tblPr, f"<w:tblCellMar>{sides}</w:tblCellMar>")  # noqa: SLF001
    # Else the text of cells, and not their line, begins where other text begins.
    put(table._tbl.tblPr, f'<w:tblInd w:w="{width}" w:type="dxa"/>')  # noqa: SLF001


def shade(cell: Any, colour: str) -> None:
    """Lay a colour under a cell."""
    put(cell._tc.get_or_add_tcPr(), f'<w:shd w:val="clear" w:color="auto" w:fill="{colour.lstrip("#")}"/>')  # noqa: SLF001


def repeat_head(row: Any) -> None:
    """Have a row at the top of every page that its table is on."""
    put(row._tr.get_or_add_trPr(), "<w:tblHeader/>")  # noqa: SLF001


def keep_whole(row: Any) -> None:
    """Let no page end within a row."""
    put(row._tr.get_or_add_trPr(), "<w:cantSplit/>")  # noqa: SLF001


def from_right(paragraph: Any) -> None:
    """Have a paragraph written from right to left."""
    put(paragraph._p.get_or_add_pPr(), "<w:bidi/>")  # noqa: SLF001
    for run in paragraph.runs:
        put(run._r.get_or_add_rPr(), "<w:rtl/>")  # noqa: SLF001


def link(paragraph: Any, href: str) -> Any:
    """Add a link to a paragraph, for runs to be put in."""
    kinds = needed("docx.opc.constants", "Documents").RELATIONSHIP_TYPE
    number = paragraph.part.relate_to(href, kinds.HYPERLINK, is_external=True)
    made = xml("<w:hyperlink/>")
    made.set(_name("r:id"), number)
    paragraph._p.append(made)  # noqa: SLF001
    return made


def parted(text: str) -> list[str]:
    """Return a text in parts, signs of private use by themselves.

    Example:
        >>> parted("Page \ue000!") == ["Page ", "\ue000", "!"]
        True
    """
    return [part for part in re.split("([\ue000-\ue0ff])", text) if part]
