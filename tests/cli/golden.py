"""Golden files: what a command prints, kept beside the tests.

ARGMAP_UPDATE_GOLDEN=1 writes them anew; look at the difference before you keep it.
"""

import os
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "golden" / "cli"


def check(name: str, printed: str) -> None:
    path = FOLDER / name
    if os.environ.get("ARGMAP_UPDATE_GOLDEN"):
        path.write_text(printed, encoding="utf-8", newline="\n")
    assert printed == path.read_text(encoding="utf-8")
