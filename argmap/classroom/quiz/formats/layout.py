"""A question as HTML and as lines of plain text; what formats have in common that know nothing of maps."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, NamedTuple

from argmap.classroom.quiz.question import Form
from argmap.language import Words
from argmap.loss import Loss

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.classroom.quiz.question import Question, Quiz

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Pairs(NamedTuple):
    """A question in which items are matched with options.

    Attributes:
        items: The items.
        options: What they are matched with.
        right: The position of the option of each item.
    """

    items: tuple[str, ...]
    options: tuple[str, ...]
    right: tuple[int, ...]


def html(text: str) -> str:
    """Return a text as HTML.

    Example:
        >>> html("a < b & c")
        'a &lt; b &amp; c'
    """
    return escape(text, quote=False)


def labelled(question: Question, language: str) -> Iterator[tuple[str, str]]:
    """Yield the lines below a question: what each is, and what it says."""
    for line in question.lines:
        missing = Words(language).say("quiz.missing")
        yield line.label, missing if line.statement is None else line.statement.text


def stem_html(question: Question, language: str) -> str:
    """Return what is asked, and the lines below it, as HTML: a paragraph each."""
    lines = (f"<p><strong>{html(label)}:</strong> {html(text)}</p>" for label, text in labelled(question, language))
    return "".join((f"<p>{html(question.text)}</p>", *lines))


def pairs_of(question: Question, language: str) -> Pairs:
    """Return a matching question, or one of putting in order as one that matches places with statements."""
    options = tuple(option.text for option in question.options)
    if question.form is Form.ORDERING:
        words = Words(language)
        places = tuple(words.say("quiz.place", number=number) for number in range(1, len(options) + 1))
        return Pairs(places, options, question.right)
    return Pairs(tuple(item.text for item in question.items), options, question.right)


def key_of(question: Question, language: str) -> list[str]:
    """Return the right answer as lines of plain text."""
    if question.form is Form.CHOICE:
        return [f"{LETTERS[question.right[0]]}. {question.answer.text}"]
    if question.form is Form.ORDERING:
        return [f"{number}. {question.options[place].text}" for number, place in enumerate(question.right, 1)]
    pairs = pairs_of(question, language)
    return [f"{item} → {pairs.options[place]}" for item, place in zip(pairs.items, pairs.right, strict=True)]


def losses_of_orders(quiz: Quiz) -> list[Loss]:
    """Return what a format loses that knows no questions of putting in order."""
    return [
        Loss(
            "the order to find",
            question.id,
            "The format knows no questions of putting in order.",
            "a question that matches statements with places",
        )
        for question in quiz.questions
        if question.form is Form.ORDERING
    ]
