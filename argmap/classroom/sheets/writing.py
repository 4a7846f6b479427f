"""Writing a sheet, slides or a workbook into a file, in the format that its name ends with."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.classroom.sheets.blocks import Deck, Sheet
from argmap.classroom.sheets.look import LOOKS
from argmap.errors import UnknownNameError, nearest_or_all
from argmap.files.atomic import write_atomically

if TYPE_CHECKING:
    from argmap.classroom.sheets.grids import Workbook
    from argmap.classroom.sheets.look import Look

_SHEETS = {
    ".html": ("html", "html_of"),
    ".pdf": ("pdf", "pdf_of"),
    ".docx": ("docx", "docx_of"),
    ".md": ("markdown", "markdown_of"),
}
_DECKS = {
    ".pptx": ("slides", "pptx_of"),
    ".html": ("slides_html", "html_of"),
    ".pdf": ("slides_pdf", "pdf_of"),
}
_WORKBOOKS = {
    ".xlsx": ("workbook", "xlsx_of"),
    ".html": ("workbook_text", "html_of"),
    ".md": ("workbook_text", "markdown_of"),
}
OUTPUTS = {"Sheet": tuple(_SHEETS), "Deck": tuple(_DECKS), "Workbook": tuple(_WORKBOOKS)}
"""The endings of the files that each can be written to."""


def write(thing: Sheet | Deck | Workbook, path: str | Path, look: Look = LOOKS["standard"]) -> Path:
    r"""Write a sheet, slides or a workbook into a file; the end of its name tells the format.

    Args:
        thing: What is to be written. Of a sheet that is no key, no answer gets into the file.
        path: The file: ``.html``, ``.pdf``, ``.docx`` or ``.md`` for a sheet, ``.pptx``, ``.html`` or ``.pdf`` for
            slides, ``.xlsx``, ``.html`` or ``.md`` for a workbook.
        look: How it looks.

    Returns:
        The path.

    Raises:
        UnknownNameError: There is no such format for it.
        MissingExtraError: The format needs a package that is not installed.
        WriteError: The file cannot be written; what stood there is still there.

    Example:
        >>> import tempfile
        >>> from argmap.classroom.sheets.blocks import Paragraph
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     write(Sheet("rain", "Rain", (Paragraph("It rains."),)), Path(folder, "rain.md")).read_text()
        '# Rain\n\nIt rains.\n'
    """
    target = Path(path)
    known = _SHEETS if isinstance(thing, Sheet) else _DECKS if isinstance(thing, Deck) else _WORKBOOKS
    ending = target.suffix.lower()
    if ending not in known:
        what = {id(_SHEETS): "A sheet", id(_DECKS): "A deck of slides"}.get(id(known), "A workbook")
        raise UnknownNameError(
            f"{what} cannot be written to {str(target)!r}: {ending or 'a name without an ending'} is no format for it."
            f"{nearest_or_all(ending, tuple(known))}"
        )
    module, function = known[ending]
    made = getattr(import_module(f"{__package__}.{module}"), function)(thing, look)
    write_atomically(target, made if isinstance(made, bytes) else made.encode())
    return target
