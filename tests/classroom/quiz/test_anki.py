"""Decks and tables as the library of Anki imports them: once, and again after a change of the map.

It asks for another protobuf than other packages of the test environment, so that it has an environment of its own, in
the folder ``anki`` of the one that ARGMAP_ORACLE names.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from argmap import datasets
from tests.classroom.quiz.oracles import oracle
from tests.classroom.quiz.readers import anki

PROGRAM = Path(__file__).parents[2] / "oracle" / "deck.py"


@pytest.mark.parametrize(("ending", "changed"), [("apkg", 12), ("tsv", 1)])
def test_a_second_import_changes_the_cards_that_are_there(tmp_path, ending, changed):
    m = datasets.wet_street()
    first, second = (tmp_path / f"{name}.{ending}" for name in ("first", "second"))
    m.quiz(12, kinds="bearing, reason, objection, premise").save(first)
    (name,) = (each.about[0] for each in m.quiz(12, kinds="objection").questions)
    m.replace(m[name], text="The street is quite wet this morning.")
    made = m.quiz(12, kinds="bearing, reason, objection, premise")
    made.save(second)
    done = subprocess.run(
        [oracle("anki/bin/python"), "-W", "ignore", PROGRAM],
        input=json.dumps([str(first), str(second)]),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    (once, again), fields = json.loads(done.stdout)
    count = len(made.questions)
    assert once == [count, 0, 0]
    assert again[0] == 0
    assert again[1] >= min(changed, count)
    assert len(fields) == count
    stems = {tuple(anki.texts(field)) for field in fields}
    assert any("The street is quite wet this morning." in text for stem in stems for text in stem)


def test_a_deck_that_says_something_else_bears_another_time():
    def times(seed: int) -> set[int]:
        import io
        import sqlite3
        import tempfile
        import zipfile

        from argmap.classroom.quiz.formats.anki import write

        with tempfile.TemporaryDirectory() as folder:
            with zipfile.ZipFile(io.BytesIO(write(datasets.wet_street().quiz(4, seed=seed))[0])) as archive:
                path = archive.extract("collection.anki2", folder)
            connection = sqlite3.connect(path)
            try:
                return {time for (time,) in connection.execute("select mod from notes")}
            finally:
                connection.close()

    assert times(0) == times(0) != times(1)
