"""Words that hint at a scheme, read from one data file for each language that has one, such as ``cues.en.toml``."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_GAP = r"(?:[\s,;:]{1,3}[\w'-]{1,40}){0,6}?"  # up to six words
_NAME = r"(?-i:(?:(?:Dr|Prof|Professor|Mr|Mrs|Ms)\.?\s+)?[A-Z]\w+(?:\s+[A-Z]\w+){0,3})"
_NUMBER = r"\d{1,3}(?:[.,\d]{0,12}\d)?"
_SIGNS = re.compile(r"\s*\.\.\.\s*|NAME|NUMBER|(?<=\w)\*|\s+")


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that hint at a scheme.

    Attributes:
        scheme: The id of the scheme.
        pattern: What finds them.
        means: What they mean, said of them: "names a source".
        weight: How strong the hint is, above 0 and below 1.
        part: ``conclusion`` or ``premises`` where they count only there; else empty.
        premise: Which premise of the scheme, from 1, the sentence that has them may be; None for no special one.
    """

    scheme: str
    pattern: re.Pattern[str]
    means: str
    weight: float
    part: str
    premise: int | None


@dataclass(frozen=True, slots=True)
class Cues:
    """The cues of one language.

    Attributes:
        cues: All of them, scheme by scheme.
        before_conclusion: What stands before a conclusion in running text, such as "therefore".
        before_reason: What stands before a reason, such as "because".
        conclusion: What a conclusion may have in it, such as "should".
    """

    cues: tuple[Cue, ...]
    before_conclusion: re.Pattern[str]
    before_reason: re.Pattern[str]
    conclusion: re.Pattern[str]


@cache
def cues(code: str) -> Cues | None:
    """Return the cues of a language, or None where there are none.

    Example:
        >>> cues("en").cues[0].means, cues("tlh") is None
        ('names a source', True)
    """
    file = files("argmap.schemes").joinpath(f"cues.{code}.toml") if code.isalpha() else None
    if file is None or not file.is_file():
        return None
    data = tomllib.loads(file.read_text("utf-8"))
    found = tuple(
        Cue(
            scheme=scheme,
            pattern=pattern(cue["words"]),
            means=cue["means"],
            weight=cue["weight"],
            part=cue.get("in", ""),
            premise=cue.get("premise"),
        )
        for scheme, some in data["cues"].items()
        for cue in some
    )
    parts = data["parts"]
    return Cues(found, *(pattern(parts[key]) for key in ("before_conclusion", "before_reason", "conclusion")))


def pattern(words: list[str]) -> re.Pattern[str]:
    """Return what finds one of several phrases, as they are written in the data files.

    Example:
        >>> found = pattern(["according to NAME", "first ... then", "help*"])
        >>> [found.search(text)[0] for text in ("According to Dr Meyer it is", "first one, then two", "It helped.")]
        ['According to Dr Meyer', 'first one, then', 'helped']
    """
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_expression, words))})(?!\w)", re.IGNORECASE)


def _expression(phrase: str) -> str:
    def put(sign: re.Match[str]) -> str:
        if "..." in sign[0]:
            return rf"{_GAP}[\s,;:]{{1,3}}"
        return {"NAME": _NAME, "NUMBER": _NUMBER, "*": r"\w*"}.get(sign[0], r"[\s,]{1,3}")

    return _SIGNS.sub(put, phrase)
