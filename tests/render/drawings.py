"""Maps to draw, and ways to look into a drawing."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace

from argmap.model import ArgumentMap
from argmap.render.text_width import text_width
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

SVG = "{http://www.w3.org/2000/svg}"
ELEMENTS = {"svg", "g", "path", "polygon", "polyline", "ellipse", "text", "title", "desc", "style"}


def open_or_closed() -> ArgumentMap:
    """A small map with linked premises, a rebuttal, and an undercut of it."""
    m = ArgumentMap("Open or closed?")
    closed = m.claim("Powerful AI models should be kept behind an API", side="closed")
    harm = m.claim("Some uses of a powerful model do great harm")
    gate = m.claim("An API provider can refuse harmful users")
    m.support([harm, gate], closed, title="Safety", side="closed")
    futile = m.rebut(m.claim("Determined bad actors will find a way regardless", side="open"), gate)
    m.undercut("How easy it is still matters", futile)
    return m


def every_kind() -> ArgumentMap:
    """A map with every kind of edge, a card of several steps, a shared premise and frames."""
    m = ArgumentMap("Every kind", data={"sides": {"wet": "It gets wet", "dry": "It stays dry"}})
    frame = m.section("Signs", data={"isGroup": True})
    rain, dry = m.claim("It will rain", side="wet"), m.claim("It will stay dry", side="dry")
    m.contradict(rain, dry)
    m.relate(m.claim("It will snow", side="wet"), "contrary", dry)
    m.relate(m.claim("It will pour", side="wet"), "entails", rain)
    grey, wet = m.claim("The sky is grey", section=frame), m.claim("Clouds are near", section=frame)
    sky = m.argument(title="Sky", premises=[grey], conclusion=wet, rules=["Sign"], section=frame)
    sky = m.step(sky, [m.claim("Near clouds bring rain")], rain)
    m.argument(title="Walk", premises=[grey, m.claim("Grey days are for walks")], conclusion=m.claim("Walk"))
    m.undercut("Smoke is grey too", sky)
    a, b = m.claim("The forecast says rain"), m.claim("The forecast is often wrong")
    m.relate(a, "attack", b)
    m.relate(b, "attack", a)
    m.undercut("Forecasts look further than clouds", m.support(a, rain))
    return m


def parsed(svg: str) -> ET.Element:
    """Parse a drawing, and hold that nothing in it runs, loads or links."""
    root = ET.fromstring(svg)
    for element in root.iter():
        assert element.tag.removeprefix(SVG) in ELEMENTS
        for name, value in element.attrib.items():
            assert not name.lower().startswith("on")
            assert "href" not in name
            if name not in ("aria-label", "data-id", "data-from", "data-to"):
                assert ":" not in value.replace("max-width:100%;height:auto", "")
                assert "url" not in value
    style = "".join(element.text or "" for element in root.iter(f"{SVG}style"))
    assert "url" not in style
    assert "@import" not in style
    return root


def of(element: ET.Element, name: str) -> str:
    """Return an attribute that has to be there."""
    value = element.get(name)
    assert value is not None
    return value


def width_of(text: ET.Element) -> float:
    """Return the width of a line of text by our own measure, in points."""
    return text_width(text.text or "", bold=text.get("font-weight") == "bold") * float(of(text, "font-size"))


def words(root: ET.Element) -> str:
    """Return all text that is seen, in one line."""
    return " ".join(element.text or "" for element in root.iter(f"{SVG}text"))


def nodes(root: ET.Element) -> list[ET.Element]:
    """Return the groups of the boxes and cards."""
    return [group for group in root.iter(f"{SVG}g") if group.get("class", "").startswith("node")]


def every_mark(hostile: str = "") -> Diagram:
    """A diagram with everything that a diagram can say of its parts; `hostile` stands in all words of it."""
    said = (lambda words: hostile) if hostile else (lambda words: words)
    error = Finding("error", said("The premise is used to prove itself."), said("circle"))
    warning, hint = Finding("warning", said("No source is given.")), Finding("info", said("It could be shorter."))
    nodes: tuple[Node, ...] = (
        Node(
            "T",
            NodeKind.CLAIM,
            said("Car-free centre"),
            said("The town should close its centre to cars"),
            is_thesis=True,
            number=said("1"),
            status=Status.ACCEPTED,
            strength=0.81,
            values=(said("health"), said("quiet")),
            tags=(said("town"), said("traffic")),
        ),
        Node(
            "air",
            NodeKind.CLAIM,
            None,
            said("The air would be cleaner"),
            side=said("for"),
            number=said("1.1"),
            status=Status.ACCEPTED,
            strength=0.62,
            findings=(hint,),
        ),
        Node(
            "shops",
            NodeKind.CLAIM,
            said("Shops"),
            said("Shops would lose trade"),
            side=said("against"),
            number=said("1.2"),
            status=Status.REJECTED,
            strength=0.2,
            findings=(error, error, warning),
        ),
        Node(
            "access",
            NodeKind.CLAIM,
            None,
            said("Disabled people need door-to-door access"),
            side=said("against"),
            number=said("1.3"),
            status=Status.UNDECIDED,
            hidden=12,
        ),
        Node("new", NodeKind.CLAIM, None, said("Buses would run on time"), change=Change.ADDED),
        Node("old", NodeKind.CLAIM, said("Trams"), said("Trams would come back"), change=Change.REMOVED),
        Node(
            "other",
            NodeKind.CLAIM,
            None,
            said("Deliveries come at night"),
            change=Change.CHANGED,
            role=said("Rebuttal"),
        ),
        Node(
            "dark",
            NodeKind.CLAIM,
            said("Coloured"),
            said("White words on a dark ground"),
            colour="#1b4f72",
            tags=(said("a"),),
        ),
        Node("pale", NodeKind.CLAIM, said("Coloured too"), said("Black words on a pale ground"), colour="#ffffff"),
        Node("none", NodeKind.CLAIM, said("No words"), said("No words"), label=Label.NONE),
        Node("G", NodeKind.GROUP, said("Costs"), hidden=7),
        Node(
            "card",
            NodeKind.ARGUMENT,
            said("Health"),
            "",
            (
                Block(
                    "i0",
                    (
                        Cell(
                            "p0", "C1", said("Exhaust harms the lungs"), None, 1, status=Status.ACCEPTED, strength=0.9
                        ),
                        Cell(
                            "p1",
                            "C2",
                            said("Cars stand still in the centre"),
                            None,
                            2,
                            status=Status.REJECTED,
                            findings=(warning,),
                        ),
                    ),
                    Cell("c0", "C3", said("Cars harm lungs"), None, 3, status=Status.UNDECIDED, change=Change.CHANGED),
                    (said("modus ponens"),),
                ),
                Block("i1", (Cell("p2", "C4", said("Harm should end"), None, 4, change=Change.REMOVED),)),
            ),
            side=said("for"),
            number=said("1.4"),
            status=Status.UNDECIDED,
            strength=0.5,
            findings=(warning,),
            tags=(said("lungs"),),
        ),
        Node("gist", NodeKind.ARGUMENT, said("Quiet"), said("A town without cars is quiet"), status=Status.REJECTED),
        Node(
            "fresh",
            NodeKind.ARGUMENT,
            said("Space"),
            said("Where cars stood there is room"),
            change=Change.ADDED,
            hidden=3,
            colour="#f4d03f",
        ),
    )
    edges = (
        Edge("air", "T", EdgeKind.SUPPORT, strength=1.0),
        Edge("shops", "T", EdgeKind.ATTACK, strength=0.5),
        Edge("access", "T", EdgeKind.ATTACK, strength=0.0),
        Edge("new", "air", EdgeKind.SUPPORT, change=Change.ADDED),
        Edge("old", "air", EdgeKind.SUPPORT, change=Change.REMOVED),
        Edge("other", "shops", EdgeKind.ATTACK, change=Change.CHANGED),
        Edge("dark", "shops", EdgeKind.SUPPORT, colour="#d35400"),
        Edge("pale", "dark", EdgeKind.CONTRARY),
        Edge("none", "access", EdgeKind.ATTACK),
        Edge("G", "T", EdgeKind.ATTACK),
        Edge("card", "T", EdgeKind.SUPPORT),
        Edge("gist", "T", EdgeKind.SUPPORT),
        Edge("fresh", "card", EdgeKind.SUPPORT, None, "p1"),
    )
    groups = (Group("g", said("A frame with a ground"), colour="#fdebd0"),)
    nodes = tuple(replace(node, group="g") if node.id in ("new", "old") else node for node in nodes)
    sides = (said("for"),) if hostile else ("for", "against")
    notes = (said("Only what answers the thesis is shown."), said("12 more claims and arguments are folded away."))
    return with_legend(
        Diagram(said("Every mark"), said("All marks."), nodes, edges, groups, sides, side_titles=sides, notes=notes)
    )
