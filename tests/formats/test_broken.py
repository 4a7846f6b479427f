"""Broken files of every format: what is said about each, one golden text beside each file.

The files of a format lie in `broken/NAME/`, and what is said of `x.json` in `x.json.txt`. A text of the same name as
an `.ann` file belongs to that file.
"""

from pathlib import Path

import pytest

from argmap.errors import ReadError
from argmap.formats import read_result
from argmap.formats.table import format_named
from argmap.formats.writing import to_files
from tests.golden import check_golden

FOLDER = Path(__file__).parent / "broken"
FOLDERS = sorted(path for path in FOLDER.iterdir() if path.is_dir())


def is_file_to_read(path):
    belongs = path.suffix == ".txt" and (path.with_suffix("").exists() or path.with_suffix(".ann").exists())
    return path.is_file() and not belongs


FILES = sorted(path for folder in FOLDERS for path in folder.iterdir() if is_file_to_read(path))


def said(path):
    """What a person reads about a file: the messages with their places, what is lost, and what there is."""
    try:
        result = read_result(path, path.parent.name, name=path.name)
    except ReadError as error:
        return [str(error)], None
    messages = []
    for item in result.diagnostics:
        assert 0 <= item.span.start <= item.span.end <= len(result.map.source.text)
        messages.append(f"{result.map.source.place(item.span.start)}: {item.severity} {item.code}: {item.message}")
    return messages + [str(loss) for loss in result.losses], result.map


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_is_wrong_is_said(path):
    messages, m = said(path)
    assert messages, "nothing is said"
    for message in messages:
        assert message.endswith((".", "?")), f"{message} is no sentence"
        assert "object at 0x" not in message
    check_golden(path.with_name(f"{path.name}.txt"), "\n".join([*messages, repr(m)]) + "\n")
    if m is not None and format_named(path.parent.name).writes:
        to_files(m, format_named(path.parent.name))  # what could be read can be written


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_there_are_enough_broken_files(folder):
    assert format_named(folder.name).reads
    assert sum(path.parent == folder for path in FILES) >= 6
