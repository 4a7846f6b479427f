"""EVD103."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.check.quotations.cited import place_of_source, sources_of
from argmap.check.rule import Found, rule
from argmap.wording import joined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject
    from argmap.model.records import Source

_WHO = ("author", "authors", "publisher", "editor", "editors", "organisation", "organization", "institution", "speaker")
_WHERE = ("url", "doi", "isbn", "issn", "path", "text", "journal", "magazine", "newspaper", "volume", "page", "pages")
_KEYS = {
    "author": _WHO,
    "date": ("date", "year", "published", "issued"),
    "place": (*_WHERE, "place", "archive", "court"),
}
_ASKED = {
    "author": "an author or publisher",
    "title": "a title",
    "date": "a date",
    "place": "a place where it is found (url, doi, journal, path)",
}
_WEB = ("title", "date", "place")
_WHOLE = ("author", "title", "date")
_BY_TYPE = {
    "book": _WHOLE,
    "report": _WHOLE,
    "study": _WHOLE,
    "thesis": _WHOLE,
    "article": (*_WHOLE, "place"),
    "paper": (*_WHOLE, "place"),
    "web": _WEB,
    "website": _WEB,
    "blog": ("author", *_WEB),
    "news": _WEB,
    "video": _WEB,
    "interview": ("author", "date"),
    "speech": ("author", "date"),
    "letter": ("author", "date"),
}


@dataclass(frozen=True, slots=True)
class Options:
    """What every source must have, whatever its type."""

    required: tuple[str, ...] = ()


@rule("EVD103", options=Options)
def incomplete_source(subject: Subject, options: Options) -> Iterator[Found]:
    """A source lacks what a reader needs to find it: author or publisher, title, date or place.

    ## What it does

    Looks at the entries under `sources` in the front matter. A source with a `type` needs what is usual for it: a
    book, report, study or thesis an author or publisher, a title and a date; an article or paper also a place; a web
    page, blog, piece of news or video a title, a date and a place; an interview, speech or letter who and when. A
    source without a type needs a title, and one more of the three.

    ## Why it matters

    A source that nobody can find backs nothing. Who says it and when they said it are also the first things to ask
    before trusting it.

    ## Flagged

    ```argdown
    ===
    sources:
      survey: {title: How pupils sleep, type: report, date: 2024}  # finding: EVD103
      talk: What a teacher said  # finding: EVD103
    ===

    [Tired]: Most pupils sleep too little. {cites: [survey, talk]}
    ```

    ```argdown
    ===
    check: {rules: {incomplete-source: {required: [url]}}}
    sources:
      survey: {title: How pupils sleep, author: The health office}  # finding: EVD103
    ===

    [Tired]: Most pupils sleep too little. {cites: survey}
    ```

    ## Accepted

    ```argdown
    ===
    sources:
      survey: {title: How pupils sleep, type: report, publisher: The health office, year: 2024}
      rules: {title: The rules of our school, date: "2026-08-31"}
    ===

    [Tired]: Most pupils sleep too little. {cites: [survey, rules]}
    ```

    ## Options

    - `required`: what every source must have besides: `author`, `title`, `date`, `place`, or any other key, such as
      `url` (default none).
    """
    for source in subject.shared(sources_of).values():
        asked = _BY_TYPE.get(str(source.data.get("type", "")).lower())
        lacking = [] if asked is None else [each for each in asked if not _has(source, each)]
        if asked is None:
            lacking = [] if _has(source, "title") else ["title"]
            if not any(_has(source, each) for each in _KEYS):
                lacking += list(_KEYS)
        lacking += [each for each in options.required if each not in lacking and not _has(source, each)]
        if lacking:
            named = [_ASKED.get(each, each) for each in lacking]
            listed = joined(named, "or")
            yield Found(
                None,
                f"The source {source.id!r} does not have {listed}. Add what you know, so that a reader can find it.",
                place_of_source(subject, source.id),
            )


def _has(source: Source, wanted: str) -> bool:
    if wanted == "title":
        return bool(source.title.strip())
    return any(source.data.get(key) not in (None, "", [], {}) for key in _KEYS.get(wanted, (wanted,)))
