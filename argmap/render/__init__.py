"""Drawing a map: a diagram becomes a graph, Graphviz lays it out, and what it draws is made safe and readable."""

from argmap.render.drawing import FORMATS, STYLES, draw, render, to_dot, to_svg
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
from argmap.render.theme import THEMES, Theme

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
    "Theme",
    "draw",
    "engines",
    "find_engine",
    "render",
    "to_dot",
    "to_svg",
]
