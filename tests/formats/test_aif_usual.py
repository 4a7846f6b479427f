"""Inferences and conflicts that are as nearly all are, are read in one go, to what reading them closely gives."""

import copy
import json

import pytest
from hypothesis import given, settings

from argmap.formats.aif_graph import schemes
from tests.bench.formats import as_aif, debate
from tests.formats.aif_family import read_text
from tests.formats.test_aif_plain import BASE, nodesets

KEYS = [
    "nodeID",
    "text",
    "type",
    "scheme",
    "schemeID",
    "fulfils",
    "edgeID",
    "fromID",
    "toID",
    "formEdgeID",
    "argmap",
    "x",
]
NEW: list[object] = [
    None,
    "",
    "1",
    "8",
    "e1",
    "expert_opinion",
    7,
    [],
    {"as": "argument"},
    {"as": "support"},
    {"data": {"x": 1}},
]
FAST = ("read_usual", "read_usual_link")


def told(value):
    """All that reading a nodeset gives."""
    result = read_text(json.dumps(value), "aif")
    m = result.map
    records = [*m.claims, *m.arguments, *m.relations]
    return [(record, record.data) for record in records], m.data, result.diagnostics, result.losses


def closely(value):
    """The same, with a close look at all of it."""
    with pytest.MonkeyPatch.context() as patch:
        for name in FAST:
            patch.setattr(schemes, name, lambda *_: False)
        return told(value)


@settings(max_examples=100, deadline=None)
@given(nodesets())
def test_a_nodeset_is_read_alike(value):
    assert told(value) == closely(value)


def test_whatever_is_changed_in_a_nodeset_it_is_read_alike():
    things = [("nodes", at) for at in range(len(BASE["nodes"]))] + [("edges", at) for at in range(len(BASE["edges"]))]
    for part, at in things:
        for key in KEYS:
            for new in NEW:
                value = copy.deepcopy(BASE)
                value[part][at][key] = new
                assert told(value) == closely(value), (part, at, key, new)
        value = copy.deepcopy(BASE)
        del value[part][at]
        assert told(value) == closely(value), (part, at)


def test_nearly_all_of_a_nodeset_is_read_in_one_go(monkeypatch):
    taken = dict.fromkeys(FAST, 0)

    def counting(name, read):
        def counted(*given):
            found = read(*given)
            taken[name] += found
            return found

        monkeypatch.setattr(schemes, name, counted)

    for name in FAST:
        counting(name, getattr(schemes, name))
    nodes, links = debate(2_000)
    m = read_text(as_aif(nodes, links), "aif").map
    assert taken["read_usual"] == sum(bool(argument.steps) for argument in m.arguments) > 300
    assert taken["read_usual_link"] == sum("nodeID" in each.data["aif"] for each in m.relations) > 100
