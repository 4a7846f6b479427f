"""JSON texts that people can read and compare: one item of a long list on a line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

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
    made: Mapping[str, str] | None = None,
    end: str = "",
) -> str:
    """Return an object as JSON, one key on a line, and one item on a line of the lists that are given as lines.

    Args:
        value: The object.
        lines: For some of its keys, the items of the list there, each as JSON on a line. They count.
        indent: What stands before its keys.
        made: For some of its keys, what stands there, as JSON.
        end: What stands behind it.

    Example:
        >>> print(spread({"nodes": [], "title": "Rain"}, {"nodes": [as_line({"id": 1}), as_line({"id": 2})]}))
        {
          "nodes": [
            {"id": 1},
            {"id": 2}
          ],
          "title": "Rain"
        }
    """
    # The pieces are put together at once: a long text is not copied again and again.
    parts = ["{\n"]
    start = indent
    for key, item in value.items():
        parts += (start, quoted(key), ": ")
        start = f",\n{indent}"
        if key in lines:
            between = f",\n{indent}  "
            first = len(parts)
            for line in lines[key]:
                parts += (between, line)
            if len(parts) > first:
                parts[first] = f"[\n{indent}  "
                parts.append(f"\n{indent}]")
            else:
                parts.append("[]")
        elif made is not None and key in made:
            parts.append(made[key])
        else:
            parts.append(as_json(item))
    parts.append(f"\n{indent[2:]}}}{end}")
    return "".join(parts)
