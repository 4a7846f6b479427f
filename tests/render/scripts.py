"""Sentences in many scripts, and a bare machine to draw them on."""

from __future__ import annotations

import pytest

from argmap.render import fonts

ALWAYS = {
    "Latin": "Größe, Žižek, Łódź, çà et là",
    "Greek": "Όλοι οι άνθρωποι",
    "Russian": "Все люди рождаются",
    "Hebrew": "כל בני האדם",
}
"""What the fonts that come with argmap can write."""

WITH_FONTS = {
    "Chinese": "人人生而自由",
    "Japanese": "すべての人間は",
    "Korean": "모든 인간은 태어날",
    "Arabic": "يولد جميع الناس",
    "Hindi": "सभी मनुष्यों को",
    "Bengali": "সব মানুষ",
    "Tamil": "மனிதர்",
    "Thai": "มนุษย์ทั้งหลาย",
    "Amharic": "የሰው ልጅ",
    "Georgian": "ყველა ადამიანი",
    "Emoji": "👍🏽 👩‍👩‍👧‍👦 🇩🇪",
}
"""What needs the font packages of the extra ``fonts``, or fonts of the system."""


def without_system_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make argmap find no fonts but those of packages."""
    monkeypatch.setattr(fonts, "system_folders", lambda: ())
    forget()


def without_font_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make argmap find no fonts but those that come with it."""
    monkeypatch.setattr(fonts, "PACKAGES", ())
    without_system_fonts(monkeypatch)


def forget() -> None:
    """Make argmap look for fonts again."""
    for cached in (fonts.find_font, fonts._files_of_packages, fonts._files_of_system):
        cached.cache_clear()


@pytest.fixture
def bare(monkeypatch):
    """A machine with argmap and its fonts, and no others."""
    without_font_packages(monkeypatch)
    yield
    forget()


@pytest.fixture
def packaged(monkeypatch):
    """A machine with argmap, its fonts and those of the extra ``fonts``, and none of the system."""
    without_system_fonts(monkeypatch)
    yield
    forget()


def svg_of(text: str, *, bold: bool = False, more: str = "") -> str:
    """Return a picture of one line of text, 20 points high, 300 x 40 points large."""
    weight = ' font-weight="bold"' if bold else ""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    line = f'<text x="10" y="28" font-size="20"{weight} fill="#000000"{more}>{escaped}</text>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="300pt" height="40pt" viewBox="0 0 300 40">{line}</svg>'
