"""What can be drawn: a part of a map, with what is said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from argmap.model import ArgumentMap


class Drawable:
    """A value about a map that has a picture; a base class.

    Attributes:
        map: The map that it is about.
    """

    __slots__ = ()
    map: ArgumentMap | None

    def view(self, **options: Any) -> Any:
        """Return a view of the map that shows what this is about.

        Args:
            **options: Fields of `argmap.View`; they win over what this asks for.
        """
        raise NotImplementedError

    def render(self, path: str | Path, **options: Any) -> Path:
        """Draw what this is about into a file.

        Args:
            path: Where to, such as ``why.svg``.
            **options: As for `argmap.render.render`.

        Raises:
            EngineError: If no Graphviz is there or it fails.
            WriteError: If the file cannot be written.
        """
        assert self.map is not None
        written: Path = self.map.render(path, **({"view": self.view()} | options))
        return written
