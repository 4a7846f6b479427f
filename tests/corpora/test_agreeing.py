"""Agreement of maps, against all pairs of claims written out one by one."""

from __future__ import annotations

from itertools import combinations, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.corpora import agreement
from argmap.corpora.agreeing import MEASURES, Tally, agreement_of, tally
from argmap.corpora.coefficients import cohen_kappa, krippendorff_alpha
from argmap.corpora.segmentation import cass, segmentation_similarity
from argmap.errors import ArgmapError, UnknownNameError

NAMES = "ABCD"
KINDS = ("support", "attack", "undercut")
EDGES = st.dictionaries(st.permutations(NAMES).map(lambda some: tuple(some[:2])), st.sampled_from(KINDS), max_size=6)
ANNOTATED = st.tuples(st.sets(st.sampled_from(NAMES)), EDGES)
TEXTS = st.integers(2, 3).flatmap(lambda k: st.lists(st.tuples(*[st.none() | ANNOTATED] * k), min_size=1, max_size=3))


def as_map(annotated):
    if annotated is None:
        return None
    held, edges = annotated
    m = argmap.ArgumentMap()
    for name in NAMES:
        if name in held:
            m.claim(f"It is {name}", title=name)
    for (source, target), kind in edges.items():
        if source in held and target in held:
            m.relate(source, kind, target)
    return m


def role(name: str, edges) -> str:
    acts = {kind == "support" for (source, _), kind in edges.items() if source == name}
    if acts:
        return "both" if len(acts) == 2 else "for" if True in acts else "against"
    return "thesis" if any(target == name for _, target in edges) else "alone"


def written_out(texts, k: int):
    """The labels of relations and roles, and the edges, of all texts."""
    relations, roles = [], []
    edges: list[dict[tuple[int, str, str], str]] = [{} for _ in range(k)]
    for number, text in enumerate(texts):
        if sum(each is not None for each in text) < 2:
            continue
        held = [None if each is None else each[0] for each in text]
        kept = [
            {}
            if each is None
            else {two: kind for two, kind in each[1].items() if two[0] in each[0] and two[1] in each[0]}
            for each in text
        ]
        for source, target in permutations(NAMES, 2):
            relations.append(
                tuple(
                    None if some is None or not {source, target} <= some else known.get((source, target), "none")
                    for some, known in zip(held, kept, strict=True)
                )
            )
        roles += [
            tuple(
                None if some is None or name not in some else role(name, known)
                for some, known in zip(held, kept, strict=True)
            )
            for name in NAMES
        ]
        for annotator, known in enumerate(kept):
            edges[annotator].update({(number, *two): kind for two, kind in known.items()})
    return relations, roles, edges


@given(TEXTS)
def test_it_is_what_all_pairs_say(texts) -> None:
    k = len(texts[0])
    found = agreement([[as_map(each) for each in text] for text in texts], way="id")
    relations, roles, edges = written_out(texts, k)
    assert found["relation_alpha"] == krippendorff_alpha(relations)
    assert found["role_alpha"] == krippendorff_alpha(roles)
    if k == 2:
        assert found["relation_kappa"] == cohen_kappa(relations)
        assert found["role_kappa"] == cohen_kappa(roles)
    else:
        assert "for two annotators" in found["relation_kappa"].reason
    scores = []
    labelled = []
    for one, other in combinations(range(k), 2):
        both = {number for number, text in enumerate(texts) if text[one] is not None and text[other] is not None}
        ours, theirs = ({at: kind for at, kind in edges[each].items() if at[0] in both} for each in (one, other))
        total = len(ours) + len(theirs)
        if total:
            shared = ours.keys() & theirs.keys()
            scores.append(2 * len(shared) / total)
            labelled.append(2 * sum(ours[each] == theirs[each] for each in shared) / total)
    expected = pytest.approx(sum(scores) / len(scores)) if scores else None
    assert found["edge_f1"].value == expected
    assert found["edge_f1_labelled"].value == (pytest.approx(sum(labelled) / len(labelled)) if labelled else None)
    assert found.scores.keys() == MEASURES.keys()


@given(TEXTS)
def test_tallies_of_texts_add_up_and_survive_as_data(texts) -> None:
    maps = [[as_map(each) for each in text] for text in texts]
    total = Tally(len(texts[0]))
    for text in maps:
        total.add(Tally.from_data(tally(text, "id").to_data()))
    assert agreement_of(total) == agreement(maps, way="id")


@given(ANNOTATED)
def test_nobody_disagrees_with_themselves(annotated) -> None:
    found = agreement([(as_map(annotated), as_map(annotated))])
    for score in found.scores.values():
        assert score.value in (1, None)


def test_annotations_with_places() -> None:
    text = "It rains, so I stay. The street is wet. Nobody goes out today."

    def annotated(*spans: tuple[int, int], edges) -> argmap.ArgumentMap:
        m = argmap.ArgumentMap(data={"text": text})
        made = [m.claim(text[start:end], data={"span": [start, end]}) for start, end in spans]
        for source, target, kind in edges:
            m.relate(made[source], kind, made[target])
        return m

    one = annotated(
        (0, 8), (10, 19), (21, 38), (40, 61), edges=[(0, 1, "support"), (2, 0, "support"), (3, 1, "attack")]
    )
    other = annotated((0, 8), (13, 19), (21, 38), (40, 55), edges=[(0, 1, "support"), (2, 0, "attack")])
    found = agreement([(one, other)], ["Ann", "Bob"])
    assert found.paired_by == {"span": 1}
    assert found.shared_claims == 4
    # Boundaries before words 2, 5, 9 of 13 and before 2, 3, 5, 9, 12: two to add, in 12 places.
    assert found["segmentation"] == segmentation_similarity(2, 12)
    assert found["edge_f1"].value == pytest.approx(2 * 2 / 5)
    assert found["edge_f1_labelled"].value == pytest.approx(2 * 1 / 5)
    assert found["cass_f1"] == cass(found["edge_f1_labelled"], found["segmentation"])
    assert found["cass_kappa"] == cass(found["relation_kappa"], found["segmentation"])


def test_segments_that_only_one_has_count_once_in_cass() -> None:
    text = "One two three four five six."

    def annotated(*spans: tuple[int, int]) -> argmap.ArgumentMap:
        m = argmap.ArgumentMap(data={"text": text})
        made = [m.claim(text[start:end], data={"span": [start, end]}) for start, end in spans]
        for reason in made[1:]:
            m.relate(reason, "support", made[0])
        return m

    found = agreement([(annotated((0, 7), (8, 18), (19, 27)), annotated((0, 7), (8, 18)))])
    assert found["edge_f1"].value == pytest.approx(2 / 3)
    assert found["cass_f1"] == cass(argmap.corpora.f1("a", "a"), found["segmentation"])


def test_what_is_missing_is_said() -> None:
    one = argmap.parse("[A]: one\n  - [B]: two\n").map
    found = agreement([(one, one)])
    assert found["segmentation"].reason == "The claims do not tell where in the text they stand."
    placed = argmap.ArgumentMap()
    placed.claim("one", data={"span": [0, 3]})
    assert "The text that was annotated is not known" in agreement([(placed, placed)])["segmentation"].reason
    assert agreement([]).texts == 0
    assert agreement([(one, None)]).texts == 0
    assert agreement([(one, None)])["relation_alpha"].reason


def test_wrong_calls() -> None:
    one = argmap.parse("[A]: one").map
    with pytest.raises(ArgmapError, match="There are 3 annotators, and a text with 2 maps"):
        agreement([(one, one)], ["a", "b", "c"])
    with pytest.raises(UnknownNameError, match="Did you mean 'span'"):
        agreement([(one, one)], way="spans")


def test_a_relation_that_reads_the_same_both_ways() -> None:
    one, other = (argmap.parse(f"[A]: one\n\n[B]: two\n\n{text}\n").map for text in ("[A]\n  >< [B]", "[B]\n  >< [A]"))
    found = agreement([(one, other)])
    assert found["edge_f1_labelled"].value == 1
    assert found["relation_kappa"].value == 1


def test_pairs_without_an_edge_are_not_gone_through() -> None:
    m = argmap.ArgumentMap()
    for number in range(20_000):
        m.claim(f"It is {number}")
    m.relate("C1", "attack", "C2")
    relations = tally([m, m]).relations
    assert relations == {("attack", "attack"): 1, ("none", "none"): 20_000 * 19_999 - 1}
