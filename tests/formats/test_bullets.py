"""Lists that people type in a chat or a document."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap import parse
from argmap.errors import UnknownNameError, WriteError
from argmap.formats import Given, read, read_result, write
from argmap.formats.bullet_words import AGAINST, FOR, group, signed
from argmap.formats.table import format_of
from argmap.model import ArgumentMap
from argmap.source import Source


def tree(text: str) -> list[str]:
    """The claims of a list, each as `sign words < words above`."""
    m = read_result(io.StringIO(text), "bullets").map
    signs = {"support": "+", "attack": "-"}
    above = {each.source: (signs[each.kind.value], m[each.target].text) for each in m.relations}
    start = [f"title: {m.title}"] if m.title else []
    return start + [
        f"{above[claim.id][0]} {claim.text} < {above[claim.id][1]}" if claim.id in above else claim.text
        for claim in m.claims
    ]


CASES = {
    "chat": (
        "School uniforms should be mandatory\n- pro: equality\n  - con: rich kids show off\n- con: cost\n",
        ["School uniforms should be mandatory", "+ equality < School uniforms should be mandatory",
         "- rich kids show off < equality", "- cost < School uniforms should be mandatory"],
    ),
    "document": (
        "# Uniforms\n\nThey should be worn.\n\n## Pros\n\n* fair\n\t* but dear\n* tidy\n\nCons:\n1. dull\n2) itchy\n",
        ["title: Uniforms", "They should be worn.", "+ fair < They should be worn.", "- dear < fair",
         "+ tidy < They should be worn.", "- dull < They should be worn.", "- itchy < They should be worn."],
    ),
    "pictures": (
        "• Ban cars\n    ✓ air\n        ✗ buses\n    👎🏽 freedom\n    ✅️ streets for\n      children\n",
        ["Ban cars", "+ air < Ban cars", "- buses < air", "- freedom < Ban cars", "+ streets for children < Ban cars"],
    ),
    "plus and minus": (
        "Ban cars\n+ air\n- freedom\n   + shops\n* + noise\n* (-) cost\n",
        ["Ban cars", "+ air < Ban cars", "- freedom < Ban cars", "+ shops < freedom", "+ noise < Ban cars",
         "- cost < Ban cars"],
    ),
    "words of one letter are words": (
        "Ban cars\n- pro: A city is quieter\n- con: I need one\n- A bus is slow\n- I like trams\n- 5 trams are enough\n- (a) sixth\n",
        ["Ban cars", "+ A city is quieter < Ban cars", "- I need one < Ban cars", "+ A bus is slow < Ban cars",
         "+ I like trams < Ban cars", "+ 5 trams are enough < Ban cars", "+ (a) sixth < Ban cars"],
    ),
    "no empty lines": (
        "Ban cars?\nPros:\n- air\n  which we breathe\n  - lungs\n- noise\nCons:\n- shops\n  - but: bikes\n**Against:**\n- age\n",
        ["Ban cars?", "+ air which we breathe < Ban cars?", "+ lungs < air which we breathe", "+ noise < Ban cars?",
         "- shops < Ban cars?", "- bikes < shops", "- age < Ban cars?"],
    ),
    "no empty lines within a list": (
        "- Ban cars\n  Pros:\n    - air\n  Cons:\n    - shops\n    - age\n      - pro: trams\n",
        ["Ban cars", "+ air < Ban cars", "- shops < Ban cars", "- age < Ban cars", "+ trams < age"],
    ),
    "a line that only begins as one over others goes on": (
        "Ban cars\n- pro: air, for\nreasons: health\nfor\n- con: shops\n",
        ["Ban cars", "+ air, for reasons: health for < Ban cars", "- shops < Ban cars"],
    ),
    "letters, arrows and boxes": (
        "Ban cars\na) pro: air\n   b) con: wind\n→ con: shops\n- [ ] pro: noise\n- [x] con: age\n",
        ["Ban cars", "+ air < Ban cars", "- wind < air", "- shops < Ban cars", "+ noise < Ban cars", "- age < Ban cars"],
    ),
    "only minus is a bullet": ("Ban cars\n- air\n- noise\n", ["Ban cars", "+ air < Ban cars", "+ noise < Ban cars"]),
    "words": (
        "Thesis: Ban cars\n- **Pro:** air\n- (con) cost\n- [For] noise\n- AGAINST: shops\n- because it is late\n"
        "- However, buses help\n- Prose is no sign\n",
        ["Ban cars", "+ air < Ban cars", "- cost < Ban cars", "+ noise < Ban cars", "- shops < Ban cars",
         "+ it is late < Ban cars", "- buses help < Ban cars", "+ Prose is no sign < Ban cars"],
    ),
    "named lines": (
        "Topic: cars\nThesis: Ban them\n- pro: air\n",
        ["title: cars", "Ban them", "+ air < Ban them"],
    ),
    "two lines": ("Cars\n\nBan them\n- pro: air\n", ["title: Cars", "Ban them", "+ air < Ban them"]),
    "a line that is broken": ("Ban cars\nin cities\n- pro: air\n", ["Ban cars in cities", "+ air < Ban cars in cities"]),
    "heading and one bullet": ("# Cars\n- Ban them\n  - pro: air\n", ["title: Cars", "Ban them", "+ air < Ban them"]),
    "heading and bullets": ("# Ban cars\n- pro: air\n- con: cost\n", ["title: Ban cars", "Ban cars",
                            "+ air < Ban cars", "- cost < Ban cars"]),
    "flat": ("- Ban cars\n- pro: air\n- con: cost\n", ["Ban cars", "+ air < Ban cars", "- cost < Ban cars"]),
    "two theses": ("Ban cars\n- pro: air\n\nBan bikes\n- con: why\n", ["Ban cars", "+ air < Ban cars", "Ban bikes",
                   "- why < Ban bikes"]),
    "groups as bullets": ("- Ban cars\n  - Pros\n    - air\n  - Cons:\n    - cost\n      - pro: shops\n",
                          ["Ban cars", "+ air < Ban cars", "- cost < Ban cars", "+ shops < cost"]),
    "tabs and spaces": ("Ban cars\n\t- air\n\t\t- lungs\n        - hearts\n    - noise\n",
                        ["Ban cars", "+ air < Ban cars", "+ lungs < air", "+ hearts < air", "+ noise < Ban cars"]),
    "eight spaces": ("Ban cars\n        - air\n                - lungs\n        - noise\n",
                     ["Ban cars", "+ air < Ban cars", "+ lungs < air", "+ noise < Ban cars"]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_lists(text, expected):
    assert tree(text) == expected
    assert tree(text.replace("\n", "\r\n")) == expected


def test_links_are_marked():
    m = read_result(io.StringIO("Ban cars\n- pro: see [a study](http://example.org/x)\n"), "bullets").map
    assert m["C2"].text == "see a study"
    assert m["C2"].ranges[0].target == "http://example.org/x"


@pytest.mark.parametrize("word", FOR + AGAINST)
def test_every_word_is_understood(word):
    for text in (f"{word}: x", f"({word.upper()}) x", f"**{word.title()}:** x", f"*{word}*: x", f"[{word}]: x"):
        assert signed(text) == ("x", word in FOR, True), text
    assert group(f"## {word}"[3:]) is (word in FOR)
    assert signed(f"{word}x: y").speaks_for is None


def test_what_says_neither_is_asked_about():
    result = read_result(io.StringIO("Ban cars\n- pro: air\n- noise\n"), "bullets")
    assert [(each.code, each.severity) for each in result.diagnostics] == [("unsigned", "warning")]
    result = read_result(io.StringIO("Ban cars\n- air\n- noise\n"), "bullets")
    assert [(each.code, each.severity) for each in result.diagnostics] == [("unsigned", "info")]


# -- what is a list, and what is Argdown ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "in_a_text_file", "without_a_name"),
    [
        ("Thesis\n  + a\n  - b\n", "argdown", "argdown"),
        ("Thesis\n  - a\n    + b\n", "argdown", "argdown"),
        ("[A]: one\n  + [B]: two\n", "argdown", "argdown"),
        ("[A]\n  - pro: two\n", "argdown", "argdown"),
        ("<A>: one\n\n(1) two\n----\n(2) three\n", "argdown", "argdown"),
        ("One sentence.\n\nAnother one.\n", "argdown", "argdown"),
        ("", "argdown", "argdown"),
        ("- one\n", "argdown", "argdown"),
        ("Thesis\n  - pro: a\n  - con: b\n", "bullets", "bullets"),  # Argdown would read the opposite
        ("Thesis\n- pro: a\n- con: b\n", "bullets", "bullets"),
        ("• Thesis\n  ✓ a\n  ✗ b\n", "bullets", "bullets"),
        ("Thesis\n\nPros:\n* a\n\nCons:\n* b\n", "bullets", "bullets"),
        ("Thesis\n* a\n* b\n", "bullets", "argdown"),
        ("Thesis\n- a\n- b\n", "bullets", "argdown"),
        ("- T\n  - **Pro:** a\n  - **Con:** b\n", "kialo-markdown", "kialo-markdown"),
        ("1. T\n1.1. Pro: a\n", "kialo", "kialo"),
        ("Discussion Title: T\n", "kialo", "kialo"),
        ("statements:\n  a: b\narguments:\n  c: d\n", "argdown", "argdown"),
        ('{"format": "argmap", "version": 1}', "json", "json"),
    ],
)
def test_which_texts_are_lists(text, in_a_text_file, without_a_name):
    for name in ("x.txt", "x.md"):
        found = format_of(Given(Source(text, name))).name
        expected = in_a_text_file
        if "statements:" in text:
            expected = "carneades"
        assert found == expected, name
    assert format_of(Given(Source(text, "x"))).name == (without_a_name if "statements:" not in text else "carneades")


@given(st.text("-+*• \t\n1.pro:conAB#[]<>✓👍", max_size=60))
def test_any_text_is_read(text):
    result = read_result(io.StringIO(text), "bullets")
    assert all(each.message.endswith((".", "?")) for each in result.diagnostics)
    kind = format_of(Given(Source(text, "x"))).name
    argdown = parse(text)
    if kind == "bullets" and argdown.map.relations and not argdown.errors:
        assert "pro" in text or "con" in text or "✓" in text or "👍" in text


def test_lists_are_read_only(tmp_path):
    path = Path(tmp_path, "notes.txt")
    path.write_text("Ban cars\n- pro: air\n- con: cost\n", "utf-8")
    assert len(read(path)) == 3
    with pytest.raises(WriteError, match="argmap reads a list in plain text, and does not write it"):
        write(ArgumentMap(), path, "bullets")
    with pytest.raises(UnknownNameError):
        write(ArgumentMap(), path)
