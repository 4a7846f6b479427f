"""REA120."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from argmap.check.graph.inferences import inferences, place_in
from argmap.check.rule import Found, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject
    from argmap.model.records import Claim


@rule("REA120", Severity.WARNING)
def equivocation(subject: Subject) -> Iterator[Found]:
    """A word has two meanings within one inference.

    ## What it does

    Reads the meanings of words from the front matter, `glossary: {free: {senses: [price, liberty]}}`. A claim says
    which it uses by data, `sense: {free: price}`, or by a tag, `#free-price`. An inference whose claims use one word
    in two senses is reported.

    ## Why it matters

    "Nothing is better than eternal joy; a sandwich is better than nothing; so a sandwich is better than eternal joy."
    A word that changes its meaning on the way carries nothing over from the premise to the conclusion. It happens to
    careful people with words such as *free*, *open*, *natural* or *right*.

    ## Flagged

    ```argdown
    ===
    glossary: {free: {senses: [price, liberty]}}
    ===

    <Free software>: It costs nothing.

    (1) Free software may be changed by everyone. {sense: {free: liberty}}
    (2) What is free costs nothing. {sense: {free: price}}  // finding: REA120
    ----
    (3) Free software costs nothing. #free-price
    ```

    ## Accepted

    ```argdown
    ===
    glossary: {free: {senses: [price, liberty]}}
    ===

    <Free lunch>: It costs nothing.

    (1) Lunch is free on Mondays. #free-price
    (2) What is free costs nothing. #free-price
    ----
    (3) Lunch costs nothing on Mondays.
    ```
    """
    senses = {
        term.casefold(): [str(each) for each in known["senses"]]
        for term, known in subject.glossary.items()
        if isinstance(known, Mapping) and isinstance(known.get("senses"), list)
    }
    if not senses:
        return
    tags = {f"{term}-{sense}".casefold(): (term, sense) for term, some in senses.items() for sense in some}
    for inference in subject.shared(inferences):
        first: dict[str, tuple[str, Claim]] = {}
        for claim in inference.claims:
            for term, sense in _used(claim, tags):
                before, other = first.setdefault(term, (sense, claim))
                if before != sense:
                    place = place_in(inference, other, subject)
                    yield Found(
                        claim,
                        f'{subject.name(claim)} uses "{term}" in the sense of {sense}, and {subject.name(other)} '
                        f"in the same inference in the sense of {before}. Use another word for one of them.",
                        place_in(inference, claim, subject),
                        related=((place, "the other sense"),) if place is not None else (),
                    )
                    # One finding for an inference and a word.
                    first[term] = (sense, claim)
                    break


def _used(claim: Claim, tags: Mapping[str, tuple[str, str]]) -> Iterator[tuple[str, str]]:
    given = claim.data.get("sense")
    if isinstance(given, Mapping):
        for term, sense in given.items():
            known = tags.get(f"{term}-{sense}".casefold())
            if known is not None:
                yield known
    for tag in claim.tags:
        known = tags.get(tag.casefold())
        if known is not None:
            yield known
