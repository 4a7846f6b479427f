"""The nodes of a graph of AIF as they are read, and what each says."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from argmap.formats.aif_graph.flavour import Flavour, Graph
from argmap.formats.aif_graph.said import Said, id_of
from argmap.formats.carrying import KEY, restored
from argmap.formats.draft import Draft
from argmap.formats.json_text import called
from argmap.model import Argument, Claim
from argmap.model.naming import id_from_title
from argmap.model.records import NOTHING

if TYPE_CHECKING:
    from collections.abc import Mapping


SCHEMES = ("RA", "CA")
"""The types of nodes that infer or attack."""
GOES = ("rephrases", "preferred-to")
"""The words of inline data of which argmap makes nodes, of types MA and PA; they mark these nodes."""
ASIDE = ("nodeID", "text", "type", KEY)
"""What a node says of itself that is not kept under ``aif``."""

_MOST_SHARED = 10_000

Entry = Any
"""What is kept of an edge: its id, or all it says besides its ends; None for one that argmap made."""


@dataclass
class Reader:
    """What has been read of a graph so far; nodes are named by their ids as texts."""

    draft: Draft
    graph: Graph
    flavour: Flavour
    said: Said
    nodes: dict[str, dict[str, Any]] = field(default_factory=dict)
    # RA and CA as they are; I for claims, A for arguments that are given as I, X for what argmap made; else "".
    kinds: dict[str, str] = field(default_factory=dict)
    marks: dict[str, Any] = field(default_factory=dict)  # what argmap left at nodes
    places: dict[str, int] = field(default_factory=dict)  # of nodes with marks
    ins: dict[str, list[tuple[str, Entry, Any]]] = field(default_factory=dict)
    outs: dict[str, list[tuple[str, Entry, Any]]] = field(default_factory=dict)
    pointed: dict[str, int] = field(default_factory=dict)  # how many others point to an inference or conflict
    touched: set[str] = field(default_factory=set)  # what edges of the dialogue touch
    twice: list[dict[str, Any]] = field(default_factory=list)  # nodes with an id that was there before
    dangling: list[dict[str, Any]] = field(default_factory=list)
    changed: set[str] = field(default_factory=set)  # nodes that argmap made and another program changed
    fulfilled: dict[str, Any] = field(default_factory=dict)
    layer: dict[str, Any] = field(default_factory=dict)
    arguments: dict[str, tuple[str, int | None]] = field(default_factory=dict)
    ints: bool = False
    has_numbers: bool = True

    def __post_init__(self) -> None:
        self.schemes = self.flavour.schemes_in(self.graph.rest)
        self.ids = self.draft.ids
        self.is_whole = self.draft.given.is_whole
        self.words: dict[tuple[str | None, ...], str] = {}  # the usual schemes by how nodes name them; "" for none
        self._shared: dict[tuple[str, str], Mapping[str, Any]] = {}

    def shared(self, rest: dict[str, Any], name: str) -> Mapping[str, Any]:
        """Return the data of a record of which no more is kept than some words, the same for the same words.

        Many nodes are made in the same second, and data are read-only.
        """
        if len(rest) != 1:
            return self.draft.clean({"aif": rest}, name) if rest else NOTHING
        ((key, value),) = rest.items()
        if type(value) is not str:
            return self.draft.clean({"aif": rest}, name)
        found = self._shared.get((key, value))
        if found is None:
            found = self.draft.clean({"aif": rest}, name)
            if len(self._shared) < _MOST_SHARED:
                self._shared[key, value] = found
        return found


def read_nodes(reader: Reader) -> None:
    """Tell what each node is."""
    draft, nodes, kinds, places = reader.draft, reader.nodes, reader.kinds, reader.places
    path = f"{reader.graph.path}nodes"
    key = reader.flavour.keys[0]
    texts = 0
    for place, node in enumerate(reader.graph.nodes):
        if type(node) is not dict:
            draft.fault(f"{path}[{place}]", "bad-node", f"A node is an object, not {called(node)}; it is left out.")
            continue
        given = node.get("nodeID")
        name = given if type(given) is str and given else id_of(given)
        if name is None:
            message = f"The node has no id ({key}, a text or a whole number); it is left out. Give it one."
            draft.fault(f"{path}[{place}]", "no-id", message)
            continue
        if name in nodes:
            message = f"The id {name[:60]!r} is there twice; the first node is read, this one kept aside. Change one."
            draft.fault(f"{path}[{place}].{key}", "id-twice", message)
            reader.twice.append(node if given == name else {**node, "nodeID": name})
            continue
        texts += type(given) is str
        nodes[name] = node
        sort = node.get("type")
        mark = None
        if KEY in node:
            mark = node[KEY]
            places[name] = place
            if type(mark) is dict:
                reader.marks[name] = mark
            else:
                message = f"What argmap left here is an object, not {called(mark)}."
                draft.fault(f"{path}[{place}].{KEY}", "bad-carried", message)
                mark = None
        if sort == "I":
            kinds[name] = "A" if mark is not None and word_at(mark) == "argument" else "I"
        elif sort in SCHEMES:
            kinds[name] = str(sort)
        else:
            kinds[name] = "X" if mark is not None and word_at(mark) in GOES else ""
            if not isinstance(sort, str):
                message = "The node has no type such as I, RA or CA; it is kept aside."
                draft.warn(f"{path}[{place}]", "no-type", message)
    reader.ints = bool(nodes) and not texts
    reader.has_numbers = texts < len(nodes) or reader.flavour.ints or "aif" in reader.graph.carried


def word_at(mark: object) -> str | None:
    """Return the word by which argmap marked a node or an edge."""
    found = mark.get("as") if isinstance(mark, dict) else None
    return found if isinstance(found, str) else None


def read_claims(reader: Reader, sections: set[str]) -> None:
    """Add the propositions."""
    draft, marks, said, nodes = reader.draft, reader.marks, reader.said.of, reader.nodes
    for name, kind in reader.kinds.items():
        if kind != "I":
            continue
        if name in marks or name in said or reader.has_numbers or not name.isalnum():
            read_point(reader, name, sections)
            del nodes[name]
            continue
        # As nearly always: a node that only says what a claim is, and perhaps its time.
        rest = nodes.pop(name)
        text = rest.pop("text", None)
        del rest["nodeID"], rest["type"]
        line = draft.words(text)
        if line != text:
            rest["text"] = text
        draft.plain_claim(name, line, reader.shared(rest, name))


def read_point(reader: Reader, name: str, sections: set[str]) -> None:
    """Add a proposition: a claim, or a sketched argument that argmap wrote as one."""
    draft, node = reader.draft, reader.nodes[name]
    is_claim = reader.kinds[name] == "I"
    mark = reader.marks.get(name)
    given: dict[str, Any] = {}
    if mark is not None:
        given = carried_at(reader, Claim if is_claim else Argument, mark, name, sections)
        given.pop("steps", None)
    text = node.get("text")
    if given.pop("text", None) == "" and text == given.get("title"):
        text = ""  # the title stands there for other programs
    line = draft.words(text)
    rest = {key: value for key, value in node.items() if key not in ASIDE}
    if line != text:
        rest["text"] = text
    data = data_of(reader, name, rest, mark, given.pop("data", None))
    add = draft.claim if is_claim else draft.argument
    add(name, line, data=data, name=own_id(mark), **given)


def own_id(mark: object) -> str | None:
    """Return the id of a record that argmap carried at its node."""
    found = mark.get("id") if isinstance(mark, dict) else None
    return found if isinstance(found, str) else None


def path_of(reader: Reader, name: str) -> str:
    """Return where in the file stands what argmap left at a node."""
    return f"{reader.graph.path}nodes[{reader.places[name]}].{KEY}"


def carried_at(reader: Reader, kind: type[Any], mark: object, name: str, sections: set[str]) -> dict[str, Any]:
    """Return what argmap left at a node."""
    found = restored(kind, mark, reader.draft, path_of(reader, name))
    if found.get("section") is not None and found["section"] not in sections:
        message = f"There is no section {found['section'][:60]!r}; the record stands in none."
        reader.draft.fault(f"{path_of(reader, name)}.section", "bad-carried", message)
        del found["section"]
    return found


def data_of(
    reader: Reader, name: str, rest: dict[str, Any], mark: object, carried: Mapping[str, Any] | None
) -> dict[str, Any]:
    """Return the inline data of a node: what the graph says, what argmap carried, and the rest under ``aif``."""
    data: dict[str, Any] = dict(reader.said.of[name]) if name in reader.said.of else {}
    if carried:
        data.update(carried)
    if mark is not None:
        _leave_out(data, mark)
    if reader.has_numbers or mark is not None or not name.isalnum():
        raw = reader.nodes[name]["nodeID"]
        if keeps_raw(name, raw, own_id(mark), reader.layer, reader.flavour):
            rest["nodeID"] = raw
    if rest:
        held = data.get("aif")
        data["aif"] = {**held, **rest} if isinstance(held, dict) else rest
    return data


def _leave_out(data: dict[str, Any], mark: object) -> None:
    without = mark.get("without") if isinstance(mark, dict) else None
    for key in without if isinstance(without, list) else ():
        if isinstance(key, str):
            data.pop(key, None)


def keeps_raw(name: str, raw: object, own: str | None, layer: Mapping[str, Any], flavour: Flavour) -> bool:
    """Whether the id of a node is kept beside that of its record, which does not tell it.

    Args:
        name: The id of the node as a text.
        raw: As the file has it.
        own: The id of the record that argmap carried.
        layer: What holds for the whole file.
        flavour: The format.
    """
    if (not name.isalnum() and id_from_title(name) != name) if own is None else own != name:
        return True
    return (type(raw) is int or layer.get("ints", flavour.ints) is True) and raw != expected_raw(name, layer, flavour)


def expected_raw(name: str, layer: Mapping[str, Any], flavour: Flavour) -> str | int:
    """Return the id of a node as a file has it: a number where all are numbers and it is one."""
    if layer.get("ints", flavour.ints) is True and name.isdecimal() and name.isascii() and len(name) < 20:
        number = int(name)
        return number if str(number) == name else name
    return name
