"""The flow of a round: where points stand, and what became of them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap.classroom import rounds
from argmap.classroom.rounds.columns import rows_of
from argmap.errors import UnknownNameError
from tests.maps import maps

ROUND = """\
===
title: Phones
format: policy
===

[Ban]: Phones should be banned. {side: aff}
  + <Attention>: A phone draws the eye. {side: aff, speech: [1AC, 2AC]}
    - <Off>: It can be off. {side: neg, speech: 1NC}
      - <Not off>: It never is. {side: aff, speech: 1AR}
  + <Quarrels>: Phones lead to quarrels. {side: aff, speech: 1AC}
    + <A study>: So a study says. {side: aff, speech: 2AC}
  + <Sleep>: Phones cost sleep. {side: aff, speech: 2AR}
  - <A tool>: A phone looks words up. {side: neg, speech: 1NC, status: conceded}
  - <Money>: A ban costs money. {side: neg, speech: 2NR}
"""


def entries(flow):
    return {entry.id: entry for entry in flow.entries()}


def test_marks():
    found = entries(argmap.parse(ROUND).map.flow())
    assert {name: entry.marks for name, entry in found.items()} == {
        "Attention": ("answered", "extended"),
        "Off": ("answered",),
        "Not off": ("dropped",),
        "Quarrels": ("dropped", "extended"),
        "A study": (),
        "Sleep": ("new",),
        "A tool": (),
        "Money": ("dropped", "new"),
    }


def test_nothing_new_in_a_speech_that_sums_up():
    m = argmap.parse(
        "[Ban]: Ban. {side: pro}\n  + <One>: One. {speech: PC, side: pro}\n    - <Two>: Two. {speech: CFF, side: con}\n"
    ).map
    flow = m.flow("pf")
    assert entries(flow)["Two"].marks == ("new",)
    assert [entry.id for entry in flow.dropped] == []  # late, but it is an answer


def test_points_are_dealt_out():
    text = (
        "[Ban]: Ban phones. {side: for}\n"
        + "".join(f"  + <For {n}>: Reason {n}. {{side: for}}\n" for n in range(1, 6))
        + "    - <Reply>: But. {side: against}\n      - <Back>: No. {side: for}\n"
        + "  - <Against>: A reason. {side: against}\n"
    )
    m = argmap.parse(text).map
    assert {name: entry.speeches for name, entry in entries(m.flow("bp")).items()} == {
        "For 1": ("PM",),
        "For 2": ("PM",),
        "For 3": ("DPM",),
        "For 4": ("DPM",),
        "For 5": ("MG",),
        "Reply": ("MO",),
        "Back": ("GW",),
        "Against": ("LO",),
    }
    # In Public Forum the second constructive need not answer the first.
    found = entries(m.flow("pf"))
    assert (found["For 5"].speeches, found["Reply"].speeches, found["Back"].speeches) == (("PC",), ("CR",), ("PS",))


def test_answers_for_which_no_speech_is_left_are_told():
    text = "[A]: A thesis. {side: for}\n"
    for depth in range(1, 12):
        text += f"{'  ' * depth}{'+' if depth == 1 else '-'} <P{depth}>: Point {depth}.\n"
    flow = argmap.parse(text).map.flow("ld")
    assert [entry.speeches[0] for entry in flow.entries()] == ["AC", "NC", "1AR", "NR", "2AR"]
    assert flow.notes == ("No speech is left for “P6”, “P7”, “P8” and 3 more.",)


def test_a_speech_that_the_format_does_not_have_is_told():
    m = argmap.parse("[Ban]: Ban. {side: pro}\n  + <One>: One. {speech: 1ACC, side: pro}\n").map
    (note,) = m.flow("policy").notes
    assert note == (
        "The format policy has no speech “1ACC”. These points get a speech by the rules instead. "
        "The speeches are: 1AC, 1NC, 2AC, 2NC, 1NR, 1AR, 2NR, 2AR."
    )
    assert "The speeches are: AC, NC, 1AR, NR, 2AR." in argmap.datasets.phones_in_class().flow("ld").notes[0]


def test_a_speech_of_the_other_side_is_told():
    m = argmap.parse("[Ban]: Ban. {side: pro}\n  + <One>: One. {speech: CC, side: pro}\n").map
    assert "“One” belongs to the side Pro, but the map puts it into CC" in m.flow("pf").notes[0]


def test_sides():
    m = argmap.datasets.open_vs_closed()
    assert m.flow("policy").sides == {"closed": "affirmative", "open": "negative"}
    assert m.flow("policy", sides={"closed": "neg"}).sides == {"closed": "negative", "open": "affirmative"}
    with pytest.raises(UnknownNameError, match="The map has no side 'close'. Did you mean 'closed'"):
        m.flow("policy", sides={"close": "neg"})
    with pytest.raises(UnknownNameError, match="The format policy has no side 'afirmative'. Did you mean"):
        m.flow("policy", sides={"closed": "afirmative"})
    school = argmap.parse("[A]: No. {side: against}\n\n[B]: Yes. {side: for}\n  >< [A]\n").map
    assert school.flow("ld").sides == {"for": "affirmative", "against": "negative"}


def test_a_map_with_a_third_position_leaves_that_out_and_says_so():
    m = argmap.parse(
        "[A]: A. {side: a}\n\n[B]: B. {side: b}\n  >< [A]\n\n[C]: C. {side: c}\n  + <Only for c>: So. {side: c}\n"
    ).map
    flow = m.flow()
    assert "“Only for c”" in flow.notes[0]
    assert list(flow.entries()) == []


def test_no_map_is_too_small():
    for text in ("", "[A]", "[A]: A.", "<A>", "[A]: A.\n  + [A]\n"):
        for form in rounds.formats():
            flow = argmap.parse(text).map.flow(form.id)
            assert len(list(flow.entries())) <= 1
            assert flow.sheet().blocks
            assert flow.markdown("none")


@settings(max_examples=20)
@given(maps(), st.sampled_from([form.id for form in rounds.formats()]))
def test_flows_of_any_map(m, form):
    flow = m.flow(form)
    again = m.flow(form)
    assert flow == again
    shown = list(flow.entries())
    assert [entry.number for entry in shown] == list(range(1, len(shown) + 1))
    assert len({entry.id for entry in shown}) == len(shown)
    order = [speech.code for speech in flow.format.columns]
    for line in flow.lines:
        cells = [item for row in rows_of(flow, line) for cell in row for item in cell]
        # Every point of the line has its place on paper, each later speech as well.
        wanted = sum(1 if entry.is_again else len(entry.speeches) for entry in line.entries)
        assert len(cells) == wanted
        for entry in line.entries:
            assert set(entry.speeches) <= set(order)
            assert not {"answered", "dropped"} <= set(entry.marks)
    assert set(flow.dropped) <= set(shown)


def test_a_large_map_takes_time_in_proportion():
    m = argmap.ArgumentMap("Large")
    thesis = m.claim("Yes", side="for")
    for number in range(1_500):
        reason = m.support(f"Reason {number}", thesis, title=f"R{number}", side="for")
        m.rebut(f"Answer {number}", reason, title=f"A{number}", side="against")
    flow = m.flow("policy")
    assert len(flow.lines) == 1_500
    assert sum(1 for _ in flow.entries()) == 3_000


def test_a_part_is_told_in_short_and_only_where_the_point_says_more():
    m = argmap.ArgumentMap()
    ban = m.claim("Phones should be banned in class.")
    one = m.claim("Phones draw the eye.")
    m.support(one, ban)
    two, three = m.claim(f"Phones ring {'and ring ' * 30}all day."), m.claim("What rings is loud.")
    m.support([two, three], ban)
    for premise in (one, two):
        m.rebut(m.claim(f"Not so: {premise.text[:12]}."), premise)
    told = m.flow("ld").markdown("all", carries=False)
    assert "2. Not so: Phones draw . [D]" in told
    assert "4. Not so: Phones ring . (to: Phones ring and ring" in told
    assert re.search(r"\(to: [^)]{70,79}…\) \[D\]", told)
