"""A part of a map told as a text: a claim, then the reasons for it and the objections to it, and so on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.classroom.exercises.drawing import listed

if TYPE_CHECKING:
    from argmap.classroom.exercises.boxes import Boxes
    from argmap.classroom.exercises.setting import Setting
    from argmap.corpora.links import Link


def told(part: Boxes, setting: Setting) -> list[tuple[str, str]]:
    """Return the boxes of a part in the order in which they are told, each with its sentence.

    Each sentence has the words of one box, behind words that say what it does to the sentence before. What stands
    further away is named by its number; what is tied to something that was told earlier is said in brackets. So the
    text says every link.

    Args:
        part: The part.
        setting: Chooses the order of what bears on one box, and has the words.

    Complexity:
        Linear in the part, but for the sorting of what bears on one box.
    """
    return _Telling(part, setting).lines()


class _Telling:
    def __init__(self, part: Boxes, setting: Setting) -> None:
        self.part, self.setting = part, setting
        self.numbers: dict[str, int] = {}
        self.texts: dict[str, str] = {}
        self.towards: dict[str, list[Link]] = {}
        for link in part.links:
            for end in (link.target, link.sources[0])[: 1 + link.kind.is_symmetric]:
                self.towards.setdefault(end, []).append(link)

    def lines(self) -> list[tuple[str, str]]:
        acting = {source for link in self.part.links if not link.kind.is_symmetric for source in link.sources}
        roots = [box.id for box in self.part.boxes if box.id not in acting]
        done = set()
        waiting: list[tuple[str, Link | None]] = [
            (root, None) for root in reversed([*roots, *(box.id for box in self.part.boxes)])
        ]
        while waiting:
            box, link = waiting.pop()
            fresh = [box] if box not in self.numbers else []
            if link is None:
                self._say(fresh, [""])
            elif link.meaning not in done:
                done.add(link.meaning)
                fresh = self._tell(link, box)
            else:
                fresh = []
            for new in reversed(fresh):
                links = list(self.towards.get(new, ()))
                self.setting.rng.shuffle(links)
                # What is put on the stack last is told first: steps before what speaks against them.
                links.sort(key=lambda other: not other.over)
                waiting.extend((new, other) for other in links)
        return list(self.texts.items())

    def _tell(self, link: Link, box: str) -> list[str]:
        """Tell what bears on a box by a link; return the boxes that are new."""
        sources = link.sources if box == link.target else (link.target,)
        fresh = [source for source in sources if source not in self.numbers]
        known = [source for source in sources if source in self.numbers]
        words = {"number": self.numbers[box], "over": self._named(link.over)}
        if not fresh:
            last = max(known, key=self.numbers.__getitem__)
            also = self.setting.say(f"also.{link.kind.value}", sources=self._named(known), **words)
            self.texts[last] += f" {also}"
        elif known:
            lead = self.setting.say(f"joined.{link.kind.value}", mate=self._named(known), **words)
            self._say(fresh, [lead])
        else:
            way = "near" if self.numbers[box] == len(self.numbers) else "far"
            self._say(fresh, [self.setting.say(f"{way}.{link.kind.value}", **words)])
        return fresh

    def _say(self, boxes: list[str], leads: list[str]) -> None:
        for place, box in enumerate(boxes):
            lead = leads[place] if place < len(leads) else self.setting.say("and")
            self.numbers[box] = len(self.numbers) + 1
            self.texts[box] = f"{lead} {self.part.text(box)}".strip()

    def _named(self, boxes: list[str] | tuple[str, ...]) -> str:
        numbers = sorted(self.numbers[box] for box in boxes if box in self.numbers)
        return listed(map(str, numbers), self.setting.words)
