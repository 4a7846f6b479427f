"""What the formats of the AIF family do in different ways, as values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Flavour:
    """How one format of the family writes what they all say.

    Attributes:
        name: Its name, under which a map keeps what only this format says.
        empty: The lists beside nodes and edges that are there even if nothing stands in them.
        form_edge: Whether its edges have a ``formEdgeID``, which is null.
        ints: Whether its ids are whole numbers.
        schemes: The keys by which a node names its scheme: some of ``scheme``, ``schemeID`` and ``fulfils``, the last
            for an entry among the ``schemefulfillments``.
        edge_ids: Whether its edges have ids.
        reserved: Keys of its nodes that mean something else in others.
    """

    name: str
    empty: tuple[str, ...] = ("locutions",)
    form_edge: bool = False
    ints: bool = False
    schemes: tuple[str, ...] = ("scheme", "schemeID")
    edge_ids: bool = True
    reserved: tuple[str, ...] = ()

    def schemes_in(self, rest: Mapping[str, Any]) -> tuple[str, ...]:
        """Return the keys by which nodes name their schemes in a file with such lists beside the nodes."""
        is_listed = isinstance(rest.get("schemefulfillments"), list)
        return self.schemes if is_listed or "fulfils" not in self.schemes else ()


AIF = Flavour("aif", form_edge=True)
XAIF = Flavour(
    "xaif",
    empty=("schemefulfillments", "descriptorfulfillments", "participants", "locutions"),
    schemes=("fulfils",),
)
OVA = Flavour("ova", empty=(), ints=True, schemes=("schemeID",), edge_ids=False, reserved=("id", "scheme"))


@dataclass
class Graph:
    """A graph as a file of the family holds it.

    Attributes:
        nodes: Its nodes, with ``nodeID``, ``text`` and ``type``.
        edges: Its edges, with ``edgeID``, ``fromID`` and ``toID``.
        rest: The other lists beside them: locutions, participants, fulfilments.
        carried: What argmap left in the file.
        path: Where they stand in the file, such as ``AIF.``.
    """

    nodes: list[Any]
    edges: list[Any]
    rest: dict[str, Any] = field(default_factory=dict)
    carried: dict[str, Any] = field(default_factory=dict)
    path: str = ""
