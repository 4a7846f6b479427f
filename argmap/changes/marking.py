"""Signs in a merged map: what is in conflict bears a tag, and beside it stands who says what."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from argmap.model import Range, RangeKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.model import Argument, ArgumentMap, Claim

TAG = "conflict"
"""The tag of what is in conflict."""
FROM = "from"
"""The key of the data that say which map has what."""
AUTHOR = "author"
"""The key of the data that say who wrote it."""


def marked(
    m: ArgumentMap, said: Mapping[str, dict[str, dict[str, Any]]], authors: Mapping[str, list[str]]
) -> ArgumentMap:
    """Return a map in which what is in conflict is marked, and what has authors names them. Linear.

    Args:
        m: The map.
        said: For what is in conflict (an id; empty for the map), by the name of each map, what it says otherwise.
        authors: Who wrote a claim or an argument, by id.

    Example:
        >>> import argmap
        >>> m = argmap.parse("[Rain]: It rains.").map
        >>> made = marked(m, {"Rain": {"b.argdown": {"text": "It pours."}}}, {})
        >>> print(made.to_argdown().strip())
        [Rain]: It rains. #conflict {from: {b.argdown: {text: It pours.}}}
    """
    data = dict(m.data)
    if "" in said:
        data[FROM] = _joined(data.get(FROM), said[""])
    return type(m).from_records(
        title=m.title,
        data=data,
        sections=m.sections,
        claims=[_marked(claim, said.get(claim.id), authors.get(claim.id)) for claim in m.claims],
        arguments=[_marked(argument, said.get(argument.id), authors.get(argument.id)) for argument in m.arguments],
        relations=m.relations,
    )


def _marked(record: Any, said: dict[str, dict[str, Any]] | None, authors: list[str] | None) -> Any:
    if authors and AUTHOR not in record.data:
        record = replace(record, data={**record.data, AUTHOR: authors[0] if len(authors) == 1 else authors})
    if said is None:
        return record
    return replace(_tagged(record), data={**record.data, FROM: _joined(record.data.get(FROM), said)})


def _tagged(record: Claim | Argument) -> Claim | Argument:
    if TAG in record.tags:
        return record
    tags = (*record.tags, TAG)
    if not record.text:
        return replace(record, tags=tags)
    # In the words, too, as a person would write it.
    start = len(record.text) + 1
    sign = Range(RangeKind.TAG, start, start + len(TAG) + 1, TAG)
    return replace(record, text=f"{record.text} #{TAG}", ranges=(*record.ranges, sign), tags=tags)


def _joined(there: Any, said: dict[str, dict[str, Any]]) -> dict[str, Any]:
    if not isinstance(there, dict):
        return dict(said) if there is None else {"": there, **said}
    made = dict(there)
    for who, what in said.items():
        made[who] = {**made[who], **what} if isinstance(made.get(who), dict) else what
    return made
