"""Graphviz inside the page, so that it can lay a part of the map out anew: the extra ``relayout``.

The program is the WebAssembly build that the package `easydot` carries (hpcc-js, Apache License 2.0, with Graphviz
under the Eclipse Public License 2.0). It is a module; the page takes in plain scripts only, since a module would
have to come from an address, so what it gives out at its end is handed over by name instead.
"""

from __future__ import annotations

import re
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from argmap.render.engine import EngineError, EngineNotFound
from argmap.render.page.pictures import item_of_nodes

if TYPE_CHECKING:
    from argmap.render.page.facts import Facts
    from argmap.render.picture import Picture

_EXPORT = re.compile(r"export\{([^{}]*)\};?\s*(?://# sourceMappingURL=\S+\s*)?$")
_CLASS = re.compile(r"(?:^|,)\s*([\w$]+) as Graphviz\s*(?:,|$)")
_NAME = re.compile(r"\bn\d+\b")


def graphviz_script() -> str:
    """Return the script that makes ``argmapGraphviz``, a class with ``load()``, known to the page.

    Raises:
        EngineNotFound: If `easydot` is not installed.
        EngineError: If its Graphviz is not of the form that is known here.
    """
    try:
        file = files("easydot") / "assets" / "index.js"
        module = file.read_text(encoding="utf-8")
    except (ModuleNotFoundError, FileNotFoundError) as missing:
        raise EngineNotFound(
            "A page that lays the map out anew needs the package easydot; "
            "install it with: pip install 'argmap[relayout]'"
        ) from missing
    given = _EXPORT.search(module)
    named = given and _CLASS.search(given.group(1))
    if not given or not named or re.search(r"^\s*import\b|import\.meta", module, re.MULTILINE):
        raise EngineError(
            "The Graphviz in the installed easydot is not of the form that argmap knows (a module that exports "
            "Graphviz at its end); install easydot 0.4, or draw the page without relayout."
        )
    # In strings alone, where the stroke more changes nothing: neither can stand elsewhere in a module.
    body = re.sub(r"<(?=/script|!--)", r"\\x3c", module[: given.start()], flags=re.IGNORECASE)
    return (
        "/* hpcc-js wasm-graphviz, Apache License 2.0; Graphviz, Eclipse Public License 2.0 */\n"
        f'(() => {{"use strict";{body}\nglobalThis.argmapGraphviz={named.group(1)};}})();\n'
    )


def parts_of_graph(picture: Picture, facts: Facts) -> dict[str, Any]:
    """Return the graph of a picture in pieces, so that the page can leave some of them out.

    Returns:
        ``pieces``: the statements of the graph, each with the numbers of the nodes that it names; ``nodes``: for
        each node, its item; ``edges``: for each edge, the items that it goes from and to; ``cells``: for each node that
        is a card, the items of its cells by their anchors.
    """
    drawn, _ = picture.drawn
    statements = re.split(r"^(?=\t)", drawn.dot.rstrip().removesuffix("}"), flags=re.MULTILINE)
    pieces = []
    for statement in statements[1:]:
        head = statement.partition("[")[0]
        pieces.append([statement, [int(name[1:]) for name in _NAME.findall(head)]])
    nodes, edges = item_of_nodes(drawn.scene, facts)
    cells = {
        place: {one.anchor: facts.records[one.claim] for one in node.cells if one.claim in facts.records}
        for place, node in enumerate(drawn.scene.diagram.nodes)
        if node.blocks
    }
    return {"head": statements[0], "pieces": pieces, "nodes": nodes, "edges": edges, "cells": cells}
