"""One picture to be drawn: what is in it, how it looks, who lays it out, and how large it is to be."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from argmap.model.map import ArgumentMap
from argmap.render.dot import graph_of, scene_of
from argmap.render.engine import Engine, EngineTimeout, find_engine
from argmap.render.style import Style
from argmap.render.theme import Theme
from argmap.view import Diagram, View

if TYPE_CHECKING:
    from argmap.render.scene import Scene


@dataclass(frozen=True, slots=True)
class Size:
    """How large a picture is to be, where its format leaves a choice.

    Attributes:
        scale: For PNG, how many pixels a CSS pixel (1/96 inch) has.
        width: For PNG, the width in pixels; wins over `scale`.
        page: For PDF, the paper, such as ``a4``; None for a page as large as the picture.
    """

    scale: float = 2.0
    width: int | None = None
    page: str | None = None


@dataclass(frozen=True)
class Picture:
    """What every format of picture is made from.

    Attributes:
        diagram: What is drawn, before a style arranges it.
        style: The style.
        theme: The look.
        engine: The layout program that is asked for.
        timeout: The longest time a layout may take, in seconds.
        size: How large it is to be.
        map: The map that is drawn, where the caller has one: the page tells more of it than a picture can show.
        view: What of the map is drawn; None where there is no map.
        relayout: Whether a page can lay the map out anew; Graphviz is put into it.
    """

    diagram: Diagram
    style: Style
    theme: Theme
    engine: str | Engine = "auto"
    timeout: float = 30.0
    size: Size = Size()
    map: ArgumentMap | None = None
    view: View | None = None
    relayout: bool = False

    @cached_property
    def scene(self) -> Scene:
        """The diagram as the style arranges it."""
        return scene_of(self.diagram, self.theme, self.style)

    @cached_property
    def dot(self) -> str:
        """The graph, in the DOT language."""
        source: str = graph_of(self.scene, self.style).source
        return source

    def layout(self, format: str = "svg") -> bytes:  # noqa: A002
        """Return the graph as the layout program draws it.

        Raises:
            EngineTimeout: If it took too long; the message says how large the picture is and what to try.
            EngineError: If it failed, or the timeout is no number of seconds that can be waited for.
            EngineNotFound: If there is none.
        """
        engine = find_engine(self.engine)
        try:
            return engine.layout(self.dot, format=format, timeout=self.timeout)
        except EngineTimeout as late:
            nodes, edges = len(self.scene.diagram.nodes), len(self.scene.diagram.edges)
            raise EngineTimeout(
                f"{late} The picture has {nodes} boxes and {edges} arrows. Give it more time (timeout= "
                f"in Python, --timeout at the command line), or draw a part of the map: in Python, "
                f"m.subgraph(section=...) or m.subgraph(side=...); at the command line, a file with one of its "
                f"sections.",
                stderr=late.stderr,
            ) from late
