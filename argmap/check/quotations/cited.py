"""What a map cites: its sources, its citations, and where the quotations stand in the texts of the sources."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from argmap.check.finding import Fix
from argmap.check.quotations.quoting import Match, Text, match
from argmap.check.quotations.source_texts import source_texts
from argmap.diagnostics import Edit, Span
from argmap.model.records import Argument, Claim, RangeKind, Section
from argmap.wording import shorten

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from argmap.check.subject import Subject
    from argmap.model.records import Citation, Relation, Source

Record = Claim | Argument


class Cited(NamedTuple):
    """One citation.

    Attributes:
        record: What is backed by it.
        citation: The place in the source.
        is_only: Whether the record cites nothing else.
    """

    record: Claim | Argument | Relation | Section
    citation: Citation
    is_only: bool


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation of which the text of the source is stored.

    Attributes:
        cited: The citation.
        quote: The words quoted.
        match: How they stand in the text.
        text: The text of the source.
    """

    cited: Cited
    quote: str
    match: Match
    text: Text


def sources_of(subject: Subject) -> Mapping[str, Source]:
    """Return the sources of the map by their ids; use with `Subject.shared`."""
    return {source.id: source for source in subject.map.sources}


def citations_of(subject: Subject) -> tuple[Cited, ...]:
    """Return all citations of the map in its order; use with `Subject.shared`."""
    m = subject.map
    found = []
    for records in (m.claims, m.arguments, m.relations, m.sections):
        for record in records:
            if "cites" in record.data:
                citations = m.citations(record)
                found += [Cited(record, citation, len(citations) == 1) for citation in citations]
    return tuple(found)


def texts_of(subject: Subject) -> Mapping[str, Text]:
    """Return the stored texts, made ready to be searched; use with `Subject.shared`."""
    return {name: Text(text) for name, text in source_texts(subject).items()}


def quotations_of(subject: Subject) -> tuple[Quoted, ...]:
    """Return the quotations from sources of which the text is stored; use with `Subject.shared`."""
    cited = [each for each in subject.shared(citations_of) if each.citation.quote]
    if not cited:
        return ()
    texts = subject.shared(texts_of)
    seen: dict[tuple[str, str], Match | None] = {}
    found = []
    for each in cited:
        text, quote = texts.get(each.citation.source), each.citation.quote
        if text is None or quote is None:
            continue
        key = each.citation.source, quote
        if key not in seen:
            seen[key] = match(quote, text)
        matched = seen[key]
        if matched is not None:
            found.append(Quoted(each, quote, matched, text))
    return tuple(found)


def is_backed(subject: Subject, record: Record) -> bool:
    """Return whether a claim or argument cites something or links to something."""
    if "cites" in record.data and subject.map.citations(record):
        return True
    return any(each.kind is RangeKind.LINK for each in record.ranges)


def called(subject: Subject, source: str) -> str:
    """Return what to call a source in a message: its title, else its id, in quotation marks."""
    known = subject.shared(sources_of).get(source)
    return f'"{shorten(known.title if known and known.title else source, 60)}"'


def who(subject: Subject, cited: Cited) -> str:
    """Return what to call the record of a citation."""
    record = cited.record
    if isinstance(record, Claim | Argument):
        return subject.name(record)
    return f'the section "{record.title}"' if isinstance(record, Section) else "a relation"


# -- places ------------------------------------------------------------------------------------------------------


def place_of_citation(subject: Subject, cited: Cited, words: str | None = None) -> Span | None:
    """Return where a citation stands, or words of it: its quotation, its source; else the place of its record."""
    record = cited.record
    if isinstance(record, Claim | Argument):
        return subject.places.of_data(record, "cites", words or cited.citation.quote or cited.citation.source)
    return subject.places.of(record)


def place_of_source(subject: Subject, source: str) -> Span | None:
    """Return where a source is listed in the front matter; where it cannot be found, the place of the map."""
    whole = subject.places.of(None)
    start = subject.places.of_data(None, "sources")
    if subject.source is None or start is None or start == whole:
        return whole
    found = subject.places.front_key(source, start.end)
    return start if found is None else Span(found.start, found.end - 1)


# -- fixes -------------------------------------------------------------------------------------------------------


def requoting(subject: Subject, quoted: Quoted, title: str, put: Callable[[str, str], str]) -> Fix | None:
    """Return the fix that changes a quotation where it differs; None where it is not written as it is read.

    Args:
        subject: What is checked.
        quoted: The quotation.
        title: What the fix does.
        put: Gives what to write for the words of the quotation and those of the source.
    """
    record = quoted.cited.record
    span = place_of_citation(subject, quoted.cited, quoted.quote)
    if subject.source is None or span is None or not isinstance(record, Record):
        return None
    if not subject.places.has_once(record, quoted.quote):
        return None
    text = subject.source.text
    if text[span.start : span.end] != quoted.quote or text[span.start - 1 : span.start] != '"':
        return None
    edits = []
    for each in quoted.match.differences:
        words = put(each.quoted, each.found)
        if any(sign in words for sign in '"\\'):
            return None
        at, end = each.start, each.end
        if at == end:
            words = f"{words} "
        elif not words:
            # With words taken out goes one of the blanks around them.
            end += quoted.quote[end : end + 1] == " "
        edits.append(Edit(Span(span.start + at, span.start + end), words))
    return Fix(title, tuple(edits)) if edits else None
