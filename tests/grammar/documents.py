"""Blocks, and whole documents of them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hypothesis import strategies as st

from tests.grammar.choosing import pick
from tests.grammar.elements import (
    BETWEEN,
    STEPS,
    Element,
    argument_heads,
    elements_of,
    heads,
    lines_of,
    statement_heads,
)
from tests.grammar.words import BLOCK_COMMENTS, LINE_COMMENTS, short, wordings_of
from tests.grammar.yaml_data import block_data, front_matter, inline_data


@dataclass(frozen=True)
class Block:
    """One block of a document; `argument` is the title of an argument block, `structure` marks a reconstruction."""

    text: str
    argument: str | None = None
    structure: bool = False


@st.composite
def _headings(draw: st.DrawFn) -> Block:
    level = draw(st.sampled_from((1, 2, 3, 1, 2, 7)))
    text = draw(st.one_of(short, wordings_of(1, with_breaks=False)))
    data = draw(
        st.one_of(
            st.just(""),
            st.just(""),
            inline_data.map(" {}".format),
            st.just("\n{isGroup: true}"),
            block_data.map(" {}".format),
        )
    )
    return Block("#" * level + " " + text + data)


def _statement_block(element: Element) -> Block:
    return Block(lines_of(element, ""))


def _argument_block(element: Element) -> Block:
    title = element.head[1:].split(">")[0]
    return Block(lines_of(element, ""), argument=title)


@st.composite
def _lists(draw: st.DrawFn) -> Block:
    ordered = draw(st.booleans())
    indent = draw(st.sampled_from(("", "", "  ", "\t")))
    items = draw(
        st.lists(pick(elements_of(statement_heads, 1), elements_of(argument_heads, 1)), min_size=1, max_size=3)
    )
    lines = []
    for number, item in enumerate(items, start=1):
        mark = f"{number}." if ordered else "*"
        # A list mark opens a level one column further in than it stands.
        lines.append(f"{indent}{mark} {lines_of(item, indent + '  ')}")
    return Block("\n".join(lines))


_RULES = st.lists(
    st.sampled_from(
        ("Modus Ponens", "MP", "non-monotonic", "a [b]", "∀-elim", "x: y", ".v.", "\\, z", "\\{", "<a>", "*")
    ),
    min_size=1,
    max_size=3,
).map(", ".join)
_INFERENCE_DATA = st.sampled_from(("{uses: [1, 2]}", "{from: [1], a: {b: c}}", "{}", "{a: x, logic: ['deduction']}"))


@st.composite
def _inference(draw: st.DrawFn) -> str:
    form = draw(st.integers(0, 5))
    if form < 2:
        line = draw(st.sampled_from(("----", "-----", "---------", "  ----", "-- --")))
    elif form == 2:
        line = f"-- {draw(_RULES)} --"
    elif form == 3:
        line = f"--\n{draw(_RULES)}\n--"
    elif form == 4:
        line = f"-- {draw(_RULES)} {draw(_INFERENCE_DATA)} --"
    else:
        line = f"--\n{draw(_RULES)}\n{draw(_INFERENCE_DATA)}\n---"
    undercuts = draw(st.one_of(st.just([]), st.just([]), st.lists(elements_of(heads, 1), max_size=2)))
    step = draw(STEPS)
    for element in undercuts:
        line += "\n" + step + draw(st.sampled_from(("<_ ", "_ "))) + lines_of(element, step)
    return line


@st.composite
def _structures(draw: st.DrawFn) -> Block:
    lines: list[str] = []
    number = draw(st.sampled_from((1, 1, 1, 7)))

    def statement() -> None:
        nonlocal number
        gap = draw(st.sampled_from((" ", " ", "", "  ")))
        lead = draw(st.sampled_from(("", "", "  ")))
        lines.append(
            f"{lead}({number}){gap}{lines_of(draw(elements_of(statement_heads, draw(st.integers(0, 1)))), '')}"
        )
        number += 1

    for step in range(draw(st.sampled_from((1, 1, 2, 3)))):
        for _ in range(draw(st.integers(0 if step else 1, 3))):
            statement()
        lines.append(draw(_inference()))
        statement()
    joints = draw(st.lists(BETWEEN, min_size=1, max_size=3))
    text = lines[0]
    for position, line in enumerate(lines[1:]):
        text += "\n" + joints[position % len(joints)] + line
    return Block(text, structure=True)


blocks = pick(
    elements_of(statement_heads, 1).map(_statement_block),
    elements_of(argument_heads, 1).map(_argument_block),
    elements_of(statement_heads, 2).map(_statement_block),
    elements_of(argument_heads, 2).map(_argument_block),
    _headings(),
    _structures(),
    _lists(),
    st.tuples(elements_of(argument_heads, 1).map(_argument_block), _structures()),
)
_SEPARATORS = pick(
    st.sampled_from(("\n\n", "\n\n", "\n\n", "\n\n\n", "\n \n", "\n\t\n  \n")),
    BLOCK_COMMENTS.map("\n\n{}\n\n".format),
    st.just("\n\n"),
    st.just("\n\n"),
    LINE_COMMENTS.map("\n\n{}\n".format),
    LINE_COMMENTS.map("\n\n{}\n\n\n".format),
    LINE_COMMENTS.map(" {}\n\n".format),
)
_OPENINGS = st.sampled_from(("", "", "", "", "\n", "\n\n\n", "// c\n", "/* c */", "<!-- c -->\n\n", " \n"))
_ENDINGS = st.sampled_from(("", "\n", "\n", "\n\n", "  ", " \n\n ", "\n// c\n", "\n\n/* c */\n", "\n\n// c\n"))


@st.composite
def documents(draw: st.DrawFn) -> str:
    """Documents of the whole language, nearly all of them officially valid."""
    parts: list[Block] = []
    for drawn in draw(st.lists(blocks, min_size=1, max_size=4)):
        parts += drawn if isinstance(drawn, tuple) else [drawn]
    text = draw(_OPENINGS)
    if draw(st.booleans()):
        text += draw(front_matter()) + "\n\n"
    reconstructed: set[str] = set()
    before: Block | None = None
    for block in parts:
        if block.structure and before is not None and before.argument is not None:
            # One structure an argument; without a title it would be the argument's second.
            if before.argument in reconstructed:
                continue
            reconstructed.add(before.argument)
        if before is not None:
            text += draw(_SEPARATORS)
        text += block.text
        before = block
    text += draw(_ENDINGS)
    layout = draw(st.sampled_from(("plain",) * 5 + ("trailing blanks", "CRLF")))
    if layout == "trailing blanks":
        text = "\n".join(_trail(line, "  ") for line in text.split("\n"))
    elif layout == "CRLF":
        # Officially a brace before a carriage return does not begin block data: those keep their line feeds.
        text = re.sub(r"(\{\n[\s\S]*?\n\})|\n", lambda found: found[1] or "\r\n", text)
    return text


def _trail(line: str, blanks: str) -> str:
    # Officially blanks behind a comment on its own line make an empty line count twice.
    return line if not line or line.endswith(("\\", "-->", "*/")) else line + blanks
