"""Audiences: against the definitions by brute force, and against the examples of the literature."""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from itertools import combinations, permutations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap import ArgmapError, ArgumentMap, UnknownNameError, datasets, parse
from argmap.evaluate import Acceptance, Audience, succeeding
from argmap.evaluate.audiences.audience import audience_of, promoted
from argmap.evaluate.audiences.deciding import boxes, deciding_fields
from argmap.evaluate.audiences.flipping import flip
from argmap.evaluate.audiences.rankings import Contests
from argmap.evaluate.network import SUPPORTS
from argmap.model.records import Argument
from tests.maps import maps

VALUES = ("life", "property", "calm", "safety", "access")


@st.composite
def debates(draw, *, most_values=5, most_claims=6):
    """Claims that attack each other, each with no value, with one, or with several."""
    m = ArgumentMap(data={})
    words = VALUES[: draw(st.integers(1, most_values))]
    count = draw(st.integers(1, most_claims))
    some = st.lists(st.sampled_from(words), max_size=2, unique=True) | st.sampled_from(words).map(lambda word: [word])
    for number in range(count):
        m.claim(f"Claim {number}.", title=f"c{number}", data={"values": draw(some)})
    ids = st.sampled_from([f"c{number}" for number in range(count)])
    for source, target in draw(st.lists(st.tuples(ids, ids), max_size=9, unique=True)):
        m.relate(source, draw(st.sampled_from(["attack", "attack", "attack", "contradictory"])), target)
    return m


def attacks_of(m):
    return {
        pair
        for r in m.relations
        for pair in [(r.source, r.target)] + ([(r.target, r.source)] if r.kind.is_symmetric else [])
    }


def grounded_of(names, attacks):
    """What is in and what is out, by the characteristic function."""
    held: set[str] = set()
    while True:
        hit = {b for a, b in attacks if a in held}
        more = {x for x in names if all(a in hit for a, b in attacks if b == x)}
        if more == held:
            return held, hit
        held = more


def preferred_of(names, attacks):
    """The largest admissible sets, by trying all sets."""
    admissible: list[set[str]] = []
    for size in range(len(names), -1, -1):
        for some in map(set, combinations(names, size)):
            if any(a in some and b in some for a, b in attacks):
                continue
            hit = {b for a, b in attacks if a in some}
            if all(a in hit for a, b in attacks if b in some) and not any(some < other for other in admissible):
                admissible.append(some)
    return admissible


def defeats(m, ranking):
    """The attacks that succeed for a ranking of all values: not if some value of the attacked beats all others."""
    rank = {value: place for place, value in enumerate(ranking)}
    values = {record.id: m.values(record) for record in m}
    return {
        (a, b)
        for a, b in attacks_of(m)
        if not (values[a] and any(all(rank[v] < rank[w] for w in values[a]) for v in values[b]))
    }


def statuses_by_definition(m, attacks, semantics):
    names = [record.id for record in m]
    if semantics == "grounded":
        held, hit = grounded_of(names, attacks)
        return {x: "accepted" if x in held else "rejected" if x in hit else "undecided" for x in names}, held
    extensions = preferred_of(names, attacks)
    hits = [{b for a, b in attacks if a in extension} for extension in extensions]
    statuses = {
        x: "accepted"
        if all(x in each for each in extensions)
        else "rejected"
        if all(x in hit for hit in hits)
        else "undecided"
        for x in names
    }
    return statuses, set().union(*extensions)


def rankings_of(m):
    return list(permutations(dict.fromkeys(value for record in m for value in m.values(record))))


def check_against_definition(m, semantics):
    found = m.audiences(semantics=semantics)
    per_ranking = [statuses_by_definition(m, defeats(m, ranking), semantics) for ranking in rankings_of(m)]
    for record in m:
        always = all(statuses[record.id] == "accepted" for statuses, _ in per_ranking)
        ever = any(record.id in possible for _, possible in per_ranking)
        assert (found[record.id] is Acceptance.OBJECTIVE) == always
        assert (found[record.id] is Acceptance.INDEFENSIBLE) == (not ever)
        for status in ("accepted", "rejected", "undecided"):
            share = Fraction(sum(statuses[record.id] == status for statuses, _ in per_ranking), len(per_ranking))
            assert Fraction(*found.share(record.id, status)) == share
    assert set(found.objective) <= set(found.subjective)
    assert set(found.subjective) | set(found.indefensible) == set(found)


@settings(max_examples=60)
@given(debates())
def test_all_audiences_by_definition_grounded(m):
    check_against_definition(m, "grounded")


@settings(max_examples=30)
@given(debates(most_values=4, most_claims=5))
def test_all_audiences_by_definition_preferred(m):
    pytest.importorskip("argmap.evaluate.dung.semantics")
    check_against_definition(m, "preferred")


@settings(max_examples=40)
@given(debates(most_values=3), st.sampled_from(sorted(SUPPORTS)), st.sampled_from(["grounded", "preferred", "stable"]))
def test_all_audiences_are_the_single_ones_together(m, support, semantics):
    found = m.audiences(semantics=semantics, support=support)
    every = [
        m.evaluate(semantics, support=support, audience=" > ".join(ranking) if ranking else None)
        for ranking in permutations(found.ranked)
    ]
    assert found.count == len(every)
    for name, acceptance in found.items():
        assert (acceptance is Acceptance.OBJECTIVE) == all(verdicts[name] == "accepted" for verdicts in every)
        assert (acceptance is Acceptance.INDEFENSIBLE) == (not any(name in verdicts.possible for verdicts in every))
        for status in ("accepted", "rejected", "undecided"):
            assert found.share(name, status)[0] == sum(verdicts[name] == status for verdicts in every)


@settings(max_examples=60)
@given(debates(), st.data())
def test_one_audience_by_definition(m, data):
    ranking = data.draw(st.sampled_from(rankings_of(m)))
    verdicts = m.evaluate(succeeds=succeeding(m, list(ranking)))
    assert dict(verdicts) == statuses_by_definition(m, defeats(m, ranking), "grounded")[0]


@given(st.lists(st.sampled_from(VALUES), min_size=1, unique=True), st.sampled_from(VALUES), st.sampled_from(VALUES))
def test_for_single_values_an_attack_fails_as_bench_capon_has_it(ranking, attacked, attacking):
    audience = Audience.parse(ranking)
    assert audience.withstands([attacked], [attacking]) == audience.prefers(attacked, attacking)


@settings(max_examples=40)
@given(debates(), st.permutations(VALUES), st.integers(2, 4))
def test_an_order_for_everyone_leaves_out_the_rankings_against_it(m, order, size):
    order = order[:size]
    m.data["values"] = " > ".join(order)
    found = m.audiences(semantics="grounded")
    rest = [value for value in VALUES if value not in found.ranked]  # rankings are counted of those that matter
    kept = [
        [*ranking, *rest]
        for ranking in permutations(found.ranked)
        if [value for value in ranking if value in order] == [value for value in order if value in ranking]
    ]
    assert found.count == len(kept)
    per_ranking = [statuses_by_definition(m, defeats(m, ranking), "grounded")[0] for ranking in kept]
    for record in m:
        assert found.share(record.id)[0] == sum(statuses[record.id] == "accepted" for statuses in per_ranking)


# -- what decides ------------------------------------------------------------------------------------------------


def settles(tops, answers, fields):
    seen: dict[tuple[int, ...], bool] = {}
    return all(
        seen.setdefault(tuple(each[field] for field in fields), answer) == answer
        for each, answer in zip(tops, answers, strict=True)
    )


@settings(max_examples=80)
@given(debates(), st.data())
def test_the_fewest_comparisons_settle_who_accepts(m, data):
    contests = Contests(m)
    readings = contests.readings()
    tops = [reading.tops for reading in readings]
    answers = data.draw(st.lists(st.booleans(), min_size=len(tops), max_size=len(tops)))
    if data.draw(st.booleans()):  # an answer of a real debate, not any function
        name = data.draw(st.sampled_from([record.id for record in m]))
        verdicts = [m.evaluate(succeeds=partial(contests.succeeds, contests.outcome(each))) for each in tops]
        answers = [each[name] == "accepted" for each in verdicts]
    fields, is_exact = deciding_fields(tops, answers)
    assert settles(tops, answers, fields)
    every = range(len(contests.fields))
    if is_exact:
        assert not any(
            settles(tops, answers, some) for size in range(len(fields)) for some in combinations(every, size)
        )
    conditions = boxes(tops, answers, fields)
    for each, answer in zip(tops, answers, strict=True):
        fits = any(all(each[f] in box[place] for place, f in enumerate(fields)) for box in conditions)
        assert fits == answer


def test_who_accepts_is_told_in_the_fewest_comparisons():
    m = parse("""
[A]: A. {values: life}
  <- [B]

[B]: B. {values: property}
  <- [C]

[C]: C. {values: calm}
""").map
    found = m.audiences()
    assert found.sentence("C") == '"C" is accepted by every audience.'
    assert found.who("B") == "whoever ranks property above calm"
    assert found.who("A") == "whoever ranks life above property; or calm above property"
    assert found.share("A") == (4, 6)
    assert found.who("A", "rejected") == "whoever ranks property above life and property above calm"
    assert found.who("A", "undecided") == "nobody"
    assert found.deciding("A") == (("life", "property"), ("property", "calm"))


# -- the smallest change -----------------------------------------------------------------------------------------


def kendall(first, second):
    place = {value: number for number, value in enumerate(second)}
    return sum(place[a] > place[b] for a, b in combinations(first, 2))


@settings(max_examples=60)
@given(debates(), st.data())
def test_flips_are_the_smallest(m, data):
    ranked = Contests(m).values
    ranking = data.draw(st.permutations(ranked)) if ranked else []
    name = data.draw(st.sampled_from([record.id for record in m]))
    audience = Audience.parse(list(ranking))

    def status(order):
        return statuses_by_definition(m, defeats(m, [*order, *(set(VALUES) - set(order))]), "grounded")[0][name]

    distances = [kendall(ranking, other) for other in permutations(ranked) if status(other) != status(ranking)]
    found = flip(m, name, audience, "grounded")
    if found is None:
        assert distances == []
        return
    assert found.distance == min(distances) == kendall(ranking, found.ranking) == len(found.turned)
    assert (found.before, found.after) == (status(ranking), status(found.ranking))
    assert m.evaluate(succeeds=succeeding(m, list(found.ranking)))[name] == found.after


@settings(max_examples=40)
@given(debates(), st.data())
def test_flips_of_rankings_that_leave_something_open(m, data):
    ranked = Contests(m).values
    chains = data.draw(st.lists(st.permutations(ranked).map(lambda all_: all_[:2]), max_size=2)) if ranked else []
    try:
        audience = audience_of(m, Audience(tuple(tuple((value,) for value in chain) for chain in chains)))
    except ArgmapError:
        return
    name = data.draw(st.sampled_from([record.id for record in m]))
    found = flip(m, name, audience, "grounded")
    before = m.evaluate(succeeds=succeeding(m, audience))[name]
    distances = [
        sum(audience.prefers(b, a) for a, b in combinations(order, 2))
        for order in permutations(ranked)
        if m.evaluate(succeeds=succeeding(m, list(order)))[name] != before
    ]
    assert (found is None) == (not distances)
    if found is not None:
        assert found.distance == min(distances)


def test_a_flip_that_only_settles_what_is_open():
    m = ArgumentMap()
    m.relate(m.claim("A", title="A", data={"values": "life"}), "contradictory", m.claim("B", data={"values": "calm"}))
    found = flip(m, "A", "life, calm", "grounded")
    assert (found.before, found.after, found.distance) == ("undecided", "accepted", 0)
    assert str(found) == (
        'For the audience life, calm, "A" is undecided. It is accepted if life comes before calm: life > calm.'
    )


# -- examples of the literature ----------------------------------------------------------------------------------


HAL_AND_CARLA = """
<Hal may>: Whoever would die without it may use the insulin of another. {values: life}

<Not his>: Nobody may take what belongs to another. {values: property}
  -> <Hal may>

<He pays>: Hal makes good what he has taken. {values: property}
  -> <Not his>

<Too poor>: Nobody has to die for being too poor to make it good. {values: life}
  -> <He pays>
"""


def test_hal_and_carla():
    """Bench-Capon 2003: whichever value comes first, Hal may take the insulin of Carla."""
    m = parse(HAL_AND_CARLA).map
    life = m.evaluate(succeeds=succeeding(m, "life > property"))
    assert set(life.accepted) == {"Hal may", "Not his", "Too poor"}
    prop = m.evaluate(succeeds=succeeding(m, "property > life"))
    assert set(prop.accepted) == {"Hal may", "He pays", "Too poor"}
    found = m.audiences()
    assert found.objective == ("Hal may", "Too poor")
    assert found.subjective == ("Hal may", "Not his", "He pays", "Too poor")
    assert found.indefensible == ()
    assert found.who("He pays") == "whoever ranks property above life"
    assert flip(m, "Hal may", "life > property") is None
    assert flip(m, "He pays", "life > property").turned == (("property", "life"),)
    without = parse(HAL_AND_CARLA.split("<He pays>")[0]).map.audiences()
    assert without["Hal may"] is Acceptance.SUBJECTIVE
    assert without.who("Hal may") == "whoever ranks life above property"


@pytest.mark.parametrize("size", [2, 3, 4, 5, 6])
def test_cycles_of_more_than_one_value_are_decided(size):
    """Bench-Capon 2003: a cycle of two or more values has one preferred extension, and it is not empty."""
    for words in product("xyz", repeat=size):
        m = ArgumentMap()
        for number, word in enumerate(words):
            m.claim("", title=f"c{number}", data={"values": word})
        for number in range(size):
            m.relate(f"c{number}", "attack", f"c{(number + 1) % size}")
        for ranking in permutations(sorted(set(words))):
            verdicts = m.evaluate(succeeds=succeeding(m, list(ranking)))
            assert bool(verdicts.undecided) == (len(set(words)) == 1)
            assert bool(verdicts.accepted) == (len(set(words)) > 1)


def test_two_that_attack_each_other_for_one_value_stay_undecided():
    m = ArgumentMap()
    m.relate(m.claim("A", title="A", data={"values": "x"}), "contradictory", m.claim("B", data={"values": "x"}))
    found = m.audiences(semantics="grounded")
    assert (found.ranked, found.count) == ((), 1)
    assert found["A"] is Acceptance.INDEFENSIBLE


# -- the flagship ------------------------------------------------------------------------------------------------


def test_the_flagship_divides_audiences_and_unites_them():
    m = datasets.open_vs_closed()
    positions = "Keep closed", "Release weights"
    safety, competition = (m.evaluate(succeeds=succeeding(m, name)) for name in ("safety first", "competition first"))
    assert [safety[each] for each in positions] == ["accepted", "rejected"]
    assert [competition[each] for each in positions] == ["rejected", "accepted"]
    found = m.audiences(semantics="grounded")
    assert set(found.ranked) == {"safety", "accountability", "innovation", "competition", "access", "privacy"}
    assert found.count == 720
    assert {found[each] for each in positions} == {Acceptance.SUBJECTIVE}
    assert {"No recall", "Mistakes can be mended", "Is-ought gap", "A promise needs trust"} <= set(found.objective)
    assert found.sentence("Keep closed") == (
        '"Keep closed" is accepted by whoever ranks safety or accountability above innovation, competition, access '
        "and privacy (240 of 720 rankings)."
    )
    turn = found.flip("Keep closed", "competition first")
    assert (turn.before, turn.after, turn.distance) == ("rejected", "accepted", 1)


# -- what promotes what ------------------------------------------------------------------------------------------


@settings(max_examples=40)
@given(maps())
def test_any_map_has_verdicts_of_audiences(m):
    values = promoted(m)
    for name, found in values.items():
        own = m.values(name)
        inferring = [a for a in m.arguments if any(step.conclusion == name for step in a.steps)]
        assert found == (own or tuple(dict.fromkeys(value for a in inferring for value in m.values(a))))
    for record in m:
        if isinstance(record, Argument):
            assert values.get(record.id, ()) == m.values(record)
    found = m.audiences(semantics="grounded")
    assert len(found) == len(m)
    assert str(found).count("\n") >= len(m) - 1
    for name in found:
        assert sum(found.share(name, status)[0] for status in ("accepted", "rejected", "undecided")) == found.count


def test_reasons_spelt_out_carry_their_values():
    m = parse("""
<Gate>
  {values: safety}

(1) It is dangerous.
----
(2) [Close]: Close it.
  >< [Open]

<Free>
  {values: access}

(1) It is useful.
----
(2) [Open]: Open it.
""").map
    assert m.audiences("Close").who("Close") == "whoever ranks safety above access"


# -- rankings in words -------------------------------------------------------------------------------------------


def test_rankings_as_people_write_them():
    audience = Audience.parse("safety>privacy>competition")
    assert audience.values == ("safety", "privacy", "competition")
    assert audience.prefers("safety", "competition")
    assert not audience.prefers("competition", "safety")
    assert audience.prefers("competition", "something else")
    assert not audience.prefers("something else", "competition")
    equal = Audience.parse(["safety", ["privacy", "competition"]])
    assert str(equal) == "safety > privacy, competition"
    assert not equal.prefers("privacy", "competition")
    chains = Audience.parse("a > b; c > d")
    assert chains.prefers("a", "b")
    assert not chains.prefers("a", "d")
    assert Audience.parse("").values == ()


@given(st.permutations(VALUES), st.integers(0, 5))
def test_a_ranking_is_a_strict_order(ranking, named):
    audience = Audience.parse(list(ranking[:named]))
    for a, b, c in product(VALUES, repeat=3):
        assert not (audience.prefers(a, b) and audience.prefers(b, a))
        assert audience.prefers(a, c) or not (audience.prefers(a, b) and audience.prefers(b, c))


def debate_with(**data):
    m = ArgumentMap(data=data)
    m.claim("A", data={"values": ["safety", "access"]})
    m.claim("B", data={"values": "privacy"})
    return m


@pytest.mark.parametrize(
    ("ranking", "error", "words"),
    [
        ("safety > access > safety", ArgmapError, "in a circle: safety > access > safety"),
        ("safety > access; access > privacy; privacy > safety", ArgmapError, "safety > access > privacy > safety"),
        ("safety > access, access", ArgmapError, "'access' twice"),
        ("saftey > access", UnknownNameError, "Did you mean 'safety'?"),
        ("safety frist", UnknownNameError, "Did you mean 'safety first'?"),
        ("", UnknownNameError, "no audience and no value called ''"),
        (" > ", UnknownNameError, ""),
        (["safety", 3], UnknownNameError, "'3'"),
        ({"safety": 1}, ArgmapError, "a text such as"),
        (None, ArgmapError, "a text such as"),
        ("upside down", ArgmapError, "`values`"),
        ("privacy > access", ArgmapError, "does not name 'safety'"),
        ("wrong", UnknownNameError, "which the audience 'wrong' ranks"),
    ],
)
def test_rankings_that_cannot_be(ranking, error, words):
    m = debate_with(
        values="safety > access",
        audiences={"safety first": "safety", "upside down": "access > safety", "wrong": "acess"},
    )
    if ranking == " > ":
        assert audience_of(m, ranking).values == ()
        return
    with pytest.raises(error) as raised:
        succeeding(m, ranking)
    assert words in str(raised.value)


def test_audiences_of_the_front_matter():
    m = debate_with(audiences={"careful": {"values": ["safety", "privacy"]}, "7": "access"}, values=["safety", "calm"])
    assert str(audience_of(m, "careful")) == "safety > privacy"
    assert audience_of(m, "careful").name == "careful"
    assert str(audience_of(m, "7")) == "access"
    assert audience_of(m, "calm").values == ("calm",)  # named in the front matter, used nowhere
    assert audience_of(debate_with(audiences=["safety"]), "safety").values == ("safety",)


def test_too_many_values_are_said_to_be_too_many():
    m = ArgumentMap()
    claims = [m.claim("", title=f"c{n}", data={"values": f"v{n}"}) for n in range(9)]
    for first, second in combinations(claims, 2):
        m.relate(first, "contradictory", second)
    with pytest.raises(ArgmapError, match="9 values decide"):
        m.audiences(semantics="grounded")
    ranking = [f"v{n}" for n in range(9)]
    assert m.evaluate(succeeds=succeeding(m, ranking)).accepted == ("c0",)
    found = flip(m, "c0", ranking, "grounded")
    assert found.turned == (("v1", "v0"),)
    with pytest.raises(ArgmapError, match="may name|names 2,000 values"):
        Audience.parse([f"w{n}" for n in range(2_000)])


def test_values_that_decide_nothing_do_not_count():
    m = ArgumentMap()
    for n in range(40):
        m.claim("", title=f"c{n}", data={"values": f"v{n}"})
    m.relate("c0", "attack", "c1")
    found = m.audiences()
    assert (found.ranked, found.count) == (("v0", "v1"), 2)


def test_questions_about_what_is_not_there():
    m = parse(HAL_AND_CARLA).map
    with pytest.raises(UnknownNameError, match="Did you mean 'He pays'"):
        m.audiences("He pay")
    found = m.audiences("He pays")
    assert list(found) == list(m.audiences(m["He pays"])) == list(m.audiences([m["He pays"]])) == ["He pays"]
    with pytest.raises(UnknownNameError, match="no verdict on"):
        found.who("Hal may")
    with pytest.raises(UnknownNameError, match="no status called"):
        found.share("He pays", "acepted")
    with pytest.raises(UnknownNameError, match="reading of support"):
        m.audiences(support="necesary")
    assert repr(found) == "<AudienceVerdicts (preferred): 0 objective, 1 subjective, 0 indefensible>"
    data = found.to_data()
    assert data["verdicts"]["He pays"] == {
        "acceptance": "subjective",
        "accepted": 1,
        "who": "whoever ranks property above life",
    }
