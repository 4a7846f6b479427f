"""What the tests of drawing share: the golden pictures, and the engines of this machine."""

from __future__ import annotations

from pathlib import Path

import pytest

from argmap.render import engines
from tests.golden import check_golden

GOLDEN = Path(__file__).parent.parent / "golden" / "render"


@pytest.fixture
def golden():
    """Return a function that compares a text with the golden file of a name."""
    return lambda name, text: check_golden(GOLDEN / name, text)


@pytest.fixture(params=["bundled", "dot"])
def engine(request):
    """Each engine that is on this machine."""
    status = {status.name: status for status in engines()}[request.param]
    if status.engine is None:
        pytest.skip(status.reason)
    return request.param
