"""Debates of any size, written here in code: a small one of eight claims, a large one of sixty."""

from __future__ import annotations

import argmap
from argmap.model import ArgumentMap


def eight() -> ArgumentMap:
    """A map of eight claims, without titles, sides and sources: as one types it in five minutes."""
    m = argmap.ArgumentMap("Should the library open on Sundays?")
    thesis = m.claim("The library should open on Sundays")
    m.support("Many people can only come on Sundays", thesis)
    work = m.support("Pupils need a quiet place before the week begins", thesis)
    m.rebut("Staff need a day off", thesis)
    m.rebut("It costs money that other branches need", thesis)
    m.rebut("Staff can take another day off", _id(m, "Staff need a day off"))
    m.undercut("A quiet place at home does as well", work)
    m.rebut("Not every home has one", _id(m, "A quiet place at home does as well"))
    assert len(m.claims) == 8
    return m


def sixty() -> ArgumentMap:
    """A map of sixty claims: two sides, seven reasons each, with premises, objections and replies."""
    m = argmap.ArgumentMap(
        "Should our town close its centre to cars?",
        data={"sides": {"close": "Close the centre to cars", "keep": "Keep the centre open to cars"}},
    )
    close = m.claim("The centre should be closed to cars", title="Close", side="close")
    keep = m.claim("The centre should stay open to cars", title="Keep", side="keep")
    m.relate(close, "contradictory", keep)
    topics = ("air", "noise", "shops", "safety", "space", "buses", "deliveries")
    for side, thesis, other in (("close", close, "keep"), ("keep", keep, "close")):
        for number, topic in enumerate(topics):
            first = m.claim(f"What is done now about {topic} has effect {number} on everybody", side=side)
            second = m.claim(f"Effect {number} of that matters more to those who {side} than anything", side=side)
            reason = m.support([first, second], thesis, title=f"{topic.title()} for {side}", side=side)
            if number < 5:
                against = m.claim(f"The effect on {topic} is smaller than people say who would {side}", side=other)
                m.relate(against, "attack", first)
            else:
                against = m.claim(f"Nothing follows from {topic} for those who would {side}", side=other)
                m.relate(against, "undercut", reason)
            m.relate(m.claim(f"Measurements of {topic} say otherwise to {side}", side=side), "attack", against)
    for extra in ("It was asked for in a vote", "A trial would cost little"):
        m.support(extra, close, side="close")
    assert len(m.claims) == 60
    return m


def _id(m: ArgumentMap, text: str) -> str:
    return next(claim.id for claim in m.claims if claim.text == text)
