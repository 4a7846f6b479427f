"""What kind of argument is this? The other options are schemes of families that are not near.

Those that other arguments of the map follow come first, then the best-known one of each family.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.classroom.quiz.question import Statement
from argmap.schemes import FAMILIES, Scheme, known, schemes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.classroom.quiz.asking import Asking
    from argmap.classroom.quiz.debate import Debate
    from argmap.classroom.quiz.question import Question

BASE = 4


def questions(ask: Asking) -> Iterator[Question | None]:
    """Yield the questions of this kind: one for each argument of one step that names a scheme."""
    debate = ask.debate
    used = {argument.id: _scheme(argument.scheme) for argument in debate.map.arguments if len(argument.steps) == 1}
    in_map = list({each.id: each for each in used.values() if each is not None}.values())
    for argument in ask.shuffled(debate.map.arguments):
        right = used.get(argument.id)
        parts = (*argument.premises, argument.conclusion)
        if right is None or not debate.texts.keys() >= set(parts):
            continue
        wrong: dict[str, Scheme] = {}
        for other in (*ask.shuffled(in_map, argument.id), *ask.shuffled(_first_of_families(), argument.id)):
            if not other.is_near(right) and other.family not in wrong and len(wrong) < 3:
                wrong[other.family] = other
        yield ask.choice(
            (argument.id,),
            ask.argument(dict.fromkeys(argument.premises), argument.conclusion or ""),
            _option(ask, right),
            [_option(ask, each) for each in wrong.values()],
            ask.say("because", name=_name(ask, right), about=_about(ask, right)),
            named=argument.id,
        )


def fits(debate: Debate, question: Question, _item: int, option: int) -> bool:
    """Whether an option is of the family of the scheme that the argument follows, or of one that overlaps with it."""
    argument = debate.map[question.about[0]]
    right, chosen = _scheme(getattr(argument, "scheme", None)), known(question.options[option].means[0])
    return right is not None and chosen is not None and right.is_near(chosen)


def _first_of_families() -> list[Scheme]:
    """Return the best-known scheme of each family, which its file begins with."""
    return list({each.family: each for each in reversed(schemes())}.values())


def _scheme(name: str | None) -> Scheme | None:
    return None if name is None else known(name)


def _name(ask: Asking, scheme: Scheme) -> str:
    return ask.known(f"schemes.{scheme.id}.name") or scheme.name


def _about(ask: Asking, scheme: Scheme) -> str:
    return ask.known(f"schemes.families.{scheme.family}") or FAMILIES[scheme.family]


def _option(ask: Asking, scheme: Scheme) -> Statement:
    return Statement(_name(ask, scheme), (scheme.id,), is_quoted=False)
