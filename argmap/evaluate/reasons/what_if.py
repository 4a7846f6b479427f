"""`what_if`: what would become of the verdicts if something were withdrawn or rebutted."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.evaluate.evaluating import called, heard, verdicts_of
from argmap.evaluate.network import network_of
from argmap.evaluate.reasons.drawable import Drawable
from argmap.evaluate.reasons.supposing import Named, hit_by, ids_of, without
from argmap.evaluate.reasons.words import Words
from argmap.evaluate.verdicts import Verdicts
from argmap.model import ArgumentMap
from argmap.model.status import Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.evaluate.audiences import Audience
    from argmap.evaluate.evaluating import Succeeds

MOST_NAMES = 12
_NOW = {
    Status.ACCEPTED: ("stands", "stand"),
    Status.REJECTED: ("falls", "fall"),
    Status.UNDECIDED: ("becomes undecided", "become undecided"),
}
_ONCE = {Status.ACCEPTED: "stood", Status.REJECTED: "fell", Status.UNDECIDED: "{} undecided"}


class Change(NamedTuple):
    """What becomes of a claim or argument.

    Attributes:
        id: Its id.
        before: Its status before.
        after: Its status after.
    """

    id: str
    before: Status
    after: Status


@dataclass(frozen=True, slots=True, repr=False)
class WhatIf(Drawable):
    """The verdicts before and after a supposition. Printed, it says what changes.

    Attributes:
        removed: The ids of what is withdrawn.
        rebutted: The ids of what is rebutted.
        accepted: The ids of that on which attacks do not count.
        before: The verdicts on the map as it is.
        after: The verdicts under the supposition.
        changes: Whose status changes, but for what is withdrawn or rebutted itself, in the order of the map.
        sentences: The same in words.
        map: The map, which is not changed.

    Example:
        >>> import argmap
        >>> m = argmap.ArgumentMap()
        >>> gate = m.claim("A gate keeps them out", title="Gate")
        >>> futile = m.rebut("Bad actors find a way", gate, title="Futile")
        >>> _ = m.undercut("How easy it is still matters", futile, title="Ease")
        >>> print(m.what_if(remove="Ease"))
        Suppose that “Ease” is withdrawn.
        Then “Futile” stands; it fell before.
        Then “Gate” falls; it stood before.
    """

    removed: tuple[str, ...]
    rebutted: tuple[str, ...]
    accepted: tuple[str, ...]
    before: Verdicts
    after: Verdicts
    changes: tuple[Change, ...]
    sentences: tuple[str, ...]
    map: ArgumentMap | None = field(default=None, compare=False)

    def to_data(self) -> dict[str, Any]:
        """Return it as plain data, as `argmap whatif --json` prints it."""
        return {
            "removed": list(self.removed),
            "rebutted": list(self.rebutted),
            "accepted": list(self.accepted),
            "before": self.before.to_data(),
            "after": self.after.to_data(),
            "changes": [
                {"id": change.id, "before": str(change.before), "after": str(change.after)} for change in self.changes
            ],
            "sentences": list(self.sentences),
        }

    def view(self, **options: Any) -> Any:
        """Return a view of the map that shows what changes and what it is due to, with the statuses after.

        Args:
            **options: Fields of `argmap.View`; they win over what this asks for.
        """
        assert self.map is not None
        about = dict.fromkeys([*self.removed, *self.rebutted, *self.accepted, *(each.id for each in self.changes)])
        shown = {"around": tuple(about), "distance": 0, "status": self.after}
        return self.map.view(**(shown | options))

    def __str__(self) -> str:
        return "\n".join(self.sentences)

    def __repr__(self) -> str:
        return f"<WhatIf ({self.before.semantics}): {len(self.changes)} of {len(self.before)} change>"


def what_if(
    m: ArgumentMap,
    semantics: str = "grounded",
    *,
    remove: Named = (),
    rebut: Named = (),
    accept: Named = (),
    support: str = "necessary",
    audience: str | Audience | None = None,
    succeeds: Succeeds | None = None,
    time_limit: float | None = None,
) -> WhatIf:
    """Return what would become of the verdicts if claims or arguments were withdrawn, rebutted, or beyond attack.

    The map is not changed. To withdraw something is to say that it does not hold: it falls, whatever speaks for it, and
    with it all that needs it. (That is more than to delete it: a claim whose last reason is deleted from a map counts
    as one that is assumed.)

    Args:
        m: The map.
        semantics: A semantics of abstract argumentation: ``grounded``, ``preferred``, ``stable`` ...
        remove: Claims and arguments that are withdrawn; one alone will do.
        rebut: Claims and arguments that something attacks which nothing attacks.
        accept: Claims and arguments on which attacks do not count, also those on steps of an argument. They still need
            what they need.
        support: How support relations are read: ``necessary``, ``deductive``, ``evidential`` or ``none``.
        audience: Who judges, as for `evaluate`; by default, every attack succeeds.
        succeeds: Whether an attack of the first id on the second one counts at all; by default, every one does that an
            audience lets succeed.
        time_limit: Seconds for each of the two evaluations, as for `evaluate`; none by default.

    Raises:
        UnknownNameError: If there is no such claim, argument, semantics, reading of support, audience or value.

    Complexity:
        Twice that of an evaluation.

    Example:
        >>> import argmap
        >>> m = argmap.ArgumentMap()
        >>> _ = m.relate(m.claim("Open", title="Open"), "contradictory", m.claim("Closed", title="Closed"))
        >>> what_if(m, rebut="Open").changes
        (Change(id='Closed', before=<Status.UNDECIDED: 'undecided'>, after=<Status.ACCEPTED: 'accepted'>),)
    """
    removed, rebutted, accepted = ids_of(m, remove), ids_of(m, rebut), ids_of(m, accept)
    succeeds = heard(m, audience, succeeds)
    plain = network_of(m, support=support, succeeds=succeeds)
    before = verdicts_of(plain, semantics, support, time_limit)
    network = plain
    if accepted:
        beyond = frozenset(accepted)

        def counts(source: str, target: str) -> bool:
            return target not in beyond and (succeeds is None or succeeds(source, target))

        network = network_of(m, support=support, succeeds=counts)
        network.notes[:] = plain.notes
    fallen = [each for name in removed for each in hit_by(network, "remove")[name]]
    fallen += [each for name in rebutted for each in hit_by(network, "rebut")[name]]
    after = verdicts_of(without(network, fallen), semantics, support, time_limit)
    before, after = (replace(each, audience=called(m, audience)) for each in (before, after))
    own = {*removed, *rebutted}
    changes = tuple(
        Change(name, status, after[name])
        for name, status in before.items()
        if name not in own and status is not after[name]
    )
    words = Words(m, plain)
    told = [words.names(map(plain.position.__getitem__, some)) for some in (removed, rebutted, accepted)]
    sentences = [_supposed(told, (removed, rebutted, accepted)), *_changed(words, plain.position, changes)]
    return WhatIf(removed, rebutted, accepted, before, after, changes, tuple(sentences), m)


def _supposed(told: Sequence[str], some: Sequence[tuple[str, ...]]) -> str:
    is_or_are = ["is" if len(ids) == 1 else "are" for ids in some]
    parts = []
    if some[0]:
        parts.append(f"{told[0]} {is_or_are[0]} withdrawn")
    if some[1]:
        parts.append(f"{told[1]} {is_or_are[1]} rebutted")
    if some[2]:
        parts.append(f"attacks on {told[2]} do not count")
    return f"Suppose that {' and '.join(parts)}." if parts else "Suppose that all stays as it is."


def _changed(words: Words, place: Any, changes: Sequence[Change]) -> list[str]:
    sentences = []
    for after in Status:
        for before in Status:
            some = [place[each.id] for each in changes if (each.before, each.after) == (before, after)]
            if some:
                one = len(some) == 1
                once = _ONCE[before].format("was" if one else "were")
                now = _NOW[after][0 if one else 1]
                it = "it" if one else "they"
                sentences.append(f"Then {words.names(some, most=MOST_NAMES)} {now}; {it} {once} before.")
    return sentences or ["Nothing else changes."]
