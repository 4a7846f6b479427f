"""Drawing a map: a diagram becomes a graph, Graphviz lays it out, and what it draws is made safe and readable."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.render.drawing import FORMATS, draw, render, to_dot, to_svg
    from argmap.render.engine import (
        Engine,
        EngineError,
        EngineNotFound,
        EngineStatus,
        EngineTimeout,
        Graphviz,
        engines,
        find_engine,
    )
    from argmap.render.picture import Size
    from argmap.render.style import Style
    from argmap.render.styles import STYLES
    from argmap.render.theme import THEMES, Theme

# Imported when they are first used: `argmap version` asks for the engines alone, and need not wait for the rest.
_MODULES = {
    "argmap.render.drawing": ("FORMATS", "draw", "render", "to_dot", "to_svg"),
    "argmap.render.engine": (
        "Engine",
        "EngineError",
        "EngineNotFound",
        "EngineStatus",
        "EngineTimeout",
        "Graphviz",
        "engines",
        "find_engine",
    ),
    "argmap.render.picture": ("Size",),
    "argmap.render.style": ("Style",),
    "argmap.render.styles": ("STYLES",),
    "argmap.render.theme": ("THEMES", "Theme"),
}

__all__ = [
    "FORMATS",
    "STYLES",
    "THEMES",
    "Engine",
    "EngineError",
    "EngineNotFound",
    "EngineStatus",
    "EngineTimeout",
    "Graphviz",
    "Size",
    "Style",
    "Theme",
    "draw",
    "engines",
    "find_engine",
    "render",
    "to_dot",
    "to_svg",
]


def __getattr__(name: str) -> object:
    for module, names in _MODULES.items():
        if name in names:
            found: object = getattr(import_module(module), name)
            globals()[name] = found
            return found
    raise AttributeError(f"module 'argmap.render' has no attribute {name!r}")
