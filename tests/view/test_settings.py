"""Front matter becomes a view; options win; what cannot be used is noted."""

import pytest

import argmap
from argmap.errors import ArgmapError, UnknownNameError
from argmap.model import ArgumentMap
from argmap.view import (
    ARGDOWN,
    Change,
    Colours,
    Finding,
    Frame,
    Label,
    NodeKind,
    Statements,
    Status,
    Steps,
    View,
    diagram_of,
)


@pytest.fixture
def m():
    made = ArgumentMap("T")
    first = made.section("First", tags=["s"])
    made.section("Inner", parent=first)
    a = made.claim("a", title="A", tags=["pro"], section=first)
    made.claim("b", title="B", section="s2", side="open", data={"color": "#ABC"})
    made.support([a, made.claim("c", side="shut")], made.claim("d", title="D"), title="Arg")
    return made


def test_without_settings_it_is_the_plain_view(m):
    assert View.of(m) == View()
    assert View.of(m, ARGDOWN) == ARGDOWN


def test_settings_and_options(m):
    m.data |= {
        "selection": {
            "selectedTags": ["pro"],
            "selectedSections": ["First"],
            "statementSelectionMode": "with-title",
            "excludeDisconnected": True,
            "excludeStatements": ["A"],
            "excludeArguments": "Arg",
        },
        "map": {"statementLabelMode": "hide-untitled", "argumentLabelMode": "title"},
        "group": {"groupDepth": 1, "ignoreIsGroup": True},
        "model": {"explodeArguments": True},
    }
    view = View.of(m, group=3, tags=[])
    assert (view.tags, view.sections, view.inside, view.group) == ((), ("s1",), False, 3)
    assert (view.statements, view.disconnected, view.exclude) == (Statements.WITH_TITLE, False, ("A", "Arg"))
    assert (view.claim_label, view.argument_label) == (Label.BOTH, Label.TITLE)
    assert (view.steps, view.is_group, view.notes) == (Steps.EXPLODE, False, ())
    assert View.of(m, sections=["First"]).inside
    assert View.of(m, ARGDOWN).steps is Steps.EXPLODE_HIDDEN
    assert m.view(steps="hide").steps is Steps.HIDE


BAD = {
    "selection": {
        "selectedTags": ["prp", {"a": 1}],
        "selectedSection": 1,
        "statementSelectionMode": 7,
        "excludeDisconnected": "no",
    },
    "map": [1],
    "group": {"groupDepth": -1, "regroup": [3, {"title": "X", "statements": ["AA"]}], "sections": "s"},
    "color": {
        "colorScheme": "defalt",
        "tagColors": {"pro": "red"},
        "statementColors": {"E": 1},
        "groupColorScheme": [1],
    },
}


def test_what_cannot_be_used_is_noted_and_never_raises(m):
    m.data |= BAD
    view = View.of(m)
    assert set(view.notes) == {
        "The setting map is no list of settings with a key each; it is left alone.",
        "The setting selection.selectedSection is not known. Did you mean 'selectedSections'?",
        "The setting group.groupDepth is a whole number from 0 on, not -1.",
        "The setting group.regroup lists something that is no group with a title; it is left alone.",
        "The setting group.regroup, group 'X', statements names the statement 'AA', which is not there."
        " Did you mean 'A'?",
        "The setting group.sections has a value for each name, and is not 's'.",
        "The setting selection.selectedTags names the tag 'prp', which is not there. Did you mean 'pro'?",
        "The setting selection.selectedTags lists {'a': 1}, which is no tag.",
        "The setting selection.excludeDisconnected is true or false, not 'no'.",
        "The setting selection.statementSelectionMode cannot be 7. It is one of: all, top-level, with-title,"
        " with-relations, not-used-in-argument, with-more-than-one-relation.",
        "The setting color.colorScheme names the scheme 'defalt', which is not there. Did you mean 'default'?",
        "The setting color.groupColorScheme lists 1, which is no colour such as '#1b9e77'; it is left alone.",
        "The setting color.statementColors names the statement 'E', which is not there.",
        "The setting color.tagColors gives 'pro' 'red', which is no colour such as '#1b9e77'.",
    }
    assert diagram_of(m).notes[-len(view.notes) :] == view.notes


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"distance": -1}, "The distance of a view is a whole number from 0 on, not -1."),
        ({"depth": -2}, "The depth of a view is a whole number from 0 on, not -2."),
        ({"group": 1.5}, "The group of a view is a whole number from 0 on, not 1.5."),
        ({"strength": {"A": 2}}, "The strength of 'A' is a number from 0 to 1, not 2."),
        ({"steps": "hid"}, "There is no way to show steps 'hid'. Did you mean 'hide'?"),
        ({"kinds": ["atack"]}, "There is no kind 'atack'. Did you mean 'attack'?"),
        ({"show": "side"}, "There is no mark 'side'. Did you mean 'sides'?"),
        ({"tags": [3]}, "A view names claims, sections, tags and sides by words, not by 3."),
        (
            {"before": "old.argdown"},
            "The field before of a view is an ArgumentMap, such as argmap.read gives it, not 'old",
        ),
        ({"colours": "red"}, "The field colours of a view is Colours, not 'red'."),
        ({"findings": {"A": ["bad"]}}, "The findings of a view are a report, or Findings by id, not 'bad'."),
        ({"regroup": ["X"]}, "The field regroup of a view is a list of Frames, not 'X'."),
        ({"regroup": [Frame("X", parent=0)]}, "The frame 'X' lies in one that does not come before it"),
    ],
)
def test_values_out_of_range(fields, message):
    with pytest.raises(ArgmapError) as caught:
        View(**fields)
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"sections": "Frist"}, "There is no section 'Frist' in this map. Did you mean 'First'?"),
        ({"closed": "Inn"}, "There is no section 'Inn' in this map. Did you mean 'Inner'?"),
        ({"tags": "pr"}, "There is no tag 'pr' in this map. Did you mean 'pro'?"),
        ({"sides": "opne"}, "There is no side 'opne' in this map. Did you mean 'open'?"),
        ({"around": "Agr"}, "There is no claim or argument 'Agr' in this map. Did you mean 'Arg'?"),
        ({"fold": "zzz"}, "There is no claim or argument 'zzz' in this map. It has 'A', 'B', 'C1', 'D', 'Arg'."),
        ({"status": {"zz": "accepted"}}, "There is no claim or argument 'zz' in this map."),
    ],
)
def test_unknown_names(m, fields, message):
    with pytest.raises(UnknownNameError) as caught:
        diagram_of(m, View(**fields))
    assert str(caught.value).startswith(message)
    with pytest.raises(UnknownNameError, match="no section 'x' in this map. It has no section at all."):
        diagram_of(ArgumentMap(), View(sections="x"))
    with pytest.raises(UnknownNameError, match="Did you mean 'depth'"):
        View.of(m, dept=1)


def shown(m, **fields):
    return [node.id for node in diagram_of(m, View(**fields)).nodes]


def test_the_key_tells_the_colours_of_tags_that_are_seen(m):
    m.data["color"] = {"tagColors": {"pro": "#010203", "s": "#040506", "nowhere": "#070809"}}
    told = [(one.words, one.side) for one in diagram_of(m, m.view(statements="all")).legend if one.sign == "colour"]
    assert told == [("#pro", "#010203")]
    m.data["color"] |= {"colorizeGroupsByTag": True}
    seen = diagram_of(m, m.view(statements="all", group=2))
    told = [(one.words, one.side) for one in seen.legend if one.sign == "colour"]
    assert sorted(told) == [("#pro", "#010203"), ("#s", "#040506")]
    hidden = diagram_of(m, m.view(statements="all", exclude="A")).legend
    assert "colour" not in [one.sign for one in hidden]


def test_selecting(m):
    assert shown(m) == ["B", "D", "Arg"]
    assert shown(m, sections="First") == ["A", "B"]
    assert shown(m, sections="First", inside=False) == ["A"]
    assert shown(m, tags="pro") == ["A"]
    assert shown(m, sides="shut") == ["D", "Arg"]
    assert shown(m, kinds=["claim"]) == ["A", "B", "C1", "D"]
    assert shown(m, disconnected=False) == ["D", "Arg"]
    assert shown(m, disconnected=False, include=m["B"]) == ["B", "D", "Arg"]
    assert shown(m, statements="with-title") == ["A", "B", "D", "Arg"]
    assert diagram_of(m, View(tags="pro")).notes == ("The picture shows 1 of 5 claims and arguments.",)
    assert diagram_of(m, View(tags="pro", exclude="A")).notes == (
        "Nothing is drawn, for none of the 5 claims and arguments is all that is asked for. Ask for less at once.",
    )


def test_hidden_steps_leave_the_card_alone(m):
    m.rebut("no", "C1")
    diagram = diagram_of(m, View(steps="hide"))
    assert not any(node.blocks for node in diagram.nodes)
    assert [(edge.source, edge.kind.value, edge.target, edge.target_anchor) for edge in diagram.edges] == [
        ("Arg", "support", "D", None),
        ("C2", "attack", "Arg", None),
    ]


def test_depth_fold_and_around(m):
    no = m.rebut("no", "C1")
    m.undercut("but", no)
    by_id = {node.id: node for node in diagram_of(m, View(depth=1)).nodes}
    assert list(by_id) == ["B", "D", "Arg"]
    assert by_id["Arg"].hidden == 2
    assert {node.id: node.hidden for node in diagram_of(m, View(fold="D")).nodes} == {"B": 0, "D": 5}
    assert {node.id for node in diagram_of(m, View(around="C1", distance=1)).nodes} == {"D", "C2", "Arg"}
    folded = diagram_of(m, View(fold=no))
    assert [(edge.source, edge.target) for edge in folded.edges] == [("Arg", "D"), ("C2", "Arg")]


def test_closed_groups(m):
    m.relate("B", "attack", "D")
    m.relate("A", "attack", "D")
    diagram = diagram_of(m, View(closed="First"))
    (box,) = (node for node in diagram.nodes if node.kind is NodeKind.GROUP)
    assert (box.title, box.hidden, box.side) == ("First", 1, "open")
    assert [(edge.source, edge.target) for edge in diagram.edges] == [("Arg", "D"), ("s1", "D"), ("Arg", "D")]


def test_numbers(m):
    m.rebut("no", "C1")
    numbers = {node.id: node.number for node in diagram_of(m, View(numbers=True)).nodes}
    assert numbers == {"B": "2", "D": "1", "C2": "1.1.1", "Arg": "1.1"}


def test_marks(m):
    view = View.of(
        m,
        status={"A": "accepted", m["D"]: Status.REJECTED},
        strength={"Arg": 0.5},
        findings={"B": [Finding("error", "No.")]},
    )
    assert view.show == ("sides", "status", "strength", "findings")
    nodes = {node.id: node for node in diagram_of(m, view).nodes}
    assert (nodes["D"].status, nodes["Arg"].strength, nodes["Arg"].cells[0].status) == ("rejected", 0.5, "accepted")
    assert nodes["B"].findings == (Finding("error", "No."),)
    assert diagram_of(m, View(status={"A": Status.ACCEPTED})).nodes == diagram_of(m, View()).nodes
    bare = diagram_of(m, View(show=()))
    assert not any(node.side for node in bare.nodes)
    assert bare.sides == ()


def test_findings_of_a_report():
    m = argmap.parse("[A]: one *x\n\n<B>\n\n(1) a\n(2) see @[C]\n-- r, --\n(3) [A]\n").map
    found = View.of(m, findings=m.check()).findings
    assert [finding.code for finding in found["A"]] == ["unclosed-italic"]
    assert set(found) <= {record.id for record in m}
    assert sum(map(len, found.values())) == len(m.source.diagnostics)


def test_comparing(m):
    before = ArgumentMap.from_json(m.to_json())
    gone = before.rebut("gone", "D")
    before.undercut("gone, too", gone)
    m.replace("A", text="a, but better")
    m.rebut("new", "D")
    diagram = diagram_of(m, View(before=before))
    changes = {node.id: node.change for node in diagram.nodes if node.change}
    assert changes == {
        "C2": Change.ADDED,
        "C2 (before)": Change.REMOVED,
        "C3": Change.REMOVED,
        "A1 (before)": Change.REMOVED,
    }
    (card,) = (node for node in diagram.nodes if node.id == "Arg")
    assert card.cells[0].change is Change.CHANGED
    assert [(edge.source, str(edge.change)) for edge in diagram.edges if edge.change] == [
        ("C2", "added"),
        ("C2 (before)", "removed"),
        ("A1 (before)", "removed"),
        ("C3", "removed"),
    ]
    assert {node.id: node.of for node in diagram.nodes}["C2 (before)"] == "C2"


def test_colours(m):
    nodes = {node.id: node.colour for node in diagram_of(m).nodes}
    assert nodes == {"B": "#aabbcc", "D": None, "Arg": None}
    colours = Colours(scheme=("#000001", "#000002"), groups_scheme=("#00000a",), relations={"support": 1}, data=False)
    diagram = diagram_of(m, View(colours=colours, group=1, kinds=["claim", "support"]))
    assert {node.id: node.colour for node in diagram.nodes} == {
        "A": "#000002",
        "B": "#000001",
        "C1": "#000001",
        "D": "#000001",
    }
    assert [group.colour for group in diagram.groups] == ["#00000a"]
    card = diagram_of(m, View(colours=colours)).edges
    assert [edge.colour for edge in card] == ["#000002"]


def test_exploded_parts_remember_their_argument(m):
    m.step("Arg", ["e"], "f")
    diagram = diagram_of(m, View.of(m, steps="explode", status={"Arg": "accepted"}, show="status"))
    parts = [(node.id, node.of, node.title, node.status) for node in diagram.nodes if node.kind is NodeKind.ARGUMENT]
    assert parts == [
        ("Arg - 1", "Arg", "Arg - 1", "accepted"),
        ("Arg - 2", "Arg", "Arg - 2", "accepted"),
    ]
    assert shown(m, steps="explode", exclude="Arg") == shown(m, exclude="Arg")


def test_a_map_compared_with_itself_has_not_changed(m):
    no = m.rebut("no", "C1")
    m.undercut("but", no)
    sketch = m.argument("")
    m.relate(sketch, "attack", sketch)
    again = ArgumentMap.from_json(m.to_json())
    diagram = diagram_of(m, View(before=again))
    assert not any(node.change for node in diagram.nodes)
    assert not any(edge.change for edge in diagram.edges)
