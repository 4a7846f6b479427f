"""The buttons and panels of the page; they are shown once its script runs."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from argmap.render.page.words import Words, languages

if TYPE_CHECKING:
    from argmap.render.page.layouts import Layouts

_ICONS = {
    "map": "M4 5h6v5H4zM14 14h6v5h-6zM7 10v3q0 3 3 3h4",
    "list": "M9 6h11M9 12h11M9 18h11M4 6h.01M4 12h.01M4 18h.01",
    "reading": "M12 7q-3-2.5-8-2v13q5-.5 8 2 3-2.5 8-2V5q-5-.5-8 2zM12 7v13",
    "search": "M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16 16l5 5",
    "filter": "M4 5h16l-6 8v6l-4-2v-4z",
    "steps": "M5 4v16M9 4l11 8-11 8z",
    "settings": "M4 7h9M17 7h3M15 5v4M4 17h3M11 17h9M9 15v4",
    "help": "M9 9a3 3 0 1 1 4.5 2.6Q12 12.5 12 14M12 18h.01",
    "tools": "M5 12h.01M12 12h.01M19 12h.01",
    "close": "M6 6l12 12M18 6L6 18",
    "zoomIn": "M12 5v14M5 12h14",
    "zoomOut": "M5 12h14",
    "fit": "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5",
    "moveLeft": "M15 5l-7 7 7 7",
    "moveRight": "M9 5l7 7-7 7",
    "moveUp": "M5 15l7-7 7 7",
    "moveDown": "M5 9l7 7 7-7",
    "back": "M15 5l-7 7 7 7",
    "next": "M9 5l7 7-7 7",
}


def icon(name: str) -> str:
    """Return a small picture for a button; it says nothing by itself."""
    return (
        f'<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="{_ICONS[name]}"/></svg>'
    )


def label(key: str, words: Words) -> str:
    """Return the attributes that name something by words that are not seen."""
    return f'aria-label="{html.escape(words.say(key))}" data-wl="{key}"'


def button(key: str, words: Words, attributes: str = "", *, is_plain: bool = False) -> str:
    """Return a button with its icon, and its words; plain ones have the icon alone, and a name for the ear."""
    if is_plain:
        return (
            f'<button type="button" id="b-{key}" class="plain" title="{html.escape(words.say(key))}" '
            f"{label(key, words)} {attributes}>{icon(key)}</button>"
        )
    return f'<button type="button" id="b-{key}" {attributes}>{icon(key)}{words.tag(key)}</button>'


def toolbar(words: Words, layouts: Layouts, *, has_picture: bool, has_reading: bool, has_dark: bool) -> str:
    """Return the bar that stays in sight."""
    views = button("map", words, 'aria-pressed="true"') if has_picture else ""
    views += button("list", words, 'aria-pressed="false"') if has_picture else ""
    reading = button("reading", words, 'aria-expanded="false" aria-controls="reading"') if has_reading else ""
    search = (
        f'<div class="find" role="search"><label for="find">{icon("search")}'
        f'<span class="vh">{words.tag("search")}</span></label><input id="find" type="search" autocomplete="off" '
        f'spellcheck="false" placeholder="{html.escape(words.say("search"))}" data-wp="search" '
        f'aria-controls="hits"></div>'
    )
    tools = "".join(
        (
            _shows(words, layouts) if has_picture else "",
            button("filter", words, 'aria-expanded="false" aria-controls="filter"'),
            button("steps", words, 'aria-pressed="false"'),
            button("settings", words, 'aria-expanded="false" aria-controls="settings"'),
            button("help", words, 'aria-haspopup="dialog"'),
        )
    )
    more = button("tools", words, 'aria-expanded="false" aria-controls="tools"', is_plain=True)
    return (
        f'<section class="bar" id="bar" {label("tools", words)} hidden><div class="row">'
        f'<div class="seg" role="group" {label("views", words)}>'
        f"{views}{reading}</div>{search}"
        f"{more}"
        f'<div class="tools" id="tools">{tools}</div></div>'
        f'<div class="pop" id="hits" hidden><ol></ol></div>'
        f'<div class="pop" id="filter" role="group" {label("filter", words)} hidden></div>'
        f"{_settings(words, has_dark=has_dark)}{_steps(words)}"
        f'<div class="strip" id="strip" hidden><span></span> <button type="button" id="b-everything">'
        f"{words.tag('everything')}</button></div>"
        f'<div class="strip" id="missing" hidden><span data-w="noSuch"></span> <button type="button" id="b-searchIt">'
        f'{icon("search")}{words.tag("search")}</button> <button type="button" id="b-closeMissing">{icon("close")}'
        f"{words.tag('close')}</button></div></section>"
    )


def _shows(words: Words, layouts: Layouts) -> str:
    options = [f'<option value="" data-w="whole">{html.escape(words.say("whole"))}</option>']
    for index, layout in enumerate(layouts.made):
        key = {"side": "onlySide", "section": "onlySection"}.get(layout.kind, "depth")
        if layout.kind == "depth":
            key = {"0": "depthNone", "1": "depthOne"}.get(layout.name, "depth")
        name = html.escape(layout.name)
        said = html.escape(words.say(key, x=layout.name))
        options.append(f'<option value="{index}" data-w="{key}" data-x="{name}">{said}</option>')
    if layouts.left_out:
        said = html.escape(words.say("leftOut", n=layouts.left_out))
        options.append(f'<option disabled data-w="leftOut" data-n="{layouts.left_out}">{said}</option>')
    if len(options) == 1:
        return ""
    return f'<label class="pick">{words.tag("show")} <select id="show">{"".join(options)}</select></label>'


def _settings(words: Words, *, has_dark: bool) -> str:
    def choice(value: str, key: str) -> str:
        return f'<option value="{value}" data-w="{key}">{html.escape(words.say(key))}</option>'

    lights = choice("auto", "lightAuto") + choice("light", "lightDay") + choice("dark", "lightDark")
    tongues = "".join(
        f'<option value="{code}" lang="{code}"{" selected" if code == words.code else ""}>{html.escape(each["name"])}'
        "</option>"
        for code, each in languages().items()
    )
    return (
        f'<div class="pop" id="settings" role="group" {label("settings", words)} hidden>'
        f'<label class="pick"{"" if has_dark else " hidden"}>{words.tag("light")} <select id="light">{lights}</select>'
        "</label>"
        f'<label class="pick">{words.tag("language")} <select id="language">{tongues}</select></label>'
        f'<label class="tick"><input type="checkbox" id="keys" checked> {words.tag("singleKeys")}</label></div>'
    )


def _steps(words: Words) -> str:
    return (
        f'<div class="strip" id="stepper" role="group" {label("steps", words)} hidden>{button("back", words)}'
        f'<span id="step-of"></span>{button("next", words)}'
        f'<label class="tick"><input type="checkbox" id="cover"> {words.tag("cover")}</label>'
        f'<button type="button" id="b-end">{icon("close")}{words.tag("end")}</button></div>'
    )


def zoom_buttons(words: Words) -> str:
    """Return the buttons under the picture."""
    keys = ("zoomIn", "zoomOut", "fit")
    moves = ("moveLeft", "moveUp", "moveDown", "moveRight")
    actual = f'<button type="button" id="b-actual" class="plain" {label("actual", words)}>100 %</button>'
    return (
        f'<div class="zoom" id="zoom" role="group" {label("zoom", words)} hidden>'
        + "".join(button(key, words, is_plain=True) for key in keys)
        + actual
        + '<span class="gap"></span>'
        + "".join(button(key, words, is_plain=True) for key in moves)
        + "</div>"
    )


def help_dialog(words: Words) -> str:
    """Return the list of keys."""
    keys = (
        ("↑", "keyUp"),
        ("↓", "keyDown"),
        ("← →", "keySides"),
        (words.tag("homeKey"), "keyHome"),
        ("Enter", "keyEnter"),
        ("Esc", "keyEsc"),
        ("/", "keySearch"),
        ("?", "keyHelp"),
        ("+ − 0", "keyZoom"),
        ("b", "keyBranch"),
        ("f", "keyFold"),
        ("s", "keySteps"),
        (f"{words.tag('spaceKey')} → ←", "keyNext"),
    )
    rows = "".join(f"<dt><kbd>{key}</kbd></dt><dd>{words.tag(said)}</dd>" for key, said in keys)
    return (
        f'<dialog id="keys-help" aria-labelledby="keys-h"><h2 id="keys-h">{words.tag("help")}</h2><dl>{rows}</dl>'
        f'<p>{words.tag("pan")}</p><form method="dialog"><button>{icon("close")}{words.tag("close")}</button></form>'
        "</dialog>"
    )
