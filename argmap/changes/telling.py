"""Changes as sentences, those of one claim or argument below its name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.cells import visible
from argmap.changes.change import Kind
from argmap.changes.naming import called, shown, words_for
from argmap.changes.parts import ABSENT
from argmap.changes.word_diff import plain_mark, word_diff
from argmap.model import Argument
from argmap.wording import joined

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from argmap.changes.change import Change
    from argmap.changes.differing import Diff
    from argmap.model import ArgumentMap


def lines_of(found: Diff, mark: Callable[[str, bool], str] | None = None) -> list[str]:
    """Return changes as lines: the name of a claim or argument, and below it what changed. Linear.

    Args:
        found: The changes.
        mark: Puts marks round words that went (False) or came (True).
    """
    tell = _Telling(found, mark or plain_mark)
    groups: dict[str, list[str]] = {}
    for change in found.changes:
        groups.setdefault(tell.name(change), []).extend(tell.sentences(change))
    order = {called(found.after, record): None for record in found.after}
    first = [name for name in groups if name not in order]
    gone = {
        called(found.before, change.old)
        for change in found.changes
        if change.kind is Kind.REMOVED and change.sort in ("claim", "argument")
    }
    before = [name for name in first if name not in gone]
    names = [*before, *(name for name in order if name in groups), *(name for name in first if name in gone)]
    return [line for name in names if groups[name] for line in (name, *(f"  {sentence}" for sentence in groups[name]))]


class _Telling:
    def __init__(self, found: Diff, mark: Callable[[str, bool], str]) -> None:
        self._before, self._after, self._mark = found.before, found.after, mark
        self._words = words_for(found.after)
        self._gone = {one.id for one in found.changes if one.kind is Kind.REMOVED and one.sort in ("claim", "argument")}
        self._names = found.names

    def name(self, change: Change) -> str:
        """Return what the change is about."""
        if change.sort == "map":
            return self._say("map")
        m = self._before if change.new is ABSENT and change.kind is Kind.REMOVED else self._after
        if change.sort == "section":
            return called(m, {section.id: section for section in m.sections}[change.id])
        if change.sort == "relation" and m is self._before:
            # What is still there is called as it is now.
            name = self._now(change.id)
            return called(m, change.id) if name is None else called(self._after, name)
        return called(m, change.id)

    def sentences(self, change: Change) -> Iterator[str]:
        """Yield what there is to say about a change."""
        if change.sort == "relation":
            if change.new is ABSENT and {change.old.source, change.old.target} & self._gone:
                return  # that goes without saying
            yield self._of_relation(change)
        elif change.kind is Kind.ADDED:
            yield self._added(change)
        elif change.kind is Kind.REMOVED:
            text = getattr(change.old, "text", "")
            yield self._say("removed-text", text=visible(text)) if text else self._say("removed")
        elif change.field == "data":
            yield self._data("data", change)
        elif change.kind is Kind.REWORDED:
            (old, _), (new, _) = change.old, change.new
            is_same = old == new
            yield self._say("marks") if is_same else self._say("reworded", text=self._compared(old, new))
        elif change.kind is Kind.RENAMED:
            yield self._renamed(change)
        elif change.kind is Kind.MOVED:
            yield self._moved(change)
        elif change.kind is Kind.TAGS:
            yield from self._tags(change)
        elif change.kind is Kind.PREMISES:
            yield from self._steps(change)
        else:
            yield self._say("wordings")

    def _now(self, name: str) -> str | None:
        """Return the later id of what has this one in the earlier map; None where it is gone."""
        return None if name in self._gone else self._names.get(name, name)

    def _say(self, key: str, /, **given: object) -> str:
        return self._words.say(f"changes.{key}", **given)

    def _compared(self, old: str, new: str) -> str:
        return word_diff(visible(old), visible(new), self._mark)

    def _added(self, change: Change) -> str:
        new = change.new
        if change.sort == "section":
            return self._say("section-added")
        if new.text:
            return self._say(f"{change.sort}-added", text=visible(new.text))
        if isinstance(new, Argument) and new.steps:
            premises = joined([called(self._after, each) for each in dict.fromkeys(new.premises)], "+")
            return self._say(
                "argument-added-steps", premises=premises, conclusion=called(self._after, new.conclusion or "")
            )
        return self._say(f"{change.sort}-added-bare")

    def _data(self, key: str, change: Change) -> str:
        if change.old is ABSENT:
            return self._say(f"{key}-added", key=visible(change.key), new=shown(change.new))
        if change.new is ABSENT:
            return self._say(f"{key}-removed", key=visible(change.key), old=shown(change.old))
        return self._say(key, key=visible(change.key), old=shown(change.old), new=shown(change.new))

    def _renamed(self, change: Change) -> str:
        old, new = (each[0] if isinstance(each, tuple) else each for each in (change.old, change.new))
        if not old:
            return self._say("titled", new=visible(new))
        if not new:
            return self._say("untitled", old=visible(old))
        return self._say("renamed", old=visible(old), new=visible(new))

    def _moved(self, change: Change) -> str:
        if change.field == "level":
            return self._say("level", old=change.old, new=change.new)
        old = _title(self._before, change.old)
        new = _title(self._after, change.new)
        if old is None:
            return self._say("moved-in", new=new)
        return self._say("moved-out", old=old) if new is None else self._say("moved", old=old, new=new)

    def _tags(self, change: Change) -> Iterator[str]:
        came = [f"#{visible(tag)}" for tag in change.new if tag not in change.old]
        went = [f"#{visible(tag)}" for tag in change.old if tag not in change.new]
        if came:
            yield self._say("tags-added", words=", ".join(came))
        if went:
            yield self._say("tags-removed", words=", ".join(went))
        if not came and not went:
            yield self._say("tags-order")

    def _steps(self, change: Change) -> Iterator[str]:
        old = [self._now(each) for step in change.old for each in step.premises]
        gone = {each: self._now(each) for step in change.old for each in step.premises}
        new = [each for step in change.new for each in step.premises]
        count = 0
        for each in dict.fromkeys(new):
            if each not in old:
                count += 1
                yield self._say("premise-added", it=called(self._after, each))
        for each, name in gone.items():
            if name not in new:
                count += 1
                yield self._say("premise-removed", it=self._old(each))
        was = change.old[-1].conclusion if change.old else None
        now = change.new[-1].conclusion if change.new else None
        if now is not None and (was is None or self._now(was) != now):
            count += 1
            said = called(self._after, now)
            yield (
                self._say("concludes-now", new=said)
                if was is None
                else self._say("concludes", new=said, old=self._old(was))
            )
        if not count:
            yield self._say("steps")

    def _of_relation(self, change: Change) -> str:
        old, new = change.old, change.new
        if old is ABSENT:
            return self._say("relation-added", deed=self._deed(new), it=called(self._after, new.target))
        if new is ABSENT:
            return self._say("relation-removed", deed=self._deed(old), it=self._old(old.target))
        it = called(self._after, new.target)
        if change.kind is Kind.DATA:
            one, other = (each.data.get(change.key, ABSENT) for each in (old, new))
            about = {"deed": self._deed(new), "it": it, "key": visible(change.key)}
            if one is ABSENT:
                return self._say("relation-data-added", new=shown(other), **about)
            if other is ABSENT:
                return self._say("relation-data-removed", **about)
            return self._say("relation-data", old=shown(one), new=shown(other), **about)
        if change.kind is Kind.FLIPPED:
            way = "flipped" if self._now(old.target) == new.target else "flipped-back"
            did = self._words.say(f"changes.did.{old.kind.value}")
            return self._say(way, new=self._deed(new), old=did, it=it)
        if self._now(old.source) != new.source:
            return self._say("resourced", deed=self._deed(new), it=it, old=self._old(old.source))
        if self._now(old.target) == new.target:
            return self._say("relation-step", deed=self._deed(new), it=it)
        return self._say("reaimed", deed=self._deed(new), new=it, old=self._old(old.target))

    def _deed(self, relation: Any) -> str:
        return self._words.say(f"changes.deed.{relation.kind.value}")

    def _old(self, name: str) -> str:
        return called(self._before, name)


def _title(m: ArgumentMap, name: str | None) -> str | None:
    return next((visible(section.title) for section in m.sections if section.id == name), None)
