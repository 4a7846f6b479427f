"""What a map keeps of a file of Carneades, if it can be written again as it stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from argmap.formats.carneades.words import CARNEADES
from argmap.formats.carrying import KEY

if TYPE_CHECKING:
    from argmap.model import ArgumentMap


def kept_of(m: ArgumentMap) -> Mapping[str, Any]:
    """Return what stands in the data of a map under ``carneades``; nothing if a reader would not bring it back."""
    kept = m.data.get(CARNEADES)
    if not isinstance(kept, Mapping) or not all(_comes_back(m, part, value) for part, value in kept.items()):
        return {}
    return kept


def has_references(m: ArgumentMap) -> bool:
    """Whether the sources of a map are a mapping of mappings, as the references of Carneades are."""
    return _are_mappings(m.data.get("sources"))


def _are_mappings(given: object) -> bool:
    return isinstance(given, Mapping) and all(isinstance(each, Mapping) for each in given.values())


def _comes_back(m: ArgumentMap, part: str, value: Any) -> bool:
    if part in ("statements", "assumptions"):
        return False
    if part == "references":
        return value is not None and not _are_mappings(value) and not has_references(m)
    if part == "meta":
        return isinstance(value, Mapping) and bool(value) and not {"title", KEY} & value.keys()
    if part == "issues":
        return _are_mappings(value) and bool(value)
    if part == "arguments":
        return (
            _are_mappings(value)
            and bool(value)
            and all(each.get("conclusion") is None and name not in m for name, each in value.items())
        )
    return True
