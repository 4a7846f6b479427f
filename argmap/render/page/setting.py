"""A reading as HTML: a part of Markdown, and its quoted passages marked and linked to what quotes them."""

from __future__ import annotations

import html
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

_BLOCKS = frozenset(("p", "ul", "ol", "li", "blockquote"))
_INLINE = frozenset(("em", "strong"))


@dataclass(slots=True)
class Passage:
    """A stretch of a reading that is quoted.

    Attributes:
        number: Its number on the page.
        start: Where it starts in the words of the text.
        end: Where it ends (exclusive).
        is_exact: Whether the quotation stands there word for word.
        items: The numbers of what quotes it.
        names: What these are called.
    """

    number: int
    start: int
    end: int
    is_exact: bool
    items: list[int] = field(default_factory=list)
    names: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Text:
    """A text, taken apart: markup as it is, words with the place where they begin in `words`.

    Attributes:
        parts: HTML as a string, or words as (start, end).
        words: All words of the text; blocks are set apart by a line end.
    """

    parts: list[str | tuple[int, int]] = field(default_factory=list)
    words: str = ""


def text_of(given: str, *, is_markdown: bool) -> Text:
    r"""Take a text apart. Headings, paragraphs, emphasis, lists, quotations and code are kept; the rest is words.

    Example:
        >>> text = text_of("# A *b*\n\n<i>c</i>", is_markdown=True)
        >>> text.words
        'A b\n<i>c</i>\n'
        >>> text.parts
        ['<h3>', (0, 2), '<em>', (2, 3), '</em>', '</h3>', '<p>', (4, 12), '</p>']
    """
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark" if is_markdown else "zero", {"html": False}).parse(given)
    parts: list[str | tuple[int, int]] = []
    words: list[str] = []
    length = 0
    for piece, is_words in _pieces(tokens):
        if not is_words:
            parts.append(piece)
            continue
        words.append(piece)
        before = parts[-1] if parts else ""
        if not isinstance(before, str):
            parts[-1] = (before[0], length + len(piece))
        elif piece != "\n":
            parts.append((length, length + len(piece)))
        length += len(piece)
    return Text(parts, "".join(words))


def _pieces(tokens: Sequence[Token]) -> Iterator[tuple[str, bool]]:
    """Yield HTML (False) and words (True) in order."""
    for token in tokens:
        if token.type == "inline":
            yield from _inline(token.children or [])
        elif token.type in ("fence", "code_block"):
            yield "<pre>", False
            yield token.content, True
            yield "</pre>", False
            yield "\n", True
        elif token.type == "hr":
            yield "<hr>", False
        elif token.hidden:
            continue
        elif token.tag in _BLOCKS or token.type.startswith("heading"):
            tag = token.tag if token.tag in _BLOCKS else f"h{min(int(token.tag[1:]) + 2, 6)}"
            yield (f"<{tag}>" if token.nesting > 0 else f"</{tag}>"), False
            if token.nesting < 0:
                yield "\n", True  # keeps the words of two blocks apart; it is not shown


def _inline(tokens: Sequence[Token]) -> Iterator[tuple[str, bool]]:
    links: list[str] = []
    for token in tokens:
        if token.tag in _INLINE:
            yield (f"<{token.tag}>" if token.nesting > 0 else f"</{token.tag}>"), False
        elif token.type == "link_open":
            links.append(str(token.attrGet("href") or ""))
        elif token.type == "link_close":
            yield f" ({html.escape(links.pop())})", False
        elif token.type == "softbreak":
            yield " ", True
        elif token.type == "hardbreak":
            yield "<br>", False
            yield "\n", True
        elif token.type == "code_inline":
            yield "<code>", False
            yield token.content, True
            yield "</code>", False
        elif token.content:
            yield token.content, True


def set_passages(text: Text, passages: Sequence[Passage]) -> str:
    """Return a text as HTML in which each passage is marked, and linked to the first thing that quotes it.

    Others that quote it follow it as small numbers. Passages may overlap. O((n + p) log p) for n parts and p
    passages that do not overlap.
    """
    bounds = sorted({bound for passage in passages for bound in (passage.start, passage.end)})
    waiting = sorted(passages, key=lambda passage: (passage.start, -passage.end), reverse=True)
    open_: list[Passage] = []
    begun: set[int] = set()
    made: list[str] = []
    at = 0
    for part in text.parts:
        if isinstance(part, str):
            made.append(part)
            continue
        start, end = part
        while start < end:
            while at < len(bounds) and bounds[at] <= start:
                at += 1
            stop = min(end, bounds[at]) if at < len(bounds) else end
            while waiting and waiting[-1].start <= start:
                open_.append(waiting.pop())
            open_ = [passage for passage in open_ if passage.end > start]
            words = html.escape(text.words[start:stop])
            made.append(_marked(words, open_, begun, stop) if open_ and words.strip() else words)
            start = stop
    return "".join(made)


def _marked(words: str, passages: Sequence[Passage], begun: set[int], stop: int) -> str:
    """Return words of some passages; the innermost, which began last, is the one that they link to."""
    inner = passages[-1]
    number = f' id="p{inner.number}"' if inner.number not in begun else ""
    outer = "".join(f'<a id="p{each.number}"></a>' for each in passages[:-1] if each.number not in begun)
    begun.update(each.number for each in passages)
    look = "" if inner.is_exact else ' class="near"'
    numbers = " ".join(str(each.number) for each in passages)
    link = _link(inner.items[0], f'title="{html.escape(inner.names[0])}"', words)
    made = f'{outer}<mark{number}{look} data-p="{numbers}">{link}</mark>'
    for passage in passages:
        if passage.end == stop:
            for count, (item, name) in enumerate(zip(passage.items, passage.names, strict=True), 1):
                if passage is not inner or count > 1:
                    label = html.escape(name)
                    told = f'title="{label}" aria-label="{label}"'
                    made += f"<sup>{_link(item, told, str(count))}</sup>"
    return made


def _link(item: int, attributes: str, words: str) -> str:
    return f'<a href="#i{item}" data-go="{item}" {attributes}>{words}</a>'
