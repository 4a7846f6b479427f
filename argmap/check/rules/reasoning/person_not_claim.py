"""REA118."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.graph.inferences import schemes_in_use
from argmap.check.rule import Found, rule
from argmap.check.words.language import tokens_of
from argmap.diagnostics import Severity
from argmap.model.records import RelationKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject

_OPEN = frozenset({"ad_hominem_direct", "ad_hominem_circumstantial", "bias", "inconsistent_commitment"})


@rule("REA118", Severity.INFO)
def person_not_claim(subject: Subject) -> Iterator[Found]:
    """An objection speaks of the person who said something, and not of what was said.

    ## What it does

    Looks for attacks that name a participant or a side of the front matter, have a word on character such as *liar*
    or *biased*, and share no other word with what they attack. An argument that declares a scheme about persons, such
    as `bias` or `ad_hominem_direct`, is left to its critical questions.

    ## Why it matters

    A bad person can say what is true, and a good one what is false. Character can matter when we have to take
    somebody's word for something. Then say that the claim is less well backed, and not that it is false.

    ## Flagged

    ```argdown
    ===
    participants: {ada: Ada, ben: Ben}
    ===

    [Ban]: Phones should be banned in class.
      - [Who says so]: Ada is a hypocrite.  // finding: REA118
    ```

    ## Accepted

    ```argdown
    ===
    participants: {ada: Ada, ben: Ben}
    ===

    [Ban]: Phones should be banned in class.
      - [Tool]: As Ben says, phones in class are a cheap tool.
      - <Who says so>

    <Who says so>: Ada gains from it and is biased.
      {scheme: bias}
    ```

    ## References

    Douglas Walton, Ad Hominem Arguments, 1998.
    """
    if subject.language is None:
        return
    speaking = {record.id: record for record, _ in subject.hits("character", arguments=True)}
    if not speaking:
        return
    names = _names(subject)
    known = subject.shared(schemes_in_use)
    for relation in subject.map.relations:
        attacker = speaking.get(relation.source)
        if attacker is None or relation.kind not in (RelationKind.ATTACK, RelationKind.UNDERCUT):
            continue
        if attacker.id in known and known[attacker.id].id in _OPEN:
            continue
        words = subject.words(attacker)
        named = next((token for token in words.tokens if token.removesuffix("'s") in names), None)
        target = subject.words(subject.map[relation.target])
        if named is not None and target.stems and not words.stems & target.stems:
            said = words.said(*words.hits("character")[0])
            yield Found(
                attacker,
                f'{subject.name(attacker)} says "{said}" of a person. Is what the person said false for that reason? '
                f"Answer the claim, or declare a scheme such as bias.",
                subject.places.of(attacker),
            )


def _names(subject: Subject) -> frozenset[str]:
    """The words of names of participants and sides, in small letters."""
    tongue = subject.language
    given = [text for each in subject.map.participants for text in (each.id, each.name)]
    given += subject.map.sides
    stop = tongue.stop if tongue is not None else frozenset()
    return frozenset(token for text in given for token in tokens_of(text) if len(token) > 1 and token not in stop)
