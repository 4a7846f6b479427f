"""What the texts of a lesson say, read as a pupil reads them."""

from __future__ import annotations

import pytest
from pypdf import PdfReader

import argmap
from argmap.classroom.lesson.expecting import difficulties
from argmap.classroom.lesson.handout import handout
from argmap.classroom.lesson.plan import plan
from argmap.classroom.lesson.reading import reading
from argmap.classroom.lesson.slides import slides
from argmap.classroom.lesson.telling import in_words, outline
from argmap.classroom.sheets import LOOKS, write
from argmap.classroom.sheets.markdown import markdown_of
from tests.classroom.lesson.debates import eight


@pytest.fixture(scope="module")
def small():
    return eight()


def test_an_outline_reads_as_sentences(small):
    said = markdown_of(outline(plan(small), ""))
    assert "**First:** Many people can only come on Sundays." in said
    assert "**Moreover:** Pupils need a quiet place" in said
    assert "Name the claim in question:" in said
    assert "## In favour" in said
    assert "What speaks for: In favour" not in said
    assert "What speaks for: Keep powerful models" in markdown_of(outline(plan(argmap.datasets.open_vs_closed()), ""))


def test_a_question_in_a_title_has_no_full_stop_behind_it():
    m = argmap.datasets.open_vs_closed()
    said = markdown_of(in_words(m, plan(m), ""))
    assert "**Who pays for the next model?**" in said.replace("? **", "?**")
    assert "?." not in said.replace("\\", "")


def test_one_claim_in_question_is_no_choice_of_positions(small):
    first, second, *_ = slides(plan(small)).slides
    assert second.title == "The claim in question"
    assert "for or against" in str(first.blocks)
    assert "Some say: The library should open on Sundays." in markdown_of(reading(small, plan(small), ""))
    two = slides(plan(argmap.datasets.school_uniforms())).slides
    assert two[1].title == "The positions"
    assert "which position" in str(two[0].blocks)


def test_the_notes_say_a_piece_of_advice_once(small):
    made = plan(small)
    found = difficulties(made.part, made.level, made.words)
    advice = [text.partition(". ")[2] for text in found if "Nothing in the map answers" in text]
    assert len(advice) == 1
    (told,) = [text for text in found if "Nothing in the map answers" in text]
    assert "“It costs money that other branches need” or “Staff can take another day off”" in told
    assert "they win for that reason" in told


def test_large_print_has_a_page_for_each_reason_and_no_other_but_the_first(tmp_path):
    made = plan(argmap.datasets.open_vs_closed())
    path = write(handout(made, LOOKS["large"], ""), tmp_path / "map.pdf", LOOKS["large"])
    pages = [page.extract_text() for page in PdfReader(path).pages]
    reasons = [reason for camp in made.part.debate.camps for reason in camp.reasons]
    assert len(pages) == 1 + len(reasons)
    assert "There is more on the poster" in " ".join(pages[0].split())
    for page, reason in zip(pages[1:], reasons, strict=True):
        assert all(point.title in " ".join(page.split()) for point in reason.walk())


def test_a_small_map_is_one_picture_on_one_page(small, tmp_path):
    path = write(handout(plan(small), LOOKS["standard"], ""), tmp_path / "map.pdf", LOOKS["standard"])
    (page,) = PdfReader(path).pages
    said = " ".join(page.extract_text().split())
    assert all(claim.text in said for claim in small.claims)


def test_only_what_is_in_the_pictures_of_a_map_is_explained(small):
    said = markdown_of(handout(plan(small), LOOKS["standard"], ""))
    assert "× speaks against the step" in said
    assert "A box with a bar" not in said  # there is none
    assert "≠" not in said
    two = markdown_of(handout(plan(argmap.datasets.school_uniforms()), LOOKS["standard"], ""))
    assert "A box with a bar" in two
    assert "≠ joins two boxes of which exactly one is true" in two
    assert "×" not in two


def test_a_number_is_no_title():
    for text in (
        "[A]: It rained.\n  + <A1>\n    + [C1]: The street is wet.\n",
        "<A1>\n\n(1) [C1]: The street is wet.\n----\n(2) [A]: It rained.\n",
    ):
        m = argmap.parse(text).map
        assert "**Because:** The street is wet." in markdown_of(in_words(m, plan(m), ""))


def test_the_index_says_of_a_poster_what_it_is_wherever_it_stands():
    words = plan(eight()).words
    assert all("The whole map" in words.say(f"lesson.material.poster-{name}.about") for name in ("a3", "a4", "tabloid"))
