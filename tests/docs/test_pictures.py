"""The pictures in the docs are what argmap draws today."""

from __future__ import annotations

from pathlib import Path

import pytest

from argmap.datasets import open_vs_closed
from argmap.render import engines, to_svg
from tests.golden import check_golden

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"


def test_the_flagship() -> None:
    if not any(status.name == "bundled" and status.engine for status in engines()):
        pytest.skip("The pictures are those of the bundled engine, which is not here.")
    check_golden(PICTURES / "open_vs_closed.svg", to_svg(open_vs_closed(), engine="bundled"))
