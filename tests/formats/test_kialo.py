"""Kialo's text export, and the same as lists in Markdown."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap import datasets
from argmap.formats import read, read_result
from argmap.formats.table import format_named
from argmap.formats.writing import to_files
from argmap.loss import Loss
from argmap.model import Argument, ArgumentMap, Claim, Range, RangeKind, Relation, RelationKind, Step
from tests.formats.difference import compare
from tests.golden import check_golden
from tests.maps import maps

SAMPLE = Path(__file__).parent / "samples" / "kialo" / "voting.kialo.txt"
GOLDEN = Path(__file__).parents[1] / "golden" / "formats"
SHARED = Path(__file__).parents[2].parent / "shared" / "data" / "formats" / "kialo"
EXPORTS = sorted(SHARED.glob("*.txt"))
BOTH = ["kialo", "kialo-markdown"]


def written(m: ArgumentMap, name: str) -> tuple[str, list[Loss]]:
    files, losses = to_files(m, format_named(name))
    return files[""].decode(), losses


def back(text: str, name: str) -> ArgumentMap:
    result = read_result(io.StringIO(text), name)
    assert result.errors == (), [each.message for each in result.errors]
    return result.map


def lines(m: ArgumentMap) -> list[tuple[str, str, str]]:
    return [(each.source, each.kind.value, each.target) for each in m.relations]


# -- there and back -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", BOTH)
@settings(max_examples=60)
@given(m=maps())
def test_every_difference_is_a_loss_and_the_second_time_there_is_none(name, m):
    text, losses = written(m, name)
    there = back(text, name)
    assert compare(m, there, losses).untold == []
    again, none = written(there, name)
    assert back(again, name) == there
    assert [each for each in none if each.what != "half a surrogate pair"] == []
    assert again == text


@pytest.mark.parametrize(("name", "ending"), [("kialo", "kialo.txt"), ("kialo-markdown", "kialo.md")])
def test_the_flagship(name, ending):
    text, losses = written(datasets.open_vs_closed(), name)
    check_golden(GOLDEN / f"open-vs-closed.{ending}", text)
    check_golden(GOLDEN / f"open-vs-closed.{ending}.losses.txt", "".join(f"{loss}\n" for loss in losses))


texts = st.text("abC*_[]()<>\\`&#-+>=1.: @~|\"'!é漢\u00a0", max_size=12)


@pytest.mark.parametrize("name", BOTH)
@given(text=texts, url=texts, start=st.integers(0, 6), end=st.integers(1, 12))
def test_words_and_links_come_back_whatever_signs_they_have(name, text, url, start, end):
    m = ArgumentMap()
    claim = m.claim(f"a{text}", title="1")
    pro = m.claim(f"{text}b", title="1.1")
    m.relate(pro, "support", claim)
    length = len(m["1"].text)
    if start < min(end, length) and url.strip():
        m.replace(claim, ranges=[Range(RangeKind.LINK, start, min(end, length), " ".join(url.split()))])
    text, losses = written(m, name)
    there = back(text, name)
    assert there["1"].text == m["1"].text
    assert there["1.1"].text == m["1.1"].text
    assert compare(m, there, losses).untold == []


@pytest.mark.parametrize("name", BOTH)
@pytest.mark.parametrize(
    "text",
    [
        "-> See 1.",
        "\\-> See 1.",
        "Pro: x",
        "**Pro:** x",
        '<a id="claim-1"></a>x',
        "- x",
        "1. x",
        "# x",
        "[a](b)",
        "a\\",
    ],
)
def test_texts_that_look_like_something_else(name, text):
    m = ArgumentMap("# T #")
    m.relate(m.claim(text, title="1.1"), "attack", m.claim(text, title="1"))
    there = back(written(m, name)[0], name)
    assert [each.text for each in there.claims] == [text, text]
    assert there.title == "# T #"


# -- reading ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_the_sample(newline):
    m = back(SAMPLE.read_text("utf-8").replace("\n", newline), "kialo")
    assert m.title == "Should voting be compulsory?"
    assert lines(m) == [
        ("1.1", "support", "1"),
        ("1.2.1", "attack", "1.1"),
        ("1.1.2", "support", "1.1"),
        ("1.2", "attack", "1"),
        ("1.2.1", "support", "1.2"),
        ("1.2.2", "attack", "1.2"),
        ("1", "attack", "1.2.2"),
        ("1.2.2", "support", "1"),
    ]
    first = m["1.1"]
    (link,) = first.ranges
    assert first.text == "It makes parliaments more like the people (see turnout in Belgium [2019])."
    assert first.text[link.start : link.end] == "turnout in Belgium [2019]"
    assert link.target == "https://example.org/turnout_(Belgium)?a=b"
    assert m["1.1.2"].text == "Poor people vote less where they need not. Rich ones do not."
    assert m["1.2.1"].text.endswith("write -> See [no one].")
    assert m["1.2.2"].text == "Con: it is a small one."


def test_the_sample_is_written_as_it_was_but_for_lines_that_go_on():
    text = re.sub(r"\n+(?=where|Rich)", " ", SAMPLE.read_text("utf-8"))
    assert written(read(SAMPLE), "kialo")[0] == text.replace("\\->", "->")
    assert written(read(SAMPLE), "kialo")[1] == []


def test_the_two_dresses_are_the_same_map():
    m = read(SAMPLE)
    assert back(written(m, "kialo-markdown")[0], "kialo-markdown") == m


@pytest.mark.skipif(not EXPORTS, reason="no exports are here")
@pytest.mark.parametrize("path", EXPORTS, ids=lambda path: path.stem[:30])
def test_exports(path):
    given_text = path.read_text("utf-8")
    result = read_result(path)
    assert (result.diagnostics, result.losses) == ((), ())
    m = result.map
    rows = re.findall(r"^(?:\d+\.)+ (?:(Pro|Con): )?(.*)$", given_text, re.MULTILINE)
    see = [row for row in rows if row[1].startswith("-> See")]
    assert len(m.claims) == len(rows) - len(see)
    assert len(m.relations) == len(rows) - 1
    assert sum(each.kind is RelationKind.ATTACK for each in m.relations) == sum(row[0] == "Con" for row in rows)
    assert sum(len(claim.ranges) for claim in m.claims) == given_text.count("](")
    text, losses = written(m, "kialo")
    assert losses == []
    # Two claims quote a source in brackets behind a link, which Kialo does not escape.
    changed = [
        one for one, other in zip(given_text.splitlines(), text.splitlines(), strict=True) if plain(one) != other
    ]
    assert [line for line in changed if not re.search(r"\]\([^)]*\)\(", line)] == []


def plain(line: str) -> str:
    return re.sub(r"  +", " ", line)


def test_a_pointer_may_look_ahead_or_at_another_pointer():
    text = "1. A\n1.1. Pro: -> See 1.2.\n1.2. Con: -> See 1.3.\n1.3. Con: B\n"
    m = back(text, "kialo")
    assert lines(m) == [("1.3", "support", "1"), ("1.3", "attack", "1")]


def test_lines_that_people_have_indented_or_typed_without_the_last_stop():
    text = "1. Ban cars\n  1.1. Pro: air\n    1.1.1 con: wind\n  see 1.2. Pro: this goes on\n1.2. Con: shops\n"
    m = read_result(io.StringIO(text), "kialo").map
    assert [(claim.id, claim.text) for claim in m.claims] == [
        ("1", "Ban cars"),
        ("1.1", "air"),
        ("1.1.1", "wind see 1.2. Pro: this goes on"),
        ("1.2", "shops"),
    ]
    assert [(each.source, each.kind.value) for each in m.relations] == [
        ("1.1", "support"),
        ("1.1.1", "attack"),
        ("1.2", "attack"),
    ]


def test_markdown_that_people_have_moved_about():
    text = """# Cars

* Ban cars.

    * **pro**: <a name='air'></a>The air gets better,
      everywhere.
    * __Con__: Shops lose \\*all\\*.

        + Con, see: [the air](#air)
"""
    m = back(text, "kialo-markdown")
    assert [claim.text for claim in m.claims] == ["Ban cars.", "The air gets better, everywhere.", "Shops lose *all*."]
    assert lines(m) == [("1.1", "support", "1"), ("1.2", "attack", "1"), ("1.1", "attack", "1.2")]


# -- writing: what becomes of what Kialo does not know ----------------------------------------------------------------


def test_arguments():
    m = ArgumentMap()
    main = m.claim("Ban cars", title="Ban")
    single = m.argument(premises=["The air gets better"], conclusion=main, title="Air")
    m.argument("Children first", premises=["Streets are for all", "Children are of all"], conclusion=main)
    m.argument(premises=["It is late", "Late is bad"], conclusion=main)
    m.undercut("Better is not good", single)
    m.rebut("Shops lose", main, title="Shops")
    text, losses = written(m, "kialo")
    assert text == (
        "Discussion Title:\n\n"
        "1. Ban cars\n"
        "1.1. Pro: The air gets better\n"
        "1.1.1. Con: A3\n"
        "1.1.1.1. Pro: Better is not good\n"
        "1.2. Pro: Children first\n"
        "1.2.1. Pro: Streets are for all\n"
        "1.2.2. Pro: Children are of all\n"
        "1.3. Pro: It is late + Late is bad\n"
        "1.3.1. Pro: It is late\n"
        "1.3.2. Pro: Late is bad\n"
        "1.4. Con: Shops\n"
        "1.4.1. Pro: Shops lose\n"
    )
    told = {str(loss) for loss in losses}
    assert "<Air>: The file keeps the record itself as a Pro. Kialo knows claims, no inferences." in told
    assert "[Ban]: The file keeps the id as 1. Kialo names a claim by its position." in told


def test_a_thesis_that_is_named_stands_first_and_what_is_excluded_below_it():
    m = ArgumentMap("T", data={"thesis": "Main"})
    other = m.claim("Other", title="Other")
    m.relate(m.claim("Main", title="Main"), "contradictory", other)
    assert written(m, "kialo")[0].splitlines()[2:] == ["1. Main", "1.1. Con: Other"]


@pytest.mark.parametrize("name", BOTH)
def test_circles_and_depth(name):
    loop = ArgumentMap()
    for source, target in (("A", "B"), ("B", "C"), ("C", "A")):
        for title in (source, target):
            if title not in loop:
                loop.claim(title, title=title)
        loop.relate(source, "support", target)
    there = back(written(loop, name)[0], name)
    assert len(there.claims) == len(there.relations) == 3
    count = 3_000
    chain = ArgumentMap.from_records(
        claims=[Claim(f"C{number}", "x") for number in range(count)],
        relations=[Relation(RelationKind.SUPPORT, f"C{number + 1}", f"C{number}") for number in range(count - 1)],
    )
    there = back(written(chain, name)[0], name)
    assert len(there.claims) == count
    assert len(there.relations) == count - 1


def test_an_argument_whose_premise_is_its_conclusion():
    m = ArgumentMap.from_records(claims=[Claim("A", "x")], arguments=[Argument("B", steps=(Step(("A",), "A"),))])
    assert lines(back(written(m, "kialo")[0], "kialo")) == [("1", "support", "1")]


@pytest.mark.parametrize("name", BOTH)
@given(
    text=st.text('1.2 PronC:\n->Se*[]()#-\tclaim"<a id=', max_size=60)
    | st.text(max_size=40).filter(lambda text: "\0" not in text)
)
def test_any_text_is_read(name, text):
    result = read_result(io.StringIO(text), name)
    assert all(each.message.endswith((".", "?")) for each in result.diagnostics)
    written(result.map, name)
