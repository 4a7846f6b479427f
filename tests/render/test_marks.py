"""What is drawn of a node beyond its words: status, strength, values, tags, findings, changes, colours, labels."""

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from functools import partial

import pytest

from argmap.render import THEMES, drawing
from argmap.render.colour import contrast
from argmap.render.labels import cut_nodes
from argmap.render.looks import is_colour, steady, text_on
from argmap.render.styles import STYLES
from argmap.render.theme import DEFAULT
from argmap.render.typesetting import UNFIT
from argmap.view import (
    Block,
    Cell,
    Change,
    Diagram,
    Edge,
    EdgeKind,
    Finding,
    Group,
    Label,
    Node,
    NodeKind,
    Status,
    with_legend,
)
from tests.render.drawings import SVG, every_mark, nodes, of, parsed, width_of, words
from tests.render.test_svg import HOSTILE, full_of

to_svg, to_dot = partial(drawing.to_svg, style="cards"), partial(drawing.to_dot, style="cards")


@pytest.fixture(scope="module")
def drawn():
    return parsed(to_svg(every_mark(), engine="bundled"))


def box(root: ET.Element, name: str) -> ET.Element:
    (found,) = [node for node in nodes(root) if node.get("data-id") == name]
    return found


def frame(node: ET.Element) -> ET.Element:
    """Return the outline of a box."""
    return next(part for part in node if part.tag in (f"{SVG}path", f"{SVG}polygon") and part.get("stroke") != "none")


def box_of(**given: object) -> ET.Element:
    """Return the box of one claim that is drawn by itself."""
    node = replace(Node("C1", NodeKind.CLAIM, "Title", "Text"), **given)
    return box(parsed(to_svg(Diagram(nodes=(node,)), engine="bundled")), "C1")


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:20]))
def test_hostile_text_in_every_mark_is_drawn_and_inert(engine, text):
    diagram = every_mark(text) if text else every_mark()
    svg = to_svg(diagram, engine=engine)
    assert len(nodes(parsed(svg))) == len(diagram.nodes)
    assert len(svg) < 600_000
    assert not UNFIT.search(svg.replace("\n", ""))


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:20]))
@pytest.mark.parametrize("style", list(STYLES))
def test_hostile_text_is_inert_in_every_style(style, text):
    parsed(to_svg(full_of(text), style=style, engine="bundled"))


def test_colours_that_are_none_are_not_drawn(engine):
    for colour in ("red", "#12345", '#123456" onload="x', "url(x)", "#123456\n", ""):
        node = Node("C1", NodeKind.CLAIM, "a", "b", colour=colour)
        edge = Edge("C1", "C2", EdgeKind.SUPPORT, colour=colour)
        source = to_dot(Diagram(nodes=(node, Node("C2", NodeKind.CLAIM)), edges=(edge,)))
        assert source == to_dot(
            Diagram(nodes=(replace(node, colour=None), Node("C2", NodeKind.CLAIM)), edges=(replace(edge, colour=None),))
        )
        assert not is_colour(colour)


@pytest.mark.parametrize(
    ("status", "dashes", "width"), [("accepted", None, 2.2), ("rejected", "5,2", 1.1), ("undecided", "1.6,3.2", 1.5)]
)
def test_each_status_has_its_frame_and_its_sign(status, dashes, width):
    node = box_of(status=Status(status))
    assert frame(node).get("stroke-dasharray") == dashes
    assert float(frame(node).get("stroke-width", "1")) == pytest.approx(width)
    (sign,) = [part for part in node.iter(f"{SVG}g") if part.get("class") == "mark status"]
    assert sign.get("aria-hidden") == "true"
    assert [part.tag for part in sign] == [f"{SVG}{'text' if status == 'undecided' else 'path'}"]
    right = max(float(x) for x in re.findall(r"(-?[\d.]+),-?[\d.]+", of(frame(node), "d")))
    assert right - 30 < float(re.search(r"-?[\d.]+", sign[0].get("d") or of(sign[0], "x")).group()) < right
    assert f"It is {status}." in of(node, "aria-label")


def test_what_is_rejected_is_grey_and_muted():
    node = box_of(status=Status.REJECTED, side="for")
    assert frame(node).get("fill") == DEFAULT.light.rejected.tint
    assert {text.get("fill") for text in node.iter(f"{SVG}text")} == {DEFAULT.light.muted}


def test_what_was_removed_is_struck_through(engine):
    root = parsed(to_svg(every_mark(), engine=engine))
    struck = [text.text for text in root.iter(f"{SVG}text") if text.get("text-decoration") == "line-through"]
    assert struck == ["Trams", "Trams would come back", "Harm should end"]


@pytest.mark.parametrize(("strength", "full"), [(0.0, 0), (0.01, 1), (0.5, 3), (1.0, 5), (7.0, 5), (-1.0, 0)])
def test_strength_is_told_by_dots_and_in_words(strength, full):
    node = box_of(strength=strength)
    (dots,) = [part for part in node.iter(f"{SVG}g") if part.get("class") == "mark strength"]
    assert [dot.get("fill") != "none" for dot in dots] == [True] * full + [False] * (5 - full)
    assert f"It has a strength of {strength:.2g} from 0 to 1." in of(node, "aria-label")


def test_stronger_edges_are_thicker():
    nodes = tuple(Node(name, NodeKind.CLAIM, name) for name in "abcd")
    edges = tuple(
        Edge(one, "d", EdgeKind.SUPPORT, strength=s) for one, s in (("a", 0.0), ("b", 0.5), ("c", float("nan")))
    )
    source = to_dot(Diagram(nodes=nodes, edges=edges))
    assert [float(width) for width in re.findall(r"-> .*penwidth=([\d.]+)", source)] == [0.9, 2.2, 0.9]


def test_chips_and_badges_are_written(drawn):
    shown = words(drawn).split()
    for word in ("health", "quiet", "#town", "#traffic", "1.2.1"[:3], "E", "W", "7", "+12", "+3"):
        assert word in shown
    assert {"new", "removed", "changed"} <= set(shown)


def test_many_chips_are_cut_off_and_counted():
    node = box_of(tags=tuple(f"tag{number}" for number in range(40)))
    shown = [text.text for text in node.iter(f"{SVG}text")]
    assert "#tag11" in shown
    assert "#tag12" not in shown
    assert "and 28 more" in shown


def test_findings_are_told_in_words_and_where_one_points(drawn):
    shops = box(drawn, "shops")
    assert "Error: The premise is used to prove itself. " in of(shops, "aria-label")
    assert "Warning: No source is given." in (shops.findtext(f"{SVG}title") or "")
    cells = {of(part, "data-id"): part for part in drawn.iter(f"{SVG}g") if part.get("class") == "cell"}
    assert "Warning: No source is given." in (cells["C2"].findtext(f"{SVG}title") or "")
    assert of(cells["C2"], "aria-label") == (
        "Premise 2: Cars stand still in the centre. It is rejected. Warning: No source is given. 1 support for it."
    )


def test_a_finding_of_an_unknown_sort_is_a_remark():
    node = box_of(findings=(Finding("odd", "What is this?"),))
    assert "odd 1" in [text.text for text in node.iter(f"{SVG}text")]
    assert "Remark: What is this?" in of(node, "aria-label")


def test_what_hides_more_has_a_double_frame(drawn):
    outlines = [part for part in box(drawn, "access") if part.tag == f"{SVG}path"]
    assert len(outlines) >= 2
    assert "12 claims and arguments are folded into it." in of(box(drawn, "access"), "aria-label")
    closed = box(drawn, "G")
    assert closed.get("class") == "node group"
    assert of(closed, "aria-label").startswith("Closed group: Costs. 7 claims and arguments are inside it.")


@pytest.mark.parametrize("theme", list(THEMES))
def test_given_colours_and_the_words_on_them_stay_in_the_dark(theme):
    look = THEMES[theme]
    for ground in ("#1b4f72", "#ffffff", "#000000", look.light.page, look.light.text, "#7f7f7f"):
        kept, ink = steady(ground, look), text_on(ground, look)
        assert kept not in look.in_the_dark()
        assert ink not in look.in_the_dark()
        assert contrast(kept, ground) < 1.01
        assert contrast(ink, kept) >= 4.5
    root = parsed(to_svg(every_mark(), theme=theme, engine="bundled"))
    fills = {text.get("fill") for text in box(root, "dark").iter(f"{SVG}text") if text.text != "#a"}
    assert len(fills) == 1
    assert not fills & set(look.in_the_dark())


@pytest.mark.parametrize(
    ("label", "title", "shown"),
    [
        ("both", "Title", ["Title", "Text"]),
        ("both", None, ["Text"]),
        ("title", "Title", ["Title"]),
        ("title", None, ["Text"]),
        ("text", "Title", ["Text"]),
        ("hide-untitled", "Title", ["Title", "Text"]),
        ("hide-untitled", None, []),
        ("none", "Title", []),
    ],
)
@pytest.mark.parametrize("kind", [NodeKind.CLAIM, NodeKind.ARGUMENT])
def test_labels_say_which_words_are_written(kind, label, title, shown):
    node = box_of(kind=kind, label=Label(label), title=title)
    assert [text.text for text in node.iter(f"{SVG}text") if (text.text or "").strip()] == shown
    assert "Text" in of(node, "aria-label")  # those who listen hear it all
    xs = [
        float(x) for part in node for x in re.findall(r"(-?[\d.]+),-?[\d.]+", part.get("points") or part.get("d") or "")
    ]
    assert max(xs) - min(xs) > 20


@pytest.mark.parametrize(
    ("label", "shown"),
    [("both", "Text"), ("title", "Title"), ("text", "Text"), ("none", None), ("hide-untitled", "Text")],
)
def test_labels_of_cells(label, shown):
    cells = (Cell("p0", "C1", "Text", "Title", 1, label=Label(label)),)
    card = Node("A1", NodeKind.ARGUMENT, "Card", blocks=(Block("i0", cells),))
    root = parsed(to_svg(Diagram(nodes=(card,)), engine="bundled"))
    (cell,) = [part for part in root.iter(f"{SVG}g") if part.get("class") == "cell"]
    assert [text.text for text in cell.iter(f"{SVG}text") if (text.text or "").strip()] == [
        "1",
        *([shown] if shown else []),
    ]


def test_notes_stand_under_the_title(drawn):
    shown = [text.text for text in drawn.iter(f"{SVG}text")]
    assert shown[:3] == ["Every mark", *every_mark().notes]


def test_the_key_explains_what_occurs_and_nothing_else():
    entries = [(entry.sign, entry.side) for entry in every_mark().legend if entry.sign not in frozenset(EdgeKind)]
    assert entries == [
        ("card", None),
        ("group", None),
        ("side", "for"),
        ("side", "against"),
        ("status", "accepted"),
        ("status", "rejected"),
        ("status", "undecided"),
        ("change", "added"),
        ("change", "removed"),
        ("change", "changed"),
        ("finding", "error"),
        ("finding", "warning"),
        ("finding", "info"),
        ("strength", "both"),
        ("hidden", None),
    ]
    assert with_legend(Diagram(nodes=(Node("C1", NodeKind.CLAIM),))).legend == ()


@pytest.mark.parametrize("theme", list(THEMES))
@pytest.mark.parametrize("style", list(STYLES))
def test_boxes_hold_their_words_and_marks(engine, theme, style):
    """Each text lies in the frame of its box, by our own measure of it."""
    root = parsed(to_svg(every_mark(), theme=theme, style=style, engine=engine))
    for node in nodes(root):
        if "Qualifier" in words(node):
            continue  # words on a line have no frame
        ground = next(part for part in node if part.tag in (f"{SVG}path", f"{SVG}polygon", f"{SVG}ellipse"))
        if ground.tag == f"{SVG}ellipse":
            middle, reach = float(of(ground, "cx")), float(of(ground, "rx"))
            left, right = middle - reach, middle + reach
        else:
            corners = re.findall(r"(-?[\d.]+),-?[\d.]+", ground.get("points") or of(ground, "d"))
            left, right = min(map(float, corners)), max(map(float, corners))
        for text in node.iter(f"{SVG}text"):
            width = width_of(text)
            start = float(of(text, "x")) - {"end": width, "middle": width / 2}.get(text.get("text-anchor", ""), 0)
            assert left - 0.5 <= start
            assert start + width <= right + 0.5


def test_edges_tell_what_became_of_them(engine):
    shown = words(parsed(to_svg(every_mark(), engine=engine)))
    nodes = (Node("a", NodeKind.CLAIM, "a"), Node("b", NodeKind.CLAIM, "b"))
    assert shown.count("removed") == 5  # a box, a cell, an edge, and twice in the key
    for kind in EdgeKind:
        edge = Edge("a", "b", kind, change=Change.ADDED)
        assert words(parsed(to_svg(Diagram(nodes=nodes, edges=(edge,)), engine=engine))).count("+ new") == 1


def test_marked_boxes_are_not_taken_for_cut():
    assert cut_nodes(every_mark(), DEFAULT) == ()
    long = replace(every_mark(), nodes=(Node("C1", NodeKind.CLAIM, "a", "word " * 400, label=Label.TITLE),))
    assert cut_nodes(long, DEFAULT) == ()


@pytest.mark.parametrize("kind", ["svg", "mmd", "graphml", "dot"])
def test_what_is_no_colour_is_left_alone(kind):
    nodes = (Node("C1", NodeKind.CLAIM, "Rain", colour="red", group="g"), Node("C2", NodeKind.CLAIM, "Wet"))
    edge = Edge("C1", "C2", EdgeKind.SUPPORT, colour='"/><evil>')
    diagram = Diagram(nodes=nodes, edges=(edge,), groups=(Group("g", "Weather", colour="blue"),))
    drawn = drawing.draw(diagram, kind).decode()
    assert not re.findall(r"\bred\b|\bblue\b|evil", drawn)
