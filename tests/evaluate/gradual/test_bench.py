"""The bench of gradual semantics runs."""

from __future__ import annotations

import pytest

from argmap.evaluate.gradual import SEMANTICS


def test_a_small_run_prints_all(capsys):
    pytest.importorskip("scipy")
    from tests.bench import gradual

    gradual.main(["--quick", "--claims", "20000"])
    said = capsys.readouterr().out
    assert "200 claims" in said
    assert "the limit of 5" in said
    for semantics in SEMANTICS.values():
        assert semantics.title in said
    assert "A chain of 200 attacks" in said
    assert "by removal" in said
