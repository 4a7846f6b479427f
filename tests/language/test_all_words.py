"""Every word that a pupil or a teacher gets comes from the catalogue or from the map: nothing is said in code.

All of it is made in a language that has no Latin letters, from maps that have none either; what is found in Latin letters
comes from elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle

import pytest

import argmap
from argmap import language
from argmap.classroom import rounds
from argmap.classroom.comparing.class_report import ClassReport, summary_of
from argmap.classroom.comparing.class_sheet import class_sheet
from argmap.classroom.comparing.matching import Prepared
from argmap.classroom.comparing.report import as_key
from argmap.classroom.exercises import KINDS
from argmap.classroom.exercises.setting import NoMaterialError
from argmap.classroom.quiz.formats.markdown import write as quiz_as_markdown
from argmap.classroom.quiz.formats.printable import key_of_sheet, sheet_of
from argmap.classroom.sheets.html import html_of
from argmap.language import Words
from argmap.render import Size, draw, to_svg
from argmap.render.styles import STYLES
from argmap.view import ROLES, Diagram, Label, with_legend
from tests.language.seeing import LATIN, seen, seen_of_html
from tests.language.tongue import CODE, greek, in_greek, made_up
from tests.render.drawings import every_kind, every_mark

_MAPS = ("open_vs_closed", "wet_street")
_SPEECHES = {speech.code for each in rounds.formats() for speech in each.speeches}
_ALLOWED = {
    *_SPEECHES,  # the codes of speeches are the same in all languages
    *(each.id for each in rounds.formats()),  # what a format is called where it is chosen
    *(name for code in ("en", "de", "es", "fr") for name in [language.catalogue(code)["name"]]),  # languages to choose
    *("Home", "End", "Enter", "Esc", "Space"),  # keys of the keyboard
    "PDF",
    "argmap",
    *("RA", "CA"),  # the nodes of the Argument Interchange Format
}
_CODE_OF_BOX = re.compile(r"[A-Za-z]|×+")
"""A box, an option, a seat or a key of the keyboard: one letter, and often a digit; the sign of a contradiction."""


@pytest.fixture(autouse=True)
def tongue(monkeypatch):
    tables = {CODE: made_up()}
    known, codes = language.catalogue, language.languages()
    monkeypatch.setattr(language, "catalogue", lambda code: tables[code] if code in tables else known(code))
    monkeypatch.setattr(language, "languages", lambda: (*codes, CODE))


def latin(text: str) -> list[str]:
    """Return the lines with a word in Latin letters that is not allowed."""
    return [line for line in text.splitlines() if any(map(_is_foreign, LATIN.findall(line)))]


def _is_foreign(word: str) -> bool:
    if _CODE_OF_BOX.fullmatch(word):
        return False
    return word not in _ALLOWED and not any(code.lstrip("0123456789") == word for code in _WITHOUT_DIGITS)


_WITHOUT_DIGITS = {re.sub(r"\d", "", code) for code in _SPEECHES}


def _shown(*sheets) -> str:
    return "\n".join(seen_of_html(html_of(sheet)) for sheet in sheets)


def test_a_word_in_code_would_be_found():
    assert latin("Нате\nHint: Нате") == ["Hint: Нате"]
    assert latin("K7: Ραιν (1AC, 4:00)") == []
    assert latin(Words(CODE).say("sheets.name")) == []
    assert latin("\n".join(claim.text for claim in greek("open_vs_closed").claims)) == []


@pytest.mark.parametrize("name", _MAPS)
def test_exercises(name):
    made = set()
    for kind in KINDS:
        try:
            exercise = greek(name).exercise(kind, seed=1)
        except NoMaterialError as error:
            told = str(error)
            exercise = None
        if exercise is not None:
            made.add(kind)
            told = _shown(exercise.sheet(), exercise.key())
        assert latin(told) == [], kind
    if name == "open_vs_closed":
        assert made > set(KINDS) - {"hidden_premise", "steelman", "linked_or_convergent"}


@pytest.mark.parametrize("name", _MAPS)
def test_quizzes(name):
    quiz = greek(name).quiz(40, seed=1)
    assert len(quiz.questions) > 5
    text = quiz_as_markdown(quiz)[0].decode()
    assert latin(text + _shown(sheet_of(quiz), key_of_sheet(quiz))) == []


@pytest.mark.parametrize(
    ("name", "form"), [("open_vs_closed", "pf"), *(("phones_in_class", f.id) for f in rounds.formats())]
)
def test_rounds(name, form):
    m = greek(name)
    flow = m.flow(form)
    sheets = [*rounds.briefs(m, form), rounds.judge_sheet(m, form), rounds.role_cards(m, form, 0), flow.sheet("none")]
    text = "\n".join((flow.markdown(carries=False), seen_of_html(flow.page()), *flow.notes, _shown(*sheets)))
    assert latin(text) == []


def _of_a_pupil(name: str) -> argmap.ArgumentMap:
    """A map with a claim missing, one more, one in other words, and a sign turned round."""
    m = greek(name)
    claims = list(m.claims)
    m.remove(claims[2])
    m.claim("Κάτι άλλο.")
    m.replace(claims[0], text=f"{claims[0].text} Ναι.")
    return m


@pytest.mark.parametrize("name", _MAPS)
def test_feedback_and_the_report_on_a_class(name):
    found = _of_a_pupil(name).compare(greek(name))
    assert found.edits
    text = "\n".join(found.told())
    for level in (1, 2, 3):
        report = found.report(level)
        text += "\n".join(hint.text for hint in found.hints(level).hints)
        text += _shown(report, as_key(report, found, name="", words=found.words))
    assert latin(text) == []
    summaries = [summary_of("Αδα", found), summary_of("Βεν", greek(name).compare(greek(name)))]
    report = ClassReport([Prepared(greek(name))], "Αβγ", pupils=summaries)
    assert latin(_shown(class_sheet(report, found.words))) == []


def _told(name: str) -> Iterator[str]:
    key, pupil, other = greek(name), _of_a_pupil(name), greek(name)
    first = next(iter(other.claims))
    other.replace(first, text=f"{first.text} Οχι.")
    other.remove(list(other.claims)[3])
    merged = argmap.merge(pupil, other, names=["Αδα", "Βεν"])
    assert merged.conflicts
    yield str(merged)
    yield str(key.diff(pupil))


@pytest.mark.parametrize("name", _MAPS)
def test_what_changed_and_what_could_not_be_merged(name):
    text = "\n".join(_told(name))
    # The tag of a conflict is written into the map, and told as it stands there.
    assert latin(text.replace("#conflict", "")) == []


@pytest.mark.parametrize("name", ["wet_street", "school_uniforms"])  # of one side, and of two
def test_a_lesson(name, tmp_path):
    made = greek(name).lesson(tmp_path / "lesson", looks=["standard"], pupils=20, minutes=60, level="14-16")
    assert len(made.files) > 40
    endings = (".html", ".pdf", ".docx", ".pptx")
    for file in made.files:
        if file.endswith(endings):
            assert latin(seen(tmp_path / "lesson" / file)) == [], file


_STYLES = sorted(set(STYLES) - {"auto"})


@pytest.mark.parametrize("style", _STYLES)
@pytest.mark.parametrize("name", ["school_uniforms", "wet_street"])
def test_pictures_of_changes_and_posters_of_several_sheets(name, style, tmp_path):
    before, after = greek(name), _of_a_pupil(name)
    for ending, options in ((".svg", {}), (".pdf", {"size": Size(page="a4-tiled")})):
        after.render(tmp_path / f"a{ending}", style=style, view=after.view(before=before), **options)
        text = seen(tmp_path / f"a{ending}")
        assert text
        assert latin(text) == []


def _with_every_mark() -> Diagram:
    """A diagram with every mark; every part that Toulmin names is played by some node."""
    drawn = every_mark("Ναι")
    parts = cycle(ROLES)
    nodes = tuple(replace(node, role=next(parts), label=Label.BOTH) for node in drawn.nodes)
    return with_legend(replace(drawn, nodes=nodes, language=CODE))


@pytest.mark.parametrize("style", _STYLES)
def test_pictures_with_every_kind_and_every_mark(style):
    for drawn in (in_greek(every_kind()), _with_every_mark()):
        assert latin(seen_of_html(to_svg(drawn, style=style))) == []


@pytest.mark.parametrize("form", ["txt", "md", "mermaid"])
def test_maps_as_text_with_every_kind_and_every_mark(form):
    for drawn in (in_greek(every_kind()), _with_every_mark(), greek("open_vs_closed"), Diagram(language=CODE)):
        text = draw(drawn, form).decode()
        if form == "mermaid":  # what stands in quotes is shown, and all else says how
            text = "\n".join("".join(found) for found in re.findall(r'"(.*?)"|acc(?:Title|Descr): (.*)', text))
        assert text
        assert latin(re.sub(r"<[^>]*>|&\w+;|https?:\S+|\S+[.]md", "", text)) == []
