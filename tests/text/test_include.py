"""`@include`: one text from several files, and places that name the file to open."""

from __future__ import annotations

from pathlib import Path

import pytest

from argmap.source import Source
from argmap.text.include import include
from argmap.text.reader import ParseResult, parse_source


def read_file(path: Path) -> Source:
    return Source(path.read_text(encoding="utf-8"), path.name)


def read(path: Path, root: Path | None = None) -> ParseResult:
    source, problems = include(read_file(path), path, read_file, root=root)
    return parse_source(source, problems)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "main.argdown").write_text("[A]: one\n\n@include(parts/b.argdown)\n\n[C]: three\n  - *oops\n", "utf-8")
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "b.argdown").write_text("[B]: two\n  + [A]\n  + [A] bad", "utf-8")
    return tmp_path


def codes(result: ParseResult) -> list[str]:
    return [item.code for item in result.diagnostics]


def test_the_texts_become_one_map(folder: Path) -> None:
    result = read(folder / "main.argdown")
    assert [claim.id for claim in result.map.claims if claim.title] == ["A", "B", "C"]


def test_places_name_the_file_they_are_in(folder: Path) -> None:
    result = read(folder / "main.argdown")
    source = result.map.source
    assert source is not None
    assert [str(source.place(item.span.start)) for item in result.diagnostics] == ["b.argdown:3:9", "main.argdown:6:5"]
    assert source.line(result.diagnostics[0].span.start) == "  + [A] bad"
    assert str(source.place(result.map["C"].occurrences[0].span.start)) == "main.argdown:5:1"


def test_a_file_is_put_in_once(folder: Path) -> None:
    (folder / "twice.argdown").write_text("@include(parts/b.argdown)\n\n@include(parts/b.argdown)\n", "utf-8")
    assert codes(read(folder / "twice.argdown")) == ["text-after-reference", "included-twice"]


def test_a_circle_is_named(folder: Path) -> None:
    (folder / "x.argdown").write_text("[X]: x\n\n@include(y.argdown)\n", "utf-8")
    (folder / "y.argdown").write_text("[Y]: y\n\n@include(x.argdown)\n", "utf-8")
    result = read(folder / "x.argdown")
    assert codes(result) == ["include-cycle"]
    assert "x.argdown → y.argdown → x.argdown" in result.diagnostics[0].message
    assert result.map.source is not None
    assert str(result.map.source.place(result.diagnostics[0].span.start)) == "y.argdown:3:1"
    assert "X" in result.map
    assert "Y" in result.map


@pytest.mark.parametrize("target", ["../secret.argdown", "/etc/passwd", "parts/../../secret.argdown"])
def test_nothing_outside_the_folder_is_read(folder: Path, target: str) -> None:
    inner = folder / "parts" / "in.argdown"
    (folder / "secret.argdown").write_text("[Secret]: x\n", "utf-8")
    inner.write_text(f"[A]: a\n\n@include({target})\n", "utf-8")
    result = read(inner)
    assert codes(result) == ["include-outside"]
    assert "Secret" not in result.map


def test_a_link_does_not_lead_outside(folder: Path) -> None:
    (folder / "secret.argdown").write_text("[Secret]: x\n", "utf-8")
    inner = folder / "parts" / "in.argdown"
    try:
        (folder / "parts" / "way-out.argdown").symlink_to(folder / "secret.argdown")
    except OSError:
        pytest.skip("This system makes no symbolic links.")
    inner.write_text("[A]: a\n\n@include(way-out.argdown)\n", "utf-8")
    assert codes(read(inner)) == ["include-outside"]


def test_a_wider_root_can_be_given(folder: Path) -> None:
    (folder / "shared.argdown").write_text("[Shared]: x\n", "utf-8")
    inner = folder / "parts" / "in.argdown"
    inner.write_text("@include(../shared.argdown)\n", "utf-8")
    assert "Shared" in read(inner, root=folder).map


def test_a_missing_file_is_said_at_its_place(folder: Path) -> None:
    (folder / "m.argdown").write_text("[A]: a\n\n@include(nowhere.argdown)\n", "utf-8")
    result = read(folder / "m.argdown")
    assert codes(result) == ["include-not-found"]
    assert result.map.source is not None
    assert str(result.map.source.place(result.diagnostics[0].span.start)) == "m.argdown:3:1"


def test_an_include_in_a_comment_is_left_alone(folder: Path) -> None:
    (folder / "c.argdown").write_text("[A]: a\n\n// @include(nowhere.argdown)\n/* @include(x) */\n", "utf-8")
    assert codes(read(folder / "c.argdown")) == []


def test_a_long_chain_does_not_recurse(tmp_path: Path) -> None:
    for k in range(900):
        (tmp_path / f"{k}.argdown").write_text(f"[T{k}]: x\n\n@include({k + 1}.argdown)\n", "utf-8")
    (tmp_path / "900.argdown").write_text("[End]: x\n", "utf-8")
    result = read(tmp_path / "0.argdown")
    assert codes(result) == []
    assert len(result.map.claims) == 901


def test_too_many_files_are_refused(tmp_path: Path) -> None:
    for k in range(1_005):
        (tmp_path / f"{k}.argdown").write_text(f"@include({k + 1}.argdown)\n", "utf-8")
    assert "include-too-much" in codes(read(tmp_path / "0.argdown"))
