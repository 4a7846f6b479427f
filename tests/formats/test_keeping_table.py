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


def test_the_page_names_what_there_is() -> None:
    """Each format has its ending, its name or its title somewhere in the page."""
    page = PAGE.read_text("utf-8").casefold()
    for each in OWN:
        words = (each.name, each.title.casefold(), *each.suffixes)
        assert any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", page) for word in words), each.name
