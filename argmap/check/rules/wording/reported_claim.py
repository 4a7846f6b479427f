"""WRD110."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Found, rule
from argmap.check.words.phrases import phrases
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


_NAME = 4
"""How many words the name of a speaker may have."""


@rule("WRD110", Severity.INFO)
def reported_claim(subject: Subject) -> Iterator[Found]:
    """A claim says that somebody says something.

    ## What it does

    Looks for claims that begin with a name and "says that", "argues that", "believes that" or the like.
    "I think that" is the matter of `first-person`.

    The gist of an argument that is not spelt out counts as a claim.

    ## Why it matters

    "Ada says that taxes are too high" is true as soon as Ada says it. To attack it, one would have to show that she
    did not. If the debate is about taxes, the claim is "Taxes are too high"; that it is Ada's is noted beside it. If
    the debate is about what Ada thinks, all is well.

    ## Flagged

    ```argdown
    [Taxes]: The town should lower its taxes.
      + [High]: Ada Young says that taxes are too high.  // finding: WRD110
    ```

    ## Accepted

    ```argdown
    [Taxes]: The town should lower its taxes.
      + [High]: Taxes are too high. {by: Ada Young}
      - [Own view]: I think that taxes are too low.
      - [Study]: The new study shows that high taxes drive nobody away.
    ```
    """
    for phrase in phrases(subject, "reporting"):
        if any(start == 0 for start, _ in subject.words(phrase.record).hits("first-person")):
            continue  # see first-person
        words = phrase.record.text[: phrase.start].split()
        # "I think that" is told by WRD111.
        is_own = "first-person" in subject.words(phrase.record).lists
        if 0 < phrase.first <= _NAME and not is_own and all(word[0].isupper() for word in words):
            said = phrase.record.text[: phrase.end]
            yield Found(
                phrase.record,
                f"Is {subject.name(phrase.record)} about a view, or about the matter? If the latter, leave out "
                f'"{said}" and note the speaker in the inline data.',
                span=subject.places.of_words(phrase.record, 0, phrase.end),
            )
