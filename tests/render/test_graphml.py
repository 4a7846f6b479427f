"""GraphML: networkx is the second reader, and finds all of a diagram in it."""

import io
import re
import xml.etree.ElementTree as ET
from typing import Any

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings

from argmap.model import ArgumentMap
from argmap.render import EngineError, draw
from argmap.render.theme import DEFAULT
from argmap.render.typesetting import UNFIT
from argmap.view import Diagram, Edge, EdgeKind, Group, Node, NodeKind, Status, View, diagram_of
from tests.maps import maps
from tests.render.drawings import every_kind, open_or_closed
from tests.render.test_svg import HOSTILE, full_of

G, Y = "{http://graphml.graphdrawing.org/xmlns}", "{http://www.yworks.com/xml/graphml}"
SHAPE = f"{G}data/{Y}ShapeNode/{Y}"


def graph_of(m: ArgumentMap | Diagram, **options) -> Any:
    return nx.read_graphml(io.BytesIO(draw(m, "graphml", **options)), force_multigraph=True)


def without_places(monkeypatch):
    def none(_):
        raise EngineError("There is none.")

    monkeypatch.setattr("argmap.render.places.find_engine", none)


def test_golden(golden, monkeypatch):
    without_places(monkeypatch)
    golden("open_or_closed.graphml", draw(open_or_closed(), "graphml").decode())


def test_networkx_finds_nodes_edges_and_frames():
    diagram = diagram_of(every_kind(), View(group=1))
    graph = graph_of(diagram)
    names = {f"n{index}": node for index, node in enumerate(diagram.nodes)}
    assert set(graph) == {*names, *(f"g{index}" for index in range(len(diagram.groups)))}
    for name, node in names.items():
        data = graph.nodes[name]
        assert (data["id"], data["kind"]) == (node.id, node.kind)
        assert (data.get("text", ""), data.get("title"), data.get("side")) == (node.text, node.title, node.side)
        assert data.get("thesis", False) is node.is_thesis
    assert graph.nodes["g0"]["title"] == "Signs"
    ends = [(names[source].id, names[target].id, kind) for source, target, kind in graph.edges(data="kind")]
    assert sorted(ends) == sorted((edge.source, edge.target, str(edge.kind)) for edge in diagram.edges)
    assert graph.graph["title"] == "Every kind"
    assert graph.graph["description"] == diagram.description


def test_parts_of_cards_are_in_the_data():
    graph = graph_of(every_kind())
    (sky,) = [data for _, data in graph.nodes(data=True) if data["id"] == "Sky"]
    assert sky["claims"] == "(1) The sky is grey\n(2) Clouds are near\n(3) Near clouds bring rain"
    premises = [data for _, _, data in graph.edges(data=True) if data["kind"] == "premise"]
    assert {data["target_claim"] for data in premises} == {"C5"}
    assert [data["step"] for _, _, data in graph.edges(data=True) if "step" in data] == [1]
    assert [data["mutual"] for _, _, data in graph.edges(data=True) if "mutual" in data] == [True]


def test_marks_are_in_the_data():
    node = Node("C1", NodeKind.CLAIM, text="x", status=Status.ACCEPTED, strength=0.5, tags=("a", "b"), hidden=2)
    data = graph_of(Diagram(nodes=(node,))).nodes["n0"]
    assert (data["status"], data["strength"], data["tags"], data["hidden"]) == ("accepted", 0.5, "a\nb", 2)
    assert data["label"].split("\n") == ["x", "accepted", "strength 0.50", "#a", "#b", "2 more below"]


@given(maps())
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
def test_any_map_is_read_by_networkx(m):
    diagram = diagram_of(m, View(group=2))
    graph = graph_of(diagram)
    assert len(graph) == len(diagram.nodes) + len(diagram.groups)
    assert graph.number_of_edges() == len(diagram.edges)
    for index, node in enumerate(diagram.nodes):
        assert graph.nodes[f"n{index}"].get("text", "") == UNFIT.sub("", node.text)


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:20]))
def test_hostile_text_is_whole_and_inert(text, monkeypatch):
    without_places(monkeypatch)
    data = draw(full_of(text), "graphml")
    graph = nx.read_graphml(io.BytesIO(data))
    assert len(graph) == 3
    assert {data.get("text", "") for _, data in graph.nodes(data=True)} >= {UNFIT.sub("", text)}
    assert not UNFIT.search(data.decode())
    for _, node in graph.nodes(data=True):
        assert not node["label"].lower().startswith("<html>")


def test_a_label_is_never_taken_for_html(monkeypatch):
    without_places(monkeypatch)
    m = ArgumentMap()
    m.claim("<html><img src=x>")
    (node,) = graph_of(m).nodes(data=True)
    assert node[1]["label"].startswith(" <html>")


def test_boxes_do_not_overlap_and_lie_in_their_frames(engine):
    root = ET.fromstring(draw(every_kind(), "graphml", engine=engine, view=View(group=1)))
    boxes = {}
    for node in root.iter(f"{G}node"):
        geometry = node.find(f"{SHAPE}Geometry")
        if geometry is None:
            geometry = node.find(f"{G}data//{Y}Geometry")
        x, y, width, height = (float(geometry.get(name)) for name in ("x", "y", "width", "height"))
        boxes[node.get("id")] = (x, y, x + width, y + height)
    (frame,) = [boxes.pop(name) for name in list(boxes) if name.startswith("g")]
    for index, (name, one) in enumerate(boxes.items()):
        for other in list(boxes.values())[index + 1 :]:
            assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1], name
    inside = [node.get("id") for node in root.find(f".//{G}node[@id='g0']").iter(f"{G}node")][1:]
    assert len(inside) == 2
    for left, top, right, bottom in (boxes[name] for name in inside):
        assert frame[0] < left
        assert frame[1] < top
        assert right < frame[2]
        assert bottom < frame[3]


def test_lines_are_told_apart():
    root = ET.fromstring(draw(every_kind(), "graphml"))
    seen: dict[str | None, tuple[Any, ...]] = {}
    for edge in root.iter(f"{G}edge"):
        kind = next(data.text for data in edge.iter(f"{G}data") if data.get("key") == "edge_kind")
        line, arrows = edge.find(f".//{Y}LineStyle"), edge.find(f".//{Y}Arrows")
        seen.setdefault(kind, (line.get("type"), arrows.get("target"), line.get("color")))
    assert seen["undercut"] == ("dotted", "transparent_circle", DEFAULT.light.undercut.line)
    assert seen["attack"][0] == "dashed"
    assert seen["premise"][1] == "none"


def test_an_engine_that_was_asked_for_has_to_work(tmp_path):
    with pytest.raises(EngineError):
        draw(open_or_closed(), "graphml", engine=str(tmp_path / "no-dot"))


def test_without_an_engine_boxes_have_no_places(monkeypatch):
    without_places(monkeypatch)
    root = ET.fromstring(draw(open_or_closed(), "graphml"))
    assert all(geometry.get("x") is None for geometry in root.iter(f"{Y}Geometry"))
    assert all(float(geometry.get("width")) > 0 for geometry in root.iter(f"{Y}Geometry"))


def test_frames_in_frames_and_no_recursion(monkeypatch):
    without_places(monkeypatch)
    groups = tuple(Group(f"g{number}", "end", f"g{number - 1}" if number else None) for number in range(3000))
    nodes = (Node("a", NodeKind.CLAIM, text="in", group="g2999"), Node("b", NodeKind.CLAIM, text="out"))
    text = draw(Diagram(nodes=nodes, groups=groups, edges=(Edge("a", "b", EdgeKind.SUPPORT),)), "graphml").decode()
    assert len(re.findall("<graph ", text)) == len(re.findall("</graph>", text)) == 3001


def test_the_same_map_gives_the_same_bytes(engine):
    assert draw(every_kind(), "graphml", engine=engine) == draw(every_kind(), "graphml", engine=engine)
