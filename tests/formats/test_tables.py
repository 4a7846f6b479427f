"""Tables: two files that a spreadsheet opens, and that come back as the map they were."""

import csv
import io
import threading
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.errors import WriteError
from argmap.formats import Given, Written, read, read_result, write
from argmap.formats.table import format_named, format_of
from argmap.formats.tables.cells import cell_of, guarded, tags_cell, tags_of, unguarded, value_of
from argmap.formats.tables.reading import read_tables
from argmap.source import Source
from tests.formats.held import InMemory
from tests.golden import check_golden
from tests.maps import maps, texts

HERE = Path(__file__).parent


def reading(nodes, edges=None, tmp_path=None, ending=".csv"):
    path = tmp_path / f"debate{ending}"
    path.write_text(nodes, encoding="utf-8", newline="")
    if edges is not None:
        path.with_suffix(f".edges{ending}").write_text(edges, encoding="utf-8", newline="")
    return read_result(path)


def debate():
    m = argmap.ArgumentMap("Rain, or sun?", data={"lang": "en"})
    weather = m.section("Weather")
    rain = m.claim("It will rain", title="Rain", tags=["sky", "wet, or not"], section=weather, data={"weight": 0.5})
    sky = m.support(
        ['=HYPERLINK("http://example.org")', 'Black skies "bring" rain; always'],
        rain,
        title="Sky",
        side="wet",
        rules="Sign",
    )
    m.step(sky, "Rain is wet", "The street will be wet", data={"strength": 2})
    m.undercut("The window is tinted", sky, scheme="example")
    m.rebut("−5 degrees, says the forecast: “no”", rain, title="Forecast", data={"author": "Ada", "cites": ["news"]})
    m.relate("C1", "contradictory", rain, data={"weight": 3, "note": "two\nlines"})
    return m


class _Beside(InMemory):
    def __init__(self, written, ending):
        super().__init__(written)
        self.path = f"text{ending}"


@pytest.mark.parametrize("name", ["csv", "tsv"])
def test_tables_as_they_are_written(name):
    written = format_named(name).load().write(debate())
    assert written.losses == ()
    check_golden(HERE / "samples" / f"rain.{name}.golden", f"{written.text}\n{written.beside[f'.edges.{name}']}")


@given(maps(), st.sampled_from(["csv", "tsv"]))
def test_every_map_comes_back(m, name):
    written = format_named(name).load().write(m)
    assert written.losses == ()
    result = read_tables(_Beside(written, f".{name}"), f".{name}")
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


@given(texts)
def test_no_cell_is_a_formula(text):
    cell = guarded(text)
    assert unguarded(cell) == text
    is_number = text.isascii() and text.strip() == text and text.lstrip("-").replace(".", "", 1).isdigit()
    assert cell[:1] not in tuple("=+-@\t\r\n＝＋－＠") or is_number


@given(st.lists(st.sampled_from(["'", "=", "-", "5", "x", "@", ".", "+"]), max_size=6).map("".join))
def test_apostrophes_survive(text):
    assert unguarded(guarded(text)) == text


@given(st.one_of(texts, st.integers(), st.floats(allow_nan=False), st.booleans(), st.none()))
def test_values_keep_their_sort(value):
    cell = cell_of(value)
    if cell is not None:
        assert value_of(cell) == value
        assert type(value_of(cell)) is type(value)


@given(st.lists(texts.map(lambda text: " ".join(text.split())).filter(bool), max_size=4))
def test_tags_come_back(tags):
    assert tags_of(tags_cell(tuple(tags))) == tags


def test_a_table_as_people_write_it(tmp_path):
    nodes = (
        "\ufeffsep=;\r\nID;Statement;Stance;Keywords;Topic;Weight\r\n"
        "1;It will rain;pro;sky, wet;Weather;0,5\r\n"
        '2;"The sky is black; ""very""";pro;;Weather;0.25\r\n'
        ";;;;;\r\n"
        "3;'Nobody knows;con;;Weather;\r\n"
    )
    edges = "From;To;Type\r\n2;1;supports\r\n3;1;con\r\n"
    (tmp_path / "debate.csv").write_text(nodes, encoding="utf-8", newline="")
    (tmp_path / "debate.edges.csv").write_text(edges, encoding="utf-8", newline="")
    result = read_result(tmp_path / "debate.csv")
    assert result.diagnostics == ()
    m = result.map
    assert [claim.text for claim in m.claims] == ["It will rain", 'The sky is black; "very"', "'Nobody knows"]
    assert m["1"].tags == ("sky", "wet")
    assert m["2"].data == {"Stance": "pro", "Weight": 0.25}
    assert m["1"].data["Weight"] == "0,5"
    assert [section.title for section in m.sections] == ["Weather"]
    assert {(r.source, r.kind.value, r.target) for r in m.relations} == {("2", "support", "1"), ("3", "attack", "1")}


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("in favour of", "support"),
        ("Refutes", "attack"),
        ("CA", "attack"),
        ("RA", "support"),
        ("is contrary to", "contrary"),
        ("\U0001f44e", "attack"),
    ],
)
def test_words_for_relations(tmp_path, word, kind):
    result = reading("id,text\na,A\nb,B\n", f"source,kind,target\na,{word},b\n", tmp_path)
    assert [each.kind.value for each in result.map.relations] == [kind]


@pytest.mark.parametrize("word", ["grumbles", ""])
def test_a_relation_of_a_kind_that_nobody_knows_is_none(tmp_path, word):
    result = reading("id,text\na,A\nb,B\n", f"source,kind,target\na,{word},b\nb,attack,a\n", tmp_path)
    assert [(each.source, each.kind.value) for each in result.map.relations] == [("b", "attack")]
    assert result.errors[0].message.startswith(f"There is no kind of relation {word!r}; the row is left out.")


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_signs_and_line_ends(tmp_path, ends, sign):
    rows = [["id", "text"], ["a", f'He said "no{sign}\nno"'], ["b", "x"]]
    made = io.StringIO()
    csv.writer(made, delimiter=sign, lineterminator=ends).writerows(rows)
    result = reading(made.getvalue(), "source,kind,target\nb,attack,c\n", tmp_path)
    assert [claim.text for claim in result.map.claims] == [f'He said "no{sign} no"'.replace("\t ", " "), "x"]
    (item,) = result.diagnostics
    assert str(result.map.source.place(item.span.start)).endswith("debate.edges.csv:2:10")


def test_ends_of_arguments_and_claims(tmp_path):
    nodes = "id,text\nC1,One.\nC2,Two.\nA1,\nC3,Three.\nA2,Gist\n"
    edges = (
        "source,kind,target,step\nC1,premise,A1,\nA1,conclusion,C2,\nC3,undercut,A1,1\nC3,premise,A2,\nA2,attack,C1,\n"
    )
    result = reading(nodes, edges, tmp_path)
    assert [item.code for item in result.diagnostics] == ["no-conclusion"]
    m = result.map
    assert m["A1"].premises == ("C1",)
    assert {(r.source, r.kind.value, r.target, r.step) for r in m.relations} == {
        ("C3", "undercut", "A1", 0),
        ("C3", "support", "A2", None),
        ("A2", "attack", "C1", None),
    }


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


def test_one_table_alone(tmp_path):
    result = reading("id,text\n1,One.\n", None, tmp_path)
    assert [str(item.severity) for item in result.diagnostics] == ["info"]
    (tmp_path / "lone.edges.csv").write_text("source,target\nIt rains,Wet\n")
    result = read_result(tmp_path / "lone.edges.csv")
    assert [item.code for item in result.diagnostics] == ["no-nodes", "no-kind"]
    assert [claim.title for claim in result.map.claims] == ["It rains", "Wet"]
    assert read_result(io.StringIO("id,text\n1,One.\n"), "csv").diagnostics == ()


def _answers(text, tmp_path, ending=".csv"):
    result = reading(text, None, tmp_path, ending)
    said = [
        f"{result.map.source.place(each.span.start)}".rpartition("/")[2] + f" {each.message}"
        for each in result.diagnostics
    ]
    return result.map, [f"{r.source} {r.kind} {r.target}" for r in result.map.relations], said


@pytest.mark.parametrize(
    "text",
    [
        "id,text,parent,stance\n1,A,,\n2,B,1,Pro\n3,C,2,con\n",
        "ID;Claim;Parent_ID;Relation\n1;A;;\n2;B;1;Supports\n3;C;2;attacks\n",
        "id,type,text,reply_to\n1,thesis,A,\n2,PRO,B,1\n3,Con,C,2\n",
        "id,text,parent,side\n1,A,0,\n2,B,1,for\n3,C,2,against\n",
        "id,text,parent,kind,stance\n1,A,NULL,claim,root\n2,B,1,claim,favor\n3,C,2,claim,rebuttal\n",
        "id,text,parent,type\n1.0,A,,claim\n2.0,B,1,Premise\n3.0,C,2,objection\n",
        "id,text,parent,stance\n3,C,2.0,con\n2,B,1.0,pro\n1,A,,\n",
        "title,text,parent,stance\n1,A,,\n2,B,A,pro\n3,C,2,con\n",
        "Claim;in reply to;Pro/Con\nA;;\nB;A;Pro\nC;B;Con\n",
        "id,title,parent,stance,source\n1,A,,,x\n2,B,1,pro,y\n3,C,2,con,z\n",
        "id,text,parent,stance\n1,A,,\n2,B,1,'+\n3,C,2,'-\n",
    ],
)
def test_one_table_whose_rows_name_their_parents(tmp_path, text):
    m, _, said = _answers(text, tmp_path)
    assert said == []
    assert {(m[r.source].text or m[r.source].title, r.kind.value) for r in m.relations} == {
        ("B", "support"),
        ("C", "attack"),
    }
    assert [(r.source, r.target) for r in m.relations if r.kind == "attack"] == [
        (claim_of(m, "C"), claim_of(m, "B")),
    ]
    assert all(not {"parent", "stance", "side", "Relation"} & each.data.keys() for each in m if each.text in "BC")
    assert {type(each).__name__ for each in m} == {"Claim"}


def claim_of(m, text):
    return next(each.id for each in m.claims if text in (each.text, each.title))


def test_such_a_table_is_known_by_its_content():
    text = "id,text,parent_id,stance,author,date\n1,A,,,Ada,Monday\n2,B,1,con,Bob,Tuesday\n"
    assert format_of(Given(Source(text, "x"))).name == "csv"
    m = read(text)
    assert [(r.source, r.kind.value, r.target) for r in m.relations] == [("2", "attack", "1")]
    assert m["2"].data == {"author": "Bob", "date": "Tuesday"}
    assert format_of(Given(Source("Reply to, stance: a text\n", "x"))).name == "argdown"


def test_a_row_may_answer_several(tmp_path):
    _, found, said = _answers('id,text,parent,stance\n1,A,,\n2,B,"1; 3",con\n3,C,"1, 9",pro\n', tmp_path)
    assert found == ["2 attack 1", "2 attack 3"]
    (message,) = said
    assert message.startswith("debate.csv:4:5 There is no row '1, 9' that this one can answer")


@pytest.mark.parametrize(
    ("row", "data", "said"),
    [
        ("2,B,1,grumbles", {"parent": 1, "stance": "grumbles"}, "4:7 There is no stance 'grumbles'; how this row "
         "answers '1' is not read. Write support or attack in the column 'stance'."),
        ("2,B,1,atack", {"parent": 1, "stance": "atack"}, "4:7 There is no stance 'atack'; how this row answers '1' "
         "is not read. Did you mean 'attack'?"),
        ("2,B,1,", {"parent": 1}, "4:7 The stance of this row is empty, so how it answers '1' is not read. Write "
         "support or attack in the column 'stance'."),
        ("2,B,rian,pro", {"parent": "rian", "stance": "pro"}, "4:5 There is no row 'rian' that this one can answer; no "
         "relation is read. Did you mean 'rain'?"),
        ("2,B,99,pro", {"parent": 99, "stance": "pro"}, "4:5 There is no row '99' that this one can answer; no "
         "relation is read. Write the id of another row in the column 'parent'."),
        ("2,B,2,con", {}, "4:5 This row answers itself ('2'); no relation is read. Name another row."),
        ("2,B,,con", {"stance": "con"}, "4:6 This row has the stance 'con' and answers no other, so no relation is "
         "read. Write the id of the row that it answers in the column 'parent'."),
    ],
)  # fmt: skip
def test_what_a_row_answers_is_never_guessed(tmp_path, row, data, said):
    m, found, messages = _answers(f"id,text,parent,stance\n1,A,,\nrain,R,1,con\n{row}\n", tmp_path)
    assert found == ["rain attack 1"]
    assert messages == [f"debate.csv:{said}"]
    assert m["2"].data == data


def test_a_kind_that_is_no_stance_is_told_once(tmp_path):
    m, found, messages = _answers("id,text,parent,type\n1,A,,\n2,B,1,pro\n3,C,1,hmm\n4,D,,con\n", tmp_path)
    assert found == ["2 support 1"]
    assert [message.partition(" ")[0] for message in messages] == ["debate.csv:4:7", "debate.csv:5:6"]
    assert m["3"].data == {"parent": 1}


def test_parents_without_a_stance_are_no_relations(tmp_path):
    m, found, messages = _answers("id,text,reply to\n1,A,\n2,B,1\n", tmp_path)
    assert found == []
    assert m["2"].data == {"reply to": 1}
    (message,) = messages
    assert message.startswith(
        "debate.csv:1:9 The column 'reply to' names what each row answers, and no column says how"
    )
    assert message.endswith("Add a column stance, with support or attack in each row.")


def test_a_table_of_relations_counts_for_more_than_a_column(tmp_path):
    for edges in ("source,kind,target\n2,attack,1\n",):
        result = reading("id,text,parent,stance\n1,A,,\n2,B,1,pro\n", edges, tmp_path)
        (item,) = result.diagnostics
        assert item.message.startswith("The column 'parent' is read as data; the relations are those of ")
        assert item.message.endswith("debate.edges.csv'.")
        assert [r.kind.value for r in result.map.relations] == ["attack"]
        assert result.map["2"].data == {"parent": 1, "stance": "pro"}
        assert read(tmp_path / "debate.edges.csv") == result.map


def test_data_called_parent_and_stance_come_back(tmp_path):
    m = argmap.ArgumentMap()
    m.claim("A", data={"parent": "B", "stance": "pro"})
    m.claim("B", title="B", data={"reply to": "A"})
    assert write(m, tmp_path / "x.csv") == []
    assert (tmp_path / "x.csv").read_text().startswith("id,kind,text,title,side,tags,section,scheme,parent,stance,")
    result = read_result(tmp_path / "x.csv")
    assert (result.map, result.diagnostics) == (m, ())


def test_rows_that_are_arguments_sections_and_premises(tmp_path):
    text = (
        "id,kind,text,section,parent,relation\n"
        "s,section,Weather,,1,pro\n"
        "1,,It will rain,s,,\n"
        "2,argument,Sky,s,1,conclusion\n"
        "3,,Clouds,s,2,premise\n"
        "4,,Tinted,s,2,undercut\n"
    )
    m, found, said = _answers(text, tmp_path)
    assert said == []
    assert found == ["4 undercut 2"]
    assert m["2"].steps[0].premises == ("3",)
    assert m["2"].steps[0].conclusion == "1"
    assert [section.title for section in m.sections] == ["Weather"]


def test_relations_of_other_programs_may_have_ids_and_labels(tmp_path):
    (tmp_path / "x.csv").write_text("Source,Target,Id,Label\na,b,0,supports\n")
    m = read(tmp_path / "x.csv")
    assert [(r.source, r.kind.value, r.target) for r in m.relations] == [("a", "support", "b")]
    (tmp_path / "y.edges.csv").write_text("from,to,stance\na,b,con\n")
    m = read(tmp_path / "y.edges.csv")
    assert [(r.source, r.kind.value, r.target, dict(r.data)) for r in m.relations] == [("a", "attack", "b", {})]


@pytest.mark.parametrize(
    ("nodes", "edges", "place", "said"),
    [
        ("id,text\na,x\na,y\n", "source,target,kind\n", "debate.csv:3:1", "'a' stands further up already"),
        ("id,text\na,x,z\n", "source,target,kind\n", "debate.csv:2:5", "'z' is left out"),
        ("id,text,title\na,x\n", "source,target,kind\n", "debate.csv:2:3", "has 2 of 3 cells"),
        ("id,text\na,x\n", "source,target,kind\na,b,attack\n", "debate.edges.csv:2:3", "points to 'b'"),
        ("id,text\na,x\n", "source,target,kind\na,a,atack\n", "debate.edges.csv:2:5", "Did you mean 'attack'?"),
        ("id,text\na,x\n", "source,target,kind\na,,attack\n", "debate.edges.csv:2:3", "has no target"),
        ("id,text\na,x\n", "sorce,traget,kind\na,a,attack\n", "debate.edges.csv:1:7", "Did you mean 'target'?"),
        ("id,text,kind\na,x,clam\n", "source,target,kind\n", "debate.csv:2:5", "Did you mean 'claim'?"),
        ("id,text,titel\na,x,y\n", "source,target,kind\n", "debate.csv:1:9", "Did you mean 'title'?"),
        ('id,text\na,"x\nb,y\n', "source,target,kind\n", "debate.csv:2:3", "is never closed"),
        ('id,text\na,"x"y\n', "source,target,kind\n", "debate.csv:2:3", "is closed before its end"),
        ("a,b\nc,d\n", "source,target,kind\n", "debate.csv:1:1", "has no column 'id' or 'text' or 'title'"),
        ("", "source,target,kind\n", "debate.csv:1:1", "The table is empty"),
        ("id,text,argmap\na,x,{\n", "source,target,kind\n", "debate.csv:2:5", "no sound JSON"),
        ('id,text,argmap\na,x,"{""ranges"": 5}"\n', "source,target,kind\n", "debate.csv:2:5", "not what argmap left"),
        ("id,text,kind\na,x,argument\n", "source,target,kind\na,a,premise\n", "debate.edges.csv:2:1", "a premise is a claim"),
        ("id,kind,section\ns1,section,s2\ns2,section,s1\n,map,\n", "source,target,kind\n", "debate.csv:3:12", "lies in itself"),
        ("id,text\na,x\n", "source,target,kind,step\na,a,undercut,4\n", "debate.edges.csv:2:14", "has no step 4"),
        ("id,text\na,x\n", "source,target,kind,step\na,a,attack,one\n", "debate.edges.csv:2:12", "no number of a step"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_line_and_column(tmp_path, nodes, edges, place, said):
    result = reading(nodes, edges, tmp_path)
    found = [(str(result.map.source.place(item.span.start)), item.message) for item in result.diagnostics]
    assert any(where.endswith(f"/{place}") and said in message for where, message in found), found
    assert all(message.endswith((".", "?")) for _, message in found)


_CELLS = st.sampled_from(
    [
        "a",
        "b",
        "c",
        "",
        "'=x",
        "premise",
        "conclusion",
        "undercut",
        "1",
        "2",
        "x",
        "argument",
        "s1",
        '"',
        '"a""b"',
        "map",
        "section",
        '"{""data"": {""a"": 1}}"',
        "{",
        "\0",
    ]
)


@given(
    st.lists(st.lists(_CELLS, min_size=1, max_size=9).map(",".join), max_size=8).map("\n".join),
    st.lists(st.lists(_CELLS, min_size=1, max_size=6).map(",".join), max_size=8).map("\n".join),
    st.sampled_from(["id,kind,text,title,side,tags,section,scheme,argmap", "id,text", "", "text,kind,x,,"]),
)
def test_any_table_is_read_and_comes_back(nodes, edges, header):
    given_ = _Beside(
        Written(f"{header}\n{nodes}", (), {".edges.csv": f"source,kind,target,step,argmap\n{edges}"}), ".csv"
    )
    result = read_tables(given_, ".csv")
    for item in result.diagnostics:
        assert item.message.endswith((".", "?")), item.message
        assert 0 <= item.span.start <= item.span.end <= len(result.map.source.text)
    written = format_named("csv").load().write(result.map)
    assert written.losses == ()
    back = read_tables(_Beside(written, ".csv"), ".csv")
    assert (back.diagnostics, back.losses) == ((), ())
    assert back.map == result.map


@given(
    st.lists(
        st.tuples(*[st.sampled_from(["1", "2", "1.0", "", "A", "pro", "con", "premise", "argument", "hm", "1;2"])] * 5),
        max_size=8,
    ),
    st.sampled_from(["id,text,parent,stance,kind", "id,type,reply to,side,title", "parent,text,relation,x,id"]),
)
def test_any_table_of_answers_is_read_and_comes_back(rows, header):
    text = "\n".join([header, *map(",".join, rows), ""])
    result = read_tables(Given(Source(text, "x.csv")), ".csv")
    for item in result.diagnostics:
        assert item.message.endswith((".", "?")), item.message
        assert 0 <= item.span.start <= item.span.end <= len(text)
    assert len(result.map.relations) <= 2 * len(rows)
    written = format_named("csv").load().write(result.map)
    back = read_tables(_Beside(written, ".csv"), ".csv")
    assert (back.diagnostics, back.losses, back.map) == ((), (), result.map)


def test_sizes_and_encodings(tmp_path):
    text = "long " * 2_000_000
    result = reading(f'id,text\na,{text}\nb,"{text}"\n', "source,kind,target\n", tmp_path)
    assert [len(claim.text) for claim in result.map.claims] == [len(text) - 1] * 2
    path = tmp_path / "x.csv"
    for encoding in ("utf-8-sig", "utf-16"):
        path.write_bytes("id,text\na,Grüße\n".encode(encoding))
        assert read(path)["a"].text == "Grüße"
    path.write_bytes("id,text\na,Grüße\n".encode("cp1252"))
    assert "In Windows-1252 it would be 'ü'" in read_result(path).diagnostics[0].message
    (tmp_path / "x.edges.csv").write_bytes(b"\0\xff\1" * 20)
    assert "bad-companion" in {item.code for item in read_result(path).diagnostics}


def test_the_limit_of_cells_is_as_it_was():
    before = csv.field_size_limit()
    reading_ = [threading.Thread(target=read_result, args=(io.StringIO("id,text\na,b\n"), "csv")) for _ in range(8)]
    for each in reading_:
        each.start()
    for each in reading_:
        each.join()
    assert csv.field_size_limit() == before


def test_keys_beyond_the_columns_are_carried():
    m = argmap.ArgumentMap()
    for number in range(40):
        m.claim(f"Claim {number}", data={f"key {number}": number, "weight": 1})
    written = format_named("csv").load().write(m)
    header = written.text.splitlines()[0].split(",")
    assert len(header) == 9 + 20
    assert "weight" in header
    assert read_tables(_Beside(written, ".csv"), ".csv").map == m


def test_the_content_tells_the_format():
    for text, name in (
        ("id,kind,text\n1,claim,x\n", "csv"),
        ("source;target;kind\na;b;attack\n", "csv"),
        ("id\ttext\n1\tx\n", "tsv"),
        ("Rain, sun and text: a debate\n", "argdown"),
        ("[A]: id, text\n", "argdown"),
    ):
        assert format_of(Given(Source(text, "x"))).name == name
