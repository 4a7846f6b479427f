"""Audiences: which value comes before which, and which attacks succeed for whoever sees it so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Self

from argmap.components import strong_components
from argmap.errors import ArgmapError, UnknownNameError, nearest
from argmap.model.ranking import Chain, chains

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from argmap.model import ArgumentMap

MOST_NAMED = 1_000
"""How many values one ranking may name."""


class _Order:
    """A strict partial order of names, closed under transitivity."""

    def __init__(self, given: Iterable[Chain], what: str) -> None:
        given = list(given)
        names = list(dict.fromkeys(name for chain in given for rank in chain for name in rank))
        if len(names) > MOST_NAMED:
            raise ArgmapError(f"{what} names {len(names):,} values; at most {MOST_NAMED:,} can be ranked.")
        self.place = {name: place for place, name in enumerate(names)}
        ahead: list[set[int]] = [set() for _ in names]
        for chain in given:
            for better, worse in pairwise(chain):
                for name in better:
                    ahead[self.place[name]].update(self.place[other] for other in worse)
        rows = [sorted(row) for row in ahead]
        self._below = [0] * len(names)  # for each name, a set of bits: what it is better than
        for circle in strong_components(rows):  # the worse ones come first
            first = circle[0]
            if len(circle) > 1 or first in ahead[first]:
                way = " > ".join(names[each] for each in _way_round(rows, circle))
                raise ArgmapError(f"{what} runs in a circle: {way}. Remove one of these steps.")
            for other in rows[first]:
                self._below[first] |= self._below[other] | 1 << other

    def prefers(self, better: str, worse: str) -> bool:
        """Return whether the one is ranked above the other."""
        first, second = self.place.get(better), self.place.get(worse)
        return first is not None and second is not None and bool(self._below[first] >> second & 1)


def _way_round(rows: list[list[int]], circle: list[int]) -> list[int]:
    inside = set(circle)
    way = [min(circle)]
    seen = {way[0]: 0}
    while True:
        way.append(next(other for other in rows[way[-1]] if other in inside))
        if way[-1] in seen:
            return way[seen[way[-1]] :]
        seen[way[-1]] = len(way) - 1


@dataclass(frozen=True, slots=True)
class Audience:
    """Who ranks values in one way: a strict partial order of values.

    A value that the audience does not name ranks below all that it names. Values of one rank, values in chains that say
    nothing of each other, and values that the audience does not name are not preferred to one another.

    Attributes:
        chains: Chains of ranks, from the best to the least.
        name: What the audience is called; None for one that has no name.
        everyone: Chains that hold for all audiences of a map: ``values`` in its front matter.

    Example:
        >>> audience = Audience.parse("safety > privacy, competition")
        >>> audience.prefers("safety", "competition"), audience.prefers("privacy", "competition")
        (True, False)
        >>> audience.prefers("competition", "calm"), print(audience)
        safety > privacy, competition
        (True, None)
    """

    chains: tuple[Chain, ...]
    name: str | None = None
    everyone: tuple[Chain, ...] = ()
    _own: _Order = field(init=False, repr=False, compare=False)
    _common: _Order = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        what = "The ranking" if self.name is None else f"The ranking of the audience {self.name!r}"
        for chain in self.chains:
            for rank in chain:
                twice = next((name for place, name in enumerate(rank) if name in rank[:place]), None)
                if twice is not None:
                    raise ArgmapError(f"{what} names {twice!r} twice in one place. Remove it once.")
        own = _Order(self.chains, what)
        common = _Order(self.everyone, "The order of the values in the front matter")
        inner = [  # what holds for everyone, between the values that this audience names
            ((name,), (other,)) for name in own.place for other in own.place if common.prefers(name, other)
        ]
        if inner:
            own = _Order([*self.chains, *inner], f"{what}, with the order of `values` in the front matter,")
        for name in common.place:
            lower = next((other for other in own.place if common.prefers(name, other)), None)
            if name not in own.place and lower is not None:
                raise ArgmapError(
                    f"{what} does not name {name!r}, which puts it below {lower!r}, but `values` in the front matter "
                    f"ranks {name!r} above {lower!r} for everyone. Name {name!r} before {lower!r}."
                )
        object.__setattr__(self, "_own", own)
        object.__setattr__(self, "_common", common)

    @classmethod
    def parse(cls, ranking: str | Sequence[object], *, name: str | None = None) -> Self:
        """Return the audience with a ranking.

        Args:
            ranking: Such as ``"safety > privacy, competition"`` or ``["safety", ["privacy", "competition"]]``; several
                chains stand in a list, or between semicolons.
            name: What it is called.

        Raises:
            ArgmapError: If it is neither a text nor a list, runs in a circle, names a value twice in one place, or
                names too many.

        Example:
            >>> Audience.parse("calm > pay > calm")
            Traceback (most recent call last):
                ...
            argmap.errors.ArgmapError: The ranking runs in a circle: calm > pay > calm. Remove one of these steps.
        """
        if not isinstance(ranking, str | list | tuple):
            raise ArgmapError(f"A ranking is a text such as 'safety > privacy' or a list, not {str(ranking)[:40]!r}.")
        return cls(tuple(chains(list(ranking) if isinstance(ranking, tuple) else ranking)), name)

    @property
    def values(self) -> tuple[str, ...]:
        """The values that it names, in order, each once."""
        return tuple(self._own.place)

    def prefers(self, better: str, worse: str) -> bool:
        """Return whether it ranks one value above another."""
        if better in self._own.place:
            return worse not in self._own.place or self._own.prefers(better, worse)
        return worse not in self._own.place and self._common.prefers(better, worse)

    def withstands(self, attacked: Iterable[str], attacking: Sequence[str]) -> bool:
        """Return whether what promotes some values withstands an attack from what promotes others.

        It does if it promotes a value that is preferred to every value of the attacker (of which there is at least
        one). For single values this is the definition of Bench-Capon (2003).

        Example:
            >>> audience = Audience.parse("life > property > pride")
            >>> audience.withstands(["life"], ["property"]), audience.withstands(["property"], ["life"])
            (True, False)
            >>> audience.withstands(["pride", "life"], ["property"]), audience.withstands(["life"], [])
            (True, False)
        """
        return bool(attacking) and any(all(self.prefers(value, other) for other in attacking) for value in attacked)

    def __str__(self) -> str:
        return "; ".join(" > ".join(", ".join(rank) for rank in chain) for chain in self.chains)


def promoted(m: ArgumentMap) -> dict[str, tuple[str, ...]]:
    """Return the values that each claim and argument promotes; those that promote none are left out.

    A claim that names none promotes the values of the arguments that conclude it, also on the way: whatever they speak
    for, they speak for through it. A claim that is only a premise promotes none unless it names some: whether a premise
    holds is no matter of ranking. Linear.

    Example:
        >>> import argmap
        >>> m = argmap.ArgumentMap()
        >>> _ = m.argument(
        ...     "Keep it safe",
        ...     title="Gate",
        ...     premises=["It is dangerous"],
        ...     conclusion="Close it",
        ...     data={"values": "safety"},
        ... )
        >>> promoted(m)
        {'C2': ('safety',), 'Gate': ('safety',)}
    """
    found = {record.id: m.values(record) for record in m}
    inferred: dict[str, dict[str, None]] = {}
    for argument in m.arguments:
        for step in argument.steps:
            if not found[step.conclusion] and found[argument.id]:
                inferred.setdefault(step.conclusion, {}).update(dict.fromkeys(found[argument.id]))
    found.update({claim: tuple(values) for claim, values in inferred.items()})
    return {name: values for name, values in found.items() if values}


def values_of_map(m: ArgumentMap) -> tuple[str, ...]:
    """Return all values of a map: those that its records promote, then others that the front matter names."""
    used = (value for record in m for value in m.values(record))
    named = (name for chain in chains(m.data.get("values")) for rank in chain for name in rank)
    return tuple(dict.fromkeys([*used, *named]))


def named_audiences(m: ArgumentMap) -> dict[str, object]:
    """Return the rankings under ``audiences`` in the front matter, as they are written there, by name."""
    given = m.data.get("audiences")
    if not isinstance(given, Mapping):
        return {}
    return {str(name): each.get("values") if isinstance(each, Mapping) else each for name, each in given.items()}


def order_for_everyone(m: ArgumentMap) -> tuple[Chain, ...]:
    """Return what ``values`` in the front matter puts above what, for every audience; a plain list only names them."""
    return tuple(chain for chain in chains(m.data.get("values")) if len(chain) > 1) if _is_ranked(m) else ()


def _is_ranked(m: ArgumentMap) -> bool:
    given = m.data.get("values")
    items = given if isinstance(given, list | tuple) else [given]
    return any(isinstance(item, str) and ">" in item for item in items)


def audience_of(m: ArgumentMap, given: str | Sequence[object] | Audience) -> Audience:
    """Return an audience of a map.

    Args:
        m: The map.
        given: The name of one in the front matter, a ranking as for `Audience.parse`, or an audience.

    Raises:
        UnknownNameError: If it names a value that is not in the map.
        ArgmapError: If its ranking runs in a circle, or against the order of ``values`` in the front matter.

    Example:
        >>> import argmap
        >>> m = argmap.ArgumentMap(data={"audiences": {"careful": "safety > access"}})
        >>> _ = m.claim("Close it", data={"values": "safety"}), m.claim("Open it", data={"values": "access"})
        >>> print(audience_of(m, "careful"))
        safety > access
        >>> audience_of(m, "saftey > access")
        Traceback (most recent call last):
            ...
        argmap.errors.UnknownNameError: Nothing in the map promotes 'saftey'. Did you mean 'safety'?
    """
    known = values_of_map(m)
    audiences = named_audiences(m)
    name: str | None = None
    if isinstance(given, Audience):
        found, name = given.chains, given.name
    elif isinstance(given, str) and given in audiences:
        found, name = tuple(chains(audiences[given])), given
    else:
        found = Audience.parse(given).chains
    if isinstance(given, str) and name is None and ">" not in given:
        alone = next((value for chain in found for rank in chain for value in rank if value not in known), None)
        if alone is not None or not found:
            hint = nearest(given.strip(), [*audiences, *known]) or _choice([*audiences, *known])
            raise UnknownNameError(f"The map has no audience and no value called {given.strip()!r}.{hint}")
    in_map = set(known)
    for value in (value for chain in found for rank in chain for value in rank):
        if value not in in_map:
            by = "" if name is None else f", which the audience {name!r} ranks"
            raise UnknownNameError(
                f"Nothing in the map promotes {value!r}{by}.{nearest(value, known) or _choice(known)}"
            )
    return Audience(found, name, order_for_everyone(m))


def _choice(known: Sequence[str]) -> str:
    if not known:
        return ' Name values in the data of claims and arguments: {values: [safety, "privacy"]}.'
    return f" Use one of: {', '.join(known[:12])}{' …' if len(known) > 12 else ''}."


def succeeding(m: ArgumentMap, audience: str | Sequence[object] | Audience) -> Callable[[str, str], bool]:
    """Return which attacks succeed for an audience, for `network_of` and `evaluate`.

    An attack fails if what is attacked promotes a value that the audience prefers to every value of the attacker. Where
    either end promotes no value, the attack succeeds: a ranking of values does not settle facts. See `promoted` for
    what promotes what. For arguments with one value each this is the defeat of Bench-Capon ("Persuasion in practical
    argument using value-based argumentation frameworks", Journal of Logic and Computation 13, 2003).

    Raises:
        UnknownNameError: If the audience names a value that is not in the map.
        ArgmapError: If its ranking runs in a circle, or against the order of ``values`` in the front matter.

    Complexity:
        Linear in the map; an attack costs the product of the numbers of values at its ends, once for each pair of ends.

    Example:
        >>> import argmap
        >>> m = argmap.ArgumentMap()
        >>> close = m.claim("Close it", title="Close", data={"values": "safety"})
        >>> _ = m.rebut("Open it", close, title="Open", data={"values": "access"})
        >>> m.evaluate(succeeds=succeeding(m, "safety > access"))["Close"]
        <Status.ACCEPTED: 'accepted'>
        >>> m.evaluate(succeeds=succeeding(m, "access > safety"))["Close"]
        <Status.REJECTED: 'rejected'>
    """
    ranked = audience_of(m, audience)
    values = promoted(m)

    @cache
    def fails(attacked: tuple[str, ...], attacking: tuple[str, ...]) -> bool:
        return ranked.withstands(attacked, attacking)

    def succeeds(source: str, target: str) -> bool:
        return not fails(values.get(target, ()), values.get(source, ()))

    return succeeds
