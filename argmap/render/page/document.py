"""The page as a whole: its parts in order, and the policy that lets nothing else into it."""

from __future__ import annotations

import base64
import hashlib
import html
import re
from collections import Counter
from dataclasses import replace
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from argmap.render.engine import EngineNotFound, EngineTimeout
from argmap.render.heading import is_from_right
from argmap.render.page.colouring import colour_rules
from argmap.render.page.controls import button, help_dialog, icon, label, toolbar, zoom_buttons
from argmap.render.page.facts import facts_of, plain
from argmap.render.page.island import island
from argmap.render.page.layouts import Layouts, layouts_of
from argmap.render.page.lettering import FAMILY, OTHERS, all_faces
from argmap.render.page.outlining import nested_list, outline
from argmap.render.page.pictures import Drawn, drawn
from argmap.render.page.reading import details_of, quotes_of
from argmap.render.page.relayout import graphviz_script, parts_of_graph
from argmap.render.page.words import Words, languages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.render.page.facts import Facts
    from argmap.render.page.reading import Quotes
    from argmap.render.picture import Picture

SCRIPTS = (
    "state",
    "picture",
    "zoom",
    "paint",
    "branch",
    "layouts",
    "relayout",
    "list",
    "search",
    "filter",
    "reading",
    "details",
    "steps",
    "keyboard",
    "settings",
    "links",
    "start",
)
"""The parts of the script, in the order in which they are put together."""

LISTED = 20_000
"""The most boxes of a map that has a picture on its page; a larger one is a list."""

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


def document(picture: Picture) -> str:
    """Return the page of a picture as HTML; the same picture gives the same page.

    Raises:
        EngineError: If the layout program fails.
        EngineNotFound: If the page is to lay the map out anew, and what that takes is not installed.
    """
    light = ""
    if picture.theme.paper is not None:  # the page has both looks, and paper is white
        picture = replace(picture, theme=replace(picture.theme, light=picture.theme.paper, dark=picture.theme.light))
        light = ' data-light="dark"'
    facts = facts_of(picture)
    quotes = quotes_of(facts, picture.map, picture.tell)
    tongue = _language_of(picture)
    words = Words.of(tongue or "en")
    direction = ' dir="rtl"' if is_from_right(picture.diagram) else ""
    lang = (f' lang="{tongue}"' if tongue else "") + direction
    image, layouts = _pictures(picture, facts)
    rows = outline(facts.items)
    # A map without a title is called by what it is about.
    title = plain(picture.diagram.title) or next((item.name for item in facts.items if item.is_thesis), "")
    head = _head(picture, facts, title, words, lang)
    body = "".join(
        (
            f'<a class="skip" href="#list">{words.tag("skipList")}</a>',
            f'<header class="head"{direction}>{head}</header>',
            toolbar(
                words,
                layouts,
                has_picture=image is not None,
                has_reading=bool(quotes.readings),
                has_dark=picture.theme.dark is not None,
            ),
            '<main class="work"><div class="main">',
            _map(image, words, _missing(picture) if image is not None else ""),
            # On paper the picture, with the title in it, has a sheet of its own, and what is told of it comes after.
            f'<div class="paper"{direction}>{head}</div>' if image is not None else "",
            f'<section id="list" tabindex="-1" aria-labelledby="list-h"><h2 id="list-h">{words.tag("list")}</h2>'
            f'<p class="hint">{words.tag("listHint")} <button type="button" id="b-openAll" hidden>'
            f'{words.tag("openAll")}</button> <button type="button" id="b-closeAll" hidden>{words.tag("closeAll")}'
            "</button></p>",
            nested_list(rows, facts.items, quotes, words, lang, direction),
            "</section>",
            _sources(quotes, words, lang),
            '</div><div class="aside" id="aside">',
            f'<section id="details" aria-labelledby="details-h" tabindex="-1" hidden><div class="panel">'
            f'{button("close", words, is_plain=True)}<h2 id="details-h" class="vh">{words.tag("details")}</h2>'
            f'<div id="details-body"{direction}></div></div></section>',
            _readings(quotes, words, lang),
            "</div></main>",
            help_dialog(words),
            '<div id="say" class="vh" role="status"></div>',
        )
    )
    turned = ' class="from-right"' if direction else ""
    scripts = [_script()]
    graph = None
    if picture.relayout and image is not None:
        scripts.insert(0, graphviz_script())
        graph = parts_of_graph(picture, facts)
    data = island(facts, rows, quotes, layouts, words.code, picture.diagram.named_sides, graph)
    style = _style(picture, image, layouts, body + data)
    run = "".join(f"<script>{script}</script>\n" for script in scripts)
    return (
        f'<!DOCTYPE html>\n<html lang="{words.code}"{light}>\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy(style, scripts, runs_wasm=graph is not None)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n<meta name="generator" content="argmap">\n'
        f"<title>{html.escape(title) or 'argmap'}</title>\n<style>{style}</style>\n</head>\n"
        f'<body{turned}>\n{body}\n<script type="application/json" id="data">{data}</script>\n'
        f"{run}</body>\n</html>\n"
    )


def policy(style: str, scripts: Sequence[str], *, runs_wasm: bool = False) -> str:
    """Return the content security policy: this style and these scripts, and nothing from anywhere else."""
    run = " ".join(f"'{_hash(script)}'" for script in scripts) + (" 'wasm-unsafe-eval'" if runs_wasm else "")
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src {run}; img-src data:; font-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _language_of(picture: Picture) -> str:
    """Return the language that the front matter names, or nothing."""
    data = picture.map.data if picture.map is not None else {}
    given = data.get("language", data.get("lang"))
    return given if isinstance(given, str) and _LANGUAGE.fullmatch(given) else ""


def _pictures(picture: Picture, facts: Facts) -> tuple[Drawn | None, Layouts]:
    boxes = len(picture.diagram.nodes)
    if boxes > LISTED:
        picture.tell(f"The map has {boxes:,} boxes, too many for a picture on a page: the page shows it as a list.")
        return None, Layouts([], 0, (), ())
    try:
        image = drawn(picture, facts)
    except (EngineNotFound, EngineTimeout):
        return None, Layouts([], 0, (), ())
    return image, layouts_of(picture, facts)


def _script() -> str:
    folder = files(__package__) / "script"
    parts = [(folder / f"{name}.js").read_text(encoding="utf-8") for name in SCRIPTS]
    return '"use strict";\n(() => {\n' + "\n".join(parts) + "})();\n"


def _style(picture: Picture, image: Drawn | None, layouts: Layouts, shown: str) -> str:
    characters = set(shown).union(*(set("".join(each.values())) for each in languages().values()))
    characters.update(map(chr, range(32, 127)))
    families = [FAMILY, OTHERS, *picture.theme.fonts]
    stack = ",".join(f'"{family}"' if re.fullmatch(r"[\w ]+", family) else "" for family in families if family)
    stack = ",".join(filter(None, stack.split(","))).replace('"sans-serif"', "sans-serif")
    rules = (*(image.rules if image else ()), *layouts.rules)
    dark = (*(image.dark if image else ()), *layouts.dark)
    css = (files(__package__) / "page.css").read_text(encoding="utf-8")
    parts = (
        all_faces("".join(sorted(characters)), FAMILY),
        f":root{{--font:{stack}}}",
        colour_rules(picture.theme, dict.fromkeys(rules), dark),
        css,
    )
    # Whatever a theme brings along, it cannot close the element.
    return "\n".join(parts).replace("</", "<\\/")


def _head(picture: Picture, facts: Facts, title: str, words: Words, lang: str) -> str:
    data: dict[str, Any] = picture.map.data if picture.map is not None else {}
    edges: Counter[str] = Counter()
    for edge in picture.diagram.edges:
        if not edge.ends_in_junction:
            edges[edge.kind.value] += 2 if edge.has_two_heads else 1  # one line, that goes both ways
    kinds = Counter(item.kind for item in facts.items)
    numbers = (
        ("claims", kinds["claim"]),
        ("arguments", kinds["argument"]),
        ("supports", edges["support"] + edges["entails"]),
        ("attacks", edges["attack"]),
        ("undercuts", edges["undercut"]),
    )
    counts = "".join(f"<li>{words.tag(key)} <b>{number}</b></li>" for key, number in numbers if number)
    theses = [item for item in facts.items if item.is_thesis]
    named = "; ".join(html.escape(item.name) for item in theses[:6]) + (" …" if len(theses) > 6 else "")
    main = f"<li>{words.tag('mainClaims')}{words.tag('colon')} <span{lang}>{named}</span></li>" if theses else ""
    judged = f"<li>{html.escape(plain(picture.diagram.judged))}</li>" if picture.diagram.judged else ""
    told = [plain(str(data[key])) for key in ("subTitle", "author", "date") if isinstance(data.get(key), str | int)]
    about = [" · ".join(filter(None, told)), data.get("abstract")]
    said = "".join(
        f"<p{lang}>{html.escape(plain(each.strip()))}</p>" for each in about if isinstance(each, str) and each
    )
    return f'<h1{lang}>{html.escape(title) or "argmap"}</h1><ul class="counts">{counts}{main}{judged}</ul>' + (
        f"<details><summary>{words.tag('about')}</summary>{said}</details>" if said else ""
    )


def _missing(picture: Picture) -> str:
    """Return the paragraph that tells, in the language of the map, what its picture leaves out; empty for nothing."""
    used, _ = picture.drawn
    if not used.diagram.notes:
        return ""
    said = html.escape(plain(" ".join(used.diagram.notes)))
    return f'<p class="note" id="in-part" lang="{used.diagram.language}">{said}</p>'


def _map(image: Drawn | None, words: Words, missing: str) -> str:
    if image is None:
        return f'<p class="note" id="no-picture">{words.tag("noPicture")}</p>'
    same = "" if missing else f'<p class="hint">{words.tag("mapSame")}</p>'
    return (
        f'<section id="map" aria-labelledby="map-h"><h2 id="map-h" class="vh">{words.tag("map")}</h2>'
        f'{missing}<div class="stage" id="stage">{image.svg}</div>{zoom_buttons(words)}{same}</section>'
    )


def _sources(quotes: Quotes, words: Words, lang: str) -> str:
    if not quotes.sources:
        return ""
    rows = []
    for source in quotes.sources.values():
        known = "; ".join(html.escape(each) for each in details_of({**source.data, "url": ""}) if each)
        url = source.data.get("url")
        link = ""
        if isinstance(url, str) and re.match(r"https?://", url):
            shown = html.escape(plain(url))
            link = f' <a href="{shown}" rel="noopener noreferrer">{shown}</a>'
        rows.append(
            f"<li{lang}><cite>{html.escape(quotes.title(source.id))}</cite>{'. ' if known else ''}{known}{link}</li>"
        )
    return (
        f'<section id="sources" aria-labelledby="sources-h"><h2 id="sources-h">{words.tag("sources")}</h2>'
        f"<ul>{''.join(rows)}</ul></section>"
    )


def _readings(quotes: Quotes, words: Words, lang: str) -> str:
    if not quotes.readings:
        return ""
    texts = "".join(f"<article{lang}>{text}</article>" for text in quotes.readings.values())
    return (
        f'<section id="reading" aria-labelledby="reading-h" tabindex="-1"><div class="panel">'
        f'<button type="button" id="b-closeReading" class="plain" {label("close", words)} hidden>'
        f"{icon('close')}</button>"
        f'<h2 id="reading-h">{words.tag("reading")}</h2>'
        f"{texts}</div></section>"
    )
