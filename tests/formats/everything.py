"""A map with one of everything, made by hand: what of it comes back from a format is told in the docs."""

from __future__ import annotations

from argmap.model import (
    Argument,
    ArgumentMap,
    Claim,
    Range,
    RangeKind,
    Relation,
    RelationKind,
    Section,
    Step,
    Wording,
)

K = RelationKind


def everything() -> ArgumentMap:
    """Return the map."""
    rain = "It rains, see the report"
    return ArgumentMap.from_records(
        title="The wet street",
        data={"sources": {"report": {"title": "Weather report"}}, "comment": "made by hand"},
        sections=[
            Section("s1", "Weather", 1, None, (Range(RangeKind.BOLD, 0, 7),), ("outside",), {"color": "blue"}),
            Section("s2", "Rain", 2, "s1"),
        ],
        claims=[
            Claim("Thesis", "The street is wet"),
            Claim("Rain", rain, None, (Range(RangeKind.LINK, 10, 24, "https://example.org/report"),)),
            Claim("Wind", "The wind blows", wordings=(Wording("There is wind"),)),
            Claim("Sun", "The sun shines", tags=("weather", "bright")),
            Claim("Roof", "There is a roof over the street", data={"colour": ["red", 3, None], "note": "old"}),
            Claim("Drops", "Drops fall", section="s2"),
            Claim("Clouds", "There are clouds"),
            Claim("Leak", "The roof leaks"),
            Claim("Dry", "The street is dry"),
            Claim("Nobody", ""),
        ],
        arguments=[
            Argument("Plain", "", None, (Step(("Rain", "Clouds"), "Thesis"),)),
            Argument("Marked", rain, None, (Step(("Leak",), "Thesis"),), (Range(RangeKind.BOLD, 0, 2),)),
            Argument("Put", "As the wind", None, (Step(("Wind",), "Dry"),), wordings=(Wording("By the wind"),)),
            Argument("Tagged", "", None, (Step(("Drops",), "Thesis"),), tags=("short",)),
            Argument("Noted", "", None, (Step(("Roof",), "Dry"),), data={"note": "old", "scheme": "expert opinion"}),
            Argument("Placed", "", None, (Step(("Sun",), "Dry"),), section="s1"),
            Argument("Ruled", "", None, (Step(("Clouds",), "Rain", ("modus ponens",)),)),
            Argument("Weighed", "", None, (Step(("Drops",), "Rain", (), {"certainty": 0.5}),)),
            Argument("Long", "", None, (Step(("Clouds",), "Drops"), Step(("Drops", "Leak"), "Thesis"))),
            Argument("Sketch", "Somebody washed the street"),
            Argument("Gist", "Streets dry in the sun"),
        ],
        relations=[
            Relation(K.SUPPORT, "Clouds", "Rain"),
            Relation(K.ATTACK, "Sun", "Rain"),
            Relation(K.UNDERCUT, "Roof", "Plain", 0),
            Relation(K.CONTRARY, "Sun", "Clouds"),
            Relation(K.CONTRADICTORY, "Dry", "Thesis"),
            Relation(K.ENTAILS, "Drops", "Clouds"),
            Relation(K.ATTACK, "Roof", "Leak", data={"weight": 0.3, "said by": "the owner"}),
            Relation(K.SUPPORT, "Sketch", "Thesis"),
            Relation(K.ATTACK, "Gist", "Sketch"),
            Relation(K.ATTACK, "Wind", "Sketch"),
            Relation(K.UNDERCUT, "Sun", "Sketch"),
            Relation(K.UNDERCUT, "Wind", "Long", 1),
            Relation(K.UNDERCUT, "Sun", "Long", 0),
        ],
    )
