"""What is installed, for reports of faults. This module does not import click, so that the answer comes at once."""

from __future__ import annotations

import platform
import sys
from typing import Any


def version_facts() -> dict[str, Any]:
    """Return the versions of argmap, Python and the layout engines, for programs."""
    import argmap
    from argmap.render.engine import EngineError, engines

    found = []
    for status in engines():
        facts: dict[str, Any] = {"name": status.name, "version": None, "path": None, "problem": status.reason or None}
        if status.engine is not None:
            facts["path"] = str(status.engine.path)
            try:
                facts["version"] = ".".join(map(str, status.engine.version)) or None
            except EngineError as error:
                facts["problem"] = str(error)
        found.append(facts)
    return {
        "argmap": argmap.__version__,
        "python": platform.python_version(),
        "implementation": platform.python_implementation(),
        "platform": f"{sys.platform} {platform.machine()}",
        "engines": found,
    }


def version_lines() -> list[str]:
    """Return the same for people, a line each."""
    facts = version_facts()
    lines = [
        f"argmap {facts['argmap']}",
        f"Python {facts['python']} ({facts['implementation']}, {facts['platform']})",
    ]
    for engine in facts["engines"]:
        words = engine["problem"] or f"Graphviz {engine['version'] or 'of unknown version'}, {engine['path']}"
        lines.append(f"engine {engine['name']}: {words}")
    return lines
