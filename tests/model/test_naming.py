from hypothesis import given
from hypothesis import strategies as st

from argmap.model.naming import bare, id_from_title, one_line, plain_data
from tests.maps import data, texts


@given(texts | st.text(st.characters()))
def test_a_line_is_one_line_and_stays_as_it_is(text):
    line = one_line(text)
    assert line == one_line(line)
    assert len(line.splitlines()) <= 1
    assert line == line.strip()
    line.encode()


@given(texts | st.text(st.characters()))
def test_an_id_can_stand_in_brackets_and_stays_as_it_is(title):
    name = id_from_title(title)
    assert id_from_title(name) == name
    assert not set("[]<>\n") & set(name)
    assert not name.startswith("-")
    assert bare(f"[{name}]") == bare(f"<{name}>") == bare(name) if name else not bare(name)


@given(data)
def test_plain_data_are_equal_and_apart(given):
    copy = plain_data(given)
    assert plain_data(copy) == copy
    if given == copy:
        assert copy is not given
