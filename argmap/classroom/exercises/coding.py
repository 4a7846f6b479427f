"""A part of a map under codes: boxes that are called K7 or B3, with nothing that tells where they belong.

What a pupil is given is made in this way, so that neither a name, a title nor a side gives an answer away.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.classroom.card_bank import card_codes
from argmap.model import Argument, ArgumentMap, Claim, Relation, RelationKind, Step

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from argmap.classroom.exercises.boxes import Boxes
    from argmap.corpora.links import Link

GAP = "_" * 16
"""What stands in a box that is to be filled in."""


def codes_of(part: Boxes, seed: int) -> dict[str, str]:
    """Return a code for each box, such as ``K7``, by its id."""
    return card_codes([box.id for box in part.boxes], seed)


def coded(
    part: Boxes,
    codes: Mapping[str, str],
    *,
    texts: Mapping[str, str] | None = None,
    links: Iterable[Link] | None = None,
) -> ArgumentMap:
    """Return a part under its codes: every box is a claim with its code as title, and every link is anonymous.

    Args:
        part: The part.
        codes: The code of each box.
        texts: Words that take the place of those of some boxes, by id.
        links: The links that take the place of its own.

    Complexity:
        Linear.

    Example:
        >>> import argmap
        >>> from argmap.classroom.exercises.boxes import boxes_of
        >>> part = boxes_of(argmap.datasets.wet_street())
        >>> given = coded(part, codes_of(part, 1))
        >>> "Rain" in given.to_json(), len(given.claims)
        (True, 8)
        >>> "[Street is wet]" in given.to_json()
        False
    """
    given = texts or {}
    claims = [Claim(codes[box.id], given.get(box.id, part.text(box.id)), codes[box.id]) for box in part.boxes]
    arguments: list[Argument] = []
    relations: list[Relation] = []
    inferences: dict[tuple[str, frozenset[str]], str] = {}
    shown = list(part.links if links is None else links)
    attacked = {(link.target, frozenset(link.over)) for link in shown if link.over}
    for link in sorted(shown, key=lambda link: bool(link.over)):
        sources, target = [codes[source] for source in link.sources], codes[link.target]
        place = (link.target, frozenset(link.over))
        if link.over and place in inferences:
            target = inferences[place]
        own = (link.target, frozenset(link.sources))
        if len(sources) == 1 and own not in attacked:
            relations.append(Relation(link.kind, sources[0], target, _step(link, target, arguments)))
            continue
        name = inferences[own] = f"link {len(arguments) + 1}"
        if link.kind is RelationKind.SUPPORT and not link.over:
            arguments.append(Argument(name, steps=(Step(tuple(sources), target),)))
        else:
            arguments.append(Argument(name))
            relations.extend(Relation(RelationKind.SUPPORT, source, name) for source in sources)
            relations.append(Relation(link.kind, name, target, _step(link, target, arguments)))
    return ArgumentMap.from_records(claims=claims, arguments=arguments, relations=list(dict.fromkeys(relations)))


def _step(link: Link, target: str, arguments: Collection[Argument]) -> int | None:
    """Return the step that is meant: an undercut of an argument that is spelt out names one."""
    return 0 if link.over and any(each.id == target and each.steps for each in arguments) else None
