"""The words by which nodes of AIF name their schemes, and ours for them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from argmap.schemes import default_term, is_default, scheme_to, term_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

KEYS = ("text", "scheme", "schemeID", "fulfils")
"""The keys of a naming: what a node says of its scheme. ``fulfils`` is its entry among the fulfilments."""

KINDS = {"RA": "inference", "CA": "conflict", "MA": "rephrase", "PA": "preference"}
"""The types of nodes that have a scheme of their own, and what `argmap.schemes` calls them."""

Naming = tuple[tuple[str, object], ...]


def naming_of(node: Mapping[str, Any]) -> Naming:
    """Return what a node says of its scheme, in the order of `KEYS`.

    Example:
        >>> naming_of({"nodeID": "7", "type": "RA", "scheme": "Example", "text": "RA"})
        (('text', 'RA'), ('scheme', 'Example'))
    """
    return tuple([(key, node[key]) for key in KEYS if key in node])


def word_of(kind: str, naming: Naming) -> str | None:
    """Return the scheme that a naming tells: one of ours if it is the same, else its own word; None for the default.

    Example:
        >>> word_of("RA", (("text", "RA"), ("scheme", "ExpertOpinion"), ("schemeID", "15")))
        'expert_opinion'
        >>> word_of("CA", (("text", "Default Conflict"),)) is None, word_of("CA", (("schemeID", "146"),))
        (True, 'Calling Out')
    """
    try:
        return _word(kind, naming)
    except TypeError:  # a list or a mapping where a word should be
        return _word(kind, tuple((key, value) for key, value in naming if isinstance(value, str | int)))


@lru_cache(maxsize=4096, typed=True)
def _word(kind: str, naming: Naming) -> str | None:
    given = dict(naming)
    for key in ("scheme", "fulfils", "schemeID", "text"):
        word = given.get(key)
        if not isinstance(word, str | int) or isinstance(word, bool) or word in ("", 0, "0"):
            continue
        is_number = key != "text" and (isinstance(word, int) or word.strip().isdecimal())
        if is_number and term_of("aif", word) is None:
            continue  # a number nobody knows; the text may say more
        if key == "text" and not isinstance(word, str):
            continue
        return _ours(kind, word)
    return None


def _ours(kind: str, word: str | int) -> str | None:
    named = word if isinstance(word, int) or word.strip().isdecimal() else " ".join(word.split())
    if is_default("aif", named):
        return None
    term = term_of("aif", named)
    if isinstance(named, str) and not named.isdecimal():
        # One name is in several kinds: the attack on a person is an inference, a conflict and an illocution.
        own = scheme_to("aif", named, KINDS[kind])
        if own is not None:
            if own.default:
                return None
            return own.scheme or named
        return named or None
    if term is None:
        return " ".join(str(word).split())  # a text, or a scheme that somebody called by a number
    return term.scheme if term.scheme is not None and kind == "RA" else term.words


@lru_cache(maxsize=4096)
def naming_for(kind: str, word: str | None, keys: tuple[str, ...]) -> Naming:
    """Return how a node says a scheme, in a format that has some keys for it.

    Example:
        >>> naming_for("RA", "expert_opinion", ("scheme", "schemeID"))
        (('text', 'Expert Opinion'), ('scheme', 'ExpertOpinion'), ('schemeID', '15'))
        >>> naming_for("RA", None, ("fulfils",)), naming_for("RA", "gossip", ("scheme", "schemeID"))
        ((('text', 'Default Inference'), ('fulfils', '72')), (('text', 'gossip'), ('scheme', 'gossip')))
    """
    term = default_term("aif", KINDS[kind]) if word is None else scheme_to("aif", word, KINDS[kind])
    if term is None:
        said: dict[str, object] = {"text": word, "scheme": word}
    else:
        said = {"text": term.words, "scheme": term.name}
        if term.id:
            said |= {"schemeID": term.id, "fulfils": term.id}
    return tuple([(key, said[key]) for key in KEYS if key in said and (key == "text" or key in keys)])


def told(kind: str, naming: Naming, keys: tuple[str, ...]) -> tuple[str | None, bool]:
    """Return the scheme that a naming tells, and whether it is how a node says it in a format with these keys."""
    try:
        return _told(kind, naming, keys)
    except TypeError:  # a list or a mapping where a word should be
        return word_of(kind, naming), False


@lru_cache(maxsize=4096)
def _told(kind: str, naming: Naming, keys: tuple[str, ...]) -> tuple[str | None, bool]:
    word = word_of(kind, naming)
    usual = naming_for(kind, word, keys)
    # As 1 and true are equal, and are not the same in a file.
    return word, naming == usual and all(type(value) is str for _, value in naming)
