"""Faulty documents: each has its expected diagnostics beside it, and what stands around the fault is read."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from argmap.text import ParseResult, parse
from argmap.text.faults import FAULTS
from tests.golden import check_golden

CORPUS = Path(__file__).parents[1] / "conformance"
BAD = sorted((CORPUS / "bad").glob("*.argdown"))
LOSSY = sorted((CORPUS / "lossy").glob("*.argdown"))

UNMENTIONED = {
    # Losses of the official reader that argmap does not share, so that there is nothing to say.
    "bold-inside-italic-of-the-same-marker",
    "data-block-with-crlf-line-ends",
    "shortcode-inside-bold",
    "undercut-of-a-claim-after-a-structure",
    "untitled-name-collides",
    # Losses that the language itself prescribes, and that nobody would want to hear of at every comma.
    "lists-of-two-wordings-merge-by-position",
    "rule-with-comma-in-parentheses",
    "tab-after-bold-is-lost",
    "tag-takes-full-width-punctuation",
}


def read(path: Path) -> ParseResult:
    return parse(path.read_bytes().decode("utf-8"), path.name)


def shown(result: ParseResult) -> str:
    """The diagnostics, one a line, and what was read in spite of them."""
    source = result.map.source
    assert source is not None
    lines = []
    for item in result.diagnostics:
        start, end = source.place(item.span.start), source.place(item.span.end)
        lines.append(f"{start.line}:{start.column}-{end.line}:{end.column} {item.severity} {item.code}")
        lines.append(f"  {item.message}")
    lines.append("")
    lines += [f"[{claim.id}] {claim.text}".rstrip() for claim in result.map.claims]
    for argument in result.map.arguments:
        lines.append(f"<{argument.id}> {argument.text}".rstrip())
        lines += [f"  {' + '.join(step.premises)} => {step.conclusion}" for step in argument.steps]
    lines += [
        f"{relation.source} {relation.kind} {relation.target}" + ("" if relation.step is None else f" #{relation.step}")
        for relation in result.map.relations
    ]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_each_fault_has_its_diagnostic(path: Path) -> None:
    result = read(path)
    assert result.diagnostics
    check_golden(path.with_suffix(".expected"), shown(result))


@pytest.mark.parametrize("path", LOSSY, ids=lambda path: path.stem)
def test_what_is_lost_elsewhere_is_kept_or_said(path: Path) -> None:
    result = read(path)
    assert bool(result.diagnostics) == (path.stem not in UNMENTIONED)
    check_golden(path.with_suffix(".expected"), shown(result))


def test_one_fault_gives_one_diagnostic() -> None:
    """As many as a person would name; two files have a reason for more or less."""
    faults: dict[str, int] = {}
    with (CORPUS / "bad" / "faults.tsv").open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table, delimiter="\t"):
            faults[row["file"]] = faults.get(row["file"], 0) + 1
    found = {path.name: len(read(path).diagnostics) for path in BAD}
    assert found.keys() == faults.keys()
    apart = {name for name in found if found[name] != faults[name]}
    # Two lines in square brackets are two references with text behind them.
    assert apart == {"pcs-numbers-in-square-brackets.argdown"}


def test_most_faults_are_found_where_a_person_would_say() -> None:
    places: dict[str, list[tuple[int, int]]] = {}
    with (CORPUS / "bad" / "faults.tsv").open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table, delimiter="\t"):
            places.setdefault(row["file"], []).append((int(row["line"]), int(row["column"])))
    lines_off = []
    for path in BAD:
        result = read(path)
        source = result.map.source
        assert source is not None
        found = [source.place(item.span.start).line for item in result.diagnostics]
        if found[: len(places[path.name])] != [line for line, _ in places[path.name]]:
            lines_off.append(path.stem)
    assert len(lines_off) <= len(BAD) // 12, lines_off


def test_every_fault_of_the_table_is_shown_by_a_file() -> None:
    seen = {item.code for path in [*BAD, *LOSSY] for item in read(path).diagnostics}
    # Includes need files (tests/text/test_include.py); no text is known that the formatter leaves alone.
    elsewhere = {code for code in FAULTS if code.startswith("include")} | {"not-laid-out"}
    assert set(FAULTS) - seen - elsewhere == set()
