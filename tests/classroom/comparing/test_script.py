"""The edit script leads from any map to any other, for whoever follows what it says."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import argmap
from argmap.classroom.comparing import Bearing, EditKind, Graph, Group, Line, compare
from argmap.classroom.comparing.comparison import Comparison
from argmap.classroom.comparing.script import script
from argmap.language import languages
from tests.classroom.comparing.applier import assert_is_key
from tests.maps import maps

few = settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    boxes = draw(st.lists(st.integers(0, 6), unique=True))
    if not boxes:
        return Graph()
    ends = st.sampled_from(boxes)
    lines = draw(st.lists(st.builds(Line, ends, ends, st.sampled_from(Bearing)), max_size=10))
    groups = set()
    for target in draw(st.lists(ends, max_size=3)):
        sources = sorted({line.source for line in lines if line.target == target})
        if len(sources) > 1:
            members = draw(st.lists(st.sampled_from(sources), min_size=2, max_size=3, unique=True))
            groups.add(Group(frozenset(members), target))
    texts = {box: draw(st.sampled_from(["a", "b", f"box {box}"])) for box in boxes}
    return Graph(texts, set(lines), groups, frozenset(draw(st.lists(ends, max_size=1))), set(draw(st.lists(ends))))


@settings(max_examples=50)
@given(graphs(), graphs())
def test_the_script_leads_from_any_graph_to_any_other(start: Graph, goal: Graph) -> None:
    comparison = Comparison(argmap.ArgumentMap(), argmap.ArgumentMap(), 0, "id", (), start, goal)
    before = start.copy()
    assert_is_key(comparison)
    assert comparison.start == before
    after = start.copy()
    for edit in comparison.edits:
        after.apply(edit)
    assert (after.texts, after.lines, after.groups) == (goal.texts, goal.lines, goal.groups)


@given(graphs())
def test_from_a_graph_to_itself_there_is_nothing_to_do(graph: Graph) -> None:
    assert script(graph, graph) == ()


@few
@given(maps(), maps())
def test_the_script_leads_from_any_map_to_any_other_and_is_told(
    pupil: argmap.ArgumentMap, key: argmap.ArgumentMap
) -> None:
    comparison = compare(pupil, key)
    assert_is_key(comparison)
    told = comparison.told()
    assert len(told) == len(comparison.edits)
    assert all(told)
    assert all(0.0 <= score.value <= 1.0 for score in comparison.scores.values() if score.value is not None)
    for level in (1, 2, 3):
        assert len(comparison.hints(level)) <= 3


@few
@given(maps())
def test_a_map_is_perfect_beside_itself(m: argmap.ArgumentMap) -> None:
    comparison = compare(m, m)
    assert comparison.is_perfect, comparison.told()
    assert all(score.value in (None, 1.0) for score in comparison.scores.values())


def test_every_dataset_is_perfect_beside_itself() -> None:
    for name in argmap.datasets.names():
        m = argmap.datasets.load(name)
        for by in (None, "id", "text"):
            comparison = compare(m, m, by=by)
            assert comparison.is_perfect, (name, by, comparison.told())
            assert all(score.value in (None, 1.0) for score in comparison.scores.values())
            assert len(comparison.hints()) == 0


def test_what_is_linked_moves_together() -> None:
    key = argmap.ArgumentMap()
    ban = key.claim("Ban cars")
    air = key.support("Cars foul the air", ban)
    clean = key.claim("People need clean air to live")
    key.support(["Fumes make people ill", "Illness costs lives"], clean, title="Illness")
    key.support([clean], ban)
    pupil = argmap.ArgumentMap()
    ban = pupil.claim("Ban cars")
    pupil.support("Cars foul the air", ban)
    pupil.support(["Fumes make people ill", "Illness costs lives"], ban)
    pupil.support("People need clean air to live", ban)
    edits = compare(pupil, key).edits
    assert [edit.kind for edit in edits] == [EditKind.MOVE]
    assert len(edits[0].boxes) == 2
    assert air.id in key
    assert languages()[0] == "en"
