"""The rules on logic and circles, over maps of all sorts."""

from __future__ import annotations

import time
from typing import Any

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap.check import Settings, find
from argmap.check.graph.circularity import circular
from argmap.check.graph.cycles import circles
from argmap.check.subject import Subject
from argmap.evaluate import grounded
from argmap.text import parse
from tests.check.cases import found_in
from tests.maps import maps, values

LOGIC = Settings(select=("LOG", "STR107", "STR110", "STR207"))


def found(text: str, *codes: str) -> list[tuple[int, str]]:
    return [(each.place.line, each.message) for each in found_in(text, Settings(select=codes))]


# -- whatever the map holds ------------------------------------------------------------------------------------

_FORMULAS = st.sampled_from(["p", "p -> q", "~p", "forall x: P(x)", "P(a)", "p(", "", "a = b", "P"])
_VALUES = st.one_of(values, _FORMULAS, st.sampled_from([0.5, 1.5, -1, 10**400, "70%", "1", True]))
_KEYS = st.sampled_from(["formula", "weight", "probability", "preferred-to", "side", "status", "scheme"])
_FRONT = st.sampled_from(["symbols", "values", "audiences", "preferences", "sides", "language", "lang"])


@settings(deadline=None, max_examples=50)
@given(
    maps(),
    st.lists(st.dictionaries(_KEYS, _VALUES, max_size=4), max_size=8),
    st.dictionaries(_FRONT, _VALUES, max_size=3),
)
def test_rules_never_raise_and_speak_in_sentences(m, data, front) -> None:
    for record, more in zip(list(m), data, strict=False):
        m.replace(record, data={**record.data, **more})
    m.data.update(front)
    for finding in find(m, LOGIC, labelling=grounded)[0]:
        assert finding.message.endswith((".", "?"))
        assert finding.span is None


@pytest.mark.parametrize(
    "value",
    [
        "[1, 2]",
        "{a: b}",
        "null",
        "~",
        "3",
        "1.5",
        "true",
        '""',
        '"p & "',
        '"' + "(" * 10_000 + '"',
        '"\\u2192 p"',
        "'p'''",
    ],
)
def test_formulas_of_any_yaml_type_have_a_place(value) -> None:
    text = f"[A]: It rains.\n  {{formula: {value}}}\n"
    findings = found_in(text, Settings(select=("LOG",)))
    for finding in findings:
        assert finding.code == "LOG204"
        assert text.index("{formula") < finding.span.start <= finding.span.end <= len(text)
    assert bool(findings) is (value not in ("true", "'p'''"))


def test_the_very_sign_is_shown() -> None:
    text = '[A]: It rains and pours.\n  {side: a, formula: "rain -> -> pours"}\n'
    (finding,) = found_in(text, Settings(select=("LOG204",)))
    assert text[finding.span.start : finding.span.end] == "->"
    assert finding.span.start == text.index("-> pours")


# -- circles ---------------------------------------------------------------------------------------------------

_EDGES = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=20)


@given(_EDGES)
def test_the_shortest_circle_of_every_knot_is_found(edges) -> None:
    graph: Any = nx.DiGraph(edges)
    shortest: dict[Any, int] = {}
    for knot in nx.strongly_connected_components(graph):
        lengths = [len(cycle) for cycle in nx.simple_cycles(graph.subgraph(knot))]
        if lengths:
            shortest[frozenset(knot)] = min(lengths)
    shown = circles(edges)
    assert len(shown) == len(shortest)
    for circle in shown:
        assert all(graph.has_edge(a, b) for a, b in zip(circle, [*circle[1:], circle[0]], strict=True))
        (knot,) = [knot for knot in shortest if circle[0] in knot]
        assert len(circle) == shortest[knot]


def test_a_long_circle_and_a_large_knot_take_no_time() -> None:
    start = time.process_time()
    (circle,) = circles((at, (at + 1) % 20_000) for at in range(20_000))
    assert len(circle) == 20_000
    circles((at, (at * 7 + step) % 20_000) for at in range(20_000) for step in range(3))
    assert time.process_time() - start < 10


CIRCLE = """<A>

(1) [P]: The book is true.
----
(2) [Q]: The author never lies.

<B>

(1) [Q]
----
(2) [P]
"""


def test_a_circle_with_a_reason_from_outside_is_mutual_support() -> None:
    assert [line for line, _ in found(CIRCLE, "STR107")] == [9]
    assert found(CIRCLE, "STR107")[0][1].startswith(
        "These claims rest on nothing but one another: [P] → <A> → [Q] → <B> → [P]."
    )
    assert not found(CIRCLE, "STR207")
    for outside in ("\n[P]\n  + [W]: A witness says so.\n", "\n<C>\n\n(1) [W]: A witness says so.\n----\n(2) [P]\n"):
        assert not found(CIRCLE + outside, "STR107")
        assert len(found(CIRCLE + outside, "STR207")) == 1


def test_a_conclusion_on_the_way_is_no_circle() -> None:
    text = "<A>\n\n(1) [P]: One.\n----\n(2) [Q]: Two.\n(3) [R]: Three.\n----\n(4) [S]: Four.\n"
    assert not found(text, "STR107", "STR207")
    assert [line for line, _ in found(text + "\n<B>\n\n(1) [S]\n(2) [T]: Five.\n----\n(3) [P]\n", "STR107")] == [12]


def test_entailment_both_ways_is_no_circle() -> None:
    m = argmap.ArgumentMap()
    a, b = m.claim("It is a square"), m.claim("It has four equal sides and angles")
    m.relate(a, "entails", b)
    m.relate(b, "entails", a)
    assert circular(Subject(m)) == ([], [], [])


# -- contradictions --------------------------------------------------------------------------------------------


def test_a_side_is_behind_what_its_arguments_use() -> None:
    text = """<One>
  {side: yes}

(1) [Cheap]: It is cheap.
----
(2) [Build]: Build it.

<Two>
  {side: yes}

(1) [Dear]: It is dear.
  >< [Cheap]
----
(2) [Famous]: It will be famous.
"""
    ((line, message),) = found(text, "LOG101")
    assert line == 12
    assert message.startswith('The side "yes" puts forward both [Dear] and [Cheap], which contradict each other.')
    assert not found(text.replace("{side: yes}", "{side: no}", 1), "LOG101")


def test_an_attack_in_a_longer_line_of_support_is_found() -> None:
    text = """[Thesis]: We should go.
  + [Good]: It does us good.
    + [Far]: It is far away.
  - [Far]
"""
    ((line, message),) = found(text, "LOG202")
    assert line == 4
    assert message.startswith("[Far] supports [Thesis], by way of [Good], and attacks it.")
    assert not found(text, "STR110")


def test_probabilities_within_the_tolerance_fit() -> None:
    text = "[A]: Heads.\n  {probability: 0.333}\n  >< [B]\n\n[B]: Tails.\n  {probability: 0.66}\n"
    assert not found(text, "LOG109")
    assert len(found(text.replace("0.66}", "0.6}"), "LOG109")) == 1


def test_orders_of_values() -> None:
    front = "===\nvalues: {}\n===\n\n[A]: It rains.\n"
    assert not found(front.format("[a, b, a]"), "LOG110")
    ((line, message),) = found(front.format("a > b > c > a"), "LOG110")
    assert (line, message) == (
        2,
        "The order of the values runs in a circle: a > b > c > a. Remove one of these steps.",
    )


# -- speed -----------------------------------------------------------------------------------------------------


def test_ten_thousand_claims_take_little_time() -> None:
    m = argmap.ArgumentMap()
    claims = [m.claim(f"Claim number {n} is about thing {n % 97}", side="ab"[n % 2]) for n in range(10_000)]
    for n in range(1, 10_000):
        m.relate(claims[n], ("support", "attack", "contrary")[n % 3], claims[(n - 1) // 3])
    find(parse("[A]: It rains.").map, LOGIC)
    start = time.process_time()
    find(m, Settings(select=LOGIC.select, ignore=("LOG102",)))
    assert time.process_time() - start < 1.5
