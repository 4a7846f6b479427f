"""Hypothesis strategies for maps that exercises can be made of: `debates()`."""

from __future__ import annotations

from hypothesis import strategies as st

from argmap.model import ArgumentMap

_SUBJECTS = (
    "Rain",
    "The street",
    "A uniform",
    "Our school",
    "A phone",
    "The model",
    "Snow & <ice>",
    'The "gate"',
    "日本語",
    "מפה",
)
_VERBS = ("helps", "costs {money}", "hides = shows", "saves time", "distracts", "lasts", "is rare", "comes back")
_OBJECTS = ("pupils", "families", "everyone", "nobody", "at night", "in class", "for ever", "without end 😀")
_TEXTS = [f"{subject} {verb} {thing}." for subject in _SUBJECTS for verb in _VERBS for thing in _OBJECTS]


@st.composite
def debates(draw: st.DrawFn, *, most: int = 14) -> ArgumentMap:
    """A map of claims that are whole sentences, all different, with arguments, relations and circles.

    Args:
        most: How many claims there are at most.
    """
    texts = draw(st.lists(st.sampled_from(_TEXTS), min_size=1, max_size=most, unique=True))
    m = ArgumentMap(draw(st.sampled_from(["", "A debate", "Rain?"])))
    sides = st.sampled_from([None, "pro", "con"])
    for place, text in enumerate(texts):
        title = draw(st.sampled_from([None, f"Title {place}"]))
        m.claim(text, title=title, side=draw(sides))
    claims = list(m.claims)
    one = st.sampled_from(claims)
    for _ in range(draw(st.integers(0, len(claims)))):
        nodes = list(m)
        target = draw(st.sampled_from(nodes))
        sources = draw(st.lists(one, min_size=1, max_size=3, unique_by=lambda claim: claim.id))
        shape = draw(st.sampled_from(["argument", "steps", "support", "rebut", "undercut", "sketch", "relate"]))
        if shape in ("argument", "steps"):
            argument = m.argument("", premises=sources, conclusion=draw(one))
            if shape == "steps":
                m.step(argument, draw(st.lists(one, max_size=1)), draw(one))
        elif shape == "sketch":
            gist = m.argument(f"A gist, number {len(m)}", side=draw(sides))
            m.relate(gist, draw(st.sampled_from(["support", "attack"])), target)
        elif shape == "relate":
            kinds = ["support", "attack", "contrary", "contradictory", "entails"]
            m.relate(draw(one), draw(st.sampled_from(kinds)), target)
        elif shape == "undercut":
            m.undercut(sources, draw(st.sampled_from([*m.arguments, target])))
        else:
            {"support": m.support, "rebut": m.rebut}[shape](sources, target)
    return m


def large(claims: int = 60) -> ArgumentMap:
    """A map of many untitled claims: a thesis, reasons of two premises each, and objections."""
    m = ArgumentMap("Large")
    texts = iter(_TEXTS)
    thesis = m.claim(next(texts))
    open_ends = [thesis]
    while len(m.claims) < claims:
        target = open_ends.pop(0)
        reason, other = m.claim(next(texts)), m.claim(next(texts))
        m.argument("", premises=[reason, other], conclusion=target)
        objection = m.claim(next(texts))
        m.relate(objection, "attack", reason)
        open_ends.extend((other, objection))
    return m
