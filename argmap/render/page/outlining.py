"""The map as a nested list: each main claim, and below it what speaks for and against it."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, NamedTuple

from argmap.render.page.facts import plain, severity_of
from argmap.render.text_width import reads_from_right

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from argmap.render.page.facts import Item, Link
    from argmap.render.page.reading import Quotes
    from argmap.render.page.words import Words

MAX_DEPTH = 40
"""How deep the list goes; what lies deeper starts a part of its own. Browsers stop nesting at about 500 elements."""
LONG = 400
"""From how many items on browsers are told not to lay out the parts of the list that are out of sight."""

_FROM_RIGHT = ' dir="rtl"'
_INSIDE = ("premise", "conclusion")


class Row(NamedTuple):
    """A line of the list.

    Attributes:
        depth: How far it is indented.
        item: The number of the claim or argument.
        kind: What it does to the line it stands below; empty at depth 0.
        parent: The number of what it stands below, or None.
        is_reference: Whether it only names what is told at another place.
    """

    depth: int
    item: int
    kind: str
    parent: int | None
    is_reference: bool = False


def outline(items: Sequence[Item]) -> list[Row]:
    """Return the lines of the list; every item is told at one place. Linear; does not recurse.

    Example:
        >>> from argmap.render.page.facts import Item, Link
        >>> rain, dry = Item("C1", "claim", "Rain", "", 0, is_thesis=True), Item("C2", "claim", "Dry", "", 1)
        >>> rain.down.append(Link("attack", 1))
        >>> [tuple(row) for row in outline([rain, dry])]
        [(0, 0, '', None, False), (1, 1, 'attack', 0, False)]
    """
    theses = [index for index, item in enumerate(items) if item.is_thesis]
    first = [index for index, item in enumerate(items) if not item.up]
    rows: list[Row] = []
    told: set[int] = set()
    is_top = set(theses)
    for start in (*theses, *first, *range(len(items))):
        if start in told:
            continue
        stack = [Row(0, start, "", None)]
        while stack:
            row = stack.pop()
            if row.item in told or (row.depth and row.item in is_top) or row.depth > MAX_DEPTH:
                rows.append(row._replace(is_reference=True))
                continue
            told.add(row.item)
            rows.append(row)
            below = _below(row, items[row.item])
            stack.extend(Row(row.depth + 1, link.item, link.kind, row.item) for link in reversed(below))
    return rows


def nested_list(
    rows: Iterable[Row], items: Sequence[Item], quotes: Quotes, words: Words, language: str, direction: str = ""
) -> str:
    """Return the list as HTML, all of it open.

    Args:
        rows: Its lines.
        items: The items.
        quotes: Where quotations stand in the reading.
        words: The words of the page.
        language: The attributes that say in which language the map is written, and in which direction; may be empty.
        direction: The attribute that says in which direction alone.
    """
    parts = [f'<ul class="tree{" long" if len(items) > LONG else ""}" id="tree"{direction}>']
    opened: list[str] = []  # what closes the lines that are open
    for row in rows:
        while len(opened) > row.depth:
            parts.append(opened.pop())
        if row.is_reference:
            parts.append(_reference(row, items, words, language))
            opened.append("</li>")
            continue
        item = items[row.item]
        more = _more(item, quotes, words, language)
        line = _line(row, items, words, language)
        parts.append(f'<li id="i{row.item}" data-i="{row.item}" class="item {row.kind or "top"}">')
        if _below(row, item):
            parts.append(f"<details open><summary>{line}</summary>{more}<ul>")
            opened.append("</ul></details></li>")
        elif more:
            parts.append(f"<details open><summary>{line}</summary>{more}</details>")
            opened.append("</li>")
        else:
            parts.append(f'<div class="leaf">{line}</div>')
            opened.append("</li>")
    parts.extend(reversed(opened))
    parts.append("</ul>")
    return "".join(parts)


def _below(row: Row, item: Item) -> list[Link]:
    """Return what stands below a line: all that bears on it, but for what it stands below itself."""
    return [link for link in item.down if link.item != row.parent or link.kind in _INSIDE]


def deed(kind: str, target: Item, words: Words) -> str:
    """Return what something does to `target`: short for the eye, which sees the target above; in full for the ear."""
    name = f'<span class="vh"> {html.escape(target.name)}{words.tag("colon")}</span>'
    if kind in _INSIDE:
        said = f'<span aria-hidden="true">{words.tag(f"short-{kind}")}</span><span class="vh">{words.tag(kind)}</span>'
    else:
        said = words.tag(kind)
    return f'<span class="deed {kind}">{said}{name}</span> '


def _line(row: Row, items: Sequence[Item], words: Words, language: str) -> str:
    item = items[row.item]
    parts = []
    if item.number:
        parts.append(f'<span class="no">{html.escape(item.number)}</span> ')
    if row.parent is not None:
        parts.append(deed(row.kind, items[row.parent], words))
    elif item.is_thesis:
        parts.append(
            f'<span class="deed thesis">{words.tag("thesis")}<span class="vh">{words.tag("colon")}</span></span> '
        )
    parts.append(said(item, words, language))
    if item.side:
        parts.append(f' <span class="chip side">{html.escape(item.side)}</span>')
    against = sum(link.kind in ("attack", "undercut") for link in item.down)
    if against:
        parts.append(f' <span class="chip">{words.tag("answeredBy", n=against)}</span>')
    elif item.is_open:
        parts.append(f' <span class="chip open">{words.tag("unansweredShort")}</span>')
    return "".join(parts)


def said(item: Item, words: Words, language: str) -> str:
    """Return title and text as HTML."""
    title = f"<b>{html.escape(item.title)}</b>" if item.title else ""
    text = html.escape(item.text) if item.text and item.text != item.title else ""
    between = f"{words.say('colon')} " if title and text else ""
    from_right, is_map_from_right = reads_from_right(f"{item.title} {item.text}"), _FROM_RIGHT in language
    if from_right is not is_map_from_right:
        language = language.replace(_FROM_RIGHT, "") + (_FROM_RIGHT if from_right else ' dir="ltr"')
    return f'<span class="say"{language}>{title}{between}{text or ("" if title else html.escape(item.id))}</span>'


def _reference(row: Row, items: Sequence[Item], words: Words, language: str) -> str:
    item = items[row.item]
    told = "" if row.parent is None else deed(row.kind, items[row.parent], words)
    link = f'<a href="#i{row.item}" data-go="{row.item}"{language}>{html.escape(item.name)}</a>'
    return f'<li class="item ref {row.kind}"><div class="leaf">{told}{words.tag("see")} {link}</div>'


def _more(item: Item, quotes: Quotes, words: Words, language: str) -> str:
    """Return what is told below the line: rules and scheme, quotations, questions, what a checker says."""
    parts = []
    rules = list(dict.fromkeys((*item.rules, *([item.scheme] if item.scheme and not item.rules else []))))
    if rules:
        parts.append(f'<p class="rule">{words.tag("rule")}{words.tag("colon")} {html.escape(", ".join(rules))}</p>')
    for number, citation in enumerate(item.citations):
        parts.append(quotes.line(item, number, citation, words, language))
    parts += [f'<p class="ask"{language}>{html.escape(question)}</p>' for question in item.questions]
    # Rules speak English, whatever the page and the map do.
    for each in item.findings:
        name = f" ({html.escape(plain(each.code))})" if each.code else ""
        told = f'<span lang="en">{html.escape(plain(each.message))}{name}</span>'
        severity = severity_of(each)
        parts.append(
            f'<p class="finding"><b class="{severity}">{words.tag(severity)}{words.tag("colon")}</b> {told}</p>'
        )
    return f'<div class="more">{"".join(parts)}</div>' if parts else ""
