"""WRD121."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from argmap.check.finding import Fix
from argmap.check.graph.grounding import grounding
from argmap.check.graph.inferences import inferences
from argmap.check.rule import Found, rule
from argmap.diagnostics import Edit
from argmap.model.records import Argument, RelationKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject
    from argmap.check.words.language import Language
    from argmap.check.words.words import Words
    from argmap.diagnostics import Span
    from argmap.model.records import Claim


_SAME_ORDER = 0.75
"""How much of the words of both must come in the same order, from 0 to 1."""
_APART = ("attack", "contrary", "contradictory", "undercut")


@rule("WRD121")
def near_duplicate(subject: Subject) -> Iterator[Found]:
    """Two claims say the same.

    ## What it does

    Compares the words of claims without their endings and without words such as "the" and "of". Two claims are named
    if they share four in five of these in about the same order, and agree in what turns a claim: negations,
    conditions, numbers, and words such as all, some, more, before and should. Claims that attack each other are left
    out, and so are a reason and the claim that it is a reason for, which are the matter of `restated-premise`,
    and a conclusion and the claim that its argument is drawn to support (`conclusion-mismatch`).

    ## Why it matters

    If the same claim stands in two boxes, reasons for it hang on one and objections on the other, and each box looks
    stronger or weaker than it is. In one box, everything that bears on the claim comes together. A debate also counts
    a point twice if it has two boxes.

    ## Flagged

    ```argdown
    [Lunch]: Schools should offer a free lunch.
      + [Hunger]: Hungry pupils learn less.
      + [Grades]: Grades rise where lunch is free.
        + [Hungry]: A hungry pupil learns less.  // finding: WRD121
      - [Money]: Somebody must pay for lunch.
      - [Payment]: Somebody must pay for lunch.  // finding: WRD121
    ```

    ```argdown
    [Phones]: Phones distract pupils in class.
      - [No]: Phones do not distract pupils in class.
        - [Phone]: A phone distracts the pupils in class.  // finding: WRD121
    ```

    ```argdown
    [Lunch]: Schools should offer a free lunch.
      + Hungry pupils learn less.  // finding: WRD121

    <Late>

    (1) [Lessons]: Late lessons make pupils hungry.
    (2) [Hunger]: Hungry pupils learn less.
    -----
    (3) Late lessons should end.

    <Early>

    (1) Early lessons make pupils hungry.
    (2) Hungry pupils learn less.
    -----
    (3) Early lessons should end.
    ```

    ```argdown
    ===
    language: de
    ===

    [Pausen]: Die Pausen sollten länger sein.
      + [Gesund]: Längere Pausen sind gesund für Kinder.
      + [Kind]: Eine längere Pause ist gesund für ein Kind.  // finding: WRD121
      - [Kurz]: Die Pausen sollten nicht länger sein.
    ```

    ## Accepted

    ```argdown
    [Lunch]: Schools should offer a free lunch.
      - [No lunch]: Schools should not offer a free lunch.
      + [Hunger]: Hungry pupils learn less.
      - [More]: Hungry pupils learn more.
      + [Price]: A lunch at school costs 3 euros.
      - [Price now]: A lunch at school costs 4 euros.
      + [Calm]: Good grades lead to calm pupils.
      + [Grades]: Calm pupils lead to good grades.
    ```

    A reason that only repeats its claim is told by REA104:

    ```argdown
    [Uniforms]: Uniforms calm a school.
      + [Calm]: A school is calm with uniforms.
    ```

    What is denied makes another claim:

    ```argdown
    [Dry]: If the pitch is not flooded, the match is played.

    [Wet]: If the pitch is flooded, the match is not played.
    ```

    ## How it is fixed

    Where the other claims have the very same words and no title, tags or data, a reference to the first titled one
    takes their place, unless one of them is a premise and another a conclusion. As somebody may have meant two things,
    the fix is not safe.
    """
    tongue = subject.language
    if tongue is None:
        return
    turning = tongue.words_in("turning-words")
    said: dict[tuple[str, ...], list[Claim]] = {}
    for claim in subject.map.claims:
        if claim.text:
            said.setdefault(tuple(subject.words(claim).tokens), []).append(claim)
    for tokens, claims in said.items():
        if not tokens or len(claims) < 2:
            continue
        kept = next((claim for claim in claims if claim.title), claims[0])
        others = [each for each in claims if frozenset((kept.id, each.id)) not in subject.shared(_apart)]
        if len(others) > 1:
            yield _same(subject, kept, [each for each in others if each is not kept])
    last: dict[tuple[frozenset[str], object], Claim] = {}
    for first, second in subject.alike:
        one, other = subject.words(first), subject.words(second)
        turn = _turns(other, turning, tongue)
        if one.stems == other.stems:
            # Of claims with equal stems only neighbours are paired: look for the last one with the same turn.
            last.setdefault((one.stems, _turns(one, turning, tongue)), first)
            first = last.get((other.stems, turn), second)
            last[other.stems, turn] = second
            one = subject.words(first)
        if one.tokens == other.tokens or _turns(one, turning, tongue) != turn or not _in_same_order(one, other, tongue):
            continue
        if frozenset((first.id, second.id)) not in subject.shared(_apart):
            yield Found(
                second,
                f"{subject.name(second)} says nearly the same as {subject.name(first)}. Keep one of them, and refer to "
                "it where the other stood.",
                related=_places(subject, [first], "the first one"),
            )


def _same(subject: Subject, kept: Claim, others: list[Claim]) -> Found:
    """Return what to say of claims with the same words."""
    about = others[0]
    if len(others) == 1 and about.title:
        message = f"{subject.name(about)} says the same as {subject.name(kept)}, word for word."
    else:
        many = "Two" if len(others) == 1 else f"{len(others) + 1:,}"
        message = f"{many} claims say the same in the same words: {subject.name(kept)}."
    return Found(
        about,
        f"{message} Keep one of them, and refer to it where the {'other' if len(others) == 1 else 'others'} stood.",
        related=_places(subject, [kept, *others[1:]], "the same words"),
        fix=_referring(subject, kept, others),
    )


def _places(subject: Subject, claims: list[Claim], why: str) -> tuple[tuple[Span, str], ...]:
    places = (subject.places.of(claim) for claim in claims)
    return tuple((place, why) for place in places if place is not None)


def _referring(subject: Subject, kept: Claim, others: list[Claim]) -> Fix | None:
    """Return the fix that names a claim where its words were written again; only where nothing else stands there."""
    if subject.source is None or not kept.title or "]" in kept.title:
        return None
    near = {kept.id, *(other.id for other in others)}
    # What is inferred from a claim must not become the claim itself.
    edges, places = subject.index.edges, [subject.index.position[name] for name in near]
    is_inferred = any(len(edges[kind].sources(at)) for kind in ("conclusion", "intermediate") for at in places)
    if is_inferred and any(len(edges["premise"].targets(at)) for at in places):
        return None
    edits = []
    for other in others:
        if other.title or other.tags or other.ranges or other.data or len(other.occurrences) != 1:
            return None
        # It must not become a relation of the claim with itself.
        if any(each.source in near and each.target in near for each in subject.map.relations_of(other)):
            return None
        edits.append(Edit(other.occurrences[0].span, f"[{kept.title}]"))
    return Fix(f"Refer to [{kept.title}]", tuple(edits))


def _turns(
    words: Words, turning: frozenset[str], tongue: Language
) -> tuple[bool, bool, tuple[str, ...], frozenset[str]]:
    """Return what makes another claim of the same matter: negations, condition, numbers and turning words."""
    turns = sorted(token for token in words.tokens if token in turning or token[0].isdigit())
    # Not only whether something is denied counts, but what: the first word of matter behind each negation.
    denied = (next(filter(None, map(tongue.matter.__getitem__, words.tokens[end:])), "") for _, end in words.negations)
    return words.is_negative, words.is_conditional, tuple(turns), frozenset(denied)


def _in_same_order(one: Words, other: Words, tongue: Language) -> bool:
    a, b = ([stem for token in words.tokens if (stem := tongue.matter[token])] for words in (one, other))
    return SequenceMatcher(None, a, b, autojunk=False).ratio() >= _SAME_ORDER


def _apart(subject: Subject) -> set[frozenset[str]]:
    """Return the pairs of claims that speak against each other, or of which one is a reason for the other."""
    # A conclusion that is drawn to a claim has its reasons already: there it is only written twice.
    inferred = {each.conclusion.id for each in subject.shared(inferences)}
    found = {
        frozenset((each.source, each.target))
        for each in subject.map.relations
        if each.kind in _APART or (each.kind is RelationKind.SUPPORT and each.source not in inferred)
    }
    for argument in subject.map.arguments:
        found.update(frozenset((premise, step.conclusion)) for step in argument.steps for premise in step.premises)
    for relation, names in subject.shared(grounding).drawn.items():
        drawn = [argument for argument in map(subject.map.get, names) if isinstance(argument, Argument)]
        found.update(frozenset((each.conclusion or "", relation.target)) for each in drawn)
    return found
