"""WRD116."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.check.rule import Found, rule
from argmap.check.words.language import tokens_of
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject
    from argmap.model.records import Argument, Claim


@dataclass(frozen=True)
class Options:
    """What needs no word."""

    known: tuple[str, ...] = ()


_CAPITALS = re.compile(r"(?<![^\W_])[A-ZÄÖÜ]{2,6}s?(?![^\W_])")


@rule("WRD116", Severity.INFO, options=Options)
def undefined_abbreviation(subject: Subject, options: Options) -> Iterator[Found]:
    """An abbreviation is used that nothing explains.

    ## What it does

    Looks in claims for words of two to six capitals. Common ones (EU, TV, DNA) are accepted, and so are terms of the
    `glossary` in the front matter, those that some claim writes out, as in "the National Health Service (NHS)", and
    small words that are stressed by capitals. Each is named once, where it first stands.

    The gist of an argument that is not spelt out counts as a claim.

    ## Why it matters

    Those who know the subject no longer notice its abbreviations; everybody else stops reading there. One line in the
    glossary lets a newcomer join the debate.

    ## Flagged

    ```argdown
    [Fund]: The town should fund the AYC.  // finding: WRD116
      + [Members]: The AYC has 400 members.
    ```

    ## Accepted

    ```argdown
    ===
    glossary:
      AYC: {meaning: the youth club by the harbour}
    ===

    [Fund]: The town should fund the AYC.
      + [Members]: The AYC teaches sailing, which the Town Sailing School (TSS) does NOT.
      - [Rival]: The TSS gets money from the EU.
    ```

    ## Options

    - `known`: more abbreviations that need no word (default none).
    """
    tongue = subject.language
    if tongue is None:
        return
    first: dict[str, tuple[Claim | Argument, re.Match[str]]] = {}
    explained = set(options.known)
    for claim in subject.statements:
        text = claim.text
        if text.isupper():
            continue
        for match in _CAPITALS.finditer(text):
            word = match.group().removesuffix("s")
            first.setdefault(word, (claim, match))
            if text[match.start() - 1 : match.start()] == "(" or text[match.end() :].startswith(" ("):
                explained.add(word)
    if not first:
        return
    known = tongue.words_in("known-abbreviations") | tongue.stop
    terms = {token for term in (*subject.glossary, *explained) for token in tokens_of(term)}
    for word, (claim, match) in first.items():
        if word.lower() not in known and word.lower() not in terms:
            yield Found(
                claim,
                f'Nothing says what "{word}" stands for. Write it out once, or add it to the glossary of the front '
                "matter.",
                span=subject.places.of_words(claim, *match.span()),
            )
