"""One picture to be drawn: what is in it, how it looks, and who lays it out."""

from __future__ import annotations

from dataclasses import dataclass

from argmap.render.engine import Engine, EngineTimeout, find_engine
from argmap.render.theme import Theme
from argmap.view import Diagram


@dataclass(frozen=True, slots=True)
class Picture:
    """What every format of picture is made from.

    Attributes:
        diagram: What is drawn.
        dot: The graph of it, in the DOT language.
        theme: The look.
        engine: The layout program that is asked for.
        timeout: The longest time a layout may take, in seconds.
    """

    diagram: Diagram
    dot: str
    theme: Theme
    engine: str | Engine = "auto"
    timeout: float = 30.0

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
            nodes, edges = len(self.diagram.nodes), len(self.diagram.edges)
            raise EngineTimeout(
                f"{late} The picture has {nodes} boxes and {edges} arrows. Give it more time (timeout= "
                f"in Python, --timeout at the command line), or draw a part of the map: in Python, "
                f"m.subgraph(section=...) or m.subgraph(side=...); at the command line, a file with one of its "
                f"sections.",
                stderr=late.stderr,
            ) from late
