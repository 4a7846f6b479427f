"""Every debate that comes with argmap: it can be found, it reads without a word of complaint, it is well made."""

import re
from pathlib import Path

import pytest

import argmap.datasets as datasets
from argmap.diagnostics import Severity
from argmap.errors import ReadError, UnknownNameError
from argmap.model.records import Argument, Claim
from argmap.text import parse
from argmap.text.formatter import format_text

EXAMPLES = Path(__file__).parents[2] / "examples"

REASON_WORDS = re.compile(r"\b(because|therefore|thus|hence|consequently|accordingly)\b", re.IGNORECASE)
POINTS_OUTSIDE = re.compile(r"^(this|that|these|those|it|they|such)\b", re.IGNORECASE)

each_dataset = pytest.mark.parametrize("name", datasets.names())


def citations(record: Claim | Argument) -> list[tuple[str, str]]:
    """The quotations of a claim or an argument, as (source, quote)."""
    cites = record.data.get("cites", [])
    return [(cite["source"], cite["quote"]) for cite in (cites if isinstance(cites, list) else [cites])]


def test_the_names_are_the_files():
    assert datasets.names() == ("open_vs_closed", "phones_in_class", "school_uniforms", "wet_street")


@each_dataset
def test_every_dataset_has_its_function(name):
    assert getattr(datasets, name)() == datasets.load(name)
    assert name in datasets.__all__


@each_dataset
def test_no_diagnostics(name):
    result = parse(datasets.path(name).read_text(encoding="utf-8"), name)
    assert [item for item in result.diagnostics if item.severity is not Severity.INFO] == []


@each_dataset
def test_the_official_reader_agrees_that_it_is_valid(name, official):
    answer = official.read(datasets.path(name).read_text(encoding="utf-8"))
    assert (answer.errors, answer.exception) == ((), None)


@each_dataset
def test_a_map_is_fresh_at_every_call(name):
    first, second = datasets.load(name), datasets.load(name)
    assert first == second
    first.claim("One more claim.")
    assert first != second


@each_dataset
def test_every_record_is_titled_worded_and_placed(name):
    m = datasets.load(name)
    for record in m:
        assert record.title, record
        assert record.text, f"{record.id} is only referred to"
        assert len(record.title) <= 40, record.title
        assert len(record.text.split()) <= 25, record.text
        assert record.text.endswith("."), record.text
    if m.sections:
        assert [record.id for record in m if record.section is None] == []


@each_dataset
def test_claims_are_single_sentences_without_reasoning(name):
    for claim in datasets.load(name).claims:
        assert claim.text.count(". ") == 0, claim.text
        assert not REASON_WORDS.search(claim.text), claim.text
        assert not POINTS_OUTSIDE.match(claim.text), claim.text
        assert ";" not in claim.text, claim.text


@each_dataset
def test_no_title_names_both_a_claim_and_an_argument(name):
    m = datasets.load(name)
    assert {claim.title for claim in m.claims}.isdisjoint(argument.title for argument in m.arguments)


@each_dataset
def test_the_map_hangs_together(name):
    m = datasets.load(name)
    links = [{relation.source, relation.target} for relation in m.relations]
    links += [{a.id, step.conclusion, *step.premises} for a in m.arguments for step in a.steps]
    reached = set(links.pop())
    while touching := [link for link in links if link & reached]:
        reached = reached.union(*touching)
        links = [link for link in links if not link <= reached]
    assert reached == {record.id for record in m}


@each_dataset
def test_data_words_mean_what_the_page_says(name):
    m = datasets.load(name)
    sides, sources = m.data.get("sides", {}), m.data.get("sources", {})
    for record in m:
        assert set(record.data) <= {"side", "values", "scheme", "cites", "weight", "status", "speech"}, record.id
        assert record.side is None or record.side in sides, record.id
        assert 0 <= record.data.get("weight", 0.5) <= 1, record.id
        for source, quote in citations(record):
            assert source in sources, record.id
            assert quote, record.id
    for participant in m.data.get("participants", {}).values():
        assert participant["side"] in sides


@each_dataset
def test_each_side_has_as_many_arguments(name):
    m = datasets.load(name)
    counts = {side: sum(a.side == side for a in m.arguments) for side in m.data.get("sides", {})}
    assert len(set(counts.values())) <= 1, counts


@pytest.mark.parametrize("name", ["nope", "", "../errors", "open_vs_closed.argdown", "OPEN_VS_CLOSED"])
def test_an_unknown_name_is_refused(name):
    for call in (datasets.path, datasets.load, datasets.reading):
        with pytest.raises(UnknownNameError, match="The datasets are: open_vs_closed, "):
            call(name)


def test_an_unknown_name_gets_the_nearest_one():
    with pytest.raises(UnknownNameError, match=r"Did you mean 'open_vs_closed'\?"):
        datasets.path("open_closed")


def test_a_dataset_without_a_reading_says_which_have_one():
    with pytest.raises(UnknownNameError, match=r"'wet_street' has no reading.* open_vs_closed\."):
        datasets.reading("wet_street")


def test_a_spoilt_file_is_an_error_with_diagnostics(tmp_path, monkeypatch):
    (tmp_path / "spoilt.argdown").write_text("[A]: one [B] two\n", encoding="utf-8")
    monkeypatch.setattr(datasets, "_FOLDER", tmp_path)
    with pytest.raises(ReadError, match=r"spoilt\.argdown:1:") as caught:
        datasets.load("spoilt")
    assert caught.value.diagnostics


@pytest.mark.parametrize("name", ["open_vs_closed.argdown", "open_vs_closed.md"])
def test_the_copy_in_examples_is_the_same(name):
    original = datasets.path("open_vs_closed").with_name(name)
    assert (EXAMPLES / name).read_bytes() == original.read_bytes()


@pytest.mark.parametrize("name", datasets.names())
def test_every_map_is_laid_out_as_the_formatter_does(name: str) -> None:
    assert not format_text(datasets.path(name).read_text(encoding="utf-8")).changed
