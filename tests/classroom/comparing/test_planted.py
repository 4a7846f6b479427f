"""Known mistakes, planted in the datasets, are found and named: one by one, and several at once."""

from __future__ import annotations

from collections import Counter

import pytest

import argmap
from argmap.classroom.comparing import Comparison, Edit, EditKind, compare
from tests.classroom.comparing.applier import assert_is_key
from tests.classroom.comparing.planting import Planted, Planter, graph_of, map_of

DATASETS = argmap.datasets.names()


def said_by(comparison: Comparison, edit: Edit) -> set[str]:
    """The words of the boxes that an edit is about."""
    found: set[str] = set()
    for box in edit.boxes:
        here = comparison.boxes[box]
        found.update(node.text or node.title or node.id for node in (here.pupil, here.key) if node is not None)
    return found


def is_named(comparison: Comparison, planter: Planter, key: dict[int, str], planted: Planted) -> bool:
    """Whether an edit of the right kind is about the right boxes, and its sentence names them."""
    told = dict(zip(comparison.edits, comparison.told(), strict=True))
    for edit in comparison.edits:
        if edit.kind is not planted.kind:
            continue
        words = said_by(comparison, edit)
        texts = [{text for text in (planter.graph.texts.get(box), key.get(box)) if text} for box in planted.boxes]
        if all(words & some for some in texts) and all(
            any(text[:40].rstrip(".") in told[edit] for text in some) for some in texts
        ):
            return True
    return False


@pytest.mark.parametrize("kind", EditKind)
def test_each_kind_is_found_and_named_and_nothing_else(kind: EditKind) -> None:
    places = 0
    for name in DATASETS:
        m = argmap.datasets.load(name)
        key = graph_of(m)
        for seed in range(6):
            planter = Planter(key, seed)
            if not planter.plant(kind):
                continue
            places += 1
            comparison = compare(map_of(planter.graph), m, by="text")
            assert_is_key(comparison)
            (planted,) = planter.planted
            where = (name, seed, planter.planted, comparison.told())
            assert [edit.kind for edit in comparison.edits] == [kind], where
            assert is_named(comparison, planter, key.texts, planted), where
    assert places >= 3


@pytest.mark.parametrize("seed", range(8))
def test_several_at_once_are_all_found(seed: int) -> None:
    m = argmap.datasets.open_vs_closed()
    key = graph_of(m)
    planter = Planter(key, seed)
    kinds = [kind for kind in EditKind if kind is not EditKind.MAIN_CLAIM]
    planted = Counter(kind for kind in (*kinds[seed:], *kinds[:seed]) if planter.plant(kind))
    assert len(planted) >= 10
    comparison = compare(map_of(planter.graph), m, by="text")
    assert_is_key(comparison)
    found = Counter(edit.kind for edit in comparison.edits)
    assert found == planted, comparison.told()
    for each in planter.planted:
        assert is_named(comparison, planter, key.texts, each), (each, comparison.told())


def test_a_map_with_few_mistakes_is_nearer_than_one_with_many() -> None:
    m = argmap.datasets.open_vs_closed()
    planter = Planter(graph_of(m), 1)
    last = 1.0
    for kind in (EditKind.MOVE, EditKind.ADD, EditKind.FLIP, EditKind.REMOVE, EditKind.SWAP):
        assert planter.plant(kind)
        similarity = compare(map_of(planter.graph), m)["edit_similarity"].value or 0.0
        assert 0 < similarity < last
        last = similarity
