"""What a map says is better than what: preferences between records, and orders of values.

A claim or argument names under ``preferred-to`` in its inline data what it is preferred to: an id or a list of ids.
The front matter may hold ``preferences`` between claims and arguments, one order of ``values``, and ``audiences``, each
with an order of values of its own. An order is a text such as ``safety > freedom > calm``, a list from the best to the
least, or a list of such texts; in orders of values, equals stand between commas.
"""

from __future__ import annotations

from itertools import islice, pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.check.data_values import entries
from argmap.model.ranking import chains

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject
    from argmap.model.records import Argument, Claim

KEY = "preferred-to"
"""The key of inline data that names what a claim or argument is preferred to."""
_MOST = 10_000
"""How many steps of one order are read."""


class Order(NamedTuple):
    """Pairs of which the first is better than the second.

    Attributes:
        holder: Whose order it is: an audience; None for that of the map.
        key: The key of the front matter it stands under; None for preferences between claims and arguments.
        pairs: The better and the worse of each pair.
    """

    holder: str | None
    key: str | None
    pairs: list[tuple[str, str]]


class Named(NamedTuple):
    """A claim or argument that a preference names.

    Attributes:
        name: How it is named.
        holder: The claim or argument in whose data it is named; None for the front matter.
    """

    name: str
    holder: Claim | Argument | None


def stated(subject: Subject) -> list[tuple[Named, Named]]:
    """Return the better and the worse of each preference between claims and arguments, as they are named. Linear."""
    found = [
        (Named(record.id, record), Named(name, record))
        for record in subject.map
        if record.data and KEY in record.data
        for name in entries(record.data[KEY])
    ]
    pairs = _pairs(subject.data.get("preferences"))
    return found + [(Named(better, None), Named(worse, None)) for better, worse in pairs]


def preferences(subject: Subject) -> list[tuple[str, str]]:
    """Return the ids of claims and arguments of which the first is preferred to the second. Linear.

    Names that are not in the map are left out.
    """
    get = subject.map.get
    found = ((get(better.name), get(worse.name)) for better, worse in stated(subject))
    return [(better.id, worse.id) for better, worse in found if better is not None and worse is not None]


def value_orders(subject: Subject) -> Iterator[Order]:
    """Yield the orders of values in the front matter: that of the map, then those of its audiences."""
    values = subject.data.get("values")
    # A plain list under `values` names the values, and says nothing of which is the better.
    yield Order(None, "values", _neighbours(values) if _is_ranking(values) else [])
    audiences = subject.data.get("audiences")
    if isinstance(audiences, dict):
        for name, given in audiences.items():
            order = given.get("values") if isinstance(given, dict) else given
            yield Order(str(name), "audiences", _neighbours(order))


def _is_ranking(given: Any) -> bool:
    return any(">" in name for name in entries(given))


def _neighbours(given: Any) -> list[tuple[str, str]]:
    """Return the better and the worse of neighbours in an order of values.

    Example:
        >>> _neighbours("safety > freedom, calm")
        [('safety', 'freedom'), ('safety', 'calm')]
    """
    pairs = (
        (better, worse)
        for chain in chains(given)
        for rank, next_rank in pairwise(chain)
        for better in rank
        for worse in next_rank
    )
    return list(islice(pairs, _MOST))


def _pairs(given: Any) -> list[tuple[str, str]]:
    """Return the neighbours in an order of claims and arguments, whose names may hold commas.

    Example:
        >>> _pairs("Safety, first of all > Freedom > Calm")
        [('Safety, first of all', 'Freedom'), ('Freedom', 'Calm')]
        >>> _pairs(["Safety", "Freedom"]), _pairs(["A > B", "C"])
        ([('Safety', 'Freedom')], [('A', 'B')])
    """
    names = entries(given)
    texts = [[part.strip() for part in name.split(">")] for name in names if ">" in name] or [names]
    return [(better, worse) for text in texts for better, worse in pairwise(text)][:_MOST]
