"""A sheet as PDF, ready to print: set by Typst, with the fonts that come with argmap, tagged for those who listen."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from argmap.classroom.extra import needed
from argmap.classroom.sheets.fitting import shortened
from argmap.classroom.sheets.ink import ink_of
from argmap.classroom.sheets.look import LOOKS
from argmap.classroom.sheets.pdf_data import Pages, breakable, placing_on, text_data
from argmap.classroom.sheets.placing import paper_of
from argmap.classroom.sheets.showing import shown
from argmap.classroom.sheets.tightening import tightness
from argmap.classroom.sheets.typefaces import typefaces
from argmap.language import Words

if TYPE_CHECKING:
    from argmap.classroom.sheets.blocks import Sheet
    from argmap.classroom.sheets.look import Look
    from argmap.classroom.sheets.tightening import TextEnd

_NUMBER, _TOTAL = "\ue000", "\ue001"  # stand for the numbers of pages until Typst knows them


def pdf_of(sheet: Sheet, look: Look = LOOKS["standard"]) -> bytes:
    """Return a sheet as the bytes of a PDF file.

    Texts are handed to Typst as data and never read as markup. The same sheet gives the same bytes.

    Args:
        sheet: The sheet.
        look: How it looks.

    Raises:
        MissingExtraError: Typst is not installed.
        PictureError: A picture on it is not SVG.

    Example:
        >>> from argmap.classroom.sheets.blocks import Paragraph, Sheet
        >>> pdf_of(Sheet("rain", "Rain", (Paragraph("It *rains*."),)))[:8]
        b'%PDF-1.7'
    """
    needed("typst", "Printed sheets")
    data = data_of(sheet, look)

    def ends(tight: float) -> list[TextEnd]:
        return asked("sheet.typ", "<text-ends>", data | {"tight": tight}, look)

    return typeset("sheet.typ", data | {"tight": tightness(ends)}, look)


def data_of(sheet: Sheet, look: Look) -> dict[str, Any]:
    """Return a sheet as the data that `sheet.typ` sets, without what a pupil is not to see."""
    sheet = shown(sheet)
    words = Words.of(sheet.language)
    paper = paper_of(look, is_landscape=sheet.is_landscape)
    pages = Pages(words, placing_on(paper, look.smallest))
    return {
        "title": sheet.title or words.say("sheets.untitled"),
        "heading": text_data(sheet.title or words.say("sheets.untitled")),
        "footer": breakable(foot_of(sheet, look)),
        "blocks": pages.data(sheet.blocks),
        "pictures": [list(picture) for picture in pages.pictures],
        "paper": paper._asdict(),
        "words": {"page": page_words(words), "answer": words.say("sheets.answer")},
        **language_data(sheet.language),
    }


def foot_of(sheet: Sheet, look: Look) -> str:
    """Return as much of the foot of a sheet as fits into two lines beside the number of the page."""
    room = paper_of(look, is_landscape=sheet.is_landscape).text_width * 0.68
    return shortened(sheet.footer, room / small_size(look) / (1 + 2 * look.spacing), 2)


def small_size(look: Look) -> float:
    """Return the size of footers and labels, in points."""
    return max(look.smallest, look.size * 0.82)


def page_words(words: Words) -> list[str]:
    """Return the words at the foot of a page: ``n`` and ``total`` for its number, other words after ``=``."""
    said = words.say("sheets.page", n=_NUMBER, total=_TOTAL)
    parts: list[str] = []
    for sign in said:
        if sign in (_NUMBER, _TOTAL):
            parts.append("n" if sign == _NUMBER else "total")
        elif parts and parts[-1][:1] == "=":
            parts[-1] += sign
        else:
            parts.append(f"={sign}")
    return parts


def language_data(code: str) -> dict[str, Any]:
    """Return a language as Typst names it: ``de-AT`` is German of a region."""
    language, *others = code.split("-")
    region = next((other.upper() for other in others if len(other) == 2 and other.isalpha()), None)
    return {"lang": language.lower(), "region": region}


def typeset(template: str, data: dict[str, Any], look: Look) -> bytes:
    """Return what Typst makes of data: PDF/UA-1, which holds what those need who listen, where it can be.

    It cannot be with pictures, which are PDF themselves, and where no font has a sign; the file is tagged as well then.

    Args:
        template: The file beside this one that sets it.
        data: What it sets.
        look: How it looks.

    Raises:
        MissingExtraError: Typst is not installed.
    """
    typst = needed("typst", "Printed sheets")
    folders, given = _given(template, data, look)
    compiler = _compiler(folders)
    given["format"] = "pdf"
    made: bytes
    if not data["pictures"]:
        try:
            made = compiler.compile(**given, pdf_standards="ua-1")
        except typst.TypstError:
            pass
        else:
            return made
    made = compiler.compile(**given)
    return made


def asked(template: str, label: str, data: dict[str, Any], look: Look) -> list[Any]:
    """Return what a template says of itself once it is set, wherever it puts a label; nothing is written.

    Args:
        template: The file beside this one that sets it.
        label: The label.
        data: What it sets.
        look: How it looks.

    Raises:
        MissingExtraError: Typst is not installed.
    """
    typst = needed("typst", "Printed sheets")
    folders, given = _given(template, data, look)
    said = typst.query(selector=label, field="value", font_paths=list(folders), ignore_system_fonts=True, **given)
    found: list[Any] = json.loads(said)
    return found


def _styled(data: dict[str, Any], look: Look) -> tuple[tuple[str, ...], dict[str, Any]]:
    """Return the folders of the fonts that data need, and the data with all that tells how they look."""
    written = json.dumps({**data, "pictures": []}, ensure_ascii=False)
    found = typefaces([written], look.family)
    large = look.is_large
    return found.folders, data | {
        "author": "argmap",
        "ink": ink_of(look)._asdict(),
        "look": {
            "size": look.size,
            "small": small_size(look),
            "title": 1.5 if large else 1.8,
            "leading": look.leading,
            "between": max(look.leading - 1, 0.05),
            "gap": look.leading,
            "spacing": look.spacing,
            "colour": look.has_colour,
            "ground": look.ground,
            "fonts": found.families,
        },
    }


def _given(template: str, data: dict[str, Any], look: Look) -> tuple[tuple[str, ...], dict[str, Any]]:
    """Return the folders of the fonts that data need, and what Typst is given to set them."""
    folders, data = _styled(data, look)
    return folders, {
        "input": {"main.typ": _template(template), "words.typ": _template("words.typ")},
        "sys_inputs": {"data": json.dumps(data, ensure_ascii=False)},
    }


def _template(name: str) -> bytes:
    return files(__package__).joinpath(name).read_bytes()


@lru_cache(maxsize=4)
def _compiler(folders: tuple[str, ...]) -> Any:
    typst = needed("typst", "Printed sheets")
    return typst.Compiler(font_paths=list(folders), ignore_system_fonts=True)
