"""Where a value stands in a YAML text: from a path such as ``arguments.a1.premises[0]`` to a stretch of the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from argmap.diagnostics import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_PART = re.compile(r"\[\d+\]|\.?[^.\[\]]+")
_HALVES = re.compile("[\ud800-\udfff]")


def find_yaml_places(text: str, paths: Iterable[str]) -> dict[str, Span]:
    r"""Return the stretches of a YAML text where the values of some paths stand.

    A path that is not there gets the place of the innermost value round it. Of a mapping or a list, it is the first
    sign. Reads broken YAML as far as it goes; linear in the text, for all paths at once.

    Example:
        >>> find_yaml_places("arguments:\n  a.1:\n    premises: [p, q]\n", ["arguments.a.1.premises[1]", "meta.x"])
        {'arguments.a.1.premises[1]': Span(start=36, end=37), 'meta.x': Span(start=0, end=1)}
    """
    wanted = {path: ["", *(path[: part.end()] for part in _PART.finditer(path))] for path in paths}
    every = {prefix for chain in wanted.values() for prefix in chain}
    found: dict[str, Span] = {}
    for path, span in _places(_HALVES.sub("\ufffd", text)):
        if path in every:
            found.setdefault(path, span)
    return {
        path: next((found[prefix] for prefix in reversed(chain) if prefix in found), Span(0, 0))
        for path, chain in wanted.items()
    }


def _places(text: str) -> Iterator[tuple[str, Span]]:
    # For each open mapping or list: its path, and the key or number of the value to come; None while a key is to come.
    stack: list[tuple[str, str | int | None]] = []
    for event in _events(text):
        name = type(event).__name__
        if name in ("MappingEndEvent", "SequenceEndEvent"):
            stack.pop()
            _step(stack)
        elif name in ("MappingStartEvent", "SequenceStartEvent", "ScalarEvent", "AliasEvent"):
            if stack and stack[-1][1] is None and name == "ScalarEvent":
                stack[-1] = stack[-1][0], event.value
                continue
            path = _path(stack)
            start = event.start_mark.index
            if name in ("MappingStartEvent", "SequenceStartEvent"):
                yield path, Span(start, min(start + 1, len(text)))
                stack.append((path, None if name == "MappingStartEvent" else 0))
            else:
                yield path, Span(start, max(start, event.end_mark.index))
                _step(stack)


def _path(stack: list[tuple[str, str | int | None]]) -> str:
    if not stack:
        return ""
    above, at = stack[-1]
    return f"{above}[{at}]" if isinstance(at, int) else f"{above}.{at}".lstrip(".")


def _step(stack: list[tuple[str, str | int | None]]) -> None:
    """Go on to the next value of the innermost mapping or list."""
    if stack:
        path, at = stack[-1]
        stack[-1] = path, at + 1 if isinstance(at, int) else None


def _events(text: str) -> Iterator[Any]:
    import yaml

    try:
        yield from yaml.parse(text, Loader=getattr(yaml, "CLoader", yaml.Loader))
    except yaml.YAMLError:
        return
