"""Rules that other packages bring, and the hooks that other projects use."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
RULE = '''
from argmap.check import Found, rule

@rule("WRD900")
def shouting(subject):
    """A claim is written in capitals."""
    for claim in subject.map.claims:
        if claim.text.isupper():
            yield Found(claim, f"{subject.name(claim)} is written in capitals. Write it in small letters.")
'''


def package(folder: Path, code: str, entry: str) -> None:
    """Lay a package out as an installer does."""
    (folder / "loud_rules.py").write_text(code)
    info = folder / "loud_rules-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: loud-rules\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[argmap.rules]\nloud = {entry}\n")


def argmap(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join([str(folder), os.environ.get("PYTHONPATH", "")])
    return subprocess.run(
        [sys.executable, "-m", "argmap", *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        timeout=60,
    )


@pytest.mark.parametrize("entry", ["loud_rules", "loud_rules:shouting"])
def test_a_package_brings_a_rule(tmp_path: Path, entry: str) -> None:
    package(tmp_path, RULE, entry)
    (tmp_path / "rain.argdown").write_text("[Rain]: IT RAINS.\n  + [Clouds]: The clouds are dark.\n")
    done = argmap(tmp_path, "check", "rain.argdown", "--format", "concise", "--select", "shouting")
    assert done.stdout.startswith("rain.argdown:1:1: WRD900 warning: [Rain] is written in capitals.")
    assert done.returncode == 1
    assert json.loads(argmap(tmp_path, "rule", "WRD900", "--json").stdout)[0]["name"] == "shouting"


def test_a_package_that_cannot_be_loaded_is_named(tmp_path: Path) -> None:
    package(tmp_path, "raise RuntimeError('no such file')", "loud_rules")
    done = argmap(tmp_path, "rule", "--all")
    assert done.returncode == 1
    assert "The plugin loud (loud_rules) cannot be loaded: RuntimeError: no such file." in done.stderr


def test_a_code_that_is_taken_is_named(tmp_path: Path) -> None:
    package(tmp_path, RULE.replace("WRD900", "STR108"), "loud_rules")
    done = argmap(tmp_path, "rule", "--all")
    assert done.returncode == 1
    assert "Two rules are called STR108" in done.stderr


def test_the_hooks_run_commands_that_there_are() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert [hook["id"] for hook in hooks] == ["argmap-check", "argmap-fmt"]
    for hook in hooks:
        assert set(hook) >= {"id", "name", "entry", "language"}
        assert re.search(hook["files"], "debates/rain.argdown")
        assert not re.search(hook["files"], "argdown.md")
        command = hook["entry"].split()
        done = subprocess.run([sys.executable, "-m", *command, "--help"], capture_output=True, text=True, timeout=60)
        assert done.returncode == 0
        assert "FILE..." in done.stdout
