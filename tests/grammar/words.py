"""What claims say: words, tags, links, mentions and comments, and wordings of them."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

from tests.grammar.choosing import pick, table

_PLAIN_WORDS = ("a", "b", "text", "Claim", "is", "it", "x1", "harm")
_FOREIGN_WORDS = table(
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
    st.sampled_from(table(".v.¦:v:¦.A.¦.->.¦:<->:¦.~.¦.[].¦:<>:¦.v_.¦.O.¦:happy:¦.smile.¦:smile:¦.?.¦:eye-roll:")),
    st.sampled_from((".foo.", ":bar:", "...", ":-)", ".a.b.")),
)
_PUNCTUATION = st.sampled_from(table(",¦.¦;¦:¦-¦(¦)¦/¦(so)¦->¦+¦--¦* ¦_ ¦# ¦@¦> ¦]¦42¦1.¦=="))
_TAG_NAMES = ("t", "pro", "Größe", "a-b", "2", "x_y", "自由", "constructor")
TAGS = st.one_of(
    st.sampled_from(_TAG_NAMES).map("#{}".format),
    st.sampled_from((*_TAG_NAMES, "two words", "a, b: [c]", "*x* 😀")).map("#({})".format),
)
_CLAIM_TITLES = table(
    "A¦B¦C¦Long title¦Größe¦論点¦x: y¦a-b¦T #1¦<A>¦10¦2¦a (b)¦😀¦it's *so*¦ A ¦A {x: 1}¦constructor¦"
    "__proto__¦http://e.org¦a, b.c.d¦/* A */¦Untitled 1"
)
_ARGUMENT_TITLES = table("A¦P¦Q¦R¦S¦Long title¦Größe¦論点¦x: y¦[A]¦7¦a (b)¦😀¦toString¦ P ¦Untitled 2")
claim_titles = st.one_of(st.sampled_from(_CLAIM_TITLES[:3]), st.sampled_from(_CLAIM_TITLES))
argument_titles = st.one_of(st.sampled_from(_ARGUMENT_TITLES[:5]), st.sampled_from(_ARGUMENT_TITLES))
_URLS = st.sampled_from(("u", "http://e.org/x_y?z=1#f", "a b", "x(y", "./größe.md", "//e.org"))
_LINKS = st.tuples(st.sampled_from(("l", "two words", "*x*", "a [b", "自由", "A", "😀 l", "#no")), _URLS).map(
    "[{0[0]}]({0[1]})".format
)
_MENTIONS = st.one_of(claim_titles.map("@[{}]".format), argument_titles.map("@<{}>".format))
BLOCK_COMMENTS = st.sampled_from(
    table("/* c */¦<!-- c -->¦/**/¦/* [A]: x\n\n  + y */¦<!-- a\nb -->¦/* {a: 1} */¦<!-- 😀 // -->¦/* // */")
)
LINE_COMMENTS = st.sampled_from(("// c", "//", "// [A]: x {a: 1}", "// *no", "//😀"))


@dataclass(frozen=True)
class Piece:
    """One stretch of a wording; `kind` says what may stand before and behind it."""

    text: str
    kind: str = "word"


def _pieces(kind: str, strategy: st.SearchStrategy[str]) -> st.SearchStrategy[Piece]:
    return strategy.map(lambda text: Piece(text, kind))


_words = _pieces("word", _WORDS)
_simple = pick(
    _words,
    _words,
    _words,
    _pieces("tag", TAGS),
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


def wordings_of(depth: int, *, with_breaks: bool) -> st.SearchStrategy[str]:
    parts = _simple
    if depth:
        marks = _pieces("mark", _marked(wordings_of(depth - 1, with_breaks=False)))
        signs = _pieces("sign", _PUNCTUATION)
        parts = pick(_simple, _simple, signs, marks)
    glues = _GLUES if with_breaks else st.sampled_from((" ", " ", "", "  ", "\t"))
    return st.builds(
        lambda first, rest, between, comments, end: _joined([first, *rest], between, comments) + end,
        _simple,
        st.lists(parts, max_size=5),
        st.lists(glues, min_size=1, max_size=6),
        st.lists(BLOCK_COMMENTS, max_size=2),
        # Before any > on its line, < would begin a title.
        st.sampled_from(("",) * 12 + (" < b",)) if with_breaks else st.just(""),
    )


short = pick(_WORDS, wordings_of(0, with_breaks=False))
wordings = pick(short, wordings_of(2, with_breaks=True))
"""What a claim says, over one or several lines."""
