"""The plain text tree."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap import datasets
from argmap.cells import cells, visible
from argmap.model import ArgumentMap
from argmap.render import draw
from argmap.render.text import WIDTH, tree
from argmap.view import Change, Diagram, Edge, EdgeKind, Finding, Node, NodeKind, Status, View, diagram_of
from argmap.view.outline import outline
from tests.maps import maps
from tests.render.drawings import every_kind, open_or_closed
from tests.render.test_svg import HOSTILE, full_of


def body(m: ArgumentMap | Diagram, width: int = WIDTH) -> str:
    """Return the tree without its head."""
    diagram = m if isinstance(m, Diagram) else diagram_of(m)
    text = "\n".join(tree(diagram, width))
    return text.split("\n\n", 2)[-1]


@pytest.mark.parametrize("make", [open_or_closed, every_kind, datasets.wet_street])
def test_golden(golden, make):
    golden(f"{make.__name__}.tree.txt", draw(make(), "txt").decode())


@given(maps(), st.sampled_from([20, 40, 80]))
def test_lines_fit_and_hold_nothing_that_moves_the_cursor(m, width):
    for line in tree(diagram_of(m), width):
        assert visible(line) == line
        assert cells(line) <= max(width, 3 * 12 + 10 + len("[level 12] ") + 8)


@given(maps())
def test_branches_join(m):
    """Each connector hangs from something: a connector or a stem just above it, or the words of what it is below."""
    lines = list(tree(diagram_of(m), 300))
    for above, line in pairwise(lines):
        start = re.match(r"(?:[│ ]  )*[├└]─ ", line)
        if start is None:
            continue
        column = len(start[0]) - 3
        assert above[column : column + 1] in "├│" or not above[:column].strip("│├└─ ") or column == 0
        for index, sign in enumerate(start[0][:-3]):
            if sign == "│":
                assert above[index] in "│├"


@given(maps())
def test_every_line_of_the_outline_is_there(m):
    diagram = diagram_of(m)
    text = " ".join(" ".join(tree(diagram, 10_000)).split())
    for line in outline(diagram):
        if not line.see and not line.block:
            words = " ".join((line.cell or line.node).text.split())
            assert " ".join(visible(words).split()) in text


def test_stems_and_hanging_lines():
    m = ArgumentMap()
    thesis = m.claim("A thesis that is long enough to need a second line", title="T")
    m.support(m.claim("A reason that is long enough to need a second line"), thesis, title="A")
    m.rebut(m.claim("An objection"), thesis)
    assert body(m, 40) == (
        "[T] A thesis that is long enough to need\n"
        "│  a second line\n"
        "├─ + <A>\n"
        "│  └─ (1) A reason that is long enough\n"
        "│         to need a second line\n"
        "└─ − An objection"
    )


def test_marks_are_told_in_words():
    node = Node(
        "C1",
        NodeKind.CLAIM,
        "T",
        "text",
        side="for",
        number="1.2",
        status=Status.REJECTED,
        strength=0.25,
        tags=("law",),
        findings=(Finding("warning", "No source."),),
        change=Change.ADDED,
        hidden=3,
    )
    closed = Node("s", NodeKind.GROUP, "Section", hidden=4)
    edge = Edge("s", "C1", EdgeKind.ATTACK, strength=0.5)
    assert body(Diagram(nodes=(node, closed), edges=(edge,)), 200) == (
        "1.2 [T] text (for; added; rejected; strength 0.25; #law; warning: No source.; 3 more below)\n"
        "└─ − {Section} (attacks with strength 0.50; 4 more below)"
    )


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:20]))
def test_hostile_text_is_shown_and_inert(text):
    written = draw(full_of(text), "txt").decode()
    assert all(visible(line) == line for line in written.split("\n"))
    seen = "".join(re.sub(r"^[│├└─ ]*|\n", "", line) for line in written.split("\n")).replace(" ", "")
    for word in visible(" ".join(text[:200].split())).split()[:3]:
        assert word[:20] in seen


def test_ten_thousand_levels_stay_in_the_width():
    nodes = tuple(Node(str(number), NodeKind.CLAIM, text="a word") for number in range(10_000))
    edges = tuple(Edge(str(number + 1), str(number), EdgeKind.ATTACK) for number in range(9_999))
    lines = list(tree(Diagram(nodes=nodes, edges=edges)))
    assert max(map(cells, lines)) <= WIDTH
    assert lines[-1].endswith("[level 9999] − a word")
    assert len(lines) == 10_000 + 4


def test_the_view_is_honoured():
    m = open_or_closed()
    assert draw(m, "txt", view=View(arrows=False)) != draw(m, "txt")


def test_no_engine_is_asked(monkeypatch):
    monkeypatch.setattr("argmap.render.picture.find_engine", None)
    assert draw(open_or_closed(), "txt").endswith(b"\n")


def test_an_empty_map():
    assert draw(ArgumentMap(), "txt") == b"Argument map\n\nThere is nothing to draw yet: no claim and no argument.\n"


def test_a_tree_speaks_the_language_of_the_map():
    m = ArgumentMap(data={"language": "de"})
    rain = m.claim("Es regnet", title="Regen")
    m.rebut("Die Sonne scheint", rain)
    assert draw(m, "txt").decode() == ("Argumentkarte\n\n− greift an\n\n[Regen] Es regnet\n└─ − Die Sonne scheint\n")
