"""What the tests of AIF, xAIF and OVA share: files as values, and a count of what is in a graph that knows no argmap."""

import io
import json
from collections import Counter
from pathlib import Path

from argmap.formats import read_result
from argmap.formats.table import format_named
from argmap.formats.writing import to_files

SAMPLES = Path(__file__).parent / "samples"
SHARED = Path(__file__).parents[3] / "shared" / "data" / "formats"
NAMES = ("aif", "xaif", "ova")


def own(name):
    return sorted((SAMPLES / name).glob("*.json"))


def shared(name):
    found = sorted((SHARED / name).glob("*.json")) if SHARED.is_dir() else []
    return [path for path in found if name != "ova" or "ova3" not in path.name]


def written(m, name):
    files, losses = to_files(m, format_named(name))
    return files[""].decode(), losses


def read_text(text, name):
    return read_result(io.BytesIO(text.encode()), name)


def back(m, name):
    """The map that comes back from a file, which must hold all of it."""
    text, losses = written(m, name)
    assert losses == []
    result = read_text(text, name)
    assert result.losses == ()
    return result.map


def unordered(value):
    """A JSON value in which the order of lists does not count, nor that edges of OVA repeat their nodes."""
    if isinstance(value, dict):
        if {"from", "to"} <= value.keys():
            value = {**value, "from": value["from"]["id"], "to": value["to"]["id"]}
        return {key: unordered(item) for key, item in value.items()}
    if isinstance(value, list):
        return sorted((unordered(item) for item in value), key=lambda item: json.dumps(item, sort_keys=True))
    return value


def counted(value):
    """How many claims, inferences, conflicts and conflicts with a scheme are in a file."""
    graph = value.get("AIF", value)
    is_ova = "analysis" in value
    types = {str(node["id" if is_ova else "nodeID"]): node["type"] for node in graph["nodes"]}
    found = Counter(sort for sort in types.values() if sort in ("I", "RA", "CA"))
    for edge in graph["edges"]:
        ends = (edge["from"]["id"], edge["to"]["id"]) if is_ova else (edge["fromID"], edge["toID"])
        start, end = map(str, ends)
        if start != end and types.get(start) == "CA" and types.get(end) in ("RA", "CA"):
            found["undercut"] += 1
    return +found


def counted_in(m):
    """The same of a map."""
    typed = {a.id: a.data.get("aif", {}).get("type") for a in m.arguments}
    found = Counter(I=len(m.claims), RA=sum(sort != "CA" for sort in typed.values()))
    found["CA"] = sum(sort == "CA" for sort in typed.values())
    for relation in m.relations:
        found["CA"] += relation.kind in ("attack", "undercut") and typed.get(relation.source) != "CA"
        found["undercut"] += relation.kind == "undercut"
    return +found
