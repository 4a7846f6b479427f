"""The rows of the second table: relations, and the premises and conclusions of arguments."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from argmap.formats.relation_words import RELATIONS, plain_word
from argmap.formats.tables.cells import tags_of
from argmap.model import Claim, Relation, RelationKind, Step
from argmap.model.naming import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from argmap.formats.draft import Draft
    from argmap.formats.tables.answering import Answer
    from argmap.formats.tables.grid import Row
    from argmap.formats.tables.naming import Nodes
    from argmap.formats.tables.sheet import Sheet

_NAMED = 2_000
"""Among more ids than this no nearest one is looked for."""


class _Link(NamedTuple):
    kind: str
    source: str
    target: str
    step: int | None
    row: Row


@dataclass
class _Inference:
    """One step of an argument in the making."""

    premises: list[str] = field(default_factory=list)
    rows: list[_Link] = field(default_factory=list)
    conclusion: str | None = None
    link: _Link | None = None


class Links:
    """What the second table says."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._links: list[_Link] = []
        self._sheet: Sheet | None = None
        self._dangling = 0

    def take(self, sheet: Sheet) -> None:
        """Take in the rows of a table."""
        self._sheet = sheet
        if sheet.grid.rows and "kind" not in sheet.columns.places:
            message = "There is no column kind; each row is read as a support. Write support, attack or undercut."
            self._draft.warn(sheet.place(sheet.grid.header, 0), "no-kind", message)
        for row in sheet.grid.rows:
            source, target = sheet.cell(row, "source"), sheet.cell(row, "target")
            if source and target:
                kind = self._kind(sheet, row)
                if kind is not None:
                    self._links.append(_Link(kind, source, target, self._step(sheet, row), row))
            else:
                end = "target" if source else "source"
                message = f"This relation has no {end}, so it is left out; give the id of a claim or an argument."
                self._draft.fault(sheet.place_of(row, end), "no-end", message)

    def take_answers(self, sheet: Sheet, answers: Iterable[Answer], keys: Mapping[int, str]) -> None:
        """Take in the rows of a table of claims that answer others, by the keys that stand for rows."""
        self._sheet = sheet
        for kind, row, parent in answers:
            self._links.append(_Link(kind, keys[row.start], keys[parent.start], None, row))

    def ends(self) -> Iterator[str]:
        """Yield the ends of all relations."""
        for link in self._links:
            yield link.source
            yield link.target

    def finish(self, nodes: Nodes) -> None:
        """Make claims, arguments with their steps, and relations, in this order."""
        own = {link.target for link in self._links if link.kind == "premise"}
        own |= {link.source for link in self._links if link.kind == "conclusion"}
        nodes.make_claims(own)
        sheet = self._sheet
        if sheet is None:
            nodes.make_arguments({})
            return
        inferences: dict[str, dict[int, _Inference]] = {}
        relations: list[_Link] = []
        for link in self._links:
            if link.kind not in ("premise", "conclusion"):
                relations.append(link)
            elif (key := self._argument(link, sheet, nodes)) is not None:
                steps = inferences.setdefault(key, {})
                self._infer(link, sheet, nodes, steps.setdefault(1 if link.step is None else link.step, _Inference()))
            elif link.source in nodes.kinds and link.target in nodes.kinds:
                relations.append(link._replace(kind="support", step=None))
        loose: list[_Link] = []
        made = {key: list(self._steps(key, steps, sheet, loose)) for key, steps in inferences.items()}
        nodes.make_arguments(made)
        for link in (*relations, *loose):
            self._relate(link, sheet, nodes, len(made.get(link.target, ())))

    def _kind(self, sheet: Sheet, row: Row) -> str | None:
        """Return the kind that a row says; None where nobody can tell, for a wrong one may turn its meaning round."""
        if "kind" not in sheet.columns.places:
            return "support"
        word = sheet.cell(row, "kind")
        found = RELATIONS.get(plain_word(word))
        if found is None:
            hint = self._draft.nearest("unknown-kind", word.casefold(), RELATIONS)
            hint = hint or " Write support, attack, undercut, premise or conclusion."
            message = f"There is no kind of relation {word[:60]!r}; the row is left out.{hint}"
            self._draft.fault(sheet.place_of(row, "kind"), "unknown-kind", message)
        return found

    def _step(self, sheet: Sheet, row: Row) -> int | None:
        word = sheet.cell(row, "step").removesuffix(".0")
        if not word:
            return None
        if word.isascii() and word.isdigit() and 0 < len(word) < 10 and int(word):
            return int(word)
        message = f"{word[:60]!r} is no number of a step; the first is 1."
        self._draft.fault(sheet.place_of(row, "step"), "bad-step", message)
        return None

    # -- premises and conclusions ------------------------------------------------------------------------------

    def _argument(self, link: _Link, sheet: Sheet, nodes: Nodes) -> str | None:
        """Return the argument that a premise or a conclusion belongs to."""
        end = "target" if link.kind == "premise" else "source"
        key = link.target if link.kind == "premise" else link.source
        kind = nodes.kinds.get(key)
        if kind is None:
            self._missing(link, sheet, end, key, nodes)
            return None
        if kind == "claim":
            message = f"{key[:60]!r} is a claim, and only an argument has a {link.kind}; it is read as a support."
            self._draft.warn(sheet.place_of(link.row, end), "no-argument", message)
            return None
        return key

    def _infer(self, link: _Link, sheet: Sheet, nodes: Nodes, step: _Inference) -> None:
        end, key = ("source", link.source) if link.kind == "premise" else ("target", link.target)
        name = nodes.ids.get(key)
        if name is None or self._draft.kind_of(name) is not Claim:
            if key in nodes.kinds:
                message = f"{key[:60]!r} is an argument, and a {link.kind} is a claim; it is left out."
                self._draft.fault(sheet.place_of(link.row, end), "no-claim", message)
            else:
                self._missing(link, sheet, end, key, nodes)
        elif link.kind == "premise":
            step.premises.append(name)
            step.rows.append(link)
        elif step.conclusion is not None:
            message = (
                f"This step of {link.source[:60]!r} has a conclusion already; give this one the number of another step."
            )
            self._draft.fault(sheet.place_of(link.row, "step"), "second-conclusion", message)
        else:
            step.conclusion, step.link = name, link

    def _steps(self, key: str, found: dict[int, _Inference], sheet: Sheet, loose: list[_Link]) -> Iterator[Step]:
        """Yield the steps of an argument, by their numbers; premises of nothing become supports."""
        has_conclusion = any(step.conclusion is not None for step in found.values())
        for number in sorted(found):
            step = found[number]
            if step.conclusion is not None and step.link is not None:
                carried = sheet.carried(step.link.row, Step, self._draft)
                rules = tuple(dict.fromkeys(one_line(each) for each in tags_of(sheet.raw(step.link.row, "rules"))))
                data = {**carried.get("data", {}), **sheet.data(step.link.row)}
                yield Step(tuple(step.premises), step.conclusion, rules, self._draft.clean(data, key))
                for link in step.rows:
                    if sheet.data(link.row):
                        self._draft.lose("the data", f"[{link.source}]", "A premise has no data of its own.")
            elif step.rows:
                what = f"Step {number} of {key[:60]!r}" if has_conclusion else f"The argument {key[:60]!r}"
                message = f"{what} has premises and no conclusion; they are read as supports of the argument."
                self._draft.warn(sheet.place(step.rows[0].row, 0), "no-conclusion", message)
                loose.extend(link._replace(kind="support", step=None) for link in step.rows)

    # -- relations ---------------------------------------------------------------------------------------------

    def _relate(self, link: _Link, sheet: Sheet, nodes: Nodes, steps: int) -> None:
        source, target = nodes.ids.get(link.source), nodes.ids.get(link.target)
        if source is None or target is None:
            end, key = ("source", link.source) if source is None else ("target", link.target)
            self._missing(link, sheet, end, key, nodes)
            return
        kind, step = RelationKind(link.kind), link.step
        if step is not None and (kind is not RelationKind.UNDERCUT or step > steps):
            message = (
                f"{link.target[:60]!r} has no step {step} that a relation of kind {kind} could mean; it is left out."
            )
            self._draft.warn(sheet.place_of(link.row, "step"), "no-step", message)
            step = None
        carried = sheet.carried(link.row, Relation, self._draft)
        data = {**carried.get("data", {}), **sheet.data(link.row)}
        self._draft.relation(kind, source, target, step=None if step is None else step - 1, data=data)

    def _missing(self, link: _Link, sheet: Sheet, end: str, key: str, nodes: Nodes) -> None:
        self._dangling += 1
        known = list(nodes.kinds) if self._dangling <= 20 and len(nodes.kinds) <= _NAMED else []
        self._draft.dangling(sheet.place_of(link.row, end), f"The {end} of this relation", key, known)
