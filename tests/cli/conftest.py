"""A folder of its own for each test, and the command line in this process."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from argmap.cli.app import commands

Run = Callable[..., Result]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "ARGMAP_TRACEBACK", "ARGMAP_ENGINE", "UV_RUN_RECURSION_DEPTH"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def run(folder: Path) -> Run:  # it works there
    """Run `argmap` with the words given; `text=` is its standard input."""

    def run(*words: str, text: str | bytes | None = None, **options: object) -> Result:
        return CliRunner().invoke(
            commands, list(words), input=text, catch_exceptions=False, prog_name="argmap", **options
        )

    return run
