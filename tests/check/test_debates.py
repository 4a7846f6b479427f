"""Whole debates, good and bad, with the findings that they are to have and no others.

A debate is `NAME.argdown`; what it is to have is in `NAME.findings`: a line `LINE CODE words of the message` for each
finding at the profile it names under `check` in its front matter (by default `standard`). The flagship is clean, and so
is every debate in `good/`; `planted/` holds a copy of the flagship with more than forty faults, each of another rule,
and what the other profiles find in the flagship itself.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import argmap
from argmap import datasets
from argmap.check import Finding, Settings, find
from argmap.check.rule import PROFILES
from argmap.evaluate import grounded
from tests.golden import check_golden

ROOM = Path(__file__).parent / "debates"
DEBATES = sorted(ROOM.rglob("*.argdown"))
GOOD = [path for path in DEBATES if path.parent.name == "good"]
BAD = [path for path in DEBATES if path.parent.name != "good"]
TODAY = date(2026, 11, 25)
FLAGSHIP = Path(datasets.path("open_vs_closed"))


def found_in(path: Path, profile: str = "standard") -> tuple[Finding, ...]:
    """What is found in a file. Planted copies of the flagship cite the reading that lies beside the flagship."""
    m = argmap.read(path)
    folder = FLAGSHIP.parent if path.parent.name == "planted" else path.parent
    return find(m, Settings(profile=profile), labelling=grounded, folder=str(folder), today=TODAY)[0]


def lines(findings: tuple[Finding, ...]) -> str:
    """Findings as a file holds them."""
    return "".join(f"{finding.place.line} {finding.code} {finding.message}\n" for finding in findings)


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.relative_to(ROOM).with_suffix("").as_posix())
def test_debate_has_exactly_the_findings_it_is_to_have(path: Path) -> None:
    check_golden(path.with_suffix(".findings"), lines(found_in(path)))


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_good_debates_are_clean(path: Path) -> None:
    assert lines(found_in(path)) == ""


@pytest.mark.parametrize("name", datasets.names())
def test_the_debates_that_come_with_argmap_are_clean(name: str) -> None:
    assert lines(found_in(Path(datasets.path(name)))) == ""


@pytest.mark.parametrize("profile", PROFILES)
def test_other_profiles_find_in_the_flagship_what_was_read_and_judged(profile: str) -> None:
    check_golden(ROOM / "planted" / "profiles" / f"{profile}.findings", lines(found_in(FLAGSHIP, profile)))


def test_there_are_enough_debates() -> None:
    assert len([path for path in DEBATES if path.parent.name != "planted"]) >= 20
    planted = (ROOM / "planted" / "open_vs_closed.findings").read_text("utf-8").splitlines()
    assert len(planted) >= 40
