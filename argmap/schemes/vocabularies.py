"""What other vocabularies call our schemes: those of AIF (AIFdb, OVA), arguebuf and Carneades, read from a data file.

A term has one of our schemes only where both are the same pattern. A reader asks `scheme_from` and keeps the word that
it found where the answer is None; a writer asks `scheme_to`, which also knows a word that was kept.

Example:
    >>> from argmap.schemes import scheme_from, scheme_to
    >>> scheme_from("aif", 15), scheme_from("aif", "ExpertOpinion"), scheme_from("arguebuf", "SUPPORT_EXPERT_OPINION")
    ('expert_opinion', 'expert_opinion', 'expert_opinion')
    >>> scheme_to("aif", "waste").name, scheme_to("carneades", "waste").name
    ('Waste', 'sunk_costs')
    >>> scheme_from("aif", "ModusPonens") is None, scheme_to("aif", "ModusPonens").id
    (True, '35')
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from argmap.errors import UnknownNameError, nearest
from argmap.schemes.catalogue import folded, known, without_opening

VOCABULARIES = ("aif", "arguebuf", "carneades")
"""The vocabularies that are known."""

TERM_KINDS = ("inference", "conflict", "rephrase", "preference", "transition", "illocution")
"""What a term can be about: the types RA, CA, MA, PA, TA and YA of the nodes of AIF."""

_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LAST = ("argument", "inference", "conflict", "scheme")


@dataclass(frozen=True, slots=True)
class Term:
    """A word of another vocabulary.

    Attributes:
        vocabulary: One of `VOCABULARIES`.
        name: How it is written there, such as ``ExpertOpinion`` or ``SUPPORT_EXPERT_OPINION``.
        id: Its number there, as text; empty where it has none.
        kind: One of `TERM_KINDS`.
        scheme: The id of our scheme that is the same pattern, or None.
        aliases: Other names that it goes by.
        default: Whether it only says that no scheme is named.
    """

    vocabulary: str
    name: str
    id: str
    kind: str
    scheme: str | None
    aliases: tuple[str, ...] = ()
    default: bool = False

    @property
    def words(self) -> str:
        """Its name in words, as in the text of a node of AIF.

        Example:
            >>> term_of("aif", 73).words, term_of("arguebuf", 2).words, term_of("carneades", "sunk_costs").words
            ('Assertive Questioning', 'Expert Opinion', 'sunk costs')
        """
        if self.vocabulary == "arguebuf":  # SUPPORT_EXPERT_OPINION
            return self.name.partition("_")[2].replace("_", " ").title()
        return _HUMP.sub(" ", self.name).replace("_", " ")


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    terms: tuple[Term, ...]
    by_id: dict[str, Term]
    by_name: dict[tuple[str, str], Term]  # by kind, or "" for any, and folded name
    by_scheme: dict[tuple[str, str], Term]  # by kind and id of our scheme
    defaults: dict[str, Term]


def terms(vocabulary: str) -> tuple[Term, ...]:
    """Return all terms of a vocabulary, kind by kind, in the order of the data file.

    Raises:
        UnknownNameError: If there is no such vocabulary.

    Example:
        >>> [term.name for term in terms("carneades")][:4]
        ['linked', 'convergent', 'cumulative', 'factorized']
    """
    return _vocabulary(vocabulary).terms


def term_of(vocabulary: str, name_or_id: str | int) -> Term | None:
    """Return the term of a vocabulary with this name or number; None if it is not known.

    Capitals, blanks, hyphens and underscores do not matter, nor does "argument from" in front or "argument" at the end.
    Where one name is in several kinds, the first of `TERM_KINDS` has it.

    Raises:
        UnknownNameError: If there is no such vocabulary.

    Example:
        >>> term_of("aif", "74").name, term_of("aif", "Argument from expert opinion").id, term_of("aif", "Gossip")
        ('Asserting', '15', None)
    """
    return _find(_vocabulary(vocabulary), name_or_id)


def scheme_from(vocabulary: str, name: str | int) -> str | None:
    """Return the id of our scheme that a term of another vocabulary is.

    None if the term says that no scheme is named, if it is none of ours, or if it is not known; `is_default` tells the
    first from the others, and in the others the word itself is worth keeping.

    Raises:
        UnknownNameError: If there is no such vocabulary.

    Example:
        >>> scheme_from("carneades", "practical_reasoning2"), scheme_from("aif", "Default Inference")
        ('practical_reasoning', None)
    """
    term = term_of(vocabulary, name)
    return None if term is None else term.scheme


def is_default(vocabulary: str, name: str | int) -> bool:
    """Return whether a term only says that no scheme is named.

    Raises:
        UnknownNameError: If there is no such vocabulary.

    Example:
        >>> is_default("aif", 72), is_default("aif", "RA"), is_default("carneades", "linked"), is_default("aif", 15)
        (True, True, True, False)
    """
    term = term_of(vocabulary, name)
    return term is not None and term.default


def scheme_to(vocabulary: str, scheme: str, kind: str = "inference") -> Term | None:
    """Return the term of a vocabulary for a scheme; None if it has none.

    Args:
        vocabulary: One of `VOCABULARIES`.
        scheme: The id, name or alias of one of our schemes, or a word of the vocabulary itself. An id or name of ours
            comes first, then a word of the vocabulary, then an alias of ours.
        kind: One of `TERM_KINDS`. Ours are all inferences, so for another kind only a word of the vocabulary is found.

    Raises:
        UnknownNameError: If there is no such vocabulary or kind.

    Example:
        >>> (
        ...     scheme_to("aif", "Sunk costs").id,
        ...     scheme_to("aif", "futility"),
        ...     scheme_to("aif", "Ad hominem", "conflict").id,
        ... )
        ('33', None, '172')
    """
    found = _vocabulary(vocabulary)
    _check(kind, TERM_KINDS, "kind of term")
    own = known(scheme)
    if own is None or folded(scheme) not in (folded(own.id), folded(own.name)):
        term = _named(found, scheme, kind)
        if term is not None:
            # A word of theirs for one of ours leads to the term that is written for it.
            return term if term.scheme is None else found.by_scheme[kind, term.scheme]
    return None if own is None else found.by_scheme.get((kind, own.id))


def default_term(vocabulary: str, kind: str = "inference") -> Term:
    """Return the term of a vocabulary that says that no scheme is named.

    Raises:
        UnknownNameError: If there is no such vocabulary, or if it has no terms of this kind: only AIF has transitions
            and illocutions, and Carneades has only inferences.

    Example:
        >>> default_term("aif", "conflict").id, default_term("arguebuf", "rephrase").name
        ('71', 'REPHRASE_DEFAULT')
    """
    defaults = _vocabulary(vocabulary).defaults
    _check(kind, tuple(defaults), f"kind of term in {vocabulary}")
    return defaults[kind]


def _find(found: _Vocabulary, name: str | int) -> Term | None:
    if isinstance(name, int):
        return found.by_id.get(str(name)) if 0 <= name < 10_000 else None
    if name.strip().isdecimal():
        return found.by_id.get(name.strip())
    return _named(found, name, "")


def _named(found: _Vocabulary, name: str, kind: str) -> Term | None:
    direct = found.by_name.get((kind, folded(name)))
    if direct is not None:
        return direct
    bare = without_opening(re.sub(r"[\s_-]+", " ", _HUMP.sub(" ", name)))
    last = bare.rpartition(" ")[2]
    if last in _LAST:
        bare = bare.removesuffix(last)
        if last in TERM_KINDS:  # the ontology of AIF says so: Commitment_Inference, Logical_Conflict
            if kind not in ("", last):
                return None
            kind = last
    return found.by_name.get((kind, folded(bare)))


@cache
def _vocabulary(name: str) -> _Vocabulary:
    _check(name, VOCABULARIES, "vocabulary of schemes")
    return _read()[name]


@cache
def _read() -> dict[str, _Vocabulary]:
    text = files("argmap.schemes").joinpath("vocabularies.toml").read_text("utf-8")
    data = tomllib.loads(text)
    return {
        vocabulary: _indexed(
            tuple(
                Term(
                    vocabulary=vocabulary,
                    name=row["name"],
                    id=row.get("id", ""),
                    kind=kind,
                    scheme=row.get("scheme"),
                    aliases=tuple(row.get("aliases", ())),
                    default=row.get("default", False),
                )
                for kind, rows in data[vocabulary].items()
                for row in rows
            )
        )
        for vocabulary in VOCABULARIES
    }


def _indexed(found: tuple[Term, ...]) -> _Vocabulary:
    by_id: dict[str, Term] = {}
    by_name: dict[tuple[str, str], Term] = {}
    by_scheme: dict[tuple[str, str], Term] = {}
    defaults: dict[str, Term] = {}
    for term in found:
        if term.id:
            by_id.setdefault(term.id, term)
        if term.scheme is not None:
            by_scheme.setdefault((term.kind, term.scheme), term)
        if term.default:
            defaults.setdefault(term.kind, term)
    # A name is never hidden by an alias of another term.
    named = [(term.name, term) for term in found]
    named += [(alias, term) for term in found for alias in (term.words, *term.aliases)]
    for name, term in named:
        by_name.setdefault((term.kind, folded(name)), term)
        by_name.setdefault(("", folded(name)), term)
    return _Vocabulary(found, by_id, by_name, by_scheme, defaults)


def _check(name: str, names: tuple[str, ...], what: str) -> None:
    if name not in names:
        hint = nearest(name.strip(), names) or f" There are {', '.join(names)}."
        raise UnknownNameError(f"There is no {what} {name!r}.{hint}")
