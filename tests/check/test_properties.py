"""What holds of all rules on any map: nothing raises, places lie in the text, fixes mend, answers are the same twice."""

from __future__ import annotations

from collections import Counter

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap.check import Finding, Settings, find
from argmap.check.fixing import edited
from argmap.diagnostics import Severity
from argmap.evaluate import grounded
from argmap.model import ArgumentMap
from argmap.text import parse
from tests.maps import maps

EVERYTHING = Settings(select=("all",))
slow = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])

# Words that the lists of rules know, so that generated claims set rules off.
SAID = st.sampled_from(
    [
        "Therefore it rains.",
        "It rains. It snows!",
        "Why does it rain?",
        "Obviously all experts say that it never rains",
        "This is not true, because nobody has shown it",
        "It rains",
        "It does not rain",
        "If it rains, the street is wet",
        "Studies show that 40 % of the models fail",
        "You are an idiot",
        "TODO",
        "We should ban the phones and the tablets; teachers must help",
        "",
    ]
)
DATA = st.dictionaries(
    st.sampled_from(
        ["side", "cites", "values", "weight", "scheme", "speech", "status", "formula", "author", "probability"]
    ),
    st.one_of(
        SAID,
        st.sampled_from(["open", "closed", "rain -> wet", "accepted", "expert_opinion", "Ada 1"]),
        st.floats(-1, 2),
        st.none(),
        st.lists(st.sampled_from(["reading", "open"]), max_size=2),
        st.fixed_dictionaries({"source": st.just("reading"), "quote": SAID}),
    ),
    max_size=3,
)
FRONT = st.dictionaries(
    st.sampled_from(
        [
            "sources",
            "sides",
            "glossary",
            "synonyms",
            "speeches",
            "check",
            "thesis",
            "values",
            "symbols",
            "language",
            "participants",
        ]
    ),
    st.one_of(
        st.none(),
        SAID,
        st.integers(),
        st.lists(st.one_of(SAID, st.lists(SAID, max_size=2)), max_size=3),
        st.dictionaries(
            st.sampled_from(["open", "closed", "reading", "profile", "Ada 1"]),
            st.one_of(
                SAID,
                st.integers(),
                st.none(),
                st.dictionaries(st.sampled_from(["title", "path", "text", "side"]), SAID),
            ),
            max_size=2,
        ),
    ),
    max_size=3,
)


@st.composite
def debates(draw: st.DrawFn) -> ArgumentMap:
    """A map in which claims say what rules listen for."""
    m = draw(maps(argdown=True))
    for claim in list(m.claims):
        if draw(st.booleans()):
            data = {**claim.data, **draw(DATA)}
            m.replace(claim, text=draw(SAID), ranges=(), data=data)
    m.data.update(draw(FRONT))
    return m


def all_of(m: ArgumentMap) -> tuple[Finding, ...]:
    return find(m, EVERYTHING, labelling=grounded)[0]


def said(findings: tuple[Finding, ...]) -> Counter[tuple[str, str]]:
    return Counter((finding.code, finding.message) for finding in findings)


@slow
@given(maps())
def test_no_rule_raises_on_a_map_made_in_python(m: ArgumentMap) -> None:
    for finding in all_of(m):
        assert finding.span is None
        assert finding.message


@slow
@given(debates())
def test_places_lie_in_the_text_and_answers_stay_the_same(m: ArgumentMap) -> None:
    text = m.to_argdown()
    found = all_of(parse(text).map)
    assert found == all_of(parse(text).map)
    for finding in found:
        assert finding.span is not None, finding
        assert 0 <= finding.span.start <= finding.span.end <= len(text), finding
        for span, words in finding.related:
            assert 0 <= span.start <= span.end <= len(text), finding
            assert words
        assert finding.message.strip() == finding.message
        assert "\n" not in finding.message
    spans = [finding.span for finding in found if finding.span is not None]
    assert spans == sorted(spans)


@slow
@given(debates())
def test_a_fix_removes_its_finding_and_brings_no_error(m: ArgumentMap) -> None:
    text = m.to_argdown()
    before = all_of(parse(text).map)
    errors = sum(finding.severity is Severity.ERROR for finding in before)
    for finding in before:
        if finding.fix is None:
            continue
        after = all_of(parse(edited(text, finding.fix.edits)).map)
        key = (finding.code, finding.message)
        assert said(after)[key] < said(before)[key], finding
        assert sum(each.severity is Severity.ERROR for each in after) <= errors, finding
