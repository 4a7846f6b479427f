"""A flow as one HTML file with the timer of the round on top. It works offline; only the timer needs JavaScript."""

from __future__ import annotations

import html
import json
from dataclasses import replace
from importlib.resources import files
from typing import TYPE_CHECKING

from argmap.classroom.rounds.flow_sheet import sheet_of
from argmap.classroom.rounds.naming import Names
from argmap.classroom.rounds.register import register_of
from argmap.classroom.rounds.tables import REGISTER_ID, fingerprint, of_html
from argmap.classroom.sheets.html import document, variables
from argmap.classroom.sheets.html_blocks import Body
from argmap.classroom.sheets.look import LOOKS
from argmap.classroom.sheets.showing import shown
from argmap.render.page.lettering import all_faces

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.classroom.rounds.flow import Fill, Flow
    from argmap.classroom.rounds.formats import Speech
    from argmap.classroom.sheets.look import Look

_WORDS = (
    "start", "pause", "speechOf", "running", "paused", "over", "minuteLeft", "halfLeft", "timeOver", "pointsOpen",
    "pointsClosed", "prepOf", "prepStop", "prepLeft", "prepOver",
)  # fmt: skip
_SIGNS = "0123456789:+,.()/→▸ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
"""What the timer may show, for the font that the page brings."""


def page_of(flow: Flow, fill: Fill = "all", look: Look = LOOKS["standard"]) -> str:
    """Return a flow as an HTML page with a timer: see `Flow.page`.

    Args:
        flow: The flow.
        fill: As for `Flow.sheet`.
        look: How it looks.
    """
    names = Names(flow.language, flow.format)
    sheet = shown(sheet_of(flow, fill))
    body = Body(names.words)
    sheet_html = body.html(sheet.blocks)
    inside = (
        f'<main class="round">\n<h1 dir="auto">{html.escape(sheet.title)}</h1>\n'
        f'<div class="top">\n{_timer(flow, names)}\n<p id="timer-none">{_say(names, "noScript")}</p>\n'
        f"{_speeches(flow, names)}\n</div>\n{sheet_html}\n"
        f'<footer dir="auto">{html.escape(sheet.footer)}</footer></main>'
    )
    carried = ""
    if fill == "all":
        # Of this page the reader takes the tables of the flow, not that of the speeches.
        table = replace(register_of(flow), print_=fingerprint(of_html(inside).tables)).table()
        held = json.dumps(table, ensure_ascii=False).replace("<", "\\u003c")
        carried = f'\n<script type="application/json" id="{REGISTER_ID}">{held}</script>'
    own = files(__package__)
    style = "\n".join(
        (
            all_faces(
                sheet.title + sheet_html + _SIGNS + "".join(map(names.speech, flow.format.speeches)), look.family
            ),
            f":root{{{variables(look)}}}",
            files("argmap.classroom.sheets").joinpath("sheet.css").read_text("utf-8"),
            *body.rules.values(),
            "@page{size:A4 landscape;margin:14mm}",
            own.joinpath("round.css").read_text("utf-8"),
        )
    ).replace("</", "<\\/")
    script = own.joinpath("timer.js").read_text("utf-8")
    return document(sheet.title, names.words.code, style, inside + carried, (script,))


def _timer(flow: Flow, names: Names) -> str:
    words = html.escape(json.dumps({key: names.say(f"timer.{key}") for key in _WORDS}, ensure_ascii=False))
    buttons = "".join(
        f'<button type="button" id="timer-{key}" class="{key}">{_say(names, key)}</button>'
        for key in ("start", "back", "next", "reset")
    )
    prep = "".join(_prep(flow.format.prep, names.side(side)) for side in flow.format.sides if flow.format.prep)
    sound = f'<label><input type="checkbox" id="timer-sound"> {_say(names, "sound")}</label>'
    own_rows = f'<div class="row">{buttons}{sound}</div>\n' + (f'<div class="row">{prep}</div>\n' if prep else "")
    return (
        f'<section class="timer" id="timer" aria-label="{_say(names, "title")}" data-words="{words}" hidden>\n'
        '<p class="now"><span id="timer-name" dir="auto"></span><span id="timer-place"></span>'
        '<span id="timer-state"></span></p>\n'
        '<p class="clock" id="timer-clock" role="timer" aria-live="off"></p>\n'
        '<p class="said" id="timer-signal" role="status" aria-live="polite"></p>\n'
        f'{own_rows}<p class="keys">{_say(names, "keys")}</p>\n</section>'
    )


def _prep(minutes: float, side: str) -> str:
    shown_side = html.escape(side)
    return (
        f'<div><button type="button" data-prep="{round(minutes * 60)}" data-side="{shown_side}"></button>'
        "<span></span></div>"
    )


def _speeches(flow: Flow, names: Names) -> str:
    rows = "\n".join(_row(flow, speech, names) for speech in flow.format.speeches)
    head = "".join(f"<th>{html.escape(names.say(key))}</th>" for key in ("speech", "side", "time"))
    notes = "".join(f"<p>{html.escape(note)}</p>" for note in _notes(flow, names))
    return (
        f'<div id="speeches"><table aria-label="{_say(names, "order")}"><thead><tr>{head}</tr></thead>\n'
        f"<tbody>\n{rows}\n</tbody></table>{notes}</div>"
    )


def _row(flow: Flow, speech: Speech, names: Names) -> str:
    code = "" if speech.is_exchange else f"{speech.code}: "
    name = html.escape(f"{code}{names.speech(speech)}")
    who = names.team(speech)
    if speech.is_exchange:
        who = names.say("asks", side=names.side(speech.side)) if speech.side else names.say("bothAsk")
    who += f", {names.say('speaker', n=speech.speaker)}" if speech.speaker else f", {names.say('allSpeakers')}"
    held = f' data-protected="{round(flow.format.protected * 60)}"' if speech.points else ' data-protected="0"'
    kind = ' class="exchange"' if speech.is_exchange else ""
    return (
        f'<tr{kind} data-seconds="{round(speech.minutes * 60)}" data-name="{name}"{held}>'
        f"<td>{name}</td><td>{html.escape(who)}</td><td>{names.minutes(speech.minutes)}</td></tr>"
    )


def _notes(flow: Flow, names: Names) -> Iterator[str]:
    if flow.format.prep:
        yield names.say("prep", n=f"{flow.format.prep:g}")
    if flow.format.prep_before:
        yield names.say("prepBefore", n=f"{flow.format.prep_before:g}")
    if flow.format.protected:
        yield names.say("points")


def _say(names: Names, key: str) -> str:
    return html.escape(names.say(f"timer.{key}"))
