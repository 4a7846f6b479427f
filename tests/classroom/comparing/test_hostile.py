"""Whatever pupils type, a report comes of it, and it is the same each time."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

import argmap
from argmap.classroom.comparing import compare
from argmap.classroom.comparing.class_report import ClassReport, summary_of
from argmap.classroom.comparing.class_sheet import class_sheet
from argmap.classroom.comparing.matching import Prepared
from argmap.classroom.comparing.report import as_key
from argmap.classroom.sheets.html import html_of
from argmap.classroom.sheets.look import LOOKS
from argmap.language import Words
from tests.maps import maps

few = settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow], deadline=None)


@few
@given(maps(max_claims=3), maps(max_claims=3))
def test_reports_are_written_of_any_maps(pupil: argmap.ArgumentMap, key: argmap.ArgumentMap) -> None:
    words = Words("en")
    comparison = compare(pupil, key)
    made = []
    for _ in range(2):
        sheet = comparison.report(3, words=words)
        report = ClassReport([Prepared(key)], pupil.title, [summary_of(pupil.title, comparison, 3, words)])
        sheets = (sheet, as_key(sheet, comparison, name="", words=words), class_sheet(report, words))
        made.append([html_of(each, LOOKS["standard"]) for each in sheets])
    assert made[0] == made[1]
    for page in made[0]:
        assert "<script>alert" not in page
