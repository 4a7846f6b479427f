"""What `argmap.diff` says."""

import json

import pytest

import argmap
from argmap.changes.word_diff import pieces, word_diff

OLD = """===
title: Phones
===

# Pro

[Phones]: Phones distract pupils. #old {side: pro, weight: 1}
  + [Noise]: They ring all day.
  + [Fun]: They are more fun than school.

<Arg>

(1) Phones ring.
----
(2) [Phones]

[Off]: Schools can ban them.
  + [Phones]
"""
NEW = """===
title: Phones at school
thesis: Phones
===

# Pro

[Phones]: Phones distract everybody. #new {side: con, values: [calm]}
  - [Noise]: They ring all day.

# Con

[Cost]: They cost a lot of money.
  - [Phones]

<Arg>

(1) Phones ring.
(2) Ringing distracts.
----
(3) [Phones]

[Ban]: Schools can ban them.
  + [Cost]
"""


def maps():
    return argmap.parse(OLD, "old.argdown").map, argmap.parse(NEW, "new.argdown").map


def test_sentences():
    told = str(argmap.diff(*maps()))
    for line in (
        "  The title was Phones; now it is Phones at school.",
        "  New: thesis is Phones.",
        "  Reworded: Phones distract [-pupils-]{+everybody+}. #[-old-]{+new+}",
        "  New tags: #new.",
        "  Tags taken away: #old.",
        "  side was pro; now it is con.",
        "  Taken away: weight was 1.",
        "  New: values is calm.",
        "  Now attacks [Phones]. Before, it supported it.",
        "  New claim: They cost a lot of money.",
        '  It also starts from "Ringing distracts".',
        "  Moved to the section Con. It was in Pro.",
        "  The title was Off; now it is Ban.",
        "  Removed. It said: They are more fun than school.",
    ):
        assert line in told.splitlines(), line
    assert "No longer supports [Phones]" not in told  # the claim is gone, and that is told


def test_places_and_json():
    found = argmap.diff(*maps())
    by_id = {(change.id, change.kind.value): change for change in found}
    assert by_id["Phones", "reworded"].before == "old.argdown:7:1"
    assert by_id["Phones", "reworded"].after == "new.argdown:8:1"
    assert by_id["Fun", "removed"].before == "old.argdown:9:5"
    assert by_id["Ban", "renamed"].was == "Off"
    data = json.loads(json.dumps(found.to_data()))
    assert data["names"] == {"Off": "Ban"}
    (words,) = (each for each in data["changes"] if each["kind"] == "reworded")
    assert (words["old"], words["new"]) == ("Phones distract pupils. #old", "Phones distract everybody. #new")
    (side,) = (each for each in data["changes"] if each.get("key") == "side")
    assert (side["kind"], side["old"], side["new"], side["field"]) == ("side", "pro", "con", "data")


def test_it_is_made_again_in_the_same_map_only():
    old, new = maps()
    found = argmap.diff(old, new)
    assert found.apply(old) == new
    with pytest.raises(argmap.ArgmapError, match="do not fit this map"):
        found.apply(new)
    other = old.copy()
    other.remove("Fun")
    with pytest.raises(argmap.ArgmapError, match="'Fun' is not as it was"):
        found.apply(other)
    more = old.copy()
    more.claim("Something else", title="Else")
    assert "Else" in found.apply(more)


def test_german_maps_are_told_in_english_where_there_are_no_words_yet():
    old, new = (argmap.parse(f"===\nlanguage: de\n===\n\n[A]: {text}").map for text in ("Es regnet.", "Es schneit."))
    assert "[A]" in str(argmap.diff(old, new))


def test_hostile_words_are_made_visible():
    old, new = argmap.ArgumentMap(), argmap.ArgumentMap()
    old.claim("a\x1b[31m", title="A\x1b")
    new.claim("b\x1b[31m \u202e", title="A\x1b")
    assert "\x1b" not in str(argmap.diff(old, new))


def test_words():
    assert word_diff("It rains.", "It rains.") == "It rains."
    assert word_diff("", "It rains.") == "{+It rains.+}"
    assert word_diff("a b c", "a x c") == "a [-b-]{+x+} c"
    assert word_diff("one two three four", "one 2 3 four") == "one [-two three-]{+2 3+} four"
    assert word_diff("電話を使う", "電話は使う") == "電話[-を-]{+は+}使う"
    old, new = "x " * 5000, "y " * 5000
    assert list(pieces(old, new)) == [(old.rstrip(), False), (new.rstrip(), True), (" ", None)]
