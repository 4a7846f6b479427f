"""No text makes the reader raise, lose its place or slow down out of proportion."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model import ArgumentMap
from argmap.text import ParseResult, parse
from argmap.text.formatter import format_text
from tests.grammar import any_text, documents, mutations


def check(text: str) -> ParseResult:
    """What holds for every text."""
    result = parse(text)
    size = len(text)
    for item in result.diagnostics:
        assert 0 <= item.span.start <= item.span.end <= size, item
        assert item.message.endswith((".", "?")), item
        for edit in item.edits:
            assert 0 <= edit.span.start <= edit.span.end <= size, item
    starts = [item.span.start for item in result.diagnostics]
    assert starts == sorted(starts)
    for record in (*result.map.claims, *result.map.arguments):
        for occurrence in record.occurrences:
            assert 0 <= occurrence.span.start <= occurrence.span.end <= size
            for marked in occurrence.ranges:
                assert 0 <= marked.start < marked.end <= len(occurrence.text or "")
    for relation in result.map.relations:
        assert relation.source in result.map
        assert relation.target in result.map
    for argument in result.map.arguments:
        assert all(name in result.map for step in argument.steps for name in (*step.premises, step.conclusion))
    assert all(before.end <= after.start for before, after in pairwise(result.comments))
    return result


@given(any_text())
def test_any_text_is_read(text: str) -> None:
    check(text)


@given(st.text(alphabet="[]<>(){}@#*_+-=.,:;/\\!'\" \t\n\r1aA😀\x00\ud800\u2028", max_size=60))
def test_any_mixture_of_signs_is_read(text: str) -> None:
    check(text)
    format_text(text)


@given(mutations())
def test_spoilt_documents_are_read(text: str) -> None:
    check(text)


@given(documents())
def test_words_are_not_lost(text: str) -> None:
    """Every occurrence's span starts where its element stands: titles are found there."""
    for record in check(text).map.claims:
        for occurrence in record.occurrences:
            if record.title is not None:
                assert text.startswith(f"[{record.title}]", occurrence.span.start)


DEEP = 10_000


def test_relations_nest_to_any_depth() -> None:
    deep = 3_000  # the blanks in front of the lines make the text quadratic
    text = "[0]\n" + "".join(f"{' ' * (depth + 1)}+ [{depth + 1}]\n" for depth in range(deep))
    result = check(text)
    assert not result.diagnostics
    assert len(result.map.relations) == deep
    assert list(result.map.relations)[-1].target == str(deep - 1)
    assert not format_text(text).diagnostics


@pytest.mark.parametrize(
    "text",
    [
        "[" * DEEP,
        "<" * DEEP,
        "{" * DEEP,
        "{a: " * DEEP,
        "{a: [" + "[" * DEEP + "]}",
        "{\n" + "- " * DEEP + "\n}",
        "*" * DEEP,
        "*a " * DEEP,
        "_" * DEEP,
        "**a _b " * DEEP,
        "#(" * DEEP,
        "@[" * DEEP,
        "[a](" * DEEP,
        "[a] " * DEEP,
        "<!-- " * DEEP,
        "/* " * DEEP,
        "// " * DEEP,
        "\\" * (DEEP + 1),
        "===" * DEEP,
        "= " * DEEP,
        "a, === " * DEEP,
        "--\n" * DEEP,
        "-- a, " * DEEP,
        "(1) a\n" * DEEP,
        "(1) a\n----\n" * DEEP,
        ".a" * DEEP,
        ":a" * DEEP,
        "1. " * DEEP,
        "* a\n" * DEEP,
        "# " * DEEP,
        "\n \n" * DEEP,
        " " * DEEP + "\n",
        "' " * DEEP,
        "http://a " * DEEP,
        "@include(a) " * DEEP,
        "+ " * DEEP,
        "a\n  + b {a: 1\n" * (DEEP // 10),
        "[a]: x {&a: [*a, *a]}\n\n" * 10,
        "a {\na: &a [x, x]\n" + "".join(f"b{k}: &b{k} [*a, *a]\n" for k in range(50)) + "}",
    ],
    ids=lambda text: ascii(text[:14]),
)
def test_the_reader_takes_what_nobody_writes(text: str) -> None:
    check(text)


BOMBS = {
    "billion laughs": "a {\na0: &a0 [x]\n" + "".join(f"a{k + 1}: &a{k + 1} [*a{k}, *a{k}]\n" for k in range(40)) + "}",
    "deep list": "a {b: " + "[" * 90 + "]" * 90 + "}",
    "deeper than a map": "a {b: " + "[" * 64 + "]" * 64 + "}",
    "deep front matter": "===\nb: " + "[" * 64 + "]" * 64 + "\n===\n\na",
    "deep by aliases": "a {a0: &a0 " + "[" * 40 + "]" * 40 + ", a1: &a1 " + "[" * 40 + "*a0" + "]" * 40 + "}",
    "deep by merging": "a {a0: &a0 {b: " + "[" * 60 + "]" * 60 + "}, a1: [[[{<<: *a0}]]]}",
}


@pytest.mark.parametrize("text", BOMBS.values(), ids=BOMBS)
def test_data_have_limits_that_are_said(text: str) -> None:
    codes = [item.code for item in check(text).diagnostics]
    assert codes == ["bad-yaml"]


@pytest.mark.parametrize(
    "text",
    [
        "a {b: " + "[" * 63 + "]" * 63 + "}",
        "===\nb: " + "[" * 63 + "]" * 63 + "\n===\n\na",
        "a {a0: &a0 " + "[" * 31 + "]" * 31 + ", a1: &a1 " + "[" * 32 + "*a0" + "]" * 32 + "}",
        "a {a0: &a0 {b: " + "[" * 60 + "]" * 60 + "}, a1: [[{<<: *a0}]]}",
    ],
    ids=["data", "front matter", "aliases", "merging"],
)
def test_data_as_deep_as_a_map_holds_are_written_and_read(text: str) -> None:
    result = check(text)
    assert not result.diagnostics
    assert ArgumentMap.from_json(result.map.to_json()) == result.map


GROWING = {
    # What a careless pattern takes quadratic time for.
    "titles never closed": "[a ",
    "references on one line": "[a] ",
    "braces never closed": "{ ",
    "stars": "*a ",
    "comments never closed": "/* ",
    "html comments never closed": "<!-- ",
    "equals signs": ", === ",
    "shortcodes": ".a:b",
    "blanks": "a" + " " * 40 + "\n",
    "open inferences": "(1) a\n-- b, \n\n",
    "one hub": "  + [Hub]\n",
    "lists": "* a\n  - b\n",
}


@pytest.mark.parametrize("piece", GROWING.values(), ids=GROWING)
def test_time_grows_with_the_length_only(piece: str) -> None:
    """Eight times the text must not take anything near 64 times as long; the bound leaves room for a busy machine."""

    def best(count: int) -> float:
        text = "[Hub]: x\n" + piece * count
        times = []
        for _ in range(3):
            start = time.process_time()
            parse(text)
            times.append(time.process_time() - start)
        return min(times)

    small = max(best(2_500), 1e-4)
    assert best(20_000) / small < 40


def test_one_hub_takes_linear_time() -> None:
    text = "[Hub]\n" + "".join(f"  + [Spoke {k}]\n" for k in range(50_000))
    result = parse(text)
    assert len(result.map.relations) == 50_000
    assert not result.diagnostics
