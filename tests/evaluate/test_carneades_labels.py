"""Files of Carneades that state which statements are in, out and undecided: argmap's evaluation says the same."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap import ArgumentMap
from argmap.formats import read_result, write

OWN = Path(__file__).parent / "carneades"
SHARED = Path(__file__).parents[2].parent / "shared" / "data" / "formats" / "carneades-yaml"
FILES = [*sorted(OWN.glob("*.yml")), *sorted(SHARED.glob("*.yml"))]

AS_CARNEADES = {"weight": 1.0, "alpha": 0.0, "beta": 0.5, "gamma": 0.3}
"""A linked argument weighs 1, and a heavy one must outweigh the others by more than 0.5, they must be below 0.3."""

BEYOND = {
    "cumulative": "Its weight changes with the premises that are in; argmap's arguments need all of their premises.",
    "constant": "It weighs the same where a premise is out; argmap's arguments need all of their premises.",
}
"""Weighing functions of Carneades that argmap's evaluation does not know, by file, and why. Criteria and preferences
compare metadata, and are not in these files."""

LABELS = {"in": "accepted", "out": "rejected", "undecided": "undecided"}


def marked(path: Path) -> Any:
    reason = BEYOND.get(path.stem)
    marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
    return pytest.param(path, marks=marks, id=path.stem)


@pytest.mark.parametrize("path", [marked(path) for path in FILES])
def test_labels_of_files(path):
    result = read_result(path, "carneades")
    assert result.diagnostics == ()
    expected = yaml.safe_load(path.read_text("utf-8")).get("tests") or {}
    verdicts = result.map.proof(**AS_CARNEADES)
    found = {name: verdicts[name] for names in expected.values() for name in names}
    assert found == {name: LABELS[label] for label, names in expected.items() for name in names}


# -- the labelling of Carneades, put down anew ---------------------------------------------------------------------------


def grounded(graph: dict[str, Any]) -> dict[str, str]:
    """Gordon and Walton, "Formalizing balancing arguments", COMMA 2016: rounds until nothing changes."""
    arguments, issues = graph["arguments"], graph["issues"]
    weights = {each["id"]: each["weight"]["constant"] for each in graph["argument_schemes"]}
    label: dict[str, str] = {}
    concluded = {each["conclusion"] for each in arguments.values()}
    for name in graph["statements"]:
        label[name] = "in" if name in graph["assumptions"] else "undecided" if name in concluded else "out"

    def weight(each: dict[str, Any]) -> float | None:
        """The weight of an argument; None while it is open."""
        undercutter = label.get(each.get("undercutter"), "out")
        if undercutter == "in" or "out" in (labels := [label[name] for name in each["premises"]]):
            return 0.0
        return None if undercutter == "undecided" or "undecided" in labels else weights.get(each.get("scheme"), 1.0)

    def heaviest(name: str) -> float | None:
        found = [weight(each) for each in arguments.values() if each["conclusion"] == name]
        return None if None in found else max((each for each in found if each is not None), default=0.0)

    def beats(one: float, other: float, standard: str) -> bool:
        gap = standard == "PE" or one - other > 0.5
        return one > other and gap and (standard != "BRD" or other < 0.3)

    of = {name: issue for issue in issues.values() for name in issue["positions"]}
    while True:
        before = dict(label)
        for name in [name for name, found in label.items() if found == "undecided"]:
            positions = of[name]["positions"] if name in of else [name]
            found = {each: heaviest(each) for each in positions}
            if None in found.values():
                continue
            standard = of[name]["standard"] if name in of else "PE"
            own = found.pop(name) or 0.0
            wins = own > 0 and all(beats(own, other or 0.0, standard) for other in found.values())
            label[name] = "in" if wins else "out"
        if label == before:
            return label


names = st.sampled_from([f"s{number}" for number in range(8)])


@st.composite
def graphs(draw: st.DrawFn) -> dict[str, Any]:
    """Graphs without circles: statements rest on those with higher numbers only."""
    arguments = {}
    for number in range(draw(st.integers(1, 8))):
        low = draw(st.integers(0, 6))
        premises = st.sampled_from([f"s{each}" for each in range(low + 1, 8)])
        arguments[f"a{number}"] = {
            "conclusion": f"s{low}",
            "premises": draw(st.lists(premises, min_size=1, max_size=2, unique=True)),
            "scheme": draw(st.sampled_from(["linked", "light", "heavy"])),
        }
        if draw(st.booleans()):
            arguments[f"a{number}"]["undercutter"] = draw(premises)
    assumed = draw(st.sets(st.sampled_from(["s4", "s5", "s6", "s7"])))
    positions = draw(st.permutations(["s0", "s1", "s2", "s3"]))
    standards = st.sampled_from(["PE", "CCE", "BRD"])
    issues = {
        "i1": {"positions": positions[:2], "standard": draw(standards)},
        "i2": {"positions": positions[2:], "standard": draw(standards)},
    }
    schemes = [{"id": "light", "weight": {"constant": 0.2}}, {"id": "heavy", "weight": {"constant": 0.8}}]
    return {
        "statements": {f"s{number}": f"S{number}" for number in range(8)},
        "issues": draw(st.sampled_from([issues, {}, {"i1": issues["i1"]}])),
        "argument_schemes": schemes,
        "arguments": arguments,
        "assumptions": sorted(assumed),
    }


@settings(max_examples=100)
@given(graphs())
def test_labels_are_those_of_carneades(graph):
    result = read_result(yaml.safe_dump(graph, sort_keys=False), "carneades")
    assert result.diagnostics == ()
    verdicts = result.map.proof(**AS_CARNEADES)
    found = grounded(graph)
    # Where positions of an issue rest on each other, Carneades decides on none, and argmap on what is clear anyway.
    decided = {name: LABELS[label] for name, label in found.items() if label != "undecided"}
    assert {name: verdicts[name] for name in decided} == decided
    if not graph["issues"]:
        assert len(decided) == len(found)


@st.composite
def debates(draw: st.DrawFn) -> ArgumentMap:
    """Claims, arguments and relations without circles: what speaks for or against something comes after it."""
    m = ArgumentMap()
    for number in range(8):
        status = draw(st.sampled_from([None, None, None, "accepted", "disputed"]))
        m.claim(f"S{number}", title=f"s{number}", data={"status": status} if status else None)
    for number in range(draw(st.integers(0, 8))):
        low = draw(st.integers(0, 6))
        later = st.sampled_from([f"s{each}" for each in range(low + 1, 8)])
        kind = draw(st.sampled_from(["support", "attack", "argument"]))
        if kind == "argument":
            premises = draw(st.lists(later, min_size=1, max_size=2, unique=True))
            m.argument(
                premises=[m.claims[int(each[1])] for each in premises], conclusion=m.claims[low], title=f"a{number}"
            )
            for _ in range(draw(st.integers(0, 2))):
                m.relate(draw(later), "undercut", f"a{number}")
        else:
            m.relate(draw(later), kind, f"s{low}")
    return m


@settings(max_examples=100)
@given(debates())
def test_carneades_agrees_on_what_is_written_for_it(m):
    stream = io.StringIO()
    write(m, stream, "carneades")
    graph = {
        "issues": {},
        "arguments": {},
        "assumptions": [],
        "argument_schemes": [],
        **yaml.safe_load(stream.getvalue()),
    }
    for issue in graph["issues"].values():
        issue.setdefault("standard", "PE")
    found = grounded(graph)
    verdicts = m.proof(**AS_CARNEADES)
    assert {claim.id: verdicts[claim.id] for claim in m.claims} == {
        claim.id: LABELS[found[claim.id]] for claim in m.claims
    }
