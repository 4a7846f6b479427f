"""Hypothesis strategies for maps built through the Python API: `maps()`.

Texts, titles, tags and data are hostile: signs that mean something in Argdown, YAML, JSON, DOT, HTML or XML,
control characters, halves of surrogate pairs, names that look like ids.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from argmap.model import Argument, ArgumentMap, Claim, Range, RangeKind, Relation, RelationKind, Section, Wording
from argmap.model.naming import one_line

if TYPE_CHECKING:
    from collections.abc import Callable

PIECES = [
    "rain", "Models harm", "It isn't so", "Straße", "日本語", "مرحبا", "😀", "e\u0301", "\u00a0", "\u200b", "\ufeff",
    "[A]", "[A]:", "<B>", "<B>:", "@[A]", "@<B>", "[a](http://example.org/x)", "C1", "A1", "C2", "s1",
    "+", "-", "+>", "->", "<+", "<-", "><", "_>", "<_", "_", "(1)", "1.", "*", "----", "--", "===", "#", "##",
    "#tag", "#(a tag)", "{", "}", "{a: 1}", "{\"a\": [1]}", "//", "/* x */", "<!-- x -->", "http://example.org//y",
    "**bold**", "_it_", "*it*", "__bold__", ".^.", ":and:", ".A.", "III.A.", "\\", "\\n", "\\[", "'", '"', "`",
    "&amp;", "&", "]]>", "<script>alert(1)</script>", "javascript:alert(1)", "%s", "${x}", "=1+1", "null", "yes",
    "~", "1e3", "0x1", "- a", "a: b", "!!python", "%TAG", "|", ">", "\t", "\n", "\r\n", "\n\n", "\u2028", "\x85",
    "\x00", "\x07", "\x1b[31m", "\ud800", "\udfff", "constructor", "__proto__", "Untitled 1",
]  # fmt: skip

texts = st.one_of(
    st.sampled_from(["", "It rains.", "Some uses of a powerful model do great harm"]),
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=5).map(" ".join),
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map("".join),
    st.text(max_size=12),
)
# Few different ones, so that they clash.
titles = st.one_of(st.sampled_from(["A", "B", "C1", "A1", "Safety", "[A]", "<A>", "A (2)", "-"]), texts)
tags = st.one_of(st.sampled_from(["a", "b", "safety"]), texts).filter(lambda tag: one_line(tag) != "")
keys = st.one_of(st.sampled_from(["a", "weight", "cites", "values", "isGroup", "color"]), texts)
scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    texts,
)
# Lists and mappings of lists and scalars, written out: `st.recursive` costs a map a third more time.
_inner = st.one_of(scalars, st.lists(scalars, max_size=2), st.dictionaries(keys, scalars, max_size=2))
values = st.one_of(scalars, st.lists(_inner, max_size=3), st.dictionaries(keys, _inner, max_size=3))
data = st.dictionaries(keys, values, max_size=3)


@st.composite
def ranges_of(draw: st.DrawFn, text: str) -> tuple[Range, ...]:
    """Marked stretches of a text, also overlapping ones."""
    if not text:
        return ()
    found = []
    for kind in draw(st.lists(st.sampled_from(list(RangeKind)), max_size=2)):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        has_target = kind not in (RangeKind.BOLD, RangeKind.ITALIC)
        found.append(Range(kind, start, end, one_line(draw(titles)) if has_target else None))
    return tuple(found)


@st.composite
def maps(draw: st.DrawFn, *, argdown: bool = False, max_claims: int = 6) -> ArgumentMap:
    """A map with every feature of the model.

    Args:
        argdown: Only what Argdown text has a place for: no data of relations, no entails and contrary relations
            (there, a setting makes them of support and attack), no contradictions of arguments, no attack on an
            argument by what attacks its premise (reading drops it), no ranges and other wordings (a grammar of
            texts covers these better), no `title` in the data, sections in the order of a text, a title that a
            claim and an argument share given to the claim first.
        max_claims: The most claims that are drawn, without those the arguments bring.
    """
    free_data = data.filter(lambda given: not given.keys() & {"title", "model", "data"}) if argdown else data
    m = ArgumentMap(draw(texts), data=draw(free_data))
    optional = {"section": st.none()}

    sections: list[Section] = []
    for _ in range(draw(st.integers(0, 3))):
        parent = draw(st.none() if argdown else st.none() | st.sampled_from([None, *sections]))
        level = draw(st.integers(1, 3)) if parent is None else None
        sections.append(
            m.section(
                draw(texts.filter(lambda text: one_line(text) != "")),
                level=level,
                parent=parent,
                tags=draw(st.lists(tags, max_size=2)),
                data=draw(data),
            )
        )
    optional["section"] = st.sampled_from([None, *sections])

    def common() -> dict[str, Any]:
        return {
            "title": draw(st.none() | titles),
            "side": draw(st.sampled_from([None, "open", "closed"])),
            "tags": draw(st.lists(tags, max_size=2)),
            "section": draw(optional["section"]),
            "data": draw(st.just(None) | data),
        }

    for _ in range(draw(st.integers(0, max_claims))):
        m.claim(draw(texts), **common())
    for _ in range(draw(st.integers(0, 3))):
        _draw_argument(draw, m, common)
    _draw_relations(draw, m, argdown=argdown)
    if not argdown:
        _draw_wordings(draw, m)
    return m


def _draw_argument(draw: st.DrawFn, m: ArgumentMap, common: Callable[[], dict[str, Any]]) -> None:
    claims = list(m.claims)
    one: st.SearchStrategy[Claim | str] = st.sampled_from(claims) if claims else st.just("A claim made on the way")
    scheme = draw(st.sampled_from([None, "expert opinion"]))
    shape = draw(st.sampled_from(["sketch", "one step", "steps", "support", "rebut", "undercut"]))
    rules = st.lists(tags, max_size=2)
    if shape == "sketch":
        m.argument(draw(texts), scheme=scheme, **common())
    elif shape in ("one step", "steps"):
        argument = m.argument(
            draw(texts),
            premises=draw(st.lists(one, min_size=1, max_size=3)),
            conclusion=draw(one),
            rules=draw(rules),
            scheme=scheme,
            **common(),
        )
        if shape == "steps":
            for _ in range(draw(st.integers(1, 2))):
                argument = m.step(
                    argument, draw(st.lists(one, max_size=2)), draw(one), rules=draw(rules), data=draw(data)
                )
    elif len(m):
        build = {"support": m.support, "rebut": m.rebut, "undercut": m.undercut}[shape]
        build(draw(st.lists(one, min_size=1, max_size=2)), draw(st.sampled_from(list(m))), **common())


def _draw_relations(draw: st.DrawFn, m: ArgumentMap, *, argdown: bool) -> None:
    nodes = list(m)
    if not nodes:
        return
    loose = [RelationKind.SUPPORT, RelationKind.ATTACK, RelationKind.UNDERCUT, RelationKind.CONTRADICTORY]
    for _ in range(draw(st.integers(0, 6))):
        kind = draw(st.sampled_from(loose if argdown else list(RelationKind)))
        source, target = draw(st.sampled_from(nodes)), draw(st.sampled_from(nodes))
        if argdown and kind.is_symmetric and not (source in m.claims and target in m.claims):
            continue
        steps = len(target.steps) if isinstance(target, Argument) else 0
        step = draw(st.sampled_from([None, *range(steps)])) if kind is RelationKind.UNDERCUT else None
        m.relate(source, kind, target, step=step, data=None if argdown else draw(data))
    if argdown:
        m.remove(*[relation for relation in m.relations if _is_redundant(m, relation)])


def _is_redundant(m: ArgumentMap, relation: Relation) -> bool:
    if relation.kind is not RelationKind.ATTACK or relation.source not in m.claims:
        return False
    target = m[relation.target]
    premises = target.premises if isinstance(target, Argument) else ()
    attacked = {r.target for r in m.relations_of(relation.source) if r.kind is RelationKind.ATTACK}
    attacked |= {end for r in m.relations_of(relation.source) if r.kind.is_symmetric for end in (r.source, r.target)}
    return not attacked.isdisjoint(premises)


def _draw_wordings(draw: st.DrawFn, m: ArgumentMap) -> None:
    for record in list(m):
        if draw(st.integers(0, 3)) == 0:
            text = one_line(draw(texts))
            other = one_line(draw(texts))
            m.replace(
                record,
                text=text,
                ranges=draw(ranges_of(text)),
                wordings=[Wording(other, draw(ranges_of(other)))],
            )
