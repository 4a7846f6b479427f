"""Where relations, sections and data stand in printed Argdown."""

from __future__ import annotations

import pytest

from argmap.errors import ModelError
from argmap.model import ArgumentMap
from argmap.text import parse
from argmap.text.printer import print_map
from tests.text.printer.printing import body, check


def test_deep_relations_lie_flat() -> None:
    m = ArgumentMap()
    above = m.claim("Sentence 0.")
    for k in range(1, 10_000):
        below = m.claim(f"Sentence {k}.")
        m.relate(below, "support", above)
        above = below
    lines = check(m).split("\n")
    assert max(len(line) - len(line.lstrip()) for line in lines) == 6


def test_what_lies_too_deep_is_written_next() -> None:
    given = "A\n  + B\n    + C\n      + D\n        + E\n          + F\n"
    assert body(parse(given).map) == "A\n  + B\n    + C\n      + [C4]\n\n[C4]: D\n  + E\n    + F\n"


def test_the_side_on_which_a_relation_stands_is_kept() -> None:
    given = "[A]: a\n  +> [B]: b\n  <_ <C>\n\n<D>: d\n  _> <C>\n  >< [A]\n"
    assert print_map(parse(given).map) == given


def test_an_undercut_stands_below_its_inference() -> None:
    given = "<A>\n\n(1) a\n----\n  <_ [X]\n(2) b\n-- Rule {uses: [2]} --\n  <_ [Y]\n(3) c\n  -> [Y]\n"
    assert print_map(parse(given).map) == given


def test_an_undercut_of_a_claim_stays_on_the_claim() -> None:
    m = ArgumentMap()
    argument = m.argument(premises="p", conclusion="c")
    m.relate(m.claim("x", title="X"), "undercut", argument.conclusion or "")
    assert body(m) == "[X]: x\n  _> [C2]\n\n(1) p\n----\n(2) [C2]: c\n"


def test_signs_are_written_for_readers_also_where_a_note_decides() -> None:
    m = ArgumentMap()
    m.relate(m.claim("a", title="A"), "entails", m.claim("b", title="B"))
    m.relate("A", "support", "B")
    m.relate("A", "contrary", m.claim("c", title="C"), data={"weight": 1})
    assert body(m) == "[B]: b\n  + [A]: a\n\n[C]: c\n  - [A]\n"


def test_sections_come_in_the_order_that_gives_them_their_parents() -> None:
    m = ArgumentMap()
    first, _ = m.section("First"), m.section("Second")
    m.section("Inside", parent=first)
    text = check(m)
    assert [line for line in text.split("\n") if line.startswith("#")] == ["# First", "## Inside", "# Second"]


def test_data_stand_at_the_end_of_the_line_or_below() -> None:
    m = ArgumentMap()
    m.claim("Short.", title="A", data={"side": "open", "weight": 0.8, "ok": True})
    m.claim("Long.", title="B", data={"cites": {"source": "s", "quote": "word " * 12}, "values": ["a"] * 30})
    m.claim("Less < more", title="C", data={"x": "a > b"})
    m.relate(m.claim(title="D", data={"x": "[1]: y"}), "support", "A")
    assert body(m) == (
        "[A]: Short. {side: open, weight: 0.8, ok: true}\n"
        "  + [D]\n"
        '    {x: "[1]: y"}\n\n'
        "[B]: Long.\n"
        f'  {{cites: {{source: s, quote: "{"word " * 12}"}},\n'
        f"   values: [{', '.join(['a'] * 29)},\n"
        "            a]}\n\n"
        "[C]: Less < more\n"
        "  {x: a > b}\n"
    )


def test_data_that_no_file_can_hold_are_refused() -> None:
    m = ArgumentMap()
    m.data["when"] = object()
    with pytest.raises(ModelError, match=r"data of the map\['when'\] is a object"):
        print_map(m)


def test_attacks_both_ways_between_claims_in_strict_mode() -> None:
    m = ArgumentMap(data={"model": {"mode": "strict"}})
    m.relate(m.claim("a", title="A"), "attack", m.claim("b", title="B"))
    m.relate("B", "attack", "A")
    m.relate("A", "support", "B")
    check(m)
