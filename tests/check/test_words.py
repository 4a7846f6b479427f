"""The words of claims: tokens, stems, phrases, sentences, synonyms, and claims that are alike."""

from __future__ import annotations

import random
import time
import tomllib
from importlib.resources import files
from itertools import accumulate, pairwise
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.check.subject import Subject
from argmap.check.words.language import _Matter, language, languages, token_places, tokens_of
from argmap.check.words.words import Words, parts

ENGLISH = language("en")


def words(text: str) -> Words:
    return Words(text, ENGLISH, {})


# -- tokens ------------------------------------------------------------------------------------------------------


@given(st.text())
def test_tokens_and_places_agree(text: str) -> None:
    tokens, places = tokens_of(text), token_places(text)
    assert len(tokens) == len(places)
    for (start, end), (then, _) in pairwise([*places, (len(text), len(text))]):
        assert 0 <= start < end <= then
    for token, (start, end) in zip(tokens, places, strict=True):
        assert token
        if text.isascii():
            assert token == text[start:end].lower()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Don’t", ["don't"]),
        ("well…then", ["well", "then"]),
        ("wait...what", ["wait", "what"]),
        ("The U.S. is, i.e., large.", ["the", "u.s", "is", "i.e", "large"]),
        ("3.5 to 1,200,000", ["3.5", "to", "1,200,000"]),
        ("one,two", ["one", "two"]),
        ("a_b", ["a", "b"]),
        ("non‑breaking", ["non-breaking"]),
        ("soft\u00adhyphen", ["softhyphen"]),
        (normalize("NFD", "cafés"), ["cafés"]),
        ("İstanbul ends", [normalize("NFC", "İstanbul".lower()), "ends"]),
        ("", []),
        ("!? …", []),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert tokens_of(text) == expected


@given(st.lists(st.text("ab-", min_size=1)))
def test_parts_lose_only_hyphens(tokens: list[str]) -> None:
    assert "".join(parts(tokens)) == "".join(tokens).replace("-", "")


# -- stems, phrases ----------------------------------------------------------------------------------------------


def test_stems_leave_out_stop_words_and_endings() -> None:
    assert words("The models are released.").stems == words("A model releases it").stems
    assert words("Open-source models").stems == words("open source model").stems
    assert words("Open‑source models").stems == words("open source model").stems
    assert words("The school's bus").stems == words("the school bus").stems
    assert words("not the").stems == frozenset()


def test_a_language_forgets_words_before_it_holds_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("argmap.check.words.language._MOST_KNOWN", 3)
    matter = _Matter(str.upper, frozenset({"the"}))
    assert [matter[word] for word in ["a", "the", "b", "c", "a"]] == ["A", "", "B", "C", "A"]
    assert len(matter) <= 3


def test_of_phrases_with_one_start_the_longest_counts() -> None:
    assert words("It runs as long as it rains").hits("conditionals") == [(2, 5)]
    assert words("only if it rains").hits("conditionals") == [(0, 2), (1, 2)]
    assert words("as long as").hits("conditionals") == [(0, 3)]
    assert words("as long").hits("conditionals") == []
    assert words("as").hits("conditionals") == []


@given(st.lists(st.sampled_from(["not", "only", "if", "as", "so", "long", "x", "no", "doubt", "in", "case"])))
def test_hits_agree_with_looking_everywhere(tokens: list[str]) -> None:
    entries = {"as long as", "so long as", "if", "only if", "in case"}
    expected = []
    for start in range(len(tokens)):
        ends = [end for end in range(start + 1, len(tokens) + 1) if " ".join(tokens[start:end]) in entries]
        if ends:
            expected.append((start, max(ends)))
    assert ENGLISH.hits(tokens).get("conditionals", []) == expected


@pytest.mark.parametrize(
    ("text", "negative"),
    [
        ("Cars are loud", False),
        ("Cars aren’t loud", True),
        ("Cars are not loud without reason", False),
        ("Neither cars nor buses are loud", True),
        ("Cars are not only loud", False),
        ("No doubt cars are loud", False),
        ("No doubt cars are not loud", True),
    ],
)
def test_negation(text: str, negative: bool) -> None:
    assert words(text).is_negative is negative


def test_words_are_said_as_they_are_written() -> None:
    assert words("Don’t go, İstanbul!").said(0, 2) == "Don’t go"
    assert words("He left İstanbul for Rome").said(2, 4) == "İstanbul for"


def test_a_text_without_language_has_all_its_words() -> None:
    plain = Words("The Models", None, {})
    assert plain.stems == {"the", "models"}
    assert plain.hits("negators") == []


def test_tags_are_no_words() -> None:
    m = argmap.parse("[A]: Cars are #not loud.\n").map
    found = Subject(m).words(m["A"])
    assert found.tokens == ["cars", "are", "loud"]
    assert found.said(2, 3) == "loud"


@pytest.mark.parametrize("code", languages())
def test_files_of_languages_are_well_formed(code: str) -> None:
    tongue = language(code)
    english = language("en")
    assert tongue.lists <= english.lists, "a list that no rule looks for"
    for word in tongue.stop | tongue.abbreviations:
        assert tokens_of(word) == [word]
    file = tomllib.loads(files("argmap.check.words").joinpath("languages", f"{code}.toml").read_text("utf-8"))
    found = [(name, entry) for name, entries in file["lists"].items() for entry in entries]
    found += [(name, entry) for name, entry in file["words"].items() if name != "verb-endings"]
    for name, entry in found:
        for word in entry.replace("|", " ").split():
            assert tokens_of(word) == [word], f"{name} has {word!r}, which is never one token"
    for name in file["words"]:
        assert name not in file["lists"]


def test_a_name_of_a_language_is_no_path() -> None:
    assert language("../en") is None
    assert language("") is None
    assert language("de_AT") is not None


# -- synonyms ----------------------------------------------------------------------------------------------------


def synonyms(*groups: object) -> dict[str, str]:
    return dict(Subject(argmap.ArgumentMap(data={"synonyms": list(groups)})).synonyms)


def test_lists_of_synonyms_with_a_word_in_common_are_one() -> None:
    found = synonyms(["car", "auto"], ["tram", "streetcar"], ["auto", "tram"], ["bus", "coach"])
    assert len({found[stem] for stem in ["car", "auto", "tram", "streetcar"]}) == 1
    assert found["bus"] == found["coach"] != found["car"]


def test_synonyms_of_other_form_are_left_alone() -> None:
    assert synonyms("car", 3, None, {"a": 1}, [1, None], []) == {}
    assert dict(Subject(argmap.ArgumentMap(data={"synonyms": "car"})).synonyms) == {}


@given(st.lists(st.lists(st.sampled_from("qwrtzpsdfg"), max_size=4), max_size=8))
def test_synonyms_agree_with_joining_by_hand(groups: list[list[str]]) -> None:
    sets = [{letter} for letter in "qwrtzpsdfg"]
    for group in groups:
        joined = [each for each in sets if each & set(group)]
        sets = [each for each in sets if not each & set(group)] + ([set().union(*joined)] if joined else [])
    found = synonyms(*groups)
    for each in sets:
        assert len({found.get(stem, stem) for stem in each}) == 1
    assert len({found.get(letter, letter) for letter in "qwrtzpsdfg"}) == len(sets)


# -- speed -------------------------------------------------------------------------------------------------------


def natural(count: int, size: int = 14) -> list[str]:
    """Texts of which the words are as common as in a language: the second is half as common as the first, and so on."""
    rng = random.Random(count)
    small = sorted(ENGLISH.stop)[:150]
    made = {"".join(rng.choices("bdfgklmnprst", k=3)) + rng.choice(["ing", "er", "ed", "s", ""]) for _ in range(90_000)}
    vocabulary = small + sorted(made)[:20_000]
    weights = list(accumulate(1 / (rank + 1) for rank in range(len(vocabulary))))
    return [" ".join(rng.choices(vocabulary, cum_weights=weights, k=size)) for _ in range(count)]


def test_words_of_many_claims_are_found_fast() -> None:
    m = argmap.ArgumentMap()
    for text in natural(10_000):
        m.claim(text)
    subject = Subject(m)
    start = time.process_time()
    for claim in m.claims:
        subject.words(claim)
    between = time.process_time()
    assert subject.alike is not None
    end = time.process_time()
    # Some fifteen times what it takes: a busy machine takes longer, but what is quadratic takes minutes.
    assert between - start < 4
    assert end - between < 6
