"""Which box of a pupil's map is which of a key: by its id or card, by its place in a text, or by its words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.check.subject import Subject
from argmap.check.words.language import language
from argmap.classroom.card_bank import card_codes
from argmap.classroom.comparing.assignment import paired
from argmap.classroom.comparing.likeness import Phrase, Phrasebook, denies, phrase_of
from argmap.classroom.comparing.shape import Shape, parents_of, restricted, shape_of
from argmap.corpora.pairing import WAYS, Way, pair
from argmap.errors import ArgmapError, UnknownNameError, nearest_or_all

if TYPE_CHECKING:
    from collections.abc import Collection

    from argmap.model import Argument, ArgumentMap, Claim

Codes = Mapping[str, str] | int
"""Cards: the code of each by the id of its claim; or the seed that `card_codes` was given, with the claims of the key
and its arguments that stand for themselves."""

_SAME_NAME = 0.05
"""What it adds to the likeness of two boxes that they have one and the same id."""
_SAME_PLACE = 0.04
"""What it adds at most that what they bear on is alike: it tells boxes with the same words apart."""
_NAMED_LIKENESS = 0.3
"""From this likeness on, boxes with the same title are the same claim, reworded."""


class Prepared:
    """A map, and what of it is needed again and again to compare it with others; each thing is found once.

    Args:
        m: The map.
        only: The ids of the boxes that count; by default all.

    Attributes:
        map: The map.
        shape: The map as it is compared.
    """

    def __init__(self, m: ArgumentMap, only: Collection[str] | None = None) -> None:
        self.map = m
        self.shape: Shape = shape_of(m) if only is None else restricted(shape_of(m), only)
        self.subject = Subject(m)
        self.texts = tuple(_shown(node) for node in self.shape.nodes)
        self._phrases: dict[object, list[Phrase]] = {}
        self._book: Phrasebook | None = None

    def phrases(self, key: Prepared) -> list[Phrase]:
        """Return the words of all boxes, in the language and with the synonyms of a key."""
        tongue, synonyms = key.subject.language, key.subject.synonyms
        if tongue is None and "language" not in key.map.data:
            tongue = language("en")
        same = (None if tongue is None else tongue.code, tuple(synonyms.items()))
        if same not in self._phrases:
            self._phrases[same] = [phrase_of(text, tongue, same[1]) for text in self.texts]
        return self._phrases[same]

    @property
    def book(self) -> Phrasebook:
        """The words of all boxes as a key has them."""
        if self._book is None:
            self._book = Phrasebook(self.phrases(self))
        return self._book


@dataclass(frozen=True, slots=True)
class Matching:
    """Which boxes are the same.

    Attributes:
        way: By what that was found out: ``id``, ``span`` or ``text``.
        pairs: For positions of boxes of the pupil's map, those in the key.
        likeness: For the same positions, how alike the words are, from 0 to 1; 1 where words do not count.
    """

    way: Way
    pairs: Mapping[int, int]
    likeness: Mapping[int, float]


def match(pupil: Prepared, key: Prepared, by: Way | None = None, cards: Codes | None = None) -> Matching:
    """Return which boxes of a pupil's map are which of a key; each is one at most.

    By ``id``, those with the same id; with cards, those whose title, or first word, is the code of a card. By ``span``,
    those that share at least half of the shorter one's place in the text, see `argmap.corpora.pair`. By ``text``,
    so that the likeness of words is the greatest in all, where two are only alike from a threshold on and if neither
    denies the other, see `Phrasebook.alike`; of two that are equally alike, the one with the same id or in the same
    place is taken. Boxes with one and the same title are alike from a lower threshold on.

    Args:
        pupil: The map of a pupil.
        key: The map of a teacher.
        by: How to tell; by default by ``id`` where cards are given, by ``span`` where most boxes of both maps tell
            their places in one text, else by ``text``.
        cards: The codes of cards, see `Codes`.

    Raises:
        UnknownNameError: There is no such way.
        ArgmapError: Cards are given, and the way is another one than by id.

    Complexity:
        Linear in the boxes and the words they share, and what `paired` costs where many are alike.
    """
    if by is not None and by not in WAYS:
        raise UnknownNameError(f"Boxes cannot be matched by {by!r}.{nearest_or_all(by, WAYS)}")
    if cards is not None:
        if by not in (None, "id"):
            raise ArgmapError(f"Cards are matched by id, and not by {by}; leave one of the two away.")
        pairs = _by_card(pupil, key, cards)
        return Matching("id", pairs, dict.fromkeys(pairs, 1.0))
    if by == "id":
        place = {node.id: number for number, node in enumerate(key.shape.nodes)}
        pairs = {number: place[node.id] for number, node in enumerate(pupil.shape.nodes) if node.id in place}
        return Matching("id", pairs, dict.fromkeys(pairs, 1.0))
    if by == "span" or (by is None and _tell_places(pupil) and _tell_places(key)):
        found = pair([pupil.map, key.map], by)
        if found.way == "span":
            ours, theirs = found.units
            there = {theirs[node.id]: number for number, node in enumerate(key.shape.nodes)}
            own = {number: ours[node.id] for number, node in enumerate(pupil.shape.nodes)}
            pairs = {number: there[unit] for number, unit in own.items() if unit in there}
            return Matching("span", pairs, dict.fromkeys(pairs, 1.0))
    likeness = _likeness(pupil, key)
    pairs = paired(_with_context(likeness, pupil, key))
    return Matching("text", pairs, {one: likeness[one, other] for one, other in pairs.items()})


def _likeness(pupil: Prepared, key: Prepared) -> dict[tuple[int, int], float]:
    named = {node.id: number for number, node in enumerate(key.shape.nodes) if node.title is not None}
    phrases, others = pupil.phrases(key), key.phrases(key)
    found: dict[tuple[int, int], float] = {}
    for number, node in enumerate(pupil.shape.nodes):
        found.update({(number, other): value for other, value in key.book.alike(phrases[number])})
        same = named.get(node.id) if node.title is not None else None
        if same is None or (number, same) in found or denies(phrases[number], others[same]):
            continue
        is_reference = not node.text or not key.shape.nodes[same].text
        alike = dict(key.book.alike(phrases[number], _NAMED_LIKENESS)).get(same, 0.0)
        if is_reference or alike:
            found[number, same] = max(alike, 1.0 if is_reference else 0.0)
    return found


def _with_context(
    likeness: Mapping[tuple[int, int], float], pupil: Prepared, key: Prepared
) -> dict[tuple[int, int], float]:
    above, others_above = parents_of(pupil.shape.lines), parents_of(key.shape.lines)
    found = {}
    for (one, other), value in likeness.items():
        if pupil.shape.nodes[one].id == key.shape.nodes[other].id:
            value += _SAME_NAME
        ours, theirs = above.get(one, ())[:4], others_above.get(other, ())[:4]
        if ours and theirs:
            value += _SAME_PLACE * max(likeness.get((a, b), 0.0) for a in ours for b in theirs)
        elif not ours and not theirs:
            value += _SAME_PLACE
        found[one, other] = value
    return found


def codes_of(key: Prepared, cards: Codes) -> Mapping[str, str]:
    """Return the codes of the cards of a key, by the ids of their claims."""
    return card_codes((node.id for node in key.shape.nodes), cards) if isinstance(cards, int) else cards


def _by_card(pupil: Prepared, key: Prepared, cards: Codes) -> dict[int, int]:
    place = {node.id: number for number, node in enumerate(key.shape.nodes)}
    meant = {code.strip().casefold(): place[name] for name, code in codes_of(key, cards).items() if name in place}
    found: dict[int, int] = {}
    for number, node in enumerate(pupil.shape.nodes):
        # Not its id: that of a claim without a title, such as C4, may be the code of a card.
        for said in (node.title, node.text.partition(" ")[0].strip(".:,;()[]")):
            other = meant.get((said or "").strip().casefold())
            if other is not None and other not in found.values():
                found[number] = other
                break
    return found


def _tell_places(side: Prepared) -> bool:
    """Whether boxes tell where they stand in a text, so that it is worth while to look them up."""
    return any("span" in node.data or "cites" in node.data for node in side.shape.nodes)


def _shown(node: Claim | Argument) -> str:
    return node.text or node.title or node.id
