"""What holds of all rules on any map: nothing raises, places lie in the text, fixes mend, answers are the same twice."""

from __future__ import annotations

import dataclasses
from collections import Counter
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from argmap.check import Finding, Settings, all_rules, find
from argmap.check.fixing import edited, fix
from argmap.check.reading import CODES
from argmap.check.report import write_report
from argmap.check.result import Checked, Report
from argmap.diagnostics import Severity
from argmap.evaluate import grounded
from argmap.formats import argdown
from argmap.formats.given import Given
from argmap.model import ArgumentMap
from argmap.source import Source
from argmap.text import parse
from tests.check.cases import cases
from tests.check.effects import COMPARING, EFFECTS, changed
from tests.check.written import anything, front_data, record_data, sentences, written
from tests.grammar import any_text, documents, mutations
from tests.maps import maps

slow = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
ROOM = Path(__file__).parents[1]
TODAY = date(2026, 11, 25)


def _eager() -> Settings:
    """Settings under which all rules speak early: from the first record on, and with tasks that a teacher sets."""
    options = {}
    for rule in all_rules():
        if rule.options is not None:
            fields = {field.name: field for field in dataclasses.fields(rule.options)}
            low = {name: 3 if name == "least_words" else 1 for name in fields if name.startswith("least_")}
            tasks = {name: 1 for name, field in fields.items() if type(field.default) is int and field.default == 0}
            options[rule.name] = Settings().merged({"rules": {rule.name: low | tasks}}, "test").options[rule.name]
    return Settings(select=("all",), options=options)


EVERYTHING = Settings(select=("all",))
EAGER = _eager()
PAGES = sorted(
    {case.text for rule in all_rules() for title in ("Flagged", "Accepted") for case in cases(rule.page, title)}
)
FILES = sorted(
    path.read_bytes().decode("utf-8", "replace")
    for folder in ("conformance", "check/debates")
    for path in (ROOM / folder).rglob("*.argdown")
)
corpus = st.one_of(st.sampled_from(PAGES), st.sampled_from(FILES))
texts = st.one_of(written(), written(), mutations(corpus), mutations(written()), documents(), mutations(), any_text())


@st.composite
def debates(draw: st.DrawFn) -> ArgumentMap:
    """A map made in Python in which claims say what rules listen for, with data of all types."""
    m = draw(maps())
    for claim in list(m.claims):
        if draw(st.booleans()):
            m.replace(claim, text=draw(sentences), ranges=(), data={**claim.data, **draw(record_data)})
    m.data.update(draw(front_data))
    m.data.update(draw(st.dictionaries(st.sampled_from(sorted(front_data_keys)), anything, max_size=2)))
    return m


front_data_keys = ["thesis", "sides", "sources", "check", "glossary", "speeches", "symbols", "preferences", "values"]


def all_of(m: ArgumentMap, chosen: Settings = EVERYTHING) -> tuple[Finding, ...]:
    return find(m, chosen, labelling=grounded, today=TODAY)[0]


def said(findings: tuple[Finding, ...]) -> Counter[tuple[str, str]]:
    return Counter((finding.code, finding.message) for finding in findings)


def errors(m: ArgumentMap) -> int:
    assert m.source is not None
    return sum(each.severity is Severity.ERROR for each in m.source.diagnostics)


def check_places(text: str, chosen: Settings) -> None:
    found = all_of(parse(text).map, chosen)
    assert found == all_of(parse(text).map, chosen)
    for finding in found:
        assert finding.span is not None, finding
        assert 0 <= finding.span.start <= finding.span.end <= len(text), finding
        for span, words in finding.related:
            assert 0 <= span.start <= span.end <= len(text), finding
            assert words
        assert finding.message.strip() == finding.message
        assert "\n" not in finding.message
        assert "\r" not in finding.message
        at = 0
        for edit in sorted(finding.fix.edits if finding.fix else (), key=lambda each: each.span):
            assert at <= edit.span.start <= edit.span.end <= len(text), finding
            at = edit.span.end
    spans = [finding.span for finding in found if finding.span is not None]
    assert spans == sorted(spans)


@slow
@given(debates())
def test_no_rule_raises_on_a_map_made_in_python(m: ArgumentMap) -> None:
    for finding in all_of(m, EAGER):
        assert finding.span is None
        assert finding.message


@slow
@given(texts)
def test_places_lie_in_the_text_and_answers_stay_the_same(text: str) -> None:
    check_places(text, EAGER)


@slow
@given(debates())
def test_places_lie_in_the_text_of_a_map_made_in_python(m: ArgumentMap) -> None:
    check_places(m.to_argdown(), EVERYTHING)


@slow
@given(texts)
def test_every_report_can_be_written(text: str) -> None:
    report = Report((Checked("a.argdown", all_of(parse(text).map, EAGER), 0, 1),))
    for form in ("full", "concise", "json", "github", "sarif", "junit", "html"):
        written_report = "\n".join(write_report(report, form))
        assert written_report.encode() or form in ("concise", "github")


# -- fixes ------------------------------------------------------------------------------------------------------------


def test_the_table_says_what_each_fix_may_change() -> None:
    """Every rule in the table is there, and those of reading are left to `test_a_fix_of_the_text_mends_it`."""
    assert not EFFECTS.keys() & CODES.keys()
    assert EFFECTS.keys() <= {rule.code for rule in all_rules()}


@slow
@given(texts)
def test_a_fix_removes_its_finding_and_nothing_else(text: str) -> None:
    m = parse(text).map
    before = all_of(m)
    for finding in before:
        if finding.fix is not None and finding.family != "SYN":
            check_fix(text, m, before, finding)


def check_fix(text: str, m: ArgumentMap, before: tuple[Finding, ...], finding: Finding) -> None:
    """Apply the fix of one finding; see `effects.EFFECTS` for what it may change."""
    assert finding.fix is not None
    effect = EFFECTS[finding.code]
    assert finding.fix.is_safe is effect.is_safe, finding
    changed_text = edited(text, finding.fix.edits)
    mended = parse(changed_text).map
    assert errors(mended) <= errors(m), finding
    after = all_of(mended)
    assert changed(m, mended, by_words="-node" in effect.facts) <= effect.facts, finding
    key = finding.code, finding.message
    if effect.is_far:
        assert said(after)[key] < said(before)[key], finding
        return
    # Ids stay, but messages name untitled claims by their words, which may be others now.
    key = finding.code, finding.about or finding.message
    first, second = by_record(before), by_record(after)
    assert len(second.get(key, ())) < len(first[key]), finding
    touched = touched_by(m, finding)
    lines, lines_after = edited_lines(text, finding), edited_lines(changed_text, finding, is_after=True)
    for some, others, places in ((first, second, lines), (second, first, lines_after)):
        for name, found in some.items():
            different = len(found) - len(others.get(name, ()))
            if name != key and different > 0 and name[0] not in COMPARING:
                assert sum(is_about(each, touched, places) for each in found) >= different, (finding, found[0])


def by_record(findings: tuple[Finding, ...]) -> dict[tuple[str, str], list[Finding]]:
    """Findings by their code and the record they are about."""
    found: dict[tuple[str, str], list[Finding]] = {}
    for each in findings:
        found.setdefault((each.code, each.about or each.message), []).append(each)
    return found


def touched_by(m: ArgumentMap, finding: Finding) -> set[str]:
    """The ids of the records in whose places a fix edits."""
    assert finding.fix is not None
    spans = [edit.span for edit in finding.fix.edits]
    places = [(record.id, one.span) for record in m for one in record.occurrences]
    places += [(each.id, each.span) for each in m.arguments if each.span is not None]
    return {name for name, place in places if any(s.start <= place.end and place.start <= s.end for s in spans)}


def edited_lines(text: str, finding: Finding, *, is_after: bool = False) -> list[tuple[int, int]]:
    """The stretches of lines that a fix edits, in the text before or after it."""
    assert finding.fix is not None
    found, moved = [], 0
    for edit in sorted(finding.fix.edits, key=lambda each: each.span):
        start, end = edit.span
        if is_after:
            start, end = start + moved, start + moved + len(edit.text)
            moved += len(edit.text) - (edit.span.end - edit.span.start)
        stop = text.find("\n", end)
        found.append((text.rfind("\n", 0, start) + 1, len(text) if stop < 0 else stop + 1))
    return found


def is_about(finding: Finding, touched: set[str], lines: list[tuple[int, int]]) -> bool:
    """Whether a finding is about a touched record, or has a place, its own or a related one, on the edited lines."""
    spans = [span for span in (finding.span, *(span for span, _ in finding.related)) if span is not None]
    return finding.about in touched or any(s.start <= end and start <= s.end for s in spans for start, end in lines)


@slow
@example("    + [A]\n  + [B]\n")
@given(texts)
def test_a_fix_of_the_text_mends_it(text: str) -> None:
    """Faults that were hidden behind it may come to light; `fix` refuses it then."""
    m = parse(text).map
    assert m.source is not None
    for each in m.source.diagnostics:
        if each.edits:
            mended = parse(edited(text, each.edits)).map
            assert mended.source is not None
            # What stood there stands behind what was written before it.
            moved = sum(len(e.text) - len(text[slice(*e.span)]) for e in each.edits if e.span.start < each.span.start)
            moved += sum(
                max(0, len(e.text) - len(text[slice(*e.span)])) for e in each.edits if e.span.start == each.span.start
            )
            start = each.span.start + moved
            assert not [one for one in mended.source.diagnostics if (one.code, one.span.start) == (each.code, start)], (
                each
            )


@slow
@given(texts, st.booleans())
def test_fixing_comes_to_an_end(text: str, unsafe: bool) -> None:
    def read(changed_text: str) -> ArgumentMap:
        return parse(changed_text).map

    fixed = fix(text, read, all_of, unsafe=unsafe)
    again = fix(fixed.text, read, all_of, unsafe=unsafe)
    assert again.text == fixed.text
    assert not again.applied
    assert errors(read(fixed.text)) <= errors(read(text))
    if not unsafe:
        assert not fixed.refused
        if not errors(read(text)):
            left = [each for each in all_of(read(fixed.text)) if each.fix is not None and each.fix.is_safe]
            assert not left


@slow
@given(written(), written(), st.booleans())
def test_fixing_leaves_included_files_alone(text: str, other: str, unsafe: bool) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "a.argdown")
        Path(folder, "b.argdown").write_bytes(other.encode())

        def read(changed_text: str) -> ArgumentMap:
            return argdown.read(Given(Source(changed_text, str(path)), str(path))).map

        whole = f"{text}\n\n@include(b.argdown)\n"
        fixed = fix(whole, read, all_of, unsafe=unsafe)
        assert fix(fixed.text, read, all_of, unsafe=unsafe).text == fixed.text
        assert errors(read(fixed.text)) <= errors(read(whole))
        assert unsafe or not fixed.refused
        assert "@include(b.argdown)" in fixed.text
        assert Path(folder, "b.argdown").read_bytes() == other.encode()
