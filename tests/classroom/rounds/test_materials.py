"""Briefs, the judge's sheet and role cards."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap.classroom import rounds
from argmap.classroom.rounds.questions import questions_to
from argmap.classroom.sheets import write
from argmap.classroom.sheets.blocks import Box, Cards, KeyOnly, Lines, Paragraph, Sheet, Table, Together
from argmap.classroom.sheets.markdown import markdown_of
from argmap.errors import ArgmapError
from tests.classroom.lesson.debates import eight
from tests.classroom.rounds import GOLDEN
from tests.golden import check_golden
from tests.maps import maps

FORMATS = [form.id for form in rounds.formats()]
DEBATE = """\
===
title: Phones
sources:
  study: {title: A study of phones}
===

[Ban]: Ban phones. {side: for}
  + <Attention>: A phone draws the eye. {side: for, scheme: negative_consequences}
    - <Off>: It can be off. {side: against}
      - <Not off>: It never is. {side: for}

<Not off>

(1) Nobody checks it. {cites: {source: study, quote: "Nobody checks."}}
(2) What nobody checks is not done.
----
(3) It is not off.

[Ban]
  - <A tool>: A phone looks words up. {side: against, scheme: positive_consequences}
"""


def words(sheet):
    return markdown_of(sheet)


@pytest.mark.parametrize("name", ["school_uniforms", "open_vs_closed"])
def test_what_the_sheets_say(name):
    m = argmap.datasets.load(name)
    sheets = [*rounds.briefs(m, "pf"), rounds.judge_sheet(m, "pf"), rounds.role_cards(m, "pf", pupils=6)]
    check_golden(GOLDEN / f"{name}.md", "\n".join(markdown_of(sheet) for sheet in sheets))


@pytest.mark.parametrize("form", ["policy", "bp"])
def test_what_a_flow_says(form):
    check_golden(GOLDEN / f"flow-{form}.md", argmap.datasets.open_vs_closed().flow(form).markdown())


def test_a_refutation_in_four_steps():
    pro, con = rounds.briefs(argmap.parse(DEBATE).map, "ld")
    (attacks, case) = (block for block in pro.blocks if isinstance(block, Table))
    ((they, but, because, therefore),) = attacks.rows
    assert they[1] == " Off: It can be off."
    assert but[1] == " Not off: It never is."
    assert because == "Nobody checks it. What nobody checks is not done."
    assert therefore == "“Attention” still stands."
    # There is no answer to their case yet: the cells are empty, to be filled in.
    assert case.rows[0][1:] == ("", "", "")
    assert "“Nobody checks.” A study of phones" in words(pro)
    # The other side asks what the scheme leaves open.
    assert "**1\\. Attention:** " in words(con)
    assert "**4\\. A tool:** " in words(pro)


def test_what_was_dropped_is_for_the_judge_s_key():
    sheet = rounds.judge_sheet(argmap.datasets.school_uniforms(), "pf")
    assert any(isinstance(block, KeyOnly) for block in sheet.blocks)
    assert "Quiet mornings" not in words(sheet)
    assert "Quiet mornings" in words(sheet.key("Key"))


def test_four_teams_have_ranks():
    said = words(rounds.judge_sheet(argmap.datasets.school_uniforms(), "bp"))
    assert "Closing opposition" in said
    assert "Which team was first" in said


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("pupils", [1, 7, 30, 400])
def test_every_pupil_has_a_card(form, pupils):
    sheet = rounds.role_cards(argmap.datasets.school_uniforms(), form, pupils)
    (cards,) = (block for block in sheet.blocks if isinstance(block, Cards))
    assert len(cards.cards) == pupils
    assert len({card.corner for card in cards.cards}) == pupils


def test_a_seat_for_every_speaker():
    for form in rounds.formats():
        cards = rounds.role_cards(argmap.datasets.school_uniforms(), form.id).blocks[-1].cards
        speakers = {(s.side, s.speaker) for s in form.speeches if s.side}
        assert len(cards) == len(speakers) + 2
        said = [part for card in cards for text in card.more if isinstance(text, str) for part in text.split(". ")]
        for speech in form.columns:
            assert sum(part.startswith(f"{speech.code}: ") for part in said) == 1


def test_too_many_pupils():
    with pytest.raises(ArgmapError, match="Role cards are for 1 to 400 pupils, not 401"):
        rounds.role_cards(argmap.ArgumentMap(), "pf", 401)


@settings(max_examples=12, deadline=None)
@given(maps(), st.sampled_from(FORMATS))
def test_sheets_of_any_map(m, form):
    for sheet in (*rounds.briefs(m, form), rounds.judge_sheet(m, form), rounds.role_cards(m, form, 5)):
        assert markdown_of(sheet.key("Key"))


def test_no_letter_in_a_question_is_left_unexplained():
    """Critical questions speak of their scheme in letters; debaters see what these stand for."""
    for m in (argmap.datasets.open_vs_closed(), argmap.datasets.school_uniforms()):
        flow = m.flow("pf")
        for side in ("pro", "con"):
            for ask in questions_to(m, flow, side):
                first, _, told = ask.question.partition("?")
                letters = re.findall(r"\b[A-Z]\b", first)
                assert all(re.search(rf"\b{letter}\b", told) for letter in letters), ask.question


def test_plain_questions_come_first_and_each_argument_has_one_before_any_has_two():
    m = argmap.datasets.school_uniforms()
    pro, con = (questions_to(m, m.flow("pf"), side) for side in ("pro", "con"))
    assert pro[0].question == "Can A be done at all? Here “A should be done” means: “Our school should have a uniform”."
    assert [ask.about for ask in pro[:4]] == ["Same for all", "Quiet mornings"] * 2
    assert "Their argument has this pattern: “If A is done, G will plausibly follow.”" in pro[1].question
    assert con[0].question == "Does another value come first here?"


def test_a_side_without_a_claim_of_its_own_and_points_without_titles_have_words():
    m = argmap.ArgumentMap("Sundays?")
    thesis = m.claim("Open on Sundays")
    m.support("Many come on Sundays", thesis)
    off = m.claim("Staff need a day off")
    m.rebut(off, thesis)
    m.rebut("They can take another", off)
    pro, con = rounds.briefs(m, "pf")
    assert "**We speak against this:** Open on Sundays" in words(con)
    assert "does not hold" in words(pro)
    assert "“2.”" not in words(pro)
    assert "Point 2 does not hold." in words(pro)
    assert "**Pro:** Open on Sundays. **Con:** speaks against this." in words(rounds.judge_sheet(m, "pf"))


def test_a_role_card_has_a_line_for_each_thing(tmp_path):
    import docx
    from pypdf import PdfReader

    sheet = rounds.role_cards(argmap.datasets.open_vs_closed(), "pf", 4)
    card = sheet.blocks[-1].cards[0]
    lines = [markdown_of(Sheet("x", "x", (Paragraph(text),))).splitlines()[2] for text in card.front]
    assert lines[0] == "**Pro, Speaker 1**"
    assert [line for line in lines if line.startswith("**")] == [
        lines[0],
        "**Your job:** Say what the debate is about. Set out your case.",
        "**Yours to say:**",
        lines[-1],
    ]
    said = "\n".join(page.extract_text() for page in PdfReader(write(sheet, tmp_path / "r.pdf")).pages)
    assert "\nYours to say:\n1. Safety" in said
    made = docx.Document(str(write(sheet, tmp_path / "r.docx")))
    assert "Yours to say:" in [paragraph.text for paragraph in made.tables[-1].rows[0].cells[0].paragraphs]
    assert '<p dir="auto"><strong>Yours to say:</strong></p>' in write(sheet, tmp_path / "r.html").read_text("utf-8")


def test_the_codes_of_speeches_are_explained_on_what_pupils_get():
    m = eight()
    for form in FORMATS:
        flow = m.flow(form)
        said = markdown_of(flow.sheet("none"))
        assert all(speech.code in said.rpartition("|")[2] for speech in flow.format.columns), form
    assert "Pro constructive (PC, Speaker 1) 4:00" in markdown_of(rounds.briefs(m, "pf")[0])


def test_a_brief_sends_nobody_to_the_flow_sheet_that_is_empty():
    said = "".join(map(markdown_of, rounds.briefs(argmap.datasets.open_vs_closed(), "pf")))
    assert "more, in the map" in said
    assert "flow sheet" not in said


def test_a_brief_without_open_questions_has_lines_for_ones_own():
    for sheet in rounds.briefs(eight(), "pf"):
        last = sheet.blocks[-1]
        assert isinstance(last, Together)
        assert last.blocks[-1] == Lines(2)
    asked = rounds.briefs(argmap.datasets.open_vs_closed(), "pf")[0].blocks[-1]
    assert not any(isinstance(block, Lines) for block in asked.blocks)


def test_in_large_print_the_four_steps_stand_below_each_other():
    normal, large = (rounds.briefs(eight(), "pf", is_large=is_large)[1] for is_large in (False, True))
    rows = [row for block in normal.blocks if isinstance(block, Table) for row in block.rows]
    boxes = [block for block in large.blocks if isinstance(block, Box)]
    assert not any(isinstance(block, Table) for block in large.blocks)
    assert len(boxes) == len(rows) == 4
    for row, box in zip(rows, boxes, strict=True):
        assert sum(isinstance(block, Lines) for block in box.blocks) == sum(not cell for cell in row)
    assert "They say:" in markdown_of(large)


def test_what_is_to_be_said_on_a_role_card_ends_with_a_whole_word():
    m = argmap.ArgumentMap("Long")
    thesis = m.claim("It should be so")
    m.support(" ".join(["Everybody"] * 40), thesis)
    (cards,) = [block for block in rounds.role_cards(m, "pf", pupils=2).blocks if isinstance(block, Cards)]
    (said,) = [text for text in cards.cards[0].more if isinstance(text, str) and "Everybody" in text]
    assert said.endswith("Everybody …")
