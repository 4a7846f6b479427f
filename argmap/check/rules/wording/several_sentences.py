"""WRD104."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Found, rule
from argmap.check.words.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


_GAPS = (". ", "! ", "? ", "… ", '" ', "” ", ") ")


@rule("WRD104", profiles=("strict", "classroom"))
def several_sentences(subject: Subject) -> Iterator[Found]:
    """A claim has more than one sentence.

    ## What it does

    Counts the sentences of each claim. Abbreviations, initials, numbers and cut places end no sentence, and sentences
    inside quotation marks or brackets are not counted.

    The gist of an argument that is not spelt out counts as a claim.

    ## Why it matters

    Whoever objects to a box with two sentences has to say which one is meant, and whoever supports it gives a reason
    for only half of it. With one sentence in a box, each line of the map says exactly what bears on what.

    ## Flagged

    ```argdown
    [Homework]: Homework should end.
      + [Sleep]: Pupils sleep too little. Homework keeps them up.  // finding: WRD104
    ```

    ```argdown
    ===
    language: de
    ===

    [Pausen]: Die Pausen sollten ab dem 3. Oktober länger sein.
      + [Essen]: Zum Essen fehlt z. B. die Zeit. Das macht krank.  // finding: WRD104
    ```

    ## Accepted

    ```argdown
    [Homework]: Homework should end.
      + [Sleep]: Dr. Lee found that U.S. pupils sleep 7.5 hours.
      - [Rule]: The rule "Learn. Rest. Repeat." is known to all teachers.
    ```
    """
    tongue = subject.language
    if tongue is None:
        return
    for claim in subject.statements:
        text = claim.text
        if not any(gap in text for gap in _GAPS):
            continue
        found = sentences(text, tongue)
        if len(found) > 1:
            yield Found(
                claim,
                f"{subject.name(claim)} has {len(found)} sentences. Write each as a claim of its own, and join them by "
                "the line that holds between them.",
                span=subject.places.of_words(claim, *found[1]),
            )
