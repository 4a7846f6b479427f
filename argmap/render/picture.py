"""One picture to be drawn: what is in it, how it looks, who lays it out, and how large it is to be."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property
from threading import Thread
from typing import TYPE_CHECKING

from argmap.model.map import ArgumentMap
from argmap.render.dot import graph_of, scene_of
from argmap.render.engine import Engine, EngineError, EngineTimeout, find_engine
from argmap.render.style import Style
from argmap.render.theme import Theme
from argmap.view import Diagram, NodeKind, Plan, View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.render.naming import Names
    from argmap.render.scene import Scene


Tell = Callable[[str], object]
"""What is told of a picture goes there, in whole sentences."""


def ignore(_: str) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Size:
    """How large a picture is to be, where its format leaves a choice.

    Attributes:
        scale: For PNG, how many pixels a CSS pixel (1/96 inch) has; without it 2, and less, down to 1, for a picture
            of more than 2,000 CSS pixels on a side.
        width: For PNG, the width in pixels; wins over `scale`.
        page: For PDF, the paper, such as ``a4``; None for a page as large as the picture.
    """

    scale: float | None = None
    width: int | None = None
    page: str | None = None


@dataclass(frozen=True)
class Picture:
    """What every format of picture is made from.

    Attributes:
        given: What is drawn, before a style arranges it: a diagram, or the plan of one.
        asked: The style that is asked for.
        theme: The look.
        engine: The layout program that is asked for.
        timeout: The longest time a layout may take, in seconds.
        size: How large it is to be.
        map: The map that is drawn, where the caller has one: the page tells more of it than a picture can show.
        view: What of the map is drawn; None where there is no map.
        program: The way in which it is laid out: ``dot``, in ranks, or ``sfdp``, by force.
        tell: What is told of the picture goes there, in whole sentences.
        relayout: Whether a page can lay the map out anew; Graphviz is put into it.
    """

    given: Diagram | Plan
    asked: Style
    theme: Theme
    engine: str | Engine = "auto"
    timeout: float = 30.0
    size: Size = Size()
    map: ArgumentMap | None = None
    view: View | None = None
    program: str = "dot"
    tell: Tell = ignore
    relayout: bool = False

    @property
    def diagram(self) -> Diagram:
        """What is drawn, before a style arranges it; a plan is carried out for it."""
        return self.given if isinstance(self.given, Diagram) else self.given.diagram

    @cached_property
    def style(self) -> Style:
        """The style: the one that is asked for, or the one that this chooses."""
        boxes = sum([node.kind is not NodeKind.JUNCTION for node in self.given.nodes])
        return self.asked.suited_to_many(boxes) or self.asked.suited(self.diagram)

    @cached_property
    def drawn(self) -> tuple[Picture, bytes]:
        """The picture that could be drawn in time, and the SVG of its layout; see `argmap.render.large`.

        Raises:
            EngineTimeout: If nothing could be drawn in time.
            EngineError: If the layout failed.
            EngineNotFound: If there is no layout program.
        """
        from argmap.render.large import laid_out

        return laid_out(self)

    @cached_property
    def svg(self) -> str:
        """The finished SVG of what could be drawn in time."""
        from argmap.render.svg import svg_of

        picture, layout = self.drawn
        return svg_of(layout, picture.scene, picture.names)

    @cached_property
    def scene(self) -> Scene:
        """The diagram as the style arranges it."""
        return scene_of(self.diagram, self.theme, self.style)

    @cached_property
    def dot(self) -> str:
        """The graph, in the DOT language."""
        return self._dot()

    @cached_property
    def names(self) -> Names:
        """How the groups in its SVG begin: what each box, cell and line stands for."""
        from argmap.render.svg import names_of

        return names_of(self.scene, self.dot)

    def _dot(self, *, has_levels: bool = True, has_frames: bool = True) -> str:
        graph = graph_of(self.scene, self.style, has_levels=has_levels, has_frames=has_frames)
        if self.program != "dot":
            graph.attr(overlap="prism", splines="line")
        source: str = graph.source
        return source

    def layout(self, format: str = "svg") -> bytes:  # noqa: A002
        """Return the graph as the layout program draws it.

        Raises:
            EngineTimeout: If it took too long; see `argmap.render.large.laid_out`.
            EngineError: If it failed, or the timeout is no number of seconds that can be waited for.
            EngineNotFound: If there is none.
        """
        engine = find_engine(self.engine)
        # Graphviz cannot draw some webs of edges between nodes that have to stand on one level, or beside a frame: it
        # says that it "lost" an edge, or crashes. Without levels it draws most of them, and without frames the rest.
        for has_levels in (True, False):
            try:
                dot = self.dot if has_levels else self._dot(has_levels=False)
                # Graphviz works in a process of its own; meanwhile there is something to write here.
                with self._writing_names(wanted=format == "svg"):
                    return engine.layout(dot, format=format, program=self.program, timeout=self.timeout)
            except EngineTimeout:
                raise
            except EngineError:
                continue
        dot = self._dot(has_levels=False, has_frames=False)
        drawn = engine.layout(dot, format=format, program=self.program, timeout=self.timeout)
        if self.scene.diagram.groups:
            self.tell("Graphviz cannot draw the frames of this picture, so they are left out; try another style.")
        return drawn

    @contextmanager
    def _writing_names(self, *, wanted: bool) -> Iterator[None]:
        """Write the names in a thread, for the time of a block; if that fails, it fails again where they are used."""
        if not wanted or "names" in vars(self):
            yield
            return
        made: list[Names] = []

        def write() -> None:
            with suppress(Exception):
                made.append(names_of(scene, dot))

        from argmap.render.svg import names_of

        scene, dot = self.scene, self.dot
        thread = Thread(target=write, daemon=True)
        thread.start()
        try:
            yield
        finally:
            thread.join()
            if made:
                vars(self)["names"] = made[0]
