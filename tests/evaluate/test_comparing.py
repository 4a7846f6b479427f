"""Semantics side by side."""

import pytest

from argmap.errors import ArgmapError
from argmap.evaluate.comparing import TAUGHT, compare
from argmap.text import parse

FLOATING = "[A]: One.\n  >< [B]: Two.\n\n[C]: Three.\n  - [A]\n  - [B]\n  +> [D]: Four.\n"


def test_floating_defeat_divides_the_careful_from_the_bold():
    comparison = compare(parse(FLOATING).map)
    assert list(comparison.verdicts) == list(TAUGHT)
    table = {row[0]: row[1:] for row in comparison.rows}
    assert table["C"] == ("?", "?", "?", "✗", "✗", "✗", "✗")
    assert table["A"] == ("?", "?", "?", "(✓)", "(✓)", "(✓)", "(✓)")
    assert comparison.disputed == ("A", "B", "C", "D")


def test_an_odd_circle_shows_where_stable_semantics_has_no_answer():
    comparison = compare(parse("[A]: One.\n  - [B]: Two.\n      - [C]: Three.\n          - [A]").map, ["ST", "cf2"])
    assert {row[1:] for row in comparison.rows} == {("?", "(✓)")}
    assert comparison.verdicts["stable"].notes


def test_it_prints_as_a_table_and_becomes_data():
    comparison = compare(parse(FLOATING).map, ["grounded", "preferred"])
    assert str(comparison).splitlines()[0].split() == ["grounded", "preferred"]
    wide = str(compare(parse("[雨]: One.\n  - [No]: Two.").map, ["grounded"])).splitlines()
    assert wide == ["    grounded", "雨  ✗", "No  ✓"]
    assert [each["semantics"] for each in comparison.to_data()["comparison"]] == ["grounded", "preferred"]


@pytest.mark.parametrize("name", ["stage", "naive", "conflict-free", "admissible"])
def test_a_semantics_of_attacks_alone_is_refused(name):
    with pytest.raises(ArgmapError, match=f"The {name} semantics knows attacks alone"):
        compare(parse(FLOATING).map, [name])
