"""The table in docs/formats.md is what the formats do."""

from __future__ import annotations

import re

from tests.formats.keeping_table import END, PAGE, START, updated
from tests.formats.sampling import OWN
from tests.golden import check_golden


def test_the_page_is_up_to_date() -> None:
    page = PAGE.read_text("utf-8")
    assert page.count(START) == page.count(END) == 1
    check_golden(PAGE, updated(page))


def test_each_format_has_its_place_in_the_page() -> None:
    headings = "\n".join(re.findall(r"^### .*", PAGE.read_text("utf-8"), re.MULTILINE))
    assert [each.name for each in OWN if f"`{each.name}`" not in headings] == []
