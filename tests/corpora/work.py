"""What workers of the tests do; other processes import it."""

from __future__ import annotations

import os
import time

from argmap.corpora import Entry


def claims(entry: Entry) -> int:
    return len(entry.map.claims)


def process(entry: Entry) -> int:
    time.sleep(0.01)
    return os.getpid()


def die_of_bombs(entry: Entry) -> int:
    if "bomb" in entry.path:
        os._exit(3)
    return len(entry.map.claims)


def raise_at_odd(entry: Entry) -> str:
    if int(entry.place[:3]) % 2:
        raise ValueError("an odd one")
    return entry.place


class Unsendable:
    def __reduce__(self) -> str:
        raise TypeError("not this one")


def unsendable(entry: Entry) -> Unsendable | int:
    return Unsendable() if entry.place == "001.argdown" else 1
