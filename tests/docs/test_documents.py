"""Every example in the README and the docs runs: Python by doctest's rules, commands in a folder of their own.

The commands of the README are processes, as for who types them; those of the other pages run in this one, which spares
starting it seventy times.
"""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest
from click.testing import CliRunner
from sybil import Example, Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser

from argmap.cli.app import commands

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
# Pages that need a library which only the development of argmap has.
NEEDS = {"coming-from-arguebuf.md": "arguebuf"}
PAGES = [
    README,
    *sorted(
        page
        for page in (ROOT / "docs").rglob("*.md")
        if page.parent.name not in ("gallery", "rules")
        and (page.name not in NEEDS or find_spec(NEEDS[page.name]) is not None)
    ),
]
Done = tuple[int, str, str]
"""An exit code, what was written to standard output, and what to standard error."""
_FILE_NAME = re.compile(r"Save\s+this\s+as\s+`([^`]+)`")


class ConsoleParser(CodeBlockParser):
    """```console blocks: each `$ argmap ...` is run; lines below it, if any, are what it prints."""

    language = "console"

    def evaluate(self, example: Example) -> str | None:
        expected: dict[str, list[str]] = {}
        command = ""
        for line in example.parsed.splitlines():
            if line.startswith("$ "):
                command = line[2:]
                expected[command] = []
            else:
                expected[command].append(line)
        started = started_anew if Path(example.path) == README else run_here
        problems = [self.run(command, lines, started) for command, lines in expected.items()]
        return "\n".join(filter(None, problems)) or None

    def run(self, command: str, lines: list[str], started: Callable[[list[str]], Done]) -> str | None:
        words = shlex.split(command.removeprefix("uv run "))
        if words[0] == "pytest":
            return None  # that is this very run
        assert words[0] == "argmap", f"only argmap is run here, not {words[0]}"
        code, out, err = started(words[1:])
        printed = (out + err).rstrip("\n").splitlines()
        if lines and [line.rstrip() for line in printed] != [line.rstrip() for line in lines]:
            return f"$ {command}\nprinted\n" + "\n".join(printed) + "\ninstead of\n" + "\n".join(lines)
        if not lines and code:
            return f"$ {command}\nfailed with {code}:\n{err}"
        return None


def started_anew(words: list[str]) -> Done:
    done = subprocess.run([sys.executable, "-m", "argmap", *words], capture_output=True, text=True, timeout=60)
    return done.returncode, done.stdout, done.stderr


def run_here(words: list[str]) -> Done:
    done = CliRunner().invoke(commands, words, catch_exceptions=False, prog_name="argmap")
    return done.exit_code, done.stdout, done.stderr


class ArgdownParser(CodeBlockParser):
    """```argdown blocks are read without a complaint; those under "Save this as `name`" become files."""

    language = "argdown"

    def evaluate(self, example: Example) -> str | None:
        import argmap

        text = str(example.parsed)
        before = example.document.text[: example.region.start].rstrip()[-300:]
        named = _FILE_NAME.findall(before)
        if named and before.endswith(":"):
            Path(example.namespace["folder"], named[-1]).write_text(text, encoding="utf-8")
        problems = argmap.parse(text).diagnostics
        return "\n".join(f"{item.code}: {item.message}" for item in problems) or None


class TextParser(CodeBlockParser):
    """```text blocks are for the eye only, but for those under "Save this as `name`", which become files."""

    language = "text"

    def evaluate(self, example: Example) -> None:
        before = example.document.text[: example.region.start].rstrip()
        named = _FILE_NAME.search(before.rpartition("\n\n")[2])
        if named and before.endswith(":"):
            Path(example.namespace["folder"], named[1]).write_text(str(example.parsed), encoding="utf-8")


def examples(page: Path) -> list[Example]:
    sybil = Sybil([PythonCodeBlockParser(), ConsoleParser(), ArgdownParser(), TextParser()], path=str(page.parent))
    return list(sybil.parse(page).examples())


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_example_of_the_page_runs(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    found = examples(page)
    for example in found:
        example.namespace["folder"] = tmp_path
        example.evaluate()
    blocks = len(re.findall(r"^```(?:python|console|argdown)\s*$", page.read_text(encoding="utf-8"), re.MULTILINE))
    assert blocks == 0 or found


def test_links_between_pages_lead_somewhere() -> None:
    for page in PAGES:
        for target in re.findall(
            r"\]\((?!https?:|#)([^)#]+)", re.sub(r"```.*?```|`[^`]*`", "", page.read_text("utf-8"), flags=re.DOTALL)
        ):
            assert (page.parent / target).exists(), f"{page.name} links to {target}, which is not there"
