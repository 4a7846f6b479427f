"""Which format a file is taken for: every sample under its own ending, a shared one, none, and that of any other."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from argmap.diagnostics import Severity
from argmap.errors import ArgmapError
from argmap.files.opening import open_source
from argmap.formats import Given, read_result
from argmap.formats.table import format_named, format_of, format_of_content, is_debate, stem
from argmap.model import ArgumentMap
from argmap.source import Source
from tests.formats.sampling import OWN, Sample, samples

TOLD_BY_NAME: dict[str, str] = {}
"""Formats that cannot be told by their content alone, each with the reason."""

SAMPLES = samples()
BY_CONTENT = [each for each in SAMPLES if each.format not in TOLD_BY_NAME]


def found(path: Path) -> str:
    return format_of(Given.of(open_source(path))).name


def each_sample(some: list[Sample]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("sample", some, ids=lambda each: f"{each.format}/{each.name}")


@each_sample(list(SAMPLES))
def test_its_own_ending_tells(sample, tmp_path):
    for ending in format_named(sample.format).suffixes:
        for written in (ending, ending.upper()):
            path = sample.put(tmp_path, written)
            if ending not in format_named(sample.format).also:
                assert found(path) == sample.format
            assert is_debate(str(path))
            assert stem(str(path)) == str(tmp_path / "debate")


@each_sample(BY_CONTENT)
def test_the_content_tells_under_a_shared_ending_or_none(sample, tmp_path):
    for ending in (*format_named(sample.format).also, "", ".data", ".dat.old"):
        assert found(sample.put(tmp_path, ending)) == sample.format, ending


@each_sample(BY_CONTENT)
def test_the_content_tells_where_there_is_no_name(sample, tmp_path):
    if len(sample.files) > 1:
        pytest.skip("what has no name has no files beside it")
    data = sample.files[""]
    path = sample.put(tmp_path, format_named(sample.format).suffixes[0])
    named = read_result(path, sample.format).map
    assert read_result(io.BytesIO(data)).map == named
    assert read_result(data).map == named
    assert read_result(data.decode()).map == named
    assert read_result(io.StringIO(data.decode(), newline="")).map == named
    for encoding in ("utf-8-sig", "utf-16"):
        assert read_result(io.BytesIO(data.decode().encode(encoding))).map == named


@pytest.mark.parametrize("other", [each.name for each in OWN])
def test_under_the_ending_of_another_format_it_is_read_or_refused_in_words(other, tmp_path):
    for sample in SAMPLES:
        for ending in format_named(other).suffixes:
            try:
                result = read_result(sample.put(tmp_path, ending))
            except ArgmapError as error:
                assert str(error).endswith((".", "?"))  # noqa: PT017
                continue
            if sample.format != other and result.map == ArgumentMap():
                first = result.diagnostics[0]
                where = f"{sample.format}/{sample.name} read as {other}"
                if format_of_content(Given(Source(sample.files[""].decode("utf-8-sig")))) is None:
                    # Any text may be Argdown.
                    assert any(each.severity is not Severity.INFO for each in result.diagnostics), where
                    continue
                assert (first.code, first.severity) == ("other-format", Severity.ERROR), where
                assert first.message.endswith(f"or name that format, {sample.format}."), where


@pytest.mark.parametrize(
    ("format", "text"),
    [
        ("argdown", '{"AIF": {"nodes": [], "edges": []}}\n'),
        ("argdown", "<?xml version='1.0'?><arggraph id='a'></arggraph>\n"),
        ("kialo", '{"AIF": {"nodes": [], "edges": []}}\n'),
    ],
)
def test_a_format_that_was_named_wrongly_is_said(format, text):  # noqa: A002
    first = read_result(text, format).diagnostics[0]
    assert (first.code, first.message[-5:]) == ("other-format", "xaif." if "AIF" in text else "exts.")


@pytest.mark.parametrize(
    "text", ["# Rain\n", "// - pro: wet\n", "===\ntitle: x\n===\n", "{color: red}\n", '{"a": 1}\n', "[A\n"]
)
def test_a_text_of_argdown_in_which_nothing_is_said_is_taken_for_nothing_else(text):
    assert "other-format" not in [each.code for each in read_result(text, "argdown").diagnostics]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("README.md", "# A program\n\nIt does things:\n\n* one\n* two\n"),
        ("notes.txt", "Some notes.\n\n- one\n- two\n"),
        ("essay001.txt", "Should students work?\n\nIt is often said that they should. I agree.\n"),
        ("requirements.txt", "networkx>=3\nclick\n"),
        ("pom.xml", '<?xml version="1.0"?>\n<project><name>x</name></project>\n'),
        ("mkdocs.yml", "site_name: x\nnav:\n  - index.md\n"),
        (".pre-commit.yaml", "repos:\n- repo: x\n"),
        ("prices.csv", "name,price\na,1\nb,2\n"),
        ("prices.tsv", "name\tprice\na\t1\n"),
        ("empty.txt", ""),
        ("empty.csv", ""),
        ("empty.yml", ""),
        ("empty.xml", ""),
        ("picture.png", "x"),
        ("LICENSE", "x"),
    ],
)
def test_what_is_no_debate_is_left_alone_in_a_folder(name, text, tmp_path):
    (tmp_path / name).write_text(text)
    assert not is_debate(str(tmp_path / name))


FOREIGN = Path(__file__).parents[3] / "shared" / "data" / "formats"
FOREIGN_FORMATS = {
    "aif": {"aif"},
    "arg-microtexts": {"microtexts"},
    "argdown-json": {"argdown-json"},
    "arguebuf-json": {"arguebuf"},
    "brat": {"brat"},
    "carneades-yaml": {"carneades"},
    "graphml": {"graphml"},
    "kialo": {"kialo"},
    "ova": {"ova", "xaif"},
    "sadface": {"sadface"},
    "xaif": {"xaif"},
}


@pytest.mark.parametrize("folder", FOREIGN_FORMATS)
def test_files_of_other_tools_are_told_by_their_content(folder, tmp_path):
    names = FOREIGN_FORMATS[folder] & {each.name for each in OWN}
    paths = [path for path in (FOREIGN / folder).rglob("*") if path.is_file()]
    if not paths or names != FOREIGN_FORMATS[folder]:
        pytest.skip("the files, or the format, are not here")
    owners = {path.with_suffix("") for path in paths if path.suffix == ".ann"}
    for path in paths:
        belongs = path.suffix == ".txt" and path.with_suffix("") in owners
        assert (found(path) in names) is not belongs, path.name
        assert is_debate(str(path)) is not belongs, path.name


def test_what_is_told_by_its_name_cannot_be_told_otherwise():
    assert set(TOLD_BY_NAME) <= {each.name for each in OWN}
    assert all(reason.endswith(".") for reason in TOLD_BY_NAME.values())
