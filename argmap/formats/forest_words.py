"""The words of a map that is written as a forest, and what a reader of the forest does not get back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.formats.forest import CON, PRO
from argmap.formats.keeping import Facet, Keeps
from argmap.formats.naming import label
from argmap.loss import Loss
from argmap.model import Argument, RelationKind
from argmap.model.naming import one_line

if TYPE_CHECKING:
    from argmap.formats.forest import Forest
    from argmap.formats.links import Links
    from argmap.model import ArgumentMap, Claim, Relation

KEEPS = Keeps(
    map=frozenset({Facet.TITLE}),
    section=frozenset(),
    claim=frozenset({Facet.TEXT, Facet.MARKS}),
    argument=frozenset({Facet.TEXT, Facet.MARKS}),  # as a claim: there are no arguments
    relation=frozenset(),
    kinds=frozenset({"support", "attack"}),
)
"""Claims with their texts and links, and what speaks for and against them."""

_LONGEST = 300
"""How many characters of linked premises become the text of an argument that has no words of its own."""


class Words:
    """The words of a map and its losses.

    Attributes:
        losses: What does not come back.
    """

    def __init__(self, m: ArgumentMap, grown: Forest, links: Links, what: str) -> None:
        self._m, self._forest, self._links, self._what = m, grown, links, what
        self.losses = list(KEEPS.lost(m, f"{what} knows no {{}}."))
        for record in m:
            self._tell(record)
        for relation in m.relations:
            self._tell_relation(relation)

    def title(self) -> str:
        """Return the title of the map."""
        return one_line(self._m.title)

    def plain(self, name: str) -> str:
        """Return the words of a record, without links."""
        record = self._m[name]
        return one_line(record.text) or self._stand_in(record)

    def of(self, name: str) -> str:
        """Return the text of a record as it is written, links and all."""
        record = self._m[name]
        text = self.plain(name)
        return self._links.written(text, record.ranges if text == record.text else ()).text

    def _stand_in(self, record: Claim | Argument) -> str:
        """Return words for a record without a text: its title, linked premises, or its id."""
        found = record.title or ""
        if not found and isinstance(record, Argument) and record.steps:
            parts: list[str] = []
            for premise in record.steps[-1].premises:
                parts.append(one_line(self._m[premise].text) or premise)
                if sum(map(len, parts)) > _LONGEST:
                    break
            found = " + ".join(parts)
            found = found if len(found) <= _LONGEST else found[:_LONGEST].rstrip() + "…"
        return one_line(found) or record.id

    def _tell(self, record: Claim | Argument) -> None:
        home = self._forest.home.get(record.id, "")
        if isinstance(record, Argument):
            if not home:
                self._lose(Facet.RECORD, record, f"{self._what} knows claims, no inferences.", f"a {PRO}")
                return
            if record.steps:
                self._lose(Facet.RECORD, record, f"{self._what} knows claims, no inferences.", f"the claim {home}")
            else:
                self._lose(Facet.SKETCH, record, f"{self._what} knows claims, no arguments.", "a claim")
        if home != record.id:
            self._lose(Facet.ID, record, f"{self._what} names a claim by its position.", home)
        text = self.plain(record.id)
        if text != record.text and not (isinstance(record, Argument) and record.steps):
            self._lose(Facet.TEXT, record, "A claim there is one line of text.", f"“{text[:40]}”")
        if record.ranges and (text != record.text or not self._links.written(text, record.ranges).is_whole):
            kept = "some of its links" if any(each.kind == "link" for each in record.ranges) else ""
            self._lose(Facet.MARKS, record, f"{self._what} knows links that do not overlap, and no other marks.", kept)

    def _tell_relation(self, relation: Relation) -> None:
        stance = CON if relation.kind.is_negative else PRO
        if relation.kind not in (RelationKind.SUPPORT, RelationKind.ATTACK):
            self._lose(Facet.KIND, relation, f"{self._what} knows only {PRO} and {CON}.", f"a {stance}")
        ends = {relation.source, relation.target} & self._forest.alias.keys()
        if ends:
            self._lose(Facet.DIRECTION, relation, f"{self._what} knows no inferences.", f"a {stance} of the premise")
        if relation.step is not None and relation.step < len(self._m[relation.target].steps) - 1:  # type: ignore[union-attr]
            self._lose(Facet.STEP, relation, f"{self._what} knows no inferences.", f"a {CON} of the whole")

    def _lose(self, facet: Facet, record: Claim | Argument | Relation, why: str, kept_as: str = "") -> None:
        self.losses.append(Loss(facet.value, label(self._m, record), why, kept_as))
