import pytest
from hypothesis import given

from argmap.errors import UnknownNameError
from argmap.model import ArgumentMap, Citation, Participant, Source
from tests.maps import data, values


def test_tags_come_once_in_order():
    m = ArgumentMap()
    m.section("s", tags=["d"])
    m.argument("a", tags=["c", "a"])
    m.claim("a", tags=["a", "b"])
    assert m.tags == ("a", "b", "c", "d")


def test_sides_of_the_front_matter_come_first():
    m = ArgumentMap(data={"sides": {"open": "For opening", "closed": None}})
    m.argument("a", side="later")
    m.claim("b", side="between")
    assert m.sides == ("open", "closed", "between", "later")


def test_sources_and_participants():
    given = {"a": "Title", "b": {"title": 5, "year": 2023}, "c": None, "d": ["x", "y"]}
    m = ArgumentMap(data={"sources": given, "participants": {"ada": {"name": "Ada", "role": "chair"}}})
    assert m.sources == (Source("a", "Title"), Source("b", "5", {"year": 2023}), Source("c"), Source("d", "x"))
    assert m.participants == (Participant("ada", "Ada", {"role": "chair"}),)


@pytest.mark.parametrize(
    ("cites", "found"),
    [
        ("leak", [Citation("leak")]),
        (5, [Citation("5")]),
        ({"source": "leak", "quote": "gone"}, [Citation("leak", "gone")]),
        ({"source": "leak", "quote": 5, "page": 3}, [Citation("leak", "5", {"page": 3})]),
        (["a", {"source": "b"}], [Citation("a"), Citation("b")]),
        ({"quote": "whose?"}, [Citation("", "whose?")]),
        ([None, []], []),
        (None, []),
    ],
)
def test_citations(cites, found):
    m = ArgumentMap()
    claim = m.claim("x", data={"cites": cites})
    assert m.citations(claim) == m.citations("C1") == tuple(found)


def test_values_are_a_word_or_a_list():
    m = ArgumentMap()
    m.claim("x", data={"values": "safety"})
    m.claim("y", data={"values": ["safety", "privacy", "safety"]})
    m.claim("z")
    assert [m.values(claim) for claim in m.claims] == [("safety",), ("safety", "privacy"), ()]
    with pytest.raises(UnknownNameError):
        m.values("nobody")


@given(data, values)
def test_any_data_are_read_without_an_error(front, inline):
    m = ArgumentMap(data={**front, "sources": inline, "participants": inline, "sides": inline})
    claim = m.claim("x", data={"cites": inline, "values": inline, "side": inline})
    assert all(isinstance(each.id, str) and isinstance(each.title, str) for each in m.sources)
    assert all(isinstance(each.name, str) for each in m.participants)
    assert all(isinstance(each.source, str) for each in m.citations(claim))
    assert all(isinstance(word, str) for word in (*m.values(claim), *m.sides))
