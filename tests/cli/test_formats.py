"""`argmap formats`: what is read and written, in a table, one in full, and for programs."""

from __future__ import annotations

import json

import pytest

from argmap.cells import cells
from argmap.formats import formats
from argmap.formats.keeping import Facet, Keeps
from argmap.formats.plugins import Plugin
from argmap.formats.table import Format

NAMES = [each.name for each in formats()]


def test_the_table_has_a_line_for_each_and_fits_in_80_columns(run):
    result = run("formats")
    assert (result.exit_code, result.stderr) == (0, "")
    lines = result.stdout.splitlines()
    assert [line.split()[0] for line in lines[1:] if line[:1].isalpha() and line.split()[0] in NAMES] == NAMES
    assert max(map(cells, lines)) <= 80
    assert next(line for line in lines if line.startswith("json ")).split()[1:] == ["rw", *"●●●●●●●", ".json"]


@pytest.mark.parametrize("name", NAMES)
def test_one_in_full(run, name):
    result = run("formats", name.upper())
    assert result.exit_code == 0
    assert result.stdout.startswith(f"{name}: ")
    assert max(map(cells, result.stdout.splitlines())) <= 80
    assert "Its files end in" in result.stdout


def test_two_in_full(run):
    result = run("formats", "json", "argdown")
    assert "\n\nargdown: Argdown text\nargmap reads it and writes it.\n" in result.stdout


def test_for_programs(run):
    facts = json.loads(run("formats", "--json").stdout)
    assert [each["name"] for each in facts["formats"]] == NAMES
    assert facts["plugins"] == []
    (own,) = json.loads(run("formats", "json", "--json").stdout)["formats"]
    assert (own["endings"], own["reads"], own["writes"], own["package"]) == ([".json"], True, True, None)
    assert own["keeps"]["map"] == ["data", "title"]
    assert own["keeps"]["kinds"] == ["support", "attack", "undercut", "contrary", "contradictory", "entails"]


def test_an_unknown_name(run):
    result = run("formats", "argdwn")
    assert result.exit_code == 2
    assert "Did you mean 'argdown'?" in result.stderr


def test_what_is_kept_in_part_and_what_is_broken(run, monkeypatch):
    from argmap.formats import native, plugins, table

    odd = Format("odd", "Odd files", (".odd",), "no_such_module", package="odd 1.0")
    found = Plugin("odd", "odd 1.0", (odd,), ("It names an object of type int, which is no Format.",))
    monkeypatch.setattr(plugins, "plugins", lambda: (found,))
    some = Keeps(claim=frozenset({Facet.TEXT}), argument=frozenset(), kinds=frozenset({"attack"}))
    monkeypatch.setattr(native, "KEEPS", some)
    assert table.format_named("odd") is odd
    lines = run("formats").stdout.splitlines()
    assert next(line for line in lines if line.startswith("json ")).split()[1:] == ["rw", *"–◐–◐–◐◐", ".json"]
    assert next(line for line in lines if line.startswith("odd ")).split()[1:] == ["rw", *"???????", ".odd"]
    assert lines[-4:] == [
        "odd comes from odd 1.0.",
        "",
        "Of the entry point 'odd' of odd 1.0, not all can be used:",
        "- It names an object of type int, which is no Format.",
    ]
    told = run("formats", "json").stdout
    assert "Comes back:\n  debate: title, data\n" in told
    assert "  claims: id, title, links and other marks in the text," in told
    assert "  kinds of relations: support, undercut, contrary, contradictory, entails\n" in told
    assert "cannot be imported:\nModuleNotFoundError" in run("formats", "odd").stdout
    assert "ModuleNotFoundError" in json.loads(run("formats", "odd", "--json").stdout)["formats"][0]["problem"]
