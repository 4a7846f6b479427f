"""The blocks of a sheet in a document."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from argmap.classroom.extra import needed
from argmap.classroom.sheets import docx_parts as parts
from argmap.classroom.sheets.blocks import (
    Box,
    Cards,
    Choices,
    Fields,
    Heading,
    Lines,
    Listing,
    PageBreak,
    Paragraph,
    Picture,
    Table,
    Together,
)
from argmap.classroom.sheets.docx_cards import card_pages
from argmap.classroom.sheets.pdf_data import letters
from argmap.classroom.sheets.placing import EDGE, placed
from argmap.classroom.sheets.svg_parts import as_pixels

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.classroom.sheets.blocks import Block, Item
    from argmap.classroom.sheets.docx_writer import Writer


def write_blocks(writer: Writer, blocks: Iterable[Block]) -> None:
    """Write blocks into a document."""
    waiting: Heading | None = None
    for block in blocks:
        if isinstance(block, Picture) and _fills_pages(writer, block):
            _pages(writer, block, waiting)
            waiting = None
            continue
        if waiting is not None:
            _begin(writer, waiting)
        # The heading of a picture goes with it to the page that it has for itself.
        waiting = block if isinstance(block, Heading) else None
        if isinstance(block, Lines | Choices):
            # What is asked stays with the room for the answer.
            writer.written[-1].paragraph_format.keep_with_next = True
        if waiting is None:
            _begin(writer, block)
    if waiting is not None:
        _begin(writer, waiting)


def _begin(writer: Writer, block: Block) -> None:
    if writer.room is writer.document:
        writer.resume()
    _block(writer, block)


def _block(writer: Writer, block: Block) -> None:
    match block:
        case Heading():
            writer.text(block.text, f"Heading {min(max(block.level, 1), 3)}")
        case Paragraph():
            writer.text(block.text)
        case Listing():
            _listing(writer, block.items, writer.numbering.begin(numbered=block.numbered), 0)
        case Choices() if block.are_codes:
            _codes(writer, block)
        case Choices():
            _choices(writer, block)
        case Table():
            _table(writer, block)
        case Picture():
            _picture(writer, block)
        case Lines():
            _lines(writer, block)
        case Fields():
            _fields(writer, block.labels)
        case Cards():
            card_pages(writer, block)
        case Box():
            _box(writer, block)
        case Together():
            start = len(writer.written)
            write_blocks(writer, block.blocks)
            for paragraph in writer.written[start:-1]:
                paragraph.paragraph_format.keep_with_next = True
        case PageBreak():
            if writer.room is writer.document:
                writer.document.add_page_break()


def _listing(writer: Writer, items: tuple[Item, ...], number: int, level: int) -> None:
    for item in items:
        paragraph = writer.text(item.text)
        parts.put_in_list(paragraph, number, level)
        paragraph.paragraph_format.space_after = writer.shared.Pt(writer.look.size * 0.35)
        _listing(writer, item.items, number, level + 1)


def _codes(writer: Writer, choices: Choices) -> None:
    paragraph = writer.room.add_paragraph()
    for n, option in enumerate(choices.options):
        is_right = n in choices.right
        paragraph.add_run(f"{'     ' if n else ''}{'☑' if is_right else '☐'}\u00a0")
        writer.runs(paragraph, option, bold=is_right)
    writer.written.append(paragraph)


def _choices(writer: Writer, choices: Choices) -> None:
    for n, (letter, option) in enumerate(zip(letters(len(choices.options)), choices.options, strict=True)):
        paragraph = writer.room.add_paragraph()
        is_right = n in choices.right
        paragraph.add_run(f"{'☑' if is_right else '☐'} ")
        paragraph.add_run(f"{letter}\t").bold = True
        writer.runs(paragraph, option, bold=is_right)
        form, room = paragraph.paragraph_format, writer.shared.Pt(writer.look.size * 2.9)
        form.left_indent, form.first_line_indent = room, -room
        form.tab_stops.add_tab_stop(room)
        form.space_after = writer.shared.Pt(writer.look.size * 0.4)
        form.keep_with_next = n + 1 < len(choices.options)
        writer.written.append(paragraph)


def _table(writer: Writer, table: Table) -> None:
    if not table.widths:
        return
    has_head = bool(table.head)
    made = writer.table(has_head + len(table.rows), table.widths, writer.width())
    line = ("single", 4, writer.ink.line)
    parts.frame(made, top=("single", 12, writer.ink.accent), bottom=line, insideH=line, insideV=line)
    parts.margins(made, writer.look.size * 0.35)
    least = writer.shared.Pt(max(table.height, 1) * writer.look.size * writer.look.leading)
    for row, texts in zip(made.rows, (table.head, *table.rows) if has_head else table.rows, strict=True):
        is_head = has_head and row is not None and texts is table.head
        parts.keep_whole(row)
        if is_head:
            parts.repeat_head(row)
        elif table.height > 1:
            row.height = least
        for cell, text in zip(row.cells, texts, strict=True):
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.space_after = writer.shared.Pt(0)
            writer.runs(paragraph, text, bold=is_head)
            if is_head and writer.ink.soft != "#ffffff":
                parts.shade(cell, writer.ink.soft)
            writer.written.append(paragraph)
    _after(writer)


def _fills_pages(writer: Writer, picture: Picture) -> bool:
    is_free = writer.room is writer.document
    return is_free and placed(picture, writer.paper, writer.look.smallest).place != "here"


def _picture(writer: Writer, picture: Picture) -> None:
    width = min(placed(picture, writer.paper, writer.look.smallest).width, writer.width())
    _draw(writer, as_pixels(picture, width), width, picture.alt)


def _pages(writer: Writer, picture: Picture, heading: Heading | None) -> None:
    """Write a picture on pages of its own."""
    where = placed(picture, writer.paper, writer.look.smallest)
    writer.apart(turned=where.turned, edge=EDGE)
    if heading is not None:
        _block(writer, heading)
        writer.written[-1].paragraph_format.space_before = writer.shared.Pt(0)
    if where.place == "page":
        _draw(writer, as_pixels(picture, where.width), where.width, picture.alt)
    for n, tile in enumerate(where.tiles, 1):
        alt = writer.words.say("sheets.part", alt=picture.alt, n=n, total=len(where.tiles))
        _draw(writer, as_pixels(picture, tile.width, tile=tile, whole=where), tile.width, alt)
        last = where.tiles[-1]
        said = {"row": tile.row, "rows": last.row, "column": tile.column, "columns": last.column}
        writer.text(writer.words.say("sheets.tile", **said))


def _draw(writer: Writer, pixels: bytes, width: float, alt: str) -> None:
    writer.pictures += 1
    paragraph = writer.room.add_paragraph()
    paragraph.alignment = needed("docx.enum.text", "Documents").WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.line_spacing = 1.0
    shape = paragraph.add_run().add_picture(io.BytesIO(pixels), width=writer.shared.Pt(width))
    shape._inline.docPr.set("descr", alt)  # noqa: SLF001
    shape._inline.docPr.set("name", f"Picture {writer.pictures}")  # noqa: SLF001
    writer.written.append(paragraph)


def _lines(writer: Writer, lines: Lines) -> None:
    if lines.answer:
        label = writer.text(writer.words.say("sheets.answer"))
        label.runs[0].bold = True
        label.runs[0].font.color.rgb = writer.colour(writer.ink.accent)
        label.paragraph_format.keep_with_next = True
        for paragraph in map(writer.text, lines.answer):
            paragraph.paragraph_format.left_indent = writer.shared.Pt(writer.look.size)
        return
    for n in range(lines.count):
        paragraph = writer.text("")
        parts.rule_below(paragraph, writer.ink.line)
        form = paragraph.paragraph_format
        form.space_after = writer.shared.Pt(0 if n + 1 < lines.count else writer.look.size)
        form.line_spacing = writer.shared.Mm(13 if writer.look.is_large else 9)
        form.keep_with_next = n + 1 < lines.count


def _fields(writer: Writer, labels: tuple[str, ...]) -> None:
    across = 1 if writer.look.is_large else 3
    enum = needed("docx.enum.text", "Documents")
    for start in range(0, len(labels), across):
        some = labels[start : start + across]
        paragraph = writer.room.add_paragraph()
        for n, label in enumerate(some, 1):
            paragraph.add_run(f"{label} ").bold = True
            paragraph.add_run("\t")
            paragraph.add_run("  ")
            paragraph.paragraph_format.tab_stops.add_tab_stop(
                writer.shared.Pt((writer.width() - 2) * n / len(some) - 8), leader=enum.WD_TAB_LEADER.LINES
            )
        writer.written.append(paragraph)


def _box(writer: Writer, box: Box) -> None:
    outside, width = writer.room, writer.width()
    made = writer.table(1, (1.0,), width)
    bar = ("single", 24, writer.ink.accent) if writer.look.has_colour else ("single", 8, writer.ink.line)
    parts.frame(
        made, **({"left": bar} if writer.look.has_colour else dict.fromkeys(("top", "left", "bottom", "right"), bar))
    )
    parts.margins(made, writer.look.size * 0.8)
    parts.keep_whole(made.rows[0])
    cell = made.cell(0, 0)
    if writer.ink.soft != "#ffffff":
        parts.shade(cell, writer.ink.soft)
    writer.room = cell
    first = cell.paragraphs[0]
    if box.title:
        run = first.add_run(box.title)
        run.bold = True
        run.font.color.rgb = writer.colour(writer.ink.accent)
        first.paragraph_format.keep_with_next = True
    write_blocks(writer, box.blocks)
    if not box.title and len(cell._tc) > 2:  # noqa: SLF001
        first._p.getparent().remove(first._p)  # noqa: SLF001
    if not isinstance(cell._tc[-1], type(first._p)):  # noqa: SLF001
        cell.add_paragraph()
    cell.paragraphs[-1].paragraph_format.space_after = writer.shared.Pt(0)
    writer.room = outside
    _after(writer)


def _after(writer: Writer) -> None:
    """Leave room below a table."""
    paragraph = writer.text("")
    paragraph.paragraph_format.line_spacing = writer.shared.Pt(writer.look.size * 0.8)
    paragraph.paragraph_format.space_after = writer.shared.Pt(0)
