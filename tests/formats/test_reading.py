"""Reading files of any format: from where, in which format, and what is said when there is nothing to read."""

import io
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.errors import ReadError, UnknownNameError
from argmap.files import opening
from argmap.formats import read, read_result

TEXT = "[Rain]: It rains.\n  - [Sun]: The sun shines.\n"


@pytest.fixture(autouse=True)
def _folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def made() -> argmap.ArgumentMap:
    return argmap.parse(TEXT).map


@pytest.mark.parametrize(
    "source",
    [
        lambda: "rain.argdown",
        lambda: Path("rain.argdown"),
        lambda: os.fsencode("rain.argdown"),
        lambda: io.StringIO(TEXT),
        lambda: io.BytesIO(TEXT.encode()),
        lambda: io.BytesIO(TEXT.encode("utf-16")),
        lambda: io.StringIO("\ufeff" + TEXT),
        lambda: io.StringIO(made().to_json()),
        lambda: io.BytesIO(made().to_json().encode()),
    ],
    ids=["str", "Path", "bytes path", "text", "bytes", "utf-16", "mark", "JSON text", "JSON bytes"],
)
def test_sources(source):
    Path("rain.argdown").write_text(TEXT)
    assert read(source()) == made()


def test_an_open_file_is_read_and_stays_open():
    Path("rain.argdown").write_text(TEXT)
    with open("rain.argdown") as file:
        result = read_result(file)
        assert not file.closed
    assert result.map.source.name == "rain.argdown"


def test_the_ending_tells_the_format_and_the_content_where_it_does_not():
    Path("map.json").write_text(made().to_json())
    Path("map.txt").write_text(made().to_json())
    Path("MAP.AD").write_text(TEXT)
    Path("text").write_text(TEXT)
    for name in ("map.json", "map.txt", "MAP.AD", "text"):
        assert read(name) == made(), name


def test_a_format_that_is_named_counts():
    Path("map.argdown").write_text(made().to_json())
    assert read("map.argdown", format="JSON") == made()
    assert read("map.argdown") != made()


def test_an_unknown_format():
    with pytest.raises(UnknownNameError, match="no format 'argdwn'. Did you mean 'argdown'\\?"):
        read(io.StringIO(TEXT), format="argdwn")


def test_the_name_for_messages():
    result = read_result(io.StringIO("[A]: *x"), name="given")
    assert result.map.source.name == "given"
    assert read_result(io.StringIO("[A]: *x")).map.source.name == "<stream>"


def test_a_missing_file_and_the_nearest_name():
    Path("debate.argdown").write_text(TEXT)
    with pytest.raises(ReadError, match=r"^There is no file 'debat.argdown'. Did you mean 'debate.argdown'\?$"):
        read("debat.argdown")
    with pytest.raises(ReadError, match=r"^There is no file 'qqq'.$"):
        read("qqq")
    with pytest.raises(ReadError, match=r"'no/debate.argdown': there is no folder 'no'"):
        read("no/debate.argdown")


def test_a_folder():
    Path("debates").mkdir()
    with pytest.raises(ReadError, match="'debates' is a folder"):
        read("debates")


def test_a_file_that_may_not_be_read(monkeypatch):
    def refuse(*_args, **_options):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    with pytest.raises(ReadError, match=r"'x' cannot be read: Permission denied\."):
        read("x")


def test_a_path_that_no_system_has():
    with pytest.raises(ReadError, match="cannot be read"):
        read("a\0b")


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is not text: it holds bytes that no text has"),
        (b"\0", "is not text"),
        (b"\0" * 5000, "is not text"),
        ("It rains.".encode("utf-16-le"), "looks like UTF-16 or UTF-32 without a mark. Save it as UTF-8."),
        ("It rains – it pours.".encode("utf-16-be"), "looks like UTF-16 or UTF-32 without a mark"),
        ("It rains.".encode("utf-32-le"), "looks like UTF-16 or UTF-32 without a mark"),
        ("It rains.".encode("utf-32-be"), "looks like UTF-16 or UTF-32 without a mark"),
    ],
)
def test_what_is_not_text(data, sentence):
    with pytest.raises(ReadError, match=sentence):
        read(io.BytesIO(data))


def test_a_text_may_hold_a_nul():
    assert read(io.BytesIO(b"[A]: a\0b"))["A"].text == "a\0b"


def test_a_text_on_one_line_is_taken_for_a_name_and_it_is_said():
    with pytest.raises(
        ReadError, match=r"^There is no file '\[A\]: one'\. If it is the text .* give it to argmap.parse\.$"
    ):
        read("[A]: one")
    with pytest.raises(ReadError, match=r"^There is no file 'one'\.$"):
        read("one")


def test_an_address_is_no_file():
    with pytest.raises(ReadError, match=r"argmap opens files only; save what is at that address, and give the file\.$"):
        read("https://example.org/debate.json")


@pytest.mark.parametrize("data", [b"", b"\n "])
def test_an_empty_file_of_json_is_called_empty(data, tmp_path):
    (tmp_path / "debate.json").write_bytes(data)
    with pytest.raises(ReadError, match=r"debate.json:1:1: The file is empty\. Save the debate anew\.$"):
        read(tmp_path / "debate.json")


def test_a_text_that_is_too_long_for_a_name_is_a_text():
    text = "[A]: It rains, " + "and rains, " * 30 + "and/or snows."
    assert read(text)["A"].text == read(text.encode())["A"].text == text.removeprefix("[A]: ")
    with pytest.raises(ReadError, match="There is no file"):
        read("folder/" * 100 + "a.argdown")


def test_no_bytes_are_an_empty_text():
    assert read(b"") == argmap.ArgumentMap()


def test_what_is_no_source():
    with pytest.raises(ReadError, match="an object of type int is neither"):
        read(42)
    closed = io.StringIO("")
    closed.close()
    with pytest.raises(ReadError, match=r"<stream> cannot be read: I/O operation on closed file\.$"):
        read(closed)
    with pytest.raises(ReadError, match="gives neither text nor bytes"):

        class Odd:
            def read(self, _size):
                return 42

        read(Odd())


def test_too_large(monkeypatch):
    monkeypatch.setattr(opening, "MAX_BYTES", 10)
    Path("small.argdown").write_bytes(b"[A]: aaaaa")
    Path("large.argdown").write_bytes(b"[A]: aaaaaa")
    assert len(read("small.argdown")) == 1
    with pytest.raises(ReadError, match=r"'large.argdown' is larger than 10 bytes, the most that argmap reads"):
        read("large.argdown")
    with pytest.raises(ReadError, match="is larger than 10"):
        read(io.StringIO("[A]: aaaaaa"))


def test_what_is_wrong_does_not_stop_reading():
    m = read(io.StringIO("[A]: one\n  + [B]: *two"))
    assert [claim.id for claim in m.claims] == ["A", "B"]


def test_nothing_could_be_read():
    with pytest.raises(ReadError, match="not a map in argmap's JSON|JSON") as caught:
        read(io.StringIO('{"format": "argmap", "version": 1,}'))
    assert caught.value.diagnostics
    with pytest.raises(ReadError) as caught:
        read(io.StringIO('{"format": "argmap", "version": 99}'))
    assert "update argmap" in str(caught.value)


def test_an_empty_text_is_an_empty_map():
    assert read(io.StringIO("")) == argmap.ArgumentMap()


def test_bytes_that_are_not_text_are_told_with_the_rest():
    result = read_result(io.BytesIO("[A]: Grüße\n\n[B]: *x".encode("latin-1")))
    assert [item.code for item in result.diagnostics] == ["not-utf-8", "unclosed-italic"]
    assert result.map["A"].text == "Gr\ufffd\ufffde"
    place = result.map.source.place(result.diagnostics[0].span.start)
    assert (place.line, place.column) == (1, 8)


def test_bytes_that_are_not_text_in_json():
    data = made().to_json().replace("The sun shines.", "Grüße").encode("latin-1")
    result = read_result(io.BytesIO(data))
    assert result.map["Sun"].text == "Gr\ufffd\ufffde"
    assert [item.code for item in result.diagnostics] == ["not-utf-8"]
    line = result.map.source.line(result.diagnostics[0].span.start)
    assert "Gr\ufffd" in line


# -- includes ------------------------------------------------------------------------------------------------


def test_includes_are_followed_from_a_file():
    Path("parts").mkdir()
    Path("debate.argdown").write_text("[A]: one\n\n@include(parts/more.argdown)\n\n[C]: three\n")
    Path("parts/more.argdown").write_text("[B]: two\n")
    assert [claim.id for claim in read("debate.argdown").claims] == ["A", "B", "C"]


def test_problems_in_an_included_file_name_that_file():
    Path("debate.argdown").write_text("[A]: one\n\n@include(more.argdown)\n\n[C]: three\n")
    Path("more.argdown").write_bytes(b"\n[B]: tw\xf6 *x\n")
    result = read_result("debate.argdown")
    places = [(item.code, str(result.map.source.place(item.span.start))) for item in result.diagnostics]
    assert places == [("not-utf-8", "more.argdown:2:8"), ("unclosed-italic", "more.argdown:2:10")]


def test_bad_bytes_of_the_file_itself_behind_an_include():
    Path("sub").mkdir()
    Path("sub/debate.argdown").write_bytes(b"[A]: one\n\n@include(more.argdown)\n\n[C]: thr\xe9e\n")
    Path("sub/more.argdown").write_text("[B]: two\n")
    result = read_result("sub/debate.argdown")
    (item,) = result.diagnostics
    place = result.map.source.place(item.span.start)
    assert (Path(place.name), place.line, place.column) == (Path("sub/debate.argdown"), 5, 9)


@pytest.mark.parametrize("data", [b"\0\0\0", b"x" * 2_000])
def test_an_included_file_that_cannot_be_read_is_a_diagnostic(data, monkeypatch):
    monkeypatch.setattr(opening, "MAX_BYTES", 1_000)
    Path("debate.argdown").write_text("[A]: one\n\n@include(more.argdown)\n")
    Path("more.argdown").write_bytes(data)
    result = read_result("debate.argdown")
    assert [item.code for item in result.errors] == ["include-not-found"]
    assert [claim.id for claim in result.map.claims] == ["A"]


def test_an_include_cannot_leave_the_folder():
    Path("inner").mkdir()
    Path("secret.argdown").write_text("[S]: secret\n")
    Path("inner/debate.argdown").write_text("[A]: one\n\n@include(../secret.argdown)\n")
    result = read_result("inner/debate.argdown")
    assert [item.code for item in result.errors] == ["include-outside"]
    assert "S" not in result.map


@given(st.binary(max_size=100))
def test_any_bytes_are_a_map_or_a_read_error(data):
    for format in (None, "argdown", "json"):  # noqa: A001
        try:
            result = read_result(io.BytesIO(data), format)
        except ReadError as error:
            assert "not text" in str(error) or "UTF-16" in str(error)  # noqa: PT017
        else:
            assert isinstance(result.map, argmap.ArgumentMap)
            assert all(item.message for item in result.diagnostics)


@pytest.mark.parametrize(
    ("there", "asked", "hint"),
    [
        ("bin.argdown", "missing.argdown", ""),
        ("rain.argdown", "sun.argdown", ""),
        ("debate.ad", "debate.argdown", " Did you mean 'debate.ad'?"),
        ("debate.argdown", "debate", " Did you mean 'debate.argdown'?"),
        ("debate.argdown", "debate.argdwn", " Did you mean 'debate.argdown'?"),
        ("My.Debate.argdown", "my.debat.argdown", " Did you mean 'My.Debate.argdown'?"),
    ],
)
def test_names_are_compared_without_their_endings(there, asked, hint):
    Path(there).write_text(TEXT)
    with pytest.raises(ReadError) as caught:
        read(asked)
    assert str(caught.value) == f"There is no file {asked!r}.{hint}"


def test_a_link_that_leads_nowhere_does_not_suggest_itself():
    try:
        Path("link.argdown").symlink_to("nowhere.argdown")
    except OSError:
        pytest.skip("this system makes no links")
    with pytest.raises(ReadError, match=r"^'link.argdown' is a link, and the file it leads to is not there\.$"):
        read("link.argdown")


def test_a_format_that_is_no_name():
    with pytest.raises(UnknownNameError, match="no format 5"):
        read(io.StringIO(TEXT), format=5)


def test_a_stream_that_is_closed():
    for stream in (io.StringIO("[A]: It rains."), io.BytesIO(b"[A]: It rains.")):
        stream.close()
        with pytest.raises(ReadError, match=r"^<stream> cannot be read: I/O operation on closed file\."):
            read(stream)


NODES = '{"nodes": [{"nodeID": "1", "text": "%s", "type": "I"}], "edges": [], "locutions": []}'


def test_of_a_file_in_which_nothing_is_to_be_shown_the_name_is_kept(tmp_path):
    path = tmp_path / "rain.json"
    path.write_text(NODES % "It rains", encoding="utf-8")
    source = read_result(path, "aif").map.source
    assert source is not None
    assert (source.name, source.text) == (str(path), "")


def test_where_something_is_told_of_a_file_its_text_shows_the_place():
    text = NODES % "Wind &amp; rain"
    result = read_result(text, "aif")
    source = result.map.source
    assert source is not None
    (told,) = result.diagnostics
    assert (source.text, source.text[told.span.start : told.span.end]) == (text, "&amp;")


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("rain.apx", " \n", "The file is empty, so this debate has no claims."),
        ("rain.tgf", "#\n", "This is read as Trivial Graph Format, and there is no claim in it. If it is of another"),
        ("rain.csv", "id,text\n", "This is read as CSV, and there is no claim in it."),
        ("rain.sadface.json", '{"a": 1}', "This is read as SADFace JSON, and there is no claim in it."),
        ("rain.arguebuf.json", "{}", "This is read as JSON of arguebuf, and there is no claim in it."),
        ("rain.arggraph.xml", "<arggraph/>", "This is read as arg-microtexts XML, and there is no claim in it."),
        ("rain.kialo.txt", "Discussion Title: Rain\n", "This is read as Kialo's text export, and there is no claim"),
    ],
)
def test_a_file_without_claims_is_told(name, text, said):
    Path(name).write_text(text)
    result = read_result(name)
    (told,) = [each for each in result.diagnostics if each.severity != "info"]
    assert (told.severity, told.message[: len(said)]) == ("warning", said)
    assert read(name) == result.map


def test_what_is_wrong_with_a_file_is_among_what_a_check_finds():
    for text, name in (
        ('{"nodes": [{"nodeID": "1", "text": "A", "type": "I"}, 5], "edges": [], "locutions": []}', "aif"),
        ("id,text,parent,stance\n1,A,,\n2,B,1,hm\n", "csv"),
        ('{"format": "argmap"', "json"),
        ("[A]: It *rains.\n", "argdown"),
    ):
        result = read_result(io.StringIO(text), name)
        assert result.errors
        found = [each.message for each in result.map.check()]
        assert [item.message for item in result.diagnostics if item.message not in found] == []
