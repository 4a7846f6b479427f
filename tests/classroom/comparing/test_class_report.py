"""What is told of a class: which claims were missed, which link was wrong most often, what to teach again."""

from __future__ import annotations

import json

import argmap
from argmap.classroom.comparing import EditKind, compare
from argmap.classroom.comparing.class_report import LEVELS, ClassReport, Missed, Summary, in_order_of_names, summary_of
from argmap.classroom.comparing.class_sheet import class_sheet
from argmap.classroom.comparing.matching import Prepared
from argmap.classroom.comparing.report import as_key
from argmap.classroom.sheets.blocks import Heading, KeyOnly, Listing, Picture, Sheet, Table
from argmap.classroom.sheets.look import LOOKS
from argmap.classroom.sheets.placing import paper_of, placed
from argmap.language import Words

KEY = """\
[Ban]: Ban cars in the city.
  + [Air]: Cars foul the air of the city.
    + [Fumes]: Engines make fumes all day.
  - [Work]: People need cars to get to work.
    - [Bus]: Buses bring people to work, too.
"""
PUPILS = {
    "zoe": KEY,
    "Ada": KEY.replace("    + [Fumes]", "  + [Fumes]"),
    "bob": KEY.replace("    + [Fumes]", "  + [Fumes]").replace("    - [Bus]: Buses bring people to work, too.\n", ""),
    "cy": KEY.replace("    - [Bus]: Buses bring people to work, too.\n", ""),
}


def report() -> ClassReport:
    key = argmap.parse(KEY).map
    found = ClassReport([Prepared(key)], "Cars")
    found.pupils = in_order_of_names(
        summary_of(name, compare(argmap.parse(text).map, key), 2) for name, text in PUPILS.items()
    )
    found.failed.append(("dee.argdown", "It is empty."))
    return found


def test_the_class_is_summed_up() -> None:
    found = report()
    assert [pupil.name for pupil in found.pupils] == ["Ada", "bob", "cy", "zoe"]
    assert [(each.id, each.number, each.bar) for each in found.missed(0)] == [
        ("Ban", 0, "□□□□□"),
        ("Air", 0, "□□□□□"),
        ("Fumes", 0, "□□□□□"),
        ("Work", 0, "□□□□□"),
        ("Bus", 2, "■■□□□"),
    ]
    worst = found.commonest_missing()
    assert worst is not None
    assert (worst[1].id, worst[1].number) == ("Bus", 2)
    wrong = found.commonest_wrong()
    assert wrong is not None
    assert found.link_in_words(wrong[0], wrong[1], Words("en")) == (
        "“Engines make fumes all day” was put somewhere else than under “Cars foul the air of the city”"
    )
    assert wrong[2] == 2
    assert found.mistakes() == [(EditKind.ADD, 2, 2), (EditKind.MOVE, 2, 2)]
    assert found.reteach() == [EditKind.ADD, EditKind.MOVE]


def test_a_summary_survives_json() -> None:
    for pupil in report().pupils:
        assert Summary.from_data(json.loads(json.dumps(pupil.to_data()))) == pupil


def test_the_heat_is_nothing_for_nobody_and_full_for_all_alone() -> None:
    for of in (1, 2, 7, 30, 1000):
        heats = [Missed(0, "A", "a", number, of).heat for number in range(of + 1)]
        assert heats == sorted(heats)
        assert [number for number, heat in enumerate(heats) if heat == 0] == [0]
        assert [number for number, heat in enumerate(heats) if heat == LEVELS] == [of]


def test_the_sheet_has_a_heat_map_in_numbers_signs_and_words() -> None:
    sheet = class_sheet(report(), Words("en"))
    assert (sheet.title, sheet.is_landscape) == ("How the class did: Cars", True)
    tables = [block for block in sheet.blocks if isinstance(block, Table)]
    assert tables[0].rows[-1] == ("Buses bring people to work, too.", "2 of 4", "■■□□□", "some missed it")
    assert [row[0] for row in tables[2].rows] == ["Ada", "bob", "cy", "zoe"]
    assert tables[3].rows == (("dee.argdown", "It is empty."),)


def test_a_class_without_maps_is_told_as_well() -> None:
    found = ClassReport([Prepared(argmap.parse(KEY).map)], "Cars")
    assert found.commonest_missing() is None
    assert found.commonest_wrong() is None
    assert class_sheet(found, Words("en")).blocks
    assert len(found.rows(Words("en"))) == 1
    assert found.to_data(Words("en"))["missed"] == []


def test_the_sheet_of_a_pupil_keeps_the_numbers_for_the_teacher() -> None:
    comparison = compare(argmap.parse(PUPILS["bob"]).map, argmap.parse(KEY).map)
    sheet = comparison.report(1, name="Bob's map")
    assert isinstance(sheet, Sheet)
    assert sheet.title == "Feedback: Bob's map"
    for_all = [block for block in sheet.blocks if not isinstance(block, KeyOnly)]
    assert not any(isinstance(block, Table) for block in for_all)
    assert [block.text for block in for_all if isinstance(block, Heading)] == ["Think about this next"]
    (teacher,) = (block for block in sheet.blocks if isinstance(block, KeyOnly))
    assert sum(isinstance(block, Table) for block in teacher.blocks) == 2
    listed = [block for block in teacher.blocks if isinstance(block, Listing)]
    assert len(listed[0].items) == len(comparison.edits)
    key = as_key(sheet, comparison, name="Bob's map", words=Words("en"))
    assert key.is_key
    assert key.title == "Feedback with all changes: Bob's map"


def test_the_marked_map_fits_on_a_page_and_its_heading_stands_beside_it() -> None:
    key = argmap.datasets.school_uniforms()
    pupil = key.subgraph([record.id for record in key if record.id != "Swap shop"])
    comparison = compare(pupil, key)
    (teacher,) = (block for block in comparison.report(1).blocks if isinstance(block, KeyOnly))
    heading, picture = teacher.blocks[-2:]
    assert isinstance(heading, Heading)
    assert isinstance(picture, Picture)
    look = LOOKS["standard"]
    assert placed(picture, paper_of(look, is_landscape=False), look.smallest).place != "tiles"
