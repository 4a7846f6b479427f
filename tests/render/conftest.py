"""The golden pictures: `pytest tests/render --update-golden` writes them anew; look at the difference in git."""

from __future__ import annotations

from pathlib import Path

import pytest

from argmap.render import engines

GOLDEN = Path(__file__).parent.parent / "golden" / "render"


def pytest_addoption(parser):
    parser.addoption("--update-golden", action="store_true", help="write the golden pictures anew")


@pytest.fixture
def golden(request):
    """Return a function that compares a text with the golden file of a name."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--update-golden", default=False):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert text == path.read_text(encoding="utf-8"), (
            f"{name} is drawn differently; look at it, then run `pytest tests/render --update-golden`"
        )

    return compare


@pytest.fixture(params=["bundled", "dot"])
def engine(request):
    """Each engine that is on this machine."""
    status = {status.name: status for status in engines()}[request.param]
    if status.engine is None:
        pytest.skip(status.reason)
    return request.param
