"""REA202."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.data_values import entries
from argmap.check.graph.inferences import schemes_in_use
from argmap.check.graph.questions import KEYS, arguments_borne_on
from argmap.check.rule import Found, rule
from argmap.diagnostics import Severity
from argmap.errors import UnknownNameError
from argmap.schemes import question_named, schemes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject
    from argmap.schemes import Scheme


@rule("REA202", Severity.WARNING)
def unknown_critical_question(subject: Subject) -> Iterator[Found]:
    """Data ask or answer a critical question that there is not.

    ## What it does

    Looks up the values of `asks` and `answers` in the data of claims and arguments: each is the id of a critical
    question of a scheme (`expert_opinion.field`), or its last word where the argument that it bears on has a scheme
    with such a question.

    ## Why it matters

    A question with a slip in its name is not asked, and an answer with one answers nothing. The page of
    `open-critical-question` explains how they work.

    ## Flagged

    ```argdown
    <Doctors>: Doctors advise it.
      {scheme: expert_opinion}
      - <Paid>

    <Paid>: The doctors are paid for it.
      {asks: expert_opinion.paid}  // finding: REA202
    ```

    ## Accepted

    ```argdown
    <Doctors>: Doctors advise it.
      {scheme: expert_opinion}
      - <Paid>

    <Paid>: The doctors are paid for it.
      {asks: trust}
    ```
    """
    bearing = subject.shared(arguments_borne_on)
    known = subject.shared(schemes_in_use)
    for name, arguments in bearing.items():
        record = subject.map[name]
        near = {known[each].id: known[each] for each in arguments if each in known}
        for key in KEYS:
            for word in entries(record.data.get(key)):
                problem = _problem(word, list(near.values()))
                if problem is not None:
                    yield Found(
                        record,
                        f"{subject.name(record)} has `{key}: {word}`. {problem}",
                        subject.places.of_data(record, key, word),
                    )


def _problem(word: str, near: list[Scheme]) -> str | None:
    if "." in word:
        try:
            question_named(word)
        except UnknownNameError as error:
            return str(error)
        return None
    if not near:
        known = any(question.word == word for scheme in schemes() for question in scheme.questions)
        if known:
            return "It bears on no argument with a scheme. Name the question in full, or give the argument a scheme."
        return "There is no critical question of that name. Write a scheme, a full stop and a word: sign.rival."
    return _problem_near(word, near)


def _problem_near(word: str, near: list[Scheme]) -> str | None:
    problem = None
    for scheme in near:
        try:
            question_named(word, scheme)
        except UnknownNameError as error:
            problem = problem or str(error)
        else:
            return None
    return problem
