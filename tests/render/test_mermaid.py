"""Mermaid: what is written, and what Mermaid itself reads in it.

Tests ask Mermaid where ARGMAP_ORACLE names a folder in which ``npm install mermaid jsdom`` was run. Without it they are
skipped; with ARGMAP_REQUIRE_ORACLE=1 they fail.
"""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap.model import ArgumentMap
from argmap.render import draw
from argmap.render.mermaid import escaped
from argmap.render.typesetting import UNFIT
from argmap.view import Diagram, Edge, EdgeKind, Group, Node, NodeKind, View, diagram_of
from tests.maps import maps
from tests.render.drawings import every_kind, open_or_closed
from tests.render.test_svg import HOSTILE, full_of

FOLDER = os.environ.get("ARGMAP_ORACLE", "")
PROGRAM = Path(__file__).parents[1] / "oracle" / "mermaid.mjs"
IS_THERE = FOLDER and all(Path(FOLDER, "node_modules", name).is_dir() for name in ("mermaid", "jsdom"))
MISSING = "ARGMAP_ORACLE names no folder that holds node_modules/mermaid and node_modules/jsdom, or Node is missing"
SAFE = re.compile(r"(?:[A-Za-z0-9 ,.:?!'()-]|[^\x00-\x9f]|#\d+;)*")


def written(m: ArgumentMap | Diagram, **options) -> str:
    return draw(m, "mmd", **options).decode()


def answers(texts: list[str]) -> list[dict[str, Any]]:
    done = subprocess.run(
        ["node", str(PROGRAM)], input=json.dumps(texts), cwd=FOLDER, capture_output=True, encoding="utf-8", timeout=120
    )
    assert done.returncode == 0, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)
    assert [answer["error"] for answer in found if "error" in answer] == []
    return found


@pytest.mark.parametrize("make", [open_or_closed, every_kind])
def test_golden(golden, make):
    golden(f"{make.__name__}.mmd", written(make(), view=View(group=1)))


def test_two_endings():
    assert draw(open_or_closed(), "mermaid") == draw(open_or_closed(), "mmd")


@given(st.text(max_size=80))
def test_any_text_is_written_in_codes(text):
    assert SAFE.fullmatch(escaped(text, 100))


@pytest.mark.parametrize("text", [*HOSTILE, "end", "%%{init: {}}%%", "`**b**`"], ids=lambda text: ascii(text[:20]))
def test_hostile_text_stays_in_its_label(text):
    lines = written(full_of(text)).splitlines()
    assert len("\n".join(lines)) < 50_000
    for line in lines:
        for label in re.findall(r'"(.*?)"', line) if not line.startswith("title: ") else []:
            assert SAFE.fullmatch(re.sub(r"</?(?:b|small|br)/?>", "", label))
        assert "%%" not in line
    assert sum(re.match(r"  n\d+ \S+[| ]", line) is not None for line in lines) == 3
    assert sum(re.fullmatch(r" *n\d+\W.*", line) is not None for line in lines) == 3 + 3


def test_parts_of_a_card_are_told():
    text = written(every_kind())
    assert '---|"is premise (1)"|' in text
    assert '|"undercuts step 2"|' in text
    assert '<-.->|"attack each other"|' in text


def test_every_kind_of_box_has_a_shape():
    nodes = tuple(Node(kind.value, kind, title="x") for kind in NodeKind)
    text = written(Diagram(nodes=nodes))
    for shape in ('("<b>x', '["<b>x', '(("#8203;"))', '[["<b>x', '{{"<b>x', '{"<b>x'):
        assert f"{shape}" in text


def test_frames_in_frames_and_no_recursion():
    groups = tuple(Group(f"g{number}", "end", f"g{number - 1}" if number else None) for number in range(3000))
    nodes = (Node("a", NodeKind.CLAIM, text="in", group="g2999"), Node("b", NodeKind.CLAIM, text="out"))
    text = written(Diagram(nodes=nodes, groups=groups, edges=(Edge("a", "b", EdgeKind.SUPPORT),)))
    assert text.count("subgraph g") == text.count("\n" + "  " * 20 + "end") + 19 == 3000
    assert len(text) < 3000 * 200


def test_without_an_engine(monkeypatch):
    monkeypatch.setattr("argmap.render.picture.find_engine", None)
    assert written(open_or_closed()).startswith("---\n")


@pytest.fixture(scope="session")
def mermaid() -> None:
    """Mermaid itself, for what asks it."""
    if IS_THERE and shutil.which("node"):
        return
    if os.environ.get("ARGMAP_REQUIRE_ORACLE") == "1":
        pytest.fail(f"Mermaid is required, but {MISSING}.", pytrace=False)
    pytest.skip(f"{MISSING}.")


@pytest.mark.usefixtures("mermaid")
class TestByMermaid:
    def test_it_reads_what_was_written(self):
        m = every_kind()
        diagram = diagram_of(m, View(group=1))
        (answer,) = answers([written(diagram)])
        assert len(answer["nodes"]) == len(diagram.nodes)
        names = {node.id: f"n{index}" for index, node in enumerate(diagram.nodes)}
        assert [(start, end) for start, end, _, _ in answer["edges"]] == [
            (names[edge.source], names[edge.target]) for edge in diagram.edges
        ]
        assert answer["title"] == "Every kind"
        assert [title for _, title, _ in answer["frames"]] == ["Signs"]

    def test_hostile_texts(self):
        texts = [*HOSTILE, "end", "%%{init: {}}%%", "`**b**`", "subgraph", "click n0 call x()", "#35;", "a--b"]
        for text, answer in zip(texts, answers([written(full_of(text)) for text in texts]), strict=True):
            seen = "".join("".join(label for _, label, _ in answer["nodes"]).split())
            assert len(answer["nodes"]) == len(answer["edges"]) == 3
            for word in re.sub("[\u202a-\u202e\u2066-\u2069]", "", UNFIT.sub("", text[:100])).split()[:8]:
                assert word in seen.replace("\u2060", "")

    @given(st.lists(maps(), min_size=3, max_size=10))
    @settings(max_examples=8, suppress_health_check=list(HealthCheck))
    def test_any_map(self, several):
        diagrams = [diagram_of(m, View(group=2)) for m in several]
        for diagram, answer in zip(diagrams, answers([written(diagram) for diagram in diagrams]), strict=True):
            assert len(answer["nodes"]) == len(diagram.nodes)
            assert len(answer["edges"]) == len(diagram.edges)
