"""Reading an argument graph of Carneades."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING, Any

from argmap.diagnostics import Severity
from argmap.errors import nearest
from argmap.formats.carneades.carried import Carried
from argmap.formats.carneades.terms import sentence
from argmap.formats.carneades.words import (
    BASIC_SCHEMES,
    CARNEADES,
    STANDARDS,
    argument_data,
    claim_data,
    constants,
    factorized_weights,
    is_granted,
    last_premises,
    named_schemes,
    scheme_in_file,
    standard_from,
    standard_to,
)
from argmap.formats.carrying import KEY
from argmap.formats.draft import Draft
from argmap.formats.yaml_places import find_yaml_places
from argmap.memory import collection_paused
from argmap.model import Argument, Claim, RelationKind, Step
from argmap.text.yaml_data import load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.formats.given import Given
    from argmap.text.reader import ParseResult

MOST_POSITIONS = 100
"""Of how many positions of an issue each excludes each other."""

_LOOKS_LIKE = re.compile(
    r"^(?:statements|arguments|argument_schemes|issues|assumptions)[ \t]*:[ \t]*(?:#.*)?\r?$", re.MULTILINE
)
_OWN = ("statements", "arguments", "assumptions", "issues", "meta", "references")
_LONGEST_PATH = 200
_MOST_NAMES = 2_000
"""Among so many names the nearest is looked for."""
_MOST_HINTS = 20
_KINDS: dict[type, str] = {dict: "mapping", list: "list"}


def read(given: Given) -> ParseResult:
    """Return the map of an argument graph; what is wrong is said, and the rest read."""
    with collection_paused():
        return _Reading(given).result()


def looks_like(given: Given) -> bool:
    """Whether a text has the parts of an argument graph at the beginning of lines."""
    return len({found.group().partition(":")[0] for found in _LOOKS_LIKE.finditer(given.text[:200_000])}) >= 2


class _Reading:
    def __init__(self, given: Given) -> None:
        self._given = given
        self._draft = Draft(given, places=find_yaml_places)
        self._names: dict[str, str] = {}  # the ids of statements, by what the file calls them
        self._squeezed: dict[str, str] = {}  # by what it calls them without blanks
        self._arguments: dict[str, list[str]] = {}  # the ids of arguments, by what the file calls them
        self._last_step: dict[str, int] = {}
        self._concluded: set[str] = set()  # the statements that arguments conclude, without blanks
        self._kept: dict[str, Any] = {}
        self._hints = 0

    def result(self) -> ParseResult:
        """Return the map, and what is wrong with the text."""
        loaded = load(self._given.text)
        for problem in loaded.problems:
            end = max(len(self._given.text) - 1, 0)
            self._draft.fault(min(problem.offset, end), "bad-yaml", problem.message)
        if not isinstance(loaded.value, dict):
            if loaded.value is not None or not loaded.problems:
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

    # -- statements --------------------------------------------------------------------------------------------------

    def _read_statements(self) -> None:
        statements = self._mapping("statements", self._file.get("statements"))
        added = self._carried.added["statements"]
        listed = self._list("assumptions", self._file.get("assumptions"))
        assumptions = dict.fromkeys(name for each in listed if (name := _name(each)) is not None)
        squeezed = {name.replace(" ", "") for name in assumptions}
        concluded = self._concluded
        for entry in self._raw_arguments.values():
            name = _name(entry.get("conclusion")) if isinstance(entry, dict) else None
            if name is not None:
                concluded.add(name.replace(" ", ""))
        standards = self._standards()
        for key, statement in statements.items():
            if key in added:
                continue
            text = statement.get("text") if isinstance(statement, dict) else statement
            if isinstance(statement, list) or isinstance(text, dict | list):
                what = "A statement is its text, or a mapping with the key text; this is read as one without words."
                self._fault(f"statements.{key}", "bad-statement", what)
                text = ""
            bare = key.replace(" ", "")
            data = claim_data(
                statement,
                is_assumed=bare in squeezed or (isinstance(statement, dict) and statement.get("assumed") is True),
                is_presumed=key in self._carried.presumed,
                is_concluded=bare in concluded,
                standard=standards.get(bare),
            )
            self._claim(key, text, data)
        for name in assumptions:
            if name in self._names or name.replace(" ", "") in self._squeezed or name in added:
                continue
            if not {"argument_schemes", "language"} & self._file.keys():
                what = f"The assumption {name[:60]!r} is none of the statements; it is read as one without words."
                self._fault("assumptions", "undefined-statement", f"{what}{self._hint(name)}")
            self._claim(name, sentence(name, self._file.get("language")), {"status": "accepted"})

    def _standards(self) -> dict[str, str]:
        """Return the proof standard of each statement, by its name without blanks."""
        found = {}
        for name, issue in self._issues():
            if issue.get("standard") is None:
                continue
            standard = standard_from(issue["standard"])
            if standard is None:
                what = f"{str(issue['standard'])[:40]!r} is no proof standard. Use {', '.join(STANDARDS)}."
                self._fault(f"issues.{name}.standard", "bad-standard", what)
                continue
            positions = issue.get("positions")
            for each in positions if isinstance(positions, list) else ():
                position = _name(each)
                if position is not None:
                    found[position.replace(" ", "")] = standard
        return found

    def _claim(self, key: str, text: object, data: dict[str, Any]) -> str:
        words = self._draft.words(text)
        if key in self._carried.sketches:
            fields = self._carried.fields(Argument, self._carried.arguments, key, words)
            name = self._draft.argument(key, words, **fields)
        else:
            fields = self._carried.fields(Claim, self._carried.claims, key, words)
            if "data" in fields:
                data = _claim_data_of_both(dict(fields.pop("data")), data)
            name = self._draft.claim(key, words, data=data, **fields)
        self._names[key] = name
        self._squeezed.setdefault(key.replace(" ", ""), name)
        return name

    def _statement(self, given: object, path: str, what: str) -> str | None:
        """Return the id of a statement that something names; one that is not there is made, and said."""
        key = _name(given)
        if key is None:
            kind = _KINDS.get(type(given), "empty place")
            self._fault(path, "bad-name", f"{what} is the name of a statement, and no {kind}; it is left out.")
            return None
        found = self._names.get(key) or self._squeezed.get(key.replace(" ", ""))
        if found is None:
            then = f"{what}, {key[:60]!r}, is none of the statements; it is read as one without words."
            self._fault(path, "undefined-statement", f"{then}{self._hint(key)}")
            is_concluded = key.replace(" ", "") in self._concluded
            found = self._claim(key, "", {} if is_concluded else {"status": "disputed"})
        return found

    # -- issues ------------------------------------------------------------------------------------------------------

    def _issues(self) -> Iterator[tuple[str, dict[str, Any]]]:
        given = self._file.get("issues")
        for name, issue in given.items() if isinstance(given, dict) else ():
            if isinstance(issue, dict):
                yield name, issue

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
            own = [each for each in listed if _name(each) not in added["statements"]]
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
            hint = nearest(scheme, sorted(self._schemes)[:_MOST_NAMES]) if self._may_hint() else ""
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
            if undercutter is None or _name(undercutter) in self._carried.added["statements"]:
                continue
            source = self._statement(undercutter, f"arguments.{key}.undercutter", "The undercutter")
            for name in names if source else ():
                assert source is not None
                self._draft.relation(RelationKind.UNDERCUT, source, name, step=self._last_step[name])
        for each in carried:
            self._draft.relation(each["kind"], each["source"], each["target"], step=each["step"], data=each["data"])

    # -- what is wrong -----------------------------------------------------------------------------------------------

    def _fault(self, path: str, code: str, message: str, severity: Severity = Severity.ERROR) -> None:
        while len(path) > _LONGEST_PATH:
            path = path[:_LONGEST_PATH].rpartition(".")[0]
        self._draft.fault(path, code, message, severity)

    def _may_hint(self) -> bool:
        self._hints += 1
        return self._hints <= _MOST_HINTS

    def _hint(self, name: str) -> str:
        few = len(self._names) <= _MOST_NAMES and len(name) <= _LONGEST_PATH
        return nearest(name, list(self._names)) if few and self._may_hint() else ""

    def _mapping(self, path: str, given: object) -> dict[str, Any]:
        if given is None or isinstance(given, dict):
            return given or {}
        what = f"A mapping belongs here, and no {_KINDS.get(type(given), 'scalar')}; it is left out."
        self._fault(path, "bad-part", what)
        return {}

    def _list(self, path: str, given: object) -> list[Any]:
        if given is None or isinstance(given, list):
            return given or []
        if _name(given) is not None:
            return [given]
        self._fault(path, "bad-part", "A list belongs here, and no mapping; it is left out.")
        return []


def _name(given: object) -> str | None:
    """Return a scalar as the key of a mapping would be read; None if it is no name."""
    if isinstance(given, str):
        return given
    if isinstance(given, bool):
        return str(given).lower()
    if isinstance(given, int):
        return str(given) if given.bit_length() < 10_000 else None
    if isinstance(given, float):
        return str(int(given)) if given.is_integer() else str(given)
    return None


def _claim_data_of_both(left: dict[str, Any], data: dict[str, Any]) -> dict[str, Any]:
    """Return the data that argmap left, with what another program has changed in the file."""
    is_accepted = data.get("status") == "accepted"
    if is_accepted and not is_granted(left):
        left["status"] = "accepted"
    elif not is_accepted and is_granted(left) and left.get("premise") != "axiom":
        left.pop("status", None)
    if "standard" in data and standard_to(left.get("standard")) != standard_to(data["standard"]):
        left["standard"] = data["standard"]
    return left
