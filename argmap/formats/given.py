"""What a format is given to read: a text, where it came from, and the files beside it."""

from __future__ import annotations

import os
from functools import cached_property
from typing import TYPE_CHECKING

from argmap.files.opening import Opened, open_source
from argmap.formats.json_text import JsonText, parse_json

if TYPE_CHECKING:
    from argmap.diagnostics import Diagnostic
    from argmap.source import Source


class Given:
    """A text to be read in some format.

    Attributes:
        source: The text and its name.
        path: The file it came from, or None.
        problems: What was wrong with its bytes.
    """

    def __init__(self, source: Source, path: str | None = None, problems: tuple[Diagnostic, ...] = ()) -> None:
        self.source = source
        self.path = path
        self.problems = problems

    @classmethod
    def of(cls, opened: Opened) -> Given:
        """Return what was opened as what is to be read."""
        return cls(opened.source, opened.path, opened.problems)

    @property
    def text(self) -> str:
        """The text itself."""
        return self.source.text

    @cached_property
    def json(self) -> JsonText:
        """The text as JSON, parsed when it is first asked for, and only if it begins as an object or a list does."""
        return parse_json(self.text)

    def beside(self, ending: str) -> Given | None:
        """Return the file of the same name with another ending, None where there is none.

        Raises:
            ReadError: It is there and cannot be read.
        """
        if self.path is None:
            return None
        path = beside(self.path, ending)
        return Given.of(open_source(path)) if os.path.isfile(path) else None  # noqa: PTH113  # it never raises


def beside(path: str, ending: str) -> str:
    """Return a path with another ending.

    Example:
        >>> beside("essays/essay001.ann", ".txt")
        'essays/essay001.txt'
    """
    return os.path.splitext(path)[0] + ending  # noqa: PTH122  # pathlib refuses some names that exist
