"""What is true of merging any maps."""

import itertools
import json
from collections import Counter

from hypothesis import assume, given, settings
from hypothesis import strategies as st

import argmap
from argmap import ArgumentMap, datasets
from argmap.changes import ConflictKind, diff, merge
from argmap.changes.marking import TAG
from argmap.changes.pairs import is_named
from tests.changes.edits import KINDS, edits
from tests.maps import maps


def is_told(base, edit):
    """Whether the edit leaves a claim something by which it is known: without a title, words; without words, a title."""
    if edit.kind not in ("reword", "retitle"):
        return True
    record = base[next(iter(edit.touches))]
    return is_named(record) if edit.kind == "reword" else bool(record.text)


EXAMPLES = 15 * settings().max_examples // 100


@settings(max_examples=EXAMPLES)
@given(maps(max_claims=4), maps(max_claims=4))
def test_what_one_changed_is_so(base, a):
    for merged in (merge(base, a, base=base), merge(a, base, base=base), merge(a, a, base=base), merge(a, base=base)):
        assert merged.map == a
        assert not merged.conflicts
    assert merge(a).map == merge(a, a).map == merge(a, a, a).map == a


@settings(max_examples=EXAMPLES)
@given(st.data())
def test_edits_that_touch_different_things_are_both_done_in_either_order(data):
    base = data.draw(maps(max_claims=5))
    one, other = data.draw(edits(base, "one")), data.draw(edits(base, "two", is_other=True))
    assume(not one.touches & other.touches and is_told(base, one) and is_told(base, other))
    both = other(one(base))
    first, second = (merge(*some, base=base) for some in ((one(base), other(base)), (other(base), one(base))))
    assert first.conflicts == second.conflicts == ()
    assert not diff(first.map, both)
    assert not diff(second.map, both)


@settings(max_examples=EXAMPLES)
@given(st.data())
def test_nothing_is_lost_and_what_both_changed_is_told(data):
    base = data.draw(maps(max_claims=4))
    a, b = base, base
    for number in range(data.draw(st.integers(1, 3))):
        a, b = data.draw(edits(a, f"a{number}"))(a), data.draw(edits(b, f"b{number}", is_other=True))(b)
    merged = merge(a, b, base=base, names=["Ada", "Ben"])
    text = merged.map.to_json()
    for m, other in ((a, b), (b, a)):
        for claim in m.claims:
            was_taken_away = claim in base.claims and claim.id not in other
            if claim.text and not was_taken_away and other.get(claim.id) != base.get(claim.id):
                assert json.dumps(claim.text, ensure_ascii=False)[1:-1] in json.dumps(
                    json.loads(text), ensure_ascii=False
                ) or any(claim.text == each.text for each in base.claims)
    ArgumentMap.from_json(text)  # its parts fit each other
    str(merged)
    json.dumps(merged.to_data())
    again = merge(a, b, base=base, names=["Ada", "Ben"])
    assert (again.map, again.conflicts) == (merged.map, merged.conflicts)
    assert again.map.to_json() == text
    turned = merge(b, a, base=base, names=["Ben", "Ada"])
    assert Counter(each.kind for each in turned.conflicts) == Counter(each.kind for each in merged.conflicts)
    for prefer in ("Ada", "Ben"):
        left = merge(a, b, base=base, names=["Ada", "Ben"], prefer=prefer).conflicts
        assert {each.kind for each in left} <= {ConflictKind.SAME_TITLE}


@settings(max_examples=EXAMPLES)
@given(st.data())
def test_the_same_field_changed_differently_is_a_conflict(data):
    base = data.draw(maps(max_claims=4))
    kind = data.draw(st.sampled_from(["reword", "retitle", "data", "premise", "setting"]))
    one = data.draw(edits(base, "one", (kind,)))
    other = data.draw(edits(base, "other", (kind,)))
    assume(one.kind == other.kind == kind and one.touches == other.touches)
    assume(is_told(base, one))
    merged = merge(one(base), other(base), base=base)
    assert merged.conflicts
    assert merged.conflicts[0].id == "" or kind == "retitle" or TAG in merged.map[merged.conflicts[0].id].tags


@settings(max_examples=EXAMPLES)
@given(maps(max_claims=4), maps(max_claims=4), st.integers(0, 2))
def test_maps_without_a_common_base(a, b, number):
    merged = merge(a, b, *[a] * number)
    texts = {claim.text for claim in merged.map.claims}
    said = merged.map.to_json()
    for claim in (*a.claims, *b.claims):
        assert claim.text in texts or json.dumps(claim.text, ensure_ascii=False)[1:-1] in json.dumps(
            json.loads(said), ensure_ascii=False
        )
    ArgumentMap.from_json(said)
    str(merged)
    assert len(merged.map) <= 2 * (len(a) + len(b))


@settings(max_examples=EXAMPLES)
@given(st.data())
def test_a_merged_map_is_argdown_again(data):
    base = data.draw(maps(max_claims=3, argdown=True))
    kinds = tuple(kind for kind in KINDS if kind not in ("flip", "re-aim", "relate"))
    a, b = data.draw(edits(base, "one", kinds))(base), data.draw(edits(base, "other", kinds))(base)
    merged = merge(a, b, base=base, names=["a.argdown", "b.argdown"]).map
    text = merged.to_argdown()
    assert not [item for item in argmap.parse(text).diagnostics if item.severity == "error"]
    assert argmap.parse(text).map == merged


def test_the_datasets():
    every = [datasets.load(name) for name in datasets.names()]
    for a in every:
        assert merge(a, a).map == a
        assert merge(a, a.copy(), base=a).map == a
    for a, b in itertools.pairwise(every):
        merged = merge(a, b)
        assert len(merged.map) >= max(len(a), len(b))
