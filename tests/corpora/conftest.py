"""A folder of small debates."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write so many debates into a folder; those with the numbers given are called bombs."""

    def write(number: int, *, bombs: tuple[int, ...] = ()) -> Path:
        folder = tmp_path / "debates"
        folder.mkdir()
        for each in range(number):
            name = f"{each:03}{'bomb' if each in bombs else ''}.argdown"
            (folder / name).write_text(
                f"[A]: It is {each}.\n" + "".join(f"  - [B{k}]: No {k}.\n" for k in range(each % 5))
            )
        return folder

    return write
