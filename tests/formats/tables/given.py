"""A debate to write as tables, and tables as a reader is given them."""

import argmap
from argmap.formats import read_result
from tests.formats.held import InMemory


def reading(nodes, edges=None, tmp_path=None, ending=".csv"):
    path = tmp_path / f"debate{ending}"
    path.write_text(nodes, encoding="utf-8", newline="")
    if edges is not None:
        path.with_suffix(f".edges{ending}").write_text(edges, encoding="utf-8", newline="")
    return read_result(path)


def debate():
    m = argmap.ArgumentMap("Rain, or sun?", data={"lang": "en"})
    weather = m.section("Weather")
    rain = m.claim("It will rain", title="Rain", tags=["sky", "wet, or not"], section=weather, data={"weight": 0.5})
    sky = m.support(
        ['=HYPERLINK("http://example.org")', 'Black skies "bring" rain; always'],
        rain,
        title="Sky",
        side="wet",
        rules="Sign",
    )
    m.step(sky, "Rain is wet", "The street will be wet", data={"strength": 2})
    m.undercut("The window is tinted", sky, scheme="example")
    m.rebut("−5 degrees, says the forecast: “no”", rain, title="Forecast", data={"author": "Ada", "cites": ["news"]})
    m.relate("C1", "contradictory", rain, data={"weight": 3, "note": "two\nlines"})
    return m


class Beside(InMemory):
    def __init__(self, written, ending):
        super().__init__(written)
        self.path = f"text{ending}"
