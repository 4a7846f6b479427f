"""A map as a graph of the library arguebuf and back, by way of what its files hold (see `argmap.formats.arguebuf`).

The library is only needed here, and imported when it is: ``pip install arguebuf``. Order is kept both ways, as it is
not in the files that arguebuf itself writes.
"""

from __future__ import annotations

import importlib
import inspect
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeVar, cast

from argmap.errors import ArgmapError, ModelError
from argmap.formats.arguebuf.reading import read_document
from argmap.formats.arguebuf.words import EPOCH
from argmap.formats.arguebuf.writing import to_document
from argmap.formats.draft import Draft
from argmap.formats.given import Given
from argmap.formats.sadface.words import is_uuid
from argmap.model import ArgumentMap
from argmap.model.naming import plain_data
from argmap.source import Source

if TYPE_CHECKING:
    from collections.abc import Mapping

M = TypeVar("M", bound=ArgumentMap)

_PERSON = ("name", "username", "email", "url", "location", "description")


def from_arguebuf(graph: Any, sort: type[M] = ArgumentMap) -> M:  # type: ignore[assignment]  # the usual default
    """Return the map of an ``arguebuf.Graph``. Linear.

    Ids stay as they are, but for signs that no id in a map has (square and angle brackets, line breaks). The name of
    the graph is the title, unless it is a UUID that arguebuf made up, or the userdata has a title.

    Args:
        graph: The graph; it is not changed.
        sort: The class of the map.

    Raises:
        ArgmapError: arguebuf is not installed.
        ModelError: It is no such graph, or its userdata hold what JSON cannot.
    """
    library = _library()
    if not isinstance(graph, library.Graph):
        raise ModelError(f"An arguebuf.Graph is needed here, not an object of type {type(graph).__name__}.")
    draft = Draft(Given(Source("", "an arguebuf graph")))
    read_document(_document(graph, library), draft)
    result = draft.result()
    if result.errors:
        raise ModelError(f"The graph is not a map. {result.errors[0].message}")
    made = result.map
    return sort.from_records(
        title=made.title,
        data=made.data,
        claims=made.claims,
        arguments=made.arguments,
        relations=made.relations,
        sections=made.sections,
    )


def to_arguebuf(m: ArgumentMap) -> Any:
    """Return a map as an ``arguebuf.Graph``, with nothing lost: `from_arguebuf` gives an equal map. Linear.

    What arguebuf has no words for is carried in the userdata of its nodes and of the graph, under ``argmap``. Where the
    map has no time for a thing, it has that of the year 1970, as for files that have none.

    Args:
        m: The map.

    Raises:
        ArgmapError: arguebuf is not installed.
    """
    return _Building(to_document(m), _library()).graph(m.title)


def _library() -> Any:
    try:
        return importlib.import_module("arguebuf")
    except ImportError as error:
        raise ArgmapError(
            "Graphs of arguebuf need the library arguebuf, which is not installed: pip install arguebuf."
        ) from error


# -- from a graph ----------------------------------------------------------------------------------------------


def _document(graph: Any, library: Any) -> dict[str, Any]:
    """Return what a file of the graph would hold, in the order of the graph."""
    userdata = dict(plain_data(graph.userdata))
    if "title" not in userdata and isinstance(graph.name, str) and not is_uuid(graph.name):
        userdata["title"] = graph.name
    made: dict[str, Any] = {
        "nodes": {key: _node(node, library) for key, node in graph.nodes.items()},
        "edges": {
            key: {"source": edge.source.id, "target": edge.target.id, **_common(edge)}
            for key, edge in graph.edges.items()
        },
        "resources": {
            key: _filled(text=each.plain_text, title=each.title, source=each.source)
            | ({"timestamp": _instant(each.timestamp)} if each.timestamp else {})
            | _common(each)
            for key, each in graph.resources.items()
        },
        "participants": {
            key: _filled(**{word: getattr(each, word) for word in _PERSON}) | _common(each)
            for key, each in graph.participants.items()
        },
        "userdata": userdata,
    }
    if metadata := _metadata(graph.metadata):
        made["metadata"] = metadata
    analysts = {key: _filled(name=each.name, email=each.email) | _common(each) for key, each in graph.analysts.items()}
    if analysts:
        made["analysts"] = analysts
    if graph.major_claim is not None and graph.major_claim.id in graph.nodes:
        made["majorClaim"] = graph.major_claim.id
    for word, attribute in (("libraryVersion", "library_version"), ("schemaVersion", "schema_version")):
        if value := getattr(graph, attribute, None):
            made[word] = value
    return made


def _node(node: Any, library: Any) -> dict[str, Any]:
    if not isinstance(node, library.AtomNode):
        scheme: dict[str, Any] = {}
        if node.scheme is not None:
            kind = type(node.scheme).__name__
            scheme[kind.lower()] = f"{kind.upper()}_{node.scheme.name}"
        if node.premise_descriptors:
            scheme["premiseDescriptors"] = list(node.premise_descriptors)
        return {"scheme": scheme, **_common(node)}
    atom: dict[str, Any] = {"text": node.plain_text}
    if node.participant is not None:
        atom["participant"] = node.participant.id
    reference = node.reference
    if reference is not None:
        atom["reference"] = _filled(offset=reference.offset, text=reference.plain_text)
        if reference.resource is not None:
            atom["reference"]["resource"] = reference.resource.id
    return {"atom": atom, **_common(node)}


def _common(each: Any) -> dict[str, Any]:
    """Return the metadata and the userdata of a thing, as far as it has them."""
    made: dict[str, Any] = {}
    metadata = _metadata(getattr(each, "metadata", None))
    if metadata:
        made["metadata"] = metadata
    if each.userdata:
        made["userdata"] = dict(plain_data(each.userdata, "userdata"))
    return made


def _metadata(given: Any) -> dict[str, str]:
    if given is None:
        return {}
    created, updated = _instant(given.created), _instant(given.updated)
    return {} if created == updated == EPOCH else {"created": created, "updated": updated}


def _instant(time: datetime) -> str:
    """Return a time as protobuf writes it: in UTC, with as many digits of a second as are needed, by threes."""
    at = (time if time.tzinfo else time.replace(tzinfo=UTC)).astimezone(UTC)
    second = f"{at.year:04}-{at.month:02}-{at.day:02}T{at.hour:02}:{at.minute:02}:{at.second:02}"
    if not at.microsecond:
        return f"{second}Z"
    digits = f"{at.microsecond:06}"
    return f"{second}.{digits.removesuffix('000')}Z"


def _filled(**given: Any) -> dict[str, Any]:
    return {word: value for word, value in given.items() if value}


# -- to a graph ------------------------------------------------------------------------------------------------


class _Building:
    """A graph while it is made of what a file would hold."""

    def __init__(self, document: Mapping[str, Any], library: Any) -> None:
        self.document = document
        self.library = library
        self.clock = type(library.Metadata().created)  # a class of times: that of pendulum, or of Python

    def graph(self, name: str) -> Any:
        library, document = self.library, self.document
        graph = library.Graph(name or None)
        # In arguebuf 2 the id of a resource is called otherwise.
        word = "id" if "id" in inspect.signature(library.Resource).parameters else "_id"
        for key, each in document.get("resources", {}).items():
            texts = {"text": each.get("text", ""), "title": each.get("title"), "source": each.get("source")}
            time = self._time(each["timestamp"]) if each.get("timestamp") else None
            graph.add_resource(library.Resource(**texts, timestamp=time, **self._common(each), **{word: key}))
        for key, each in document.get("participants", {}).items():
            texts = {word: each.get(word) for word in _PERSON}
            graph.add_participant(library.Participant(**texts, **self._common(each), id=key))
        for key, each in document.get("analysts", {}).items():
            userdata = each.get("userdata", {})
            analyst = library.Analyst(name=each.get("name"), email=each.get("email"), userdata=userdata, id=key)
            graph.add_analyst(analyst)
        for key, each in document["nodes"].items():
            graph.add_node(self._atom(graph, key, each) if "atom" in each else self._scheme(key, each))
        for key, each in document.get("edges", {}).items():
            ends = graph.nodes[each["source"]], graph.nodes[each["target"]]
            graph.add_edge(library.Edge(*ends, **self._common(each), id=key))
        if "majorClaim" in document:
            graph.major_claim = document["majorClaim"]
        graph.metadata = self._common(document)["metadata"]
        graph.userdata = document.get("userdata", {})
        return graph

    def _atom(self, graph: Any, key: str, each: Mapping[str, Any]) -> Any:
        atom = each["atom"]
        reference = None
        if "reference" in atom:
            given = atom["reference"]
            resource = graph.resources[given["resource"]] if "resource" in given else None
            reference = self.library.Reference(
                resource=resource, offset=given.get("offset"), text=given.get("text", "")
            )
        person = graph.participants[atom["participant"]] if "participant" in atom else None
        text = atom.get("text", "")
        return self.library.AtomNode(text, reference=reference, participant=person, **self._common(each), id=key)

    def _scheme(self, key: str, each: Mapping[str, Any]) -> Any:
        found = None
        for kind in ("Support", "Attack", "Rephrase", "Preference"):
            if kind.lower() in each["scheme"]:
                names = getattr(self.library, kind)
                name = str(each["scheme"][kind.lower()]).partition("_")[2]
                found = names[name] if name in names.__members__ else names.DEFAULT
        descriptors = list(each["scheme"].get("premiseDescriptors", ()))
        return self.library.SchemeNode(found, premise_descriptors=descriptors, **self._common(each), id=key)

    def _common(self, each: Mapping[str, Any]) -> dict[str, Any]:
        metadata = each.get("metadata") or {}
        created = metadata.get("created") or EPOCH
        made = self.library.Metadata(self._time(created), self._time(metadata.get("updated") or created))
        return {"metadata": made, "userdata": each.get("userdata", {})}

    def _time(self, text: object) -> Any:
        try:
            return cast("Any", self.clock).fromisoformat(str(text))
        except ValueError:
            return cast("Any", self.clock).fromisoformat(EPOCH)
