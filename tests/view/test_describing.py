import re

from hypothesis import given

from argmap.model import ArgumentMap
from argmap.view import (
    Change,
    Diagram,
    Edge,
    EdgeKind,
    Finding,
    Group,
    Node,
    NodeKind,
    Status,
    diagram_of,
    words_of_cells,
    words_of_nodes,
)
from argmap.view.describing import description
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


def test_a_sentence_within_another_leaves_its_full_stop():
    m = ArgumentMap("Rain", data={"sides": {"wet": "It gets wet.", "dry": "It stays dry."}})
    rain = m.claim("It rains.", side="wet")
    sun = m.claim("Does the sun shine?", side="dry")
    m.rebut("There are no clouds.", rain)
    m.support([m.claim("It is noon."), m.claim("I see it.")], sun)
    diagram = diagram_of(m)
    assert diagram.description.endswith(
        "Main claims: It rains; Does the sun shine? Sides: wet: It gets wet; dry: It stays dry."
    )
    words = words_of_nodes(diagram)
    assert words["C1"] == "Main claim, side wet: It rains. 1 attack against it."
    assert words["C3"] == "Claim: There are no clouds. It attacks: It rains."


@given(maps())
def test_no_sentence_has_two_stops(m):
    for record in m.claims:
        m.replace(record, text="It rains.", title=None)
    diagram = diagram_of(m)
    for told in (diagram.description, *words_of_nodes(diagram).values()):
        assert not re.search(r"[^.]\.[.;]", told)


def test_words_look_through_junctions():
    m = ArgumentMap()
    futile = m.rebut("They find a way", m.claim("A gate helps"))
    m.undercut("Ease matters", futile)
    words = words_of_nodes(diagram_of(m))
    assert words["C2"] == "Claim: They find a way. It attacks: A gate helps."
    assert words["C3"] == "Claim: Ease matters. It undercuts: the step from They find a way to A gate helps."


def test_words_tell_marks_in_whole_sentences():
    node = Node(
        "C1",
        NodeKind.CLAIM,
        "Rain",
        "It rains",
        side="wet",
        number="1.2",
        role="Grounds",
        status=Status.REJECTED,
        strength=0.25,
        values=("truth",),
        tags=("weather", "today"),
        findings=(Finding("error", "It is a circle."), Finding("info", "It is short")),
        change=Change.CHANGED,
        hidden=1,
        group="g",
    )
    told = words_of_nodes(Diagram(nodes=(node,), groups=(Group("g", "Sky"),)))["C1"]
    assert told == (
        "Grounds. Claim 1.2, side wet: Rain – It rains. It is rejected. It has a strength of 0.25 from 0 to 1. "
        "It was changed. Error: It is a circle. Remark: It is short. It promotes: truth. It is tagged: weather; today. "
        "1 claim or argument is folded into it. It is in the group: Sky."
    )


def test_words_of_cells_tell_what_they_do():
    m = ArgumentMap()
    late = m.claim("It is late")
    m.support([late, m.claim("Late is dark")], m.claim("It is dark"), title="Dark")
    m.rebut("My watch is wrong", late)
    told = words_of_cells(diagram_of(m))
    assert told["Dark"] == {"p0_0": "Premise 1: It is late. 1 attack against it.", "p0_1": "Premise 2: Late is dark."}


def test_inferences_and_conflicts_have_words():
    nodes = (
        Node("C1", NodeKind.CLAIM, text="It rains"),
        Node("I", NodeKind.INFERENCE, "Sign"),
        Node("X", NodeKind.CONFLICT, "Conflict"),
        Node("C2", NodeKind.CLAIM, text="It is wet"),
    )
    edges = (
        Edge("C1", "I", EdgeKind.PREMISE),
        Edge("I", "C2", EdgeKind.SUPPORT),
        Edge("X", "C2", EdgeKind.ATTACK),
    )
    told = words_of_nodes(Diagram(nodes=nodes, edges=edges))
    assert told["I"] == "Inference: Sign. Premise: It rains. It supports: It is wet."
    assert told["X"] == "Conflict: Conflict. It attacks: It is wet."
    assert told["C1"] == "Claim: It rains. It supports: It is wet (by Sign)."


def test_the_description_counts_marks_and_ends_with_the_notes():
    m = ArgumentMap()
    nodes = (
        Node("C1", NodeKind.CLAIM, status=Status.ACCEPTED, findings=(Finding("warning", "x"), Finding("warning", "y"))),
        Node("C2", NodeKind.CLAIM, status=Status.ACCEPTED, change=Change.ADDED),
        Node("C3", NodeKind.CLAIM, status=Status.UNDECIDED, findings=(Finding("error", "z"),)),
    )
    told = description(m, Diagram(nodes=nodes, notes=("Only a part is shown",)))
    assert told.endswith(
        "2 are accepted and 1 is undecided. 1 was added since the map it is compared with. "
        "The checker has 1 error and 2 warnings. Only a part is shown."
    )
