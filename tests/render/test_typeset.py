import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.render.bidi import levels_of, visual_order
from argmap.render.text_width import text_width
from argmap.render.typeset import NARROWEST_BOX, is_plain, set_line
from tests.maps import texts
from tests.render.scripts import ALWAYS, WITH_FONTS, bare, packaged

__all__ = ["bare", "packaged"]


def width_of(runs):
    return sum(run.width for run in runs)


def seen(text: str) -> str:
    """Return a text in the order in which it stands, from left to right."""
    return "".join(text[index] for index in visual_order(levels_of(text)))


class TestOrder:
    @pytest.mark.parametrize(
        ("read", "stands"),
        [
            ("plain text", "plain text"),
            ("אבג", "גבא"),
            ("a אב b", "a בא b"),
            ("אב 12 גד", "דג 12 בא"),
            ("אב 1,234.5% גד", "דג 1,234.5% בא"),
            ("אב, גד.", "דג ,בא."),  # a stop at the end of a line from left to right stays there
            ("\u200fאב.\u200f", "\u200f.בא\u200f"),  # ... and goes along between two marks
            ("\u202bאב.\u202c", "\u202c.בא\u202b"),  # ... and in a text from right to left
            ("\u202bאב API ג.\u202c", "\u202c.ג API בא\u202b"),
            ("\u202bAPI אב (v2.0), 12\u202c", "\u202c12 ,)v2.0( בא API\u202b"),  # brackets are turned as they are drawn
            ("\u202bab, cd.\u202c", "\u202c.ab, cd\u202b"),
            ("\u202b(ab) 1.\u202c", "\u202c.1 )ab(\u202b"),
            ("אב (cd) ה", "בא (cd) ה"),
            ("ع 12", "12 ع"),
            ("a (אב) b", "a (בא) b"),
            ("", ""),
        ],
    )
    def test_lines_stand_as_the_standard_says(self, read, stands):
        assert seen(read) == stands

    @given(st.text(alphabet="ab אבعم12٣ ().,-+%$/:[]\u0301\u05b0\u200f\u202e\u2067", max_size=30))
    def test_nothing_is_lost(self, text):
        assert sorted(seen(text)) == sorted(text)

    def test_marks_that_turn_text_round_are_let_go(self):
        assert levels_of("ab\u202ecd\u2067ef") == [0] * 8


class TestLines:
    def test_latin_is_as_wide_as_argmap_measures(self):
        text = "The school should start at nine"
        for bold in (False, True):
            assert width_of(set_line(text, bold=bold)) == pytest.approx(text_width(text, bold=bold), rel=0.01)

    @pytest.mark.parametrize("script", [*ALWAYS, *WITH_FONTS])
    def test_every_script_is_set(self, packaged, script):
        text = {**ALWAYS, **WITH_FONTS}[script]
        for bold in (False, True):
            runs = set_line(text, bold=bold)
            assert all(run.face is not None for run in runs)
            assert all(glyph.number for run in runs for glyph in run.glyphs)
            assert "".join(run.words for run in sorted(runs, key=lambda run: run.start)) == text
            told = "".join(glyph.words for run in runs for glyph in run.glyphs)
            assert sorted(told) == sorted(text)

    def test_arabic_letters_join(self, packaged):
        (joined,) = set_line("بيت")
        apart = [set_line(letter)[0] for letter in "بيت"]
        assert joined.width < 0.8 * width_of(apart)

    def test_an_emoji_of_several_signs_is_one(self, packaged):
        (run,) = set_line("👩‍👩‍👧‍👦")
        assert len(run.glyphs) == 1

    def test_bold_is_bolder(self, packaged):
        assert width_of(set_line("Bold")) < width_of(set_line("Bold", bold=True))
        assert set_line("a", family="Atkinson Hyperlegible", bold=True)[0].face.font.path.name.endswith("Bold.ttf")

    def test_a_sign_without_font_keeps_its_place(self, bare):
        runs = set_line("a中b")
        assert [(run.face is None, run.words) for run in runs] == [(False, "a"), (True, "中"), (False, "b")]
        assert runs[1].width == text_width("中")
        assert set_line("\u0c4d")[0].width == NARROWEST_BOX

    def test_a_letter_and_its_marks_have_one_font(self, packaged):
        assert len(set_line("e\u0301\u0302x")) == 1

    @given(texts)
    def test_any_text_is_set(self, text):
        runs = set_line(text)
        assert width_of(runs) >= 0
        is_plain(text)
