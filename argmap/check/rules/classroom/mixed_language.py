"""CLS113."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Found, rule
from argmap.check.words.language import language, languages
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject
    from argmap.model.records import Argument, Claim

_LEAST_HITS = 3
_LEAST_SHARE = 0.3


@rule("CLS113", Severity.INFO, profiles=("classroom", "strict"))
def mixed_language(subject: Subject) -> Iterator[Found]:
    """A claim is written in another language than the map.

    ## What it does

    Counts the small words of each claim (the, of, is ...) by language. The language of the map is the one under
    `language` or `lang` in the front matter, else English. A claim with `lang` or `language` in its inline data is left
    alone.

    ## Why it matters

    Programs that read a map aloud pronounce every claim in the language of the map. In another language nobody
    understands them.

    ## Flagged

    ```argdown
    ===
    language: fr
    ===

    [Chiens]: Les chiens ont besoin du parc.
      + [Run]: It is not good for them to be in the house for all of the day.  // finding: CLS113
      + [Prairie]: La prairie est assez grande.
    ```

    ```argdown
    ===
    language: fr  # finding: CLS113
    ===

    [Dogs]: There should be a place for the dogs of the town.
      + [Run]: It is not good for them to be in the house for all of the day.
    ```

    ## Accepted

    ```argdown
    ===
    language: fr
    ===

    [Chiens]: Les chiens ont besoin du parc.
      + [Run]: It is not good for them to be in the house for all of the day.
        {lang: en}
      + [On a mesuré]: On a mesuré, et le parc est assez grand.
    ```
    """
    own = subject.language
    short = own.code if own is not None else subject.map.language.casefold()[:2]
    others = [known for code in languages() if code != short and (known := language(code)) is not None]
    if not others:
        return
    stop = frozenset() if own is None else own.stop
    # Of each other language: the small words that only it has, and those that only the map's own has.
    telling = [(other.code, other.stop - stop, stop - other.stop) for other in others]
    found: dict[str, list[Claim | Argument]] = {}
    read = 0
    for record in subject.map:
        if not record.text or "lang" in record.data or "language" in record.data:
            continue
        read += 1
        tokens = subject.words(record).tokens
        words = set(tokens)
        for code, theirs, ours in telling:
            hits = words & theirs
            if (
                len(hits) >= _LEAST_HITS
                and len(hits) > 2 * len(words & ours)
                and sum(token in hits for token in tokens) >= _LEAST_SHARE * len(tokens)
            ):
                found.setdefault(code, []).append(record)
                break
    for other in others:
        some = found.get(other.code, [])
        if 2 * len(some) > read:
            yield Found(
                None,
                f"Most of this map reads as {other.name}. Write language: {other.code} in the front matter.",
                subject.places.of_data(None, "language" if "language" in subject.data else "lang"),
            )
            continue
        for record in some:
            yield Found(
                record,
                f"{subject.name(record)} reads as {other.name}, which is not the language of the map. Translate it, or "
                f"write {{lang: {other.code}}} behind it.",
            )
