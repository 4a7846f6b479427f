"""Arguments that follow a scheme, for the exercises that ask about it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from argmap.check.graph.inferences import schemes_in_use
from argmap.check.subject import Subject
from argmap.classroom.exercises.boxes import words_of
from argmap.classroom.exercises.part import LONGEST
from argmap.classroom.sheets.blocks import Box, Item, Listing, Paragraph, Run
from argmap.model import ArgumentMap, RelationKind
from argmap.model.records import NOTHING
from argmap.schemes import schemes, suggest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from argmap.classroom.exercises.setting import Setting
    from argmap.model import Argument, Claim, Relation
    from argmap.schemes import Scheme


class Told(NamedTuple):
    """An argument in words.

    Attributes:
        argument: Its id.
        scheme: The scheme that it follows.
        reasons: The sentences of its premises; its gist, where it has none.
        conclusion: What it is a reason for.
        claims: The ids of the claims that these are, the conclusion last.
    """

    argument: str
    scheme: Scheme
    reasons: tuple[str, ...]
    conclusion: str
    claims: tuple[str, ...]


def told(m: ArgumentMap) -> list[Told]:
    """Return the arguments of a map that follow a scheme and are a reason for a claim, all in words that fit a sheet.

    Linear in the map.
    """
    found = []
    for name, scheme in Subject(m).shared(schemes_in_use).items():
        end = _end(m, m[name])  # type: ignore[arg-type]  # schemes are those of arguments
        premises = m.premises(name)
        reasons = tuple(map(words_of, premises)) or (words_of(m[name]),)
        conclusion = "" if end is None else words_of(m[end])
        lines = (*reasons, conclusion)
        if end is not None and conclusion not in reasons and all(map(_fits, lines)):
            claims = (*(claim.id for claim in premises), end)
            found.append(Told(name, scheme, reasons, conclusion, claims))
    return found


def chosen_of(found: list[Told], most: int, setting: Setting) -> list[Told]:
    """Return some of the arguments, as many different schemes as there are first."""
    drawn = setting.rng.sample(found, len(found))
    seen: dict[str, int] = {}
    turns = []
    for each in drawn:
        seen[each.scheme.id] = seen.get(each.scheme.id, 0) + 1
        turns.append(seen[each.scheme.id])
    ranked = sorted(zip(turns, range(len(drawn)), strict=True))
    return [drawn[place] for _, place in ranked[:most]]


def unlike(m: ArgumentMap, argument: Told) -> list[Scheme]:
    """Return the schemes that can be offered beside the right one: not near to it, and no word hints at them."""
    near = {each.scheme.id for each in suggest(argument.argument, m, limit=len(schemes()))}
    return [each for each in schemes() if not each.is_near(argument.scheme) and each.id not in near]


def part_of(m: ArgumentMap, chosen: Iterable[Told], named: Mapping[str, str]) -> ArgumentMap:
    """Return the arguments with their claims alone.

    Args:
        m: The map.
        chosen: The arguments.
        named: The id of the scheme of each argument that names one then.
    """
    some = list(chosen)
    ids = {each.argument for each in some}
    claims = {claim for each in some for claim in each.claims}
    claims.update(step.conclusion for record in m.arguments if record.id in ids for step in record.steps)
    return ArgumentMap.from_records(
        title=m.title,
        claims=[
            replace(record, data=NOTHING, tags=(), section=None, occurrences=())
            for record in m.claims
            if record.id in claims
        ],
        arguments=[
            replace(
                record,
                data={"scheme": named[record.id]} if record.id in named else NOTHING,
                steps=tuple(replace(step, rules=(), data=NOTHING, span=None) for step in record.steps),
                tags=(),
                section=None,
                occurrences=(),
            )
            for record in m.arguments
            if record.id in ids
        ],
        relations=[
            replace(relation, data=NOTHING, spans=())
            for relation in m.relations
            if relation.kind is RelationKind.SUPPORT and _is_within(relation, ids, claims)
        ],
    )


def given_of(m: ArgumentMap, chosen: Iterable[Told]) -> ArgumentMap:
    """Return what pupils are given: the sentences, under no names, in arguments that name no scheme."""
    given = ArgumentMap(m.title)
    claims: dict[str, Claim] = {}

    def claim(name: str, text: str) -> Claim:
        if name not in claims:
            claims[name] = given.claim(text)
        return claims[name]

    for each in chosen:
        end = claim(each.claims[-1], each.conclusion)
        reasons = [claim(name, text) for name, text in zip(each.claims[:-1], each.reasons, strict=False)]
        if reasons:
            given.argument(premises=reasons, conclusion=end)
        else:
            given.relate(given.argument(each.reasons[0]), RelationKind.SUPPORT, end)
    return given


def framed(each: Told, title: str, so: str, *more: Paragraph) -> Box:
    """Return an argument in a frame, for a sheet."""
    reasons = Listing(tuple(Item(text) for text in each.reasons))
    return Box((reasons, Paragraph((so, " ", Run(each.conclusion, bold=True))), *more), title)


def again(m: ArgumentMap) -> dict[str, Told]:
    """Return the arguments of the map of an exercise, by their ids."""
    return {each.argument: each for each in told(m)}


def _end(m: ArgumentMap, argument: Argument) -> str | None:
    if argument.conclusion is not None:
        return argument.conclusion
    claims = (
        relation.target
        for relation in m.relations_of(argument)
        if relation.kind is RelationKind.SUPPORT and relation.source == argument.id
    )
    return next((name for name in claims if name in {claim.id for claim in m.claims}), None)


def _fits(line: str) -> bool:
    return 0 < len(line) <= LONGEST and any(map(str.isalnum, line))


def _is_within(relation: Relation, arguments: Collection[str], claims: Collection[str]) -> bool:
    return (relation.source in arguments and relation.target in claims) or (
        relation.source in claims and relation.target in arguments
    )
