import pytest

import argmap
from argmap import ArgumentMap, ModelError, RelationKind, UnknownNameError
from argmap.model.naming import DEPTH_LIMIT


@pytest.fixture
def m():
    return ArgumentMap("Open or closed?")


class TestIds:
    def test_untitled_are_numbered_and_titled_named(self, m):
        made = [m.claim("x"), m.claim("y", title="Rain"), m.claim("z"), m.argument("a"), m.argument(title="Sun")]
        assert [record.id for record in made] == ["C1", "Rain", "C2", "A1", "Sun"]

    def test_a_title_like_a_number_takes_it(self, m):
        m.claim(title="C1")
        m.argument(title="C2")
        assert m.claim("x").id == "C3"

    @pytest.mark.parametrize(
        ("title", "name"),
        [
            (" a \n b\t", "a b"),
            ("[a] <b>", "(a) ‹b›"),
            ("-a", "–a"),
            ("a\u2028b\x85c", "a b c"),
            ("\ud800", "\ufffd"),
            ("a\u00a0b", "a\u00a0b"),
        ],
    )
    def test_signs_that_a_title_cannot_hold_are_replaced(self, m, title, name):
        assert m.claim(title=title).id == name

    @pytest.mark.parametrize("title", ["", " \n "])
    def test_an_empty_title_is_none(self, m, title):
        claim = m.claim(title=title)
        assert (claim.id, claim.title) == ("C1", None)

    def test_a_shared_title_is_told_apart_by_brackets_then_by_number(self, m):
        claims = [m.claim(title="Safety"), m.claim(title="Safety"), m.claim(title="Safety")]
        arguments = [m.argument(title="Safety"), m.argument(title="Safety"), m.argument(title="Gate")]
        assert [c.id for c in claims] == ["Safety", "Safety (2)", "Safety (3)"]
        assert [a.id for a in arguments] == ["Safety".join("<>"), "Safety (4)", "Gate"]
        assert m.claim(title="Gate").id == "[Gate]"

    def test_brackets_find_the_right_sort(self, m):
        claim, argument = m.claim("c", title="Safety"), m.argument("a", title="Safety")
        other = m.argument("o", title="Other")
        assert m["[Safety]"] == m["Safety"] == claim
        assert m["<Safety>"] == argument
        assert m["<Other>"] == other
        assert m.get("[Other]") is None
        assert "<Other>" in m
        assert "[Other]" not in m

    def test_removed_ids_do_not_come_back(self, m):
        m.claim("x")
        m.claim(title="Rain")
        m.section("s")
        m.remove("C1", "Rain", *m.sections)
        assert (m.claim("x").id, m.claim(title="Rain").id, m.section("t").id) == ("C2", "Rain (2)", "s2")
        with pytest.raises(ModelError, match="was used before"):
            m.claim(id="C1")

    def test_a_given_id_is_used_or_refused(self, m):
        assert m.claim(id="x y", title="Other").id == "x y"
        with pytest.raises(ModelError, match="'x y' is taken"):
            m.argument(id="x y")
        for bad in ("", "a\nb", " a", "a]", "[b", "-a", "[b]"):
            with pytest.raises(ModelError):
                m.claim(id=bad)
        assert m.argument(id="<x y>").id == "<x y>"
        assert len(m) == 2

    def test_many_equal_titles_stay_linear(self, m):
        for _ in range(20_000):
            m.claim(title="Rain")
        assert "Rain (20000)" in m


class TestClaims:
    def test_everything_is_kept(self, m):
        place = m.section("Case")
        claim = m.claim(
            "  It\n  rains ",
            title=" Rain ",
            side="open",
            tags=["a", "b", "a"],
            section=place,
            data={"weight": 0.5, "cites": [{"source": "x"}]},
        )
        assert (claim.text, claim.title, claim.side, claim.tags, claim.section) == (
            "It rains",
            "Rain",
            "open",
            ("a", "b"),
            "s1",
        )
        assert claim.data == {"weight": 0.5, "cites": [{"source": "x"}], "side": "open"}
        assert m.claims is not None
        assert list(m.claims) == [claim]

    def test_data_are_copied(self, m):
        numbers, words = [1], {"a": 1}
        claim = m.claim("x", data={"list": numbers, "dict": words})
        numbers.append(2)
        words["b"] = 2
        assert claim.data == {"list": [1], "dict": {"a": 1}}

    @pytest.mark.parametrize("value", [{1}, (1,), object(), float("nan"), float("inf"), b"x", 1j])
    def test_data_that_json_cannot_hold_are_refused_by_their_place(self, m, value):
        with pytest.raises(ModelError, match=r"at data\['a'\]\[1\]\['b'\]"):
            m.claim("x", data={"a": [0, {"b": value}]})
        assert len(m) == 0

    def test_keys_must_be_strings(self, m):
        with pytest.raises(ModelError, match="The key 1 at"):
            m.claim("x", data={"a": {1: 2}})

    def test_data_in_a_circle_and_too_deep_are_refused(self, m):
        circle: list[object] = []
        circle.append(circle)
        with pytest.raises(ModelError, match="deep"):
            m.claim("x", data={"a": circle})
        deep: dict[str, object] = {}
        for _ in range(DEPTH_LIMIT - 1):
            deep = {"a": deep}
        assert m.claim("x", data=deep).data == deep
        with pytest.raises(ModelError, match="deep"):
            m.claim("x", data={"a": deep})

    @pytest.mark.parametrize("bad", [5, None, b"x", ["x"]])
    def test_a_text_must_be_a_string(self, m, bad):
        with pytest.raises(ModelError, match="must be a string"):
            m.claim(bad)

    def test_one_string_is_one_tag(self, m):
        assert m.claim("x", tags="two words").tags == ("two words",)
        with pytest.raises(ModelError, match="empty"):
            m.claim("x", tags=["a", " "])

    def test_an_unknown_section_is_named(self, m):
        m.section("Case")
        with pytest.raises(UnknownNameError, match="There is no section 's2'"):
            m.claim("x", section="s2")


class TestArguments:
    def test_sentences_become_claims_and_ids_are_looked_up(self, m):
        rain = m.claim("It rains", title="Rain")
        wet = m.argument(premises=["Rain", "Rain is wet", rain], conclusion="The street is wet", rules="MP")
        assert [claim.text for claim in m.claims] == ["It rains", "Rain is wet", "The street is wet"]
        assert wet.steps[0].premises == ("Rain", "C1", "Rain")
        assert wet.steps[0].rules == ("MP",)
        assert wet.conclusion == "C2"

    def test_sentences_lie_in_the_section_of_the_argument(self, m):
        place = m.section("Case")
        m.argument(premises=["p"], conclusion="c", section=place)
        assert {record.section for record in m} == {"s1"}

    def test_an_id_is_reserved_before_sentences_get_theirs(self, m):
        argument = m.argument(id="C1", premises=["p"], conclusion="c")
        assert argument.premises == ("C2",)
        assert [record.id for record in m] == ["C2", "C3", "C1"]

    @pytest.mark.parametrize(
        "given",
        [
            {"premises": ["p"]},
            {"conclusion": "c"},
            {"rules": ["MP"]},
            {"premises": ["p", ""], "conclusion": "c"},
            {"premises": 5, "conclusion": "c"},
            {"premises": ["p", 5], "conclusion": "c"},
            {"premises": ["A"], "conclusion": "c"},
            {"premises": ["p"], "conclusion": "c", "id": "A"},
            {"premises": ["p"], "conclusion": "c", "data": {"a": {1}}},
        ],
    )
    def test_what_is_refused_leaves_nothing_behind(self, m, given):
        m.argument(id="A")
        before = m.copy()
        with pytest.raises(ModelError):
            m.argument(**given)
        assert m == before

    def test_a_second_step_may_use_only_what_was_inferred(self, m):
        argument = m.argument(premises=["p"], conclusion="c")
        argument = m.step(argument, [], "d", rules=["then"], data={"uses": [2]})
        assert [step.conclusion for step in argument.steps] == ["C2", "C3"]
        assert (argument.steps[1].rules, argument.steps[1].data) == (("then",), {"uses": [2]})
        with pytest.raises(ModelError, match="needs a premise"):
            m.step(m.argument("gist"), [], "d")

    def test_an_argument_is_no_premise(self, m):
        argument = m.argument("gist")
        with pytest.raises(ModelError, match="a claim is needed"):
            m.argument(premises=[argument], conclusion="c")


class TestRelations:
    def test_a_reconstructed_argument_acts_through_its_conclusion(self, m):
        wet = m.support("p", m.claim("c", title="C"), title="Wet")
        rain = m.claim("Rain")
        assert m.relate(wet, "attack", rain).source == "C"

    def test_an_undercut_names_the_step(self, m):
        argument = m.step(m.argument(premises=["p"], conclusion="c"), [], "d")
        doubt = m.claim("doubt")
        assert m.relate(doubt, "undercut", argument).step == 1
        assert m.relate(doubt, "undercut", argument, step=0).step == 0
        assert len(m.relations) == 2
        for step in (2, -1, True, "0"):
            with pytest.raises(ModelError):
                m.relate(doubt, "undercut", argument, step=step)
        with pytest.raises(ModelError):
            m.relate(doubt, "attack", argument, step=0)
        with pytest.raises(ModelError):
            m.relate(doubt, "undercut", m.argument("gist"), step=0)

    def test_the_same_relation_is_merged(self, m):
        a, b = m.claim("a"), m.claim("b")
        first = m.relate(a, "support", b, data={"weight": 1, "by": "x"})
        second = m.relate(a, RelationKind.SUPPORT, b, data={"weight": 2})
        assert list(m.relations) == [second]
        assert second.data == {"weight": 2, "by": "x"}
        assert first in m.relations
        assert m.relate(b, "support", a) != second
        assert len(m.relations) == 2

    @pytest.mark.parametrize("kind", ["contrary", "contradictory"])
    def test_symmetric_relations_merge_with_their_mirror_image(self, m, kind):
        a, b = m.claim("a"), m.claim("b")
        first = m.relate(a, kind, b, data={"x": 1})
        second = m.relate(b, kind, a, data={"y": 2})
        assert (second.source, second.data) == (first.source, {"x": 1, "y": 2})
        assert len(m.relations) == 1

    def test_relations_follow_when_a_sketch_is_spelt_out(self, m):
        thesis = m.claim("thesis", title="T")
        sketch = m.rebut("reason", thesis, title="S")
        doubt = m.undercut("doubt", sketch, title="D")
        m.contradict(m.claim("other", title="O"), sketch)
        argument = m.step(sketch, ["reason spelt out"], m.claim("not thesis", title="N"))
        found = {(r.kind.value, r.source, r.target, r.step) for r in m.relations}
        assert found == {
            ("support", "C1", "S", None),
            ("attack", "N", "T", None),
            ("support", "C2", "D", None),
            ("undercut", "D", "S", 0),
            ("contradictory", "O", "N", None),
        }
        assert m.undercuts_of(argument) == (doubt,)

    def test_unknown_names_are_met_with_the_nearest(self, m):
        safety = m.claim("x", title="Safety")
        with pytest.raises(UnknownNameError, match=r"no claim or argument 'Saftey' .*mean 'Safety'"):
            m.relate("Saftey", "attack", safety)
        with pytest.raises(UnknownNameError, match="mean 'attack'"):
            m.relate(safety, "atack", safety)
        with pytest.raises(ModelError):
            m.relate(5, "attack", safety)
        with pytest.raises(UnknownNameError, match="no claim 'C9'"):
            m.relate(argmap.Claim("C9"), "attack", safety)


class TestReasons:
    def test_support_of_a_claim_is_reconstructed(self, m):
        thesis = m.claim("thesis")
        harm = m.claim("harm")
        argument = m.support([harm, "gate"], thesis, title="Safety", side="closed", scheme="x", rules=["r"])
        assert argument.premises == ("C2", "C3")
        assert argument.conclusion == thesis.id
        assert (argument.side, argument.scheme, argument.steps[0].rules) == ("closed", "x", ("r",))
        assert not list(m.relations)

    @pytest.mark.parametrize("kind", ["support", "attack", "undercut"])
    def test_other_reasons_are_sketched(self, m, kind):
        target = m.argument("gist", title="T")
        call = {"support": m.support, "attack": m.rebut, "undercut": m.undercut}[kind]
        made = call(["one", "two"], target, title="M", text="why")
        assert not made.is_reconstructed
        assert made.text == "why"
        assert [(r.kind.value, r.source, r.target) for r in m.relations] == [
            ("support", "C1", "M"),
            ("support", "C2", "M"),
            (kind, "M", "T"),
        ]
        assert [claim.text for claim in m.premises(made)] == ["one", "two"]

    def test_a_source_that_is_an_argument_gives_the_relation(self, m):
        thesis, argument = m.claim("thesis"), m.argument("gist")
        relation = m.rebut(argument, thesis)
        assert relation in m.relations
        assert (relation.source, relation.target) == ("A1", "C1")
        with pytest.raises(ModelError, match="is there already"):
            m.rebut(argument, thesis, title="x")

    @pytest.mark.parametrize("sources", [[], ["A1"], "A1", [""], 5, ["ok", None]])
    def test_sources_that_are_none(self, m, sources):
        thesis = m.claim("thesis")
        m.argument("gist")
        before = m.copy()
        with pytest.raises(ModelError):
            m.support(sources, thesis)
        assert m == before

    def test_a_sketch_takes_no_rules(self, m):
        with pytest.raises(ModelError, match="Rules"):
            m.rebut("x", m.claim("thesis"), rules=["r"])
        assert len(m) == 1

    def test_the_example_of_the_design(self):
        m = ArgumentMap("Open or closed?")
        closed = m.claim("Powerful AI models should be kept behind an API", side="closed")
        harm = m.claim("Some uses of a powerful model do great harm")
        gate = m.claim("An API provider can refuse harmful users")
        safety = m.support([harm, gate], closed, title="Safety")
        futile = m.rebut(m.claim("Determined bad actors will find a way regardless"), gate)
        ease = m.undercut("How easy it is still matters", futile)
        assert repr(m) == "<ArgumentMap 'Open or closed?': 5 claims, 3 arguments, 4 relations>"
        assert m.supports_of(closed) == (safety,)
        assert m.attacks_on(gate) == (futile,)
        assert m.unanswered() == (ease,)


class TestSections:
    def test_they_nest_as_headings_do(self, m):
        a, b, c, d = (m.section(t, level=n) for t, n in [("a", 1), ("b", 2), ("c", 3), ("d", 2)])
        assert [s.id for s in m.sections] == ["s1", "s2", "s3", "s4"]
        assert [s.parent for s in (a, b, c, d)] == [None, "s1", "s2", "s1"]
        inside = m.section("e", parent=b)
        assert (inside.level, inside.parent) == (3, "s2")

    @pytest.mark.parametrize("level", [0, -1, True, 1.0, "1"])
    def test_a_level_is_a_whole_number_from_1(self, m, level):
        with pytest.raises(ModelError, match="level"):
            m.section("a", level=level)

    def test_what_is_refused(self, m):
        a = m.section("a", level=2)
        with pytest.raises(ModelError, match="needs a title"):
            m.section(" ")
        with pytest.raises(ModelError, match="higher level"):
            m.section("b", level=2, parent=a)
        with pytest.raises(UnknownNameError, match="no section 's9'"):
            m.section("b", parent="s9")
        assert len(m.sections) == 1
