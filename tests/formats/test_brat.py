"""BRAT standoff: spans of a text are claims, and the two files come back whole."""

import io
import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.formats import Given, brat, read_result, write
from argmap.formats.table import format_of
from argmap.source import Source
from tests.formats.held import InMemory, assert_held
from tests.golden import check_golden
from tests.maps import maps

HERE = Path(__file__).parent
SAMPLE = HERE / "samples" / "brat" / "homework.ann"
CORPUS = sorted((HERE.parents[1].parent / "shared/data/formats/brat").glob("*.ann"))


class Pair(Given):
    """Lines and a text, in memory."""

    def __init__(self, lines, text=None):
        super().__init__(Source(lines, "x.ann"))
        self.other = text

    def beside(self, ending):
        return None if self.other is None else Given(Source(self.other, f"x{ending}"))


def lines(text):
    return Counter(line.rstrip() for line in text.split("\n"))


def test_the_sample_says_what_it_means():
    result = read_result(SAMPLE)
    m = result.map
    assert (result.diagnostics, result.losses) == ((), ())
    assert m.title == "Should schools give up homework?"
    assert m.data["thesis"] == "T1"
    # Two spans restate one thesis.
    assert [each.text for each in m["T1"].wordings] == ["homework has no place in school"]
    assert "T2" not in m
    text = SAMPLE.with_suffix(".txt").read_text(encoding="utf-8")
    assert m.data["sources"] == {"text": {"title": m.title, "text": text}}
    for claim in m.claims:
        for cited, wording in zip(
            claim.data["cites"], [claim.text, *(each.text for each in claim.wordings)], strict=True
        ):
            parts = cited.get("spans", [[cited["start"], cited["end"]]])
            assert " ".join(text[start:end] for start, end in parts).replace("\t", " ") == wording
    assert m["T6"].text == "Whoever remembers homework"
    said = {(r.source, r.kind.value, r.target) for r in m.relations}
    assert said == {
        ("T3", "attack", "T1"),
        ("T4", "support", "T1"),
        ("T5", "support", "T4"),
        ("T4", "attack", "T3"),
        ("T6", "support", "T1"),
    }
    assert [claim.data["role"] for claim in m.claims] == ["Premise", "MajorClaim", "Claim", "Claim", "Premise"]


def test_the_sample_comes_back(tmp_path):
    m = read_result(SAMPLE).map
    assert write(m, tmp_path / "again.ann") == []
    assert lines((tmp_path / "again.ann").read_text()) == lines(SAMPLE.read_text())
    assert (tmp_path / "again.txt").read_bytes() == SAMPLE.with_suffix(".txt").read_bytes()
    assert read_result(tmp_path / "again.ann").map == m


def test_lines_without_their_text():
    result = read_result(io.StringIO(SAMPLE.read_text()), "brat")
    assert [item.code for item in result.diagnostics] == ["no-text"]
    assert len(result.map.claims) == 5
    stream = io.StringIO()
    assert write(result.map, stream, "brat") == []
    assert lines(stream.getvalue()) == lines(SAMPLE.read_text().replace("help\tat", "help at"))
    assert read_result(io.StringIO(stream.getvalue()), "brat").map == result.map


def test_a_map_of_argmap_as_files():
    m = argmap.ArgumentMap("Rain, or sun?", data={"lang": "en"})
    rain = m.claim("It will rain", title="Rain")
    sky = m.support(["The sky is black 😀", "Black skies bring rain"], rain, title="Sky")
    m.undercut("The window is tinted", sky)
    m.rebut("The forecast says no", rain, title="Forecast")
    m.argument("Frogs know", title="Frogs")
    m.relate("Frogs", "contradictory", rain)
    m.claim(title="Empty")
    m.claim("Umbrellas cost money", tags=["costs"], data={"weight": 3})
    written = brat.write(m)
    losses = "".join(f"{loss}\n" for loss in written.losses)
    check_golden(HERE / "samples" / "brat" / "rain.golden", f"{written.text}\n{written.beside['.txt']}\n{losses}")
    assert_held(m, written, brat.read(InMemory(written)).map)
    text = written.beside[".txt"]
    for start, end, words in re.findall(r"^T\d+\t\S+ (\d+) (\d+)\t(.*)$", written.text, re.MULTILINE):
        assert text[int(start) : int(end)] == words


@given(maps())
def test_what_is_lost_is_said(m):
    written = brat.write(m)
    result = brat.read(InMemory(written))
    assert result.diagnostics == ()
    assert_held(m, written, result.map)
    again = brat.write(result.map)
    assert again.losses == ()
    assert brat.read(InMemory(again)).map == result.map


def test_files_that_say_nothing_more_make_no_data():
    m = argmap.ArgumentMap("Rain")
    rain = m.claim("It will rain", id="T1")
    m.relate(m.claim("The sky is black", id="T2"), "support", rain)
    m.relate(m.claim("The forecast says no", id="T3"), "attack", rain)
    written = brat.write(m)
    assert written.losses == ()
    assert brat.read(InMemory(written)).map == m
    assert written.text.splitlines()[1:3] == ["T2\tClaim 19 35\tThe sky is black", "A1\tStance T2 For"]


_IDS = st.sampled_from(["T1", "T2", "T3", "T4", "T5", "T9"])
_NUMBERS = st.integers(0, 40)
_WORDS = st.sampled_from(["rain falls", "on", "the roof\tof", "", "x"])
_LINES = st.one_of(
    st.builds("{}\t{} {} {}\t{}".format, _IDS, st.sampled_from(["MajorClaim", "Claim", "Premise", "Odd"]), _NUMBERS, _NUMBERS, _WORDS),
    st.builds("{}\tPremise {} {};{} {}\t{}".format, _IDS, _NUMBERS, _NUMBERS, _NUMBERS, _NUMBERS, _WORDS),
    st.builds("A{}\tStance {} {}".format, _NUMBERS, _IDS, st.sampled_from(["For", "Against", "Maybe", ""])),
    st.builds("R{}\t{} Arg1:{} Arg2:{}\t".format, _NUMBERS, st.sampled_from(["supports", "attacks", "same"]), _IDS, _IDS),
    st.sampled_from(["*\tEquiv T1 T2", "#1\tNote T1\tx", "E1\tA:T1", "T1", "R1\tx", "??", "\r", "N1\tRef T1 a:1\tb", "T1\tClaim 0 x\ty"]),
)  # fmt: skip
TEXT = "rain falls on the roof\tof the house.\n"


@st.composite
def _well(draw):
    """Lines whose words are those of the text."""
    found = []
    for number in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, len(TEXT) - 2))
        end = draw(st.integers(start + 1, len(TEXT) - 1))
        words = TEXT[start:end]
        if words != words.strip():
            continue
        role = draw(st.sampled_from(["MajorClaim", "Claim", "Premise"]))
        found.append(f"T{number + 1}\t{role} {start} {end}\t{words}")
    found += draw(st.lists(_LINES.filter(lambda line: line[0] != "T"), max_size=8))
    return "".join(f"{line}\n" for line in found)


@given(_well(), st.booleans())
def test_well_made_files_are_a_fixed_point(text, has_text):
    result = brat.read(Pair(text, TEXT if has_text else None))
    written = brat.write(result.map)
    assert written.losses == ()
    assert brat.read(InMemory(written)).map == result.map
    assert set(written.beside) == ({".txt"} if has_text else set())


@given(st.lists(_LINES, max_size=10).map(lambda found: "\n".join(found)), st.booleans())
def test_any_file_is_read_and_written(text, has_text):
    result = brat.read(Pair(text, TEXT if has_text else None))
    for item in result.diagnostics:
        assert item.message.endswith((".", "?")), item.message
    written = brat.write(result.map)
    back = brat.read(InMemory(written))
    assert_held(result.map, written, back.map)
    again = brat.write(back.map)
    assert again.losses == ()
    assert brat.read(InMemory(again)).map == back.map


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ("T2\tClaim 2 900\tx", "bad-span", "T2 ends at 900, and the text has 37 characters."),
        ("T2\tClaim 5 5\tx", "bad-span", "ends where it starts"),
        ("T2\tClaim 0 4\trein", "other-words", "The text has 'rain' at the place of T2"),
        ("T2 Claim 0 4 rain", "bad-line", "A span is T1, a tab, its type"),
        ("T1\tClaim 0 4\train", "id-twice", "'T1' is used further up already"),
        ("R1\tsupports Arg1:T1 Arg2:T8\t", "dangling", "points to 'T8'"),
        ("R1\tsame Arg1:T1 Arg2:T1\t", "other-line", "supports and attacks"),
        ("A1\tStance T1 For", "no-thesis", "there is no MajorClaim"),
        ("A1\tMood T1 Bad", "other-line", "'Mood Bad'"),
        ("hello", "bad-line", "'hello' is no line of BRAT"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(line, code, said):
    text = f"T1\tClaim 0 10\train falls\n{line}\n"
    result = brat.read(Pair(text, TEXT))
    (item,) = result.diagnostics
    assert (item.code, said in item.message) == (code, True), item.message
    assert result.map.source.place(item.span.start).line == 2


def test_a_text_that_is_not_utf_8(tmp_path):
    (tmp_path / "a.ann").write_text("T1\tClaim 0 5\tGrüße\nT2\tClaim 6 8\tan\n")
    (tmp_path / "a.txt").write_bytes("Grüße an".encode("cp1252"))
    result = read_result(tmp_path / "a.ann")
    assert [item.code for item in result.diagnostics] == ["not-utf-8", "other-words"]
    assert "a.txt:1:3: The byte 0xFC" in result.diagnostics[0].message
    (tmp_path / "a.txt").write_bytes(b"\0\1\2\xff" * 9)
    assert [item.code for item in read_result(tmp_path / "a.ann").diagnostics] == ["bad-companion"]


def test_places_too_far_out_take_no_room():
    text = "T1\tClaim 0 999999999999\tx\n"
    m = brat.read(Pair(text)).map
    assert brat.write(m).text == text
    m.claim("y")
    assert len(brat.write(m).beside[".txt"]) < 10


def test_the_content_tells_the_format():
    for text in (SAMPLE.read_text(), "T1\tClaim 0 4\train\n", "R1\tsupports Arg1:T1 Arg2:T2\t\n"):
        assert format_of(Given(Source(text, "x"))).name == "brat"
    assert format_of(Given(Source("T1 is a claim.", "x"))).name == "argdown"


def test_a_map_that_was_changed_keeps_its_text():
    m = read_result(SAMPLE).map
    m.replace("T5", text="help is common")
    m.claim("New words", id="T20")
    m.relate("T20", "support", "T5")
    m.remove("T6")
    written = brat.write(m)
    text = SAMPLE.with_suffix(".txt").read_text(encoding="utf-8")
    assert written.beside[".txt"] == text + "help is common\nNew words\n"
    assert "#1\tAnnotatorNotes T5\tIs it?" in written.text
    assert_held(m, written, brat.read(InMemory(written)).map)


@pytest.mark.skipif(not CORPUS, reason="the corpus is not here")
@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.name)
def test_the_corpus(path, tmp_path):
    raw = path.read_text(encoding="utf-8")
    result = read_result(path)
    assert (result.diagnostics, result.losses) == ((), ())
    m = result.map
    roles = Counter(re.findall(r"^T\d+\t(\w+) ", raw, re.MULTILINE))
    stances = Counter(re.findall(r"^A\d+\tStance T\d+ (\w+)", raw, re.MULTILINE))
    words = Counter(re.findall(r"^R\d+\t(\w+) ", raw, re.MULTILINE))
    assert len(m.claims) == roles["Claim"] + roles["Premise"] + 1
    assert 1 + len(m[m.data["thesis"]].wordings) == roles["MajorClaim"]
    kinds = Counter(r.kind.value for r in m.relations)
    assert kinds["support"] == stances["For"] + words["supports"]
    assert kinds["attack"] == stances["Against"] + words["attacks"]
    assert write(m, tmp_path / "again.ann") == []
    assert lines((tmp_path / "again.ann").read_text(encoding="utf-8")) == lines(raw)
    assert (tmp_path / "again.txt").read_bytes() == path.with_suffix(".txt").read_bytes()
    assert read_result(tmp_path / "again.ann").map == m


def test_a_text_with_line_ends_of_windows_is_read_as_the_places_count(tmp_path):
    words = "Rain\n\nIt rains.\nSo it is wet."
    (tmp_path / "e.ann").write_text("T1\tClaim 6 15\tIt rains.\nT2\tClaim 16 29\tSo it is wet.\n")
    (tmp_path / "e.txt").write_bytes(words.replace("\n", "\r\n").encode())
    result = read_result(tmp_path / "e.ann")
    assert [each.code for each in result.diagnostics] == ["line-ends"]
    assert result.map.data["sources"]["text"]["text"] == words
    # Places that count both signs stay as they are.
    (tmp_path / "e.ann").write_text("T1\tClaim 8 17\tIt rains.\nT2\tClaim 19 32\tSo it is wet.\n")
    result = read_result(tmp_path / "e.ann")
    assert result.diagnostics == ()
    assert result.map.data["sources"]["text"]["text"] == words.replace("\n", "\r\n")


def test_no_file_is_the_text_of_its_own_lines(tmp_path):
    (tmp_path / "e.ann.txt").write_text("T1\tClaim 0 9\tIt rains.\n")
    result = read_result(tmp_path / "e.ann.txt", "brat")
    assert [each.code for each in result.diagnostics] == ["no-text"]
    assert "sources" in result.map.data
    assert "text" not in result.map.data["sources"]["text"]
