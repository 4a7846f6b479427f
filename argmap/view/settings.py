"""Argdown's settings for drawing, from the front matter of a map: what they say of a `View`.

The names and meanings are those of the official tool (https://argdown.org/guide/configuration-cheatsheet.html). Only
what is really set counts; the official defaults are the view `ARGDOWN`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from argmap.errors import nearest
from argmap.view.colour_settings import KNOWN as COLOURS
from argmap.view.colour_settings import colours_of
from argmap.view.diagram import Label
from argmap.view.reading_settings import Settings, Titles
from argmap.view.view import Frame, Statements, Steps, View

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from argmap.model.map import ArgumentMap

ARGDOWN = View(
    statements=Statements.WITH_TITLE, disconnected=False, arrows=False, steps=Steps.HIDE, group=2, inside=False
)
"""What the official Argdown tool draws where a text says nothing else; its colours are `colours.OFFICIAL`."""

_KNOWN = {
    "selection": (
        "selectedTags",
        "selectElementsWithoutTag",
        "selectedSections",
        "selectElementsWithoutSection",
        "includeStatements",
        "excludeStatements",
        "excludeArguments",
        "ignoreIsInMap",
        "excludeDisconnected",
        "statementSelectionMode",
    ),
    "map": ("statementLabelMode", "argumentLabelMode", "addTags"),
    "group": ("groupDepth", "sections", "regroup", "ignoreIsGroup", "ignoreIsClosed"),
}

SETTINGS = (
    *(f"{key}.{name}" for key, names in _KNOWN.items() for name in names if name != "addTags"),
    *(f"color.{name}" for name in COLOURS if not name.endswith("FontColor")),
    "model.explodeArguments",
)
"""The names of the settings that say something of a view."""


def settings_of(m: ArgumentMap, base: View, options: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of a view that the front matter of `m` sets, with `notes` on what could not be used. Linear.

    Args:
        m: The map.
        base: The view that counts where the front matter says nothing.
        options: The fields that are set already and win.

    Example:
        >>> import argmap
        >>> m = argmap.ArgumentMap(data={"selection": {"statementSelectionMode": "whith-title"}})
        >>> settings_of(m, View(), {})["notes"][0]
        "The setting selection.statementSelectionMode cannot be 'whith-title'. Did you mean 'with-title'?"
    """
    found: dict[str, Any] = {}
    notes: list[str] = []
    sections = {name: Settings(m.data, name, notes, known) for name, known in _KNOWN.items()}
    exploding = Settings(m.data, "model", notes).flag("explodeArguments")
    if exploding is not None:
        shown = base.steps.are_shown
        if exploding:
            found["steps"] = Steps.EXPLODE if shown else Steps.EXPLODE_HIDDEN
        else:
            found["steps"] = Steps.SHOW if shown else Steps.HIDE
    steps = options.get("steps", found.get("steps", base.steps))
    titles = Titles(m, exploded=steps in (Steps.EXPLODE, Steps.EXPLODE_HIDDEN))
    _read_groups(m, sections["group"], titles, base, options, found)
    _read_selection(m, sections["selection"], titles, found | options, found)
    for key, field in (("statementLabelMode", "claim_label"), ("argumentLabelMode", "argument_label")):
        label = sections["map"].word(key, [one.value for one in Label])
        if label is not None:
            found[field] = Label(label)
    colours = colours_of(m, titles, notes)
    if colours:
        for name, given in colours.items():
            if isinstance(given, dict):  # colours by name are added to those that are there
                colours[name] = getattr(base.colours, name) | given
        found["colours"] = replace(base.colours, **colours)
    kept = {name: value for name, value in found.items() if name not in options}
    return kept | ({"notes": (*base.notes, *notes)} if notes else {})


def _read_selection(
    m: ArgumentMap, settings: Settings, titles: Titles, given: Mapping[str, Any], found: dict[str, Any]
) -> None:
    names = settings.names("selectedTags", m.tags, "tag")
    if names:
        found["tags"] = names
    sections: dict[str, list[str]] = {}
    for name, title in _titles_of_sections(m, given.get("regroup")):
        sections.setdefault(title, []).append(name)
    names = settings.names("selectedSections", sections, "section")
    if names:
        found["sections"] = tuple(name for title in names for name in sections[title])
        if "sections" not in given:
            found["inside"] = False  # what lies in sections inside has to be named as well
    for key, field in (
        ("selectElementsWithoutTag", "without_tag"),
        ("selectElementsWithoutSection", "without_section"),
    ):
        flag = settings.flag(key)
        if flag is not None:
            found[field] = flag
    for key, field in (("ignoreIsInMap", "is_in_map"), ("excludeDisconnected", "disconnected")):
        flag = settings.flag(key)
        if flag is not None:
            found[field] = not flag
    claims, arguments = titles.claims, titles.arguments
    included = settings.names("includeStatements", claims, "statement")
    if included:
        found["include"] = tuple(claims[title] for title in included)
    excluded = [claims[title] for title in settings.names("excludeStatements", claims, "statement") or ()]
    excluded += [arguments[title] for title in settings.names("excludeArguments", arguments, "argument") or ()]
    if excluded:
        found["exclude"] = tuple(excluded)
    mode = settings.word("statementSelectionMode", [one.value for one in Statements])
    if mode is not None:
        found["statements"] = Statements(mode)


def _titles_of_sections(m: ArgumentMap, regroup: Iterable[Frame] | None) -> Iterable[tuple[str, str]]:
    if regroup:
        return [(f"g{place}", frame.title) for place, frame in enumerate(regroup, start=1)]
    return [(section.id, section.title) for section in m.sections]


def _read_groups(
    m: ArgumentMap,
    settings: Settings,
    titles: Titles,
    base: View,
    options: dict[str, Any],
    found: dict[str, Any],
) -> None:
    depth = settings.number("groupDepth")
    if depth is not None:
        found["group"] = depth
    for key, field in (("ignoreIsGroup", "is_group"), ("ignoreIsClosed", "is_closed")):
        flag = settings.flag(key)
        if flag is not None:
            found[field] = not flag
    regroup = _regroup(settings, titles)
    if regroup:
        found["regroup"] = regroup
    listed = settings.mapping("sections")
    if listed is None or options.get("regroup", regroup):
        return
    group = options.get("group", found.get("group", base.group))
    heard = options.get("is_group", found.get("is_group", base.is_group))
    deepest = max((section.level for section in m.sections), default=0)
    known = {section.title for section in m.sections}
    frames: dict[str, bool] = {}
    closed: list[str] = []
    opened: list[str] = []
    for title in listed:
        if title not in known:
            settings.note(
                f"sections names the section {title!r}, which is not there.{nearest(str(title)[:100], list(known))}"
            )
    for section in m.sections:
        one = listed.get(section.title)
        if not isinstance(one, dict):
            wish = section.data.get("isGroup") if heard else None
            frames[section.id] = wish if isinstance(wish, bool) else False
            continue
        wish = one.get("isGroup")
        frames[section.id] = wish if isinstance(wish, bool) else section.level > deepest - group
        (closed if one.get("isClosed") is True else opened).append(section.id)
    # A section that is no frame is not closed either.
    found |= {
        "frames": frames,
        "closed": tuple(name for name in closed if frames[name]),
        "opened": tuple(opened),
    }


def _regroup(settings: Settings, titles: Titles) -> tuple[Frame, ...]:
    claims, arguments = titles.claims, titles.arguments
    frames: list[Frame] = []
    waiting: list[tuple[Any, int | None]] = [(one, None) for one in reversed(settings.items("regroup") or [])]
    while waiting:
        one, parent = waiting.pop()
        title = one.get("title") if isinstance(one, dict) else None
        if not isinstance(title, str):
            settings.note("regroup lists something that is no group with a title; it is left alone.")
            continue
        inside = Settings({"regroup": one}, "regroup", settings.notes, shown_as=f"group.regroup, group {title!r},")
        members = [claims[name] for name in inside.names("statements", claims, "statement") or ()]
        members += [arguments[name] for name in inside.names("arguments", arguments, "argument") or ()]
        tags = inside.names("tags", None, "tag") or ()
        is_closed = inside.flag("isClosed") or False
        waiting.extend((child, len(frames)) for child in reversed(inside.items("children") or []))
        frames.append(Frame(title, tuple(members), parent, tags, is_closed))
    return tuple(frames)
