"""A file that was read in one format, and is probably of another: its ending, or whoever named a format, was wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.diagnostics import Diagnostic, Span
from argmap.formats.given import Given
from argmap.formats.table import Format, format_of_content, format_of_path
from argmap.source import Source

if TYPE_CHECKING:
    from argmap.text import ParseResult

_CODED = ("{", "[{", "<?xml", "<graphml", "<arggraph")  # how no debate begins that is written by hand


def with_mistake(given: Given, chosen: Format, result: ParseResult) -> ParseResult:
    r"""Return what was read; where that is nothing and the text looks like another format, that is said first.

    Argdown takes any text, so there errors count as nothing where the text begins as those of programs do.

    Example:
        >>> import argmap.formats
        >>> result = argmap.formats.read_result('{"AIF": {"nodes": []}}\n', "kialo")
        >>> print(result.diagnostics[0].message)
        This is read as Kialo's text export, and looks like xAIF as OVA3 saves it. Name that format, xaif.
    """
    is_argdown = chosen.name == "argdown"
    if len(result.map) and not (is_argdown and result.errors and given.text.lstrip().startswith(_CODED)):
        return result
    if not given.text.strip() or (not is_argdown and chosen.looks_like(given)):
        return result
    found = format_of_content(Given(Source(given.text)))  # without the name, which is what may be wrong
    if found in (None, chosen):
        return result
    is_told = given.path is not None and format_of_path(given.path) == chosen
    ending = f"Give the file another ending, such as {found.suffixes[0]}, or name that format" if is_told else ""
    message = (
        f"This is read as {chosen.title}, and looks like {found.title}. {ending or 'Name that format'}, {found.name}."
    )
    mistake = Diagnostic(code="other-format", message=message, span=Span(0, 1))
    return result._replace(diagnostics=(mistake, *result.diagnostics))
