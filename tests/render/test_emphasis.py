"""Bold, italic and linked words in pictures."""

import re
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap.model import ArgumentMap, Claim
from argmap.model.records import Range, RangeKind
from argmap.render import draw, to_svg
from argmap.render.emphasis import Run, runs_of
from argmap.render.text_width import text_width
from argmap.render.typesetting import set_text
from argmap.view import Finding
from tests.render.drawings import SVG, nodes, of, parsed

TEXT = "[Thesis]\n  + [School]: The **school** should _start_ at [nine](https://example.org), as _all **tired** pupils_ say & know.\n"


def looks(root: Any) -> dict[str, str]:
    told = {}
    for text in root.iter(f"{SVG}text"):
        marks = [name for name in ("font-weight", "font-style", "text-decoration") if text.get(name)]
        if marks and text.text not in ("School", "Thesis", "PRO", "+"):
            told[text.text] = " ".join(of(text, name) for name in marks)
    return told


@pytest.mark.parametrize("style", ["cards", "argdown", "tree"])
def test_marked_words_look_as_they_are_marked(engine, style):
    root = parsed(to_svg(argmap.parse(TEXT).map, style=style, engine=engine))
    assert looks(root) == {
        "school": "bold",
        "start": "italic",
        "nine": "underline",
        "all": "italic",
        "tired": "bold italic",
        "pupils": "italic",
    }
    assert "https" not in to_svg(argmap.parse(TEXT).map, style=style, engine=engine)


@pytest.mark.parametrize("style", ["cards", "junctions", "toulmin", "aif"])
def test_premises_have_their_marks(engine, style):
    text = "<A>\n\n(1) One **bold** premise.\n(2) One _slanted_ premise.\n-----\n(3) [C]: So it is.\n"
    root = parsed(to_svg(argmap.parse(text).map, style=style, engine=engine))
    assert looks(root).items() >= {("bold", "bold"), ("slanted", "italic")}


def test_the_runs_of_a_line_follow_each_other_and_stay_in_the_box(engine):
    m = argmap.parse(
        f"[A]: {' '.join(f'**{word}** _{word}_ 漢字 **か**な {word}' for word in ('one', 'two', 'WWW'))}\n"
    ).map
    (node,) = nodes(parsed(to_svg(m, style="cards", engine=engine)))
    frame = re.findall(r"(-?[\d.]+),-?[\d.]+", of(next(node.iter(f"{SVG}path")), "d"))
    right = max(map(float, frame))
    ends: dict[str, float] = {}
    for text in node.iter(f"{SVG}text"):
        x, y = float(of(text, "x")), of(text, "y")
        if y in ends:
            assert ends[y] - 0.01 <= x <= ends[y] + 4
        ends[y] = x + text_width(text.text or "", bold=text.get("font-weight") == "bold") * 11
        assert ends[y] <= right
    assert len(ends) > 1


def test_what_stands_beside_each_other_is_no_run_of_one_line(engine):
    m = argmap.parse("[A]: It **rains**. {side: for}\n  - [B]: _No_. {side: against}\n").map
    view = m.view(numbers=True, findings={"A": [Finding("warning", "Hm.", "x")]})
    root = parsed(to_svg(m, view=view, style="cards", engine=engine))
    places = {text.text: float(of(text, "x")) for text in root.iter(f"{SVG}text")}
    for one, other in (("1", "FOR"), ("1.1", "AGAINST"), ("W", "warnings")):
        assert places[other] - places[one] > text_width(one, bold=True) * 8 + 3
    assert places["rains"] == pytest.approx(places["It"] + (text_width("It ")) * 11, abs=0.1)


def test_lines_of_marked_words_are_as_far_apart_as_others(engine):
    def heights(text: str) -> list[float]:
        root = parsed(to_svg(argmap.parse(f"[A]: {text}\n").map, style="cards", engine=engine))
        found = sorted({float(of(part, "y")) for part in root.iter(f"{SVG}text")})
        return [two - one for one, two in pairwise(found)][1:]  # not that to the title

    plain, marked = heights("many words and " * 8), heights("many **words** and " * 8)
    assert max(plain) == pytest.approx(max(marked), abs=1.5)


def test_what_runs_from_the_right_is_set_plainly(engine):
    claim = Claim("a", "צריך להעלות את שכר", ranges=(Range(RangeKind.BOLD, 0, 4),))
    m = ArgumentMap.from_records(claims=[claim, Claim("b", "b")])
    assert looks(parsed(to_svg(m, engine=engine))) == {}


@pytest.mark.parametrize("ending", ["png", "pdf", "html"])
def test_other_outputs_draw_them(ending):
    assert draw(argmap.parse(TEXT).map, ending)


kinds = st.sampled_from(list(RangeKind))
ranges = st.lists(st.builds(Range, kinds, st.integers(-3, 90), st.integers(-3, 90)), max_size=6)


@given(st.text(max_size=80), ranges)
def test_runs_are_the_line(text, marks):
    lines = set_text(text, 11, "#000000", 6, 40).lines
    assert ["".join(run.words for run in runs) for runs in runs_of(lines, text, marks)] == lines


@given(st.text(min_size=1, max_size=60), ranges)
@settings(max_examples=20, deadline=None)
def test_any_marks_are_drawn(text, marks):
    m = ArgumentMap.from_records(claims=[Claim("a", text, ranges=tuple(marks))])
    assert len(nodes(parsed(to_svg(m, engine="bundled")))) == 1


def test_what_is_cut_keeps_its_marks():
    words = set_text("bold and " + "more " * 50, 11, "#000000", 60, 17, ranges=[Range(RangeKind.BOLD, 0, 4)])
    assert words.lines == ["bold and more …"]
    assert words.runs == [[Run("bold", "b"), Run(" and more …", "")]]
