"""The formats of debate: their data hold together, their words are there, and names find them."""

from __future__ import annotations

import pytest

from argmap.classroom import rounds
from argmap.classroom.rounds.naming import Names
from argmap.errors import UnknownNameError

FORMATS = rounds.formats()


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.id)
def test_a_format_holds_together(form):
    codes = [speech.code for speech in form.speeches]
    assert len(set(codes)) == len(codes)
    assert form.source
    for speech in form.speeches:
        assert 1 <= speech.minutes <= 10
        assert speech.side in (*form.sides, "")
        assert speech.side or speech.is_exchange
        assert 0 <= speech.speaker <= form.speakers
        assert bool(speech.team) == bool(form.teams)
        assert not speech.case or speech.new == "all"
    for side in form.sides:
        own = [speech for speech in form.columns if speech.side == side]
        assert own[0].case
        assert own[-1].new != "all"
        # All who are to speak do, and each side has the same time, but where a format gives the parts unequally.
        assert {speech.speaker for speech in own} == set(range(1, form.speakers + 1))
    times = [sum(s.minutes for s in form.columns if s.side == side) for side in form.sides]
    assert times[0] == times[1]
    firsts = {speech.side: speech for speech in reversed(form.columns)}
    assert not firsts[form.columns[0].side].answers


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.id)
def test_every_format_side_team_and_speech_has_words(form):
    names = Names("en", form)
    assert names.say(f"formats.{form.id}")
    for speech in form.speeches:
        assert names.speech(speech)
        assert names.team(speech)


# By the manuals named in the data; in minutes, exchanges of questions left out.
@pytest.mark.parametrize(
    ("name", "times"),
    [
        ("policy", [8, 8, 8, 8, 5, 5, 5, 5]),
        ("ld", [6, 7, 4, 6, 3]),
        ("pf", [4, 4, 4, 4, 3, 3, 2, 2]),
        ("bq", [5, 5, 4, 4, 3, 3, 3, 3]),
        ("bp", [7] * 8),
        ("wsdc", [8] * 6 + [4, 4]),
        ("kp", [6, 6, 5, 5, 5, 5]),
        ("parli", [7, 8, 8, 8, 4, 5]),
    ],
)
def test_times(name, times):
    assert [speech.minutes for speech in rounds.format_named(name).columns] == times


@pytest.mark.parametrize(
    ("name", "wanted"),
    [("PF", "pf"), ("public-forum", "pf"), ("  Karl   Popper", "kp"), ("WUDC", "bp"), ("NPDA", "parli")],
)
def test_names_are_forgiving(name, wanted):
    assert rounds.format_named(name).id == wanted


def test_a_format_that_is_not_there():
    with pytest.raises(UnknownNameError, match="Did you mean 'public forum'"):
        rounds.format_named("public form")
    with pytest.raises(UnknownNameError, match="Use one of: policy, ld, pf, bq, bp, wsdc, kp, parli"):
        rounds.format_named("§")
