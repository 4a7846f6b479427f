"""The shortcodes of Argdown: `.->.` and `:->:` both stand for an arrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_BOTH = {
    "A": "∀", "E": "∃", "O": "𝗢", "P": "𝗣", "->": "→", "<->": "↔", "~": "¬", "^": "∧", "v": "∨", "v_": "⊻",
    "<>": "◇", "[]": "◻",
    "happy": "😀", "smiley": "☺", "laugh": "😆", "lol": "😆", "rofl": "🤣", "joy": "😂", "heart": "❤", "?": "❓",
    "question": "❓", "love": "😍", "wink": "😉", "shush": "🤫", "meh": "😐", "eye-roll": "🙄", "sad": "😢",
    "disappointed": "😞", "scream": "😱", "+1": "👍", "up": "👍", "-1": "👎", "down": "👎", "think": "🤔",
    "star": "⭐", "y": "✔", "agree": "✔", "n": "❌", "disagree": "❌",
}  # fmt: skip

SHORTCODES: Mapping[str, str] = {
    **{f"{mark}{name}{mark}": sign for name, sign in _BOTH.items() for mark in ".:"},
    ".smile.": "☺",
    ":smile:": "☺️",
}
"""Shortcode to character. Front matter can add to them: `model: {shortcodes: {":x:": {unicode: "✗"}}}`."""
