"""From a picture to an outline in Markdown: nested lists, with words where a picture has signs.

It is written from the diagram itself, before a style arranges it, and without a layout. Colours and frames have no
place in it; what stands elsewhere already is named, with "see above" or "see below", and not told twice. Premises are
a numbered list. Where the map is there, the sources that it lists stand at the end, with the words cited from them.

All words are escaped, so that Markdown of any flavour shows them as they are; lists are indented by four spaces,
which is enough for all flavours.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.language import Words
from argmap.render.typesetting import UNFIT
from argmap.view.outline import outline
from argmap.view.remarks import deed_of, words_of_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model.map import ArgumentMap
    from argmap.render.picture import Picture
    from argmap.view import Diagram
    from argmap.view.outline import OutlineLine

_DEEPEST = 10  # levels that are indented; deeper ones are numbered
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")  # with these, a line can show other words than it holds
_SIGNS = re.compile(r"[\\`*_\[\]{}<>&~|$^]|=(?==)|(?<==)=|(?<=:)//|@(?=\w)|!(?=\[)|(?<= )#+$")
_FIRST = re.compile(r"(?:[-+=#:!]|\d+(?=[.)]))")
_ADDRESS = re.compile(r"https?://[\w.~:/?#@+,;=%-]+", re.ASCII)
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_BACKSLASHED = frozenset("\\`*_[]{}")


def draw(picture: Picture) -> bytes:
    """Return the bytes of the Markdown file of a picture, in UTF-8."""
    return "".join(f"{line}\n" for line in _lines(picture.diagram, picture.map)).encode()


def escaped(text: str) -> str:
    r"""Return `text` in one line of Markdown that shows it as it is, wherever in a line it stands.

    Example:
        >>> escaped("1. *Rain* & <b>wind</b>")
        '1\\. \\*Rain\\* &amp; &lt;b&gt;wind&lt;/b&gt;'
    """
    line = _SIGNS.sub(_written, " ".join(_TURNS.sub("", UNFIT.sub("", text)).split()))
    first = _FIRST.match(line)
    if first is None:
        return line
    rest = line[first.end() :]
    return f"{first[0]}\\{rest}" if first[0].isdigit() else f"&#{ord(first[0])};{rest}"


def _written(found: re.Match[str]) -> str:
    sign = found[0]
    if sign in _ENTITIES:
        return _ENTITIES[sign]
    return f"\\{sign}" if sign in _BACKSLASHED else "".join(f"&#{ord(one)};" for one in sign)


def _lines(diagram: Diagram, m: ArgumentMap | None) -> Iterator[str]:
    words = Words(diagram.language)
    yield f"# {escaped(diagram.title) or words.say('picture.title')}"
    yield ""
    notes = [note for note in (diagram.judged, *diagram.notes) if note not in diagram.description]
    for note in (diagram.description, *notes):
        if note:
            yield escaped(note)
            yield ""
    indents = [""]  # for each level, what stands before its marker
    for line in outline(diagram):
        depth = min(line.depth, _DEEPEST)
        marker = f"{line.cell.number}. " if line.cell is not None and line.edge is None else "- "
        del indents[depth + 1 :]
        yield f"{indents[depth]}{marker}{_entry(line, words)}"
        indents.append(indents[depth] + " " * max(4, len(marker)))
    if m is not None:
        yield from _sources(m, words)


def _entry(line: OutlineLine, words: Words) -> str:
    """Return the words of an entry, in Markdown."""
    level = f"({words.say('picture.told.level', n=line.depth)}) " if line.depth > _DEEPEST else ""
    if line.block is not None:
        return f"{level}*{escaped(', '.join(line.block.rules)) or words.say('picture.word.so')}*"
    title, text, said = words_of_line(line, words)
    number = f"{escaped(line.node.number)} " if line.node.number and line.cell is None else ""
    name = f"**{bold}**" if (bold := escaped(title)) else ""
    text = escaped(text)
    both = words.say("picture.says", what=name, text=text) if name and text else name or text
    marks = f" ({escaped('; '.join(said))})" if said else ""
    told = f"{number}{both}{marks}"
    if line.edge is not None:
        told = words.say("picture.says", what=escaped(deed_of(line.edge, words)), text=told)
    return f"{level}{told}"


def _sources(m: ArgumentMap, words: Words) -> Iterator[str]:
    """Yield the sources of a map, each with what is quoted from it and by what."""
    quotes: dict[str, dict[str, None]] = {}
    for record in m:
        for citation in m.citations(record):
            if citation.quote:
                quotes.setdefault(citation.source, {})[citation.quote] = None
    listed = {source.id: source for source in m.sources}
    names = list(dict.fromkeys((*listed, *quotes)))
    if not names:
        return
    yield ""
    yield f"## {words.say('picture.told.sources')}"
    yield ""
    for name in names:
        source = listed.get(name)
        title = escaped(source.title if source is not None and source.title else name)
        facts = [] if source is None else [_fact(str(source.data[key])) for key in _FACTS if source.data.get(key)]
        yield f"- **{title}**" + (f". {', '.join(facts)}" if facts else "")
        for quote in quotes.get(name, ()):
            yield f"    - {words.say('quoted', text=escaped(quote))}"


def _fact(text: str) -> str:
    return f"<{text}>" if _ADDRESS.fullmatch(text) else escaped(text)


_FACTS = ("author", "date", "year", "publisher", "url", "path")
"""What is told of a source besides its title."""
