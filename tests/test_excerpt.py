"""Diagnostics for a person: carets stand under what is meant."""

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.cells import cells, visible
from argmap.diagnostics import Diagnostic, Severity, Span
from argmap.excerpt import diagnostic_as_data, show_diagnostic, show_sentence
from argmap.source import Source
from tests.cli import GOLDEN
from tests.golden import check_golden

# A mark stands for itself alone, so that it can be found in what is shown.
texts = st.text(st.sampled_from("ab  \t漢é\u0301\x1b\u202e😀"), max_size=150)


def shown(text, start, end, width=100, severity=Severity.ERROR, related=(), name="debate.argdown"):
    diagnostic = Diagnostic(code="x", message="It is wrong.", span=Span(start, end), severity=severity, related=related)
    return click.unstyle(show_diagnostic(diagnostic, Source(text, name), width))


@given(texts, texts, st.integers(28, 90))
def test_the_carets_stand_under_the_place(before, after, width):
    text = f"{before}§§§{after}"
    head, line, carets = shown(text, len(before), len(before) + 3, width).split("\n")
    assert head == f"debate.argdown:1:{len(before) + 1}: error: It is wrong."
    assert carets.endswith("^^^")
    assert carets.count("^") == 3
    place = carets.index("^")
    reached = line[: line.index("§")]
    assert cells(reached) == place
    assert "§§§" in line
    assert cells(line) <= width
    assert visible(line) == line


@given(st.text(max_size=300), st.integers(0, 300), st.integers(0, 300), st.integers(1, 90))
def test_any_place_can_be_shown(text, start, length, width):
    for line in shown(text, start, start + length, width).split("\n")[1:]:
        assert visible(line) == line


def test_a_line_of_a_million_signs_is_cut():
    out = shown("a" * 500_000 + "§" + "b" * 500_000, 500_000, 500_001)
    assert len(out) < 400
    assert "a§b" in out


CASES = {
    "plain": ("[A]: It *rains.", 8, 9),
    "tabs": ("[A]: one\n\t\t+\tB]", 12, 13),
    "wide": ("[漢字]: 漢字 *漢字 x", 8, 9),
    "combining": ("[A]: e\u0301e\u0301 *x", 10, 11),
    "control": ("[A]: \x1b[31mred *x", 14, 15),
    "right-to-left": ("[A]: \u202eabc *x", 10, 11),
    "long": ("[A]: " + "word " * 60 + "*here " + "word " * 60, 305, 310),
    "longer-than-the-line": ("[A]: one\n  + two\n", 5, 16),
    "place-longer-than-the-screen": ("[A]: " + "x" * 300, 5, 305),
    "at-the-end": ("[A]:", 4, 4),
    "behind-the-end": ("[A]: one\n", 9, 9),
    "empty-text": ("", 0, 0),
    "empty-line": ("[A]: one\n\n", 9, 9),
}


def test_golden_places():
    parts = [f"# {name}\n{shown(text, start, end)}\n" for name, (text, start, end) in CASES.items()]
    check_golden(GOLDEN / "places.txt", "\n".join(parts))


def test_related_places_and_severities():
    text = "[A]: one\n\n(1) p\n----\n(2) q\n"
    related = ((Span(0, 3), "where it was opened"), (Span(10, 13), "the first structure"))
    check_golden(
        GOLDEN / "related.txt",
        "\n".join(shown(text, 21, 24, severity=severity, related=related) + "\n" for severity in Severity),
    )


def test_names_of_files_are_hostile_too():
    assert shown("x", 0, 1, name="a\nb\x1b[2J.argdown").startswith("a\\nb\\x1b[2J.argdown:1:1: error: ")
    assert click.unstyle(show_sentence("a\nb", "no\nway")) == "a\\nb: error: no\\nway"


def test_colours():
    diagnostic = Diagnostic(code="x", message="It is wrong.", span=Span(0, 1))
    assert "\x1b[31m" in show_diagnostic(diagnostic, Source("x"))


def test_data_for_programs():
    diagnostic = Diagnostic(
        code="x",
        message="It is wrong.",
        span=Span(5, 8),
        related=((Span(0, 3), "the start"),),
        severity=Severity.WARNING,
    )
    assert diagnostic_as_data(diagnostic, Source("[A]\n one\n", "a.argdown")) == {
        "file": "a.argdown",
        "line": 2,
        "column": 2,
        "end_line": 2,
        "end_column": 5,
        "severity": "warning",
        "code": "x",
        "message": "It is wrong.",
        "related": [{"file": "a.argdown", "line": 1, "column": 1, "message": "the start"}],
    }


@pytest.mark.parametrize("width", [1, 5, 20])
def test_a_narrow_terminal(width):
    assert "^" in shown("[A]: It *rains and rains and rains", 8, 9, width)
