import pytest

from argmap.model import ArgumentMap
from argmap.view.placing import Place, place


@pytest.fixture
def m():
    return ArgumentMap()


class TestFolding:
    def test_support_by_one_claim_becomes_an_arrow(self, m):
        rain = m.claim("It rains")
        m.support("The street is wet", rain)
        placing = place(m)
        assert list(placing.folds) == ["A1"]
        assert placing.folds["A1"].premise == "C2"
        assert placing.folds["A1"].target == rain.id
        assert not placing.folds["A1"].has_junction

    def test_a_rebuttal_that_is_undercut_has_a_junction(self, m):
        futile = m.rebut("They find a way", m.claim("A gate keeps them out"))
        m.undercut("Ease matters", futile)
        placing = place(m)
        assert [fold.has_junction for fold in placing.folds.values()] == [True, False]

    @pytest.mark.parametrize(
        "options",
        [{"title": "Wet"}, {"text": "A gist"}, {"tags": ["t"]}, {"scheme": "sign"}, {"rules": ["Modus ponens"]}],
    )
    def test_what_has_something_to_show_is_a_card(self, m, options):
        m.argument(premises=[m.claim("a")], conclusion=m.claim("b"), **options)
        assert not place(m).folds

    def test_two_premises_are_a_card(self, m):
        m.support([m.claim("a"), m.claim("b")], m.claim("c"))
        assert list(place(m).inferences) == ["A1"]

    def test_two_effects_are_a_card(self, m):
        sketch = m.rebut("a", m.claim("b"))
        m.rebut(sketch, m.claim("c"))
        assert not place(m).folds

    def test_a_circle_of_one_claim_is_a_card(self, m):
        claim = m.claim("a")
        m.argument(premises=[claim], conclusion=claim)
        placing = place(m)
        assert not placing.folds
        assert not placing.homes

    def test_folding_can_be_turned_off(self, m):
        m.support("a", m.claim("b"))
        assert not place(m, fold=False).folds


class TestHousing:
    def test_premises_of_one_card_live_in_it(self, m):
        m.support([m.claim("a"), m.claim("b")], m.claim("c"))
        assert place(m).homes == {"C1": Place("A1", "p0_0"), "C2": Place("A1", "p0_1")}

    def test_a_premise_that_is_argued_about_stays_in_its_card(self, m):
        premise = m.claim("a")
        m.support([premise, m.claim("b")], m.claim("c"))
        m.rebut("d", premise)
        assert place(m).of(premise.id) == Place("A1", "p0_0")

    def test_a_shared_premise_has_a_box(self, m):
        shared = m.claim("a")
        for _ in range(2):
            m.support([shared, m.claim("b")], m.claim("c"))
        assert shared.id not in place(m).homes

    def test_a_conclusion_that_is_a_premise_elsewhere_lives_there(self, m):
        lemma = m.claim("lemma")
        m.support([m.claim("a"), m.claim("b")], lemma, title="First")
        m.support([lemma, m.claim("c")], m.claim("d"), title="Second")
        assert place(m).homes[lemma.id].node == "Second"

    def test_a_conclusion_that_acts_lives_in_its_card(self, m):
        target = m.claim("target")
        conclusion = m.claim("conclusion")
        m.argument(title="A", premises=[m.claim("a"), m.claim("b")], conclusion=conclusion)
        m.relate(conclusion, "attack", target)
        placing = place(m)
        assert placing.homes[conclusion.id] == Place("A", "c0")
        assert placing.concluding == {conclusion.id}

    def test_a_thesis_has_a_box(self, m):
        thesis = m.claim("thesis")
        m.argument(title="A", premises=[m.claim("a"), m.claim("b")], conclusion=thesis)
        assert thesis.id not in place(m).homes

    def test_an_intermediate_conclusion_lives_in_its_card(self, m):
        lemma, end = m.claim("lemma"), m.claim("end")
        argument = m.argument(title="A", premises=[m.claim("a")], conclusion=lemma)
        m.step(argument, [m.claim("b")], end)
        assert place(m).homes[lemma.id] == Place("A", "c0")

    def test_supporters_of_a_sketch_without_a_gist_are_its_premises(self, m):
        m.rebut([m.claim("a"), m.claim("b")], m.claim("c"), title="Both")
        placing = place(m)
        assert [inference.premises for inference in placing.inferences["Both"]] == [("C1", "C2")]
        assert len(placing.used) == 2

    def test_supporters_of_a_gist_are_not(self, m):
        sketch = m.argument("A gist", title="Gist")
        m.relate(m.claim("a"), "support", sketch)
        placing = place(m)
        assert placing.inferences["Gist"] == ()
        assert not placing.used
