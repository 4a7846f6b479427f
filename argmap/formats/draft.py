"""A map in the making, from a file that may say anything: ids, faults and losses as every reader needs them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from argmap.diagnostics import Diagnostic, Severity, Span
from argmap.errors import ModelError, nearest
from argmap.formats.given import Given
from argmap.formats.json_places import find_places
from argmap.formats.naming import label
from argmap.loss import Loss
from argmap.memory import collection_paused
from argmap.model import Argument, ArgumentMap, Claim, Relation, RelationKind, Section, Step
from argmap.model.naming import bare, id_from_title, one_line, plain_data, whole
from argmap.text.reader import ParseResult

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping

    from argmap.model import Range, Wording

Place = str | Span | int
"""Where something stands: the path of a JSON value such as ``nodes[3].text``, a stretch of the text, or its start."""

_MOST = 50
"""How many faults of one kind are told; the others are counted."""


@dataclass
class Draft:
    """What a reader has found so far.

    Claims, arguments and sections are named by their keys in the file; a key becomes the id in the map where it can,
    else another id is given and the change is a loss. Every word is brought to one line, data to what a map can hold.

    Attributes:
        given: What is read.
        title: The title of the debate.
        data: The rest of its front matter.
    """

    given: Given
    title: str = ""
    data: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._claims: dict[str, Claim] = {}
        self._arguments: dict[str, Argument] = {}
        self._sections: dict[str, Section] = {}
        self._relations: list[Relation] = []
        self._ids: dict[Hashable, str] = {}
        self._numbers: dict[str, int] = {}
        self._faults: list[tuple[Place, str, str, Severity]] = []
        self._counts: dict[str, int] = {}
        self._losses: list[Loss] = []

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
        """
        name = self._name(key, "C")
        wording = self.words(text)
        self._claims[name] = Claim(
            name, wording, title, ranges, wordings, self._tags(tags), self.clean(data, name), section
        )
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
    ) -> str:
        """Add an argument; return its id. Steps name claims by their ids, as `claim` returned them."""
        name = self._name(key, "A")
        extra = self.clean(data, name)
        self._arguments[name] = Argument(
            name, self.words(text), title, tuple(steps), ranges, wordings, self._tags(tags), extra, section
        )
        return name

    def relation(
        self,
        kind: RelationKind,
        source: str,
        target: str,
        *,
        step: int | None = None,
        data: Mapping[str, Any] | None = None,
    ) -> None:
        """Add a relation between two ids; it is stored by the laws of `ArgumentMap.relate`."""
        where = f"{source} −> {target}" if data else ""
        self._relations.append(Relation(kind, source, target, step, self.clean(data, where)))

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
        """Add a section; return its id: `key` if that is free. Its level is above that of its parent."""
        number = len(self._sections) + 1
        name = whole(key) if key else f"s{number}"
        while name in self._sections:
            number += 1
            name = f"s{number}"
        heading = self.words(title)
        if parent is not None:
            level = max(level, self._sections[parent].level + 1)
        self._sections[name] = Section(
            name, heading, level, parent, ranges, self._tags(tags), self.clean(data, heading)
        )
        return name

    def id_of(self, key: Hashable) -> str | None:
        """Return the id of the claim or argument that the file calls so, None if there is none yet."""
        return self._ids.get(key)

    def kind_of(self, name: str) -> type[Claim] | type[Argument] | None:
        """Return what an id names."""
        return Claim if name in self._claims else Argument if name in self._arguments else None

    # -- what to say -------------------------------------------------------------------------------------------

    def fault(self, place: Place, code: str, message: str, severity: Severity = Severity.ERROR) -> None:
        """Say what is wrong at a place of the text: a whole sentence, and what to do."""
        self._counts[code] = self._counts.get(code, 0) + 1
        if self._counts[code] <= _MOST:
            self._faults.append((place, code, message, severity))

    def warn(self, place: Place, code: str, message: str) -> None:
        """Say what was read otherwise than its author may expect."""
        self.fault(place, code, message, Severity.WARNING)

    def dangling(self, place: Place, what: str, key: object, known: Iterable[object] = ()) -> None:
        """Say that something points to what is not there."""
        hint = "" if self.is_told("dangling") else nearest(str(key), [str(each) for each in known])
        self.fault(place, "dangling", f"{what} points to {str(key)[:60]!r}, which is not there; it is left out.{hint}")

    def is_told(self, code: str) -> bool:
        """Whether so many faults of a kind are told that others are only counted: nearest names cost too much then."""
        return self._counts.get(code, 0) >= _MOST

    def lose(self, what: str, where: str, why: str, kept_as: str = "") -> None:
        """Say what of the file the map does not hold; see `Loss`."""
        self._losses.append(Loss(what, where, why, kept_as, "map"))

    # -- clean values ------------------------------------------------------------------------------------------

    def words(self, text: object) -> str:
        """Return a text on one line; what is no text, as text."""
        if not isinstance(text, str):
            text = "" if text is None else str(text)
        return one_line(text)

    def clean(self, data: Mapping[str, Any] | None, where: str) -> Mapping[str, Any]:
        """Return data that a map can hold; what it cannot is a loss."""
        try:
            return plain_data(data)
        except ModelError as error:
            kept: dict[str, Any] = {}
            for key, value in (data or {}).items():
                try:
                    kept.update(plain_data({key: value}))
                except ModelError:
                    self.lose(f"the value of {str(key)[:60]!r}", where or "the map", str(error))
            return plain_data(kept)

    def _tags(self, tags: Iterable[str]) -> tuple[str, ...]:
        found = dict.fromkeys(self.words(tag) for tag in tags)
        found.pop("", None)
        return tuple(found)

    # -- ids ---------------------------------------------------------------------------------------------------

    def _name(self, key: Hashable, start: str) -> str:
        wanted = whole(str(key)) if key is not None else ""
        name = wanted if _is_bracketed(wanted, start) else id_from_title(wanted) if wanted else ""
        if not name or name in self._claims or name in self._arguments:
            name = self._free(f"{name} (", ")") if name else self._free(start, "")
        if wanted and name != wanted:
            self.lose("the id", wanted[:60], "It is there already, or has signs that no id in a map has.", name)
        if key is not None:
            self._ids[key] = name
        return name

    def _free(self, start: str, end: str) -> str:
        number = self._numbers.get(start, 2 if end else 1)
        while (name := f"{start}{number}{end}") in self._claims or name in self._arguments:
            number += 1
        self._numbers[start] = number + 1
        return name

    # -- the whole ---------------------------------------------------------------------------------------------

    def result(self) -> ParseResult:
        """Return the map and what there is to say. A relation with an end that is not there is left out, and said."""
        with collection_paused():
            made = ArgumentMap.from_records(
                title=self.words(self.title),
                data=dict(self.clean(self.data, "the map")),
                claims=self._claims.values(),
                arguments=self._arguments.values(),
                sections=self._sections.values(),
                source=self.given.source,
            )
            stored = made.relate_all(self._relations)
        if len(made.relations) < len(stored):
            self._lose_merged(made, stored)
        diagnostics = (*self.given.problems, *self._placed())
        return ParseResult(made, diagnostics, (), tuple(self._losses))

    def _lose_merged(self, made: ArgumentMap, stored: list[Relation]) -> None:
        """Say which data went where a relation was given twice: a map holds it once, with the data of the last."""
        final = {(each.kind, each.source, each.target, each.step): each.data for each in made.relations}
        for given, found in zip(self._relations, stored, strict=True):
            data = final[found.kind, found.source, found.target, found.step]
            if any(data.get(key) != value for key, value in given.data.items()):
                self.lose("the data", label(made, found), "The relation is there twice, and a map holds it once.")

    def _placed(self) -> list[Diagnostic]:
        paths = [place for place, *_ in self._faults if isinstance(place, str)]
        spans = find_places(self.given.text, paths) if paths else {}
        found = []
        for place, code, message, severity in self._faults:
            if isinstance(place, str):
                # The innermost value round a place that is not there says less than the path.
                span, message = spans[place], f"{place}: {message}" if place else message
            else:
                end = len(self.given.text)
                span = place if isinstance(place, Span) else Span(min(place, end), min(place + 1, end))
            found.append(Diagnostic(code=code, message=message, span=span, severity=severity))
        for code, count in self._counts.items():
            if count > _MOST:
                last = max((each for each in found if each.code == code), key=lambda each: each.span)
                more = (
                    f"There {'is 1 more' if count == _MOST + 1 else f'are {count - _MOST:,} more'} of the kind {code}."
                )
                found.append(Diagnostic(code=code, message=more, span=last.span, severity=last.severity))
        return sorted(found, key=lambda each: each.span)


def _is_bracketed(name: str, start: str) -> bool:
    """Whether an id stands in the brackets that tell a claim from an argument of the same title, or the other way."""
    inner = bare(name)
    return inner != name and name[0] == ("[" if start == "C" else "<") and id_from_title(inner) == inner
