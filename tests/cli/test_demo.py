"""`argmap demo`."""

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

import argmap
from tests.cli import GOLDEN
from tests.golden import check_golden


def test_the_picture_and_what_is_said(run, folder):
    result = run("demo")
    assert (result.exit_code, result.stderr) == (0, "")
    picture = (folder / "open_vs_closed.svg").read_bytes()
    assert "A powerful AI model should stay" in " ".join(ET.fromstring(picture).itertext())
    assert [path.name for path in folder.iterdir()] == ["open_vs_closed.svg"]
    assert f"({len(picture) / 1000:.0f} kB)" in result.stdout
    m = argmap.datasets.open_vs_closed()
    assert f"{len(m.claims)} claims, and {len(m.arguments)} arguments" in result.stdout
    for side in m.sides:
        count = sum(record.side == side for record in m)
        assert f"  {side:8} {count:>3} claims and arguments: {m.data['sides'][side]}" in result.stdout
    check_golden(GOLDEN / "demo.txt", result.stdout.replace(f"({len(picture) / 1000:.0f} kB)", "(SIZE kB)"))


def test_what_it_says_to_try_works(run, folder):
    printed = run("demo").stdout
    example = printed[printed.index("[Uniforms]") : printed.index("\n\n  Then draw it")] + "\n"
    (folder / "uniforms.argdown").write_text(example)
    result = run("render", "uniforms.argdown")
    assert (result.exit_code, result.stderr) == (0, "Drawn: uniforms.svg (3 claims, 3 arguments, 2 relations)\n")
    printed = run("demo", "--text").stdout
    for line in printed.splitlines():
        if line.strip().startswith("argmap ") and "uniform" not in line:
            assert run(*line.split()[1:]).exit_code == 0, line
    assert argmap.read("open_vs_closed.argdown") == argmap.datasets.open_vs_closed()


def test_the_small_example_is_that_of_the_readme():
    from argmap.cli.demo import _EXAMPLE

    readme = Path(__file__).parents[2] / "README.md"
    assert f"Save this as\n`uniforms.argdown`:\n\n```argdown\n{_EXAMPLE}```\n" in readme.read_text(encoding="utf-8")


def test_another_place(run, folder):
    (folder / "pictures").mkdir()
    assert run("demo", "-o", "x.svg").exit_code == 0
    assert run("demo", "-o", "pictures", "--text").exit_code == 0
    assert sorted(path.name for path in (folder / "pictures").iterdir()) == [
        "open_vs_closed.argdown",
        "open_vs_closed.md",
        "open_vs_closed.svg",
    ]
    printed = run("demo", "-o", "-")
    assert printed.stdout_bytes == (folder / "x.svg").read_bytes()
    result = run("demo", "-o", "nowhere/x.svg")
    assert result.exit_code == 1
    assert "there is no folder 'nowhere'" in result.stderr


def test_the_text_has_its_reading_beside_it(run, folder):
    run("demo", "--text")
    assert (folder / "open_vs_closed.md").read_text(encoding="utf-8") == argmap.datasets.reading("open_vs_closed")
    result = run("render", "open_vs_closed.argdown", "-o", "open_vs_closed.html")
    assert (result.exit_code, "reading" in result.stderr) == (0, False)  # what cannot be shown is told
    assert '<section id="reading"' in (folder / "open_vs_closed.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["open_vs_closed.argdown", "open_vs_closed.md"])
def test_a_text_that_was_changed_is_not_overwritten(run, folder, name):
    assert run("demo", "--text").exit_code == 0
    assert run("demo", "--text").exit_code == 0
    (folder / "open_vs_closed.argdown").unlink()
    path = folder / name
    path.write_text("[A]: mine\n")
    result = run("demo", "--text")
    assert result.exit_code == 1
    assert f"'{name}' is there already" in result.stderr
    assert path.read_text() == "[A]: mine\n"
    assert [each.name for each in folder.glob("*.argdown")] == [path.name] * (path.suffix == ".argdown")


def test_behind_uv_run(run, monkeypatch):
    monkeypatch.setenv("UV_RUN_RECURSION_DEPTH", "1")
    assert "    uv run argmap render uniforms.argdown\n" in run("demo").stdout
