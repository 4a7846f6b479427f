"""Printed sheets, slides and workbooks as values, and what is made of them: one module an output.

`blocks` says what there is on sheets and slides, `grids` what in workbooks; `look` says how it looks, and `writing`
writes it into a file.

Example:
    >>> import tempfile
    >>> from pathlib import Path
    >>> from argmap.classroom.sheets import Paragraph, Sheet, write
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write(Sheet("rain", "Rain", (Paragraph("It rains."),)), Path(folder, "rain.html")).name
    'rain.html'
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.classroom.sheets.blocks import (
        Box,
        Card,
        Cards,
        Choices,
        Deck,
        Fields,
        Gap,
        Heading,
        Item,
        KeyOnly,
        Lines,
        Listing,
        PageBreak,
        Paragraph,
        Picture,
        Run,
        Sheet,
        Slide,
        Table,
        Together,
    )
    from argmap.classroom.sheets.grids import Grid, Workbook
    from argmap.classroom.sheets.look import LOOKS, Look
    from argmap.classroom.sheets.writing import OUTPUTS, write

_BLOCKS = (
    "Box", "Card", "Cards", "Choices", "Deck", "Fields", "Gap", "Heading", "Item", "KeyOnly", "Lines",
    "Listing", "PageBreak", "Paragraph", "Picture", "Run", "Sheet", "Slide", "Table", "Together",
)  # fmt: skip
_MODULES = {
    **dict.fromkeys(_BLOCKS, "blocks"),
    **dict.fromkeys(("Grid", "Workbook"), "grids"),
    **dict.fromkeys(("LOOKS", "Look"), "look"),
    **dict.fromkeys(("OUTPUTS", "write"), "writing"),
}

__all__ = [
    "LOOKS",
    "OUTPUTS",
    "Box",
    "Card",
    "Cards",
    "Choices",
    "Deck",
    "Fields",
    "Gap",
    "Grid",
    "Heading",
    "Item",
    "KeyOnly",
    "Lines",
    "Listing",
    "Look",
    "PageBreak",
    "Paragraph",
    "Picture",
    "Run",
    "Sheet",
    "Slide",
    "Table",
    "Together",
    "Workbook",
    "write",
]


def __getattr__(name: str) -> object:
    module = _MODULES.get(name)
    if module is None:
        raise AttributeError(f"module 'argmap.classroom.sheets' has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{module}"), name)
