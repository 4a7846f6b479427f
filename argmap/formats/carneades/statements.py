"""The statements of an argument graph of Carneades: found by their names, made where they are missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.diagnostics import Severity
from argmap.errors import nearest
from argmap.formats.carneades.carried import Carried
from argmap.formats.carneades.terms import sentence
from argmap.formats.carneades.words import STANDARDS, claim_data, is_granted, standard_from, standard_to
from argmap.formats.draft import Draft
from argmap.formats.yaml_places import find_yaml_places
from argmap.model import Argument, Claim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.formats.given import Given

_LONGEST_PATH = 200
MOST_NAMES = 2_000
"""Among so many names the nearest is looked for."""
_MOST_HINTS = 20
_KINDS: dict[type, str] = {dict: "mapping", list: "list"}


class StatementReading:
    """A graph that is read, as far as its statements."""

    def __init__(self, given: Given) -> None:
        self._given = given
        self._draft = Draft(given, places=find_yaml_places)
        self._file: dict[str, Any] = {}
        self._carried = Carried(None, self._draft)
        self._raw_arguments: dict[str, Any] = {}
        self._names: dict[str, str] = {}  # the ids of statements, by what the file calls them
        self._squeezed: dict[str, str] = {}  # by what it calls them without blanks
        self._concluded: set[str] = set()  # the statements that arguments conclude, without blanks
        self._hints = 0

    # -- statements --------------------------------------------------------------------------------------------------

    def _read_statements(self) -> None:
        statements = self._mapping("statements", self._file.get("statements"))
        added = self._carried.added["statements"]
        listed = self._list("assumptions", self._file.get("assumptions"))
        assumptions = dict.fromkeys(name for each in listed if (name := name_of(each)) is not None)
        squeezed = {name.replace(" ", "") for name in assumptions}
        concluded = self._concluded
        for entry in self._raw_arguments.values():
            name = name_of(entry.get("conclusion")) if isinstance(entry, dict) else None
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
                position = name_of(each)
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
        key = name_of(given)
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

    def _issues(self) -> Iterator[tuple[str, dict[str, Any]]]:
        given = self._file.get("issues")
        for name, issue in given.items() if isinstance(given, dict) else ():
            if isinstance(issue, dict):
                yield name, issue

    # -- what is wrong -----------------------------------------------------------------------------------------------

    def _fault(self, path: str, code: str, message: str, severity: Severity = Severity.ERROR) -> None:
        while len(path) > _LONGEST_PATH:
            path = path[:_LONGEST_PATH].rpartition(".")[0]
        self._draft.fault(path, code, message, severity)

    def _may_hint(self) -> bool:
        self._hints += 1
        return self._hints <= _MOST_HINTS

    def _hint(self, name: str) -> str:
        few = len(self._names) <= MOST_NAMES and len(name) <= _LONGEST_PATH
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
        if name_of(given) is not None:
            return [given]
        self._fault(path, "bad-part", "A list belongs here, and no mapping; it is left out.")
        return []


def name_of(given: object) -> str | None:
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
