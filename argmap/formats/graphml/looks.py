"""What a node or an edge probably means that only its look tells: in pictures that other programs drew for yEd."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from argmap.model import RelationKind
from argmap.schemes.vocabularies import is_default, scheme_from

if TYPE_CHECKING:
    from argmap.formats.graphml.elements import Document, Edge, Node

_AIFDB = {
    "ddeef9": "claim",
    "def8e9": "inference",
    "fbdedb": "conflict",
    "fbeadb": "rephrase",
    "fdf6d9": "unread",
    "eee3f3": "unread",
}
_ARGDOWN_UNDERCUT = "551a8b"
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_COLOUR = re.compile(r"#([0-9a-fA-F]{6})(?:[0-9a-fA-F]{2})?")


def painter_of(document: Document) -> str:
    """Return which program drew a picture: ``argdown``, ``aifdb``, ``carneades`` or ``yed`` for any other."""
    fills = {_colour(node.look.get("fill")) for node in document.nodes}
    if len(fills & _AIFDB.keys()) > 1:
        return "aifdb"
    if any(label.lstrip().startswith("<html>") for node in document.nodes for label in node.labels):
        return "argdown"
    shapes = {node.look.get("shape") for node in document.nodes}
    arrows = {(edge.look.get("line"), edge.look.get("target_arrow")) for edge in document.edges}
    if (
        shapes <= {"rectangle", "roundrectangle", "hexagon"}
        and {("#000000", "none"), ("#000000", "standard")} <= arrows
    ):
        return "carneades"
    return "yed"


def node_kind(node: Node, painter: str) -> str:
    """Return what a node probably is, as the words of `argmap.formats.graphml.words.NODES` say."""
    if painter == "aifdb":
        return _AIFDB.get(_colour(node.look.get("fill")), "claim")
    if painter == "carneades":
        return {"roundrectangle": "inference", "hexagon": "issue"}.get(node.look.get("shape", ""), "claim")
    if painter == "argdown" and _colour(node.look.get("fill")) != "ffffff":
        return "argument"
    return "claim"


def edge_kind(edge: Edge, painter: str) -> RelationKind | None:
    """Return what an edge probably is, None where its look says nothing."""
    look = edge.look
    if painter == "carneades":
        return RelationKind.UNDERCUT if look.get("line_type") == "dashed" else None
    if painter == "argdown" and look.get("source_arrow") == look.get("target_arrow"):
        return RelationKind.CONTRADICTORY if look.get("target_arrow") == "diamond" else RelationKind.CONTRARY
    colour = _colour(look.get("line"))
    if colour == _ARGDOWN_UNDERCUT:
        return RelationKind.UNDERCUT
    red, green, blue = (int(colour[place : place + 2], 16) for place in (0, 2, 4)) if colour else (0, 0, 0)
    if red > 96 and red > 1.5 * max(green, blue):
        return RelationKind.ATTACK
    if green > 96 and green > 1.5 * max(red, blue):
        return RelationKind.SUPPORT
    return None


def scheme_in(label: str, painter: str) -> tuple[str, dict[str, str]]:
    """Return what the label of an inference says besides its scheme, and the scheme as inline data.

    Example:
        >>> scheme_in("Argument From Expert Opinion", "aifdb"), scheme_in("a1: sign", "carneades")
        (('', {'scheme': 'expert_opinion'}), ('a1', {'scheme': 'sign'}))
    """
    said, word = label, ""
    if painter == "aifdb":
        said, word = "", label
    elif painter == "carneades" and ": " in label:
        said, word = label.split(": ", 1)
    vocabulary = "carneades" if painter == "carneades" else "aif"
    if not word or is_default(vocabulary, word):
        return said, {}
    return said, {"scheme": scheme_from(vocabulary, word) or word}


def plain_label(label: str) -> str:
    """Return the words of a label of yEd, without the marks of HTML.

    Example:
        >>> plain_label("<html>Rain &amp; <b>wind</b><br/>come</html>")
        'Rain & wind come'
    """
    if label.lstrip()[:6].casefold() == "<html>":
        label = html.unescape(_TAG.sub("", _BREAK.sub(" ", label)))
    return label.strip()


def _colour(given: str | None) -> str:
    match = _COLOUR.fullmatch(given or "")
    return match[1].casefold() if match else ""
