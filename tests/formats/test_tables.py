"""Tables: two files that a spreadsheet opens, and that come back as the map they were."""

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.formats import Given
from argmap.formats.table import format_named
from argmap.formats.tables import commas, tabs
from argmap.source import Source
from tests.maps import maps


class Pair(Given):
    """A table and the one beside it, in memory."""

    def __init__(self, text, other=None, name="debate.csv"):
        super().__init__(Source(text.removeprefix("\ufeff"), name))
        self.other = other

    @property
    def both(self):
        return self


@given(maps(), st.sampled_from(["csv", "tsv"]))
def test_every_map_comes_back(tmp_path_factory, m, name):
    pass
