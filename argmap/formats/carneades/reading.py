"""Reading an argument graph of Carneades."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING, Any

from argmap.diagnostics import Severity
from argmap.errors import nearest
from argmap.formats.carneades.carried import Carried
from argmap.formats.carneades.statements import MOST_NAMES, StatementReading, name_of
from argmap.formats.carneades.words import (
    BASIC_SCHEMES,
    CARNEADES,
    argument_data,
    constants,
    factorized_weights,
    last_premises,
    named_schemes,
    scheme_in_file,
)
from argmap.formats.carrying import KEY
from argmap.memory import collection_paused
from argmap.model import Argument, RelationKind, Step
from argmap.text.yaml_data import load

if TYPE_CHECKING:
    from argmap.formats.given import Given
    from argmap.text.reader import ParseResult

MOST_POSITIONS = 100
"""Of how many positions of an issue each excludes each other."""

_LOOKS_LIKE = re.compile(
    r"^(statements|arguments|argument_schemes|issues|assumptions)[ \t]*:(?:[ \t\r\n]|\Z)", re.MULTILINE
)
_PARTS = {"statements", "arguments", "issues", "assumptions", "argument_schemes", "tests", "meta"}
_OWN = ("statements", "arguments", "assumptions", "issues", "meta", "references")


def read(given: Given) -> ParseResult:
    """Return the map of an argument graph; what is wrong is said, and the rest read."""
    with collection_paused():
        return _Reading(given).result()


def looks_like(given: Given) -> bool:
    """Whether a text has the parts of an argument graph at the beginning of lines."""
    return len({found[1] for found in _LOOKS_LIKE.finditer(given.text[:200_000])}) >= 2


class _Reading(StatementReading):
    def __init__(self, given: Given) -> None:
        super().__init__(given)
        self._arguments: dict[str, list[str]] = {}  # the ids of arguments, by what the file calls them
        self._last_step: dict[str, int] = {}
        self._kept: dict[str, Any] = {}

    def result(self) -> ParseResult:
        """Return the map, and what is wrong with the text."""
        loaded = load(self._given.text)
        for problem in loaded.problems:
            end = max(len(self._given.text) - 1, 0)
            self._draft.fault(min(problem.offset, end), "bad-yaml", problem.message)
        if not isinstance(loaded.value, dict) or not loaded.value.keys() & _PARTS:
            if not loaded.problems:
                what = "This is no argument graph of Carneades: that is a mapping with statements, arguments, issues."
                self._draft.fault(0, "no-graph", what)
            return self._draft.result()
        self._file: dict[str, Any] = loaded.value
        meta = self._mapping("meta", self._file.get("meta"))
        self._carried = Carried(meta.get(KEY), self._draft)
        self._carried.read_sections()
        self._read_meta(meta)
        self._raw_arguments = self._mapping("arguments", self._file.get("arguments"))
        self._read_statements()
        issues = self._read_issues()
        self._read_arguments()
        self._relate(issues)
        if self._kept:
            old = self._draft.data.get(CARNEADES)
            self._draft.data[CARNEADES] = {**(old if isinstance(old, dict) else {}), **self._kept}
        return self._draft.result()

    def _read_meta(self, meta: dict[str, Any]) -> None:
        self._draft.title = meta.get("title", "") if isinstance(meta.get("title", ""), str) else str(meta["title"])
        self._draft.data.update(self._carried.data)
        rest = {key: value for key, value in meta.items() if key not in ("title", KEY)}
        if rest:
            self._kept["meta"] = rest
        references = self._file.get("references")
        if isinstance(references, dict) and all(isinstance(each, dict) for each in references.values()):
            self._draft.data["sources"] = references
        elif references is not None:
            self._kept["references"] = references
        self._kept.update({key: value for key, value in self._file.items() if key not in _OWN})
        self._schemes = {*BASIC_SCHEMES, *named_schemes(self._file.get("argument_schemes"))}
        self._weights = constants(self._file.get("argument_schemes"))

    # -- issues ------------------------------------------------------------------------------------------------------

    def _read_issues(self) -> list[tuple[str, list[str]]]:
        """Return the positions of each issue, as ids."""
        given = self._mapping("issues", self._file.get("issues"))
        added = self._carried.added
        found: list[tuple[str, list[str]]] = []
        kept: dict[str, Any] = dict(self._carried.issues)
        issue_of: dict[str, str] = {}
        for name, issue in given.items():
            path = f"issues.{name}"
            if not isinstance(issue, dict):
                self._fault(path, "bad-issue", "An issue is a mapping with the key positions; this one is left out.")
                continue
            listed = self._list(f"{path}.positions", issue.get("positions"))
            own = [each for each in listed if name_of(each) not in added["statements"]]
            if name not in added["issues"]:
                kept[name] = {**issue, "positions": own} if "positions" in issue else dict(issue)
            positions: list[str] = []
            for number, each in enumerate(own):
                at = f"{path}.positions[{number}]"
                position = self._statement(each, at, "A position")
                if position is None or position in positions[:MOST_POSITIONS]:
                    continue
                if issue_of.setdefault(position, name) != name:
                    first = issue_of[position][:60]
                    what = f"{position[:60]!r} is a position of the issue {first!r} already; Carneades takes it in one."
                    self._fault(at, "two-issues", what)
                positions.append(position)
            if len(positions) > MOST_POSITIONS:
                what = (
                    f"Of an issue, {MOST_POSITIONS} positions exclude each other here; the others are left out of it."
                )
                self._fault(path, "too-many-positions", what)
                del positions[MOST_POSITIONS:]
            found.append((name, positions))
        if kept:
            self._kept["issues"] = kept
        return found

    # -- arguments ---------------------------------------------------------------------------------------------------

    def _read_arguments(self) -> None:
        more = self._carried.steps()
        self._factorized = factorized_weights(self._raw_arguments, dict(self._issues()))
        for key, entry in self._raw_arguments.items():
            if key in self._carried.added["arguments"]:
                continue
            path = f"arguments.{key}"
            if not isinstance(entry, dict):
                what = "An argument is a mapping with premises and a conclusion; this one is left out."
                self._fault(path, "bad-argument", what)
                continue
            if entry.get("conclusion") is None:
                what = "This argument has no conclusion, so it is no part of the map; it is kept as it stands."
                self._fault(path, "no-conclusion", what, Severity.WARNING)
                self._kept.setdefault("arguments", {})[key] = entry
                continue
            conclusion = self._statement(entry["conclusion"], f"{path}.conclusion", "The conclusion")
            if conclusion is None:
                continue
            self._check_scheme(entry, path)
            self._argument(key, entry, self._premises(entry, path), conclusion, more.get(key))

    def _premises(self, entry: dict[str, Any], path: str) -> list[str]:
        given = entry.get("premises")
        if given is None:
            return []
        if isinstance(given, dict):
            listed = [(f"{path}.premises.{role}", each) for role, each in given.items()]
        elif isinstance(given, list):
            listed = [(f"{path}.premises[{number}]", each) for number, each in enumerate(given)]
        else:
            listed = [(f"{path}.premises", given)]
        names = [self._statement(each, at, "A premise") for at, each in listed]
        return [name for name in names if name is not None]

    def _check_scheme(self, entry: dict[str, Any], path: str) -> None:
        scheme = entry.get("scheme")
        if scheme is not None and not isinstance(scheme, str):
            self._fault(f"{path}.scheme", "bad-name", "A scheme is a name; this one is left out.")
            entry["scheme"] = None
        elif scheme and scheme not in self._schemes:
            hint = nearest(scheme, sorted(self._schemes)[:MOST_NAMES]) if self._may_hint() else ""
            what = f"The scheme {scheme[:60]!r} is not defined under argument_schemes; Carneades refuses that.{hint}"
            self._fault(f"{path}.scheme", "undefined-scheme", what, Severity.WARNING)

    def _argument(
        self, key: str, entry: dict[str, Any], premises: list[str], conclusion: str, more: list[Step] | None
    ) -> None:
        data = argument_data(entry, self._weights, self._factorized.get(key))
        fields = self._carried.fields(Argument, self._carried.arguments, key)
        if "data" in fields:
            data = self._argument_data_of_both(dict(fields.pop("data")), data, entry)
        step = Step(tuple(premises), conclusion)
        steps = [step]
        if more and more[-1].conclusion == conclusion and premises == last_premises(more):
            steps = more
        elif entry.get("scheme") == "convergent" and len(premises) > 1:
            steps = [Step((premises[0],), conclusion)]
        name = self._draft.argument(key, fields.pop("text", ""), steps=steps, data=data, **fields)
        self._arguments[key] = [name]
        self._last_step[name] = len(steps) - 1
        if entry.get("scheme") == "convergent" and steps is not more:
            shared = {part: value for part, value in data.items() if part != CARNEADES}
            for number, premise in enumerate(premises[1:], 2):
                other = self._draft.argument(
                    f"{key} ({number})", steps=[Step((premise,), conclusion)], data={**shared, CARNEADES: {"of": name}}
                )
                self._arguments[key].append(other)
                self._last_step[other] = 0

    def _argument_data_of_both(
        self, left: dict[str, Any], data: dict[str, Any], entry: dict[str, Any]
    ) -> dict[str, Any]:
        """Return the data that argmap left, with what another program has changed in the file."""
        name = entry.get("scheme") or None
        if name != scheme_in_file(left.get("scheme"), self._schemes) and name != "linked":
            left.pop("scheme", None)
            left |= {key: value for key, value in data.items() if key == "scheme"}
        if "weight" in entry and entry["weight"] != left.get("weight"):
            left |= {key: value for key, value in data.items() if key == "weight"}
        return left

    # -- relations ---------------------------------------------------------------------------------------------------

    def _relate(self, issues: list[tuple[str, list[str]]]) -> None:
        carried = self._carried.relations()
        there = {*self._raw_arguments, *(name for name, _ in self._issues())}
        carried = [each for each in carried if each["as"] is None or each["as"] in there]
        other = {
            frozenset((each["source"], each["target"]))
            for each in carried
            if each["kind"] is RelationKind.CONTRADICTORY
        }
        for _, positions in issues:
            for first, second in combinations(positions, 2):
                if frozenset((first, second)) not in other:
                    self._draft.relation(RelationKind.CONTRARY, first, second)
        for key, names in self._arguments.items():
            undercutter = self._raw_arguments[key].get("undercutter")
            if undercutter is None or name_of(undercutter) in self._carried.added["statements"]:
                continue
            source = self._statement(undercutter, f"arguments.{key}.undercutter", "The undercutter")
            for name in names if source else ():
                assert source is not None
                self._draft.relation(RelationKind.UNDERCUT, source, name, step=self._last_step[name])
        for each in carried:
            self._draft.relation(each["kind"], each["source"], each["target"], step=each["step"], data=each["data"])
