"""WRD117."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Found, rule
from argmap.check.words.glossary import Term, used_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("WRD117")
def term_drift(subject: Subject) -> Iterator[Found]:
    """Two names for one thing are used in the same step of reasoning.

    ## What it does

    The front matter may list the terms of the debate under `glossary`, each with its `variants`: other names that
    people give to the thing, or to something close to it. The rule looks for a step from premises to a conclusion, and
    for a claim that supports another, in which a term stands in one place and a variant of it in another. A claim that
    has both names is taken to say how they differ. Without a glossary it finds nothing.

    ## Why it matters

    If the premise is about "open weights" and the conclusion about "open source", the argument may have changed its
    subject on the way: what holds of the one need not hold of the other. Logicians call this equivocation. Use one name
    throughout, or say in a claim of its own how the two are related.

    ## Flagged

    ```argdown
    ===
    glossary:
      open weights: {meaning: anyone can download the model, variants: [open source, open models]}
    ===

    [Release]: Models with open weights should be allowed.
      + [Check]: Open source can be checked by anyone.  // finding: WRD117

    <Access>

    (1) Whoever has open weights can run the model at home.
    (2) Whoever can run a model at home depends on nobody.
    -----
    (3) Users of open models depend on nobody.  // finding: WRD117
    ```

    ## Accepted

    ```argdown
    ===
    glossary:
      open weights: {meaning: anyone can download the model, variants: [open source]}
    ===

    [Release]: Models with open weights should be allowed.
      + [Check]: Open weights can be checked by anyone.

    <Access>

    (1) Whoever has open weights can run the model at home.
    (2) Open source includes open weights.
    -----
    (3) Whoever has open source can run the model at home.
    ```

    ## References

    - Douglas Walton, *Fallacies Arising from Ambiguity*, 1996.
    """
    used = subject.shared(used_names)
    if not used:
        return
    for argument in subject.map.arguments:
        for step in argument.steps:
            for term, (one, other) in _drifts(used, (*step.premises, step.conclusion)):
                yield Found(
                    argument,
                    _message(subject.name(argument), term, used[one][term], used[other][term]),
                    span=subject.places.in_argument(argument, other),
                )
    for relation in subject.map.relations:
        if relation.kind in ("support", "entails") and relation.source in used and relation.target in used:
            for term, (one, other) in _drifts(used, (relation.target, relation.source)):
                record = subject.map[relation.source]
                yield Found(record, _message(subject.name(record), term, used[one][term], used[other][term]))


def _drifts(used: dict[str, dict[Term, set[str]]], claims: tuple[str, ...]) -> Iterator[tuple[Term, tuple[str, str]]]:
    """Yield each term that has different names in two of these claims, with the first two such claims."""
    first: dict[Term, str] = {}
    drifting: dict[Term, tuple[str, str]] = {}
    explained: set[Term] = set()
    for claim in claims:
        for term, names in used.get(claim, {}).items():
            if len(names) > 1:
                explained.add(term)
            elif used[first.setdefault(term, claim)][term] != names:
                drifting.setdefault(term, (first[term], claim))
    yield from ((term, pair) for term, pair in drifting.items() if term not in explained)


def _message(name: str, term: Term, one: set[str], other: set[str]) -> str:
    return (
        f'{name} uses "{min(other)}" beside "{min(one)}", which the glossary lists as names of "{term}". '
        "Use one of them, or say in a claim how they differ."
    )
