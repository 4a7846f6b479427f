"""What counts as the same in two versions of a map."""

import pytest

import argmap
from argmap.changes.likeness import LEAST, Reading, pairs_alike
from argmap.changes.matching import match


def same(old, new, **options):
    return match(argmap.parse(old).map, argmap.parse(new).map, **options).names


@pytest.mark.parametrize(
    ("old", "new", "names"),
    [
        ("[A]: It rains.", "[A]: Cats sleep.", {"A": "A"}),
        ("[A]: It rains.", "[B]: It rains.", {"A": "B"}),
        ("It rains.", "[B]: It rains.", {"C1": "B"}),
        ("Phones distract pupils.", "Phones distract all pupils.", {"C1": "C1"}),
        ("Phones distract pupils.", "Phones do not distract pupils.", {}),
        ("They can be silent.", "They can be silenced.", {"C1": "C1"}),
        ("It rains.\n\nCats sleep.", "Cats sleep.\n\nIt rains.", {"C1": "C2", "C2": "C1"}),
        ("It rains.\n\nIt rains.", "It rains.", {"C1": "C1"}),
        ("授業中に電話を使わないほうがよい", "授業中に電話を使うほうがよい", {"C1": "C1"}),
        ("[A]", "[A]: It rains.", {"A": "A"}),
        ("<A>: It rains.", "[A]: It rains.", {}),
    ],
)
def test_claims(old, new, names):
    assert same(old, new) == names


def test_of_several_the_most_alike_are_taken():
    before = ["Phones distract pupils in class today", "Phones cost a lot of money"]
    after = ["Phones cost money", "Phones distract some pupils in class", "Phones distract pupils in class"]
    assert sorted(pairs_alike(before, after, Reading(argmap.ArgumentMap()))) == [(0, 2), (1, 0)]


def test_likeness_is_the_same_both_ways_round_for_the_same_words():
    reading = Reading(argmap.ArgumentMap())
    assert reading.likeness("It rains", "It rains") == 1
    assert reading.likeness("It rains", "Cats sleep") < LEAST
    assert Reading(argmap.ArgumentMap(data={"language": ["de"]})).likeness("Es regnet", "es regnet.") == 1


def test_what_several_people_wrote_is_matched_with_care():
    cars, phones = "[Cost]: Repairing cars takes money.", "[Cost]: Phones are expensive."
    assert same(cars, phones) == {"Cost": "Cost"}
    assert same(cars, phones, is_cautious=True) == {}
    alike = "[A]: Phones distract pupils in class.", "[B]: Phones distract pupils in a class."
    assert same(*alike) == {"A": "B"}
    assert same(*alike, is_cautious=True) == {}


ARGUMENT = "<A>\n\n(1) It rains.\n(2) Rain is wet.\n----\n(3) Streets are wet.\n"


def test_arguments():
    assert same(ARGUMENT, ARGUMENT.replace("<A>", "<B>"))["A"] == "B"
    more = ARGUMENT.replace("<A>", "<B>").replace("(2)", "(2) Cats sleep.\n(3)")
    assert same(ARGUMENT, more.replace("(3) Streets", "(4) Streets"))["A"] == "B"
    assert same("[X]\n  + <A>: Phones cost money.", "[X]\n  + <B>: Phones cost much money.")["A"] == "B"
    assert "A" not in same(ARGUMENT, "<B>\n\n(1) Cats sleep.\n----\n(2) Dogs bark.")


def test_sections():
    old = argmap.parse("# Pro\n\n[A]: It rains.\n\n# Con\n\n[B]: Cats sleep.").map
    new = argmap.parse("# New\n\n[C]: Dogs bark.\n\n# Con\n\n[B]: Cats sleep.\n\n# For\n\n[A]: It rains.").map
    assert match(old, new).sections == {"s1": "s3", "s2": "s2"}
