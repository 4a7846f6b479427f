"""What a text means: the parts of the language, one at a time, against the records they become."""

from __future__ import annotations

import gc
from textwrap import dedent

import pytest

import argmap
from argmap.model import RelationKind, Role
from argmap.text import parse


def read(text: str) -> argmap.ArgumentMap:
    result = parse(dedent(text))
    assert result.diagnostics == ()
    return result.map


def links(m: argmap.ArgumentMap) -> set[tuple[str, str, str, int | None]]:
    return {(relation.source, str(relation.kind), relation.target, relation.step) for relation in m.relations}


def test_each_sign_says_who_acts_on_whom() -> None:
    m = read(
        """\
        [A]: x
          + [b]
          <+ [c]
          +> [d]
          - [e]
          <- [f]
          -> [g]
          >< [h]
          _ <I>
          <_ <J>
          _> <K>
        """
    )
    assert links(m) == {
        ("b", "support", "A", None),
        ("c", "support", "A", None),
        ("A", "support", "d", None),
        ("e", "attack", "A", None),
        ("f", "attack", "A", None),
        ("A", "attack", "g", None),
        ("A", "contradictory", "h", None),
        ("I", "undercut", "A", None),
        ("J", "undercut", "A", None),
        ("A", "undercut", "K", None),
    }


STRUCTURE = """\
    <Gate>: An interface can refuse people.

    (1) [Refuse]: A provider can refuse a user.
    (2) [Know]: A provider knows its users.
    -- practical reasoning, from experience {uses: [1, 2], strength: 0.7} --
      <_ <Crowd>
    (3) Harm is refused.
      - [Doubt]
    (4) [Less]: Less harm is better.
    ----
    (5) [Closed]: Access should be controlled.

    <Other>
      -> [Open]
      - <Gate>

    <Gate>
      -> [Open]
      _ <Late>
    """


def test_a_structure_becomes_the_steps_of_the_argument_before_it() -> None:
    m = read(STRUCTURE)
    gate = m["Gate"]
    assert isinstance(gate, argmap.Argument)
    assert [(step.premises, step.conclusion) for step in gate.steps] == [
        (("Refuse", "Know"), "C1"),
        (("Less",), "Closed"),
    ]
    assert gate.steps[0].rules == ("practical reasoning", "from experience")
    assert gate.steps[0].data == {"uses": [1, 2], "strength": 0.7}
    roles = {name: m[name].occurrences[0].role for name in ("Refuse", "C1", "Closed", "Doubt")}
    assert roles == {
        "Refuse": Role.PREMISE,
        "C1": Role.INTERMEDIATE,
        "Closed": Role.CONCLUSION,
        "Doubt": Role.RELATION,
    }


def test_an_argument_that_is_spelt_out_acts_through_its_conclusion() -> None:
    m = read(STRUCTURE)
    assert ("Closed", "attack", "Open", None) in links(m)
    assert ("Closed", "attack", "Other", None) in links(m)
    assert ("Other", "attack", "Open", None) in links(m)


def test_an_undercut_aims_at_a_step() -> None:
    m = read(STRUCTURE)
    assert ("Crowd", "undercut", "Gate", 0) in links(m)
    assert ("Late", "undercut", "Gate", 1) in links(m)


def test_strict_mode_turns_relations_between_claims_into_logic() -> None:
    m = read("===\nmodel: {mode: strict}\n===\n\n[A]: x\n  + [B]\n  - [C]\n    - [A]\n  - <D>\n")
    assert links(m) == {
        ("B", "entails", "A", None),
        ("C", "contrary", "A", None),
        ("D", "attack", "A", None),
    }


def test_repeated_relations_are_one_with_all_their_places() -> None:
    m = read("[A]: x\n  + [B]\n\n[B]: y\n  +> [A]\n  >< [C]\n\n[C]: z\n  >< [B]\n")
    assert [len(relation.spans) for relation in m.relations] == [2, 2]


def test_wordings_tags_and_data_are_gathered() -> None:
    m = read(
        """\
        [A]: First wording. #one {a: 1, b: {c: 1}}

        [A]: Second wording. {b: {d: 2}}

        [A] #two {a: 3}

        [A]: Third wording.
        """
    )
    claim = m["A"]
    assert claim.text == "Third wording."
    assert [wording.text for wording in claim.wordings] == ["First wording. #one", "Second wording."]
    assert claim.tags == ("one", "two")
    assert claim.data == {"a": 3, "b": {"c": 1, "d": 2}}
    assert [occurrence.is_reference for occurrence in claim.occurrences] == [False, False, True, False]


def test_the_canonical_wording_can_be_chosen() -> None:
    m = read("[A]: Chosen. {isCanonical: true}\n\n[A]: Later.\n")
    assert m["A"].text == "Chosen."


def test_sections_nest_and_hold_what_is_first_defined_in_them() -> None:
    m = read("[A]\n\n# One #t {color: red}\n\n[B]\n\n## Two\n\n[A]: x\n\n<C>: y\n\n# Three\n\n[B]: z\n")
    assert [(section.id, section.title, section.level, section.parent) for section in m.sections] == [
        ("s1", "One #t", 1, None),
        ("s2", "Two", 2, "s1"),
        ("s3", "Three", 1, None),
    ]
    assert {name: m[name].section for name in "ABC"} == {"A": "s2", "B": "s3", "C": "s2"}
    assert next(iter(m.sections)).data == {"color": "red"}


def test_marks_are_ranges_of_the_plain_text() -> None:
    m = read("[A]: An **old *true* tale**, [told](https://example.org/t) by @[B] #now\n\n[B]: x\n")
    claim = m["A"]
    assert claim.text == "An old true tale, told by @[B] #now"
    assert [(str(one.kind), claim.text[one.start : one.end], one.target) for one in claim.ranges] == [
        ("bold", "old true tale", None),
        ("italic", "true", None),
        ("link", "told", "https://example.org/t"),
        ("statement-mention", "@[B]", "B"),
        ("tag", "#now", "now"),
    ]


def test_shortcodes_and_escapes() -> None:
    m = read("===\nmodel: {shortcodes: {':ok:': {unicode: '✓'}}}\n===\n\np .->. q :^: r \\[s\\] :ok: \\.v.\n")
    assert next(iter(m.claims)).text == "p → q ∧ r [s] ✓ .v."


def test_untitled_ones_get_names_that_no_title_has() -> None:
    m = read("One.\n\n[C1]: Two.\n\nThree.\n\n[Untitled 1]: Four.\n")
    assert [(claim.id, claim.title) for claim in m.claims] == [
        ("C2", None),
        ("C1", "C1"),
        ("C3", None),
        ("Untitled 1", "Untitled 1"),
    ]


def test_a_claim_and_an_argument_may_share_a_title() -> None:
    m = read("[Safety]: x\n  + <Safety>: y\n")
    assert [record.id for record in m] == ["Safety", "<Safety>"]
    assert links(m) == {("<Safety>", "support", "Safety", None)}


@pytest.mark.parametrize("title", ["constructor", "__proto__", "10", "2", " spaced ", "a: b", "a [b]"])
def test_any_title_is_a_title(title: str) -> None:
    m = read(f"[{title}]: x\n  - <toString>\n")
    assert next(iter(m.claims)).title == title


def test_comments_are_nowhere_but_in_the_result() -> None:
    result = parse("[A]: x /* one */ y\n// two\n  + [B] <!-- three\n -->\n")
    assert result.map["A"].text == "x y"
    assert [result.map.source.text[a:b] for a, b in result.comments] == ["/* one */", "// two", "<!-- three\n -->"]


def test_bare_addresses_are_kept() -> None:
    result = parse("See https://example.org/a_b*c for more.\n")
    assert next(iter(result.map.claims)).text.startswith("See https://example.org/a_b")
    assert result.diagnostics[0].code == "bare-address"
    assert "https://example.org/a_b" in result.diagnostics[0].message
    said = (
        "See https://example.org/a and (http://b.example/c) or https://d.example/ *so*, https://e.example/\n  at last"
    )
    result = parse(f"[A]: {said}")
    assert result.map["A"].text == said.replace("*", "").replace("\n ", "")
    start = said.index("//example.org/a")
    assert result.diagnostics[0].span.start == len("[A]: ") + start
    assert result.diagnostics[0].span.end == len("[A]: ") + start + len("//example.org/a")


def test_errors_can_be_raised_together() -> None:
    result = parse("[A]: *x\n\n[B] y\n", "debate.argdown")
    with pytest.raises(argmap.ReadError, match=r"^debate\.argdown:1:6: The italic text .* \(1 more\)$") as caught:
        result.raise_for_errors()
    assert len(caught.value.diagnostics) == 2
    assert parse("[A]: x\n").raise_for_errors() == parse("[A]:   x").map


def test_the_collector_runs_again_behind_the_reader() -> None:
    assert gc.isenabled()
    parse("[A]: x")
    assert gc.isenabled()


def test_relation_kinds_are_words() -> None:
    assert RelationKind("undercut") is RelationKind.UNDERCUT
    assert RelationKind.CONTRARY.is_symmetric
    assert not RelationKind.SUPPORT.is_negative
