"""Comments that suppress findings: every form, every place, and no effect on the map."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.check import Settings, find, fix
from argmap.check.suppression import Suppressions
from argmap.evaluate import grounded
from argmap.text import parse
from tests.check.cases import read, words

SELF = Settings(select=("self-relation",))
NAMES = ("STR108", "self-relation", "str108", "Self-Relation", "STR", "structure")


def codes(text: str, settings: Settings = SELF) -> list[tuple[int, str]]:
    """The line and code of each finding."""
    return [(each.place.line, each.code) for each in find(read(text), settings, labelling=grounded)[0]]


def suppressed(text: str, settings: Settings = SELF) -> int:
    """How many findings are suppressed."""
    return find(read(text), settings, labelling=grounded)[1]


# -- forms ----------------------------------------------------------------------------------------------------------

COMMENTS = ["// {}", "//{}", "/* {} */", "/*{}*/", "<!-- {} -->", "<!--{}-->", "/// {}", "/** {} */"]


@pytest.mark.parametrize("comment", COMMENTS)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_all_sorts_of_comments_at_the_end_of_a_line(comment: str, end: str) -> None:
    said = comment.format("argmap: ignore[STR108] I know.")
    text = f"[A]: It rains.\n  + [A]  {said}\n  + [B]: b\n".replace("\n", end)
    assert codes(text) == []
    assert suppressed(text) == 1
    assert Suppressions(read(text)).found[0].reason == "I know."


@pytest.mark.parametrize("comment", COMMENTS)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_all_sorts_of_comments_alone_above_a_line(comment: str, end: str) -> None:
    said = comment.format("argmap: ignore[STR108] I know.")
    text = f"[A]: It rains.\n  {said}\n  + [A]\n  + [B]: b\n".replace("\n", end)
    assert codes(text) == []
    assert suppressed(text) == 1


def test_a_comment_over_several_lines() -> None:
    text = (
        "[A]: It rains.\n  /* For the next lesson.\n     argmap: ignore[STR108] I know.\n     More words. */\n  + [A]\n"
    )
    assert codes(text) == []
    (found,) = Suppressions(read(text)).found
    assert found.reason == "I know."
    assert text[slice(*found.span)] == "argmap: ignore[STR108] I know."


def test_several_comments_above_a_line_and_other_comments_between() -> None:
    text = "[A]: It rains.\n  // argmap: ignore[STR108] I know.\n  // A word.\n  /* Two */ <!-- three -->\n  + [A]\n"
    assert codes(text) == []


@pytest.mark.parametrize("name", NAMES)
def test_codes_names_and_families_will_do(name: str) -> None:
    assert codes(f"[A]: It rains.\n  + [A]  // argmap: ignore[{name}] I know.\n") == []


@pytest.mark.parametrize("names", ["SYN101,STR108", " STR108 , SYN101 ", "SYN101,,STR108,", "nothing-like-it, STR108"])
def test_several_names(names: str) -> None:
    assert suppressed(f"[A]: It rains.\n  + [A]  // argmap: ignore[{names}] I know.\n") == 1


@pytest.mark.parametrize("said", ["argmap:ignore[STR108]", "ARGMAP : Ignore [STR108] why", "argmap: ignore  [STR108]"])
def test_blanks_and_capitals_do_not_matter(said: str) -> None:
    assert suppressed(f"[A]: It rains.\n  + [A]  // {said}\n") == 1


def test_other_rules_and_other_lines_are_not_suppressed() -> None:
    assert codes("[A]: It rains.\n  + [A]  // argmap: ignore[SYN101] I know.\n") == [(2, "STR108")]
    assert codes("[A]: It rains.  // argmap: ignore[STR108] I know.\n  + [A]\n")[-1] == (2, "STR108")
    assert (3, "STR108") in codes("[A]: It rains.\n  + [B]: b // argmap: ignore[STR108] no.\n  + [A]\n")
    text = "[A]: It rains.\n  // argmap: ignore[STR108] One.\n  + [A]\n  - [A]\n"
    assert codes(text) == [(4, "STR108")]


# -- whole claims, structures, data, front matter -------------------------------------------------------------------


def test_a_comment_counts_for_the_whole_claim_it_stands_at() -> None:
    rule = Settings(select=("missing-label",), options={})
    long = "People who come by car from the villages\n    around would have to leave it far away."
    flagged = f"[Park]: A park.\n  - {long}\n"
    assert codes(flagged, rule) == [(2, "CLS112")]
    assert codes(f"[Park]: A park.\n  // argmap: ignore[CLS112] Ok.\n  - {long}\n", rule) == []
    assert codes(f"[Park]: A park.\n  - {long}  // argmap: ignore[CLS112] Ok.\n", rule) == []
    with_data = f"[Park]: A park.\n  - {long}\n    {{side: a,\n     weight: 0.5}} // argmap: ignore[CLS112] Ok.\n"
    assert codes(with_data, rule) == []


def test_comments_in_inline_data_are_those_of_yaml() -> None:
    settings = Settings().merged(
        {"select": ["too-few-contributions"], "rules": {"too-few-contributions": {"claims": 2}}}, "test"
    )
    text = "[A]: It rains.\n  {side: a,\n   author: Ada}\n"
    assert codes(text, settings) == [(3, "CLS101")]
    for line in ("side: a,  # argmap: ignore[CLS101] Ill.", "side: a,\n   # argmap: ignore[CLS101] Ill."):
        assert codes(text.replace("side: a,", line), settings) == []
        assert read(text.replace("side: a,", line)) == read(text)


def test_comments_in_the_front_matter() -> None:
    settings = Settings(select=("missing-description",))
    text = "===\ntitle: Rain  # argmap: ignore[CLS111] A draft.\n===\n\n[A]: It rains.\n"
    assert codes(text, settings) == []
    assert codes(text.replace("\n", "\r\n"), settings) == []
    assert codes(text.replace(" A draft.", ""), settings) == []
    assert codes("===\n# argmap: ignore[CLS111] A draft.\ntitle: Rain\n===\n\n[A]: It rains.\n", settings) == []
    assert codes("===\ntitle: Rain\n===\n\n[A]: It rains.\n", settings) == [(2, "CLS111")]


def test_inside_premise_conclusion_structures() -> None:
    text = (
        "<A>: A gist.\n\n(1) [P]: One.\n// argmap: ignore[STR108] I know.\n  + [P]\n(2) Two.\n----\n"
        "(3) [C]: Three.\n  + [C] // argmap: ignore[STR108] I know.\n"
    )
    assert codes(text) == []
    assert suppressed(text) == 2


def test_a_heading_or_tag_is_no_comment() -> None:
    for text in ("# argmap: ignore[STR108] why\n\n[A]: a\n", "[A]: a # argmap: ignore[STR108] why\n  {a: b}\n"):
        assert Suppressions(read(text)).found == []
        assert Suppressions(read(text)).unreadable == []


# -- stretches and files --------------------------------------------------------------------------------------------


def test_disable_and_enable() -> None:
    text = (
        "[A]: It rains.\n  + [A]\n  // argmap: disable[STR108] These are examples.\n  - [A]\n\n[B]: b\n  + [B]\n"
        "  // argmap: enable[STR108]\n  - [B]\n"
    )
    assert codes(text) == [(2, "STR108"), (9, "STR108")]
    assert suppressed(text) == 2


def test_a_stretch_without_an_end_goes_to_the_end() -> None:
    text = "[A]: It rains.\n  // argmap: disable[STR108] Examples.\n  + [A]\n\n[B]: b\n  + [B]\n"
    assert suppressed(text) == 2


def test_rules_are_enabled_one_by_one() -> None:
    text = "// argmap: disable[STR108, CLS112] Examples.\n\n[A]: It rains.\n  + [A]\n  // argmap: enable[CLS112]\n  - [A]\n"
    assert suppressed(text) == 2
    assert suppressed(text.replace("enable[CLS112]", "enable[STR108]")) == 1
    assert suppressed(text.replace("enable[CLS112]", "enable[structure]")) == 1


def test_stretches_one_after_the_other_and_in_each_other() -> None:
    stretch = "// argmap: disable[STR108] Examples.\n\n[{0}]: It rains.\n  + [{0}]\n\n// argmap: enable[STR108]\n\n"
    text = stretch.format("A") + "[X]: x\n  + [X]\n\n" + stretch.format("B")
    assert suppressed(text) == 2
    assert codes(text) == [(9, "STR108")]
    nested = "// argmap: disable[STR108] One.\n\n[A]: a\n  + [A]\n\n// argmap: disable[STR] Two.\n\n[B]: b\n  + [B]\n"
    assert suppressed(nested) == 2


def test_ignore_file_works_from_anywhere() -> None:
    text = "[A]: It rains.\n  + [A]\n\n[B]: b\n  + [B]\n\n// argmap: ignore-file[STR108] Examples.\n"
    assert codes(text) == []
    assert suppressed(text) == 2
    assert codes(text.replace("ignore-file[STR108]", "ignore-file[SYN101]"))[0] == (2, "STR108")


# -- what cannot be read --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "part"),
    [
        ("ignore", "does not say which rules"),
        ("ignore everything", "does not say which rules"),
        ("ignore[]", "does not say which rules"),
        ("ignore[ , ]", "does not say which rules"),
        ("ignore[STR108", "never closed"),
        ("ignroe[STR108]", "Did you mean 'ignore'?"),
        ("ignore-fle", "Did you mean 'ignore-file'?"),
        ("hush[STR108]", "Write ignore[CODE]"),
    ],
)
def test_unreadable_comments_suppress_nothing_and_are_found(said: str, part: str) -> None:
    text = f"[A]: It rains.\n  + [A]  // argmap: {said}\n"
    found = find(read(text), SELF)[0]
    assert [each.code for each in found] == ["STR108", "CFG103"]
    assert part in found[1].message
    assert words(found[1]).startswith("argmap: ")


@pytest.mark.parametrize(
    "said",
    ["argmap: a library for debates", "We use argmap: ignore what you do not like", "see argmap: ignore[STR108]"],
)
def test_comments_that_speak_about_argmap_are_no_orders(said: str) -> None:
    text = f"[A]: It rains.\n  + [A]  // {said}\n"
    assert codes(text) == [(2, "STR108")]


@pytest.mark.parametrize("name", ["all", "ALL", "strict", "standard", "*", "S", "ST"])
def test_there_is_no_name_for_all_rules(name: str) -> None:
    found = codes(f"[A]: It rains.\n  + [A]  // argmap: ignore[{name}] I know.\n")
    assert found == [(2, "STR108"), (2, "CFG102")]


def test_unknown_rules_are_found_and_the_nearest_offered() -> None:
    text = "[A]: It rains.\n  + [A]  // argmap: ignore[self-relatoin, qqqqqq] why\n"
    found = [each for each in find(read(text), SELF)[0] if each.code == "CFG102"]
    assert [words(each) for each in found] == ["self-relatoin", "qqqqqq"]
    assert [each.fix is not None for each in found] == [True, False]
    fixed = fix(text, read, lambda m: find(m, SELF)[0], unsafe=True)
    assert "ignore[self-relation, qqqqqq]" in fixed.text


# -- the map --------------------------------------------------------------------------------------------------------

TEXT = """===
title: Rain
check: {profile: strict}
===

# A heading

[A]: It rains
  and pours.
  {side: a, weight: 0.5}
  + <B>: A gist.
    - [C]: No.

<B>

(1) [P]: One.
    {side: b}
(2) Two.
-- Modus ponens --
(3) [A]
"""


@given(
    st.lists(
        st.tuples(
            st.integers(4, TEXT.count("\n")),
            st.sampled_from(COMMENTS),
            st.sampled_from(["ignore", "disable", "enable", "ignore-file", "ignroe"]),
            st.booleans(),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_comments_never_change_the_map(places) -> None:
    lines = TEXT.split("\n")
    plain = TEXT.split("\n")
    for at, comment, word, is_alone in sorted(places, key=lambda each: -each[0]):
        said = comment.format(f"argmap: {word}[STR108] why")
        if is_alone:
            lines.insert(at, said)
        elif lines[at]:
            lines[at] = f"{lines[at]} {said}"
    assert parse("\n".join(lines)).map == parse("\n".join(plain)).map


def test_many_comments_cost_little() -> None:
    text = "[A]: a\n" + "// argmap: ignore[STR108] why\n" * 20_000 + "  + [A]\n"
    assert suppressed(text) == 1


def test_ignore_file_is_about_the_file_it_stands_in(tmp_path: Path) -> None:
    (tmp_path / "inner.argdown").write_text("// argmap: ignore-file[STR108] Examples.\n\n[B]: b\n  + [B]\n", "utf-8")
    outer = tmp_path / "outer.argdown"
    outer.write_text("[A]: It rains.\n  + [A]\n\n@include(inner.argdown)\n", "utf-8")
    m = argmap.read(outer)
    found, count = find(m, SELF)
    assert [(Path(each.place.name).name, each.code) for each in found] == [("outer.argdown", "STR108")]
    assert count == 1
