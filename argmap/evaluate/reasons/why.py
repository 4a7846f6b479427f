"""`why`: the reasons for a verdict."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from argmap.errors import ArgmapError
from argmap.evaluate.evaluating import called, heard
from argmap.evaluate.network import network_of
from argmap.evaluate.reasons.causes import IN, OUT, STATUS, UNDECIDED, Causes, Rule, drawn_on
from argmap.evaluate.reasons.links import Links, cut
from argmap.evaluate.reasons.loops import open_causes
from argmap.evaluate.reasons.reasons import Reasons
from argmap.evaluate.reasons.talk import Talk
from argmap.model.status import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from argmap.evaluate.audiences import Audience
    from argmap.evaluate.evaluating import Succeeds
    from argmap.evaluate.reasons.causes import Cause
    from argmap.model import Argument, ArgumentMap, Claim

DEPTH = 8
MOST = 200
"""How deep an explanation goes, and how many sentences it has, where nothing else is asked for."""


def why(
    m: ArgumentMap,
    claim: str | Claim | Argument,
    semantics: str = "grounded",
    *,
    support: str = "necessary",
    audience: str | Audience | None = None,
    succeeds: Succeeds | None = None,
    depth: int = DEPTH,
    most: int = MOST,
    time_limit: float | None = None,
) -> Reasons:
    """Return why a claim or argument stands, falls, or stays undecided.

    By the grounded semantics: a shortest proof. What stands has all that it needs, and each of its attackers falls;
    what falls is attacked by something that stands, or lacks something; each of these for reasons that are told below
    it, until nothing is left to ask (the grounded game of Modgil and Caminada, "Proof theories and algorithms for
    abstract argumentation frameworks", 2009). What stays undecided is traced to a circle of attacks that nobody breaks.

    By the other semantics that rest on complete sets (complete, preferred, stable, semi-stable, ideal, eager): a
    smallest defence, that is, an admissible set that holds the claim and of which no part that is admissible does; or
    one that brings it down; and, where the positions that can be held differ, one of each.

    Args:
        m: The map.
        claim: The claim or argument, or its id.
        semantics: A semantics that rests on complete sets.
        support: How support relations are read: ``necessary``, ``deductive``, ``evidential`` or ``none``.
        audience: Who judges, as for `evaluate`; by default, every attack succeeds.
        succeeds: Whether an attack of the first id on the second one counts at all; by default, every one does that an
            audience lets succeed.
        depth: How deep the explanation goes, from 0; a sentence says how much is left out.
        most: How many sentences it has at most, about.
        time_limit: Seconds for each question to a solver; none by default. What is not known then is said.

    Raises:
        UnknownNameError: If there is no such claim, argument, semantics, reading of support, audience or value.
        ArgmapError: If the semantics rests on no complete sets, or `depth` or `most` is too small.

    Complexity:
        Linear for the grounded semantics. The others ask a SAT solver; see `argmap.Framework.accepts`.

    Example:
        >>> import argmap
        >>> m = argmap.ArgumentMap()
        >>> _ = m.relate(m.claim("Open", title="Open"), "contradictory", m.claim("Closed", title="Closed"))
        >>> print(why(m, "Open"))
        “Open” is undecided: it and “Closed” contradict each other, and nothing decides between them.
    """
    name = m[claim].id
    succeeds = heard(m, audience, succeeds)
    if depth < 0 or most < 1:
        raise ArgmapError("An explanation has a depth from 0 on, and at least 1 sentence.")
    if semantics != "grounded":
        from argmap.evaluate.reasons.discussion import complete_based, discussed

        semantics = complete_based(semantics)
    if semantics == "grounded":
        links = Links(network_of(m, support=support, succeeds=succeeds))
        found = _grounded(m, name, links, support, depth, most, all_succeed=succeeds is None)
    else:
        found = discussed(m, name, semantics, support, succeeds, depth, most, time_limit)
    return replace(found, audience=called(m, audience))


def _grounded(
    m: ArgumentMap, name: str, links: Links, support: str, depth: int, most: int, *, all_succeed: bool
) -> Reasons:
    whole = links.network
    network = cut(whole, links.cone([whole.position[name]]))
    links = Links(network)
    root = network.position[name]
    causes = Causes(links)
    label = causes.label
    if label[root] == UNDECIDED:
        found = open_causes(links, label, root)
    else:
        found = {position: cause for position, cause in enumerate(causes.cause) if cause is not None}
    talk = Talk(m, links, depth=depth, most=most, all_succeed=all_succeed)
    talk.tell(root, found, label)
    return reasons_of(
        m, name, STATUS[label[root]], "grounded", support, talk, explained(m, links, talk, root, found, label)
    )


class Explained(NamedTuple):
    """What one explanation rests on, in terms of the map; see the attributes of `Reasons`."""

    statuses: Mapping[str, Status]
    defence: tuple[str, ...]
    defeats: tuple[str, ...]
    attacks: tuple[tuple[str, str], ...]


def explained(
    m: ArgumentMap, links: Links, talk: Talk, root: int, cause: Mapping[int, Cause], label: list[int]
) -> Explained:
    """Return what the explanation rests on that was told last."""
    network = links.network
    drawn = sorted(drawn_on(cause, root))
    beaten = [(cause[each].attackers[0], each) for each in drawn if cause[each].rule is Rule.ATTACKED]
    return Explained(
        _statuses(m, links, talk.told, label),
        tuple(network.ids[each] for each in drawn if each < len(network.ids) and label[each] == IN),
        tuple(dict.fromkeys(network.names[source] for source, _ in sorted(beaten))),
        tuple((network.names[source], network.names[target]) for source, target in beaten),
    )


def reasons_of(
    m: ArgumentMap,
    name: str,
    status: Status,
    semantics: str,
    support: str,
    talk: Talk,
    first: Explained | None,
    *,
    is_complete: bool = True,
) -> Reasons:
    """Return reasons: what was said, and what the first explanation rests on."""
    return Reasons(
        name,
        status,
        semantics,
        support,
        tuple(talk.lines),
        tuple(talk.steps),
        *(first or Explained({name: status}, (), (), ())),
        is_complete=is_complete and not talk.left,
        map=m,
    )


def _statuses(m: ArgumentMap, links: Links, told: Iterable[int], label: list[int]) -> dict[str, Status]:
    """Return the statuses of what was told, in the order of the map. An argument falls with a step of it."""
    network = links.network
    found: dict[str, Status] = {}
    for each in told:
        if each < len(network.ids):
            found[network.ids[each]] = STATUS[label[each]]
        elif each in network.steps and label[each] == OUT:
            found.setdefault(network.steps[each][0], Status.REJECTED)
    place = m.index().position
    return dict(sorted(found.items(), key=lambda pair: place[pair[0]]))
