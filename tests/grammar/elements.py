"""Statements and arguments with what stands below them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from hypothesis import strategies as st

from tests.grammar.choosing import pick
from tests.grammar.words import LINE_COMMENTS, TAGS, argument_titles, claim_titles, wordings
from tests.grammar.yaml_data import block_data, inline_data


@dataclass(frozen=True)
class Element:
    """A statement or argument: its first lines, and what stands below it.

    Attributes:
        head: Its wording, tags and data.
        below: The relations under it: the sign and the gap behind it, and the other element.
        step: How much further `below` is indented.
        between: A comment line before each relation, or nothing.
        loose: Whether the next relation beside this one is indented a little more than this one, which is allowed
            where something stands below this one.
    """

    head: str
    below: tuple[tuple[str, Element], ...] = ()
    step: str = "  "
    between: str = ""
    loose: bool = False


_TRAILING_TAGS = st.lists(TAGS, max_size=2).map(lambda tags: "".join(f" {tag}" for tag in tags))
_data = pick(
    st.just(""),
    st.just(""),
    st.just(""),
    inline_data.map(lambda data: " " + data),
    inline_data.map(lambda data: "\n" + data),
    block_data.map(lambda data: " " + data),
)
_GAPS = st.sampled_from((" ", " ", " ", "", "  ", "\t", "\n"))


@st.composite
def _definitions(draw: st.DrawFn, titles: st.SearchStrategy[str], brackets: str) -> str:
    text = draw(wordings)
    gap = draw(_GAPS)
    if gap == "\n" and not text[0].isalpha():
        gap = " "
    return f"{brackets[0]}{draw(titles)}{brackets[1]}:{gap}{text}"


_defined_titles = st.one_of(claim_titles, claim_titles, st.sampled_from(("-x", "A [x]", "a ] b")))
_references = claim_titles.map("[{}]".format)
_argument_references = argument_titles.map("<{}>".format)


def _line_safe(text: str) -> str:
    """An untitled statement must not look like something else at the start of its line."""
    if text[0] in "'0123456789" or text[0].isspace() or text.startswith(("<", "===")):
        return "So " + text
    return text


statement_heads = pick(
    st.tuples(_references, _TRAILING_TAGS, _data).map("".join),
    st.tuples(_definitions(_defined_titles, "[]"), _data).map("".join),
    st.tuples(wordings.map(_line_safe), _data).map("".join),
)
argument_heads = pick(
    st.tuples(_argument_references, _TRAILING_TAGS, _data).map("".join),
    st.tuples(_definitions(argument_titles, "<>"), _data).map("".join),
)
heads = pick(statement_heads, argument_heads)
_SIGNS = st.sampled_from(("+", "-", "<+", "<-", "+>", "->", "_>", "<_", "_"))
STEPS = st.sampled_from(("  ", " ", "\t", "    ", " \t"))
BETWEEN = pick(
    st.just(""),
    st.just(""),
    st.just(""),
    st.just(""),
    st.just(""),
    LINE_COMMENTS.map(lambda text: text + "\n"),
    st.just("  // c\n"),
    st.just("/* c */\n"),
    st.just("  <!-- c -->\n"),
)


def _sign(drawn: tuple[str, str, Element]) -> tuple[str, Element]:
    """The sign and the gap behind it."""
    sign, gap, element = drawn
    if sign == "_" or element.head[0] not in "[<":
        gap = gap or " "
    return sign + gap, element


@cache
def elements_of(heads: st.SearchStrategy[str], depth: int) -> st.SearchStrategy[Element]:
    if not depth:
        return heads.map(Element)
    children = pick(elements_of(statement_heads, depth - 1), elements_of(argument_heads, depth - 1))
    related = pick(
        *[st.tuples(_SIGNS, st.sampled_from((" ", "", "  ")), children).map(_sign)] * 5,
        st.tuples(st.just("><"), st.just(" "), elements_of(statement_heads, depth - 1)).map(_sign),
    )
    return st.builds(
        Element,
        heads,
        pick(st.just(()), st.lists(related, min_size=1, max_size=3).map(tuple)),
        STEPS,
        BETWEEN,
        st.sampled_from((False, False, False, True)),
    )


def lines_of(element: Element, indent: str) -> str:
    """The element, and below it its relations, indented by one of its own steps more than `indent`."""
    text = element.head
    deeper = indent + element.step
    slack = ""
    for sign, child in element.below:
        text += "\n" + element.between + deeper + slack + sign + lines_of(child, deeper)
        slack = child.step[1:] if child.loose and child.below else ""
    return text
