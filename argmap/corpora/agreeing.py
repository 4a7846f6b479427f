"""How well annotators of the same texts agree: on relations between claims, on what claims do, on segments."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING, Any

from argmap.corpora.coefficients import Score, cohen_kappa, f1_of_sizes, krippendorff_alpha, mean
from argmap.corpora.edges import edges_of
from argmap.corpora.pairing import annotated_text, pair, spans_of
from argmap.corpora.segmentation import boundaries, boundary_distance, cass, segmentation_similarity
from argmap.errors import ArgmapError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from argmap.corpora.edges import Edges
    from argmap.corpora.pairing import Pairing, Way
    from argmap.model import ArgumentMap

NONE = "none"
"""The label of two claims between which an annotator sees no relation."""
_TWO = 2

Labels = tuple[str | None, ...]
Sizes = list[int]


@dataclass(slots=True)
class Tally:
    """What is counted of texts, to work out how well annotators agree; tallies of texts can be added.

    Attributes:
        annotators: How many there are.
        texts: How many texts.
        ways: In how many texts claims were paired in which way.
        claims: How many claims each annotator has.
        shared: How many claims all have of those who annotated the text.
        relations: How often which labels were given to two claims by the annotators, in their order.
        roles: How often which labels were given to a claim.
        edges: For each two annotators: how many edges they share, how many of the same kind, and how many each has;
            then the same between claims that both have.
        segments: For each two annotators who cut the same text: edits between their segmentations, and places.
        unknown: In how many texts claims have places, and the text is not known.
    """

    annotators: int
    texts: int = 0
    ways: Counter[str] = field(default_factory=Counter)
    claims: Sizes = field(default_factory=list)
    shared: int = 0
    relations: Counter[Labels] = field(default_factory=Counter)
    roles: Counter[Labels] = field(default_factory=Counter)
    edges: dict[tuple[int, int], Sizes] = field(default_factory=dict)
    segments: dict[tuple[int, int], Sizes] = field(default_factory=dict)
    unknown: int = 0

    def add(self, other: Tally) -> None:
        """Take in what was counted of other texts."""
        self.texts += other.texts
        self.shared += other.shared
        self.unknown += other.unknown
        self.ways.update(other.ways)
        self.relations.update(other.relations)
        self.roles.update(other.roles)
        self.claims = _sum(self.claims, other.claims)
        for mine, others in ((self.edges, other.edges), (self.segments, other.segments)):
            for two, sizes in others.items():
                mine[two] = _sum(mine.get(two, []), sizes)

    def to_data(self) -> list[Any]:
        """Return it as lists, names and numbers."""
        return [
            self.annotators,
            self.texts,
            dict(self.ways),
            self.claims,
            self.shared,
            list(self.relations.items()),
            list(self.roles.items()),
            list(self.edges.items()),
            list(self.segments.items()),
            self.unknown,
        ]

    @classmethod
    def from_data(cls, data: list[Any]) -> Tally:
        r"""Return what `to_data` told of.

        Example:
            >>> import argmap
            >>> one = tally([argmap.parse("[A]: It rains.\n  - [B]: It is dry.").map, argmap.parse("[A]\n  + [B]").map])
            >>> Tally.from_data(one.to_data()) == one
            True
        """
        annotators, texts, ways, claims, shared, relations, roles, edges, segments, unknown = data
        return cls(
            annotators,
            texts,
            Counter(ways),
            list(claims),
            shared,
            Counter({tuple(labels): number for labels, number in relations}),
            Counter({tuple(labels): number for labels, number in roles}),
            {(one, other): list(sizes) for (one, other), sizes in edges},
            {(one, other): list(sizes) for (one, other), sizes in segments},
            unknown,
        )


@dataclass(frozen=True, slots=True)
class Agreement:
    """How well annotators agree.

    Attributes:
        annotators: Their names.
        texts: How many texts at least two of them annotated.
        paired_by: In how many texts claims were paired by ``id``, ``span`` or ``text``, see `argmap.corpora.pair`.
        claims: How many claims each has.
        shared_claims: How many claims all have of those who annotated the text.
        scores: The scores by name, see `MEASURES`.
    """

    annotators: tuple[str, ...]
    texts: int
    paired_by: dict[str, int]
    claims: tuple[int, ...]
    shared_claims: int
    scores: dict[str, Score]

    def __getitem__(self, measure: str) -> Score:
        return self.scores[measure]

    def to_data(self) -> dict[str, Any]:
        """Return it for programs: names, numbers and sentences."""
        return {
            "annotators": list(self.annotators),
            "texts": self.texts,
            "paired_by": dict(self.paired_by),
            "claims": list(self.claims),
            "shared_claims": self.shared_claims,
            "scores": {name: score.to_data() for name, score in self.scores.items()},
        }


MEASURES = {
    "edge_f1": "F1 of relations, whatever their kind",
    "edge_f1_labelled": "F1 of relations with their kind",
    "relation_kappa": "Cohen's kappa, relations",
    "relation_alpha": "Krippendorff's alpha, relations",
    "role_kappa": "Cohen's kappa, roles of claims",
    "role_alpha": "Krippendorff's alpha, roles of claims",
    "segmentation": "Segmentation similarity S",
    "cass_kappa": "CASS by kappa",
    "cass_f1": "CASS by F1",
}
"""The measures by name, and what people call them."""


def agreement(
    texts: Iterable[Sequence[ArgumentMap | None]], annotators: Sequence[str] = (), *, way: Way | None = None
) -> Agreement:
    r"""Return how well annotators of the same texts agree.

    Maps are compared as claims and edges between them, see `argmap.corpora.edges`. A label for relations is given to
    each two claims, in both directions: the kind of the edge from one to the other, or ``none``; it is missing where
    an annotator has not both claims. A label for roles is given to each claim: ``thesis``, ``for``, ``against``,
    ``both`` (for one thing and against another) or ``alone``. Texts are taken together: labels and edges of all are
    counted as those of one. Kappa is for two annotators; F1 and CASS of more are the means over each two.

    Args:
        texts: For each text the maps of all annotators, in one order; None where one has none.
        annotators: Their names; by default numbers from 1.
        way: How to pair claims: by ``id``, ``span`` or ``text``; by default as the maps of each text allow.

    Raises:
        ArgmapError: A text has not as many maps as there are annotators.
        UnknownNameError: There is no such way to pair.

    Complexity:
        O(n log n) in claims and edges, for each two annotators; pairs of claims without an edge are not gone through.

    Example:
        >>> import argmap
        >>> one = argmap.parse("[A]: It rains.\n  - [B]: It is dry.\n  + [C]: It pours.").map
        >>> other = argmap.parse("[A]: It rains.\n  - [B]: It is dry.\n  - [C]: It pours.").map
        >>> found = agreement([(one, other)], ["Ann", "Bob"])
        >>> print(found["edge_f1"], found["edge_f1_labelled"], found["relation_kappa"], found["role_kappa"])
        1.000 0.500 0.667 0.500
    """
    total: Tally | None = None
    for maps in texts:
        number = len(annotators) or len(maps) if total is None else total.annotators
        if len(maps) != number:
            raise ArgmapError(f"There are {number} annotators, and a text with {len(maps)} maps; give None for a gap.")
        if total is None:
            total = Tally(number)
        total.add(tally(maps, way))
    if total is None:
        total = Tally(len(annotators))
    return agreement_of(total, annotators)


def agreement_of(total: Tally, annotators: Sequence[str] = ()) -> Agreement:
    """Return how well annotators agree, given what was counted; see `agreement`."""
    names = tuple(annotators) or tuple(str(number + 1) for number in range(total.annotators))
    two = list(combinations(range(total.annotators), 2))
    edges = [total.edges.get(each, [0] * 8) for each in two]
    for_two = Score(reason="Cohen's kappa is for two annotators; alpha is for any number.")
    similar = [segmentation_similarity(*total.segments[each]) for each in two if each in total.segments]
    if similar:
        segmentation = mean(similar)
    elif total.unknown:
        segmentation = Score(
            reason="The text that was annotated is not known; write it into the data of the maps, under text."
        )
    else:
        segmentation = Score(reason="The claims do not tell where in the text they stand.")
    kappas = [cohen_kappa(_of_two(total.relations, *each)) for each in two]
    is_pair = total.annotators == _TWO
    scores = {
        "edge_f1": mean(f1_of_sizes(both, ours, theirs) for both, _, ours, theirs, *_ in edges),
        "edge_f1_labelled": mean(f1_of_sizes(alike, ours, theirs) for _, alike, ours, theirs, *_ in edges),
        "relation_kappa": kappas[0] if is_pair else for_two,
        "relation_alpha": krippendorff_alpha(total.relations),
        "role_kappa": cohen_kappa(total.roles) if is_pair else for_two,
        "role_alpha": krippendorff_alpha(total.roles),
        "segmentation": segmentation,
        "cass_kappa": cass(mean(kappas), segmentation),
        "cass_f1": cass(mean(f1_of_sizes(*sizes[5:]) for sizes in edges), segmentation),
    }
    return Agreement(names, total.texts, dict(total.ways), tuple(total.claims), total.shared, scores)


def tally(maps: Sequence[ArgumentMap | None], way: Way | None = None) -> Tally:
    """Return what is counted of one text; see `agreement`."""
    there = [number for number, m in enumerate(maps) if m is not None]
    held = [m for m in maps if m is not None]
    found = Tally(len(maps), claims=[0] * len(maps))
    if len(held) < _TWO:
        return found
    found.texts = 1
    shapes = [edges_of(m) for m in held]
    pairing = pair(held, way)
    found.ways[pairing.way] += 1
    owners = [0] * pairing.count  # a bit for each annotator who has the unit
    for annotator, units in zip(there, pairing.units, strict=True):
        found.claims[annotator] = len(units)
        for unit in units.values():
            owners[unit] |= 1 << annotator
    everybody = sum(1 << annotator for annotator in there)
    found.shared = owners.count(everybody)
    kinds = [_kinds(shape, units) for shape, units in zip(shapes, pairing.units, strict=True)]
    _tally_relations(found, there, kinds, owners)
    _tally_roles(found, there, shapes, pairing)
    for (one, ours), (other, theirs) in combinations(zip(there, kinds, strict=True), _TWO):
        found.edges[one, other] = _sizes(ours, theirs, owners, (1 << one) | (1 << other))
    _tally_segments(found, there, held, shapes)
    return found


def _kinds(shape: Edges, units: Any) -> dict[tuple[int, int], str]:
    """Return the label of each two units between which there is an edge."""
    kinds: dict[tuple[int, int], set[str]] = {}
    for edge in shape.edges:
        source, target = units[edge.source], units[edge.target]
        if source == target:
            continue
        if edge.kind.is_symmetric and target < source:
            source, target = target, source
        kinds.setdefault((source, target), set()).add(edge.kind.value)
    return {two: "+".join(sorted(some)) for two, some in kinds.items()}


def _tally_relations(
    found: Tally, there: Sequence[int], kinds: Sequence[dict[tuple[int, int], str]], owners: Sequence[int]
) -> None:
    count: Counter[Labels] = Counter()
    groups = Counter(owners)
    for one, some in groups.items():
        for other, others in groups.items():
            if (one & other).bit_count() >= _TWO:
                # Each two units, in both directions.
                count[_labels(found, one & other, {})] += some * (others - (one == other))
    for source, target in dict.fromkeys(two for some in kinds for two in some):
        both = owners[source] & owners[target]
        if both.bit_count() >= _TWO:
            given = {annotator: some.get((source, target), NONE) for annotator, some in zip(there, kinds, strict=True)}
            count[_labels(found, both, {})] -= 1
            count[_labels(found, both, given)] += 1
    found.relations = +count


def _labels(found: Tally, both: int, given: dict[int, str]) -> Labels:
    return tuple(given.get(annotator, NONE) if both >> annotator & 1 else None for annotator in range(found.annotators))


def _tally_roles(found: Tally, there: Sequence[int], shapes: Sequence[Edges], pairing: Pairing) -> None:
    given: list[dict[int, str]] = [{} for _ in range(pairing.count)]
    for annotator, shape, units in zip(there, shapes, pairing.units, strict=True):
        for name, role in roles(shape).items():
            given[units[name]][annotator] = role
    found.roles = Counter(tuple(labels.get(each) for each in range(found.annotators)) for labels in given)


def roles(shape: Edges) -> dict[str, str]:
    r"""Return what each node does: it is a ``thesis``, ``for``, ``against``, ``both`` or ``alone``.

    Example:
        >>> import argmap
        >>> roles(edges_of(argmap.parse("[A]: It rains.\n  - [B]: It is dry.\n\n[C]: It is May.").map))
        {'A': 'thesis', 'B': 'against', 'C': 'alone'}
    """
    acts: dict[str, set[bool]] = {}
    hit: set[str] = set()
    for edge in shape.edges:
        acts.setdefault(edge.source, set()).add(edge.kind.is_negative)
        if edge.kind.is_symmetric:
            acts.setdefault(edge.target, set()).add(True)
        else:
            hit.add(edge.target)
    words = {frozenset({True}): "against", frozenset({False}): "for", frozenset({True, False}): "both"}
    return {
        node.id: words[frozenset(acts[node.id])] if node.id in acts else "thesis" if node.id in hit else "alone"
        for node in shape.nodes
    }


def _sizes(
    ours: dict[tuple[int, int], str], theirs: dict[tuple[int, int], str], owners: Sequence[int], both: int
) -> Sizes:
    """Return the sizes of the sets of edges of two, and of what they share; then of those between shared units."""
    shared = ours.keys() & theirs.keys()
    alike = sum(ours[each] == theirs[each] for each in shared)
    inner = [sum(owners[s] & owners[t] & both == both for s, t in some) for some in (ours, theirs)]
    return [len(shared), alike, len(ours), len(theirs), len(shared), alike, *inner]


def _tally_segments(found: Tally, there: Sequence[int], maps: Sequence[ArgumentMap], shapes: Sequence[Edges]) -> None:
    spans = [spans_of(m, shape.nodes).values() for m, shape in zip(maps, shapes, strict=True)]
    if not all(some and None not in some for some in spans):
        return
    texts = {annotated_text(m) for m in maps} - {None}
    if len(texts) != 1:
        found.unknown = not texts  # where there are several, places are not those of one text
        return
    text = texts.pop()
    assert text is not None
    cut = [boundaries([span for span in some if span is not None], text) for some in spans]
    for (one, (ours, places)), (other, (theirs, _)) in combinations(zip(there, cut, strict=True), _TWO):
        found.segments[one, other] = [boundary_distance(ours, theirs), places]


def _of_two(labels: Counter[Labels], one: int, other: int) -> Counter[Labels]:
    found: Counter[Labels] = Counter()
    for given, number in labels.items():
        found[given[one], given[other]] += number
    return found


def _sum(ours: Sizes, theirs: Sizes) -> Sizes:
    return [a + b for a, b in zip(ours, theirs, strict=True)] if ours else list(theirs)
