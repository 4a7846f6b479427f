"""A verdict on every claim and argument of a map."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING

from argmap.errors import ArgmapError
from argmap.evaluate.audiences.audience import audience_of, succeeding
from argmap.evaluate.grounded import grounded_labels
from argmap.evaluate.network import network_of
from argmap.evaluate.verdicts import OF_LABEL, Verdicts

if TYPE_CHECKING:
    from argmap.evaluate.audiences import Audience
    from argmap.evaluate.framework import Translation
    from argmap.evaluate.network import Network
    from argmap.model import ArgumentMap
    from argmap.model.status import Status

Succeeds = Callable[[str, str], bool]
"""Whether an attack of the first id on the second one succeeds."""
MOST_NAMED = 7
"""How many claims a note names."""


def evaluate(
    m: ArgumentMap,
    semantics: str = "grounded",
    *,
    support: str = "necessary",
    audience: str | Audience | None = None,
    succeeds: Succeeds | None = None,
    structured: bool = False,
    ordering: str | None = None,
    lifting: str = "elitist",
    weights: str | Mapping[str, float] = "declared",
    time_limit: float | None = None,
) -> Verdicts:
    """Return which claims and arguments of a map stand.

    `network_of` says what needs and what attacks what, and `translate` how this becomes an abstract framework.

    Args:
        m: The map.
        semantics: A semantics of abstract argumentation: ``grounded``, ``complete``, ``preferred``, ``stable``,
            ``semi-stable``, ``ideal``, ``eager``, ``cf2`` or ``stage2``. The last two take no heed of needs inside a
            circle of attacks.
        support: How support relations are read: ``necessary``, ``deductive``, ``evidential`` or ``none``.
        audience: Who judges: a ranking of values such as ``"safety > privacy"``, or the name of an audience in the
            front matter. An attack on what the audience prefers does not succeed; see `argmap.evaluate.audiences`.
        succeeds: Whether an attack of the first id on the second one counts at all; by default, every one does that an
            audience lets succeed.
        structured: Whether to look inside arguments, at strict and defeasible steps and at kinds of premises; see
            `argmap.evaluate.structured`.
        ordering: For the structured reading, which this asks for: how arguments are compared where one attacks the
            other, ``last-link`` or ``weakest-link``; by default, none is weaker than another.
        lifting: For the structured reading: how sets of weights are compared, ``elitist`` or ``democratic``.
        weights: For the structured reading: where weights come from, as for `argmap.evaluate.strengths`.
        time_limit: Seconds after which what is not known yet is left undecided; none by default. The grounded semantics
            needs none.

    Raises:
        UnknownNameError: If there is no such semantics, reading of support, audience, value, ordering or lifting.
        ArgmapError: If the structured reading is combined with an audience or a reading of support, if a ranking runs
            in a circle, if the semantics knows attacks alone (conflict-free, naive, admissible, stage), or if claims
            support each other in a very large circle that the grounded semantics leaves undecided.

    Complexity:
        Linear for the grounded semantics. The others ask a SAT solver; see `argmap.Framework.accepted`.

    Example:
        >>> import argmap
        >>> m = argmap.ArgumentMap()
        >>> _ = m.relate(m.claim("Open", title="Open"), "contradictory", m.claim("Closed", title="Closed"))
        >>> m.evaluate("preferred").undecided
        ('Open', 'Closed')
    """
    if structured or ordering is not None:
        return _structured(m, semantics, support, audience, succeeds, ordering, lifting, weights, time_limit)
    succeeds = heard(m, audience, succeeds)
    found = verdicts_of(network_of(m, support=support, succeeds=succeeds), semantics, support, time_limit)
    return replace(found, audience=called(m, audience))


def heard(m: ArgumentMap, audience: str | Audience | None, succeeds: Succeeds | None) -> Succeeds | None:
    """Return whether attacks succeed: where an audience is named, those that it lets succeed, and that do anyway.

    Raises:
        UnknownNameError: If there is no such audience or value.
        ArgmapError: If a ranking runs in a circle.
    """
    return succeeds if audience is None else _both(succeeding(m, audience), succeeds)


def called(m: ArgumentMap, audience: str | Audience | None) -> str:
    """Return what an audience is called: its name, or else its ranking; empty for none."""
    if audience is None:
        return ""
    ranked = audience_of(m, audience)
    return ranked.name or str(ranked)


def _structured(
    m: ArgumentMap,
    semantics: str,
    support: str,
    audience: str | Audience | None,
    succeeds: Succeeds | None,
    ordering: str | None,
    lifting: str,
    weights: str | Mapping[str, float],
    time_limit: float | None,
) -> Verdicts:
    from argmap.evaluate import structured

    if support != "necessary" or audience is not None or succeeds is not None:
        raise ArgmapError(
            "The structured reading compares arguments by their weights, and takes supports as rules: leave out "
            "the audience and the reading of support, or the ordering."
        )
    return structured.evaluate(m, semantics, ordering=ordering, lifting=lifting, weights=weights, time_limit=time_limit)


def _both(one: Succeeds, other: Succeeds | None) -> Succeeds:
    return one if other is None else lambda source, target: one(source, target) and other(source, target)


def verdicts_of(network: Network, semantics: str, support: str, time_limit: float | None = None) -> Verdicts:
    """Return which claims and arguments of a network stand; see `evaluate`.

    Args:
        network: The network.
        semantics: A semantics of abstract argumentation.
        support: How it takes support relations, for the record.
        time_limit: Seconds after which what is not known yet is left undecided.
    """
    if semantics == "grounded":  # it needs no solver, and nothing else to import
        statuses = {each: OF_LABEL[label] for each, label in zip(network.ids, grounded_labels(network), strict=False)}
        possible = frozenset(each for each, status in statuses.items() if status == "accepted")
        return Verdicts(statuses, semantics, support, possible, notes=tuple(network.notes))
    from argmap.evaluate.dung.semantics import SEMANTICS, semantics_named

    chosen = semantics_named(semantics)
    if not chosen.extends_grounded:
        raise ArgmapError(
            f"The {chosen.name} semantics knows attacks alone, and in a map claims need reasons. Use one of: "
            f"{', '.join(each.name for each in SEMANTICS if each.extends_grounded)}; or solve a bare argmap.Framework."
        )
    return _by_framework(network, chosen.name, support, time_limit)


def _by_framework(network: Network, semantics: str, support: str, time_limit: float | None) -> Verdicts:
    from argmap.evaluate.framework import framework_of

    found = framework_of(network)
    end = None if time_limit is None else monotonic() + time_limit

    def left() -> float | None:
        return None if end is None else max(end - monotonic(), 0.0)

    ever = found.framework.accepted(semantics, "credulous", time_limit=left())
    always = found.framework.accepted(semantics, "sceptical", time_limit=left())
    notes = list(found.notes)
    held, possible = always.value, ever.value
    if semantics == "stable" and not possible and network.ids:
        # Whatever one says of all extensions is true where there is none, which helps nobody; or none is known.
        held = frozenset()
        if ever.is_known:
            notes.append(_why_no_stable(found, left()))
    statuses: dict[str, Status] = {
        name: OF_LABEL["in" if name in held else "out" if lack in held else "undecided"]
        for name, lack in found.lacks.items()
    }
    return Verdicts(
        statuses,
        semantics,
        support,
        frozenset(name for name in found.lacks if name in possible),
        always.is_known and ever.is_known,
        tuple(notes),
    )


def _why_no_stable(found: Translation, time_limit: float | None) -> str:
    """Return why no position settles all claims, as far as the claims and arguments of the map go."""
    among = [name for name in found.framework.why_no_stable(time_limit=time_limit).value if name in found.lacks]
    if not among:
        return "There is no stable extension: no consistent position settles every claim."
    some = ", ".join(repr(name) for name in among[:MOST_NAMED])
    more = f" and {len(among) - MOST_NAMED} more" if len(among) > MOST_NAMED else ""
    return f"There is no stable extension: no consistent position settles all of these: {some}{more}."
