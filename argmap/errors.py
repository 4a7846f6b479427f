"""The errors argmap raises. Bad text is never one of them: reading text gives diagnostics instead."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.diagnostics import Diagnostic


class ArgmapError(Exception):
    """The base of every error that argmap raises on purpose.

    The message is a whole sentence that names the thing, its place and the next thing to do.
    """


class UnknownNameError(ArgmapError, KeyError):
    """A name (of a claim, a format, a style ...) that is not there; the message offers the nearest one."""

    def __str__(self) -> str:
        # KeyError shows repr(message); a person wants the sentence.
        return str(self.args[0]) if self.args else ""


class ModelError(ArgmapError, ValueError):
    """A call that would break the map: a relation from nowhere, an id used twice, a cycle of sections."""


class ReadError(ArgmapError):
    """Nothing could be read.

    Attributes:
        diagnostics: What was wrong, in the order of the text.
    """

    def __init__(self, message: str, diagnostics: Sequence[Diagnostic] = ()) -> None:
        super().__init__(message)
        self.diagnostics = tuple(diagnostics)


class NoFileError(ReadError):
    """There is no file of this name, or it is a folder."""


class WriteError(ArgmapError):
    """A file could not be written; whatever stood there before is still there."""


def bug_sentence(error: Exception, request: str = "Please report it.") -> str:
    """Return the sentence for an error that argmap did not raise on purpose, and what to do.

    Args:
        error: The error; where it is raised, the line in the code is told.
        request: What its reader is asked for.

    Example:
        >>> bug_sentence(ZeroDivisionError("division by zero"))
        'argmap has a bug here: ZeroDivisionError: division by zero. Please report it.'
    """
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    where = f" ({os.path.basename(place.tb_frame.f_code.co_filename)}:{place.tb_lineno})" if place else ""  # noqa: PTH119
    return f"argmap has a bug here: {type(error).__name__}: {error}{where}. {request}"


def nearest(name: object, known: Sequence[str]) -> str:
    """Return `` Did you mean 'x'?`` for the known name most like `name`, or an empty string.

    The name itself is never offered.

    Example:
        >>> nearest("grounde", ["grounded", "preferred"])
        " Did you mean 'grounded'?"
        >>> nearest("grounded", ["grounded", "Grounded"])
        " Did you mean 'Grounded'?"
        >>> nearest("qqq", ["grounded"])
        ''
    """
    from difflib import get_close_matches

    folded = {other.casefold(): other for other in known if other != name}
    close = get_close_matches(str(name).casefold(), list(folded), n=1, cutoff=0.6)
    return f" Did you mean {folded[close[0]]!r}?" if close else ""


def nearest_or_all(name: object, known: Sequence[str], listed: Sequence[str] | None = None) -> str:
    """Return what `nearest` does, and where no known name is near, a sentence that lists all.

    Args:
        name: The name that is not known.
        known: The names that may be meant.
        listed: The names that are listed, if they are others.

    Example:
        >>> nearest_or_all("grounde", ["grounded", "preferred"])
        " Did you mean 'grounded'?"
        >>> nearest_or_all("qqq", ["grounded", "preferred"])
        ' Use one of: grounded, preferred.'
        >>> nearest_or_all("qqq", [])
        ' There are none.'
    """
    every = known if listed is None else listed
    return nearest(name, known) or (f" Use one of: {', '.join(every)}." if every else " There are none.")
