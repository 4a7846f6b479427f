"""The schemes that argmap knows, read from the data files of this folder: one file for each family."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from argmap.errors import UnknownNameError, nearest, nearest_or_all
from argmap.schemes.scheme import FAMILIES, CriticalQuestion, QuestionKind, Scheme

if TYPE_CHECKING:
    from collections.abc import Mapping

# Words that say little about a scheme.
_COMMON = frozenset(
    "a an and are as at be but by can do does for from has have in is it its not of on or so that the there "  # noqa: SIM905
    "they this to was what which who will with".split()
)
_WORD = re.compile(r"[^\W_]+")
_OPENING = re.compile(
    r"^(?:the\s+)?(?:(?:argument|argumentation|reasoning|inference)\s+(?:from|by|to|of)|appeal\s+to)\s+"
    r"(?:(?:an?|the)\s+)?"
)


@cache
def schemes(family: str | None = None) -> tuple[Scheme, ...]:
    """Return all schemes, family by family, or those of one family.

    Args:
        family: One of `FAMILIES`.

    Raises:
        UnknownNameError: If there is no such family; the message offers the nearest one, or lists all.

    Example:
        >>> len(schemes()), sum(len(scheme.questions) for scheme in schemes())
        (40, 140)
        >>> for scheme in schemes("causal"):
        ...     print(scheme, repr(scheme))
        Cause to effect <Scheme cause_to_effect (causal): 2 premises, 3 questions>
        Correlation to cause <Scheme correlation_to_cause (causal): 1 premise, 5 questions>
    """
    if family is not None:
        if family not in FAMILIES:
            raise UnknownNameError(
                f"There is no family of schemes {family!r}.{nearest_or_all(family.strip(), list(FAMILIES))}"
            )
        return tuple(scheme for scheme in schemes() if scheme.family == family)
    found = []
    for family in FAMILIES:
        text = files("argmap.schemes").joinpath(f"{family}.toml").read_text("utf-8")
        for name, known in tomllib.loads(text).items():
            questions = tuple(
                CriticalQuestion(f"{name}.{word}", asked, QuestionKind(kind))
                for word, (kind, asked) in known["questions"].items()
            )
            found.append(
                Scheme(
                    id=name,
                    name=known["name"],
                    family=family,
                    premises=tuple(known["premises"]),
                    conclusion=known["conclusion"],
                    questions=questions,
                    source=known["source"],
                    aliases=tuple(known["aliases"]),
                )
            )
    return tuple(found)


def scheme_named(name: str) -> Scheme:
    """Return the scheme with this id, name or alias.

    Capitals, blanks, hyphens and underscores do not matter, nor do the words "argument from" and "appeal to" in front.

    Raises:
        UnknownNameError: If there is no such scheme; the message offers the nearest one.

    Example:
        >>> scheme_named("Argument from Expert Opinion").id
        'expert_opinion'
        >>> scheme_named("expert_opinon")
        Traceback (most recent call last):
            ...
        argmap.errors.UnknownNameError: There is no scheme 'expert_opinon'. Did you mean 'expert_opinion'?
    """
    found = known(name)
    if found is None:
        names = [spelt for scheme in schemes() for spelt in (scheme.id, scheme.name, *scheme.aliases)]
        hint = nearest(name.strip(), names) or " `argmap.schemes.schemes()` lists them all."
        raise UnknownNameError(f"There is no scheme {name!r}.{hint}")
    return found


def known(name: str) -> Scheme | None:
    """Return the scheme with this id, name or alias; None if there is none. Faster than a failure of `scheme_named`.

    Example:
        >>> known("Sign").id, known("Modus ponens")
        ('sign', None)
    """
    table = _by_name()
    return table.get(folded(name)) or table.get(folded(without_opening(name)))


def question_named(name: str, scheme: str | Scheme | None = None) -> CriticalQuestion:
    """Return the critical question with this id.

    Args:
        name: An id such as ``expert_opinion.field``; with a scheme, the word ``field`` will do.
        scheme: The scheme that the question belongs to: a value or a name.

    Raises:
        UnknownNameError: If there is no such question or scheme; the message offers the nearest one.

    Example:
        >>> question_named("expert_opinion.field") is question_named("field", "expert opinion")
        True
    """
    if scheme is not None:
        return (scheme_named(scheme) if isinstance(scheme, str) else scheme).question(name)
    found = _questions().get(name.strip())
    if found is None:
        raise UnknownNameError(f"There is no critical question {name!r}.{nearest(name.strip(), list(_questions()))}")
    return found


def scheme_of(question: CriticalQuestion | str) -> Scheme:
    """Return the scheme that a critical question belongs to.

    Raises:
        UnknownNameError: If there is no such question; the message offers the nearest one.

    Example:
        >>> scheme_of("sign.rival").name
        'Sign'
    """
    name = question if isinstance(question, str) else question.id
    return scheme_named(question_named(name).id.partition(".")[0])


def find(text: str, limit: int | None = None) -> tuple[Scheme, ...]:
    """Return the schemes in which the words of a text occur, best first.

    A scheme that goes by just these words comes first, then those with all words in a name, then those with all words
    in their names, premises, conclusion and questions. Where no scheme has all words, those with most of them are
    returned, if that is at least half; words that say little, such as "the", are then left out.
    Linear in the size of the catalogue.

    Args:
        text: Words, or beginnings of words; capitals do not matter.
        limit: How many to return at most; all by default.

    Example:
        >>> [scheme.id for scheme in find("sunk cost")]
        ['waste']
        >>> [scheme.id for scheme in find("what do other experts say?", limit=1)]
        ['expert_opinion']
        >>> find("")
        ()
    """
    wanted = _words(text)
    if not wanted:
        return ()
    ranked = []
    telling = [word for word in wanted if word not in _COMMON] or wanted
    for place, scheme in enumerate(schemes()):
        names = [_words(name) for name in (scheme.id, scheme.name, *scheme.aliases)]
        in_names = [word for name in names for word in name]
        everywhere = in_names + _words(" ".join(_sentences(scheme)))
        if wanted in names:
            rank = 0
        elif any(_holds(name, wanted) for name in names):
            rank = 1
        elif _holds(in_names, wanted):
            rank = 2
        elif _holds(everywhere, wanted):
            rank = 3
        else:
            rank = 4
        share = sum(_holds(everywhere, [word]) for word in telling) / len(telling) if rank == 4 else 1
        ranked.append((rank, -share, place, scheme))
    ranked.sort(key=lambda each: each[:3])
    best_share = -ranked[0][1]
    if best_share < 0.5:
        return ()
    lowest = 3 if ranked[0][0] < 4 else 4
    found = tuple(scheme for rank, share, _, scheme in ranked if rank <= lowest and -share == best_share)
    return found[:limit]


def find_questions(text: str, limit: int | None = None) -> tuple[CriticalQuestion, ...]:
    """Return the critical questions in which all words of a text occur, in the order of their schemes.

    Args:
        text: Words, or beginnings of words; capitals do not matter.
        limit: How many to return at most; all by default.

    Example:
        >>> [question.id for question in find_questions("biased")]
        ['expert_opinion.trust', 'bias.evidence']
    """
    wanted = _words(text)
    found = tuple(each for each in _questions().values() if wanted and _holds(_words(f"{each.id} {each.text}"), wanted))
    return found[:limit]


def folded(name: str) -> str:
    """Return what names of schemes are compared by: their letters and digits, without capitals.

    Example:
        >>> folded("Ad-hominem") == folded("AD_HOMINEM") == folded("ad hominem")
        True
    """
    return "".join(_words(name))


def without_opening(name: str) -> str:
    """Return a name without the words "argument from" or "appeal to" in front, in small letters.

    Example:
        >>> without_opening("Argument from an Established Rule")
        'established rule'
    """
    return _OPENING.sub("", name.casefold().strip(), count=1)


def _sentences(scheme: Scheme) -> tuple[str, ...]:
    return (*scheme.premises, scheme.conclusion, *(question.text for question in scheme.questions))


def _holds(words: list[str], wanted: list[str]) -> bool:
    return all(any(word.startswith(each) for word in words) for each in wanted)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


@cache
def _questions() -> Mapping[str, CriticalQuestion]:
    return {question.id: question for scheme in schemes() for question in scheme.questions}


@cache
def _by_name() -> Mapping[str, Scheme]:
    # An id is never hidden by an alias of another scheme.
    found = {folded(scheme.id): scheme for scheme in schemes()}
    for scheme in schemes():
        for name in (scheme.name, *scheme.aliases):
            found.setdefault(folded(name), scheme)
    return found
