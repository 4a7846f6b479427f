"""Schemes are suggested for reasons that can be read in the argument, and often enough the right ones."""

import re
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.errors import ArgmapError, ModelError, UnknownNameError
from argmap.schemes import scheme_named, schemes, suggest
from argmap.schemes.cues import cues
from argmap.schemes.suggesting import parts_of
from tests.bench.schemes import SAMPLES, declared, drawn_at_random, hits, most_frequent, samples


def test_the_samples_have_two_arguments_for_each_scheme():
    pairs = tomllib.loads(SAMPLES.read_text("utf-8"))
    assert list(pairs) != []
    assert set(pairs) == {scheme.id for scheme in schemes()}
    assert all(len(set(pair)) == 2 for pair in pairs.values())


def test_suggestions_do_better_than_guessing():
    # `python -m tests.bench.schemes` prints the figures; these floors are well below them.
    found = hits(declared())
    assert found.first > 0.4 > most_frequent(declared()).first
    assert found.first_three > 0.6 > most_frequent(declared()).first_three
    unseen = samples(1)
    assert hits(unseen).first > 0.15 > max(most_frequent(unseen).first, drawn_at_random(unseen).first)
    assert hits(unseen).first_three > 0.2 > max(most_frequent(unseen).first_three, drawn_at_random(unseen).first_three)
    assert hits(samples(0)).first > 0.8


def test_every_scheme_has_cues_and_every_cue_its_sense():
    known = cues("en")
    assert known is not None
    assert {cue.scheme for cue in known.cues} == {scheme.id for scheme in schemes()}
    for cue in known.cues:
        assert 0 < cue.weight < 1
        assert cue.part in ("", "conclusion", "premises")
        assert cue.premise is None or 1 <= cue.premise <= len(scheme_named(cue.scheme).premises)
        assert re.fullmatch(r"[a-z][^.“”]*[a-z]", cue.means)
        assert cue.pattern.search("") is None


@pytest.mark.parametrize("case", samples(), ids=lambda case: case.scheme)
def test_reasons_quote_words_of_the_argument(case):
    found = suggest(case.text, limit=100)
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)
    for each in found:
        assert 0 < each.score < 1
        assert each.reasons
        for reason in each.reasons:
            assert re.fullmatch(r"“[^”]+” .+\.", reason)
            assert reason[1 : reason.index("”")] in " ".join(case.text.split())
        assert "may fit" in str(each)
        assert each.to_data()["scheme"] == each.scheme.id


@given(st.text(max_size=300))
def test_any_text_may_be_asked_about(text):
    found = suggest(text)
    assert len(found) <= 3
    assert found == suggest(text)


def test_a_long_text_is_looked_at_in_part():
    assert suggest(", " * 100_000 + "for example") == []
    assert suggest("For example, " + "x" * 100_000)[0].scheme.id == "example"


def test_an_argument_of_a_map_is_looked_at_whole():
    m = argmap.ArgumentMap()
    goal = m.claim("We should take the bus", title="Bus")
    sketch = m.argument("Cars stink", title="Stink")
    m.relate(sketch, "support", goal)
    m.relate(m.claim("Our goal is cleaner air"), "support", sketch)
    assert parts_of("Stink", m) == ("Cars stink\nOur goal is cleaner air", "We should take the bus")
    assert suggest("Stink", m)[0].scheme.id == "practical_reasoning"
    assert suggest(m["Stink"], m) == suggest("Stink", m)
    with pytest.raises(ModelError, match="is a claim"):
        suggest("Bus", m)
    with pytest.raises(UnknownNameError, match="Did you mean 'Stink'"):
        suggest("Stinks", m)
    with pytest.raises(ArgmapError, match="Give the map as well"):
        suggest(m["Stink"])


def test_without_cues_of_a_language_nothing_is_suggested():
    text = "According to Dr Meyer it is so."
    assert suggest(text, language="en-GB") == suggest(text) != []
    assert suggest(text, language="tlh") == suggest(text, language="../x") == []
    m = argmap.ArgumentMap(data={"language": "tlh"})
    m.argument(text, title="A")
    assert suggest("A", m) == []
    assert suggest("A", m, language="en") == suggest(text)
    assert suggest(text, limit=0) == suggest(text, limit=-1) == []
