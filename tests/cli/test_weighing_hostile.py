"""The commands that weigh answer whatever they are given: with a documented exit code, and never with a bug."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cli.conftest import Run

WORDS = [
    "1e400", ".nan", ".inf", "-1", "2", "0.3", "9" * 400, "yes", "~", "'0.5'", "[1, [2]]", "{a: {b: [c]}}", "2026-01-01",
    "{for: 1, against: .nan}", "{for: 1e400}", "axiom", "strict", "accepted", "zz", "a > b", "'a>b>a'", "'>'", "[null]",
    '"\\u202e\\x07"', "''", "&a [*a]", "!!python/x 1",
]  # fmt: skip
KEYS = ["weight", "votes", "values", "premise", "inference", "standard", "status", "probability", "cites"]
SEMANTICS = [
    "grounded", "preferred", "stable", "ideal", "cf2", "naive", "all", "zz", "", ",", "preferred,stable", "grounded,euler",
    "quadratic-energy", "df-quad",
]  # fmt: skip
words = st.sampled_from(WORDS)


def _mapping(given: dict[str, str]) -> str:
    return "{" + ", ".join(f"{key}: {value}" for key, value in given.items()) + "}"


inline = st.dictionaries(st.sampled_from(KEYS), words, max_size=2).map(lambda given: _mapping(given) if given else "")
titles = st.sampled_from(["A", "B", "\u202eX", "A & <b>"])
fronts = st.dictionaries(
    st.sampled_from(["audiences", "values", "sources", "weights"]),
    st.one_of(words, st.dictionaries(st.sampled_from(["x", "1"]), words, max_size=2).map(_mapping)),
    max_size=2,
).map(
    lambda given: "".join(["===\n", *(f"{key}: {value}\n" for key, value in given.items()), "===\n\n"]) if given else ""
)


@st.composite
def texts(draw: st.DrawFn) -> str:
    lines = [draw(fronts)]
    for _ in range(draw(st.integers(1, 3))):
        lines.append(f"[{draw(titles)}]: It rains. {draw(inline)}\n")
        for sign in draw(st.lists(st.sampled_from(["+", "-", "><", "_", "<-", "+>"]), max_size=2)):
            lines.append(  # noqa: PERF401  # what is drawn comes in turn
                f"  {sign} {draw(st.sampled_from(['[{}]', '<{}>: So. '])).format(draw(titles))}{draw(inline)}\n"
            )
        lines.append(f"\n<R>: So.\n\n(1) It is wet. {draw(inline)}\n----\n(2) [{draw(titles)}]\n\n")
    return "".join(lines)


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=texts() | st.text(max_size=30), semantics=st.sampled_from(SEMANTICS), claim=titles, data=st.data())
def test_hostile_debates_have_an_answer(run: Run, folder: Path, text, semantics, claim, data):
    (folder / "a.argdown").write_bytes(text.encode("utf-8", "surrogatepass"))
    by = ("--semantics", semantics)
    weights = data.draw(st.sampled_from(["declared", "votes", "sources", "zz"]))
    for asked in (
        ("evaluate", "a.argdown", *by, "--weights", weights),
        ("evaluate", "a.argdown", *by, "--audience", data.draw(st.sampled_from(["x", "a > b", "a>b>a", ""])), "--json"),
        ("evaluate", "a.argdown", "--ordering", "weakest-link"),
        ("evaluate", "a.argdown", "--standard", "preponderance"),
        ("why", "a.argdown", claim, *by),
        ("whatif", "a.argdown", data.draw(st.sampled_from(["--remove", "--rebut", "--accept", "--flip"])), claim, *by),
        ("render", "a.argdown", "-o", data.draw(st.sampled_from(["a.dot", "a.mmd", "a.svg"])), "--evaluate", semantics),
    ):
        done = run(*asked)
        assert done.exit_code in (0, 1, 2), (asked, done.output[-500:])


FRAMEWORKS = {
    "nothing": b"",
    "bytes": bytes(range(256)),
    "no header": b"1 2\n",
    "header alone": b"p af",
    "truncated": b"p af 2\n1 2\n1",
    "dangling": b"p af 2\n1 3\n",
    "too many": b"p af 1000000000000\n1 2\n",
    "far too many": b"p af " + b"9" * 5_000 + b"\n",
    "plus": b"p af 2\n+1 2\n",
    "tgf without #": b"a\nb\na b\n",
    "tgf dangling": b"a\n#\na c\n",
    "apx truncated": b"arg(a).\natt(a,",
    "apx dangling": b"arg(a).\natt(a,b).\n",
    "apx quotes": b"arg('a b').\n",
    "utf-16": "p af 1\n".encode("utf-16-le"),
}
FINE = {
    "mark and line ends": b"\xef\xbb\xbfp af 3\r\n1 2\r\n2 3\r\n",
    "zeros": b"p af 003\n01 02\n2 3\n",
    "comments": b"# c\np af 3 \n# 1 a\n1 2\n#\n2 3\n",
    "apx": b"% c\narg(1). arg(2).\natt(1,2). arg(3). % att(9,9).\natt(2 ,3).",
    "tgf": b"1 a b\n2 x\n3 y\n#\n1 2\n2 3",
}


@pytest.mark.parametrize("name", FRAMEWORKS)
def test_hostile_frameworks_are_refused(run: Run, folder: Path, name: str) -> None:
    (folder / "a.af").write_bytes(FRAMEWORKS[name])
    done = run("solve", "-p", "EE-PR", "-f", "a.af")
    assert done.exit_code == 1
    assert "a.af" in done.output


@pytest.mark.parametrize("name", FINE)
def test_unusual_frameworks_are_read(run: Run, folder: Path, name: str) -> None:
    (folder / "a.any").write_bytes(FINE[name])
    done = run("solve", "-p", "DS-GR", "-f", "a.any", "-a", "3")
    assert done.output.splitlines()[0] == "YES", done.output


def test_the_hash_seed_changes_nothing(folder: Path) -> None:
    text = "".join(
        f"[{a}]: It rains {a}.\n  - [{b}]\n  >< [{c}]\n\n" for a, b, c in ("abc", "bcd", "cda", "dab", "eab")
    )
    Path("a.argdown").write_text(text)
    asked = (["whatif", "a.argdown", "--flip", "a", "--how", "rebut"],)
    for words_of in asked:
        answers = {
            subprocess.run(
                [sys.executable, "-m", "argmap", *words_of],
                capture_output=True,
                env={**os.environ, "PYTHONHASHSEED": seed},
                check=False,
            ).stdout
            for seed in ("1", "77")
        }
        assert len(answers) == 1
        assert answers != {b""}
