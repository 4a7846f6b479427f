"""`ArgumentMap`: the one place where a debate lives between reading, checking, drawing and writing."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Self

from argmap.model.annotations import Annotations
from argmap.model.editing import Editing
from argmap.model.index import MapIndex
from argmap.model.queries import Queries
from argmap.model.teaching import Teaching
from argmap.model.weighing import Weighing

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    import networkx as nx


class ArgumentMap(Editing, Queries, Annotations, Weighing, Teaching):
    """A debate: claims, arguments, and what they do to each other.

    It is a container, like a graph of networkx: `len(m)` counts claims and arguments, `for record in m` goes
    over them (claims first), `m["Safety"]` is the record of that id, `"Safety" in m` says whether there is one.
    Records are frozen; `replace` puts a changed one in the place of another. A record stands for its id, so an
    outdated record can still be used to name the present one. Claims and arguments share one space of ids; no
    id is used twice in a map, also not after `remove`.

    Two maps are equal if they have the same title and data, and the same sections, claims, arguments and
    relations. Order, titles of claims and arguments (their ids count), and places in a source text do not count.

    Args:
        title: The title of the debate.
        data: The rest of its front matter (settings, ``sources``, ``participants``, ``sides`` ...): strings,
            numbers, booleans, None, and lists and dicts (with string keys) of these. It is copied.

    Attributes:
        title: The title of the debate.
        data: The rest of the front matter, a plain dict that may be changed.
        source: The text the map was read from (an `argmap.source.Source`), or None. Of a file in which no place is
            known, and none was told, only the name is kept.

    Raises:
        ModelError: If the data hold anything else.

    Example:
        >>> import argmap
        >>> m = argmap.ArgumentMap("Open or closed?")
        >>> closed = m.claim("Powerful AI models should be kept behind an API", side="closed")
        >>> harm = m.claim("Some uses of a powerful model do great harm")
        >>> gate = m.claim("An API provider can refuse harmful users")
        >>> safety = m.support([harm, gate], closed, title="Safety")
        >>> futile = m.rebut("Determined bad actors will find a way regardless", gate)
        >>> ease = m.undercut("How easy it is still matters", futile)
        >>> m
        <ArgumentMap 'Open or closed?': 5 claims, 3 arguments, 4 relations>
        >>> [premise.id for premise in m.premises("Safety")]
        ['C2', 'C3']
    """

    def index(self) -> MapIndex:
        """Return the map as integers, for algorithms; made once, and again after a change. Linear.

        Example:
            >>> import argmap
            >>> m = argmap.ArgumentMap()
            >>> _ = m.support("The street is wet", m.claim("It rains"))
            >>> index = m.index()
            >>> index.ids, list(index.edges["premise"].targets(1))
            (('C1', 'C2', 'A1'), [2])
        """
        if self._index is None:
            self._index = MapIndex.from_records(
                self._claims.values(), self._arguments.values(), self._relations.values()
            )
        return self._index

    # -- other forms -----------------------------------------------------------------------------------------

    def to_json(self, *, indent: int | None = 2) -> str:
        """Return the map as argmap's own JSON; `json_schema` describes it. Linear.

        All is kept but the source text; what has its default value is left out.

        Args:
            indent: Spaces for each level; None for one line.

        Raises:
            ModelError: If `data` was changed to hold what JSON cannot.

        Example:
            >>> import argmap
            >>> m = argmap.ArgumentMap("Rain")
            >>> _ = m.claim("It rains")
            >>> m.to_json(indent=None)
            '{"format":"argmap","version":1,"title":"Rain","claims":[{"id":"C1","text":"It rains"}]}'
        """
        from argmap.model import schema

        return schema.to_json(self, indent)

    @classmethod
    def from_json(cls, text: str | bytes) -> Self:
        """Return the map that `to_json` made a text of. Linear.

        Raises:
            ReadError: If the text is not JSON, not of this form, of a later version, or its records do not fit
                each other; the diagnostics name each place by its path, such as ``claims[3].text``.

        Example:
            >>> import argmap
            >>> m = argmap.ArgumentMap("Rain")
            >>> argmap.ArgumentMap.from_json(m.to_json()) == m
            True
        """
        from argmap.model import schema

        return schema.from_json(text, cls)

    @staticmethod
    def json_schema() -> dict[str, Any]:
        """Return the JSON Schema of what `to_json` writes.

        Example:
            >>> import argmap
            >>> sorted(argmap.ArgumentMap.json_schema()["required"])
            ['format', 'version']
        """
        from argmap.model import schema

        return schema.json_schema()

    def to_networkx(self) -> nx.MultiDiGraph[str]:
        """Return the map as a networkx graph along the direction of acting, with nothing lost. Linear.

        Nodes are ids with ``kind`` (``"claim"`` or ``"argument"``) and the fields of the record. Edges have
        ``kind``: that of a relation, ``"premise"`` (claim to argument) or ``"conclusion"`` (argument to claim).
        `argmap.model.networkx_bridge` lists all attributes.

        Example:
            >>> import argmap
            >>> m = argmap.ArgumentMap()
            >>> _ = m.support("The street is wet", m.claim("It rains"))
            >>> sorted(m.to_networkx().edges(data="kind"))
            [('A1', 'C1', 'conclusion'), ('C2', 'A1', 'premise')]
        """
        from argmap.model import networkx_bridge

        return networkx_bridge.to_networkx(self)

    @classmethod
    def from_networkx(cls, graph: nx.Graph[Any]) -> Self:
        """Return the map of a graph such as `to_networkx` makes. Linear, but for sorting.

        A node without ``kind`` is a claim; other missing attributes have their default values, and attributes
        of other names are not read.

        Raises:
            ModelError: If it is not directed, a node is not a string, an edge has no ``kind``, or the parts do
                not fit each other.
            UnknownNameError: If an edge has a ``kind`` that there is not.

        Example:
            >>> import argmap, networkx
            >>> graph = networkx.DiGraph()
            >>> graph.add_edge("Rain", "Sun", kind="attack")
            >>> argmap.ArgumentMap.from_networkx(graph)
            <ArgumentMap '': 2 claims, 0 arguments, 1 relation>
        """
        from argmap.model import networkx_bridge

        return networkx_bridge.from_networkx(graph, cls)

    # -- the parts above the model, found by name when they are needed, so that it imports none of them ------------

    def to_argdown(self) -> str:
        """Return the map as Argdown text; reading it again gives an equal map.

        Example:
            >>> import argmap
            >>> m = argmap.ArgumentMap()
            >>> _ = m.claim("It rains", title="Rain")
            >>> print(m.to_argdown().strip())
            [Rain]: It rains
        """
        text: str = import_module("argmap.text.printer").print_map(self)
        return text

    def to_arguebuf(self) -> Any:
        """Return the map as an ``arguebuf.Graph``, for programs that use the library arguebuf; nothing is lost. Linear.

        The library is not part of argmap: ``pip install arguebuf``. What it has no words for is in the userdata of its
        nodes and of the graph, under ``argmap``.

        Raises:
            ArgmapError: arguebuf is not installed.

        Example:
            >>> import argmap
            >>> m = argmap.ArgumentMap()
            >>> _ = m.support("The street is wet", m.claim("It rains"))
            >>> list(m.to_arguebuf().nodes)
            ['C1', 'C2', 'A1']
        """
        return import_module("argmap.formats.arguebuf_bridge").to_arguebuf(self)

    @classmethod
    def from_arguebuf(cls, graph: Any) -> Self:
        """Return the map of an ``arguebuf.Graph``. Linear.

        Atoms become claims and schemes arguments; a scheme that attacks one thing for one reason becomes a relation.
        The major claim is the ``thesis`` in the data of the map, and userdata are data.

        Raises:
            ArgmapError: arguebuf is not installed.
            ModelError: It is no such graph, or its userdata hold what JSON cannot.

        Example:
            >>> import argmap, arguebuf
            >>> graph = arguebuf.Graph("Rain")
            >>> graph.add_node(arguebuf.AtomNode("It rains"))
            >>> argmap.ArgumentMap.from_arguebuf(graph)
            <ArgumentMap 'Rain': 1 claim, 0 arguments, 0 relations>
        """
        made: Self = import_module("argmap.formats.arguebuf_bridge").from_arguebuf(graph, cls)
        return made

    def save(self, path: str | Path, **options: Any) -> list[Any]:
        """Write the map to a file; its ending tells the format.

        Args:
            path: Where to. What stands there is replaced only when the new file is complete.
            **options: As for `argmap.write`.

        Returns:
            What the format could not hold, as a list of `argmap.Loss`.

        Raises:
            UnknownNameError: If no format has this ending.
            WriteError: If the file cannot be written.

        Example:
            >>> import argmap, tempfile, pathlib
            >>> m = argmap.ArgumentMap("Rain")
            >>> with tempfile.TemporaryDirectory() as folder:
            ...     m.save(pathlib.Path(folder) / "rain.argdown")
            []
        """
        losses: list[Any] = import_module("argmap.formats").write(self, path, **options)
        return losses

    def check(self, **options: Any) -> Any:
        r"""Return what is wrong, or may be wrong, with the debate, as an `argmap.Report`.

        Args:
            **options: As for `argmap.check.check`: ``profile``, ``select``, ``ignore`` ...

        Raises:
            ArgmapError: If an option is not known, or a name stands for no rule.

        Example:
            >>> import argmap
            >>> m = argmap.parse("[A]: It rains.\n  + [A]\n", "rain.argdown").map
            >>> for finding in m.check():
            ...     print(finding.place, finding.message)
            rain.argdown:2:5 [A] supports itself. Remove the relation, or name another claim.
        """
        # The layers of checks and of evaluation do not know each other; the map hands one to the other.
        options.setdefault("labelling", import_module("argmap.evaluate").grounded)
        return import_module("argmap.check").check(self, **options)

    def view(self, **options: Any) -> Any:
        """Return what of the map is to be drawn, as an `argmap.View`, for `render`.

        Args:
            **options: The fields of `argmap.View`.

        Example:
            >>> import argmap
            >>> m = argmap.ArgumentMap()
            >>> _ = m.claim("It rains", tags=["weather"])
            >>> m.view(tags=["weather"]).tags
            ('weather',)
        """
        return import_module("argmap.view").View.of(self, **options)

    def render(self, path: str | Path, **options: Any) -> Path:
        """Draw the map into a file.

        Args:
            path: Where to, such as ``debate.svg``.
            **options: As for `argmap.render.render`.

        Returns:
            The path of the file.

        Raises:
            EngineError: If no Graphviz is there or it fails.
            WriteError: If the file cannot be written.

        Example:
            >>> import argmap, tempfile, pathlib
            >>> m = argmap.ArgumentMap()
            >>> _ = m.claim("It rains")
            >>> with tempfile.TemporaryDirectory() as folder:
            ...     m.render(pathlib.Path(folder) / "rain.svg").name
            'rain.svg'
        """
        written: Path = import_module("argmap.render").render(self, path, **options)
        return written

    def to_dot(self, **options: Any) -> str:
        """Return the picture of the map as Graphviz DOT text.

        Args:
            **options: As for `argmap.render.to_dot`.

        Example:
            >>> import argmap
            >>> m = argmap.ArgumentMap()
            >>> _ = m.claim("It rains")
            >>> "digraph" in m.to_dot()
            True
        """
        text: str = import_module("argmap.render").to_dot(self, **options)
        return text

    def figure(self, **options: Any) -> Any:
        """Return the picture of the map as an object that a notebook shows, light or dark as the notebook is.

        A map on the last line of a cell shows itself as ``figure()`` does; ask for it to choose a style, say.

        Args:
            **options: As for `argmap.render.to_svg`.

        Example:
            >>> import argmap
            >>> m = argmap.ArgumentMap("Rain")
            >>> _ = m.claim("It will rain")
            >>> m.figure()
            Rain
            <BLANKLINE>
            It will rain
        """
        return import_module("argmap.render.notebook").figure(self, **options)

    def page(self, *, height: int = 600, **options: Any) -> Any:
        """Return the page of the map as an object that a notebook shows in a frame.

        Args:
            height: The height of the frame in CSS pixels.
            **options: As for `argmap.render.draw`.

        Raises:
            ArgmapError: If `height` is not a whole number of pixels, or the page cannot be drawn.

        Example:
            >>> import argmap
            >>> argmap.ArgumentMap("Rain").page(height=0)
            Traceback (most recent call last):
                ...
            argmap.errors.ArgmapError: The height of a page cannot be 0; give a whole number of pixels, such as 600.
        """
        return import_module("argmap.render.notebook").page(self, height=height, **options)

    def _repr_mimebundle_(
        self, include: Collection[str] | None = None, exclude: Collection[str] | None = None
    ) -> dict[str, str]:
        forms: dict[str, str] = self.figure()._repr_mimebundle_(include, exclude)
        return forms
