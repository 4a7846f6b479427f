"""EVD201."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.check.quotations.cited import called, place_of_citation, quotations_of, sources_of
from argmap.check.quotations.paging import without_marks
from argmap.check.rule import Found, rule
from argmap.check.telling import shortened
from argmap.check.words.language import language, tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.quotations.cited import Quoted
    from argmap.check.subject import Subject
    from argmap.check.words.language import Language

_FAR = 300
_END = re.compile(r"[.!?…][\"'”’»)\]]*(?=\s|\Z)|\n[ \t]*\n|\f")
_BEGINS_END = re.compile(r"[\"'”’»)\]]*(?:[.!?…]|\Z)[\"'”’»)\]]*")
_HIDDEN = 12


@rule("EVD201")
def quote_cut_before_turn(subject: Subject) -> Iterator[Found]:
    """A quotation stops before, or begins behind, words that turn it round.

    ## What it does

    Looks at what stands around a quotation in the stored text of its source: whether its sentence goes on with words
    such as `but`, `however`, `only if`, `not` or `unless`, whether it begins with words such as `it is false that`,
    `some say that` or `if`, whether the next sentence denies it (`This is false.`), and whether a short cut inside it
    hides a `not`.

    ## Why it matters

    Every word of such a quotation is right, and yet it may say what its author denies. Words taken out of their context
    are the most common way to misquote. Read the whole sentence, and ask: would the author agree that this is what they
    meant?

    ## Flagged

    ```argdown
    ===
    sources:
      study:
        title: Phones at school
        author: A research group
        text: >
          Phones help pupils to learn, but only at home. Some teachers claim that a ban is easy. We could
          not show that marks rise. A ban works everywhere. This is false. Some parents say that lessons are calm.
          [p. 2] We do not claim that breaks are calm.
    ===

    [Help]: Phones help.
      {cites: {source: study, quote: "Phones help pupils to learn"}}  // finding: EVD201

    [Easy]: A ban is easy.
      {cites: {source: study, quote: "a ban is easy"}}  // finding: EVD201

    [Rise]: Marks rise.
      {cites: {source: study, quote: "We could ... show that marks rise."}}  // finding: EVD201

    [Works]: A ban works.
      {cites: {source: study, quote: "A ban works everywhere."}}  // finding: EVD201

    [Lessons]: Lessons are calm.
      {cites: {source: study, quote: "lessons are calm"}}  // finding: EVD201

    [Breaks]: Breaks are calm.
      {cites: {source: study, page: 2, quote: "breaks are calm"}}  // finding: EVD201
    ```

    ## Accepted

    ```argdown
    ===
    sources:
      study:
        title: Phones at school
        author: A research group
        text: >
          Phones help pupils to learn, but only at home. Some teachers claim that a ban is easy. Bans are
          cheap, and they save time.
    ===

    [Help]: Phones help at home.
      {cites: {source: study, quote: "Phones help pupils to learn, but only at home."}}

    [Easy]: Some teachers call a ban easy.
      {cites: {source: study, quote: "Some teachers claim that a ban is easy"}}

    [Cheap]: Bans are cheap.
      {cites: {source: study, quote: "Bans are cheap"}}
    ```
    """
    for quoted in subject.shared(quotations_of):
        if not quoted.match.stands or not quoted.match.is_in_order:
            continue
        source = quoted.cited.citation.source
        tongue = _language_of(subject, source)
        told = None if tongue is None else _told(quoted, tongue, called(subject, source))
        if told:
            yield Found(
                quoted.cited.record,
                f"{told} Does the quotation still say what its author means? Read on, and quote the whole of it.",
                place_of_citation(subject, quoted.cited),
            )


def _language_of(subject: Subject, source: str) -> Language | None:
    known = subject.shared(sources_of)[source].data
    given = known.get("language", known.get("lang"))
    return language(given) if isinstance(given, str) else subject.language


def _told(quoted: Quoted, tongue: Language, source: str) -> str | None:
    text, match = quoted.text.text, quoted.match
    behind = without_marks(text[match.end : match.end + _FAR])
    ended = _BEGINS_END.match(behind)
    if ended is None:
        rest = behind[: found.start()] if (found := _END.search(behind)) else behind
        if _begins_with(rest, "quote-turns", tongue) or _turns(rest, tongue):
            return f'In {source} the sentence goes on: "{shortened(rest.lstrip(" ,;:-–—"))}".'
    else:
        rest = behind[ended.end() :].lstrip()
        rest = rest[: found.start()] if (found := _END.search(rest)) else rest
        if _begins_with(rest, "quote-denials", tongue):
            return f'In {source} the next sentence is: "{shortened(rest)}".'
    before = without_marks(text[max(0, match.start - _FAR) : match.start])
    lead = before[max((found.end() for found in _END.finditer(before)), default=0) :]
    words = tokens_of(lead)
    if words and (words[-1] in tongue.words_in("lead-words") or _ends_with(words, tongue)):
        return f'In {source} the sentence begins: "{shortened(lead.strip())}".'
    for start, end in match.cuts:
        cut = text[start:end]
        words = tokens_of(cut)
        # What stands between commas says something besides.
        if len(words) <= _HIDDEN and not _END.search(cut) and not text.startswith(",", end) and _denies(words, tongue):
            return f'In {source} the words left out are "{shortened(cut)}".'
    return None


def _begins_with(text: str, name: str, tongue: Language) -> bool:
    return any(start == 0 for start, _ in tongue.hits(tokens_of(text)).get(name, ()))


def _turns(text: str, tongue: Language) -> bool:
    words = tokens_of(text)
    return bool(words) and words[0] in tongue.words_in("turn-words")


def _ends_with(words: list[str], tongue: Language) -> bool:
    """Whether words before a quotation leave it to somebody else, or deny it."""
    hits = tongue.hits(words)
    leads, own = (any(end == len(words) for _, end in hits.get(name, ())) for name in ("quote-leads", "quote-own"))
    return leads and not own


def _denies(words: list[str], tongue: Language) -> bool:
    return "negators" in tongue.hits(words)
