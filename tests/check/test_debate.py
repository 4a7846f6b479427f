"""The rules of the debate: speeches, answers and what stands; over generated maps and against answers by hand."""

from __future__ import annotations

from time import process_time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap import datasets
from argmap.check import Settings, find
from argmap.check.data_values import number
from argmap.check.speeches import Speeches
from argmap.check.subject import Subject
from argmap.evaluate import grounded
from argmap.model import ArgumentMap
from argmap.text import parse
from tests.maps import maps, values

DEBATE = Settings(select=("DIA",))
NAMES = ["Ada 1", "Ben 1", "Cem 2", "Dia 2"]
WORDS: dict[str, list[Any]] = {
    "role": ["rebuttal", "grounds", "warrant", "impact", "weighing", "link turn", "impact_turn"],
    "status": ["accepted", "rejected", "conceded", "withdrawn", "disputed"],
    "speech": [*NAMES, "Eve 9", ["Ada 1", "Cem 2"]],
    "side": ["open", "closed"],
    "weight": [0, 0.5, 1, True, 10**400],
    "cites": ["report"],
    "impact": ["yes"],
}


@st.composite
def debates(draw, *, argdown: bool = False):
    m = draw(maps(argdown=argdown))
    for record in list(m):
        chosen = {key: draw(st.sampled_from(words)) for key, words in WORDS.items() if draw(st.booleans())}
        if not argdown and draw(st.integers(0, 4)) == 0:
            chosen[draw(st.sampled_from(sorted(WORDS)))] = draw(values)
        chosen = {key: value for key, value in chosen.items() if not argdown or value != 10**400}
        m.replace(record, data={**record.data, **chosen})
    speech = st.one_of(
        st.sampled_from(NAMES),
        st.fixed_dictionaries(
            {"id": st.sampled_from(NAMES)},
            optional={"side": st.sampled_from(["open", "closed"]), "new": st.booleans(), "answers": st.booleans()},
        ),
    )
    if draw(st.booleans()):
        m.data["speeches"] = draw(st.lists(speech, max_size=4) if argdown else st.lists(speech, max_size=4) | values)
    if draw(st.booleans()) and not argdown:
        m.data["thesis"] = draw(st.sampled_from([record.id for record in m]) | values) if len(m) else draw(values)
    m.data["participants"] = {"ada": {"name": "Ada", "side": "open"}, "ben": "Ben"}
    return m


@given(debates())
def test_rules_never_raise_and_say_the_same_twice(m):
    found = find(m, DEBATE, labelling=grounded)
    assert found == find(m, DEBATE, labelling=grounded)
    assert all(finding.span is None for finding in found[0])


@given(debates(argdown=True))
def test_places_lie_in_the_text(m):
    read = parse(m.to_argdown(), "case.argdown").map
    for finding in find(read, DEBATE, labelling=grounded)[0]:
        spans = [finding.span, *(span for span, _ in finding.related)]
        assert all(0 <= span.start <= span.end <= len(read.source.text) for span in spans)


@pytest.mark.parametrize("name", datasets.names())
def test_our_debates_are_clean_at_standard(name):
    found = find(datasets.load(name), Settings(), labelling=grounded)[0]
    assert [finding for finding in found if finding.code.startswith("DIA")] == []


def speeches(text: str) -> Speeches:
    return Subject(parse(text).map).shared(Speeches)


def test_speeches_come_in_the_order_of_the_text_where_none_are_listed():
    found = speeches("<B>: Two. {speech: second}\n\n<A>: One. {speech: first}\n\n[C]: Three. {speech: second}")
    assert [speech.id for speech in found.all] == ["second", "first"]
    assert not found.is_declared
    assert not any(speech.is_side_given for speech in found.all)


def test_speeches_of_the_front_matter():
    found = speeches(
        "===\nspeeches:\n  - {id: s1, side: ban}\n  - {id: s2, speaker: Ben, answers: true}\n  - s3\n"
        "  - {id: s4, side: ban, new: false}\nparticipants: {ben: {name: Ben, side: allow}}\n===\n\n"
        "<A>: One. {speech: s3, side: ban}\n\n<B>: Two. {speech: s9}"
    )
    assert [(s.side, s.is_side_given, s.must_answer, s.may_introduce) for s in found.all] == [
        ("ban", True, False, True),
        ("allow", True, True, True),
        ("ban", False, True, True),
        ("ban", True, True, False),
    ]
    assert found.all[1].speaker == "ben"
    assert [(record.id, name) for record, name in found.unknown] == [("B", "s9")]
    assert found.next_against(found.all[0], "ban").id == "s2"
    assert found.next_against(found.all[1], "allow").id == "s3"
    assert found.next_against(found.all[1], "ban") is None


def test_what_is_named_again_was_taken_up_again():
    found = speeches("[T]: Yes.\n  + <A>: One. {speech: s1}\n  - <B>: Two. {speech: s2}\n\n<A> {speech: s3}")
    assert [speech.id for speech in found.all] == ["s1", "s2", "s3"]
    assert [[speech.id for speech in found.of(point)] for point in found.points] == [["s1", "s3"], ["s2"]]


def test_data_changed_after_reading_win():
    m = parse("<A>: One. {speech: s1}").map
    m.replace("A", data={"speech": "s2"})
    assert [speech.id for speech in Subject(m).shared(Speeches).all] == ["s2"]


def test_claims_of_an_argument_are_said_with_it():
    found = speeches("<A>: One. {speech: s1, side: ban}\n\n(1) [P]: Two.\n----\n(2) [C]: Three.")
    assert found.first("P").id == found.first("C").id == "s1"
    assert found.side_of("P") == "ban"
    assert [point.id for point in found.points] == ["A"]


@pytest.mark.parametrize(("value", "found"), [(1, 1.0), (0.5, 0.5), (True, None), ("1", None), (10**400, None)])
def test_numbers(value, found):
    assert number(value) == found


@pytest.mark.parametrize("shape", ["chain", "star", "speeches", "circle"])
def test_cost_is_linear(shape):
    def time(size: int) -> float:
        m = ArgumentMap()
        data = {"speech": "s", "side": "a", "role": "rebuttal"} if shape == "speeches" else {}
        nodes = [m.claim(f"Claim {number}", data=data) for number in range(size)]
        for place in range(1, size):
            target = nodes[0] if shape == "star" else nodes[place - 1]
            m.relate(nodes[place], "support" if shape == "speeches" else "attack", target)
            if shape == "speeches":
                m.replace(nodes[place], data={**data, "speech": f"s{place}", "side": f"side {place % 3}"})
        if shape == "circle":
            m.relate(nodes[0], "attack", nodes[-1])
        start = process_time()
        find(m, DEBATE, labelling=grounded)
        return process_time() - start

    time(100)
    small, large = min(time(501) for _ in range(3)), time(4001)
    assert large < 8 * small * 3 + 0.1
