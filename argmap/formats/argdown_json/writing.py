"""Argdown's JSON of a map: statements and arguments as the tool of Argdown writes them, and what it would draw."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from argmap.formats.argdown_json.drawing import drawn
from argmap.formats.argdown_json.marks import write_ranges
from argmap.formats.argdown_json.naming import ids_of, is_made_up, titles_of
from argmap.formats.carrying import KEY, carried
from argmap.formats.keeping import Facet
from argmap.formats.naming import label
from argmap.formats.renaming import changed_ids
from argmap.formats.written import Written
from argmap.loss import Loss
from argmap.model import Argument

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from argmap.model import ArgumentMap, Claim, Relation, Section, Step, Wording

Object = dict[str, Any]


def write_map(m: ArgumentMap) -> Written:
    """Return the JSON of a map."""
    why = "No id of a map that is read has such signs."
    losses = tuple(Loss(Facet.ID.value, label(m, old), why, new) for old, new in changed_ids(m).items())
    return Written("{\n" + ",\n".join(_lines(_Writer(m).value())) + "\n}\n", losses)


def _lines(value: Object) -> Iterator[str]:
    """Yield the parts of the JSON, each record on a line of its own."""
    for name, part in value.items():
        if name == "map":
            lines = ",\n".join(_lines(part))
            inside = f"{{\n{lines}\n}}"
        elif isinstance(part, dict) and name != KEY:
            lines = ",\n".join(f"{_as_json(key)}: {_as_json(each)}" for key, each in part.items())
            inside = f"{{\n{lines}\n}}" if part else "{}"
        elif isinstance(part, list):
            lines = ",\n".join(map(_as_json, part))
            inside = f"[\n{lines}\n]" if part else "[]"
        else:
            inside = _as_json(part)
        yield f"{_as_json(name)}: {inside}"


_as_json = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


class _Writer:
    def __init__(self, m: ArgumentMap) -> None:
        self._m = m
        self._claims, self._arguments = titles_of(m)
        self._expected = ids_of(self._claims.values(), self._arguments.values())
        self._members: dict[str, list[Object]] = {}

    def value(self) -> Object:
        m = self._m
        arguments = {self._arguments[each.id]: self._argument(each) for each in m.arguments}
        statements = {self._claims[each.id]: self._statement(each) for each in m.claims}
        relations = [self._relation(each) for each in m.relations]
        extra: Object = {"title": m.title} if m.title else {}
        if m.data:
            extra["data"] = m.data
        made = {
            "arguments": arguments,
            "statements": statements,
            "relations": relations,
            "map": drawn(m, self._claims, self._arguments),
            "sections": self._sections(),
            "tags": _tags(m),
        }
        return made | ({KEY: extra} if extra else {})

    # -- statements and arguments --------------------------------------------------------------------------------

    def _statement(self, claim: Claim) -> Object:
        title = self._claims[claim.id]
        used = self._members.get(claim.id, [])
        members = [self._member(each, title, "top-level-statement", claim) for each in _wordings(claim)]
        if not members and not used:
            members.append({"type": "statement", "role": "top-level-statement", "title": title, "isReference": True})
        made: Object = {"type": "equivalence-class", "title": title, "members": members + used}
        return made | self._common(claim, title, self._expected[0])

    def _argument(self, argument: Argument) -> Object:
        title = self._arguments[argument.id]
        members = [self._member(each, title, "argument-description", argument) for each in _wordings(argument)]
        pcs: list[Object] = []
        for number, step in enumerate(argument.steps):
            pcs += (self._line(premise, title, "premise") for premise in step.premises)
            is_last = number == len(argument.steps) - 1
            line = self._line(step.conclusion, title, "main-conclusion" if is_last else "intermediary-conclusion")
            line["inference"] = self._inference(step, title, len(pcs))
            pcs.append(line)
        made: Object = {"type": "argument", "title": title, "members": members, "pcs": pcs}
        return made | self._common(argument, title, self._expected[1])

    def _line(self, claim: str, argument: str, role: str) -> Object:
        made: Object = {
            "type": "statement",
            "role": role,
            "title": self._claims[claim],
            "isReference": True,
            "argumentTitle": argument,
        }
        self._members.setdefault(claim, []).append(dict(made))
        return made

    def _inference(self, step: Step, argument: str, index: int) -> Object:
        made: Object = {
            "type": "inference",
            "inferenceRules": list(step.rules),
            "conclusionIndex": index,
            "argumentTitle": argument,
        }
        return made | ({"data": step.data} if step.data else {})

    def _member(self, wording: Wording | Claim | Argument, title: str, role: str, record: Claim | Argument) -> Object:
        made: Object = {"type": "statement", "role": role, "title": title, "text": wording.text}
        if wording.ranges:
            made["ranges"] = write_ranges(wording.text, wording.ranges)
        if record.section is not None:
            made["section"] = record.section
        return made

    def _common(self, record: Claim | Argument, title: str, expected: Mapping[str, str]) -> Object:
        made: Object = {}
        if record.tags:
            made["tags"] = list(record.tags)
        if record.data:
            made["data"] = record.data
        if record.section is not None:
            made["section"] = record.section
        extra: Object = {}
        if expected[title] != record.id:
            extra["id"] = record.id
        if record.title != (None if is_made_up(title) else title):
            extra["title"] = record.title
        if _is_lossy(record):
            extra |= carried(record, says=("title", "steps", "tags", "data", "section", "text"))
        return made | ({KEY: extra} if extra else {})

    # -- relations and sections ----------------------------------------------------------------------------------

    def _relation(self, relation: Relation) -> Object:
        made: Object = {"type": "relation", "relationType": relation.kind.value}
        for word, name in (("from", relation.source), ("to", relation.target)):
            is_claim = name in self._claims
            made[word] = self._claims[name] if is_claim else self._arguments[name]
            made[f"{word}Type"] = "equivalence-class" if is_claim else "argument"
        if relation.step is not None:
            made["toType"] = "inference"
            target = self._m[relation.target]
            assert isinstance(target, Argument)  # or there would be no step
            made["conclusionIndex"] = sum(len(step.premises) + 1 for step in target.steps[: relation.step + 1]) - 1
        extra = carried(relation, says=("kind", "source", "target", "step"))
        return made | ({KEY: extra} if extra else {})

    def _sections(self) -> list[Object]:
        tops: list[Object] = []
        children: dict[str, list[Object]] = {}
        for section in self._m.sections:
            made = self._section(section, children.setdefault(section.id, []))
            if section.parent is None:
                tops.append(made)
            else:
                children.setdefault(section.parent, []).append(made)
        return tops

    def _section(self, section: Section, children: list[Object]) -> Object:
        made: Object = {
            "type": "section",
            "id": section.id,
            "level": section.level,
            "title": section.title,
            "children": children,
            "ranges": write_ranges(section.title, section.ranges),
        }
        if section.parent is not None:
            made["parent"] = section.parent
        if section.tags:
            made["tags"] = list(section.tags)
        return made | ({"data": section.data} if section.data else {})


def _wordings(record: Claim | Argument) -> list[Wording | Claim | Argument]:
    return [*record.wordings, *([record] if record.text or record.wordings else [])]


def _is_lossy(record: Claim | Argument) -> bool:
    """Whether the members, read again, would not give the same wordings."""
    if not record.wordings and not record.ranges:
        return False
    seen = {(each.text, each.ranges) for each in record.wordings}
    is_plain = len(seen) == len(record.wordings) and (record.text, record.ranges) not in seen
    is_plain = is_plain and all(each.text for each in record.wordings)
    blanks = (" ", "\t")
    return not is_plain or any(
        one.target == "" or each.text[one.start : one.end].endswith(blanks)
        for each in (record, *record.wordings)
        for one in each.ranges
    )


def _tags(m: ArgumentMap) -> Object:
    tags: Iterable[str] = dict.fromkeys(tag for record in (*m, *m.sections) for tag in record.tags)
    return {tag: {"tag": tag, "occurrenceIndex": index} for index, tag in enumerate(tags)}
