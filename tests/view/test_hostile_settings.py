"""No front matter makes drawing raise."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argmap.view import ARGDOWN, View, diagram_of
from argmap.view.settings import _KNOWN
from tests.maps import maps, values
from tests.view.test_views import check


@given(st.data())
def test_any_settings_of_any_map_are_drawn(data):
    m = data.draw(maps())
    titles = [record.title or record.id for record in m] + [section.title for section in m.sections] + list(m.tags)
    titles += [f"{title} - 1" for title in titles] + ["all", "title", "default", "#abc"]
    name = st.sampled_from(titles)
    group = st.fixed_dictionaries(
        {"title": name},
        optional={
            "statements": st.lists(name, max_size=3),
            "arguments": st.lists(name, max_size=3),
            "isClosed": values,
        },
    )
    nested = st.recursive(
        group, lambda inner: st.fixed_dictionaries({"title": name, "children": st.lists(inner, max_size=2)})
    )
    value = st.one_of(
        values,
        st.booleans(),
        st.integers(-1, 3),
        name,
        st.lists(name, max_size=3),
        st.lists(nested, max_size=3),
        st.dictionaries(
            name, st.one_of(values, st.fixed_dictionaries({"isGroup": st.booleans(), "isClosed": st.booleans()}))
        ),
    )
    colours = ("colorScheme", "tagColors", "statementColors", "argumentColors", "groupColors", "relationColors")
    keys = {**_KNOWN, "color": colours, "model": ("explodeArguments",)}
    for key, known in keys.items():
        if data.draw(st.booleans()):
            one = st.fixed_dictionaries({}, optional=dict.fromkeys(known, value))
            m.data[key] = data.draw(st.one_of(one, values))
    check(diagram_of(m))
    check(diagram_of(m, View.of(m, ARGDOWN)))
    check(diagram_of(m, View.of(m, steps="hide", regroup=())))
