"""The schemes that argmap knows, read from the data files of this folder: one file for each family."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from argmap.errors import UnknownNameError, nearest
from argmap.schemes.scheme import FAMILIES, CriticalQuestion, QuestionKind, Scheme

if TYPE_CHECKING:
    from collections.abc import Mapping

_WORD = re.compile(r"[^\W_]+")
_OPENING = re.compile(
    r"^(?:the\s+)?(?:(?:argument|argumentation|reasoning|inference)\s+(?:from|by|to|of)|appeal\s+to)\s+"
    r"(?:(?:an?|the)\s+)?"
)


@cache
def schemes() -> tuple[Scheme, ...]:
    """Return all schemes, family by family.

    Example:
        >>> len(schemes()), sum(len(scheme.questions) for scheme in schemes())
        (40, 140)
    """
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
    chosen = scheme_named(scheme) if isinstance(scheme, str) else scheme
    some = (chosen,) if chosen is not None else schemes()
    questions = [question for each in some for question in each.questions]
    for question in questions:
        if name.strip() == question.id or (chosen is not None and name.strip() == question.word):
            return question
    hint = nearest(name.strip(), [question.id for question in questions])
    if chosen is not None:
        hint = hint or f" {chosen.name} has {', '.join(question.word for question in chosen.questions)}."
    raise UnknownNameError(f"There is no critical question {name!r}.{hint}")


def find(text: str) -> tuple[Scheme, ...]:
    """Return the schemes in which all words of a text occur: those that have them in their names come first.

    Linear in the size of the catalogue.

    Args:
        text: Words, or beginnings of words; capitals do not matter.

    Example:
        >>> [scheme.id for scheme in find("sunk cost")]
        ['waste']
        >>> find("")
        ()
    """
    wanted = _words(text)
    if not wanted:
        return ()
    in_names, elsewhere = [], []
    for scheme in schemes():
        names = _words(" ".join((scheme.id, scheme.name, *scheme.aliases)))
        if _holds(names, wanted):
            in_names.append(scheme)
        elif _holds(names + _words(" ".join(_sentences(scheme))), wanted):
            elsewhere.append(scheme)
    return (*in_names, *elsewhere)


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
def _by_name() -> Mapping[str, Scheme]:
    # An id is never hidden by an alias of another scheme.
    found = {folded(scheme.id): scheme for scheme in schemes()}
    for scheme in schemes():
        for name in (scheme.name, *scheme.aliases):
            found.setdefault(folded(name), scheme)
    return found
