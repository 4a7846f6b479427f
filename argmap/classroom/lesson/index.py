"""The page on top of the folder of a lesson: what there is, what to print how often, what to show, what is secret."""

from __future__ import annotations

import html
from importlib.metadata import version
from importlib.resources import files
from typing import TYPE_CHECKING
from urllib.parse import quote

from argmap.classroom.lesson.notes import groups_said, method

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.classroom.lesson.materials import Material
    from argmap.classroom.lesson.plan import Plan
    from argmap.language import Words

Listed = tuple["Material", tuple[tuple[str, str], ...]]
"""A material, and the labels and paths of its files."""


def index_page(plan: Plan, listed: Sequence[Listed], left_out: Sequence[str]) -> str:
    """Return the page, as one HTML file that needs nothing else.

    Args:
        plan: The plan of the lesson.
        listed: What there is.
        left_out: Sentences on what was not made.
    """
    words = plan.words

    def said(key: str, **given: object) -> str:
        return html.escape(words.say(f"lesson.index.{key}", **given))

    pupils = words.say("lesson.index.pupils", n=plan.pupils)
    minutes = words.say("lesson.notes.minutes", n=plan.minutes)
    title = said("title", title=plan.title)
    parts = [
        f'<!DOCTYPE html>\n<html lang="{html.escape(plan.language)}">\n<head>\n<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
        f"<title>{title}</title>",
        f"<style>\n{files(__package__).joinpath('index.css').read_text('utf-8')}</style>\n</head>\n<body>",
        f'<a class="skip" href="#print">{said("skip")}</a>',
        f'<header><h1 dir="auto">{html.escape(plan.title)}</h1>',
        f'<p class="lead">{said("lead", minutes=minutes, pupils=pupils, level=plan.level_words)}</p>',
        '<ul class="facts">',
        *(f"<li>{html.escape(fact)}</li>" for fact in (method(plan)[0], groups_said(plan))),
        "</ul></header>\n<main>",
        *_start(listed, words),
        *_section("print", [one for one in listed if one[0].area == "pupils" and one[0].copies], words),
        *_section("project", [one for one in listed if one[0].area == "screen"], words),
        *_section("teacher", [one for one in listed if one[0].area == "teachers"], words),
        *_section("more", [one for one in listed if one[0].area == "pupils" and not one[0].copies], words),
        *_timing(plan, words),
    ]
    if left_out:
        parts.append(f"<section><h2>{said('left-out')}</h2><ul>")
        parts += [f"<li>{html.escape(sentence)}</li>" for sentence in left_out]
        parts.append("</ul></section>")
    made = said("made", version=version("argmap"), title=plan.title, seed=plan.seed)
    parts.append(f'</main>\n<footer><p dir="auto">{made}</p></footer>\n</body>\n</html>\n')
    return "\n".join(parts)


def _start(listed: Sequence[Listed], words: Words) -> Iterator[str]:
    def link(key: str) -> str:
        found = next(((part, some) for part, some in listed if part.key == key), None)
        if found is None:
            return ""
        part, some = found
        return f'<a href="{_href(some[0][1])}">{html.escape(part.name)}</a>'

    yield f'<section><h2>{html.escape(words.say("lesson.index.start"))}</h2><ol class="start">'
    steps = (("notes", ("notes",)), ("print", ()), ("show", ("slides", "page")))
    for step, keys in steps:
        text = html.escape(words.say(f"lesson.index.start-{step}"))
        links = " · ".join(filter(None, map(link, keys)))
        if step == "print":
            links = f'<a href="#print">{html.escape(words.say("lesson.index.print"))}</a>'
        yield f"<li><p>{text}</p>{links}</li>"
    yield "</ol></section>"


def _section(key: str, listed: Sequence[Listed], words: Words) -> Iterator[str]:
    if not listed:
        return
    css = ' class="teacher"' if key == "teacher" else ""
    yield f'<section id="{key}"{css}><h2>{html.escape(words.say(f"lesson.index.{key}"))}</h2>'
    yield f"<p>{html.escape(words.say(f'lesson.index.{key}-intro'))}</p>"
    yield '<ul class="things">'
    for part, some in listed:
        yield from _thing(part, some, words, is_secret=key == "teacher")
    yield "</ul></section>"


def _thing(part: Material, some: Sequence[tuple[str, str]], words: Words, *, is_secret: bool) -> Iterator[str]:
    tag = (
        f'<span class="tag">{html.escape(words.say("lesson.index.key"))}</span>' if is_secret and _has_key(part) else ""
    )
    yield f'<li><span class="name" dir="auto">{html.escape(part.name)}{tag}</span>'
    if part.about:
        yield f'<p class="about">{html.escape(part.about)}</p>'
    if part.copies:
        copies = html.escape(words.say("lesson.index.copies", n=part.copies))
        whom = html.escape(words.say("lesson.index.for", who=words.say(f"lesson.whom.{part.per}")))
        yield f'<span class="count"><b>{copies}</b>{whom}</span>'
    links = []
    for number, (label, path) in enumerate(some):
        css = "" if number else ' class="main"'
        said = words.say(f"lesson.index.{label}")
        name = html.escape(f"{part.name}: {said}")
        links.append(f'<a href="{_href(path)}"{css} aria-label="{name}">{html.escape(said)}</a>')
    yield f'<span class="files">{"".join(links)}</span></li>'


def _has_key(part: Material) -> bool:
    return part.file.startswith("answers/")


def _timing(plan: Plan, words: Words) -> Iterator[str]:
    yield f"<section><h2>{html.escape(words.say('lesson.index.timing'))}</h2>"
    bar = "".join(f'<span style="flex:{phase.minutes}"></span>' for phase in plan.phases)
    yield f'<div class="bar" aria-hidden="true">{bar}</div>'
    yield '<div class="wide"><table>'
    for phase in plan.phases:
        title = f"<b>{html.escape(phase.title)}</b>, {html.escape(phase.form)}"
        yield f"<tr><td>{phase.start}–{phase.end}</td><td>{title}</td><td>{html.escape(phase.pupils)}</td></tr>"
    yield "</table></div></section>"


def _href(path: str) -> str:
    return html.escape(quote(path))
