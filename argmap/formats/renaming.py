"""Which ids of a map a file that holds them as they are does not bring back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.formats.draft import Draft
from argmap.formats.given import Given
from argmap.formats.naming import is_bracketed
from argmap.model.naming import id_from_title
from argmap.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.model import Argument, ArgumentMap, Claim


def changed_ids(m: ArgumentMap) -> dict[str, str]:
    """Return which ids of a map are others once a reader has given its records to a draft by their ids: old and new.

    Example:
        >>> from argmap.model import ArgumentMap, Claim
        >>> changed_ids(ArgumentMap.from_records(claims=[Claim("Rain [now]"), Claim("Sun")]))
        {'Rain [now]': 'Rain (now)'}
    """
    if all(_is_kept(name, start) for records, start in ((m.claims, "C"), (m.arguments, "A")) for name in _ids(records)):
        return {}
    draft = Draft(Given(Source("")))
    back = {claim.id: draft.claim(claim.id, "") for claim in m.claims}
    back |= {argument.id: draft.argument(argument.id) for argument in m.arguments}
    return {old: new for old, new in back.items() if old != new}


def _ids(records: Iterable[Claim] | Iterable[Argument]) -> Iterator[str]:
    return (record.id for record in records)


def _is_kept(name: str, start: str) -> bool:
    return id_from_title(name) == name or is_bracketed(name, start)
