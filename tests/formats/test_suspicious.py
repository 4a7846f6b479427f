"""Texts that were spoilt on the way are told, with what was meant, and left as they are; archives are refused."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.errors import ReadError
from argmap.formats import Given, read
from argmap.formats.reading import read_given
from argmap.formats.suspicious import suspicions
from argmap.source import Source


def told(text: str, file: str | None = None) -> list[tuple[str, str]]:
    m = argmap.ArgumentMap()
    m.claim(text)
    given = Given(Source(json.dumps({"text": text}) if file is None else file))
    found = suspicions(given, argmap.parse("")._replace(map=m))
    return [(each.code, given.text[each.span.start : each.span.end]) for each in found]


def misread(text: str) -> str:
    """A text in UTF-8 as a program shows it that takes it for Windows-1252."""
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in text.encode())


@pytest.mark.parametrize(
    "text",
    [
        "It’s",
        "“so”",
        "é",
        "à la carte",
        "Größe",
        "naïve",
        "5 £",
        "a\u00a0b",
        "—",
        "…",
        "☃",
        "😀",
        "Москва",
        "ελλάς",
        "™",
        "\ufeff",
    ],
)
def test_utf_8_taken_for_windows_1252_is_seen_everywhere(text):
    spoilt = misread(text)
    found = told(f"He said {spoilt} then.")
    assert [code for code, _ in found] == ["looks-like-cp1252"]
    plain = told(f"He said {spoilt} then.", f"x {spoilt} y")
    assert plain[0][1] in spoilt


@pytest.mark.parametrize(
    "text",
    [
        "It’s “so” — and “ÉTÉ”…",
        "« FRANÇAISÉ » et «ÉTÉ»",
        "„MENÜ“ und „Ä“ und „Ö“",
        "“AMANHÔ",
        "Ünïcödé, naïveté, façade, Ångström, Øre, ßẞ",
        "Москва, ελλάς, 日本語, عربى",
        "É», Ê”, Ü“, Ñ”",
        "AT&T; R&D; a & b; &c; &nosuchthing;",
        "â, ã, ð and Â alone",
    ],
)
def test_good_texts_are_not(text):
    assert told(text) == []


@pytest.mark.parametrize("entity", ["&amp;", "&quot;", "&#39;", "&#x27;", "&nbsp;", "&eacute;", "&lt;"])
def test_signs_of_html(entity):
    assert told(f"a {entity} b") == [("html-entity", entity)]


def test_the_message_names_the_record_and_the_words():
    m = argmap.ArgumentMap("Fine")
    for text in ("Fine", "Itâ€™s so", "Theyâ€™re late", "&lt;b&gt;"):
        m.claim(text)
    result = argmap.parse("")._replace(map=m)
    warning, note = suspicions(Given(Source("Itâ€™s so")), result)
    assert warning.message == (
        "This looks like UTF-8 that was read as Windows-1252: 'Itâ€™s' in [C2] was probably 'It’s', and there is such a "
        "thing in 1 other text. argmap leaves it as it is; if it is so, mend the file, or save it anew from where it "
        "came."
    )
    assert note.message == "There is '&lt;', which HTML has for '<', in [C4]. argmap leaves it as it is."
    assert (warning.span.start, warning.span.end) == (2, 5)


@pytest.mark.parametrize(
    "file", ['{"text": "It\\u00e2\\u20ac\\u2122s"}', '{"text": "It\\u00E2\\u20AC\\u2122s"}', "<e>Itâ€™s</e>"]
)
def test_it_is_found_as_json_or_xml_writes_it(file):
    at = file.index("s", file.index("It"))
    text = json.loads(file)["text"] if file[0] == "{" else "Itâ€™s"
    assert told(text, file) == [("looks-like-cp1252", file[file.index("It") + 2 : at])]


@given(st.text(max_size=30))
def test_any_text(text):
    m = argmap.ArgumentMap()
    m.claim(text)
    for each in suspicions(Given(Source(text)), argmap.parse("")._replace(map=m)):
        assert 0 <= each.span.start <= each.span.end <= max(1, len(text))


def test_files_of_people_and_of_argmap_are_left_alone():
    result = argmap.formats.read_result("[A]: Itâ€™s &amp; so.\n")
    assert result.diagnostics == ()


# -- archives ----------------------------------------------------------------------------------------------------


def zipped(name: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        file.writestr(name, "x")
    return made.getvalue()


def tarred() -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w") as file:
        file.addfile(tarfile.TarInfo("debate.argdown"))
    return made.getvalue()


def compressed(kind: str) -> bytes:
    import bz2
    import lzma

    data = b"[A]: It rains.\n"
    return {"bz2": bz2.compress(data), "xz": lzma.compress(data), "gz": gzip.compress(data)}[kind]


ARCHIVES = {
    "zip": (zipped("debate.argdown"), "is a ZIP archive, not text. Unpack it first, and give a file from it."),
    "docx": (zipped("[Content_Types].xml"), "is a document of an office program, not text. Save it as plain text"),
    "xlsx": (zipped("docProps/app.xml"), "is a document of an office program, not text."),
    "xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "is a document of an office program, not text."),
    "rtf": (b"{\\rtf1\\ansi It rains.}", "is a document of an office program, not text."),
    "tar": (tarred(), "is a tar archive, not text. Unpack it first"),
    "gz": (compressed("gz"), "is compressed with gzip, not text. Unpack it first, and give the result."),
    "bz2": (compressed("bz2"), "is compressed with bzip2"),
    "xz": (compressed("xz"), "is compressed with xz"),
    "7z": (b"7z\xbc\xaf\x27\x1c\x00\x04", "is a 7z archive, not text. Unpack it first, and give a file from it."),
    "zst": (b"\x28\xb5\x2f\xfd\x04", "is compressed with zstd"),
    "rar": (b"Rar!\x1a\x07\x01\x00", "is a RAR archive"),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3", "is a PDF, not text. Save what is in it as plain text first."),
}


@pytest.mark.parametrize("kind", ARCHIVES)
def test_archives_are_refused_by_what_they_are(kind, tmp_path):
    data, sentence = ARCHIVES[kind]
    path = tmp_path / "debate.argdown"
    path.write_bytes(data)
    for source in (path, io.BytesIO(data), data):
        with pytest.raises(ReadError, match=sentence):
            read(source)
    with pytest.raises(ReadError, match=sentence):
        read(Path(path), "json")


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE html>\n<p>It rains.",
        '\n<!doctype HTML PUBLIC "x">\n',
        '<html lang="en"><head><title>Rain</title></head></html>\n',
        "<HTML>\n<BODY>It rains.\n",
    ],
)
def test_web_pages_are_refused(text):
    for name in ("debate.argdown", "debate.html", "debate.json"):
        with pytest.raises(ReadError, match="is a web page \\(HTML\\), not a debate. Save the text that it shows"):
            read_given(Given(Source(text, name)))


def test_an_argument_may_be_called_like_a_page():
    assert next(iter(read("<html>: Pages should be short.\n\n<head>: So should heads.\n").arguments)).id == "html"


@pytest.mark.parametrize("text", ["PK is a name.\n", "BZh is a chord.\n", "7z opens it.\n", "Rar! he said.\n"])
def test_texts_that_begin_like_one_are_texts(text):
    assert next(iter(read(text).claims)).text == text.strip()
