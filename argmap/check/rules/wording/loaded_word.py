"""WRD114."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.check.rule import Found, rule
from argmap.check.words.language import tokens_of
from argmap.check.words.phrases import Phrase, first_phrases
from argmap.check.words.quoted import quoted
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@dataclass(frozen=True)
class Options:
    """More words to look for, and words to leave alone."""

    words: tuple[str, ...] = ()
    accepted: tuple[str, ...] = ()


@rule("WRD114", Severity.INFO, options=Options)
def loaded_word(subject: Subject, options: Options) -> Iterator[Found]:
    """A claim has a word that judges or insults.

    ## What it does

    Looks for words such as "stupid", "ridiculous" and "so-called", and for those that the options add, outside
    quotation marks.

    The gist of an argument that is not spelt out counts as a claim.

    ## Why it matters

    A loaded word carries a judgement past the reader that no reason supports, and it makes the other side defend
    itself rather than answer. Say in plain words what is wrong with the thing, so that it can be checked.

    ## Flagged

    ```argdown
    [Zoos]: Zoos should be closed.
      - [Silly]: The idea is ridiculous.  // finding: WRD114
    ```

    ```argdown
    ===
    check: {rules: {loaded-word: {words: [animal prison, greedy]}}}
    ===

    [Zoos]: An animal prison should be closed.  // finding: WRD114
    ```

    ## Accepted

    ```argdown
    [Zoos]: Zoos should be closed.
      - [Rare]: Some rare animals live only in zoos.
      - [Poster]: The poster "Stupid zoos" persuaded nobody.
    ```

    ```argdown
    ===
    check: {rules: {loaded-word: {accepted: [absurd]}}}
    ===

    [Camus]: Whoever sees that life is absurd is free.
    ```

    ## Options

    - `words`: words or phrases to look for besides (default none).
    - `accepted`: words of the list that this debate needs (default none).
    """
    accepted = {" ".join(tokens_of(word)) for word in options.accepted}
    own = {tuple(tokens_of(word)) for word in options.words}
    for phrase in (*first_phrases(subject, "loaded-words"), *_own(subject, own - {()})):
        words = subject.words(phrase.record)
        # An insult is told by CLS105.
        if " ".join(words.tokens[phrase.first : phrase.last]) in accepted or "abuse" in words.lists:
            continue
        yield Found(
            phrase.record,
            f'{subject.name(phrase.record)} has a loaded word, "{phrase.said}". Say in plain words what is meant.',
            span=phrase.place(subject),
        )


def _own(subject: Subject, own: set[tuple[str, ...]]) -> Iterator[Phrase]:
    """Yield of each claim the first of some phrases outside quotation marks."""
    lengths = sorted({len(phrase) for phrase in own})
    first = {phrase[0] for phrase in own}
    for claim in subject.statements if own else ():
        tokens = subject.words(claim).tokens
        if first.isdisjoint(tokens):
            continue
        places = subject.words(claim).places()
        inside = quoted(claim.text)
        for at in range(len(tokens)):
            end = next((at + length for length in lengths if tuple(tokens[at : at + length]) in own), 0)
            if end and not any(left < places[at][0] < right for left, right in inside):
                yield Phrase(claim, at, end, places[at][0], places[end - 1][1])
                break
