"""What the front matter of a map says of sides and sources, as it is shown to pupils."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.classroom.quiz.showing import shown

if TYPE_CHECKING:
    from argmap.model import ArgumentMap


def side_titles(m: ArgumentMap) -> dict[str, str]:
    """Return what the sides of a map are called, by their names; a name that has no title is its own.

    Example:
        >>> import argmap
        >>> side_titles(argmap.datasets.phones_in_class())
        {'ban': 'Phones should be banned in class', 'allow': 'Phones should be allowed in class'}
    """
    return {name: shown(title) or shown(name) for name, title in m.side_titles.items()}


def sources_of(m: ArgumentMap) -> dict[str, str]:
    """Return what the sources of a map are called, by their ids: author, title and date, as far as they are known.

    Example:
        >>> import argmap
        >>> sources_of(argmap.datasets.phones_in_class())
        {'rules': 'The rules of our school (2026-08-31)'}
    """
    found = {}
    for source in m.sources:
        author, date = (source.data.get(key) for key in ("author", "date"))
        title = source.title or source.id
        words = f"{author}: {title}" if isinstance(author, str) and author.strip() else title
        found[source.id] = shown(f"{words} ({date})" if isinstance(date, str | int) and str(date).strip() else words)
    return {name: title for name, title in found.items() if title}
