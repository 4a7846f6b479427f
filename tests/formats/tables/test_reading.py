"""Tables as people and other programs write them, and as nobody should."""

import csv
import io
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.formats import Given, Written, read, read_result
from argmap.formats.table import format_named, format_of
from argmap.formats.tables.reading import read_tables
from argmap.source import Source
from tests.formats.tables.given import Beside, reading


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


def test_one_table_alone(tmp_path):
    result = reading("id,text\n1,One.\n", None, tmp_path)
    assert [str(item.severity) for item in result.diagnostics] == ["info"]
    (tmp_path / "lone.edges.csv").write_text("source,target\nIt rains,Wet\n")
    result = read_result(tmp_path / "lone.edges.csv")
    assert [item.code for item in result.diagnostics] == ["no-nodes", "no-kind"]
    assert [claim.title for claim in result.map.claims] == ["It rains", "Wet"]
    assert read_result(io.StringIO("id,text\n1,One.\n"), "csv").diagnostics == ()


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
    given_ = Beside(
        Written(f"{header}\n{nodes}", (), {".edges.csv": f"source,kind,target,step,argmap\n{edges}"}), ".csv"
    )
    result = read_tables(given_, ".csv")
    for item in result.diagnostics:
        assert item.message.endswith((".", "?")), item.message
        assert 0 <= item.span.start <= item.span.end <= len(result.map.source.text)
    written = format_named("csv").load().write(result.map)
    assert written.losses == ()
    back = read_tables(Beside(written, ".csv"), ".csv")
    assert (back.diagnostics, back.losses) == ((), ())
    assert back.map == result.map


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


def test_the_content_tells_the_format():
    for text, name in (
        ("id,kind,text\n1,claim,x\n", "csv"),
        ("source;target;kind\na;b;attack\n", "csv"),
        ("id\ttext\n1\tx\n", "tsv"),
        ("Rain, sun and text: a debate\n", "argdown"),
        ("[A]: id, text\n", "argdown"),
    ):
        assert format_of(Given(Source(text, "x"))).name == name
