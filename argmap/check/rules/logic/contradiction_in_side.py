"""LOG101."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.graph.conflicts import CANNOT_BOTH, opposites
from argmap.check.graph.stances import camps
from argmap.check.graph.ways_of_reasons import entailing
from argmap.check.rule import Found, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject
    from argmap.model.records import Relation

_NONE: set[str] = set()


@rule("LOG101", Severity.ERROR)
def contradiction_in_side(subject: Subject) -> Iterator[Found]:
    """One side holds two claims that cannot both be true.

    ## What it does

    Looks at claims that the map declares to be contrary or contradictory, and asks whether one side stands behind both.
    A side stands behind the claims that have it as their `side`, behind the premises and conclusions (with no side of
    their own) of its arguments, behind what these entail, and, in a debate of two sides, behind what it has
    granted to the other (`status: conceded`). What nobody declared to be opposed is not compared.

    ## Why it matters

    To say both yes and no to one question is to say nothing, and an opponent need only point at it. Often each of the
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

    So does one that holds what entails it:

    ```argdown
    ===
    model: {mode: strict}
    ===

    [Closed]: The park is closed at night.
      {side: town}
      + [Fence]
      >< [Open]  // finding: LOG101

    [Fence]: There is a locked fence around the park at night.
      {side: town}

    [Open]: The park is open at night.
      {side: visitors}
      + [Lights]: People walk in the park at night.
        {side: town}
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
    m, index = subject.map, subject.index
    has_entails = bool(index.edges["entails"].out_targets)
    behind, inside = _behind(subject), _inside(subject, pairs)
    for relation in pairs:
        # Both in one argument: it assumes what it refutes, or its premises clash, which LOG201 tells.
        if not inside.get(relation.source, _NONE).isdisjoint(inside.get(relation.target, _NONE)):
            continue
        ends = []
        for name in (relation.source, relation.target):
            places = entailing(subject, index.position[name]) if has_entails else {index.position[name]: 0}
            held: dict[str, str] = {}  # side: the claim it stands behind that is nearest
            for place in places:
                for side in behind.get(index.ids[place], ()):
                    held.setdefault(side, index.ids[place])
            ends.append(held)
        for side in ends[0]:
            if side not in ends[1] or ends[0][side] == ends[1][side]:  # one that entails both is LOG203
                continue
            claims = [m[held[side]] for held in ends]
            opposed = [m[relation.source], m[relation.target]]
            granted = " or grants" if any(behind[claim.id][side] for claim in claims) else ""
            names = [
                subject.name(claim) + ("" if claim.id == end.id else f" (which entails {subject.name(end)})")
                for claim, end in zip(claims, opposed, strict=True)
            ]
            if [each.id for each in claims] == [each.id for each in opposed]:
                clash = f", which {CANNOT_BOTH[relation.kind]}"
            else:
                clash = f". {subject.name(opposed[0])} and {subject.name(opposed[1])} {CANNOT_BOTH[relation.kind]}"
            spans = ((subject.places.of(claim), f"{subject.name(claim)} is put forward here") for claim in claims)
            yield Found(
                relation,
                f'The side "{side}" puts forward{granted} both {names[0]} and {names[1]}{clash}. Remove one of them, '
                "or reword them so that both can be true.",
                related=tuple((span, words) for span, words in spans if span is not None),
            )


def _behind(subject: Subject) -> dict[str, dict[str, bool]]:
    """Return for each claim the sides that stand behind it, and whether they only grant it."""
    m = subject.map
    found: dict[str, dict[str, bool]] = {}
    sides = camps(subject)
    for claim in m.claims:
        own = claim.side
        if own is not None:
            found[claim.id] = {own: False}
            if len(sides) == 2 and own in sides and claim.data.get("status") == "conceded":
                found[claim.id][sides[1] if own == sides[0] else sides[0]] = True
    for argument in m.arguments:
        side = argument.side
        if side is not None:
            for name in (*argument.premises, *(step.conclusion for step in argument.steps)):
                if m[name].side is None:
                    found.setdefault(name, {}).setdefault(side, False)
    return found


def _inside(subject: Subject, pairs: tuple[Relation, ...]) -> dict[str, set[str]]:
    """Return for each claim that is opposed to another the arguments it stands in."""
    opposed = {name for relation in pairs for name in (relation.source, relation.target)}
    found: dict[str, set[str]] = {}
    for argument in subject.map.arguments:
        for name in (*argument.premises, *(step.conclusion for step in argument.steps)):
            if name in opposed:
                found.setdefault(name, set()).add(argument.id)
    return found
