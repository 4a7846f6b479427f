"""Where the records of a map stand in the text it was read from."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from argmap.diagnostics import Span
from argmap.model.records import Argument, Claim, Relation, Section

if TYPE_CHECKING:
    from argmap.model import ArgumentMap

_TITLE_LINE = re.compile(r"^title[ \t]*:[^\r\n]*", re.MULTILINE)
FRONT_MATTER = re.compile(r"\s*===+[ \t]*\r?\n[\s\S]*?\n===+")
"""The front matter, at the start of a text."""
_KEY = re.compile(r"(?<![^\s\"':,{}\[\]])([^\s\"':,{}\[\]]++)[\"']?[ \t]*+:")
_LAST_WORD = re.compile(r"(?<![^\s\"':,{}\[\]])[^\s\"':,{}\[\]]++\Z")
_LONGEST = 50_000
"""In longer data, in characters, places of words are not looked for."""
_FIRST_LINE = re.compile(r"\S[^\r\n]*")


class Places:
    """The places of the records of one map; all None for a map that was not read from text."""

    def __init__(self, m: ArgumentMap) -> None:
        self._map = m
        self._text = None if m.source is None else m.source.text

    def of(self, record: Claim | Argument | Relation | Section | None) -> Span | None:
        """Return the place of a record: where it is defined, else where it is first named.

        That of None, the map as a whole, is the title in the front matter, else the first line. In a file of another
        format than Argdown, no record has a place: the first line would be as wrong as any.
        """
        if self._text is None:
            return None
        if record is None:
            return self._whole
        if isinstance(record, Relation):
            return record.spans[0] if record.spans else self.of(self._map[record.source])
        if isinstance(record, Section):
            return record.span or self._whole
        for occurrence in record.occurrences:
            if not occurrence.is_reference:
                return occurrence.span
        if isinstance(record, Argument) and record.span is not None:
            return record.span
        return record.occurrences[0].span if record.occurrences else self._whole

    def of_words(self, record: Claim | Argument, start: int, end: int) -> Span | None:
        """Return the place of `record.text[start:end]`; the place of the record where the words cannot be found."""
        whole = self.of(record)
        words = record.text[start:end].split()
        if whole is None or self._text is None or not words:
            return whole
        # A wording may be cut into lines, and has no comments and escapes: look for the words, as often as they
        # stand before in the wording.
        pattern = re.compile(r"\s+".join(map(re.escape, words)))
        nth = sum(1 for _ in pattern.finditer(record.text, 0, start))
        # A title may hold the same words; the wording stands behind it.
        colon = self._text.find("]:" if isinstance(record, Claim) else ">:", *whole) if record.title else -1
        for count, match in enumerate(pattern.finditer(self._text, max(colon, whole.start), whole.end)):
            if count == nth:
                return Span(*match.span())
        return whole

    def in_argument(self, argument: Argument, claim: str) -> Span | None:
        """Return where a claim stands in the premise-conclusion structure of an argument; else the argument's place."""
        if argument.span is not None:
            # Occurrences stand in the order of the text; a claim may be the conclusion of thousands of arguments.
            occurrences = self._map[claim].occurrences
            at = bisect_left(occurrences, argument.span.start, key=lambda each: each.span.start)
            if at < len(occurrences) and occurrences[at].span.end <= argument.span.end:
                return occurrences[at].span
        return self.of(argument)

    def of_data(self, record: Claim | Argument | None, key: str, value: str | None = None) -> Span | None:
        """Return where a key of inline data stands, or a value behind it; of None, a key of the front matter.

        Where it cannot be found it is the place of the record.
        """
        text = self._text
        if text is None:
            return None
        if record is None:
            found = iter([self.front_key(key)])
            spans = [self._front] if self._front else []
        else:
            pattern = re.compile(rf"(?<![\w-]){re.escape(key)}[\"']?[ \t]*:")
            spans = [occurrence.span for occurrence in record.occurrences if key in occurrence.data]
            matches = (pattern.search(text, span.start, min(span.end, span.start + _LONGEST)) for span in spans)
            found = (Span(*match.span()) if match else None for match in matches)
        for span, match in zip(spans, found, strict=False):
            if match is not None:
                if value is not None and value.strip():
                    looked = r"\s+".join(map(re.escape, value.split()))
                    inner = re.compile(looked).search(text, match.end, min(span.end, match.end + _LONGEST))
                    if inner is not None:
                        return Span(*inner.span())
                return Span(match.start, match.end - 1)
        return self.of(record)

    def is_defined_once(self, record: Claim | Argument) -> bool:
        """Return whether just one place puts a record into words; else changing one does not change the record."""
        return sum(not one.is_reference for one in record.occurrences) == 1

    def front_key(self, key: str, start: int = 0) -> Span | None:
        """Return the first place, from `start` on, where a key stands in the front matter, with its colon."""
        word = _LAST_WORD.search(key)
        if word is None:
            return None
        ends = self._front_keys.get(word.group(), [])
        for at in range(bisect_left(ends, (start, start)), len(ends)):
            end, colon = ends[at]
            begin = end - len(key)
            before = self._text[max(0, begin - 1) : begin] if self._text else ""
            is_whole = not (before.isalnum() or before in ("_", "-"))
            if begin >= start and is_whole and self._text and self._text.startswith(key, begin):
                return Span(begin, colon)
        return None

    def has_once(self, record: Claim | Argument, words: str) -> bool:
        """Return whether words stand just once in the inline data of a record, so that it is clear which are meant."""
        text = self._text or ""
        count = length = 0
        for one in record.occurrences:
            length += one.span.end - one.span.start
            if length > _LONGEST:
                return False
            if one.data:
                count += text.count(words, text.find("{", *one.span), one.span.end)
        return count == 1

    def line_of(self, span: Span) -> Span:
        """Return the whole lines that a place touches, with the last line end."""
        assert self._text is not None  # a place is in a text
        start = self._text.rfind("\n", 0, span.start) + 1
        start = max(start, self._text.rfind("\r", start, span.start) + 1)  # not from the start: most texts have none
        ends = self._line_starts
        at = bisect_left(ends, max(span.end, start + 1))
        return Span(start, ends[at] if at < len(ends) else len(self._text))

    def at(self, offset: int) -> str | None:
        """Return the id of the claim, argument or section whose place holds an offset; the innermost."""
        for starts, places in self._layers:
            place = bisect_right(starts, offset) - 1
            if place >= 0:
                span, name = places[place]
                if span.start <= offset <= span.end:
                    return name
        return None

    @cached_property
    def _line_starts(self) -> list[int]:
        source = self._map.source
        assert source is not None
        return source.line_starts()

    @cached_property
    def _is_unplaced(self) -> bool:
        """Whether the map was read from a format whose reader keeps no places."""
        return len(self._map) > 0 and not any(record.occurrences for record in self._map)

    @cached_property
    def _front(self) -> Span | None:
        """The place of the front matter."""
        text = "" if self._is_unplaced else self._text or ""
        match = FRONT_MATTER.match(text)
        return Span(*match.span()) if match else None

    @cached_property
    def _front_keys(self) -> dict[str, list[tuple[int, int]]]:
        """For each word behind which a colon stands in the front matter, where it ends and where the colon ends."""
        found: dict[str, list[tuple[int, int]]] = {}
        if self._front is not None:
            for match in _KEY.finditer(self._text or "", *self._front):
                found.setdefault(match[1], []).append((match.end(1), match.end()))
        return found

    @cached_property
    def _whole(self) -> Span | None:
        if self._is_unplaced:
            return None
        text = self._text or ""
        if self._front is not None:
            match = _TITLE_LINE.search(text, *self._front)
            if match is not None:
                return Span(match.start(), match.end())
        match = _FIRST_LINE.search(text)
        return Span(*match.span()) if match else Span(0, 0)

    @cached_property
    def _layers(self) -> list[tuple[list[int], list[tuple[Span, str]]]]:
        # Lines of an argument lie inside its own place: first the small places are asked, then the large ones.
        small = [(one.span, record.id) for record in self._map for one in record.occurrences]
        small += [(step.span, argument.id) for argument in self._map.arguments for step in argument.steps if step.span]
        large = [(argument.span, argument.id) for argument in self._map.arguments if argument.span]
        large += [(section.span, section.id) for section in self._map.sections if section.span]
        return [([span.start for span, _ in layer], layer) for layer in (sorted(small), sorted(large))]
