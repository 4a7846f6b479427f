"""Flow sheets read back: those of argmap exactly, others by where things stand; hostile ones without an accident."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap.classroom import rounds
from argmap.classroom.rounds import reading
from argmap.classroom.rounds.register import HEAD, SIGN, Register, map_of, register_of
from argmap.classroom.sheets import write
from argmap.classroom.sheets.showing import clean
from argmap.errors import ReadError
from tests.maps import maps

FORMATS = [form.id for form in rounds.formats()]
HAND = """\
Should uniforms come?
1AC,1NC,2AC,2NC,Notes
Clothes show money,Shoes show it too,Not as much,,hm
,There are swap shops,,Few know them
,,,

Calm mornings,,Calm mornings
"""


def as_xlsx(grids):
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for name, rows in grids:
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append([cell if isinstance(cell, int) else str(cell) for cell in row])
            for cell in sheet[sheet.max_row]:
                cell.data_type = "s" if isinstance(cell.value, str) else cell.data_type
    held = io.BytesIO()
    workbook.save(held)
    return held.getvalue()


def written(flow, folder, ending):
    path = folder / f"flow{ending}"
    if ending == ".xlsx":
        path.write_bytes(as_xlsx([(grid.name, [grid.head, *grid.rows]) for grid in flow.workbook().grids]))
    else:
        path.write_text(flow.page() if ending == ".html" else flow.markdown(), encoding="utf-8")
    return path


@pytest.mark.parametrize("ending", [".md", ".html", ".xlsx"])
@pytest.mark.parametrize("name", argmap.datasets.names())
def test_a_flow_comes_back_from_its_files(name, ending, tmp_path):
    flow = argmap.datasets.load(name).flow("policy")
    read = rounds.read_flow(written(flow, tmp_path, ending))
    assert (read.map, read.problems, read.is_exact) == (flow.map(), (), True)


@pytest.mark.parametrize("name", argmap.datasets.names())
def test_what_no_workbook_can_hold_makes_no_change_of_what_comes_back(name, tmp_path):
    m = argmap.datasets.load(name)
    m.claim(text := "A bell\x07 that rings \u202ebackwards.", side=m.sides[0] if m.sides else None)
    m.support(m.claims[-1], m.claims[0])
    flow = m.flow("policy")
    read = rounds.read_flow(write(flow.workbook(), tmp_path / "flow.xlsx"))
    assert read.is_exact
    assert not read.problems
    assert clean(text) in {record.text for record in read.map}


@pytest.mark.parametrize("name", argmap.datasets.names())
def test_what_comes_back_has_the_same_flow(name):
    flow = argmap.datasets.load(name).flow("pf")
    again = flow.map().flow()
    told = [(entry.label, entry.side, entry.speeches, entry.kind, entry.marks) for entry in flow.entries()]
    assert [(e.label, e.side, e.speeches, e.kind, e.marks) for e in again.entries()] == told


@settings(max_examples=20, deadline=None)
@given(maps(), st.sampled_from(FORMATS), st.sampled_from([".md", ".html"]))
def test_any_flow_comes_back_from_its_files(tmp_path_factory, m, form, ending):
    flow = m.flow(form)
    read = rounds.read_flow(written(flow, tmp_path_factory.mktemp("flow"), ending))
    if flow.lines:
        assert (read.map, read.is_exact) == (flow.map(), True)
    parsed = argmap.parse(read.map.to_argdown())
    assert not parsed.errors


@settings(max_examples=20, deadline=None)
@given(maps(), st.sampled_from(FORMATS))
def test_a_register_is_the_same_as_a_table(m, form):
    register = register_of(m.flow(form))
    assert Register.of(register.table()) == register
    assert Register.of(json.loads(json.dumps(register.table()))) == register


def test_a_sheet_written_by_hand(tmp_path):
    (tmp_path / "hand.csv").write_text(HAND)
    read = rounds.read_flow(tmp_path / "hand.csv")
    assert read.map.title == "Should uniforms come?"
    assert [(claim.text, claim.side, claim.data.get("speech")) for claim in read.map.claims] == [
        ("Should uniforms come?", "affirmative", None),
        ("Clothes show money", "affirmative", "1AC"),
        ("Shoes show it too", "negative", "1NC"),
        ("Not as much", "affirmative", "2AC"),
        ("There are swap shops", "negative", "1NC"),
        ("Few know them", "negative", "2NC"),
        ("Calm mornings", "affirmative", ["1AC", "2AC"]),
    ]
    words = {claim.id: claim.text for claim in read.map.claims}
    assert [(words[r.source], r.kind.value, words[r.target]) for r in read.map.relations] == [
        ("Clothes show money", "support", "Should uniforms come?"),
        ("Shoes show it too", "attack", "Clothes show money"),
        ("Not as much", "attack", "Shoes show it too"),
        ("There are swap shops", "attack", "Clothes show money"),
        ("Few know them", "support", "There are swap shops"),
        ("Calm mornings", "support", "Should uniforms come?"),
    ]
    (problem,) = read.problems
    assert problem == "E3: 'hm' stands under 'Notes', which is no speech of the format policy; it is left out."


def test_arrows(tmp_path):
    (tmp_path / "hand.csv").write_text(
        "1AC,1NC,2AC,2NC,1NR,1AR\nClothes,Shoes,→,→ Shoes,-> 2,→ It costs 5 francs\n,→ 9,,→,,\nHair,Nails,Hair,,,\n"
    )
    read = rounds.read_flow(tmp_path / "hand.csv")
    assert [(claim.text, claim.data.get("speech")) for claim in read.map.claims][1:] == [
        ("Clothes", ["1AC", "2AC"]),
        ("Shoes", ["1NC", "2NC", "1NR"]),
        ("It costs 5 francs", "1AR"),
        ("Hair", ["1AC", "2AC"]),
        ("Nails", "1NC"),
    ]
    assert read.problems == (
        "B3: '→ 9' takes up no point of the side negative; it is left out.",
        "D3: '→' takes up no point of the side negative; it is left out.",
    )


def test_names_of_speeches_in_full_and_in_any_case_and_with_times(tmp_path):
    path = tmp_path / "names.md"
    path.write_text("| pro constructive | CC (4:00) |\n| --- | --- |\n| It rains. | It does not. |\n")
    read = rounds.read_flow(path)
    assert read.map.data["format"] == "pf"
    assert [claim.data.get("speech") for claim in read.map.claims] == [None, "PC", "CC"]


def test_workbooks_name_their_cells(tmp_path):
    (tmp_path / "flow.xlsx").write_bytes(
        as_xlsx(
            [("Aff", [("", "AC", "NC"), ("x", "It rains.", "No."), ("", "", "Snow."), ("", "", ""), ("", "", "Sun.")])]
        )
    )
    read = rounds.read_flow(tmp_path / "flow.xlsx")
    assert read.problems[0].startswith("Aff!A2: 'x' stands in a column without a name")
    found = {read.map[r.source].text: read.map[r.target].text for r in read.map.relations}
    # On the sheet of the affirmative case an answer below another one answers the same.
    assert found["Snow."] == "It rains."
    assert found["Sun."] == read.map.title


def test_changes_by_hand_on_what_argmap_wrote(tmp_path):
    flow = argmap.datasets.school_uniforms().flow("ld")
    text = flow.markdown()
    changed = text.replace("A uniform saves time.", "A uniform saves a lot of time.").replace(
        "| 3. Quiet", "|  | 7. Bags tell too. | → 1 |  |  |\n| 3. Quiet"
    )
    (tmp_path / "flow.md").write_text(changed)
    read = rounds.read_flow(tmp_path / "flow.md")
    assert not read.is_exact
    assert read.map["Quiet mornings"].text == "A uniform saves a lot of time."
    assert read.map["Same for all"].data["speech"] == ["AC", "1AR"]
    (new,) = [claim for claim in read.map.claims if claim.text == "Bags tell too."]
    assert [r.target for r in read.map.relations if r.source == new.id] == ["Same for all"]
    # All else is as it was.
    assert {claim.id for claim in flow.map().claims} < {claim.id for claim in read.map.claims}
    assert set(read.map.relations) >= set(flow.map().relations)


def test_a_point_that_was_deleted_by_hand_is_told(tmp_path):
    text = argmap.datasets.school_uniforms().flow("ld").markdown()
    assert "| 3. Quiet mornings" in text
    (tmp_path / "flow.md").write_text(re.sub(r"\| 3\. Quiet mornings[^|]*\|", "|  |", text))
    read = rounds.read_flow(tmp_path / "flow.md")
    assert "Quiet mornings" in read.map
    (problem,) = read.problems
    assert problem.startswith("Point 3, 'Quiet mornings', stands on the sheet no more; it stays in the debate")


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.pdf", b"%PDF", "is no file that flow sheets are read from; those end in .xlsx"),
        ("a.xlsx", b"no zip", "is no Excel workbook"),
        ("a.csv", b"a,b\n1,2\n", "has no table whose head names the speeches"),
        ("a.md", b"# Nothing\n", "has no table"),
        ("a.html", b"<p>Nothing", "has no table"),
        ("a.csv", b"", "has no table"),
    ],
)
def test_what_is_no_flow_sheet(name, data, words, tmp_path):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(ReadError, match=words):
        rounds.read_flow(tmp_path / name)


def test_limits(tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "MAX_SIZE", 10)
    (tmp_path / "a.csv").write_text("AC,NC\n" * 10)
    with pytest.raises(ReadError, match="has 60 bytes; a flow sheet may have 10"):
        rounds.read_flow(tmp_path / "a.csv")


def test_a_workbook_that_unpacks_to_much_is_not_unpacked(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * 210_000_000)
    with pytest.raises(ReadError, match="210,000,000 bytes once unpacked"):
        rounds.read_flow(tmp_path / "a.xlsx")


cells = st.one_of(
    st.sampled_from(
        ["", "AC", "NC", "1AR", "→", "→ 1", "→ 1, again", "1. It rains. [A, D]", "2. x", "<td>", "|", "\\|"]
    ),
    st.text(max_size=20),
)
grids = st.lists(st.lists(cells, max_size=5), max_size=8)


@settings(max_examples=40, deadline=None)
@given(st.sampled_from([".csv", ".md", ".html"]), grids, st.booleans())
def test_nothing_in_a_table_is_an_accident(tmp_path_factory, ending, rows, is_headed):
    rows = [["AC", "NC", "1AR"], *rows] if is_headed else rows
    if ending == ".csv":
        text = "\n".join(",".join(row) for row in rows)
    elif ending == ".md":
        text = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    else:
        text = f"<table>{''.join('<tr><td>' + '<td>'.join(row) for row in rows)}</table>"
    never_raises(tmp_path_factory.mktemp("hostile") / f"a{ending}", text.encode("utf-8", "replace"))


@settings(max_examples=30, deadline=None)
@given(st.sampled_from([".csv", ".md", ".html", ".xlsx"]), st.binary(max_size=200))
def test_nothing_in_bytes_is_an_accident(tmp_path_factory, ending, data):
    never_raises(tmp_path_factory.mktemp("hostile") / f"a{ending}", data)


values = st.one_of(st.text(max_size=12), st.integers(), st.none(), st.lists(st.text(max_size=3), max_size=2))
hostile_rows = st.lists(
    st.tuples(
        st.sampled_from(["T1", "1", "2", "", "x"]), st.sampled_from(["claim", "argument", "?"]), values, values, values,
        values, st.sampled_from(["support", "attack", "undercut", "contrary", "contradictory", "entails", "??"]),
        st.sampled_from(["T1", "1", "2", "9", ""]), values, values,
    ).map(list),
    max_size=6,
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(hostile_rows, values, values)
def test_nothing_in_a_register_is_an_accident(tmp_path_factory, rows, form, title):
    register = Register.of([[SIGN, form, title, "en"], ["side", title, form], list(HEAD), *rows])
    assert register is not None
    assert len(map_of(register)) <= len(rows)
    held = json.dumps([[SIGN, form, title], list(HEAD), *rows]).replace("-", "\\u002d").replace(">", "\\u003e")
    text = f"| AC | NC |\n| --- | --- |\n| 1. a | 2. b |\n\n<!-- argmap flow {held} -->\n"
    never_raises(tmp_path_factory.mktemp("hostile") / "a.md", text.encode("utf-8", "replace"))


def never_raises(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    try:
        read = rounds.read_flow(path)
    except ReadError as error:
        assert str(error).endswith((".", ": "))  # noqa: PT017  # a sentence
        return
    assert not argmap.parse(read.map.to_argdown()).errors
    assert read.map.flow().sheet()
