"""The settings in front matter that change what a text means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from argmap.text.shortcodes import SHORTCODES


@dataclass(frozen=True, slots=True)
class Settings:
    """What front matter under ``model`` can change about reading.

    Attributes:
        strict: Between claims, supports entail and attacks are contraries (``mode: strict``).
        keep_tags: Tags stay in the text (``removeTagsFromText: false``).
        transform: Arguments that are spelt out act through their conclusions (``transformArgumentRelations``).
        shortcodes: Shortcode to character.
    """

    strict: bool = False
    keep_tags: bool = True
    transform: bool = True
    shortcodes: Mapping[str, str] = field(default_factory=lambda: SHORTCODES)


def settings_of(data: Mapping[str, Any]) -> Settings:
    """Read the settings in front matter; what is not a setting is left alone."""
    model = data.get("model")
    if not isinstance(model, dict):
        return Settings()
    shortcodes = dict(SHORTCODES)
    added = model.get("shortcodes")
    if isinstance(added, dict):
        for code, sign in added.items():
            if isinstance(sign, dict) and isinstance(sign.get("unicode"), str):
                shortcodes[code] = sign["unicode"]
    return Settings(
        strict=model.get("mode") == "strict",
        keep_tags=not model.get("removeTagsFromText", False),
        transform=bool(model.get("transformArgumentRelations", True)),
        shortcodes=shortcodes,
    )
