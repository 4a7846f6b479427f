import pytest

from argmap.diagnostics import Span
from argmap.errors import ModelError, UnknownNameError
from argmap.model import ArgumentMap, Claim, Range, RangeKind, Relation, RelationKind, Section, Step, Wording


@pytest.fixture
def m():
    return ArgumentMap()


def keys(m: ArgumentMap) -> list[tuple[str, str, str, int | None]]:
    return [(r.kind.value, r.source, r.target, r.step) for r in m.relations]


class TestRemove:
    def test_with_a_claim_go_its_arguments_and_their_relations(self, m):
        thesis = m.claim("thesis", title="T")
        reason = m.claim("reason", title="R")
        argument = m.support(reason, thesis, title="A")
        doubt = m.undercut("doubt", argument, title="D")
        other = m.rebut("other", thesis, title="O")
        gone = m.remove(reason)
        assert gone == (reason, argument, Relation(RelationKind.UNDERCUT, "D", "A", 0))
        assert [r.id for r in m] == ["T", "C1", "C2", "D", "O"]
        assert keys(m) == [("support", "C1", "D", None), ("support", "C2", "O", None), ("attack", "O", "T", None)]
        assert m.relations_of(doubt) == (Relation(RelationKind.SUPPORT, "C1", "D"),)
        assert m.attacks_on(thesis) == (other,)

    def test_with_a_conclusion_goes_its_argument(self, m):
        thesis = m.claim("thesis")
        argument = m.step(m.argument(premises=["p"], conclusion=thesis), ["q"], "d")
        assert m.remove(thesis) == (thesis, argument)
        assert len(m) == 3

    def test_claims_of_an_argument_stay(self, m):
        argument = m.support("p", m.claim("c"))
        m.remove("A1")
        assert [r.id for r in m] == ["C1", "C2"]
        assert m.supports_of("C1") == ()
        assert m.leaves() == m.roots() == tuple(m)
        with pytest.raises(UnknownNameError, match="no argument 'A1'"):
            m.remove(argument)

    def test_relations_go_alone_also_by_their_mirror_image(self, m):
        a, b = m.claim("a"), m.claim("b")
        relation = m.contradict(a, b)
        assert m.remove(Relation(RelationKind.CONTRADICTORY, "C2", "C1")) == (relation,)
        assert (len(m), len(m.relations)) == (2, 0)
        with pytest.raises(UnknownNameError, match="no relation 'C1' contradictory 'C2'"):
            m.remove(relation)

    def test_content_of_a_section_moves_out(self, m):
        a, b, c = m.section("a"), m.section("b", level=2), m.section("c", level=3)
        claim, argument = m.claim("x", section=c), m.argument("y", section=b)
        assert m.remove(c, b) == (c, b)
        assert (m[claim].section, m[argument].section) == (a.id, a.id)
        m.remove(a)
        assert (m[claim].section, m[argument].section) == (None, None)

    def test_the_parent_of_a_section_inside_changes(self, m):
        a, b, c = m.section("a"), m.section("b", level=2), m.section("c", level=3)
        m.remove(b)
        assert [(s.id, s.parent, s.level) for s in m.sections] == [(a.id, None, 1), (c.id, a.id, 3)]

    def test_an_unknown_item_removes_nothing(self, m):
        m.claim("a")
        with pytest.raises(UnknownNameError):
            m.remove("C1", "C2")
        with pytest.raises(UnknownNameError):
            m.remove("C1", Section("s1", "x"))
        assert len(m) == 1

    def test_the_same_twice_is_once(self, m):
        a = m.claim("a")
        assert m.remove(a, "C1", "C1") == (a,)


class TestReplace:
    def test_only_what_is_named_changes(self, m):
        claim = m.claim("a", title="A", tags=["x"], side="open", data={"w": 1})
        new = m.replace(claim, text=" b\n c ")
        assert (new.text, new.title, new.tags, new.data) == ("b c", "A", ("x",), {"w": 1, "side": "open"})
        assert m["A"] is new

    def test_an_outdated_record_does_not_bring_old_values_back(self, m):
        old = m.claim("a")
        m.replace(old, tags=["x"])
        assert m.replace(old, text="b").tags == ("x",)

    def test_side_and_scheme_live_in_the_data(self, m):
        m.argument("a", side="open", scheme="x", data={"w": 1})
        assert m.replace("A1", side="closed", scheme=None).data == {"w": 1, "side": "closed"}
        assert m.replace("A1", side="open", data={"v": 2}).data == {"v": 2, "side": "open"}
        assert m.replace("A1", data=None).side is None

    def test_place_in_the_order_is_kept(self, m):
        for word in "abc":
            m.claim(word)
        m.replace("C2", text="x")
        m.replace("C1", id="New")
        assert [c.id for c in m.claims] == ["New", "C2", "C3"]

    @pytest.mark.parametrize(
        "changes",
        [
            {"text": 5},
            {"id": "B"},
            {"id": "a]"},
            {"tags": [""]},
            {"data": {"a": {1}}},
            {"ranges": [Range(RangeKind.BOLD, 0, 9)]},
            {"ranges": [Range(RangeKind.BOLD, 2, 1)]},
            {"id": "New", "ranges": [Range(RangeKind.BOLD, 0, 9)]},
        ],
    )
    def test_what_is_refused_changes_nothing(self, m, changes):
        claim = m.claim("text", id="A")
        m.claim("other", id="B")
        with pytest.raises(ModelError):
            m.replace(claim, **changes)
        assert m["A"] is claim

    def test_a_misspelt_field_is_met_with_the_nearest(self, m):
        claim = m.claim("text")
        with pytest.raises(UnknownNameError, match=r"'txt' of a claim .*mean 'text'"):
            m.replace(claim, txt="x")
        with pytest.raises(UnknownNameError, match="'id' of a section"):
            m.replace(m.section("x"), id="s5")

    def test_ranges_go_with_their_text(self, m):
        claim = m.replace(m.claim("It rains"), ranges=[Range(RangeKind.BOLD, 0, 2)])
        assert m.replace(claim, text="It rains").ranges == claim.ranges
        assert m.replace(claim, text="It is").ranges == ()
        marked = m.replace(claim, text="So", ranges=[Range(RangeKind.ITALIC, 0, 2)])
        assert marked.ranges == (Range(RangeKind.ITALIC, 0, 2),)


class TestRename:
    def test_steps_and_relations_follow(self, m):
        a, b = m.claim("a", title="A"), m.claim("b", title="B")
        argument = m.step(m.support([a, b], m.claim("c", title="C"), title="X"), [a], b)
        m.relate(a, "attack", a)
        m.relate(b, "undercut", argument, step=0)
        m.relate(argument, "support", a)
        m.replace("A", id="New")
        assert m["X"].steps == (Step(("New", "B"), "C"), Step(("New",), "B"))
        assert keys(m) == [("attack", "New", "New", None), ("undercut", "B", "X", 0), ("support", "B", "New", None)]
        m.replace("X", id="Y")
        assert keys(m)[1] == ("undercut", "B", "Y", 0)
        assert [r.id for r in m.neighbours("Y")] == ["New", "B", "C"]
        assert [r.id for r in m] == ["New", "B", "C", "Y"]
        assert m["Y"].title == "Y"
        assert "A" not in m

    def test_the_title_follows_unless_it_is_given_or_there_is_none(self, m):
        m.claim("a", title="A")
        assert m.replace("A", id="B").title == "B"
        assert m.replace("B", id="C", title="See").title == "See"
        assert m.replace(m.claim("b"), id="D").title is None
        assert m.replace("D", title="Dee").id == "D"

    def test_the_old_id_is_not_given_again(self, m):
        m.replace(m.claim("a"), id="New")
        assert m.claim("b").id == "C2"
        with pytest.raises(ModelError, match="used before"):
            m.replace("C2", id="C1")

    def test_mentions_follow_with_the_text_around_them(self, m):
        m.claim("a", title="Rain")
        text = "So @[Rain] and @[Rain] or @<Rain> it"
        mention = RangeKind.CLAIM_MENTION
        ranges = [
            Range(RangeKind.BOLD, 0, 2),
            Range(RangeKind.ITALIC, 0, 22),
            Range(mention, 3, 10, "Rain"),
            Range(mention, 15, 22, "Rain"),
            Range(RangeKind.ARGUMENT_MENTION, 26, 33, "Rain"),
            Range(RangeKind.BOLD, 34, 36),
        ]
        other = m.replace(m.claim(text), ranges=ranges, wordings=[Wording(text, tuple(ranges))])
        m.replace("Rain", id="Drizzle")
        new = m[other]
        assert new.text == "So @[Drizzle] and @[Drizzle] or @<Rain> it"
        assert [(r.kind, new.text[r.start : r.end], r.target) for r in new.ranges] == [
            (RangeKind.BOLD, "So", None),
            (RangeKind.ITALIC, "So @[Drizzle] and @[Drizzle]", None),
            (mention, "@[Drizzle]", "Drizzle"),
            (mention, "@[Drizzle]", "Drizzle"),
            (RangeKind.ARGUMENT_MENTION, "@<Rain>", "Rain"),
            (RangeKind.BOLD, "it", None),
        ]
        assert new.wordings == (Wording(new.text, new.ranges),)


class TestReplaceSteps:
    def test_undercuts_of_a_step_that_is_gone_attack_the_last(self, m):
        argument = m.step(m.argument(premises=["p"], conclusion="c"), [], "d")
        doubt = m.claim("doubt")
        m.relate(doubt, "undercut", argument, step=1, data={"a": 1})
        m.relate(doubt, "undercut", argument, step=0, data={"b": 2})
        m.replace(argument, steps=argument.steps[:1])
        assert keys(m) == [("undercut", doubt.id, argument.id, 0)]
        assert next(iter(m.relations)).data == {"a": 1, "b": 2}
        m.replace(argument, steps=())
        assert keys(m) == [("undercut", doubt.id, argument.id, None)]
        assert m.supports_of("C2") == ()

    def test_steps_are_checked(self, m):
        m.argument("gist")
        m.claim("c")
        for steps in ([Step((), "C1")], [Step(("A1",), "C1")]):
            with pytest.raises(ModelError):
                m.replace("A1", steps=steps)
        with pytest.raises(UnknownNameError):
            m.replace("A1", steps=[Step(("C1",), "C9")])
        assert m.replace("A1", steps=[Step(("C1",), "C1", span=Span(0, 1))]).steps[0].span == Span(0, 1)


class TestReplaceRelation:
    def test_data_change_in_place(self, m):
        a, b = m.claim("a"), m.claim("b")
        first, _ = m.relate(a, "attack", b, data={"x": 1}), m.relate(b, "attack", a)
        new = m.replace(first, data={"y": 2})
        assert new.data == {"y": 2}
        assert next(iter(m.relations)) is new

    def test_ends_and_kind_change_by_the_laws(self, m):
        a, b = m.claim("a"), m.claim("b")
        argument = m.support(a, b)
        relation = m.relate(a, "attack", b)
        relation = m.replace(relation, kind="undercut", target=argument)
        assert keys(m) == [("undercut", "C1", "A1", 0)]
        relation = m.replace(relation, source=argument, kind="contrary", target=a)
        assert keys(m) == [("contrary", "C2", "C1", None)]
        assert m.replace(relation, source=argument) == relation
        assert m.attacks_on(a) == (b,)

    def test_it_merges_with_the_same_one(self, m):
        a, b = m.claim("a"), m.claim("b")
        attack, _ = m.relate(a, "attack", b, data={"x": 1}), m.relate(a, "support", b, data={"y": 2})
        assert m.replace(attack, kind="support").data == {"x": 1, "y": 2}
        assert len(m.relations) == 1


class TestReplaceSection:
    def test_a_section_cannot_lie_in_itself(self, m):
        a, b = m.section("a"), m.section("b", level=2)
        for changes in ({"parent": a}, {"parent": b}, {"level": 2}, {"level": 0}, {"title": ""}):
            with pytest.raises(ModelError):
                m.replace(a, **changes)
        assert m.replace(b, parent=None, level=1).parent is None
        assert m.replace(a, title="x", level=4, tags=["t"]).tags == ("t",)

    def test_a_circle_is_found_where_levels_are_odd(self):
        sections = [Section("s1", "a", 5), Section("s2", "b", 6, "s1"), Section("s3", "c", 1, "s2")]
        m = ArgumentMap.from_records(sections=sections)
        with pytest.raises(ModelError, match="cannot lie in itself"):
            m.replace(sections[0], parent="s3")


def test_a_claim_of_another_map_stands_for_its_id(m):
    m.claim("here")
    assert m.replace(Claim("C1", "there"), tags=["x"]).text == "here"
