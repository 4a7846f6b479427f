"""The GraphML text of a map: each part as data of nodes and edges where it has words, the rest carried."""

from __future__ import annotations

import html
import json
from typing import TYPE_CHECKING, Any

from argmap.formats.carrying import KEY, carried
from argmap.formats.graphml.fields import fit, plain_parts, said, sort_of, typed, without
from argmap.formats.keeping import Facet
from argmap.formats.naming import label
from argmap.formats.written import Written
from argmap.loss import Loss
from argmap.model import Argument
from argmap.model.naming import id_from_title, whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from argmap.model import ArgumentMap, Claim, Relation, Section, Step

_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""
_STRINGS = {
    "graph": ("title", KEY),
    "node": ("kind", "title", "text", "tags", "section", KEY),
    "edge": ("kind", "rules", KEY),
}
_NUMBERS: dict[str, tuple[str, ...]] = {"graph": (), "node": (), "edge": ("step", "position")}
_SAYS = ("title", "tags", "section", "data", "steps", "text", "ranges")
Facts = dict[str, Any]


def write_map(m: ArgumentMap) -> Written:
    """Return the GraphML of a map."""
    writer = _Writer(m)
    return Written(writer.text(), tuple(writer.losses))


class _Writer:
    def __init__(self, m: ArgumentMap) -> None:
        self._m = m
        self._parts = {id(record.data): plain_parts(record.data) for record in (*m, *m.relations) if record.data}
        self._names: dict[str, str] = {}
        self._section_names = _names_of_sections(m.sections)
        self.losses: list[Loss] = []
        for record in m:
            self._names[record.id] = self._name(record)

    def text(self) -> str:
        m = self._m
        sorts: dict[str, dict[str, str]] = {"graph": {}, "node": self._sorts(m), "edge": self._sorts(m.relations)}
        keys: dict[tuple[str, str], str] = {}
        lines = [_HEAD]
        for domain, found in sorts.items():
            own = dict.fromkeys(_STRINGS[domain], "string") | dict.fromkeys(_NUMBERS[domain], "int")
            for name, sort in (own | found).items():
                is_plain = name.isascii() and name.isidentifier()
                key = keys[domain, name] = f"{domain}_{name if is_plain else len(keys)}"
                lines.append(f'  <key id="{key}" for="{domain}" attr.name="{_escaped(name)}" attr.type="{sort}"/>\n')
        lines.append('  <graph edgedefault="directed">\n')
        lines += _data(keys, "graph", self._graph(), "    ")
        for record in m:
            lines.append(f'    <node id="{_escaped(self._names[record.id])}">\n')
            lines += _data(keys, "node", self._node(record, sorts["node"]), "      ")
            lines.append("    </node>\n")
        for source, target, facts in self._edges(sorts["edge"]):
            lines.append(
                f'    <edge source="{_escaped(self._names[source])}" target="{_escaped(self._names[target])}">\n'
            )
            lines += _data(keys, "edge", facts, "      ")
            lines.append("    </edge>\n")
        lines.append("  </graph>\n</graphml>\n")
        return "".join(lines)

    def _sorts(self, records: Iterable[Claim | Argument | Relation]) -> dict[str, str]:
        """Return the names of data of their own, each with the type that all its values have."""
        values: dict[str, list[object]] = {}
        for record in records:
            for name, value in self._parts.get(id(record.data), {}).items():
                values.setdefault(name, []).append(value)
        return {name: sort_of(found) for name, found in values.items()}

    def _name(self, record: Claim | Argument) -> str:
        """Return the id of a node: that of the record, as far as XML can hold it."""
        name = _straight(record.id)
        taken = self._names.values() if name != record.id or name in self._names else ()
        while not name or name in taken or (name != record.id and name in self._m):
            name = f"{name}_"
        inner = record.id[1:-1] if record.id[:1] in "[<" and record.id[-1:] in "]>" else record.id
        if id_from_title(inner) != inner or not inner:
            back = id_from_title(record.id)
            self.losses.append(Loss(Facet.ID, label(self._m, record), "No id in a map is like that.", back))
        return name

    # -- parts -------------------------------------------------------------------------------------------------

    def _graph(self) -> Facts:
        m = self._m
        extra: Facts = {}
        if m.title != fit(m.title):
            extra["title"] = m.title
        if m.data:
            extra["data"] = m.data
        if len(m.sections):
            extra["sections"] = [self._section(section) for section in _parents_first(m.sections)]
        return {"title": fit(m.title), KEY: extra}

    def _section(self, section: Section) -> Facts:
        name = self._section_names[section.id]
        named = {} if name == section.title else {"name": name}
        return {"id": section.id, **named, **carried(section, says=())}

    def _node(self, record: Claim | Argument, sorts: Mapping[str, str]) -> Facts:
        title, text, tags = record.title, fit(record.text), ", ".join(record.tags)
        facts: Facts = {
            "kind": "argument" if isinstance(record, Argument) else "claim",
            "title": fit(title) if title else "",
            "text": text,
            "tags": fit(tags),
            "section": self._section_names[record.section] if record.section is not None else "",
        }
        extra: Facts = {}
        if record.id != _straight(record.id):
            extra["id"] = record.id
        if title is not None and (not title or fit(title) != title):
            extra["title"] = title
        if text != record.text or record.ranges:
            extra["text"] = record.text
        if record.tags and (fit(tags) != tags or any("," in tag for tag in record.tags)):
            extra["tags"] = record.tags
        extra |= carried(record, says=_SAYS)
        if record.ranges:
            extra |= carried(record, says=[*_SAYS[:-1], "wordings"])
        self._add_data(facts, extra, record.data, sorts)
        return facts | {KEY: extra}

    def _add_data(self, facts: Facts, extra: Facts, data: Mapping[str, Any], sorts: Mapping[str, str]) -> None:
        if not data:
            return
        told = []
        for name, value in self._parts.get(id(data), {}).items():
            words = said(value)
            assert words is not None
            facts[name] = words
            back = typed(words, sorts[name])
            if back == value and type(back) is type(value):
                told.append(name)
        rest = without(data, told)
        if rest:
            extra["data"] = rest

    def _edges(self, sorts: Mapping[str, str]) -> Iterator[tuple[str, str, Facts]]:
        for argument in self._m.arguments:
            for number, step in enumerate(argument.steps):
                for position, premise in enumerate(step.premises):
                    yield premise, argument.id, {"kind": "premise", "step": str(number), "position": str(position)}
                yield argument.id, step.conclusion, self._conclusion(number, step)
        for relation in self._m.relations:
            facts: Facts = {"kind": relation.kind.value}
            if relation.step is not None:
                facts["step"] = str(relation.step)
            extra: Facts = {}
            self._add_data(facts, extra, relation.data, sorts)
            yield relation.source, relation.target, facts | {KEY: extra}

    def _conclusion(self, number: int, step: Step) -> Facts:
        rules = ", ".join(step.rules)
        extra = carried(step, says=("premises", "conclusion", "rules"))
        if step.rules and (fit(rules) != rules or any("," in rule for rule in step.rules)):
            extra["rules"] = step.rules
        return {"kind": "conclusion", "step": str(number), "rules": fit(rules), KEY: extra}


def _data(keys: Mapping[tuple[str, str], str], domain: str, facts: Facts, indent: str) -> Iterator[str]:
    for name, fact in facts.items():
        if fact or (fact == "" and name not in _STRINGS[domain]):
            text = fact if isinstance(fact, str) else _as_json(fact)
            yield f'{indent}<data key="{keys[domain, name]}">{html.escape(text, quote=False)}</data>\n'


def _as_json(value: Any) -> str:
    return json.dumps(value, separators=(",", ":"), allow_nan=False)


def _escaped(text: str) -> str:
    return html.escape(text)


def _straight(name: str) -> str:
    """Return an id as the attribute of an XML element can hold it: there, each gap is a blank."""
    return fit(whole(name)).replace("\n", " ").replace("\t", " ")


def _names_of_sections(sections: Iterable[Section]) -> dict[str, str]:
    """Return what nodes call the sections: their titles, with the id behind those that are not the only ones."""
    listed = list(sections)
    counts: dict[str, int] = {}
    for section in listed:
        counts[fit(section.title)] = counts.get(fit(section.title), 0) + 1
    names = {}
    taken = set(counts)
    for section in listed:
        name = fit(section.title)
        if not name or counts[name] > 1:
            name = f"{name} ({fit(section.id)})".strip()
            while name in taken:
                name = f"{name}′"
            taken.add(name)
        names[section.id] = name
    return names


def _parents_first(sections: Iterable[Section]) -> list[Section]:
    """Return sections so that each stands behind the one that it lies in."""
    listed = list(sections)
    inner: dict[str | None, list[Section]] = {}
    seen: set[str] = set()
    for section in listed:
        if section.parent is not None and section.parent not in seen:
            break
        seen.add(section.id)
    else:
        return listed
    for section in listed:
        inner.setdefault(section.parent, []).append(section)
    ahead = list(reversed(inner.get(None, [])))
    found = []
    while ahead:
        section = ahead.pop()
        found.append(section)
        ahead += reversed(inner.get(section.id, []))
    return found
