"""Long graphs in JSON: their nodes and edges parsed some thousand at a time, so that all of them never lie in memory.

Where a text is cut is guessed, and what lies between two cuts is parsed as a list or an object of its own. Of a wrong
guess, in a text or deeper in the graph, the brackets or quotation marks do not close, so that no wrong one is taken.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.formats.json_text import sound

if TYPE_CHECKING:
    from collections.abc import Iterator

LEAST = 1_000_000
"""So many characters have a text that is worth it."""

_CHUNK = 250_000
_TRIES = 20


class Unusual(Exception):  # noqa: N818  # it is no error, and never leaves the readers
    """A text has to be looked at as a whole, because something in it is not as nearly always."""


class Parts(NamedTuple):
    """A graph as far as it is parsed.

    Attributes:
        rest: What stands beside the nodes and edges.
        nodes: The nodes, some thousand at a time, as lists or objects; each raises `Unusual`.
        edges: Likewise the edges, to be asked for after all nodes.
    """

    rest: dict[str, Any]
    nodes: Iterator[Any]
    edges: Iterator[Any]


class _Form(NamedTuple):
    """How the nodes and edges stand in a text: where these parts begin, may end, and may be cut."""

    brackets: str
    nodes: re.Pattern[str]
    edges: re.Pattern[str]
    end: re.Pattern[str]
    cut: re.Pattern[str]


_BEHIND = "resources|participants|analysts|major_?[cC]laim|(?:schema|library)_?[vV]ersion|userdata"
_FORMS = {
    dict: _Form(
        "{}",
        re.compile(r'\s*\{\s*"nodes"\s*:\s*\{'),
        re.compile(r'"edges"\s*:\s*\{'),
        re.compile(rf'\}}\s*(?=\}}\s*,\s*"(?:{_BEHIND})")'),
        re.compile(r'\}\s*\}\s*,(?=\s*")'),
    ),
    list: _Form(
        "[]",
        re.compile(r'\s*\{\s*"nodes"\s*:\s*\['),
        re.compile(r'"edges"\s*:\s*\['),
        re.compile(r"\}\s*(?=\])"),
        re.compile(r"\}\s*,(?=\s*\{)"),
    ),
}


def parts_of(text: str, kind: type[dict[str, Any]] | type[list[Any]]) -> Parts | None:
    """Return the parts of a long text that begins with the nodes and goes on with the edges; None for any other.

    Args:
        text: The text.
        kind: What nodes and edges stand in.

    Example:
        >>> text = '{"nodes": [{"nodeID": "1"}], "edges": [{"edgeID": "2"}], "title": "Rain"}'
        >>> parts_of(text, list) is None
        True
        >>> parts = parts_of(text + " " * LEAST, list)
        >>> list(parts.nodes), list(parts.edges), parts.rest
        ([[{'nodeID': '1'}]], [[{'edgeID': '2'}]], {'title': 'Rain'})
    """
    form = _FORMS[kind]
    nodes = form.nodes.match(text) if len(text) >= LEAST else None
    edges = form.edges.search(text, nodes.end()) if nodes else None
    end = form.end.search(text, edges.end()) if edges else None
    if nodes is None or edges is None or end is None:
        return None
    close = text.rfind(form.brackets[1], nodes.end(), edges.start())
    behind = text[end.end() + 1 :].lstrip()
    rest = sound("{" + behind.removeprefix(","))
    if close < 0 or text[close + 1 : edges.start()].strip() != "," or behind[:1] not in (",", "}"):
        return None
    if type(rest) is not dict or "nodes" in rest or "edges" in rest or (behind[0] == ",") is not bool(rest):
        return None
    return Parts(rest, _chunks(text, nodes.end(), close, form), _chunks(text, edges.end(), end.end(), form))


def _chunks(text: str, start: int, end: int, form: _Form) -> Iterator[Any]:
    """Yield what stands inside of a list or an object, some thousand items at a time."""
    left, right = form.brackets[0], form.brackets[1]
    seen: set[str] = set()
    tries = 0
    while start < end:
        at = start + _CHUNK
        while True:
            cut = form.cut.search(text, at, end) if tries < _TRIES else None
            stop = end if cut is None else cut.end() - 1
            found = sound(f"{left}{text[start:stop]}{right}")
            if found:
                break
            if cut is None:
                raise Unusual
            tries += 1
            at = cut.end()
        if left == "{":
            if not seen.isdisjoint(found):
                raise Unusual  # a key stands twice
            seen.update(found)
        yield found
        start = stop + 1
