"""Role cards: who speaks when and how long, what their job is, what is theirs to say, what to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from argmap.classroom.card_bank import LETTERS
from argmap.classroom.rounds.flow import flow
from argmap.classroom.rounds.naming import Names
from argmap.classroom.rounds.questions import questions_to
from argmap.classroom.rounds.sides import other
from argmap.classroom.sheets.blocks import Card, Cards, Paragraph, Run, Sheet, Table
from argmap.errors import ArgmapError
from argmap.wording import shorten

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argmap.classroom.rounds.flow import Flow
    from argmap.classroom.rounds.formats import Speech
    from argmap.classroom.rounds.questions import Ask
    from argmap.classroom.sheets.blocks import Text
    from argmap.model import ArgumentMap

MOST_PUPILS = 400
_OWNED = 3
"""How many points are a speaker's to say."""
_LONG, _LONG_QUESTION = 110, 220
"""How many letters of a point stand on a card, and of a question with what its own letters mean."""


class _Role(NamedTuple):
    side: str
    speaker: int
    speeches: tuple[Speech, ...]
    points: tuple[str, ...]
    question: Ask | None


def role_cards(
    m: ArgumentMap,
    format: str | None = None,  # noqa: A002
    pupils: int = 0,
    *,
    sides: Mapping[str, str] | None = None,
    language: str | None = None,
) -> Sheet:
    """Return a card for each pupil, four on a page.

    A round takes all speakers of the format; more pupils make more rounds, each with a letter in the corner of its
    cards. Those who are left over are a timekeeper and judges of the last round.

    Args:
        m: The map.
        format: The format of debate, as for `flow`.
        pupils: How many cards there are; by default one for each speaker, a timekeeper and a judge.
        sides: The side of the format for sides of the map, as for `flow`.
        language: The code of the language, as for `flow`.

    Raises:
        ArgmapError: There are no pupils, or more than 400.
        UnknownNameError: There is no such format or side.

    Example:
        >>> import argmap
        >>> cards = role_cards(argmap.datasets.school_uniforms(), "pf", pupils=10).blocks[-1].cards
        >>> [card.corner for card in cards]
        ['A1', 'A2', 'A3', 'A4', 'B1', 'B2', 'B3', 'B4', 'B5', 'B6']
    """
    if pupils < 0 or pupils > MOST_PUPILS:
        raise ArgmapError(f"Role cards are for 1 to {MOST_PUPILS} pupils, not {pupils:,}.")
    found = flow(m, format, sides=sides, language=language)
    names = Names(found.language, found.format)
    roles = list(_roles(m, found))
    wanted = pupils or len(roles) + 2
    rounds = max(pupils // len(roles), 1)
    cards: list[Card] = []
    seats: list[tuple[Text, ...]] = []
    for place in range(wanted):
        number = min(place // len(roles), rounds - 1)
        seat = place - number * len(roles)
        corner = f"{_letter(number)}{seat + 1}"
        if seat < len(roles):
            first, *more = _role_lines(roles[seat], names)
            cards.append(Card(first, corner, more=tuple(more)))
            seats.append((corner, _role_name(roles[seat], names), ""))
        else:
            role = "timekeeper" if seat == len(roles) else "judge"
            name = (Run(names.say(f"{role}Role"), bold=True),)
            cards.append(Card(name, corner, more=(names.say(f"{role}Job"),)))
            seats.append((corner, names.say(f"{role}Role"), ""))
    title = f"{names.say('roles')}: {found.title or names.say('noTitle')}"
    footer = names.say(f"formats.{found.format.id}")
    head = (names.say("card"), names.say("role"), names.say("name"))
    blocks = (
        Paragraph(names.say("rolesHint")),
        Table(head, tuple(seats), widths=(1.0, 4.0, 5.0), height=1.1),
        Cards(tuple(cards), columns=2, rows=2),
    )
    return Sheet("roles", title, blocks, footer, language=names.words.code)


def _roles(m: ArgumentMap, flow: Flow) -> Iterator[_Role]:
    for speaker in range(1, flow.format.speakers + 1):
        for side in flow.format.sides:
            speeches = tuple(
                speech for speech in flow.format.speeches if speech.side == side and speech.speaker == speaker
            )
            codes = {speech.code for speech in speeches}
            if not codes:  # a team has only some of the speakers of its side
                continue
            points = [entry for entry in flow.entries() if entry.side == side and entry.speeches[0] in codes]
            owned = tuple(f"{entry.number}. {shorten(entry.label, _LONG)}" for entry in points[:_OWNED])
            asks = questions_to(m, flow, other(side, flow.format))
            question = asks[(speaker - 1) % len(asks)] if asks else None
            yield _Role(side, speaker, speeches, owned, question)


def _role_lines(role: _Role, names: Names) -> Iterator[Text]:
    """Yield what stands on the card of a role, a paragraph each."""
    say = names.say
    speeches = [speech for speech in role.speeches if not speech.is_exchange]
    team = names.team(speeches[0]) if speeches else names.side(role.side)
    yield (Run(f"{team}, {say('speaker', n=role.speaker)}", bold=True),)
    yield " ".join(
        f"{speech.code}: {names.speech(speech)}, {names.minutes(speech.minutes)}." for speech in role.speeches
    )
    if speeches:
        yield Run(f"{say('job')}: ", bold=True), say(f"jobs.{_job(speeches[0], names)}")
    if role.points:
        yield (Run(f"{say('yours')}:", bold=True),)
        yield from role.points
    else:
        yield Run(f"{say('yours')}: ", bold=True), say("noClaims")
    asked = say("noQuestion") if role.question is None else shorten(role.question.question, _LONG_QUESTION)
    about = "" if role.question is None else f" ({say('askAbout', name=shorten(role.question.about, _LONG))})"
    yield Run(f"{say('askThis')}: ", bold=True), f"{asked}{about}"


def _role_name(role: _Role, names: Names) -> str:
    speeches = [speech for speech in role.speeches if not speech.is_exchange]
    team = names.team(speeches[0]) if speeches else names.side(role.side)
    codes = ", ".join(speech.code for speech in speeches)
    return f"{team}, {names.say('speaker', n=role.speaker)} ({codes})"


def _job(speech: Speech, names: Names) -> str:
    if speech == names.format.columns[0]:
        return "first"
    if speech.kind == "constructive":
        return "case" if speech.case else "answer"
    return "reply" if speech.kind == "reply" else "rebuttal"


def _letter(number: int) -> str:
    turn, place = divmod(number, len(LETTERS))
    return f"{LETTERS[place]}{turn}-" if turn else LETTERS[place]
