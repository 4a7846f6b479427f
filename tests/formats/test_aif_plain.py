"""A map that says no more than a nodeset is written in one go, to the same text as any other."""

import json
import random
from collections import Counter
from dataclasses import replace
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.formats import read_result
from argmap.formats.aif import plain_text, write_as_graph
from argmap.model import Argument, ArgumentMap, Claim, Range, RangeKind, Relation, RelationKind, Step, Wording
from tests.bench.formats import as_aif, debate
from tests.formats.aif_family import own, read_text, shared, written
from tests.maps import maps


def text_of(made):
    assert (made.text, made.losses, made.beside) == ("", (), {})
    return "".join(made.pieces)


def is_plain(m):
    """Whether a map is written in one go; then the text is the same."""
    plain = plain_text(m)
    if plain is not None:
        assert text_of(plain) == text_of(write_as_graph(m))
    return plain is not None


WORDS = st.sampled_from(["It rains", "", 'The "sun"', "Größe 𝔸", "a\\b"])
NAMINGS = st.sampled_from(
    [
        {"text": "Default Inference", "scheme": "Default Inference", "schemeID": "72"},
        {"text": "Expert Opinion", "scheme": "ExpertOpinion", "schemeID": "15"},
        {"text": "gossip", "scheme": "gossip"},
    ]
)
CONFLICT = {"text": "Default Conflict", "scheme": "Default Conflict", "schemeID": "71"}
MORE = st.sampled_from([{}, {"timestamp": "2014"}, {"timestamp": "2015", "x": [1, {"y": None}]}])


@st.composite
def nodesets(draw):
    """A nodeset of propositions, inferences, and conflicts of all sorts that map to records without more."""
    claims = [str(number) for number in range(1, draw(st.integers(2, 5)) + 1)]
    nodes = [{"nodeID": name, "text": draw(WORDS), "type": "I", **draw(MORE)} for name in claims]
    ends, edges, seen = list(claims), [], set()
    for name in (str(20 + number) for number in range(draw(st.integers(0, 4)))):
        kind = draw(st.sampled_from(["RA", "CA"]))
        ins = draw(st.lists(st.sampled_from(claims), min_size=1, max_size=3, unique=True))
        end = draw(st.sampled_from(claims if kind == "RA" else ends))
        if (kind, *ins, end) in seen or end in ins:
            continue  # a conflict that is there twice, and one with itself, are something else
        seen.add((kind, *ins, end))
        nodes.append({"nodeID": name, "type": kind, **draw(MORE), **(draw(NAMINGS) if kind == "RA" else CONFLICT)})
        edges += [*((start, name) for start in ins), (name, end)]
        ends.append(name)
    links = [
        {"edgeID": str(number), "fromID": start, "toID": end, "formEdgeID": None}
        for number, (start, end) in enumerate(edges)
    ]
    return {"nodes": nodes, "edges": links, "locutions": []}


@settings(max_examples=200, deadline=None)
@given(nodesets())
def test_a_nodeset_is_written_in_one_go(value):
    m = read_text(json.dumps(value), "aif").map
    assert is_plain(m)
    text, losses = written(m, "aif")
    assert losses == []
    assert read_text(text, "aif").map == m


def test_a_long_nodeset_is_written_in_one_go():
    nodes, links = debate(2_000)
    m = read_text(as_aif(nodes, links), "aif").map
    assert sum(not argument.steps for argument in m.arguments) > 50
    assert len(m.relations) > 300
    assert is_plain(m)


@pytest.mark.parametrize("layer", [{}, {"formEdgeID": False}, {"nodes": [{"nodeID": "L", "type": "L"}]}, "odd"])
def test_a_map_that_keeps_more_of_a_file_is_written_alike(layer):
    m = ArgumentMap(data={"aif": layer})
    m.support(m.claim("It rains"), m.claim("The street is wet"))
    assert not is_plain(m)
    del m.data["aif"]
    assert is_plain(m)


def test_a_map_made_in_python_is_written_in_one_go_with_ids_for_its_edges():
    m = ArgumentMap("Rain", data={"sides": ["wet", "dry"]})
    m.section("Weather")
    m.support(["It rains", "It pours"], m.claim("The street is wet"))
    assert is_plain(m)
    assert json.loads(written(m, "aif")[0])["argmap"] == {
        "title": "Rain",
        "data": {"sides": ["wet", "dry"]},
        "sections": [{"id": "s1", "title": "Weather", "level": 1}],
        "edges": "e",
    }


BASE: dict[str, list[dict[str, Any]]] = {
    "nodes": [
        *({"nodeID": name, "text": "It rains", "type": "I", "timestamp": "2014"} for name in "123"),
        {"nodeID": "4", "type": "RA", "text": "Expert Opinion", "scheme": "ExpertOpinion", "schemeID": "15"},
        *({"nodeID": name, "type": "CA", "timestamp": "2014", **CONFLICT} for name in "5678"),
    ],
    "edges": [
        {"edgeID": str(10 + at), "fromID": start, "toID": end, "formEdgeID": None}
        for at, (start, end) in enumerate(
            map(tuple, ["14", "24", "43", "25", "35", "51", "26", "61", "37", "74", "28", "85"])
        )
    ],
    "locutions": [],
}
"""Three propositions, an inference, a linked conflict, an attack, an attack on the inference, one on the conflict."""
VALUES: list[Any] = [None, "", "e1", "7", "1", "8", "CA", "RA", "expert_opinion", 7, [], ["1"], ["1", "2"], {}]
VALUES += [["1", "2", "3"], ["e1", "2"], ["1", 2], ["2", "e1", "3"], "conflict"]
KEYS = ["nodeID", "text", "type", "edges", "edge", "scheme", "schemeID", "fulfils", "argmap", "participantID", "x"]
STEP = Step(("1", "2"), "3")


def changes(each):
    """Yield a record as it is with one thing changed."""
    held = each.data.get("aif")
    held = held if isinstance(held, dict) else {}
    for value in VALUES:
        yield from (replace(each, data={**each.data, "aif": {**held, key: value}}) for key in KEYS)
        yield from (replace(each, data={**each.data, key: value}) for key in ("aif", "scheme", "author", "rephrases"))
    yield from (replace(each, data=data) for data in ({}, {"scheme": "sign"}, {"scheme": " "}))
    for key in held:
        yield replace(each, data={**each.data, "aif": {word: held[word] for word in held if word != key}})
    if isinstance(each, Relation):
        yield from (replace(each, kind=kind) for kind in RelationKind)
        yield from (replace(each, source=end) for end in "12345")
        yield from (replace(each, target=end) for end in "12345")
        yield replace(each, step=0)
        return
    yield from (replace(each, **{key: "x"}) for key in ("id", "text", "title", "section"))
    yield from (replace(each, **{key: value}) for key, value in (("tags", ("x",)), ("wordings", (Wording("x"),))))
    yield replace(each, ranges=(Range(RangeKind.BOLD, 0, 2),))
    if isinstance(each, Argument):
        kept = [replace(STEP, rules=("x",)), replace(STEP, data={"x": 1}), replace(STEP, premises=())]
        yield from (replace(each, steps=(step,)) for step in kept)
        yield from (replace(each, steps=steps) for steps in ((), (STEP, STEP), (replace(STEP, premises=("1",)),)))


def made_of(records):
    """A map of records; None where they do not fit each other."""
    ids = {each.id for each in records if not isinstance(each, Relation)}
    for each in records:
        ends = [each.source, each.target] if isinstance(each, Relation) else []
        if isinstance(each, Argument):
            ends = [name for step in each.steps for name in (*step.premises, step.conclusion)]
        if not ids.issuperset(ends):
            return None
    m = ArgumentMap.from_records(
        claims=[each for each in records if isinstance(each, Claim)],
        arguments=[each for each in records if isinstance(each, Argument)],
    )
    m.relate_all(each for each in records if isinstance(each, Relation))
    return m


def without_ids(each):
    """A record whose edges have no ids."""
    held = {key: value for key, value in each.data["aif"].items() if key not in ("edges", "edge")}
    others = {key: value for key, value in each.data.items() if key != "aif"}
    return replace(each, data={**others, "aif": held} if held else others)


@pytest.mark.parametrize("has_ids", [True, False])
@pytest.mark.parametrize("most", [8, 7])
def test_whatever_is_changed_in_a_map_the_text_is_the_same(has_ids, most):
    nodes, edges = BASE["nodes"][:most], [edge for edge in BASE["edges"] if edge["fromID"] != "8" != edge["toID"]]
    m = read_text(json.dumps(BASE if most == 8 else {**BASE, "nodes": nodes, "edges": edges}), "aif").map
    records = [*m.claims, *m.arguments, *m.relations]
    if not has_ids:
        records = [without_ids(each) for each in records]
    assert is_plain(made_of(records))
    changed = [list(changes(each)) for each in records]
    tried: Counter[bool] = Counter()

    def attempt(*some):
        made = made_of(some)
        if made is not None:
            tried[is_plain(made)] += 1

    for at in range(len(records)):
        before, after = records[:at], records[at + 1 :]
        attempt(*before, *after)
        for other in changed[at]:
            attempt(*before, other, *after)
    for kind, source, target in product(RelationKind, "12345", "12345"):
        for data in ({}, {"aif": {"nodeID": "9"}}, {"aif": {"edge": "9"}}):
            attempt(*records, Relation(kind, source, target, data=data))
    chance = random.Random(1)
    for _ in range(2_000):
        several = list(records)
        for _ in range(chance.randint(2, 4)):
            at = chance.randrange(len(several))
            several[at] = chance.choice(changed[at])
        attempt(*several)
    assert min(tried[True], tried[False]) > 300


@settings(max_examples=50, deadline=None)
@given(maps())
def test_any_map_is_written_alike(m):
    is_plain(m)


@pytest.mark.parametrize("path", [*own("aif"), *shared("aif")], ids=lambda path: path.stem)
def test_any_file_is_written_alike(path):
    is_plain(read_result(path).map)


ODD = {
    "a title": lambda claim: replace(claim, title="Rain"),
    "a tag": lambda claim: replace(claim, tags=("x",)),
    "a wording": lambda claim: replace(claim, wordings=("x",)),
    "an author": lambda claim: replace(claim, data={"author": "Ada"}),
    "an id of its own": lambda claim: replace(claim, data={"aif": {"nodeID": "9"}}),
    "an id with signs": lambda claim: replace(claim, id="a-b"),
    "a participant": lambda claim: replace(claim, data={"aif": {"participantID": "1"}}),
}


@pytest.mark.parametrize("change", ODD.values(), ids=ODD.keys())
def test_what_asks_for_a_closer_look_gets_one(change):
    assert not is_plain(ArgumentMap.from_records(claims=[change(Claim("C1", "It rains"))]))
