"""Hypothesis strategies for debates that questions can be made about: many claims with texts that are hostile."""

from __future__ import annotations

from hypothesis import strategies as st

from argmap.model import Argument, ArgumentMap, RelationKind
from tests.maps import PIECES

SIGNS = [
    *PIECES,
    "a =b ~c #d {e} :f: \\n",
    "->",
    "####",
    "[html]",
    "%50%",
    "&&058;",
    "=HYPERLINK(1)",
    "x" * 300,
    "]]>",
    "::",
]
texts = st.lists(st.sampled_from(SIGNS), min_size=1, max_size=3).map(" ".join)
KINDS = [RelationKind.SUPPORT] * 3 + [RelationKind.ATTACK] * 4 + [RelationKind.UNDERCUT, RelationKind.CONTRADICTORY]
SCHEMES = [None, "expert_opinion", "analogy", "sign"]


@st.composite
def debates(draw: st.DrawFn, *, max_claims: int = 14) -> ArgumentMap:
    """A debate with claims that differ, arguments over them, relations of all kinds, sides, sources and quotations."""
    sources = {"a": {"title": "A book"}, "b": {"title": draw(texts)}, "c": "Notes"}
    m = ArgumentMap(draw(texts), data={"sources": sources, "sides": {"pro": draw(texts), "con": "Against"}})
    for number in range(draw(st.integers(4, max_claims))):
        cites: list[object] = [None, "a", {"source": "b", "quote": f"Quote {number}"}]
        data = {"cites": draw(st.sampled_from(cites)), "answers": draw(st.sampled_from([None, "expert_opinion.field"]))}
        m.claim(
            f"{draw(texts)} {number}",
            title=draw(st.sampled_from([None, f"T{number}"])),
            side=draw(st.sampled_from([None, "pro", "con"])),
            data={key: value for key, value in data.items() if value is not None},
        )
    claims = list(m.claims)
    for number in range(draw(st.integers(1, 5))):
        scheme = draw(st.sampled_from(SCHEMES))
        if draw(st.booleans()):
            m.argument(f"Gist {number}", scheme=scheme)
            continue
        premises = draw(st.lists(st.sampled_from(claims), min_size=1, max_size=3, unique=True))
        made = m.argument(f"Gist {number}", premises=premises, conclusion=draw(st.sampled_from(claims)), scheme=scheme)
        if draw(st.integers(0, 3)) == 0:
            m.step(made, draw(st.lists(st.sampled_from(claims), max_size=2)), draw(st.sampled_from(claims)))
    nodes = list(m)
    for _ in range(draw(st.integers(2, 12))):
        kind, source, target = draw(st.sampled_from(KINDS)), draw(st.sampled_from(nodes)), draw(st.sampled_from(nodes))
        steps = len(target.steps) if isinstance(target, Argument) else 0
        m.relate(
            source, kind, target, step=draw(st.sampled_from([None, *range(steps)])) if kind == "undercut" else None
        )
    return m
