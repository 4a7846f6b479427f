"""Making many records fast.

The constructor of a frozen dataclass sets each field through `object.__setattr__`, which costs three times as much as
plain assignment. A reader that makes a million records makes them mutable first and freezes each by giving it the
frozen class: both classes have the same slots, so this changes nothing but the class.
"""

from __future__ import annotations

from dataclasses import MISSING, field, fields, make_dataclass
from typing import Any


def open_form(frozen: type[Any]) -> Any:
    """Return a mutable twin of the slotted dataclass `frozen`: same fields, same order, same defaults.

    Example:
        >>> from argmap.model import Section
        >>> Open = open_form(Section)
        >>> record = Open("s1", "The case for release")
        >>> record.__class__ = Section
        >>> record == Section("s1", "The case for release")
        True
    """
    return make_dataclass(
        f"Open{frozen.__name__}",
        [
            (each.name, Any) if each.default is MISSING else (each.name, Any, field(default=each.default))
            for each in fields(frozen)
        ],
        eq=False,
        slots=True,
    )


class Sharing:
    """Has a dict that shares the table of its keys with those of all other objects of its class.

    Among many dicts with the same few keys, each takes half the room of one that was made on its own; it is a plain
    dict all the same. Make a subclass for each set of keys, and set one key after the other.

    Example:
        >>> class Times(Sharing):
        ...     pass
        >>> times = Times().__dict__
        >>> times["time"] = "2026"
        >>> times, type(times)
        ({'time': '2026'}, <class 'dict'>)
    """
