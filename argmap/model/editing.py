"""Changing a map: records taken out, with what cannot stand without them, and records put in place of others."""

from __future__ import annotations

import dataclasses
from bisect import bisect_right
from typing import TYPE_CHECKING, Any, TypeVar, overload

from argmap.errors import ModelError, UnknownNameError, nearest
from argmap.model.arguing import Arguing
from argmap.model.building import as_kind, as_title, check_level
from argmap.model.container import keys_of
from argmap.model.incidence import NONE, key_of
from argmap.model.naming import bare, id_from_title, one_line, plain_data, words
from argmap.model.records import (
    Argument,
    Claim,
    Range,
    RangeKind,
    Relation,
    RelationKind,
    Section,
    Step,
    Wording,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

Node = Claim | Argument
Record = Claim | Argument | Relation | Section
K = TypeVar("K")
V = TypeVar("V")
N = TypeVar("N", Claim, Argument)
R = TypeVar("R", Claim, Argument, Relation, Section)


class Editing(Arguing):
    """The calls that change what is there; a base of `ArgumentMap`, not used by itself."""

    def remove(self, *items: str | Record) -> tuple[Record, ...]:
        """Take records out, together with what cannot stand without them.

        With a claim go the arguments that have it as a premise or conclusion, and with a claim or argument all
        relations from and to it. (To keep an argument, first `replace` its steps.) The claims of an argument
        stay. What lies in a section moves to the section around it. The ids are not used again in this map.

        Costs time linear in what is removed, after the first call; for a section, in the map.

        Args:
            *items: Records, or ids of claims and arguments.

        Returns:
            Everything that was taken out: claims, arguments, relations, sections.

        Raises:
            UnknownNameError: If one of them is not in this map; then nothing is taken out.

        Example:
            >>> import argmap
            >>> m = argmap.ArgumentMap()
            >>> rain = m.claim("It rains")
            >>> wet = m.support(rain, m.claim("The street is wet"))
            >>> [record.id for record in m.remove(rain)]
            ['C1', 'A1']
            >>> m.claim("It snows").id
            'C3'
        """
        found = [self._record(item) for item in items]
        links = self._links()
        claims = {item.id: item for item in found if isinstance(item, Claim)}
        arguments = {item.id: item for item in found if isinstance(item, Argument)}
        for name in claims:
            for user in (*links.premise_in.get(name, NONE), *links.inferred_in.get(name, NONE)):
                arguments[user] = self._arguments[user]
        relations = {key_of(item): item for item in found if isinstance(item, Relation)}
        for name in (*claims, *arguments):
            relations.update((key_of(relation), relation) for relation in self._relations_at(name))
        sections = {item.id: item for item in found if isinstance(item, Section)}

        for relation in relations.values():
            self._drop_relation(relation)
        for argument in arguments.values():
            links.drop_argument(argument)
            del self._arguments[argument.id]
        for name in claims:
            del self._claims[name]
        if sections:
            self._leave_sections(sections)
        gone: tuple[Record, ...] = (*claims.values(), *arguments.values(), *relations.values(), *sections.values())
        self._retired.update((type(record), record.id) for record in gone if not isinstance(record, Relation))
        self._index = None
        return gone

    @overload
    def replace(self, item: R, **changes: Any) -> R: ...
    @overload
    def replace(self, item: str, **changes: Any) -> Claim | Argument: ...
    def replace(self, item: str | Record, **changes: Any) -> Record:
        """Put a changed record in the place of a record.

        What is not named stays as it is now, also if `item` is an outdated record.

        * `id` (claims and arguments): steps, relations and mentions follow, and so does the title if there is
          one; the old id is not used again. Costs time linear in the map. A new `title` alone leaves the id.
        * `text`: its marked stretches (`ranges`) go, unless they are given too.
        * `side`, `scheme`: change that word in the data; None takes it out.
        * `steps` (arguments): relations follow the laws of `relate`, and come after all others where they are
          stored anew; an undercut of a step that is no longer there attacks the last one.
        * `source`, `target`, `kind`, `step` (relations): the relation comes after all others, and merges with
          the same one if that is there.

        Args:
            item: A record, or the id of a claim or argument.
            **changes: New values for the fields of the record.

        Returns:
            The record as it is now.

        Raises:
            ModelError: If a value does not fit: an id that is taken, a range outside the text, a step without
                premises, a section inside itself.
            UnknownNameError: If the record is not in this map, or has no field of that name.

        Example:
            >>> import argmap
            >>> m = argmap.ArgumentMap()
            >>> rain, wet = m.claim("It rains"), m.claim("The street is wet")
            >>> _ = m.relate(rain, "entails", wet)
            >>> m.replace(rain, id="Rain", text="It is raining").text
            'It is raining'
            >>> [relation.source for relation in m.relations]
            ['Rain']
        """
        record = self._record(item)
        allowed = {each.name for each in dataclasses.fields(record)} - (
            {"id"} if isinstance(record, Section) else set()
        )
        if isinstance(record, Claim | Argument):
            allowed |= {"side"} if isinstance(record, Claim) else {"side", "scheme"}
        for name in changes:
            if name not in allowed:
                sort = type(record).__name__.lower()
                raise UnknownNameError(
                    f"{name!r} of a {sort} cannot be changed; these can: {', '.join(sorted(allowed))}."
                    f"{nearest(name, sorted(allowed))}"
                )
        if isinstance(record, Relation):
            return self._replace_relation(record, changes)
        for name in ("side", "scheme"):
            if name in changes:
                given = plain_data(changes["data"]) if "data" in changes else record.data
                rest = {key: value for key, value in given.items() if key != name}
                word = changes.pop(name)
                changes["data"] = rest if word is None else {**rest, name: one_line(word, name)}
        for name, tidy in self._tidiers().items():
            if name in changes:
                changes[name] = tidy(changes[name])
        if isinstance(record, Section):
            return self._replace_section(dataclasses.replace(record, **changes))
        return self._replace_node(record, changes)

    # -- finding and checking --------------------------------------------------------------------------------

    def _record(self, item: str | Record) -> Record:
        if isinstance(item, Relation):
            for key in keys_of(item):
                if key in self._relations:
                    return self._relations[key]
            raise UnknownNameError(
                f"There is no relation {item.source!r} {item.kind.value} {item.target!r} in this map (now)."
            )
        return self._section(item) if isinstance(item, Section) else self._node(item)

    def _tidiers(self) -> dict[str, Callable[[Any], Any]]:
        return {
            "text": one_line,
            "title": as_title,
            "tags": words,
            "data": plain_data,
            "section": lambda item: None if item is None else self._section(item).id,
            "parent": lambda item: None if item is None else self._section(item).id,
            "steps": self._tidy_steps,
            "ranges": tuple,
            "wordings": tuple,
            "occurrences": tuple,
        }

    def _tidy_steps(self, steps: Iterable[Step]) -> tuple[Step, ...]:
        tidy: list[Step] = []
        for step in steps:
            premises = tuple(self._claim(premise).id for premise in step.premises)
            if not premises and not tidy:
                raise ModelError("The first step of an argument needs a premise.")
            conclusion = self._claim(step.conclusion).id
            tidy.append(Step(premises, conclusion, words(step.rules, "rules"), plain_data(step.data), step.span))
        return tuple(tidy)

    # -- replacing -------------------------------------------------------------------------------------------

    def _replace_node(self, record: Node, changes: dict[str, Any]) -> Node:
        name = changes.pop("id", record.id)
        if "text" in changes and changes["text"] != record.text:
            changes.setdefault("ranges", ())
        made = dataclasses.replace(record, **changes)
        if any(not 0 <= each.start <= each.end <= len(made.text) for each in made.ranges):
            raise ModelError(f"A range of {record.id!r} lies outside its text; ranges count characters from 0.")
        if name != record.id:
            self._given_id(type(record), name)
            self._rename(record, name)
            if record.title is not None:
                changes.setdefault("title", bare(name))
            made = dataclasses.replace(self._node(name), **changes)
        if isinstance(made, Argument):
            self._put_argument(made)
        else:
            self._claims[made.id] = made
            self._index = None
        return made

    def _rename(self, record: Node, name: str) -> None:
        """Give a claim or argument another id wherever it is named; the order stays."""
        old, sort = record.id, type(record)
        kind = RangeKind.CLAIM_MENTION if sort is Claim else RangeKind.ARGUMENT_MENTION
        mention = _Mention(kind, bare(old), bare(name))
        claims = (mention.follow(claim) for claim in self._claims.values())
        arguments = (mention.follow(argument) for argument in self._arguments.values())
        if sort is Claim:
            claims = (dataclasses.replace(each, id=name) if each.id == old else each for each in claims)
            arguments = (_with_claim(each, old, name) for each in arguments)
        else:
            arguments = (dataclasses.replace(each, id=name) if each.id == old else each for each in arguments)
        relations = (
            dataclasses.replace(
                each,
                source=name if each.source == old else each.source,
                target=name if each.target == old else each.target,
            )
            if old in (each.source, each.target)
            else each
            for each in self._relations.values()
        )
        _refill(self._claims, {each.id: each for each in claims})
        _refill(self._arguments, {each.id: each for each in arguments})
        _refill(self._relations, {key_of(each): each for each in relations})
        self._retired.add((sort, old))
        self._incidence = self._index = None

    def _replace_relation(self, old: Relation, changes: dict[str, Any]) -> Relation:
        source = self._node(changes.get("source", old.source)).id
        target = self._node(changes.get("target", old.target)).id
        kind = as_kind(changes.get("kind", old.kind))
        same_end = kind is RelationKind.UNDERCUT and target == old.target
        step = self._checked_step(kind, target, changes.get("step", old.step if same_end else None))
        data = plain_data(changes["data"]) if "data" in changes else old.data
        spans = tuple(changes.get("spans", old.spans))
        key = self._lawful(Relation(kind, source, target, step))
        made = Relation(*key, data, spans)
        if key == key_of(old):
            self._relations[key] = made
            self._index = None
            return made
        self._drop_relation(old)
        return self._put_relation(made)

    def _replace_section(self, made: Section) -> Section:
        if not made.title:
            raise ModelError("A section needs a title.")
        above = None if made.parent is None else self._sections[made.parent]
        check_level(made.level)
        around = above
        while around is not None:
            if around.id == made.id:
                raise ModelError(f"Section {made.id!r} cannot lie in itself.")
            around = None if around.parent is None else self._sections[around.parent]
        if above is not None and above.level >= made.level:
            raise ModelError(f"A section in {above.id!r} (level {above.level}) needs a higher level than {made.level}.")
        for below in self._sections.values():
            if below.parent == made.id and below.level <= made.level:
                raise ModelError(f"{below.id!r} lies in {made.id!r}, so {made.id!r} needs a level below {below.level}.")
        self._sections[made.id] = made
        return made

    def _leave_sections(self, gone: Mapping[str, Section]) -> None:
        homes: dict[str, str | None] = {}
        for name in gone:
            way: list[str] = []
            place: str | None = name
            while place is not None and place in gone and place not in homes:
                way.append(place)
                place = gone[place].parent
            home = homes.get(place, place) if place is not None else None
            homes.update(dict.fromkeys(way, home))
        for section in list(self._sections.values()):
            if section.parent in homes:
                self._sections[section.id] = dataclasses.replace(section, parent=homes[section.parent])
        for claim in self._claims.values():
            if claim.section in homes:
                self._claims[claim.id] = dataclasses.replace(claim, section=homes[claim.section])
        for argument in self._arguments.values():
            if argument.section in homes:
                self._arguments[argument.id] = dataclasses.replace(argument, section=homes[argument.section])
        for name in gone:
            del self._sections[name]


def _refill(table: dict[K, V], new: dict[K, V]) -> None:
    table.clear()  # the same dict, because views of it may be about
    table.update(new)


def _with_claim(argument: Argument, old: str, new: str) -> Argument:
    if not any(old == step.conclusion or old in step.premises for step in argument.steps):
        return argument
    steps = tuple(
        dataclasses.replace(
            step,
            premises=tuple(new if each == old else each for each in step.premises),
            conclusion=new if step.conclusion == old else step.conclusion,
        )
        for step in argument.steps
    )
    return dataclasses.replace(argument, steps=steps)


@dataclasses.dataclass(frozen=True, slots=True)
class _Mention:
    """Mentions of one claim or argument, whose title changes."""

    kind: RangeKind
    old: str
    new: str

    def follow(self, node: N) -> N:
        text, ranges = self._followed(node.text, node.ranges)
        wordings = tuple(Wording(*self._followed(each.text, each.ranges)) for each in node.wordings)
        if ranges is node.ranges and wordings == node.wordings:
            return node
        return dataclasses.replace(node, text=text, ranges=ranges, wordings=wordings)

    def _followed(self, text: str, ranges: tuple[Range, ...]) -> tuple[str, tuple[Range, ...]]:
        hits = [each for each in ranges if each.kind is self.kind and id_from_title(each.target or "") == self.old]
        if not hits:
            return text, ranges
        pieces: list[str] = []
        moves: list[tuple[int, int]] = []  # from this place of the old text on, so much further in the new one
        done = moved = 0
        for hit in sorted(hits, key=lambda each: each.start):
            said = text[hit.start : hit.end]
            put = said.replace(hit.target or "", self.new, 1)
            pieces += [text[done : hit.start], put]
            done, moved = hit.end, moved + len(put) - len(said)
            moves.append((hit.end, moved))
        pieces.append(text[done:])

        def place(offset: int) -> int:
            index = bisect_right(moves, offset, key=lambda move: move[0])
            return offset + (moves[index - 1][1] if index else 0)

        return "".join(pieces), tuple(
            dataclasses.replace(
                each,
                start=place(each.start),
                end=place(each.end),
                target=self.new if each in hits else each.target,
            )
            for each in ranges
        )
