"""Data in YAML: inline, in blocks, and in the front matter."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.grammar.choosing import table

_KEYS = st.sampled_from(
    table("a¦b¦tags¦side¦uses¦from¦isInMap¦isCanonical¦isInGroup¦color¦weight¦größe¦two words¦1¦null¦constructor")
)
_SCALARS = st.one_of(
    st.sampled_from(
        table("1¦x¦two words¦true¦False¦null¦~¦0.5¦-3¦1e3¦0x1F¦0o17¦yes¦1_000¦012¦+1¦.5¦-.5¦1.¦0b11¦00¦1:30")
    ),
    st.sampled_from(table("'q: #x'¦\"\\u00e9 {}\"¦'it''s'¦größe¦😀¦\"\"¦''¦http://e.org¦a-b¦x*¦2020-01-31¦.inf")),
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
    table(
        "{isCanonical: true}¦{isInGroup: true}¦{isInGroup: false}¦{isInMap: false}¦{a: 1}¦"
        "{a: 2, b: [1, 2]}¦{b: [3], c: {d: 1}}¦{a}¦{}"
    )
)
inline_data = st.one_of(
    _MEANT,
    _PAIRS.map(lambda pairs: "{" + ", ".join(f"{key}: {value}" for key, value in pairs) + "}"),
)
_block_lines = st.sampled_from(
    table(
        "a: 1¦side: open¦b: [x, y]¦text: two words¦list:\n  - a\n  - b: 2¦c:\n  d: 1¦"
        "note: |\n  one\n  two¦# comment¦f: >-\n  a\n  b"
    )
)
block_data = st.lists(_block_lines, min_size=1, max_size=3, unique=True).map(
    lambda lines: "{\n" + "\n".join(lines) + "\n}"
)
_FRONT_LINES = st.sampled_from(
    table(
        "title: A debate¦title: 'Größe 😀'¦author: Ada¦author:\n  - Ada\n  - Bob¦date: 2020-01-31¦"
        "abstract: >\n  Two\n  lines.¦sides: [open, closed]¦sources:\n  s1: {title: X, year: 2020}¦"
        "# comment¦subTitle: 12¦x: {y: [1, 2, {z: null}]}¦color: {colorScheme: default}¦empty:"
    )
)
_MODEL_LINES = st.sampled_from(
    table(
        "model:\n  mode: strict¦model: {mode: strict, x: 1}¦model: {mode: strict}¦model: {mode: loose}¦"
        "model: {removeTagsFromText: true}¦model:\n  mode: strict\n  removeTagsFromText: true¦"
        "model: {shortcodes: {':bar:': {unicode: '!!'}, '.foo.': {unicode: 😀}}}¦"
        "model: {transformArgumentRelations: false}"
    )
)


@st.composite
def front_matter(draw: st.DrawFn) -> str:
    lines = draw(st.lists(_FRONT_LINES, max_size=3, unique_by=lambda line: line.split(":")[0]))
    if draw(st.sampled_from((False, True, True, True))):
        lines.append(draw(_MODEL_LINES))
    fence = draw(st.sampled_from(("===", "=====")))
    return "\n".join([fence, *lines, fence])
