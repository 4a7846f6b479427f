"""Slides as one HTML file that needs nothing else: with a script one at a time, without it as a page that scrolls."""

from __future__ import annotations

import html
from importlib.resources import files
from itertools import groupby
from typing import TYPE_CHECKING

from argmap.classroom.sheets.html import document, variables
from argmap.classroom.sheets.html_blocks import Body
from argmap.classroom.sheets.look import LOOKS
from argmap.classroom.sheets.showing import plain, runs_from_right, shown_deck
from argmap.classroom.sheets.slide_fitting import fitted
from argmap.classroom.sheets.slide_flow import BULLET, Line
from argmap.language import Words
from argmap.render.page.lettering import all_faces

if TYPE_CHECKING:
    from argmap.classroom.sheets.blocks import Deck, Table
    from argmap.classroom.sheets.look import Look
    from argmap.classroom.sheets.slide_fitting import Fitted


def html_of(deck: Deck, look: Look = LOOKS["standard"]) -> str:
    """Return slides as an HTML page that loads nothing.

    Arrow keys, the space bar, a click and buttons turn the slides; ``#3`` in the address leads to the third. Each
    slide is printed on a page of its own.

    Args:
        deck: The slides.
        look: Their colours and fonts; sizes are those of slides.

    Raises:
        PictureError: A picture on them is not SVG.

    Example:
        >>> from argmap.classroom.sheets.blocks import Deck, Paragraph, Slide
        >>> page = html_of(Deck("rain", "Rain", (Slide("Rain", (Paragraph("It rains."),)),)))
        >>> '<section class="slide" id="1"' in page
        True
    """
    deck = shown_deck(deck)
    words = Words.of(deck.language)
    body = Body(words)
    pages = fitted(deck, words)
    slides = "\n".join(_slide(page, n, body, words) for n, page in enumerate(pages, 1))
    title = deck.title or words.say("sheets.untitled")
    count = words.say("sheets.slides.count", n="\ue000", total="\ue001")
    inside = (
        f'<main>\n<h1 class="vh" dir="auto">{html.escape(title)}</h1>\n{slides}\n</main>\n'
        f'<nav aria-label="{_said("controls", words)}"><button type="button" aria-label="{_said("previous", words)}">'
        f'<span aria-hidden="true">‹</span></button><output data-said="{html.escape(count)}"></output>'
        f'<button type="button" aria-label="{_said("next", words)}"><span aria-hidden="true">›</span></button></nav>'
    )
    sizes = {f"s{size:g}": size for page in pages for size in (page.size, page.title_size)}
    style = "\n".join(
        (
            all_faces(title + inside + "0123456789", look.family),
            f":root{{{variables(look)}}}",
            files(__package__).joinpath("slides.css").read_text("utf-8"),
            *(f".{name}{{font-size:calc({size:g}*var(--u))}}" for name, size in sorted(sizes.items())),
            *body.rules.values(),
        )
    ).replace("</", "<\\/")
    script = files(__package__).joinpath("slides.js").read_text("utf-8")
    return document(title, deck.language, style, inside, (script,))


def _slide(page: Fitted, number: int, body: Body, words: Words) -> str:
    text = "".join(_flow(page, body))
    text = f'<div class="text s{page.size:g}">{text}</div>' if text else ""
    figure = body.html([page.picture]) if page.picture is not None else ""
    name = "beside" if page.is_beside else "below" if text and figure else "alone" if figure else "words"
    if page.is_picture_first and text:
        name, text, figure = f"{name} first", figure, text
    notes = (
        f'<details class="notes"><summary>{_said("showNotes", words)}</summary><p dir="auto">{html.escape(page.notes)}'
        "</p></details>"
        if page.notes
        else ""
    )
    return (
        f'<div class="deck"><section class="slide" id="{number}" tabindex="-1" aria-labelledby="t{number}">'
        f'<h2 id="t{number}" class="s{page.title_size:g}" dir="auto"><span>{html.escape(page.title)}</span></h2>'
        f'<div class="body {name}">{text}{figure}</div><p class="number" aria-hidden="true">{number}</p></section>'
        f"{notes}</div>"
    )


def _flow(page: Fitted, body: Body) -> list[str]:
    parts: list[str] = []
    for kind, some in groupby(page.flow, key=_kind):
        if kind == "table":
            parts += [_table(part, body) for part in some if not isinstance(part, Line)]
            continue
        lines = [part for part in some if isinstance(part, Line)]
        if kind in ("ul", "ol"):
            parts.append(_listing(lines, kind, body))
        elif kind == "choices":
            parts.append(f'<ul class="choices">{"".join(_choice(line, body) for line in lines)}</ul>')
        else:
            for line in lines:
                words = body.text(line.text)
                parts.append(f'<p dir="auto">{f"<strong>{words}</strong>" if line.bold else words}</p>')
    return parts


def _kind(part: Line | Table) -> str:
    if not isinstance(part, Line):
        return "table"
    if part.number:
        return "ol"
    return {"": "p", BULLET: "ul"}.get(part.marker, "choices")


def _choice(line: Line, body: Body) -> str:
    mark, _, letter = line.marker.partition(" ")
    is_tick = mark in ("☐", "☑")
    tick = f'<span class="tick" aria-hidden="true">{"✓" if mark == "☑" else ""}</span>' if is_tick else "<span></span>"
    words = body.text(line.text)
    words = f"<strong>{words}</strong>" if line.bold else words
    letter = letter if is_tick else line.marker
    return f'<li>{tick}<b class="letter">{html.escape(letter)}</b><span dir="auto">{words}</span></li>'


def _listing(lines: list[Line], tag: str, body: Body) -> str:
    """Return the lines of a list, those that are deeper in lists of their own."""
    turned = ' dir="rtl"' if runs_from_right(lines[0].text) else ""
    made, depth = "", -1
    for line in lines:
        level = min(line.level, depth + 1)
        if level > depth:
            start = f' start="{line.number}"' if line.number > 1 else ""
            made += f"<{tag}{turned}{start}>"
        else:
            made += "</li>" + f"</{tag}></li>" * (depth - level)
        made += f'<li dir="auto">{body.text(line.text)}'
        depth = level
    return made + f"</li></{tag}>" * (depth + 1)


def _table(table: Table, body: Body) -> str:
    head = "".join(f'<th scope="col" dir="auto">{body.text(cell)}</th>' for cell in table.head)
    rows = "".join(
        "<tr>" + "".join(f'<td dir="auto">{body.text(cell)}</td>' for cell in row) + "</tr>" for row in table.rows
    )
    head = f"<thead><tr>{head}</tr></thead>" if any(map(plain, table.head)) else ""
    return f"<table>{head}<tbody>{rows}</tbody></table>"


def _said(key: str, words: Words) -> str:
    return html.escape(words.say(f"sheets.slides.{key}"))
