"""The colours of the page: those of the theme of its picture, by day and in the dark."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.render.theme import Palette, Theme

_PLAIN = ("page", "text", "muted", "cell", "rule", "thesis")
_TONES = ("neutral", "support", "attack", "undercut", "error", "warning")


def colour_rules(theme: Theme, rules: Iterable[str], dark: Iterable[str]) -> str:
    """Return the rules of CSS for colours.

    The dark ones hold on screens, where the system asks for them or the reader does; never on paper.

    Args:
        theme: The theme.
        rules: Rules that pictures bring along.
        dark: Rules that pictures bring along for the dark.
    """
    css = [f":root{{color-scheme:light;{_variables(theme.light)}}}", *rules]
    if theme.dark is None:
        return "\n".join(css)
    rows = list(dict.fromkeys(dark))
    variables = f"color-scheme:dark;{_variables(theme.dark)}"
    for medium, root in (
        ("screen and (prefers-color-scheme:dark)", ':root:not([data-light="light"])'),
        ("screen", ':root[data-light="dark"]'),
    ):
        css.append(f"@media {medium}{{")
        css.append(f"{root}{{{variables}}}")
        css += [f"{root} {row}" for row in rows]
        css.append("}")
    return "\n".join(css)


def _variables(palette: Palette) -> str:
    values = [f"--{name}:{getattr(palette, name)}" for name in _PLAIN]
    for name in _TONES:
        tone = getattr(palette, name)
        values += [f"--{name}:{tone.line}", f"--{name}-tint:{tone.tint}"]
    return ";".join(values)
