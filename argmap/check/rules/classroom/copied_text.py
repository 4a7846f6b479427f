"""CLS106."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from annotated_types import Ge

from argmap.check.quotations.source_texts import source_texts
from argmap.check.rule import Found, rule
from argmap.check.words.language import tokens_of
from argmap.check.words.quoted import quoted
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argmap.check.subject import Subject
    from argmap.model.records import Argument, Claim


@dataclass(frozen=True)
class Options:
    """What counts as copied."""

    least_words: Annotated[int, Ge(3)] = 8


@rule("CLS106", Severity.WARNING, options=Options, profiles=("classroom",))
def copied_text(subject: Subject, options: Options) -> Iterator[Found]:
    """Words of a source are copied without quotation marks.

    ## What it does

    Compares claims and gists with the stored texts of the sources (`text` or `path` of a source), and
    finds a run of words that stands in one of them in the same order. Words in quotation marks are left alone, and so
    are `quote`s in the inline data, and words that a claim has from its own `quote`.

    ## Why it matters

    Whoever copies a sentence has not shown that they understood it. Say it in your own words, and keep the quotation
    for the place where the exact words matter.

    ## Flagged

    The title of a source counts as its text where no text is stored:

    ```argdown
    ===
    sources:
      law: Nobody may take a photograph of other people in the changing rooms of the pool
    ===

    [Phones]: Phones should stay in the lockers.
      + [Photos]: Nobody may take a photograph of other people in the changing rooms.  // finding: CLS106
    ```

    ## Accepted

    ```argdown
    ===
    sources:
      law: Nobody may take a photograph of other people in the changing rooms of the pool
    ===

    [Phones]: Phones should stay in the lockers.
      + [Photos]: It is forbidden to take pictures where people change.
      + [Rule]: The rule is "Nobody may take a photograph of other people in the changing rooms".
    ```

    A claim that shows beside it which words it has from where copies nothing in secret:

    ```argdown
    ===
    sources:
      law: Nobody may take a photograph of other people in the changing rooms of the pool
    ===

    [Phones]: Phones should stay in the lockers.
      + [Photos]: Nobody may take a photograph of other people in the changing rooms.
        {cites: {source: law, quote: Nobody may take a photograph of other people in the changing rooms of the pool}}
    ```

    ## Options

    - `least-words`: how many words in a row count as copied (default 8).
    """
    least = options.least_words
    runs = _runs(subject, least)
    if not runs:
        return
    for record in subject.map:
        tokens = subject.words(record).tokens
        if len(tokens) < least:
            continue
        hit = next((at for at in range(len(tokens) - least + 1) if tuple(tokens[at : at + least]) in runs), None)
        if hit is None:
            continue
        name = runs[tuple(tokens[hit : hit + least])]
        end = hit + least
        while end < len(tokens) and runs.get(tuple(tokens[end - least + 1 : end + 1])) == name:
            end += 1
        if tuple(tokens[hit:end]) in _own(subject, record, end - hit):
            continue
        places = subject.words(record).places()
        first, last = places[hit][0], places[end - 1][1]
        if any(start < last and first < stop for start, stop in quoted(record.text)):
            continue
        yield Found(
            record,
            f"{subject.name(record)} has {end - hit:,} words in a row from the source {name!r}. Put them in quotation "
            f"marks, or say it in your own words.",
            subject.places.of_words(record, first, last),
        )


def _own(subject: Subject, record: Claim | Argument, length: int) -> set[tuple[str, ...]]:
    """Return the runs of so many words in what a record quotes."""
    quotes = [each.quote for each in subject.map.citations(record) if each.quote] if "cites" in record.data else []
    return {run for quote in quotes for run in _in(tokens_of(quote), length)}


def _runs(subject: Subject, least: int) -> Mapping[tuple[str, ...], str]:
    """Return the runs of so many words that the map has from a source, each with the first source that has it."""
    texts = subject.shared(source_texts)
    sources = [(source.id, tokens_of(texts.get(source.id, source.title))) for source in subject.map.sources]
    if all(len(tokens) < least for _, tokens in sources):
        return {}
    # The map is shorter than its sources: keep its runs in mind, and read through these.
    wanted = {run for record in subject.map for run in _in(subject.words(record).tokens, least)}
    found: dict[tuple[str, ...], str] = {}
    for name, tokens in sources:
        for run in _in(tokens, least):
            if run in wanted:
                found.setdefault(run, name)
    return found


def _in(tokens: list[str], least: int) -> Iterator[tuple[str, ...]]:
    for at in range(len(tokens) - least + 1):
        yield tuple(tokens[at : at + least])
