"""The examples run, and the page on writing debates shows texts that can be read."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from argmap.text import parse

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "writing-debates.md"
BLOCKS = re.findall(r"^```argdown\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)


def test_there_are_texts_on_the_page():
    assert len(BLOCKS) >= 10


@pytest.mark.parametrize("text", BLOCKS, ids=range(len(BLOCKS)))
def test_the_texts_on_the_page_can_be_read(text):
    result = parse(text, "writing-debates.md")
    assert result.diagnostics == ()
    assert len(result.map) > 0


@pytest.mark.parametrize("text", BLOCKS, ids=range(len(BLOCKS)))
def test_the_official_reader_reads_them_too(text, official):
    answer = official.read(text)
    assert (answer.errors, answer.exception) == ((), None)


def test_the_page_explains_every_sign():
    signs = set(re.findall(r"`([-+_<>]{1,2})`", PAGE.read_text(encoding="utf-8")))
    assert {"+", "<+", "-", "<-", "_", "<_", "+>", "->", "_>", "><"} <= signs


def test_the_script_builds_saves_and_draws(tmp_path):
    done = subprocess.run(
        [sys.executable, ROOT / "examples" / "build_a_map.py", tmp_path],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert done.stderr == ""
    assert done.returncode == 0
    assert done.stdout.startswith("<ArgumentMap 'Open or closed?': 6 claims, 3 arguments, ")
    assert "<svg" in (tmp_path / "small_debate.svg").read_text(encoding="utf-8")
    saved = parse((tmp_path / "small_debate.argdown").read_text(encoding="utf-8"))
    assert saved.diagnostics == ()
    conclusions = {argument.id: argument.conclusion for argument in saved.map.arguments}
    assert conclusions["Safety"] == "Keep closed"
    kinds = sorted(relation.kind.value for relation in saved.map.relations)
    assert kinds == ["attack", "contradictory", "support", "support", "undercut"]
