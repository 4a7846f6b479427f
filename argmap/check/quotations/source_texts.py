"""The texts of the sources that a map cites, so that its quotations can be held against them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.files.noting import note_read
from argmap.text.include import confined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

    from argmap.check.subject import Subject

MOST_BYTES = 4_000_000
"""How long the file of a source may be."""
MOST_TOGETHER = 40_000_000
"""How long the files of all sources of a map may be together."""
_MARKDOWN = (".md", ".markdown")
_ENDINGS = (*_MARKDOWN, ".txt")


@dataclass(frozen=True, slots=True)
class Stored:
    """What could be read of the sources of a map.

    Attributes:
        texts: Source id to its plain text; lines end with a line feed.
        problems: Source id to why its file could not be read, as the end of a sentence that begins with the file.
    """

    texts: Mapping[str, str]
    problems: Mapping[str, str]


def source_texts(subject: Subject) -> Mapping[str, str]:
    """Return the plain text of each source that has one, by the id of the source.

    In the front matter a source holds its text under ``text``, or names a file under ``path``: a text (``.txt``) or
    Markdown file (``.md``, ``.markdown``) in UTF-8, in the folder of the map or below, of at most `MOST_BYTES`. Of a
    map that lies in no folder only texts in the front matter are known. Markdown is read as a person reads it,
    without its marks; its lines stay where they are.

    Example:
        >>> import argmap
        >>> from argmap.check.subject import Subject
        >>> source_texts(Subject(argmap.ArgumentMap(data={"sources": {"a": {"text": "It rains."}}})))
        {'a': 'It rains.'}
    """
    return subject.shared(stored).texts


def stored(subject: Subject) -> Stored:
    """Read the texts of all sources; each file once."""
    texts: dict[str, str] = {}
    problems: dict[str, str] = {}
    read: dict[str, tuple[str | None, str]] = {}
    left = MOST_TOGETHER
    for source in subject.map.sources:
        given, wanted = source.data.get("text"), source.data.get("path")
        if isinstance(given, str) and given.strip():
            texts[source.id] = _with_line_feeds(given)
        elif isinstance(wanted, str) and wanted and subject.folder is not None:
            if wanted not in read:
                read[wanted] = _read(wanted, Path(subject.folder), min(MOST_BYTES, left))
                left -= len(read[wanted][0] or "")
            text, problem = read[wanted]
            if text is None:
                problems[source.id] = problem
            else:
                texts[source.id] = text
        elif wanted is not None and not isinstance(wanted, str):
            problems[source.id] = "is no name of a file"
    return Stored(texts, problems)


def _read(wanted: str, folder: Path, most: int) -> tuple[str | None, str]:
    """Return the text of a file, or None and why it has none."""
    if not wanted.lower().endswith(_ENDINGS):
        return None, f"is not a text that can be read here: its name must end with {', '.join(_ENDINGS)}"
    try:
        path = confined(wanted, folder, folder.resolve())
        if path is None:
            return None, "lies outside the folder of the map"
        if not path.is_file():
            note_read(str(path), None)
            return None, "is not there"
        with path.open("rb") as file:
            found = file.read(most + 1)
        note_read(str(path), found)
        if len(found) > most:
            return None, f"is longer than the {most:,} bytes that are read"
        text = _with_line_feeds(found.decode("utf-8-sig"))
        return (plain_of_markdown(text) if wanted.lower().endswith(_MARKDOWN) else text), ""
    except UnicodeDecodeError:
        return None, "is not written in UTF-8"
    except (OSError, ValueError, RuntimeError):
        return None, "cannot be read"


def _with_line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def plain_of_markdown(text: str) -> str:
    r"""Return the words of a Markdown text without its marks, every word on the line on which it stands.

    Example:
        >>> plain_of_markdown("# A *walk*\n\n- in the [rain](http://example.org)\n- `home`")
        'A walk\n\nin the rain\nhome'
    """
    from markdown_it import MarkdownIt

    pieces: list[str] = []
    line = 0
    for start, piece in _blocks(MarkdownIt("commonmark", {"html": False}).parse(text)):
        if start > line:
            pieces.append("\n" * (start - line))
            line = start
        elif pieces:
            pieces.append(" ")
        pieces.append(piece)
        line += piece.count("\n")
    return "".join(pieces)


def _blocks(tokens: list[Token]) -> Iterator[tuple[int, str]]:
    """Yield the words of each block that has any, and the line, from 0, on which they start."""
    for token in tokens:
        start = token.map[0] if token.map else 0
        if token.type == "inline":
            yield start, "".join(_inline(token.children or []))
        elif token.type == "fence":
            yield start + 1, token.content.removesuffix("\n")
        elif token.type == "code_block":
            yield start, token.content.removesuffix("\n")


def _inline(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        yield "\n" if token.type in ("softbreak", "hardbreak") else token.content
