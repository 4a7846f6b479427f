"""The marks on a box: its number, its side, what became of it, what is said of it, its strength, its values and tags.

A mark is a `Piece` of a row. None of them speaks by its colour alone: each has a word or a sign of its own shape.
"""

from __future__ import annotations

import html
import math
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from argmap.language import Words
from argmap.render.typesetting import MARK, Piece, Text, cell, cleaned, part_of_its_own, set_text
from argmap.view import Change, NodeKind
from argmap.view.remarks import role_in_words

if TYPE_CHECKING:
    from argmap.render.looks import Look
    from argmap.render.theme import Theme, Tone
    from argmap.view import Cell, Finding, Node, Status

DOTS = 5
"""How many dots tell a strength."""
SEVERITIES = {"error": "E", "warning": "W", "info": "i"}
"""The letters of the badges of findings."""

_CHIPS = 12  # the most chips in a box
_CHIP_LIMIT = 32  # signs


def side_word(side: str, theme: Theme, colour: str) -> Text:
    """Return the name of a side as it is set in a box."""
    return _word(side.upper() if theme.shouts_sides else side, theme.small, colour, theme.claim_width)


@lru_cache(maxsize=64)  # sides and roles are few, and stand in every box
def _word(word: str, size: float, colour: str, width: float) -> Text:
    return set_text(word, size, colour, width, 40, bold=True)


def head_of(node: Node, look: Look, theme: Theme, *, has_side: bool = True) -> list[Piece]:
    """Return what stands above the words of a box: its number, its role, its side if asked for, then its badges."""
    pieces = []
    if node.number:
        pieces.append(_plain(set_text(node.number, theme.small, look.muted, 100, 40, bold=True), theme.scaled(3)))
    if node.role:
        role = role_in_words(node.role, Words(theme.language))
        role = role.capitalize() if role.isupper() and not theme.shouts_sides else role
        pieces.append(_plain_word(role, theme.small, look.muted, theme.claim_width, theme.scaled(3)))
    if node.side and has_side:
        side = node.side.upper() if theme.shouts_sides else node.side
        pieces.append(_plain_word(side, theme.small, look.accent, theme.claim_width, theme.scaled(3)))
    return pieces + badges_of(node, theme) if node.change or node.findings else pieces


def badges_of(one: Node | Cell, theme: Theme) -> list[Piece]:
    """Return the badges of what became of a claim or argument, and of what a checker says of it."""
    badges = []
    if one.change:
        badges.append(change_badge(one.change, theme))
    for severity, count in _counted(one.findings).items():
        badges.append(finding_badge(severity, f" {count}", theme))
    return badges


def finding_badge(severity: str, count: str, theme: Theme) -> Piece:
    """Return the badge of findings of one severity; `count` stands after its letter."""
    tone: Tone = getattr(theme.light, severity if severity in SEVERITIES else "info")
    letter = SEVERITIES.get(severity) or cleaned(severity, 12)
    if severity == "error":
        return chip(f"{letter}{count}", theme.light.on_tone, tone.line, theme, frame=tone.line)
    return chip(f"{letter}{count}", tone.line, tone.tint, theme, frame=tone.line)


def _counted(findings: tuple[Finding, ...]) -> dict[str, int]:
    """Return how many findings there are of each severity, the worst first."""
    if not findings:
        return {}
    counts = Counter(finding.severity for finding in findings)
    known = {severity: counts.pop(severity) for severity in SEVERITIES if counts[severity]}
    return known | {severity: count for severity, count in counts.items() if count}


def foot_of(node: Node, theme: Theme) -> list[Piece]:
    """Return what stands below the words of a box: its strength, its values and tags, and how much is folded away."""
    if node.strength is None and not (node.values or node.tags or node.hidden):
        return []
    pieces = [] if node.strength is None else [strength_dots(node.strength, theme)]
    tone = theme.light.chip
    words = [*node.values, *(f"#{tag.removeprefix('#')}" for tag in node.tags)]
    pieces += [chip(word, tone.line, tone.tint, theme) for word in words[:_CHIPS]]
    if len(words) > _CHIPS:
        pieces.append(chip(theme.word("and-more", n=len(words) - _CHIPS), tone.line, tone.tint, theme))
    if node.hidden and node.kind is not NodeKind.GROUP:
        pieces.append(hidden_chip(theme.word("more", n=node.hidden), theme))
    return pieces


def hidden_chip(words: str, theme: Theme) -> Piece:
    """Return the chip that tells how much is folded away."""
    return chip(words, theme.light.text, theme.light.page, theme, frame=theme.light.neutral.line)


def chip(words: str, ink: str, ground: str, theme: Theme, *, frame: str | None = None) -> Piece:
    """Return a few words in a small cell with round corners."""
    text = set_text(words, theme.small, ink, 100, _CHIP_LIMIT)
    width = math.ceil(text.width) + 2 * theme.scaled(4)
    markup = cell(
        text.markup(align="center"),
        border=1,
        style="rounded",
        color=frame or ground,
        bgcolor=ground,
        cellpadding=theme.scaled(1),
        width=width,
    )
    return Piece(markup, width + 2)


def strength_dots(strength: float, theme: Theme) -> Piece:
    """Return five dots of which as many are full as a strength from 0 to 1 has fifths; the SVG draws them itself."""
    full = dots_of(strength)
    signs = "●" * full + "○" * (DOTS - full)
    width = theme.scaled(8) * DOTS + theme.scaled(2)
    text = Text([signs], theme.scaled(8), theme.light.neutral.line)
    where = {"align": "left", "balign": "left", "width": width}
    return Piece(cell(text.markup(), **part_of_its_own(f"{MARK}strength"), **where), width)


def dots_of(strength: float) -> int:
    """Return how many dots of `DOTS` are full: none for nothing, all for what is beyond doubt.

    Example:
        >>> [dots_of(strength) for strength in (0.0, 0.04, 0.5, 0.95, 1.0, float("nan"))]
        [0, 1, 3, 5, 5, 0]
    """
    if not strength > 0:  # not a number is not above it either
        return 0
    return min(DOTS, max(1, math.floor(strength * DOTS + 0.5)))


def sign_width(theme: Theme) -> int:
    """Return how much room the sign of a status has, in points."""
    return math.ceil(theme.thesis_size * 1.1) + 2 * theme.scaled(3)


def change_badge(change: Change, theme: Theme) -> Piece:
    """Return the badge of what became of something."""
    tone: Tone = getattr(theme.light, change.value)
    return chip(theme.word(change.value), tone.line, tone.tint, theme, frame=tone.line)


def status_sign(status: Status, ink: str | None, theme: Theme) -> Piece:
    """Return the sign of a status; `ink` is its colour where it cannot have that of the status."""
    padding, width = theme.scaled(3), sign_width(theme)
    text, named = _sign(status, ink, theme.thesis_size, theme), part_of_its_own(f"{MARK}status")
    return Piece(cell(text, align="right", valign="top", width=width, cellpadding=padding, **named), width)


def status_sample(status: Status, theme: Theme) -> Piece:
    """Return a small box of a status, for the key."""
    look = theme.statuses[status]
    tone: Tone = getattr(theme.light, look.tone)
    ground = tone.tint if look.text == "muted" else theme.light.page
    frame = {"style": f"rounded,{look.style}", "border": 2 if look.width > 2 else 1, "color": tone.line}
    width, named = theme.scaled(24), part_of_its_own(f"{MARK}status")
    return Piece(cell(_sign(status, None, theme.size, theme), width=width, bgcolor=ground, **frame, **named), width)


def _sign(status: Status, ink: str | None, size: float, theme: Theme) -> str:
    look = theme.statuses[status]
    colour = ink or getattr(theme.light, look.tone).line
    return f'<font point-size="{size:g}" color="{colour}"><b>{html.escape(look.sign)}</b></font>'


@lru_cache(maxsize=64)
def _plain_word(word: str, size: float, colour: str, width: float, gap: int) -> Piece:
    return _plain(_word(word, size, colour, width), gap)


def _plain(text: Text, gap: int) -> Piece:
    width = math.ceil(text.width) + gap
    align = "right" if text.from_right else "left"
    return Piece(cell(text.markup(), align=align, balign=align, width=width), width)
