import json

import pytest

from argmap.diagnostics import Span
from argmap.errors import ModelError, ReadError
from argmap.model import ArgumentMap, Claim, Occurrence, Relation, RelationKind, Role
from argmap.model.schema import VERSION


def refused(text: object) -> ReadError:
    with pytest.raises(ReadError) as error:
        ArgumentMap.from_json(text if isinstance(text, str | bytes) else json.dumps(text))
    return error.value


def document(**fields: object) -> dict[str, object]:
    return {"format": "argmap", "version": VERSION, **fields}


def test_the_form():
    m = ArgumentMap("T", data={"sides": ["open"]})
    m.rebut(m.claim("a", side="open"), m.claim("b", title="B"), title="R")
    assert json.loads(m.to_json()) == {
        "format": "argmap",
        "version": 1,
        "title": "T",
        "data": {"sides": ["open"]},
        "claims": [{"id": "C1", "text": "a", "data": {"side": "open"}}, {"id": "B", "text": "b", "title": "B"}],
        "arguments": [{"id": "R", "title": "R"}],
        "relations": [
            {"kind": "support", "source": "C1", "target": "R"},
            {"kind": "attack", "source": "R", "target": "B"},
        ],
    }


def test_places_are_kept():
    occurrence = Occurrence(Role.PREMISE, Span(3, 9), text=None, tags=("t",), data={"a": 1})
    m = ArgumentMap.from_records(claims=[Claim("A", occurrences=(occurrence,))])
    again = ArgumentMap.from_json(m.to_json())
    assert next(iter(again.claims)).occurrences == (occurrence,)
    assert isinstance(next(iter(again.claims)).occurrences[0].span, Span)


def test_an_empty_map():
    assert ArgumentMap().to_json(indent=None) == '{"format":"argmap","version":1}'
    assert ArgumentMap.from_json("\ufeff" + ArgumentMap().to_json()) == ArgumentMap()


def test_a_later_version_is_refused_with_what_to_do():
    error = refused({"format": "argmap", "version": 2, "novelty": True})
    assert "The file has version 2, and this argmap reads version 1; update argmap." in str(error)


@pytest.mark.parametrize("text", ["[]", "{}", "5", "null", '{"format": "aif"}', '{"version": 1}', '{"format": 5}'])
def test_another_form_is_refused(text):
    assert len(refused(text).diagnostics) == 1


@pytest.mark.parametrize(
    ("text", "offset"),
    [("", 0), ("{", 1), ('{\n "é": ]', 8), ('{"a": 1} x', 9), ("{'a': 1}", 1), ("[" * 100_000, None)],
)
def test_what_is_not_json_is_refused_at_its_place(text, offset):
    error = refused(text)
    assert "not a map in argmap's JSON" in str(error)
    (diagnostic,) = error.diagnostics
    assert "line" in diagnostic.message
    assert 0 <= diagnostic.span.start <= len(text)
    if offset is not None:
        assert abs(diagnostic.span.start - offset) <= 1


def test_bytes_that_are_not_utf8():
    assert refused(b'{"format": "\xff"}').diagnostics[0].span.start == 12


A, B = {"id": "A"}, {"id": "B"}
RELATION = {"kind": "attack", "source": "A", "target": "B"}
SECTION = {"id": "s1", "title": "a"}
STEP = {"premises": ["B"], "conclusion": "C"}


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"claims": [{**A, "txt": "x"}]}, "claims[0].txt: There is no field 'txt' here. Did you mean 'text'?"),
        ({"claims": [{"id": 5}]}, "claims[0].id: Input should be a valid string, not 5."),
        ({"claims": [{}]}, "claims[0].id: This field is needed, and it is not there."),
        ({"claims": {}}, "claims: "),
        ({"claims": [A, A]}, "claims[1].id: The id 'A' is used twice; each id names one thing."),
        ({"claims": [A], "arguments": [A]}, "arguments[0].id: The id 'A' is used twice"),
        ({"claims": [{"id": ""}]}, "claims[0].id: The id is empty."),
        ({"claims": [{**A, "section": "s1"}]}, "claims[0].section: There is no section 's1'."),
        ({"arguments": [{**A, "steps": [STEP]}]}, "arguments[0].steps[0].premises[0]: There is no claim 'B'."),
        ({"arguments": [{**A, "steps": [STEP]}], "claims": [B]}, "arguments[0].steps[0].conclusion: There is no"),
        ({"relations": [RELATION]}, "relations[0].source: There is no claim or argument 'A'."),
        ({"relations": [{**RELATION, "kind": "atack"}]}, "relations[0].kind: Input should be 'support', "),
        ({"sections": [{**SECTION, "parent": "s1"}]}, "sections[0].parent: Section 's1' lies in itself."),
        ({"sections": [{**SECTION, "parent": "s2"}]}, "sections[0].parent: There is no section 's2'."),
        ({"sections": [SECTION, SECTION]}, "sections[1].id: The id 's1' is used twice"),
        ({"sections": [{**SECTION, "level": "1"}]}, "sections[0].level: Input should be a valid integer, not '1'."),
        ({"title": 5}, "title: Input should be a valid string, not 5."),
    ],
)
def test_faults_are_named_by_their_path(fields, message):
    error = refused(document(**fields))
    assert any(diagnostic.message.startswith(message) for diagnostic in error.diagnostics)
    assert error.diagnostics[0].message in str(error)


def test_relations_must_fit():
    claims = [{"id": "A"}, {"id": "B"}]
    same = [{"kind": "contrary", "source": "A", "target": "B"}, {"kind": "contrary", "source": "B", "target": "A"}]
    assert "relations[1]: The same relation" in str(refused(document(claims=claims, relations=same)))
    step = [{"kind": "undercut", "source": "A", "target": "B", "step": 0}]
    assert "relations[0].step: An undercut of 'B' cannot attack step 0." in str(
        refused(document(claims=claims, relations=step))
    )


def test_all_faults_are_named_at_once():
    error = refused(document(claims=[{"id": "A", "x": 1}, {"id": 2}, {"text": "x"}]))
    assert [diagnostic.message.split(":")[0] for diagnostic in error.diagnostics] == [
        "claims[0].x",
        "claims[1].id",
        "claims[2].id",
    ]
    assert "(and 2 more)" in str(error)


def test_numbers_that_are_none_are_refused():
    text = '{"format": "argmap", "version": 1, "claims": [{"id": "A", "data": {"a": NaN}}]}'
    assert "claims[0].data: The value nan at data['a'] is a float" in str(refused(text))


def test_sections_in_a_circle():
    sections = [{"id": f"s{n}", "title": "x", "parent": f"s{(n + 1) % 3}"} for n in range(3)]
    assert "lies in itself" in str(refused(document(sections=sections)))


def test_deep_sections_are_linear():
    sections = [{"id": f"s{n}", "title": "x", "parent": f"s{n + 1}"} for n in range(20_000)]
    sections.append({"id": "s20000", "title": "x"})
    assert len(ArgumentMap.from_json(json.dumps(document(sections=sections))).sections) == 20_001


def test_front_matter_that_json_cannot_hold_is_refused():
    m = ArgumentMap()
    m.data["when"] = {1}
    with pytest.raises(ModelError, match=r"The value \{1\} at data\['when'\]"):
        m.to_json()


def test_half_characters_become_the_sign_for_unknown_ones():
    m = ArgumentMap.from_records(
        claims=[Claim("A", "a\ud800"), Claim("B")], relations=[Relation(RelationKind.ATTACK, "A", "B")]
    )
    assert ArgumentMap.from_json(m.to_json())["A"].text == "a\ufffd"


def test_the_schema_describes_every_field():
    schema = ArgumentMap.json_schema()
    text = json.dumps(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert set(schema["required"]) == {"format", "version"}
    assert schema["additionalProperties"] is False
    assert schema["properties"]["version"]["const"] == VERSION
    for name in ("Claim", "Argument", "Step", "Relation", "Section", "Occurrence", "Range", "Wording"):
        assert schema["$defs"][name]["additionalProperties"] is False
        assert name in text
    assert schema["$defs"]["Claim"]["required"] == ["id"]
    assert schema["$defs"]["RelationKind"]["enum"] == [kind.value for kind in RelationKind]
