"""Hypothesis strategies for Argdown: whole documents, mutations of them, and any text.

`documents()` covers the whole language and yields documents that the official implementation accepts, but for a few
in a hundred: Argdown's tokens depend on their neighbours, and a grammar that never failed would never come near the
places where two readers differ. Tests ask the oracle which documents are valid.

Everything is put together from small strings, simplest first, so that failing documents shrink to a few lines.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from hypothesis import strategies as st


def _table(text: str) -> tuple[str, ...]:
    """The entries of a table that is written on few lines, with a broken bar between any two."""
    return tuple(text.split("¦"))


def _pick(*strategies: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """One of the strategies, each as likely; `st.one_of` would flatten and so weigh them by their branches."""
    return st.sampled_from(strategies).flatmap(lambda strategy: strategy)


# ------------------------------------------------------------------------------------------------ words

_PLAIN_WORDS = ("a", "b", "text", "Claim", "is", "it", "x1", "harm")
_FOREIGN_WORDS = _table(
    "größer¦naïve¦été¦café¦自由¦論点です¦воля¦הטענה¦الحجة¦\u200fמימין¦😀¦👩\u200d👩\u200d👧¦🇩🇪x¦a\xa0b¦50%¦"
    'don\'t¦"said"¦=¦a=b¦A&B¦yes?¦no!¦$x^2$¦`code`¦|¦~¦“so”¦…¦–¦\u200b¦x\u2003y¦a\u2028b¦a\x85b¦�¦'
    "a\ufeffb¦𝕏¦'s¦a\x1cb¦x\x0by"
)
_WORDS = st.one_of(
    st.sampled_from(_PLAIN_WORDS),
    st.sampled_from(_FOREIGN_WORDS),
    st.text(
        st.characters(categories=("L", "M", "N", "S"), exclude_characters="+<>=^`|~"), min_size=1, max_size=6
    ).filter(lambda word: not word[0].isdigit()),
)
_ESCAPED = st.sampled_from([*r"\*_[]<>#@{}()-+./:,;'\"!&=~", "x", "é", "😀"]).map(lambda sign: "\\" + sign)
_SHORTCODE = st.one_of(
    st.sampled_from(_table(".v.¦:v:¦.A.¦.->.¦:<->:¦.~.¦.[].¦:<>:¦.v_.¦.O.¦:happy:¦.smile.¦:smile:¦.?.¦:eye-roll:")),
    st.sampled_from((".foo.", ":bar:", "...", ":-)", ".a.b.")),
)
_PUNCTUATION = st.sampled_from(_table(",¦.¦;¦:¦-¦(¦)¦/¦(so)¦->¦+¦--¦* ¦_ ¦# ¦@¦> ¦]¦42¦1.¦=="))
_TAG_NAMES = ("t", "pro", "Größe", "a-b", "2", "x_y", "自由", "constructor")
_TAGS = st.one_of(
    st.sampled_from(_TAG_NAMES).map("#{}".format),
    st.sampled_from((*_TAG_NAMES, "two words", "a, b: [c]", "*x* 😀")).map("#({})".format),
)

_CLAIM_TITLES = _table(
    "A¦B¦C¦Long title¦Größe¦論点¦x: y¦a-b¦T #1¦<A>¦10¦2¦a (b)¦😀¦it's *so*¦ A ¦A {x: 1}¦constructor¦"
    "__proto__¦http://e.org¦a, b.c.d¦/* A */¦Untitled 1"
)
_ARGUMENT_TITLES = _table("A¦P¦Q¦R¦S¦Long title¦Größe¦論点¦x: y¦[A]¦7¦a (b)¦😀¦toString¦ P ¦Untitled 2")
claim_titles = st.one_of(st.sampled_from(_CLAIM_TITLES[:3]), st.sampled_from(_CLAIM_TITLES))
argument_titles = st.one_of(st.sampled_from(_ARGUMENT_TITLES[:5]), st.sampled_from(_ARGUMENT_TITLES))

_URLS = st.sampled_from(("u", "http://e.org/x_y?z=1#f", "a b", "x(y", "./größe.md", "//e.org"))
_LINKS = st.tuples(st.sampled_from(("l", "two words", "*x*", "a [b", "自由", "A", "😀 l", "#no")), _URLS).map(
    "[{0[0]}]({0[1]})".format
)
_MENTIONS = st.one_of(claim_titles.map("@[{}]".format), argument_titles.map("@<{}>".format))
_BLOCK_COMMENTS = st.sampled_from(
    _table("/* c */¦<!-- c -->¦/**/¦/* [A]: x\n\n  + y */¦<!-- a\nb -->¦/* {a: 1} */¦<!-- 😀 // -->¦/* // */")
)
_LINE_COMMENTS = st.sampled_from(("// c", "//", "// [A]: x {a: 1}", "// *no", "//😀"))

# ------------------------------------------------------------------------------------------------ wordings


@dataclass(frozen=True)
class Piece:
    """One stretch of a wording; `kind` says what may stand before and behind it."""

    text: str
    kind: str = "word"


def _pieces(kind: str, strategy: st.SearchStrategy[str]) -> st.SearchStrategy[Piece]:
    return strategy.map(lambda text: Piece(text, kind))


_words = _pieces("word", _WORDS)
_simple = _pick(
    _words,
    _words,
    _words,
    _pieces("tag", _TAGS),
    _pieces("word", _LINKS),
    _pieces("word", _MENTIONS),
    _pieces("word", _ESCAPED),
    _pieces("word", _SHORTCODE),
)

_GLUES = st.sampled_from(
    (" ", " ", " ", " ", "", "", "  ", "\t", "\n", "\n", "\n  ", " \n\t", "C", "C", "L")
)  # C: a block comment, L: a comment to the end of the line
_BEHIND_MARK = frozenset(" \t\n\r)}_.,!?;:-*")


@st.composite
def _marked(draw: st.DrawFn, inner: st.SearchStrategy[str]) -> str:
    marker = draw(st.sampled_from(("**", "*", "__", "_")))
    first = draw(_WORDS.filter(lambda word: not word[0].isspace()))
    if draw(st.integers(0, 3)) == 3:
        # What stands directly within must not share the sign, or the marks run together.
        other = {"*": "__", "_": "*"}[marker[0]]
        return f"{marker}{other}{first}{other}{marker}"
    rest = draw(st.one_of(st.just(""), inner.map(lambda text: " " + text)))
    if rest.endswith(("\\", "/", "#")) or (marker[0] == "_" and "#" in rest.rsplit(" ", 1)[-1]):
        rest += " x"  # a tag would swallow the closing _
    return f"{marker}{first}{rest}{marker}"


def _joined(pieces: list[Piece], glues: list[str], comments: list[str]) -> str:
    """The pieces with glue between them, mended where two neighbours would become something else."""
    text = ""
    last = ""
    for position, piece in enumerate(pieces):
        glue = glues[position % len(glues)] if position and glues else ""
        comment = comments[position % len(comments)] if comments else "/* c */"
        if glue == "C":
            glue = " " + comment + " " if position % 2 else comment
        elif glue == "L":
            glue = " // " + comment.split("\n")[0].strip("/*<!->") + "\n"
        if glue.endswith(("\n", "\n  ", "\n\t", "*/", "-->")) and piece.kind == "sign":
            glue = " "  # at the start of a line a sign means something
        if last == "mark" and (glue + piece.text)[0] not in _BEHIND_MARK:
            glue = " " + glue
        if last == "tag" and not glue[:1].isspace():
            glue = " " + glue
        if not glue and text and text[-1] in "*_/\\@#<" and not piece.text[0].isspace():
            glue = " "
        if not glue and piece.kind in ("sign", "mark") and text[-1:] in ("*", "_"):
            glue = " "
        text += glue + piece.text
        last = piece.kind
    return text


def _wordings(depth: int, *, with_breaks: bool) -> st.SearchStrategy[str]:
    parts = _simple
    if depth:
        marks = _pieces("mark", _marked(_wordings(depth - 1, with_breaks=False)))
        signs = _pieces("sign", _PUNCTUATION)
        parts = _pick(_simple, _simple, signs, marks)
    glues = _GLUES if with_breaks else st.sampled_from((" ", " ", "", "  ", "\t"))
    return st.builds(
        lambda first, rest, between, comments, end: _joined([first, *rest], between, comments) + end,
        _simple,
        st.lists(parts, max_size=5),
        st.lists(glues, min_size=1, max_size=6),
        st.lists(_BLOCK_COMMENTS, max_size=2),
        # Before any > on its line, < would begin a title.
        st.sampled_from(("",) * 12 + (" < b",)) if with_breaks else st.just(""),
    )


_short = _pick(_WORDS, _wordings(0, with_breaks=False))
wordings = _pick(_short, _wordings(2, with_breaks=True))
"""What a claim says, over one or several lines."""

# ------------------------------------------------------------------------------------------------ YAML

_KEYS = st.sampled_from(
    _table("a¦b¦tags¦side¦uses¦from¦isInMap¦isCanonical¦isInGroup¦color¦weight¦größe¦two words¦1¦null¦constructor")
)
_SCALARS = st.one_of(
    st.sampled_from(
        _table("1¦x¦two words¦true¦False¦null¦~¦0.5¦-3¦1e3¦0x1F¦0o17¦yes¦1_000¦012¦+1¦.5¦-.5¦1.¦0b11¦00¦1:30")
    ),
    st.sampled_from(_table("'q: #x'¦\"\\u00e9 {}\"¦'it''s'¦größe¦😀¦\"\"¦''¦http://e.org¦a-b¦x*¦2020-01-31¦.inf")),
    st.integers(-(10**20), 10**20).map(str),
    st.floats(allow_nan=False, allow_infinity=False).map(repr),
)


def _flow(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    pairs = st.lists(st.tuples(_KEYS, children), min_size=1, max_size=3, unique_by=lambda pair: pair[0])
    return st.one_of(
        st.lists(children, max_size=3).map(lambda items: "[" + ", ".join(items) + "]"),
        pairs.map(lambda items: "{" + ", ".join(f"{key}: {value}" for key, value in items) + "}"),
    )


_VALUES = st.one_of(_SCALARS, _flow(st.one_of(_SCALARS, _flow(_SCALARS))))
_PAIRS = st.lists(st.tuples(_KEYS, _VALUES), max_size=3, unique_by=lambda pair: pair[0])
# isCanonical and isInGroup matter when they are booleans.
_MEANT = st.sampled_from(
    _table(
        "{isCanonical: true}¦{isInGroup: true}¦{isInGroup: false}¦{isInMap: false}¦{a: 1}¦"
        "{a: 2, b: [1, 2]}¦{b: [3], c: {d: 1}}¦{a}¦{}"
    )
)
inline_data = st.one_of(
    _MEANT,
    _PAIRS.map(lambda pairs: "{" + ", ".join(f"{key}: {value}" for key, value in pairs) + "}"),
)
_block_lines = st.sampled_from(
    _table(
        "a: 1¦side: open¦b: [x, y]¦text: two words¦list:\n  - a\n  - b: 2¦c:\n  d: 1¦"
        "note: |\n  one\n  two¦# comment¦f: >-\n  a\n  b"
    )
)
block_data = st.lists(_block_lines, min_size=1, max_size=3, unique=True).map(
    lambda lines: "{\n" + "\n".join(lines) + "\n}"
)

_FRONT_LINES = st.sampled_from(
    _table(
        "title: A debate¦title: 'Größe 😀'¦author: Ada¦author:\n  - Ada\n  - Bob¦date: 2020-01-31¦"
        "abstract: >\n  Two\n  lines.¦sides: [open, closed]¦sources:\n  s1: {title: X, year: 2020}¦"
        "# comment¦subTitle: 12¦x: {y: [1, 2, {z: null}]}¦color: {colorScheme: default}¦empty:"
    )
)
_MODEL_LINES = st.sampled_from(
    _table(
        "model:\n  mode: strict¦model: {mode: strict, x: 1}¦model: {mode: strict}¦model: {mode: loose}¦"
        "model: {removeTagsFromText: true}¦model:\n  mode: strict\n  removeTagsFromText: true¦"
        "model: {shortcodes: {':bar:': {unicode: '!!'}, '.foo.': {unicode: 😀}}}¦"
        "model: {transformArgumentRelations: false}"
    )
)


@st.composite
def _front_matter(draw: st.DrawFn) -> str:
    lines = draw(st.lists(_FRONT_LINES, max_size=3, unique_by=lambda line: line.split(":")[0]))
    if draw(st.sampled_from((False, True, True, True))):
        lines.append(draw(_MODEL_LINES))
    fence = draw(st.sampled_from(("===", "=====")))
    return "\n".join([fence, *lines, fence])


# ------------------------------------------------------------------------------------------------ elements


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


_TRAILING_TAGS = st.lists(_TAGS, max_size=2).map(lambda tags: "".join(f" {tag}" for tag in tags))
_data = _pick(
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


statement_heads = _pick(
    st.tuples(_references, _TRAILING_TAGS, _data).map("".join),
    st.tuples(_definitions(_defined_titles, "[]"), _data).map("".join),
    st.tuples(wordings.map(_line_safe), _data).map("".join),
)
argument_heads = _pick(
    st.tuples(_argument_references, _TRAILING_TAGS, _data).map("".join),
    st.tuples(_definitions(argument_titles, "<>"), _data).map("".join),
)
heads = _pick(statement_heads, argument_heads)

_SIGNS = st.sampled_from(("+", "-", "<+", "<-", "+>", "->", "_>", "<_", "_"))
_STEPS = st.sampled_from(("  ", " ", "\t", "    ", " \t"))
_BETWEEN = _pick(
    st.just(""),
    st.just(""),
    st.just(""),
    st.just(""),
    st.just(""),
    _LINE_COMMENTS.map(lambda text: text + "\n"),
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
def _elements(heads: st.SearchStrategy[str], depth: int) -> st.SearchStrategy[Element]:
    if not depth:
        return heads.map(Element)
    children = _pick(_elements(statement_heads, depth - 1), _elements(argument_heads, depth - 1))
    related = _pick(
        *[st.tuples(_SIGNS, st.sampled_from((" ", "", "  ")), children).map(_sign)] * 5,
        st.tuples(st.just("><"), st.just(" "), _elements(statement_heads, depth - 1)).map(_sign),
    )
    return st.builds(
        Element,
        heads,
        _pick(st.just(()), st.lists(related, min_size=1, max_size=3).map(tuple)),
        _STEPS,
        _BETWEEN,
        st.sampled_from((False, False, False, True)),
    )


def _lines(element: Element, indent: str) -> str:
    """The element, and below it its relations, indented by one of its own steps more than `indent`."""
    text = element.head
    deeper = indent + element.step
    slack = ""
    for sign, child in element.below:
        text += "\n" + element.between + deeper + slack + sign + _lines(child, deeper)
        slack = child.step[1:] if child.loose and child.below else ""
    return text


# ------------------------------------------------------------------------------------------------ blocks


@dataclass(frozen=True)
class Block:
    """One block of a document; `argument` is the title of an argument block, `structure` marks a reconstruction."""

    text: str
    argument: str | None = None
    structure: bool = False


@st.composite
def _headings(draw: st.DrawFn) -> Block:
    level = draw(st.sampled_from((1, 2, 3, 1, 2, 7)))
    text = draw(st.one_of(_short, _wordings(1, with_breaks=False)))
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
    return Block(_lines(element, ""))


def _argument_block(element: Element) -> Block:
    title = element.head[1:].split(">")[0]
    return Block(_lines(element, ""), argument=title)


@st.composite
def _lists(draw: st.DrawFn) -> Block:
    ordered = draw(st.booleans())
    indent = draw(st.sampled_from(("", "", "  ", "\t")))
    items = draw(st.lists(_pick(_elements(statement_heads, 1), _elements(argument_heads, 1)), min_size=1, max_size=3))
    lines = []
    for number, item in enumerate(items, start=1):
        mark = f"{number}." if ordered else "*"
        # A list mark opens a level one column further in than it stands.
        lines.append(f"{indent}{mark} {_lines(item, indent + '  ')}")
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
    undercuts = draw(st.one_of(st.just([]), st.just([]), st.lists(_elements(heads, 1), max_size=2)))
    step = draw(_STEPS)
    for element in undercuts:
        line += "\n" + step + draw(st.sampled_from(("<_ ", "_ "))) + _lines(element, step)
    return line


@st.composite
def _structures(draw: st.DrawFn) -> Block:
    lines: list[str] = []
    number = draw(st.sampled_from((1, 1, 1, 7)))

    def statement() -> None:
        nonlocal number
        gap = draw(st.sampled_from((" ", " ", "", "  ")))
        lead = draw(st.sampled_from(("", "", "  ")))
        lines.append(f"{lead}({number}){gap}{_lines(draw(_elements(statement_heads, draw(st.integers(0, 1)))), '')}")
        number += 1

    for step in range(draw(st.sampled_from((1, 1, 2, 3)))):
        for _ in range(draw(st.integers(0 if step else 1, 3))):
            statement()
        lines.append(draw(_inference()))
        statement()
    joints = draw(st.lists(_BETWEEN, min_size=1, max_size=3))
    text = lines[0]
    for position, line in enumerate(lines[1:]):
        text += "\n" + joints[position % len(joints)] + line
    return Block(text, structure=True)


blocks = _pick(
    _elements(statement_heads, 1).map(_statement_block),
    _elements(argument_heads, 1).map(_argument_block),
    _elements(statement_heads, 2).map(_statement_block),
    _elements(argument_heads, 2).map(_argument_block),
    _headings(),
    _structures(),
    _lists(),
    st.tuples(_elements(argument_heads, 1).map(_argument_block), _structures()),
)

_SEPARATORS = _pick(
    st.sampled_from(("\n\n", "\n\n", "\n\n", "\n\n\n", "\n \n", "\n\t\n  \n")),
    _BLOCK_COMMENTS.map("\n\n{}\n\n".format),
    st.just("\n\n"),
    st.just("\n\n"),
    _LINE_COMMENTS.map("\n\n{}\n".format),
    _LINE_COMMENTS.map("\n\n{}\n\n\n".format),
    _LINE_COMMENTS.map(" {}\n\n".format),
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
        text += draw(_front_matter()) + "\n\n"
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


# ------------------------------------------------------------------------------------------------ faults

_FRAGMENTS = _table(
    "[¦]¦]:¦<¦>¦>:¦{¦}¦(¦)¦(1)¦\n¦\n\n¦\n  ¦  ¦\t¦+¦-¦+>¦->¦><¦<_¦_>¦_ ¦--¦----¦\n----\n¦===¦**¦*¦__¦"
    "_¦#¦# ¦#(¦@¦@[¦@<¦//¦/*¦*/¦<!--¦-->¦\\¦\r¦\r\n¦.¦:¦.v.¦,¦;¦'¦\"¦* ¦1. ¦[A]¦[A]: ¦<A>¦<A>: ¦"
    "[l](u)¦{a: 1}¦{a: ¦{\n¦\n}¦a¦x y¦\ufeff¦\u2028¦\x00¦\x85¦\xa0¦😀¦\ud800¦http://e.org/x¦"
    "\n\n(1) a\n----\n(2) b¦&a [*a]¦!!python/object:x {}¦<<: 1"
)
fragments = st.sampled_from(_FRAGMENTS)


@st.composite
def mutations(draw: st.DrawFn, originals: st.SearchStrategy[str] | None = None) -> str:
    """A valid document with one to four random edits."""
    text = draw(originals if originals is not None else documents())
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        kind = draw(st.sampled_from(("insert", "delete", "replace", "repeat", "swap", "indent")))
        if kind == "insert":
            text = text[:start] + draw(fragments) + text[start:]
        elif kind in ("delete", "replace", "repeat"):
            end = min(len(text), start + draw(st.sampled_from((1, 1, 2, 5, 20))))
            middle = {"delete": "", "repeat": text[start:end] * 2}.get(kind)
            text = text[:start] + (draw(fragments) if middle is None else middle) + text[end:]
        else:
            lines = text.split("\n")
            at = draw(st.integers(0, len(lines) - 1))
            if kind == "swap":
                other = draw(st.integers(0, len(lines) - 1))
                lines[at], lines[other] = lines[other], lines[at]
            else:
                lines[at] = draw(st.sampled_from((" ", "   ", "\t", ""))) + lines[at].lstrip(" \t")
            text = "\n".join(lines)
    return text


def any_text() -> st.SearchStrategy[str]:
    """Any text at all: random characters, and the signs of the language in random order."""
    return st.one_of(
        st.text(max_size=200),
        st.text(st.sampled_from("[]<>{}()#*_+-=.:/\\@,'\"aA1 \t\n\r"), max_size=200),
        st.lists(fragments, max_size=40).map("".join),
        st.text(st.characters(), max_size=60),
    )
