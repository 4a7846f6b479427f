"""Tables: two files that a spreadsheet opens, and that come back as the map they were."""

import io
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.errors import WriteError
from argmap.formats import read, write
from argmap.formats.table import format_named
from argmap.formats.tables.cells import unguarded
from argmap.formats.tables.reading import read_tables
from tests.formats.tables.given import Beside, debate
from tests.golden import check_golden
from tests.maps import maps

SAMPLES = Path(__file__).parents[1] / "samples"


@pytest.mark.parametrize("name", ["csv", "tsv"])
def test_tables_as_they_are_written(name):
    written = format_named(name).load().write(debate())
    assert written.losses == ()
    check_golden(SAMPLES / f"rain.{name}.golden", f"{written.text}\n{written.beside[f'.edges.{name}']}")


@given(maps(), st.sampled_from(["csv", "tsv"]))
def test_every_map_comes_back(m, name):
    written = format_named(name).load().write(m)
    assert written.losses == ()
    result = read_tables(Beside(written, f".{name}"), f".{name}")
    assert (result.diagnostics, result.losses) == ((), ())
    assert result.map == m
    assert [record.title for record in result.map] == [record.title for record in m]
    assert [record.id for record in result.map] == [record.id for record in m]


@pytest.mark.parametrize("name", ["csv", "tsv"])
def test_either_file_finds_the_other(tmp_path, name):
    m = debate()
    assert write(m, tmp_path / f"rain.{name}") == []
    assert {path.name for path in tmp_path.iterdir()} == {f"rain.{name}", f"rain.edges.{name}"}
    assert read(tmp_path / f"rain.{name}") == m
    assert read(tmp_path / f"rain.edges.{name}") == m
    with pytest.raises(WriteError, match="takes several files"):
        write(m, io.StringIO(), name)


@pytest.mark.parametrize(("name", "sign"), [("csv", ","), ("tsv", "\t")])
def test_pandas_reads_them(tmp_path, name, sign):
    m = debate()
    write(m, tmp_path / f"rain.{name}")
    nodes = pd.read_csv(tmp_path / f"rain.{name}", sep=sign)
    claims = nodes[nodes.kind == "claim"]
    assert list(claims.id) == [claim.id for claim in m.claims]
    assert list(claims.text.map(unguarded)) == [claim.text for claim in m.claims]
    assert nodes.set_index("id").weight["Rain"] == 0.5
    edges = pd.read_csv(tmp_path / f"rain.edges.{name}", sep=sign)
    premises = edges[edges.kind == "premise"]
    assert list(premises.source) == [premise for a in m.arguments for premise in a.premises]
    assert len(edges) == len(m.relations) + sum(len(s.premises) + 1 for a in m.arguments for s in a.steps)


def test_what_another_program_changed_counts(tmp_path):
    m = debate()
    write(m, tmp_path / "rain.csv")
    rows = pd.read_csv(tmp_path / "rain.csv", dtype=str, keep_default_na=False)
    rows.loc[rows.id == "Rain", ["text", "tags", "weight"]] = ["It will pour", "new", ""]
    rows["mood"] = ["good" if each == "Rain" else "" for each in rows.id]
    rows.to_csv(tmp_path / "rain.csv", index=False)
    back = read(tmp_path / "rain.csv")
    assert back["Rain"].text == "It will pour"
    assert back["Rain"].tags == ("new",)
    assert back["Rain"].data == {"mood": "good"}
    m.replace("Rain", text="It will pour", tags=["new"], data={"mood": "good"})
    assert back == m


def test_names_with_dots_and_capitals(tmp_path):
    m = debate()
    for name in ("a.b.csv", "A.CSV"):
        write(m, tmp_path / name)
        assert read(tmp_path / name) == m
    assert read(tmp_path / "a.b.edges.csv") == m


def test_keys_beyond_the_columns_are_carried():
    m = argmap.ArgumentMap()
    for number in range(40):
        m.claim(f"Claim {number}", data={f"key {number}": number, "weight": 1})
    written = format_named("csv").load().write(m)
    header = written.text.splitlines()[0].split(",")
    assert len(header) == 9 + 20
    assert "weight" in header
    assert read_tables(Beside(written, ".csv"), ".csv").map == m
