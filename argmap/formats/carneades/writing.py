"""Writing a map as an argument graph of Carneades."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from argmap.formats.carneades.convergent import convergent, undercutter_of
from argmap.formats.carneades.issues import Issues
from argmap.formats.carneades.kept import has_references, kept_of
from argmap.formats.carneades.words import (
    BASIC_SCHEMES,
    CARNEADES,
    argument_data,
    claim_data,
    constants,
    factorized_weights,
    is_granted,
    is_number,
    last_premises,
    named_schemes,
    scheme_in_file,
)
from argmap.formats.carrying import KEY, carried
from argmap.formats.written import Written
from argmap.memory import collection_paused
from argmap.model import Argument, RelationKind
from argmap.model.naming import as_line, one_line
from argmap.text.printing_yaml import front_matter

if TYPE_CHECKING:
    from argmap.model import ArgumentMap, Claim, Relation

_WIDTH = 100
_PARTS = ("references", "language", "statements", "issues", "argument_schemes", "arguments", "assumptions", "tests")
_RESERVED = ("conclusion", "premises", "scheme", "undercutter")


def write(m: ArgumentMap) -> Written:
    """Return a map as an argument graph; it holds everything, some of it under ``meta``."""
    with collection_paused():
        return Written(front_matter(_Writing(m).file(), _WIDTH))


class _Writing:
    def __init__(self, m: ArgumentMap) -> None:
        self._m = m
        self._kept = kept_of(m)
        self._arguments: dict[str, dict[str, Any]] = {}
        self._statements: dict[str, Any] = dict.fromkeys(claim.id for claim in m.claims)
        self._statements |= {argument.id: as_line(argument.text) for argument in m.arguments if not argument.steps}
        self._added: dict[str, list[str]] = {"statements": [], "arguments": []}
        self._left: dict[str, Any] = {part: {} for part in ("claims", "arguments")}
        self._steps: list[dict[str, Any]] = []
        self._relations: list[dict[str, Any]] = []
        self._opposites: dict[str, str] = {}  # for each statement, the added one that speaks against it
        self._numbers: dict[str, int] = {}
        self._issues = Issues(self._kept.get("issues", {}), m, self._statements)
        schemes = self._kept.get("argument_schemes")
        self._schemes = {*BASIC_SCHEMES, *named_schemes(schemes)}
        self._weights = constants(schemes)
        self._against: dict[str, list[Relation]] = {}  # for each argument with steps
        self._others: set[str] = set()  # arguments with steps that something else has to do with
        self._touched: set[str] = set()  # statements that something speaks against
        self._taken = {argument.id for argument in m.arguments} | set(self._kept.get("arguments", {}))

    def file(self) -> dict[str, Any]:
        """Return what the file holds."""
        for relation in self._m.relations:
            self._sort(relation)
        together = convergent(self._m, self._against, self._others)
        following = {each.id for followers in together.values() for each in followers}
        for argument in self._m.arguments:
            if argument.steps and argument.id not in following:
                self._argument(argument, together.get(argument.id, []))
            elif not argument.steps:
                self._leave("arguments", argument.id, carried(argument, says=("text", "steps")))
        for relation in self._m.relations:
            self._relate(relation)
        standards = self._issues.finish()
        assumptions, presumed = self._assume()
        self._leave_arguments(following)
        for claim in self._m.claims:
            self._claim(claim, standards.get(claim.id), claim.id in assumptions, claim.id in presumed)
        return self._whole(assumptions, presumed)

    # -- relations ---------------------------------------------------------------------------------------------------

    def _sort(self, relation: Relation) -> None:
        if relation.kind.is_negative:
            self._touched |= {relation.target, relation.source} if relation.kind.is_symmetric else {relation.target}
        if relation.target in self._statements:
            return
        if self._is_exception(relation):
            self._against.setdefault(relation.target, []).append(relation)
        else:
            self._others.add(relation.target)

    def _is_exception(self, relation: Relation) -> bool:
        """Whether a statement speaks against an argument with steps."""
        is_against = relation.kind in (RelationKind.UNDERCUT, RelationKind.ATTACK)
        return is_against and relation.target not in self._statements and relation.source in self._statements

    def _relate(self, relation: Relation) -> None:
        """Write a relation that no undercutter says."""
        source, target = relation.source, relation.target
        if target not in self._statements:
            if not self._is_exception(relation):
                self._carry(relation)
            return
        if source not in self._statements:
            self._carry(relation)
        elif relation.kind.is_symmetric:
            issue = self._issues.exclude(relation)
            if issue is None or not self._issues.is_plain(relation):
                self._carry(relation, issue)
        elif relation.kind.is_negative:
            self._carry(relation, self._link(source, self._opposite(target)))
        else:
            self._carry(relation, self._link(source, target))

    def _opposite(self, name: str) -> str:
        """Return the statement that an attack on another one concludes."""
        found = self._opposites.get(name)
        if found is None:
            words = one_line(self._m[name].text) or name
            found = self._opposites[name] = self._add_statement(f"¬{name}", f"It is not so: {words}")
            self._issues.oppose(name, found)
        return found

    def _add_statement(self, name: str, text: str) -> str:
        found = self._free(name, self._statements)
        self._statements[found] = text
        self._added["statements"].append(found)
        return found

    def _link(self, source: str, target: str) -> str:
        """Write an argument from one statement to another; return its name."""
        return self._add_argument(f"{source} -> {target}", [source], target)

    def _add_argument(self, name: str, premises: list[str], conclusion: str) -> str:
        found = self._free(name, self._taken)
        self._taken.add(found)
        self._arguments[found] = {"conclusion": conclusion, "premises": premises}
        self._added["arguments"].append(found)
        return found

    def _free(self, name: str, taken: Mapping[str, Any] | set[str]) -> str:
        found = name
        while found in taken:
            self._numbers[name] = self._numbers.get(name, 1) + 1
            found = f"{name} ({self._numbers[name]})"
        return found

    def _carry(self, relation: Relation, said_by: str | None = None) -> None:
        entry: dict[str, Any] = {"kind": relation.kind.value, "source": relation.source, "target": relation.target}
        if relation.step is not None:
            entry["step"] = relation.step
        if relation.data:
            entry["data"] = dict(relation.data)
        if said_by is not None:
            entry["as"] = said_by
        self._relations.append(entry)

    # -- arguments ---------------------------------------------------------------------------------------------------

    def _argument(self, argument: Argument, followers: list[Argument]) -> None:
        name = argument.id
        entry: dict[str, Any] = {}
        scheme = scheme_in_file(argument.data.get("scheme"), self._schemes)
        if scheme is not None:
            entry["scheme"] = scheme
        entry["conclusion"] = argument.steps[-1].conclusion
        single = argument.steps[0] if len(argument.steps) == 1 else None
        is_plain = single is not None and not single.rules and not single.data
        premises = list(argument.steps[-1].premises) if is_plain else last_premises(argument.steps)
        if not is_plain or (scheme == "convergent" and len(premises) > 1):
            premises = last_premises(argument.steps)
            self._leave_steps(argument)
        premises += [each.steps[0].premises[0] for each in followers]
        entry["premises"] = premises
        entry |= self._words(argument, premises)
        undercutter = undercutter_of(argument, self._against)
        if undercutter is None and name in self._against:
            undercutter = self._add_statement(f"¬app({name})", f"The argument {name} does not apply.")
            for relation in self._against[name]:
                self._carry(relation, self._link(relation.source, undercutter))
        if undercutter is not None:
            entry["undercutter"] = undercutter
        self._arguments[name] = entry

    def _leave_arguments(self, following: set[str]) -> None:
        """Write the weights that follow from nothing else in the file, and leave what the file does not say."""
        arguments = {**self._arguments, **self._kept.get("arguments", {})}
        factorized = factorized_weights(arguments, self._issues.entries)
        for argument in self._m.arguments:
            entry = self._arguments.get(argument.id)
            if entry is None or argument.id in following or not argument.steps:
                continue
            factor, weight = factorized.get(argument.id), argument.data.get("weight")
            if is_number(weight) and argument_data(entry, self._weights, factor).get("weight") != weight:
                entry["weight"] = weight
            fields = carried(argument, says=("steps", "data"))
            if argument_data(entry, self._weights, factor) != argument.data:
                fields["data"] = dict(argument.data)
            self._leave("arguments", argument.id, fields)

    def _words(self, argument: Argument, premises: list[str]) -> dict[str, Any]:
        """Return what else an argument of Carneades may say: the roles of its premises, notes."""
        found: dict[str, Any] = {}
        own = argument.data.get(CARNEADES)
        if not isinstance(own, Mapping) or any(key in own for key in _RESERVED):
            return found
        roles = own.get("roles")
        if isinstance(roles, list) and len(roles) == len(premises) == len({each for each in roles if _is_word(each)}):
            found["premises"] = dict(zip(roles, premises, strict=True))
        return {**{key: value for key, value in own.items() if key not in ("roles", "of")}, **found}

    def _leave_steps(self, argument: Argument) -> None:
        """Leave the steps of an argument as they are, and write those before the last for Carneades as well."""
        for number, step in enumerate(argument.steps, 1):
            entry: dict[str, Any] = {
                "argument": argument.id,
                "premises": list(step.premises),
                "conclusion": step.conclusion,
            }
            if step.rules:
                entry["rules"] = list(step.rules)
            if step.data:
                entry["data"] = dict(step.data)
            self._steps.append(entry)
            if number < len(argument.steps):
                before = [each.conclusion for each in argument.steps[: number - 1]]
                premises = list(dict.fromkeys((*step.premises, *before[-1:])))
                self._add_argument(f"{argument.id}, step {number}", premises, step.conclusion)

    # -- statements --------------------------------------------------------------------------------------------------

    def _assume(self) -> tuple[dict[str, None], dict[str, None]]:
        """Return what is assumed, and what of this only because Carneades takes nothing for granted.

        What is presumed as long as nothing speaks against it gets an argument without premises.
        """
        concluded = {entry["conclusion"] for entry in self._arguments.values()}
        assumed: dict[str, None] = {}
        presumed: dict[str, None] = {}
        for record in self._m:
            is_claim = record.id in self._m.claims
            if record.id not in self._statements:
                continue
            if is_claim and is_granted(record.data):
                assumed[record.id] = None
            elif record.id in concluded or (is_claim and record.data.get("status") is not None):
                continue
            elif record.id in self._touched:
                self._add_argument(f"{record.id} is presumed", [], record.id)
                concluded.add(record.id)
            else:
                assumed[record.id] = None
                if is_claim:
                    presumed[record.id] = None
        self._concluded = concluded
        return assumed, presumed

    def _claim(self, claim: Claim, standard: str | None, is_assumed: bool, is_presumed: bool) -> None:
        text = as_line(claim.text)
        own = claim.data.get(CARNEADES)
        entry: Any = text
        if isinstance(own, Mapping) and own and not {"text", "assumed"} & own.keys():
            entry = {"text": text, **own}
        self._statements[claim.id] = entry
        data = claim_data(
            entry,
            is_assumed=is_assumed,
            is_presumed=is_presumed,
            is_concluded=claim.id in self._concluded,
            standard=standard,
        )
        fields = carried(claim, says=("text", "data"))
        if data != claim.data:
            fields["data"] = dict(claim.data)
        self._leave("claims", claim.id, fields)

    # -- the whole ---------------------------------------------------------------------------------------------------

    def _leave(self, part: str, name: str, fields: dict[str, Any]) -> None:
        if fields:
            self._left[part][name] = fields

    def _whole(self, assumptions: dict[str, None], presumed: dict[str, None]) -> dict[str, Any]:
        m, kept = self._m, self._kept
        added = {**self._added, "issues": self._issues.added}
        left: dict[str, Any] = {
            "data": {key: value for key, value in m.data.items() if not self._is_said(key)},
            "sections": [{"id": section.id, **carried(section, says=())} for section in m.sections],
            "sketches": [argument.id for argument in m.arguments if not argument.steps],
            "presumed": list(presumed),
            **self._left,
            "steps": self._steps,
            "relations": self._relations,
            "issues": self._issues.left,
            "added": {part: names for part, names in added.items() if names},
        }
        left = {part: value for part, value in left.items() if value}
        meta: dict[str, Any] = {"title": m.title} if m.title else {}
        meta |= kept.get("meta", {})
        parts: dict[str, Any] = {
            "references": m.data.get("sources"),
            "statements": self._statements,
            "issues": self._issues.entries,
            "arguments": {**self._arguments, **kept.get("arguments", {})},
            "assumptions": list(assumptions),
        }
        if not has_references(m):
            del parts["references"]
        parts = {part: value for part, value in parts.items() if value or part in ("references", "statements")}
        parts |= {part: value for part, value in kept.items() if part not in ("meta", "issues", "arguments")}
        order = [part for part in _PARTS if part in parts]
        order[order.index("statements") if "statements" in order else 0 : 0] = [p for p in parts if p not in _PARTS]
        body = {part: parts[part] for part in order}
        meta |= {KEY: left} if left else {}
        return {"meta": meta, **body} if meta else body

    def _is_said(self, key: str) -> bool:
        return (key == CARNEADES and bool(self._kept)) or (key == "sources" and has_references(self._m))


def _is_word(given: object) -> bool:
    return isinstance(given, str)
