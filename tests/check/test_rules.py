"""Every rule has a page, and the cases on the page run."""

from __future__ import annotations

import inspect
import re
from pathlib import Path
from typing import Any

import pytest

from argmap.check import FAMILIES, Needs, Rule, Settings, all_rules, fix
from argmap.diagnostics import Severity
from tests.check.cases import alone, cases, found_in, places, read, sections

OWN = [rule for rule in all_rules() if rule.needs is not Needs.READING]
FLAGGED = [(rule, case) for rule in OWN for case in cases(rule.page, "Flagged")]
ACCEPTED = [(rule, case) for rule in OWN for case in cases(rule.page, "Accepted")]
ORDER = ["What it does", "Why it matters", "Flagged", "Accepted", "How it is fixed", "Options", "References"]


def _ids(pairs: list[Any]) -> list[str]:
    counts: dict[str, int] = {}
    names = []
    for rule, _ in pairs:
        counts[rule.code] = counts.get(rule.code, 0) + 1
        names.append(f"{rule.code}-{rule.name}-{counts[rule.code]}")
    return names


@pytest.mark.parametrize("rule", OWN, ids=lambda rule: rule.code)
def test_every_rule_has_a_whole_page(rule: Rule) -> None:
    titles = list(sections(rule.page))
    assert rule.summary.endswith(".")
    assert len(rule.summary) <= 110
    for title in ("What it does", "Why it matters", "Flagged", "Accepted"):
        assert title in titles, f"{rule.code} has no section {title!r}"
    assert titles == [title for title in ORDER if title in titles], "sections stand in one order"
    assert cases(rule.page, "Flagged")
    assert cases(rule.page, "Accepted")
    if rule.options is not None:
        for name in rule.options.__dataclass_fields__:
            assert f"`{name.replace('_', '-')}`" in sections(rule.page)["Options"]


@pytest.mark.parametrize("rule", OWN, ids=lambda rule: rule.code)
def test_file_function_and_folder_agree(rule: Rule) -> None:
    file = Path(inspect.getsourcefile(rule.find))
    assert file.stem == rule.name.replace("-", "_")
    assert rule.family in FAMILIES
    assert not re.match(r"(no|check|invalid)-", rule.name), "a name says the bad thing"
    siblings = {other.family for other in OWN if Path(inspect.getsourcefile(other.find)).parent == file.parent}
    assert siblings == {rule.family}, "one folder, one family"


@pytest.mark.parametrize(("rule", "case"), FLAGGED, ids=_ids(FLAGGED))
def test_flagged_cases_are_found(rule: Rule, case) -> None:
    assert case.expected, "a flagged case says where: // finding: CODE"
    assert places(found_in(case.text, alone(rule))) == case.expected


@pytest.mark.parametrize(("rule", "case"), ACCEPTED, ids=_ids(ACCEPTED))
def test_accepted_cases_are_not_found_and_have_no_other_errors(rule: Rule, case) -> None:
    assert places(found_in(case.text, alone(rule))) == []
    others = found_in(case.text, Settings(profile="draft"))
    assert [finding.code for finding in others if finding.severity is Severity.ERROR] == []


@pytest.mark.parametrize(("rule", "case"), FLAGGED, ids=_ids(FLAGGED))
def test_places_lie_in_the_text_and_fixes_mend(rule: Rule, case) -> None:
    for finding in found_in(case.text, alone(rule)):
        assert 0 <= finding.span.start <= finding.span.end <= len(case.text)
        assert finding.message.endswith((".", "?", ":", "!")) or '"' in finding.message[-3:]
        assert finding.message[0].isupper() or finding.message[0] in '"[<@' or not finding.message[0].isalpha()
    fixed = fix(case.text, read, lambda m: found_in(m.source.text, alone(rule)), unsafe=True)
    assert not fixed.refused
    left = found_in(fixed.text, alone(rule))
    assert [finding for finding in left if finding.fix is not None] == []
    again = fix(fixed.text, read, lambda m: found_in(m.source.text, alone(rule)), unsafe=True)
    assert again.text == fixed.text


def test_there_are_enough_rules_in_every_family() -> None:
    assert len(OWN) >= 80
    assert {rule.family for rule in OWN} == FAMILIES.keys() - {"SYN"}
