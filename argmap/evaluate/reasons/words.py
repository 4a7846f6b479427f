"""What claims and arguments are called in sentences."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from argmap.model.records import Argument
from argmap.wording import joined, shorten

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.evaluate.network import Network
    from argmap.model import ArgumentMap

LONGEST = 60
"""How many signs of a title or text are shown."""
MOST_NAMES = 6
"""How many names a sentence lists; the others are counted."""


class Words:
    """The names of the positions of a network.

    Args:
        m: The map.
        network: The network, or a part of it.
    """

    def __init__(self, m: ArgumentMap, network: Network) -> None:
        self._map = m
        self._network = network
        self._shown = [self._show(name) for name in network.ids]
        self._many = {shown for shown, times in Counter(self._shown).items() if times > 1}

    def name(self, position: int) -> str:
        """Return what a position is called in the midst of a sentence."""
        network = self._network
        if position < len(network.ids):
            shown = self._shown[position]
            return f"{shown} ({network.ids[position]})" if shown in self._many else shown
        if position in network.steps:
            argument, number = network.steps[position]
            place = network.position.get(argument)
            return f"step {number + 1} of {self._show(argument) if place is None else self.name(place)}"
        members = network.joints[position]
        return f"what {joined([self.name(each) for each in members])} commit{'s' if len(members) == 1 else ''} one to"

    def names(self, positions: Iterable[int], last: str = "and", most: int = MOST_NAMES) -> str:
        """Return a list of names; those beyond a few are counted."""
        found = [self.name(each) for each in positions]
        if len(found) > most + 1:
            found[most:] = [f"{len(found) - most:,} more"]
        return joined(found, last)

    def _show(self, name: str) -> str:
        record = self._map[name]
        shown = " ".join((record.title or record.text or "").split())
        if shown:
            return f"“{shortened(shown)}”"
        if isinstance(record, Argument) and record.premises:
            first = self._map[record.premises[0]]
            words = " ".join((first.title or first.text or first.id).split())
            more = len(record.premises) - 1
            return f"the argument {name} from “{shortened(words)}”" + (f" and {more:,} more" if more else "")
        return f"the {'argument' if isinstance(record, Argument) else 'claim'} {name}"


def shortened(words: str) -> str:
    """Return words without their end, if they are long, and without a full stop.

    Example:
        >>> shortened("It rains on the roof, and on the street, and on the whole of the town")
        'It rains on the roof, and on the street, and on the whole …'
        >>> shortened("It rains.")
        'It rains'
    """
    if len(words) > 1 and words.endswith(".") and not words.endswith(".."):
        words = words[:-1]
    return shorten(words, LONGEST)
