"""Golden files: what argmap writes, held against what it wrote when somebody looked and found it good.

`ARGMAP_UPDATE_GOLDEN=1 pytest ...` writes them anew; read the diff before it is committed.
"""

from __future__ import annotations

import os
from pathlib import Path

UPDATE = os.environ.get("ARGMAP_UPDATE_GOLDEN") == "1"


def check_golden(path: Path, actual: str) -> None:
    """Assert that the file holds exactly `actual`, or write it."""
    if UPDATE:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(actual.encode("utf-8"))
    assert path.exists(), f"{path.name} is not there; ARGMAP_UPDATE_GOLDEN=1 writes it"
    assert actual == path.read_bytes().decode("utf-8")
