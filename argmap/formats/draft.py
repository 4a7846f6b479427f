"""A map in the making, from a file that may say anything: its records, and their ids, as every reader needs them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from argmap.diagnostics import Span
from argmap.errors import ModelError
from argmap.formats.faults import Faults
from argmap.formats.keeping import Facet
from argmap.formats.naming import is_bracketed, label
from argmap.formats.soundness import drop_unknown_claims, drop_unknown_sections, inside
from argmap.memory import collection_paused
from argmap.model import Argument, ArgumentMap, Claim, Relation, RelationKind, Section, Step, Wording
from argmap.model.bulk import open_form
from argmap.model.naming import as_line, id_from_title, one_line, plain_data, whole
from argmap.model.records import NOTHING
from argmap.text.reader import ParseResult

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from argmap.model import Range

_OpenClaim, _OpenArgument, _OpenRelation = open_form(Claim), open_form(Argument), open_form(Relation)


@dataclass
class Draft(Faults):
    """What a reader has found so far, and what it has to say of it.

    Claims, arguments and sections are named by their keys in the file; a key becomes the id in the map where it can,
    else another id is given and the change is a loss. Every word is brought to one line, data to what a map can hold.

    Attributes:
        title: The title of the debate.
        data: The rest of its front matter.
    """

    title: str = ""
    data: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        super().__post_init__()
        self._claims: dict[str, Claim] = {}
        self._arguments: dict[str, Argument] = {}
        self._sections: dict[str, Section] = {}
        self._relations: list[Relation] = []
        self._ids: dict[Hashable, str] = {}
        self._numbers: dict[str, int] = {}

    # -- records -----------------------------------------------------------------------------------------------

    def claim(
        self,
        key: Hashable,
        text: object,
        *,
        title: str | None = None,
        tags: Iterable[str] = (),
        section: str | None = None,
        data: Mapping[str, Any] | None = None,
        ranges: tuple[Range, ...] = (),
        wordings: tuple[Wording, ...] = (),
        name: str | None = None,
        is_plain: bool = False,
    ) -> str:
        """Add a claim; return its id.

        Args:
            key: What the file calls it; a key that was there before names the second as well from now on.
            text: Its wording.
            title: Its heading; it does not change the id.
            tags: Its tags.
            section: The id of its section, as `section` returned it.
            data: Its inline data.
            ranges: The marked stretches of the text, if it is on one line already.
            wordings: Its other wordings.
            name: The id that argmap carried in the file, where the key could not be it.
            is_plain: Whether the data are what a map can hold, and nobody else's, so that they need no look.
        """
        name = self._name(key, "C", name)
        title = whole(title) if title else title
        wording = self.words(text)
        if ranges or wordings:
            ranges, wordings = self._marks(name, wording, ranges, wordings)
        extra = (data or NOTHING) if is_plain else self.clean(data, name)
        made = _OpenClaim(name, wording, title, ranges, wordings, self._tags(tags) if tags else (), extra, section)
        made.__class__ = Claim
        self._claims[name] = made
        return name

    def plain_claim(self, key: str, line: str, data: Mapping[str, Any]) -> str:
        """Add a claim of which no more is known, as `claim` does; its text is on one line, its data need no look."""
        name = self._name(key, "C")
        made = _OpenClaim(name, line, None, (), (), (), data or NOTHING)
        made.__class__ = Claim
        self._claims[name] = made
        return name

    def plain_argument(self, key: str, steps: tuple[Step, ...], data: Mapping[str, Any]) -> str:
        """Add an argument of which no more is known, as `argument` does; its data need no look."""
        name = self._name(key, "A")
        made = _OpenArgument(name, "", None, steps, (), (), (), data or NOTHING)
        made.__class__ = Argument
        self._arguments[name] = made
        return name

    def argument(
        self,
        key: Hashable,
        text: object = "",
        *,
        steps: Iterable[Step] = (),
        title: str | None = None,
        tags: Iterable[str] = (),
        section: str | None = None,
        data: Mapping[str, Any] | None = None,
        ranges: tuple[Range, ...] = (),
        wordings: tuple[Wording, ...] = (),
        name: str | None = None,
        is_plain: bool = False,
    ) -> str:
        """Add an argument; return its id. Steps name claims by their ids, as `claim` returned them."""
        name = self._name(key, "A", name)
        title = whole(title) if title else title
        extra = (data or NOTHING) if is_plain else self.clean(data, name)
        gist = self.words(text)
        if ranges or wordings:
            ranges, wordings = self._marks(name, gist, ranges, wordings)
        named = self._tags(tags) if tags else ()
        made = _OpenArgument(name, gist, title, tuple(steps), ranges, wordings, named, extra, section)
        made.__class__ = Argument
        self._arguments[name] = made
        return name

    def relation(
        self,
        kind: RelationKind,
        source: str,
        target: str,
        *,
        step: int | None = None,
        data: Mapping[str, Any] | None = None,
        is_plain: bool = False,
    ) -> None:
        """Add a relation between two ids; it is stored by the laws of `ArgumentMap.relate`."""
        if step is not None and (step < 0 or kind is not RelationKind.UNDERCUT):
            step = None  # nothing else has one
        extra = data or NOTHING
        if data and not is_plain:
            extra = self.clean(data, f"{source} −> {target}")
        made = _OpenRelation(kind, source, target, step, extra)
        made.__class__ = Relation
        self._relations.append(made)

    def section(
        self,
        title: object,
        *,
        key: str | None = None,
        level: int = 1,
        parent: str | None = None,
        tags: Iterable[str] = (),
        data: Mapping[str, Any] | None = None,
        ranges: tuple[Range, ...] = (),
    ) -> str:
        """Add a section; return its id: `key` if that is free, else the next. Its level is above that of its parent."""
        name = key if key and key not in self._sections and one_line(key) == key else self._free_section()
        heading = self.words(title)
        if ranges:
            ranges, _ = self._marks(heading, heading, ranges, ())
        if parent is not None:
            level = max(level, self._sections[parent].level + 1)
        self._sections[name] = Section(
            name, heading, level, parent, ranges, self._tags(tags), self.clean(data, heading)
        )
        return name

    @property
    def ids(self) -> dict[Hashable, str]:
        """The id of each claim and argument by what the file calls it."""
        return self._ids

    def id_of(self, key: Hashable) -> str | None:
        """Return the id of the claim or argument that the file calls so, None if there is none yet."""
        return self._ids.get(key)

    def kind_of(self, name: str) -> type[Claim] | type[Argument] | None:
        """Return what an id names."""
        return Claim if name in self._claims else Argument if name in self._arguments else None

    def has_section(self, name: str) -> bool:
        """Whether there is a section of this id."""
        return name in self._sections

    # -- clean values ------------------------------------------------------------------------------------------

    def words(self, text: object) -> str:
        """Return a text on one line; what is no text, as text."""
        if not isinstance(text, str):
            text = "" if text is None else str(text)
        return as_line(text)

    def clean(self, data: Mapping[str, Any] | None, where: str) -> Mapping[str, Any]:
        """Return data that a map can hold; what it cannot is a loss."""
        if type(data) is dict and data and _is_plain(data):
            return data
        try:
            return plain_data(data)
        except ModelError as error:
            kept: dict[str, Any] = {}
            if not isinstance(data, Mapping):
                self.lose(Facet.DATA, where or "the map", str(error))
                return plain_data(kept)
            for key, value in data.items():
                try:
                    kept.update(plain_data({key: value}))
                except ModelError:
                    self.lose(f"the value of {str(key)[:60]!r}", where or "the map", str(error))
            return plain_data(kept)

    def _marks(
        self, where: str, text: str, ranges: tuple[Range, ...], wordings: tuple[Wording, ...]
    ) -> tuple[tuple[Range, ...], tuple[Wording, ...]]:
        """Return ranges and wordings without the ranges that lie outside of their texts, which are a loss."""
        kept = inside(text, ranges)
        others = tuple(Wording(whole(each.text), inside(each.text, each.ranges)) for each in wordings)
        if kept != ranges or any(
            len(one.ranges) < len(other.ranges) for one, other in zip(others, wordings, strict=True)
        ):
            self.lose(Facet.MARKS, where, "Some of them lie outside of the text.")
        return kept, others

    def _tags(self, tags: Iterable[str]) -> tuple[str, ...]:
        if not tags:
            return ()
        found = dict.fromkeys(self.words(tag) for tag in tags)
        found.pop("", None)
        return tuple(found)

    # -- ids ---------------------------------------------------------------------------------------------------

    def _name(self, key: Hashable, start: str, carried: str | None = None) -> str:
        if carried and carried not in self._claims and carried not in self._arguments and one_line(carried) == carried:
            self._ids[key] = carried
            return carried
        wanted = key if isinstance(key, str) else "" if key is None else str(key)
        if wanted.isalnum() or (wanted.replace("-", "x").isalnum() and wanted[0] != "-"):
            name = wanted  # as nearly always; the rest asks for longer
        else:
            wanted = whole(wanted)
            name = wanted if is_bracketed(wanted, start) else id_from_title(wanted) if wanted else ""
        if not name or name in self._claims or name in self._arguments:
            name = self._free(f"{name} (", ")") if name else self._free(start, "")
        if wanted and name != wanted:
            self.lose("the id", wanted[:60], "It is there already, or has signs that no id in a map has.", name)
        if key is not None:
            self._ids[key] = name
        return name

    def _free_section(self) -> str:
        number = len(self._sections) + 1
        while (name := f"s{number}") in self._sections:
            number += 1
        return name

    def _free(self, start: str, end: str) -> str:
        number = self._numbers.get(start, 2 if end else 1)
        while (name := f"{start}{number}{end}") in self._claims or name in self._arguments:
            number += 1
        self._numbers[start] = number + 1
        return name

    # -- the whole ---------------------------------------------------------------------------------------------

    def result(self) -> ParseResult:
        """Return the map and what there is to say.

        What names a claim, an argument or a section that is not there is left out, and said.
        """
        with collection_paused():
            self._settle()
            made = ArgumentMap.from_records(
                title=self.words(self.title),
                data=dict(self.clean(self.data, "the map")),
                claims=self._claims.values(),
                arguments=self._arguments.values(),
                sections=self._sections.values(),
                source=self.given.held,
            )
            stored = made.relate_all(self._relations)
        if len(made.relations) < len(stored):
            self._lose_merged(made, stored)
        return ParseResult(made, self.diagnostics(), (), tuple(self.losses))

    def _settle(self) -> None:
        """Leave out what points to what is not there."""
        drop_unknown_sections(self._claims, self._sections, self.lose)
        drop_unknown_sections(self._arguments, self._sections, self.lose)
        drop_unknown_claims(self._arguments, self._claims, self.lose)
        claims, arguments = self._claims, self._arguments
        there = [
            each
            for each in self._relations
            if (each.source in claims or each.source in arguments)
            and (each.target in claims or each.target in arguments)
        ]
        if len(there) < len(self._relations):
            ids = claims.keys() | arguments.keys()
            for each in self._relations:
                for end in (each.source, each.target):
                    if end not in ids:
                        self.dangling(Span(0, 0), f"A relation ({each.kind})", end, ids)
            self._relations = there

    def _lose_merged(self, made: ArgumentMap, stored: list[Relation]) -> None:
        """Say which data went where a relation was given twice: a map holds it once, with the data of the last."""
        final = {(each.kind, each.source, each.target, each.step): each.data for each in made.relations}
        for given, found in zip(self._relations, stored, strict=True):
            data = final[found.kind, found.source, found.target, found.step]
            if any(data.get(key) != value for key, value in given.data.items()):
                self.lose("the data", label(made, found), "The relation is there twice, and a map holds it once.")


def _is_plain(data: dict[str, Any], depth: int = 2) -> bool:
    """Whether data are of the plainest sort, as nearly all are: short of that, `plain_data` looks closer."""
    for key, value in data.items():
        sort = type(value)
        if type(key) is not str or not key.isascii():
            return False
        if sort is str:
            if not value.isascii():
                return False
        elif sort is dict:
            if not depth or not _is_plain(value, depth - 1):
                return False
        elif sort is list:
            if not all(each is None or (type(each) is str and each.isascii()) for each in value):
                return False
        elif value is not None and sort is not int and sort is not bool:
            return False
    return True
