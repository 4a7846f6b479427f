"""The differ finds what it is there to find: every change to a map, told or not."""

from __future__ import annotations

import pytest
from hypothesis import given

from argmap.formats import Loss
from argmap.formats.keeping import ALL, Facet, Keeps
from argmap.formats.naming import MAP, label
from argmap.model import RelationKind, Step
from tests.formats.difference import broken_promises, compare
from tests.formats.everything import everything
from tests.maps import maps


@given(maps())
def test_equal_maps_do_not_differ(m):
    found = compare(m, m.copy(), [])
    assert (found.untold, found.untrue, found.differences) == ([], [], [])


@given(maps(), maps())
def test_maps_that_differ_do(m, other):
    assert bool(compare(m, other, []).untold) == (m != other)


def retitle(m):
    m.title = "Other"


def redata(m):
    m.data = {}


def remove_relation(m):
    m.remove(*[each for each in m.relations if label(m, each) == "[Sun] attacks [Rain]"])


CHANGES = {
    "title": (retitle, MAP, Facet.TITLE),
    "map data": (redata, MAP, Facet.DATA),
    "text": (lambda m: m.replace("Sun", text="x"), "[Sun]", Facet.TEXT),
    "marks": (lambda m: m.replace("Rain", ranges=()), "[Rain]", Facet.MARKS),
    "wordings": (lambda m: m.replace("Put", wordings=()), "<Put>", Facet.WORDINGS),
    "tags": (lambda m: m.replace("Sun", tags=("bright", "weather")), "[Sun]", Facet.TAGS),
    "data": (lambda m: m.replace("Noted", data={"note": "new"}), "<Noted>", Facet.DATA),
    "section": (lambda m: m.replace("Drops", section=None), "[Drops]", Facet.SECTION),
    "steps": (
        lambda m: m.replace("Long", steps=[m["Long"].steps[0], Step(("Drops",), "Thesis")]),
        "<Long>",
        Facet.STEPS,
    ),
    "relation": (lambda m: remove_relation(m), "[Sun] attacks [Rain]", Facet.KIND),
    "claim": (lambda m: m.remove("Nobody"), "[Nobody]", Facet.RECORD),
}


@pytest.mark.parametrize("change", CHANGES)
def test_each_change_is_found_and_told_by_its_loss_alone(change):
    edit, where, facet = CHANGES[change]
    m, after = everything(), everything()
    edit(after)
    found = compare(m, after, [])
    assert found.untold
    assert all(each.startswith(f"{where}: ") for each in found.untold), found.untold
    told = compare(m, after, [Loss(facet, where, "So.")])
    assert (told.untold, told.untrue) == ([], [])
    other = compare(m, after, [Loss(facet, "[Wind]", "So.")])
    assert other.untold
    assert other.untrue == ["[Wind]: The file leaves out " + facet + ". So."]


def test_what_is_new_must_be_what_something_was_kept_as():
    m, after = everything(), everything()
    after.relate(after.claim("A gist", title="X"), "support", "Sun")
    found = compare(m, after, [])
    assert found.untold == ["the map: [X] is new", "the map: [X] supports [Sun] is new"]
    near = [Loss(Facet.DATA, "[Roof] attacks [Leak]", "So.", "a claim")]
    assert compare(m, after, near).untold == found.untold
    remove_relation(after)
    told = [Loss(Facet.KIND, "[Sun] attacks [Rain]", "So.", "a claim")]
    assert compare(m, after, told).untold == []
    assert compare(m, after, [Loss(Facet.KIND, "[Sun] attacks [Rain]", "So.")]).untold == found.untold


def test_an_id_that_changes():
    m, after = everything(), everything()
    after.remove("Nobody")
    after.claim("", title="N1")
    assert len(compare(m, after, []).untold) == 2
    assert compare(m, after, [Loss(Facet.ID, "[Nobody]", "So.", "N1")]).untold == []
    assert compare(m, m, [Loss(Facet.ID, "[Nobody]", "So.", "Nobody")]).untrue


def test_promises():
    m = everything()
    losses = [Loss(Facet.TAGS, "[Sun]", "So."), Loss(Facet.KIND, "[Sun] attacks [Rain]", "So."), Loss("x", MAP, "So.")]
    assert broken_promises(ALL, m, losses) == [str(loss) for loss in losses[:2]]
    none = Keeps(claim=frozenset(), kinds=frozenset({RelationKind.SUPPORT.value}))
    assert broken_promises(none, m, losses) == []
