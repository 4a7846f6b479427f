"""Where claims use the terms of the glossary, and by which of their names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.check.words.language import tokens_of
from argmap.check.words.words import parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject
    from argmap.check.words.language import Language

Term = str
_Names = dict[str, list[tuple[list[str], str, Term]]]


def used_names(subject: Subject) -> dict[str, dict[Term, set[str]]]:
    """Return, for each claim that uses terms with variants, which names it uses for each.

    Endings do not count: `open model` is found in `open models`. Of names that start at the same word, the longest is
    meant; a name inside it is not.

    Example:
        >>> import argmap
        >>> from argmap.check.subject import Subject
        >>> m = argmap.ArgumentMap(data={"glossary": {"bicycle": {"variants": ["bike"]}}})
        >>> _ = m.claim("Bikes are cheap.", id="cheap")
        >>> used_names(Subject(m))
        {'cheap': {'bicycle': {'bike'}}}
    """
    tongue = subject.language
    names = {} if tongue is None else _names(subject, tongue)
    if not names or tongue is None:
        return {}
    found: dict[str, dict[Term, set[str]]] = {}
    for claim in subject.map.claims:
        stems = [tongue.stem(token) for token in parts(subject.words(claim).tokens)]
        if names.keys().isdisjoint(stems):
            continue
        at = 0
        while at < len(stems):
            for name, written, term in names.get(stems[at], ()):
                if stems[at : at + len(name)] == name:
                    found.setdefault(claim.id, {}).setdefault(term, set()).add(written)
                    at += len(name) - 1
                    break
            at += 1
    return found


def _names(subject: Subject, tongue: Language) -> _Names:
    """Return for each first stem the names that begin with it: all their stems, how they are written, their term."""
    found: _Names = {}
    for term, known in subject.glossary.items():
        variants = list(_variants(known))
        for name in (term, *variants) if variants else ():
            stems = [tongue.stem(token) for token in parts(tokens_of(name))]
            if stems:
                found.setdefault(stems[0], []).append((stems, name, term))
    for names in found.values():
        names.sort(key=lambda each: -len(each[0]))
    return found


def _variants(known: Any) -> Iterator[str]:
    given = known.get("variants") if isinstance(known, dict) else None
    for each in given if isinstance(given, list) else [given]:
        if isinstance(each, str):
            yield each
