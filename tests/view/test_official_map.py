"""argmap draws what the official tool draws, by its settings and its defaults.

Where it does not, the difference has a name in `tests.oracle.drawing`. These tests need Node and are skipped without.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from argmap.text import parse
from tests import grammar
from tests.oracle.drawing import DIFFERENCES, drawing_differences, drawing_of, official_drawing
from tests.oracle.reading import for_official

if TYPE_CHECKING:
    from tests.oracle.official import Official

pytestmark = pytest.mark.usefixtures("official")

ROOT = Path(__file__).parents[2]
FOREIGN = sorted((ROOT.parent / "shared" / "data" / "argdown").rglob("*.argdown"))
NAMED = {"ColorPlugin-L0201.argdown": "first-colour-of-groups"}


def compare(official: Official, text: str) -> list[str] | None:
    """What differs; None where the text says nothing of drawing, as it is not valid or is read in another way."""
    result = parse(text)
    shown, table = for_official(text, result)
    answer = official.read(shown, map=True)
    if not answer.valid or table or answer.corrected or result.errors:
        return None
    assert answer.map is not None
    if "exception" in answer.map:
        return [f"exception: {answer.map['exception']}"]
    found = drawing_differences(drawing_of(result), official_drawing(answer.map, text))
    conclusions = {argument.conclusion for argument in result.map.arguments}
    if any(relation.kind.is_symmetric and relation.target in conclusions for relation in result.map.relations):
        # Difference "lost-contradictions".
        found = [one for one in found if not (one.startswith("Only argmap has the edge") and "'attack'" in one)]
    return found


@pytest.mark.parametrize("path", FOREIGN, ids=lambda path: "/".join(path.parts[-2:]))
def test_files_of_the_official_project_are_drawn_the_same(official: Official, path: Path):
    found = compare(official, path.read_bytes().decode())
    if path.name in NAMED:
        assert found
        assert NAMED[path.name] in DIFFERENCES
    else:
        assert not found


DEBATE = """
[Thesis]: The town should build a tram. #plan
  + <Speed>: It is fast. #pro #(two words)
    - <Works>: The works take years. #contra {color: 3}
      <_ <Short>: They are short.
  - <Cost>: It costs much. #contra {isInMap: MARK}
  >< [Bus]: Buses are enough. #plan
  - Untitled thoughts
    + more of them

# First {isGroup: GROUP}

[Bus]
  + <Old>: We have them. {color: "#123"}

## Inner {isClosed: CLOSED, color: 1}

<Deep>: Rails are deep. #pro
  +> [Lonely]: Nobody asks. {isInMap: true}
  -> <Works>

<Built>

(1) [P]: Tracks are free. #pro
    +> [Bus]
(2) Free tracks are fast.
    <- <Snow>: Snow falls.
-- speed --
(3) [Mid]: The tram is fast.
    >< [Slow]: It is slow. {color: "#ABCDEF"}
(4) What is fast should be built.
(5) [Q]: Only trams are fast. {isInMap: false}
-- choice {uses: [3, 5]} --
    <_ <Choice>: There are others.
(6) [Thesis]

# Second

<Next>

(1) [Mid]
(2) a
----
(3) b {uses: [1]}
    -> [Lonely]

### Deepest {isClosed: true}

[Alone]: Nothing is tied to this.

<Idle>: Nor to this. #pro

<Idle>
  - <Third>

## Only sections

### Inside {isGroup: true}

[Slow]
  + <Evidence>: measured

## Again #plan

b
  - c
    - [P]
"""
MARKED = DEBATE.replace("MARK", "true").replace("GROUP", "false").replace("CLOSED", "true")
PLAIN = (
    DEBATE.replace("{isInMap: MARK}", "")
    .replace(" {isGroup: GROUP}", "")
    .replace("isClosed: CLOSED, ", "")
    .replace(" {isClosed: true}", "")
)

MODES = ["all", "top-level", "with-title", "with-relations", "not-used-in-argument", "with-more-than-one-relation"]
CASES: list[dict[str, Any]] = [
    {},
    *({"selection": {"statementSelectionMode": mode, "excludeDisconnected": off}} for mode in MODES for off in (False, True)),
    {"selection": {"selectedTags": ["pro"]}},
    {"selection": {"selectedTags": ["pro", "two words"], "selectElementsWithoutTag": True}},
    {"selection": {"selectedTags": ["plan"], "excludeDisconnected": False}},
    {"selection": {"selectedSections": ["First"], "excludeDisconnected": False}},
    {"selection": {"selectedSections": ["Second", "Inner"], "selectElementsWithoutSection": True}},
    {"selection": {"includeStatements": ["Alone", "Mid"], "statementSelectionMode": "with-relations"}},
    {"selection": {"excludeStatements": ["Bus", "Mid"], "excludeArguments": ["Speed", "Built"]}},
    {"selection": {"ignoreIsInMap": True, "statementSelectionMode": "all"}},
    *({"map": {"statementLabelMode": mode, "argumentLabelMode": "title"}} for mode in ("title", "text", "none", "hide-untitled")),
    *({"map": {"argumentLabelMode": mode, "addTags": False}} for mode in ("text", "none", "hide-untitled")),
    *({"group": {"groupDepth": depth}} for depth in (1, 2, 3, 9)),
    {"group": {"sections": {"First": {"isGroup": True, "isClosed": True}}}},
    {"group": {"sections": {"First": {"isGroup": True}, "Inner": {"isClosed": False}, "Again": {"isGroup": False}}}},
    {"group": {"sections": {}}},
    {"group": {"ignoreIsGroup": True}},
    {"group": {"ignoreIsClosed": True, "groupDepth": 3}},
    {"model": {"explodeArguments": True}},
    {"model": {"explodeArguments": True}, "selection": {"statementSelectionMode": "not-used-in-argument"}},
    {"model": {"mode": "strict"}},
    {"model": {"mode": "strict"}, "selection": {"statementSelectionMode": "not-used-in-argument"}},
    {"model": {"transformArgumentRelations": False}},
    {"color": {"colorScheme": "iwanthue-fancy"}},
    {"color": {"colorScheme": "no such scheme"}},
    {"color": {"colorScheme": ["#000", "#111111", "#222222"], "colorizeByTag": False}},
    {"color": {"tagColors": {"pro": "#010203", "plan": 2, "contra": {"color": 1, "priority": 3}}, "colorizeGroupsByTag": True}},
    {"color": {"statementColors": {"Bus": "#abcdef", "Thesis": 4}, "argumentColors": {"Speed": 1, "Old": 2}}},
    {"color": {"groupColors": {"First": "#fedcba", "Second": 1}, "groupColorScheme": ["#100000", "#200000"]}},
    {"color": {"relationColors": {"attack": "#abc", "support": 2, "contradictory": "#000001"}}},
    {"color": {"ignoreColorData": True}},
]  # fmt: skip


def with_front_matter(setting: dict[str, Any], text: str) -> str:
    lines = "\n".join(f"{key}: {json.dumps(value)}" for key, value in setting.items())
    return f"===\n{lines}\n===\n\n{text.lstrip()}" if setting else text


@pytest.mark.parametrize("setting", CASES, ids=json.dumps)
@pytest.mark.parametrize("text", [PLAIN, MARKED], ids=["plain", "marked"])
def test_every_setting_is_heard(official: Official, text: str, setting: dict[str, Any]):
    if "explodeArguments" in setting.get("model", {}):
        text = text.replace("    <_ <Choice>: There are others.\n", "")  # difference "exploded-undercuts"
    assert compare(official, with_front_matter(setting, text)) == []


REGROUPED = [
    {"title": "One", "statements": ["Thesis"], "tags": ["pro"], "children": [
        {"title": "Two", "arguments": ["Speed", "Old"], "isClosed": True},
        {"title": "Three", "statements": ["Bus", "Slow"], "arguments": ["Works"]},
    ]},
]  # fmt: skip


def test_regrouping(official: Official):
    text = PLAIN.replace("### ", "## ").replace("# First", "# First", 1)
    setting = {"group": {"regroup": REGROUPED}, "color": {"colorizeGroupsByTag": True}}
    assert compare(official, with_front_matter(setting, text)) == []


def test_regrouped_sections_can_be_selected(official: Official):
    setting = {"group": {"regroup": REGROUPED}, "selection": {"selectedSections": ["Three", "One"]}}
    assert compare(official, with_front_matter(setting, PLAIN.replace("### ", "## "))) == []


some_settings = st.fixed_dictionaries(
    {},
    optional={
        "selection": st.fixed_dictionaries(
            {},
            optional={
                "statementSelectionMode": st.sampled_from(MODES),
                "excludeDisconnected": st.booleans(),
                "ignoreIsInMap": st.booleans(),
                "includeStatements": st.just(["A", "B"]),
                "excludeArguments": st.just(["A", "P"]),
                "selectElementsWithoutTag": st.booleans(),
            },
        ),
        "group": st.fixed_dictionaries({}, optional={"groupDepth": st.integers(1, 4), "ignoreIsGroup": st.booleans()}),
        "map": st.fixed_dictionaries({}, optional={"statementLabelMode": st.sampled_from(["text", "hide-untitled"])}),
        "color": st.fixed_dictionaries({}, optional={"colorizeByTag": st.booleans()}),
    },
)


def test_generated_documents_are_drawn_the_same(official: Official):
    current = settings.default
    assert current is not None
    compared = 0

    @settings(max_examples=max(300, current.max_examples))
    @given(text=grammar.documents(), setting=some_settings)
    def check(text: str, setting: dict[str, Any]) -> None:
        nonlocal compared
        assume(not text.startswith("===") and "Untitled" not in text)
        found = compare(official, with_front_matter(setting, text))
        assume(found is not None)
        compared += 1
        assert found == []

    check()
    assert compared > 100


PCS = "<A>\n\n(1) a\n----\n(2) [B]: b\n----\n(3) c\n"
PROBES = {
    # difference: a text that shows it
    "untitled-labels": "===\nmap: {statementLabelMode: title}\n===\n\na\n  - b",
    "titles-like-untitled": "[Untitled x]: a\n\n<A>\n\n(1) [Untitled x]\n----\n(2) [C]: c",
    "lost-contradictions": "[T]: t\n  >< c\n\n<A>\n\n(1) p\n----\n(2) [C]: c {isInMap: false}\n  <- [D]\n\n[T]\n  >< [C]",
    "contradictions-of-arguments": "<A>\n  >< [B]",
    "regrouped-levels": (
        "===\ngroup: {groupDepth: 1, regroup: [{title: X, statements: [A]}]}\n===\n\n# a\n\n## b\n\n### c\n\n[A]: a\n  - [B]: b"
    ),
    "regrouped-ids": (
        "===\ngroup: {regroup: [{title: X, children: [{title: Y, statements: [A]}]}, {title: Z, statements: [B]}]}\n===\n\n"
        "[A]: a\n  - [B]: b"
    ),
    "closed-ancestors": "# X {isClosed: true}\n\n## Y\n\n[A]: a\n  - [B]: b",
    "exploded-undercuts": "===\nmodel: {explodeArguments: true}\n===\n\n" + PCS.replace("(2)", "  <_ <U>\n(2)"),
    "exploded-titles": "===\nmodel: {explodeArguments: true}\n===\n\n" + PCS + "\n<A - 1>: x\n  - <B>",
    "from-of-a-conclusion": (
        "===\nmodel: {explodeArguments: true}\n===\n\n<A>\n\n(1) [P]: p\n----\n(2) [B]: b\n----\n(3) [C]: c {from: [1]}"
    ),
    "first-colour-of-groups": "===\ncolor: {groupColors: {Y: 0}}\n===\n\n# X\n\n## Y\n\n[A]: a\n  - [B]: b",
    "checked-colours": "===\ncolor: {statementColors: {A: {color: red}}}\n===\n\n[A]: a\n  - [B]: b",
    "empty-or-unknown-names": "===\nselection: {selectedTags: []}\n===\n\n[A]: a\n  - [B]: b",
}
SAME_IN_NORMAL_FORM = {
    # Edges are compared as a set, in which nothing is there twice.
    "edges-twice",
    "contradictions-of-groups",
}


@pytest.mark.parametrize("name", DIFFERENCES)
def test_the_differences_are_there(official: Official, name: str):
    if name in SAME_IN_NORMAL_FORM:
        return
    text = PROBES[name]
    result = parse(text)
    answer = official.read(text, map=True)
    assert answer.valid
    assert answer.map is not None
    if "exception" in answer.map:
        assert drawing_of(result)["nodes"]
        return
    theirs = official_drawing(answer.map, text)
    ours = drawing_of(result)
    if name in ("untitled-labels", "contradictions-of-arguments"):
        assert ours != theirs
        return  # `drawing_differences` excuses these
    if name == "checked-colours":
        assert answer.map["nodes"][0]["colour"] == "red"
        return
    assert drawing_differences(ours, theirs)
