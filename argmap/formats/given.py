"""What a format is given to read: a text, where it came from, and the files beside it."""

from __future__ import annotations

import os
from functools import cached_property
from typing import TYPE_CHECKING

from argmap.errors import ReadError
from argmap.files.noting import note_read
from argmap.files.opening import Opened, open_source
from argmap.formats.json_text import JsonText, parse_json
from argmap.model.naming import whole
from argmap.source import Source

if TYPE_CHECKING:
    from argmap.diagnostics import Diagnostic

_LONG = 1_000_000
_SOME = 50


class Given:
    """A text to be read in some format.

    Attributes:
        path: The file it came from, or None.
        problems: What was wrong with its bytes.
    """

    def __init__(self, source: Source, path: str | None = None, problems: tuple[Diagnostic, ...] = ()) -> None:
        self._source = source
        self._known: tuple[int, int] | None = None  # of a text that was let go, its print
        self._again: Source | None = None  # and once it was read again
        self.path = path
        self.problems = problems

    @classmethod
    def of(cls, opened: Opened) -> Given:
        """Return what was opened as what is to be read."""
        return cls(opened.source, opened.path, opened.problems)

    @property
    def source(self) -> Source:
        """The text and its name.

        Raises:
            ReadError: The text was let go, and cannot be read again.
        """
        if self._known is None or self.path is None:
            return self._source
        if self._again is None:
            self._again = open_source(self.path, self._source.name).source
            if _print_of(self._again.text) != self._known:
                raise ReadError(f"{self.path!r} was changed while it was read; read it again.")
        return self._again

    @property
    def held(self) -> Source:
        """The text and its name; of a text that was let go, only the name."""
        return self._source

    @cached_property
    def is_whole(self) -> bool:
        """Whether a text of JSON has no halves of surrogate pairs: what lies not deep there, a map can hold."""
        text = self.text
        return whole(text) == text and not ("\\" in text and ("\\ud" in text or "\\uD" in text))

    def let_go(self) -> None:
        """Let go of a long text that can be read again from its file: it is needed once more only for places."""
        text = self._source.text
        _ = self.is_whole
        if len(text) >= _LONG and self.path is not None and os.path.isfile(self.path):  # noqa: PTH113  # it never raises
            self._source, self._known = Source("", self._source.name), _print_of(text)

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
        if os.path.isfile(path):  # noqa: PTH113  # it never raises
            return Given.of(open_source(path))
        note_read(path, None)  # once it is there, what was read without it is out of date
        return None


def _print_of(text: str) -> tuple[int, int]:
    """Return what tells a long text from one that it was changed to, as far as places in it are others then."""
    return len(text), hash(text[::_SOME])


def beside(path: str, ending: str) -> str:
    """Return a path with another ending.

    Example:
        >>> beside("essays/essay001.ann", ".txt")
        'essays/essay001.txt'
    """
    return os.path.splitext(path)[0] + ending  # noqa: PTH122  # pathlib refuses some names that exist
