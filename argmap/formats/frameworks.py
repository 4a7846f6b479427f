"""Abstract frameworks as maps and back, for the formats APX, TGF and ICCMA: they know names, and attacks between them.

An argument of a framework becomes a claim, an attack a relation. Claims and arguments of a map are written under their
ids, and what attacks, undercuts or contradicts as attacks; a framework has no place for anything else. What follows
from supports and premises is not worked out here: `argmap.evaluate.framework` makes a framework of a map that has the
meaning of the whole.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.errors import ReadError
from argmap.formats.draft import Draft
from argmap.formats.given import Given
from argmap.formats.keeping import Facet, Keeps
from argmap.formats.naming import label
from argmap.formats.written import Written
from argmap.frameworks.files import format_named, format_of_text
from argmap.frameworks.pairs import Pairs
from argmap.loss import Loss
from argmap.memory import collection_paused
from argmap.model import RelationKind
from argmap.source import Source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.model import ArgumentMap
    from argmap.text.reader import ParseResult

_NOTHING: frozenset[Facet] = frozenset()
_SIGNS = {
    "apx": re.compile(r"\b(?:arg|att)[ \t]*\("),
    "iccma": re.compile(r"^[ \t]*(?:p\b|\d)", re.MULTILINE),
    "tgf": re.compile(r"(?:^|[\r\n])[ \t]*#[ \t]*(?:$|[\r\n])"),
}
"""What is somewhere in a framework of a format."""

KEEPS = Keeps(
    map=_NOTHING,
    section=_NOTHING,
    claim=frozenset({Facet.ID}),
    argument=frozenset({Facet.ID}),
    relation=frozenset({Facet.DIRECTION}),
    kinds=frozenset({"attack"}),
)
"""What files of frameworks hold."""

_LOST = "A framework knows no {}: it holds names and attacks."


def read_framework(given: Given, name: str) -> ParseResult:
    """Return a framework as a map; of one with a fault nothing is read, and the fault is told.

    Args:
        given: The text.
        name: The name of its format.
    """
    draft = Draft(given)
    try:
        found = format_named(name).load().read(given.source)
    except ReadError as error:
        for each in error.diagnostics:
            draft.fault(each.span, each.code, each.message)
        return draft.result()
    with collection_paused():
        ids = _ids(draft, found.arguments)
        for source, target in zip(found.sources.tolist(), found.targets.tolist(), strict=True):
            draft.relation(RelationKind.ATTACK, ids[source], ids[target])
    return draft.result()


def write_framework(m: ArgumentMap, name: str) -> Written:
    """Return a map as a framework in a format.

    Args:
        m: The map.
        name: The name of the format.
    """
    ids = [record.id for record in m]
    attacks, changed = _attacks(m)
    positions = {each: position for position, each in enumerate(ids)}
    import numpy as np

    table = np.array([(positions[source], positions[target]) for source, target in attacks], np.int32).reshape(-1, 2)
    text, renamed = format_named(name).load().write(Pairs(tuple(ids), table[:, 0], table[:, 1]))
    names = [renamed.get(each, each) for each in ids]
    back = _ids(Draft(Given(Source(""))), names)
    losses = [*KEEPS.lost(m, _LOST), *changed]
    for before, after in zip(ids, back, strict=True):
        if before != after:
            why = "Names in files of this format have not all the signs that ids have."
            losses.append(Loss(Facet.ID.value, label(m, before), why, after))
    for argument in m.arguments:
        why = "A framework does not tell arguments from claims, and knows no premises and conclusions."
        losses.append(Loss(Facet.RECORD.value, label(m, argument), why, "a claim"))
    return Written(text, tuple(losses))


def looks_like_framework(given: Given, name: str) -> bool:
    """Whether a text of unknown origin is surely a framework in a format, not just something that begins like one."""
    # Without these, it is none, and the readers, which need numpy, are not imported for it.
    if _SIGNS[name].search(given.text) is None:
        return False
    found = format_of_text(given.text)
    if found is None or found.name != name:
        return False
    try:
        found.load().read(given.source)
    except ReadError:
        return name == "apx"  # which nothing else looks like
    return True


def _ids(draft: Draft, names: Sequence[str]) -> list[str]:
    """Add a claim for each name; return their ids."""
    return [draft.claim(name, "", title=draft.words(name)) for name in names]


def _attacks(m: ArgumentMap) -> tuple[dict[tuple[str, str], None], list[Loss]]:
    """Return the pairs of attacker and attacked, each once, and what becomes of other relations."""
    pairs = {(each.source, each.target): None for each in m.relations if each.kind is RelationKind.ATTACK}
    losses: list[Loss] = []
    for relation in m.relations:
        if relation.kind is RelationKind.ATTACK:
            continue
        where = label(m, relation)
        if not relation.kind.is_negative:
            why = "A framework knows attacks only."
            losses.append(Loss(Facet.RECORD.value, where, why))
            continue
        made = [(relation.source, relation.target)]
        if relation.kind.is_symmetric and relation.source != relation.target:
            made.append((relation.target, relation.source))
        kept = "an attack" if len(made) == 1 else "two attacks"
        losses.append(Loss(Facet.KIND.value, where, "A framework knows one kind of attack, from one to another.", kept))
        pairs.update(dict.fromkeys(made))
    return pairs, losses
