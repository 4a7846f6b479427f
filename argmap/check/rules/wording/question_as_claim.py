"""WRD102."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Found, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


_MARKS = ("?", "?!", "？", "؟")


@rule("WRD102")
def question_as_claim(subject: Subject) -> Iterator[Found]:
    """A question stands where a claim should.

    ## What it does

    Looks for claims that end with a question mark. A quoted question is accepted.

    The gist of an argument that is not spelt out counts as a claim.

    ## Why it matters

    Reasons and objections need something that is true or false. A question is neither, so readers cannot tell what is
    supported. If the question is rhetorical, its answer is the claim: write the answer, and others can agree or
    object.

    ## Flagged

    ```argdown
    [Phones]: Should phones be banned at school?  // finding: WRD102
      - [Breaks]: Who would not want to call home in the break?  // finding: WRD102
    ```

    ## Accepted

    ```argdown
    [Phones]: Phones should be banned at school.
      - [Breaks]: In a break, pupils may have to call home.
      - [Survey]: The survey asked only "Do you like your phone?"
    ```
    """
    for claim in subject.statements:
        # A lone "?" is the matter of wordless-claim.
        if subject.words(claim).text.rstrip().endswith(_MARKS) and subject.words(claim).tokens:
            message = f"{subject.name(claim)} is a question, which is not true or false. Write the answer you defend."
            yield Found(claim, message)
