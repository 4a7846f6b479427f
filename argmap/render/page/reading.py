"""The texts that a map quotes, set beside it: where each quotation stands in them, and what the quotations say."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.model.records import Source
from argmap.render.page.facts import plain
from argmap.render.page.setting import Passage, Text, set_passages, text_of
from argmap.render.picture import Tell, ignore
from argmap.text.include import confined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model.map import ArgumentMap
    from argmap.model.records import Citation
    from argmap.render.page.facts import Facts, Item
    from argmap.render.page.words import Words

MAX_BYTES = 1_000_000
"""How long a reading may be; a longer one is not shown."""
MAX_QUOTES = 2_000
"""How many quotations are looked for."""
_ENDINGS = (".md", ".markdown", ".txt")
_NEAR = 0.6  # the least part of words that a sentence must share with a quotation to pass for the one that is meant
_MARKS = str.maketrans(dict.fromkeys("“”„‟«»", '"') | dict.fromkeys("‘’‚‛", "'") | {"\u00a0": " ", "\u202f": " "})
_SENTENCE = re.compile(r"[^.!?]*[.!?]+[\"')\]]*\s*|[^.!?]+$")


@dataclass(slots=True)
class Quotes:
    """What the page tells of sources.

    Attributes:
        sources: The sources of the map by id.
        readings: For the id of each source whose text is shown, its HTML.
        found: For the id of a claim or argument and the number of its citation, the passage and whether it is exact.
    """

    sources: Mapping[str, Source] = field(default_factory=dict)
    readings: dict[str, str] = field(default_factory=dict)
    found: dict[tuple[str, int], tuple[int, bool]] = field(default_factory=dict)

    def title(self, source: str) -> str:
        """Return what a source is called."""
        known = self.sources.get(source)
        return plain(known.title or source) if known else plain(source)

    def line(self, item: Item, number: int, citation: Citation, words: Words, language: str) -> str:
        """Return a citation as HTML, with a link to its place in the reading."""
        parts = []
        if citation.quote:
            parts.append(f"<q{language}>{html.escape(plain(citation.quote))}</q> ")
        where = [self.title(citation.source), *details_of(citation.data)]
        parts.append(f"<cite{language}>{html.escape(', '.join(filter(None, where)))}</cite>")
        place = self.found.get((item.id, number))
        if place is not None:
            near = "" if place[1] else f" ({words.tag('near')})"
            parts.append(f' <a href="#p{place[0]}" data-passage="{place[0]}">{words.tag("inReading")}</a>{near}')
        elif citation.quote and citation.source in self.readings:
            parts.append(f" ({words.tag('notFound')})")
        return f'<p class="cite">{"".join(parts)}</p>'


def details_of(data: Mapping[str, object]) -> Iterator[str]:
    """Yield what else is known of a source or a place in it; what is no word or number is left out."""
    for key, value in data.items():
        if key not in ("path", "text") and isinstance(value, str | int | float) and not isinstance(value, bool):
            said = plain(str(value))
            yield said if key in ("author", "date", "url") else f"{plain(str(key))} {said}"


def quotes_of(facts: Facts, m: ArgumentMap | None, tell: Tell = ignore) -> Quotes:
    """Return the sources of a map, the texts of those that lie beside it, and where its quotations stand in them.

    A source names its text by ``path``, relative to the file of the map. It must lie in the folder of that file
    or below, end in ``.md``, ``.markdown`` or ``.txt``, be UTF-8, and have at most `MAX_BYTES`.

    Args:
        facts: The items of the page.
        m: The map.
        tell: What is told of a text that cannot be shown goes there.
    """
    if m is None:
        return Quotes()
    quotes = Quotes({source.id: source for source in m.sources})
    passages = 0
    for source in quotes.sources.values():
        path = source.data.get("path")
        if not isinstance(path, str) or m.source is None or not path.lower().endswith(_ENDINGS):
            continue
        try:
            read = _read(path, Path(m.source.name))
        except _UnreadableError as fault:
            tell(f"The reading {path!r}, which the source {source.id!r} names, is not on the page: {fault}.")
            continue
        if read is None:
            continue
        text = text_of(read, is_markdown=not path.lower().endswith(".txt"))
        found = _find(facts, source.id, text, quotes, passages)
        quotes.readings[source.id] = set_passages(text, found)
        passages += len(found)
    return quotes


class _UnreadableError(Exception):
    """Why a text cannot be shown, as a part of a sentence."""


def _read(wanted: str, home: Path) -> str | None:
    """Return the text of a source; None where the map is in no file, so that nothing lies beside it.

    Raises:
        _UnreadableError: If the text is not there, or is none that is shown.
    """
    try:
        if not home.is_file():
            return None
        folder = home.parent.resolve()
        path = confined(wanted, folder, folder)
        if path is None:
            raise _UnreadableError("it has to lie in the folder of the map or below")
        if not path.is_file():
            raise _UnreadableError(f"there is no such file in the folder of {home.name}")
        if path.stat().st_size > MAX_BYTES:
            raise _UnreadableError(f"it has more than {MAX_BYTES // 1_000_000} MB")
        return plain(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as fault:
        raise _UnreadableError("it is not in UTF-8") from fault
    except (OSError, ValueError, RuntimeError) as fault:
        raise _UnreadableError("it cannot be read") from fault


def _find(facts: Facts, source: str, text: Text, quotes: Quotes, first: int) -> list[Passage]:
    """Return the passages of a text that are quoted, and note in `quotes` which quotation stands in which."""
    searched, places = _normal(text.words)
    passages: dict[tuple[int, int], Passage] = {}
    sentences: list[tuple[int, int, set[str]]] = []
    looked = 0
    for index, item in enumerate(facts.items):
        for number, citation in enumerate(item.citations):
            if citation.source != source or not citation.quote or looked >= MAX_QUOTES:
                continue
            looked += 1
            wanted = _normal(plain(citation.quote))[0].strip()
            start = searched.find(wanted) if wanted else -1
            end = start + len(wanted)
            is_exact = start >= 0
            if not is_exact:
                sentences = sentences or list(_sentences(searched))
                near = _nearest(wanted, sentences)
                if near is None:
                    continue
                start, end = near
            span = places[start], places[end - 1] + 1
            passage = passages.get(span)
            if passage is None:
                passage = passages[span] = Passage(first + len(passages), *span, is_exact)
            if index not in passage.items:
                passage.items.append(index)
                passage.names.append(item.name)
            quotes.found[item.id, number] = passage.number, is_exact
    return list(passages.values())


def _normal(text: str) -> tuple[str, list[int]]:
    """Return `text` with plain quotation marks and single blanks, and where each of its characters comes from."""
    signs: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text.translate(_MARKS)):
        if not sign.isspace():
            signs.append(sign)
        elif signs and signs[-1] != " ":
            signs.append(" ")
        else:
            continue
        places.append(place)
    return "".join(signs), places


def _sentences(text: str) -> Iterator[tuple[int, int, set[str]]]:
    for found in _SENTENCE.finditer(text):
        said = found.group().rstrip()
        if said:
            yield found.start(), found.start() + len(said), _words(said)


def _nearest(wanted: str, sentences: list[tuple[int, int, set[str]]]) -> tuple[int, int] | None:
    """Return the sentence that shares most words with `wanted` (its overlap coefficient), if it shares enough."""
    given = _words(wanted)
    best, place = _NEAR, None
    for start, end, words in sentences:
        least = min(len(given), len(words))
        shared = len(given & words) / least if least > 2 else 0.0
        if shared > best:
            best, place = shared, (start, end)
    return place


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))
