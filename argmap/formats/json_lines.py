"""JSON texts that people can read and compare: one item of a long list on a line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

quoted = json.encoder.encode_basestring
"""Return a text as JSON has it."""


def _encoder() -> Callable[[Any], str]:
    """Return what `json.JSONEncoder.encode` does, which makes an encoder anew for each value."""
    plain = json.JSONEncoder(ensure_ascii=False)
    make = getattr(json.encoder, "c_make_encoder", None)
    if make is None:
        return plain.encode
    parts = make(None, plain.default, quoted, None, ": ", ", ", False, False, False)
    return lambda value: "".join(parts(value, 0))


as_json = _encoder()
"""Return a value as JSON text on one line, letters as they are; fast for many small ones."""


def as_line(value: Mapping[str, Any]) -> str:
    """Return an object as JSON on one line.

    Example:
        >>> as_line({"id": "1", "text": "Straße", "x": None})
        '{"id": "1", "text": "Straße", "x": null}'
    """
    parts = [
        f"{quoted(key)}: {quoted(item) if type(item) is str else 'null' if item is None else as_json(item)}"
        for key, item in value.items()
    ]
    return "{" + ", ".join(parts) + "}"


def spread(
    value: Mapping[str, Any],
    lines: Mapping[str, Iterable[str]],
    indent: str = "  ",
    made: Mapping[str, Iterable[str]] | None = None,
    end: str = "",
) -> Iterator[str]:
    """Yield an object as JSON in pieces, one key on a line, and one item on a line of the lists given as lines.

    Args:
        value: The object.
        lines: For some of its keys, the items of the list there, each as JSON on a line. They count.
        indent: What stands before its keys.
        made: For some of its keys, what stands there, as JSON in pieces.
        end: What stands behind it.

    Example:
        >>> lines = [as_line({"id": 1}), as_line({"id": 2})]
        >>> print("".join(spread({"nodes": [], "title": "Rain"}, {"nodes": lines})))
        {
          "nodes": [
            {"id": 1},
            {"id": 2}
          ],
          "title": "Rain"
        }
    """
    yield "{\n"
    start = indent
    for key, item in value.items():
        yield f"{start}{quoted(key)}: "
        start = f",\n{indent}"
        if key in lines:
            first = between = f"[\n{indent}  "
            for line in lines[key]:
                yield between + line
                between = f",\n{indent}  "
            yield "[]" if between is first else f"\n{indent}]"
        elif made is not None and key in made:
            yield from made[key]
        else:
            yield as_json(item)
    yield f"\n{indent[2:]}}}{end}"
