"""From the inferences and conflicts of a graph of AIF to arguments and relations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.formats.aif_graph.naming import KEYS, naming_for, naming_of, told, word_of
from argmap.formats.aif_graph.nodes import SCHEMES, carried_at, data_of, own_id, path_of, read_point, word_at
from argmap.formats.aif_graph.usual import NAMED, data_of_edge, read_usual, read_usual_link
from argmap.formats.carrying import restored
from argmap.model import Argument, Relation, RelationKind, Step

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.formats.aif_graph.nodes import Entry, Reader

RELATIONS = {kind.value: kind for kind in RelationKind}
"""The kinds of relation by the words that mark a node which argmap made of one."""
_SUPPORT, _ATTACK, _UNDERCUT = RelationKind.SUPPORT, RelationKind.ATTACK, RelationKind.UNDERCUT


def read_schemes(reader: Reader, sections: set[str]) -> None:
    """Add the inferences and conflicts: first what others may point to gets its id, then the relations are drawn."""
    kinds, draft = reader.kinds, reader.draft
    sketch_of = _sketches_undercut(reader)
    again = _again(reader)
    backed = set(again.values())
    steps = _steps(reader)
    members = {member for some in steps.values() for member in some}
    links: list[tuple[str, RelationKind]] = []
    sketches: list[str] = []
    seen: set[tuple[RelationKind, str, str]] = set()
    is_usual = reader.is_whole and not reader.has_numbers
    for name, kind in kinds.items():
        if kind == "A":
            read_point(reader, name, sections)
            continue
        if (kind != "RA" and kind != "CA") or name in members or name in again:
            continue
        if kind == "RA" and is_usual and name not in steps and read_usual(reader, name):
            continue
        mark = reader.marks.get(name)
        if mark is not None or kind == "CA":
            link = _link(reader, name, kind, mark, backed, seen, sketch_of)
            if link is not None:
                links.append((name, link))
                continue
        given = carried_at(reader, Argument, mark, name, sections) if mark is not None else {}
        given.pop("steps", None)
        rest, data, is_plain = _naming(reader, name, kind, mark, given.pop("data", None))
        spelt: list[Step] = []
        if kind == "RA" and _is_regular(reader, name, mark):
            entries: list[Entry] = []
            spelt = [_step(reader, member, entries) for member in (*steps.get(name, ()), name)]
            if entries.count(None) < len(entries):
                rest["edges"] = entries
                for entry in entries:
                    if type(entry) is not str:
                        is_plain = False
        else:
            sketches.append(name)
            if word_at(mark) != "argument":
                rest["type"] = kind
        data = data_of(reader, name, rest, mark, data)
        if mark is None:
            made = draft.argument(name, steps=spelt, data=data, is_plain=is_plain and name not in reader.said.of)
        else:
            made = draft.argument(name, given.pop("text", ""), steps=spelt, data=data, name=own_id(mark), **given)
        reader.arguments[name] = made, len(spelt) - 1 if spelt else None
        del reader.nodes[name]  # to make room
        if spelt:
            reader.ins.pop(name, None)
            del reader.outs[name]
        if name in steps:
            reader.arguments.update((member, (made, number)) for number, member in enumerate(steps[name]))
    for name, link in links:
        if not (is_usual and read_usual_link(reader, name, link)):
            _add_link(reader, name, link)
    for name in sketches:
        _add_sketch(reader, name)


def _sketches_undercut(reader: Reader) -> dict[str, str]:
    """Return for each undercut that aims at something a sketched argument does the node of that argument.

    So argmap writes undercuts of sketches. They leave what they aim at a relation: it counts no longer as pointed to.
    """
    found: dict[str, str] = {}
    for name, mark in reader.marks.items():
        if word_at(mark) == _UNDERCUT.value and _is_between_two(reader, name):
            end = reader.outs[name][0][0]
            kind = RELATIONS.get(word_at(reader.marks.get(end)) or "")
            if kind is None or kind.is_symmetric or not _is_between_two(reader, end):
                continue
            actor = reader.ins[end][0][0]
            if reader.kinds[actor] == "A":
                found[name] = actor
                reader.pointed[end] -= 1
                if not reader.pointed[end]:
                    del reader.pointed[end]
    return found


def _again(reader: Reader) -> dict[str, str]:
    """Return the conflicts that only say the other way round what another says, and that one for each."""
    found: dict[str, str] = {}
    for name, mark in reader.marks.items():
        if reader.kinds[name] == "CA" and word_at(mark) == "again" and _is_bare(reader, name):
            other = mark.get("of")
            if isinstance(other, str) and reader.kinds.get(other) == "CA" and _is_bare(reader, other, touched=True):
                there = reader.marks.get(other)
                start, end = reader.ins[name][0][0], reader.outs[name][0][0]
                is_back = (reader.ins[other][0][0], reader.outs[other][0][0]) == (end, start)
                if word_at(there) in ("contrary", "contradictory") and is_back:
                    found[name] = other
    return found


def _is_bare(reader: Reader, name: str, *, touched: bool = False) -> bool:
    """Whether a node does nothing but to link two others."""
    is_alone = name not in reader.pointed and (touched or name not in reader.touched)
    return is_alone and _is_between_two(reader, name)


def _is_between_two(reader: Reader, name: str) -> bool:
    return len(reader.ins.get(name, ())) == len(reader.outs.get(name, ())) == 1


def _link(
    reader: Reader,
    name: str,
    kind: str,
    mark: Any,
    backed: set[str],
    seen: set[tuple[RelationKind, str, str]],
    sketch_of: Mapping[str, str],
) -> RelationKind | None:
    """Return the kind of relation that a node is; None if it is an argument."""
    if not _is_bare(reader, name, touched=True):
        return None
    word = word_at(mark) if mark is not None else None
    start, end = reader.ins[name][0][0], reader.outs[name][0][0]
    if word in RELATIONS:
        found = RELATIONS[word]
        if found.is_symmetric and name not in backed:
            found = _ATTACK  # another program took away the way back
    elif kind == "CA" and word != "argument":
        found = _UNDERCUT if reader.kinds[end] in SCHEMES else _ATTACK
    else:
        return None
    each = (found, start, sketch_of.get(name, end))
    if each in seen:
        return None
    seen.add(each)
    return found


def _steps(reader: Reader) -> dict[str, list[str]]:
    """Return for the inference that ends an argument those before it, in order, as argmap wrote them."""
    found: dict[str, list[tuple[int, str]]] = {}
    for name, mark in reader.marks.items():
        if reader.kinds[name] == "RA" and word_at(mark) == "step" and _is_regular(reader, name, mark):
            last, number = mark.get("of"), mark.get("number")
            if isinstance(last, str) and type(number) is int and reader.kinds.get(last) == "RA" and last != name:
                there = reader.marks.get(last)
                if word_at(there) != "step" and _is_regular(reader, last, there):
                    found.setdefault(last, []).append((number, name))
    return {last: [name for _, name in sorted(some)] for last, some in found.items()}


def _is_regular(reader: Reader, name: str, mark: Any) -> bool:
    """Whether an inference goes from claims to one claim."""
    outs, ins = reader.outs.get(name, ()), reader.ins.get(name, ())
    if len(outs) != 1 or reader.kinds[outs[0][0]] != "I":
        return False
    if mark is not None and (word_at(mark) == "argument" or (word_at(mark) in RELATIONS and _is_bare(reader, name))):
        return False
    if not ins and not (isinstance(mark, dict) and "inference" in mark):
        return False
    kinds = reader.kinds
    for start, _, _ in ins:  # noqa: SIM110  # a generator costs more than the rest
        if kinds[start] != "I":
            return False
    return True


def _step(reader: Reader, name: str, entries: list[Entry]) -> Step:
    ids, mark = reader.ids, reader.marks.get(name)
    premises = []
    for start, entry, said in reader.ins.get(name, ()):
        if said is None or word_at(said) != "chain":
            premises.append(ids[start])
            entries.append(entry)
    end, entry, _ = reader.outs[name][0]
    entries.append(entry)
    if mark is None or not mark.get("inference"):
        return Step(tuple(premises), ids[end])
    held = restored(Step, mark["inference"], reader.draft, f"{path_of(reader, name)}.inference")
    data = reader.draft.clean(held.get("data"), name)
    return Step(tuple(premises), ids[end], held.get("rules", ()), data)


def _naming(
    reader: Reader, name: str, kind: str, mark: Any, carried: Mapping[str, Any] | None
) -> tuple[dict[str, Any], dict[str, Any], bool]:
    """Return what a node says besides, its data with the scheme, and whether these are what a map can hold."""
    node = reader.nodes[name]
    rest = {}
    is_plain = reader.is_whole
    for key, value in node.items():
        if key not in NAMED:
            rest[key] = value
            if type(value) is not str:
                is_plain = False
    naming = naming_of(node)
    if name in reader.fulfilled:
        naming = (*naming, ("fulfils", reader.fulfilled[name]))
    word, is_usual = told(kind, naming, reader.schemes)
    data: dict[str, Any] = {}
    if carried and "scheme" in carried and not _is_same(kind, carried["scheme"], word):
        carried = {key: value for key, value in carried.items() if key != "scheme"}
    if word is not None and not (carried and "scheme" in carried):
        data["scheme"] = word
    data.update(carried or {})
    kept = mark.get("naming") if isinstance(mark, dict) else None
    if isinstance(kept, dict):
        rest.update(kept)
    elif not is_usual:
        rest.update(naming)
        is_plain = False
    return rest, data, is_plain and not carried and not kept


def _is_same(kind: str, given: object, word: str | None) -> bool:
    """Whether a scheme that argmap carried is what the node says in its way."""
    if not isinstance(given, str):
        return word is None
    return word_of(kind, naming_for(kind, given, KEYS)) == word


def _add_link(reader: Reader, name: str, kind: RelationKind) -> None:
    mark = reader.marks.get(name)
    start, first, _ = reader.ins[name][0]
    end, second, _ = reader.outs[name][0]
    held = restored(Relation, mark, reader.draft, path_of(reader, name)) if mark is not None else {}
    rest, data, is_plain = _naming(reader, name, reader.kinds[name], mark, held.get("data"))
    if word_at(mark) not in RELATIONS or name in reader.touched:
        rest = {"nodeID": reader.nodes[name]["nodeID"], **rest}
    if first is not None or second is not None:
        rest["edges"] = [first, second]
        is_plain = is_plain and type(first) is type(second) is str
    if rest and data:
        had = data.get("aif")
        data["aif"] = {**had, **rest} if isinstance(had, dict) else rest
    elif rest:
        data = {"aif": rest}
    target, step = _target(reader, end)
    step = step if kind is _UNDERCUT else None
    is_plain = is_plain and type(rest.get("nodeID", "")) is str
    reader.draft.relation(kind, reader.ids[start], target, step=step, data=data, is_plain=is_plain)


def _add_sketch(reader: Reader, name: str) -> None:
    own = reader.ids[name]
    for start, entry, mark in reader.ins.get(name, ()):
        is_plain = reader.is_whole and not mark and type(entry) is str
        data = _of_edge(reader, entry, mark)
        reader.draft.relation(_SUPPORT, reader.ids[start], own, data=data, is_plain=is_plain)
    for end, entry, mark in reader.outs.get(name, ()):
        target, step = _target(reader, end)
        kind = _SUPPORT
        if reader.kinds[name] == "CA":
            kind = _UNDERCUT if reader.kinds[end] in SCHEMES else _ATTACK
        step = step if kind is _UNDERCUT else None
        reader.draft.relation(kind, own, target, step=step, data=_of_edge(reader, entry, mark))


def _target(reader: Reader, end: str) -> tuple[str, int | None]:
    """Return the record that a node is, and the step; for a relation of a sketched argument, that argument."""
    if end in reader.arguments:
        return reader.arguments[end]
    if end not in reader.ids and reader.ins.get(end):
        end = reader.ins[end][0][0]
    return reader.ids.get(end, ""), None


def _of_edge(reader: Reader, entry: Entry, mark: Any) -> dict[str, Any]:
    if not mark and entry is not None:
        return data_of_edge(entry)
    data = dict(restored(Relation, mark, reader.draft, "edges").get("data", {})) if mark else {}
    if entry is not None:
        had = data.get("aif")
        data["aif"] = {**had, "edge": entry} if isinstance(had, dict) else {"edge": entry}
    return data
