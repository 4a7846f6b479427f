import copy
import pickle

import pytest

from argmap.diagnostics import Span
from argmap.errors import UnknownNameError
from argmap.model import Argument, ArgumentMap, Claim, Occurrence, Relation, RelationKind, Role, Section
from argmap.source import Source as SourceText


@pytest.fixture
def m():
    m = ArgumentMap("Rain?", data={"sides": ["yes"], "x": {"y": [1]}})
    place = m.section("Case")
    rain = m.claim("It rains", title="Rain", section=place)
    m.support("The street is wet", rain, title="Wet")
    m.contradict(rain, m.claim("The sun shines", title="Sun"))
    return m


def test_views_hold_records_in_order(m):
    assert [c.id for c in m.claims] == ["Rain", "C1", "Sun"]
    assert [a.id for a in m.arguments] == ["Wet"]
    assert [s.id for s in m.sections] == ["s1"]
    assert [r.id for r in m] == ["Rain", "C1", "Sun", "Wet"]
    assert (len(m), len(m.claims), len(m.relations)) == (4, 3, 1)
    assert repr(m.claims) == "<3 records>"


def test_membership_is_by_name_and_sort(m):
    relation = next(iter(m.relations))
    mirror = Relation(relation.kind, relation.target, relation.source)
    assert "Rain" in m
    assert "Rain" in m.claims
    assert "Rain" not in m.arguments
    assert m["Rain"] in m.claims
    assert m["Rain"] not in m.arguments
    assert relation in m.relations
    assert mirror in m.relations
    assert mirror in m
    assert Relation(RelationKind.ATTACK, "Rain", "Sun") not in m
    assert next(iter(m.sections)) in m
    assert "s1" in m.sections
    assert "s1" not in m
    assert Section("s2", "x") not in m
    assert Argument("Rain") not in m
    assert 5 not in m
    assert None not in m.claims


def test_a_view_follows_the_map(m):
    claims = m.claims
    m.claim("new")
    m.replace("Rain", id="Regen")
    assert [c.id for c in claims] == ["Regen", "C1", "Sun", "C2"]


def test_an_unknown_name_says_what_to_type(m):
    with pytest.raises(UnknownNameError) as error:
        m["rain"]
    assert str(error.value) == "There is no claim or argument 'rain' in this map. Did you mean 'Rain'?"
    assert isinstance(error.value, KeyError)
    assert m.get("rain") is None


def test_an_outdated_record_names_the_present_one(m):
    old = m["Rain"]
    new = m.replace(old, text="It is raining")
    assert m[old] == new
    assert m.get(old) == new


def test_order_titles_and_places_do_not_count():
    span = Span(0, 3)
    claims = [Claim("A", "a", occurrences=(Occurrence(Role.TOP_LEVEL, span),)), Claim("B", title="B")]
    relations = [Relation(RelationKind.CONTRARY, "A", "B", spans=(span,)), Relation(RelationKind.ATTACK, "A", "B")]
    one = ArgumentMap.from_records(claims=claims, relations=relations)
    other = ArgumentMap.from_records(
        claims=[Claim("B"), Claim("A", "a")],
        relations=[Relation(RelationKind.ATTACK, "A", "B"), Relation(RelationKind.CONTRARY, "B", "A")],
        source=SourceText("x"),
    )
    assert one == other


@pytest.mark.parametrize(
    "change",
    [
        lambda m: setattr(m, "title", "x"),
        lambda m: m.data.update(a=1),
        lambda m: m.claim("x"),
        lambda m: m.argument("x"),
        lambda m: m.section("x"),
        lambda m: m.replace("Rain", text="x"),
        lambda m: m.replace("Rain", tags=["x"]),
        lambda m: m.replace("Wet", data={"x": 1}),
        lambda m: m.relate("Rain", "contradictory", "Sun", data={"x": 1}),
        lambda m: m.relate("Rain", "contrary", "Sun"),
        lambda m: m.remove(*m.relations),
        lambda m: m.replace(next(iter(m.relations)), kind="attack"),
        lambda m: m.replace(next(iter(m.sections)), title="x"),
    ],
)
def test_what_counts(m, change):
    other = m.copy()
    assert m == other
    change(other)
    assert m != other
    change(m)
    assert m == other


def test_a_map_is_not_a_key(m):
    with pytest.raises(TypeError):
        hash(m)
    assert m != 5


def pickled(m: ArgumentMap) -> ArgumentMap:
    return pickle.loads(pickle.dumps(m))  # type: ignore[no-any-return]


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, ArgumentMap.copy, pickled])
def test_copies_stand_alone(m, copied):
    m.supports_of("Rain")
    m.index()
    m.remove(m.claim("gone"))
    other = copied(m)
    assert other == m
    assert type(other) is ArgumentMap
    assert [r.id for r in other] == [r.id for r in m]
    other.data["x"]["y"].append(2)
    assert other.claim("new").id == "C3"
    other.remove("Rain")
    other.section("x")
    assert m.data["x"] == {"y": [1]}
    assert (len(m), len(m.relations), len(m.sections)) == (4, 1, 1)
    assert [a.id for a in m.supports_of("Rain")] == ["Wet"]
    assert m.claim("new").id == "C3"


def test_from_records_keeps_what_it_is_given():
    source = SourceText("x")
    m = ArgumentMap.from_records(
        title="  t ",
        data={"a": 1},
        claims=[Claim("B", " two  spaces "), Claim("A")],
        arguments=[Argument("C")],
        relations=[Relation(RelationKind.ATTACK, "C", "A")],
        sections=[Section("s7", "x")],
        source=source,
    )
    assert (m.title, m.data, m.source, m.copy().source) == ("  t ", {"a": 1}, source, source)
    assert [r.id for r in m] == ["B", "A", "C"]
    assert m["B"].text == " two  spaces "
    assert (m.claim("x").id, m.section("y").id) == ("C1", "s1")
