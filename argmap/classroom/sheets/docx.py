"""A sheet as a document for Word and LibreOffice, which teachers can edit: real headings, lists and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.classroom.sheets.docx_blocks import write_blocks
from argmap.classroom.sheets.docx_writer import Writer
from argmap.classroom.sheets.look import LOOKS
from argmap.classroom.sheets.showing import shown

if TYPE_CHECKING:
    from argmap.classroom.sheets.blocks import Sheet
    from argmap.classroom.sheets.look import Look


def docx_of(sheet: Sheet, look: Look = LOOKS["standard"]) -> bytes:
    """Return a sheet as the bytes of a DOCX file; the same sheet gives the same bytes.

    Args:
        sheet: The sheet.
        look: How it looks.

    Raises:
        MissingExtraError: The package python-docx is not installed.
        PictureError: A picture on it is not SVG.

    Example:
        >>> from argmap.classroom.sheets.blocks import Paragraph, Sheet
        >>> docx_of(Sheet("rain", "Rain", (Paragraph("It rains."),)))[:2]
        b'PK'
    """
    sheet = shown(sheet)
    writer = Writer(sheet, look)
    write_blocks(writer, sheet.blocks)
    return writer.saved()
