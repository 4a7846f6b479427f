"""One table alone, whose rows name what they answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.formats import Given, read, read_result, write
from argmap.formats.table import format_named, format_of
from argmap.formats.tables.reading import read_tables
from argmap.source import Source
from tests.formats.tables.given import Beside, reading


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
    back = read_tables(Beside(written, ".csv"), ".csv")
    assert (back.diagnostics, back.losses, back.map) == ((), (), result.map)
