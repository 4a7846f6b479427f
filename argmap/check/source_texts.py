"""The texts of the sources that a map cites, as far as they are stored beside it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.check.subject import Subject

MOST_BYTES = 5_000_000
"""The size up to which the text of a source is read."""


def source_texts(subject: Subject) -> Mapping[str, str]:
    """Return the texts of the sources that name a file (``path``), by the ids of the sources.

    The path is relative to the folder of the map, and the file must lie in that folder. Files that are not there, lie
    elsewhere, are larger than `MOST_BYTES` or hold no text in UTF-8 are left out.

    Args:
        subject: What is checked; use ``subject.shared(source_texts)``, so that each file is read once.

    Example:
        >>> import argmap
        >>> from argmap.check.subject import Subject
        >>> source_texts(Subject(argmap.ArgumentMap()))
        {}
    """
    found: dict[str, str] = {}
    if subject.folder is None:
        return found
    for source in subject.map.sources:
        path = source.data.get("path")
        text = _text(Path(subject.folder), path) if isinstance(path, str) else None
        if text is not None:
            found[source.id] = text
    return found


def _text(folder: Path, path: str) -> str | None:
    try:
        root, file = folder.resolve(), (folder / path).resolve()
        if not file.is_relative_to(root) or not file.is_file() or file.stat().st_size > MOST_BYTES:
            return None
        return file.read_text("utf-8-sig")
    except (OSError, ValueError, RuntimeError):
        return None  # it is not there, not to be read, or no path at all
