"""What the script of the page is told: plain data that run nothing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from argmap.render.page.facts import plain, severity_of
from argmap.render.page.reading import details_of
from argmap.render.page.words import languages

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from argmap.render.page.facts import Facts, Item
    from argmap.render.page.layouts import Layouts
    from argmap.render.page.outlining import Row
    from argmap.render.page.reading import Quotes


def island(
    facts: Facts,
    rows: Sequence[Row],
    quotes: Quotes,
    layouts: Layouts,
    language: str,
    sides: Mapping[str, str],
    relayout: dict[str, Any] | None,
) -> str:
    """Return the data of the page as JSON that can stand in a script element."""
    told = {
        "language": language,
        "items": [_item(item, quotes) for item in facts.items],
        "order": [row.item for row in rows if not row.is_reference],
        "tops": [row.item for row in rows if not row.is_reference and not row.depth],
        "sides": {plain(side): plain(named) for side, named in sides.items()},
        "layouts": [layout.packed for layout in layouts.made],
        "relayout": relayout,
        "words": languages(),
    }
    # Nothing in it can close the element, or open a comment in it.
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _item(item: Item, quotes: Quotes) -> dict[str, Any]:
    told = {
        "id": plain(item.id),
        "kind": item.kind,
        "title": item.title,
        "text": item.text,
        "home": item.home,
        "side": item.side,
        "no": item.number,
        "thesis": item.is_thesis,
        "status": item.status,
        "strength": item.strength,
        "tags": item.tags,
        "values": item.values,
        "rules": tuple(dict.fromkeys(item.rules)),
        "scheme": item.scheme,
        "questions": item.questions,
        "findings": [
            {"severity": severity_of(each), "message": plain(each.message), "rule": plain(each.code)}
            for each in item.findings
        ],
        "section": item.section,
        "open": item.is_open,
        "up": item.up,
        "down": item.down,
        "cites": [
            {
                "source": ", ".join(filter(None, (quotes.title(each.source), *details_of(each.data)))),
                "quote": plain(each.quote or ""),
                "passage": place[0] if (place := quotes.found.get((item.id, number))) else None,
                "exact": place[1] if place else False,
                "sought": bool(each.quote) and each.source in quotes.readings,
            }
            for number, each in enumerate(item.citations)
        ],
    }
    return {key: value for key, value in told.items() if value not in ("", None, False, (), [])}
