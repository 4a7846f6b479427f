"""How many processes run the tests: all cores for folders, this one for single files."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.hookimpl(tryfirst=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """Run single files in this process: starting others takes longer than most of them; `-n 2` starts them anyway."""
    asked = [Path(config.invocation_params.dir, words.partition("::")[0]) for words in config.args]
    return 0 if all(path.is_file() for path in asked) else None
