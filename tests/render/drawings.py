"""Maps to draw, and ways to look into a drawing."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from argmap.model import ArgumentMap
from argmap.render.text_width import text_width

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
