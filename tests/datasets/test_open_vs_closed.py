"""The flagship debate holds what it should, quotes its reading, and favours nobody."""

import re
from collections import Counter
from collections.abc import Iterable

import pytest

import argmap.datasets as datasets
from argmap.model import ArgumentMap
from argmap.model.records import Argument, Claim, RelationKind

Record = Claim | Argument

SPELT_OUT = {
    "closed": [
        "Safety",
        "Guardrails come off",
        "Misuse without a gatekeeper",
        "How easy should it be?",
        "Generosity or strategy?",
    ],
    "open": [
        "Monopoly",
        "Bad actors will find a way",
        "Explosion of building",
        "Access for researchers everywhere",
        "Privacy on own hardware",
        "Good enough now",
        "Commodity",
        "The genie is out",
        "The leak shows restriction fails",
    ],
}

# Attacker, what it does, and the argument that is hit: on a premise, on a conclusion, or on the step.
ANSWERS = [
    ("The leak shows restriction fails", "attack", "Safety"),
    ("Bad actors will find a way", "attack", "Safety"),
    ("Marginal risk", "undercut", "Safety"),
    ("Closed models are jailbroken too", "undercut", "Guardrails come off"),
    ("Bad actors will find a way", "attack", "Misuse without a gatekeeper"),
    ("How easy should it be?", "undercut", "Bad actors will find a way"),
    ("Perfect-solution fallacy", "attack", "Bad actors will find a way"),
    ("Competition among closed labs", "attack", "Monopoly"),
    ("API privacy terms", "undercut", "Privacy on own hardware"),
    ("Benchmarks are not capability", "undercut", "Good enough now"),
    ("Who pays for the next model?", "attack", "Commodity"),
    ("Is-ought gap", "undercut", "The genie is out"),
    ("The next release is a choice", "attack", "The genie is out"),
    ("The motive does not bear on the claim", "undercut", "Generosity or strategy?"),
    ("One leak shows a bad lock", "undercut", "The leak shows restriction fails"),
]

VALUES = {"safety", "competition", "privacy", "access", "innovation", "accountability"}

# The patterns of reasoning it uses; all of them are in the catalogue of schemes.
SCHEMES = {
    "ad_hominem_circumstantial",
    "alternatives",
    "analogy",
    "cause_to_effect",
    "example",
    "futility",
    "negative_consequences",
    "positive_consequences",
    "practical_reasoning",
    "sign",
    "value_practical_reasoning",
    "witness_testimony",
}


@pytest.fixture(scope="module")
def debate() -> ArgumentMap:
    return datasets.open_vs_closed()


@pytest.fixture(scope="module")
def reading() -> str:
    return datasets.reading("open_vs_closed")


def values(record: Record) -> list[str]:
    given = record.data.get("values", [])
    return [given] if isinstance(given, str) else given


def quotes(record: Record) -> list[str]:
    cites = record.data.get("cites", [])
    return [cite["quote"] for cite in (cites if isinstance(cites, list) else [cites])]


def by_side(records: Iterable[Record]) -> tuple[int, int]:
    """How many of these records stand on each side."""
    counts = Counter(record.side for record in records)
    return counts["closed"], counts["open"]


def alike(pair: tuple[float, float], tolerance: float) -> bool:
    """Whether two counts differ by at most `tolerance` of the larger one, and neither is nothing."""
    return min(pair) > 0 and max(pair) - min(pair) <= tolerance * max(pair)


def layers(m: ArgumentMap, start: str) -> int:
    """How many layers of claims and arguments bear on this one, directly or through others."""
    layer, depth, seen = {start}, 0, {start}
    while layer:
        acting = {relation.source for relation in m.relations if relation.target in layer}
        for argument in m.arguments:
            if argument.id in layer:
                acting.update(premise for step in argument.steps for premise in step.premises)
            if any(step.conclusion in layer for step in argument.steps):
                acting.add(argument.id)
        layer = acting - seen
        seen |= layer
        depth += bool(layer)
    return depth


@pytest.mark.parametrize(("side", "title"), [(side, t) for side, titles in SPELT_OUT.items() for t in titles])
def test_every_argument_is_spelt_out(debate, side, title):
    argument = debate[title]
    assert argument.side == side
    assert argument.scheme in SCHEMES
    assert all(step.rules for step in argument.steps)
    assert len(argument.premises) >= 2, "linked premises"


@pytest.mark.parametrize(("attacker", "kind", "target"), ANSWERS)
def test_every_answer_hits_its_argument(debate, attacker, kind, target):
    hit = debate[target]
    claims = {claim for step in hit.steps for claim in (*step.premises, step.conclusion)}
    source = debate[attacker]
    sources = {source.id, *(step.conclusion for step in source.steps)}
    if kind == "undercut":
        found = [r for r in debate.relations if r.kind == kind and r.source in sources and r.target == hit.id]
        assert found
        assert found[0].step is not None
    else:
        assert [r for r in debate.relations if r.kind == kind and r.source in sources and r.target in claims]


def test_the_two_positions_contradict_each_other(debate):
    (relation,) = [r for r in debate.relations if r.kind is RelationKind.CONTRADICTORY]
    assert {relation.source, relation.target} == {"Keep closed", "Release weights"}
    assert debate["Keep closed"].side == "closed"
    assert debate["Release weights"].side == "open"
    for position in (relation.source, relation.target):
        reasons = [argument for argument in debate.arguments if argument.conclusion == position]
        assert len(reasons) == 5, "convergent reasons"
        assert {argument.side for argument in reasons} == {debate[position].side}


def test_there_is_ground_between_that_both_sides_question(debate):
    middle = debate["Staged release"]
    assert middle.side is None
    (reason,) = [argument for argument in debate.arguments if argument.conclusion == middle.id]
    doubters = {debate[r.source].side for r in debate.relations if r.target in reason.premises and r.kind == "attack"}
    assert doubters == {"closed", "open"}


def test_every_kind_of_attack_occurs_on_both_sides(debate):
    premises = {premise for argument in debate.arguments for premise in argument.premises}
    conclusions = {argument.conclusion for argument in debate.arguments if argument.steps}
    seen = set()
    for relation in debate.relations:
        side = debate[relation.source].side
        if relation.kind == "undercut":
            seen.add((side, "undercut"))
        elif relation.kind == "attack" and relation.target in premises:
            seen.add((side, "undermine"))
        elif relation.kind == "attack" and relation.target in conclusions:
            seen.add((side, "rebut"))
    kinds = ("undercut", "undermine", "rebut")
    assert {(side, kind) for side in ("closed", "open") for kind in kinds} <= seen


def test_the_futility_argument_is_undercut_by_something_unattacked(debate):
    """Worked out by hand: the undercut is in, the futility argument out, the premise of Safety in again."""
    (undercut,) = [r for r in debate.relations if r.kind == "undercut" and r.target == "Bad actors will find a way"]
    assert undercut.step == 0
    assert undercut.source == debate["How easy should it be?"].conclusion
    source = debate["How easy should it be?"]
    untouched = {source.id, source.conclusion, *source.premises}
    assert [r for r in debate.relations if r.target in untouched] == []
    futility = debate["Bad actors will find a way"]
    attacked = {r.target for r in debate.relations if r.kind == "attack" and r.source == futility.steps[0].conclusion}
    assert attacked <= set(debate["Safety"].premises)
    assert attacked


def test_each_side_has_something_to_concede(debate):
    conceded = [record for record in debate if record.data.get("status") == "conceded"]
    assert by_side(conceded) == (2, 2)
    attacked = {relation.target for relation in debate.relations if relation.kind.is_negative}
    assert [record.id for record in conceded if record.id in attacked] == []


def test_the_date_of_the_leak_is_disputed_and_matters_little(debate):
    dates = {record.id for record in debate if record.data.get("status") == "disputed"}
    assert dates == {"February leak", "March leak"}
    edges = {(r.source, r.kind.value, r.target) for r in debate.relations}
    assert ("February leak", "attack", "March leak") in edges
    assert ("March leak", "attack", "February leak") in edges
    assert {(date, "support", "Leaked soon") for date in dates} <= edges


def test_motives_are_questioned_on_both_sides_and_met_by_one_answer(debate):
    answered = {r.target for r in debate.relations if r.source == "The motive does not bear on the claim"}
    assert {debate[target].side for target in answered} == {"closed", "open"}
    assert {debate[target].scheme for target in answered} == {"ad_hominem_circumstantial"}


def test_values_and_schemes(debate):
    assert {value for record in debate for value in values(record)} == VALUES
    assert {argument.scheme for argument in debate.arguments if argument.scheme} == SCHEMES
    for position in ("Keep closed", "Release weights"):
        side = debate[position].side
        reasons = {v for a in debate.arguments if a.conclusion == position for v in values(a)}
        assert reasons <= set(values(debate[position])), side


def test_every_quotation_stands_in_the_reading(debate, reading):
    missing = [quote for record in debate for quote in quotes(record) if quote not in reading]
    assert missing == []
    assert len({quote for record in debate for quote in quotes(record)}) >= 30


def test_quotations_are_whole_words(debate, reading):
    for record in debate:
        for quote in quotes(record):
            assert re.search(rf"(?<!\w){re.escape(quote)}(?!\w)", reading), quote


def test_the_reading_is_short_and_gives_both_sides_like_room(reading):
    assert 600 <= len(reading.split()) <= 900
    parts = {part.split("\n", 1)[0]: len(part.split()) for part in reading.split("\n## ")}
    assert alike((parts["The case for control"], parts["The case for release"]), 0.1)


def test_the_sides_are_of_like_size(debate):
    arguments = list(debate.arguments)
    claims = list(debate.claims)
    spelt_out = [argument for argument in arguments if argument.steps]
    premises = [argument for argument in arguments for _ in argument.premises]
    attackers = [debate[r.source] for r in debate.relations if r.kind.is_negative]
    measures = {
        "arguments": (by_side(arguments), 0.0),
        "spelt out": (by_side(spelt_out), 0.1),
        "premises": (by_side(premises), 0.1),
        "claims": (by_side(claims), 0.1),
        "attacks": (by_side(attackers), 0.2),
        "claims with a citation": (by_side([c for c in claims if quotes(c)]), 0.1),
        "arguments with a citation": (by_side([a for a in arguments if quotes(a)]), 0.1),
    }
    assert {name: pair for name, (pair, tolerance) in measures.items() if not alike(pair, tolerance)} == {}


def test_the_sides_are_of_like_depth(debate):
    depth = layers(debate, "Keep closed"), layers(debate, "Release weights")
    reasons: dict[str, list[int]] = {"closed": [], "open": []}
    for argument in debate.arguments:
        if argument.conclusion in ("Keep closed", "Release weights") and argument.side in reasons:
            reasons[argument.side].append(layers(debate, argument.id))
    assert alike(depth, 0.25), depth
    assert alike((max(reasons["closed"]), max(reasons["open"])), 0.3), reasons
    assert alike((sum(reasons["closed"]), sum(reasons["open"])), 0.25), reasons


def test_neither_side_has_all_the_last_words(debate):
    negative = [r for r in debate.relations if r.kind.is_negative]
    hit = {r.target for r in negative}
    hit |= {a.id for a in debate.arguments if hit & set(a.premises)}
    hit |= {step.conclusion for a in debate.arguments if a.id in hit for step in a.steps}
    last = by_side({r.source: debate[r.source] for r in negative if r.source not in hit}.values())
    assert alike(last, 0.4), last


def test_the_claims_are_of_like_length(debate):
    def mean(side: str) -> float:
        lengths = [len(claim.text.split()) for claim in debate.claims if claim.side == side]
        return sum(lengths) / len(lengths)

    assert alike((mean("closed"), mean("open")), 0.15)
