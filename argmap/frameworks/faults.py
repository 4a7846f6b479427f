"""What is wrong with the text of a framework: the place, and a sentence on what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.diagnostics import Diagnostic, Span
from argmap.errors import ReadError

if TYPE_CHECKING:
    from argmap.source import Source

MAX_ARGUMENTS = 2_000_000
"""How many arguments a framework that is read may have: a line of 15 bytes could ask for any number of them."""


def refused(source: Source, start: int, end: int, code: str, message: str) -> ReadError:
    r"""Return the error that something in a text is wrong; it names the file, the line and the column.

    Args:
        source: The text.
        start: Where what is wrong begins, in code points.
        end: Where it ends.
        code: A short stable name of the fault, for programs.
        message: One or two whole sentences.

    Example:
        >>> from argmap.source import Source
        >>> print(refused(Source("p af 1\n1 2", "a.af"), 9, 10, "unknown-argument", "There is no argument 2."))
        a.af:2:3: There is no argument 2.
    """
    found = Diagnostic(code=code, message=message, span=Span(start, end))
    return ReadError(f"{source.place(start)}: {message}", [found])


def check_size(count: int, source: Source, start: int, end: int) -> None:
    """Refuse more arguments than argmap takes.

    Raises:
        ReadError: There are more than `MAX_ARGUMENTS`.
    """
    if count > MAX_ARGUMENTS:
        message = (
            f"This framework has more than {MAX_ARGUMENTS:,} arguments, the most that argmap reads, for their names "
            "are kept in memory. Correct the number, or leave out the arguments that matter least."
        )
        raise refused(source, start, end, "too-many-arguments", message)


def undeclared(source: Source, start: int, name: str, hint: str, how: str) -> ReadError:
    """Return the error that an attack names an argument that the text does not give.

    Args:
        source: The text.
        start: Where the name stands.
        name: The name.
        hint: The nearest name, as a sentence with a blank before it, or nothing.
        how: What to write to give the argument.
    """
    message = f"There is no argument {name!r}.{hint} Correct the name, or add {how}."
    return refused(source, start, start + len(name), "unknown-argument", message)
