"""A map from Argdown's JSON: from its statements and arguments, or from what it draws where these are not there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.errors import nearest
from argmap.formats.argdown_json.marks import read_marked
from argmap.formats.argdown_json.naming import ids_of, is_made_up
from argmap.formats.carrying import KEY, restored
from argmap.formats.naming import MAP
from argmap.model import Argument, Claim, Relation, RelationKind, Section, Step, Wording

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argmap.formats.draft import Draft

_RELATIONS = {kind.value: kind for kind in RelationKind}
_KNOWN = frozenset(
    {"type", "title", "relations", "members", "tags", "sortedTags", "data", "section", "pcs", "images", KEY}
    | {"color", "fontColor", "startLine", "startColumn", "endLine", "endColumn", "text", "ranges"}
)


class Reader:
    """What is found in a JSON value, on its way into a draft."""

    def __init__(self, value: Mapping[str, Any], draft: Draft) -> None:
        self._value = value
        self._draft = draft
        self._claims: dict[str, str] = {}
        self._arguments: dict[str, str] = {}
        self._sections: set[str] = set()
        self._pcs: dict[str, list[Any]] = {}
        self._is_coloured = False
        self._strange: dict[str, None] = {}

    def read(self) -> None:
        """Read all."""
        self._read_front()
        statements, arguments = self._value.get("statements"), self._value.get("arguments")
        if isinstance(statements, dict) or isinstance(arguments, dict):
            self._read_sections()
            self._read_model(self._table("statements"), self._table("arguments"))
            self._read_relations()
        else:
            self._read_drawn()
        if self._is_coloured:
            self._draft.lose("the colours", MAP, "They follow from the tags and data, by the settings of the tool.")
        if self._strange:
            names = ", ".join(repr(name[:40]) for name in list(self._strange)[:5])
            self._draft.lose(f"what stands under {names}", MAP, "It is no part of Argdown's JSON that argmap knows.")

    # -- the front -----------------------------------------------------------------------------------------------

    def _read_front(self) -> None:
        carried = self._object(self._value.get(KEY), KEY)
        front = carried.get("data")
        path = f"{KEY}.data"
        for name in ("frontMatter", "metaData"):
            if name in self._value:
                front, path = self._value[name], name
        data = dict(self._object(front, path))
        title = carried.get("title", data.pop("title", "") if path != f"{KEY}.data" else "")
        self._draft.title = title if isinstance(title, str) else str(title)
        self._draft.data = data

    def _object(self, given: object, path: str) -> Mapping[str, Any]:
        if given is None:
            return {}
        if not isinstance(given, dict):
            self._draft.fault(path, "wrong-type", f"An object is expected here, not {_sort(given)}; it is left out.")
            return {}
        return given

    def _list(self, given: object, path: str) -> list[Any]:
        if given is None:
            return []
        if not isinstance(given, list):
            self._draft.fault(path, "wrong-type", f"A list is expected here, not {_sort(given)}; it is left out.")
            return []
        return given

    def _table(self, name: str) -> dict[str, Mapping[str, Any]]:
        found: dict[str, Mapping[str, Any]] = {}
        for title, each in self._object(self._value.get(name), name).items():
            if isinstance(each, dict):
                found[title] = each
            else:
                message = f"An object is expected here, not {_sort(each)}; it is left out."
                self._draft.fault(f"{name}.{title}", "wrong-type", message)
        return found

    # -- sections ------------------------------------------------------------------------------------------------

    def _read_sections(self) -> None:
        stack: list[tuple[Any, str, str | None]] = [
            (each, f"sections[{place}]", None)
            for place, each in enumerate(self._list(self._value.get("sections"), "sections"))
        ]
        stack.reverse()
        while stack:
            each, path, parent = stack.pop()
            given = self._object(each, path)
            made = self._section(given, path, parent, given.get("title"))
            children = self._list(given.get("children"), f"{path}.children")
            stack += [(child, f"{path}.children[{place}]", made) for place, child in enumerate(children)][::-1]

    def _section(self, given: Mapping[str, Any], path: str, parent: str | None, heading: object) -> str:
        title, ranges = read_marked(heading if isinstance(heading, str) else "", given.get("ranges"))
        carried = restored(Section, given.get(KEY), self._draft, f"{path}.{KEY}")
        level = carried.get("level", given.get("level"))
        key = given.get("id")
        made = self._draft.section(
            title,
            key=key if isinstance(key, str) else None,
            level=level if type(level) is int and 0 < level < 1_000 else 1,
            parent=parent,
            tags=self._tags(given, path),
            data=self._object(given.get("data"), f"{path}.data"),
            ranges=carried.get("ranges", ranges),
        )
        self._sections.add(made)
        return made

    # -- statements and arguments --------------------------------------------------------------------------------

    def _read_model(
        self, statements: Mapping[str, Mapping[str, Any]], arguments: Mapping[str, Mapping[str, Any]]
    ) -> None:
        claim_ids, argument_ids = ids_of(statements, arguments)
        for title, given in statements.items():
            path = f"statements.{title}"
            fields = self._fields(Claim, title, given, path)
            wanted = _carried_id(given) or claim_ids[title]
            self._claims[title] = self._draft.claim(wanted or None, fields.pop("text"), **fields)
        for title, given in arguments.items():
            path = f"arguments.{title}"
            fields = self._fields(Argument, title, given, path)
            wanted = _carried_id(given) or argument_ids[title]
            self._pcs[title] = self._list(given.get("pcs"), f"{path}.pcs")
            steps = tuple(self._steps(title, f"{path}.pcs"))
            self._arguments[title] = self._draft.argument(wanted or None, fields.pop("text"), steps=steps, **fields)

    def _fields(self, kind: type[Any], title: str, given: Mapping[str, Any], path: str) -> dict[str, Any]:
        self._is_coloured |= "color" in given
        for name in given:
            if name not in _KNOWN and not name.startswith("isUsedAs"):
                self._strange[name] = None
        fields = restored(kind, given.get(KEY), self._draft, f"{path}.{KEY}") if KEY in given else {}
        fields.pop("steps", None)
        text, ranges, wordings = self._words(given, path)
        fields.setdefault("text", text)
        fields.setdefault("ranges", ranges)
        fields.setdefault("wordings", wordings)
        if "title" not in fields:
            own = given.get(KEY)
            has_none = isinstance(own, dict) and "title" in own
            fields["title"] = None if is_made_up(title) or has_none else title
        fields["tags"] = self._tags(given, path)
        fields["section"] = self._section_of(given, path)
        data = given.get("data")
        if data:
            fields["data"] = self._object(data, f"{path}.data")
        return fields

    def _words(self, given: Mapping[str, Any], path: str) -> tuple[str, Any, tuple[Wording, ...]]:
        """Return the text that counts, its ranges, and the other wordings, as the reader of Argdown text does."""
        members = self._list(given.get("members"), f"{path}.members")
        worded = [each for each in members if isinstance(each, dict) and _is_worded(each)]
        if not worded:
            text, ranges = read_marked(given["text"], given.get("ranges")) if _is_worded(given) else ("", ())
            return text, ranges, ()
        if len(worded) == 1:
            text, ranges = read_marked(worded[0]["text"], worded[0].get("ranges"))
            return text, ranges, ()
        chosen = next((each for each in reversed(worded) if _is_canonical(each)), worded[-1])
        main = Wording(*read_marked(chosen["text"], chosen.get("ranges")))
        others = dict.fromkeys(Wording(*read_marked(each["text"], each.get("ranges"))) for each in worded)
        others.pop(main, None)
        return main.text, main.ranges, tuple(other for other in others if other.text)

    def _tags(self, given: Mapping[str, Any], path: str) -> Iterator[str]:
        for place, tag in enumerate(self._list(given.get("tags"), f"{path}.tags")):
            if isinstance(tag, str):
                yield tag
            else:
                message = f"A tag is a text, not {_sort(tag)}; it is left out."
                self._draft.fault(f"{path}.tags[{place}]", "wrong-type", message)

    def _section_of(self, given: Mapping[str, Any], path: str) -> str | None:
        name = given.get("section")
        if name is None:
            return None
        if isinstance(name, dict):
            name = name.get("id")
        if isinstance(name, str) and name in self._sections:
            return name
        self._draft.dangling(f"{path}.section", "The section", name, self._sections)
        return None

    def _steps(self, title: str, path: str) -> Iterator[Step]:
        premises: list[str] = []
        last: tuple[str, str] | None = None
        for place, each in enumerate(self._pcs[title]):
            here = f"{path}[{place}]"
            given = self._object(each, here)
            name = given.get("title")
            claim = self._claims.get(name) if isinstance(name, str) else None
            if claim is None:
                self._draft.dangling(f"{here}.title", "A line of this argument", name, self._claims)
                continue
            if given.get("inference") is None:
                premises.append(claim)
                last = claim, here
                continue
            inference = self._object(given["inference"], f"{here}.inference")
            rules = self._list(inference.get("inferenceRules"), f"{here}.inference.inferenceRules")
            data = self._draft.clean(self._object(inference.get("data"), f"{here}.inference.data"), title)
            words = tuple(dict.fromkeys(word for rule in rules if (word := self._draft.words(rule))))
            carried = restored(Step, inference.get(KEY), self._draft, f"{here}.inference.{KEY}")
            yield Step(tuple(premises), claim, carried.get("rules", words), data)
            premises, last = [], None
        if last is not None:
            message = "Behind the last inference nothing is inferred from this line; it is left out."
            self._draft.fault(last[1], "no-conclusion", message)

    # -- relations -----------------------------------------------------------------------------------------------

    def _read_relations(self) -> None:
        for place, each in enumerate(self._list(self._value.get("relations"), "relations")):
            path = f"relations[{place}]"
            given = self._object(each, path)
            kind = self._kind(given, path)
            source = self._end(given, path, "from", "source")
            target = self._end(given, path, "to", "target")
            if kind is None or source is None or target is None:
                continue
            step = None
            if kind is RelationKind.UNDERCUT and target[1]:
                step = self._step_of(given, path, target[1])
            carried = restored(Relation, given.get(KEY), self._draft, f"{path}.{KEY}") if KEY in given else {}
            self._draft.relation(kind, source[0], target[0], step=step, data=carried.get("data"))

    def _kind(self, given: Mapping[str, Any], path: str) -> RelationKind | None:
        word = given.get("relationType")
        kind = _RELATIONS.get(word) if isinstance(word, str) else None
        if kind is None:
            hint = nearest(str(word), list(_RELATIONS))
            message = f"{str(word)[:60]!r} is no relation of Argdown; it is left out.{hint}"
            self._draft.fault(f"{path}.relationType", "unknown-relation", message)
        return kind

    def _end(self, given: Mapping[str, Any], path: str, name: str, old: str) -> tuple[str, str] | None:
        """Return the id at an end of a relation, and the title if it is an argument."""
        word = name if name in given else old
        end, sort = given.get(word), given.get(f"{word}Type")
        if isinstance(end, dict):
            sort = end.get("type", sort)
            end = end.get("argumentTitle") if sort == "inference" else end.get("title", end.get("id"))
        tables: tuple[dict[str, str], ...] = (self._claims, self._arguments)
        if sort in ("argument", "inference", "argument-map-node"):
            tables = (self._arguments,)
        elif sort in ("equivalence-class", "statement", "statement-map-node"):
            tables = (self._claims,)
        for table in tables:
            if isinstance(end, str) and end in table:
                return table[end], end if table is self._arguments else ""
        known = [name for table in tables for name in table]
        self._draft.dangling(f"{path}.{word}", "This relation", end, known[:10_000])
        return None

    def _step_of(self, given: Mapping[str, Any], path: str, title: str) -> int | None:
        """Return the number of the step whose conclusion stands at a place of a structure."""
        index = given.get("conclusionIndex")
        if index is None:
            return None
        lines = self._pcs.get(title, [])
        if type(index) is not int or not 0 <= index < len(lines):
            message = f"The argument has no line {str(index)[:20]}; its last inference is taken."
            self._draft.fault(f"{path}.conclusionIndex", "no-number", message)
            return None
        return sum(1 for line in lines[:index] if isinstance(line, dict) and line.get("inference") is not None)

    # -- what is drawn -------------------------------------------------------------------------------------------

    def _read_drawn(self) -> None:
        """Read the nodes and edges of the drawing, which has no premises and conclusions."""
        drawn = self._object(self._value.get("map"), "map")
        nodes = list(self._nodes(self._list(drawn.get("nodes"), "map.nodes")))
        titles: dict[bool, dict[str, None]] = {True: {}, False: {}}
        for given, path, _ in nodes:
            title = given.get("title", given.get("labelTitle"))
            titles[_is_argument(given)].setdefault(title if isinstance(title, str) else path)
        claim_ids, argument_ids = ids_of(titles[False], titles[True])
        known: dict[object, str] = {}
        for given, path, section in nodes:
            title = given.get("title", given.get("labelTitle"))
            name = title if isinstance(title, str) else path
            text, ranges = read_marked(_text(given.get("labelText")), None)
            self._is_coloured |= "color" in given
            is_argument = _is_argument(given)
            add = self._draft.argument if is_argument else self._draft.claim
            wanted = (argument_ids if is_argument else claim_ids)[name]
            made = add(
                wanted,
                text,
                title=None if is_made_up(name) else name,
                tags=self._tags(given, path),
                section=section,
                ranges=ranges,
            )
            key = given.get("id")
            known[key if isinstance(key, str) else path] = made
        for place, each in enumerate(self._list(drawn.get("edges"), "map.edges")):
            path = f"map.edges[{place}]"
            given = self._object(each, path)
            kind = self._kind(given, path)
            ends = []
            for name, old in (("from", "source"), ("to", "target")):
                word = name if name in given else old
                end = given.get(word)
                end = end.get("id") if isinstance(end, dict) else end
                if isinstance(end, str) and end in known:
                    ends.append(known[end])
                else:
                    self._draft.dangling(f"{path}.{word}", "This edge", end, list(known)[:10_000])
            if kind is not None and len(ends) == 2:
                self._draft.relation(kind, *ends)
        why = "The file has only what is drawn, not the statements and arguments themselves."
        self._draft.lose("the premises and conclusions of the arguments", MAP, why)

    def _nodes(self, nodes: list[Any]) -> Iterator[tuple[Mapping[str, Any], str, str | None]]:
        """Yield the nodes, each with its path and section; groups become sections."""
        stack: list[tuple[Any, str, str | None]] = [
            (each, f"map.nodes[{place}]", None) for place, each in enumerate(nodes)
        ]
        stack.reverse()
        while stack:
            each, path, section = stack.pop()
            given = self._object(each, path)
            if given.get("type") != "group-map-node" and "children" not in given:
                if given:
                    yield given, path, section
                continue
            self._is_coloured |= "color" in given
            made = self._section(given, path, section, given.get("title", given.get("labelTitle")))
            children = self._list(given.get("children"), f"{path}.children")
            stack += [(child, f"{path}.children[{place}]", made) for place, child in enumerate(children)][::-1]


def _sort(given: object) -> str:
    names = {dict: "an object", list: "a list", str: "a text", bool: "true or false", type(None): "null"}
    return names.get(type(given), "a number")


def _text(given: object) -> str:
    return given if isinstance(given, str) else ""


def _is_argument(given: Mapping[str, Any]) -> bool:
    return given.get("type") == "argument-map-node"


def _is_worded(given: Mapping[str, Any]) -> bool:
    return isinstance(given.get("text"), str) and not given.get("isReference")


def _is_canonical(given: Mapping[str, Any]) -> bool:
    data = given.get("data")
    return isinstance(data, dict) and data.get("isCanonical") not in (None, False, 0, "")


def _carried_id(given: Mapping[str, Any]) -> str:
    carried = given.get(KEY)
    name = carried.get("id") if isinstance(carried, dict) else None
    return name if isinstance(name, str) else ""
