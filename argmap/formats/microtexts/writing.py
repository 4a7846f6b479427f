"""From maps to argument graphs."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from argmap.formats.comparing import Comparison
from argmap.formats.given import Given
from argmap.formats.keeping import Facet
from argmap.formats.microtexts.planning import Plan
from argmap.formats.microtexts.reading import read
from argmap.formats.written import Written
from argmap.memory import collection_paused
from argmap.model.naming import whole
from argmap.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argmap.formats.microtexts.graph import Graph
    from argmap.model import ArgumentMap

# What XML 1.0 has no place for, not even as a reference.
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_BREAKS = {"\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
_REASONS = {
    Facet.ID: "The ids of microtexts have letters, digits and the signs . - _ only.",
    Facet.SKETCH: "Microtexts know arguments as edges between claims only.",
    Facet.STEPS: "An edge is one inference.",
    Facet.KIND: "Microtexts know support, attack (reb) and undercut (und) only.",
    Facet.RECORD: "Microtexts know units and edges between them only, and an edge by itself is no argument.",
    Facet.DATA: "Of data, microtexts hold the side of a claim, the topic and the stance only, and the thesis.",
    Facet.SECTION: "Microtexts know no sections.",
    Facet.TEXT: "XML has no place for some of its signs.",
    Facet.WORDINGS: "Microtexts hold wordings of claims only, none that is empty.",
}


def write(m: ArgumentMap) -> Written:
    """Return a map as an argument graph: segments in the order of the text, units, and edges."""
    with collection_paused():
        plan = Plan(m)
        text = "".join(_lines(plan.graph))
        back = read(Given(Source(text))).map
        found = Comparison(m, back, "Microtexts know no {}.", _REASONS, plan.names, plan.kept)
        return Written(text, tuple(found.losses()))


def _lines(graph: Graph) -> Iterator[str]:
    yield "<?xml version='1.0' encoding='UTF-8'?>\n"
    given = {"id": graph.id, "topic_id": graph.topic, "stance": graph.stance}
    yield f"<arggraph{_attributes({name: value for name, value in given.items() if value}, graph, '')}>\n"
    for segment in graph.segments:
        given = {"id": segment.id, **({"implicit": segment.implicit} if segment.implicit else {})}
        # A carriage return in it would be read as a line feed.
        text = _clean(segment.text).replace("]]>", "]]]]><![CDATA[>").replace("\r", "]]>&#13;<![CDATA[")
        yield f"  <edu{_attributes(given, graph, segment.id)}><![CDATA[{text}]]></edu>\n"
    for joint in graph.joints:
        yield f"  <joint{_attributes({'id': joint}, graph, joint)}/>\n"
    for unit, side in graph.units.items():
        yield f"  <adu{_attributes({'id': unit, **({'type': side} if side else {})}, graph, unit)}/>\n"
    for edge in graph.edges:
        given = {"id": edge.id, "src": edge.source, "trg": edge.target, "type": edge.type}
        yield f"  <edge{_attributes(given, graph, edge.id)}/>\n"
    yield "</arggraph>\n"


def _attributes(given: Mapping[str, str], graph: Graph, key: str) -> str:
    found = {**graph.attributes.get(key, {}), **given} if key in graph.attributes else given
    ordered = {**given, **found}
    return "".join(f' {name}="{_quoted(value)}"' for name, value in ordered.items())


def _quoted(value: str) -> str:
    text = html.escape(_clean(value))
    return "".join(_BREAKS.get(sign, sign) for sign in text) if not text.isprintable() else text


def _clean(text: str) -> str:
    return _NOT_IN_XML.sub("\ufffd", whole(text))
