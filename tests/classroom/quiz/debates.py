"""Debates that questions can be made about: of the datasets, hostile ones, and a strategy that makes more."""

from __future__ import annotations

from hypothesis import strategies as st

from argmap import datasets
from argmap.classroom.quiz import Quiz
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


def _quizzes() -> list[Quiz]:
    hostile = datasets.phones_in_class()
    for record in list(hostile):
        signs = "a ~ = # {b} : \\ \\n -> <b>&amp; [html] %50% && ]]> ﷽ 😀 'x' \"y\" $CATEGORY"
        hostile.replace(record, text=f"{signs} {record.text} {signs}")
    return [hostile.quiz(40), *(datasets.load(name).quiz(40) for name in datasets.names()), _sourced().quiz(40)]


def _sourced() -> ArgumentMap:
    """A debate that says what the datasets do not: three sources, and which critical question a claim answers."""
    m = ArgumentMap(
        "Bikes in the park", data={"sources": {"a": {"title": "A count"}, "b": {"title": "A law"}, "c": "Letters"}}
    )
    expert = m.claim("The mayor says that bikes do no harm.", data={"cites": "a"})
    harmless = m.claim("Bikes do no harm.", data={"cites": {"source": "b", "quote": "No harm is done."}})
    argument = m.argument("From an expert", premises=[expert], conclusion=harmless, scheme="expert_opinion")
    m.relate(
        m.claim("The mayor knows little of bikes.", data={"answers": "expert_opinion.field"}), "undercut", argument
    )
    m.rebut(m.claim("Bikes scare the ducks.", data={"cites": "c"}), harmless)
    return m


QUIZZES = _quizzes()
"""Quizzes with questions of all kinds; those of the first have signs that mean something in some format."""
