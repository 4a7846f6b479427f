"""WRD101."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Found, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("WRD101")
def wordless_claim(subject: Subject) -> Iterator[Found]:
    """A claim is given a text without a single word.

    ## What it does

    Looks for claims whose text has neither a letter nor a digit, only marks such as a dash or a question mark. Dots
    alone, which stand for a text still to come, are left to `template-placeholder`.

    The gist of an argument that is not spelt out counts as a claim.

    ## Why it matters

    A claim is something that can be true or false, and a lone mark says nothing. It is usually what is left of a text
    that was deleted, or a note to oneself that nobody else can read.

    ## Flagged

    ```argdown
    [Free buses]: Buses should be free for pupils.
      + [Cars]: ??  // finding: WRD101
    ```

    ## Accepted

    ```argdown
    [Free buses]: Buses should be free for pupils.
      + [Cars]: Free buses mean fewer cars at the school gate.
      + [Cost]: ...
    ```
    """
    for claim in subject.statements:
        text = claim.text
        if text and not subject.words(claim).tokens and (text.isspace() or text.strip(" .…")):
            yield Found(claim, f"{subject.name(claim)} has no words. Write down what it claims, or remove it.")
