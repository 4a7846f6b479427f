"""A map from Argdown's JSON: from its statements and arguments, or from what it draws where these are not there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.formats.argdown_json.drawn_reading import read_drawn
from argmap.formats.argdown_json.marks import read_marked
from argmap.formats.argdown_json.naming import ids_of, is_made_up
from argmap.formats.argdown_json.parts import Parts
from argmap.formats.carrying import KEY, restored
from argmap.formats.naming import MAP
from argmap.model import Argument, Claim, Relation, RelationKind, Step, Wording

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argmap.formats.draft import Draft

_KNOWN = frozenset(
    {"type", "title", "relations", "members", "tags", "sortedTags", "data", "section", "pcs", "images", KEY}
    | {"color", "fontColor", "startLine", "startColumn", "endLine", "endColumn", "text", "ranges"}
)


class Reader(Parts):
    """What is found in a JSON value, on its way into a draft."""

    def __init__(self, value: Mapping[str, Any], draft: Draft) -> None:
        super().__init__(value, draft)
        self._claims: dict[str, str] = {}
        self._arguments: dict[str, str] = {}
        self._pcs: dict[str, list[Any]] = {}
        self._strange: dict[str, None] = {}

    def read(self) -> None:
        """Read all."""
        self._read_front()
        statements, arguments = self.value.get("statements"), self.value.get("arguments")
        if isinstance(statements, dict) or isinstance(arguments, dict):
            self._read_sections()
            self._read_model(self.table("statements"), self.table("arguments"))
            self._read_relations()
        else:
            read_drawn(self)
        if self.is_coloured:
            self.draft.lose("the colours", MAP, "They follow from the tags and data, by the settings of the tool.")
        if self._strange:
            names = ", ".join(repr(name[:40]) for name in list(self._strange)[:5])
            self.draft.lose(f"what stands under {names}", MAP, "It is no part of Argdown's JSON that argmap knows.")

    # -- the front -----------------------------------------------------------------------------------------------

    def _read_front(self) -> None:
        carried = self.object_at(self.value.get(KEY), KEY)
        front = carried.get("data")
        path = f"{KEY}.data"
        for name in ("frontMatter", "metaData"):
            if name in self.value:
                front, path = self.value[name], name
        data = dict(self.object_at(front, path))
        title = carried.get("title", data.pop("title", "") if path != f"{KEY}.data" else "")
        self.draft.title = title if isinstance(title, str) else str(title)
        self.draft.data = data

    # -- sections ------------------------------------------------------------------------------------------------

    def _read_sections(self) -> None:
        stack: list[tuple[Any, str, str | None]] = [
            (each, f"sections[{place}]", None)
            for place, each in enumerate(self.list_at(self.value.get("sections"), "sections"))
        ]
        stack.reverse()
        while stack:
            each, path, parent = stack.pop()
            given = self.object_at(each, path)
            made = self.add_section(given, path, parent, given.get("title"))
            children = self.list_at(given.get("children"), f"{path}.children")
            stack += [(child, f"{path}.children[{place}]", made) for place, child in enumerate(children)][::-1]

    # -- statements and arguments --------------------------------------------------------------------------------

    def _read_model(
        self, statements: Mapping[str, Mapping[str, Any]], arguments: Mapping[str, Mapping[str, Any]]
    ) -> None:
        claim_ids, argument_ids = ids_of(statements, arguments)
        for title, given in statements.items():
            path = f"statements.{title}"
            fields = self._fields(Claim, title, given, path)
            wanted = _carried_id(given) or claim_ids[title]
            self._claims[title] = self.draft.claim(wanted or None, fields.pop("text"), **fields)
        for title, given in arguments.items():
            path = f"arguments.{title}"
            fields = self._fields(Argument, title, given, path)
            wanted = _carried_id(given) or argument_ids[title]
            self._pcs[title] = self.list_at(given.get("pcs"), f"{path}.pcs")
            steps = tuple(self._steps(title, f"{path}.pcs"))
            self._arguments[title] = self.draft.argument(wanted or None, fields.pop("text"), steps=steps, **fields)

    def _fields(self, kind: type[Any], title: str, given: Mapping[str, Any], path: str) -> dict[str, Any]:
        self.is_coloured |= "color" in given
        for name in given:
            if name not in _KNOWN and not name.startswith("isUsedAs"):
                self._strange[name] = None
        fields = restored(kind, given.get(KEY), self.draft, f"{path}.{KEY}") if KEY in given else {}
        fields.pop("steps", None)
        text, ranges, wordings = self._words(given, path)
        fields.setdefault("text", text)
        fields.setdefault("ranges", ranges)
        fields.setdefault("wordings", wordings)
        if "title" not in fields:
            own = given.get(KEY)
            has_none = isinstance(own, dict) and "title" in own
            fields["title"] = None if is_made_up(title) or has_none else title
        fields["tags"] = self.tags(given, path)
        fields["section"] = self._section_of(given, path)
        data = given.get("data")
        if data:
            fields["data"] = self.object_at(data, f"{path}.data")
        return fields

    def _words(self, given: Mapping[str, Any], path: str) -> tuple[str, Any, tuple[Wording, ...]]:
        """Return the text that counts, its ranges, and the other wordings, as the reader of Argdown text does."""
        members = self.list_at(given.get("members"), f"{path}.members")
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

    def _section_of(self, given: Mapping[str, Any], path: str) -> str | None:
        name = given.get("section")
        if name is None:
            return None
        if isinstance(name, dict):
            name = name.get("id")
        if isinstance(name, str) and name in self.sections:
            return name
        self.draft.dangling(f"{path}.section", "The section", name, self.sections)
        return None

    def _steps(self, title: str, path: str) -> Iterator[Step]:
        premises: list[str] = []
        last: tuple[str, str] | None = None
        for place, each in enumerate(self._pcs[title]):
            here = f"{path}[{place}]"
            given = self.object_at(each, here)
            name = given.get("title")
            claim = self._claims.get(name) if isinstance(name, str) else None
            if claim is None:
                self.draft.dangling(f"{here}.title", "A line of this argument", name, self._claims)
                continue
            if given.get("inference") is None:
                premises.append(claim)
                last = claim, here
                continue
            inference = self.object_at(given["inference"], f"{here}.inference")
            rules = self.list_at(inference.get("inferenceRules"), f"{here}.inference.inferenceRules")
            data = self.draft.clean(self.object_at(inference.get("data"), f"{here}.inference.data"), title)
            words = tuple(dict.fromkeys(word for rule in rules if (word := self.draft.words(rule))))
            carried = restored(Step, inference.get(KEY), self.draft, f"{here}.inference.{KEY}")
            yield Step(tuple(premises), claim, carried.get("rules", words), data)
            premises, last = [], None
        if last is not None:
            message = "Behind the last inference nothing is inferred from this line; it is left out."
            self.draft.fault(last[1], "no-conclusion", message)

    # -- relations -----------------------------------------------------------------------------------------------

    def _read_relations(self) -> None:
        for place, each in enumerate(self.list_at(self.value.get("relations"), "relations")):
            path = f"relations[{place}]"
            given = self.object_at(each, path)
            kind = self.kind(given, path)
            source = self._end(given, path, "from", "source")
            target = self._end(given, path, "to", "target")
            if kind is None or source is None or target is None:
                continue
            step = None
            if kind is RelationKind.UNDERCUT and target[1]:
                step = self._step_of(given, path, target[1])
            carried = restored(Relation, given.get(KEY), self.draft, f"{path}.{KEY}") if KEY in given else {}
            self.draft.relation(kind, source[0], target[0], step=step, data=carried.get("data"))

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
        known = (name for table in tables for name in table)
        self.draft.dangling(f"{path}.{word}", "This relation", end, known)
        return None

    def _step_of(self, given: Mapping[str, Any], path: str, title: str) -> int | None:
        """Return the number of the step whose conclusion stands at a place of a structure."""
        index = given.get("conclusionIndex")
        if index is None:
            return None
        lines = self._pcs.get(title, [])
        if type(index) is not int or not 0 <= index < len(lines):
            message = f"The argument has no line {str(index)[:20]}; its last inference is taken."
            self.draft.fault(f"{path}.conclusionIndex", "no-number", message)
            return None
        return sum(1 for line in lines[:index] if isinstance(line, dict) and line.get("inference") is not None)


def _is_worded(given: Mapping[str, Any]) -> bool:
    return isinstance(given.get("text"), str) and not given.get("isReference")


def _is_canonical(given: Mapping[str, Any]) -> bool:
    data = given.get("data")
    return isinstance(data, dict) and data.get("isCanonical") not in (None, False, 0, "")


def _carried_id(given: Mapping[str, Any]) -> str:
    carried = given.get(KEY)
    name = carried.get("id") if isinstance(carried, dict) else None
    return name if isinstance(name, str) else ""
