"""A sheet as one HTML file that needs nothing else: for screens, phones and printers."""

from __future__ import annotations

import html
from importlib.resources import files
from typing import TYPE_CHECKING

from argmap.classroom.sheets.html_blocks import CARD_EDGES, Body
from argmap.classroom.sheets.ink import ink_of
from argmap.classroom.sheets.look import LOOKS, SIZES
from argmap.classroom.sheets.pdf import foot_of, small_size
from argmap.classroom.sheets.showing import runs_from_right, shown
from argmap.language import Words
from argmap.render.page.document import policy
from argmap.render.page.lettering import OTHERS, all_faces

if TYPE_CHECKING:
    from argmap.classroom.sheets.blocks import Sheet
    from argmap.classroom.sheets.look import Look

FALLBACKS = f'"{OTHERS}","Arimo","Liberation Sans",Arial,"Noto Sans",sans-serif'
"""The families that browsers are told to take for signs that the embedded font has not."""


def html_of(sheet: Sheet, look: Look = LOOKS["standard"]) -> str:
    r"""Return a sheet as an HTML page that loads nothing and runs nothing.

    Args:
        sheet: The sheet.
        look: How it looks.

    Raises:
        PictureError: A picture on it is not SVG.

    Example:
        >>> from argmap.classroom.sheets.blocks import Paragraph, Sheet
        >>> '<p dir="auto">1 &lt; 2</p>' in html_of(Sheet("sum", "Sum", (Paragraph("1 < 2"),)))
        True
    """
    sheet = shown(sheet)
    words = Words.of(sheet.language)
    body = Body(words, look)
    title = sheet.title or words.say("sheets.untitled")
    inside = body.html(sheet.blocks)
    number_words = words.say("sheets.page", n="0123456789", total="")
    footer = f'<footer dir="auto">{html.escape(sheet.footer)}</footer>' if sheet.footer else ""
    style = "\n".join(
        (
            all_faces(title + inside + sheet.footer + number_words, look.family),
            f":root{{{variables(look, is_landscape=sheet.is_landscape)}}}",
            files(__package__).joinpath("sheet.css").read_text("utf-8"),
            *body.rules.values(),
            _page_rules(sheet, look, words),
        )
    ).replace("</", "<\\/")
    return document(
        title, sheet.language, style, f'<main>\n<h1 dir="auto">{html.escape(title)}</h1>\n{inside}\n{footer}</main>'
    )


def document(title: str, language: str, style: str, body: str, scripts: tuple[str, ...] = ()) -> str:
    """Return a page with nothing in it but this style, this body and these scripts.

    Args:
        title: Its title, as text.
        language: The code of its language.
        style: Its style sheet.
        body: What is in it, as HTML.
        scripts: What runs in it.
    """
    rules = policy(style, scripts).replace("script-src ;", "script-src 'none';")
    direction = ' dir="rtl"' if language.split("-")[0] in ("ar", "dv", "fa", "he", "ks", "ps", "ug", "ur", "yi") else ""
    run = "".join(f"<script>{script}</script>\n" for script in scripts)
    return (
        f'<!DOCTYPE html>\n<html lang="{language}"{direction}>\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{rules}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n<meta name="generator" content="argmap">\n'
        f"<title>{html.escape(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n{body}\n{run}</body>\n</html>\n"
    )


def variables(look: Look, *, is_landscape: bool = False) -> str:
    """Return what of the style depends on the look, as properties of CSS."""
    ink = ink_of(look)
    width, height = sorted(SIZES[look.paper], reverse=is_landscape)
    small = small_size(look) / look.size
    values = {
        "font": f'"{look.family}",{FALLBACKS}',
        "size": f"{look.size:g}pt",
        "leading": f"{look.leading:g}",
        "spacing": f"{look.spacing:g}em",
        "small": f"{small:.3f}rem",
        "title": "1.5rem" if look.is_large else "1.8rem",
        "ruled": "13mm" if look.is_large else "9mm",
        "paper": f"{width:g}mm",
        "figure": f"{height - 70:g}mm",
        "cardheight": f"{height - CARD_EDGES:g}mm",
        "desk": "#e4e8ed" if look.has_colour else "#ffffff",
        "boxline": ink.soft if look.has_colour else ink.line,
        "boxbar": f"4px solid {ink.accent}" if look.has_colour else f"1.5px solid {ink.line}",
        "boxround": "0" if look.has_colour else "4px",
        **ink._asdict(),
    }
    return ";".join(f"--{name}:{value}" for name, value in values.items())


def _page_rules(sheet: Sheet, look: Look, words: Words) -> str:
    small = f"font:{small_size(look):g}pt var(--font);color:{ink_of(look).muted}"
    number = words.say("sheets.page", n="\ue000", total="\ue001")
    number = _css(number).replace("\ue000", '" counter(page) "').replace("\ue001", '" counter(pages) "')
    orientation = " landscape" if sheet.is_landscape else ""
    paper = {"a4": "A4", "letter": "letter"}[look.paper]
    left, right = ("right", "left") if runs_from_right(sheet.footer) else ("left", "right")
    foot = (
        f"@bottom-{left}{{content:{_css(foot_of(sheet, look))};{small};white-space:pre-wrap}}"
        f"@bottom-{right}{{content:{number};{small};white-space:nowrap}}"
    )
    return (
        f"html{{font-size:max(16px,{look.size * 4 / 3:.2f}px)}}\n@media print{{html{{font-size:{look.size:g}pt}}}}\n"
        f"@page{{size:{paper}{orientation};margin:18mm 20mm 22mm;{foot}}}\n@page cards{{margin:10mm 10mm 20mm}}"
    )


def _css(text: str) -> str:
    """Return a text as a string of CSS."""
    safe = "".join(sign if sign.isalnum() or sign in " .,;:·()-_\ue000\ue001" else f"\\{ord(sign):x} " for sign in text)
    return f'"{safe}"'
