"""The page of a rule as HTML."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt


def html_of(page: str, *, level: int = 1) -> str:
    r"""Return Markdown as HTML; raw HTML in it is shown as text.

    Args:
        page: The Markdown.
        level: The level of its headings of the second order (`##`), from 1.

    Example:
        >>> html_of("## Why", level=3)
        '<h3>Why</h3>\n'
    """
    made = _reader()
    tokens = made.parse(page)
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(6, int(token.tag[1]) - 2 + level)}"
    rendered: str = made.renderer.render(tokens, made.options, {})
    return rendered


@cache
def _reader() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False})
