"""Argdown's colour settings, from the front matter of a map: what they say of `Colours`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.errors import nearest
from argmap.model.records import RelationKind
from argmap.view.colour_schemes import SCHEMES
from argmap.view.colours import as_hex
from argmap.view.reading_settings import Settings, Titles

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from argmap.model.map import ArgumentMap
    from argmap.view.colours import Colour

KNOWN = (
    "colorScheme",
    "groupColorScheme",
    "relationColors",
    "colorizeByTag",
    "colorizeGroupsByTag",
    "tagColors",
    "statementColors",
    "argumentColors",
    "groupColors",
    "statementFontColor",
    "argumentFontColor",
    "groupFontColor",
    "ignoreColorData",
)
"""The settings of colours that there are."""


def colours_of(m: ArgumentMap, titles: Titles, notes: list[str]) -> dict[str, Any]:
    """Return the fields of `Colours` that the front matter of `m` sets; what cannot be used is noted."""
    settings = Settings(m.data, "color", notes, KNOWN)
    found: dict[str, Any] = {}
    for key, field in (("colorScheme", "scheme"), ("groupColorScheme", "groups_scheme")):
        scheme = _scheme(settings, key)
        if scheme:
            found[field] = scheme
    for key, field in (("colorizeByTag", "by_tag"), ("colorizeGroupsByTag", "groups_by_tag")):
        flag = settings.flag(key)
        if flag is not None:
            found[field] = flag
    ignored = settings.flag("ignoreColorData")
    if ignored is not None:
        found["data"] = not ignored
    if not settings.is_given:
        return found
    claims, arguments = titles.claims, titles.arguments
    sections = {section.title: section.title for section in m.sections}
    kinds = {kind.value: kind.value for kind in RelationKind}
    for key, field, ids, sort in (
        ("statementColors", "claims", claims, "statement"),
        ("argumentColors", "arguments", arguments, "argument"),
        ("relationColors", "relations", kinds, "kind of relation"),
    ):
        given, _ = _colours(settings, key, ids, sort)
        if given:
            found[field] = {ids[name]: colour for name, colour in given.items()}
    # Groups may come of regrouping, and tags may be those of such groups.
    given, _ = _colours(settings, "groupColors", None if m.data.get("group") else sections, "group")
    if given:
        found["groups"] = given
    given, priority = _colours(settings, "tagColors", None, "tag")
    if given:
        found["tags"] = given
    if priority:
        found["priority"] = priority
    return found


def _scheme(settings: Settings, key: str) -> tuple[str, ...]:
    given = settings.get(key)
    if given is None:
        return ()
    if isinstance(given, str):
        if given in SCHEMES:
            return SCHEMES[given]
        settings.note(
            f"{key} names the scheme {given[:60]!r}, which is not there.{nearest(given[:100], list(SCHEMES))}"
        )
        return ()
    colours = settings.items(key) or []
    made = [as_hex(colour) for colour in colours]
    if None in made:
        settings.note(
            f"{key} lists {colours[made.index(None)]!r}, which is no colour such as '#1b9e77'; it is left alone."
        )
        return ()
    return tuple(colour for colour in made if colour is not None)


def _colours(
    settings: Settings, key: str, known: Collection[str] | None, sort: str
) -> tuple[dict[str, Colour], dict[str, float]]:
    """Return colours by name, and the priorities that stand with them."""
    found: dict[str, Colour] = {}
    priority: dict[str, float] = {}
    for name, given in _entries(settings, key):
        if known is not None and name not in known:
            settings.note(
                f"{key} names the {sort} {name[:60]!r}, which is not there.{nearest(name[:100], list(known))}"
            )
            continue
        colour = given.get("color") if isinstance(given, dict) else given
        is_place = isinstance(colour, int) and not isinstance(colour, bool) and colour >= 0
        if colour is not None and (is_place or as_hex(colour)):
            found[name] = colour
        else:
            settings.note(f"{key} gives {name[:60]!r} {str(colour)[:60]!r}, which is no colour such as '#1b9e77'.")
            continue
        rank = given.get("priority") if isinstance(given, dict) else None
        if isinstance(rank, int | float) and not isinstance(rank, bool):
            priority[name] = rank
    return found, priority


def _entries(settings: Settings, key: str) -> list[tuple[str, Any]]:
    given: Mapping[str, Any] = settings.mapping(key) or {}
    return [(str(name), value) for name, value in given.items()]
