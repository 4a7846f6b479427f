"""What audiences accept, by the definitions and by brute force."""

from __future__ import annotations

from itertools import combinations, permutations

from hypothesis import strategies as st

from argmap import ArgumentMap

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
