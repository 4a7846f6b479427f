"""Sides, depths, source texts and authors: what the rules on balance and for the classroom share."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

import argmap
from argmap.check import Settings, Subject, check, find
from argmap.check.graph.stances import depths, points, stances
from argmap.check.quotations.source_texts import MOST_BYTES, source_texts
from argmap.model import ArgumentMap
from tests.check.cases import found_in, read, words
from tests.maps import maps


def sides_of(text: str) -> dict[str, str]:
    """The side of each claim and argument."""
    return dict(stances(Subject(read(text))))


# -- sides ----------------------------------------------------------------------------------------------------------


def test_the_stance_is_the_product_of_the_signs_on_a_shortest_way() -> None:
    text = """
[T]: The thesis.
  + [a]: a
    - [b]: b
      - [c]: c
  - <d>: d
    _ <e>: e
  >< [f]: f
    + [g]: g
"""
    assert sides_of(text) == {
        "T": "for", "a": "for", "b": "against", "c": "for", "d": "against", "e": "for", "f": "against", "g": "against",
    }  # fmt: skip


def test_the_shorter_way_wins() -> None:
    text = "[T]: t\n  + [a]: a\n    - [b]: b\n  + [b]\n"
    assert sides_of(text)["b"] == "for"


def test_premises_speak_for_what_their_argument_speaks_for() -> None:
    text = "[T]: t\n\n<A>: a\n\n(1) [p]: p\n(2) [q]: q\n----\n(3) [i]: i\n----\n(4) [T]\n\n<B>: b\n  -> [q]\n"
    assert sides_of(text) == {"T": "for", "p": "for", "q": "for", "i": "for", "A": "for", "B": "against"}


def test_declared_sides_win_over_relations() -> None:
    text = "[T]: t\n  {side: pro}\n  - [a]: a\n    {side: pro}\n  - [b]: b\n"
    assert sides_of(text) == {"T": "pro", "a": "pro"}


def test_several_theses_have_no_stances_unless_they_oppose_each_other() -> None:
    assert sides_of("[T]: t\n  + [a]: a\n\n[U]: u\n  - [b]: b\n") == {}
    assert sides_of("===\nthesis: T\n===\n\n[T]: t\n  + [a]: a\n\n[U]: u\n  - [b]: b\n") == {"T": "for", "a": "for"}
    assert sides_of("[A]: a\n\n[B]: b\n") == {}


def test_points_leave_out_theses_and_arguments_with_premises() -> None:
    text = "[T]: t\n  - <B>: b\n\n<A>: a\n\n(1) [p]: p\n----\n(2) [T]\n"
    found = points(Subject(read(text)))
    assert {side: [each.id for each in some] for side, some in found.items()} == {"for": ["p"], "against": ["B"]}


def test_depths_count_relations_and_inferences() -> None:
    text = "[T]: t\n\n<A>: a\n\n(1) [p]: p\n  - [x]: x\n(2) [q]: q\n----\n(3) [i]: i\n----\n(4) [T]\n"
    assert depths(Subject(read(text))) == {"T": 0, "A": 1, "p": 1, "q": 1, "i": 1, "x": 2}


@given(maps())
def test_stances_and_depths_of_any_map(m: ArgumentMap) -> None:
    subject = Subject(m)
    ids = {record.id for record in m}
    assert stances(subject).keys() <= ids
    assert depths(subject).keys() <= ids
    assert all(depth >= 0 for depth in depths(subject).values())
    assert {each.id for some in points(subject).values() for each in some} <= stances(subject).keys()


def test_long_chains_and_cycles_end() -> None:
    lines = ["[c0]: c"] + [f"[c{i}]: c\n  -> [c{i - 1}]\n" for i in range(1, 3000)]
    subject = Subject(read("\n\n".join(lines) + "\n"))
    assert depths(subject)["c2999"] == 2999
    assert stances(subject)["c2999"] == "against"
    assert stances(Subject(read("[a]: a\n  + [b]: b\n    - [a]\n"))) == {}


# -- texts of sources -----------------------------------------------------------------------------------------------

RULE = "Nobody may take a photograph of other people in the changing rooms of the pool."


def debate(folder: Path, path: str, claim: str) -> argmap.ArgumentMap:
    """A map with one source."""
    file = folder / "debate.argdown"
    file.write_text(
        f"===\ntitle: Pool\nsources:\n  law: {{title: The rules, path: {path}}}\n===\n\n[A]: {claim}\n", "utf-8"
    )
    return argmap.read(file)


def test_words_of_a_stored_source_are_found(tmp_path: Path) -> None:
    (tmp_path / "law.txt").write_text(f"1. {RULE}\n2. No running.\n", "utf-8")
    m = debate(tmp_path, "law.txt", f"We know: {RULE}")
    (finding,) = check(m, select=["copied-text"])
    assert words(finding) == RULE.rstrip(".")
    assert "15 words" in finding.message
    assert not check(debate(tmp_path, "law.txt", f"We know: “{RULE}”"), select=["copied-text"])
    assert not check(debate(tmp_path, "law.txt", "Nobody may take a photograph of people."), select=["copied-text"])


@pytest.mark.parametrize(
    "path", ["../law.txt", "/etc/hostname", "missing.txt", ".", "link.txt", '"a\\0b"', "bytes.txt"]
)
def test_files_outside_of_the_folder_and_unreadable_ones_are_left_alone(tmp_path: Path, path: str) -> None:
    folder = tmp_path / "inner"
    folder.mkdir()
    (tmp_path / "law.txt").write_text(RULE, "utf-8")
    (folder / "link.txt").symlink_to(tmp_path / "law.txt")
    (folder / "bytes.txt").write_bytes(b"\xff\xfe\x00")
    m = debate(folder, path, RULE)
    assert source_texts(Subject(m, folder=str(folder))) == {}
    assert not check(m, select=["copied-text"])


def test_large_files_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "law.txt").write_text(RULE + " " * MOST_BYTES, "utf-8")
    assert source_texts(Subject(debate(tmp_path, "law.txt", "a"), folder=str(tmp_path))) == {}


# -- tasks ----------------------------------------------------------------------------------------------------------


def said(text: str, rules: dict[str, Any]) -> list[str]:
    """The messages of rules with options."""
    settings = Settings().merged({"select": list(rules), "rules": rules}, "test")
    return [finding.message for finding in found_in(text, settings)]


def test_pupils_who_wrote_nothing_are_named() -> None:
    task = {"too-few-contributions": {"claims": 1, "replies": 1, "authors": ["Ada", "Ben"]}}
    assert sorted(said("[A]: It rains.\n  {author: Ada}\n", task)) == [
        "Ada has 0 of 1 replies to others. Add what is missing.",
        "Ben has 0 of 1 claims, 0 of 1 replies to others. Add what is missing.",
    ]


def test_a_map_without_authors_is_the_work_of_one() -> None:
    task = {"too-few-contributions": {"claims": 3, "replies": 1, "sources": 1}}
    assert said("[A]: It rains.\n  + [B]: b\n", task) == [
        "This map has 2 of 3 claims, 0 of 1 sources. Add what is missing."
    ]


def test_tasks_are_found_only_when_they_are_set() -> None:
    text = "[A]: It rains.\n  {author: Ada}\n  + [B]: b\n    {author: Ada}\n"
    tasks = [
        "too-few-contributions", "missing-objection-and-rebuttal", "shallow", "stance-unclear",
        "missing-counterargument", "missing-source-per-claim",
    ]  # fmt: skip
    assert found_in(text, Settings(select=tuple(tasks))) == ()


def test_names_are_found_as_they_are_written() -> None:
    task = {"name-leak": {"roster": ["Will", "Rose", "Jo", "O'Neil"]}}
    text = "[A]: The tax will rise, as Jonas said. It rose.\n  + [Of Rose]: Will and O'Neil say so.\n"
    found = said(text, task)
    names = {"The name Will", "The name O'Neil", "The name Rose"}
    assert {message.split(" stands")[0] for message in found} == names
    assert len(found) == 3


def test_a_map_made_in_python_has_findings_without_places() -> None:
    m = ArgumentMap()
    m.rebut("Perhaps.", m.claim("You idiot, write to ada@school.example."))
    found = find(m, Settings(select=("CLS", "BAL", "CFG")))[0]
    assert {finding.code for finding in found} >= {"CLS104", "CLS105", "CLS111"}
    assert {finding.span for finding in found} == {None}


def test_the_side_is_named_as_the_map_names_it() -> None:
    rows = "".join(f"  + <A{i}>: a\n    {{side: open}}\n" for i in range(7))
    text = f"===\nsides: {{open: Open it, closed: Keep it}}\n===\n\n[T]: t\n  {{side: open}}\n{rows}"
    (finding,) = found_in(text, Settings(select=("one-sided",)))
    assert 'There are 7 points of the side "open" and only 0 of the side "closed".' in finding.message
    assert words(finding) == "closed"
