"""What comes back from each format, as Markdown for docs/formats.md, found out by writing and reading one map.

`python -m tests.formats.keeping_table` puts it into the page, between its two marks.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.formats.keeping import Facet
from argmap.formats.naming import MAP, label
from argmap.model import Argument, ArgumentMap
from argmap.wording import joined
from tests.formats.difference import compare
from tests.formats.everything import everything
from tests.formats.test_matrix import BOTH, trip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.formats import Format, Loss

PAGE = Path(__file__).parents[2] / "docs" / "formats.md"
START, END = "<!-- what comes back: begin -->\n", "<!-- what comes back: end -->\n"
KEPT, SOME, OTHER, LOST = "●", "◐", "○", "–"
FEW = 3
"""How many examples of what stands there instead are enough."""

F = Facet


def table() -> str:
    """Return who keeps all, the table of the others, and below it what is kept as something else.

    Formats of which the same comes back share a column.
    """
    columns: dict[tuple[tuple[tuple[str, str], ...], tuple[str, ...]], list[str]] = defaultdict(list)
    for each in BOTH:
        cells, kept_as = _of(each)
        columns[tuple(cells.items()), tuple(kept_as)].append(each.name)
    whole = [name for (cells, _), names in columns.items() if {cell for _, cell in cells} == {KEPT} for name in names]
    rest = [(dict(cells), kept_as, names) for (cells, kept_as), names in columns.items() if names[0] not in whole]
    lines = [
        f"Everything comes back from {joined([f'`{name}`' for name in whole])}. From the others:",
        "",
        f"| | {' | '.join(', '.join(names) for _, _, names in rest)} |",
        f"|---|{':-:|' * len(rest)}",
        *(f"| {row} | {' | '.join(cells[row] for cells, _, _ in rest)} |" for row in rest[0][0]),
        "",
        f"{KEPT} comes back, {SOME} comes back in part, {OTHER} comes back as something else, {LOST} is lost.",
        "",
        "What comes back as something else:",
        "",
        *(f"- **{', '.join(names)}**: {'; '.join(kept_as)}." for _, kept_as, names in rest if kept_as),
    ]
    return "\n".join(lines) + "\n"


def _of(format: Format) -> tuple[dict[str, str], list[str]]:  # noqa: A002
    m = everything()
    result, losses = trip(m, format)
    gone: dict[str, set[Facet]] = defaultdict(set)
    for each in compare(m, result.map, losses).differences:
        if each.where:
            gone[each.where[0]] |= each.own
    told: dict[tuple[str, str], list[Loss]] = defaultdict(list)
    for loss in losses:
        told[loss.where, loss.what].append(loss)
    cells, kept_as = {}, []
    for name, parts in _parts(m):
        states = []
        others: dict[str, None] = {}
        for where, facets in parts:
            lost = facets & gone[where]
            here = [loss.kept_as for facet in F if facet in facets for loss in told[where, facet] if loss.kept_as]
            states.append(KEPT if not lost else OTHER if here else LOST)
            if lost:
                others |= dict.fromkeys(here)
        cells[name] = states[0] if len(set(states)) == 1 else SOME if KEPT in states or OTHER in states else LOST
        if others:
            few = joined(list(others), "or") if len(others) <= FEW else f"{', '.join([*others][:FEW])} and so on"
            kept_as.append(f"{name} as {few}")
    return cells, kept_as


def _parts(m: ArgumentMap) -> Iterator[tuple[str, list[tuple[str, frozenset[Facet]]]]]:
    """Yield each row: its name, and the places and facets of the map with one of everything that show it."""

    def of(facet: Facet, *names: str) -> list[tuple[str, frozenset[Facet]]]:
        return [(label(m, name), frozenset({facet})) for name in names]

    sections = [label(m, section) for section in m.sections]
    yield "title of the debate", [(MAP, frozenset({F.TITLE}))]
    yield "data of the debate", [(MAP, frozenset({F.DATA}))]
    yield "sections", [(where, frozenset({F.RECORD, F.SECTION})) for where in sections]
    yield "tags, data and marks of sections", [(sections[0], frozenset({F.TAGS, F.DATA, F.MARKS}))]
    for sort, records in (("claims", m.claims), ("arguments", m.arguments)):
        if sort == "arguments":
            one, long, sketch = "Plain", "Long", ("Sketch", "Gist")
            yield "arguments of one step", [(label(m, one), frozenset({F.RECORD, F.STEPS}))]
            yield "arguments of several steps", [(label(m, long), frozenset({F.RECORD, F.STEPS}))]
            yield "arguments without premises", [(label(m, each), frozenset({F.RECORD, F.SKETCH})) for each in sketch]
        yield f"ids of {sort}", of(F.ID, *(each.id for each in records))
        yield f"texts of {sort}", of(F.TEXT, *(each.id for each in records if each.text))
        yield f"links and marks in {sort}", of(F.MARKS, *(each.id for each in records if each.ranges))
        yield f"other wordings of {sort}", of(F.WORDINGS, *(each.id for each in records if each.wordings))
        yield f"tags of {sort}", of(F.TAGS, *(each.id for each in records if each.tags))
        yield f"data of {sort}", of(F.DATA, *(each.id for each in records if each.data))
        yield f"sections of {sort}", of(F.SECTION, *(each.id for each in records if each.section))
    inside = [each for each in m.arguments if isinstance(each, Argument)]
    yield "rules of inference", of(F.RULES, *(each.id for each in inside if any(step.rules for step in each.steps)))
    yield "data of inferences", of(F.STEP_DATA, *(each.id for each in inside if any(step.data for step in each.steps)))
    kind = frozenset({F.RECORD, F.KIND, F.DIRECTION})
    for word in ("support", "attack", "undercut", "contrary", "contradictory", "entails"):
        some = [each for each in m.relations if each.kind == word and each.source in m.claims and not each.data]
        some = [each for each in some if each.target in m.claims or word == "undercut"]
        yield f"{word} of claims" if word != "undercut" else "undercut", [(label(m, each), kind) for each in some]
    arguing = [
        each
        for each in m.relations
        if (each.source in m.arguments or each.target in m.arguments) and each.kind != "undercut"
    ]
    yield "relations with arguments", [(label(m, each), kind) for each in arguing]
    yield "data of relations", [(label(m, each), frozenset({F.DATA})) for each in m.relations if each.data]


def updated(page: str) -> str:
    """Return the page with the table as it is now."""
    before, _, rest = page.partition(START)
    _, _, after = rest.partition(END)
    return f"{before}{START}\n{table()}\n{END}{after}"


if __name__ == "__main__":
    PAGE.write_text(updated(PAGE.read_text("utf-8")), "utf-8")
