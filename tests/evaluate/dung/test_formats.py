"""Frameworks in files: round trips, what is accepted, and what is refused with its place."""

from __future__ import annotations

import io
import re
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.errors import ReadError, UnknownNameError, WriteError
from argmap.evaluate.dung import Framework
from argmap.frameworks import faults
from argmap.frameworks.files import FORMATS
from tests.evaluate.dung.strategies import ANY, PLAIN, frameworks

NAMES = [each.name for each in FORMATS]
each_format = pytest.mark.parametrize("form", NAMES)
WEATHER = Framework(["rain", "sun", "wind"], [("sun", "rain"), ("rain", "sun"), ("wind", "wind")])
NUMBERS = Framework(["1", "2", "3"], [("1", "2"), ("2", "3")])


def same(one: Framework, other: Framework) -> bool:
    """Whether they are equal, in the order of their arguments as well."""
    return one == other and one.arguments == other.arguments


# Round trips


@given(frameworks(), st.sampled_from(NAMES))
def test_what_is_written_is_read(framework, form):
    text = framework.to_text(form)
    assert same(Framework.parse(text, form), framework)
    if text:
        assert same(Framework.parse(text), framework)  # and the form is told by the text
    assert Framework.parse(text, form).to_text(form) == text


@given(frameworks(names=ANY), st.sampled_from(NAMES))
def test_every_framework_can_be_written_and_names_that_change_are_reported(framework, form):
    stream = io.BytesIO()
    renamed = framework.write(stream, form)
    back = Framework.read(io.BytesIO(stream.getvalue()), form)
    names = [renamed.get(name, name) for name in framework.arguments]
    assert list(back.arguments) == names
    assert set(back.attacks) == {(renamed.get(a, a), renamed.get(b, b)) for a, b in framework.attacks}
    assert all(renamed[name] != name for name in renamed)
    if renamed:
        with pytest.raises(WriteError, match="cannot hold the name"):
            framework.to_text(form)


@given(frameworks(), st.sampled_from(NAMES), st.sampled_from(["\r\n", "\r", "\n\n", " \n", "\t\r\n"]), st.booleans())
def test_line_ends_blank_lines_and_a_mark_do_not_matter(framework, form, end, is_marked):
    text = framework.to_text(form).replace("\n", end)
    data = text.encode("utf-8-sig" if is_marked else "utf-8")
    assert same(Framework.read(io.BytesIO(data), form), framework)
    assert same(Framework.read(io.BytesIO(text.encode("utf-16")), form), framework)


@given(st.text("pafrgt ()%.,#\n\r12x\0é", max_size=40), st.sampled_from([None, *NAMES]))
def test_no_text_does_anything_but_read_or_be_refused_with_a_place(text, form):
    try:
        framework = Framework.parse(text, form, name="t")
    except ReadError as error:
        refusal = error
    else:
        assert len(framework.sources) == len(framework.targets)
        return
    assert re.match(r"t:[0-9]+:[0-9]+: [^\n\r]+\.$", str(refusal)), refusal
    for each in refusal.diagnostics:
        assert 0 <= each.span.start <= each.span.end <= len(text)


@given(st.lists(PLAIN, unique=True, min_size=1, max_size=5), st.randoms())
def test_facts_of_apx_stand_in_any_order_and_with_any_blanks(names, random):
    facts = [f"arg({name})." for name in names]
    facts += [f"att( {names[0]} ,\n{name} ) ." for name in names]
    random.shuffle(facts)
    text = " % arg(no).\n".join(facts)
    found = Framework.parse(text, "apx")
    assert sorted(found.arguments) == sorted(names)
    assert set(found.attacks) == {(names[0], name) for name in names}


# What is written


def test_the_texts():
    assert NUMBERS.to_text() == "p af 3\n1 2\n2 3\n"
    assert WEATHER.to_text("iccma") == "p af 3\n# 1 rain\n# 2 sun\n# 3 wind\n1 2\n2 1\n3 3\n"
    assert WEATHER.to_text("APX").splitlines()[2:] == [
        "arg(wind).",
        "att(rain,sun).",
        "att(sun,rain).",
        "att(wind,wind).",
    ]
    assert WEATHER.to_text("tgf") == "rain\nsun\nwind\n#\nrain sun\nsun rain\nwind wind\n"
    assert Framework().to_text() == "p af 0\n"


def test_a_name_of_several_words_is_a_label_in_tgf():
    rain = Framework(["it rains", "it_rains"], [("it rains", "it_rains")])
    assert rain.to_text("tgf") == "it_rains_2 it rains\nit_rains\n#\nit_rains_2 it_rains\n"


def test_renamed_names_are_like_the_old_ones_and_all_different():
    framework = Framework(["a,b", "a_b", "a b", "(", ","])
    assert framework.write(io.StringIO(), "apx") == {"a,b": "a_b_2", "a b": "a_b_3", "(": "argument", ",": "argument_2"}


@each_format
def test_files(form, tmp_path):
    ending = next(each.suffixes[0] for each in FORMATS if each.name == form)
    path = tmp_path / f"weather{ending}"
    path.write_text("old")
    assert WEATHER.write(path) == {}
    assert path.read_text() == WEATHER.to_text(form)
    for source in (path, str(path), path.open("rb"), path.open()):
        assert same(Framework.read(source), WEATHER)
        if hasattr(source, "close"):
            source.close()
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_a_file_that_cannot_be_written(tmp_path):
    with pytest.raises(WriteError, match="there is no folder"):
        WEATHER.write(tmp_path / "no" / "weather.apx")
    with pytest.raises(UnknownNameError, match="Did you mean '.apx'"):
        WEATHER.write(tmp_path / "weather.ap")
    with pytest.raises(UnknownNameError, match="name it, as in format='apx'"):
        WEATHER.write(io.StringIO())
    with pytest.raises(WriteError, match="type int is neither"):
        WEATHER.write(3)
    with pytest.raises(UnknownNameError, match="Did you mean 'apx'"):
        WEATHER.to_text("apxx")


# What is read


@pytest.mark.parametrize(
    ("text", "names", "attacks"),
    [
        ("# a comment\n\np af 2\n# 1 2 3\n1 2\n", "1 2", "1>2"),
        ("p af 2\n# 1 rain\n1 2\n#\n  # 2 sun shine\n", "rain|sun shine", "rain>sun shine"),
        ("p af 2\n# 1 rain\n", "1 2", ""),  # not every argument has a name
        ("p af 2\n# 1 rain\n# 2 rain\n", "1 2", ""),  # the names are not different
        ("p af 2\n# 1 rain\n# 2 sun\n# 2 wind\n", "1 2", ""),  # one is named twice
        ("p af 2\n# 1 rain\n# 2 sun\n# 3 wind\n", "1 2", ""),  # there is no third
        ("p\taf  02 \n 1\t2 \n1 2", "1 2", "1>2"),
        ("p af 0", "", ""),
        ("#\n", "", ""),
        ("1\n2\n#\n1 2\n", "1 2", "1>2"),
        ("1 January\n2 not at all\n#\n1 2\n", "January|not at all", "January>not at all"),
        ("a\n#", "a", ""),
        ("% nothing\narg(a).arg(b).att(a,b).", "a b", "a>b"),
        ("att(a,a). arg(a).", "a", "a>a"),
    ],
)
def test_what_is_accepted(text, names, attacks):
    found = Framework.parse(text)
    assert list(found.arguments) == (names.split("|") if "|" in names else names.split())
    assert [f"{a}>{b}" for a, b in found.attacks] == [each for each in attacks.split("|") if each]


@pytest.mark.parametrize(
    ("form", "text", "place", "sentence"),
    [
        ("iccma", "", "1:1", "There is no line `p af`"),
        ("iccma", "# only\n", "2:1", "There is no line `p af`"),
        ("iccma", "1 2\np af 2\n", "1:1", "Before this, a line `p af` is missing"),
        ("iccma", "p af 2\n1 2\np af 2\n", "3:1", "second line `p af`; line 1 is the first"),
        ("iccma", "p cnf 2 1\n", "1:1", "'p cnf 2 1' is not the beginning of an abstract framework"),
        ("iccma", "p af -2\n", "1:1", "is not the beginning"),
        ("iccma", "p af 2\n\n1\n", "3:1", "This line has one number"),
        ("iccma", "p af 2\n1 2 # why\n1 2 2\n", "2:5", "'#' is no number of an argument"),
        ("iccma", "p af 2\n1 2\n1 2 2\n", "3:1", "This line has 3 numbers"),
        ("iccma", "p af 2\n1\n2\n", "2:1", "This line has one number"),
        ("iccma", "# é\np af 2\n1 3\n", "3:3", "There is no argument 3: by line 2, the numbers go from 1 to 2."),
        ("iccma", "p af 2\n0 1\n", "2:1", "There is no argument 0"),
        ("iccma", f"p af 2\n1 {'9' * 5000}\n", "2:3", "There is no argument 999999999999999999…"),
        ("iccma", "p af 0\n1 1\n", "2:1", "there are no arguments"),
        ("iccma", "p af 2\n-1 2\n", "2:1", "'-1' is no number"),
        ("iccma", "p af 2\n1 é\n", "2:3", "'é' is no number"),
        ("iccma", "p af 2\n1 2\0\n", "2:3", "no number"),
        ("iccma", f"p af {'9' * 5000}\n", "1:6", "more than 2,000,000 arguments"),
        ("iccma", "p af 2000001\n", "1:6", "more than 2,000,000 arguments"),
        ("apx", "arg(a).\narg(a).\n", "2:5", "The argument 'a' is given twice; line 1 gives it first."),
        ("apx", "arg(rain).\natt(rain,rian).\n", "2:10", "There is no argument 'rian'. Did you mean 'rain'?"),
        ("apx", "arg(a). att(b,a).", "1:13", "add arg(b)."),
        ("apx", "arg(a).\natt(a).\n", "2:1", "'att(a).' has not the right number of names: att takes two names"),
        ("apx", "arg(a,b).", "1:1", "arg takes one name"),
        ("apx", "arg(a).\natt(a,a,a).", "2:1", "'att(a,a,a).' is not a whole fact"),
        ("apx", "arg(a b).", "1:1", "A name has no blanks"),
        ("apx", "arg(a)\narg(b).", "1:1", "'arg(a)' is not a whole fact"),
        ("apx", "arg(a). atk(a,a).", "1:9", "neither an argument nor an attack. Did you mean 'att'?"),
        ("apx", "arg(a\0).", "1:1", "not a whole fact"),
        ("tgf", "a\nb\n", "3:1", "There is no line `#`"),
        ("tgf", "a\nb\na\n#\n", "3:1", "The argument 'a' is given twice; line 1"),
        ("tgf", "1 a\n2 a\n#\n", "2:3", "The argument 'a' is given twice; line 1"),
        ("tgf", "a\n#\na\n", "3:1", "This line has one word"),
        ("tgf", "a\n#\na a attacks\n", "3:1", "This line has 3 words"),
        ("tgf", "a\n#\na a\n#\n", "4:1", "a second line `#`"),
        ("tgf", "rain\n#\nrain  rian\n", "3:7", "There is no argument 'rian'. Did you mean 'rain'?"),
        ("tgf", "a\0\n#\n", "1:2", "This is a NUL"),
        (None, "", "1:1", "This text says nothing. Name its format"),
        (None, "\n% x\n# x\n", "4:1", "This text says nothing"),
        (None, "Rain and sun.\n", "1:1", "no text of a framework that argmap knows"),
        (None, "1 2\n2 1\n", "1:1", "a line `p af` is missing"),
        (None, "p aba 8\n", "1:1", "not the beginning of an abstract framework"),
    ],
)
def test_what_is_refused(form, text, place, sentence):
    with pytest.raises(ReadError) as caught:
        Framework.parse(text, form, name="net")
    assert str(caught.value).startswith(f"net:{place}: ")
    assert sentence in str(caught.value)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"\x7fELF\x02\x01\x01\0\xff", "is not text"),
        (b"arg(caf\xe9).", "1:8: The byte 0xE9 here is not UTF-8"),
        (b"\0\0\0", "is not text"),
    ],
)
def test_bytes_that_are_no_text(data, sentence):
    with pytest.raises(ReadError, match=sentence):
        Framework.read(io.BytesIO(data))


def test_the_ending_tells_a_format_where_the_text_does_not(tmp_path):
    path = tmp_path / "empty.apx"
    path.write_text("")
    assert len(Framework.read(path)) == 0
    with pytest.raises(ReadError, match=re.escape("Did you mean 'empty.apx'?")):
        Framework.read(tmp_path / "emty.apx")


@pytest.mark.parametrize("source", [None, 3, Path("nowhere.apx")])
def test_what_is_no_file(source):
    with pytest.raises(ReadError):
        Framework.read(source)
    with pytest.raises(ReadError):
        Framework.parse(source)


def test_a_limit_on_arguments(monkeypatch):
    monkeypatch.setattr(faults, "MAX_ARGUMENTS", 2)
    for text in ("p af 3\n", "arg(a).arg(b).arg(c).", "a\nb\nc\n#\n"):
        with pytest.raises(ReadError, match="more than 2 arguments"):
            Framework.parse(text)


def test_many_attacks_come_back():
    random = np.random.default_rng(7)
    sources, targets = random.integers(0, 5_000, (2, 50_000))
    framework = Framework.from_positions([f"a{k}" for k in range(5_000)], sources, targets)
    for form in NAMES:
        back = Framework.parse(framework.to_text(form))
        assert back.arguments == framework.arguments
        assert np.array_equal(back.sources, framework.sources)
        assert np.array_equal(back.targets, framework.targets)
