"""A map as `argmap show` prints it: everything is in it, once, and deep or circular debates end."""

import click
from hypothesis import given

import argmap
from argmap.cells import cells, visible
from argmap.cli.show import outline_as_data, outline_lines
from tests.maps import maps


def text_of(m: argmap.ArgumentMap, width: int = 0) -> str:
    return "\n".join(click.unstyle(line) for line in outline_lines(m, width, "debate.argdown"))


def body(text: str) -> str:
    return text_of(argmap.parse(text).map).split("\n\n", 1)[1]


@given(maps())
def test_every_record_is_told_once(m):
    lines = [line for line in outline_as_data(m)["outline"] if "id" in line]
    assert sorted(line["id"] for line in lines if not line["see"]) == sorted(record.id for record in m)


@given(maps())
def test_lines_fit_and_hold_nothing_that_moves_the_cursor(m):
    for line in text_of(m, 60).split("\n")[3:]:
        assert cells(line) <= 60 or line.startswith("Sides: ") or "speaks" in line or "undercuts" in line
    for line in text_of(m).split("\n"):
        assert visible(line) == line


def test_signs():
    assert body(
        """
[T]: thesis
  + <For>: a reason
  - <Against>: an objection
    _> <Against>
  >< [N]: not the thesis

<For>

(1) [P]: one
(2) [Q]: two
-- Rule, Other --
(3) [T]
  <_ <U>: undercut
""".lstrip()
    ) == (
        "[T] thesis\n"
        "  + <For> a reason\n"
        "    (1) [P] one\n"
        "    (2) [Q] two\n"
        "    -- Rule, Other --\n"
        "      × <U> undercut\n"
        "  − <Against> an objection\n"
        "    × <Against> (see above)\n"
        "  ≠ [N] not the thesis (see below)"
    ).replace("  ≠ [N] not the thesis (see below)", "  ≠ [N] (see below)\n\n[N] not the thesis\n  ≠ [T] (see above)")


def test_conclusions_on_the_way_and_what_undercuts_their_step():
    m = argmap.ArgumentMap()
    argument = m.argument(title="A", premises=["p1"], conclusion="on the way")
    argument = m.step(argument, ["p2"], m.claim("thesis", title="T"))
    m.relate(m.argument("first", title="U1"), "undercut", argument, step=0)
    m.relate(m.argument("second", title="U2"), "undercut", argument, step=1)
    m.rebut(m.claim("no way"), "C2", title="R")
    assert text_of(m).split("\n\n")[1] == (
        "[T] thesis\n"
        "  + <A>\n"
        "    (1) p1\n"
        "    ----\n"
        "      × <U1> first\n"
        "    (2) on the way\n"
        "      − <R>\n"
        "        (1) no way\n"
        "    (3) p2\n"
        "    × <U2> second"
    )


def test_circles_without_a_thesis_are_told_too():
    assert body("[A]: one\n  - [B]: two\n\n[B]\n  - [A]\n\n[C]: alone\n") == (
        "[C] alone\n\n[A] one\n  − [B] two\n    − [A] (see above)"
    )


def test_a_claim_without_a_title_is_found_again_by_its_words():
    m = argmap.ArgumentMap()
    shared = m.claim("A reason that is used twice and is longer than anyone would like to read twice")
    m.support(shared, m.claim("one"), title="X")
    m.support(shared, m.claim("two"), title="Y")
    assert "(1) A reason that is used twice and is longer than anyone …" in text_of(m)
    assert "(see above)" in text_of(m)


def test_ten_thousand_levels():
    m = argmap.ArgumentMap()
    last = m.claim("0")
    for number in range(1, 10_000):
        claim = m.claim(str(number))
        m.relate(claim, "attack", last)
        last = claim
    text = text_of(m, 80)
    assert text.count("\n") > 10_000
    assert "[level 9999] − 9999" in text
    assert len(text) < 10_000 * 80
    assert len(outline_as_data(m)["outline"]) == 10_000


def test_one_hub():
    m = argmap.ArgumentMap()
    hub = m.claim("hub")
    for number in range(20_000):
        m.relate(m.claim(str(number)), "support", hub)
    assert text_of(m).count("  + ") == 20_000


def test_data_for_programs():
    m = argmap.parse("===\ntitle: Rain\n===\n\n[R]: It rains. {side: wet}\n  - <D>: It is dry.\n").map
    assert outline_as_data(m) == {
        "title": "Rain",
        "claims": 1,
        "arguments": 1,
        "relations": 1,
        "sides": ["wet"],
        "outline": [
            {
                "depth": 0,
                "sign": "",
                "sort": "claim",
                "id": "R",
                "title": "R",
                "text": "It rains.",
                "side": "wet",
                "see": None,
            },
            {
                "depth": 1,
                "sign": "−",
                "sort": "argument",
                "id": "D",
                "title": "D",
                "text": "It is dry.",
                "side": None,
                "see": None,
            },
        ],
    }
