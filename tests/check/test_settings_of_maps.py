"""Settings in the front matter, and hostile data: what cannot be used is said, and nothing raises."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.check import Settings, all_rules, find
from argmap.model import ArgumentMap
from tests.check.cases import read, words
from tests.maps import values


def problems(front: str, text: str = "[A]: It rains.\n") -> list[str]:
    """What rule CFG105 says of a front matter, each with the words at the place of the finding."""
    whole = f"===\n{front}\n===\n\n{text}"
    found = [each for each in find(read(whole), Settings(select=("CFG105",)))[0] if each.code == "CFG105"]
    return [f"{words(each)}: {each.message}" for each in found]


@pytest.mark.parametrize(
    ("front", "part"),
    [
        ("check: strict", "check: The settings under check must be a mapping"),
        ("check: 3", "must be a mapping"),
        ("check: []", "must be a mapping"),
        ("check: {profil: strict}", "profil: The front matter: there is no setting 'profil'."),
        ("check: {profile: [1, {a: b}]}", "profile: The front matter: there is no profile [1, {'a': 'b'}]."),
        ("check: {fail-on: info}", "fail-on: A map cannot say fail-on"),
        ("check: {per-file: {a: {}}}", "per-file: A map cannot say per-file"),
        ("check: {rules: 3}", "rules: The front matter: rules must be a table"),
        (
            "check:\n  rules:\n    shallow: {level: 3}",
            "shallow: The front matter: the rule shallow has no option 'level'",
        ),
        ("check: {1: 2}", "1: The front matter: there is no setting '1'."),
        ("check: {null: 2}", "there is no setting 'null'."),
    ],
)
def test_settings_of_the_front_matter_that_cannot_be_used_are_findings(front: str, part: str) -> None:
    (found,) = problems(front)
    assert part in found


def test_one_bad_setting_takes_no_other_along() -> None:
    front = "check:\n  select: [CLS103]\n  profil: x\n  rules:\n    shallow: {levels: 2}\n    one-sided: {share: 7}\n"
    assert len(problems(front)) == 2
    found = find(read(f"===\n{front}===\n\n[A]: It rains.\n  + [B]: b\n"), Settings())[0]
    assert [each.code for each in found] == ["CLS103", "CFG105", "CFG105"]


def test_a_profile_in_the_front_matter_leaves_the_selection_of_a_run_alone() -> None:
    m = read("===\ncheck: {profile: strict}\n===\n\n[A]: It rains.\n  + [A]\n")
    assert {each.code for each in find(m, Settings(select=("STR108",)))[0]} == {"STR108"}
    assert "CLS111" in {each.code for each in find(m, Settings())[0]}
    chosen = read("===\ncheck: {select: [CLS111], profile: strict}\n===\n\n[A]: It rains.\n  + [A]\n")
    assert {each.code for each in find(chosen, Settings())[0]} == {"CLS111"}
    assert {each.code for each in find(chosen, Settings(select=("STR108",)))[0]} == {"STR108"}


def test_nothing_is_said_where_nothing_is_given() -> None:
    assert problems("title: Rain") == problems("check:") == problems("check: {}") == []


hostile = st.one_of(
    values,
    st.dictionaries(
        st.sampled_from(["profile", "select", "extend-select", "ignore", "fail-on", "per-file", "rules", "x"]),
        st.one_of(
            values,
            st.dictionaries(
                st.sampled_from([rule.name for rule in all_rules() if rule.options] + ["STR108", "x"]),
                st.one_of(
                    values,
                    st.dictionaries(st.sampled_from(["share", "least-points", "roster", "of", "claims"]), values),
                ),
                max_size=3,
            ),
        ),
        max_size=4,
    ),
)


@given(hostile)
def test_hostile_settings_never_raise(given: Any) -> None:
    m = ArgumentMap(data={"check": given})
    m.claim("It rains.")
    for finding in find(m, Settings(profile="strict"))[0]:
        assert finding.message


KEYS = [
    "side", "author", "cites", "weight", "stasis", "perspective", "scheme", "role", "lang", "language", "quote",
    "values", "status", "speech",
]  # fmt: skip
FRONT = ["sides", "perspectives", "sources", "participants", "language", "lang", "thesis", "abstract", "title"]


@given(
    st.dictionaries(st.sampled_from(FRONT), values, max_size=4),
    st.lists(st.dictionaries(st.sampled_from(KEYS), values, max_size=4), min_size=4, max_size=4),
)
def test_hostile_data_never_raise(front: dict[str, Any], data: list[dict[str, Any]]) -> None:
    m = ArgumentMap(data=front)
    thesis = m.claim("It rains.", data=data[0])
    reason = m.support(thesis, m.claim("You may see the idiot on the street.", data=data[1]), data=data[2])
    m.undercut("Perhaps.", reason, data=data[3])
    tasks: dict[str, Any] = {
        "too-few-contributions": {"claims": 9, "replies": 9, "sources": 9, "authors": ["Ada"]},
        "missing-objection-and-rebuttal": {"objections": 9, "rebuttals": 9},
        "shallow": {"levels": 9},
        "name-leak": {"roster": ["", "rains"]},
        "stance-unclear": {"one-side-each": True, "least-points": 1},
        "missing-counterargument": {"share": 1},
        "missing-source-per-claim": {"of": "claims"},
        "copied-text": {"least-words": 3},
        "one-sided": {"least-points": 1},
        "uncited-side": {"least-points": 1},
        "weight-asymmetry": {"least-weights": 1},
    }
    settings = Settings().merged({"select": ["all"], "rules": tasks}, "test")
    for finding in find(m, settings)[0]:
        assert finding.message
