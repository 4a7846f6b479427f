"""What a card does, in a line such as ``because H6, with U5``: said, and read again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.corpora.links import Link
from argmap.model import RelationKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.language import Words

_CODE = re.compile(r"\b[A-Z]?\d+\b")
_TABLE = "exercise.connector"


def connector(kind: RelationKind, words: Words) -> str:
    """Return the word that joins two cards of which one does something to the other, such as ``because``.

    Example:
        >>> from argmap.language import Words
        >>> [connector(kind, Words("en")) for kind in RelationKind]
        ['because', 'but', 'even so', 'not both', 'either or', 'therefore']
    """
    return words.say(f"{_TABLE}.{kind.value}")


def actors(link: Link) -> tuple[str, ...]:
    """Return the cards that do something by a link: its sources; both ends where the two exclude each other."""
    return (*link.sources, link.target) if link.kind.is_symmetric else link.sources


def said(link: Link, source: str, codes: Mapping[str, str], words: Words) -> str:
    """Return what a card does by a link, in a line.

    Args:
        link: The link.
        source: The id of the card, one of `actors`.
        codes: The code of each card.
        words: The words of the language.

    Example:
        >>> from argmap.language import Words
        >>> codes = {"wet": "U5", "street": "V9", "rain": "H6", "cleaner": "S3"}
        >>> said(Link(("wet", "street"), RelationKind.SUPPORT, "rain"), "wet", codes, Words("en"))
        'because H6, with V9'
        >>> said(Link(("cleaner",), RelationKind.UNDERCUT, "rain", ("wet", "street")), "cleaner", codes, Words("en"))
        'even so H6, from U5 + V9'
    """
    target = link.sources[0] if source == link.target else link.target  # of two that exclude each other
    line = f"{connector(link.kind, words)} {codes[target]}"
    mates = sorted(codes[other] for other in link.sources if other not in (source, target))
    if mates:
        line = words.say(f"{_TABLE}.with", line=line, codes=" + ".join(mates))
    if link.over:
        line = words.say(f"{_TABLE}.from", line=line, codes=" + ".join(sorted(codes[other] for other in link.over)))
    return line


def read(line: str, source: str, codes: Mapping[str, str], words: Words) -> Link | None:
    """Return the link that a line means; None where it means none.

    Complexity:
        Linear in the line and the codes.

    Example:
        >>> from argmap.language import Words
        >>> read("But h6", "wet", {"wet": "U5", "rain": "H6"}, Words("en")).target
        'rain'
    """
    folded = " ".join(line.casefold().split())
    kinds = sorted(RelationKind, key=lambda kind: -len(connector(kind, words)))
    kind = next((kind for kind in kinds if folded.startswith(connector(kind, words).casefold())), None)
    if kind is None:
        return None
    ids = {code.casefold(): box for box, code in codes.items()}
    rest = folded[len(connector(kind, words)) :]
    over: tuple[str, ...] = ()
    mark = words.say(f"{_TABLE}.from", line="", codes="").strip().casefold()
    at = rest.find(mark)
    if at >= 0:
        rest, over = rest[:at], tuple(_found(rest[at + len(mark) :], ids))
    boxes = _found(rest, ids)
    if not boxes or boxes[0] == source:
        return None
    return Link((source, *(box for box in boxes[1:] if box != source)), kind, boxes[0], over)


def _found(text: str, ids: Mapping[str, str]) -> list[str]:
    codes = (match[0].casefold() for match in _CODE.finditer(text.upper()))
    return list(dict.fromkeys(ids[code] for code in codes if code in ids))
