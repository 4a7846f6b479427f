"""What is said where sheets are wanted in a language that argmap has no words in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from argmap.cli.reporter import Reporter
    from argmap.model import ArgumentMap


def tell_language(reporter: Reporter, m: ArgumentMap, wanted: str | None, section: str) -> None:
    """Say so where argmap speaks English beside a map in another language.

    Args:
        reporter: Whom to tell.
        m: The map.
        wanted: The language that is asked for, if one is.
        section: The section of the file of words that is used.
    """
    from argmap.language import ENGLISH, catalogue, languages

    code = (wanted or m.language).casefold().partition("-")[0]
    if code != ENGLISH and (code not in languages() or section not in catalogue(code)):
        reporter.notes(
            [f"There are no words for this in the language {code!r} yet; what the map does not say is in English."],
            Severity.INFO,
        )
