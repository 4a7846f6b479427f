"""Frameworks for Hypothesis."""

from __future__ import annotations

from hypothesis import strategies as st

from argmap.evaluate.dung import Framework

PLAIN = st.text("abcxyz019_-.'\"é漢", min_size=1, max_size=6)
ANY = st.text(max_size=6) | st.sampled_from(
    ["", " ", "#", "a b", "a  b", "a,b", "f(a)", "%", "\ud800", "\0", "1 2", "a\n"]
)


@st.composite
def frameworks(draw, names=PLAIN, max_size=8):
    arguments = draw(st.lists(names, unique=True, max_size=max_size))
    if not arguments:
        return Framework()
    pairs = st.tuples(st.sampled_from(arguments), st.sampled_from(arguments))
    return Framework(arguments, draw(st.lists(pairs, max_size=3 * max_size)))
