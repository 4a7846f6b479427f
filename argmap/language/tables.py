"""The tables of a TOML file, each read when it is first asked for."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

_HEADER = "\n["


class Tables(Mapping[str, Any]):
    r"""What stands in a TOML file, as a mapping that reads of it only what it is asked for.

    A language file has words for a dozen rooms, and to read all of them takes longer than to draw a small map.

    Args:
        text: The file. Each table begins with its header at the beginning of a line, the first part of its name
            without quotes, and no other line begins with a bracket.

    Example:
        >>> tables = Tables('name = "English"\n[page]\nmap = "Map"\n[page.key]\nup = "Up"\n[quiz]\nyes = "Yes"\n')
        >>> list(tables), tables["page"]
        (['name', 'page', 'quiz'], {'map': 'Map', 'key': {'up': 'Up'}})
    """

    def __init__(self, text: str) -> None:
        first, *tables = f"\n{text}".split(_HEADER)
        self._unread: dict[str, list[str]] = {}
        for table in tables:
            name = table[: table.index("]")].partition(".")[0]
            self._unread.setdefault(name, []).append(table)
        self._read: dict[str, Any] = tomllib.loads(first)
        self._names = dict.fromkeys([*self._read, *self._unread])

    def __getitem__(self, name: str) -> Any:
        if name not in self._read:  # two threads that meet here read the same
            self._read[name] = tomllib.loads(_HEADER + _HEADER.join(self._unread[name]))[name]
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)
