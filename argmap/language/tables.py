"""The tables of a TOML file, each read when it is first asked for."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

_HEADER = re.compile(r"^\[([\w-]+)", re.MULTILINE)


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
        headers = list(_HEADER.finditer(text))
        ends = [header.start() for header in headers[1:]] + [len(text)]
        self._unread: dict[str, list[str]] = {}
        for header, end in zip(headers, ends, strict=True):
            self._unread.setdefault(header[1], []).append(text[header.start() : end])
        self._read: dict[str, Any] = tomllib.loads(text[: headers[0].start()] if headers else text)
        self._names = dict.fromkeys([*self._read, *self._unread])

    def __getitem__(self, name: str) -> Any:
        if name not in self._read:  # two threads that meet here read the same
            self._read[name] = tomllib.loads("".join(self._unread[name]))[name]
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)
