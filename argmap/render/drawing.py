"""Drawing a map: into a file, or as text."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.errors import UnknownNameError, nearest
from argmap.files.atomic import write_atomically
from argmap.render.picture import Picture, Size, Tell, ignore
from argmap.render.styles import style_named
from argmap.render.theme import theme_named
from argmap.view import Diagram, Plan, View

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping
    from types import ModuleType

    from argmap.model.map import ArgumentMap
    from argmap.render.engine import Engine
    from argmap.render.style import Style
    from argmap.render.theme import Theme

FORMATS: Mapping[str, str] = {
    "svg": "argmap.render.svg",
    "png": "argmap.render.png",
    "pdf": "argmap.render.pdf",
    "dot": "argmap.render.dot",
    "gv": "argmap.render.dot",
    "mmd": "argmap.render.mermaid",
    "mermaid": "argmap.render.mermaid",
    "graphml": "argmap.render.graphml",
    "txt": "argmap.render.text",
    "md": "argmap.render.markdown",
    "html": "argmap.render.html",
}
"""The picture formats, each with its module, which is imported on first use and has ``draw(picture) -> bytes``.

The name of a format is also the ending of its files.
"""


def render(
    m: ArgumentMap | Diagram,
    path: str | os.PathLike[str],
    *,
    format: str | None = None,  # noqa: A002
    engine: str | Engine = "auto",
    style: str | Style = "auto",
    theme: str | Theme = "default",
    view: View | None = None,
    timeout: float = 30.0,
    size: Size | None = None,
    tell: Tell = ignore,
    relayout: bool = False,
) -> Path:
    """Draw a map into a file, whole or not at all.

    Args:
        m: The map, or a diagram of it.
        path: Where to.
        format: One of `FORMATS`; without it, the ending of `path` tells.
        engine: ``auto``, ``bundled``, ``dot``, the path of a Graphviz program, or an `Engine`. Where it is
            ``auto``, the environment variable ARGMAP_ENGINE is asked first.
        style: One of `STYLES`, or a `Style`; ``auto`` picks one by the size and shape of the map
            (`argmap.render.styles.auto` has the rules).
        theme: The name of a theme, or a `Theme`.
        view: What of the map is drawn.
        timeout: The longest time the layout may take, in seconds. A map that is not laid out by then is drawn in
            part; see `argmap.render.large`.
        size: How large the picture is to be, where the format leaves a choice.
        tell: Called with each thing that the caller should know of the picture, in whole sentences: that the map is
            too large to be drawn whole, for example. `print` will do.
        relayout: Whether a page (``html``) can lay the map out anew where a branch is folded away. It takes the extra
            ``argmap[relayout]``, and makes the page larger by 0.8 MB.

    Returns:
        The path of the file.

    Raises:
        UnknownNameError: If there is no such format, style, theme or engine.
        EngineError: If there is no Graphviz, or it fails, or it takes too long.
        WriteError: If the file cannot be written; what stood there before is still there.

    Example:
        >>> import argmap, pathlib, tempfile
        >>> m = argmap.ArgumentMap("Rain")
        >>> _ = m.rebut("The forecast says sun", m.claim("It will rain"))
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     written = render(m, pathlib.Path(folder) / "rain.svg")
        ...     "<title" in written.read_text(encoding="utf-8")
        True
    """
    target = Path(path)
    kind = target.suffix.lstrip(".") if format is None else format
    data = draw(
        m,
        kind,
        engine=engine,
        style=style,
        theme=theme,
        view=view,
        timeout=timeout,
        size=size,
        tell=tell,
        relayout=relayout,
    )
    write_atomically(target, data)
    return target


def draw(
    m: ArgumentMap | Diagram,
    format: str = "svg",  # noqa: A002
    *,
    engine: str | Engine = "auto",
    style: str | Style = "auto",
    theme: str | Theme = "default",
    view: View | None = None,
    timeout: float = 30.0,
    size: Size | None = None,
    tell: Tell = ignore,
    relayout: bool = False,
) -> bytes:
    """Return the picture of a map as the bytes of a file; the arguments and errors are those of `render`.

    The same map gives the same bytes, as long as the same version of the same engine lays it out.

    Example:
        >>> import argmap
        >>> m = argmap.ArgumentMap()
        >>> _ = m.claim("It will rain")
        >>> draw(m, "dot").startswith(b"digraph")
        True
    """
    module = _module("picture format", format.casefold(), FORMATS)
    look, maker = theme_named(theme), style_named(style)
    if isinstance(m, Diagram):
        picture = Picture(m, maker, look, engine, timeout, size or Size(), tell=tell, relayout=relayout)
    else:
        view = View.of(m) if view is None else view
        plan = Plan(m, view)
        picture = Picture(plan, maker, look, engine, timeout, size or Size(), m, view, tell=tell, relayout=relayout)
    for note in picture.given.notes:
        tell(note)
    drawn: bytes = module.draw(picture)
    return drawn


def to_svg(
    m: ArgumentMap | Diagram,
    *,
    engine: str | Engine = "auto",
    style: str | Style = "auto",
    theme: str | Theme = "default",
    view: View | None = None,
    timeout: float = 30.0,
    tell: Tell = ignore,
) -> str:
    """Return the picture of a map as SVG text; the arguments and errors are those of `render`.

    Nothing in it runs, loads or links. Its ids begin with a hash of its content, so that several pictures can
    stand in one page. It has a title and a description, and a sentence for each claim and argument, for those
    who listen to it; it changes its colours where the viewer asks for a dark picture.

    Example:
        >>> import argmap
        >>> m = argmap.ArgumentMap()
        >>> _ = m.claim("It will rain")
        >>> to_svg(m).startswith("<svg")
        True
    """
    return draw(m, "svg", engine=engine, style=style, theme=theme, view=view, timeout=timeout, tell=tell).decode()


def to_dot(
    m: ArgumentMap | Diagram,
    *,
    style: str | Style = "auto",
    theme: str | Theme = "default",
    view: View | None = None,
) -> str:
    """Return the picture of a map in Graphviz's DOT language; the arguments are those of `render`.

    Example:
        >>> import argmap
        >>> m = argmap.ArgumentMap()
        >>> _ = m.claim("It will rain")
        >>> "It will rain" in to_dot(m)
        True
    """
    return draw(m, "dot", style=style, theme=theme, view=view).decode()


def _module(sort: str, name: str, known: Mapping[str, str]) -> ModuleType:
    if name not in known:
        listed = ", ".join(known)
        given = f"There is no {sort} {name!r}" if name else f"The ending of the file does not tell the {sort}"
        raise UnknownNameError(f"{given}.{nearest(name, list(known))} argmap has: {listed}.")
    return import_module(known[name])
