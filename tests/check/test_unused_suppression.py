"""Comments that suppress nothing: which are found, and what their fix removes."""

from __future__ import annotations

import pytest

from argmap.check import Settings, all_rules, find, fix
from argmap.diagnostics import Severity
from argmap.evaluate import grounded
from tests.check.cases import read, words

SELF = Settings(select=("self-relation",))


def codes(text: str, settings: Settings = SELF) -> list[tuple[int, str]]:
    """The line and code of each finding."""
    return [(each.place.line, each.code) for each in find(read(text), settings, labelling=grounded)[0]]


def unused(text: str, settings: Settings = SELF) -> list[str]:
    """The names of unused suppressions."""
    return [words(each) for each in find(read(text), settings)[0] if each.code == "CFG101"]


def test_only_rules_that_were_asked_can_be_unused() -> None:
    text = "[A]: It rains.\n  + [B]: b  // argmap: ignore[STR108, CLS112] why\n"
    assert unused(text) == ["STR108"]
    assert unused(text, Settings(select=("CLS112",))) == ["CLS112"]
    assert unused(text, Settings(select=("STR108",), ignore=("CFG101",))) == []
    broken = text + "\n[C]: **never closed\n  {a: [}\n"
    assert unused(broken) == []


def test_a_family_is_unused_only_when_all_of_it_was_asked() -> None:
    text = "[A]: It rains.\n  + [B]: b  // argmap: ignore[CLS] why\n"
    assert unused(text, Settings(select=("CLS111",))) == []
    assert unused(text, Settings(select=("CLS112",))) == []
    assert unused(text, Settings(select=("CLS",))) == ["CLS"]


def test_rules_that_need_an_evaluation_were_not_asked_without_one() -> None:
    needy = [each.code for each in all_rules() if each.needs == "evaluation"]
    for code in needy:
        text = f"[A]: It rains.\n  + [B]: b  // argmap: ignore[{code}] why\n"
        assert unused(text, Settings(select=(code,))) == []


def test_comments_can_suppress_findings_on_comments() -> None:
    strict = Settings(select=("self-relation", "suppression-without-reason"))
    text = "[A]: It rains.\n  + [A]  // argmap: ignore[STR108]\n"
    assert codes(text, strict) == [(2, "CFG104")]
    assert codes("// argmap: ignore-file[CFG104] We are in a hurry.\n\n" + text, strict) == []
    text = "[A]: It rains.\n  + [B]: b  // argmap: ignore[STR108] why\n"
    assert codes("// argmap: ignore-file[CFG101] Kept for the lesson.\n\n" + text) == []


UNUSED = [
    "[A]: It rains.\n  + [B]: b  // argmap: ignore[STR108] why\n",
    "[A]: It rains.\n  // argmap: ignore[STR108] why\n  + [B]: b\n",
    "[A]: It rains.\r\n  // argmap: ignore[STR108] why\r\n  + [B]: b\r\n",
    "[A]: It rains.\n  + [B]: b /* argmap: ignore[STR108] why */\n",
    "[A]: It <!-- argmap: ignore[STR108] why --> rains.\n  + [B]: b\n",
    "[A]: It rai<!-- argmap: ignore[STR108] why -->ns.\n  + [B]: b\n",
    "[A]: It rains.\n  /* argmap: ignore[STR108] why */ + [B]: b\n",
    "[A]: It rains.\n  /* We know this.\n   argmap: ignore[STR108] why\n */\n  + [B]: b\n",
    "[A]: It rains\n  // argmap: ignore[STR108] why\n  and pours.\n\n[B]: b\n",
    "<A>: a\n\n(1) one\n// argmap: ignore[STR108] why\n----\n(2) two // argmap: ignore[STR108] why\n",
    "// argmap: disable[STR108] why\n\n[A]: It rains.\n\n// argmap: enable[STR108]\n\n[B]: b\n",
    "// argmap: ignore-file[STR108] why\n[A]: It rains.\n  {a: b}\n",
    "[A]: It rains.\n  {a: b,  # argmap: ignore[STR108] why\n   c: d}\n",
    "===\ntitle: Rain  # argmap: ignore[STR108] why\nauthor: Ada\n===\n\n[A]: It rains.\n",
    "===\n# argmap: ignore[STR108] why\ntitle: Rain\n===\n\n[A]: It rains.\n",
    "[A]: a\n  + [B]: b  // argmap: ignore[STR108, SYN305, self-relation] why\n",
    "[A]: a\n\n\n/* argmap: ignore[STR108] why */\n\n\n[B]: b\n",
]


@pytest.mark.parametrize("text", UNUSED)
def test_the_fix_removes_what_is_not_used_and_leaves_the_map_as_it_is(text: str) -> None:
    m = read(text)
    assert [each for each in m.source.diagnostics if each.severity is Severity.ERROR] == []
    fixed = fix(text, read, lambda m: find(m, SELF)[0])
    assert "ignore" not in fixed.text
    assert "enable" not in fixed.text
    assert read(fixed.text) == m
    assert fixed.refused == ()
    assert len(read(fixed.text).source.diagnostics) <= len(m.source.diagnostics)


def test_the_fix_leaves_no_empty_line_and_no_blanks() -> None:
    done = [fix(text, read, lambda m: find(m, SELF)[0]).text for text in UNUSED]
    assert done[0] == done[1] == "[A]: It rains.\n  + [B]: b\n"
    assert done[2] == "[A]: It rains.\r\n  + [B]: b\r\n"
    assert done[6] == "[A]: It rains.\n  + [B]: b\n"
    assert "/* We know this.\n   \n */" in done[7]
