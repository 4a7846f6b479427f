from hypothesis import given

from argmap.model import ArgumentMap
from argmap.view import diagram_of, words_of_nodes
from tests.maps import maps


@given(maps())
def test_every_node_has_words(m):
    diagram = diagram_of(m)
    words = words_of_nodes(diagram)
    assert list(words) == [node.id for node in diagram.nodes]
    assert all(words.values())


def test_words_name_premises_and_deeds():
    m = ArgumentMap()
    thesis = m.claim("Close the lab", title="Close", side="closed")
    argument = m.support([m.claim("It harms"), m.claim("It can be closed")], thesis, title="Safety")
    m.undercut("Closing moves it elsewhere", argument)
    words = words_of_nodes(diagram_of(m))
    assert words["Close"] == "Main claim, side closed: Close – Close the lab. 1 support for it."
    assert words["Safety"] == (
        "Argument: Safety. Premise 1: It harms. Premise 2: It can be closed. It supports: Close. 1 undercut against it."
    )
    assert words["C3"] == "Claim: Closing moves it elsewhere. It undercuts: Safety."


def test_words_look_through_junctions():
    m = ArgumentMap()
    futile = m.rebut("They find a way", m.claim("A gate helps"))
    m.undercut("Ease matters", futile)
    words = words_of_nodes(diagram_of(m))
    assert words["C2"] == "Claim: They find a way. It attacks: A gate helps."
    assert words["C3"] == "Claim: Ease matters. It undercuts: the step from They find a way to A gate helps."
