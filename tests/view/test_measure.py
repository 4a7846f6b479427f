"""A picture says by what its verdicts were found: another semantics or audience would show others."""

import pickle
from dataclasses import replace

import pytest

from argmap.model import ArgumentMap
from argmap.render import draw, to_svg
from argmap.view import View, diagram_of
from tests.render.drawings import parsed, words


def gate() -> ArgumentMap:
    m = ArgumentMap("Gates", data={"audiences": {"the careful": "safety > access"}})
    close = m.claim("Close it", title="Close", data={"values": "safety"})
    m.rebut("Open it", close, title="Open", data={"values": "access"})
    return m


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({}, "Verdicts by the grounded semantics."),
        ({"semantics": "preferred"}, "Verdicts by the preferred semantics."),
        ({"audience": "the careful"}, "Verdicts by the grounded semantics, for the audience the careful."),
        ({"audience": "access > safety"}, "Verdicts by the grounded semantics, for the audience access > safety."),
        ({"support": "deductive"}, "Verdicts by the grounded semantics, where supports are deductive."),
        ({"support": "none"}, "Verdicts by the grounded semantics, where supports do not count."),
        ({"support": "evidential"}, "… grounded semantics, where only what goes back to a source stands."),
        ({"structured": True}, "Verdicts by the grounded semantics, with a look inside the arguments."),
    ],
)
def test_verdicts_say_where_they_come_from(options, said):
    m = gate()
    judged = diagram_of(m, m.view(status=m.evaluate(**options))).judged
    assert judged.endswith(said.removeprefix("…"))


def test_strengths_and_standards_of_proof_do_so_too():
    m = gate()
    assert diagram_of(m, m.view(strength=m.strengths("df-quad"))).judged == "Strengths by the DF-QuAD semantics."
    assert diagram_of(m, m.view(status=m.proof("dialectical-validity"))).judged == (
        "Verdicts by the standard of proof dialectical-validity."
    )
    both = m.view(status=m.evaluate(), strength=m.strengths("df-quad"))
    assert diagram_of(m, both).judged == "Verdicts by the grounded semantics. Strengths by the DF-QuAD semantics."


def test_explanations_do_so_too():
    m = gate()
    for told in (m.why("Close", audience="the careful"), m.what_if(rebut="Close", audience="the careful")):
        assert diagram_of(m, told.view()).judged == "Verdicts by the grounded semantics, for the audience the careful."


def test_what_nobody_weighed_says_nothing():
    m = gate()
    assert diagram_of(m, m.view(status={"Close": "rejected"})).judged == ""
    assert diagram_of(m, m.view(status=m.evaluate(), show="sides")).judged == ""


def test_a_view_that_is_kept_or_changed_still_says_so():
    m = gate()
    view = m.view(status=m.evaluate("preferred"))
    for other in (replace(view, numbers=True), pickle.loads(pickle.dumps(view)), View.of(m, view, depth=3)):
        assert diagram_of(m, other).judged == "Verdicts by the preferred semantics."


@pytest.mark.parametrize("ending", ["svg", "txt", "md", "mmd", "graphml", "html"])
def test_every_output_says_it(ending):
    m = gate()
    text = draw(m, ending, view=m.view(status=m.evaluate("preferred"))).decode()
    assert "Verdicts by the preferred semantics." in text
    if ending in ("txt", "md"):
        assert text.count("Verdicts by") == 1


def test_it_is_seen_in_the_picture():
    m = gate()
    svg = to_svg(m, view=m.view(status=m.evaluate("preferred")))
    assert "Verdicts by the preferred semantics." in words(parsed(svg))
