"""What has to hold of the colours of a theme, as a list of faults, so that a spoiled palette can be seen to fail.

Distances are those of OKLab: 0.02 is about the least that is seen side by side (Ottosson 2020). What is compared
across a whole picture has to be several times as far apart:

* 0.08, four times that, for the three kinds of edges as people see them who lack one kind of cone, and 0.15 for
  others: thin lines look less coloured than patches do.
* 0.15 for the first two sides, which is all that most debates have, whoever looks; 0.055 and 0.08 for any two of six:
  six colours that are all dark enough to be read cannot be further apart than that for those who lack a cone. The
  side is also written in every box.
* 0.08 and 0.10 for what comes in threes: statuses, changes, findings.
* 0.04 for the grounds of tags: patches, side by side, and the tag is written on them.

Lightness is L* of CIELAB: a copier keeps a step of 12 of its 100, which is about one zone of a ten-step grey wedge.
"""

from __future__ import annotations

from dataclasses import fields
from itertools import combinations
from typing import TYPE_CHECKING

from argmap.render.colour import contrast
from argmap.render.tones import Palette, Tone
from tests.render.eyes import distance, lightness, seen_with

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

TEXT, LINE = 4.5, 3.0
STEP = 12.0
THREES = (
    ("support", "attack", "undercut"),
    ("accepted", "rejected", "undecided"),
    ("added", "removed", "changed"),
    ("error", "warning", "info"),
)


def tones_of(palette: Palette) -> dict[str, Tone]:
    """Return all tones by name, those of sides and tags as ``sides 0``, ``tag_colours 0`` and so on."""
    found: dict[str, Tone] = {}
    for one in fields(palette):
        value = getattr(palette, one.name)
        if isinstance(value, Tone):
            found[one.name] = value
        elif one.name in ("sides", "tag_colours"):
            found |= {f"{one.name} {index}": tone for index, tone in enumerate(value)}
    return found


def grounds(palette: Palette) -> dict[str, str]:
    """Return the grounds that take up room: whatever boxes and lines lie on."""
    camps = {f"camp {index}": camp for index, camp in enumerate(palette.camps)}
    return {"page": palette.page, "cell": palette.cell, "group": palette.group} | camps


def contrast_faults(palette: Palette, *, text: float = TEXT, line: float = LINE) -> list[str]:
    """Return in words what cannot be read or seen, by the contrasts of WCAG 2.2."""
    asked: list[tuple[str, str, str, float]] = []
    tints = {name: tone.tint for name, tone in tones_of(palette).items()}
    for ground, colour in (grounds(palette) | tints).items():
        asked.append(("text on", palette.text, f"{ground} {colour}", text))
        if not ground.startswith("tag_colours"):
            asked.append(("muted on", palette.muted, f"{ground} {colour}", text))
            asked.append(("focus on", palette.focus, f"{ground} {colour}", line))
    for name, tone in tones_of(palette).items():
        asked.append(("on_tone on", palette.on_tone, f"{name} {tone.line}", text))
        asked.append((f"{name} on its tint,", tone.line, tone.tint, text))  # such as the name of a side in its box
        asked.append((f"{name} on", tone.line, f"page {palette.page}", text))  # such as the sign of an edge
        asked += [(f"{name} on", tone.line, f"{what} {colour}", line) for what, colour in grounds(palette).items()]
    asked += [("thesis on", palette.thesis, f"{what} {colour}", line) for what, colour in grounds(palette).items()]
    return [
        f"{what} {ground}: {reached:.2f}, not {least}"
        for what, colour, ground, least in asked
        if (reached := contrast(colour, ground.split()[-1])) < least
    ]


def views(one: str, other: str) -> dict[str, float]:
    """Return how far two colours are apart, for each way of seeing them."""
    found = {"normal vision": distance(one, other)}
    for deficiency in ("deuteranopia", "protanopia"):
        found[deficiency] = distance(seen_with(deficiency, one), seen_with(deficiency, other))
    return found


def closeness_faults(palette: Palette) -> list[str]:
    """Return in words which colours are too close to be told apart, by whom."""
    return list(_too_close(palette))


def _too_close(palette: Palette) -> Iterator[str]:
    tones = tones_of(palette)
    lines = {name: tone.line for name, tone in tones.items()}
    sides = [name for name in tones if name.startswith("sides")]
    for three in THREES:
        least = (0.15, 0.08) if three[0] == "support" else (0.10, 0.08)
        yield from _pairs({name: lines[name] for name in three}, *least)
    yield from _pairs({name: lines[name] for name in sides[:2]}, 0.15, 0.15)
    yield from _pairs({name: lines[name] for name in sides}, 0.08, 0.055)
    tags = {name: tone.tint for name, tone in tones.items() if name.startswith("tag_colours")}
    yield from _pairs(tags, 0.04, 0.04)


def _pairs(named: Mapping[str, str], normal: float, deficient: float) -> Iterator[str]:
    for (one, first), (other, second) in combinations(named.items(), 2):
        for viewer, reached in views(first, second).items():
            least = normal if viewer == "normal vision" else deficient
            if reached < least:
                yield f"{one} and {other} for {viewer}: {reached:.3f}, not {least}"


def alike_in_grey(named: Mapping[str, str]) -> set[tuple[str, str]]:
    """Return the pairs of names whose colours a copier makes the same grey, or nearly."""
    return {
        (one, other)
        for (one, first), (other, second) in combinations(named.items(), 2)
        if abs(lightness(first) - lightness(second)) < STEP
    }
