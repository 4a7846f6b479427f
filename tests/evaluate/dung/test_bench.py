"""The bench runs, and its frameworks are the same for the same seed."""

from __future__ import annotations

import json

import numpy as np
import pytest

from argmap.evaluate.dung import Framework
from tests.bench import solve
from tests.bench.frameworks import KINDS, made
from tests.bench.peers import TASKS


@pytest.mark.parametrize("kind", KINDS)
def test_frameworks_are_made_again(kind):
    for count in (1, 2, 50):
        framework = made(kind, count)
        assert len(framework) == count
        assert framework == made(kind, count)
    assert framework != made(kind, count, seed=1)
    assert len(framework.sources) > count


def test_the_share_that_is_settled_is_as_the_kind_says():
    settled = {kind: np.mean(made(kind, 500).grounded_labels != 0) for kind in KINDS}
    assert settled["grounded-heavy"] > 0.7
    assert settled["stable-heavy"] < 0.2
    assert (made("stable-heavy", 60).extension("stable").value or frozenset()) != frozenset()


def test_it_runs(capsys):
    solve.main(["--sizes", "6", "--limit", "20", "--json"])
    runs = json.loads(capsys.readouterr().out)
    assert [run["task"] for run in runs] == list(TASKS)
    for run in runs:
        assert run["cases"] == [f"{kind} 6" for kind in KINDS]
        assert not run["missed"]
        for solver in run["seconds"].values():
            assert len(solver) == len(KINDS)


def test_it_runs_on_a_folder_and_prints_a_table(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(solve, "MANY", 100)
    Framework(["x", "y"], [("x", "y"), ("y", "x")]).write(tmp_path / "two.apx")
    Framework(["x"], [("x", "x")]).write(tmp_path / "liar.tgf")
    solve.main([str(tmp_path), "--alone"])
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("2 frameworks, at most 60 s")
    assert sum(" 2/2 " in line for line in lines) == len(TASKS)


def test_wrong_answers_are_found():
    framework = Framework.parse("p af 2\n1 2\n2 1\n")
    for task, answer in (("SE-PR", ["1", "2"]), ("SE-ST", [])):
        with pytest.raises(AssertionError, match=task):
            solve.shown(framework, task, answer)
