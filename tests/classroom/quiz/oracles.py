"""Programs that lie in the folder that ARGMAP_ORACLE names."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


def oracle(path: str) -> Path:
    """Return what lies there; skip the test where nothing does, or fail where ARGMAP_REQUIRE_ORACLE is set."""
    folder = os.environ.get("ARGMAP_ORACLE")
    found = Path(folder or "", path)
    if not folder or not found.exists():
        why = f"ARGMAP_ORACLE names no folder that holds {path}."
        if os.environ.get("ARGMAP_REQUIRE_ORACLE"):
            pytest.fail(why)
        pytest.skip(why)
    return found
