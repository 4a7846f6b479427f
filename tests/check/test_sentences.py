"""Where sentences end."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.check.words.language import language, tokens_of
from argmap.check.words.quoted import quoted
from argmap.check.words.sentences import sentences

ENGLISH, GERMAN = language("en"), language("de")


@pytest.mark.parametrize(
    "text",
    [
        "It rains. The street is wet.",
        "Is it so? Yes.",
        "It stops! We go home.",
        "They live in the U.S. The law there is new.",
        "He chose plan B. It costs less.",
        'She said "Stop." He went on.',
        "It rose by 3.5. That is much.",
        "It ended in 1999. The rest is known.",
        "Wait... The bus comes.",
        "“It rains.” “The street is wet.”",
    ],
)
def test_two_sentences(text: str) -> None:
    assert len(sentences(text, ENGLISH)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "",
        "It rains",
        "It rains.",
        "It rains. ",
        "Dr. Lee and Prof. J. R. Young agree.",
        "The U.S. Congress and the U.N. Charter matter.",
        "Some animals, e.g. Bengal tigers, are rare.",
        "It costs 3.5 million, i.e. No. 5 on the list.",
        "We ... Agree on that … Mostly.",
        'The rule "Learn. Rest. Repeat." is old.',
        "The rule (Learn. Rest. Repeat.) is old.",
        "The rule „Lernen. Ruhen.“ is old.",
        "visit example.com. or stay",
        "St. Mary's vs. St. Paul's",
    ],
)
def test_one_sentence(text: str) -> None:
    assert len(sentences(text, ENGLISH)) == 1


def test_a_number_with_a_dot_is_an_ordinal_in_german() -> None:
    assert len(sentences("Ab dem 3. Oktober gilt z. B. das neue Gesetz.", GERMAN)) == 1
    assert len(sentences("Das war 1999. Das Gesetz ist alt.", GERMAN)) == 2


@given(st.text(alphabet='ab AB.!?…"“”„«»()[] 1’\n', max_size=60))
def test_sentences_are_the_text_in_order(text: str) -> None:
    for tongue in (ENGLISH, GERMAN):
        found = sentences(text, tongue)
        assert found[0][0] == 0
        for (_, end), (start, _) in pairwise(found):
            assert end <= start
            assert text[end:start].isspace()
    for start, end in quoted(text):
        assert start < end <= len(text)


@pytest.mark.parametrize("part", ["“", "„", "«", "»", "(", '"', "A. ", "a... A", "’", "‘", "1,", "a.", "\u0300a"])
def test_long_texts_take_time_in_proportion(part: str) -> None:
    start = time.process_time()
    sentences(part * 20_000, ENGLISH)
    tokens_of(part * 20_000)
    assert time.process_time() - start < 2
