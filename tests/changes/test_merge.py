"""What `argmap.merge` makes of the work of groups, and what it says."""

import pytest

import argmap
from argmap.changes import ConflictKind as K
from argmap.changes.showing import shown_in

BASE = """# Pro

[Phones]: Phones distract pupils. {side: pro}
  + [Noise]: They ring all day.
    + [Loud]: Ringing is loud.
  - [Home]: Some pupils must call home.

<Arg>

(1) [Noise]
----
(2) [Phones]
"""


def made(*changes, prefer=None):
    """The base with words put in place of others, one pair for each, by the name of a file."""
    maps = []
    for name, pairs in zip("abc", changes, strict=False):
        text = BASE
        for old, new in pairs:
            assert old in text
            text = text.replace(old, new)
        maps.append(argmap.parse(text, f"{name}.argdown").map)
    return argmap.merge(*maps, base=argmap.parse(BASE).map, prefer=prefer)


def kinds(merged):
    return [conflict.kind for conflict in merged.conflicts]


def test_each_sort_of_conflict():
    for one, other, kind in [
        ([("distract pupils", "distract all")], [("distract pupils", "are fun")], K.REWORDED),
        ([("side: pro", "side: con")], [("side: pro", "side: both")], K.DATA),
        ([("(1) [Noise]\n", "(1) [Noise]\n(2) [Home]\n")], [("(1) [Noise]\n", "(1) [Loud]\n")], K.PREMISES),
        ([("+ [Noise]:", "- [Noise]:")], [("+ [Noise]:", "_ [Noise]:")], K.RELATION),
        ([("# Pro", "# For")], [("# Pro", "# Yes")], K.RENAMED),
        (
            [("  - [Home]: Some pupils must call home.\n", "")],
            [("must call home.", "must call home.\n    - [Bus]: They can take a bus.")],
            K.GONE,
        ),
        ([("[Loud]:", "[Din]:")], [("[Loud]:", "[Row]:")], K.RENAMED),
    ]:
        merged = made(one, other)
        assert kinds(merged) == [kind], (one, other, merged)
        assert "a.argdown: " in str(merged)
        assert "b.argdown: " in str(merged)
        assert "To settle it, " in str(merged)
        text = merged.map.to_argdown()
        assert argmap.parse(text).map == merged.map
        assert kind is K.RENAMED or "#conflict" in text


def test_for_and_against():
    one, other = (
        argmap.parse(f"[A]: It rains.\n\n[B]: Cats sleep.\n  {sign} [A]", f"{sign}.argdown").map for sign in "+-"
    )
    merged = argmap.merge(one, other)
    assert kinds(merged) == [K.SIGNS]
    assert merged.conflicts[0].says == (("+.argdown", "[A] supports [B]"), ("-.argdown", "[A] attacks [B]"))
    assert len(merged.map.relations) == 2
    left = argmap.merge(one, other, prefer="-.argdown")
    assert not left.conflicts
    assert [relation.kind.value for relation in left.map.relations] == ["attack"]


NO_HOME = [("  - [Home]: Some pupils must call home.\n", "")]


@pytest.mark.parametrize(
    ("others", "said"),
    [
        (
            [("must call home.", "must call home.\n    - [Bus]: They can take a bus.")],
            ("a.argdown removed what b.argdown had this rest on, so it is gone as well: [Bus] attacks [Home].",),
        ),
        (
            [("(1) [Noise]\n", "(1) [Noise]\n(2) [Home]\n")],
            ("<Arg> has its premises from a.argdown, which removed one of those that b.argdown gave it.",),
        ),
        (
            [("<Arg>", "<New>\n\n(1) [Home]\n----\n(2) [Noise]\n\n<Arg>")],
            ("a.argdown removed what b.argdown had this rest on, so it is gone as well: <New>.",),
        ),
        (
            [("    + [Loud]: Ringing is loud.\n", ""), ("call home.", "call home.\n    + [Loud]: Ringing is loud.")],
            ("a.argdown removed what b.argdown had this rest on, so it is gone as well: [Loud] supports [Home].",),
        ),
        ([("must call home", "have to call home")], ()),
    ],
)
def test_what_the_preferred_map_removed_is_gone_and_what_rests_on_it_is_told(others, said):
    assert kinds(made(NO_HOME, others)) == [K.GONE]
    merged = made(NO_HOME, others, prefer="a.argdown")
    assert not merged.conflicts
    assert "Home" not in merged.map
    assert merged.given_up == said
    assert merged.map["Arg"].premises == ("Noise",)
    assert str(merged) == "\n".join(("Everything could be merged.", *said))
    assert argmap.parse(merged.map.to_argdown()).map == merged.map
    other = made(NO_HOME, others, prefer="b.argdown")
    assert not other.conflicts
    assert "Home" in other.map


def test_what_was_moved_to_something_that_is_gone_goes_back():
    moved = [("    + [Loud]: Ringing is loud.\n", ""), ("call home.", "call home.\n    + [Loud]: Ringing is loud.")]
    merged = made(NO_HOME, moved, prefer="a.argdown").map
    assert [(each.source, each.target) for each in merged.relations if each.source == "Loud"] == [("Loud", "Noise")]


def test_what_others_put_into_a_section_that_the_preferred_map_removed_stays():
    merged = made([("# Pro\n\n", "")], [("- [Home]", "- [New]: New.\n  - [Home]")], prefer="a.argdown")
    assert not merged.conflicts
    assert merged.map["New"].text == "New."


def test_one_title_for_different_things():
    one, other = (argmap.parse(f"[Cost]: {text}").map for text in ("Phones are expensive.", "Cars need repair."))
    merged = argmap.merge(one, other, names=["Ada", "Ben"])
    assert kinds(merged) == [K.SAME_TITLE]
    assert [(claim.id, claim.text) for claim in merged.map.claims] == [
        ("Cost", "Phones are expensive."),
        ("Cost (Ben)", "Cars need repair. #conflict"),
    ]


def test_a_claim_and_an_argument_may_share_a_title():
    one, other = argmap.parse("[Cost]: Phones are expensive.").map, argmap.parse("<Cost>: Cars need repair.").map
    merged = argmap.merge(one, other)
    assert not merged.conflicts
    assert [record.id for record in merged.map] == ["Cost", "<Cost>"]


def test_what_is_kept_of_an_argument_with_different_premises():
    merged = made([("(1) [Noise]\n", "(1) [Noise]\n(2) [Home]\n")], [("(1) [Noise]\n", "(1) [Loud]\n")])
    assert merged.map["Arg"].premises == ("Noise", "Home")
    assert merged.map["Arg (b.argdown)"].premises == ("Loud",)
    assert merged.map["Arg (b.argdown)"].data["from"] == {"b.argdown": {"argument": "Arg"}}
    assert merged.conflicts[0].others == ("Arg (b.argdown)",)


def test_three_groups():
    merged = made(
        [("Ringing is loud.", "Ringing is very loud.")],
        [("Some pupils", "Many pupils")],
        [("Some pupils", "Few pupils"), ("side: pro", "side: con")],
    )
    assert kinds(merged) == [K.REWORDED]
    assert merged.map["Home"].data["from"] == {"c.argdown": {"text": "Few pupils must call home."}}
    assert merged.map["Phones"].side == "con"
    assert merged.map["Loud"].text == "Ringing is very loud."


def test_removed_in_all_is_gone():
    gone = [("    + [Loud]: Ringing is loud.\n", "")]
    assert "Loud" not in made(gone, gone).map
    assert "Loud" not in made(gone, [("side: pro", "side: con")]).map


def test_sections_that_would_lie_in_each_other():
    base = argmap.ArgumentMap()
    one, two = base.section("One", level=1), base.section("Two", level=1)
    a, b = base.copy(), base.copy()
    a.replace(two, level=2, parent=one)
    b.replace(one, level=2, parent=two)
    merged = argmap.merge(a, b, base=base)
    assert merged.conflicts
    argmap.ArgumentMap.from_json(merged.map.to_json())


def test_who_wrote_what():
    one, other = (
        argmap.parse("[A]: It rains.\n  - [B]: Cats sleep.").map,
        argmap.parse("[A]: It rains.\n  + [C]: Dogs.").map,
    )
    merged = argmap.merge(one, other, names=["Ada", "Ben"], authors=True).map
    assert {claim.id: claim.data["author"] for claim in merged.claims} == {"A": ["Ada", "Ben"], "B": "Ada", "C": "Ben"}


def test_names():
    m = argmap.parse("[A]: It rains.", "a.argdown").map
    assert argmap.merge(m, m, argmap.ArgumentMap()).who == ("a.argdown", "a.argdown (2)", "map 3")
    with pytest.raises(argmap.ArgmapError, match="There are 1 maps and 2 names"):
        argmap.merge(m, names=["a", "b"])
    with pytest.raises(argmap.UnknownNameError, match=r"Did you mean 'a.argdown'\?"):
        argmap.merge(m, prefer="a.argdwn")
    with pytest.raises(argmap.UnknownNameError, match="no map number 3"):
        argmap.merge(m, prefer=3)
    with pytest.raises(argmap.ArgmapError, match="nothing to merge"):
        argmap.merge()


def test_the_picture_says_who_says_what():
    merged = made([("distract pupils", "distract all")], [("distract pupils", "are fun")])
    m, sentences = shown_in(merged)
    assert m["Phones"].text == "a.argdown: Phones distract all. / b.argdown: Phones are fun. #conflict"
    assert list(sentences) == ["Phones"]
    assert merged.map["Phones"].text == "Phones distract all. #conflict"


def test_data_called_from_stay():
    one, other = (argmap.parse(f"[A]: It rains. {{from: Ada, x: {x}}}").map for x in (1, 2))
    assert argmap.merge(one, other).map["A"].data["from"] == {"": "Ada", "<text> (2)": {"x": 2}}
