"""LOG101."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.conflicts import CANNOT_BOTH, opposites
from argmap.check.rule import Found, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject
    from argmap.diagnostics import Span
    from argmap.model.records import Argument, Claim


@rule("LOG101", Severity.ERROR)
def contradiction_in_side(subject: Subject) -> Iterator[Found]:
    """One side holds two claims that cannot both be true.

    ## What it does

    Looks at claims that the map declares to be contrary or contradictory, and asks whether one side stands behind both.
    A side stands behind the claims that have it as their `side`, behind the premises and conclusions (with no side of
    their own) of its arguments, and, in a debate of two sides, behind what the other side says and it has granted
    (`status: conceded`). What nobody declared to be opposed is not compared.

    ## Why it matters

    Who says both yes and no to one question has said nothing, and an opponent need only point at it. Often each of the
    two claims came up in answer to a different objection, and nobody looked at them side by side. A map makes it easy
    to look.

    ## Flagged

    ```argdown
    [Longer breaks]: Breaks at school should be longer.
      {side: pupils}

    [Leave earlier]: Pupils should go home at one o'clock.
      {side: pupils}

    [No longer breaks]: Breaks at school should not be longer.
      {side: pupils}
      >< [Longer breaks]  // finding: LOG101
    ```

    A side that grants a claim stands behind it, too:

    ```argdown
    ===
    sides: {tram: Build a tram, bus: Buy buses}
    ===

    [Cheap]: A tram costs less than buses.
      {side: tram}

    [Dear]: A tram costs more than buses.
      {side: bus, status: conceded}
      - [Cheap]
      >< [Cheap]  // finding: LOG101
    ```

    ## Accepted

    Two sides contradict each other: that is what a debate is.

    ```argdown
    [Longer breaks]: Breaks at school should be longer.
      {side: pupils}
      >< [No longer breaks]

    [No longer breaks]: Breaks at school should not be longer.
      {side: teachers}
    ```

    An argument may assume a claim to show that it is false:

    ```argdown
    <Everyone cheats>
      {side: against}

    (1) [All cheat]: All pupils cheat.
    (2) [Then no notes]: If all pupils cheat, no teacher gives notes.
    (3) [Notes]: Teachers give notes.
    -- Reductio ad absurdum --
    (4) [Not all]: Not all pupils cheat.
      >< [All cheat]
    ```
    """
    pairs = opposites(subject)
    if not pairs:
        return
    m = subject.map
    asked = {name for relation in pairs for name in (relation.source, relation.target)}
    behind: dict[str, dict[str, str]] = {}  # claim: side: how it stands behind the claim
    sides = m.sides
    for name in asked:
        claim = m[name]
        if claim.side is not None:
            behind[name] = {claim.side: ""}
            if len(sides) == 2 and claim.data.get("status") == "conceded":
                behind[name][sides[1] if claim.side == sides[0] else sides[0]] = " granted"
    inside: dict[str, set[str]] = {}  # claim: the arguments it stands in
    for argument in m.arguments:
        for name in (*argument.premises, *(step.conclusion for step in argument.steps)):
            if name in asked:
                inside.setdefault(name, set()).add(argument.id)
                if argument.side is not None and m[name].side is None:
                    behind.setdefault(name, {}).setdefault(argument.side, "")
    for relation in pairs:
        # Both in one argument: it assumes what it refutes, or its premises clash, which LOG201 tells.
        if inside.get(relation.source, set()) & inside.get(relation.target, set()):
            continue
        first, second = m[relation.source], m[relation.target]
        for side in behind.get(first.id, {}):
            if side in behind.get(second.id, {}):
                granted = " or grants" if behind[first.id][side] or behind[second.id][side] else ""
                yield Found(
                    relation,
                    f"The side {side} puts forward{granted} both {subject.name(first)} and {subject.name(second)}, "
                    f"which {CANNOT_BOTH[relation.kind]}. Drop one of them, or reword them so that both can be true.",
                    related=_places(subject, first, second),
                )


def _places(subject: Subject, *claims: Claim | Argument) -> tuple[tuple[Span, str], ...]:
    found = ((subject.places.of(claim), f"{subject.name(claim)} is put forward here") for claim in claims)
    return tuple((span, words) for span, words in found if span is not None)
