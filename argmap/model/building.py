"""Building a map: one call for each claim, argument, relation and section, and every call returns the record."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from typing import Any

from argmap.errors import ModelError, UnknownNameError, nearest
from argmap.model.naming import one_line, plain_data, words
from argmap.model.records import Argument, Claim, Relation, RelationKind, Section, Step
from argmap.model.storing import Storing

Node = Claim | Argument


class Building(Storing):
    """The calls that add to a map; a base of `ArgumentMap`, not used by itself."""

    def claim(
        self,
        text: str = "",
        *,
        title: str | None = None,
        id: str | None = None,  # noqa: A002
        side: str | None = None,
        tags: str | Iterable[str] = (),
        section: str | Section | None = None,
        data: Mapping[str, Any] | None = None,
    ) -> Claim:
        """Add a claim.

        Args:
            text: Its wording: one declarative sentence. Line breaks and runs of spaces become one space.
            title: A short heading; it also gives the id.
            id: Its name in the map, instead of the one made from the title. Without either, the lowest of
                ``C1``, ``C2`` ... never used in this map. Where another claim has the title, `` (2)`` is added;
                where an argument has it, the id is ``[Title]``.
            side: The camp that puts it forward; kept as inline data ``side``.
            tags: Its tags.
            section: The section it belongs to.
            data: Its inline data: strings, numbers, booleans, None, and lists and dicts of these. It is copied.

        Raises:
            ModelError: If the id is taken or cannot be written in Argdown, or the data hold anything else.
            UnknownNameError: If there is no such section.

        Example:
            >>> import argmap
            >>> m = argmap.ArgumentMap()
            >>> m.claim("Some uses of a powerful model do great harm").id
            'C1'
            >>> m.claim("Models should be open", title="Open", side="open").id
            'Open'
        """
        wording, heading = one_line(text), as_title(title)
        given = self._given(side, None, tags, section, data)
        made = Claim(self._new_id(Claim, heading, id), wording, heading, **given)
        self._claims[made.id] = made
        self._index = None
        return made

    def argument(
        self,
        text: str = "",
        *,
        title: str | None = None,
        id: str | None = None,  # noqa: A002
        premises: str | Claim | Iterable[str | Claim] = (),
        conclusion: str | Claim | None = None,
        rules: str | Iterable[str] = (),
        side: str | None = None,
        scheme: str | None = None,
        tags: str | Iterable[str] = (),
        section: str | Section | None = None,
        data: Mapping[str, Any] | None = None,
    ) -> Argument:
        """Add an argument: with premises and a conclusion, or so far only a gist of one.

        Args:
            text: Its gist.
            title: A short heading; it also gives the id, else ``A1``, ``A2`` ... (as for `claim`).
            id: Its name in the map, instead of the one made from the title.
            premises: The claims it starts from. A string that is the id of a claim is that claim; any other
                string becomes a new claim, in the same section.
            conclusion: The claim it infers; a string as for `premises`. `step` adds further inferences.
            rules: The inference rules it uses.
            side: The camp that puts it forward; kept as inline data ``side``.
            scheme: The argumentation scheme it follows; kept as inline data ``scheme``.
            tags: Its tags.
            section: The section it belongs to.
            data: Its inline data, as for `claim`.

        Raises:
            ModelError: If there are premises without a conclusion or the other way round, if the id is taken
                or cannot be written in Argdown, or the data hold what JSON cannot.
            UnknownNameError: If a record given is not in this map.

        Example:
            >>> import argmap
            >>> m = argmap.ArgumentMap()
            >>> a = m.argument(
            ...     title="Mortal",
            ...     premises=["All people are mortal", "Socrates is a person"],
            ...     conclusion="Socrates is mortal",
            ... )
            >>> a.premises, a.conclusion
            (('C1', 'C2'), 'C3')
            >>> m.argument("Think of the children!").is_reconstructed
            False
        """
        wording, heading = one_line(text), as_title(title)
        given = self._given(side, scheme, tags, section, data)
        named = words(rules, "rules")
        starts = self._premises(premises)
        if bool(starts) != (conclusion is not None):
            lacking = "conclusion" if starts else "premise"
            raise ModelError(f"An argument that is spelt out needs a {lacking}; a sketch has neither.")
        if named and not starts:
            raise ModelError("Rules belong to an inference; give premises and a conclusion, or leave them out.")
        end = [] if conclusion is None else self._premises([conclusion])
        name = self._new_id(Argument, heading, id)
        # The place is taken before new claims get their names.
        self._arguments[name] = Argument(name)
        steps: tuple[Step, ...] = ()
        if starts:
            claims = self._as_claims([*starts, *end], given.get("section"))
            steps = (Step(claims[:-1], claims[-1], named),)
        del self._arguments[name]
        made = Argument(name, wording, heading, steps, **given)
        self._put_argument(made)
        return made

    def step(
        self,
        argument: str | Argument,
        premises: str | Claim | Iterable[str | Claim],
        conclusion: str | Claim,
        *,
        rules: str | Iterable[str] = (),
        data: Mapping[str, Any] | None = None,
    ) -> Argument:
        """Add an inference to an argument, after those it has; its conclusion is the new main conclusion.

        The conclusions drawn before may be used without being listed again. The first step of a sketch makes
        it a reconstructed argument: its relations are stored anew by the laws of `relate`, after all others.

        Args:
            argument: The argument.
            premises: The claims used in this step, as for `argument`; may be empty from the second step on.
            conclusion: The claim inferred, as for `argument`.
            rules: The inference rules it uses.
            data: The inline data of the inference line.

        Returns:
            The argument as it is now.

        Raises:
            ModelError: If the first step has no premise, or an argument stands where a claim should.
            UnknownNameError: If a record given is not in this map.

        Example:
            >>> import argmap
            >>> m = argmap.ArgumentMap()
            >>> a = m.argument(title="Leak", premises=["It leaked", "Leaks spread"], conclusion="It spread")
            >>> a = m.step(a, ["What spread cannot be called back"], "It cannot be called back")
            >>> len(a.steps), m.conclusion(a).text
            (2, 'It cannot be called back')
        """
        old = self._argument(argument)
        named, extra = words(rules, "rules"), plain_data(data)
        starts, end = self._premises(premises), self._premises([conclusion])
        if not starts and not old.steps:
            raise ModelError(f"The first step of {old.id!r} needs a premise.")
        claims = self._as_claims([*starts, *end], old.section)
        made = dataclasses.replace(old, steps=(*old.steps, Step(claims[:-1], claims[-1], named, extra)))
        self._put_argument(made)
        return made

    def relate(
        self,
        source: str | Node,
        kind: str | RelationKind,
        target: str | Node,
        *,
        step: int | None = None,
        data: Mapping[str, Any] | None = None,
    ) -> Relation:
        """Add a relation between any two claims or arguments.

        It is stored as Argdown stores it: what a reconstructed argument does, its main conclusion does; an
        undercut of a reconstructed argument names the step it attacks. A relation that is there already is
        merged with the new one and returned; a contrary or contradictory relation is the same both ways round.

        Args:
            source: What acts: a record or an id.
            kind: What it does to the target, such as ``"attack"``.
            target: What is acted on: a record or an id.
            step: For an undercut of a reconstructed argument, which of its steps, from 0; by default the last.
            data: Data of the relation, merged into what is there. Text in Argdown has no place for it.

        Raises:
            ModelError: If `step` does not fit.
            UnknownNameError: If the kind or one of the ends is not known.

        Example:
            >>> import argmap
            >>> m = argmap.ArgumentMap()
            >>> rain, snow = m.claim("It rains"), m.claim("It snows")
            >>> m.relate(rain, "contrary", snow) is m.relate("C2", "contrary", "C1")
            True
        """
        start, end, sort = self._node(source), self._node(target), as_kind(kind)
        number = self._checked_step(sort, end.id, step)
        return self._put_relation(Relation(sort, start.id, end.id, number, plain_data(data)))

    def section(
        self,
        title: str,
        *,
        level: int | None = None,
        parent: str | Section | None = None,
        tags: str | Iterable[str] = (),
        data: Mapping[str, Any] | None = None,
    ) -> Section:
        """Add a section, after those there are.

        Args:
            title: The words of the heading.
            level: 1 for ``#``, 2 for ``##`` ...; by default one more than that of its parent.
            parent: The section it lies in; by default the one that a heading of this level would lie in: the
                last section of a lower level.
            tags: Its tags.
            data: Its inline data, such as ``{"isGroup": True}``.

        Raises:
            ModelError: If the title is empty, or the level is not above that of the parent.
            UnknownNameError: If there is no such parent.

        Example:
            >>> import argmap
            >>> m = argmap.ArgumentMap()
            >>> case = m.section("The case")
            >>> m.section("Harms", level=2).parent == case.id, m.claim("It harms", section=case).section
            (True, 's1')
        """
        heading = one_line(title, "title")
        if not heading:
            raise ModelError("A section needs a title.")
        named, extra = words(tags), plain_data(data)
        above = None if parent is None else self._section(parent)
        if level is None:
            level = above.level + 1 if above else 1
        if above is None and check_level(level) > 1:
            above = next((s for s in reversed(self._sections.values()) if s.level < level), None)
        if above is not None and above.level >= level:
            raise ModelError(f"A section in {above.id!r} (level {above.level}) needs a higher level than {level}.")
        made = Section(self._number("s", "", Section), heading, level, above.id if above else None, (), named, extra)
        self._sections[made.id] = made
        return made

    # -- parts -----------------------------------------------------------------------------------------------

    def _given(
        self,
        side: str | None,
        scheme: str | None,
        tags: str | Iterable[str],
        section: str | Section | None,
        data: Mapping[str, Any] | None,
    ) -> dict[str, Any]:
        extra = plain_data(data)
        for key, word in (("side", side), ("scheme", scheme)):
            if word is not None:
                extra = {**extra, key: one_line(word, key)}
        place = None if section is None else self._section(section).id
        return {"tags": words(tags), "section": place, "data": extra}

    def _premises(self, given: object) -> list[Claim | str]:
        """Return what was given as claims, and as sentences that still have to become claims."""
        items = [given] if isinstance(given, str | Claim | Argument) else given
        if not isinstance(items, Iterable):
            raise ModelError(f"Give claims or sentences, not {given!r} ({type(given).__name__}).")
        found: list[Claim | str] = []
        for item in items:
            if isinstance(item, str) and self.get(item) is None:
                if not one_line(item):
                    raise ModelError("An empty sentence cannot be a claim.")
                found.append(item)
            else:
                found.append(self._claim(item))
        return found

    def _as_claims(self, items: Iterable[Claim | str], section: str | None) -> tuple[str, ...]:
        return tuple((item if isinstance(item, Claim) else self.claim(item, section=section)).id for item in items)

    def _checked_step(self, kind: RelationKind, target: str, step: int | None) -> int | None:
        if step is None:
            return None
        steps = self._arguments[target].steps if target in self._arguments else ()
        if kind is not RelationKind.UNDERCUT or not steps:
            raise ModelError("Only an undercut of a reconstructed argument names a step; leave `step` out.")
        if isinstance(step, bool) or not isinstance(step, int) or not 0 <= step < len(steps):
            raise ModelError(f"{target!r} has no step {step!r}; its steps are 0 to {len(steps) - 1}.")
        return step


def as_title(title: str | None) -> str | None:
    """Return a title on one line, or None for none."""
    return (one_line(title, "title") or None) if title is not None else None


def check_level(level: int) -> int:
    """Return the level of a section if it is one."""
    if isinstance(level, bool) or not isinstance(level, int) or level < 1:
        raise ModelError(f"The level of a section is a whole number from 1 on, not {level!r}.")
    return level


def as_kind(kind: str) -> RelationKind:
    """Return the kind of relation of this name."""
    try:
        return RelationKind(kind)
    except ValueError:
        known = [each.value for each in RelationKind]
        raise UnknownNameError(
            f"There is no relation {kind!r}; there are {', '.join(known)}.{nearest(str(kind), known)}"
        ) from None
