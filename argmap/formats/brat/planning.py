"""Which spans, links and which text a map makes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.formats.brat.placing import Said, ends_of, place, places_of
from argmap.formats.handing_on import handed_on
from argmap.model import Argument, Claim, RelationKind
from argmap.model.naming import as_line, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from argmap.model import ArgumentMap, Relation

_ID = re.compile(r"T\d{1,12}", re.ASCII)
_ROLE = re.compile(r"[^\s]{1,100}")
_FOR = (RelationKind.SUPPORT, RelationKind.ENTAILS)


class Files(NamedTuple):
    """The two files; the text is None where there is none and none is needed."""

    lines: str
    text: str | None


class Plan:
    """What a map makes.

    Attributes:
        files: The two files.
        links: For the id of each line of a stance or a relation its word, its source, and its target or value.
        names: The ids that are not those of the map, by these.
        kept: What stands instead of arguments, and of relations with them.
    """

    def __init__(self, m: ArgumentMap) -> None:
        self.names: dict[str, str] = {}
        self.kept: dict[str, str] = {}
        self._map = m
        block = m.data.get("brat")
        self._block: Mapping[str, Any] = block if isinstance(block, dict) else {}
        self._used = {record.id for record in m}
        self._next = 1
        # A sketch that only hands on what its premises do to one thing is left out; the others are claims.
        self._through = {argument.id: found for argument in m.arguments if (found := self._handed_on(argument))}
        self._spoken = [
            record for record in m if isinstance(record, Claim) or not (record.steps or record.id in self._through)
        ]
        self._ids = {record.id: self._name(record.id) for record in self._spoken}
        pairs = self._flatten()
        self._thesis, roles = self._roles(pairs)
        self._restated: dict[str, str] = {}
        said = self._said(roles)
        self.links = self._link(pairs, roles)
        self.files = self._files(said)

    # -- what there is -----------------------------------------------------------------------------------------

    def _handed_on(self, argument: Argument) -> tuple[tuple[str, ...], Relation] | None:
        found = handed_on(self._map, argument)
        if found is None or found.others or found.act.target in (argument.id, *found.premises):
            return None
        target = self._map[found.act.target]
        if isinstance(target, Argument) and not target.steps:
            return None
        return found.premises, found.act

    def _name(self, name: str) -> str:
        if _ID.fullmatch(name):
            return name
        self.names[name] = self._free()
        return self.names[name]

    def _free(self) -> str:
        while (name := f"T{self._next}") in self._used:
            self._next += 1
        self._next += 1
        return name

    def _flatten(self) -> list[tuple[str, str, str]]:
        """Return which span supports or attacks which, by the ids of the map, each pair once."""
        found: dict[tuple[str, str, str], None] = {}
        for argument in self._map.arguments:
            for step in argument.steps:
                for premise in step.premises:
                    found[premise, "supports", step.conclusion] = None
            if argument.steps:
                self.kept[argument.id] = "supports of its conclusion"
        for name, (premises, act) in self._through.items():
            word = "supports" if act.kind in _FOR else "attacks"
            target = self._claim_of(act.target)
            self.kept[name] = f"what its premises do to [{target}]"
            for premise in premises:
                found[premise, word, target] = None
        for relation in self._map.relations:
            if relation.source in self._ids and relation.target not in self._through:
                target = self._claim_of(relation.target)
                word = "supports" if relation.kind in _FOR else "attacks"
                found[relation.source, word, target] = None
                if target != relation.target:
                    self.kept[f"{relation.source}\n{relation.target}"] = f"what it does to [{target}]"
        return list(found)

    def _claim_of(self, name: str) -> str:
        record = self._map[name]
        return record.conclusion or name if isinstance(record, Argument) else name

    def _roles(self, pairs: Iterable[tuple[str, str, str]]) -> tuple[str, dict[str, str]]:
        """Return the thesis, or an empty id, and for each span what it is."""
        m = self._map
        leads = {source for source, _, _ in pairs}
        reached = {target for _, _, target in pairs}
        roles: dict[str, str] = {}
        for record in self._spoken:
            given = record.data.get("role")
            if isinstance(given, str) and _ROLE.fullmatch(given):
                roles[record.id] = given
        majors = [name for name, role in roles.items() if role.casefold() == "majorclaim"]
        named = m.data.get("thesis")
        roots = [name for name in self._ids if name not in leads and name in reached and name not in roles]
        if isinstance(named, str) and named in self._ids and (named in majors or named not in roles):
            thesis = named
        elif majors:
            thesis = majors[0]
        else:
            thesis = roots[0] if len(roots) == 1 else ""
        for name in majors:
            roles[name] = "Claim"
        direct = {source for source, _, target in pairs if target == thesis}
        for name in self._ids:
            is_claim = name in direct or name not in leads
            roles.setdefault(name, "Claim" if is_claim else "Premise")
        if thesis:
            roles[thesis] = "MajorClaim"
        return thesis, roles

    def _said(self, roles: Mapping[str, str]) -> list[Said]:
        found: list[Said] = []
        for record in self._spoken:
            places = places_of(record)
            own = self._ids[record.id]
            texts = [record.text or one_line(record.title or record.id)]
            if record.id == self._thesis:
                texts += [each.text for each in record.wordings if each.text]
            for number, text in enumerate(texts):
                place = places[number] if number < len(places) else {}
                name = own
                if number:
                    given = place.get("id")
                    is_free = isinstance(given, str) and _ID.fullmatch(given) and given not in self._used
                    name = str(given) if is_free else self._free()
                    self._used.add(name)
                    self._restated[name] = own
                found.append(Said(name, roles[record.id], text, ends_of(place)))
        return found

    # -- lines -------------------------------------------------------------------------------------------------

    def _link(self, pairs: Sequence[tuple[str, str, str]], roles: Mapping[str, str]) -> dict[str, tuple[str, str, str]]:
        """Return the lines of stances and relations: those that are kept, for what they say, else new ones."""
        old = self._kept_links()
        found: dict[str, tuple[str, str, str]] = {}
        numbers = {"A": 1, "R": 1}
        used = {name for names in old.values() for name, _ in names}
        has_stance: set[str] = set()
        for source, word, target in pairs:
            ids = self._ids[source], self._ids[target]
            kept = old.get((ids[0], word, ids[1]))
            if kept:
                name, link = kept.pop()
                found[name] = link
                continue
            sign = "R"
            if target == self._thesis and roles[source] == "Claim" and source not in has_stance and source != target:
                has_stance.add(source)
                sign = "A"
            while (name := f"{sign}{numbers[sign]}") in used:
                numbers[sign] += 1
            numbers[sign] += 1
            stance = "For" if word == "supports" else "Against"
            found[name] = ("Stance", ids[0], stance) if sign == "A" else (word, *ids)
        return found

    def _kept_links(self) -> dict[tuple[str, str, str], list[tuple[str, tuple[str, str, str]]]]:
        kept = self._block.get("links")
        found: dict[tuple[str, str, str], list[tuple[str, tuple[str, str, str]]]] = {}
        thesis = self._ids.get(self._thesis, "")
        for name, link in kept.items() if isinstance(kept, dict) else ():
            if not (isinstance(link, list) and len(link) == 3 and all(map(_is_word, (*link, name)))):
                continue
            word, source, target = link
            if name[0] == "A" and thesis and word.casefold() == "stance":
                says: tuple[str, str, str] = (source, "supports" if target.casefold() == "for" else "attacks", thesis)
            elif name[0] == "R":
                says = (source, "supports" if word.casefold().startswith("support") else "attacks", target)
            else:
                continue
            ends = (self._restated.get(says[0], says[0]), says[1], self._restated.get(says[2], says[2]))
            found.setdefault(ends, []).append((name, (word, source, target)))
        return found

    # -- the text ----------------------------------------------------------------------------------------------

    def _files(self, said: Sequence[Said]) -> Files:
        text, ends = place(self._map, said)
        lines = []
        stances = {source: name for name, (_, source, _) in self.links.items() if name[0] == "A"}
        for each, there in zip(said, ends, strict=True):
            words = each.text if text is None else " ".join(text[start:end] for start, end in there)
            words = each.text if as_line(words) != each.text else re.sub(r"[\r\n]", " ", words)
            spans = ";".join(f"{start} {end}" for start, end in there)
            lines.append(f"{each.id}\t{each.role} {spans}\t{words}")
            if each.id in stances:
                name = stances[each.id]
                lines.append(f"{name}\tStance {each.id} {self.links[name][2]}")
        for name, (word, source, target) in self.links.items():
            if name[0] == "R":
                lines.append(f"{name}\t{word} Arg1:{source} Arg2:{target}\t")
        others = self._block.get("lines")
        kept = (line for line in others if isinstance(line, str)) if isinstance(others, list) else ()
        lines += (line for line in kept if line[:1] in tuple("*EM#NAR") and "\n" not in line)
        return Files("".join(f"{line}\n" for line in lines), text)


def _is_word(text: object) -> bool:
    return isinstance(text, str) and text != "" and not re.search(r"\s", text)
